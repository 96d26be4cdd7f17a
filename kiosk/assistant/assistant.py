"""The way of one question: clean up, reflexes, model, check, look-up, answer, guard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from kiosk.assistant.answers import answer
from kiosk.assistant.answers.reflex import by_reflex
from kiosk.assistant.answers.staff_request import staff_request
from kiosk.assistant.answers.unsure import unsure
from kiosk.assistant.conversation import Conversation
from kiosk.assistant.evidence import CARRIED, Evidence, Match, gather
from kiosk.assistant.facts import Facts
from kiosk.assistant.fresh import of_products, refresh
from kiosk.assistant.joined import joined, remember
from kiosk.assistant.marked import marked_queries, things_marked, unwanted, without
from kiosk.assistant.parse import Parse, parse
from kiosk.assistant.reflexes import Reflex, reflex
from kiosk.assistant.request import Request
from kiosk.assistant.several import Parts, parts_of
from kiosk.assistant.text import Utterance, take_apart
from kiosk.assistant.things import Thing, things_of
from kiosk.assistant.tongue import spoken
from kiosk.assistant.types import Gist, Hands, Turn
from kiosk.assistant.understanding import SURE, Understanding, understand
from kiosk.assistant.unreadable import REFLEXES, UnreadableCatalog
from kiosk.assistant.word_lists import WordLists, reflex_words, word_lists
from kiosk.assistant.word_lists import spoken as spoken_languages
from kiosk.assistant.worded import Draft, Listener, Nobody, worded
from kiosk.assistant.wording import ENGLISH, Wording, languages, wording
from kiosk.assistant.work import Answer, Work, offer_call
from local_catalog import Catalog, CatalogError
from models import Context, LanguageModel, ModelError, Reading

_CONTEXT_NAMES = 6
_STANDS = 0.5
"""Confidence of a model from which words mean something by themselves."""
_SURELY_ONE = 0.8
_SHORT_TALK = 4
_ASKS = ("find", "detail", "list", "offers")
_LONGEST_TRAIL = 8
_REMEMBERED = ("find", "detail", "compare", "recommend", "offers", "list", "policy")


class Assistant:
    """Understands and answers for one store. `catalog` and `model` may be exchanged between turns.

    `timer` gives seconds from any start (time.perf_counter); it only measures.
    """

    def __init__(self, catalog: Catalog, model: LanguageModel | None, *, timer: Callable[[], float]) -> None:
        self.catalog = catalog
        self.model = model
        self._timer = timer

    def begin(self, language: str = ENGLISH) -> Conversation:
        """The context of a new session."""
        return Conversation(language=self.answers_in(language))

    def answers_in(self, language: str) -> str:
        """The language in which it answers who chose this one: English where it has no sentences in it."""
        return language if language in languages() else ENGLISH

    @property
    def answering(self) -> list[str]:
        """The languages it has sentences in; first the one for those who chose another."""
        return [ENGLISH, *sorted(languages() - {ENGLISH})]

    def greeting(self, language: str = "en") -> str:
        """What is said before the first exchange."""
        return self._wording(language).say("greeting", store=self.catalog.store.name)

    def disclosure(self, language: str) -> str:
        """What is said before the first answer to a shopper who was not greeted."""
        return self._wording(language).say("disclosure")

    def did_you_say(self, language: str, choices: Sequence[str]) -> str:
        """Ask back what was heard, of one to three texts; of none: ask to say it again."""
        wording = self._wording(language)
        if not choices:
            return wording.say("say_again")
        return wording.say("did_you_say", choices=wording.any_of([f'"{choice}"' for choice in choices]))

    def staff_says(self, language: str, who: str, code: str, text: str) -> str:
        """What `who` on staff tells the shopper: a phrase by its code, or else a text of their own."""
        wording = self._wording(language)
        return wording.say("message", who=who, text=wording.say(f"message_{code}") if code else text)

    def warm_up(self) -> None:
        """Make now what the first questions would otherwise wait for: a second or two. Safe beside turns.

        Raises CatalogError.
        """
        word_lists("en")
        for language in spoken_languages():
            reflex_words(language)
            wording(language)
        spoken("warm up", "en", self.catalog)
        self.catalog.warm_up()

    def turn(
        self, conversation: Conversation, text: str, hands: Hands, now: datetime, listener: Listener | None = None
    ) -> Turn:
        """Answer one utterance. `now` is the store's local time. Never raises for anything a shopper can say.

        An answer that a model words goes to the `listener` sentence by sentence as soon as each may be said; one that
        comes at once does not.
        """
        whole = _Turn(self, conversation, text, hands, now, listener or Nobody())
        parts = whole.parts()
        if len(parts.texts) == 1:
            return whole.run(parts.texts[0])
        if parts.texts[0] != whole.utterance.text and not whole.may_be_cut(parts):
            return whole.run()
        turns, open_questions, failures = [], [], []
        for part in parts.texts:  # one after the other, so that the next may go on from what the one before found
            turns.append(_Turn(self, conversation, part, hands, now, Nobody()).run(part, wordable=False))
            open_questions.append(conversation.pending)
            failures.append(conversation.failures)
        left_out = whole.wording.say("left_out", conversation.turns) if parts.left_out else ""
        turn = joined(whole.utterance.text, turns, left_out)
        remember(conversation, turn, open_questions, min(failures))
        return turn

    def gist(self, conversation: Conversation, text: str, hands: Hands, now: datetime) -> Gist:
        """What words would be taken for if they were said now. Nothing is done or remembered, but what was looked up is
        found at once when they are said. Never raises for anything a shopper can say."""
        return _Turn(self, replace(conversation), text, hands, now, Nobody()).gist()

    def _wording(self, language: str) -> Wording:
        return wording(self.answers_in(language))

    def timed(self) -> float:
        """Milliseconds of the timer."""
        return self._timer() * 1000


def _carried(things: tuple[Thing, ...]) -> tuple[int, int]:
    """How many of the things the store has, and how few it has not."""
    has = sum(thing.carried for thing in things)
    return has, has - len(things)


class _Turn:
    """The state of one turn on its way through the stages."""

    def __init__(
        self,
        assistant: Assistant,
        conversation: Conversation,
        text: str,
        hands: Hands,
        now: datetime,
        listener: Listener,
    ) -> None:
        self.assistant = assistant
        self.catalog = assistant.catalog
        self.conversation = conversation
        self.hands = hands
        self.now = now
        self.listener = listener
        self.lists: WordLists = word_lists("en")
        self.facts = Facts(self.catalog.info.synced_at.isoformat())
        self.marks = [assistant.timed()]
        conversation.language = self._language(text)
        self.wording = wording(conversation.language)
        self.utterance = take_apart(text, self.lists.text, conversation.language)
        self.things: tuple[Thing, ...] = ()
        self._readings: dict[str, Reading | None] = {}
        self.path = "reflex"
        self.confidence = 1.0

    def parts(self) -> Parts:
        """The requests in it."""
        try:
            self.conversation.renew(self.catalog)
            return parts_of(self.utterance, self.conversation, self.lists, self.catalog)
        except CatalogError:
            return Parts((self.utterance.text,))

    def may_be_cut(self, parts: Parts) -> bool:
        """Whether the model agrees: each part means something by itself, and one of them what it took the whole for."""
        whole = self._reading(self.utterance)
        if whole is None or not whole.tags:
            return True
        texts = (take_apart(text, self.lists.text, self.utterance.language) for text in parts.texts)
        read = [reading for text in texts if (reading := self._reading(text)) is not None]
        if min(reading.confidence for reading in read) < _STANDS:
            return False
        return whole.confidence < _SURELY_ONE or any(reading.intent == whole.intent for reading in read)

    def run(self, text: str | None = None, *, wordable: bool = True) -> Turn:
        """All stages. `text` is what is to be answered: the words without what was taken back, or one request of
        several, which no instruct model words."""
        said = self.utterance.text
        if text is not None and text != said:
            self.utterance = take_apart(text, self.lists.text, self.utterance.language)
        try:
            self.conversation.renew(self.catalog)
            work, found = self._answer()
        except CatalogError:
            work, found = self._without_products()
        self._mark()
        if found.wordable and wordable:
            found.say = self._worded(found.say)
        self._remember(work, found)
        return replace(self._turn(work, found), text=said)

    def _language(self, text: str) -> str:
        try:
            return spoken(text, self.conversation.language, self.catalog)
        except CatalogError:
            return self.conversation.language if self.conversation.language in languages() else "en"

    # --- stages -------------------------------------------------------------------------------------------------------

    def gist(self) -> Gist:
        """All stages up to the look-up, on a conversation that may be spoilt."""
        try:
            self.conversation.renew(self.catalog)
            understood = self._understood()
        except CatalogError:
            return Gist("other", 0.0)
        if isinstance(understood, Reflex):
            return Gist(understood.kind, 1.0, tuple(product.sku for product in understood.products))
        hits = understood.evidence.match.close if understood.evidence.match.cover >= CARRIED else ()
        products = understood.pointed or tuple(hit.product for hit in hits)
        return Gist(understood.request.intent, understood.confidence, tuple(product.sku for product in products))

    def _answer(self) -> tuple[Work, Answer]:
        understood = self._understood()
        if isinstance(understood, Reflex):
            return self._by_reflex(understood)
        return self._by_request(understood)

    def _understood(self) -> Reflex | Understanding:
        """What is asked."""
        utterance = self.utterance
        set_off = reflex(utterance, self.conversation, self.catalog, self.lists)
        if set_off is not None and not self._overruled(set_off):
            return set_off
        if not utterance.words:
            self.utterance = utterance = take_apart(utterance.emoji_words, self.lists.text)
        parsed = parse(utterance, self.lists, self.catalog.store.currency)
        reading = self._reading(utterance)
        self.path = "model" if reading is not None else "fallback"
        self._mark()
        parsed = without(parsed, unwanted(reading, self.lists))
        evidence = gather(self.catalog, utterance, parsed, marked_queries(reading), self.lists.traits.weak)
        self.things = things_of(utterance, parsed, evidence.match.cover, self.lists, self.catalog)
        if evidence.match.cover < CARRIED or self.things:
            marked = things_marked(reading, self.lists, self.catalog)
            self.things = max(self.things, marked, key=_carried)
        if self.things:
            evidence = replace(evidence, match=max((t.match for t in self.things), key=lambda match: match.cover))
        understood = understand(utterance, parsed, reading, evidence, self.conversation, self.catalog, self.lists)
        self.confidence = understood.confidence
        self._mark()
        return understood

    def _overruled(self, set_off: Reflex) -> bool:
        """'Thanks, and where are the jump leads' is no small talk: the model is sure of something else."""
        if set_off.kind != "talk" or (set_off.rule is not None and set_off.rule.flag("strong")):
            return False
        reading = self._reading(self.utterance) if len(self.utterance.words) > _SHORT_TALK else None
        return reading is not None and reading.intent in _ASKS and reading.confidence >= _SURELY_ONE

    def _without_products(self) -> tuple[Work, Answer]:
        """The catalog cannot be read: who needs a person still gets one; for the rest it is said, and one offered."""
        self.catalog = UnreadableCatalog(self.catalog)
        self.conversation.shown, self.conversation.focus, self.conversation.trail = (), None, ()
        set_off = reflex(self.utterance, self.conversation, self.catalog, self.lists)
        if set_off is not None and set_off.kind in REFLEXES:
            self.path = "reflex"
            return self._by_reflex(set_off)
        work = self._work(Parse(), Evidence(Match()), Request("other"))
        self.path, self.confidence = "fallback", 0.0
        return work, Answer(
            work.say("trouble"), offer_staff=True, suggestions=work.suggest("yes", "no"), pending=offer_call(work)
        )

    def _by_reflex(self, set_off: Reflex) -> tuple[Work, Answer]:
        self._mark()
        parsed = parse(self.utterance, self.lists, self.catalog.store.currency)
        needs_look = set_off.rule is not None and (set_off.rule.flag("look_up") or bool(set_off.rule.text("policy")))
        evidence = Evidence(Match())
        if needs_look:
            evidence = gather(self.catalog, self.utterance, parsed, (), self.lists.traits.weak)
        self._mark()
        work = self._work(parsed, evidence, Request("other"))
        set_off = replace(set_off, products=of_products(work, self.hands, set_off.products))
        return work, by_reflex(work, set_off)

    def _by_request(self, understood: Understanding) -> tuple[Work, Answer]:
        work = self._work(understood.parsed, understood.evidence, understood.request)
        work.pointed, work.follows, work.things = understood.pointed, understood.follows, self.things
        refresh(work, self.hands)
        if understood.confidence < SURE:
            self.path = "fallback"
            return work, unsure(work)
        if understood.request.intent == "staff":
            return work, staff_request(work, understood.confidence if self.path == "model" else 0.0)
        return work, answer(work)

    def _reading(self, utterance: Utterance) -> Reading | None:
        """What the model makes of these words now; asked once, however many stages want to know."""
        if utterance.text not in self._readings:
            self._readings[utterance.text] = self._read(utterance)
        return self._readings[utterance.text]

    def _read(self, utterance: Utterance) -> Reading | None:
        model = self.assistant.model
        if model is None:
            return None
        last = self.conversation.last_request
        context = Context(
            shown=tuple(f"{p.brand} {p.name}".strip() for p in self.conversation.shown[:_CONTEXT_NAMES]),
            last_intent=last.intent if last else None,
            last_query=last.query if last else None,
            last_say=self.conversation.last_say or None,
            language=self.conversation.language,
            english=utterance.english if utterance.glosses else "",
        )
        try:
            return model.understand(utterance.text, context)
        except ModelError:
            return None

    def _worded(self, draft: str) -> str:
        """In the model's words if it has any that may be said."""
        asked = Draft(self.utterance.text, draft, self.facts, self.lists, self.wording.language)
        return worded(self.assistant.model, asked, self.listener)

    # --- outcome ------------------------------------------------------------------------------------------------------

    def _work(self, parsed: Parse, evidence: Evidence, request: Request) -> Work:
        return Work(
            catalog=self.catalog,
            lists=self.lists,
            wording=self.wording,
            conversation=self.conversation,
            hands=self.hands,
            now=self.now,
            utterance=self.utterance,
            parsed=parsed,
            evidence=evidence,
            request=request,
            facts=self.facts,
        )

    def _mark(self) -> None:
        self.marks.append(self.assistant.timed())

    def _remember(self, work: Work, found: Answer) -> None:
        conversation = self.conversation
        if found.forget:
            language = conversation.language
            conversation.__dict__.update(Conversation(language=language).__dict__)
            return
        request = found.request or work.request
        conversation.turns += 1
        conversation.failures = conversation.failures + 1 if found.failed else 0
        conversation.pending = found.pending
        if found.products:
            before = {p.sku for p in conversation.shown}
            if not (request.intent == "detail" and all(p.sku in before for p in found.products)):
                conversation.shown = found.products
            conversation.focus = found.focus or (found.products[0] if len(found.products) == 1 else None)
        elif found.focus is not None:
            conversation.focus = found.focus
        if request.intent in _REMEMBERED:
            conversation.last_request = replace(request, query=request.query.rpartition(", ")[2])
            conversation.last_words = work.utterance.padded
        if found.each:
            conversation.trail = found.each[-_LONGEST_TRAIL:]
        elif request.intent == "find" and found.focus is not None and work.follows in (None, "again"):
            conversation.trail = (*conversation.trail, found.focus)[-_LONGEST_TRAIL:]
        elif request.intent not in ("find", "detail", "smalltalk", "control"):
            conversation.trail = ()
        if found.control is None:
            conversation.last_say = found.say
        if found.page is not None:
            conversation.page = found.page

    def _turn(self, work: Work, found: Answer) -> Turn:
        end = self.assistant.timed()
        marks = [*self.marks, end]
        while len(marks) < 4:
            marks.append(end)
        request = found.request or work.request
        return Turn(
            text=self.utterance.text,
            language=self.wording.language,
            intent=request.intent,
            request=request.as_json(),
            say=found.say,
            products=found.products,
            page=found.page,
            offer_staff=found.offer_staff,
            sources=tuple(self.facts.sources),
            path=self.path,
            confidence=self.confidence,
            latency_ms={
                "understand": marks[1] - marks[0],
                "look_up": marks[2] - marks[1],
                "answer": end - marks[2],
            },
            suggestions=found.suggestions,
            show=found.show,
            control=found.control,
        )
