"""Turns written prices, amounts, times, fractions and codes into words; one `Reading` a language."""

from __future__ import annotations

import re
from functools import cache
from re import Match

from voice.times import clock, date
from voice.tongue import Tongue, Unit, tongue

_SMALL = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8"}
_LENGTHS = ("mm", "cm", "m", "in", "ft", "yd")
_DATE = re.compile(r"\b\d{4}-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])\b")
_PHONE = re.compile(
    r"(?<![\w$€£.,-])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,5}\)[ .-]?\d{2,4}(?:[ .-]\d{2,4})*"
    r"|\d{3}[ .-]\d{3}[ .-]\d{4}|\d{3}-\d{4}|0\d{2,4}[ /-]\d{3,8}(?:[ -]\d{2,4})*|0\d(?: \d{2}){4})(?![\w-])"
)
_EMERGENCY = re.compile(
    r"(?<=\b)(?P<before>call|text|dial|llame al|llamar al|mensaje al|al|appelez le|appeler le|le|die|den)"
    r" (?P<number>911|988|999|112|110|113|114|115|116|15|17|18)(?!\w|[.,]\d)",
    re.I,
)
_RANGE = re.compile(
    r"(?<=[\w.%])\s?[–—]\s?(?=[\d$€£])|(?<=[^\W\d]) ?– ?(?=\w)|(?<=\d)-(?=[$€£])|(?<=\d) - (?=[\d$€£])"
    r"|(?<=:\d\d)-(?=\d)"
)
_SPAN = re.compile(r"(?<![\w-])(\d{1,3}(?:\.\d)?)([A-Z]?)-(\d{1,3}(?:\.\d)?)(?!\d|[-/])")
_FRACTION = (
    r"(?:(?P<whole>\d{1,3})(?:\s|-|\s?-\s?|\s?and\s))?(?P<top>\d{1,2})/(?P<bottom>2|3|4|5|8|10|16|32|64)(?![\d/])"
)
_HALVES = {"f": "eine halbe", "m": "ein halber"}
_DAY, _MONTH = r"(?P<day>0?[1-9]|[12]\d|3[01])", r"(?P<month>0?[1-9]|1[0-2])"
_SHORT_DATES = {
    "en": rf"(?P<before>\b(?:until|till|through) ){_MONTH}/{_DAY}(?![/\d])",
    "es": rf"(?P<before>\b(?:hasta el|al|del) ){_DAY}/{_MONTH}(?![/\d])",
    "fr": rf"(?P<before>\b(?:au|du) ){_DAY}/{_MONTH}(?![/\d])",
    "de": rf"(?P<before>(?<![\d.])){_DAY}\.{_MONTH}\.(?!\d)",
}
"""Dates in figures; those with a stroke only after a word that dates follow, since 1/2 may be a half."""
_WEEKDAYS = re.compile(r"(?<=\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun))-(?=(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b)")
_TOLD = re.compile(r"\s(?:in the (?:morning|afternoon|evening)|at night|tonight|[ap]\.?m\b)", re.I)


@cache
def reading(language: str) -> Reading | None:
    """The way to read a language aloud; None if there is none."""
    known = tongue(language)
    return Reading(known) if known is not None else None


class Reading:
    """See the module. The order of the steps counts: what one has put into words no later one sees as digits."""

    def __init__(self, tongue: Tongue) -> None:
        self._tongue = tongue
        self._words = tongue.words
        number = tongue.number
        units = "|".join(
            re.escape(unit).replace(r"\ ", r"\.?\s?") for unit in sorted(tongue.units, key=len, reverse=True)
        )
        unit = rf"(?P<unit>{units})(?![\w²°])\.?"
        signs = "|".join(re.escape(sign) for sign in tongue.money)
        self._price = re.compile(
            rf"(?<![\w])(?P<minus>-)?(?:(?P<sign>{signs})\s?(?P<first>{number})|(?P<second>{number})\s?(?P<code>{signs}))"
            r"(?![\w])"
        )
        self._part_of = re.compile(rf"(?<![\d/.,]){_FRACTION}(?:[\s-]?{unit})?", re.I)
        self._per = re.compile(rf"(?:(?<=\w)/|\bper )(?P<number>{number})?\s?{unit}", re.I)
        self._times = re.compile(rf"(?<![\w.])(?P<counts>{number}(?:\s?[x×]\s?{number})+)(?:[\s-]?{unit})?(?!\w)", re.I)
        self._amount = re.compile(rf"(?<![\w.,])(?P<number>{number})(?P<dash>[\s-]?){unit}", re.I)
        self._pack = re.compile(r"(?<![\w.,])(?P<number>\d{1,4})[\s-]?(?:packs?|pk)\b\.?", re.I)
        self._percent = re.compile(rf"({number})\s?%")
        self._number = re.compile(rf"(?<![\w.,])(?P<number>{number})(?!\w)(?: (?P<noun>[^\W\d]+))?")
        dotted = [word for word in tongue.abbreviations if not word.isalnum()]
        plain = [word for word in tongue.abbreviations if word.isalnum()]
        self._dotted = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, dotted))})(?!\w)", re.I)
        self._short = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, plain)) or '(?!)'})(?!\w)")
        self._lower = {word.lower(): said for word, said in tongue.abbreviations.items()}

    def aloud(self, text: str) -> str:
        """The text in words. It holds no signs but those of `spoken`."""
        text = re.sub(rf"(?<=\d)\s?([{''.join(_SMALL)}])", r"-\1", text)
        for sign, fraction in _SMALL.items():
            text = text.replace(sign, fraction)
        text = re.sub(r"(?<=[A-Z])-(?=[A-Z]\b)", " ", text)
        text = _PHONE.sub(self._phone, text)
        text = _EMERGENCY.sub(lambda found: f"{found['before']} {self._digits(found['number'])}", text)
        text = _DATE.sub(lambda found: date(self._tongue, int(found["month"]), int(found["day"])), text)
        text = _WEEKDAYS.sub("–", self._days(text))
        text = _RANGE.sub(f" {self._words['to']} ", text)
        text = self._clocks(text)
        text = self._price.sub(self._money, text)
        text = re.sub(r"(?<![\w.,])-(?=\d)", f"{self._words['minus']} ", text)
        text = re.sub(r"(?<=\d)\s?[x×]\s?(?=(?:\d+[- ])?\d+/\d)", f" {self._words['by']} ", text)
        text = self._part_of.sub(self._fraction, text)
        text = _SPAN.sub(rf"\1\2 {self._words['to']} \3", text)
        text = re.sub(r"(?<=[A-Z])-(?=\d)", " ", text)
        text = self._per.sub(self._for_each, text)
        text = self._times.sub(self._multiplied, text)
        text = self._pack.sub(self._packed, text)
        text = self._amount.sub(self._measured, text)
        text = self._percent.sub(lambda found: f"{self._tongue.value(found[1])} {self._words['percent']}", text)
        text = re.sub(r'(\d)\s?"', lambda found: f"{found[1]} {self._tongue.units['in'].several}", text)
        text = re.sub(r"(?:#|\bno\. )\s?(?=\d)", f"{self._words['number']} ", text, flags=re.I)
        text = re.sub(r"(?<!\w)\+(?=\d)", f"{self._words['plus']} ", text)
        text = re.sub(r"(?<=\d)(?:\s?×\s?| x )(?=[^\W\d])", f" {self._words['of']} ", text)
        text = re.sub(r"(?<=\w) [x×] (?=\w)", f" {self._words['by']} ", text)
        text = re.sub(r"(?<=\d)/(?=\d)", " ", text)
        text = self._dotted.sub(lambda found: self._lower[found[0].lower()], text)
        text = self._number.sub(self._plain_number, text)
        text = re.sub(r"[^\s,.:!?()/&+=]*\d[^\s,:!?()/&+=]*", self._code, text)
        text = self._short.sub(lambda found: self._tongue.abbreviations[found[0]], text)
        text = re.sub(r"(?<!\w)[A-Z]{2,5}(?!\w)", self._initials, text)
        return self._signs(text)

    # --- steps ------------------------------------------------------------------------------------------------------

    def _digits(self, text: str) -> str:
        return self._tongue.counting.digits(text)

    def _phone(self, found: Match[str]) -> str:
        plus = f"{self._words['plus']} " if found[0].startswith("+") else ""
        return plus + ", ".join(self._digits(group) for group in re.findall(r"\d+", found[0]))

    def _days(self, text: str) -> str:
        months = "|".join(self._tongue.months)
        ordinal = self._tongue.counting.ordinal
        text = re.sub(
            _SHORT_DATES.get(self._tongue.language, _SHORT_DATES["en"]),
            lambda found: (
                found["before"] + date(self._tongue, int(found["month"]), int(found["day"])) + self._stop(found)
            ),
            text,
            flags=re.I,
        )
        match self._tongue.language:
            case "de":
                text = re.sub(
                    rf"(?P<the>\bder )?\b(?P<day>\d{{1,2}})\. (?={months})",
                    lambda found: f"{found['the'] or ''}{ordinal(int(found['day']))}{'' if found['the'] else 'n'} ",
                    text,
                    flags=re.I,
                )
            case "fr":
                text = re.sub(r"\b1er\b", ordinal(1), text)
                text = re.sub(r"\b(\d{1,2})(?:e|ème)\b", lambda found: ordinal(int(found[1])), text)
            case "es":
                text = re.sub(r"\b(\d{1,2})\.?º", lambda found: ordinal(int(found[1])), text)
                text = re.sub(r"\b(\d{1,2})\.?ª", lambda found: ordinal(int(found[1]))[:-1] + "a", text)
            case _:
                text = re.sub(
                    rf"\b({months}) (\d{{1,2}})(?!\w|[:.,]\d)",
                    lambda found: f"{found[1]} {ordinal(int(found[2]))}",
                    text,
                )
        return re.sub(r"\b(\d{1,3})(?:st|nd|rd|th)\b", lambda found: ordinal(int(found[1])), text)

    def _clocks(self, text: str) -> str:
        language = self._tongue.language
        hour, minute = r"(?P<hour>[01]?\d|2[0-4])", r"(?P<minute>[0-5]\d)"
        tail = {"de": r"(?: ?Uhr)?", "fr": r"", "es": r"(?: ?h(?:oras)?\b)?"}.get(language, "")
        head = r"(?:\blas? )?" if language == "es" else ""
        half = r"(?:\s?(?P<half>[ap])\.?\s?m\.?(?!\w))?"
        text = re.sub(rf"{head}\b{hour}:{minute}(?::[0-5]\d)?(?!\d|[.,]\d){tail}{half}", self._clock, text, flags=re.I)
        if language == "fr":
            text = re.sub(rf"\b{hour} ?h(?: ?{minute})?\b", self._clock, text)
        if language == "de":
            text = re.sub(rf"\b{hour} Uhr(?: {minute})?\b", self._clock, text)
        return re.sub(r"\b(?P<hour>1[0-2]|[1-9])\s?(?P<half>[ap])\.?m\.?(?!\w)", self._clock, text, flags=re.I)

    def _clock(self, found: Match[str]) -> str:
        groups = found.groupdict()
        rest = found.string[found.end() :]
        said = clock(
            self._tongue.language,
            int(found["hour"]),
            int(groups.get("minute") or "0"),
            (groups.get("half") or "").lower(),
            told=_TOLD.match(rest) is not None,
        )
        return said + ("." if found[0].endswith(".") and (not rest or rest[1:2].isupper()) else "")

    def _money(self, found: Match[str]) -> str:
        currency = self._tongue.money[found["sign"] or found["code"]]
        whole, part = self._tongue.split(found["first"] or found["second"])
        minus = f"{self._words['minus']} " if found["minus"] else ""
        cardinal = self._tongue.counting.cardinal
        if len(whole) > 9:
            return f"{minus}{self._digits(whole)} {currency.major.several}"
        major, minor = int(whole or "0"), int((part + "0")[:2]) if part else 0
        if not major and minor:
            return f"{minus}{cardinal(minor, 'm')} {currency.minor.one if minor == 1 else currency.minor.several}"
        if self._tongue.language == "en" and minor and major < 100:
            # "three forty-nine", but of larger sums nobody knows what "one twenty nine ninety nine" is.
            return f"{minus}{cardinal(major)} {'oh ' if minor < 10 else ''}{cardinal(minor)}"
        noun = currency.major.one if self._tongue.is_one(str(major)) else currency.major.several
        words = f"{minus}{cardinal(major, currency.major.gender)} {noun}"
        if not minor:
            return words
        link = " con " if self._tongue.language == "es" else " "
        return f"{words}{link}{cardinal(minor)}"

    def _fraction(self, found: Match[str]) -> str:
        top, bottom = int(found["top"]), int(found["bottom"])
        unit = self._unit(found)
        if top >= bottom or top == 0:
            return (
                f"{found['whole'] + ' ' if found['whole'] else ''}{top} {self._words['or']} {bottom}"
                + found[0][found.end("bottom") - found.start() :]
            )
        said = self._part(found["whole"] or "", top, bottom, unit)
        return said + (found["unit"] if unit is None and found["unit"] else "") + self._stop(found)

    def _part(self, whole: str, top: int, bottom: int, unit: Unit | None) -> str:
        language, one = self._tongue.language, top == 1
        name = self._tongue.parts[bottom][0 if one else 1]
        gender = unit.gender if unit else "m"
        number = self._tongue.counting.cardinal(top, "m" if language != "de" else "n")
        if not whole:
            return _half(language, gender, unit) if bottom == 2 else _share(language, f"{number} {name}", unit)
        count = self._tongue.value(whole, gender)
        noun = "" if unit is None else f" {unit.one if language == 'fr' and whole == '1' else unit.several}"
        single = "" if unit is None else f" {unit.one if self._tongue.is_one(whole) else unit.several}"
        match language:
            case "en":
                return f"{count} and {'a' if one else number} {name}{noun}"
            case "es":
                half = "media" if gender == "f" else "medio"
                return f"{count}{single} y {half if bottom == 2 else f'{number} {name}'}"
            case "fr":
                half = "demie" if gender == "f" else "demi"
                return f"{count}{single} et {half if bottom == 2 else f'{number} {name}'}"
            case _:
                return f"{self._tongue.value(whole, 'm')}{'ein' if one else number}{name.lower()}{noun}"

    def _for_each(self, found: Match[str]) -> str:
        unit = self._unit(found)
        if unit is None:
            return found[0]
        said = self._tongue.counted(found["number"], unit) if found["number"] else unit.one
        return f" {self._words['per']} {said}{self._stop(found)}"

    def _multiplied(self, found: Match[str]) -> str:
        unit = self._unit(found)
        counts = re.split(r"\s?[x×]\s?", found["counts"], flags=re.I)
        lengths = [self._tongue.units[length] for length in _LENGTHS]
        flat = unit is None or unit in lengths
        words = [self._tongue.value(count) for count in counts[:-1]]
        last = self._tongue.counted(counts[-1], unit) if unit else self._tongue.value(counts[-1])
        joined = f" {self._words['by' if flat else 'times']} ".join([*words, last])
        return joined + (found["unit"] or "" if unit is None else self._stop(found))

    def _packed(self, found: Match[str]) -> str:
        return self._words["pack"].format(count=self._tongue.value(found["number"])) + self._stop(found)

    def _measured(self, found: Match[str]) -> str:
        unit = self._unit(found)
        kelvin_or_amps = unit in (self._tongue.units.get("k"), self._tongue.units.get("a"))
        if unit is None or (kelvin_or_amps and found["dash"] != " "):
            return found[0]
        written = found["number"]
        if re.fullmatch(r"0[.,]50?", written):
            return _half(self._tongue.language, unit.gender, unit) + self._stop(found)
        # "a 500-g jar", "a 3.5 mm plug" and "9V battery", but "500 g".
        adjective = found["dash"] == "-" or (not found["dash"] and unit is self._tongue.units["v"])
        adjective = adjective or re.search(r"\ban?\s$", found.string[: found.start()], re.I) is not None
        if self._tongue.language == "en" and adjective:
            return f"{self._tongue.value(written)} {unit.one}{self._stop(found)}"
        return self._tongue.counted(written, unit) + self._stop(found)

    def _unit(self, found: Match[str]) -> Unit | None:
        written = found["unit"]
        if written is None:
            return None
        rest = found.string[found.end() :]
        # "12 in stock" is no length.
        if written.lower() == "in" and not found[0].endswith(".") and re.match(r"\s?-?\s?(?!x\b|by\b|to\b)\w", rest):
            return None
        return self._tongue.unit(written)

    def _stop(self, found: Match[str]) -> str:
        """The stop that ended the sentence, not the unit: at the end, or before a capital."""
        rest = found.string[found.end() :]
        return "." if found[0].endswith(".") and (not rest.strip() or rest[1:2].isupper()) else ""

    def _plain_number(self, found: Match[str]) -> str:
        """Plain numbers; long ones are codes and read digit by digit."""
        written, noun = found["number"], found["noun"]
        whole, _ = self._tongue.split(written)
        code = len(whole) > 6 or (len(whole) > 1 and whole.startswith("0"))
        before = self._tongue.nouns.get(noun, "") if noun else ""
        return (self._digits(written) if code else self._tongue.value(written, before)) + (f" {noun}" if noun else "")

    def _code(self, found: Match[str]) -> str:
        """Letters and digits in one word: CR2032, 2T, N95."""
        words: list[str] = []
        for piece in re.findall(r"\d+|[^\W\d]+|\.(?=$)", found[0]):
            if piece == ".":
                words[-1] += piece
            elif piece.isdecimal() and piece.isascii():
                small = len(piece) < 3 and not (len(piece) == 2 and piece[0] == "0")
                words.append(self._tongue.counting.cardinal(int(piece)) if small else self._digits(piece))
            else:
                words.append(" ".join(piece) if piece.isupper() and len(piece) < 4 else piece)
        return " ".join(words)

    def _initials(self, found: Match[str]) -> str:
        word = found[0]
        unsayable = not set(word) & set("AEIOUY")
        return " ".join(word) if word in self._tongue.spelled or unsayable else word

    def _signs(self, text: str) -> str:
        text = re.sub(r"\s?&\s?", f" {self._words['and']} ", text)
        text = re.sub(r"(?<=\w)\s?\+\s?(?=\w)", f" {self._words['plus']} ", text)
        text = re.sub(r"\s?=\s?", f" {self._words['equals']} ", text)
        text = re.sub(r"(?<=\w)\s?/\s?(?=\w)", f" {self._words['or']} ", text)
        text = re.sub(r"\s?[()]\s?|\s[–—-]\s", ", ", text)
        text = re.sub(r'["+°²×–—#/$€£%=]', " ", text)
        text = re.sub(r"(?:\s*,)+\s*(?=[.:!?,]|$)|^[\s,]+", "", " ".join(text.split()))
        return re.sub(r"\s*,(?:\s*,)*\s*", ", ", text)


def _half(language: str, gender: str, unit: Unit | None) -> str:
    """'half a gallon'; 'one half' of nothing that is named."""
    feminine = gender == "f"
    if unit is None:
        return {"en": "one half", "es": "medio", "fr": "un demi", "de": "ein halb"}[language]
    match language:
        case "en":
            return f"half {'an' if unit.one[0] in 'aeiou' else 'a'} {unit.one}"
        case "es":
            return f"{'media' if feminine else 'medio'} {unit.one}"
        case "fr":
            return f"{'une' if feminine else 'un'} demi-{unit.one}"
        case _:
            return f"{_HALVES.get(gender, 'ein halbes')} {unit.one}"


def _share(language: str, said: str, unit: Unit | None) -> str:
    """'three quarter inch', 'un cuarto de libra'."""
    if unit is None:
        return said
    if language in ("en", "de"):
        return f"{said} {unit.one}"
    link = "d'" if language == "fr" and unit.one[0] in "aeiouhé" else "de "
    return f"{said} {link}{unit.one}"
