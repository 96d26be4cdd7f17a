from __future__ import annotations

import dataclasses
import random

import pytest

from local_catalog import Catalog
from local_catalog.policies import PolicyFinder


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("can I return this sweater", "returns"),
        ("how do I get a refund please", "returns"),
        ("where can I park my car", "parking"),
        ("parkin", "parking"),
        ("is the parking free here", "parking"),
    ],
)
def test_a_clear_question(small: Catalog, text: str, topic: str) -> None:
    best = small.match_policy(text)[0]
    assert best.policy.topic == topic
    assert best.score > 0.6


def test_other_talk(small: Catalog) -> None:
    for text in ("do you have oat milk", "tell me a joke", "how much is the hammer", "", "🥛"):
        assert all(hit.score < 0.3 for hit in small.match_policy(text))
    assert len(small.match_policy("free returns and parking", limit=1)) == 1


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("what time do you close on sundays", "opening_hours"),
        ("where are your bathrooms", "restrooms"),
        ("do you price match", "price_match"),
        ("is there an atm here", "atm"),
        ("can you cut a key for me", "key_cutting"),
        ("do you have gift cards", "gift_cards"),
        ("where do i park", "parking"),
        ("are dogs allowed", "pets_allowed"),
        ("do you have wheelchairs", "wheelchair"),
        ("do i need id to buy beer", "age_restricted"),
        ("i lost my wallet in here yesterday", "lost_property"),
    ],
)
def test_questions_to_the_demo_store(demo: Catalog, text: str, topic: str) -> None:
    best = demo.match_policy(text)[0]
    assert best.policy.topic == topic
    assert best.score > 0.6


def test_every_phrase_finds_its_policy(demo: Catalog) -> None:
    asked = [(policy.topic, phrase) for policy in demo.policies for phrase in policy.phrases]
    found = [(topic, hits[0].policy.topic) for topic, phrase in asked if (hits := demo.match_policy(phrase))]
    assert sum(topic == best for topic, best in found) >= 0.97 * len(asked)


def test_a_way_to_ask_that_is_not_listed(demo: Catalog) -> None:
    """With each phrase left out in turn, the rest still leads to its policy more often than not (64 to choose from)."""
    asked = [(policy, phrase) for policy in demo.policies for phrase in policy.phrases]
    sample = random.Random(1).sample(asked, 60)
    right = 0
    for policy, phrase in sample:
        rest = tuple(known for known in policy.phrases if known != phrase)
        others = [dataclasses.replace(known, phrases=rest) if known is policy else known for known in demo.policies]
        hits = PolicyFinder(others).match(phrase, 1)
        right += bool(hits) and hits[0].policy.topic == policy.topic
    assert right >= 0.55 * len(sample)


def test_products_are_no_policies(demo: Catalog) -> None:
    names = random.Random(1).sample([hit.product.name for hit in demo.search("", limit=5000).hits], 200)
    scores = [max((hit.score for hit in demo.match_policy(f"where is the {name}")), default=0.0) for name in names]
    assert sum(score > 0.6 for score in scores) <= 0.03 * len(scores)
    assert sum(score > 0.3 for score in scores) <= 0.10 * len(scores)
