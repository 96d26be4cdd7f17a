"""What makes the page an app on the phone: its manifest, its service worker, and the files they keep on the phone.

The files lie under a folder that is named after what is in them, `/static/<version>/`, so that a phone may keep them
for ever and a newer page never runs with older scripts. Calls are never kept.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from string import Template

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from kiosk.staff.web.pages import Pages
from kiosk.theme import GLYPHS, ICONS

_HERE = Path(__file__).parent
_STATIC = _HERE / "static"
_KEPT = (".css", ".js", ".svg")
"""Kinds of files that the page cannot do without."""


class Shell:
    """The app without its calls."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        files = sorted(path for path in _STATIC.rglob("*") if path.is_file())
        content = hashlib.sha256()
        others = [*sorted(_HERE.glob("texts/*/*.toml")), _HERE / "offline.html", _HERE / "sw.js", GLYPHS]
        for path in (*files, *others):
            content.update(path.name.encode() + path.read_bytes())
        self.version = content.hexdigest()[:16]
        kept = [path.relative_to(_STATIC).as_posix() for path in files if path.suffix in _KEPT]
        self._files = [*kept, GLYPHS.name]

    def routes(self) -> list[BaseRoute]:
        """For everybody: nothing here tells of a call or a person."""
        return [
            Route("/manifest.webmanifest", self._manifest, methods=["GET"]),
            Route("/sw.js", self._worker, methods=["GET"]),
            Route("/offline", self._offline, methods=["GET"]),
            Route(f"/static/{self.version}/{GLYPHS.name}", self._glyphs, methods=["GET"]),
            Mount("/icons", StaticFiles(directory=ICONS)),
            Mount(f"/static/{self.version}", StaticFiles(directory=_STATIC)),
            Mount("/static", StaticFiles(directory=_STATIC)),
        ]

    async def _manifest(self, request: Request) -> Response:
        words = self._pages.texts(request)
        manifest = json.loads((_STATIC / "manifest.webmanifest").read_text("utf-8"))
        told = {
            "name": words.say("board.app"),
            "short_name": words.say("board.calls"),
            "description": words.say("board.app_about"),
            "lang": words.language,
            "dir": words.direction,
        }
        return JSONResponse({**manifest, **told}, media_type="application/manifest+json")

    async def _worker(self, _request: Request) -> Response:
        """The service worker, which is another one whenever a file is."""
        source = Template((_HERE / "sw.js").read_text("utf-8"))
        keep = json.dumps(["/offline", *(f"/static/{self.version}/{name}" for name in self._files)])
        return Response(source.substitute(version=self.version, keep=keep), media_type="text/javascript")

    async def _glyphs(self, _request: Request) -> Response:
        return FileResponse(GLYPHS, media_type="text/javascript")

    async def _offline(self, request: Request) -> Response:
        return self._pages.show(request, "offline.html", version=self.version)
