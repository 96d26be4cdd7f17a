"""Takes the pictures that are kept: `python packaging/pictures.py` makes all of them anew.

`docs` are those of docs/pictures, `tests` those that tests/kiosk/screen/test_pictures.py compares with. Pages come from
`aislewise screenshots`; the associate's phone from a real call and a real browser.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).parent.parent))

from kiosk import protocol
from tests.kiosk.screen.test_pictures import KEPT, PAGES, SIZE
from tests.kiosk.staff.browser import phone, sign_in
from tests.whole.kiosk import Kiosk

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs" / "pictures"
SHOWN = {
    "attract": "attract", "home": "home", "search": "search", "product": "product", "talk": "conversation",
    "called": "call", "map": "map", "compare": "compare", "operator": "operator",
}  # fmt: skip
"""Pages by what they are called in docs."""


def main() -> None:
    """Make what was asked for, or everything."""
    wanted = sys.argv[1:] or ["docs", "tests"]
    if "tests" in wanted:
        for picture in KEPT.glob("*.png"):
            picture.unlink()
        _pages(KEPT, SIZE, PAGES)
    if "docs" in wanted:
        with tempfile.TemporaryDirectory() as folder:
            _pages(Path(folder), "1080x1920", list(SHOWN))
            for page, name in SHOWN.items():
                _keep(Image.open(Path(folder) / f"{page}.png"), DOCS / f"{name}.png")
            _phone(Path(folder) / "data")


def _pages(folder: Path, size: str, pages: list[str]) -> None:
    line = [sys.executable, "-m", "kiosk.cli", "screenshots", "--out", str(folder), "--size", size]
    subprocess.run([*line, *(f"--page={page}" for page in pages)], check=True, cwd=ROOT)


def _keep(shot: Image.Image, path: Path) -> None:
    """At half its size, with as few colours as do."""
    shot.convert("RGB").resize((shot.width // 2, shot.height // 2)).quantize(128).save(path, optimize=True)


def _phone(data: Path) -> None:
    """A call on an associate's phone."""
    kiosk = Kiosk(data, {"AISLEWISE_VOICE__ENABLED": "false"})
    kiosk.start_engine()
    try:
        kiosk.wait_working("staff")
        pin = kiosk.command("staff", "add", "Maya").stdout.split("PIN ")[1][:6]
        with kiosk.client("screen") as client:
            session = client.request(protocol.StartSession(id=client.next_id()), protocol.SessionStarted).session
            call = protocol.CallStaff(id=client.next_id(), session=session, reason="find", sku="130291")
            client.request(call, protocol.PageReply)
            with phone(f"http://127.0.0.1:{kiosk.port}/", folder=data, width=390, height=844) as page:
                sign_in(page, "Maya", pin)
                page.get_by_role("button", name="I’ll take it").wait_for()
                page.screenshot(path=DOCS / "staff.png")
    finally:
        kiosk.stop()


if __name__ == "__main__":
    main()
