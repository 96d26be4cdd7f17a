"""The word lists of a language: everything about its wording that a retailer may edit, read from words/<language>/.

English has all of them; other spoken languages have those that reflexes need, as the rest is read in English words.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import product
from typing import Any

from kiosk.assistant.patterns import PatternError, Patterns
from models.gloss import fold

Phrase = tuple[str, ...]
"""Words in a row."""

_ACCENTED = re.compile("\\w*[^\\W_a-zA-Z0-9][\\w\N{ARABIC FATHATAN}-\N{ARABIC SUKUN}]*")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


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
class Courtesy:
    """Greetings, thanks, pleas and fillers of a language, which say nothing of what is wanted. Empty in English, where
    taking the text apart drops them."""

    anywhere: re.Pattern[str] | None = None
    first: re.Pattern[str] | None = None
    last: re.Pattern[str] | None = None

    def without(self, padded: str) -> str:
        """The words without them; all the words if nothing else would be left."""
        kept = padded
        for courtesies in (self.anywhere, self.first, self.last):
            kept = courtesies.sub("", kept) if courtesies else kept
        return kept or padded


@dataclass(frozen=True, slots=True)
class ReflexWords:
    """What reflexes listen for in one language, in the shopper's own words."""

    urgent: tuple[Rule, ...]
    staff: tuple[Rule, ...]
    drugs: Patterns
    """Words that name a medicine."""
    control: tuple[Rule, ...]
    yes: Patterns
    no: Patterns
    replies: frozenset[str]
    """First words of a yes or no that nobody asked for."""
    language_names: Mapping[str, str]
    language_wish: Patterns
    language_other: Patterns
    courtesy: Courtesy


@dataclass(frozen=True, slots=True)
class WordLists:
    """All lists of one language but those of reflexes."""

    language: str
    text: TextWords
    foreign: Mapping[str, frozenset[str]]
    """Small words of languages that are not spoken."""
    smalltalk: tuple[Rule, ...]
    cues: tuple[Rule, ...]
    amounts: AmountWords
    control_hints: Mapping[str, Patterns]
    """By action: words that tell it where a model says that the kiosk itself is to do something."""
    traits: TraitWords
    occasions: tuple[Occasion, ...]
    department_words: frozenset[str]
    swear: frozenset[str]
    demands: Patterns
    angry: Patterns


def _variants(word: str) -> set[str]:
    """How a word with accents is typed without: "möchte" is "mochte" or "moechte"."""
    return {fold(word), fold(word.lower().translate(_UMLAUTS))}


def _unaccented(pattern: str) -> str:
    """A pattern that matches words without accents, as `Utterance.said` has them."""

    def choice(match: re.Match[str]) -> str:
        variants = sorted(_variants(match[0]))
        return variants[0] if len(variants) == 1 else f"({'|'.join(variants)})"

    return _ACCENTED.sub(choice, pattern)


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


def _patterns(texts: Iterable[str], lists: Mapping[str, str]) -> Patterns:
    return Patterns.of([_unaccented(text) for text in texts], lists)


def _rules(table: Mapping[str, Any], key: str = "rule", more: Mapping[str, str] | None = None) -> tuple[Rule, ...]:
    lists = {**_lists(table), **(more or {})}
    return tuple(
        Rule(
            name=str(entry.get("name") or entry.get("action") or entry.get("say") or entry.get("intent") or number),
            patterns=_patterns(entry["patterns"], lists),
            unless=_patterns(entry.get("unless", ()), lists),
            fields={k: v for k, v in entry.items() if k not in ("patterns", "unless")},
        )
        for number, entry in enumerate(table[key])
    )


def _lists(table: Mapping[str, Any]) -> dict[str, str]:
    return {name: _unaccented(choice) for name, choice in table.get("lists", {}).items()}


def _any_of(phrases: Iterable[str], around: str) -> re.Pattern[str] | None:
    """Any of the phrases, longest first, put into `around` for {}."""
    spelled = {" ".join(words) for text in phrases for words in product(*(_variants(w) for w in text.split()))}
    longest_first = sorted(spelled, key=lambda phrase: (-len(phrase), phrase))
    if not longest_first:
        return None
    return re.compile(around.format("(?:" + "|".join(re.escape(" " + p) + "(?![^ ])" for p in longest_first) + ")+"))


def _courtesy(table: Mapping[str, Iterable[str]]) -> Courtesy:
    return Courtesy(
        anywhere=_any_of(table.get("anywhere", ()), "{}"),
        first=_any_of(table.get("first", ()), r"\A{}(?= )"),
        last=_any_of(table.get("last", ()), r"(?<=[^ ]){}\Z"),
    )


def _reflex_words(urgent: Mapping[str, Any], staff: Mapping[str, Any], control: Mapping[str, Any]) -> ReflexWords:
    spoken = {"language": "|".join(control["languages"]), **_lists(control)}
    return ReflexWords(
        urgent=_rules(urgent),
        staff=_rules(staff),
        drugs=Patterns.of(["<drug>"], _lists(staff)),
        control=_rules(control),
        yes=_patterns(control["answer"]["yes"], spoken),
        no=_patterns(control["answer"]["no"], spoken),
        replies=frozenset(control["answer"]["unasked"]),
        language_names=control["languages"],
        language_wish=_patterns(control["language"]["patterns"], spoken),
        language_other=_patterns(control["language"]["change"], spoken),
        courtesy=_courtesy(control.get("courtesy", {})),
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


_REFLEX = ("urgent", "staff", "control")
_ALL = ("text", *_REFLEX, "smalltalk", "requests", "amounts", "traits", "occasions")


def _tables(folder: Traversable, names: Iterable[str]) -> dict[str, dict[str, Any]]:
    tables: dict[str, dict[str, Any]] = {}
    for name in names:
        path = folder / f"{name}.toml"
        try:
            tables[name] = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise WordListError(f"word list {path}: {error}; restore the file from the package") from error
    return tables


@contextmanager
def _faults_of(folder: Traversable) -> Iterator[None]:
    """What is wrong inside a folder's lists, told with its path."""
    try:
        yield
    except PatternError as error:
        raise WordListError(f"word lists in {folder}: {error}") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise WordListError(f"word lists in {folder}: {error!r} is missing or of the wrong kind") from error


@cache
def reflex_words(language: str) -> ReflexWords:
    """What reflexes listen for in a language (ISO 639-1), read once. Raises WordListError."""
    folder = files("kiosk.assistant") / "words" / language
    tables = _tables(folder, _REFLEX)
    with _faults_of(folder):
        return _reflex_words(tables["urgent"], tables["staff"], tables["control"])


@cache
def spoken() -> tuple[str, ...]:
    """The languages that reflexes listen for (ISO 639-1): the folders of words/."""
    folders = (files("kiosk.assistant") / "words").iterdir()
    return tuple(sorted(folder.name for folder in folders if (folder / f"{_REFLEX[0]}.toml").is_file()))


@cache
def word_lists(language: str) -> WordLists:
    """The lists of a language (ISO 639-1), read once. Raises WordListError."""
    folder = files("kiosk.assistant") / "words" / language
    tables = _tables(folder, _ALL)
    with _faults_of(folder):
        traits = _trait_words(tables["traits"])
        diet, allergen = _choice(tables["traits"]["diet"]), _choice(tables["traits"]["allergen"])
        return WordLists(
            language=language,
            text=_text_words(tables["text"]),
            foreign={code: frozenset(words) for code, words in tables["control"]["foreign"].items()},
            smalltalk=_rules(tables["smalltalk"]),
            cues=_rules(tables["requests"], "cue", {"diet": diet, "allergen": allergen}),
            amounts=_amount_words(tables["amounts"]),
            control_hints={action: Patterns.of(words, {}) for action, words in tables["control"]["hints"].items()},
            traits=traits,
            occasions=_occasions(tables["occasions"]),
            department_words=frozenset(tables["traits"]["department"]["words"]),
            swear=frozenset(tables["traits"]["swear"]["words"]),
            demands=Patterns.of(tables["traits"]["complaint"]["demands"], {}),
            angry=Patterns.of(tables["traits"]["complaint"]["angry"], {}),
        )
