"""What the shop itself knows of the words: products, policies and departments that they may mean.

A model may mark the wrong words, and a rule may leave too many over. So the search is made with each reading of the
query, and the one that the catalog covers best counts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kiosk.assistant.parse import Parse
from kiosk.assistant.text import Utterance, fold
from local_catalog import Catalog, Filters, Found, Hit, PolicyHit, content_words

CARRIED = 0.62
"""From this cover on a product is what was asked for."""
NEAR = 0.3
"""From this cover on it is at least near."""
CLOSE = 0.92
"""Hits of this share of the best cover are as good as the best."""
LIMIT = 24
_CONTENT_ALONE = 0.9
_WHOLE = 0.95
_PLAIN = Filters()
_NOTHING = Found((), 0)


@dataclass(frozen=True, slots=True)
class Match:
    """The outcome of a search: its words, its hits, and how much of the words the best hit covers, 0 to 1."""

    query: str = ""
    found: Found = _NOTHING
    cover: float = 0.0

    @property
    def close(self) -> tuple[Hit, ...]:
        """The hits that are as good as the best."""
        if not self.found.hits:
            return ()
        best = max(hit.score for hit in self.found.hits)
        return tuple(hit for hit in self.found.hits if hit.score >= CLOSE * best)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for each way to understand the utterance."""

    match: Match
    policies: tuple[PolicyHit, ...] = ()
    department: str | None = None
    kind: str | None = None
    """The category that the words name."""

    @property
    def policy(self) -> float:
        """Score of the best policy, 0 to 1."""
        return self.policies[0].score if self.policies else 0.0


def look(catalog: Catalog, query: str, filters: Filters = _PLAIN) -> Match:
    """Search once."""
    if not query.strip():
        return Match()
    found = catalog.search(query, filters, limit=LIMIT)
    cover = max((hit.score for hit in found.hits), default=0.0)
    return Match(query, found, cover)


def _weight(match: Match, words: frozenset[str]) -> tuple[float, float]:
    """How good a match is against another: the part of all words in question that it explains, and its own cover."""
    explained = {fold(w) for hit in match.close[:1] for w in hit.matched}
    share = sum(1 for w in words if w in explained) / len(words) if words else 0.0
    return match.cover + 0.5 * share, match.cover


def best_match(catalog: Catalog, candidates: Iterable[str], filters: Filters = _PLAIN) -> Match:
    """The candidate whose words the catalog covers best; with a tie the earlier one."""
    texts = list(dict.fromkeys(" ".join(c.split()) for c in candidates if c.strip()))
    matches = [look(catalog, text, filters) for text in texts]
    if not matches:
        return Match()
    words = frozenset(fold(w) for m in matches[:2] for w in m.query.split())
    return max(matches, key=lambda m: _weight(m, words))


def gather(
    catalog: Catalog, utterance: Utterance, parsed: Parse, marked: Iterable[str], weak: Collection[str] = ()
) -> Evidence:
    """All evidence for an utterance. `marked` are the readings of the query that a model gave, best first; `weak` words
    may be left out of the query."""
    words = " ".join(utterance.words)
    candidates = [*marked, parsed.query, " ".join(w for w in parsed.content if w not in weak)]
    match = best_match(catalog, candidates)
    if match.cover < CARRIED and parsed.query:
        tail = " ".join(content_words(words))
        if tail and tail not in candidates:
            match = max(match, look(catalog, tail), key=lambda m: m.cover)
    if match.cover < CARRIED and match.found.corrected is not None:
        match = max(match, _unmended(catalog, match), key=lambda m: m.cover)
    department = catalog.match_department(parsed.query) if parsed.query else None
    match = _for_what(catalog, utterance, parsed, match)
    kind = catalog.match_category(parsed.query) if parsed.query else None
    return Evidence(match, _policies(catalog, words, parsed.query), department, kind)


def _for_what(catalog: Catalog, utterance: Utterance, parsed: Parse, match: Match) -> Match:
    """'Batteries for my remote' are batteries: what stands before 'for' has to be in what is found."""
    words = utterance.words
    if "for" not in words or not match.found.hits:
        return match
    front = [w for w in parsed.content if w in words[: words.index("for")]]
    behind = [w for w in parsed.content if w not in front]
    if not front or not behind:
        return match
    best = match.close[0].product
    noun = front[-1].rstrip("s").removesuffix("ie")
    alone = look(catalog, " ".join(front))
    if noun in fold(f"{best.name} {best.category.partition(' > ')[2]}"):
        known = alone.cover >= _WHOLE
        return Match(match.query, match.found, max(match.cover, CARRIED if known else 0.0))
    return Match(match.query, alone.found, alone.cover) if alone.cover >= _WHOLE else match


def _unmended(catalog: Catalog, match: Match) -> Match:
    """The search without the words that had to be mended: 'tide pods' are pods, not zip ties."""
    words = match.query.split()
    kept = [w for w in words if w in (match.found.corrected or "").split()]
    if not kept or len(kept) == len(words):
        return match
    found = look(catalog, " ".join(kept))
    return Match(match.query, found.found, found.cover * len(kept) / len(words))


def _policies(catalog: Catalog, words: str, content: str) -> tuple[PolicyHit, ...]:
    """Policies for the whole utterance and for its content alone, which says it less clearly."""
    hits = {hit.policy.topic: hit for hit in catalog.match_policy(words, 3)}
    for hit in catalog.match_policy(content, 2) if content and content != words else ():
        score = _CONTENT_ALONE * hit.score
        if hit.policy.topic not in hits or hits[hit.policy.topic].score < score:
            hits[hit.policy.topic] = PolicyHit(hit.policy, score)
    return tuple(sorted(hits.values(), key=lambda hit: -hit.score))
