"""Calls for staff: each step is on disk before anyone is told of it, and whatever is on disk is told of.

A step that was written, but not told because something failed or the engine ended, is told by the next `tidy`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from kiosk import insight, protocol
from kiosk.engine import views
from kiosk.engine.errors import RequestError
from kiosk.engine.recorder import Recorder
from kiosk.engine.session import Session
from kiosk.settings import KioskSettings
from kiosk.staff import Page, PageStore, StaffError, Step
from local_catalog import Product

WORDS_KEPT = timedelta(days=1)
"""How long a call keeps the shopper's words."""


class Calls:
    """The calls of one kiosk. For the core thread."""

    def __init__(
        self,
        store: PageStore,
        recorder: Recorder,
        kiosk: KioskSettings,
        *,
        product: Callable[[str], Product | None],
        on_page: Callable[[Page], None],
        clock: Callable[[], datetime],
    ) -> None:
        """`product` knows a SKU; `on_page` is told of each call that took a step. `clock` gives an aware time."""
        self._store = store
        self._recorder = recorder
        self._kiosk = kiosk
        self._product = product
        self._on_page = on_page
        self._clock = clock

    def create(
        self, session: Session, *, reason: str, department: str | None, urgent: bool, words: str, sku: str | None,
        said: str,
    ) -> Page:  # fmt: skip
        """Call staff. An open call of the same session and reason is returned again. Raises RequestError."""
        return self._stepped(
            lambda: self._store.create(
                kiosk=self._kiosk.name,
                place=self._kiosk.place,
                reason=reason,
                department=department,
                priority="urgent" if urgent else "normal",
                words=words,
                said=said,
                sku=sku,
                session=session.id,
                language=session.language,
                now=self._clock(),
            )[0]
        )

    def cancel(self, request: protocol.CancelPage) -> protocol.PageReply:
        """The shopper needs nobody any more. Raises RequestError when it comes too late."""
        page = self._stepped(lambda: self._store.cancel(request.page, request.session, self._clock()))
        return protocol.PageReply(id=request.id, page=self.view(page))

    def add_words(self, request: protocol.AddWords) -> protocol.PageReply:
        """The shopper says more to an open call. Raises RequestError when it comes too late."""
        page = self._stepped(lambda: self._store.add_words(request.page, request.session, request.words, self._clock()))
        return protocol.PageReply(id=request.id, page=self.view(page))

    def step(self, request: protocol.StepPage) -> protocol.PageReply:
        """A step by staff. Raises RequestError when it comes too late."""
        page = self._stepped(lambda: self._store.step(request.page, request.step, request.who, self._clock()))
        return protocol.PageReply(id=request.id, page=self.view(page))

    def pages(self, request: protocol.Pages) -> protocol.PagesReply:
        """All of a session, or all that are open."""
        pages = self._store.of_session(request.session) if request.session else self._store.open_pages()
        return protocol.PagesReply(id=request.id, pages=[self.view(page) for page in pages])

    def page(self, page_id: str) -> protocol.PageView:
        """One call. Raises NoSuchPage."""
        return self.view(self._store.page(page_id))

    def view(self, page: Page) -> protocol.PageView:
        return views.page_view(page, self._product(page.sku) if page.sku else None)

    def tidy(self) -> None:
        """What time brings: calls that ring on or expire, words that are blanked. What was not told yet is."""
        now = self._clock()
        self._recorder.write(lambda: self._store.advance(now), now)
        self._tell()
        self._recorder.write(lambda: self._store.forget_words(now - WORDS_KEPT), now)

    def _stepped(self, step: Callable[[], Page]) -> Page:
        try:
            page = step()
        except StaffError as error:
            raise RequestError(error.code, str(error)) from error
        self._tell()
        return page

    def _tell(self) -> None:
        """Tell of every step that was written since the last one told; if that fails, the next time."""

        def work() -> None:
            steps = self._store.untold()
            pages = {step.page: self._store.page(step.page) for step in steps}
            for step in steps:
                self._record(pages[step.page], step)
            for page in pages.values():
                self._on_page(page)
            if steps:
                self._store.told(steps[-1])

        self._recorder.write(work, self._clock())

    def _record(self, page: Page, step: Step) -> None:
        waited_s = round((step.at - page.created_at).total_seconds(), 1)
        self._recorder.event(
            insight.PageStepped(
                page=page.id,
                state=str(step.state),
                reason=page.reason,
                department=page.department,
                priority=page.priority,
                waited_s=waited_s,
            ),
            self._clock(),
        )
