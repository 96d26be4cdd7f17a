"""Takes the picture of the manager's report, on four weeks that were made up: `python packaging/report_picture.py`."""

from __future__ import annotations

import random
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
from PIL import Image

sys.path.insert(0, str(Path(__file__).parent.parent))

from kiosk import protocol
from kiosk.staff import Rules, accounts
from kiosk.staff.past import PastCall
from kiosk.staff.report import report
from tests.kiosk.staff.browser import phone, sign_in
from tests.kiosk.staff.fake_engine import FakeEngine
from tests.kiosk.staff.serving import staff_page

PICTURE = Path(__file__).parent.parent / "docs" / "pictures" / "report.png"
WIDTH, SHOWN = 390, 1260
_NAMES = {"dairy": "Dairy & Eggs", "bakery": "Bakery", "beauty": "Health & Beauty", "household": "Household"}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        data, shot = Path(folder), Path(folder) / "report.png"
        accounts.add(data, "Kim", pin="380214", role=accounts.Role.MANAGER)
        engine = FakeEngine(data / "engine.sock")
        engine.report = _four_weeks(datetime.now().astimezone().replace(hour=20, minute=0, second=0, microsecond=0))
        engine.start()
        try:
            with staff_page(data) as url, phone(url, width=WIDTH, height=844) as page:
                sign_in(page, "Kim", "380214")
                page.goto(f"{url}report?days=28")
                page.screenshot(path=shot, full_page=True, clip={"x": 0, "y": 0, "width": WIDTH, "height": SHOWN})
        finally:
            engine.stop()
        taken = Image.open(shot).convert("RGB")
        taken.resize((taken.width // 2, taken.height // 2)).quantize(128).save(PICTURE, optimize=True)


def _four_weeks(now: datetime) -> list[protocol.ReportRow]:
    rng = random.Random(4)  # noqa: S311  a picture
    calls = [
        _call(rng, now.replace(hour=hour) - timedelta(days=ago), 1.6 if hour in (11, 12, 17, 18) else 1.0)
        for ago in range(28)
        for hour in range(8, 21)
        for _ in range(rng.randrange(4))
    ]
    rows = report(calls, Rules(), (), local=datetime.astimezone, now=now)
    return [msgspec.structs.replace(row, name=_NAMES.get(row.key, "")) for row in rows]


def _call(rng: random.Random, hour: datetime, busy: float) -> PastCall:
    taken_s = None if rng.random() < 0.06 * busy else 25 * busy * busy * rng.lognormvariate(0, 0.6)
    return PastCall(
        made_at=hour + timedelta(minutes=rng.randrange(60)),
        reason=rng.choices(("find", "stock", "product", "help", "medicine"), (6, 4, 3, 2, 1))[0],
        department=rng.choices(tuple(_NAMES), (4, 2, 2, 3))[0],
        urgent=False,
        state="cancelled" if taken_s is None else "resolved",
        outcome="" if taken_s is None else "done",
        sku=None,
        taken_s=taken_s,
        ended_s=120.0 if taken_s is None else taken_s + rng.uniform(40, 300),
        taken_by=None if taken_s is None else "Maya",
        silences=0,
    )


if __name__ == "__main__":
    main()
