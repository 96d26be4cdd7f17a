"""The language model's process with a model that says what a test's question asks for: 'One. Two.', a wait, an end."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence

from kiosk.engine.workers import llm
from models import Context, Loaded, ModelError, Reading


class Talker:
    name, words_answers = "Talker", True

    def understand(self, text: str, context: Context) -> Reading:
        return Reading("find", 0.9, {"find": 0.9}, tuple(text.split()), ("O",) * len(text.split()))

    def word(self, question: str, facts: Sequence[str], draft: str, language: str) -> str:
        raise NotImplementedError

    def word_stream(
        self, question: str, facts: Sequence[str], draft: str, language: str, *, stopped: Callable[[], bool]
    ) -> Iterator[str]:
        if question == "fail":
            raise ModelError("Talker took too long")
        yield "One."
        while question == "wait" and not stopped():
            time.sleep(0.01)
        while question == "hang":
            time.sleep(0.01)
        if question == "die":
            os._exit(7)
        if not stopped():
            yield "Two."


if __name__ == "__main__":
    llm.load_model = lambda *_, **__: Loaded(Talker(), "")  # type: ignore[attr-defined]
    sys.exit(llm.main([]))
