"""What every answer has at hand, and what it gives back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.assistant.conversation import CallWish, Conversation, Pending
from kiosk.assistant.evidence import Evidence, Match
from kiosk.assistant.facts import Facts
from kiosk.assistant.parse import Parse
from kiosk.assistant.request import Request
from kiosk.assistant.text import Utterance
from kiosk.assistant.things import Thing
from kiosk.assistant.types import Hands, PageReceipt
from kiosk.assistant.word_lists import WordLists
from kiosk.assistant.wording import Wording
from local_catalog import Catalog, Product

MAX_SHOWN = 12
"""Products that go to the screen with one answer."""
MOST_NAMED = 3
"""Products that are named in one answer."""


@dataclass
class Work:
    """One turn in hand. Answers read it; the facts are filled as they are said."""

    catalog: Catalog
    lists: WordLists
    wording: Wording
    conversation: Conversation
    hands: Hands
    now: datetime
    utterance: Utterance
    parsed: Parse
    evidence: Evidence
    request: Request
    facts: Facts
    pointed: tuple[Product, ...] = ()
    follows: str | None = None
    things: tuple[Thing, ...] = ()
    """The products of the request, if it names several."""

    def say(self, key: str, **facts: object) -> str:
        """A sentence; its variant changes with the turns of the conversation."""
        return self.wording.say(key, self.conversation.turns, **facts)

    def product(self, key: str, product: Product, **more: object) -> str:
        """A sentence about one product: name, price, place and size are filled in."""
        self.facts.about(product)
        return self.say(key, **self.of(product), **more)

    def of(self, product: Product) -> dict[str, object]:
        """The facts of a product under the names that sentences use."""
        wording = self.wording
        return {
            "name": wording.name(product),
            "price": wording.money(product.current_price),
            "place": wording.place(product),
            "size": product.size,
            "unit_price": wording.unit_price(product),
            "unit": product.unit,
            "was": wording.money(product.price),
            "offer": wording.offer(product) if product.offer else "",
            "ends": wording.date(product.offer.ends) if product.offer else "",
        }

    def names(self, products: Sequence[Product], prices: bool = True, most: int = MOST_NAMED) -> str:
        """Some products by name and price: 'A for $1.00, B for $2.00 and C for $3.00'."""
        named = products[:most]
        self.facts.about(*named)
        wording = self.wording
        texts = [wording.part("priced", **self.of(p)) if prices else wording.name(p) for p in named]
        return wording.all_of(texts)

    def suggest(self, *keys: str) -> tuple[str, ...]:
        """Texts to tap."""
        return tuple(self.wording.suggestion(key) for key in keys)

    def said_query(self, match: Match | None = None) -> str:
        """What was sought, short enough and decent enough to be said back."""
        query = match.query if match else self.request.query
        words = query.split()
        if not words or len(words) > _LONGEST_ECHO or any(w in self.lists.swear for w in words):
            return self.wording.part("that")
        return self.utterance.in_own_words(" ".join(words))


_LONGEST_ECHO = 5


@dataclass
class Answer:
    """An answer before it becomes a `Turn`."""

    say: str
    products: tuple[Product, ...] = ()
    show: str = "conversation"
    suggestions: tuple[str, ...] = ()
    focus: Product | None = None
    offer_staff: bool = False
    pending: Pending | None = None
    page: PageReceipt | None = None
    control: str | None = None
    failed: bool = False
    """The request was not understood."""
    wordable: bool = False
    """A model may say it in other words."""
    forget: bool = False
    """The conversation starts over."""
    each: tuple[Product, ...] = ()
    """What was found for each of several things."""
    request: Request | None = None
    """What the answer found out about the request."""


def offer_call(work: Work, reason: str = "help", department: str | None = None, sku: str | None = None) -> Pending:
    """The offer of a person, to be taken with 'yes'."""
    return Pending("call", CallWish(reason, department, "normal", work.utterance.text, sku))
