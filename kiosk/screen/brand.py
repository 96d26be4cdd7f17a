"""The theme and the logo of the store, as QML sees them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, QUrl, Signal
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.theme import LOOKS, Theme, read_logo, read_theme

QML_IMPORT_NAME = "Aislewise"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class Appearance:
    """How the screen looks to each shopper at first. `theme` of None is the theme that comes with the kiosk."""

    theme: Path | None = None
    colour: str = ""
    """The store's colour, #RRGGBB."""
    logo: Path | None = None
    look: str = "light"
    """light, dark or contrast."""
    still: bool = False
    """Nothing moves."""
    reach: bool = False
    """All controls in the lower half."""
    scan_s: float = 0.0
    """Seconds from one row or control to the next for who has one switch; 0 for none."""


@QmlElement
@QmlSingleton
class Brand(QObject):
    """What is the same for each shopper. Only the look each visit begins with may change, by the operator."""

    lookChanged = Signal()  # noqa: N815  a name that QML sees

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        """Raises ThemeError."""
        super().__init__(parent)
        self._appearance = appearance
        self._chosen = ""
        self.theme: Theme = read_theme(appearance.theme, appearance.colour)
        self._logo = read_logo(appearance.logo) if appearance.logo else None

    @staticmethod
    def create(engine: QQmlEngine) -> QObject:
        """The one made by the application for this QML engine."""
        part: QObject = engine.property("brand")
        return part

    def _get_looks(self) -> dict[str, Any]:
        return {look: dict(colours) for look, colours in self.theme.looks.items()}

    def _get_sizes(self) -> dict[str, Any]:
        return {**self.theme.type, **self.theme.space, **self.theme.motion}

    def _get_departments(self) -> dict[str, Any]:
        return {name: asdict(department) for name, department in self.theme.departments.items()}

    def _get_family(self) -> str:
        return self.theme.family

    def _get_logo(self) -> str:
        return QUrl.fromLocalFile(str(self._logo)).toString() if self._logo else ""

    def choose(self, look: str) -> None:
        """Each visit begins with this look from now on; empty for the one that the screen was started with."""
        before, self._chosen = self._get_look(), look if look in LOOKS else ""
        if self._get_look() != before:
            self.lookChanged.emit()

    def _get_look(self) -> str:
        return self._chosen or self._appearance.look

    def _get_still(self) -> bool:
        return self._appearance.still

    def _get_reach(self) -> bool:
        return self._appearance.reach

    def _get_switch(self) -> bool:
        return self._appearance.scan_s > 0

    looks = Property(dict, _get_looks, constant=True)
    """Colours by look and name, #RRGGBB."""
    sizes = Property(dict, _get_sizes, constant=True)
    """Type and distances in pixels of a 1080x1920 panel, motion in milliseconds."""
    departments = Property(dict, _get_departments, constant=True)
    """By department: `icon`, and `hue` in degrees."""
    family = Property(str, _get_family, constant=True)
    logo = Property(str, _get_logo, constant=True)
    """Address of the store's logo, empty for none."""
    look = Property(str, _get_look, notify=lookChanged)
    still = Property(bool, _get_still, constant=True)
    reach = Property(bool, _get_reach, constant=True)
    oneSwitch = Property(bool, _get_switch, constant=True)  # noqa: N815  a name that QML sees
    """Somebody may have one switch: letters come up by rows instead of a keyboard."""
