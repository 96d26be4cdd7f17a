"""Takes the pictures that are kept: `python packaging/pictures.py` makes all of them anew.

`docs` are those of docs/pictures (`phone` the associate's phone alone), `tests` those that
tests/kiosk/screen/test_pictures.py compares with. Pages come from `aislewise screenshots`; the associate's phone from a
real call and a real browser; the manager's report from made-up calls (`report_picture.py`).
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

sys.path.insert(0, str(Path(__file__).parent.parent))

from kiosk import protocol
from tests.kiosk.screen.test_pictures import KEPT, PAGES, SIZE
from tests.kiosk.staff.browser import phone, sign_in
from tests.whole.kiosk import Kiosk

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs" / "pictures"
SHOWN = {
    "attract": "attract", "home": "home", "search": "search", "product": "product", "talk": "conversation",
    "called": "call", "message": "message", "map": "map", "compare": "compare", "operator": "operator",
}  # fmt: skip
"""Pages by what they are called in docs."""


def main() -> None:
    """Make what was asked for, or everything."""
    wanted = sys.argv[1:] or ["docs", "tests"]
    if "tests" in wanted:
        for picture in KEPT.glob("*.png"):
            picture.unlink()
        _pages(KEPT, SIZE, PAGES)
    if "phone" in wanted or "docs" in wanted:
        with tempfile.TemporaryDirectory() as folder:
            _phone(Path(folder))
    if "docs" in wanted:
        with tempfile.TemporaryDirectory() as folder:
            _pages(Path(folder), "1080x1920", list(SHOWN))
            for page, name in SHOWN.items():
                _keep(Image.open(Path(folder) / f"{page}.png"), DOCS / f"{name}.png")
        subprocess.run([sys.executable, str(ROOT / "packaging" / "report_picture.py")], check=True, cwd=ROOT)


def _pages(folder: Path, size: str, pages: list[str]) -> None:
    line = [sys.executable, "-m", "kiosk.cli", "screenshots", "--out", str(folder), "--size", size]
    subprocess.run([*line, *(f"--page={page}" for page in pages)], check=True, cwd=ROOT)


def _keep(shot: Image.Image, path: Path) -> None:
    """At half its size, with as few colours as do."""
    shot.convert("RGB").resize((shot.width // 2, shot.height // 2)).quantize(128).save(path, optimize=True)


def _phone(data: Path) -> None:
    """A call on an associate's phone, from its ringing to a message for the shopper."""
    kiosk = Kiosk(data, {"AISLEWISE_VOICE__ENABLED": "false"})
    kiosk.start_engine()
    try:
        kiosk.wait_working("staff")
        pin = kiosk.command("staff", "add", "Maya").stdout.split("PIN ")[1][:6]
        kiosk.command("staff", "add", "Ben", "--department", "dairy")
        with kiosk.client("screen") as client:
            session = client.request(protocol.StartSession(id=client.next_id()), protocol.SessionStarted).session
            words = "I looked twice and cannot see it"
            call = protocol.CallStaff(id=client.next_id(), session=session, reason="find", sku="130291", words=words)
            client.request(call, protocol.PageReply)
            with phone(f"http://127.0.0.1:{kiosk.port}/", folder=data, width=390, height=844) as page:
                sign_in(page, "Maya", pin)
                _call(page)
    finally:
        kiosk.stop()


def _call(page: Page) -> None:
    def keep(name: str) -> None:
        page.evaluate("Promise.all(document.getAnimations().map((animation) => animation.finished))")
        _keep(Image.open(io.BytesIO(page.screenshot())), DOCS / f"{name}.png")

    page.get_by_role("button", name="Turn on sound").tap()
    page.locator(".card .map").wait_for()
    keep("staff")
    page.locator("[data-step=claim]:not([aria-disabled])").tap()
    page.locator("[data-step=message]:not([aria-disabled])").tap()
    keep("staff-message")
    page.get_by_role("button", name="I’ll be there in two minutes").tap()
    page.get_by_text("You told the shopper:").wait_for()
    page.locator(".card .map").tap()
    keep("staff-map")
    page.keyboard.press("Escape")
    page.locator("#toast").evaluate("node => { node.hidden = true; }")
    page.emulate_media(color_scheme="dark")
    keep("staff-dark")


if __name__ == "__main__":
    main()
