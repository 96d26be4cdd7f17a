"""`python -m kiosk.screen.translations`: brings the translations up to date.

Takes the texts out of the QML files into kiosk/screen/i18n/*.ts, makes the .qm files that the screen reads, and lists
what has no translation yet: write it into the .ts file (any editor, or `pyside6-linguist`) and run this again.
`--check` changes nothing and exits with 1 if something is out of date or missing.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

HERE = Path(__file__).parent
I18N = HERE / "i18n"
QML = HERE / "qml"
LANGUAGES = ("en", "es", "fr", "de", "ar")
SOURCE = "en"
"""The texts in the QML files; its .ts file has the plural forms only."""
SCRIPTS = Path(sys.executable).parent


class TranslationError(Exception):
    """A tool of Qt could not be run: the text names it and says what to do."""


def update(folder: Path) -> None:
    """Bring the .ts files of a folder up to date with the QML files, and its .qm files with them. Raises
    TranslationError."""
    for language in LANGUAGES:
        ts = folder / f"{language}.ts"
        plural = ["-pluralonly"] if language == SOURCE else []
        _run(
            "pyside6-lupdate", "-silent", "-locations", "none", "-no-obsolete", "-sort-messages", *plural,
            "-source-language", SOURCE, "-target-language", language, str(QML), "-ts", str(ts),
        )  # fmt: skip
        _run("pyside6-lrelease", "-silent", str(ts), "-qm", str(folder / f"{language}.qm"))


def missing(folder: Path) -> list[tuple[str, str, str]]:
    """Language, context and text of everything that has no finished translation."""
    found = []
    for language in LANGUAGES:
        root = ET.parse(folder / f"{language}.ts").getroot()  # noqa: S314  a file of our own
        for context in root.iter("context"):
            name = context.findtext("name", "")
            for message in context.iter("message"):
                translation = message.find("translation")
                if translation is None or translation.get("type") == "unfinished":
                    found.append((language, name, message.findtext("source", "")))
    return found


def stale() -> list[str]:
    """Names of the files that are not what `update` would make of them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for ts in I18N.glob("*.ts"):
            (folder / ts.name).write_bytes(ts.read_bytes())
        update(folder)
        return [path.name for path in sorted(folder.iterdir()) if path.read_bytes() != _bytes(I18N / path.name)]


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _run(tool: str, *arguments: str) -> None:
    try:
        subprocess.run([str(SCRIPTS / tool), *arguments], check=True, capture_output=True, text=True)
    except FileNotFoundError:
        raise TranslationError(
            f"{SCRIPTS / tool} is missing: install pyside6-essentials into this environment."
        ) from None
    except subprocess.CalledProcessError as error:
        raise TranslationError(f"{tool} failed: {error.stderr.strip() or error.stdout.strip()}") from None


def _refreshed(*, only_check: bool) -> list[str]:
    """What is out of date; without `only_check` it is brought up to date, so that nothing is."""
    if only_check:
        return stale()
    update(I18N)
    return []


def main() -> int:
    """Update, or check with `--check`; gives the exit code."""
    try:
        old = _refreshed(only_check="--check" in sys.argv[1:])
    except TranslationError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    for name in old:
        sys.stdout.write(f"{name} is out of date: run python -m kiosk.screen.translations\n")
    left = missing(I18N)
    for language, context, text in left:
        sys.stdout.write(f"{language}  {context}: {text}\n")
    sys.stdout.write(f"{len(left)} texts without a translation\n")
    return 1 if left or old else 0


if __name__ == "__main__":
    sys.exit(main())
