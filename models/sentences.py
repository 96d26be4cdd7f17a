"""Whole sentences out of a text that comes in pieces."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…؟।]+[\"'”’»)\]]*(?=\s+\S)|[。！？]+[」』”’）]*(?=[^」』”’）。！？])")
_TAIL = re.compile(r"[.!?…؟।。！？]+[\"'”’»)\]」』）]*$")
_ALWAYS_SHORT = re.compile(
    r"(?:^|[\s(])(?:[^\W\d_]|approx|ca|mr|mrs|ms|dr|vs|incl|inkl|excl|bzw|e\.g|i\.e|z\.b|d\.h|u\.a|p\.ej)\.$",
    re.IGNORECASE,
)
_SOMETIMES_SHORT = re.compile(
    r"(?:^|[\s(])(?:no|nr|art|st|str|oz|lb|lbs|fl|pk|tbsp|tsp|min|max|etc|\d+)\.$", re.IGNORECASE
)
"""Before a number or a small letter the full stop belongs to the word (no. 7; am 3. mai), else it ends the sentence."""


class Sentences:
    """Takes pieces and gives back each sentence once it is complete, that is, once the next one begins."""

    def __init__(self) -> None:
        self._text = ""
        self._seen = 0
        """How far the text was looked through for an end."""

    def feed(self, piece: str) -> list[str]:
        """The sentences that this piece completes; the same whatever the pieces are."""
        self._text += piece
        done = []
        while (match := _END.search(self._text, self._seen)) is not None:
            end = match.end()
            if self._goes_on(end):
                self._seen = end
                continue
            done.append(self._text[:end].strip())
            self._text, self._seen = self._text[end:], 0
        return done

    def finish(self, *, whole: bool) -> str:
        """What is left when no more comes, '' if nothing: an open end counts only if the text is `whole`."""
        rest, self._text, self._seen = self._text.strip(), "", 0
        if whole:
            return rest
        cut = _TAIL.search(rest) is None or _ALWAYS_SHORT.search(rest) or _SOMETIMES_SHORT.search(rest)
        # "$3." may have been on the way to be $3.49.
        return "" if cut or re.search(r"\d[.]$", rest) else rest

    def _goes_on(self, end: int) -> bool:
        if _ALWAYS_SHORT.search(self._text, 0, end):
            return True
        following = self._text[end:].lstrip()[:1]
        return bool((following.isdigit() or following.islower()) and _SOMETIMES_SHORT.search(self._text, 0, end))
