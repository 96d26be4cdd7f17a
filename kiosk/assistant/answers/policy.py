"""The store's rules, services and hours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from kiosk.assistant.wording import ENGLISH, languages, wording
from kiosk.assistant.work import Answer, Work, offer_call
from local_catalog import Fixture, Opening, Policy, PolicyHit, never_closes, open_until, opens_next

_KNOWN = 0.5
_CUED = 0.45
"""Scores from which the best policy is said: of its own, and when the words ask for a policy."""
_OTHER_HOURS = 0.95
"""From this score on another policy has hours of its own: holidays, the deli counter."""


def policy(work: Work) -> Answer:
    """Answer from the store's policies, its hours or its address."""
    topic = work.request.topic
    if work.follows == "policy" and topic != "opening_hours":
        found = next((p for p in work.catalog.policies if p.topic == topic), None)
        if found is not None:
            return say_policy(work, found)
    hits = work.evidence.policies
    best = hits[0] if hits else None
    if topic == "store" and not (best and best.score >= _OTHER_HOURS):
        return _store(work)
    if topic in ("hours", "opening_hours") or (best and best.policy.topic == "opening_hours" and best.score >= _KNOWN):
        return say_policy(work, best.policy) if best is not None and _has_own_hours(best) else _hours(work)
    if best is not None and best.score >= _KNOWN:
        return say_policy(work, best.policy)
    if best is not None and work.parsed.votes.get("policy", 0.0) and best.score >= _CUED:
        return say_policy(work, best.policy)
    fixture = _fixture(work)
    said = work.say("fixture_on_map", label=fixture.label) if fixture else work.say("policy_unknown")
    if fixture:
        work.facts.text(said, "fixture", fixture.id)
    return Answer(
        said,
        show="map" if fixture else "conversation",
        suggestions=work.suggest("yes", "no"),
        offer_staff=True,
        pending=offer_call(work, "help"),
    )


def _has_own_hours(hit: PolicyHit) -> bool:
    """Whether the hours asked for are those of another policy: of holidays, or of a counter that was named."""
    topic = hit.policy.topic
    return topic != "opening_hours" and (hit.score >= _OTHER_HOURS or ("hours" in topic and hit.score >= _CUED))


def _fixture(work: Work) -> Fixture | None:
    """What of the floor plan the words name: the entrance, the checkouts, the service desk."""
    words = set(work.parsed.content)
    named = (f for f in work.catalog.floor.fixtures if f.kind not in ("shelf", "wall"))
    return next((f for f in named if words & {f.kind, *f.label.casefold().split()}), None)


def say_policy(work: Work, found: Policy) -> Answer:
    """The policy's own words."""
    work.facts.text(found.text, "policy", found.topic)
    text = found.text.casefold()
    helps = any(wording(language).part("colleague_word") in text for language in languages())
    return Answer(
        work.say("policy_text", text=found.text),
        show="conversation",
        suggestions=work.suggest("staff", "hours"),
        offer_staff=helps,
        pending=offer_call(work, "help", found.department) if helps else None,
        request=replace(work.request, topic=found.topic, query="", category=None, brand=None),
        wordable=True,
    )


def _store(work: Work) -> Answer:
    store = work.catalog.store
    said = work.say("store_is", store=store.name, address=store.address, phone=store.phone)
    work.facts.text(said, "store", "store")
    return Answer(said, suggestions=work.suggest("hours", "staff"), request=replace(work.request, topic="store"))


def asked_day(work: Work) -> date | None:
    """The day that the words name."""
    today = work.now.date()
    words = work.utterance.all_words
    english = wording(ENGLISH)
    heard = english.heard
    if heard["tomorrow"] in words:
        return today + timedelta(days=1)
    for number, name in enumerate(english.weekdays):
        if name.casefold() in words or f"{name.casefold()}s" in words:
            return today + timedelta(days=(number - today.weekday()) % 7)
    if heard["weekend"] in words or f"{heard['weekend']}s" in words:
        return today + timedelta(days=(5 - today.weekday()) % 7)
    return today if heard["today"] in words or heard["tonight"] in words else None


def _opening(work: Work, day: date) -> Opening | None:
    return next((o for o in work.catalog.store.hours if o.weekday == day.weekday()), None)


def _hours(work: Work) -> Answer:
    day = asked_day(work)
    today = work.now.date()
    if day is not None and day != today:
        said = _on_day(work, day)
    elif day is None and work.lists.traits.follow["all_hours"].search(work.utterance.all_padded):
        text = next((p.text for p in work.catalog.policies if p.topic == "opening_hours"), None)
        said = text or open_now(work)
    else:
        said = open_now(work)
    work.facts.text(said, "store", "hours")
    request = replace(work.request, topic="opening_hours", query="")
    return Answer(said, suggestions=work.suggest("staff"), request=request, wordable=True)


def _on_day(work: Work, day: date) -> str:
    if never_closes(work.catalog.store.hours):
        return work.say("open_always")
    opening = _opening(work, day)
    name = work.wording.day(day)
    if opening is None or opening.opens is None or opening.closes is None:
        return work.say("hours_day_closed", day=name)
    return work.say("hours_day", day=name, opens=work.wording.clock(opening.opens),
                    closes=work.wording.clock(opening.closes))  # fmt: skip


def open_now(work: Work) -> str:
    """Whether the store is open at this moment, and until or from when."""
    words, hours, now = work.wording, work.catalog.store.hours, work.now
    if never_closes(hours):
        return work.say("open_always")
    until = open_until(hours, now)
    if until is not None:
        return work.say("open_now", closes=words.clock_today(_minute(until)))
    opens = opens_next(hours, now)
    if opens is None:
        return work.say("policy_unknown")
    time = words.clock(_minute(opens))
    ahead = (opens.date() - now.date()).days
    if ahead == 0:
        return work.say("opens_later", opens=time)
    today = _opening(work, now.date())
    closed_all_day = today is None or today.opens is None
    day = words.part("tomorrow") if ahead == 1 else words.on_day(opens.date())
    return work.say("closed_today" if closed_all_day else "opens_day", day=day, opens=time)


def _minute(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute
