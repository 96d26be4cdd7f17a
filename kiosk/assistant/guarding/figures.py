"""Every number of a wording must be what the facts have for what it is said to be: price, aisle, size, stock ..."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from decimal import Decimal

from kiosk.assistant.facts import Facts
from kiosk.assistant.guarding.mentions import Mentions
from kiosk.assistant.guarding.tokens import Token, tokens_of
from kiosk.assistant.guarding.words import SaidWords
from local_catalog import Product

_NUTRIENTS = {
    "energy_kcal": ("calories", "calorie", "kcal", "kilocalories", "kilocalorie", "energy"),
    "energy_kj": ("kj", "kilojoules", "kilojoule"),
    "saturates": ("saturates", "saturated"),
    "fat": ("fat",), "carbohydrate": ("carbohydrate", "carbohydrates", "carbs"), "sugars": ("sugar", "sugars"),
    "fibre": ("fiber", "fibre"), "protein": ("protein",), "salt": ("salt",),
}  # fmt: skip
_NUTRIENT_OF = {word: nutrient for nutrient, said in _NUTRIENTS.items() for word in said}
_NUTRIENT_UNITS = {"energy_kcal": "kcal", "energy_kj": "kj"}
NUTRIENT_WORDS = frozenset(_NUTRIENT_OF)
_PLACES = ("aisle", "bay", "shelf")
_PLACE_OF = {"aisle": "aisle", "aisles": "aisle", "bay": "bay", "bays": "bay", "shelf": "shelf", "shelves": "shelf"}
_CHAIN = frozenset(("and", "or", "to", "number"))
_TOTAL = frozenset(("together", "total", "altogether"))
_LIMIT = frozenset(("under", "over", "below", "above", "between"))
_OF_THEM = frozenset(("them", "these", "those", "it", "this"))
_PER = frozenset(("per", "a", "an", "each", "every", "whole"))
_SAVED = frozenset(("save", "saves", "saving"))


class Figures:
    """The numbers of a wording against the facts."""

    def __init__(
        self,
        tokens: Sequence[Token],
        mentions: Mentions,
        facts: Facts,
        words: SaidWords,
        draft: Sequence[Token],
        sign: str,
    ) -> None:
        """`sign`: that of the store's currency."""
        self.tokens, self.mentions, self.facts, self.words = tokens, mentions, facts, words
        self.amounts = {Decimal(m.minor) for m in facts.amounts}
        self.rows = {_row(draft, at) for at, t in enumerate(draft) if t.is_number}
        self.pairs = [_pairs(p, words, sign) for p in facts.products]
        self.labels = [tokens_of(p.offer.label if p.offer else "", words, sign) for p in facts.products]

    def holds(self, at: int) -> bool:
        """Whether the number at this place is told by the facts of all products it is about."""
        token = self.tokens[at]
        if not token.money and self._date(at):
            return True
        drafted = _row(self.tokens, at) in self.rows
        if drafted and not token.money and not self._placed(at) and self._nutrient(at) is None:
            return True
        about = self._by_size(at) or self.mentions.subject(at)
        if not about:
            return False
        if token.money and "start" in self._before(at):
            return token.value == min(p.current_price.minor for p in self.facts.products)
        return all(self._money(at, i) if token.money else self._plain(at, i) for i in about)

    def _by_size(self, at: int) -> frozenset[int]:
        """The products with the size that stands right before a price: '12 oz for $5.99'."""
        named = at >= 2 and at - 2 in self.mentions.covered
        if not self.tokens[at].money or self._word(at - 1) != "for" or len(self.facts.products) < 2 or named:
            return frozenset()
        rows = [[t.text for t in tokens_of(p.size, self.words)] for p in self.facts.products]
        before = [t.text for t in self.tokens[: at - 1]]
        return frozenset(i for i, row in enumerate(rows) if row and before[-len(row) :] == row)

    # --- around a number

    def _word(self, at: int) -> str:
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def _part(self, at: int) -> list[Token]:
        return [t for t in self.tokens if t.part == self.tokens[at].part]

    def _before(self, at: int, most: int = 3) -> set[str]:
        sentence = self.tokens[at].sentence
        return {t.text for t in self.tokens[max(0, at - most) : at] if t.sentence == sentence}

    # --- money

    def _money(self, at: int, index: int) -> bool:
        product, value = self.facts.products[index], self.tokens[at].value
        part = {t.text for t in self._part(at)}
        before, follows = self._before(at), self._word(at + 1)
        if self._many_for(at):
            return self._in_label(at, index)
        if follows in self.words.cheap | self.words.dear | {"difference"} or "difference" in before:
            return value in self.amounts or value == self._difference()
        if before & _SAVED or follows == "off":
            reduced = product.offer is not None and product.offer.price is not None
            saved = product.price.minor - product.current_price.minor
            return (reduced and value == saved) or (product.offer is not None and self._in_label(at, index))
        if part & _TOTAL:
            return value in self.amounts
        if self._word(at - 1) in _LIMIT:
            return value in self.amounts
        if before & self.words.before or (part & self.words.before and "instead" not in part):
            return bool(product.offer and product.offer.price) and value == product.price.minor
        unit = self._unit(at)
        if unit is not None:
            return self._is_unit_price(product, unit, value)
        if "come" in before and value in self.amounts:
            return True
        return value == product.current_price.minor or self._in_label(at, index)

    def _difference(self) -> Decimal | None:
        prices = [p.current_price.minor for p in self.facts.products]
        return Decimal(abs(prices[0] - prices[1])) if len(prices) == 2 else None

    def _many_for(self, at: int) -> bool:
        """'2 for $5'."""
        number = self.tokens[at - 2] if at >= 2 else None
        many = number is not None and number.value is not None and not number.money and number.value != 1
        return self._word(at - 1) == "for" and many and self._word(at - 3) not in _PLACE_OF

    def _in_label(self, at: int, index: int) -> bool:
        row = self.labels[index]
        value, text = self.tokens[at].value, self._word(at - 1)
        return any(t.value == value and t.money and (n == 0 or row[n - 1].text == text) for n, t in enumerate(row))

    def _unit(self, at: int) -> list[str] | None:
        """The unit that a price is said to be for, [] for 'each', None if it is that of the pack."""
        part = self._part(at)
        texts = [t.text for t in part]
        if self._word(at + 1) in ("each", "apiece") and self._word(at + 2) not in self.words.units:
            return []
        if self._word(at + 1) in ("a", "an"):
            return self._unit_row(at + 2) or [self._word(at + 2)]
        if self._word(at + 1) == "for" and self._word(at + 2) in ("each", "a", "every"):
            return self._unit_row(at + 3) or [self._word(at + 3)]
        if "per" in texts:
            start = next(i for i, t in enumerate(self.tokens) if t is part[texts.index("per")])
            return self._unit_row(start + 1)
        before = [i for i, t in enumerate(self.tokens) if t.part == part[0].part - 1]
        leads = (
            bool(before)
            and self._word(before[0]) == "per"
            and self.tokens[before[0]].sentence == self.tokens[at].sentence
        )
        return self._unit_row(before[0] + 1) if leads else None  # 'per 100 g, it is ...'

    def _unit_row(self, at: int) -> list[str]:
        row = []
        for token in self.tokens[at : at + 3]:
            text = str(token.value) if token.value is not None else self.words.units.get(token.text, token.text)
            known = token.value is not None or token.text in self.words.units or token.text in ("fl", "count")
            if not known or token.money:
                break
            row.append(text)
        return row

    def _is_unit_price(self, product: Product, unit: Sequence[str], value: Decimal | None) -> bool:
        if not unit:
            price = product.unit_price if product.unit == "each" else product.current_price
            return value == price.minor
        known = [str(t.value) if t.value is not None else self.words.units.get(t.text, t.text)
                 for t in tokens_of(product.unit, self.words)]  # fmt: skip
        return value == product.unit_price.minor and (list(unit) == known or list(unit) == ["1", *known])

    # --- other numbers

    def _placed(self, at: int) -> str | None:
        """'aisle', 'bay' or 'shelf' if the number is one of a place."""
        back = at - 1
        while back >= 0 and (self.tokens[back].text in _CHAIN or self.tokens[back].is_number):
            back -= 1
        direct = _PLACE_OF.get(self._word(at - 1)) or (
            _PLACE_OF.get(self._word(at - 2)) if self._word(at - 1) == "number" else None
        )
        if direct:
            return direct
        chained = self._word(back) in ("aisles", "bays", "shelves") and back < at
        return _PLACE_OF[self._word(back)] if chained else None

    def _plain(self, at: int, index: int) -> bool:
        product, token = self.facts.products[index], self.tokens[at]
        place = self._placed(at)
        if place:
            return (product.location is not None and token.text == getattr(product.location, place).casefold()) or (
                product.location is not None and _is(getattr(product.location, place), token.value)
            )  # fmt: skip
        unit = self._word(at + 1)
        after = [self._word(at + n) for n in (1, 2, 3)]
        part = {t.text for t in self._part(at)}
        if self._counts(at, after):
            return product.stock is not None and token.value == product.stock
        nutrient = self._nutrient(at)
        if nutrient is not None and unit != "":
            table = asdict(product.nutrition) if product.nutrition else {}
            short = self.words.units.get(unit, unit)
            right = short == _NUTRIENT_UNITS.get(nutrient, "g") or (unit in _NUTRIENT_OF and "energy" in nutrient)
            if right and nutrient in table and _is(f"{table[nutrient]:g}", token.value):
                return self._of_table(at, product)
            return "per" in self._before(at, 1) and self._known_pair(at, index)
        if part & {"years", "old", "age", "older"} or set(after[:2]) == {"or", "over"}:
            return product.min_age is not None and token.value == product.min_age
        return self._known_pair(at, index)

    def _counts(self, at: int, after: Sequence[str]) -> bool:
        """Whether it says how many are there."""
        if (
            after[0] in ("left", "available", "units", "pieces")
            or after[:2] == ["in", "stock"]
            or after[:2] == ["are", "in"]
        ):
            return True
        if after[0] == "of":
            named = any(m.start in range(at + 2, at + 4) for m in self.mentions.found)
            return named or after[1] in _OF_THEM
        named = any(m.start == at + 1 for m in self.mentions.found)
        rest = {t.text for t in self._part(at)}
        return (
            named
            and bool(rest & {"stock", "left", "available", "have", "got", "are", "is"})
            and "size" not in rest
            and (bool(rest & {"stock", "left", "available"}))
        )

    def _nutrient(self, at: int) -> str | None:
        """The nutrient that the number is an amount of: after it ('9 g of fat'), else before it in the same part."""
        if self._word(at - 1) == "per":
            return None
        part = self.tokens[at].part
        for token in self.tokens[at + 1 : at + 5]:
            if token.part != part or (token.is_number and token is not self.tokens[at]):
                break
            if token.text in _NUTRIENT_OF:
                return self._sharpened(at, token)
        for token in reversed(self.tokens[max(0, at - 4) : at]):
            if token.part != part or token.is_number:
                break
            if token.text in _NUTRIENT_OF:
                return self._sharpened(at, token)
        return None

    def _of_table(self, at: int, product: Product) -> bool:
        """Whether the amount is said of as much as the table is for, if it is said of how much."""
        sentence = [i for i, t in enumerate(self.tokens) if t.sentence == self.tokens[at].sentence]
        known = {t.text for t in tokens_of(product.nutrition.per if product.nutrition else "", self.words)}
        measures = [i + 1 for i in sentence if i not in self.mentions.covered and self._word(i) in _PER]
        return all(self._word(i) in known for i in measures)

    def _sharpened(self, at: int, token: Token) -> str:
        """'Saturated fat' is not fat."""
        saturated = any(t.text in _NUTRIENTS["saturates"] for t in self._part(at))
        return "saturates" if saturated and token.text == "fat" else _NUTRIENT_OF[token.text]

    def _known_pair(self, at: int, index: int) -> bool:
        unit = self.words.units.get(self._word(at + 1), self._word(at + 1))
        return (self.tokens[at].value, unit) in self.pairs[index]

    def _date(self, at: int) -> bool:
        """'December 4' or '4 December' as the end of the offer."""
        month = next((w for w in (self._word(at - 1), self._word(at + 1)) if w in self.words.months), None)
        if month is None:
            return False
        number = self.words.months.index(month) + 1
        about = self.mentions.subject(at)
        ends = [self.facts.products[i].offer for i in about]
        return bool(ends) and all(
            o is not None and o.ends.month == number and o.ends.day == self.tokens[at].value for o in ends
        )


def _row(tokens: Sequence[Token], at: int) -> tuple[str, Decimal | None, str]:
    before = tokens[at - 1].text if at else ""
    return before, tokens[at].value, tokens[at + 1].text if at + 1 < len(tokens) else ""


def _is(told: str, value: Decimal | None) -> bool:
    try:
        return Decimal(told) == value
    except ArithmeticError:
        return False


def _pairs(product: Product, words: SaidWords, sign: str) -> set[tuple[Decimal | None, str]]:
    """Numbers of a product with the unit or word after each."""
    texts = [product.name, product.size, product.unit, *product.attributes.values()]
    texts += [product.offer.label if product.offer else "", product.nutrition.per if product.nutrition else ""]
    return {pair for text in texts for pair in _text_pairs(tokens_of(text, words, sign), words)}


def _text_pairs(tokens: Sequence[Token], words: SaidWords) -> Iterator[tuple[Decimal | None, str]]:
    for at, token in enumerate(tokens):
        if token.value is not None:
            after = tokens[at + 1].text if at + 1 < len(tokens) else ""
            yield token.value, words.units.get(after, after)
