"""Getting a bigger model onto a kiosk: what is known, how it comes, and how it goes. Loaded by commands only."""

from models.installing.fetch import Progress
from models.installing.install import install, installed, remove
from models.installing.known import LANGUAGE, RECOGNISER, VOICE, KnownModel, known_models, wanted_memory
from models.installing.steps import HUB, Installed, Terms, UnvouchedError, Wish

__all__ = [
    "HUB",
    "LANGUAGE",
    "RECOGNISER",
    "VOICE",
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
