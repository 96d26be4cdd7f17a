"""An answer that comes sentence by sentence, over a real socket: to the client that asked for it, and to the voice."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from kiosk import protocol
from kiosk.engine.client import EngineClient
from kiosk.engine.core import Core
from kiosk.engine.logs import Recent
from kiosk.engine.server import Engine
from kiosk.engine.state import open_state
from kiosk.settings import Settings
from local_catalog import Catalog, build_catalog, demo_source
from models import ModelError, Reading

QUESTION = "how much is larkfield tomato ketchup 20 oz"
ONE, TWO = "The Larkfield Tomato Ketchup is $1.99.", "You will find it in aisle 7."
WAIT_S = 20.0


@dataclass
class Talker:
    """Says the first sentence, and the second once it may."""

    name: str = "talker"
    words_answers: bool = True
    go_on: threading.Event = field(default_factory=threading.Event)
    at_two: threading.Event = field(default_factory=threading.Event)

    def understand(self, text: str, context: object) -> Reading:
        raise ModelError("reads nothing")

    def word(self, question: str, facts: Sequence[str], draft: str, language: str) -> str:
        return draft

    def word_stream(
        self, question: str, facts: Sequence[str], draft: str, language: str, *, stopped: Callable[[], bool]
    ) -> Iterator[str]:
        yield ONE
        self.at_two.set()
        while not self.go_on.wait(0.01):
            if stopped():
                return
        yield TWO


class FakeWorker:
    """A voice or a speaker that keeps what it is told."""

    def __init__(self) -> None:
        self.info: dict[str, Any] = {"rate": 16_000}
        self.told: list[tuple[str, dict[str, Any]]] = []
        self.spoke = threading.Condition()

    def submit(self, op: str, **fields: Any) -> None:
        with self.spoke:
            self.told.append((op, fields))
            self.spoke.notify_all()

    def call(self, op: str, timeout_s: float, **fields: Any) -> dict[str, Any]:
        self.submit(op, **fields)
        return {}

    def texts(self) -> list[str]:
        return [fields["text"] for op, fields in self.told if op == "speak"]

    def wait(self, condition: Callable[[], bool]) -> None:
        with self.spoke:
            assert self.spoke.wait_for(condition, WAIT_S), self.told


class FakeParts:
    def __init__(self) -> None:
        self.audio, self.tts, self.stt = FakeWorker(), FakeWorker(), FakeWorker()
        self.away: set[str] = set()

    def is_working(self, name: str) -> bool:
        return name not in self.away

    def health(self) -> list[protocol.PartHealth]:
        return []


@pytest.fixture(scope="module")
def catalog_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("demo") / "catalog.db"
    build_catalog(demo_source(), path, today=date(2026, 11, 20))
    return path


@pytest.fixture
def kiosk(tmp_path: Path, catalog_file: Path) -> Iterator[SimpleNamespace]:
    """An engine on a socket of its own, with a talker for a model and fakes for the processes."""
    model, parts, path = Talker(), FakeParts(), tmp_path / "engine.sock"
    started, loop = threading.Event(), asyncio.new_event_loop()
    here = SimpleNamespace(model=model, parts=parts, loop=loop)

    async def serve() -> None:
        with open_state(tmp_path / "state.db") as connection:
            core = Core(Settings(data_dir=tmp_path), Catalog.open(catalog_file), connection, model)
            here.core = core
            here.engine = Engine(core.settings, core, parts, Recent())  # type: ignore[arg-type]
            here.end = asyncio.Event()
            server = await asyncio.start_unix_server(here.engine.client, path, limit=protocol.MAX_LINE)
            started.set()
            await here.end.wait()
            server.close()
            here.engine.talk.close()
            core.close()
        core.catalog.close()

    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    assert started.wait(WAIT_S)
    with EngineClient(path, role="screen", timeout_s=WAIT_S) as here.client:
        here.session = here.client.request(protocol.StartSession(id=1, greet=True), protocol.SessionStarted).session
        parts.audio.wait(lambda: any(op == "play" for op, _ in parts.audio.told))
        for worker in (parts.audio, parts.tts):
            worker.told.clear()
        yield here
    model.go_on.set()
    loop.call_soon_threadsafe(here.end.set)
    thread.join()
    loop.close()


def sentence(message: protocol.Message) -> bool:
    return isinstance(message, protocol.Sentence)


def answer(message: protocol.Message) -> bool:
    return isinstance(message, protocol.Answer | protocol.Answered)


def test_the_screen_and_the_voice_have_the_first_before_the_last_is_there(kiosk: SimpleNamespace) -> None:
    client, tts, audio = kiosk.client, kiosk.parts.tts, kiosk.parts.audio
    client.send(protocol.Ask(id=7, session=kiosk.session, text=QUESTION, speak=True, stream=True))
    first = client.wait_for(lambda m: sentence(m) or answer(m))
    assert first == protocol.Sentence(session=kiosk.session, asked=7, number=1, text=ONE)
    tts.wait(lambda: tts.texts() == [ONE])
    kiosk.model.go_on.set()
    second = client.wait_for(lambda m: sentence(m) or answer(m))
    assert second == protocol.Sentence(session=kiosk.session, asked=7, number=2, text=TWO)
    assert client.wait_for(answer).say == f"{ONE} {TWO}"
    tts.wait(lambda: tts.texts() == [ONE, TWO])
    assert len({fields["speech"] for op, fields in tts.told if op == "speak"}) == 1
    audio.wait(lambda: audio.told[-1][0] == "play" and audio.told[-1][1]["last"])
    assert [op for op, _ in audio.told].count("play") == 1


def test_who_did_not_ask_for_sentences_gets_the_answer_alone(kiosk: SimpleNamespace) -> None:
    kiosk.model.go_on.set()
    kiosk.client.send(protocol.Ask(id=7, session=kiosk.session, text=QUESTION))
    got = kiosk.client.wait_for(lambda m: sentence(m) or answer(m))
    assert isinstance(got, protocol.Answer)
    assert got.say == f"{ONE} {TWO}"
    assert kiosk.parts.tts.told == []


@pytest.mark.parametrize("leaving", [False, True])
def test_a_shopper_who_stops_it_waits_no_longer_and_hears_no_more(kiosk: SimpleNamespace, leaving: bool) -> None:
    client, tts = kiosk.client, kiosk.parts.tts
    client.send(protocol.Ask(id=7, session=kiosk.session, text=QUESTION, speak=True, stream=True))
    client.wait_for(sentence)
    assert kiosk.model.at_two.wait(WAIT_S)
    tts.wait(lambda: tts.texts() == [ONE])
    stop = protocol.EndSession if leaving else protocol.Hush
    client.send(stop(id=8, session=kiosk.session))
    reply = client.wait_for(lambda m: isinstance(m, protocol.Reply) and m.id == 7)
    assert isinstance(reply, protocol.Answer)
    assert reply.say.startswith(ONE)
    assert TWO not in reply.say
    again = client.request(protocol.StartSession(id=9), protocol.SessionStarted).session
    kiosk.model.go_on.set()
    client.send(protocol.Ask(id=10, session=again, text=QUESTION, speak=True))
    client.wait_for(lambda m: isinstance(m, protocol.Answer) and m.id == 10)
    tts.wait(lambda: tts.texts()[-1] == TWO)
    assert tts.texts() == [ONE, "I am an automated assistant.", ONE, TWO]


def test_a_spoken_question_is_answered_sentence_by_sentence(kiosk: SimpleNamespace) -> None:
    client, parts = kiosk.client, kiosk.parts
    parts.stt.call = lambda op, timeout_s, **fields: {"text": QUESTION} if op == "finish" else {}
    client.request(protocol.Listen(id=5, session=kiosk.session, stream=True), protocol.Done)
    kiosk.engine.part_event("audio", {"event": "heard", "reason": "silence"})
    first = client.wait_for(lambda m: sentence(m) or answer(m))
    assert first == protocol.Sentence(session=kiosk.session, asked=0, number=1, text=ONE)
    parts.tts.wait(lambda: parts.tts.texts() == [ONE])
    kiosk.model.go_on.set()
    assert client.wait_for(answer).answer.say == f"{ONE} {TWO}"
    parts.tts.wait(lambda: parts.tts.texts() == [ONE, TWO])


def test_an_answer_that_comes_at_once_is_spoken_whole(kiosk: SimpleNamespace) -> None:
    tts = kiosk.parts.tts
    reply = kiosk.client.request(
        protocol.Ask(id=7, session=kiosk.session, text="who are you", speak=True, stream=True), protocol.Answer
    )
    tts.wait(lambda: tts.texts() == [reply.say])


@pytest.mark.parametrize("away", ["speaker", "tts"])
def test_without_a_voice_the_screen_still_has_the_sentences(kiosk: SimpleNamespace, away: str) -> None:
    kiosk.parts.away.add(away)
    kiosk.model.go_on.set()
    kiosk.client.send(protocol.Ask(id=7, session=kiosk.session, text=QUESTION, speak=True, stream=True))
    assert kiosk.client.wait_for(lambda m: sentence(m) or answer(m)).text == ONE
    assert kiosk.client.wait_for(answer).say == f"{ONE} {TWO}"
    kiosk.client.request(protocol.Home(id=8, session=kiosk.session), protocol.HomeReply)
    kiosk.engine.talk._speech._mouth.submit(lambda: None).result()
    kiosk.client.request(protocol.Home(id=9, session=kiosk.session), protocol.HomeReply)
    assert (kiosk.parts.tts.told, kiosk.parts.audio.told) == ([], [])


def test_a_tap_to_talk_and_a_tap_to_stop_at_once_leave_the_microphone_closed(kiosk: SimpleNamespace) -> None:
    client, audio, busy = kiosk.client, kiosk.parts.audio, threading.Event()
    kiosk.core.core_thread.submit(busy.wait, WAIT_S)
    client.send(protocol.Listen(id=8, session=kiosk.session))
    client.send(protocol.StopListening(id=9, session=kiosk.session, cancel=True))
    threading.Timer(0.2, busy.set).start()
    assert client.wait_for(lambda m: isinstance(m, protocol.Done) and m.id == 9)
    assert [op for op, _ in audio.told if "listen" in op] == ["listen", "stop_listening"]


def spoken(kiosk: SimpleNamespace, text: str) -> dict[str, Any]:
    """How the voice was told to speak a text."""
    kiosk.parts.tts.wait(lambda: text in kiosk.parts.tts.texts())
    return next(fields for op, fields in reversed(kiosk.parts.tts.told) if op == "speak" and fields["text"] == text)


@pytest.mark.parametrize("language", ["en", "es", "fr", "de", "ar"])
def test_a_page_is_read_in_the_language_it_is_shown_in(kiosk: SimpleNamespace, language: str) -> None:
    """Whatever the shopper's was when the request was made."""
    client, session = kiosk.client, kiosk.session
    client.request(protocol.Say(id=7, session=session, text=f"x {language}", language=language), protocol.Done)
    assert spoken(kiosk, f"x {language}")["language"] == language
    client.request(protocol.ChooseLanguage(id=8, session=session, language=language), protocol.Done)
    client.request(protocol.Say(id=9, session=session, text="y", language="xx"), protocol.Done)
    assert spoken(kiosk, "y")["language"] == language


def test_an_earlier_answer_is_said_again_in_its_own_language(kiosk: SimpleNamespace) -> None:
    client, session = kiosk.client, kiosk.session
    first = client.request(protocol.Ask(id=7, session=session, text="who are you"), protocol.Answer)
    client.request(protocol.ChooseLanguage(id=8, session=session, language="es"), protocol.Done)
    second = client.request(protocol.Ask(id=9, session=session, text="¿a qué hora cierran?"), protocol.Answer)
    client.request(protocol.Say(id=10, session=session, turn=first.turn), protocol.Done)
    assert spoken(kiosk, first.say)["language"] == "en"
    client.request(protocol.Say(id=11, session=session), protocol.Done)
    assert spoken(kiosk, second.say)["language"] == "es"
    client.request(protocol.Say(id=12, session=session, turn="gone", text="Hola."), protocol.Done)
    assert spoken(kiosk, "Hola.")["language"] == "es"
