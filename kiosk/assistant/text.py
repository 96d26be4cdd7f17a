"""An utterance taken apart into words, the form in which every rule and word list sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from kiosk.assistant.clean import Clean, clean
from kiosk.assistant.word_lists import TextWords
from models.gloss import fold, glossed
from models.words import split

_WORD = re.compile(r"[$£€]?\d+(?:[.,:]\d+)*(?:[$£€%]|[a-z]+\d*)?|[a-z0-9]+(?:[&'][a-z0-9]+)*")
_ARABIC = "[\N{ARABIC LETTER HAMZA}-\N{ARABIC LETTER YEH}]+"
_OR_ARABIC = re.compile(f"{_WORD.pattern}|{_ARABIC}")
_OWN_WORD = re.compile(f"[a-z0-9]+|{_ARABIC}")
_WITH = re.compile(r"(?<![a-z0-9])w/(o?)(?![a-z0-9])")


@dataclass(frozen=True)
class Utterance:
    """What a shopper said or typed. `text` is cleaned and as written; `words` are lower case, without apostrophes
    of contractions, fillers, greetings and thanks; `all_words` still has greetings and thanks.

    Other languages are put into English word by word, so that the rules read one language: then `words` and
    `all_words` are English, and `said` are the shopper's own."""

    text: str
    script: str
    words: tuple[str, ...]
    all_words: tuple[str, ...]
    emoji_words: str = ""
    shouted: bool = field(default=False)
    language: str = "en"
    said: tuple[str, ...] = ()
    """The shopper's own words, lower case without accents and apostrophes ("d'huile" is two words); in English the same
    as `all_words`."""
    glosses: tuple[tuple[str, str], ...] = ()
    """For another language than English: words in English and what the shopper said for them, in order."""

    @cached_property
    def padded(self) -> str:
        """Each word with one blank before it: what patterns are matched against."""
        return "".join(" " + w for w in self.words)

    @cached_property
    def all_padded(self) -> str:
        """As `padded`, with greetings and thanks."""
        return "".join(" " + w for w in self.all_words)

    @cached_property
    def said_padded(self) -> str:
        """The shopper's own words as `padded`."""
        return "".join(" " + w for w in self.said)

    @cached_property
    def english(self) -> str:
        """The text in English, as far as its words are known: what a model reads."""
        return " ".join(english for english, _ in self.glosses) if self.glosses else self.text

    def in_own_words(self, query: str) -> str:
        """English words of this utterance as the shopper said them; words of other origin stay."""
        sought = query.split()
        if not self.glosses or not sought:
            return query
        own = [said for english, said in self.glosses if set(fold(english).split()) & set(sought)]
        known = {word for english, _ in self.glosses for word in fold(english).split()}
        return " ".join([*own, *(word for word in sought if word not in known)])


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


def split_words(text: str, lists: TextWords, language: str = "en") -> tuple[str, ...]:
    """Lower-case words with contractions opened up and fillers dropped; '$4.50' and '60w' stay whole. Words in Arabic
    letters, which no table put into English, are words in Arabic alone."""
    folded = _WITH.sub(lambda m: "without" if m[1] else "with", fold(text))
    words: list[str] = []
    for match in (_OR_ARABIC if language == "ar" else _WORD).finditer(folded):
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


def take_apart(raw: str, lists: TextWords, language: str = "en") -> Utterance:
    """Clean a raw text in that language and split it into words; `lists` are the English ones."""
    made: Clean = clean(raw)
    pairs: tuple[tuple[str, str], ...] = ()
    if language != "en":
        words = split(made.text)
        pairs = tuple(
            (" ".join(piece.english), " ".join(words[number] for number in piece.words))
            for piece in glossed(words, language)
        )
    all_words = split_words(" ".join(english for english, _ in pairs) if pairs else made.text, lists, language)
    letters = [c for c in made.text if c.isalpha()]
    return Utterance(
        text=made.text,
        script=made.script,
        words=_strip(all_words, lists),
        all_words=all_words,
        emoji_words=made.emoji_words,
        shouted=len(letters) >= 8 and all(c.isupper() for c in letters),
        language=language,
        said=tuple(_OWN_WORD.findall(fold(made.text))) if pairs else all_words,
        glosses=pairs,
    )
