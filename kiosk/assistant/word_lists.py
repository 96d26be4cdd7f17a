"""The word lists of a language: everything about its wording that a retailer may edit, read from words/<language>/."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from kiosk.assistant.patterns import PatternError, Patterns

Phrase = tuple[str, ...]
"""Words in a row."""


class WordListError(Exception):
    """A word list cannot be read: the text names the file and the fault."""


@dataclass(frozen=True, slots=True)
class TextWords:
    """How text is taken apart."""

    fillers: frozenset[str]
    openings: tuple[Phrase, ...]
    endings: tuple[Phrase, ...]
    respell: Mapping[str, str]
    is_after: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """Patterns with what follows from them; `fields` are the other keys of the table in the file."""

    name: str
    patterns: Patterns
    unless: Patterns
    fields: Mapping[str, Any]

    def fires(self, padded: str) -> bool:
        """Whether the utterance matches and no exception does."""
        return self.patterns.search(padded) is not None and self.unless.search(padded) is None

    def text(self, key: str) -> str:
        """A field as text, '' if it is not there."""
        return str(self.fields.get(key, ""))

    def flag(self, key: str) -> bool:
        """A field as yes or no."""
        return bool(self.fields.get(key, False))


@dataclass(frozen=True, slots=True)
class AmountWords:
    """Numbers and prices in words."""

    numbers: Mapping[str, int]
    quantities: tuple[tuple[Phrase, int], ...]
    units: frozenset[str]
    cents: frozenset[str]
    other_units: frozenset[str]
    max_before: tuple[Phrase, ...]
    max_after: tuple[Phrase, ...]
    max_careful: frozenset[Phrase]
    min_before: tuple[Phrase, ...]
    min_after: tuple[Phrase, ...]
    min_careful: frozenset[Phrase]
    about: tuple[Phrase, ...]
    about_percent: int


@dataclass(frozen=True, slots=True)
class TraitWords:
    """What products can be, and the words that point at products shown."""

    diet: tuple[tuple[Phrase, str], ...]
    allergen: tuple[tuple[Phrase, str], ...]
    avoid: tuple[tuple[Phrase, str], ...]
    other: tuple[Phrase, ...]
    sort: tuple[tuple[Phrase, str], ...]
    own_brand: tuple[Phrase, ...]
    references: tuple[tuple[Phrase, str], ...]
    """Longest first; the kind is one, many, group, cheapest, dearest, largest, smallest, other, last or a number."""
    follow: Mapping[str, Patterns]
    stop: frozenset[str]
    weak: frozenset[str]
    """Words that name no product alone."""
    opinion: frozenset[str]
    verbs: frozenset[str]
    maker: frozenset[str]
    when: frozenset[str]
    question_words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something to suggest products for."""

    name: str
    patterns: Patterns
    searches: tuple[str, ...]
    medicine: bool
    adult: bool
    child: bool


@dataclass(frozen=True, slots=True)
class WordLists:
    """All lists of one language."""

    language: str
    text: TextWords
    urgent: tuple[Rule, ...]
    staff: tuple[Rule, ...]
    drugs: Patterns
    """Words that name a medicine."""
    control: tuple[Rule, ...]
    yes: Patterns
    no: Patterns
    language_names: Mapping[str, str]
    language_wish: Patterns
    language_other: Patterns
    foreign: Mapping[str, frozenset[str]]
    smalltalk: tuple[Rule, ...]
    cues: tuple[Rule, ...]
    amounts: AmountWords
    traits: TraitWords
    occasions: tuple[Occasion, ...]
    department_words: frozenset[str]
    swear: frozenset[str]
    demands: Patterns
    angry: Patterns


def _phrase(text: str) -> Phrase:
    return tuple(text.replace("-", " ").split())


def _longest_first(texts: Iterable[str]) -> tuple[Phrase, ...]:
    return tuple(sorted({_phrase(t) for t in texts}, key=lambda p: (-len(p), p)))


def _named(table: Mapping[str, Iterable[str]]) -> tuple[tuple[Phrase, str], ...]:
    pairs = [(_phrase(text), name) for name, texts in table.items() for text in texts]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


def _choice(table: Mapping[str, Iterable[str]]) -> str:
    """All words of a table as a choice for patterns."""
    return "|".join(text.replace("-", " ") for texts in table.values() for text in texts)


def _rules(table: Mapping[str, Any], key: str = "rule", more: Mapping[str, str] | None = None) -> tuple[Rule, ...]:
    lists: Mapping[str, str] = {**table.get("lists", {}), **(more or {})}
    return tuple(
        Rule(
            name=str(entry.get("name") or entry.get("action") or entry.get("say") or entry.get("intent") or number),
            patterns=Patterns.of(entry["patterns"], lists),
            unless=Patterns.of(entry.get("unless", ()), lists),
            fields={k: v for k, v in entry.items() if k not in ("patterns", "unless")},
        )
        for number, entry in enumerate(table[key])
    )


def _text_words(table: Mapping[str, Any]) -> TextWords:
    return TextWords(
        fillers=frozenset(table["fillers"]),
        openings=_longest_first(table["openings"]),
        endings=_longest_first(table["endings"]),
        respell=table["respell"],
        is_after=frozenset(table["apostrophe"]["is_after"]),
    )


def _amount_words(table: Mapping[str, Any]) -> AmountWords:
    most, least = table["max"], table["min"]
    return AmountWords(
        numbers=table["number"],
        quantities=tuple((_phrase(words), n) for words, n in table["quantity"].items()),
        units=frozenset(table["money"]["units"]),
        cents=frozenset(table["money"]["cents"]),
        other_units=frozenset(table["money"]["other_units"]),
        max_before=_longest_first(most["words"]),
        max_after=_longest_first(most["after"]),
        max_careful=frozenset(_phrase(t) for t in most["careful"]),
        min_before=_longest_first(least["words"]),
        min_after=_longest_first(least["after"]),
        min_careful=frozenset(_phrase(t) for t in least["careful"]),
        about=_longest_first(table["about"]["words"]),
        about_percent=table["about"]["percent"],
    )


def _trait_words(table: Mapping[str, Any]) -> TraitWords:
    pointing = {k: v for k, v in table["reference"].items() if k != "ordinals"}
    allergen = _choice(table["allergen"])
    return TraitWords(
        diet=_named(table["diet"]),
        allergen=_named(table["allergen"]),
        avoid=_named(table["avoid"]),
        other=_longest_first(table["other"]["words"]),
        sort=_named(table["sort"]),
        own_brand=_longest_first(table["own_brand"]["words"]),
        references=_named({**pointing, **table["reference"]["ordinals"]}),
        follow={name: Patterns.of(patterns, {"allergen": allergen}) for name, patterns in table["follow"].items()},
        stop=frozenset(table["stop"]["words"]),
        weak=frozenset(table["weak"]["words"]),
        opinion=frozenset(table["opinion"]["words"]),
        verbs=frozenset(table["verbs"]["words"]),
        maker=frozenset(table["asks"]["maker"]),
        when=frozenset(table["asks"]["when"]),
        question_words=frozenset(table["question"]["words"]),
    )


def _occasions(table: Mapping[str, Any]) -> tuple[Occasion, ...]:
    return tuple(
        Occasion(
            name=entry["name"],
            patterns=Patterns.of(entry["patterns"], {}),
            searches=tuple(entry["searches"]),
            medicine=bool(entry.get("medicine", False)),
            adult=bool(entry.get("adult", False)),
            child=bool(entry.get("child", False)),
        )
        for entry in table["occasion"]
    )


@cache
def word_lists(language: str) -> WordLists:
    """The lists of a language (ISO 639-1), read once. Raises WordListError."""
    folder = files("kiosk.assistant") / "words" / language
    tables: dict[str, dict[str, Any]] = {}
    names = ("text", "urgent", "staff", "control", "smalltalk", "requests", "amounts", "traits", "occasions")
    for name in names:
        path = folder / f"{name}.toml"
        try:
            tables[name] = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise WordListError(f"word list {path}: {error}; restore the file from the package") from error
    try:
        control = tables["control"]
        traits = _trait_words(tables["traits"])
        diet, allergen = _choice(tables["traits"]["diet"]), _choice(tables["traits"]["allergen"])
        spoken = {"language": "|".join(control["languages"]), **control["lists"]}
        return WordLists(
            language=language,
            text=_text_words(tables["text"]),
            urgent=_rules(tables["urgent"]),
            staff=_rules(tables["staff"]),
            drugs=Patterns.of(["<drug>"], tables["staff"]["lists"]),
            control=_rules(control),
            yes=Patterns.of(control["answer"]["yes"], spoken),
            no=Patterns.of(control["answer"]["no"], spoken),
            language_names=control["languages"],
            language_wish=Patterns.of(control["language"]["patterns"], spoken),
            language_other=Patterns.of(control["language"]["change"], spoken),
            foreign={code: frozenset(words) for code, words in control["foreign"].items()},
            smalltalk=_rules(tables["smalltalk"]),
            cues=_rules(tables["requests"], "cue", {"diet": diet, "allergen": allergen}),
            amounts=_amount_words(tables["amounts"]),
            traits=traits,
            occasions=_occasions(tables["occasions"]),
            department_words=frozenset(tables["traits"]["department"]["words"]),
            swear=frozenset(tables["traits"]["swear"]["words"]),
            demands=Patterns.of(tables["traits"]["complaint"]["demands"], {}),
            angry=Patterns.of(tables["traits"]["complaint"]["angry"], {}),
        )
    except PatternError as error:
        raise WordListError(f"word lists in {folder}: {error}") from error
    except (KeyError, TypeError) as error:
        raise WordListError(f"word lists in {folder}: {error!r} is missing or of the wrong kind") from error
