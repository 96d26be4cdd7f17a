"""A call in a few words for a messenger, in the kiosk's language."""

from __future__ import annotations

import functools
import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk.staff.hooks.hook import News

_FILE = Path(__file__).with_name("words.toml")
_OTHERWISE = "en"
_AGAIN = 1
"""From this rung on it has rung before."""


def languages() -> tuple[str, ...]:
    """Those that calls can be told in (ISO 639-1)."""
    return tuple(_words())


def title(news: News, language: str) -> str:
    """One line: what for and where."""
    words, page = _of(language), news.page
    reasons = words["reason"]
    line: str = words["title"].format(reason=reasons.get(page.reason, reasons["other"]), place=page.place)
    return words["urgent"].format(title=line) if page.priority == "urgent" else line


def text(news: News, language: str, *, words: bool) -> str:
    """The rest, a few lines; the shopper's words and product only if `words`."""
    said, page = _of(language), news.page
    since = datetime.fromisoformat(page.created_at).astimezone()
    lines = [
        said["where"].format(place=page.place, kiosk=page.kiosk),
        said["department"].format(department=page.department) if page.department else "",
        said["since"].format(time=f"{since:%H:%M}"),
        said["more"].format(callers=page.callers) if page.callers > 1 else "",
        said["again"] if news.step >= _AGAIN and page.priority != "urgent" else "",
    ]
    if words:
        lines.append(said["product"].format(product=page.product.name) if page.product else "")
        lines.append(said["words"].format(words=page.words) if page.words else "")
    return "\n".join(line for line in lines if line)


def _of(language: str) -> dict[str, Any]:
    known = _words()
    return known.get(language, known[_OTHERWISE])


@functools.cache
def _words() -> dict[str, dict[str, Any]]:
    return tomllib.loads(_FILE.read_text("utf-8"))
