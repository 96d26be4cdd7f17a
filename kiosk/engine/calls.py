"""Calls for staff: each step is on disk before anyone is told of it, and whatever is on disk is told of.

A step that was written, but not told because something failed or the engine ended, is told by the next `tidy`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from kiosk import insight, protocol
from kiosk.engine import page_views
from kiosk.engine.errors import RequestError
from kiosk.engine.recorder import Recorder
from kiosk.settings import KioskSettings, StaffSettings
from kiosk.staff import Page, PageStore, StaffError, Step
from kiosk.staff.times import Usual
from local_catalog import Product

if TYPE_CHECKING:  # a hub has no conversations
    from kiosk.engine.session import Session

MOST_STEPS = 1000
MOST_RECORDS = 200
BUTTON = "button:"
"""Begins the session of a call that was made by a button on the shop floor."""


class Calls:
    """The calls of one kiosk, and of those whose hub it is. For the core thread."""

    def __init__(
        self,
        store: PageStore,
        recorder: Recorder,
        kiosk: KioskSettings,
        *,
        product: Callable[[str], Product | None],
        on_page: Callable[[Page, tuple[Step, ...]], None],
        clock: Callable[[], datetime],
        language: str = "en",
        staff: StaffSettings | None = None,
        usual: Callable[[str | None, datetime], Usual] = lambda department, now: Usual(),
    ) -> None:
        """`product` knows a SKU; `on_page` is told of each call that took steps, and of these. `clock` gives an aware
        time; `language` is that of calls by button; `staff` says how long what is kept; `usual` how long calls for a
        department usually take at a time."""
        self._store = store
        self._recorder = recorder
        self._kiosk = kiosk
        self._product = product
        self._on_page = on_page
        self._clock = clock
        self._language = language
        staff = staff or StaffSettings()
        self._words_kept, self._kept = timedelta(hours=staff.words_h), timedelta(days=staff.keep_days)
        self._usual = usual

    # --- by shoppers ------------------------------------------------------------------------------------------------

    def create(
        self, session: Session, *, reason: str, department: str | None, urgent: bool, words: str, sku: str | None,
        said: str,
    ) -> Page:  # fmt: skip
        """Call staff. An open call for the same is returned again. Raises RequestError."""
        return self._stepped(
            lambda: self._store.create(
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

    def button(self, request: protocol.CallButton) -> protocol.PageReply:
        """A button on the shop floor was pressed: pressed again, the call stays one. Raises RequestError."""
        page = self._stepped(
            lambda: self._store.create(
                place=request.place,
                reason=request.reason,
                department=request.department,
                session=f"{BUTTON}{request.place}",
                language=self._language,
                now=self._clock(),
            )[0]
        )
        return self._reply(request, page)

    def cancel(self, request: protocol.CancelPage) -> protocol.PageReply:
        """The shopper needs nobody any more. Raises RequestError when it comes too late."""
        page = self._stepped(lambda: self._store.cancel(request.page, request.session, self._clock()))
        return self._reply(request, page, request.session)

    def add_words(self, request: protocol.AddWords) -> protocol.PageReply:
        """The shopper says more to an open call. Raises RequestError when it comes too late."""
        page = self._stepped(lambda: self._store.add_words(request.page, request.session, request.words, self._clock()))
        return self._reply(request, page, request.session)

    # --- by staff ---------------------------------------------------------------------------------------------------

    def step(self, request: protocol.StepPage) -> protocol.PageReply:
        """A step by staff. Raises RequestError when it comes too late."""
        page = self._stepped(
            lambda: self._store.step(
                request.page, request.step, request.who, self._clock(), to=request.to, outcome=request.outcome
            )
        )
        return self._reply(request, page)

    def message(self, request: protocol.MessagePage) -> protocol.PageReply:
        """Staff tell the shopper something. Raises RequestError when it comes too late."""
        page = self._stepped(
            lambda: self._store.tell(
                request.page, request.who, self._clock(), text=request.text, code=request.code, spoken=request.spoken
            )
        )
        return self._reply(request, page)

    # --- to look at -------------------------------------------------------------------------------------------------

    def pages(self, request: protocol.Pages) -> protocol.PagesReply:
        """All of a session, one, or all that are open. Raises RequestError when there is no such call."""
        if request.page is not None:
            pages: tuple[Page, ...] = (self._stepped(lambda: self._store.page(request.page or "")),)
        elif request.session is not None:
            pages = self._store.of_session(request.session)
        else:
            pages = self._store.open_pages()
        return protocol.PagesReply(id=request.id, pages=[self.view(page, request.session) for page in pages])

    def page(self, page_id: str, session: str | None = None) -> protocol.PageView:
        """One call, as that shopper sees it. Raises NoSuchPage."""
        return self.view(self._store.page(page_id), session)

    def view(self, page: Page, session: str | None = None) -> protocol.PageView:
        """A call as staff see it, or as one of its shoppers does."""
        usual = self._usual(page.department, self._clock()) if page.state.open else None
        product = self._product(page.sku) if page.sku else None
        return page_views.page_view(page, product, session, usual, self._store.lapses_at(page))

    def steps(self, request: protocol.StepsSince) -> protocol.StepsReply:
        """The history of all calls after a row."""
        last = self._store.last_step
        if request.after < 0:
            return protocol.StepsReply(id=request.id, steps=[], last=last)
        steps = self._store.steps_since(request.after, max(1, min(request.limit, MOST_STEPS)))
        views = {page: self.page(page) for page in {step.page for step in steps}}
        return protocol.StepsReply(
            id=request.id, steps=[page_views.step_view(step, views[step.page]) for step in steps], last=last
        )

    # --- several kiosks ---------------------------------------------------------------------------------------------

    def records(self, request: protocol.Records) -> protocol.RecordsReply:
        """Calls of a kiosk, whole, that took a step after a row."""
        pages, last = self._store.changed_since(request.after, request.kiosk, max(1, min(request.limit, MOST_RECORDS)))
        return protocol.RecordsReply(id=request.id, pages=[page_views.record(page) for page in pages], last=last)

    def reconcile(self, request: protocol.Reconcile) -> protocol.RecordsReply:
        """Take over what another machine knows. Raises RequestError when it makes no sense; then nothing is taken."""
        try:
            theirs = [page_views.page_of(record) for record in request.pages]
            pages = self._store.reconcile(theirs)
        except StaffError as error:
            raise RequestError(error.code, str(error)) from error
        self._tell()
        return protocol.RecordsReply(
            id=request.id, pages=[page_views.record(page) for page in pages], last=self._store.last_step
        )

    # --- by the clock -----------------------------------------------------------------------------------------------

    def tidy(self) -> float | None:
        """What time brings: calls that ring on or expire, words that are blanked. What was not told yet is. Returns the
        seconds until it next brings something, None when no call is open."""
        now = self._clock()
        self._usual(None, now)  # so that no shopper waits while the calls of the last weeks are read
        self._recorder.write(lambda: self._store.advance(now), now)
        self._tell()
        self._recorder.write(lambda: self._store.forget_words(now - self._words_kept), now)
        self._recorder.write(lambda: self._store.forget_before(now - self._kept), now)
        due = self._store.due()
        return None if due is None else max(0.0, (due - self._clock()).total_seconds())

    def _reply(self, request: protocol.Request, page: Page, session: str | None = None) -> protocol.PageReply:
        return protocol.PageReply(id=request.id, page=self.view(page, session))

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
                self._on_page(page, tuple(step for step in steps if step.page == page.id))
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
