"""How a word sounds, in the phones of the recogniser's acoustic model (the CMU set).

The store's own pronunciations come first, then a hand-made entry of data/pronunciations.toml, then the CMU dictionary
of the PocketSphinx wheel, then espeak's own rules, their phonemes mapped to the CMU set.
"""

from __future__ import annotations

import bisect
import importlib.util
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources
from pathlib import Path

from voice.espeak import espeak
from voice.phones import SIGNS
from voice.types import VoiceError

_PHONES = {
    "b": "B", "d": "D", "dʒ": "JH", "ð": "DH", "f": "F", "ɡ": "G", "g": "G", "h": "HH", "j": "Y", "k": "K", "l": "L",
    "m": "M", "n": "N", "ŋ": "NG", "p": "P", "ɹ": "R", "r": "R", "s": "S", "ʃ": "SH", "t": "T", "tʃ": "CH", "θ": "TH",
    "v": "V", "w": "W", "z": "Z", "ʒ": "ZH", "ɾ": "T", "ʔ": "T", "x": "K", "ɬ": "L", "ç": "HH", "ɲ": "N Y", "ʁ": "R",
    "n̩": "AH N", "l̩": "AH L", "m̩": "AH M", "ən": "AH N", "əl": "AH L", "əm": "AH M",
    "ə": "AH", "ɐ": "AH", "ʌ": "AH", "ɚ": "ER", "ɜː": "ER", "ɜ": "ER", "ɝ": "ER", "ɪ": "IH", "ᵻ": "IH",
    "ɨ": "IH", "i": "IY", "iː": "IY",
    "iʲ": "IY", "y": "IY", "ɛ": "EH", "e": "EY", "æ": "AE", "a": "AE", "aː": "AA", "ɑ": "AA", "ɑː": "AA", "ɒ": "AA",
    "ʊ": "UH", "u": "UW", "uː": "UW", "ɔ": "AO", "ɔː": "AO", "o": "OW", "oː": "AO", "ø": "ER", "œ": "ER",
    "eɪ": "EY", "aɪ": "AY", "aʊ": "AW", "oʊ": "OW", "əʊ": "OW", "ɔɪ": "OY", "aɪɚ": "AY ER",
    "aɪə": "AY AH", "aʊɚ": "AW ER",
    "iə": "IY AH", "ɑːɹ": "AA R", "ɔːɹ": "AO R", "oːɹ": "AO R", "ɛɹ": "EH R", "ɪɹ": "IH R", "ʊɹ": "UH R", "eə": "EH R",
    "ɪə": "IH R", "ʊə": "UH R",
}  # fmt: skip
_LONGEST = max(map(len, _PHONES))
_LARGEST, _MOST_WAYS, _MOST_PHONES = 1_000_000, 8, 40
"""Bounds of a store's own list: bytes, ways to say a word, phones of a way."""
_BRITISH = "en"
"""espeak's name of the voice."""
_STRESS = str.maketrans("", "", "ˈˌ‍͜͡")


def phones_of_ipa(phonemes: Iterable[str]) -> str:
    """espeak's phonemes of one word as CMU phones, by the longest match; what has no counterpart is left out."""
    found: list[str] = []
    for phoneme in phonemes:
        rest = unicodedata.normalize("NFC", phoneme.translate(_STRESS))
        while rest:
            length = next((size for size in range(min(_LONGEST, len(rest)), 0, -1) if rest[:size] in _PHONES), 0)
            if length:
                found.append(_PHONES[rest[:length]])
            rest = rest[length or 1 :]
    return " ".join(found)


Own = Mapping[str, Sequence[str]]
"""A store's own pronunciations: the ways to say a lower-case word, most usual first."""


class Pronouncer:
    """Pronunciations of words; reads the dictionaries once."""

    def __init__(self, own: Own | None = None) -> None:
        """`own`: the store's pronunciations. Raises VoiceError when PocketSphinx' dictionary is not there."""
        self._known: dict[str, list[str]] = {}
        """Those that were asked for, and the hand-made ones."""
        self._guessed: set[str] = set()
        self._british: dict[str, str] = {}
        try:
            # Lines and not a dictionary: 9 MB instead of 31.
            self._lines = sorted(dictionary_file().read_bytes().splitlines())
        except OSError as error:
            raise VoiceError(f"{dictionary_file()} cannot be read: install the package pocketsphinx again") from error
        made = tomllib.loads(resources.files("voice").joinpath("data/pronunciations.toml").read_text("utf-8"))
        for word, ways in made["words"].items():
            self._known[word] = [ways] if isinstance(ways, str) else list(ways)
        for word, told in (own or {}).items():
            self._known[word] = list(told)

    def of(self, word: str) -> list[str]:
        """The ways to say a lower-case word, most usual first; empty if it cannot be said. Raises VoiceError."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._written(word) or self._made(word)
        return known

    def heard(self, word: str) -> list[str]:
        """The ways of `of`, and the British one if it is another: the acoustic model's own dictionary is American. Of
        60 names in ten accents 55 are right in their department's network with it, 52 where only each R that is not
        before a vowel may be left out, 48 without."""
        ways = self.of(word)
        if word not in self._british:
            self._british[word] = _cmu(espeak().phonemes(word, _BRITISH)) if ways else ""
        return list(dict.fromkeys(filter(None, (*ways, self._british[word]))))

    def knows(self, word: str) -> bool:
        """Whether a dictionary has the word."""
        return word not in self._guessed and (word in self._known or bool(self._written(word)))

    def _written(self, word: str) -> list[str]:
        """The dictionary's ways: lines `word phones`, then `word(2) phones` and so on."""
        ways = []
        for head in (f"{word} ", f"{word}("):
            bare = head.encode()
            at = bisect.bisect_left(self._lines, bare)
            while at < len(self._lines) and self._lines[at].startswith(bare):
                ways.append(self._lines[at].partition(b" ")[2].decode().strip())
                at += 1
        return ways

    def _made(self, word: str) -> list[str]:
        self._guessed.add(word)
        if word.endswith("'s") and (base := self.of(word[:-2])):
            return [f"{phones} {_possessive(phones)}" for phones in base]
        phones = _cmu(espeak().phonemes(word))
        return [phones] if phones else []


def read_pronunciations(file: Path) -> dict[str, tuple[str, ...]]:
    """A store's own pronunciations: a table `words` as in data/pronunciations.toml; {} where there is no file.

    Raises VoiceError naming the file, the word and the remedy.
    """
    try:
        with file.open("rb") as stream:
            raw = stream.read(_LARGEST + 1)
        if len(raw) > _LARGEST:
            raise VoiceError(f"{file}: is larger than {_LARGEST // 1000} kB; leave words out")
        data = tomllib.loads(raw.decode("utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise VoiceError(f"{file}: cannot be read ({error.strerror or error}); give this user the right to") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise VoiceError(f"{file}: is not a TOML file ({error}); correct that line") from error
    words = data.pop("words", {})
    if data or not isinstance(words, dict):
        raise VoiceError(f"{file}: write all pronunciations under one line [words]")
    return {word: _checked_ways(file, word, ways) for word, ways in words.items()}


def _checked_ways(file: Path, word: str, ways: object) -> tuple[str, ...]:
    if plain_words(word) != [word]:
        raise VoiceError(f"{file}: {word[:40]!r} is not a word in small letters; write a line for each word of a name")
    told = [ways] if isinstance(ways, str) else ways
    if not isinstance(told, list) or not 0 < len(told) <= _MOST_WAYS:
        raise VoiceError(f'{file}: {word!r} needs phones in quotes, such as "K W IH N OW AH", or a list of up to eight')
    for way in told:
        phones = way.split() if isinstance(way, str) else []
        wrong = [phone for phone in phones if phone not in SIGNS]
        if wrong or not 0 < len(phones) <= _MOST_PHONES:
            what = f"{wrong[0][:10]!r} is no phone" if wrong else f"give 1 to {_MOST_PHONES} phones"
            raise VoiceError(f"{file}: {word!r}: {what}; the phones are {' '.join(SIGNS)}")
    return tuple(" ".join(way.split()) for way in told)


def _cmu(words: Iterable[Iterable[str]]) -> str:
    return " ".join(filter(None, map(phones_of_ipa, words)))


def _possessive(phones: str) -> str:
    last = phones.split()[-1]
    if last in ("S", "Z", "SH", "ZH", "CH", "JH"):
        return "IH Z"
    return "S" if last in ("P", "T", "K", "F", "TH") else "Z"


def plain_words(text: str) -> list[str]:
    """The words of a name as the recogniser writes them: lower case, no accents, numbers and signs as words."""
    text = unicodedata.normalize("NFKD", text.lower().replace("’", "'").replace("&", " and ").replace("%", " percent "))
    text = "".join(sign for sign in text if not unicodedata.combining(sign))
    return [word.strip("'") for word in re.findall(r"[^\W_]+(?:'[^\W\d_]+)?", text) if word.strip("'")]


def model_folder() -> Path:
    """The acoustic model's folder in the PocketSphinx wheel. Raises VoiceError."""
    spec = importlib.util.find_spec("pocketsphinx")
    if spec is None or spec.origin is None:
        raise VoiceError("the recogniser is missing: install the Python package pocketsphinx")
    return Path(spec.origin).parent / "model" / "en-us"


def dictionary_file() -> Path:
    """The CMU dictionary in the PocketSphinx wheel."""
    return model_folder() / "cmudict-en-us.dict"
