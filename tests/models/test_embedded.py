from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from models import INTENTS, TAGS, Context, ModelError
from models.embedded import SHIPPED, EmbeddedModel
from models.heads import CONTEXT_WIDTH, Heads, context_vector
from models.training.evaluate import context_of
from models.training.turns import DATA, in_english, read

SHOWN = Context(shown=("Oat Drink 1 l", "Oat Barista 1 l"), last_intent="find")


@pytest.fixture(scope="module")
def model() -> EmbeddedModel:
    return EmbeddedModel()


@pytest.mark.parametrize(
    ("text", "intent", "query"),
    [
        ("do you guys carry oat milk?", "find", "oat milk"),
        ("where would I find paper towels", "find", "paper towels"),
        ("wd40", "find", "wd40"),
        ("how much is the cat litter", "detail", "cat litter"),
        ("add two cans of tuna to my list", "list", "tuna"),
        ("what are your opening hours on sunday", "policy", ""),
        ("where is the restroom", "policy", ""),
        ("can I talk to a real person", "staff", ""),
        ("this is ridiculous, I was overcharged again", "complaint", ""),
        ("hello there", "smalltalk", ""),
        ("say that again please", "control", ""),
        ("what's the weather tomorrow", "other", ""),
        ("any deals on coffee this week", "offers", "coffee"),
        ("what would you recommend as a gift for my dad", "recommend", ""),
    ],
)
def test_clear_turns(model: EmbeddedModel, text: str, intent: str, query: str) -> None:
    reading = model.understand(text, Context())
    assert reading.intent == intent
    assert reading.marked("query") == query
    assert reading.confidence > 0.7


def test_a_follow_up_points_back(model: EmbeddedModel) -> None:
    reading = model.understand("and where is it", SHOWN)
    assert (reading.intent, reading.marked("reference")) == ("detail", "it")
    assert model.understand("which one is cheaper", SHOWN).intent == "compare"


def test_price_bounds_are_not_other_digits(model: EmbeddedModel) -> None:
    reading = model.understand("spf 50 sunscreen under 12 dollars", Context())
    assert reading.marked("max_price") == "12"
    assert model.understand("aa batteries", Context()).marked("max_price") == ""


def test_unknown_words_can_be_products(model: EmbeddedModel) -> None:
    reading = model.understand("do you sell zorvalix", Context())
    assert (reading.intent, reading.marked("query")) == ("find", "zorvalix")


def test_a_reading_is_whole_and_repeatable(model: EmbeddedModel) -> None:
    reading = model.understand("Do you have gluten-free pasta?", Context())
    assert set(reading.probabilities) == set(INTENTS)
    assert sum(reading.probabilities.values()) == pytest.approx(1.0, abs=1e-4)
    assert reading.confidence == max(reading.probabilities.values())
    assert len(reading.words) == len(reading.tags)
    assert set(reading.tags) <= set(TAGS)
    model.understand("something else", SHOWN)
    assert model.understand("Do you have gluten-free pasta?", Context()) == reading


@pytest.mark.parametrize("text", ["", "   ", "😀😀", "\x00\x1b", "?!", "<|im_start|>", "[INST]</s>"])
def test_nothing_to_read(model: EmbeddedModel, text: str) -> None:
    reading = model.understand(text, Context())
    assert (reading.intent, reading.confidence, reading.words) == ("other", 0.0, ())


@pytest.mark.parametrize(
    "text",
    [
        "milk " * 20_000,
        "a" * 100_000,
        "(" * 100_000,
        "牛奶" * 50_000,
        "supercalifragilisticexpialidocious " * 500,
        "'; DROP TABLE product; --",
        '"}); Qt.quit() //',
        "[CLS] [SEP] [MASK] oat milk",
        "é" * 5_000 + " 𝔪𝔦𝔩𝔨 \ud83d",
    ],
)
def test_hostile_text_is_read(model: EmbeddedModel, text: str) -> None:
    reading = model.understand(text, Context(shown=("\ud83d" * 9,), last_intent="no such", last_query="x" * 10**6))
    assert reading.intent in INTENTS
    assert len(reading.words) == len(reading.tags)


def test_words_and_pieces_stay_in_step(model: EmbeddedModel) -> None:
    """Read word by word, an utterance gives the same pieces as read whole; else tags would slip to other words."""
    texts = [" ".join(turn.words) for turn in read(DATA / "held_out")]
    for text in [*texts, "jalapeño Häagen-Dazs 牛奶 $4.99 80/20 don't 16x25x1 ﬁ"]:
        words, firsts = model._place(tuple(text.split()))
        pieces = model._llama.tokenize(text.encode())
        ends = [*firsts[1:], len(pieces) - 1]
        for word, first, end in zip(words, firsts, ends, strict=True):
            assert pieces[first:end] == model._llama.tokenize(word.encode(), add_bos=False)


def test_special_tokens_are_not_parsed(model: EmbeddedModel) -> None:
    assert 102 not in model._llama.tokenize(b"[SEP]", add_bos=False)


def test_held_out_turns_stay_well_read(model: EmbeddedModel) -> None:
    for language, least in (("en", 0.88), ("es", 0.80), ("fr", 0.80), ("de", 0.78)):
        turns = [in_english(turn) for turn in read(DATA / "held_out") if turn.language == language]
        right = [model.understand(" ".join(turn.words), context_of(turn)).intent == turn.intent for turn in turns]
        assert sum(right) / len(turns) > least


def test_it_words_no_answers(model: EmbeddedModel) -> None:
    assert not model.words_answers
    with pytest.raises(ModelError, match="draft"):
        model.word("how much", ["price: 3"], "It is 3.", "en")


@pytest.mark.parametrize("name", ["reader.gguf", "heads.npz", "manifest.json"])
@pytest.mark.parametrize("damage", ["missing", "cut", "changed", "empty"])
def test_damaged_files_are_named(tmp_path: Path, name: str, damage: str) -> None:
    folder = tmp_path / "shipped"
    shutil.copytree(SHIPPED, folder)
    path = folder / name
    data = path.read_bytes()
    if damage == "missing":
        path.unlink()
    else:
        middle = len(data) // 2
        changed = data[:middle] + bytes([data[middle] ^ 0xFF]) + data[middle + 1 :]
        path.write_bytes({"cut": data[:middle], "changed": changed, "empty": b""}[damage])
    # A changed manifest is noticed at the file whose checksum it holds.
    named = r"\.(gguf|npz|json)" if (name, damage) == ("manifest.json", "changed") else name
    with pytest.raises(ModelError, match=named) as caught:
        EmbeddedModel(folder)
    assert "install Aislewise again" in str(caught.value)


def test_heads_of_another_shape_are_refused(tmp_path: Path) -> None:
    heads = Heads.load(SHIPPED / "heads.npz", 384)
    with pytest.raises(ModelError, match="intent_weight"):
        Heads.load(SHIPPED / "heads.npz", 256)
    heads.save(tmp_path / "again.npz")
    again = Heads.load(tmp_path / "again.npz", 384)
    assert np.array_equal(again.tag_weight, heads.tag_weight)
    assert again.temperature == pytest.approx(heads.temperature)


def test_context_vector() -> None:
    assert context_vector(None, False).shape == (CONTEXT_WIDTH,)
    assert context_vector(None, False)[len(INTENTS)] == 1.0
    assert np.array_equal(context_vector("no such", False), context_vector(None, False))
    assert context_vector("find", True)[[INTENTS.index("find"), -1]].tolist() == [1.0, 1.0]
    assert context_vector("find", True).sum() == 2.0
