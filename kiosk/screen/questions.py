"""Questions that are being answered, and the sentences of their answers that have come so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk import protocol as p
from kiosk.screen import plain

SPOKEN = 0
"""Stands for the id of a question that was spoken: no request asked it."""
_UNSENT = -1


@dataclass(slots=True, eq=False)
class Question:
    """One of them. `row` is the key of the bubble that grows with its answer, empty before the first sentence."""

    number: int
    row: str = ""
    said: list[str] = field(default_factory=list)

    def sent(self, number: int) -> None:
        """The request got this id; what came under another one is of no use."""
        self.number = number
        self.said.clear()

    @property
    def text(self) -> str:
        """The answer as far as it is there."""
        return plain.text(" ".join(self.said))


class Questions:
    """Sentences find their question by its id and must come in order, without a gap: those of a question that is over,
    of another visit or told twice find none."""

    def __init__(self) -> None:
        self._asked: list[Question] = []
        self._spoken: Question | None = None

    @property
    def asked(self) -> int:
        """How many questions in words wait for their reply."""
        return len(self._asked)

    def ask(self) -> Question:
        """A question in words, to be told its id when it is sent."""
        question = Question(_UNSENT)
        self._asked.append(question)
        return question

    def hear(self) -> None:
        """A question was spoken; an earlier one that is still being answered grows no more."""
        self._spoken = Question(SPOKEN)

    def close(self, question: Question) -> None:
        """Its reply has come."""
        if question in self._asked:
            self._asked.remove(question)

    def close_spoken(self) -> Question | None:
        """The answer to the spoken question has come. Gives the question, if one was heard."""
        question, self._spoken = self._spoken, None
        return question

    def take(self, sentence: p.Sentence) -> Question | None:
        """The question whose answer this sentence goes on, if it is the next one."""
        waiting = [*self._asked, self._spoken]
        question = next((q for q in waiting if q is not None and q.number == sentence.asked), None)
        if question is None or sentence.number != len(question.said) + 1:
            return None
        question.said.append(plain.text(sentence.text).strip())
        return question
