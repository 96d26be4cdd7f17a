"""What an operator does, asked of a real engine over its socket; and what is taken away."""

from __future__ import annotations

import json
import logging
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk import protocol as p
from kiosk.engine import choices, logs
from kiosk.engine.client import EngineClient, ReplyError
from kiosk.engine.door import set_pin
from kiosk.settings import Settings
from kiosk.staff import devices, invites
from tests.kiosk.engine.test_server import EngineProcess

PIN = "270918"


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EngineProcess]:
    data = tmp_path_factory.mktemp("engine")
    set_pin(data, PIN)
    engine = EngineProcess(data)
    engine.start()
    yield engine
    engine.stop()


@pytest.fixture
def client(engine: EngineProcess) -> Iterator[EngineClient]:
    with engine.client("screen") as client:
        yield client


@pytest.fixture
def ticket(client: EngineClient) -> str:
    return client.request(p.OperatorOpen(id=client.next_id(), pin=PIN), p.OperatorOpened).ticket


def look(client: EngineClient, ticket: str) -> p.OperatorReply:
    return client.request(p.OperatorLook(id=client.next_id(), ticket=ticket), p.OperatorReply)


@pytest.mark.parametrize(
    "request_",
    [
        p.OperatorLook(id=1, ticket=""),
        p.OperatorChoose(id=1, ticket="guessed", volume=2.0),
        p.OperatorRestart(id=1, ticket="", part="engine"),
        p.OperatorExport(id=1, ticket="", path="/tmp"),
        p.OperatorInvite(id=1, ticket=""),
        p.OperatorExit(id=1, ticket=""),
        p.OperatorClose(id=1, ticket=""),
    ],
    ids=lambda r: type(r).__name__,
)
def test_nothing_is_done_without_a_ticket(client: EngineClient, request_: p.Request) -> None:
    with pytest.raises(ReplyError, match="PIN"):
        client.request(request_, p.Done)


def test_a_wrong_pin_is_refused_and_noted(client: EngineClient) -> None:
    answer = client.request(p.OperatorOpen(id=client.next_id(), pin="000001"), p.OperatorRefused)
    assert answer.why == "wrong"
    events = client.request(p.EventsSince(id=client.next_id(), after=-5), p.EventsReply).events
    assert {"event": "operator", "what": "wrong"}.items() <= events[-1].items()


def test_a_code_lets_a_phone_in(client: EngineClient, ticket: str, engine: EngineProcess) -> None:
    assert not look(client, ticket).inviting
    invited = client.request(p.OperatorInvite(id=client.next_id(), ticket=ticket), p.OperatorInvited)
    assert invited.address.endswith("/join")
    assert 590 <= invited.lasts_s <= 600
    assert invited.fingerprint == ""
    assert len(invited.code.rows) == len(invited.code.rows[0])
    assert look(client, ticket).inviting
    assert invites.use(engine.data, invited.typed, datetime.now(UTC))
    devices.add(engine.data, "iPhone", datetime.now(UTC))
    seen = look(client, ticket)
    assert (seen.phones, seen.inviting) == (1, False)


def test_it_says_how_the_kiosk_is(client: EngineClient, ticket: str, engine: EngineProcess) -> None:
    seen = look(client, ticket)
    assert seen.products > 300
    assert {"catalog", "llm", "staff"} <= {part.name for part in seen.parts}
    assert seen.restarts == ["llm", "staff", "screen", "engine"]
    assert seen.places[-1] == p.ExportPlace(path=str(engine.data / "exports"), name="")
    assert seen.disk_free > 0
    assert seen.hq_reached is None


def test_choices_are_kept_and_told_to_screens(client: EngineClient, ticket: str, engine: EngineProcess) -> None:
    client.request(
        p.OperatorChoose(id=client.next_id(), ticket=ticket, volume=0.5, languages=["en"], look="dark"), p.Done
    )
    seen = look(client, ticket)
    assert (seen.volume, seen.chosen_languages, seen.look) == (0.5, ["en"], "dark")
    with engine.client("screen") as screen:
        assert (screen.welcome.screen_languages, screen.welcome.look) == (["en"], "dark")
    kept = choices.load(Settings(data_dir=engine.data))
    assert kept == choices.Choices(0.5, ("en",), "dark")


@pytest.mark.parametrize("wrong", [{"volume": 9.0}, {"languages": []}, {"languages": ["en", "xx"]}, {"look": "pink"}])
def test_a_choice_that_is_none_changes_nothing(client: EngineClient, ticket: str, wrong: dict[str, object]) -> None:
    before = look(client, ticket)
    with pytest.raises(ReplyError):
        client.request(p.OperatorChoose(id=client.next_id(), ticket=ticket, **wrong), p.Done)
    after = look(client, ticket)
    assert (after.volume, after.chosen_languages, after.look) == (before.volume, before.chosen_languages, before.look)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"volume": 99, "languages": [], "look": ""}'])
def test_choices_that_make_no_sense_count_for_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / choices.FILE).write_text(content)
    assert choices.load(Settings(data_dir=tmp_path)) == choices.Choices()


def test_a_part_is_started_anew(client: EngineClient, ticket: str) -> None:
    client.request(p.OperatorRestart(id=client.next_id(), ticket=ticket, part="staff"), p.Done)
    client.wait_for(lambda m: isinstance(m, p.HealthChanged) and _state(m, "staff") == "down")
    client.wait_for(lambda m: isinstance(m, p.HealthChanged) and _state(m, "staff") == "working")
    with pytest.raises(ReplyError, match="no part"):
        client.request(p.OperatorRestart(id=client.next_id(), ticket=ticket, part="../sh"), p.Done)


def _state(message: p.HealthChanged, name: str) -> str:
    return next(part.state for part in message.parts if part.name == name)


def test_logs_are_taken_away_without_words_of_shoppers(client: EngineClient, ticket: str) -> None:
    session = client.request(p.StartSession(id=client.next_id()), p.SessionStarted).session
    client.request(p.Search(id=client.next_id(), session=session, query="zanzibar pickaxe"), p.Results)
    client.request(p.EndSession(id=client.next_id(), session=session), p.Done)
    place = look(client, ticket).places[-1].path
    written = client.request(p.OperatorExport(id=client.next_id(), ticket=ticket, path=place), p.OperatorExported)
    with zipfile.ZipFile(written.path) as pack:
        texts = {name: pack.read(name).decode() for name in pack.namelist()}
    assert set(texts) == {"about.json", "log.txt", "events.jsonl"}
    assert json.loads(texts["about.json"])["catalog"]["products"] > 300
    events = [json.loads(line) for line in texts["events.jsonl"].splitlines()]
    assert "not_found" in {event["event"] for event in events}
    assert "serves" in texts["log.txt"]
    for text in texts.values():
        assert "zanzibar" not in text
        assert PIN not in text
        assert ticket not in text
    with pytest.raises(ReplyError, match="no longer"):
        client.request(p.OperatorExport(id=client.next_id(), ticket=ticket, path="/etc"), p.OperatorExported)


def test_a_memory_stick_is_a_place_and_a_disk_is_none(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\n/dev/sdb1 /media/staff/MY\\040STICK vfat rw 0 0\n"
        "tmpfs /run/media/x tmpfs rw 0 0\nrubbish\n"
    )
    assert logs._mounted(mounts)[0] == Path("/media/staff/MY STICK")
    assert Path("/") not in logs._mounted(mounts)
    assert logs.places(tmp_path, tmp_path / "none") == [logs.Place(tmp_path / "exports", "")]


def test_an_export_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> Iterator[dict[str, object]]:
        yield {"seq": 1}
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        logs.export(tmp_path, "x", {}, broken(), [])
    assert list(tmp_path.iterdir()) == []


def test_of_an_error_the_log_keeps_where_and_not_what() -> None:
    recent = logs.Recent()
    logger = logging.Logger("test")
    logger.addHandler(recent)
    try:
        raise ValueError("my card is 4111")
    except ValueError:
        logger.exception("a %s request failed", "Ask")
    text = "\n".join(recent.lines())
    assert "a Ask request failed" in text
    assert "ValueError" in text
    assert "test_operator.py" in text
    assert "4111" not in text
