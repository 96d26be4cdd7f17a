"""A model words an answer sentence by sentence: what is said is true, whole, and said as soon as it may be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.assistant import Assistant, Turn
from kiosk.assistant.facts import Facts
from kiosk.assistant.guard import check
from kiosk.assistant.word_lists import word_lists
from kiosk.assistant.worded import Draft, Nobody, worded
from kiosk.assistant.wording import wording
from local_catalog import Catalog, Product
from models import ModelError, Reading
from tests.kiosk.assistant.conftest import FRIDAY
from tests.kiosk.assistant.fakes import FakeHands, ticks

LIE = "It is free today."
DIES = "(dies)"
"""In a script: the model is away from here on."""


@dataclass
class Talker:
    """Says its script sentence by sentence."""

    script: Sequence[str]
    name: str = "talker"
    words_answers: bool = True
    made: list[str] = field(default_factory=list)
    closed: bool = False
    on_made: Callable[[], None] = lambda: None

    def understand(self, text: str, context: object) -> Reading:
        raise ModelError("reads nothing")

    def word(self, question: str, facts: Sequence[str], draft: str, language: str) -> str:
        raise AssertionError("it can do better")

    def word_stream(
        self, question: str, facts: Sequence[str], draft: str, language: str, *, stopped: Callable[[], bool]
    ) -> Iterator[str]:
        try:
            for sentence in self.script:
                if stopped():
                    return
                if sentence == DIES:
                    raise ModelError("the language model is away: it is being started again")
                self.made.append(sentence)
                self.on_made()
                yield sentence
        finally:
            self.closed = True


@dataclass
class Ear:
    """Hears sentences; leaves after `patience` of them."""

    patience: int = 99
    heard: list[str] = field(default_factory=list)

    def sentence(self, text: str, language: str) -> None:
        assert language == "en"
        self.heard.append(text)

    def stopped(self) -> bool:
        return len(self.heard) >= self.patience


@pytest.fixture
def ketchup(catalog: Catalog) -> Product:
    return next(hit.product for hit in catalog.search("larkfield tomato ketchup 20 oz").hits)


@pytest.fixture
def oat(catalog: Catalog) -> Product:
    return next(hit.product for hit in catalog.search("oat drink barista").hits)


def drafted(*sentences: str, about: Sequence[Product], texts: Sequence[str] = ()) -> Draft:
    facts = Facts("2026-11-20T06:00:00")
    facts.about(*about)
    facts.texts.extend(texts)
    return Draft("a question", " ".join(sentences), facts, word_lists("en"), "en")


def of(product: Product) -> tuple[str, str, str]:
    """Name, price and place as said."""
    english = wording("en")
    return english.name(product), english.money(product.current_price), english.place(product)


def faults(draft: Draft, text: str) -> list[object]:
    return list(check(text, draft.facts, draft.lists, draft.text))


def test_each_sentence_is_said_before_the_next_is_made(ketchup: Product) -> None:
    name, price, place = of(ketchup)
    ear = Ear()
    heard_when_made: list[int] = []
    model = Talker([f"We have {name}.", f"It is {price}, in {place}."])
    model.on_made = lambda: heard_when_made.append(len(ear.heard))
    said = worded(model, drafted(f"{name} costs {price}.", about=[ketchup]), ear)
    assert ear.heard == model.script
    assert said == " ".join(model.script)
    assert heard_when_made == [0, 1]


def test_after_a_lie_the_template_says_what_was_not_told_yet(ketchup: Product) -> None:
    name, price, place = of(ketchup)
    draft = drafted(f"{name} costs {price}.", f"You will find {name} in {place}.", about=[ketchup])
    ear, model = Ear(), Talker([f"The {name} is {price}.", LIE, "You will love it."])
    said = worded(model, draft, ear)
    assert ear.heard == [f"The {name} is {price}.", f"You will find {name} in {place}."]
    assert said == " ".join(ear.heard)
    assert not faults(draft, said)
    assert model.made[-1] == LIE
    assert model.closed


def test_when_all_was_told_nothing_is_repeated(ketchup: Product) -> None:
    name, price, _ = of(ketchup)
    for end in (LIE, DIES):
        ear = Ear()
        said = worded(Talker([f"The {name} is {price}.", end]), drafted(f"{name} costs {price}.", about=[ketchup]), ear)
        assert said == f"The {name} is {price}."
        assert ear.heard == [said]


@pytest.mark.parametrize("script", [[LIE, "x"], [DIES], [], ["x" * 400], ["", "  "], ["We have it.\x1b[2J"]])
def test_where_nothing_may_be_said_the_template_comes_at_once(ketchup: Product, script: list[str]) -> None:
    name, price, _ = of(ketchup)
    ear, draft = Ear(), drafted(f"{name} costs {price}.", about=[ketchup])
    assert worded(Talker(script), draft, ear) == draft.text
    assert ear.heard == []


def test_one_that_dies_in_the_middle_leaves_no_answer_half_said(ketchup: Product) -> None:
    name, price, place = of(ketchup)
    draft = drafted(f"We have {name}.", f"It is {price}, in {place}.", about=[ketchup])
    ear = Ear()
    said = worded(Talker([f"Yes, we have {name}.", DIES]), draft, ear)
    assert said == f"Yes, we have {name}. It is {price}, in {place}."
    assert said == " ".join(ear.heard)
    assert not faults(draft, said)


def test_an_it_never_gets_to_mean_another_product(ketchup: Product, oat: Product) -> None:
    (name, price, place), (other, its_price, its_place) = of(ketchup), of(oat)
    draft = drafted(f"We have {name}.", f"It is {price}, in {place}.", f"There is also {other}.", about=[ketchup, oat])
    first = f"The {other} is {its_price}, in {its_place}."
    said = worded(Talker([first, LIE]), draft, Ear())
    assert said == f"{first} {draft.text}"
    assert not faults(draft, said)


def test_a_yes_is_not_said_for_itself(ketchup: Product) -> None:
    name, price, _ = of(ketchup)
    told, where = f"The {name} is {price}.", f"{name} is in {of(ketchup)[2]}."
    draft = drafted("Yes.", f"{name} costs {price}.", where, about=[ketchup])
    assert worded(Talker([told, LIE]), draft, Nobody()) == f"{told} {where}"
    assert worded(Talker(["Sure!", LIE]), draft, Nobody()) == f"Sure! {draft.text}"


def test_who_has_heard_enough_is_not_kept_waiting_but_reads_it_all(ketchup: Product) -> None:
    name, price, place = of(ketchup)
    model = Talker([f"Yes, we have {name}.", f"It is {price}.", f"It is in {place}."])
    said = worded(model, drafted(f"{name} is {price}, in {place}.", about=[ketchup]), Ear(patience=1))
    assert model.made == model.script[:1]
    assert said == f"Yes, we have {name}. {name} is {price}, in {place}."


def test_warnings_and_questions_are_never_left_out(ketchup: Product) -> None:
    name, price, _ = of(ketchup)
    age, ask = "Please note that you must be 21 or over to buy it.", "Shall I call someone to ask when it comes back?"
    draft = drafted(f"{name} costs {price}.", age, ask, about=[ketchup])
    wording_ = f"The {name} is {price}."
    assert worded(Talker([wording_]), draft, Nobody()) == f"{wording_} {age} {ask}"
    assert worded(Talker([wording_, age]), draft, Nobody()) == f"{wording_} {age} {ask}"


def test_a_full_stop_in_a_name_ends_no_sentence(ketchup: Product) -> None:
    soda = replace(ketchup, brand="Dr. Pepper", name="Mr. Pibb Soda", size="each")
    name, price, place = of(soda)
    draft = drafted(f"Look in {place} for {name}.", f"It is {price}.", about=[soda])
    said = worded(Talker([f"We have {name}.", LIE]), draft, Nobody())
    assert said == f"We have {name}. {draft.text}"


def test_nobody_guards_other_languages_so_the_model_is_not_asked(ketchup: Product) -> None:
    model = Talker(["Hola."])
    draft = Draft("¿cuánto cuesta?", "Cuesta $1.99.", Facts("2026-11-20T06:00:00"), word_lists("en"), "es")
    assert worded(model, draft, Ear()) == "Cuesta $1.99."
    assert not model.made


def turn_with(catalog: Catalog, model: Talker | None, text: str, ear: Ear | None = None) -> Turn:
    assistant = Assistant(catalog, model, timer=ticks())
    return assistant.turn(assistant.begin(), text, FakeHands(catalog), FRIDAY, ear)


def test_a_turn_hands_its_sentences_on(catalog: Catalog, ketchup: Product) -> None:
    name, price, _ = of(ketchup)
    question = "how much is larkfield tomato ketchup 20 oz"
    ear = Ear()
    turn = turn_with(catalog, Talker([f"The {name} is {price}.", LIE]), question, ear)
    assert turn.say == " ".join(ear.heard) == f"The {name} is {price}."
    silent = Ear()
    assert turn_with(catalog, None, question, silent).say
    assert silent.heard == []
    assert turn_with(catalog, Talker([f"The {name} is {price}."]), question).say == f"The {name} is {price}."


def test_calls_and_receipts_come_at_once(catalog: Catalog) -> None:
    for text in ("can I talk to a person", "i cut my finger", "add milk to my list"):
        ear, model = Ear(), Talker(["Hello there."])
        turn_with(catalog, model, text, ear)
        assert (ear.heard, model.made) == ([], [])


POOL = (
    "We have {name}.", "{name} is {price}.", "It costs {price}.", "It is in {place}.", "You will find it in {place}.",
    "The {other} is {its_price}, in {its_place}.", "Sure!", "It is $0.01.", "It is in aisle 99.", DIES,
    "I have called someone.", "The {other} costs {price}.", "", "It is the best.",
    "Yes, {name} for {price}, in {place}.",
)  # fmt: skip
DRAFTS = (
    "We have {name}. It is {price}, in {place}.",
    "Yes, {name} is {price}, in {place}. There is also {other} for {its_price}.",
    "{name} is in {place}, for {price}. There are others on the screen. Please check the pack.",
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(POOL), max_size=4), st.sampled_from(DRAFTS), st.integers(0, 4), st.booleans())
def test_whatever_a_model_says_the_shopper_hears_the_truth(
    ketchup: Product, oat: Product, script: list[str], template: str, patience: int, both: bool
) -> None:
    fields = dict(zip(("name", "price", "place"), of(ketchup), strict=True))
    fields |= dict(zip(("other", "its_price", "its_place"), of(oat), strict=True))
    draft = drafted(template.format(**fields), about=[ketchup, oat] if both or "other" in template else [ketchup])
    ear, model = Ear(patience), Talker([sentence.format(**fields) for sentence in script])
    said = worded(model, draft, ear)
    assert said == (" ".join(ear.heard) or draft.text)
    assert not faults(draft, said)
    whole = [sentence for sentence in model.script if sentence]
    cut_off = ear.heard[: len(whole)] != whole
    if cut_off:
        assert all(fields[key] in said for key in ("price", "place") if f"{{{key}}}" in template)
    if "Please" in template:
        assert "check the pack" in said
