"""Drawings of packs from SVG files: a bottle, a box, an apple, in a brand's colours and with its name on them."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from kiosk.screen import plain
from kiosk.screen.packaging import Look, look
from kiosk.theme import ICONS

FOLDER = Path(__file__).parent / "packs"
DEFAULT_SIZE = 200
MOST = 2048
"""Longest side that is drawn, pixels."""
FAMILY = "Inter"
LONGEST_BRAND = 24
_LEAST_TEXT = 5
"""Smaller lettering, in pixels, would only be dirt."""
_COLOUR = re.compile(r"\$([a-z]+)")
_NAME_SHARE = 0.34
"""Of the height of a label, for the brand; the icon has the rest."""


class Packs(QQuickImageProvider):
    """`image://packs/<icon>/<department>/<category>/<brand>/<name>`, each percent-encoded: the drawing of a product."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._sources: dict[tuple[Path, str], str] = {}

    def requestImage(self, id: str, size: QSize, requested: QSize) -> QImage:  # noqa: A002, N802  Qt's names
        icon, department, category, brand, name = ([plain.text(unquote(p), 200) for p in id.split("/")] + [""] * 5)[:5]
        side = min(MOST, max(requested.width(), requested.height(), 0) or DEFAULT_SIZE)
        image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter, look(department, category, name, brand), icon, side)
        painter.end()
        return image

    def _draw(self, painter: QPainter, drawn: Look, icon: str, side: int) -> None:
        colours = dict(drawn.colours)
        source = _COLOUR.sub(lambda found: colours[found[1]], self._source(FOLDER, drawn.shape))
        renderer = QSvgRenderer(QByteArray(source.encode()))
        renderer.render(painter, QRectF(0, 0, side, side))
        scale = side / renderer.viewBoxF().width()

        def part(name: str) -> QRectF | None:
            if not renderer.elementExists(name):
                return None
            bounds = renderer.boundsOnElement(name)
            return QRectF(bounds.x() * scale, bounds.y() * scale, bounds.width() * scale, bounds.height() * scale)

        ink, label = QColor(colours["ink"]), part("label")
        name, sign = part("name"), part("glyph")
        if label is not None:
            inset = label.height() * 0.07
            label.adjust(inset, inset, -inset, -inset)
            cut = label.height() * _NAME_SHARE
            name = QRectF(label.x(), label.y(), label.width(), cut)
            sign = QRectF(label.x(), label.y() + cut, label.width(), label.height() - cut)
            _letter(painter, drawn.brand, name, ink)
        elif name is not None:
            _letter(painter, drawn.brand, name, QColor("white"))
        if sign is not None:
            self._sign(painter, icon, sign, ink)

    def _sign(self, painter: QPainter, icon: str, box: QRectF, ink: QColor) -> None:
        if not icon.replace("-", "").isalnum() or not (ICONS / f"{icon}.svg").is_file():
            return
        side = min(box.width(), box.height()) * 0.92
        spot = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        source = self._source(ICONS, icon).replace("currentColor", ink.name())
        QSvgRenderer(QByteArray(source.encode())).render(painter, spot)

    def _source(self, folder: Path, name: str) -> str:
        if (folder, name) not in self._sources:
            self._sources[folder, name] = (folder / f"{name}.svg").read_text("utf-8")
        return self._sources[folder, name]


def _letter(painter: QPainter, words: str, box: QRectF, ink: QColor) -> None:
    """Words as large as they fit; none where they would be too small to be told from dirt."""
    words = words[:LONGEST_BRAND]
    if not words:
        return
    font = QFont(FAMILY)
    font.setWeight(QFont.Weight.Bold)
    font.setPixelSize(100)
    metrics = QFontMetricsF(font)
    size = int(100 * min(box.width() / max(1.0, metrics.horizontalAdvance(words)), box.height() / metrics.height()))
    if size < _LEAST_TEXT:
        return
    font.setPixelSize(size)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
