"""Shopping lists as QR codes and on paper."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.engine import taking
from kiosk.engine.taking import MOST_BYTES, MOST_TEXT, PrinterError, codes, print_list, printer_trouble

names = st.text(st.characters(codec="utf-8", exclude_categories=("Cc",)), min_size=1, max_size=200)


@settings(max_examples=40, deadline=None)
@given(st.lists(names, max_size=60), st.booleans())
def test_every_line_is_in_a_code_once_and_no_code_is_too_large(lines: list[str], mail: bool) -> None:
    held: list[str] = []
    drawn = taking._drawn

    def remember(content: str) -> object:
        held.append(content)
        return drawn(content)

    taking._drawn = remember  # type: ignore[assignment]
    try:
        made = codes("My list", lines, mail=mail)
    finally:
        taking._drawn = drawn
    assert len(made) == len(held)
    assert all(len(content.encode()) <= MOST_BYTES or "\n" not in content for content in held)
    found = []
    for content in held:
        if mail:
            address = urlsplit(content)
            assert (address.scheme, address.path) == ("mailto", "")
            fields = parse_qs(address.query, strict_parsing=False, keep_blank_values=True)
            title, body = fields["subject"][0], fields["body"][0]
            found += body.split("\n") if body else []
        else:
            title, *rest = content.split("\n")
            found += rest
        assert title == "My list" or title.startswith("My list ")
    assert found == [line[:MOST_TEXT] for line in lines]


def test_a_code_is_what_the_library_makes_of_the_words() -> None:
    [code] = codes("My list", ["2 × Oat drink, aisle 3"], mail=False)
    wanted = segno.make("My list\n2 × Oat drink, aisle 3", error="l", encoding="utf-8", micro=False)
    assert code.rows == ["".join("1" if cell else "0" for cell in row) for row in wanted.matrix]
    assert len({len(row) for row in code.rows} | {len(code.rows)}) == 1


def test_a_long_list_takes_numbered_codes() -> None:
    drawn = codes("My list", [f"{n} × Something with quite a long name, aisle {n}" for n in range(60)], mail=False)
    assert len(drawn) > 1
    assert max(len(code.rows) for code in drawn) <= 113


# --- printing -------------------------------------------------------------------------------------------------------


@pytest.fixture
def lp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for CUPS's command: what it does is written to the file that this gives."""
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return tmp_path / "lp"


def does(lp: Path, script: str) -> None:
    lp.write_text(f"#!/bin/sh\n{script}\n")
    lp.chmod(0o755)


async def test_a_list_is_printed(lp: Path) -> None:
    does(lp, f'echo "$@" > {lp.parent}/called; cat > {lp.parent}/paper')
    await print_list("front-desk", "My list", ["2 × Oat drink", "Käse"])
    assert (lp.parent / "called").read_text().strip() == "-d front-desk -t list -"
    assert (lp.parent / "paper").read_text() == "My list\n\n2 × Oat drink\nKäse\n"


async def test_a_printer_that_refuses(lp: Path) -> None:
    does(lp, "cat > /dev/null; echo 'lp: The printer or class does not exist.' >&2; exit 1")
    with pytest.raises(PrinterError, match="does not exist"):
        await print_list("gone", "My list", ["milk"])


async def test_a_printer_that_does_not_even_read(lp: Path) -> None:
    does(lp, "exit 1")
    with pytest.raises(PrinterError, match="ended with 1"):
        await print_list("gone", "My list", ["milk"] * 250)


async def test_a_printing_system_that_hangs(lp: Path) -> None:
    does(lp, "exec sleep 60")
    with pytest.raises(PrinterError, match="took longer"):
        await print_list("slow", "My list", ["milk"], limit_s=0.3)


async def test_no_printing_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PrinterError, match="cups-client"):
        await print_list("any", "My list", ["milk"])


@pytest.mark.parametrize(
    ("script", "trouble"),
    [
        ('echo "printer $2 is idle.  enabled since Sat"', ""),
        ('echo "printer $2 disabled since Sat - out of paper"', "out of paper"),
        ("echo 'lpstat: Invalid destination name' >&2; exit 1", "Invalid destination"),
    ],
)
def test_the_doctor_asks_for_the_printer(lp: Path, script: str, trouble: str) -> None:
    does(lp.with_name("lpstat"), script)
    told = printer_trouble("front-desk")
    assert trouble in told if trouble else told == ""


def test_the_doctor_without_a_printing_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "cups-client" in printer_trouble("any")
