"""What the words require of a product (diet, allergens to avoid, order) and where they point back at products shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.assistant.amounts import starts_with
from kiosk.assistant.word_lists import Phrase, TraitWords

_AFTER = ("free", "allergy", "allergies", "intolerance", "intolerant", "allergic")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Named:
    """A trait, allergen or reference that the words name, at words[start:end]."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Traits:
    """All that was found. `avoid` are allergens named with 'no', 'without', 'free' or 'allergic to'."""

    diet: tuple[Named, ...] = ()
    avoid: tuple[Named, ...] = ()
    allergens: tuple[Named, ...] = ()
    other: tuple[Named, ...] = ()
    sort: tuple[Named, ...] = ()
    own_brand: tuple[Named, ...] = ()
    references: tuple[Named, ...] = ()


def _all(words: Sequence[str], phrases: Sequence[tuple[Phrase, str]], taken: list[Span] | None = None) -> list[Named]:
    found: list[Named] = []
    used = list(taken or ())
    for phrase, name in phrases:  # longest first, so that a part of a longer phrase is not found again
        for at in range(len(words) - len(phrase) + 1):
            end = at + len(phrase)
            if starts_with(words, at, phrase) and not any(at < e and s < end for s, e in used):
                found.append(Named(name, at, end))
                used.append((at, end))
    return sorted(found, key=lambda n: n.start)


def _avoided(words: Sequence[str], lists: TraitWords) -> list[Named]:
    """Allergens after 'no', 'without', 'allergic to', or before 'free' or 'allergy'; 'or' and 'and' go on."""
    found: list[Named] = []
    for named in _all(words, lists.avoid):
        before = words[max(0, named.start - 3) : named.start]
        negated = bool(before) and (
            before[-1] in ("no", "without", "zero", "non", "avoid", "avoiding")
            or (before[-1] == "any" and len(before) > 1 and before[-2] in ("without", "contain", "have"))
            or tuple(before[-2:]) in (("allergic", "to"), ("free", "of"), ("free", "from"), ("intolerant", "to"))
            or (before[-1] in ("contain", "have", "has") and "not" in before)
        )
        following = words[named.end] if named.end < len(words) else ""
        start, end = named.start, named.end
        if following in _AFTER or (following == "less" and named.name in ("milk", "eggs")):
            end += 1
        elif negated:
            start -= 2 if len(before) > 1 and (before[-1] == "to" or before[-1] == "any") else 1
        elif not (found and before and before[-1] in ("or", "and", "nor") and found[-1].end == named.start - 1):
            continue
        found.append(Named(named.name, start, end))
    return found


def find_traits(words: Sequence[str], lists: TraitWords) -> Traits:
    """Read the traits in the words. A word may be part of one reference and one trait, never of two traits."""
    diet = _all(words, lists.diet)
    spans = [(n.start, n.end) for n in diet]
    avoid = [n for n in _avoided(words, lists) if not any(n.start < e and s < n.end for s, e in spans)]
    for named in list(diet):
        if named.start and words[named.start - 1] in ("not", "non") and not named.name.endswith("-free"):
            diet.remove(named)
    own = _all(words, [(phrase, "own_brand") for phrase in lists.own_brand])
    return Traits(
        diet=tuple(diet),
        avoid=tuple(avoid),
        allergens=tuple(_all(words, lists.allergen)),
        other=tuple(_all(words, [(phrase, " ".join(phrase)) for phrase in lists.other])),
        sort=tuple(_all(words, lists.sort)),
        own_brand=tuple(own),
        references=tuple(_all(words, lists.references)),
    )
