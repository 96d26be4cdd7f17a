"""A shopper who speaks while the kiosk speaks: it is quieter at the first sound, then silent, or goes on.

Pure: no clock but the sound, no devices.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from enum import Enum, auto

UNSURE_S = 2.0
"""Sound heard over the kiosk's own voice in which no words of another come: then it goes on, seconds."""
SURE = 0.35
"""Confidence from which the whole of what was heard counts as words."""
_ENOUGH = 2
"""New words that show that somebody else speaks."""
_ALONE = frozenset({
    "stop", "wait", "no", "quiet", "cancel", "help", "hey", "enough", "louder", "quieter", "slower", "repeat",
    "pare", "alto", "espera", "espere", "silencio", "basta", "ayuda",
    "stopp", "halt", "warte", "warten", "moment", "ruhe", "hilfe", "nein",
    "arrete", "arretez", "attendez", "attends", "silence", "non", "aide",
})  # fmt: skip
"""Words of which one will do: a shopper who says them wants to be heard."""
_FILLERS = frozenset({
    "a", "an", "and", "the", "of", "to", "in", "is", "it", "for", "uh", "um", "oh", "hm", "mhm", "y", "o", "el", "la",
    "de", "en", "le", "les", "un", "une", "et", "der", "die", "das", "und",
})  # fmt: skip


class State(Enum):
    """What goes on."""

    OFF = auto()
    """Nobody listens, or not for this."""
    WATCHING = auto()
    """The kiosk speaks, the microphone is open."""
    DUCKED = auto()
    """Something was heard; the kiosk speaks quietly."""
    TAKEN = auto()
    """The shopper has the word."""


class Act(Enum):
    """What is to be done."""

    NOTHING = auto()
    DUCK = auto()
    RESUME = auto()
    """Speak as loud as before, and listen on."""
    STOP = auto()
    """Be silent: what is heard is the shopper's turn."""
    CLOSE = auto()
    """Close the microphone: nothing more to cut into."""


@dataclass(slots=True)
class CuttingIn:
    """One speech that may be cut into. Words are told in any writing; case and accents do not matter."""

    state: State = field(default=State.OFF, init=False)
    _own: set[str] = field(default_factory=set, init=False)
    _speaking: bool = field(default=False, init=False)
    _heard_s: float = field(default=0.0, init=False)
    _new: frozenset[str] = field(default=frozenset(), init=False)

    @property
    def going(self) -> bool:
        """Whether the microphone is open for it."""
        return self.state in (State.WATCHING, State.DUCKED)

    def begin(self) -> Act:
        """The kiosk begins to speak with the microphone open."""
        self.off()
        self.state, self._speaking = State.WATCHING, True
        self._own.clear()
        return Act.NOTHING

    def says(self, text: str) -> None:
        """The kiosk itself says this: heard again, it is no shopper."""
        self._own.update(_words(text))

    def sound(self) -> Act:
        """Somebody seems to speak."""
        if self.state is not State.WATCHING:
            return Act.NOTHING
        self.state, self._heard_s, self._new = State.DUCKED, 0.0, frozenset()
        return Act.DUCK

    def words(self, text: str, seconds: float) -> Act:
        """What was recognised so far, after so many more seconds of sound."""
        if self.state is not State.DUCKED:
            return Act.NOTHING
        self._heard_s += seconds
        new = self._strange(text)
        # Half a word is taken for many; what stays is meant.
        lasting, self._new = new & self._new, new
        if self._enough(lasting, text):
            return self._take()
        return self._go_on() if self._heard_s >= UNSURE_S else Act.NOTHING

    def ended(self, text: str, confidence: float) -> Act:
        """What was heard is over: the whole of it."""
        if self.state is not State.DUCKED:
            return Act.NOTHING
        if confidence >= SURE and self._enough(self._strange(text), text):
            return self._take()
        return self._go_on()

    def over(self) -> Act:
        """The kiosk has said all. Who is speaking just then is heard to the end."""
        self._speaking = False
        if self.state is State.WATCHING:
            self.off()
            return Act.CLOSE
        return Act.NOTHING

    def off(self) -> None:
        """Whatever goes on is over: a tap, a lost microphone, another question."""
        self.state = State.OFF

    def _take(self) -> Act:
        self.state = State.TAKEN
        return Act.STOP

    def _go_on(self) -> Act:
        if not self._speaking:
            self.off()
            return Act.CLOSE
        self.state = State.WATCHING
        return Act.RESUME

    def _strange(self, text: str) -> frozenset[str]:
        return frozenset(word for word in _words(text) if word not in self._own)

    def _enough(self, new: frozenset[str], text: str) -> bool:
        if new & _ALONE:
            return True
        said = {word for word in _words(text) if word not in _FILLERS}
        real = new - _FILLERS
        # Our own voice misheard gives a strange word among many of ours.
        return len(real) >= _ENOUGH and 2 * len(real) > len(said)


def _words(text: str) -> list[str]:
    plain = "".join(
        sign for sign in unicodedata.normalize("NFD", text.casefold()) if unicodedata.category(sign) != "Mn"
    )
    return re.findall(r"[^\W_]+", plain)
