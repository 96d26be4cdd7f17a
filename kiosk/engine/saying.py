"""One answer on its way from the think thread to the client that asked and to the voice, sentence by sentence."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from kiosk import protocol
from kiosk.engine.speech import NO_NAMES, Names
from kiosk.engine.talk import Talk

Show = Callable[[protocol.Sentence], None]


class Saying:
    """The listener of one turn. `sentence` and `stopped` are for the think thread, all else for the event loop.

    The voice begins with the first sentence, long before the model has worded the last one.
    """

    def __init__(self, session: str, asked: int, *, talk: Talk | None, show: Show | None) -> None:
        """`talk`: speak it. `show` gets the sentences for the client that asked for them."""
        self.session = session
        self._asked = asked
        self._talk = talk
        self._show = show
        self._loop = asyncio.get_running_loop()
        self._said: list[str] = []
        self._speech = 0
        self._stopped = False

    def sentence(self, text: str, language: str) -> None:
        """One that may be said."""
        self._loop.call_soon_threadsafe(self._take, text, language)

    def stopped(self) -> bool:
        """Whether the shopper wants no more of it."""
        return self._stopped

    def stop(self) -> None:
        """Nothing more is spoken; the text is made whole without the model."""
        self._stopped = True

    def finish(self, say: str, language: str, names: Names = NO_NAMES) -> None:
        """The whole answer is there: what of it was not spoken yet is."""
        if self._talk is None or self._stopped:
            return
        if not self._said:
            self._talk.say(self.session, say, language, names)
            return
        said = " ".join(self._said)
        if rest := say.removeprefix(said).strip() if say.startswith(said) else "":
            self._talk.go_on(self._speech, rest, language, names)
        self._talk.end(self._speech)

    def _take(self, text: str, language: str) -> None:
        self._said.append(text)
        if self._show is not None:
            number = len(self._said)
            self._show(protocol.Sentence(session=self.session, asked=self._asked, number=number, text=text))
        if self._talk is None or self._stopped:
            return
        if len(self._said) == 1:
            self._speech = self._talk.begin(self.session)
        self._talk.go_on(self._speech, text, language)
