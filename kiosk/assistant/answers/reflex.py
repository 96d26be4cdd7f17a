"""What is said and done on a reflex."""

from __future__ import annotations

from dataclasses import replace

from kiosk.assistant.answers.control import control, language
from kiosk.assistant.answers.find import carried
from kiosk.assistant.answers.policy import say_policy
from kiosk.assistant.answers.shopping_list import clear
from kiosk.assistant.answers.staff import call, department_for, related
from kiosk.assistant.answers.talk import from_rule
from kiosk.assistant.conversation import CallWish
from kiosk.assistant.evidence import Match
from kiosk.assistant.reflexes import Reflex
from kiosk.assistant.request import Request
from kiosk.assistant.types import HandsError
from kiosk.assistant.word_lists import Rule
from kiosk.assistant.wording import language_names
from kiosk.assistant.work import Answer, Work, offer_call
from local_catalog import Found, Hit


def by_reflex(work: Work, set_off: Reflex) -> Answer:
    """The answer to a reflex; sets the request of the turn."""
    kind, rule = set_off.kind, set_off.rule
    if kind == "code":
        return _code(work, set_off)
    if kind in ("yes", "no"):
        return _reply(work, kind == "yes")
    if kind == "exact":
        return _exact(work, set_off)
    if kind in ("empty", "script"):
        return _unreadable(work, kind)
    if kind == "control":
        return control(work, set_off.value)
    if kind == "language":
        return language(work, set_off.value)
    assert rule is not None
    if kind == "urgent":
        return _urgent(work, rule)
    if kind == "staff":
        return _staff(work, rule)
    if kind == "offer":
        return _offer(work, rule)
    work.request = Request(rule.text("intent"))
    return from_rule(work, rule)


def _urgent(work: Work, rule: Rule) -> Answer:
    reason = rule.text("reason")
    work.request = Request("staff", reason=reason, urgent=True)
    product, shown = related(work) if rule.flag("look_up") else (None, ())
    wish = CallWish(reason, None, "urgent", work.utterance.text)
    return call(work, wish, rule.text("say"), product, shown)


def _staff(work: Work, rule: Rule) -> Answer:
    reason = rule.text("reason")
    work.request = Request("staff", reason=reason)
    looks = rule.flag("look_up")
    product, shown = related(work) if looks else (work.conversation.focus, ())
    about = product or work.conversation.focus
    wish = CallWish(reason, department_for(work, reason, product), "normal", work.utterance.text,
                    about.sku if about else None)  # fmt: skip
    if rule.flag("quiet"):
        return call(work, wish, rule.text("say"))
    return call(work, wish, rule.text("say"), product if looks else None, shown)


def _offer(work: Work, rule: Rule) -> Answer:
    """The store's own rule is said, and a person offered."""
    reason = rule.text("reason")
    work.request = Request("policy")
    hits = work.catalog.match_policy(rule.text("policy"), 1)
    wish = CallWish(reason, department_for(work, reason, None), "normal", work.utterance.text)
    if not hits:
        return call(work, wish, "staff_help")
    said = say_policy(work, hits[0].policy)
    said.offer_staff = True
    said.pending = replace(offer_call(work, reason), call=wish)
    return said


def _code(work: Work, set_off: Reflex) -> Answer:
    work.request = Request("find", query=set_off.value)
    if not set_off.products:
        work.facts.count(set_off.value)
        return Answer(
            work.say("code_unknown", code=set_off.value),
            suggestions=work.suggest("yes", "no"),
            offer_staff=True,
            pending=offer_call(work, "product"),
        )
    product = set_off.products[0]
    said = work.product("scanned", product)
    if product.min_age:
        said += " " + work.say("found_age", age=product.min_age)
    if product.stock == 0:
        said += " " + work.say("location_out")
    return Answer(said, (product,), "product", work.suggest("price", "with", "add"), focus=product)


def _exact(work: Work, set_off: Reflex) -> Answer:
    query = " ".join(work.utterance.words)
    work.request = Request("find", query=query)
    hits = tuple(Hit(product, 1.0) for product in set_off.products)
    return carried(work, Match(query, Found(hits, len(hits)), 1.0))


def _reply(work: Work, yes: bool) -> Answer:
    pending = work.conversation.pending
    if pending is None:
        work.request = Request("smalltalk")
        key = "confirm_none" if yes else "staff_declined"
        return Answer(work.say(key), suggestions=work.suggest("find", "offers", "staff"))
    if pending.kind == "clear":
        work.request = Request("list", op="clear")
        if not yes:
            return Answer(work.say("staff_declined"), show="list")
        try:
            return clear(work)
        except HandsError:
            return Answer(work.say("list_failed"), suggestions=work.suggest("staff"), offer_staff=True)
    if pending.kind == "call" and pending.call is not None:
        wish = pending.call
        work.request = Request("staff", reason=wish.reason)
        if not yes:
            work.request = Request("smalltalk")
            return Answer(work.say("staff_declined"), suggestions=work.suggest("find", "offers"))
        return call(work, wish, "staff_help")
    work.request = Request("smalltalk")
    key = "unsure_product" if yes else "talk_able"
    return Answer(work.say(key), suggestions=work.suggest("find", "offers", "staff"))


def _unreadable(work: Work, kind: str) -> Answer:
    work.request = Request("other")
    if kind == "empty":
        return Answer(work.say("empty"), suggestions=work.suggest("find", "offers", "staff"), show="none")
    return Answer(
        work.say("other_script", language=work.wording.all_of(language_names())),
        suggestions=work.suggest("yes", "no"),
        offer_staff=True,
        pending=offer_call(work, "help"),
    )
