"""What each associate sees and whose phone rings."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk import protocol
from kiosk.staff import Associate
from kiosk.staff.web.board import CLOSED_SHOWN, Board, rings
from tests.kiosk.staff.fake_engine import DRILL

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
SAM = Associate("Sam", ("Hardware",), False, "k1", "h")
ALEX = Associate("Alex", ("Garden",), False, "k2", "h")
KIM = Associate("Kim", ("Garden",), True, "k3", "h")
JO = Associate("Jo", (), False, "k4", "h")


def page(**changes):
    fields = {
        "id": "p1", "kiosk": "Kiosk 1", "place": "Toys", "reason": "help", "department": "hardware",
        "priority": "normal", "state": "called", "words": "", "product": None, "created_at": NOON.isoformat(),
        "changed_at": NOON.isoformat(), "claimed_by": None, "session": "secret-session",
    }  # fmt: skip
    return protocol.PageView(**{**fields, **changes})


def at(seconds):
    return (NOON + timedelta(seconds=seconds)).isoformat()


class Time:
    now = NOON

    def __call__(self):
        return self.now


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def board(time):
    board = Board("", time)
    board.connected(
        protocol.Welcome(
            id=1, version="1", kiosk="Kiosk 1", place="Toys", store="Corner & Sons", languages=["en"], currency="USD",
            idle_s=60, health=[],
        ),
        [],
    )  # fmt: skip
    return board


@pytest.mark.parametrize(
    ("step", "department", "who"),
    [
        (0, "hardware", {SAM, JO}), (1, "hardware", {SAM, JO}), (2, "hardware", {SAM, JO, KIM}),
        (3, "hardware", {SAM, JO, KIM, ALEX}), (0, None, {SAM, JO, KIM, ALEX}), (0, "GARDEN", {ALEX, KIM, JO}),
    ],
)  # fmt: skip
def test_whose_phone_rings(step, department, who):
    everyone = (SAM, ALEX, KIM, JO)
    assert {a for a in everyone if rings(page(step=step, department=department), a, everyone)} == who


def test_a_department_nobody_works_in_rings_everyone():
    assert all(rings(page(department="Pharmacy"), a, (SAM, ALEX)) for a in (SAM, ALEX))


def test_a_call_as_its_claimer_and_a_colleague_see_it(board):
    board.took(page(state="claimed", claimed_by="Sam", product=DRILL, words="<b>x</b>"))
    (own,) = board.seen_by(SAM, [SAM, ALEX])["calls"]
    (other,) = board.seen_by(ALEX, [SAM, ALEX])["calls"]
    assert (own["mine"], own["steps"], own["rings"]) == (True, ("coming", "resolve", "release"), False)
    assert (other["mine"], other["steps"], other["claimed_by"]) == (False, (), "Sam")
    assert own["product"]["aisle"] == "11"
    assert own["words"] == "<b>x</b>"


@pytest.mark.parametrize(
    ("department", "product", "shown"),
    [("hardware", DRILL, "Hardware & Tools"), ("health-beauty", DRILL, "Health beauty"), (None, None, None)],
)
def test_a_department_is_shown_by_its_name(board, department, product, shown):
    board.took(page(department=department, product=product))
    assert board.seen_by(SAM, [SAM])["calls"][0]["department"] == shown


def test_the_shoppers_session_stays_inside(board):
    board.took(page())
    board.took(page(id="p2", state="cancelled"))
    assert "secret-session" not in str(board.seen_by(SAM, [SAM]))


def test_urgent_calls_come_first_then_the_longest_waiting(board):
    for name, seconds, priority in (("late", 50, "normal"), ("early", 10, "normal"), ("urgent", 90, "urgent")):
        board.took(page(id=name, created_at=at(seconds), changed_at=at(seconds), priority=priority))
    assert [call["id"] for call in board.seen_by(SAM, [SAM])["calls"]] == ["urgent", "early", "late"]


def test_news_that_is_older_than_what_is_known_is_passed_over(board):
    board.took(page(state="claimed", claimed_by="Sam", changed_at=at(9)))
    version = board.version
    board.pushed(protocol.PageChanged(page=page()))
    assert board.version == version
    board.took(page(state="resolved", claimed_by="Sam", changed_at=at(20)))
    board.took(page(state="claimed", claimed_by="Sam", changed_at=at(9)))
    assert board.seen_by(SAM, [SAM])["calls"] == []


def test_closed_calls_stay_in_sight_for_a_while(board, time):
    board.took(page(state="cancelled", claimed_by="Sam"))
    (closed,) = board.seen_by(SAM, [SAM])["closed"]
    assert (closed["state"], closed["mine"]) == ("cancelled", True)
    time.now += CLOSED_SHOWN
    assert board.seen_by(SAM, [SAM])["closed"] == []


def test_many_closed_calls_do_not_pile_up(board):
    for number in range(100):
        board.took(page(id=f"p{number}", state="expired"))
    closed = board.seen_by(SAM, [SAM])["closed"]
    assert len(closed) == 20
    assert closed[0]["id"] == "p99"


def test_what_was_open_before_the_engine_was_away_is_replaced(board):
    board.took(page())
    board.lost()
    assert not board.seen_by(SAM, [SAM])["live"]
    assert len(board.seen_by(SAM, [SAM])["calls"]) == 1
    welcome = protocol.Welcome(
        id=1, version="1", kiosk="k", place="p", store="s", languages=[], currency="USD", idle_s=60,
        health=[protocol.PartHealth(name="printer", state="down", detail="no paper")],
    )  # fmt: skip
    board.connected(welcome, [page(id="p2")])
    seen = board.seen_by(SAM, [SAM])
    assert [call["id"] for call in seen["calls"]] == ["p2"]
    assert seen["down"] == [{"name": "printer", "detail": "no paper"}]
    assert seen["live"]


def test_every_change_has_a_version_of_its_own(board):
    versions = {board.version}
    board.took(page())
    versions.add(board.version)
    board.health([protocol.PartHealth(name="x", state="down")])
    versions.add(board.version)
    board.health([protocol.PartHealth(name="x", state="down")])
    assert len(versions | {board.version}) == 3
    assert len(versions | {Board("", board._clock).version}) == 4


def test_a_reason_of_a_newer_engine_has_words_too(board):
    board.took(page(reason="dance"))
    assert board.seen_by(SAM, [SAM])["calls"][0]["reason"] == "Something else"
