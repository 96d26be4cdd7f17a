"""Words that only make sense after what was said before: 'anything cheaper', 'and vegan?', 'make it three'."""

from __future__ import annotations

from dataclasses import replace

from kiosk.assistant.conversation import Conversation
from kiosk.assistant.evidence import CARRIED, Match, look
from kiosk.assistant.parse import Parse
from kiosk.assistant.request import Request
from local_catalog import Catalog, Product

_GOES_ON = ("find", "detail", "offers", "list", "compare", "recommend")
_WEAK = 0.55
"""A vote below this is not a request of its own."""


def strongest(parsed: Parse) -> str | None:
    """The intent that the rules vote for, None without a clear vote."""
    intent = max(parsed.votes, key=lambda k: parsed.votes[k], default=None)
    return intent if intent and parsed.votes[intent] >= _WEAK else None


def _bare(parsed: Parse) -> bool:
    """Whether the words bring no thing of their own, only traits, prices, a number or a pointing word."""
    return not parsed.content


def _bare_but(parsed: Parse) -> bool:
    """Whether nothing is left but words for a size or price that are part of the pointing."""
    return not parsed.content or is_trait_only(parsed)


def _narrows(parsed: Parse) -> bool:
    traits = parsed.traits
    return bool(
        parsed.unwanted
        or parsed.prices.most
        or parsed.prices.least
        or traits.diet
        or traits.avoid
        or traits.sort
        or traits.own_brand
    )


def combined(parsed: Parse, last: Request, catalog: Catalog) -> Match | None:
    """'almond' after 'oat milk' means 'almond milk' if there is such a thing in the same place."""
    if not last.query or not parsed.content or len(parsed.content) > 2:
        return None
    words = last.query.split()
    said = parsed.query
    before = look(catalog, last.query)
    for text in (f"{said} {words[-1]}", f"{said} {last.query}", f"{last.query} {said}"):
        match = look(catalog, text)
        if match.cover < 0.93 or words[-1] in parsed.content:
            continue
        if before.found.hits and match.close[0].product.department == before.found.hits[0].product.department:
            return match
    return None


def _asks_on(parsed: Parse, vote: str | None) -> bool:
    """Whether the words only make sense about what was just explained: 'is it free', 'and tomorrow'."""
    bare = not parsed.content and (vote in (None, "find") or bool(parsed.traits.references))
    return parsed.follow == "day" or bare


def is_trait_only(parsed: Parse) -> bool:
    """Whether all that is left over are words for a trait: 'in red', 'the large ones'."""
    traits = {w for n in parsed.traits.other for w in n.name.split()}
    return bool(parsed.content) and all(w in traits for w in parsed.content)


def goes_on(parsed: Parse, conversation: Conversation, pointed: tuple[Product, ...]) -> str | None:
    """How the words go on from the request before: a kind of `Parse.follow`, or narrow, quantity, point, again.

    again: the same question about another thing; narrow: the same search with more conditions.
    """
    last = conversation.last_request
    anchor = pointed or conversation.focus or conversation.shown
    vote = strongest(parsed)
    if last is not None and last.intent == "policy" and not anchor and _asks_on(parsed, vote):
        return "policy"
    if vote in ("detail", "list", "compare", "offers") and parsed.traits.references:
        return None
    focus = conversation.focus
    if parsed.follow == "label" and focus is not None and (focus.ingredients or focus.allergens):
        return "label" if last is not None and last.intent == "detail" else None
    picks = any(n.name in ("cheapest", "dearest", "largest", "smallest") for n in parsed.traits.references)
    if picks and pointed and len(conversation.shown) > 1 and _bare_but(parsed):
        return "point" if last is not None else None
    if parsed.follow == "whom" and last is not None and last.intent == "recommend":
        return "whom"
    goes = parsed.follow if parsed.follow not in ("label", "day", "whom") else None
    if goes and anchor and (_bare(parsed) or goes in ("bigger", "smaller", "sizes")):
        return goes
    if last is None or last.intent not in (*_GOES_ON, "policy"):
        return None
    asks_again = vote is None or (vote == "find" and parsed.also)
    if _bare(parsed) and parsed.quantity and last.intent == "list" and vote in (None, "list"):
        return "quantity"
    if _bare(parsed) and _narrows(parsed) and vote in (None, "find") and last.intent in ("find", "recommend", "offers"):
        return "narrow"
    if is_trait_only(parsed) and last.intent in ("find", "detail") and vote in (None, "find") and last.query:
        return "narrow"
    if _bare(parsed) and parsed.traits.references and vote is None:
        return "point"
    if parsed.content and (parsed.also or parsed.correction) and asks_again and last.intent in _GOES_ON:
        return "again"
    return None


def carry_on(kind: str, request: Request, last: Request | None, match: Match) -> Request:
    """The request that the words stand for, with what the one before brings."""
    if last is None:
        return replace(request, intent="find")
    if kind == "narrow":
        query = f"{last.query} {request.query}".strip() if request.query else last.query
        return replace(
            request,
            intent=last.intent if last.intent in ("recommend", "offers") else "find",
            query=query,
            max_price=request.max_price or last.max_price,
            min_price=request.min_price or last.min_price,
            diet=tuple(dict.fromkeys((*last.diet, *request.diet))),
            avoid=tuple(dict.fromkeys((*last.avoid, *request.avoid))),
            attributes=tuple(dict.fromkeys((*last.attributes, *request.attributes))),
            unwanted=tuple(dict.fromkeys((*last.unwanted, *request.unwanted))),
            topic=last.topic if last.intent == "recommend" else None,
        )
    if kind == "again":
        intent = last.intent if match.cover >= CARRIED or last.intent != "detail" else "find"
        return replace(
            request,
            intent=intent if intent != "recommend" else "find",
            aspect=last.aspect,
            op="add" if last.intent == "list" else None,
        )
    if kind == "policy":
        return replace(request, intent="policy", query="", topic=last.topic)
    if kind == "whom":
        return replace(request, intent="recommend", max_price=request.max_price or last.max_price)
    if kind == "label":
        return replace(request, intent="detail", query="", aspect="allergens")
    if kind == "point":
        return replace(request, intent="detail", aspect=last.aspect if last.intent == "detail" else "about")
    if kind == "quantity":
        return replace(request, intent="list", op="set")
    return request
