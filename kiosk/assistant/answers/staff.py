"""Calling a person. What is said rests on the receipt: nobody is said to be called who was not."""

from __future__ import annotations

from itertools import pairwise

from kiosk.assistant.answers.find import pick
from kiosk.assistant.answers.policy import open_now
from kiosk.assistant.conversation import CallWish
from kiosk.assistant.evidence import CARRIED, Match, look
from kiosk.assistant.types import HandsError
from kiosk.assistant.wording import ENGLISH, wording
from kiosk.assistant.work import MAX_SHOWN, Answer, Work
from local_catalog import Product, open_until, opens_next

_ONE_WORD = 0.97
"""Cover from which a single word names the product that a call is about."""
_REPEATED = ("staff_help", "staff_manager", "staff_angry")
"""Sentences that say no more than that someone was called."""
_ONLY_CALLED = (*_REPEATED, "staff_locked", "staff_stock", "staff_checkout", "staff_wait")
"""Sentences in whose place stands that nobody is on shift; others say more, and it follows them."""
_SAID = 400
"""Characters of what the kiosk said that staff are told."""


def call(
    work: Work, wish: CallWish, key: str, product: Product | None = None, shown: tuple[Product, ...] = ()
) -> Answer:
    """Call a person and say so; if that fails, say where to find one."""
    words = work.wording
    department = next((d for d in work.catalog.departments if d.id == wish.department), None)
    who = words.part("colleague_from", department=department.name) if department else words.part("colleague")
    facts = {
        "who": who,
        "number": words.part("emergency_number"),
        "crisis": words.part("crisis_line"),
    }
    also = work.product("also_there", product) if product is not None and wish.priority == "normal" else ""
    alone = work.hands.on_shift() == 0
    said = _with_nobody_there(work, wish, key, facts, more=not also) if alone else work.say(key, **facts)
    before = work.conversation.last_say
    told = "\n".join(text for text in (before, f"{said} {also}".strip()) if text)
    try:
        page = work.hands.call_staff(
            reason=wish.reason,
            department=wish.department,
            priority=wish.priority,
            words=wish.words or work.utterance.text,
            sku=wish.sku or (product.sku if product else None),
            said=told[-_SAID:],
        )
    except HandsError:
        key = "staff_failed_urgent" if wish.priority == "urgent" else "staff_failed"
        return Answer(work.say(key, **facts), shown, "staff", offer_staff=True)
    known = work.conversation.page
    if known is not None and known.id == page.id and key in _REPEATED:
        said = _with_nobody_there(work, wish, "staff_again", facts, more=not also) if alone else work.say("staff_again")
    work.facts.receipt("called", page)
    if wish.reason == "manager":
        work.facts.receipt("asked", page)
    work.facts.count(facts["number"], facts["crisis"])
    if department:
        work.facts.name([department.name])
    return Answer(f"{said} {also}".strip(), shown, "staff", page=page, focus=product)


def _with_nobody_there(work: Work, wish: CallWish, key: str, facts: dict[str, str], *, more: bool) -> str:
    """What is said when nobody is on shift: the call waits, the store opens then, and (`more`) what can be done now."""
    if wish.priority == "urgent":
        return f"{work.say(key, **facts)} {work.say('staff_nobody_urgent', **facts)}"
    said = [] if key in _ONLY_CALLED else [work.say(key, **facts)]
    said.append(work.say("staff_nobody"))
    hours = work.catalog.store.hours
    if open_until(hours, work.now) is None and opens_next(hours, work.now) is not None:
        said.append(open_now(work))
        work.facts.text(said[-1], "store", "hours")
    if more:
        said.append(work.say("staff_nobody_meanwhile"))
    return " ".join(said)


def related(work: Work) -> tuple[Product | None, tuple[Product, ...]]:
    """The product that the shopper's words or the screen are about, for the person who comes."""
    match = work.evidence.match
    words = [w for w in work.parsed.content if w not in work.lists.traits.weak]
    if not words:
        match = Match()
    elif match.cover < CARRIED:
        match = max((look(work.catalog, w) for w in words), key=lambda m: m.cover, default=match)
        if match.cover < _ONE_WORD:
            match = Match()
    if match.found.hits and match.found.corrected is None:
        best = pick(match)
        return best, (best, *(hit.product for hit in match.close if hit.product.sku != best.sku))[:MAX_SHOWN]
    product = work.conversation.focus if work.parsed.traits.references else None
    return product, (product,) if product else ()


def department_for(work: Work, reason: str, product: Product | None) -> str | None:
    """Whose matter it is: of the product, of the aisle or department named, or of the policy for the reason."""
    if product is not None:
        return product.department
    words = work.utterance.words
    aisle = next((b for a, b in pairwise(words) if a == wording(ENGLISH).heard["aisle"]), None)
    for department in work.catalog.departments:
        if aisle in department.aisles:
            return department.id
    if reason in _DEPARTMENTAL and (named := work.catalog.match_department(" ".join(words))):
        return named
    topic = _POLICY_OF.get(reason)
    return next((p.department for p in work.catalog.policies if p.topic == topic), None)


_DEPARTMENTAL = ("help", "find", "product", "stock", "locked_case", "allergy")
_POLICY_OF = {"medicine": "pharmacy"}
