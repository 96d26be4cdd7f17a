"""What was heard is not sure: what may be asked back, and what the answer to that means. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from kiosk.assistant import Gist

SURE = 0.6
"""Confidence of a hearing from which on it is taken as it is."""
_SENSE = 0.45
"""Confidence of an understanding from which on the words make sense in this store."""
_MOST = 3
_AT_ONCE = ("urgent", "staff")
"""What is not asked back: somebody may need help."""
LEAST = 0.3
"""Confidence under which nothing is taken without asking back."""
_IDLE = ("other", "smalltalk", "talk", "control", "yes", "no", "empty", "script", "language")
"""What noise is easily taken for; asked back it would only disturb."""
_YES = frozenset({"yes", "yeah", "yep", "yup", "sure", "okay", "ok", "right", "correct", "exactly"})
_NO = frozenset({"no", "nope", "nah", "neither", "none", "wrong", "not"})
ANSWERS = ("yes", "yes please", "yeah", "that's right", "no", "none of these", "neither", "never mind", "cancel")
"""What is said to a question back, besides one of the choices."""
_WORDS = re.compile(r"[^\W_]+")


class Way(Enum):
    """What to do with what was heard."""

    TAKE = auto()
    ASK_BACK = auto()
    DROP = auto()
    """Nothing that makes sense was heard."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """The outcome. TAKE has one text, ASK_BACK one to three, most likely first."""

    way: Way
    texts: tuple[str, ...] = ()


def doubt(confidence: float, texts: Sequence[str], gists: Sequence[Gist]) -> Doubt:
    """What to do with a hearing that is not sure: its text and the others it may have been, with what each would be
    taken for. Texts that ask the same are one."""
    if texts and gists[0].what in _AT_ONCE and confidence >= LEAST:
        return Doubt(Way.TAKE, (texts[0],))
    kept: dict[tuple[str, tuple[str, ...]], str] = {}
    for text, gist in zip(texts, gists, strict=True):
        if gist.confidence >= _SENSE and gist.what not in _IDLE:
            kept.setdefault((gist.what, gist.products[:1]), text)
    if not kept:
        return Doubt(Way.DROP)
    if len(kept) == 1 and confidence >= LEAST and _agree(texts, gists):
        return Doubt(Way.TAKE, tuple(kept.values()))
    return Doubt(Way.ASK_BACK, tuple(kept.values())[:_MOST])


def _agree(texts: Sequence[str], gists: Sequence[Gist]) -> bool:
    """Whether two texts at least are different words for one thing: it was heard, if not word by word."""
    senses = [(gist.what, gist.products[:1]) for gist in gists if gist.confidence >= _SENSE and gist.products]
    return len(set(texts)) > 1 and len(senses) > 1 and len(set(senses)) == 1


def chosen(choices: Sequence[str], said: str) -> str | None:
    """The choice that an answer means: a yes the first, a repetition the one repeated. '' refuses all of them, None is
    something else."""
    words = _WORDS.findall(said.casefold())
    for choice in choices:
        if words == _WORDS.findall(choice.casefold()):
            return choice
    if words and words[0] in _YES and len(words) <= 2:
        return choices[0]
    if words and words[0] in _NO and len(words) <= 4:
        return ""
    return None
