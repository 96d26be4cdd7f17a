"""Any instruct model as a GGUF file: the request bound by a grammar, and short answers from facts."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from models.grammar import request_grammar
from models.header import HeaderError, read_header
from models.machine import CONTEXT
from models.native import open_llama
from models.prompt import Cleaner, Message, answer, beginning, request, without_system
from models.sentences import Sentences
from models.types import INTENTS, Context, ModelError, Reading
from models.words import split

BATCH = 128
REQUEST_TOKENS = 700
"""More than the longest request that the grammar allows, at a byte a token."""
ANSWER_TOKENS = 90
ANSWER_SENTENCES = 2
UNDERSTAND_LIMIT_S = 5.0
WORD_LIMIT_S = 2.5
"""The engine gives up a little later than these and kills the worker."""
WARM_UP_LIMIT_S = 45.0
"""The beginning of the prompt is read once, at start. A machine too slow for that is too slow for the model."""
AGREED, ALONE = 0.9, 0.6
"""Confidence where the second reader is of the same opinion, and where it is not. Set by hand, not measured: instruct
models do not say how sure they are (their log-probabilities hardly tell right from wrong on real wording)."""

_TRIAL = ("where is the oat milk", Context(shown=("Oat Drink 1 l",), last_intent="find"))
"""Asked once at start: a model that cannot answer it in time would leave shoppers waiting each time."""
_SLOT_TAGS = {
    "query": "query",
    "brand": "brand",
    "attributes": "attribute",
    "topic": "topic",
    "reference": "reference",
    "max_price": "max_price",
    "min_price": "min_price",
    "quantity": "quantity",
}


class InstructModel:
    """Reads with a chat model through its own chat template, greedily; each call ends in time."""

    words_answers = True

    def __init__(
        self,
        path: Path,
        *,
        threads: int = 1,
        second: Callable[[str, Context], Reading] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`second`: another reader whose agreement makes a reading sure. Raises ModelError naming the file."""
        try:
            header = read_header(path)
        except HeaderError as error:
            raise ModelError(f"{path} cannot be used, {error}: copy the model file again") from error
        if "tokenizer.chat_template" not in header.values:
            raise ModelError(f"{path} has no chat template: use an instruct model")
        trained = header.values.get(f"{header.text('general.architecture')}.context_length", CONTEXT)
        context = min(CONTEXT, int(trained)) if isinstance(trained, int) else CONTEXT
        self.name = Cleaner(()).clean(header.text("general.name"), 60) or path.stem
        self._llama = open_llama(path, threads=threads, context=context, batch=BATCH)
        self._second, self._clock = second, clock
        self._deadline, self._stopped = float("inf"), _never
        self._fixed = 0
        """Tokens that every prompt begins with; they stay in the context."""
        self._ended = False
        self._cleaner = Cleaner(_special_tokens(self._llama))
        self._bind()
        self._beginning = beginning()
        self._warm_up(path)
        self._try_out(path)

    def understand(self, text: str, context: Context) -> Reading:
        """The request as slots. Raises ModelError when time is up or llama.cpp fails."""
        words = split(text)
        if not words:
            return Reading(intent="other", confidence=0.0)
        message = request(text, context, self._cleaner)
        content = self._chat(message, UNDERSTAND_LIMIT_S, max_tokens=REQUEST_TOKENS)
        try:
            fields = json.loads(content)
        except ValueError as error:
            raise ModelError(f"{self.name} did not finish its request") from error
        intent = str(fields.pop("intent"))
        slots = {key: value if isinstance(value, str) else float(value) for key, value in fields.items()}
        confidence, odds = self._sureness(text, context, intent)
        return Reading(intent, confidence, odds, words, _tags(words, slots), slots)

    def word(self, question: str, facts: Sequence[str], draft: str, language: str) -> str:
        """At most two sentences. Raises ModelError when time is up or nothing whole was said."""
        return " ".join(self.word_stream(question, facts, draft, language))

    def word_stream(
        self,
        question: str,
        facts: Sequence[str],
        draft: str,
        language: str,
        *,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Iterator[str]:
        """The same sentence by sentence, each as soon as it is whole.

        It ends early when `stopped()` turns true (asked from inside llama.cpp, so within milliseconds) or when the
        iterator is closed. Raises ModelError, also after the first sentences, when time is up. The caller guards each
        sentence before it is shown or spoken.
        """
        message = answer(question, facts, draft, language, self._cleaner)
        sentences, said = Sentences(), 0
        try:
            for piece in self._pieces(message, stopped):
                for sentence in self._clean(sentences.feed(piece)):
                    yield sentence
                    said += 1
                    if said == ANSWER_SENTENCES:
                        return
        except ModelError:
            if stopped():
                return
            raise
        for sentence in self._clean([sentences.finish(whole=self._ended)]):
            yield sentence
            said += 1
        if not said:
            raise ModelError(f"{self.name} worded no whole sentence")

    def _clean(self, sentences: Sequence[str]) -> Iterator[str]:
        for sentence in sentences:
            if clean := self._cleaner.clean(sentence.replace("*", ""), 1_000):
                yield clean

    def _sureness(self, text: str, context: Context, intent: str) -> tuple[float, Mapping[str, float]]:
        if self._second is None:
            return ALONE, {name: ALONE if name == intent else (1 - ALONE) / (len(INTENTS) - 1) for name in INTENTS}
        other = self._second(text, context)
        confidence = AGREED if other.intent == intent else ALONE
        odds = {name: (1 - confidence) * other.probabilities.get(name, 0.0) for name in INTENTS}
        odds[intent] += confidence
        return confidence, odds

    def _bind(self) -> None:
        """The grammar, and the callback by which llama.cpp asks whether to go on (kept alive: ctypes does not)."""
        import llama_cpp
        from llama_cpp.llama_grammar import LlamaGrammar

        self._grammar = LlamaGrammar.from_string(request_grammar(), verbose=False)
        self._callback = llama_cpp.ggml_abort_callback(lambda _: self._clock() > self._deadline or self._stopped())
        llama_cpp.llama_set_abort_callback(self._llama.ctx, self._callback, None)

    def _warm_up(self, path: Path) -> None:
        """Reads the beginning once, and finds out whether the template knows a system role."""
        probe = request("hello", Context(), self._cleaner)
        try:
            self._chat(probe, WARM_UP_LIMIT_S, max_tokens=1)
        except _RefusedError:
            self._beginning = without_system(self._beginning)
            try:
                self._chat(probe, WARM_UP_LIMIT_S, max_tokens=1)
            except _RefusedError as error:
                raise ModelError(f"{path} cannot be used ({error}): use another model") from error

    def _try_out(self, path: Path) -> None:
        """One question as a shopper's, twice if need be: a kiosk that has just been started is busy."""
        before = self._llama.input_ids[: self._llama.n_tokens].copy()
        for last in (False, True):
            try:
                self.understand(*_TRIAL)
                break
            except ModelError as error:
                if last:
                    raise ModelError(f"{path} fails here ({error}): use a smaller or another model") from error
        after = self._llama.input_ids[: self._llama.n_tokens]
        length = min(len(before), len(after))
        differs = (before[:length] != after[:length]).nonzero()[0]
        self._fixed = int(differs[0]) if len(differs) else 0

    def _chat(self, message: Message, limit_s: float, *, max_tokens: int) -> str:
        """The request that the model makes of a message, or its beginning."""
        with self._until(limit_s, _never):
            result = self._llama.create_chat_completion(
                messages=[*self._beginning, message],
                temperature=0.0,
                max_tokens=max_tokens,
                grammar=self._grammar,
                repeat_penalty=1.0,
            )
        return str(result["choices"][0]["message"]["content"] or "")

    def _pieces(self, message: Message, stopped: Callable[[], bool]) -> Iterator[str]:
        """An answer as it comes; afterwards `_ended` says whether the model ended it by itself."""
        self._ended = False
        with self._until(WORD_LIMIT_S, stopped):
            for part in self._llama.create_chat_completion(
                messages=[*self._beginning, message],
                temperature=0.0,
                max_tokens=ANSWER_TOKENS,
                repeat_penalty=1.0,
                stream=True,
            ):
                choice = part["choices"][0]
                if piece := choice["delta"].get("content"):
                    yield str(piece)
                self._ended = choice["finish_reason"] == "stop"

    @contextmanager
    def _until(self, limit_s: float, stopped: Callable[[], bool]) -> Iterator[None]:
        """llama.cpp may work for `limit_s`, or until `stopped()`; its errors become the program's own.

        What it was at is forgotten then, but not the beginning: to read that anew could take longer than any limit, and
        the model would never be in time again.
        """
        import jinja2

        self._deadline, self._stopped = self._clock() + limit_s, stopped
        try:
            yield
        except RuntimeError as error:
            late = self._clock() > self._deadline
            self._forget()
            raise ModelError(f"{self.name} {'took too long' if late else 'failed'} ({error})") from error
        except jinja2.TemplateError as error:
            raise _RefusedError(str(error)) from error
        except (ValueError, TypeError, KeyError, IndexError) as error:
            self._forget()
            raise _RefusedError(str(error)) from error
        finally:
            self._deadline, self._stopped = float("inf"), _never

    def _forget(self) -> None:
        self._llama.n_tokens = min(self._llama.n_tokens, self._fixed)


def _never() -> bool:
    return False


class _RefusedError(ModelError):
    """The chat template, or the length of the context, does not allow these messages."""


def _special_tokens(llama: Any) -> list[str]:
    """Texts of the tokens that steer the model.

    Those that a tokenizer matches in any text are among them ("user defined"), but not its runs of blanks and words.
    """
    import llama_cpp

    vocabulary = llama_cpp.llama_model_get_vocab(llama.model)
    steering = llama_cpp.LLAMA_TOKEN_ATTR_CONTROL | llama_cpp.LLAMA_TOKEN_ATTR_UNKNOWN
    found = []
    for token in range(llama.n_vocab()):
        kind = llama_cpp.llama_vocab_get_attr(vocabulary, token)
        if kind & (steering | llama_cpp.LLAMA_TOKEN_ATTR_USER_DEFINED):
            text = llama_cpp.llama_vocab_get_text(vocabulary, token).decode("utf-8", errors="ignore")
            if kind & steering or not (text.isalnum() or "\u2581" in text or "\u0120" in text):
                found.append(text)
    return found


def _tags(words: tuple[str, ...], slots: Mapping[str, str | float]) -> tuple[str, ...]:
    """A tag for each word that a slot took over as it stands."""
    tags = ["O"] * len(words)
    lower = [word.lower() for word in words]
    for slot, tag in _SLOT_TAGS.items():
        value = slots.get(slot)
        if isinstance(value, float):
            places = [i for i, word in enumerate(lower) if tags[i] == "O" and _amount(word) == value][:1]
        else:
            wanted = [word.lower() for word in split(value or "")]
            starts = (i for i in range(len(lower)) if wanted and lower[i : i + len(wanted)] == wanted)
            first = next(starts, None)
            places = [] if first is None else list(range(first, first + len(wanted)))
        for place in places:
            tags[place] = tag
    return tuple(tags)


def _amount(word: str) -> float | None:
    try:
        return float(word.lstrip("$€£").replace(",", ""))
    except ValueError:
        return None
