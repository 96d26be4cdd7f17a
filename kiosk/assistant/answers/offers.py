"""Price reductions and multi-buys, in all or of a kind."""

from __future__ import annotations

from dataclasses import replace

from kiosk.assistant.answers.detail import detail
from kiosk.assistant.answers.policy import say_policy
from kiosk.assistant.evidence import CARRIED, look
from kiosk.assistant.work import MAX_SHOWN, Answer, Work
from local_catalog import Filters, Product

_COUPONS = 0.9


def offers(work: Work) -> Answer:
    """Answer with what is on offer."""
    if work.pointed or (work.parsed.traits.references and work.conversation.focus):
        work.request = replace(work.request, aspect="offer", query="")
        return detail(work)
    policies = work.evidence.policies
    asks_rule = work.parsed.votes.get("policy", 0.0) > 0
    if asks_rule and policies and policies[0].score >= _COUPONS and not work.parsed.content:
        return say_policy(work, policies[0].policy)
    query = work.request.query
    department = work.catalog.match_department(query) if query else None
    named = next((d for d in work.catalog.departments if d.id == department), None)
    if named is not None and work.evidence.kind is None and query in (named.id, named.name.casefold(), *named.words):
        return _some(work, work.catalog.offers(named.name, MAX_SHOWN, work.now.date()))
    if query and work.evidence.match.cover >= CARRIED:
        return _of_a_kind(work, query)
    return _some(work, work.catalog.offers(None, MAX_SHOWN, work.now.date()))


def _of_a_kind(work: Work, query: str) -> Answer:
    found = look(work.catalog, query, Filters(on_offer=True, max_price=work.request.max_price, in_stock=True))
    products = tuple(hit.product for hit in found.close if found.cover >= CARRIED)[:MAX_SHOWN]
    work.facts.texts.append(work.said_query())
    for product in products:
        if product.offer:
            work.facts.source("offer", product.offer.id)
    if len(products) == 1:
        return Answer(work.product("offers_one", products[0]), products, "product", work.suggest("add", "where"),
                      focus=products[0], wordable=True)  # fmt: skip
    if products:
        said = work.say("offers_on", query=work.said_query(), names=named(work, products))
        return Answer(said, products, "offers", work.suggest("add", "where"), focus=products[0], wordable=True)
    others = work.catalog.offers(None, MAX_SHOWN, work.now.date())
    if not others:
        return Answer(work.say("offers_none"), suggestions=work.suggest("cheaper"))
    said = work.say("offers_none_on", query=work.said_query(), names=named(work, others[:2]))
    return Answer(said, others, "offers", work.suggest("cheaper"))


def named(work: Work, products: tuple[Product, ...]) -> str:
    """Some offers with what makes them one: 'A (Save $4)'."""
    work.facts.about(*products[:3])
    wording = work.wording
    on_offer = [p for p in products[:3] if p.offer is not None]
    return wording.all_of([wording.part("on_offer", name=wording.name(p), offer=wording.offer(p)) for p in on_offer])


def _some(work: Work, products: tuple[Product, ...]) -> Answer:
    products = tuple(p for p in products if not p.sold_out)
    if not products:
        return Answer(work.say("offers_none"), suggestions=work.suggest("find", "staff"))
    seen = {p.sku for p in work.conversation.shown} if work.conversation.last_request else set()
    last = work.conversation.last_request
    if last is not None and last.intent == "offers":
        products = tuple(p for p in products if p.sku not in seen) or products
    for product in products[:3]:
        if product.offer:
            work.facts.source("offer", product.offer.id)
    return Answer(work.say("offers_some", names=named(work, products)), products, "offers",
                  work.suggest("where", "add"), wordable=True)  # fmt: skip
