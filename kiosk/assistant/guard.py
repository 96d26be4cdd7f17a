"""Nothing is said that the facts of the turn do not hold.

Numbers, prices, units, places, names, labels, times, stock and claims of an action in a wording are each traced to the
facts. `check` returns what could not be traced; an empty list means that the wording may be said.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass

from kiosk.assistant.facts import Facts
from kiosk.assistant.text import fold
from kiosk.assistant.types import money_json
from kiosk.assistant.word_lists import WordLists
from local_catalog import Product

_NUMBER = re.compile(r"(?<![\w.])([$£€]?)(\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:[.:/]\d+)?)(%?)")
_UNITED = re.compile(
    r"(\d+(?:\.\d+)?)\s?(kg|g|mg|ml|l|oz|fl oz|lb|lbs|w|v|cm|mm|m|ft|gal|qt|pt|kcal|kj|grams?|kilocalories|ounces?|"
    r"pounds?|litres?|liters?|watts?|inch(?:es)?|feet|gallons?|pints?|quarts?|percent|rolls?|packs?|tablets?)\b",
    re.IGNORECASE,
)
_PLACED = re.compile(r"\b(aisles?|bay|shelf)\s+((?:\w+(?:,| and| or)?\s?)?\w+)", re.IGNORECASE)
_NAME = re.compile(r"(?<![.!?:]\s)(?<!^)\b[A-Z][\w'’-]+")
_FIRST = re.compile(r"(?:^|[.!?:]\s+)([A-Z][\w'’-]+)")
_LINK = re.compile(r"https?:|www\.|\w@\w|\.com\b", re.IGNORECASE)
_SMALL = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "fifteen": "15", "twenty": "20", "thirty": "30", "fifty": "50",
    "hundred": "100", "dozen": "12", "half": "0.5", "double": "2", "twice": "2", "couple": "2",
}  # fmt: skip
_NO_COUNT = re.compile(r"\b(?:no|any|some|every|any|which|this|that|the|another|each) one\b|\bone of\b|\bones\b")
_CLAIMS = {
    "called": re.compile(
        r"\b(?:called|paged|notified|alerted|contacted|informed|told) (?:a|an|the|our|someone|somebody|staff|one|for)\b"
        r"|\b(?:is|are|will be) (?:coming|on (?:the|their|his|her) way)|someone will"
        r"|\bwill (?:come|be with you|help you soon)"
        r"|\bhave called\b|\bam calling\b|\basked for the\b",
        re.IGNORECASE,
    ),
    "added": re.compile(
        r"\b(?:added|put|is|are)\b(?! not)[^.]*\bon (?:your|the) list\b|\badded\b|\bsaved\b", re.IGNORECASE
    ),
    "removed": re.compile(r"\b(?:removed|deleted|taken off|off your list)\b", re.IGNORECASE),
    "cleared": re.compile(r"\b(?:cleared|emptied)\b", re.IGNORECASE),
    "never": re.compile(
        r"\b(?:reserved|ordered|booked|charged|refunded|emailed|texted|e-mailed|reduced the price|discounted for you|"
        r"set aside|held for you|unlocked)\b",
        re.IGNORECASE,
    ),
}
_ALSO = {"called": ("asked",), "removed": ("cleared",), "cleared": ("removed",)}
_OUT = re.compile(r"\b(?:out of stock|sold out|unavailable|not in stock)\b")
_IN = re.compile(r"\b(?:in stock|available|plenty|left)\b")
_REDUCED = re.compile(r"\b(?:on (?:offer|sale)|half price|discount|reduced|special offer|bogo|buy one)\b")
_HOURS = re.compile(
    r"\b(?:are|is|be|stay) (?:open|closed)\b|\b(?:opens?|closes?) (?:at|until|till|from|on|late|early)\b"
)
_QUESTION = re.compile(r"[^.!?]*\?")
_RISKY = (
    "safe", "guarantee", "guaranteed", "certified", "healthy", "healthiest", "cure", "cures", "treats", "prescribed",
    "free of charge", "best", "cheapest", "recommended by", "doctor", "freshest", "allergen-free", "hypoallergenic",
    "unlimited", "forever", "always", "never", "promise", "100%",
)  # fmt: skip
_NEGATION = re.compile(
    r"\b(?:no|without|free of|free from|not contain|not have|not list|contains no|has no|zero|lacks|isn't|doesn't "
    r"contain|does not contain|does not list|not)\b[^.,;]{0,24}$",
    re.IGNORECASE,
)
_COMMON = frozenset(
    word
    for line in (
        "I Yes No Sorry Please Done Hello Hi Goodbye Bye The This That These Those It Its You Your We Our",
        "They There Here And Or But So For In On At Of With By To From As If A An Shall Would Can Do Does Is Are",
        "All Also Together Others One Only Both Each Half Per Look Nothing None Meanwhile Instead My Sure Certainly",
        "Absolutely Great Unfortunately Right Currently Okay Ok Happy Glad Let Good Today Have What Which How They're",
    )
    for word in line.split()
)


@dataclass(frozen=True, slots=True)
class Fault:
    """What the facts do not hold. kind: number, unit, place, name, label, stock, action, claim."""

    kind: str
    text: str


def check(wording: str, facts: Facts, lists: WordLists, draft: str = "") -> list[Fault]:
    """All faults of a wording. `draft` is the template answer, whose words of praise and caution may be kept."""
    known = _Known(facts)
    faults = [*_numbers(wording, known, draft), *_units(wording, known), *_places(wording, known)]
    faults += _names(wording, known, draft, lists)
    faults += _labels(wording, facts, known, lists)
    stated = _QUESTION.sub(" ", _without_names(wording, facts))
    faults += _stock(stated, facts, known)
    faults += _actions(stated, facts)
    faults += _claims(stated, known, draft)
    return faults


def _without_names(wording: str, facts: Facts) -> str:
    """'Reduced Fat Milk' is no reduction in price."""
    for name in sorted((p.name for p in facts.products), key=len, reverse=True):
        wording = wording.replace(name, " ")
    return wording


class _Known:
    """The facts in the forms in which they may turn up."""

    def __init__(self, facts: Facts) -> None:
        self.text = fold(" \n ".join([*facts.texts, *facts.names, *(_told(p) for p in facts.products)]))
        self.prices = {_price(m.minor) for m in facts.amounts}
        self.numbers = set(facts.numbers)
        self.aisles: set[str] = set()
        for product in facts.products:
            self.prices |= {_price(m.minor) for m in (product.price, product.current_price, product.unit_price)}
            place = product.location
            self.aisles |= {place.aisle, place.bay, place.shelf} if place else set()
            self.numbers |= {str(product.stock or 0), str(product.min_age or "")}
            if product.offer:
                self.numbers.add(str(product.offer.ends.day))
        self.in_text = {m[2].replace(",", "") for m in _NUMBER.finditer(self.text)}
        self.in_text |= {_SMALL[w] for w in re.findall(r"[a-z]+", self.text) if w in _SMALL}
        self.in_text |= set(re.findall(r"\d+(?:\.\d+)?", self.text))
        self.told = set(re.findall(r"[a-z]?\d+[a-z]?", fold(" ".join(facts.texts))))
        self.words = set(re.findall(r"[\w'’-]+", self.text))

    def has(self, number: str) -> bool:
        """Whether a plain number stands in any fact."""
        return number in self.numbers or number in self.in_text or number in self.prices


def _price(minor: int) -> str:
    return f"{minor / 100:.2f}"


def _told(product: Product) -> str:
    parts = [
        product.name, product.brand, product.size, product.unit, product.category, product.description,
        product.ingredients, *product.allergens, *product.may_contain, *(d.replace("-", " ") for d in product.diet),
        *product.diet, *product.attributes.values(), *(k.replace("_", " ") for k in product.attributes),
        product.offer.label if product.offer else "", product.offer.ends.strftime("%B") if product.offer else "",
    ]  # fmt: skip
    if product.nutrition is not None:
        values = asdict(product.nutrition)
        parts += [f"{v:g}" if isinstance(v, float) else str(v) for v in values.values()]
        parts += [f"{values[k]:g} g" for k in values if k not in ("per", "energy_kj", "energy_kcal")]
        parts += [f"{product.nutrition.energy_kcal:g} kcal", f"{product.nutrition.energy_kj:g} kj"]
    return " ; ".join(parts)


def _numbers(wording: str, known: _Known, draft: str) -> Iterable[Fault]:
    drafted = set(re.findall(r"[a-z]+", draft.casefold()))
    for match in _NUMBER.finditer(wording):
        number = match[2].replace(",", "")
        if match[1]:
            whole = number if "." in number else f"{number}.00"
            if whole not in known.prices and number not in known.in_text:
                yield Fault("number", match[0])
        elif not known.has(number) and number not in known.aisles:
            yield Fault("number", match[0])
    plain = _NO_COUNT.sub(" ", wording.casefold())
    for word in re.findall(r"[a-z]+", plain):
        if word in _SMALL and word not in known.words | drafted and not known.has(_SMALL[word]):
            yield Fault("number", word)


def _units(wording: str, known: _Known) -> Iterable[Fault]:
    flat = re.sub(r"\s", "", known.text)
    for match in _UNITED.finditer(wording):
        unit = match[2].casefold()
        forms = {unit, unit.rstrip("s"), {"grams": "g", "gram": "g", "kilocalories": "kcal"}.get(unit, unit)}
        if not any(f"{match[1]}{form.replace(' ', '')}" in flat for form in forms):
            yield Fault("unit", match[0])


def _places(wording: str, known: _Known) -> Iterable[Fault]:
    for match in _PLACED.finditer(wording):
        for number in re.findall(r"\b(?:\d+[a-z]?|[A-Z]\d*)\b", match[2]):
            if number not in known.aisles and number.casefold() not in known.told:
                yield Fault("place", match[0])


def _names(wording: str, known: _Known, draft: str, lists: WordLists) -> Iterable[Fault]:
    said = known.words | set(re.findall(r"[\w'’-]+", fold(draft)))
    for match in _NAME.finditer(wording):
        if match[0] not in _COMMON and fold(match[0]) not in said:
            yield Fault("name", match[0])
    for match in _FIRST.finditer(wording):
        word = match[1]
        if word not in _COMMON and fold(word) not in said and fold(word) not in lists.traits.stop | lists.traits.weak:
            yield Fault("name", word)
    if _LINK.search(wording):
        yield Fault("name", "link")


def _mentions(words: Collection[str], text: str) -> Iterable[re.Match[str]]:
    for word in words:
        yield from re.finditer(rf"\b{re.escape(word)}\b", text)


def _labels(wording: str, facts: Facts, known: _Known, lists: WordLists) -> Iterable[Fault]:
    """Allergens and diets: each mention must stand in the facts, and what is denied must be denied there too."""
    said = fold(wording).replace("-", " ")
    told = known.text.replace("-", " ")
    for phrase, name in (*lists.traits.allergen, *lists.traits.diet):
        word = " ".join(phrase)
        for match in re.finditer(rf"\b{re.escape(word)}\b", said):
            if not re.search(rf"\b{re.escape(word)}\b", told) and not any(name in p.diet for p in facts.products):
                yield Fault("label", word)
            elif _denied(said, match) and not any(_denied(told, m) for m in _mentions([word], told)):
                yield Fault("label", f"no {word}")
    for product_diet in {name for _, name in lists.traits.diet}:
        plain = product_diet.replace("-", " ")
        if re.search(rf"\b{plain}\b", said) and not (
            any(product_diet in p.diet for p in facts.products)
            or plain in fold(" ".join(facts.texts)).replace("-", " ")
            or any(plain in fold(p.name).replace("-", " ") for p in facts.products)
        ):  # fmt: skip
            yield Fault("label", product_diet)


def _denied(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 40) : match.start()]
    return _NEGATION.search(before) is not None or text[match.end() : match.end() + 5].startswith(" free")


def _stock(wording: str, facts: Facts, known: _Known) -> Iterable[Fault]:
    said = wording.casefold()
    claims = (
        ("out of stock", _OUT, any(p.stock == 0 for p in facts.products), r"out of stock|sold out"),
        ("in stock", _IN, any(p.stock for p in facts.products), r"in stock|available|left"),
        ("offer", _REDUCED, any(p.offer for p in facts.products), r"offer|discount|sale"),
        ("hours", _HOURS, False, r"\b(?:open|clos)"),
    )
    for name, claim, true, told in claims:
        text = _OUT.sub(" ", said) if name == "in stock" else said
        if claim.search(text) and not true and re.search(told, known.text) is None:
            yield Fault("stock", name)


def _actions(wording: str, facts: Facts) -> Iterable[Fault]:
    told = fold(" ".join(facts.texts))
    for action, pattern in _CLAIMS.items():
        match = pattern.search(wording)
        done = facts.actions & {action, *_ALSO.get(action, ())}
        if match is not None and not done and fold(match[0]) not in told:
            yield Fault("action", match[0])


def _claims(wording: str, known: _Known, draft: str) -> Iterable[Fault]:
    said, allowed = fold(wording), known.text + " " + fold(draft)
    for word in _RISKY:
        if re.search(rf"\b{re.escape(word)}(?!\w)", said) and word not in allowed:
            yield Fault("claim", word)


def fact_lines(facts: Facts) -> list[str]:
    """The facts as short lines for a model that words answers."""
    lines = list(facts.texts)
    for p in facts.products[:6]:
        line = f"{p.brand} {p.name}, {p.size}: {money_json(p.current_price):.2f} {p.price.currency}"
        if p.location:
            line += f", aisle {p.location.aisle}, bay {p.location.bay}"
        if p.stock is not None:
            line += f", {p.stock} in stock"
        if p.offer:
            line += f", offer: {p.offer.label}"
        if p.diet:
            line += f", marked {', '.join(p.diet)}"
        lines.append(line)
    return lines
