"""What a language model of this project takes and gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

INTENTS = (
    "find", "detail", "compare", "recommend", "offers", "list", "policy",
    "staff", "complaint", "smalltalk", "control", "other",
)  # fmt: skip

TAGS = (
    "O", "query", "brand", "attribute", "avoid", "quantity", "max_price", "min_price", "price", "topic", "reference",
)  # fmt: skip
"""A tag for each word. `query` marks the words that name a product or category; `reference` those that point at
something said or shown before ("it", "the second one")."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the model may know of the conversation so far."""

    shown: tuple[str, ...] = ()
    """Names of the products on screen, in order."""
    last_intent: str | None = None
    last_query: str | None = None
    last_say: str | None = None
    language: str = "en"
    english: str = ""
    """The utterance in English words, where it is in another language: for a model that reads English alone."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a model read one utterance."""

    intent: str
    confidence: float
    """0 to 1, calibrated: of the readings with .8, eight of ten are right."""
    probabilities: Mapping[str, float] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    """One of TAGS for each of `words`."""
    slots: Mapping[str, str | float | bool] = field(default_factory=dict)
    """Filled by instruct models, which give the request itself: query, brand, max_price, aspect, op, topic ..."""

    def marked(self, tag: str) -> str:
        """The words under a tag, joined by spaces ('' if none)."""
        return " ".join(w for w, t in zip(self.words, self.tags, strict=True) if t == tag)


class LanguageModel(Protocol):
    """Turns words into a request; an instruct model may also word an answer from facts."""

    @property
    def name(self) -> str:
        """What staff see of it."""
        ...

    @property
    def words_answers(self) -> bool:
        """True if `word` may be called."""
        ...

    def understand(self, text: str, context: Context) -> Reading:
        """Read one utterance. Raises ModelError if the model is away or fails."""
        ...

    def word(self, question: str, facts: Sequence[str], draft: str, language: str) -> str:
        """A short spoken answer to `question` from `facts` alone; `draft` is the template answer.

        The caller guards it.
        """
        ...


@runtime_checkable
class StreamingModel(LanguageModel, Protocol):
    """A model whose answers come sentence by sentence."""

    def word_stream(
        self,
        question: str,
        facts: Sequence[str],
        draft: str,
        language: str,
        *,
        stopped: Callable[[], bool] = ...,
    ) -> Iterator[str]:
        """Whole sentences as they come; ends early once `stopped()` is true. The caller guards each sentence."""
        ...


class ModelError(Exception):
    """A model cannot be loaded or did not answer: the text names the file or part and the remedy."""
