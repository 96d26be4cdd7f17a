"""What the operator has chosen at this kiosk, beside the settings: DIR/choices.json."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass
from typing import Any

from kiosk.settings import Settings
from kiosk.staff import private
from kiosk.theme import LOOKS

log = logging.getLogger(__name__)

FILE = "choices.json"
LOUDNESS = (0.1, 4.0)
"""As the setting `voice.volume`."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What is None or empty is as the settings and the catalog say."""

    volume: float | None = None
    """How loud each shopper first hears the kiosk; 1 is as the voice gives it."""
    languages: tuple[str, ...] = ()
    """Of those that the store's catalog has."""
    look: str = ""


def load(settings: Settings) -> Choices:
    """What was chosen. A file that makes no sense counts for nothing, and is named in the log."""
    path = settings.data_dir / FILE
    try:
        return _checked(json.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        return Choices()
    except (OSError, ValueError, TypeError, KeyError) as error:
        log.warning("%s: cannot be used (%s); the settings count, until the operator chooses anew", path, error)
        return Choices()


def save(settings: Settings, choices: Choices) -> None:
    """On return it is on disk. Raises OSError."""
    private.write(settings.data_dir / FILE, json.dumps(asdict(choices)) + "\n")


def _checked(fields: dict[str, Any]) -> Choices:
    volume, languages, look = fields["volume"], tuple(fields["languages"]), fields["look"]
    if volume is not None and not LOUDNESS[0] <= volume <= LOUDNESS[1]:
        raise ValueError("volume is out of range")
    if not all(isinstance(language, str) for language in languages) or look not in ("", *LOOKS):
        raise ValueError("a language or look that is none")
    return Choices(volume, languages, look)
