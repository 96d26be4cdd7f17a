"""Getting a bigger model onto a kiosk: what is known, how it comes, and how it goes. Loaded by commands only."""

from models.installing.fetch import Progress
from models.installing.install import HUB, Installed, Terms, UnvouchedError, Wish, install, installed, remove
from models.installing.known import KnownModel, known_models, wanted_memory

__all__ = [
    "HUB",
    "Installed",
    "KnownModel",
    "Progress",
    "Terms",
    "UnvouchedError",
    "Wish",
    "install",
    "installed",
    "known_models",
    "remove",
    "wanted_memory",
]
