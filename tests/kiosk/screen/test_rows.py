"""The list model changes by difference and never lies to its view."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QAbstractItemModelTester

from kiosk.screen.rows import Rows

contents = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.integers(0, 2)), unique_by=lambda row: row[0], max_size=8)


def rows_of(pairs: list[tuple[str, int]]) -> list[dict[str, object]]:
    return [{"key": key, "value": value} for key, value in pairs]


@settings(max_examples=150, deadline=None)
@given(st.lists(contents, min_size=1, max_size=5))
def test_any_contents_after_any_other(steps: list[list[tuple[str, int]]]) -> None:
    model = Rows("key")
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for pairs in steps:
        model.replace(rows_of(pairs))
        assert list(model.rows) == rows_of(pairs)
        assert model.count == len(pairs)
    assert tester is not None


def test_rows_that_stay_are_not_touched(qapp: QCoreApplication) -> None:
    model = Rows("key")
    model.replace(rows_of([("a", 1), ("b", 1), ("c", 1)]))
    seen: list[str] = []
    model.rowsInserted.connect(lambda *_: seen.append("in"))
    model.rowsRemoved.connect(lambda *_: seen.append("out"))
    model.rowsMoved.connect(lambda *_: seen.append("move"))
    model.dataChanged.connect(lambda *_: seen.append("change"))
    model.modelReset.connect(lambda: seen.append("reset"))
    model.replace(rows_of([("a", 1), ("b", 2), ("c", 1), ("d", 1)]))
    assert seen == ["change", "in"]


def test_append_leaves_out_what_is_there(qapp: QCoreApplication) -> None:
    model = Rows("key")
    model.replace(rows_of([("a", 1)]))
    model.append(rows_of([("a", 5), ("b", 1)]))
    assert list(model.rows) == rows_of([("a", 1), ("b", 1)])


def test_change_of_one_row(qapp: QCoreApplication) -> None:
    model = Rows("key")
    model.replace(rows_of([("a", 1), ("b", 1)]))
    model.change("b", value=7)
    model.change("nobody", value=9)
    assert list(model.rows) == rows_of([("a", 1), ("b", 7)])
