"""The link to the engine: lines, ids, deadlines, coming back."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest

from kiosk import protocol as p
from kiosk.screen import link as link_module
from kiosk.screen.link import Link
from tests.kiosk.screen.fake_engine import FakeEngine
from tests.kiosk.screen.hand import Clock, until


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def link(engine: FakeEngine, clock: Clock, qapp: QCoreApplication) -> Iterator[Link]:
    made = Link(str(engine.path), clock=clock)
    made.start()
    until(lambda: made.up and engine.connected)
    yield made
    made.stop()


def test_each_reply_goes_to_its_own_request(link: Link, engine: FakeEngine) -> None:
    got: list[tuple[str, p.Reply]] = []
    link.request(p.Complete, lambda reply: got.append(("oa", reply)), prefix="oa")
    link.request(p.FloorMap, lambda reply: got.append(("floor", reply)))
    link.request(p.Complete, lambda reply: got.append(("zz", reply)), prefix="zz")
    until(lambda: len(got) == 3)
    replies = dict(got)
    assert isinstance(replies["floor"], p.FloorMapReply)
    assert replies["oa"].texts
    assert not replies["zz"].texts


def test_a_request_while_the_engine_is_away_fails_later_not_at_once(tmp_path, qapp: QCoreApplication) -> None:
    link = Link(str(tmp_path / "nobody.sock"))
    got: list[p.Reply] = []
    link.request(p.Health, got.append)
    assert got == []
    until(lambda: len(got) == 1)
    assert got[0].code == "unavailable"
    link.stop()


def test_requests_under_way_fail_when_the_engine_dies_and_the_link_comes_back(link: Link, engine: FakeEngine) -> None:
    engine.script[p.Health] = lambda _request: None
    got: list[p.Reply] = []
    link.request(p.Health, got.append)
    until(lambda: len(engine.asked(p.Health)) == 1)
    closed: list[int] = []
    link.closed.connect(lambda: closed.append(1))
    engine.stop()
    until(lambda: len(got) == 1)
    assert isinstance(got[0], p.Failed)
    assert closed == [1]
    assert not link.up
    engine.start()
    until(lambda: link.up)


def test_an_engine_that_comes_up_later_is_found(tmp_path, qapp: QCoreApplication) -> None:
    late = FakeEngine(tmp_path / "late.sock")
    link = Link(str(late.path))
    link.start()
    QTest.qWait(2 * link_module.RETRY_MS)
    assert not link.up
    late.start()
    until(lambda: link.up)
    link.stop()
    late.stop()


def test_a_request_without_a_reply_runs_out_of_time(link: Link, engine: FakeEngine, clock: Clock) -> None:
    engine.script[p.Health] = lambda _request: None
    got: list[p.Reply] = []
    link.request(p.Health, got.append)
    link.expire()
    assert got == []
    clock.now += link_module.DEADLINE_S + 1
    link.expire()
    assert [reply.code for reply in got] == ["unavailable"]


def test_lines_in_pieces_and_lines_that_are_no_messages(link: Link, engine: FakeEngine) -> None:
    pushed: list[p.Push] = []
    link.pushed.connect(pushed.append)
    line = p.encode(p.Speaking(session="é", on=True))
    engine.push_raw(b'{"type": "unheard_of"}\nnot json\n\xff\xfe\n' + line[:9])
    QTest.qWait(30)
    assert pushed == []
    engine.push_raw(line[9:] + line)
    until(lambda: len(pushed) == 2)
    assert pushed == [p.Speaking(session="é", on=True)] * 2
    assert link.up


def test_a_line_without_an_end_is_not_kept(link: Link, engine: FakeEngine) -> None:
    lost: list[int] = []
    link.closed.connect(lambda: lost.append(1))
    # More than the socket holds: sent beside Qt, which must read meanwhile.
    threading.Thread(target=engine.push_raw, args=(b"x" * (p.MAX_LINE + 4096),), daemon=True).start()
    until(lambda: lost == [1])
    until(lambda: link.up)
