"""GBNF grammars: the one an instruct model must answer in, and a checker for every grammar.

llama.cpp does not survive a grammar that it cannot parse: it returns a null pointer that is used later. So no text
reaches it that `check` has not passed. `check` takes a part of GBNF: a rule a line, literals, character classes,
references, groups, alternatives, and the repeats * + ? {m} {m,} {m,n}; no rule may come back to itself.
"""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

from models.types import INTENTS

MAX_REPEAT = 256
MAX_SIZE = 1_000
"""Elements of one rule with its repeats written out."""
MAX_LENGTH = 20_000
MAX_DEPTH = 40
MAX_TEXT = 32
"""Characters of a string in the answer."""

ASPECTS = (
    "price", "stock", "location", "size", "ingredients", "allergens", "nutrition", "brand", "expiry", "material",
    "warranty", "other",
)  # fmt: skip
OPS = ("add", "remove", "show", "clear", "send")
SORTS = ("cheapest", "dearest", "best")


class GrammarError(ValueError):
    """A grammar that llama.cpp must not see: the text says where and why."""


def request_grammar() -> str:
    """The grammar of a request: one JSON object, its fields in this order, all but `intent` optional.

    Strings hold letters, digits, signs and blanks only: no quote, backslash or control character, so that whatever the
    model writes is JSON.
    """

    def choice(names: tuple[str, ...]) -> str:
        return " | ".join(f'"\\"{name}\\""' for name in names)

    optional = {
        "query": "text",
        "brand": "text",
        "attributes": "text",
        "max_price": "amount",
        "min_price": "amount",
        "sort": "sort",
        "aspect": "aspect",
        "op": "op",
        "quantity": "count",
        "topic": "text",
        "reference": "text",
    }
    fields = " ".join(f'(",\\"{name}\\":" {rule})?' for name, rule in optional.items())
    lines = [
        f'root ::= "{{\\"intent\\":" intent {fields} "}}"',
        f"intent ::= {choice(INTENTS)}",
        f"sort ::= {choice(SORTS)}",
        f"aspect ::= {choice(ASPECTS)}",
        f"op ::= {choice(OPS)}",
        f'text ::= "\\"" character{{1,{MAX_TEXT}}} "\\""',
        r"character ::= [ !#-\[\]-~\u00a1-\u02af\u0370-\u1fff\u3040-\ud7ff]",
        'amount ::= count ("." [0-9]{1,2})?',
        'count ::= "0" | [1-9] [0-9]{0,4}',
    ]
    return check("\n".join(lines) + "\n")


def check(grammar: str) -> str:
    """The grammar itself, if llama.cpp will take it. Raises GrammarError."""
    if len(grammar) > MAX_LENGTH:
        raise GrammarError(f"longer than {MAX_LENGTH} characters")
    rules: dict[str, frozenset[str]] = {}
    for number, line in enumerate(grammar.split("\n"), 1):
        if not line.strip(" \t") or line.startswith("#"):
            continue
        try:
            name, wanted = _Parser(line).rule()
        except GrammarError as error:
            raise GrammarError(f"line {number}: {error}") from None
        if name in rules:
            raise GrammarError(f"line {number}: the rule {name} is there already")
        rules[name] = wanted
    if "root" not in rules:
        raise GrammarError("there is no rule root")
    for name, wanted in rules.items():
        for other in wanted:
            if other not in rules:
                raise GrammarError(f"the rule {name} asks for {other}, which is not there")
    try:
        TopologicalSorter(rules).prepare()
    except CycleError as error:
        raise GrammarError(f"rules come back to themselves: {' '.join(error.args[1])}") from None
    return grammar


class _Parser:
    """Recursive descent over one line."""

    def __init__(self, line: str) -> None:
        self.line = line
        self.at = 0
        self.names: set[str] = set()

    def rule(self) -> tuple[str, frozenset[str]]:
        """The rule's name and the rules it asks for."""
        name = self.name()
        self.blank()
        if not self.line.startswith("::=", self.at):
            raise self.error("'::=' is missing")
        self.at += 3
        self.alternatives(0)
        if self.at < len(self.line):
            raise self.error("something is left over")
        return name, frozenset(self.names)

    def alternatives(self, depth: int) -> int:
        """The number of elements, with repeats written out."""
        if depth > MAX_DEPTH:
            raise self.error("groups too deep")
        size = self.sequence(depth)
        while self.peek() == "|":
            self.at += 1
            size += self.sequence(depth)
        if size > MAX_SIZE:
            raise self.error("too many repeats")
        return size

    def sequence(self, depth: int) -> int:
        size = 0
        self.blank()
        while self.peek() not in ("", "|", ")"):
            size += self.item(depth) * self.repeat()
            self.blank()
        if not size:
            raise self.error("an alternative is empty")
        return size

    def item(self, depth: int) -> int:
        sign = self.peek()
        if sign == '"':
            return self.literal()
        if sign == "[":
            return self.character_class()
        if sign != "(":
            self.names.add(self.name())
            return 1
        self.at += 1
        size = self.alternatives(depth + 1)
        if self.peek() != ")":
            raise self.error("')' is missing")
        self.at += 1
        return size

    def literal(self) -> int:
        self.at += 1
        size = 0
        while self.peek() != '"':
            self.character()
            size += 1
        self.at += 1
        if not size:
            raise self.error("an empty literal")
        return size

    def character_class(self) -> int:
        self.at += 1
        if self.peek() == "^":
            self.at += 1
        if self.peek() == "]":
            raise self.error("an empty class")
        while self.peek() != "]":
            low = self.character()
            if self.peek() == "-" and self.line[self.at + 1 : self.at + 2] not in ("]", ""):
                self.at += 1
                if self.character() < low:
                    raise self.error("a range that goes backwards")
        self.at += 1
        return 1

    def character(self) -> int:
        """One character, escaped or not, as its code point."""
        sign = self.peek()
        self.at += 1
        if sign == "":
            raise self.error("a quote or bracket is not closed")
        if sign != "\\":
            if not sign.isprintable():
                raise self.error("a control character")
            return ord(sign)
        kind = self.peek()
        self.at += 1
        lengths = {"x": 2, "u": 4, "U": 8}
        if kind in lengths:
            digits = self.line[self.at : self.at + lengths[kind]]
            self.at += len(digits)
            if len(digits) < lengths[kind] or any(d not in "0123456789abcdefABCDEF" for d in digits):
                raise self.error("a damaged escape")
            code = int(digits, 16)
            if code == 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
                raise self.error("an escape that is no character")
            return code
        if kind == "" or kind not in 'trn\\"[]':
            raise self.error("an unknown escape")
        return ord({"t": "\t", "r": "\r", "n": "\n"}.get(kind, kind))

    def repeat(self) -> int:
        """How often the item before is written out."""
        sign = self.peek()
        if sign in ("*", "+", "?"):
            self.at += 1
            times = 1
        elif sign == "{":
            times = self.bounds()
        else:
            return 1
        if self.peek() in ("*", "+", "?", "{"):
            raise self.error("two repeats in a row")
        return times

    def bounds(self) -> int:
        self.at += 1
        low = high = self.number()
        if self.peek() == ",":
            self.at += 1
            high = max(low, 1) if self.peek() == "}" else self.number()
        if self.peek() != "}":
            raise self.error("'}' is missing")
        self.at += 1
        if high < low or high == 0:
            raise self.error("a repeat that cannot be")
        return high

    def number(self) -> int:
        start = self.at
        while self.peek() in tuple("0123456789"):
            self.at += 1
        digits = self.line[start : self.at]
        if not digits or len(digits) > 3 or int(digits) > MAX_REPEAT:
            raise self.error(f"a repeat must be a number of at most {MAX_REPEAT}")
        return int(digits)

    def name(self) -> str:
        start = self.at
        while (sign := self.peek()) and sign.isascii() and (sign.isalnum() or sign == "-"):
            self.at += 1
        if start == self.at:
            raise self.error("a name is missing")
        return self.line[start : self.at]

    def blank(self) -> None:
        while self.peek() in (" ", "\t"):
            self.at += 1

    def peek(self) -> str:
        return self.line[self.at : self.at + 1]

    def error(self, what: str) -> GrammarError:
        return GrammarError(f"{what} at character {self.at + 1}")
