"""Decides what is asked: the model's reading, the rules and the evidence of the shop each have a say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kiosk.assistant.conversation import Conversation
from kiosk.assistant.evidence import CARRIED, NEAR, Evidence, Match
from kiosk.assistant.follow import carry_on, combined, goes_on
from kiosk.assistant.judgement import Signs, signs, weights
from kiosk.assistant.parse import Parse
from kiosk.assistant.reference import resolve
from kiosk.assistant.request import Request
from kiosk.assistant.slots import fill
from kiosk.assistant.text import Utterance
from kiosk.assistant.word_lists import WordLists
from local_catalog import Catalog, Product
from models import Reading

SURE = 0.45
"""From this confidence on a request is carried out; below it the kiosk asks back."""
_MODEL_WEIGHT = 0.62
_MENDED = 0.7
_FAINT = 0.3
_BEYOND = 0.9
_SHORT = 2
"""Words of an utterance that is no sentence."""
_KNOWN = 0.95
"""From this cover on the words name things of the catalog."""
_CLEAR = 0.9
_LIKELY = 0.55
_MAYBE = 0.2
_VERBATIM = 0.97
"""Score from which the words are those of a policy."""
_SURELY = 0.95
"""Vote of a cue that asks for nothing but a policy."""
_RULED = 0.75
"""Score of rules and evidence from which a policy is meant, though a model takes its words for a product."""
_CERTAIN = 0.2
"""What a cue of full weight, such as 'add it to my list', counts beside a model."""
_CUED = 0.8
"""Vote of a cue that is clearer than 'do you have'."""
"""Scores from which a policy is clearly or likely meant."""

_GOES_ON_AS: Mapping[str, tuple[str, ...]] = {
    "cheaper": ("find", "detail", "recommend", "offers"),
    "bigger": ("find", "detail", "recommend"),
    "smaller": ("find", "detail", "recommend"),
    "sizes": ("find", "detail"),
    "more": ("find", "recommend", "offers"),
    "alternative": ("find", "recommend"),
    "narrow": ("find", "recommend", "offers"),
    "again": ("find",),
    "point": ("find", "detail"),
    "quantity": ("list", "find"),
    "label": ("detail", "find"),
    "whom": ("recommend",),
    "policy": ("policy",),
}
"""What a model may call each way of going on."""
_GOES_ON = 0.4
"""Probability of these from which it does."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """The outcome: the request, the products that its words point at, and the evidence for looking up."""

    request: Request
    confidence: float
    parsed: Parse
    evidence: Evidence
    pointed: tuple[Product, ...] = ()
    follows: str | None = None
    """How it goes on from the request before; see `follow.goes_on`."""


def way_on(
    parsed: Parse,
    reading: Reading | None,
    evidence: Evidence,
    conversation: Conversation,
    pointed: tuple[Product, ...],
) -> str | None:
    """How it goes on from the request before (see `follow.goes_on`), unless a policy or the model clearly says else."""
    kind = goes_on(parsed, conversation, pointed)
    hours = parsed.details.get("policy", {}).get("topic") is not None  # 'how late are you open tonight' asks anew
    points = (parsed.follow == "day" and not hours) or parsed.traits.references
    if kind == "policy" and not points and (parsed.votes.get("policy") or evidence.policy >= _LIKELY):
        return None
    if kind is None or reading is None or not reading.tags or (kind == "policy" and parsed.follow == "day"):
        return kind
    last = conversation.last_request.intent if conversation.last_request else ""
    speaks_for = sum(reading.probabilities.get(intent, 0.0) for intent in {*_GOES_ON_AS[kind], last})
    return kind if speaks_for >= _GOES_ON else None


def rule_scores(
    utterance: Utterance,
    parsed: Parse,
    evidence: Evidence,
    conversation: Conversation,
    pointed: Sequence[Product],
    lists: WordLists,
) -> tuple[dict[str, float], bool]:
    """What rules and evidence say for each intent, and whether a rule says that it is nothing for a shop."""
    beyond_scope = any(rule.text("intent") == "other" and rule.fires(utterance.padded) for rule in lists.smalltalk)
    scores = dict(parsed.votes)
    if beyond_scope:
        scores["other"] = _BEYOND
    _weigh_products(scores, parsed, evidence, pointed, conversation, beyond_scope)
    _weigh_policies(scores, parsed, evidence)
    return scores, beyond_scope


def _with_model(
    scores: Mapping[str, float],
    reading: Reading,
    parsed: Parse,
    evidence: Evidence,
    pointed: Sequence[Product],
) -> dict[str, float]:
    """Rules and an instruct model together. What the catalog knows well is not out of scope, whatever a model thinks,
    nor a policy that the store does not have."""
    odds = dict(reading.probabilities or {reading.intent: reading.confidence})
    cover = _trusted_cover(parsed, evidence)
    if cover >= CARRIED and scores.get("find", 0.0) >= SURE:
        for intent in ("other", "smalltalk"):
            odds[intent] = 0.5 * odds.get(intent, 0.0)
    if cover >= _KNOWN and parsed.votes.get("find", 0.0) >= SURE and evidence.policy < NEAR:
        odds["policy"] = 0.4 * odds.get("policy", 0.0)
    if pointed and scores.get("detail", 0.0) >= SURE:
        for intent in ("other", "smalltalk"):  # 'is it sweet' is about what is on screen
            moved = 0.6 * odds.get(intent, 0.0)
            odds[intent] = odds.get(intent, 0.0) - moved
            odds["detail"] = odds.get("detail", 0.0) + moved
    ruled = scores.get("policy", 0.0)
    if ruled >= _RULED and ruled > scores.get("find", 0.0):
        moved = 0.65 * odds.get("find", 0.0)
        odds["find"] = odds.get("find", 0.0) - moved
        odds["policy"] = odds.get("policy", 0.0) + moved
    return {
        intent: _MODEL_WEIGHT * odds.get(intent, 0.0)
        + (1 - _MODEL_WEIGHT) * min(1.0, scores.get(intent, 0.0))
        + (_CERTAIN if parsed.votes.get(intent, 0.0) >= 1.0 else 0.0)
        for intent in {*odds, *scores}
    }


def _held(
    odds: dict[str, float], scores: Mapping[str, float], parsed: Parse, evidence: Evidence, beyond_scope: bool
) -> dict[str, float]:
    """What is certain in the shop stands whatever was learned: a product that is asked for and known by all its words
    is not out of scope, the words of a policy are about that policy, and a department is a place, not a policy."""
    best = max(odds, key=lambda name: odds[name])
    asked = max(("find", "recommend", "detail"), key=lambda name: parsed.votes.get(name, 0.0))
    asks = parsed.votes.get(asked, 0.0) >= SURE and _trusted_cover(parsed, evidence) >= _KNOWN
    if best in ("other", "smalltalk") and asks and not beyond_scope:
        return {**odds, asked: max(odds[asked], _LIKELY), best: 0.0}
    ruled = scores.get("policy", 0.0) > scores.get("find", 0.0)
    verbatim = evidence.policy >= _VERBATIM and (not evidence.kind or odds["policy"] >= _MAYBE)
    weak = evidence.match.cover < CARRIED and scores.get("policy", 0.0) >= _RULED
    if best == "find" and ruled and (verbatim or weak):
        return {**odds, "policy": odds["find"], "find": odds["policy"]}
    named = evidence.department is not None and parsed.votes.get("find", 0.0) >= SURE
    if best == "policy" and named and evidence.policy < NEAR:
        return {**odds, "find": odds["policy"], "policy": odds["find"]}
    return odds


def _trusted_cover(parsed: Parse, evidence: Evidence) -> float:
    """How much of the query the catalog covers; less if words had to be mended and nobody asked for a product."""
    mended = evidence.match.found.corrected is not None and parsed.votes.get("find", 0.0) < SURE
    return evidence.match.cover * (_MENDED if mended else 1.0)


def _weigh_products(
    scores: dict[str, float],
    parsed: Parse,
    evidence: Evidence,
    pointed: Sequence[Product],
    conversation: Conversation,
    beyond_scope: bool,
) -> None:
    cover = _trusted_cover(parsed, evidence)
    if parsed.content and cover >= NEAR:
        others = max((v for k, v in scores.items() if k not in ("find", "other", "policy")), default=0.0)
        if others < SURE:
            scores["find"] = max(scores.get("find", 0.0), 0.25 + 0.45 * cover)
        elif others >= _CUED:
            scores["find"] = min(scores.get("find", 0.0), others - 0.01)
        if cover >= CARRIED and "other" in scores and not (beyond_scope and "find" not in parsed.votes):
            scores["other"] *= 0.5
        if evidence.department and others < SURE:
            scores["find"] += 0.05
    if not parsed.content and (pointed or conversation.focus or conversation.shown):
        # "where is it", "do you have it": all that was asked of a known product is a detail of it
        if "find" in scores:
            scores["detail"] = max(scores.get("detail", 0.0), scores["find"] + 0.02)
        elif pointed and max(scores.values(), default=0.0) < SURE:
            scores["detail"] = SURE
    elif not parsed.content and parsed.traits.references and not scores:
        scores["detail"] = SURE


def _weigh_policies(scores: dict[str, float], parsed: Parse, evidence: Evidence) -> None:
    policy, vote = evidence.policy, scores.get("policy", 0.0)
    if parsed.details.get("policy", {}).get("topic"):
        return
    known = 0.3 if _trusted_cover(parsed, evidence) >= _KNOWN else 0.1 * evidence.match.cover
    if policy >= _VERBATIM and parsed.content and not evidence.kind:
        scores["policy"] = max(vote, _CLEAR)
        return
    cue = parsed.votes.get("policy", 0.0)
    if cue >= _SURELY:
        scores["policy"] = max(cue, 0.55 + 0.45 * policy)
        scores["find"] = 0.75 * scores.get("find", 0.0)
    elif cue >= _CLEAR:
        asked_for = parsed.votes.get("find", 0.0) >= SURE and known >= 0.3
        scores["policy"] = 0.55 + 0.45 * policy - (0.3 if asked_for and policy < _LIKELY else 0.0)
        if not asked_for:
            scores["find"] = 0.75 * scores.get("find", 0.0)
    elif cue:
        scores["policy"] = 0.35 * vote + 0.7 * policy - (known if policy < _CLEAR else 0.0)
    elif not parsed.content:
        scores["policy"] = max(0.7 * vote, 0.5 * policy)  # only the words of the question are alike
    elif policy >= _LIKELY:
        alone = 0.15 if len(parsed.content) < 2 and known >= 0.3 else 0.0
        scores["policy"] = vote + policy - known - alone
    else:
        scores["policy"] = 0.7 * vote


def _aspect(intent: str, parsed: Parse) -> str | None:
    """What is asked of the product; 'where is it' and 'do you have it' are questions for a place and for stock."""
    aspect = parsed.details.get(intent, {}).get("aspect")
    if intent != "detail" or (aspect and float(parsed.details["detail"]["weight"]) >= parsed.votes.get("find", 0.0)):
        return aspect
    if "find" in parsed.votes:
        return parsed.details.get("find", {}).get("aspect") or (aspect if parsed.content else "stock")
    return aspect


def _weigh_unknown(scores: dict[str, float], utterance: Utterance, parsed: Parse, lists: WordLists) -> None:
    """Nothing speaks for anything: a word or two are most likely a product that the store does not carry; a question
    is most likely none for a store."""
    if not parsed.content:
        return
    if len(utterance.words) <= _SHORT:
        scores["find"] = SURE
    elif utterance.words[0] in lists.traits.question_words:
        scores["other"] = SURE
    else:
        scores["find"] = max(scores.get("find", 0.0), _FAINT)


def _narrowed(parsed: Parse, intent: str, query: str) -> Request:
    """The request with prices and traits from the words."""
    traits = parsed.traits
    diet = tuple(dict.fromkeys(n.name for n in traits.diet if n.name != "nut-free"))
    avoid = tuple(dict.fromkeys(n.name for n in traits.avoid))
    if any(n.name == "nut-free" for n in traits.diet):
        avoid = tuple(dict.fromkeys((*avoid, "nuts", "peanuts")))
    named = [n.name for n in traits.diet] + [f"no {n.name}" for n in traits.avoid] + [n.name for n in traits.other]
    return Request(
        intent=intent,
        query=query,
        max_price=parsed.prices.most,
        min_price=parsed.prices.least,
        sort=traits.sort[0].name if traits.sort else None,
        diet=diet,
        avoid=avoid,
        attributes=tuple(dict.fromkeys(named)),
        unwanted=parsed.unwanted,
        own_brand=bool(traits.own_brand),
        quantity=parsed.quantity,
    )


def understand(
    utterance: Utterance,
    parsed: Parse,
    reading: Reading | None,
    evidence: Evidence,
    conversation: Conversation,
    catalog: Catalog,
    lists: WordLists,
) -> Understanding:
    """Bring reading, rules and evidence together."""
    pointed = resolve(parsed, utterance.padded, conversation)
    if parsed.weak and evidence.kind is None:
        parsed = replace(parsed, content=())
    named = parsed.content or (evidence.marked and reading is not None and reading.confidence >= _LIKELY)
    query = evidence.match.query if named else ""
    kind = way_on(parsed, reading, evidence, conversation, pointed)
    if kind is not None:
        return _following(kind, query, parsed, evidence, conversation, catalog, pointed)
    if parsed.follow and len(utterance.words) <= _SHORT + 1 and not parsed.votes and not conversation.shown:
        return Understanding(Request("find"), 0.9, parsed, evidence)
    if lists.traits.follow["aisle"].search(utterance.padded) and any(w.isdigit() for w in utterance.words):
        return Understanding(Request("find", aspect="location"), _BEYOND, parsed, evidence)
    scores, beyond_scope = rule_scores(utterance, parsed, evidence, conversation, pointed, lists)
    if reading is not None and reading.tags:
        weighed = weigh(utterance, parsed, reading, evidence, conversation, lists, scores, pointed, beyond_scope)
        scores = _held(weights().probabilities(weighed), scores, parsed, evidence, beyond_scope)
    elif beyond_scope and _trusted_cover(parsed, evidence) < _KNOWN:
        return Understanding(Request("other"), _BEYOND, parsed, evidence)
    elif reading is not None:
        scores = _with_model(scores, reading, parsed, evidence, pointed)
    elif max(scores.values(), default=0.0) < SURE:
        _weigh_unknown(scores, utterance, parsed, lists)
    intent, confidence = max(scores.items(), key=lambda item: item[1], default=("other", 0.0))
    if confidence < SURE and parsed.content and _trusted_cover(parsed, evidence) >= _KNOWN:
        intent, confidence = "find", SURE  # the product that was named is the best guess
    narrows = parsed.traits.sort or parsed.traits.diet
    doubtful = intent == "detail" and (reading is None or confidence < _CLEAR)
    if doubtful and parsed.content and narrows and not pointed and "detail" not in parsed.votes:
        intent = "find"  # 'what is the cheapest ground beef', 'which cereals are gluten free'
    detail = parsed.details.get(intent, {})
    request = replace(
        _narrowed(parsed, intent, query),
        aspect=_aspect(intent, parsed),
        op=detail.get("op"),
        topic=detail.get("topic"),
    )
    request = fill(request, reading, utterance.words, lists, catalog.store.currency)
    return Understanding(_named(request, evidence.match, catalog), min(1.0, confidence), parsed, evidence, pointed)


def weigh(
    utterance: Utterance,
    parsed: Parse,
    reading: Reading,
    evidence: Evidence,
    conversation: Conversation,
    lists: WordLists,
    scores: Mapping[str, float],
    pointed: Sequence[Product],
    beyond_scope: bool,
) -> Signs:
    """What the learned weights are laid on; `scores` are those of rules and evidence."""
    return signs(
        utterance,
        parsed,
        reading,
        evidence,
        conversation,
        scores,
        cover=_trusted_cover(parsed, evidence),
        pointed=bool(pointed),
        beyond_scope=beyond_scope,
        question=bool(utterance.words) and utterance.words[0] in lists.traits.question_words,
    )


def _following(
    kind: str,
    query: str,
    parsed: Parse,
    evidence: Evidence,
    conversation: Conversation,
    catalog: Catalog,
    pointed: tuple[Product, ...],
) -> Understanding:
    last = conversation.last_request
    match = evidence.match
    if last is not None and kind == "again":
        match = combined(parsed, last, catalog) or match
        query = match.query
    request = _narrowed(parsed, "find", query)
    if kind == "policy":
        return Understanding(carry_on(kind, request, last, match), 0.9, parsed, evidence, (), kind)
    if kind in ("cheaper", "bigger", "smaller", "sizes", "more"):
        unwanted = (*(last.unwanted if last else ()), *request.unwanted)
        request = replace(request, query=last.query if last else "", sort=None, unwanted=unwanted)
    elif kind == "alternative":
        request = replace(request, intent="recommend", query="")
    else:
        request = carry_on(kind, request, last, match)
    evidence = replace(evidence, match=match)
    return Understanding(_named(request, match, catalog), 0.9, parsed, evidence, pointed, kind)


def _named(request: Request, match: Match, catalog: Catalog) -> Request:
    """With the brand and category that the query names, if the best product is of them."""
    if not request.query or not match.found.hits or match.cover < CARRIED:
        return request
    best = match.close[0].product
    brand, category = catalog.match_brand(request.query), catalog.match_category(request.query)
    return replace(
        request,
        brand=brand if brand == best.brand else None,
        category=category if category and (request.sort or best.category.startswith(category)) else None,
    )
