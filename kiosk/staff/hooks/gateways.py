"""Messengers, SMS, mail and the like: each line of the store's file is a hook of its own, so that none holds up another
and none is told twice because another failed."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.settings import GatewaySettings
from kiosk.staff import StaffError, private
from kiosk.staff.hooks.hook import TRY_S, HookError, Kind, News
from kiosk.staff.hooks.threads import Threads
from kiosk.staff.hooks.wording import text, title
from kiosk.staff.rules import EVERYONE

if TYPE_CHECKING:
    from apprise import Apprise

_LINE = re.compile(r"(?:(?P<departments>[^:=]+)=)?\s*(?P<url>(?P<schema>[a-zA-Z][a-zA-Z0-9]*)://\S+)\s*")
_MOST = 20
_CODE = re.compile(r"error=(\d{3})\b")


@dataclass(frozen=True, slots=True)
class Address:
    """One line of the file. `url` holds secrets; `name` tells which of the addresses it is, without them."""

    name: str
    url: str
    departments: frozenset[str]


def addresses(settings: GatewaySettings) -> tuple[Address, ...]:
    """What the file says. Raises StaffError naming file and line, never their text."""
    assert settings.file is not None
    found: list[Address] = []
    for number, line in enumerate(private.lines(settings.file).splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        read = _LINE.fullmatch(line.strip())
        if read is None:
            raise StaffError(f"{settings.file}: line {number} is no address; write it as SCHEME://... of Apprise")
        tags = (read["departments"] or "").split(",")
        departments = frozenset(tag.strip().casefold() for tag in tags if tag.strip())
        found.append(Address(f"gateway {len(found) + 1} {read['schema'].lower()}", read["url"], departments))
    if len(found) > _MOST or len({address.url for address in found}) < len(found):
        raise StaffError(f"{settings.file}: each address once, at most {_MOST} of them")
    return tuple(found)


class Gateway:
    """See `hook.Hook`. Rings only: a second message that all is well would be one more to read."""

    try_s = TRY_S
    trouble = ""
    note = ""

    def __init__(self, address: Address, settings: GatewaySettings, language: str) -> None:
        """Raises StaffError when Apprise knows no such address."""
        self.name = address.name
        self._departments = address.departments
        self._words = settings.words
        self._language = language
        self._threads = Threads()
        self._service = _service(address)

    def wants(self, news: News) -> bool:
        """Rings of its departments; those that ring everyone, and those that belong nowhere, ring everywhere. One that
        was handed over to somebody is theirs alone, on their phone."""
        page = news.page
        if page.only is not None:
            return False
        mine = not self._departments or not page.department or page.department.casefold() in self._departments
        return news.kind is Kind.RING and (mine or news.step == EVERYONE)

    async def run(self, changed: Callable[[], None]) -> None:
        """Nothing goes on between messages."""

    async def send(self, news: News) -> str:
        """See `hook.Hook`."""
        heading, body = title(news, self._language), text(news, self._language, words=self._words)
        wrong = await self._threads.run(lambda: _notify(self._service, heading, body))
        if wrong:
            raise HookError(wrong)
        return ""


def _service(address: Address) -> Apprise:
    import apprise  # loads some hundred services: who has none of them starts without

    logger = logging.getLogger("apprise")
    logger.propagate = False
    logger.addHandler(logging.NullHandler())
    service = apprise.Apprise(asset=apprise.AppriseAsset(app_id="Aislewise", async_mode=False, secure_logging=True))
    if not service.add(address.url):
        raise StaffError("Apprise knows no such address, or something in it is missing: see its page on that service")
    return service


def _notify(service: Apprise, heading: str, body: str) -> str:
    """Why it was not sent; empty when it was. Apprise's own text may quote what was sent."""
    result = service.notify(body=body, title=heading)
    if result:
        return ""
    logs = "\n".join(str(line) for line in result.logs())
    if code := _CODE.search(logs):
        return f"the service answered {code[1]}"
    return "the service cannot be reached" if "onnection error" in logs else "the service did not take it"
