"""Asking the assistant from the command line: through the running engine, or with one of our own when none runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from kiosk import protocol
from kiosk.engine.catalog import ready_catalog
from kiosk.engine.client import EngineAwayError, EngineClient
from kiosk.engine.core import COMMAND_SESSION, Core
from kiosk.engine.model import WorkerModel
from kiosk.engine.parts import llm_worker
from kiosk.engine.state import open_state
from kiosk.settings import Settings

MODEL_READY_S = 30.0


class Asker(Protocol):
    """Answers turns of named sessions."""

    def ask(self, session: str, text: str, via: str = "typed") -> dict[str, object]:
        """One turn, as `aislewise ask --json` prints it."""
        ...


class _Remote:
    def __init__(self, client: EngineClient, prefix: str) -> None:
        self._client = client
        self._prefix = prefix
        self.names: set[str] = set()

    def ask(self, session: str, text: str, via: str = "typed") -> dict[str, object]:
        self.names.add(session)
        request = protocol.AskWhole(
            id=self._client.next_id(), session=f"{self._prefix}{session}", text=text[: protocol.MAX_LINE // 8], via=via
        )
        return {**self._client.request(request, protocol.WholeTurn).turn, "session": session}


class _Own:
    def __init__(self, core: Core) -> None:
        self._core = core

    def ask(self, session: str, text: str, via: str = "typed") -> dict[str, object]:
        return self._core.think_thread.submit(self._core.ask_whole, session, text, via).result()


@contextmanager
def asker(settings: Settings) -> Iterator[Asker]:
    """Whoever answers on this machine. Sessions end with the context; pages that were called stay."""
    try:
        client = EngineClient(settings.socket)
    except EngineAwayError:
        with _own(settings) as own:
            yield own
        return
    with client:
        remote = _Remote(client, f"{id(client):x}:")
        yield remote
        for name in remote.names:
            ended = protocol.EndSession(id=client.next_id(), session=f"{COMMAND_SESSION}{id(client):x}:{name}")
            client.request(ended, protocol.Done)


@contextmanager
def _own(settings: Settings) -> Iterator[_Own]:
    catalog = ready_catalog(settings)
    with open_state(settings.state_file) as connection:
        worker = llm_worker(settings)
        worker.start()
        core = Core(settings, catalog, connection, WorkerModel(worker))
        try:
            worker.wait_settled(MODEL_READY_S)
            yield _Own(core)
        finally:
            for session in core.do(core.command_sessions):
                core.do(lambda session=session: core.end_session(session, "left"))  # type: ignore[misc]
            core.close()
            worker.stop()
    catalog.close()
