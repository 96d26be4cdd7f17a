"""The sentences: each is used, can be filled in, and says what it should."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

import kiosk.assistant
from kiosk.assistant import Assistant, Turn, WordingError, languages
from kiosk.assistant.wording import wording
from local_catalog import Catalog, Money
from tests.kiosk.assistant.conftest import FRIDAY

ROOM = Path(kiosk.assistant.__file__).parent
EN = wording("en")


def test_every_sentence_is_used() -> None:
    files = [*ROOM.rglob("*.py"), *(ROOM / "words").rglob("*.toml")]
    used = " ".join(path.read_text(encoding="utf-8") for path in files)
    table = tomllib.loads((ROOM / "wording" / "en.toml").read_text(encoding="utf-8"))
    unused = [
        key
        for part in ("say", "parts", "suggest")
        for key in table[part]
        if not re.search(rf"[\"']{key}[\"']", used) and not key.startswith(("control_", "message_"))
    ]
    assert not unused


@pytest.mark.parametrize("key", EN.keys())
def test_variants_use_the_same_facts(key: str) -> None:
    table = tomllib.loads((ROOM / "wording" / "en.toml").read_text(encoding="utf-8"))["say"][key]
    for turn in range(len(table)):
        said = EN.say(key, turn, **dict.fromkeys(EN.places(key), "x"))
        assert said[0].isupper() or said.startswith("x") or said[0] in "'\""
        assert "{" not in said
        assert len(said) < 220


def test_every_control_word_has_a_sentence() -> None:
    control = tomllib.loads((ROOM / "words" / "en" / "control.toml").read_text(encoding="utf-8"))
    actions = {f"control_{rule['action']}" for rule in control["rule"]}
    assert actions <= set(EN.keys())


def test_it_says_that_it_is_a_machine(assistant: Assistant, ask: Callable[..., Turn]) -> None:
    assert "automated assistant" in assistant.greeting("en")
    assert "Larkfield Market" in assistant.greeting("en")
    assert assistant.greeting("xx") == assistant.greeting("en")
    for text in ("are you human", "is this a real person", "am i talking to a robot", "who are you", "are you ai"):
        assert "automated assistant" in ask(text).say


@pytest.mark.parametrize(
    ("minor", "currency", "said"),
    [
        (349, "USD", "$3.49"),
        (5, "USD", "$0.05"),
        (123456, "USD", "$1,234.56"),
        (999, "EUR", "€9.99"),
        (100, "CHF", "1.00 CHF"),
    ],
)
def test_money(minor: int, currency: str, said: str) -> None:
    assert EN.money(Money(minor, currency)) == said


@pytest.mark.parametrize(
    ("minutes", "said", "today"),
    [
        (0, "midnight", "midnight"),
        (24 * 60, "midnight", "midnight"),
        (7 * 60, "7 in the morning", "7 in the morning"),
        (12 * 60, "noon", "noon"),
        (13 * 60 + 5, "1:05 in the afternoon", "1:05 in the afternoon"),
        (22 * 60, "10 at night", "10 tonight"),
        (25 * 60, "1 in the morning", "1 in the morning"),
    ],
)
def test_clock(minutes: int, said: str, today: str) -> None:
    assert EN.clock(minutes) == said
    assert EN.clock_today(minutes) == today


def test_names_say_brand_and_size_once(catalog: Catalog) -> None:
    milk = catalog.search("whole milk 1 gal").hits[0].product
    assert EN.name(milk) == "Larkfield Whole Milk (1 gal)"
    assert EN.name(milk, size=False) == "Larkfield Whole Milk"
    assert EN.name(replace(milk, name="Larkfield Milk 1 gal")) == "Larkfield Milk 1 gal"
    assert EN.name(replace(milk, size="each")) == "Larkfield Whole Milk"


def at(day: int, hour: int, minute: int) -> datetime:
    """A time in November 2026 by the store's own clock; the 20th is a Friday."""
    return FRIDAY.replace(day=day, hour=hour, minute=minute)


@pytest.mark.parametrize(
    ("now", "text", "parts"),
    [
        (at(20, 15, 4), "when do you close", ["open until 10 tonight"]),
        (at(20, 6, 30), "are you open", ["closed right now", "7 in the morning"]),
        (at(20, 23, 10), "are you open", ["closed right now", "tomorrow", "7 in the morning"]),
        (at(21, 23, 10), "are you open", ["tomorrow", "8 in the morning"]),
        (at(22, 19, 59), "are you still open", ["open until 8 tonight"]),
        (at(22, 20, 0), "are you still open", ["closed right now"]),
        (at(20, 15, 4), "are you open on sundays", ["On Sunday", "8 in the morning", "8 at night"]),
        (at(20, 15, 4), "do you open tomorrow", ["On Saturday"]),
    ],
)  # fmt: skip
def test_hours(ask: Callable[..., Turn], now: datetime, text: str, parts: list[str]) -> None:
    turn = ask(text, now=now)
    assert turn.intent == "policy"
    assert all(part in turn.say for part in parts), turn.say


def test_sentences_take_turns(ask: Callable[..., Turn]) -> None:
    said = {ask("where is the saffron").say for _ in range(4)}
    assert len(said) > 1


def test_a_language_that_is_not_there_is_named() -> None:
    assert languages() == {"ar", "de", "en", "es", "fr"}
    with pytest.raises(WordingError, match="xx"):
        wording("xx")
    assert FRIDAY.weekday() == 4
