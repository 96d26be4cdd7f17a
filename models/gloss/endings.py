"""Words that stand in no table: other endings, German compounds, words written together, one slip of a finger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from models.gloss.table import english_words, fold, look_up, table

_IT = {
    "melo": "it to me", "mela": "it to me", "melos": "them to me", "melas": "them to me", "selo": "it", "sela": "it",
    "selos": "them", "selas": "them", "telo": "it", "tela": "it", "noslo": "it to us", "nosla": "it to us",
    "lo": "it", "la": "it", "los": "them", "las": "them", "me": "me", "nos": "us", "te": "you", "le": "him",
    "les": "them", "se": "", "os": "you",
}  # fmt: skip
"""Pronouns that Spanish hangs on a verb: "cambiarlo"."""

_VERB = re.compile(r".+(?:[aei]r|ndo|[ae]|pon|haz|di|ten)")

_RULES = {
    "es": """
        s> ces>z es> a>o//e as>o//a os>o/ o>a isimo>o//e:very isima>o/a/:very isimos>o/:very isimas>o/a:very
        ito>o//e ita>a/o/ itos>o//os/e itas>a/as/ quito>co quita>ca cito>/e cita>/e citos>/e citas>/e illo>o/
        illa>a/ illos>o/ illas>a/ ote>o/a/:big ota>o/a/:big azo>o/a/:big mente>/o ara>ar aran>ar iera>er/ir
        ieran>er/ir ase>ar aramos>ar abamos>ar iamos>er/ir ad>ar aremos>ar:will areis>ar:will
    """,
    "fr": """
        s> x> e> es> aux>al/ail euse>eur/eux euses>eur/eux eur>euse trice>teur ere>er eres>er ive>if ives>if ette>e/
        ettes>e/ ment>/e ement>/e nne>n nnes>n lle>l lles>l tte>t ions>er assent>er issime>/e:very
    """,
    "de": """
        e>/en en>/e er>/e/en es>/e em> n>/en s> ens>en ern>/er chen>/e/en:small lein>/e:small erl>:small in>/e
        innen>/e ste>:most sten>:most ster>:most stes>:most ere>:more eren>:more eres>:more erer>:more st>/en t>en
        et>en te>en ten>en end>en ende>en enden>en ender>en ung>en
    """,
    "ar": """
        ات>/ه تين>ه تان>ه ين> ون> ان> ها>/ه هم> كم> نا> ا> ه> ي> تك>ه تي>ه ته>ه تها>ه ك>
    """,
}
"""By language: ending, what may stand in its place, an English word that it adds. The first that is known counts."""


def _rules(text: str) -> Iterator[tuple[str, tuple[str, ...], str]]:
    for rule in text.split():
        ending, _, rest = rule.partition(">")
        instead, _, english = rest.partition(":")
        yield ending, tuple(instead.split("/")), english


_ENDINGS = {language: tuple(_rules(text)) for language, text in _RULES.items()}

_GLUED = re.compile(r"(l|d|j|c|qu|n|s|m|t|jusqu)([aeiouyh].{2,})")
_PREFIXED = re.compile(
    "(?:herunter|hinunter|zuruck|vorbei|wieder|herum|heraus|hinein|runter|rauf|raus|rein|rum|durch|nach|auf|aus|ein|mit|vor"
    "|weg|hin|her|los|an|ab|um|zu)(?:zu)?([a-z]{4,})"
)
_SHORT_WORDS = (
    ("وال", "and"), ("بال", "with"), ("ولل", "and for"), ("لل", "for"), ("فال", ""), ("كال", "like"), ("ال", ""),
    ("وب", "and with"), ("و", "and"), ("ب", "with"), ("ل", "for"), ("ف", ""),
)  # fmt: skip
_LINKS = ("n", "en", "s", "es", "er", "e", "")
"""What stands between the parts of a compound; the last part of "waschmaschinentabs" says how many there are."""
_SHORT = frozenset(
    (
        "tee", "ole", "eis", "bio", "bad", "hut", "rad", "ohr", "arm", "zug", "gel", "deo", "ton", "tor", "ei", "ol",
        "uhr", "pad", "tab", "mus", "reh", "rum", "rot",
    )
)  # fmt: skip
"""German words of less than four letters that words are put together from."""

_NO_PART = frozenset(
    (
        "a", "an", "the", "and", "or", "of", "to", "it", "its", "is", "are", "was", "i", "you", "he", "she", "we",
        "they", "not", "no", "do", "have", "has", "be", "with", "in", "on", "at", "as", "so", "if", "for", "from", "by",
        "this", "that", "these", "those", "who", "what", "where", "when", "how", "which", "there", "here", "my", "your",
        "our", "his", "her", "one", "some", "any", "all",
    )
)  # fmt: skip
"""English of words that no compound is made of."""

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
SLIP_FROM = 6
"""Letters from which on one slip is mended."""


@lru_cache(maxsize=4096)
def one_word(word: str, language: str) -> str | None:
    """English for a token in lower case, or None if it is not known."""
    found = look_up(word, language)
    if found is not None:
        return found
    word = word.removesuffix("'")
    if not word.isalpha():
        return None
    found = look_up(word, language)
    if found is not None or word in english_words():
        return found
    plain = fold(word)
    return next((e for e in _guesses(plain, language) if e is not None), None)


def _guesses(word: str, language: str) -> Iterator[str | None]:
    yield _ended(word, language)
    if language == "es":
        yield _with_pronoun(word)
    elif language == "fr":
        yield _apart(word)
    elif language == "ar":
        yield _with_short_word(word)
    elif language == "de":
        plain = word.replace("ae", "a").replace("oe", "o").replace("ue", "u")
        if plain != word:
            yield _ended(plain, language)
        yield _compound(word)
        yield _with_prefix(word)
    yield _slip(word, language)
    if language == "de":
        yield _head(word)


def _ended(word: str, language: str) -> str | None:
    known = table(language)
    for ending, instead, english in _ENDINGS[language]:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word[: -len(ending)]
            for other in instead:
                found = known.get(stem + other)
                if found is not None:
                    return f"{english} {found}".lstrip()
    return None


def _with_pronoun(word: str) -> str | None:
    for length in (5, 4, 3, 2):
        stem, pronoun = word[:-length], word[-length:]
        if pronoun in _IT and len(stem) >= 2 and _VERB.fullmatch(stem):
            found = table("es").get(stem)
            if found is not None:
                return f"{found} {_IT[pronoun]}".rstrip()
    return None


def _apart(word: str) -> str | None:
    """Written without the apostrophe: "lhuile"."""
    match = _GLUED.fullmatch(word)
    if match is None:
        return None
    little, rest = table("fr").get(match[1] + "'"), table("fr").get(match[2])
    return f"{little} {rest}" if little and rest else None


def _with_short_word(word: str) -> str | None:
    """Arabic: what stands before a noun as a letter of it, "and bread" of "والخبز"."""
    for start, english in _SHORT_WORDS:
        rest = word.removeprefix(start)
        if rest != word and len(rest) >= 3:
            found = look_up(rest, "ar") or _ended(rest, "ar")
            if found is not None:
                return f"{english} {found}".lstrip()
    return None


def _compound(word: str) -> str | None:
    """Washing machine tabs of "waschmaschinentabs": the fewest parts, and of these with the longest head."""
    if len(word) < 6:
        return None
    best = _cut(word, 3)
    return " ".join(best) if best else None


def _cut(word: str, parts: int) -> tuple[str, ...] | None:
    whole = _part(word) or (_ended(word, "de") if len(word) > 4 else None)
    if whole is not None:
        return (whole,)
    if parts == 1:
        return None
    best: tuple[str, ...] | None = None
    for end in range(2, len(word) - 2):
        first = _linked(word[:end])
        rest = _cut(word[end:], parts - 1) if first is not None else None
        if first is not None and rest is not None and (best is None or len(rest) + 1 < len(best)):
            best = (first, *rest)
    return best


def _part(word: str) -> str | None:
    if len(word) < 4 and word not in _SHORT:
        return None
    found = table("de").get(word)
    return None if found is None or found.split()[0] in _NO_PART else found


def _with_prefix(word: str) -> str | None:
    """The verb of "ausbacken", "angeschrien", "anzurufen", without what stands before it."""
    match = _PREFIXED.fullmatch(word)
    return table("de").get(match[1]) if match is not None else None


def _linked(word: str) -> str | None:
    for link in _LINKS:
        if word.endswith(link) and (found := _part(word[: len(word) - len(link)])) is not None:
            return found
    return None


def _head(word: str) -> str | None:
    """Kidney beans of "kidneybohnen": the last part is known, what is before it stays as it is."""
    for start in range(3, len(word) - 4):
        if (found := _part(word[start:])) is not None:
            return f"{word[:start]} {found}"
    return None


def _slip(word: str, language: str) -> str | None:
    """The one known word that is one letter away (added, lost, wrong, or two swapped); the first letter is right."""
    if len(word) < SLIP_FROM or not word.isascii():
        return None
    known = table(language)
    found = {known[near] for near in _near(word) if near in known}
    return found.pop() if len(found) == 1 else None


def _near(word: str) -> Iterator[str]:
    for place in range(1, len(word)):
        before, after = word[:place], word[place:]
        yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in _ALPHABET:
            yield before + letter + after[1:]
            yield before + letter + after
    for letter in _ALPHABET:
        yield word + letter
