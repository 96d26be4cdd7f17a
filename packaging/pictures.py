"""Takes the pictures of docs/pictures from a running kiosk: `python packaging/pictures.py`."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.kiosk.staff.browser import phone, sign_in
from tests.voice.pulse import VirtualAudio
from tests.whole.kiosk import running_kiosk
from tests.whole.screen import Screen, virtual_screen

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
SETTLED_S = 2.0


def main() -> None:
    """One shopper's visit, with a picture of each page, and the call on an associate's phone."""
    PICTURES.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        VirtualAudio() as audio,
        virtual_screen() as screen,
        running_kiosk(Path(folder), DISPLAY=screen.display, **audio.env) as kiosk,
    ):
        kiosk.wait_working("llm", "stt", "tts", "microphone", "speaker", "staff")
        keep(screen, "attract")
        screen.tap("Touch to start")
        screen.wait_for("What are you looking for")
        keep(screen, "home")
        screen.tap("Search products and brands")
        screen.wait_for("Hide")
        screen.type("oat milk")
        keep(screen, "search")
        screen.tap("Hide")
        screen.tap("Oatwhistle")
        screen.wait_for("Shelf")
        keep(screen, "product")
        screen.tap("Ask about it")
        screen.tap("Type your question")
        screen.type("is it vegan")
        screen.key("Return")
        screen.wait_for("What is in it")
        keep(screen, "conversation")
        screen.tap("Call staff")
        screen.tap("Finding something")
        screen.wait_for("has been called")
        with phone(f"http://127.0.0.1:{kiosk.port}/", width=390, height=844) as page:
            sign_in(page, "Staff", kiosk.pin)
            page.get_by_role("button", name="I’ll take it").wait_for()
            page.screenshot(path=PICTURES / "staff.png")
            page.get_by_role("button", name="I’ll take it").click()
            page.get_by_role("button", name="I’m on my way").click()
            screen.wait_for("on the way")
            keep(screen, "call")


def keep(screen: Screen, name: str) -> None:
    """Save the screen at half its size once it has settled."""
    time.sleep(SETTLED_S)
    shot = screen.picture()
    shot.resize((shot.width // 2, shot.height // 2)).quantize(128).save(PICTURES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
