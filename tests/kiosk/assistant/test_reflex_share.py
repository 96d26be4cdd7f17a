"""What part of the wishes for a person the reflexes catch by themselves, in every language, and how often wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.assistant.conversation import Conversation
from kiosk.assistant.reflexes import Reflex, reflex
from kiosk.assistant.text import take_apart
from kiosk.assistant.word_lists import reflex_words, spoken, word_lists
from local_catalog import Catalog
from tests.kiosk.assistant.expected import whole

DATA = Path(__file__).parents[3] / "models" / "training" / "data"
EN = word_lists("en")
CALLS = ("urgent", "staff", "offer")
EACH = 3
"""Of the turns that want no person, every third is asked."""
_MARK = re.compile(r"\[([^\]]+)\]\(\w+!?\)")


def _turns(language: str) -> Iterator[tuple[str, str]]:
    """Intent and words of every turn in a language."""
    foreign = tuple(f"{name}_" for name in spoken() if name != "en")
    for path in sorted([*(DATA / "drafts").glob("*.txt"), *(DATA / "turns").glob("*.txt")]):
        if path.name.startswith(f"{language}_") or (language == "en" and not path.name.startswith(foreign)):
            for line in path.read_text(encoding="utf-8").splitlines():
                intent, bar, words = line.partition(" | ")
                if bar and not line.startswith("#"):
                    yield intent.split()[0], _MARK.sub(r"\1", words)


def _set_off(text: str, language: str, catalog: Catalog) -> Reflex | None:
    return reflex(take_apart(text, EN.text, language), Conversation(), catalog, EN)


def _calls(text: str, language: str, catalog: Catalog) -> bool:
    found = _set_off(text, language, catalog)
    return found is not None and found.kind in CALLS


@pytest.mark.parametrize(("language", "least"), [("en", 0.92), ("es", 0.97), ("fr", 0.97), ("de", 0.97)])
def test_who_wants_a_person_is_caught_without_a_model(catalog: Catalog, language: str, least: float) -> None:
    wishes = [words for intent, words in _turns(language) if intent == "staff"]
    missed = [words for words in wishes if not _calls(words, language, catalog)]
    assert len(wishes) >= 40
    assert 1 - len(missed) / len(wishes) >= least, missed


@pytest.mark.parametrize("language", ["en", "es", "fr", "de"])
def test_who_wants_something_else_is_seldom_taken_for_it(catalog: Catalog, language: str) -> None:
    others = [words for intent, words in _turns(language) if intent not in ("staff", "complaint")][::EACH]
    called = [words for words in others if _calls(words, language, catalog)]
    assert len(others) >= 200
    assert len(called) <= 0.01 * len(others), called


def test_fresh_wishes_are_caught(catalog: Catalog) -> None:
    wishes = whole("fresh_calls.toml")["calls"]
    missed = [words for words in wishes if not _calls(words, "en", catalog)]
    assert len(missed) <= 0.23 * len(wishes), missed


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("es", "¡socorro!", "medical"), ("es", "hay humo", "fire"), ("es", "no encuentro a mi hija", "lost_child"),
        ("es", "me robaron el celular", "theft"), ("es", "quiero morirme", "self_harm"),
        ("es", "un hombre me está siguiendo", "threat"), ("es", "me corte el dedo", "injury"),
        ("fr", "au secours", "medical"), ("fr", "il y a le feu", "fire"), ("fr", "j'ai perdu mon fils", "lost_child"),
        ("fr", "on m'a volé mon sac", "theft"), ("fr", "j'ai envie de mourir", "self_harm"),
        ("fr", "un homme me suit depuis dix minutes", "threat"), ("fr", "ma mère est tombée", "injury"),
        ("de", "Hilfe!", "medical"), ("de", "es brennt", "fire"), ("de", "mein Sohn ist weg", "lost_child"),
        ("de", "mir wurde der Geldbeutel geklaut", "theft"), ("de", "ich will nicht mehr leben", "self_harm"),
        ("de", "ein Mann belästigt mich", "threat"), ("de", "ich hab mich geschnitten", "injury"),
    ],
)  # fmt: skip
def test_danger_in_the_shoppers_own_words(catalog: Catalog, language: str, text: str, name: str) -> None:
    found = _set_off(text, language, catalog)
    assert found is not None
    assert found.kind == "urgent"
    assert found.rule is not None
    assert found.rule.name == name


@pytest.mark.parametrize(
    ("language", "text", "kind", "value"),
    [
        ("es", "sí", "yes", ""), ("es", "no, gracias", "no", ""), ("fr", "oui", "yes", ""),
        ("fr", "non merci", "no", ""),
        ("de", "ja bitte", "yes", ""), ("de", "nein danke", "no", ""),
        ("es", "más alto por favor", "control", "louder"), ("fr", "répétez s'il vous plaît", "control", "repeat"),
        ("de", "könnten Sie bitte lauter sprechen", "control", "louder"), ("es", "para", "control", "stop"),
        ("fr", "plus lentement", "control", "slower"), ("de", "zurueck", "control", "back"),
        ("es", "en inglés por favor", "language", "en"), ("fr", "en allemand", "language", "de"),
        ("de", "sprechen Sie Spanisch", "language", "es"), ("de", "auf Französisch", "language", "fr"),
        ("en", "in german please", "language", "de"),
    ],
)  # fmt: skip
def test_yes_no_control_and_language(catalog: Catalog, language: str, text: str, kind: str, value: str) -> None:
    found = _set_off(text, language, catalog)
    assert found is not None
    assert (found.kind, found.value) == (kind, value)


@pytest.mark.parametrize("language", ["es", "fr", "de"])
def test_every_rule_has_the_fields_of_its_english_namesake(language: str) -> None:
    """What follows from a rule is the same in every language."""
    for own, english in (
        (reflex_words(language).urgent, reflex_words("en").urgent),
        (reflex_words(language).staff, reflex_words("en").staff),
    ):
        assert {r.name: dict(r.fields) for r in own} == {r.name: dict(r.fields) for r in english}


@pytest.mark.parametrize("language", ["es", "fr", "de"])
def test_the_same_actions_in_every_language(language: str) -> None:
    assert {r.name for r in reflex_words(language).control} == {r.name for r in reflex_words("en").control}


def test_a_word_typed_without_its_accents_is_the_same_word(catalog: Catalog) -> None:
    for text in ("ich möchte mit dem Geschäftsführer sprechen", "ich moechte mit dem Geschaeftsfuehrer sprechen",
                 "ich mochte mit dem Geschaftsfuhrer sprechen"):  # fmt: skip
        found = _set_off(text, "de", catalog)
        assert found is not None
        assert found.rule is not None
        assert found.rule.name == "manager", text
