"""What the shop itself knows of the words: products, policies and departments that they may mean.

A model may mark the wrong words, and a rule may leave too many over. So the search is made with each reading of the
query, and the one that the catalog covers best counts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from kiosk.assistant.parse import Parse
from kiosk.assistant.text import Utterance
from local_catalog import Catalog, Filters, Found, Hit, PolicyHit, Product, content_words
from models.gloss import fold

CARRIED = 0.62
"""From this cover on a product is what was asked for."""
NEAR = 0.3
"""From this cover on it is at least near."""
CLOSE = 0.92
"""Hits of this share of the best cover are as good as the best."""
LIMIT = 24
_CONTENT_ALONE = 0.9
_ALIKE = 0.8
_SHORT_WORD = 4
"""Words up to this length may not be mended but for swapped or doubled letters."""
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
    marked: bool = False
    """A model marked the words for the product."""

    @property
    def policy(self) -> float:
        """Score of the best policy, 0 to 1."""
        return self.policies[0].score if self.policies else 0.0


def look(
    catalog: Catalog, query: str, filters: Filters = _PLAIN, limit: int = LIMIT, language: str | None = None
) -> Match:
    """Search once, for words of that language if it is known. Words that the catalog mended into quite different ones
    count as unknown: a brisket is no basket."""
    if not query.strip():
        return Match()
    found = catalog.search(query, filters, limit=limit, language=language)
    cover = max((hit.score for hit in found.hits), default=0.0)
    if found.corrected is None:
        return Match(query, found, cover)
    words = query.split()
    mended = found.corrected.casefold().split()
    kept = [w for w in words if w in mended or any(alike(w, m) for m in mended)]
    if len(kept) == len(words):
        return Match(query, found, cover)
    if not kept:
        return Match(query)
    rest = look(catalog, " ".join(kept), filters, limit)
    return Match(query, rest.found, rest.cover * len(kept) / len(words))


def alike(word: str, mended: str) -> bool:
    """Whether one is a slip of the other: letters swapped or doubled, or most letters the same."""
    if word[:1] != mended[:1]:
        return False
    if sorted(word) == sorted(mended) or set(word) == set(mended):
        return True
    return len(word) > _SHORT_WORD and SequenceMatcher(None, word, mended).ratio() >= _ALIKE


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
    marked = tuple(_wanted(text, parsed) for text in marked)
    words = " ".join(utterance.words)
    candidates = [*marked, parsed.query, " ".join(w for w in parsed.content if w not in weak)]
    match = best_match(catalog, candidates)
    if utterance.glosses and match.cover < _WHOLE:
        own = (look(catalog, utterance.in_own_words(c), language=utterance.language) for c in candidates if c)
        match = max((match, *own), key=lambda m: m.cover)
    if match.cover < CARRIED and parsed.query:
        tail = " ".join(content_words(words))
        if tail and tail not in candidates:
            match = max(match, look(catalog, tail), key=lambda m: m.cover)
    department = catalog.match_department(parsed.query) if parsed.query else None
    match = but_not(_for_what(catalog, utterance, parsed, match), parsed.unwanted)
    kind = catalog.match_category(parsed.query) if parsed.query else None
    return Evidence(match, _policies(catalog, words, parsed.query), department, kind, any(marked))


def _wanted(text: str, parsed: Parse) -> str:
    """A model's reading of the query without what the words leave out or take back."""
    gone = {word for unwanted in parsed.unwanted for word in unwanted.split()} - set(parsed.content)
    words = [w for w in text.split() if w not in gone and (not parsed.correction or w in parsed.content)]
    return " ".join(w for at, w in enumerate(words) if w != "and" or 0 < at < len(words) - 1)


def but_not(match: Match, unwanted: tuple[str, ...]) -> Match:
    """Leaves out what has all words of something unwanted in its name, brand or traits, if something else is left."""
    if not unwanted:
        return match
    left = tuple(h for h in match.found.hits if not any(has(h.product, text) for text in unwanted))
    return Match(match.query, Found(left, len(left), match.found.corrected), match.cover) if left else match


def has(product: Product, text: str) -> bool:
    """Whether a product has all of these words in its name, brand or traits."""
    texts = " ".join((product.name, product.brand, *product.attributes.values()))
    known = {w.rstrip("s") for w in fold(texts).replace("-", " ").replace(",", " ").split()}
    return all(word.rstrip("s") in known for word in text.split() if word != "and")


def _for_what(catalog: Catalog, utterance: Utterance, parsed: Parse, match: Match) -> Match:
    """'Batteries for my remote' are batteries: what stands before 'for' has to be in what is found."""
    words = utterance.words
    if "for" not in words or not match.found.hits:
        return match
    last = len(words) - 1 - words[::-1].index("for")
    front = [w for w in parsed.content if w in words[:last]]
    behind = [w for w in parsed.content if w not in front]
    if not front or not behind:
        return match
    best = match.close[0].product
    noun = front[-1].rstrip("s").removesuffix("ie")
    alone = look(catalog, " ".join(front))
    is_other = fold(best.name).split()[-1].rstrip("s") in {w.rstrip("s") for w in behind}  # apples for pie are no pie
    if noun in fold(f"{best.name} {best.category.partition(' > ')[2]}") and not is_other:
        known = alone.cover >= _WHOLE
        return Match(match.query, match.found, max(match.cover, CARRIED if known else 0.0))
    return Match(match.query, alone.found, alone.cover) if alone.cover >= _WHOLE else match


def _policies(catalog: Catalog, words: str, content: str) -> tuple[PolicyHit, ...]:
    """Policies for the whole utterance and for its content alone, which says it less clearly."""
    hits = {hit.policy.topic: hit for hit in catalog.match_policy(words, 3)}
    for hit in catalog.match_policy(content, 2) if " " in content and content != words else ():
        score = _CONTENT_ALONE * hit.score
        if hit.policy.topic not in hits or hits[hit.policy.topic].score < score:
            hits[hit.policy.topic] = PolicyHit(hit.policy, score)
    return tuple(sorted(hits.values(), key=lambda hit: -hit.score))
