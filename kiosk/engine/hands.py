"""What the assistant may do in a shopper's session."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

import apsw

from kiosk.assistant import FreshProduct, HandsError, ListLine, PageReceipt
from kiosk.engine.errors import RequestError
from kiosk.engine.session import Session
from kiosk.shoppers import ListError
from local_catalog import Product

if TYPE_CHECKING:
    from kiosk.engine.core import Core

T = TypeVar("T")


class SessionHands:
    """The assistant's hands in one session: each action is done on the core thread, on disk when it returns."""

    def __init__(self, core: Core, session: Session) -> None:
        self._core = core
        self._session = session

    def call_staff(
        self, *, reason: str, department: str | None, priority: str, words: str, sku: str | None, said: str
    ) -> PageReceipt:
        page = self._do(
            lambda: self._core.calls.create(
                self._session,
                reason=reason,
                department=department,
                urgent=priority == "urgent",
                words=words,
                sku=sku,
                said=said,
            )
        )
        return PageReceipt(page.id, page.reason, page.department, page.priority)

    def on_shift(self) -> int | None:
        return self._core.staffing.on_shift()

    def list_lines(self) -> tuple[ListLine, ...]:
        return self._do(lambda: self._core.list_lines(self._session.id))

    def list_set(self, sku: str, quantity: int) -> None:
        self._do(lambda: self._core.lists.set(self._session.id, sku, quantity))

    def list_clear(self) -> None:
        self._do(lambda: self._core.lists.clear(self._session.id))

    def fresh(self, products: Sequence[Product]) -> Mapping[str, FreshProduct]:
        live = self._core.live
        return live.ask_from_thread(products, self._core.catalog.info.synced_at) if live and products else {}

    def _do(self, work: Callable[[], T]) -> T:
        try:
            return self._core.do(work)
        except (apsw.Error, ListError, RequestError) as error:
            raise HandsError(str(error)) from error
