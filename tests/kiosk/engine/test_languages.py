"""A shopper goes on in another language: answers, calls for staff and the voice follow, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import protocol
from kiosk.engine.core import Core
from kiosk.engine.errors import RequestError
from kiosk.engine.session import Session
from kiosk.engine.state import open_state
from kiosk.settings import Settings
from local_catalog import Catalog


@pytest.fixture
def core(tmp_path: Path, catalog: Catalog) -> Iterator[Core]:
    with open_state(tmp_path / "state.db") as connection:
        core = Core(Settings(data_dir=tmp_path), catalog, connection, None)
        yield core
        core.close()


@pytest.fixture
def session(core: Core) -> Session:
    return core.do(lambda: core.start_session("en"))


def choose(core: Core, session: Session, language: str) -> None:
    core.do(lambda: core.choose_language(protocol.ChooseLanguage(id=1, session=session.id, language=language)))


def test_the_session_goes_on_in_the_chosen_language(core: Core, session: Session) -> None:
    core.do(lambda: core.change_list(protocol.ChangeList(id=1, session=session.id, op="add", sku="130291")))
    choose(core, session, "es")
    answer, turn = core.ask(2, session.id, "leche de avena", "typed")
    assert turn.language == "es"
    assert answer.products
    again = core.do(lambda: core.change_list(protocol.ChangeList(id=3, session=session.id, op="show")))
    assert [line.card.sku for line in again.lines] == ["130291"]
    page = core.do(lambda: core.call_by_touch(protocol.CallStaff(id=4, session=session.id))).page
    assert page.language == "es"


def test_what_is_chosen_outlives_a_restart(core: Core, session: Session) -> None:
    choose(core, session, "fr")
    assert core.do(lambda: core.records.get(session.id)).language == "fr"


@pytest.mark.parametrize("asked", ["oat milk", "أين حليب الشوفان؟", "وين الحليب"])
def test_who_chose_arabic_is_answered_in_arabic(core: Core, session: Session, asked: str) -> None:
    choose(core, session, "ar")
    answer, turn = core.ask(2, session.id, asked, "typed")
    assert turn.language == "ar"
    assert answer.products


@pytest.mark.parametrize("language", ["xx", "", "EN", "en_US", "../../etc"])
def test_a_language_that_is_not_offered_changes_nothing(core: Core, session: Session, language: str) -> None:
    with pytest.raises(RequestError) as error:
        choose(core, session, language)
    assert error.value.code == "bad_request"
    assert session.language == "en"


@pytest.mark.parametrize(
    ("said", "code", "answered"),
    [
        ("¿habla español?", "es", "es"), ("parlez-vous français", "fr", "fr"), ("speak german", "de", "de"),
        ("do you speak arabic", "ar", "ar"),
    ],
)  # fmt: skip
def test_asked_for_by_talk_it_is_told_to_the_screen(
    core: Core, session: Session, said: str, code: str, answered: str
) -> None:
    answer, _ = core.ask(1, session.id, said, "spoken")
    assert answer.control == f"language:{code}"
    assert session.conversation.language == answered


def test_the_kiosks_own_language_comes_first(tmp_path: Path, catalog: Catalog) -> None:
    with open_state(tmp_path / "state.db") as connection:
        settings = Settings(data_dir=tmp_path, language="de")
        core = Core(settings, catalog, connection, None)
        assert core.languages == ["de", "en", "es", "fr", "ar"]
        core.close()
