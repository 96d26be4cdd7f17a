"""The board apart from the web: what is kept, what is told of it, and what one phone is told when."""

import json
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk import protocol
from kiosk.staff import Role, accounts
from kiosk.staff.web.board import CLOSED_SHOWN, Board
from kiosk.staff.web.stream import Phone
from kiosk.staff.web.team import Team
from tests.kiosk.staff.clock import Time
from tests.kiosk.staff.fake_engine import DRILL

START = datetime(2026, 11, 21, 12, tzinfo=UTC)
WELCOME = protocol.Welcome(
    id=1, version="1", kiosk="Kiosk 1", place="p", store="Corner & Sons", languages=["en"], currency="USD", idle_s=60,
    health=[], screen_languages=["es", "en"],
)  # fmt: skip


def at(seconds):
    return (START + timedelta(seconds=seconds)).isoformat()


def page(**changes):
    view = protocol.PageView(
        id="p1", kiosk="Kiosk 1", place="Entrance", reason="help", department=None, priority="normal", state="called",
        words="", product=None, created_at=at(0), changed_at=at(0), claimed_by=None, session="secret-session",
    )  # fmt: skip
    return msgspec.structs.replace(view, **changes)


@pytest.fixture
def time():
    return Time(START)


@pytest.fixture
def board(time):
    return Board("", time)


def whole(board):
    return json.loads(b"{%b}" % board.whole())


def news(board, since):
    told = board.news(since)
    return None if told is None else json.loads(b"{%b}" % told)


def test_a_call_as_phones_are_told_of_it(board):
    board.took(page(product=DRILL, words="<b>x</b>", callers=2, only="Sam", message_code="two_minutes"))
    (call,) = whole(board)["calls"]
    assert (call["words"], call["callers"], call["only"], call["message_code"]) == ("<b>x</b>", 2, "Sam", "two_minutes")
    assert (call["product"]["aisle"], call["product"]["price"]) == ("11", 7999)


def test_the_shoppers_session_stays_inside(board):
    board.took(page())
    board.took(page(id="p2", state="cancelled"))
    assert b"secret-session" not in board.whole()
    assert "secret-session" not in str(board.told("p1"))


def test_news_that_is_older_than_what_is_known_is_passed_over(board):
    board.took(page(state="claimed", claimed_by="Sam", changed_at=at(9)))
    version = board.version
    board.pushed(protocol.PageChanged(page=page()))
    assert board.version == version
    board.took(page(state="resolved", claimed_by="Sam", changed_at=at(20)))
    board.took(page(state="claimed", claimed_by="Sam", changed_at=at(9)))
    assert whole(board)["calls"] == []


def test_only_what_changed_is_told(board):
    board.connected(WELCOME, [page(), page(id="p2")])
    since = board.version
    assert (news(board, since)["calls"], news(board, since)["closed"]) == ([], [])
    board.took(page(id="p2", state="claimed", claimed_by="Sam", changed_at=at(1)))
    board.took(page(id="p3"))
    board.took(page(id="p1", state="cancelled", changed_at=at(2)))
    told = news(board, since)
    assert {call["id"]: call["state"] for call in told["calls"]} == {"p2": "claimed", "p3": "called"}
    assert [call["id"] for call in told["closed"]] == ["p1"]
    assert told["v"] == board.version
    assert news(board, board.version - 1)["calls"] == []


def test_a_change_of_anything_else_is_told_with_the_whole_board(board):
    board.connected(WELCOME, [])
    for change in (
        board.lost,
        lambda: board.connected(WELCOME, []),
        lambda: board.health([protocol.PartHealth(name="printer", state="down")]),
    ):
        since = board.version
        change()
        assert news(board, since) is None
    assert news(board, board.version) is not None
    assert news(board, board.version + 1) is None


def test_who_missed_calls_that_are_forgotten_is_told_the_whole_board(board):
    board.connected(WELCOME, [])
    since = board.version
    for number in range(20):
        board.took(page(id=f"p{number}", state="expired"))
    assert len(news(board, since)["closed"]) == 20
    board.took(page(id="one-more", state="expired"))
    assert news(board, since) is None
    assert news(board, since + 1) is not None
    assert len(whole(board)["closed"]) == 20


def test_closed_calls_stay_in_sight_for_a_while(board, time):
    board.took(page(state="cancelled", claimed_by="Sam"))
    assert [call["state"] for call in whole(board)["closed"]] == ["cancelled"]
    time.now += CLOSED_SHOWN
    assert whole(board)["closed"] == []


def test_what_was_open_before_the_engine_was_away_is_replaced(board):
    board.took(page())
    board.lost()
    assert not whole(board)["live"]
    assert len(whole(board)["calls"]) == 1
    board.connected(WELCOME, [page(id="p2")])
    assert [call["id"] for call in whole(board)["calls"]] == ["p2"]
    assert whole(board)["live"]
    assert (board.store, board.kiosk, board.language) == ("Corner & Sons", "Kiosk 1", "es")


def test_every_change_has_a_version_of_its_own(board):
    stamps = {board.stamp}
    board.took(page())
    stamps.add(board.stamp)
    board.took(page())
    board.health([protocol.PartHealth(name="x", state="down")])
    stamps.add(board.stamp)
    board.health([protocol.PartHealth(name="x", state="down")])
    assert len(stamps | {board.stamp}) == 3
    assert len(stamps | {Board("", board._clock).stamp}) == 4


def test_a_reason_of_a_newer_engine_is_something_else(board):
    board.took(page(reason="dance"))
    assert whole(board)["calls"][0]["reason"] == "other"


STATES = st.sampled_from(["called", "claimed", "coming", "resolved", "cancelled"])
CHANGES = st.lists(st.tuples(st.integers(0, 30), STATES, st.booleans()), max_size=80)


@given(CHANGES)
def test_a_phone_that_hears_only_news_knows_what_the_whole_board_says(changes):
    """Whatever happens, and however seldom the phone looks: what it knows is what it would be told anew."""
    board = Board("", Time())
    board.connected(WELCOME, [])
    known, since = {}, -1

    def hear():
        told = news(board, since)
        if told is None:
            known.clear()
            told = whole(board)
        for call in (*told["calls"], *told["closed"]):
            known[call["id"]] = call

    for second, (number, state, looks) in enumerate(changes):
        board.took(page(id=f"p{number}", state=state, changed_at=at(second), claimed_by="Sam"))
        if looks:
            hear()
            since = board.version
    hear()
    now = whole(board)
    assert [known[call["id"]] for call in now["calls"]] == now["calls"]
    assert {c["id"] for c in known.values() if c["state"] in ("called", "claimed", "coming")} == {
        call["id"] for call in now["calls"]
    }


# --- what one phone is told -----------------------------------------------------------------------------------------


@pytest.fixture
def team(tmp_path, time):
    accounts.add(tmp_path, "Sam", pin="380214", departments=["hardware"])
    accounts.add(tmp_path, "Alex", pin="380214", role=Role.LEAD)
    accounts.add(tmp_path, "Kim", pin="380214", departments=["garden"])
    return Team(tmp_path, time)


def who(tmp_path, name):
    return accounts.find(tmp_path, name)


def told(phone, me):
    kind, data = phone.news(me).decode().rstrip("\n").split("\n")
    return kind.removeprefix("event: "), json.loads(data.removeprefix("data: "))


@pytest.fixture
def phone(board, team):
    board.connected(WELCOME, [page(department="hardware")])
    return Phone(board, team, b"v1")


def test_a_phone_hears_the_whole_board_then_beats_then_news(phone, board, tmp_path):
    sam = who(tmp_path, "Sam")
    kind, first = told(phone, sam)
    assert (kind, first["page"], first["me"]["name"], first["rings"]) == ("board", "v1", "Sam", ["p1"])
    assert told(phone, sam) == ("beat", {})
    board.took(page(department="hardware", state="claimed", claimed_by="Alex", changed_at=at(1)))
    kind, second = told(phone, sam)
    assert (kind, second["rings"], [call["claimed_by"] for call in second["calls"]]) == ("news", [], ["Alex"])
    assert "me" not in second
    board.took(page(id="p2", state="cancelled"))
    assert "rings" not in told(phone, sam)[1]


def test_a_phone_whose_turn_comes_later_rings_when_it_comes(phone, board, tmp_path):
    kim = who(tmp_path, "Kim")
    assert told(phone, kim)[1]["rings"] == []
    board.took(page(department="hardware", step=3, changed_at=at(180)))
    assert told(phone, kim)[1]["rings"] == ["p1"]


def test_who_is_quiet_is_rung_for_urgent_calls_only(phone, board, team, time, tmp_path):
    sam = who(tmp_path, "Sam")
    told(phone, sam)
    team.be_quiet(sam, 15)
    kind, news = told(phone, sam)
    assert (kind, news["rings"], news["me"]["quiet_until"]) == ("board", [], at(900))
    board.took(page(id="p2", reason="injury", priority="urgent", step=3))
    assert told(phone, sam)[1]["rings"] == ["p2"]
    time.now += timedelta(minutes=15, seconds=1)
    kind, news = told(phone, sam)
    assert (kind, news["rings"], news["me"]["quiet_until"]) == ("board", ["p1", "p2"], None)


def test_what_does_not_work_is_told_to_who_is_in_charge(phone, board, team, tmp_path):
    board.health([protocol.PartHealth(name="printer", state="down", detail="no paper")])
    assert told(phone, who(tmp_path, "Sam"))[1]["down"] == []
    _, lead = told(Phone(board, team, b""), who(tmp_path, "Alex"))
    assert lead["down"] == [{"name": "printer", "detail": "no paper"}]
    assert (lead["people"], lead["departments"], lead["me"]["in_charge"]) == (
        ["Kim", "Sam"], ["garden", "hardware"], True,
    )  # fmt: skip


def test_calls_are_handed_over_to_who_is_on_shift(board, team, tmp_path):
    (tmp_path / "roster.toml").write_text(
        '[[shift]]\nwho = "Kim"\ndays = "mon-sun"\nfrom = "00:00"\nuntil = "24:00"\n'
        '[[shift]]\nwho = "Alex"\ndays = "mon-sun"\nfrom = "00:00"\nuntil = "24:00"\n', "utf-8",
    )  # fmt: skip
    board.connected(WELCOME, [])
    _, news = told(Phone(board, team, b""), who(tmp_path, "Alex"))
    assert (news["people"], news["departments"]) == (["Kim"], ["garden"])


def test_a_changed_account_is_seen_at_once(phone, board, tmp_path):
    told(phone, who(tmp_path, "Sam"))
    accounts.add(tmp_path, "Jo", pin="380214")
    kind, news = told(phone, who(tmp_path, "Sam"))
    assert (kind, news["people"]) == ("board", ["Alex", "Jo", "Kim"])
