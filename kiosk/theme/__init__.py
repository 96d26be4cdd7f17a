"""How the screen looks: the theme that comes with it, a retailer's own, and whether people can read it."""

from kiosk.theme.colours import contrast
from kiosk.theme.files import GLYPHS, ICONS, Department, Theme, ThemeError, read_logo, read_theme
from kiosk.theme.pairs import DRAWN, LOOKS, TEXTS, unreadable

__all__ = [
    "DRAWN", "GLYPHS", "ICONS", "LOOKS", "TEXTS", "Department", "Theme", "ThemeError", "contrast", "read_logo",
    "read_theme", "unreadable",
]  # fmt: skip
