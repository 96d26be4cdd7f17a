"""The engine as its clients have it: a real process, a real socket, without sound."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk import protocol
from kiosk.engine.client import EngineAwayError, EngineClient, ReplyError

OAT = "130291"


class EngineProcess:
    """An engine, or a hub, with a data folder of its own."""

    def __init__(self, data: Path, program: str = "engine") -> None:
        self.data = data
        self.port = 0
        self._program = program
        self.socket = data / "run" / "engine.sock"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, **settings: str) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = self.port or probe.getsockname()[1]
        environment = {
            **os.environ,
            "AISLEWISE_DATA_DIR": str(self.data),
            "AISLEWISE_VOICE__ENABLED": "false",
            "AISLEWISE_STAFF__HOST": "127.0.0.1",
            "AISLEWISE_STAFF__PORT": str(self.port),
            **settings,
        }
        self._process = subprocess.Popen([sys.executable, "-m", "kiosk.cli", self._program], env=environment)
        deadline = time.monotonic() + 60
        while True:
            try:
                self.client().__exit__(None, None, None)
                return
            except EngineAwayError:
                assert time.monotonic() < deadline
                assert self._process.poll() is None
                time.sleep(0.05)

    def kill(self) -> None:
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def stop(self) -> int:
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(20)

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def client(self, role: str = "command") -> EngineClient:
        return EngineClient(self.socket, role=role)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EngineProcess]:
    engine = EngineProcess(tmp_path_factory.mktemp("engine"))
    engine.start()
    yield engine
    assert engine.stop() == 0
    assert not engine.socket.exists()


@pytest.fixture
def screen(engine: EngineProcess) -> Iterator[EngineClient]:
    with engine.client("screen") as client:
        yield client


@pytest.fixture
def session(screen: EngineClient) -> str:
    return screen.request(protocol.StartSession(id=screen.next_id()), protocol.SessionStarted).session


def is_page(state: str) -> Any:
    return lambda message: isinstance(message, protocol.PageChanged) and message.page.state == state


def test_the_socket_is_private(engine: EngineProcess) -> None:
    assert engine.socket.stat().st_mode & 0o777 == 0o600
    assert engine.socket.parent.stat().st_mode & 0o777 == 0o700


def test_a_question_then_the_product_then_the_list(screen: EngineClient, session: str) -> None:
    ask = protocol.Ask(id=screen.next_id(), session=session, text="do you have oat milk")
    answer = screen.request(ask, protocol.Answer)
    assert answer.products
    assert answer.sources
    look = protocol.Look(id=screen.next_id(), session=session, code=answer.products[0].sku)
    product = screen.request(look, protocol.ProductReply).product
    assert product.card.price > 0
    assert "gluten" in product.allergens
    add = protocol.ChangeList(id=screen.next_id(), session=session, op="add", sku=product.card.sku, quantity=2)
    reply = screen.request(add, protocol.ListReply)
    assert reply.total == 2 * product.card.price
    cheaper = protocol.Ask(id=screen.next_id(), session=session, text="anything cheaper")
    assert screen.request(cheaper, protocol.Answer).products[0].price < answer.products[0].price


def test_search_pages_through_its_results(screen: EngineClient, session: str) -> None:
    first = screen.request(
        protocol.Search(id=screen.next_id(), session=session, query="milk", limit=5), protocol.Results
    )
    second = screen.request(
        protocol.Search(id=screen.next_id(), session=session, query="milk", limit=5, offset=5), protocol.Results
    )
    assert first.total > 10
    assert not {card.sku for card in first.cards} & {card.sku for card in second.cards}


def test_home_map_completions_and_health(screen: EngineClient, session: str) -> None:
    home = screen.request(protocol.Home(id=screen.next_id(), session=session), protocol.HomeReply)
    assert len(home.departments) >= 12
    assert home.offers
    floor = screen.request(protocol.FloorMap(id=screen.next_id()), protocol.FloorMapReply)
    assert {fixture.kind for fixture in floor.fixtures} >= {"shelf", "entrance", "kiosk"}
    completed = screen.request(protocol.Complete(id=screen.next_id(), prefix="paper to"), protocol.Completions)
    assert any("towel" in text.lower() for text in completed.texts)
    parts = screen.request(protocol.Health(id=screen.next_id()), protocol.HealthReply).parts
    assert {"catalog", "llm", "staff", "microphone"} <= {part.name for part in parts}


def test_a_call_by_touch_is_seen_by_staff_and_followed_by_the_screen(
    engine: EngineProcess, screen: EngineClient, session: str
) -> None:
    with engine.client("staff") as staff:
        called = screen.request(
            protocol.CallStaff(id=screen.next_id(), session=session, reason="product", sku=OAT), protocol.PageReply
        ).page
        seen = staff.wait_for(is_page("called"))
        assert isinstance(seen, protocol.PageChanged)
        assert seen.page.product is not None
        assert (seen.page.id, seen.page.product.sku, seen.page.department) == (called.id, OAT, "dairy")
        for step, state in (("claim", "claimed"), ("coming", "coming"), ("resolve", "resolved")):
            staff.request(
                protocol.StepPage(id=staff.next_id(), page=called.id, step=step, who="Sam"), protocol.PageReply
            )
            pushed = screen.wait_for(is_page(state))
            assert isinstance(pushed, protocol.PageChanged)
            assert pushed.page.claimed_by == "Sam"
        with pytest.raises(ReplyError):
            staff.request(
                protocol.StepPage(id=staff.next_id(), page=called.id, step="claim", who="Kim"), protocol.PageReply
            )


def test_a_shopper_says_more_to_a_call_of_their_own(engine: EngineProcess, screen: EngineClient, session: str) -> None:
    def add(session: str, words: str) -> protocol.PageReply:
        request = protocol.AddWords(id=screen.next_id(), session=session, page=called.id, words=words)
        return screen.request(request, protocol.PageReply)

    with engine.client("staff") as staff:
        called = screen.request(
            protocol.CallStaff(id=screen.next_id(), session=session, reason="checkout"), protocol.PageReply
        ).page
        assert add(session, "the left one").page.words == "the left one"
        seen = staff.wait_for(lambda m: isinstance(m, protocol.PageChanged) and bool(m.page.words))
        assert isinstance(seen, protocol.PageChanged)
        assert seen.page.id == called.id
        assert add(session, "by the door").page.words == "the left one / by the door"
        with pytest.raises(ReplyError):
            add("another", "not mine")
        screen.request(protocol.CancelPage(id=screen.next_id(), session=session, page=called.id), protocol.PageReply)
        with pytest.raises(ReplyError, match="no longer needs help"):
            add(session, "too late")


def test_screens_are_told_on_how_many_phones_calls_are_seen(engine: EngineProcess, screen: EngineClient) -> None:
    def told(phones: int | None) -> bool:
        return bool(screen.wait_for(lambda m: isinstance(m, protocol.Staffed) and m.phones == phones))

    with engine.client("staff") as staff:
        staff.request(protocol.Health(id=staff.next_id(), phones=7), protocol.HealthReply)
        assert told(7)
        with engine.client("screen") as other:
            assert other.welcome.phones is not None
            assert other.welcome.phones >= 7
        with engine.client("command") as stranger:
            stranger.request(protocol.Health(id=stranger.next_id(), phones=99), protocol.HealthReply)
        staff.request(protocol.Health(id=staff.next_id(), phones=2), protocol.HealthReply)
        seen = screen.wait_for(lambda m: isinstance(m, protocol.Staffed) and m.phones != 7)
        assert isinstance(seen, protocol.Staffed)
        assert seen.phones == 2, "who is not the staff page is not believed"


def test_screens_are_told_how_many_are_on_shift_and_a_mistake_in_the_roster_is_a_fault(
    engine: EngineProcess, screen: EngineClient
) -> None:
    def write(text: str) -> None:
        fresh = engine.data / "fresh"
        fresh.write_text(text, "utf-8")
        fresh.replace(engine.data / "roster.toml")

    shift = '[[shift]]\nwho = "Nobody known"\ndays = "mon-sun"\nfrom = "00:00"\nuntil = "24:00"\n'
    assert screen.welcome.on_shift is None
    write(shift)
    assert screen.wait_for(lambda m: isinstance(m, protocol.Staffed) and m.on_shift == 0)
    with engine.client("screen") as other:
        assert other.welcome.on_shift == 0
        session = other.request(protocol.StartSession(id=other.next_id()), protocol.SessionStarted).session
        answer = other.request(
            protocol.Ask(id=other.next_id(), session=session, text="can I talk to a person"), protocol.Answer
        )
        assert "Nobody is on shift right now" in answer.say
    write(shift + "[[shift]]\n")

    def faulty(message: protocol.Message) -> bool:
        return isinstance(message, protocol.HealthChanged) and any(
            part.name == "roster" and part.state == "down" and "[[shift]] 2" in part.detail for part in message.parts
        )

    assert screen.wait_for(faulty)
    (engine.data / "roster.toml").unlink()
    assert screen.wait_for(lambda m: isinstance(m, protocol.Staffed) and m.on_shift is None)


def test_the_report_tells_of_a_call_and_what_was_lacking(engine: EngineProcess, screen: EngineClient) -> None:
    session = screen.request(protocol.StartSession(id=screen.next_id()), protocol.SessionStarted).session
    call = protocol.CallStaff(id=screen.next_id(), session=session, reason="stock", sku=OAT)
    page = screen.request(call, protocol.PageReply).page
    with engine.client("staff") as staff:

        def step(name: str, outcome: str = "done") -> None:
            request = protocol.StepPage(id=staff.next_id(), page=page.id, step=name, who="Ana", outcome=outcome)
            staff.request(request, protocol.PageReply)

        before = _report(staff)
        step("claim")
        step("resolve", "no_such_thing")
        after = _report(staff)
    assert after["all", ""].no_such_thing == before["all", ""].no_such_thing + 1
    assert after["reason", "stock"].taken == before["reason", "stock"].taken + 1
    assert after["department", page.department or ""].name
    assert page.product is not None
    assert after["lacking", OAT].name == page.product.name
    assert after["taken_by", ""].calls >= 1


def _report(client: EngineClient) -> dict[tuple[str, str], protocol.ReportRow]:
    reply = client.request(protocol.PageReport(id=client.next_id(), days=2), protocol.PageReportReply)
    assert reply.rows[0].by == "all"
    return {(row.by, row.key): row for row in reply.rows}


def test_a_killed_engine_loses_neither_call_nor_list_nor_session(
    tmp_path: Path,
) -> None:
    engine = EngineProcess(tmp_path)
    engine.start()
    with engine.client("screen") as client:
        session = client.request(protocol.StartSession(id=client.next_id()), protocol.SessionStarted).session
        client.request(protocol.ChangeList(id=client.next_id(), session=session, op="add", sku=OAT), protocol.ListReply)
        page = client.request(protocol.CallStaff(id=client.next_id(), session=session), protocol.PageReply).page
        engine.kill()
    engine.start()
    with engine.client("screen") as client:
        pages = client.request(protocol.Pages(id=client.next_id(), session=session), protocol.PagesReply).pages
        assert [(p.id, p.state) for p in pages] == [(page.id, "called")]
        shown = client.request(protocol.ChangeList(id=client.next_id(), session=session, op="show"), protocol.ListReply)
        assert [line.card.sku for line in shown.lines] == [OAT]
    assert engine.stop() == 0


def test_an_ended_session_is_forgotten(screen: EngineClient, session: str) -> None:
    screen.request(protocol.ChangeList(id=screen.next_id(), session=session, op="add", sku=OAT), protocol.ListReply)
    screen.request(protocol.EndSession(id=screen.next_id(), session=session), protocol.Done)
    with pytest.raises(ReplyError, match="ended"):
        screen.request(protocol.ChangeList(id=screen.next_id(), session=session, op="show"), protocol.ListReply)


def test_without_a_microphone_listening_is_refused_kindly(screen: EngineClient, session: str) -> None:
    with pytest.raises(ReplyError, match="no microphone"):
        screen.request(protocol.Listen(id=screen.next_id(), session=session), protocol.Done)


@pytest.mark.parametrize(
    "line",
    [
        b"\n", b"nonsense\n", b'{"type":"ask","id":1}\n', b'{"type":"reply"}\n', b"\xff\xfe\n", b"[" * 2000 + b"\n",
        b'{"type":"look","id":5,"session":"x","code":"1"}\n',
    ],
)  # fmt: skip
def test_lines_that_are_no_requests_are_refused_and_the_engine_serves_on(engine: EngineProcess, line: bytes) -> None:
    with socket.socket(socket.AF_UNIX) as raw:
        raw.settimeout(10)
        raw.connect(str(engine.socket))
        raw.sendall(line)
        assert b'"failed"' in raw.recv(65536)
    with engine.client() as client:
        assert client.welcome.store == "Larkfield Market"


def test_a_line_without_end_is_cut_off(engine: EngineProcess) -> None:
    with socket.socket(socket.AF_UNIX) as raw:
        raw.settimeout(20)
        raw.connect(str(engine.socket))
        try:
            raw.sendall(b"x" * (2 * protocol.MAX_LINE))
            while raw.recv(65536):
                pass
        except (BrokenPipeError, ConnectionResetError):
            pass
    with engine.client() as client:
        assert client.welcome.kiosk


def test_events_hold_no_words_of_a_shopper(engine: EngineProcess, screen: EngineClient, session: str) -> None:
    secret = "my name is Zebulon and my number is 5550199"
    for text in (f"do you have xylophones, {secret}", f"can I talk to a person, {secret}"):
        screen.request(protocol.Ask(id=screen.next_id(), session=session, text=text), protocol.Answer)
    with engine.client() as client:
        missed = client.request(protocol.Missed(id=client.next_id()), protocol.MissedReply).queries
        assert [query.query for query in missed] == ["xylophones"]
        events = client.request(protocol.EventsSince(id=client.next_id(), limit=1000), protocol.EventsReply).events
    kinds = {event["event"] for event in events}
    assert {"turn", "catalog", "part", "page"} <= kinds
    text = str(events).lower()
    assert "zebulon" not in text
    assert "5550199" not in text
    assert session.lower() not in text


def test_two_engines_do_not_share_a_data_folder(engine: EngineProcess) -> None:
    second = subprocess.run(
        [sys.executable, "-m", "kiosk.cli", "engine"],
        env={**os.environ, "AISLEWISE_DATA_DIR": str(engine.data)}, capture_output=True, text=True, timeout=60,
        check=False,
    )  # fmt: skip
    assert second.returncode == 2
    assert "another Aislewise is using it" in second.stderr
    assert second.stderr.count("\n") == 1
