"""What staff tell a shopper is said aloud: to whom, in which words, and when."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.engine.core import Core
from kiosk.engine.messages import LASTS_S, Messages
from kiosk.engine.state import open_state
from kiosk.settings import Settings, VoiceSettings
from kiosk.staff import MESSAGES, Page, states
from local_catalog import Catalog
from tests.kiosk.engine.test_talk import Kiosk
from tests.kiosk.staff.histories import at, call


@pytest.fixture
def core(tmp_path: Path, catalog: Catalog) -> Iterator[Core]:
    with open_state(tmp_path / "state.db") as connection:
        core = Core(Settings(data_dir=tmp_path), catalog, connection, None)
        yield core
        core.close()


class Desk:
    """A kiosk's voice, and messages to it from staff."""

    def __init__(self, core: Core) -> None:
        self.core = core
        self.kiosk = Kiosk(VoiceSettings())
        self.now = 1000.0
        self.messages = Messages(core, self.kiosk.talk, lambda: self.now)

    def session(self, language: str = "en") -> str:
        return self.core.do(lambda: self.core.start_session(language)).id

    async def told(self, page: Page, *, text: str = "", code: str = "", spoken: bool = True) -> None:
        self.messages.told(states.tell(page, "Ana", at(9), text=text, code=code, spoken=spoken))
        await self.kiosk.settle()

    async def later(self, seconds: float) -> None:
        self.now += seconds
        self.messages.say()
        await self.kiosk.settle()

    def said(self) -> list[str]:
        return [str(fields["text"]) for op, fields in self.kiosk.parts.tts.calls if op == "speak"]


@pytest.fixture
async def desk(core: Core) -> Desk:
    return Desk(core)


async def test_a_message_is_said_once_with_who_it_is_from(desk: Desk) -> None:
    await desk.told(call(session=desk.session()), text="It is by the red door")
    await desk.kiosk.said()
    await desk.later(1)
    assert desk.said() == ["Ana says: It is by the red door"]


async def test_a_phrase_is_said_in_the_shoppers_language(desk: Desk) -> None:
    await desk.told(call(session=desk.session("de"), language="en"), code="two_minutes")
    assert desk.said() == ["Ana sagt: Ich bin in zwei Minuten bei Ihnen."]
    assert desk.kiosk.parts.tts.last("speak")["names"] == ()


async def test_staffs_own_words_keep_their_voice_in_another_language(desk: Desk) -> None:
    await desk.told(call(session=desk.session("es")), text="By the red door")
    spoken = desk.kiosk.parts.tts.last("speak")
    assert (spoken["text"], spoken["language"]) == ("Ana le dice: By the red door", "es")
    assert (spoken["names"], spoken["names_language"]) == (("By the red door",), "en")


@pytest.mark.parametrize("language", ["ar", "de", "en", "es", "fr"])
def test_every_phrase_has_words(core: Core, language: str) -> None:
    said = [core.assistant.staff_says(language, "Ana", code, "") for code in MESSAGES]
    assert len(set(said)) == len(MESSAGES)


async def test_what_is_only_to_be_read_is_not_said(desk: Desk) -> None:
    await desk.told(call(session=desk.session()), text="It is by the red door", spoken=False)
    assert desk.said() == []


async def test_who_has_left_or_cancelled_is_told_nothing_and_nobody_in_their_place(desk: Desk) -> None:
    first, second = desk.session(), desk.session()
    page = call(session=first)
    desk.core.do(lambda: desk.core.end_session(first, "left"))
    await desk.told(page, text="For your ears only")
    page = states.join(call(session="x"), second, at(1), priority="normal", words="", said="", sku=None)
    await desk.told(states.cancel(page, second, at(2)), text="For your ears only")
    assert desk.said() == []


async def test_it_waits_until_nobody_speaks(desk: Desk) -> None:
    session = desk.session()
    desk.kiosk.talk.say(session, "Milk is in aisle 7.", "en")
    await desk.told(call(session=session), text="First")
    await desk.told(call(session=session), text="Second")
    await desk.later(1)
    assert desk.said() == ["Milk is in aisle 7."]
    desk.kiosk.talk.listen(session)
    await desk.later(1)
    desk.kiosk.talk.stop_listening(session, cancel=True)
    await desk.later(1)
    assert desk.said() == ["Milk is in aisle 7.", "Ana says: Second"]


async def test_after_an_answer_that_is_listened_over(desk: Desk) -> None:
    session = desk.session()
    await desk.kiosk.answered()
    await desk.told(call(session=session), text="By the door")
    assert desk.said() == ["Larkfield Whole Milk is $3.49, in aisle 7."]
    desk.kiosk.audio("playing", on=False)
    await desk.kiosk.settle()
    await desk.later(1)
    assert desk.said()[1:] == ["Ana says: By the door"]


async def test_what_had_to_wait_too_long_is_not_said(desk: Desk) -> None:
    session = desk.session()
    desk.kiosk.talk.listen(session)
    await desk.told(call(session=session), code="two_minutes")
    desk.kiosk.talk.stop_listening(session, cancel=True)
    await desk.later(LASTS_S)
    assert desk.said() == []


async def test_a_voice_that_failed_does_not_hold_it_up(desk: Desk) -> None:
    session = desk.session()
    desk.kiosk.parts.away.add("speaker")
    desk.kiosk.talk.say(session, "Milk is in aisle 7.", "en")
    assert desk.kiosk.talk.quiet, "there is nothing to wait for"
    desk.kiosk.parts.away.clear()
    await desk.told(call(session=session), text="By the door")
    assert desk.said() == ["Ana says: By the door"]
