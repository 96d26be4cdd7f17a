"""Calls on an MQTT broker: each open call is a retained message; claims and call buttons come back.

    PREFIX/kiosks/KIOSK/status     online or offline (by last will), retained
    PREFIX/calls/ID                the call as JSON, retained; empty once it is closed
    PREFIX/calls/ID/claim          to the kiosk: {"who": "Ana"}
    PREFIX/calls/ID/answer         from the kiosk: {"ok": true, ...} or {"ok": false, "error": "..."}
    PREFIX/buttons/NAME            to the kiosk: anything
    PREFIX/buttons/NAME/answer     from the kiosk, as above

What is retained is only believed when it is the kiosk's own: a retained claim or press would be repeated at each start.
Several kiosks may share a broker and a prefix.
"""

from __future__ import annotations

import asyncio
import json
import logging
import random
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

import aiomqtt

from kiosk.protocol import PageView
from kiosk.settings import ButtonSettings, MqttSettings
from kiosk.staff import NoSuchPage, StaffError, private
from kiosk.staff.hooks.engine import Engine, announcing
from kiosk.staff.hooks.hook import NOT_YET, TRY_S, HookError, Kind, News, as_json, facts
from kiosk.staff.hooks.secure import context
from kiosk.staff.hooks.trouble import trouble
from kiosk.staff.link import NotLive, Refused
from kiosk.staff.outbox import pause_s
from kiosk.staff.states import State

log = logging.getLogger(__name__)

_KEEPALIVE_S = 15
_MOST_PAYLOAD = 4096
_MOST_QUEUED = 200
_PRESS_LASTS_S = 120.0
"""How long a press waits for the engine, seconds."""


class Mqtt:
    """See `hook.Hook`."""

    name = "mqtt"
    try_s = TRY_S

    def __init__(self, settings: MqttSettings, buttons: tuple[ButtonSettings, ...], kiosk: str, engine: Engine) -> None:
        """`kiosk` is this kiosk's name. Raises StaffError when the password or certificate cannot be read."""
        self._settings = settings
        self._buttons = {button.name: button for button in buttons}
        self._kiosk = kiosk
        self._engine = engine
        self._password = private.secret(settings.password) if settings.password else None
        self._tls = context(settings.ca) if settings.tls or settings.ca else None
        self._port = settings.port or (8883 if self._tls else 1883)
        self._client: aiomqtt.Client | None = None
        self._pressing: dict[str, asyncio.Task[None]] = {}
        self._changed: Callable[[], None] = lambda: None
        self.trouble = NOT_YET
        self.note = ""

    def wants(self, news: News) -> bool:
        """Everything: the retained message is the call as it is."""
        del news
        return True

    async def send(self, news: News) -> str:
        """See `hook.Hook`."""
        if self._client is None:
            raise HookError(self.trouble)
        try:
            await self._publish(self._client, news)
        except aiomqtt.MqttError as error:
            raise HookError(_why(error)) from error
        return ""

    async def run(self, changed: Callable[[], None]) -> None:
        """Stay connected until cancelled."""
        self._changed = changed
        tries = 0
        try:
            while True:
                await self._engine.until_live()
                tries += 1
                try:
                    async with self._connect() as client:
                        await self._greet(client)
                        tries = 0
                        await self._listen(client)
                except (aiomqtt.MqttError, OSError) as error:
                    self._lost(_why(error))
                except (NotLive, Refused):
                    self._lost("waits for the kiosk")
                await asyncio.sleep(pause_s(max(tries, 1), random.random()))  # noqa: S311  spreads the load
        finally:
            for task in self._pressing.values():
                task.cancel()

    async def _listen(self, client: aiomqtt.Client) -> None:
        """Connected: announce, and take what comes back, until that ends."""
        self._client, self.trouble = client, ""
        self._changed()
        try:
            async for message in client.messages:
                await self._take(client, message)
        finally:
            self._client = None
            with suppress(aiomqtt.MqttError):  # a connection that is closed in good order has no last will
                await client.publish(self._status, b"offline", qos=0, retain=True)

    def _lost(self, why: str) -> None:
        if why != self.trouble:
            log.warning("mqtt: %s", why)
        self.trouble = why
        self._changed()

    def _connect(self) -> aiomqtt.Client:
        settings = self._settings
        return aiomqtt.Client(
            settings.host,
            self._port,
            username=settings.user or None,
            password=self._password,
            tls_context=self._tls,
            will=aiomqtt.Will(self._status, b"offline", qos=1, retain=True),
            keepalive=_KEEPALIVE_S,
            timeout=self.try_s,
            max_queued_incoming_messages=_MOST_QUEUED,
        )

    @property
    def _status(self) -> str:
        return f"{self._settings.prefix}/kiosks/{_level(self._kiosk)}/status"

    async def _greet(self, client: aiomqtt.Client) -> None:
        """What is retained becomes what is so: a broker may have lost it, or kept what has ended since."""
        prefix = self._settings.prefix
        for page in await self._engine.open_pages():
            # One that is just being claimed is told of by the claim.
            with suppress(NoSuchPage, Refused):
                async with announcing(self._engine, page.id) as now:
                    await self._publish(client, _news(now))
        await client.subscribe([(f"{prefix}/calls/+", 1), (f"{prefix}/calls/+/claim", 1), (f"{prefix}/buttons/+", 1)])
        await client.publish(self._status, b"online", qos=1, retain=True)

    async def _publish(self, client: aiomqtt.Client, news: News) -> None:
        payload = as_json(facts(news, words=self._settings.words)) if State(news.page.state).open else b""
        await client.publish(f"{self._settings.prefix}/calls/{news.page.id}", payload, qos=1, retain=True)

    # --- what comes back --------------------------------------------------------------------------------------------

    async def _take(self, client: aiomqtt.Client, message: aiomqtt.Message) -> None:
        prefix = f"{self._settings.prefix}/"
        topic, payload = message.topic.value, message.payload
        if not topic.startswith(prefix) or not isinstance(payload, bytes) or len(payload) > _MOST_PAYLOAD:
            return
        match topic[len(prefix) :].split("/"):
            case ["calls", page] if message.retain:
                await self._check_retained(client, page, payload)
            case ["calls", page, "claim"] if not message.retain:
                await self._claim(client, page, payload)
            case ["buttons", name] if not message.retain:
                self._press(client, name)

    async def _check_retained(self, client: aiomqtt.Client, page: str, payload: bytes) -> None:
        """Take back what was left of a call that is over, or that is this kiosk's and not known here any more. Others
        of the same broker look after theirs."""
        try:
            over = not State((await self._engine.page(page)).state).open
        except NoSuchPage:
            over = _object(payload).get("kiosk") == self._kiosk
        if over:
            await client.publish(f"{self._settings.prefix}/calls/{page}", b"", qos=1, retain=True)

    async def _claim(self, client: aiomqtt.Client, page: str, payload: bytes) -> None:
        who = _object(payload).get("who")
        topic = f"{self._settings.prefix}/calls/{page}/answer"
        if not isinstance(who, str) or not who.strip():
            return await _answer(client, topic, error='Say who takes it: {"who": "NAME"}')
        try:
            claimed = await self._engine.claim(page, who[:80])
        except NoSuchPage:
            return None  # it may be another kiosk's, which answers
        except NotLive:
            return await _answer(client, topic, error="The kiosk cannot be reached. Please try again.")
        except (StaffError, Refused) as error:
            return await _answer(client, topic, error=str(error))
        return await _answer(client, topic, state=claimed.state, claimed_by=claimed.claimed_by)

    def _press(self, client: aiomqtt.Client, name: str) -> None:
        button = self._buttons.get(name)
        if button is None:
            # Another kiosk of the same prefix may know it, so it is told and no more.
            self.note = f"a call button was pressed that is not in the settings: {name[:40]!r}"
            self._changed()
        elif name not in self._pressing:
            task = asyncio.create_task(self._pressed(client, button))
            self._pressing[name] = task
            task.add_done_callback(lambda _: self._pressing.pop(name, None))

    async def _pressed(self, client: aiomqtt.Client, button: ButtonSettings) -> None:
        """Call staff; the engine makes one call of several presses."""
        topic = f"{self._settings.prefix}/buttons/{button.name}/answer"
        try:
            async with asyncio.timeout(_PRESS_LASTS_S):
                page = await self._called(button)
            await _answer(client, topic, id=page.id, state=page.state, claimed_by=page.claimed_by)
        except (TimeoutError, Refused) as error:
            log.error("call button %s: staff could not be called (%s)", button.name, error)
            self.note = f"call button {button.name}: staff could not be called"
            self._changed()
        except aiomqtt.MqttError:
            return  # staff is called; only the button's lamp does not know

    async def _called(self, button: ButtonSettings) -> PageView:
        while True:
            try:
                await self._engine.until_live()
                return await self._engine.press(button.place, button.reason, button.department)
            except NotLive:
                await asyncio.sleep(0.2)


async def _answer(client: aiomqtt.Client, topic: str, *, error: str = "", **told: Any) -> None:
    await client.publish(topic, as_json({"ok": not error, **({"error": error} if error else told)}), qos=1)


def _object(payload: bytes) -> Mapping[str, Any]:
    """A JSON object; empty when it is none."""
    try:
        found = json.loads(payload)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _news(page: PageView) -> News:
    kind = Kind.RING if page.state == State.CALLED else Kind.CALM
    return News(f"{page.id}.{page.round}.{page.step}", kind, page, page.round, page.step)


def _level(name: str) -> str:
    """A name as one level of a topic."""
    return "".join("-" if ch in "/+#" or ch.isspace() else ch for ch in name) or "kiosk"


def _why(error: BaseException) -> str:
    """The broker's reason (not authorized ...), or the network's."""
    if isinstance(error, aiomqtt.MqttCodeError | aiomqtt.exceptions.MqttConnectError):
        return f"the broker says: {str(error).partition(']')[2].strip() or error}".lower()
    return trouble(error)
