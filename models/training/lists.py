"""Words that take the place of marked ones, so that the model learns places and not products."""

from __future__ import annotations

import csv
import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.gloss import glossed
from models.training.turns import Turn
from models.words import split

_SYLLABLES = (
    "ba be bo bra cal cho cor da del din fa fen flo ga gel gro ha jo ka kel kru la len li lo lu ma mel mi mo na nel no "
    "o pa per pi po qua ra ren ri ro sa sel shi so spi ta tel ti tor tra tri u va vel vi wo xa yo za zen zi"
)


@dataclass(frozen=True, slots=True)
class Lists:
    """Phrases, each a tuple of words."""

    own: dict[str, tuple[tuple[str, ...], ...]]
    """By tag, from the turns themselves."""
    products: tuple[tuple[str, ...], ...]
    brands: tuple[tuple[str, ...], ...]
    vocabulary: tuple[str, ...]
    out_of_scope: tuple[tuple[str, ...], ...]

    def product(self, rng: random.Random) -> tuple[str, ...]:
        """A name for something sold: a real one, random real words, or no word at all."""
        way = rng.random()
        if way < 0.3:
            return rng.choice(self.own["query"])
        if way < 0.6:
            return rng.choice(self.products)
        if way < 0.85:
            return tuple(rng.choice(self.vocabulary) for _ in range(rng.choice((1, 1, 2, 2, 3))))
        return tuple(nonsense(rng) for _ in range(rng.choice((1, 1, 2))))

    def brand(self, rng: random.Random) -> tuple[str, ...]:
        way = rng.random()
        if way < 0.4:
            return rng.choice(self.own["brand"])
        return rng.choice(self.brands) if way < 0.7 else (nonsense(rng),)


@dataclass(frozen=True, slots=True)
class StoreWords:
    """What is sold in one store."""

    names: tuple[str, ...]
    """Of products and categories, as shoppers say them."""
    brands: tuple[str, ...]
    language: str = "en"
    """Of the names."""


def nonsense(rng: random.Random) -> str:
    """A word that nobody has heard."""
    syllables = _SYLLABLES.split()
    return "".join(rng.choice(syllables) for _ in range(rng.choice((2, 2, 3))))


def build(turns: Sequence[Turn], data: Path) -> Lists:
    """From the turns to be trained on and the folder of public data sets (see MODEL_CARD.md)."""
    retail = data / "retail"
    names = set(_taxonomy(retail / "google_taxonomy.txt"))
    catalogs = [
        json.loads((retail / f).read_text("utf-8")) for f in ("dummyjson_products.json", "bestbuy_products.json")
    ]
    names |= set(_phrases(product["title"] for product in catalogs[0]))
    names |= set(_phrases(_names_in_yaml(retail / "aws_retail_demo_products.yaml")))
    with (retail / "wands_queries_even.tsv").open(encoding="utf-8", newline="") as file:
        names |= set(_phrases(row["query"] for row in csv.DictReader(file, delimiter="\t")))
    brands = set(_phrases(product.get("brand") or "" for catalog in catalogs for product in catalog))
    vocabulary = {word for name in names for word in name if word.isalpha() and len(word) > 3}
    vocabulary |= {word for product in catalogs[1] for word in split(product["name"].lower()) if len(word) > 3}
    with (data / "text" / "clinc150.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        aside = set(_phrases((row["text"] for row in rows if row["split"] in ("oos_train", "oos_val")), longest=25))
    return Lists(
        own=_marked(turns),
        products=tuple(sorted(names)),
        brands=tuple(sorted(brands)),
        vocabulary=tuple(sorted(vocabulary)),
        out_of_scope=tuple(sorted(aside)),
    )


def build_for_store(turns: Sequence[Turn], store: StoreWords) -> Lists:
    """From the turns to be trained on and the store's own catalog.

    What the public data sets give elsewhere comes from the turns: single words, brands and out-of-scope sentences.
    """
    own = _marked(turns)
    narrowing = _narrowing(turns)
    names = {_english(name, store.language) for name in _phrases(store.names)}
    # "organic whole milk" in the place of a product would teach that "organic" is no attribute.
    plain = {
        name for name in names if not narrowing & set(name) and not any(c.isdigit() for word in name for c in word)
    }
    products = plain | set(own.get("query", ()))
    known_brands = set(_phrases(store.brands)) | set(own.get("brand", ()))
    vocabulary = {word for name in products for word in name if word.isalpha() and len(word) > 3}
    aside = {turn.words for turn in turns if turn.intent == "other" and set(turn.tags) == {"O"} and turn.after is None}
    return Lists(
        own=own,
        products=tuple(sorted(products)),
        brands=tuple(sorted(known_brands)),
        vocabulary=tuple(sorted(vocabulary)),
        out_of_scope=tuple(sorted(aside)),
    )


def _marked(turns: Sequence[Turn]) -> dict[str, tuple[tuple[str, ...], ...]]:
    own: dict[str, set[tuple[str, ...]]] = {}
    for turn in turns:
        for span in turn.spans:
            own.setdefault(span.tag, set()).add(span.words)
    return {tag: tuple(sorted(phrases)) for tag, phrases in own.items()}


def _narrowing(turns: Sequence[Turn]) -> frozenset[str]:
    """Words that the turns mark as attributes more often than as product words."""
    counts: Counter[str] = Counter()
    for turn in turns:
        for word, tag in zip(turn.words, turn.tags, strict=True):
            counts[word.lower()] += (tag == "attribute") - (tag == "query")
    return frozenset(word for word, count in counts.items() if count > 0)


def _english(words: tuple[str, ...], language: str) -> tuple[str, ...]:
    """As the reader will see them."""
    return tuple(word for piece in glossed(words, language) for word in split(" ".join(piece.english)))


def _phrases(texts: Iterable[str], longest: int = 5) -> Iterable[tuple[str, ...]]:
    for text in texts:
        words = split(text.lower().replace("&", " and "))
        if 0 < len(words) <= longest:
            yield words


def _taxonomy(path: Path) -> Iterable[tuple[str, ...]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return _phrases(line.rsplit("] ", 1)[1] for line in lines if "] " in line)


def _names_in_yaml(path: Path) -> Iterable[str]:
    return re.findall(r"^  name: (.+)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
