"""The process of `ApartRecognizer`: `python -m voice.recognizers.apart_process`.

Pickled (name, arguments) in, (value, error) out; the first call makes the recogniser.
"""

from __future__ import annotations

import os
import pickle
import sys
from typing import Any

from voice.recognizers.pocketsphinx import PocketSphinxRecognizer
from voice.types import VoiceError


def main() -> None:
    """Be the process; ends with its input."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    recognizer: PocketSphinxRecognizer | None = None
    while True:
        try:
            name, arguments = pickle.load(sys.stdin.buffer)  # noqa: S301  our own process
        except EOFError:
            return
        value: Any = None
        error = ""
        try:
            if recognizer is None:
                recognizer = PocketSphinxRecognizer(*arguments)
            else:
                value = getattr(recognizer, name)(*arguments)
            if name in ("accept", "pause"):
                value = (value, recognizer.complete)
        except VoiceError as failed:
            error = str(failed)
        pickle.dump((value, error), out)
        out.flush()


if __name__ == "__main__":
    main()
