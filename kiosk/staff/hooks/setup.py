"""Which hooks the settings want. What a hook needs is loaded only where it is wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from kiosk.protocol import PartHealth
from kiosk.settings import Settings
from kiosk.staff import StaffError
from kiosk.staff.hooks import PART
from kiosk.staff.hooks.engine import Engine, LinkedEngine
from kiosk.staff.hooks.hook import Hook
from kiosk.staff.link import EngineLink


def hooks(
    settings: Settings, engine: Engine, clock: Callable[[], datetime]
) -> Iterator[tuple[str, Callable[[], Hook]]]:
    """Each that is wanted, but gateways: its name, and what makes it, which raises StaffError."""
    staff = settings.staff
    if staff.mqtt.host:
        from kiosk.staff.hooks.mqtt import Mqtt

        yield "mqtt", lambda: Mqtt(staff.mqtt, staff.button, settings.kiosk.name, engine)
    if staff.webhook.url:
        from kiosk.staff.hooks.webhook import Webhook

        yield "webhook", lambda: Webhook(staff.webhook, clock)
    if staff.command.run:
        from kiosk.staff.hooks.command import Command

        yield "command", lambda: Command(staff.command)


def check(settings: Settings) -> Iterator[PartHealth]:
    """Whether each could be used, as far as that can be seen without announcing anything: for `aislewise doctor` while
    the kiosk is closed."""
    engine = LinkedEngine(EngineLink(settings.socket, on_push=lambda push: None), settings.data_dir)
    for name, make in hooks(settings, engine, lambda: datetime.now(UTC)):
        yield _checked(name, make)
    if settings.staff.gateways.file is not None:
        from kiosk.staff.hooks.gateways import Gateway, addresses

        gateways = settings.staff.gateways
        yield _checked("gateways", lambda: [Gateway(a, gateways, settings.language) for a in addresses(gateways)])


def _checked(name: str, make: Callable[[], object]) -> PartHealth:
    try:
        make()
    except StaffError as error:
        return PartHealth(name=PART + name, state="down", detail=str(error))
    return PartHealth(name=PART + name, state="absent", detail="set up; it works while the kiosk is open")
