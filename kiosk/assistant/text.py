"""An utterance taken apart into words, the form in which every rule and word list sees it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property

from kiosk.assistant.clean import Clean, clean
from kiosk.assistant.word_lists import TextWords

_WORD = re.compile(r"[$£€]?\d+(?:[.,:]\d+)*(?:[$£€%]|[a-z]+\d*)?|[a-z0-9]+(?:[&'][a-z0-9]+)*")
_WITH = re.compile(r"(?<![a-z0-9])w/(o?)(?![a-z0-9])")


@dataclass(frozen=True)
class Utterance:
    """What a shopper said or typed. `text` is cleaned and as written; `words` are lower case, without apostrophes
    of contractions, fillers, greetings and thanks; `all_words` still has greetings and thanks."""

    text: str
    script: str
    words: tuple[str, ...]
    all_words: tuple[str, ...]
    emoji_words: str = ""
    shouted: bool = field(default=False)

    @cached_property
    def padded(self) -> str:
        """Each word with one blank before it: what patterns are matched against."""
        return "".join(" " + w for w in self.words)

    @cached_property
    def all_padded(self) -> str:
        """As `padded`, with greetings and thanks."""
        return "".join(" " + w for w in self.all_words)


def fold(text: str) -> str:
    """Lower case without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))


def _open_up(word: str, lists: TextWords) -> str:
    if word in lists.respell:
        return lists.respell[word]
    if "'" not in word:
        return word
    stem, _, ending = word.rpartition("'")
    if ending == "s" and stem in lists.is_after:
        return stem + " is"
    if ending == "t" and stem.endswith("n"):
        whole = {"ca": "can", "wo": "will", "sha": "shall"}.get(stem[:-1], stem[:-1])
        return whole + " not"
    opened = {"re": " are", "ve": " have", "ll": " will", "m": " am", "d": " would"}.get(ending)
    if word == "let's":
        return "let us"
    return stem + opened if opened else word


def split_words(text: str, lists: TextWords) -> tuple[str, ...]:
    """Lower-case words with contractions opened up and fillers dropped; '$4.50' and '60w' stay whole."""
    folded = _WITH.sub(lambda m: "without" if m[1] else "with", fold(text))
    words: list[str] = []
    for match in _WORD.finditer(folded):
        word = match[0].strip("'")
        if word[-1:] in "$£€" and len(word) > 1:
            word = word[-1] + word[:-1]
        words.extend(_open_up(word, lists).split())
    return tuple(w for w in words if w not in lists.fillers)


def _strip(words: tuple[str, ...], lists: TextWords) -> tuple[str, ...]:
    changed = True
    while changed:
        changed = False
        for opening in lists.openings:
            if len(words) > len(opening) and words[: len(opening)] == opening:
                words, changed = words[len(opening) :], True
                break
    changed = True
    while changed:
        changed = False
        for ending in lists.endings:
            if len(words) > len(ending) and words[-len(ending) :] == ending:
                words, changed = words[: -len(ending)], True
                break
    return words


def take_apart(raw: str, lists: TextWords) -> Utterance:
    """Clean a raw text and split it into words."""
    made: Clean = clean(raw)
    all_words = split_words(made.text, lists)
    letters = [c for c in made.text if c.isalpha()]
    return Utterance(
        text=made.text,
        script=made.script,
        words=_strip(all_words, lists),
        all_words=all_words,
        emoji_words=made.emoji_words,
        shouted=len(letters) >= 8 and all(c.isupper() for c in letters),
    )
