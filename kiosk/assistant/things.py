"""The several products of one request: 'milk, two loaves of bread and a dozen eggs'.

Words are told apart only where each side is a product of its own; names with 'and' in them stay whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kiosk.assistant.amounts import MAX_QUANTITY, number_at
from kiosk.assistant.evidence import CARRIED, Match, but_not, look
from kiosk.assistant.follow import is_trait_only, strongest
from kiosk.assistant.parse import Parse, parse
from kiosk.assistant.segments import segments
from kiosk.assistant.several_words import SeveralWords, several_words
from kiosk.assistant.text import Utterance, take_apart
from kiosk.assistant.word_lists import WordLists
from local_catalog import Catalog, Filters, Hit, Product
from models.gloss import fold

_INTENTS = (None, "find", "detail", "list")
_SURE = 0.95
"""Cover of at least one of the things, and of each where neither mark nor word stands between them."""
_FAINT = 0.6
"""Vote of a cue that hears a single word of a policy."""
_LONGEST_NAME = 3
"""Words of a thing where nothing stands between one and the next."""
_LONGEST_ROW = 8
_MOST_THINGS = 10
_MOSTLY = 0.5
"""Share of a product's name from which words of both sides are that name."""
_GOES_ON = frozenset(("with", "for", "from", "against", "like", "between"))
"""Words after which 'and' goes on: 'a cleaner for kitchen and bath'."""
_SPEAKS = frozenset(("i", "we", "it", "he", "she", "they", "that", "this", "because", "if", "thanks", "not"))
_ARTICLES = frozenset(("a", "an", "the", "some", "my"))


@dataclass(frozen=True, slots=True)
class Thing:
    """One of several products asked for. `said` are its words as sought."""

    said: str
    match: Match
    quantity: int | None = None

    @property
    def carried(self) -> bool:
        """Whether the store has it."""
        return self.match.cover >= CARRIED and bool(self.match.found.hits)


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    joint: str
    words: tuple[str, ...]
    parsed: Parse
    content: tuple[str, ...]
    one: bool = False
    """A name with 'and' in it, which is not taken apart again."""

    @property
    def query(self) -> str:
        return " ".join(self.content)


class _Finder:
    def __init__(self, utterance: Utterance, lists: WordLists, catalog: Catalog) -> None:
        self._language = utterance.language
        self._lists = lists
        self._catalog = catalog
        self._words: SeveralWords = several_words()
        found = segments(utterance, self._words)
        self._pieces = [self._piece(utterance.text[s.start : s.end], s.joint) for s in found]

    @property
    def cut(self) -> bool:
        """Whether a mark or a joining word stands between the words."""
        return len(self._pieces) > 1

    def things(self) -> tuple[Thing, ...]:
        pieces = [piece for piece in self._merged() if _names(piece)]
        if not 0 < len(pieces) <= _MOST_THINGS:
            return ()
        found = [thing for piece in self._shared(pieces) for thing in self._of(piece, alone=len(pieces) == 1)]
        sure = any(thing.match.cover >= _SURE for thing in found)
        known = {thing.match.close[0].product.sku if thing.carried else thing.said for thing in found}
        return tuple(found) if sure and len(known) > 1 else ()

    def _piece(self, text: str, joint: str) -> _Piece:
        said = take_apart(text, self._lists.text, self._language)
        parsed = parse(said, self._lists, self._catalog.store.currency)
        packs = {a for a, b in pairwise(said.words) if a in self._words.packs and b == "of"}
        if parsed.quantity is None and (count := self._packs(said.words)):
            parsed = replace(parsed, quantity=count)
            packs |= {w for w in parsed.content if w in self._words.packs or w.isdigit()}
            packs |= set(self._lists.amounts.numbers)
        content = tuple(w for w in parsed.content if w not in packs)
        if "for" in said.words and joint:  # 'candy for movie night' is candy
            front = said.words[: said.words.index("for")]
            content = tuple(w for w in content if w in front) or content
        return _Piece(text, joint, said.words, parsed, content)

    def _packs(self, words: Sequence[str]) -> int | None:
        """'2 pints of cream' are two."""
        for at in range(len(words)):
            number = number_at(words, at, self._lists.amounts)
            if number is None or number.value != int(number.value) or not 0 < number.value <= MAX_QUANTITY:
                continue
            before = words[number.end - 1] if number.money else ""
            if before in self._words.packs or (number.end < len(words) and words[number.end] in self._words.packs):
                return int(number.value)
        return None

    def _merged(self) -> Iterator[_Piece]:
        """The pieces, with those put together again that are one thing."""
        held: _Piece | None = None
        for piece in self._pieces:
            if held is not None and self._together(held, piece):
                joined = self._piece(f"{held.text} and {piece.text}", held.joint)
                more = tuple(w for w in piece.content if w not in held.content)
                held = replace(joined, content=(*held.content, *more), one=True)
            else:
                if held is not None:
                    yield held
                held = piece
        if held is not None:
            yield held

    def _together(self, before: _Piece, after: _Piece) -> bool:
        row = "".join(" " + w for w in (*before.words, "and", *after.words)) + " "
        if any(f"{name} " in row for name in self._words.one_thing):
            return True
        if after.joint == "and" and is_trait_only(before.parsed) and after.content:
            return True
        if not before.content or not after.content or after.joint != "and":
            return False
        goes_on = _GOES_ON & set(before.words) and after.words[0] not in _ARTICLES and not after.parsed.quantity
        return bool(goes_on) or self._is_name((*before.content, *after.content))

    def _is_name(self, content: tuple[str, ...]) -> bool:
        match = look(self._catalog, " ".join(content))
        if match.cover < _SURE:
            return False
        return any(_named_by(content, hit.product) for hit in match.close)

    def _shared(self, pieces: Sequence[_Piece]) -> Iterator[_Piece]:
        """'Cat and dog food' are cat food and dog food."""
        for piece, after in pairwise([*pieces, None]):
            assert piece is not None
            if after is not None and after.joint == "and" and len(piece.content) == 1 and len(after.content) > 1:
                both = (*piece.content, after.content[-1])
                match = look(self._catalog, " ".join(both))
                if match.cover >= _SURE and any(" ".join(both) in fold(hit.product.name) for hit in match.close):
                    yield replace(piece, content=both)
                    continue
            yield piece

    def _of(self, piece: _Piece, alone: bool) -> list[Thing]:
        traits, prices = piece.parsed.traits, piece.parsed.prices
        filters = Filters(
            max_price=prices.most,
            min_price=prices.least,
            diet=tuple(dict.fromkeys(n.name for n in traits.diet)),
            without_allergens=tuple(dict.fromkeys(n.name for n in traits.avoid)),
            own_brand=bool(traits.own_brand),
        )
        match = but_not(look(self._catalog, piece.query, filters), piece.parsed.unwanted)
        if len(piece.content) > 1 and not piece.one and (match.cover < _SURE or not alone):
            named = match.cover >= _SURE and any(_named_by(piece.content, hit.product) for hit in match.close)
            row = [] if named else self._row(piece.content, match.cover >= _SURE)
            if len(row) > (2 if alone else 1):
                first = [Thing(row[0], look(self._catalog, row[0], filters), piece.parsed.quantity)]
                return first + [Thing(said, look(self._catalog, said)) for said in row[1:]]
        said = " ".join((*(n.name for n in traits.diet), piece.query))
        return [Thing(said if filters.diet else piece.query, match, piece.parsed.quantity)]

    def _row(self, content: tuple[str, ...], strict: bool) -> list[str]:
        """The fewest names in a row that make up all the words; empty if some words are no name. Strict: the last
        ends as a name does, too."""
        if len(content) > _LONGEST_ROW:
            return []
        best: list[list[str] | None] = [[], *([None] * len(content))]
        for end in range(1, len(content) + 1):
            for start in range(max(0, end - _LONGEST_NAME), end):
                before = best[start]
                shorter = best[end]
                if before is None or (shorter is not None and len(shorter) <= len(before) + 1):
                    continue
                text = " ".join(content[start:end])
                match = look(self._catalog, text)
                last = end == len(content) and not strict
                if end - start > 1 and not _in_row(text, match.close):
                    continue
                if match.cover >= _SURE and (last or _ends_name(content[end - 1], match.close)):
                    best[end] = [*before, text]
        return best[len(content)] or []


def _names(piece: _Piece) -> bool:
    """Whether it can name a product: no bare number, and no remark such as 'I just moved in'."""
    if all(word.isdigit() for word in piece.content):
        return False
    return bool(piece.parsed.votes) or not piece.joint or piece.words[0] not in _SPEAKS


def _in_row(text: str, close: Sequence[Hit]) -> bool:
    """Whether these words stand so in the name or the kind of a product."""
    return any(text.rstrip("s") in fold(f"{hit.product.name} > {hit.product.category}") for hit in close)


def _ends_name(word: str, close: Sequence[Hit]) -> bool:
    """Whether a name can end with the word: a plural, or the last word of such a product's name or kind. 'Maple' of
    'maple cookies' is neither."""
    if word.endswith("s") and not word.endswith("ss"):
        return True
    return any(
        fold(text).split()[-1:] == [word]
        for hit in close
        for text in (hit.product.name, *hit.product.category.split(" > "))
    )


def _named_by(content: Sequence[str], product: Product) -> bool:
    """Whether the words make up most of the product's name: 'mac', 'cheese' and Macaroni and Cheese."""
    name = [w for w in fold(product.name).replace(",", " ").split() if w not in ("and", "&", "with")]
    met = [next((n for n in name if n.startswith(word.rstrip("s"))), None) for word in content]
    return None not in met and len(set(met)) > _MOSTLY * len(name)


def things_of(
    utterance: Utterance, parsed: Parse, cover: float, lists: WordLists, catalog: Catalog
) -> tuple[Thing, ...]:
    """The products that one request names, in order; none if it names one or is not about products. `cover`: how well
    the catalog covers all its words as one thing.

    Raises CatalogError.
    """
    intent = strongest(parsed)
    faint = intent == "policy" and parsed.votes["policy"] <= _FAINT  # 'toilet' is in toilet paper, too
    if len(parsed.content) < 2 or (intent not in _INTENTS and not faint):
        return ()
    finder = _Finder(utterance, lists, catalog)
    return finder.things() if finder.cut or (cover < CARRIED and len(parsed.content) > 2) else ()
