"""Line icons from SVG files, in any colour and size."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from kiosk.theme import ICONS

DEFAULT_SIZE = 48


class Icons(QQuickImageProvider):
    """`image://icons/<name>/<colour>`: icons/<name>.svg drawn with `currentColor` as the colour (RRGGBB)."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._sources: dict[str, str] = {}

    def requestImage(self, id: str, size: QSize, requested: QSize) -> QImage:  # noqa: A002, N802  Qt's names
        name, _, colour = id.partition("/")
        width = requested.width() if requested.width() > 0 else DEFAULT_SIZE
        height = requested.height() if requested.height() > 0 else width
        image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        source = self._source(name).replace("currentColor", QColor(f"#{colour}").name())
        painter = QPainter(image)
        QSvgRenderer(QByteArray(source.encode())).render(painter)
        painter.end()
        return image

    def _source(self, name: str) -> str:
        if name not in self._sources:
            self._sources[name] = (ICONS / f"{name}.svg").read_text("utf-8")
        return self._sources[name]
