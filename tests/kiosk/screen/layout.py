"""What is wrong with how a page is laid out: words cut, outside of where they belong, or under something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF
from PySide6.QtQuick import QQuickItem

from tests.kiosk.screen.hand import Hand, kind

EDGE = 2.0
"""How far something may stand over an edge, pixels: less is rounding."""
LEADING = 0.1
"""Share of the size of its type that a line is empty above and below its letters."""
COVER = 0.4
"""Share of the window's width and height from which on something covers what is below it."""
SMALL = 0.25
"""Share of a control that a lesser one may take that lies wholly inside it, such as the cross of a card."""
SMALLEST = 12
"""What Qt takes as least size of a text that is made smaller to fit, pixels, where nothing is said."""
BREAKS = 1.02
"""Width of a word, in widths of its text, from which on it is broken: measuring is a little off."""
FAR = 100_000.0
"""Pixels beyond all that is scrolled."""


@dataclass(frozen=True, slots=True)
class Clip:
    """Something that shows only what lies inside it. `reach`: the same with what can be scrolled into it; `up` and
    `down`: how far its content can still be moved, pixels."""

    rect: QRectF
    reach: QRectF
    up: float = 0.0
    down: float = 0.0


@dataclass(frozen=True, slots=True)
class Thing:
    """A text, a control or an opaque ground: where it is in the window, when it is painted, and what cuts it off."""

    item: QQuickItem
    rect: QRectF
    order: int
    clips: tuple[Clip, ...]
    above: tuple[QQuickItem, ...]

    def __str__(self) -> str:
        return f"{_named(self.item)} {_size(self.rect)}"

    def beside(self, other: Thing) -> QRectF:
        """What can be seen of it beside the other one: what both scroll with is taken as scrolled to."""
        rect = self.rect
        for clip in self.clips:
            if clip not in other.clips:
                rect = rect.intersected(clip.rect)
        return rect


class Layout:
    """All that is shown in the window at one time."""

    def __init__(self, hand: Hand) -> None:
        self._window = QRectF(0, 0, hand.window.width(), hand.window.height())
        self.texts: list[Thing] = []
        self.controls: list[Thing] = []
        self._grounds: list[Thing] = []
        self._count = 0
        self._walk(hand.window.contentItem(), (), ())

    def places(self) -> list[object]:
        """The same as before if nothing has moved."""
        return [thing.rect.getRect() for thing in (*self.texts, *self.controls)]

    def faults(self, own: Iterable[str] = ()) -> list[str]:
        """One line each. `own`: words of the store's, such as a product's name, which may be cut where they are read
        aloud in full."""
        return sorted(
            {
                *self._cut(tuple(own)),
                *self._broken(tuple(own)),
                *self._outside(),
                *self._touched_twice(),
                *self._over_text(),
                *self._hidden(),
            }
        )

    # --- seeing -------------------------------------------------------------------------------------------------------

    def _walk(self, item: QQuickItem, above: tuple[QQuickItem, ...], clips: tuple[Clip, ...]) -> None:
        """In the order in which Qt paints."""
        self._count += 1
        rect = _rect(item)
        if item.inherits("QQuickText"):
            if item.property("text"):
                self.texts.append(Thing(item, _letters(item), self._count, clips, above))
        elif item.inherits("QQuickAbstractButton") or item.inherits("QQuickTextField"):
            self.controls.append(Thing(item, rect, self._count, clips, above))
        elif item.inherits("QQuickRectangle") and _opaque(item):
            self._grounds.append(Thing(item, rect, self._count, clips, above))
        elif _keyboard(item):
            return
        if _covers(item, rect, self._window):
            self._cover(rect)
        if item.clip():
            clips = (*clips, _clip(item, rect))
        above = (*above, item)
        for child in sorted(item.childItems(), key=lambda child: child.z()):
            if child.isVisible() and child.opacity() > 0:
                self._walk(child, above, clips)

    def _cover(self, rect: QRectF) -> None:
        """What was painted below it, or is scrolled out of sight, is neither read nor touched."""
        for things in (self.texts, self.controls, self._grounds):
            things[:] = [thing for thing in things if (seen := _seen(thing)).isValid() and not seen.intersects(rect)]

    # --- judging ------------------------------------------------------------------------------------------------------

    def _cut(self, own: tuple[str, ...]) -> Iterator[str]:
        for text in self.texts:
            if text.item.property("truncated") and not (
                any(words in _words(text.item) for words in own) and _read_aloud(text)
            ):
                yield f"{text} is cut"

    def _broken(self, own: tuple[str, ...]) -> Iterator[str]:
        for text in self.texts:
            # A text that is made smaller to fit says how small it may be.
            shrinks = text.item.property("minimumPixelSize") != SMALLEST
            if text.item.property("lineCount") < 2 or shrinks or any(words in _words(text.item) for words in own):
                continue
            measure = QFontMetricsF(text.item.property("font"))
            for word in _words(text.item).replace("-", "- ").split():
                if measure.horizontalAdvance(word) > BREAKS * text.item.width():
                    yield f"{text} is broken inside {word!r}"

    def _outside(self) -> Iterator[str]:
        for text in self.texts:
            rect = text.rect
            for holder in reversed(text.above):
                inner = _rect(holder)
                if _holds(holder) and inner.intersects(rect) and _sticks_out(rect, inner):
                    yield f"{text} sticks out of {_named(holder)} {_size(inner)}"
                if holder.clip():
                    rect = rect.intersected(inner)
        for thing in (*self.texts, *self.controls):
            rect = thing.rect
            for clip in (*reversed(thing.clips), Clip(self._window, self._window)):
                if _sticks_out(rect, clip.reach):
                    yield f"{thing} is cut off at {_size(clip.rect)}"
                rect = rect.intersected(clip.rect)
                if rect.isEmpty():
                    break

    def _touched_twice(self) -> Iterator[str]:
        for one, other in combinations(self.controls, 2):
            nested = one.item in other.above or _inside(other.beside(one), one.rect, self._window)
            if one.rect.intersects(other.rect) and not nested and _meet(one, other):
                yield f"{one} and {other} are touched at the same spot"

    def _over_text(self) -> Iterator[str]:
        for one, other in combinations(self.texts, 2):
            if one.rect.intersects(other.rect) and _meet(one, other):
                yield f"{one} and {other} lie over each other"

    def _hidden(self) -> Iterator[str]:
        for text in self.texts:
            for ground in self._grounds:
                if ground.order > text.order and text.rect.intersects(ground.rect) and _meet(text, ground):
                    yield f"{text} lies under {_named(ground.item)} {_size(ground.rect)}"


def settled(hand: Hand) -> Layout:
    """The window once nothing in it moves any more."""
    seen = [Layout(hand)]

    def rests() -> bool:
        hand.settle(10)
        seen.append(Layout(hand))
        # What a list has just made has no size yet.
        made = all(control.rect.isValid() for control in seen[-1].controls)
        return hand.screen.link.quiet and made and len(seen) > 2 and seen[-1].places() == seen[-2].places()

    hand.until(rests, "the page at rest")
    return seen[-1]


def _rect(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _letters(text: QQuickItem) -> QRectF:
    """Where the letters of a text are."""
    empty = LEADING * text.property("font").pixelSize()
    return text.mapRectToScene(text.boundingRect().adjusted(0, empty, 0, -empty))


def _clip(item: QQuickItem, rect: QRectF) -> Clip:
    if not item.inherits("QQuickFlickable"):
        return Clip(rect, rect)
    wide, tall, left, right, top, bottom, y, first = (
        float(item.property(name))
        for name in (
            "contentWidth", "contentHeight", "leftMargin", "rightMargin", "topMargin", "bottomMargin", "contentY",
            "originY",
        )
    )  # fmt: skip
    aside = FAR if wide + left + right > item.width() else 0
    along = FAR if tall + top + bottom > item.height() else 0
    reach = rect.adjusted(-aside, -along, aside, along)
    return Clip(rect, reach, max(0.0, first + tall + bottom - item.height() - y), max(0.0, y - first + top))


def _opaque(item: QQuickItem) -> bool:
    return QColor(item.property("color")).alpha() == 255


def _keyboard(item: QQuickItem) -> bool:
    return item.property("externalLanguageSwitchEnabled") is not None


def _holds(item: QQuickItem) -> bool:
    """Its edge is seen, or touched."""
    return item.inherits("QQuickAbstractButton") or (item.inherits("QQuickRectangle") and _opaque(item))


def _covers(item: QQuickItem, rect: QRectF, window: QRectF) -> bool:
    """It takes the page's place, or darkens it, or passes over it for a moment."""
    if item.inherits("QQuickRectangle"):
        if kind(item) == "Toast":
            return True
        veil = 0.3 < QColor(item.property("color")).alphaF() < 1
        return veil and rect.width() > COVER * window.width() and rect.height() > COVER * window.height()
    return item.inherits("QQuickMouseArea") and rect.contains(window)


def _seen(thing: Thing) -> QRectF:
    rect = thing.rect
    for clip in thing.clips:
        rect = rect.intersected(clip.rect)
    return rect


def _inside(small: QRectF, large: QRectF, window: QRectF) -> bool:
    """A lesser control of a card, or anything on what closes a sheet when it is touched beside it."""
    share = small.width() * small.height() / max(1.0, large.width() * large.height())
    ground = large.width() > COVER * window.width() and large.height() > COVER * window.height()
    return (share <= SMALL or ground) and large.contains(small)


def _sticks_out(rect: QRectF, of: QRectF) -> bool:
    return not of.adjusted(-EDGE, -EDGE, EDGE, EDGE).contains(rect)


def _meet(one: Thing, other: Thing) -> bool:
    """Whether they stay in each other's way, the page scrolled so that they do not if it can be."""
    both = one.beside(other).intersected(other.beside(one))
    if both.width() <= EDGE or both.height() <= EDGE:
        return False
    lower, upper = sorted((one, other), key=lambda thing: thing.order)
    moved = [clip for clip in lower.clips if clip not in upper.clips]
    return not any(
        clip.up >= lower.rect.bottom() - upper.rect.top() or clip.down >= upper.rect.bottom() - lower.rect.top()
        for clip in moved
    )


def _read_aloud(text: Thing) -> bool:
    """Something around it says all of it."""
    for item in (text.item, *reversed(text.above)):
        reader = QAccessible.queryAccessibleInterface(item)
        name = reader.text(QAccessible.Text.Name) if reader is not None else ""
        if name and all(part in name for part in _words(text.item).split(" · ")):
            return True
    return False


def _words(item: QQuickItem) -> str:
    return str(item.property("text") or item.property("placeholderText") or "")


def _named(item: QQuickItem) -> str:
    return repr(_words(item)) if _words(item) else kind(item)


def _size(rect: QRectF) -> str:
    return f"({rect.width():.0f}x{rect.height():.0f} at {rect.x():.0f},{rect.y():.0f})"
