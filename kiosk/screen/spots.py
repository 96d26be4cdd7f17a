"""Where things are on the screen: what is seen, what lies which way, what scrolls."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtQuick import QQuickItem

_EDGE = 24
"""What is scrolled into view keeps this far from the edge, pixels."""
_ASIDE = 2.5
"""How much more a pixel aside counts than one ahead."""


def visible(root: QQuickItem) -> Iterator[QQuickItem]:
    """All that is shown inside an item, parents first."""
    for child in root.childItems():
        if child.isVisible() and child.opacity() > 0:
            yield child
            yield from visible(child)


def is_field(item: QQuickItem | None) -> bool:
    """Something can be written in it."""
    return item is not None and item.inherits("QQuickTextInput")


def box(item: QQuickItem) -> QRectF:
    """Its place in the window, pixels."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def flickables(item: QQuickItem) -> Iterator[QQuickItem]:
    """What it is scrolled in, the innermost first."""
    outer = item.parentItem()
    while outer is not None:
        if outer.inherits("QQuickFlickable"):
            yield outer
        outer = outer.parentItem()


def within(item: QQuickItem, outer: QQuickItem) -> bool:
    """It is scrolled in `outer`."""
    return any(flickable is outer for flickable in flickables(item))


def seen(item: QQuickItem) -> bool:
    """Its centre is inside all that it can be scrolled in."""
    centre = QPointF(item.width() / 2, item.height() / 2)
    return all(flickable.contains(item.mapToItem(flickable, centre)) for flickable in flickables(item))


def nearest(here: QRectF, others: list[QQuickItem], right: int, down: int) -> QQuickItem | None:
    """What lies nearest that way, sideways distance counting more."""
    best: QQuickItem | None = None
    least = float("inf")
    centre = here.center()
    for other in others:
        there = box(other)
        if right:
            ahead = (there.center().x() - centre.x()) * right
            aside = max(0.0, there.top() - here.bottom(), here.top() - there.bottom())
        else:
            ahead = (there.center().y() - centre.y()) * down
            aside = max(0.0, there.left() - here.right(), here.left() - there.right())
        far = ahead + _ASIDE * aside + (abs(there.center().x() - centre.x()) * 0.01 if down else 0)
        if ahead > min(here.height(), there.height()) / 4 and far < least and (not right or aside == 0):
            best, least = other, far
    return best


def bring(item: QQuickItem) -> None:
    """Scroll so that the item is seen."""
    for flickable in flickables(item):
        content = flickable.property("contentItem")
        spot = item.mapRectToItem(content, QRectF(0, 0, item.width(), item.height()))
        for at, size, view, low, high in (
            ("contentX", "contentWidth", flickable.width(), spot.left(), spot.right()),
            ("contentY", "contentHeight", flickable.height(), spot.top(), spot.bottom()),
        ):
            now, whole = float(flickable.property(at)), float(flickable.property(size))
            if whole <= view:
                continue
            wanted = now
            if low - _EDGE < now:
                wanted = low - _EDGE
            elif high + _EDGE > now + view:
                wanted = high + _EDGE - view
            flickable.setProperty(at, min(max(wanted, 0.0), max(0.0, whole - view)))
