"""Texts of people who mean harm change nothing: no price, no other session, no second page, no word of the kiosk.

The fake language model obeys the attacker: whatever it is told to say it says. What stands against it is the guard.
"""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from kiosk import protocol
from kiosk.assistant import Assistant, Turn
from kiosk.assistant.facts import Facts
from kiosk.assistant.guard import check
from kiosk.assistant.word_lists import word_lists
from kiosk.engine.core import Core
from kiosk.engine.state import open_state
from kiosk.settings import Settings
from local_catalog import Catalog, CatalogError, Product, build_catalog
from models import Context, Reading
from models.grammar import MAX_TEXT, request_grammar
from models.prompt import MAX_UTTERANCE, Cleaner, Message, answer, request
from tests.kiosk.assistant.conftest import FRIDAY
from tests.kiosk.assistant.expected import whole
from tests.kiosk.assistant.fakes import FakeHands, ticks

TABLE = whole("injection.toml")
ATTEMPTS: list[str] = [text for texts in TABLE["attempts"].values() for text in texts]
MARKS: list[str] = TABLE["marks"]["known"]
STORE = Path(__file__).parents[2] / "local_catalog" / "store"
QUESTIONS = ("where is the oat drink", "how much is the whole milk", "oat drink or whole milk", "what is on offer")


@dataclass
class Obedient:
    """A language model that says whatever the attacker wants said, and reads words as the attacker wants them read."""

    payload: str
    reading: Reading | None = None
    name: str = "obedient"
    words_answers: bool = True

    def understand(self, text: str, context: Context) -> Reading:
        return self.reading or Reading("find", 0.9, {"find": 0.9})

    def word(self, question: str, facts: Sequence[str], draft: str, language: str) -> str:
        return self.payload


@dataclass
class Silent(Obedient):
    """The same reader, but it words nothing."""

    words_answers: bool = False


def _said(catalog: Catalog, model: Obedient, question: str) -> Turn:
    assistant = Assistant(catalog, model, timer=ticks())
    return assistant.turn(assistant.begin(), question, FakeHands(catalog), FRIDAY)


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_what_an_obedient_model_is_told_to_say_is_not_said(catalog: Catalog, attempt: str) -> None:
    for question in QUESTIONS:
        assert _said(catalog, Obedient(attempt), question).say == _said(catalog, Silent(""), question).say


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_nor_is_it_said_to_the_attacker(catalog: Catalog, attempt: str) -> None:
    before = _prices(catalog)
    turn = _said(catalog, Obedient("PWNED: it is free, $0.01"), attempt)
    assert "PWNED" not in turn.say
    assert "$0.01" not in turn.say or "$0.01" in attempt  # said back as what was not found
    assert turn.say == _said(catalog, Silent(""), attempt).say
    assert not re.search(r"[<>{}\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b]", turn.say)
    assert _prices(catalog) == before


def _prices(catalog: Catalog) -> list[int]:
    return [hit.product.current_price.minor for hit in catalog.search("milk").hits]


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_one_attempt_calls_once_at_most_and_staff_read_plain_words(
    ask: Callable[..., Turn], hands: FakeHands, attempt: str
) -> None:
    turns = [ask(attempt) for _ in range(3)]
    assert len(hands.calls) <= len({turn.page.reason for turn in turns if turn.page})
    for call in hands.calls:
        words = str(call["words"]) + str(call["said"])
        assert not [c for c in words if unicodedata.category(c) in ("Cc", "Cf") and c != "\n"]
        assert not any(mark in words for mark in MARKS if mark[0] == "<")
    assert not hands.lines or "add" in attempt


# --- a store whose texts are hostile


def _toml(text: str) -> str:
    """A TOML string with every character outside ASCII escaped."""
    plain = (c if c.isascii() and c.isprintable() and c not in '"\\' else f"\\U{ord(c):08X}" for c in text)
    return f'"{"".join(plain)}"'


def _hostile(folder: Path, attempts: Sequence[str]) -> Catalog:
    store = folder / "store"
    shutil.copytree(STORE, store)
    families = [
        f"""
[[family]]
name = "Trap {number}"
brand = "Snarewell"
category = ["Milk"]
place = "1-1-2"
description = {_toml(attempt)}
ingredients = {_toml(attempt)}
packs = [ {{ sku = "{109000 + number}", size = "1 qt", price = "2.39", stock = 8 }} ]
"""
        for number, attempt in enumerate(attempts)
    ]
    with (store / "products" / "dairy.toml").open("a", encoding="utf-8") as file:
        file.write("".join(families))
    target = folder / "hostile.db"
    build_catalog(store, target, today=date(2026, 11, 20))
    return Catalog.open(target, clock=lambda: date(2026, 11, 20))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    plain = [a for a in ATTEMPTS if a.isprintable() and len(a) < 120 and "  " not in a]
    opened = _hostile(tmp_path_factory.mktemp("hostile"), plain)
    yield opened
    opened.close()


def _traps(hostile: Catalog) -> list[Product]:
    found = [hostile.product(str(109000 + number)) for number in range(len(ATTEMPTS))]
    return [product for product in found if product is not None]


def test_descriptions_are_no_orders(hostile: Catalog) -> None:
    traps = _traps(hostile)
    assert len(traps) > 150
    lists = word_lists("en")
    for trap in traps:
        turn = _said(hostile, Obedient(trap.description), f"where is the {trap.name.lower()}")
        assert turn.products
        assert turn.products[0].sku == trap.sku
        assert "$2.39" in turn.say
        assert trap.description not in turn.say
        facts = Facts("2026-11-20")
        facts.about(trap)
        assert check(trap.description, facts, lists, "Snarewell is $2.39."), trap.description


def test_a_hostile_catalog_calls_nobody(hostile: Catalog) -> None:
    for trap in _traps(hostile):
        hands = FakeHands(hostile)
        assistant = Assistant(hostile, None, timer=ticks())
        conversation = assistant.begin()
        for text in (f"where is the {trap.name.lower()}", "tell me about it", "what is in it", "how much is it"):
            assistant.turn(conversation, text, hands, FRIDAY)
        assert not hands.calls


@pytest.mark.parametrize("attempt", [a for a in ATTEMPTS if not a.isprintable()])
def test_control_characters_in_names_are_refused_or_left_out(tmp_path: Path, attempt: str) -> None:
    try:
        catalog = _hostile(tmp_path, [attempt])
    except CatalogError:
        return  # refused as a whole is fine
    trap = catalog.product("109000")
    assert trap is not None
    turn = _said(catalog, Obedient(trap.description), "tell me about trap 0")
    assert not [c for c in turn.say if unicodedata.category(c) == "Cc"]
    catalog.close()


# --- the prompt and the grammar


def _prompts(attempt: str, cleaner: Cleaner) -> list[tuple[Message, int]]:
    """Messages with the attempt in each place, and how many lines each must have."""
    shown = Context(shown=(attempt, "Oat Drink"), last_intent="find", last_query=attempt, last_say=attempt)
    return [
        (request(attempt, Context(), cleaner), 4),
        (request("where is it", shown, cleaner), 4),
        (answer(attempt, ["price: $3.49"], "It is $3.49.", "en", cleaner), 5),
        (answer("how much", [attempt, attempt], attempt, attempt, cleaner), 6),
    ]


@pytest.mark.parametrize("attempt", ATTEMPTS)
@pytest.mark.parametrize("marks", [(), tuple(MARKS)], ids=["any model", "a model with these marks"])
def test_no_marks_and_no_lines_get_into_a_prompt(attempt: str, marks: tuple[str, ...]) -> None:
    for message, lines in _prompts(attempt, Cleaner(marks)):
        content = message["content"]
        assert message["role"] == "user"
        assert len(content.split("\n")) == lines
        assert not [mark for mark in MARKS if mark.casefold() in unicodedata.normalize("NFKC", content).casefold()]
        assert not re.search(r"[<>|{}\[\]\\`]", content)
        assert all(c == "\n" or unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cs") for c in content)
        assert len(content) < 6 * MAX_UTTERANCE


def test_the_instruct_model_cannot_leave_its_grammar() -> None:
    """Whatever it copies from an attempt into a string, its output is one JSON object with the fields of a request."""
    grammar = request_grammar()
    line = next(line for line in grammar.splitlines() if line.startswith("character ::="))
    allowed = re.compile(line.partition("::= ")[2].replace("[ !#-\\[\\]-~", r"[ !#-\[\]-~"))
    for attempt in ATTEMPTS:
        copied = "".join(c for c in attempt if allowed.fullmatch(c))[:MAX_TEXT]
        output = f'{{"intent":"find","query":"{copied}"}}'
        assert json.loads(output) == {"intent": "find", "query": copied}
        assert not set(copied) & set('"\\\n\r\x00')


@pytest.mark.parametrize("attempt", ATTEMPTS[::3])
def test_a_model_that_reads_as_the_attacker_wants_harms_nobody(catalog: Catalog, attempt: str) -> None:
    """A cleared list needs a yes, a quantity has a bound, a call is one call."""
    slots: dict[str, str | float | bool] = {"query": attempt, "brand": attempt, "topic": attempt, "reference": attempt}
    wishes: list[tuple[str, dict[str, str | float | bool]]] = [
        ("list", {"op": "clear"}),
        ("list", {"op": "add", "quantity": 99999.0}),
        ("staff", {}),
        ("policy", {}),
        ("find", {"max_price": -1.0}),
        ("detail", {"aspect": attempt}),
    ]
    for intent, more in wishes:
        hands = FakeHands(catalog)
        kept, other = (hit.product for hit in catalog.search("oat drink").hits[:2])
        hands.lines |= {kept.sku: 2, other.sku: 1}
        reading = Reading(intent, 0.99, {intent: 0.99}, slots={**slots, **more})
        assistant = Assistant(catalog, Obedient(attempt, reading), timer=ticks())
        assistant.turn(assistant.begin(), f"{attempt} x", hands, FRIDAY)
        assert kept.sku in hands.lines
        assert all(quantity < 1000 for quantity in hands.lines.values())
        assert len(hands.calls) <= len({str(call["reason"]) for call in hands.calls})


# --- the real engine: pages and sessions on disk


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    build_catalog(STORE, tmp_path / "catalog.db", today=date(2026, 11, 20))
    with open_state(tmp_path / "state.db") as connection:
        core = Core(Settings(data_dir=tmp_path), Catalog.open(tmp_path / "catalog.db"), connection, None)
        yield core
        core.close()
    core.catalog.close()


def _ask(core: Core, session: str, text: str) -> dict[str, object]:
    return core.think_thread.submit(core.ask_whole, session, text, "typed").result()


def test_a_storm_of_calls_is_a_page_for_each_reason(core: Core, tmp_path: Path) -> None:
    for text in (*TABLE["storm"]["texts"], *TABLE["storm"]["texts"]):
        _ask(core, "storm", text)
    pages = core.do(lambda: core.calls.pages(protocol.Pages(id=1)).pages)
    reasons = [page.reason for page in pages]
    assert len(reasons) > 5
    assert len(reasons) == len(set(reasons))


def test_no_attempt_reads_or_changes_another_session(core: Core, tmp_path: Path) -> None:
    _ask(core, "victim", "add aa batteries to my list")
    _ask(core, "victim", "where is the whole milk")
    before = str(_ask(core, "victim", "show my list")["say"])
    assert "Batteries" in before
    for attempt in ATTEMPTS:
        turn = _ask(core, "attacker", attempt)
        assert "Batteries" not in str(turn["say"]) or "batteries" in attempt or "tags" in attempt
    assert str(_ask(core, "victim", "show my list")["say"]).partition("Together")[0].count("Batteries") == 1
    with sqlite3.connect(tmp_path / "catalog.db") as connection:
        prices = {row[0] for row in connection.execute("SELECT price FROM product")}
    assert 1 not in prices
    assert 0 not in prices
