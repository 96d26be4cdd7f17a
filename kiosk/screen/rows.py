# ruff: noqa: N815  names that QML sees
"""A list model for QML that is changed by difference, so that lists keep their place and tiles are not rebuilt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Property, QAbstractListModel, QByteArray, QModelIndex, QObject, Qt, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Aislewise"
QML_IMPORT_MAJOR_VERSION = 1

Row = Mapping[str, Any]
_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()


@QmlElement
@QmlUncreatable("Rows belong to the parts of the screen")
class Rows(QAbstractListModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks __call__
    """Rows of plain values, one role `row`. Rows with the same `key` are the same thing."""

    countChanged = Signal()

    def __init__(self, key: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._rows: list[Row] = []

    @property
    def rows(self) -> Sequence[Row]:
        """The rows as they stand."""
        return tuple(self._rows)

    def _count(self) -> int:
        return len(self._rows)

    count = Property(int, _count, notify=countChanged)

    def rowCount(self, parent: Any = _ROOT) -> int:  # noqa: N802  Qt's name
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Any, role: int = _ROLE) -> Any:
        if role != _ROLE or not 0 <= index.row() < len(self._rows):
            return None
        return self._rows[index.row()]

    def roleNames(self) -> dict[int, QByteArray]:  # noqa: N802  Qt's name
        return {int(_ROLE): QByteArray(b"row")}

    def replace(self, rows: Sequence[Row]) -> None:
        """Make the model hold `rows` (keys must differ) with the fewest removals, moves, insertions and changes."""
        before = len(self._rows)
        wanted = {row[self._key] for row in rows}
        for at in range(len(self._rows) - 1, -1, -1):
            if self._rows[at][self._key] not in wanted:
                self.beginRemoveRows(_ROOT, at, at)
                del self._rows[at]
                self.endRemoveRows()
        for at, row in enumerate(rows):
            old = self._find(row[self._key], at)
            if old is None:
                self.beginInsertRows(_ROOT, at, at)
                self._rows.insert(at, row)
                self.endInsertRows()
                continue
            if old != at:
                self.beginMoveRows(_ROOT, old, old, _ROOT, at)
                self._rows.insert(at, self._rows.pop(old))
                self.endMoveRows()
            if self._rows[at] != row:
                self._rows[at] = row
                self.dataChanged.emit(self.index(at), self.index(at), [int(_ROLE)])
        if len(self._rows) != before:
            self.countChanged.emit()

    def append(self, rows: Sequence[Row]) -> None:
        """Add rows at the end; those whose key is there already are left out."""
        known = {row[self._key] for row in self._rows}
        fresh = [row for row in rows if row[self._key] not in known]
        if fresh:
            self.beginInsertRows(_ROOT, len(self._rows), len(self._rows) + len(fresh) - 1)
            self._rows += fresh
            self.endInsertRows()
            self.countChanged.emit()

    def change(self, key: str, **values: Any) -> Row | None:
        """Set values of one row. Gives it as it is then, None if it is not there."""
        at = self._find(key, 0)
        if at is None:
            return None
        self._rows[at] = {**self._rows[at], **values}
        self.dataChanged.emit(self.index(at), self.index(at), [int(_ROLE)])
        return self._rows[at]

    def _find(self, key: str, start: int) -> int | None:
        return next((at for at in range(start, len(self._rows)) if self._rows[at][self._key] == key), None)
