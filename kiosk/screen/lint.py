"""`python -m kiosk.screen.lint`: checks the QML files against Qt and against the types that Python gives them."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import PySide6

HERE = Path(__file__).parent
QML = HERE / "qml"
MODULE = "Aislewise"
QT = Path(PySide6.__file__).parent
METATYPES = QT / "Qt" / "metatypes"
SCRIPTS = Path(sys.executable).parent
# How Python's types travel to QML.
TYPES = {"dict": "QVariantMap", "list": "QVariantList"}


class LintError(Exception):
    """A tool of Qt could not be run: the text names it and says what to do."""


def main() -> int:
    """Run qmllint over all files; gives its exit code and shows what it found."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            describe(Path(folder))
            files = sorted(str(path) for path in QML.rglob("*.qml"))
            arguments = ["-I", folder, "-I", str(QML), "--max-warnings", "0", *files]
            done = subprocess.run([str(QT / "qmllint"), *arguments], check=False)
    except FileNotFoundError:
        sys.stderr.write(f"{QT / 'qmllint'} is missing: install pyside6-essentials into this environment.\n")
        return 2
    except LintError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if done.returncode == 0:
        sys.stdout.write(f"qmllint: {len(files)} files, no complaints\n")
    return done.returncode


def describe(folder: Path) -> None:
    """Write the QML module of the screen's Python types into `folder`. Raises LintError."""
    classes = [entry for path in sorted(HERE.glob("*.py")) for entry in _classes(path)]
    target = folder / MODULE
    target.mkdir()
    metatypes = target / "metatypes.json"
    metatypes.write_text(json.dumps(classes), "utf-8")
    foreign = ",".join(str(METATYPES / f"qt6{name}_metatypes.json") for name in ("core", "qml"))
    _run(
        "pyside6-qmltyperegistrar", "--import-name", MODULE, "--major-version", "1", "--minor-version", "0",
        "--foreign-types", foreign, "--generate-qmltypes", str(target / "module.qmltypes"),
        "-o", str(target / "register.cpp"), str(metatypes),
    )  # fmt: skip
    (target / "qmldir").write_text(f"module {MODULE}\ntypeinfo module.qmltypes\nimport QtQml.Models\n", "utf-8")


def _classes(path: Path) -> list[object]:
    """What pyside6-metaobjectdump finds in a Python file, with the types as QML knows them."""
    if "QML_IMPORT_NAME" not in path.read_text("utf-8") or path.name == Path(__file__).name:
        return []
    found: list[object] = json.loads(_run("pyside6-metaobjectdump", str(path)))
    return [_named(entry) for entry in found]


def _named(value: object) -> object:
    if isinstance(value, dict):
        named = {
            key: TYPES.get(item, item) if key in ("type", "returnType") else _named(item) for key, item in value.items()
        }
        if "read" in value and "notify" not in value:
            # Some versions of the tool leave it out.
            named["constant"] = True
        return named
    if isinstance(value, list):
        return [_named(item) for item in value]
    return value


def _run(tool: str, *arguments: str) -> str:
    path = SCRIPTS / tool
    try:
        done = subprocess.run([str(path), *arguments], capture_output=True, text=True, check=True)
    except FileNotFoundError:
        raise LintError(f"{path} is missing: install pyside6-essentials into this environment.") from None
    except subprocess.CalledProcessError as error:
        raise LintError(f"{tool} failed: {error.stderr.strip()}") from None
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
