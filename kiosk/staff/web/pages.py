"""Pages of the staff page in the reader's language: what a template says, with every value made harmless."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from pathlib import Path
from string import Template

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from kiosk.staff.web.answers import cookie, set_cookie
from kiosk.staff.web.texts import LANGUAGES, Texts, preferred, texts

LANGUAGE_COOKIE = "aislewise_lang"
_NAMES = {"en": "English", "es": "Español", "fr": "Français", "de": "Deutsch", "ar": "العربية"}
_LANGUAGE_S = 365 * 86_400
_HERE = Path(__file__).parent


class Made(str):
    """Markup that was made here, of values that are harmless already."""

    __slots__ = ()


class _Page(Template):
    """`$value` and `${part.sentence}`: both are escaped."""

    braceidpattern = r"(?a:[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*)"


class Pages:
    """Templates beside this file. `store` gives the store's name, `spoken` the language the kiosk begins in."""

    def __init__(self, store: Callable[[], str], spoken: Callable[[], str]) -> None:
        self._store = store
        self._spoken = spoken
        self._templates: dict[str, _Page] = {}

    def texts(self, request: Request) -> Texts:
        """The words in the language that the reader chose, else that their browser asks for, else the kiosk's."""
        for language in (request.query_params.get("lang"), cookie(request, LANGUAGE_COOKIE)):
            if language in LANGUAGES:
                return texts(language)
        language = preferred(request.headers.get("accept-language", "")) or self._spoken()
        return texts(language if language in LANGUAGES else LANGUAGES[0])

    def show(self, request: Request, page: str, status: int = 200, /, **values: object) -> HTMLResponse:
        """The template of that name with its values; `$lang`, `$dir`, `$store`, `$head` and `$languages`, links to
        this page in the others, are always there. A language chosen with `?lang=` is remembered."""
        words = self.texts(request)
        shared = {
            "lang": words.language,
            "dir": words.direction,
            "store": self._store() or "Aislewise",
            "languages": _LINKS[words.language],
            "head": _HEAD,
        }
        filled = self._template(page).substitute(_escaped({**words.words, **shared, **values}))
        response = HTMLResponse(filled, status)
        if request.query_params.get("lang") == words.language:
            set_cookie(request, response, LANGUAGE_COOKIE, words.language, _LANGUAGE_S)
        return response

    def part(self, request: Request, part: str, /, **values: object) -> Made:
        """A piece of a page, for the value of another template."""
        return Made(self._template(part).substitute(_escaped({**self.texts(request).words, **values})))

    def sorry(self, request: Request, name: str, status: int, /, **values: object) -> Response:
        """What went wrong, as a page for a browser and as JSON for a script; `name` is that of a sentence."""
        words = self.texts(request).say(name, **values)
        if "text/html" not in request.headers.get("accept", ""):
            return JSONResponse({"error": words}, status)
        return self.show(request, "sorry.html", status, words=words)

    def _template(self, name: str) -> _Page:
        if name not in self._templates:
            self._templates[name] = _Page((_HERE / name).read_text("utf-8"))
        return self._templates[name]


def _escaped(values: Mapping[str, object]) -> dict[str, str]:
    return {name: value if isinstance(value, Made) else html.escape(str(value)) for name, value in values.items()}


_HEAD = Made((_HERE / "head.html").read_text("utf-8").rstrip())
"""What stands in the head of each page."""
_LINKS = {
    shown: Made(
        " ".join(
            f'<a href="?lang={language}" lang="{language}" hreflang="{language}">{name}</a>'
            for language, name in _NAMES.items()
            if language != shown
        )
    )
    for shown in LANGUAGES
}
"""By the language of the page: links to it in the others."""
