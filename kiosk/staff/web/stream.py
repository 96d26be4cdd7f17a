"""The live stream to a phone: the whole board first, then what changed, at most every PACE_S."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import msgspec

from kiosk.staff import Associate
from kiosk.staff.web.board import Board
from kiosk.staff.web.door import Door, SignedIn
from kiosk.staff.web.team import Team

BEAT_S = 10.0
"""Between signs of life, seconds. The page counts a stream silent for 2.5 of them as broken."""
PACE_S = 0.05
"""Between two messages to one phone, seconds; what happens meanwhile is told in one."""
MOST_PER_SESSION = 6


class Streams:
    """All streams that are open."""

    def __init__(self, board: Board, team: Team, door: Door, version: str) -> None:
        """`version` is that of the page's files: a phone with older ones loads the page again."""
        self._page = version.encode()
        self._board = board
        self._team = team
        self._door = door
        self._open: dict[str, int] = {}
        self._closing = False

    def full(self, me: SignedIn) -> bool:
        """This phone has as many streams as it may have."""
        return self._open.get(me.token, 0) >= MOST_PER_SESSION

    def close(self) -> None:
        """End all of them, so that the server can stop."""
        self._closing = True
        self._board.lost()

    async def follow(self, me: SignedIn) -> AsyncIterator[bytes]:
        """Server-sent events until the phone goes or is signed out."""
        self._open[me.token] = self._open.get(me.token, 0) + 1
        clock = asyncio.get_running_loop().time
        try:
            with self._board.subscribed() as changed:
                yield b"retry: 1000\n\n"
                phone = Phone(self._board, self._team, self._page)
                while not self._closing:
                    associate = self._door.who(me)
                    if associate is None:
                        yield b"event: signed-out\ndata: {}\n\n"
                        return
                    changed.clear()
                    yield phone.news(associate)
                    told = clock()
                    try:
                        async with asyncio.timeout(BEAT_S):
                            await changed.wait()
                    except TimeoutError:
                        continue
                    await asyncio.sleep(max(0.0, told + PACE_S - clock()))
        finally:
            self._open[me.token] -= 1
            if not self._open[me.token]:
                del self._open[me.token]


class Phone:
    """What one phone has been told."""

    def __init__(self, board: Board, team: Team, page: bytes) -> None:
        self._page = page
        self._board = board
        self._team = team
        self._version = -1
        self._about: bytes | None = None
        self._rings: list[str] | None = None

    def news(self, me: Associate) -> bytes:
        """The next event: the whole board, what changed, or a beat."""
        about = self._team.about(me, self._board)
        rings = self._team.rings(me, self._board)
        if about == self._about and self._version == self._board.version and rings == self._rings:
            return b"event: beat\ndata: {}\n\n"
        news = self._board.news(self._version) if about == self._about else None
        rung = b"" if news is not None and rings == self._rings else b',"rings":' + msgspec.json.encode(rings)
        self._version, self._about, self._rings = self._board.version, about, rings
        if news is None:
            whole = b'"page":"%b",%b%b%b' % (self._page, self._board.whole(), about, rung)
            return b"event: board\ndata: {%b}\n\n" % whole
        return b"event: news\ndata: {%b%b}\n\n" % (news, rung)
