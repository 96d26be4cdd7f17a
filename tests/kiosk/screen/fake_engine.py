"""A scripted engine on a real Unix socket, in a thread of its own."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from kiosk import protocol as p
from tests.kiosk.screen import shop

R = TypeVar("R", bound=p.Request)
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
"""When calls are made."""
ALL_WORKING = dict.fromkeys(("llm", "audio", "microphone", "speaker", "stt", "tts", "catalog", "staff"), "working")


class FakeEngine:
    """Answers the screen's requests as the engine would, remembers them, and pushes what a test tells it to.

    `script` maps a request type to a function that gives its reply, None for none at all; without one the request is
    answered from `shop`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.requests: list[p.Request] = []
        self.script: dict[type[p.Request], Callable[[Any], p.Reply | None]] = {}
        self.health = dict(ALL_WORKING)
        self.idle_s = 60.0
        self.languages = ["en", "es", "fr", "de", "ar"]
        self.sessions: set[str] = set()
        self.lists: dict[str, dict[str, list[Any]]] = {}
        self.pages: dict[str, p.PageView] = {}
        self._started = 0
        self._server: socket.socket | None = None
        self._peers: list[socket.socket] = []
        self._lock = threading.Lock()

    # --- life -------------------------------------------------------------------------------------------------------

    def start(self) -> None:
        self.path.unlink(missing_ok=True)
        server = socket.socket(socket.AF_UNIX)
        server.bind(str(self.path))
        server.listen()
        self._server = server
        threading.Thread(target=self._accept, args=(server,), daemon=True).start()

    def stop(self) -> None:
        """Gone, as if killed: the socket file stays."""
        if self._server is not None:
            self._server.shutdown(socket.SHUT_RDWR)
            self._server.close()
            self._server = None
        with self._lock:
            peers, self._peers = self._peers, []
        for peer in peers:
            with contextlib.suppress(OSError):
                peer.shutdown(socket.SHUT_RDWR)
            peer.close()

    def forget(self) -> None:
        """A restart that lost everything."""
        self.sessions.clear()
        self.lists.clear()

    # --- what tests ask -----------------------------------------------------------------------------------------------

    def asked(self, kind: type[R]) -> list[R]:
        """The requests of a kind so far."""
        return [request for request in list(self.requests) if isinstance(request, kind)]

    @property
    def connected(self) -> bool:
        with self._lock:
            return bool(self._peers)

    @property
    def session(self) -> str:
        return f"s{self._started}"

    def push(self, message: p.Push) -> None:
        self.push_raw(p.encode(message))

    def push_raw(self, line: bytes) -> None:
        with self._lock:
            peers = list(self._peers)
        for peer in peers:
            with contextlib.suppress(OSError):
                peer.sendall(line)

    def step(self, state: str, who: str | None = None, rung: int = 0, **values: object) -> None:
        """The newest page takes a step, told to the screen. rung: of the ladder; `values`: other fields of it."""
        self.change(state=state, claimed_by=who, step=rung, **values)

    def message(self, by: str, text: str = "", code: str = "") -> None:
        """Staff tell the shopper of the newest page something."""
        self.change(message=text, message_code=code, message_by=by, message_at=NOON.isoformat())

    def change(self, **values: object) -> None:
        """Other fields of the newest page, told to the screen."""
        page = list(self.pages.values())[-1]
        self.pages[page.id] = msgspec.structs.replace(page, **values)
        self.push(p.PageChanged(page=self.pages[page.id]))

    # --- the socket ---------------------------------------------------------------------------------------------------

    def _accept(self, server: socket.socket) -> None:
        while True:
            try:
                peer, _ = server.accept()
            except OSError:
                return
            with self._lock:
                self._peers.append(peer)
            threading.Thread(target=self._serve, args=(peer,), daemon=True).start()

    def _serve(self, peer: socket.socket) -> None:
        with contextlib.suppress(OSError):
            self._converse(peer)
        with self._lock:
            if peer in self._peers:
                self._peers.remove(peer)

    def _converse(self, peer: socket.socket) -> None:
        buffer = b""
        while data := peer.recv(65536):
            *lines, buffer = (buffer + data).split(b"\n")
            for line in lines:
                request = p.decode_request(line)
                reply = self._reply(request)
                self.requests.append(request)
                if reply is not None:
                    peer.sendall(p.encode(msgspec.structs.replace(reply, id=request.id)))

    def _reply(self, request: p.Request) -> p.Reply | None:
        if type(request) in self.script:
            return self.script[type(request)](request)
        session = getattr(request, "session", None)
        if session and session not in self.sessions and not isinstance(request, p.EndSession):
            return p.Failed(id=0, code="no_session")
        return self._default(request)

    def _default(self, request: p.Request) -> p.Reply:
        match request:
            case p.Hello():
                return p.Welcome(
                    id=0, version="0.1.0", kiosk="kiosk-1", place="Entrance", store="Larkfield Market",
                    languages=["en"], currency="USD", idle_s=self.idle_s, health=self.parts(),
                    screen_languages=self.languages, answers_in=["en", "de", "es", "fr"],
                )  # fmt: skip
            case p.StartSession():
                self._started += 1
                self.sessions.add(self.session)
                return p.SessionStarted(id=0, session=self.session)
            case p.EndSession():
                self.sessions.discard(request.session)
                return p.Done(id=0)
            case p.Home():
                return p.HomeReply(
                    id=0, store="Larkfield Market", open_until="22:00", departments=shop.DEPARTMENTS,
                    offers=[c for c in shop.CARDS if c.offer], popular=[shop.MILK, shop.BULB, shop.SHAMPOO, shop.OAT],
                )  # fmt: skip
            case p.StoreInfo():
                return shop.info()
            case p.FloorMap():
                return shop.floor()
            case p.Search():
                return self._search(request)
            case p.Complete():
                texts = ["oat drink", "oat drink barista", "oatmeal"] if request.prefix.startswith("oa") else []
                return p.Completions(id=0, prefix=request.prefix, texts=texts)
            case p.Look():
                found = shop.BY_SKU.get(shop.GTINS.get(request.code, request.code))
                if found is None:
                    return p.Failed(id=0, code="not_found")
                return p.ProductReply(id=0, product=shop.product(found))
            case p.Compare():
                return shop.comparison(request.skus)
            case p.Ask():
                return self.answer(request.text)
            case p.CallStaff():
                return self._call(request)
            case p.AddWords():
                page = self.pages[request.page]
                words = f"{page.words} / {request.words}" if page.words else request.words
                self.pages[page.id] = msgspec.structs.replace(page, words=words)
                return p.PageReply(id=0, page=self.pages[page.id])
            case p.CancelPage():
                self.pages[request.page] = msgspec.structs.replace(self.pages[request.page], state="cancelled")
                return p.PageReply(id=0, page=self.pages[request.page])
            case p.Pages():
                return p.PagesReply(id=0, pages=list(self.pages.values()))
            case p.ChangeList():
                return self._change(request)
            case p.ListCodes():
                return p.Codes(id=0, codes=shop.CODES)
            case _:
                return p.Done(id=0)

    # --- replies ------------------------------------------------------------------------------------------------------

    def parts(self) -> list[p.PartHealth]:
        return [p.PartHealth(name=name, state=state) for name, state in self.health.items()]

    def answer(self, text: str, **values: object) -> p.Answer:
        """An answer about the oat drink, or with other values."""
        fields: dict[str, Any] = {
            "session": self.session, "turn": f"turn{len(self.requests)}", "text": text,
            "say": "Yes. Fernbrook oat drink, barista style, is $2.79, in aisle 3, bay 2.", "intent": "find",
            "products": [shop.OAT], "suggestions": ["Where is it?", "Anything cheaper?", "Add it to my list"],
            "show": "results", "control": None, "offer_staff": False, "page": None, "sources": [], "path": "model",
            **values,
        }  # fmt: skip
        return p.Answer(id=0, **fields)

    def _search(self, request: p.Search) -> p.Results:
        words = request.query.lower().split()
        mended = ["oat" if word == "oot" else word for word in words]
        found = [
            c
            for c in shop.CARDS
            if all(word in f"{c.name} {c.brand} {c.category}".lower() for word in mended)
            and (not request.category or c.department == request.category)
            and (not request.offers or c.offer)
            and (not request.in_stock or c.stock)
            and (request.max_price is None or c.price <= request.max_price)
            and set(request.diet) <= set(shop.product(c).diet)
        ]
        if request.sort == "price":
            found.sort(key=lambda c: c.price)
        corrected = " ".join(mended) if mended != words else None
        cards = found[request.offset : request.offset + request.limit]
        return p.Results(
            id=0, query=request.query, corrected=corrected, total=len(found), offset=request.offset, cards=cards,
            suggestions=["oat"] if request.query == "wat" else [],
            facets=shop.facets(found) if request.facets else None,
        )  # fmt: skip

    def _call(self, request: p.CallStaff) -> p.PageReply:
        page = p.PageView(
            id=f"p{len(self.pages) + 1}", kiosk="kiosk-1", place="Entrance", reason=request.reason, department=None,
            priority="urgent" if request.urgent else "normal", state="called", words=request.words,
            product=shop.BY_SKU.get(request.sku or ""), changed_at=NOON.isoformat(), claimed_by=None,
            created_at=(NOON + timedelta(milliseconds=len(self.pages))).isoformat(), session=request.session,
        )  # fmt: skip
        self.pages[page.id] = page
        return p.PageReply(id=0, page=page)

    def _change(self, request: p.ChangeList) -> p.ListReply:
        lines = self.lists.setdefault(request.session, {})
        match request.op:
            case "add":
                lines.setdefault(request.sku, [0, False])[0] += 1
            case "set":
                lines[request.sku][0] = request.quantity
            case "remove":
                lines.pop(request.sku, None)
            case "tick":
                lines[request.sku][1] = not lines[request.sku][1]
            case "clear":
                lines.clear()
        return p.ListReply(
            id=0,
            lines=[p.ListLine(card=shop.BY_SKU[sku], quantity=n, done=done) for sku, (n, done) in lines.items()],
            total=sum(shop.BY_SKU[sku].price * n for sku, (n, _) in lines.items()),
            currency="USD",
        )
