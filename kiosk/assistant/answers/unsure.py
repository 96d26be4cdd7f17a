"""Not understood: one question back, then the offer of a person. Never a dead end."""

from __future__ import annotations

from kiosk.assistant.conversation import Pending
from kiosk.assistant.work import Answer, Work, offer_call

_MOST_OPTIONS = 2
_MANY_WORDS = 40
_WORTH_ASKING = 0.5
"""Cover or score from which a guess is put to the shopper."""


def unsure(work: Work) -> Answer:
    """Ask back; the second time in a row offer a person."""
    if work.conversation.failures >= 1:
        return Answer(
            work.say("staff_offer_again"),
            suggestions=work.suggest("yes", "no"),
            offer_staff=True,
            failed=True,
            pending=offer_call(work, "help"),
        )
    if len(work.utterance.words) > _MANY_WORDS:
        return Answer(work.say("too_long"), suggestions=work.suggest("find", "staff"), failed=True)
    options = _options(work)
    if options:
        work.facts.texts.extend(options)
        said = work.say("unsure_which", names=work.wording.any_of(options))
        return Answer(said, suggestions=(*options, *work.suggest("staff")), failed=True,
                      pending=Pending("choose", options=options))  # fmt: skip
    return Answer(
        work.say("unsure"),
        suggestions=work.suggest("find", "offers", "staff"),
        failed=True,
        pending=Pending("find"),
    )


def _options(work: Work) -> tuple[str, ...]:
    """What it may have been: names of products and titles of policies that are near."""
    match = work.evidence.match
    found: list[str] = []
    if match.cover >= _WORTH_ASKING:
        for hit in match.close:
            leaf = hit.product.category.rsplit(" > ", 1)[-1]
            if leaf not in found:
                found.append(leaf)
            if len(found) == _MOST_OPTIONS:
                break
    if work.evidence.policies and work.evidence.policy >= _WORTH_ASKING:
        found.insert(1, work.evidence.policies[0].policy.title)
    return tuple(found[:_MOST_OPTIONS]) if len(found) > 1 else ()
