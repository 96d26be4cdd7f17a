"""Small talk, and polite refusals that say what the kiosk can do instead."""

from __future__ import annotations

from kiosk.assistant.answers.complaint import is_angry
from kiosk.assistant.answers.staff import call
from kiosk.assistant.conversation import CallWish
from kiosk.assistant.word_lists import Rule
from kiosk.assistant.work import Answer, Work, offer_call


def from_rule(work: Work, rule: Rule) -> Answer:
    """The answer that a rule of the small-talk list names."""
    key = rule.text("say")
    if rule.flag("anger"):
        return insult(work)
    if key == "talk_time":
        now = work.now
        wording = work.wording
        work.facts.texts.append(wording.time(now))
        said = work.say(key, time=wording.time(now), day=wording.day(now.date()), date=wording.date(now.date()))
        work.facts.texts.append(said)
        return Answer(said, show="none")
    if key == "talk_privacy":
        policy = next((p for p in work.catalog.policies if p.topic == "privacy"), None)
        if policy is not None:
            work.facts.text(policy.text, "policy", policy.topic)
            return Answer(work.say("policy_text", text=policy.text))
    said = work.say(key, assistant=work.catalog.store.assistant_name)
    work.facts.name([work.catalog.store.assistant_name])
    suggestions = work.suggest("find", "offers", "staff") if key in _OPENING else ()
    return Answer(said, suggestions=suggestions)


_OPENING = ("talk_hello", "talk_able", "talk_who", "other_scope", "other_injection", "talk_mood")


def insult(work: Work) -> Answer:
    """Calm; a person is called when the anger goes on."""
    work.conversation.anger += 1
    if work.conversation.anger > 1 and is_angry(work):
        return call(work, CallWish("complaint", None, "normal", work.utterance.text), "staff_angry")
    return Answer(
        work.say("other_insult"),
        suggestions=work.suggest("yes", "no"),
        offer_staff=True,
        pending=offer_call(work, "complaint"),
    )


def smalltalk(work: Work) -> Answer:
    """Small talk that only the model recognised."""
    return Answer(work.say("talk_mood"), suggestions=work.suggest("find", "offers", "staff"))


def other(work: Work) -> Answer:
    """Out of the kiosk's scope."""
    return Answer(work.say("other_scope"), suggestions=work.suggest("find", "offers", "staff"))
