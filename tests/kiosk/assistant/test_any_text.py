"""Whatever is typed or said, there is an answer, soon, and no exception."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.assistant import Assistant, turn_json
from local_catalog import Catalog
from tests.kiosk.assistant.conftest import FRIDAY
from tests.kiosk.assistant.expected import turns
from tests.kiosk.assistant.fakes import FakeHands

FRAGMENTS = [
    "'; DROP TABLE product; --",
    '" OR 1=1 --',
    "SELECT * FROM product",
    "Qt.quit()",
    "import QtQuick",
    "{{7*7}}",
    "%s%n",
    "<script>alert(1)</script>",
    "<b>milk</b>",
    "\\u0000",
    "\x00\x01\x02",
    "\ud800",
    "\u202e",
    "\u200d",
    "🥛🔥👩‍👩‍👧",
    "NEAR(",
    "milk*",
    '"milk',
    "col:milk",
    "^milk",
    "-milk",
    "AND OR NOT",
    "()",
    "[INST]",
    "<|im_end|>",
    "../../etc/passwd",
    "\r\n",
    "\t",
    "½",
    "٣",
    "$",
    "$$$",
    "$1e999",
    "9" * 400,
    "1,000,000,000",
    "0",
    "-5",
    "NaN",
    "None",
    "true",
    "%",
    "&",
    "'",
    "''",
    "'s",
    "a'b'c'd",
    "it",
    "the second one",
    "anything cheaper",
    "add it",
    "yes",
    "no",
    "under",
    "between and",
    "under $",
    "or",
    "vs",
    "than",
    "and",
]
PIECES = [str(turn["text"]) for turn in turns()] + FRAGMENTS
TEXTS = st.one_of(
    st.text(max_size=200),
    st.text(alphabet=st.characters(), max_size=40),
    st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=8).map("".join),
)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(TEXTS, min_size=1, max_size=4), broken=st.booleans())
def test_any_text_gets_an_answer(assistant: Assistant, catalog: Catalog, texts: list[str], broken: bool) -> None:
    conversation, hands = assistant.begin(), FakeHands(catalog, broken=broken)
    for text in texts:
        turn = assistant.turn(conversation, text, hands, FRIDAY)
        assert turn.say.strip()
        assert len(turn.say) < 1_000
        assert turn.text.isprintable()
        assert turn_json(turn, "a")["say"] == turn.say
        assert all(product.sku for product in turn.products)
        assert turn.page is None or not broken


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "milk " * 20_000,
        "where is the " * 8_000,
        "<|" * 50_000,
        "$5 or less " * 10_000,
        "🥛" * 50_000,
        "and " * 25_000,
        "(((" * 30_000,
        "\x00" * 100_000,
        "i can't find my " * 6_000,
        "молоко " * 15_000,
        "' OR " * 20_000,
        "does the have in the any of the " * 3_000,
        "1 2 3 4 5 6 7 8 9 " * 5_000,
    ],
    ids=range(14),
)
def test_long_texts_get_an_answer_in_time(assistant: Assistant, hands: FakeHands, text: str) -> None:
    assert assistant.turn(assistant.begin(), text, hands, FRIDAY).say.strip()
