"""A call in a few words for a messenger, in the kiosk's language."""

from __future__ import annotations

from datetime import datetime

from kiosk.staff.hooks.hook import News
from kiosk.staff.web.texts import texts

_AGAIN = 1
"""From this rung on it has rung before."""


def title(news: News, language: str) -> str:
    """One line: what for and where. A language without texts is told in English."""
    say, page = texts(language).say, news.page
    reason = "something_else" if page.reason == "other" else page.reason
    line = say("gateway.title", reason=say(f"board.reason.{reason}"), place=page.place)
    return say("gateway.urgent", title=line) if page.priority == "urgent" else line


def text(news: News, language: str, *, words: bool) -> str:
    """The rest, a few lines; the shopper's words and product only if `words`."""
    say, page = texts(language).say, news.page
    since = datetime.fromisoformat(page.created_at).astimezone()
    lines = [
        say("gateway.where", place=page.place, kiosk=page.kiosk),
        say("gateway.department", department=page.department) if page.department else "",
        say("gateway.since", time=f"{since:%H:%M}"),
        say("gateway.more", callers=page.callers) if page.callers > 1 else "",
        say("gateway.again") if news.step >= _AGAIN and page.priority != "urgent" else "",
    ]
    if words:
        lines.append(say("gateway.product", product=page.product.name) if page.product else "")
        lines.append(say("gateway.words", words=page.words) if page.words else "")
    return "\n".join(line for line in lines if line)
