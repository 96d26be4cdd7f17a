"""The docs say what the program does."""

import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])


def test_the_page_of_commands_is_the_programs_own_help() -> None:
    made = runpy.run_path(str(ROOT / "packaging" / "commands.py"))["page"]()
    kept = (ROOT / "docs" / "commands.md").read_text("utf-8")
    assert kept == made, "write it again: .venv/bin/python packaging/commands.py > docs/commands.md"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_pictures_lead_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    for target in re.findall(r"\]\(([^)#]+)", text):
        if not target.startswith(("http://", "https://")):
            assert (page.parent / target).exists(), f"{page.name}: {target} does not exist"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_paths_and_commands_that_a_page_names_exist(page: Path) -> None:
    text = page.read_text("utf-8")
    for path in re.findall(r"`\.?/?((?:kiosk|voice|models|local_catalog|packaging|bench|docs|tests)/[\w./-]+)`", text):
        assert (ROOT / path).exists(), f"{page.name}: {path} does not exist"
    commands = (ROOT / "docs" / "commands.md").read_text("utf-8")
    for command in re.findall(r"aislewise ((?:[a-z]+)(?: [a-z]+)?)", text):
        first = command.split()[0]
        assert f"## aislewise {first}\n" in commands or first in ("command", "kiosk", "is"), f"{page.name}: {command}"
