"""What staff tell a shopper, said aloud when nobody else is speaking."""

from __future__ import annotations

import time
from collections.abc import Callable

from kiosk.engine.core import Core
from kiosk.engine.errors import RequestError
from kiosk.engine.speech import NO_NAMES, Names
from kiosk.engine.talk import Talk
from kiosk.staff import Page

LASTS_S = 60.0
"""What could not be said for so long is only shown: "in two minutes" would no longer be true."""


class Messages:
    """The newest message for each shopper, until it is said. For the event loop."""

    def __init__(self, core: Core, talk: Talk, clock: Callable[[], float] = time.monotonic) -> None:
        self._core = core
        self._talk = talk
        self._clock = clock
        self._waiting: dict[str, tuple[float, Page]] = {}
        """By session: until when it is worth saying, and the call."""

    def told(self, page: Page) -> None:
        """Staff told the shoppers of this call something."""
        if page.message_spoken:
            until = self._clock() + LASTS_S
            self._waiting |= {caller.session: (until, page) for caller in page.callers if caller.waits}
        self.say()

    def say(self) -> None:
        """Say what waits, if this is the moment: neither the kiosk nor a shopper is speaking."""
        for session, (until, page) in list(self._waiting.items()):
            if not self._talk.quiet:
                return
            del self._waiting[session]
            if self._clock() < until:
                self._speak(session, page)

    def _speak(self, session: str, page: Page) -> None:
        try:
            language = self._core.conversation(session).language
        except RequestError:  # this shopper has left, and what was told them is no business of the next one's
            return
        text = self._core.assistant.staff_says(language, page.message_by or "", page.message_code, page.message)
        own = page.message and language != self._core.names_language
        self._talk.say(session, text, language, Names((page.message,), self._core.names_language) if own else NO_NAMES)
