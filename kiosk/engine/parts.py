"""The parts of a kiosk beside the engine: their processes, and how each of them is."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import replace

from kiosk.engine import sound
from kiosk.engine.child import command
from kiosk.engine.health import Health
from kiosk.engine.pipe import Fields
from kiosk.engine.staff_services import staff_services
from kiosk.engine.worker import Worker
from kiosk.protocol import PartHealth
from kiosk.settings import Settings
from local_catalog import Catalog
from voice import Vocabulary

log = logging.getLogger(__name__)

AUDIO_ALIVE_S = 5.0
VOCABULARY_S = 60.0

OnEvent = Callable[[str, Fields], None]
OnState = Callable[[str, str, str], None]
OnHealth = Callable[[PartHealth], None]


def llm_worker(settings: Settings, on_event: OnEvent | None = None, on_state: OnState | None = None) -> Worker:
    """The language model's process."""
    return Worker(
        "llm",
        command(
            "kiosk.engine.workers.llm",
            "--models", str(settings.models_dir),
            "--wanted", settings.model.wanted,
            "--threads", str(settings.model.threads),
        ),
        on_event=on_event, on_state=on_state,
    )  # fmt: skip


def stt_worker(
    settings: Settings, catalog: Catalog, on_event: OnEvent | None = None, on_state: OnState | None = None
) -> Worker:
    """The recogniser's process, for the languages of the kiosk and its store."""
    return Worker(
        "stt",
        command(
            "kiosk.engine.workers.stt",
            "--models", str(settings.models_dir),
            "--language", ",".join(sound.languages(settings, catalog)),
        ),
        on_event=on_event, on_state=on_state,
    )  # fmt: skip


def tts_worker(settings: Settings, on_event: OnEvent | None = None, on_state: OnState | None = None) -> Worker:
    """The speaking voice's process."""
    line = command("kiosk.engine.workers.tts", "--models", str(settings.models_dir))
    return Worker("tts", line, on_event=on_event, on_state=on_state)


def audio_worker(settings: Settings, on_event: OnEvent | None = None, on_state: OnState | None = None) -> Worker:
    """The process that holds microphone and speaker."""
    voice = settings.voice
    arguments = ("--microphone", voice.microphone, "--speaker", voice.speaker)
    line = command("kiosk.engine.workers.audio", *arguments)
    return Worker("audio", line, alive_s=AUDIO_ALIVE_S, on_event=on_event, on_state=on_state)


def teach_vocabulary(stt: Worker, words: Vocabulary) -> None:
    """Tell the recogniser what this store's shoppers may say. Raises WorkerError."""
    stt.call(
        "vocabulary", VOCABULARY_S,
        phrases=words.phrases, sentences=words.sentences, departments=words.departments, version=words.version,
        pronunciations=words.pronunciations,
    )  # fmt: skip


class Parts(Health):
    """Starts and stops the parts and keeps the record of their health.

    `on_event` gets the workers' events, `on_health` each change; both on the part's own thread.
    """

    def __init__(self, settings: Settings, catalog: Catalog, on_event: OnEvent, on_health: OnHealth) -> None:
        super().__init__(on_health)
        self._settings = settings
        self._words: Vocabulary | None = None
        """What the recogniser was taught last."""
        self._catalog = catalog
        self._on_event = on_event
        told = (self._event, self._state)
        self.llm = llm_worker(settings, *told)
        self.workers = [self.llm]
        self.audio: Worker | None = None
        self.stt: Worker | None = None
        self.tts: Worker | None = None
        if settings.voice.enabled:
            self.audio, self.stt, self.tts = (
                audio_worker(settings, *told), stt_worker(settings, catalog, *told), tts_worker(settings, *told),
            )  # fmt: skip
            self.workers += [self.audio, self.stt, self.tts]
        self.services = staff_services(settings, catalog.store.name, self)
        self._tell_of(catalog)
        for worker in self.workers:
            self._health[worker.name] = PartHealth(name=worker.name, state="starting")
        if not settings.voice.enabled:
            for name in ("microphone", "speaker", "stt", "tts"):
                self._health[name] = PartHealth(name=name, state="absent", detail="switched off in the settings")

    def start(self) -> None:
        """Start every process; returns at once."""
        for worker in self.workers:
            worker.start()
        for service in self.services:
            service.start()

    def stop(self) -> None:
        """End every process."""
        for service in self.services:
            service.stop()
        for worker in self.workers:
            worker.stop()

    def restarts(self) -> dict[str, Callable[[], None]]:
        """How each process is started anew, by its name."""
        workers = {worker.name: worker.kill for worker in self.workers}
        return workers | {service.name: service.restart for service in self.services}

    def serve(self, catalog: Catalog) -> None:
        """From now on another version of the catalog: the recogniser learns its words if they are others."""
        self._catalog = catalog
        self._tell_of(catalog)
        if self.is_working("stt"):
            self._teach()

    def _tell_of(self, catalog: Catalog) -> None:
        self.tell("catalog", "working", f"version {catalog.info.version}, {catalog.info.products} products")

    def _state(self, name: str, state: str, detail: str) -> None:
        if name == "audio" and state != "working":
            for device in ("microphone", "speaker"):
                self.tell(device, state, detail)
        if name == "stt" and state == "working":
            threading.Thread(target=self._teach, name="teach", daemon=True).start()
            return
        self.tell(name, state, detail)

    def _teach(self) -> None:
        """The recogniser works once it knows the store's words."""
        assert self.stt is not None
        known = self._words if self.is_working("stt") else None
        said, wrong = sound.pronunciations(self._settings)
        try:
            while self._words is None or self._words.version != self._catalog.info.version:
                self._words = sound.vocabulary(self._catalog, said)
            if known is None or replace(self._words, version=known.version) != known:
                teach_vocabulary(self.stt, self._words)
        except Exception as error:  # noqa: BLE001  whatever it is, the part is shown as down and tried again
            self.tell("stt", "down", str(error))
            self.stt.kill()
            return
        self.tell("stt", "working", f"{self.stt.detail}: {wrong}" if wrong else self.stt.detail)
        if self._words.version != self._catalog.info.version:
            # The catalog was changed in the meantime.
            self._teach()

    def _event(self, name: str, event: Fields) -> None:
        if name == "audio" and event.get("event") in ("ready", "devices"):
            for device in ("microphone", "speaker"):
                found = event.get(device)
                why = str(event.get("detail") or "") if not found else str(found)
                self.tell(device, "working" if found else "absent", why)
        if name == "audio" and event.get("event") == "wake":
            why = str(event.get("detail") or "")
            self.tell("wake word", "absent" if why else "working", why or str(event.get("word")))
        if name == "stt" and event.get("event") == "unlearnt":
            log.warning("the recogniser goes on with the words it has: %s", event.get("detail"))
        self._on_event(name, event)
