"""What the page answers to a signed-in phone: steps, messages, do not disturb, the store, and the app's own files."""

# ruff: noqa: F811  fixtures of another file

import json
import re

import pytest

from kiosk import protocol
from kiosk.staff import quiet
from kiosk.staff.link import NotLive, Refused
from kiosk.staff.web.texts import LANGUAGES
from tests.kiosk.staff.test_app import HTML, link, page, phone, sign_in, time, token_of, web  # noqa: F401
from tests.kiosk.staff.test_board import page as view


class Engine:
    """Answers with what it was given, or raises it; keeps what was asked."""

    def __init__(self):
        self.asked = []
        self.answers = {}

    def next_id(self):
        return 1

    async def request(self, message, _reply):
        self.asked.append(message)
        answer = self.answers.get(type(message))
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
def link():
    return Engine()


@pytest.fixture
async def token(web):
    await sign_in(web)
    return {"x-form-token": token_of(await web.get("/"))}


async def test_a_message_is_passed_on_with_the_name_of_who_is_signed_in(web, link, token):
    told = view(id="p1", state="claimed", claimed_by="Sam", message="Komme – gleich", message_by="Sam")
    link.answers[protocol.MessagePage] = protocol.PageReply(id=1, page=told)
    fields = {"text": "Komme – gleich", "spoken": "no", "who": "Alex"}
    answer = await web.post("/calls/p1/message", data=fields, headers=token)
    assert answer.json()["call"]["message"] == "Komme – gleich"
    (asked,) = link.asked
    assert (asked.page, asked.who, asked.text, asked.code, asked.spoken) == ("p1", "Sam", "Komme – gleich", "", False)


async def test_a_step_is_passed_on_with_to_whom_and_how_it_ended(web, link, token):
    link.answers[protocol.StepPage] = protocol.PageReply(id=1, page=view(id="p1"))
    for fields in ({"to": "person:Ben"}, {"outcome": "nobody_there"}):
        await web.post("/calls/p1/resolve", data=fields, headers=token)
    assert [(a.to, a.outcome) for a in link.asked] == [("person:Ben", "done"), ("", "nobody_there")]


async def test_who_was_slower_is_told_how_the_call_stands_now(web, link, token, page):
    page._board.took(view(id="p1"))
    taken = view(id="p1", state="claimed", claimed_by="Ben", changed_at="2026-11-21T12:00:09+00:00")
    link.answers[protocol.StepPage] = Refused("busy", "Ben already took this call.")
    link.answers[protocol.Pages] = protocol.PagesReply(id=1, pages=[taken])
    answer = await web.post("/calls/p1/claim", headers=token)
    assert answer.status_code == 409
    assert (answer.json()["code"], answer.json()["call"]["claimed_by"]) == ("busy", "Ben")
    link.answers[protocol.Pages] = NotLive("away")
    assert (await web.post("/calls/other/claim", headers=token)).json()["call"] is None


@pytest.mark.parametrize(("minutes", "status"), [("30", 200), ("0", 200), ("-5", 400), ("999", 400), ("x", 400)])
async def test_do_not_disturb(web, token, tmp_path, minutes, status):
    answer = await web.post("/quiet", data={"minutes": minutes}, headers=token)
    assert answer.status_code == status
    assert bool(quiet.load(tmp_path / quiet.FILE)) == (minutes == "30")


async def test_do_not_disturb_that_cannot_be_written_is_told(web, token, tmp_path):
    (tmp_path / quiet.FILE).mkdir()
    answer = await web.post("/quiet", data={"minutes": "30"}, headers=token)
    assert answer.status_code == 503
    assert "try again" in answer.json()["error"]


async def test_the_store_is_for_who_is_signed_in(web, link):
    assert (await web.get("/store.json")).status_code == 401
    await sign_in(web)
    shelf = protocol.FixtureView(id="a", kind="shelf", label="", x=1, y=2, width=1, height=2, aisle="7", bay="1")
    link.answers[protocol.FloorMap] = protocol.FloorMapReply(id=1, width=20, depth=10, fixtures=[shelf])
    departments = [protocol.DepartmentView(id=name, name=name.title(), aisles=[]) for name in ("dairy", "hats")]
    link.answers[protocol.Home] = protocol.HomeReply(
        id=1, store="S", open_until=None, departments=departments, offers=[], popular=[]
    )
    store = (await web.get("/store.json")).json()
    assert (store["width"], store["fixtures"][0]["aisle"]) == (20, "7")
    assert store["departments"] == {
        "dairy": {"name": "Dairy", "icon": "milk"}, "hats": {"name": "Hats", "icon": None},
    }  # fmt: skip
    link.answers[protocol.FloorMap] = NotLive("away")
    assert (await web.get("/store.json")).status_code == 503


async def test_the_worker_keeps_files_that_exist_and_no_calls(web):
    worker = (await web.get("/sw.js")).text
    kept = json.loads(re.search(r"const KEEP = (\[.*?\]);", worker)[1])
    assert "/offline" in kept
    for path in kept:
        assert path == "/offline" or path.startswith("/static/")
        assert (await web.get(path)).status_code == 200, path
    assert "$" not in worker


async def test_the_files_of_the_page_are_those_the_worker_keeps(web):
    worker = (await web.get("/sw.js")).text
    await sign_in(web)
    used = re.findall(r'(?:src|href)="(/static/\w{16}/[^"]+)"', (await web.get("/")).text)
    assert len(used) >= 4
    assert all(f'"{path}"' in worker for path in used)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_offline_page_and_the_manifest_speak_the_readers_language(web, language):
    headers = {"accept-language": language}
    page = (await web.get("/offline", headers=headers)).text
    assert f'<html lang="{language}"' in page
    assert "${" not in page
    manifest = (await web.get("/manifest.webmanifest", headers=headers)).json()
    assert manifest["lang"] == language
    assert all(manifest[name] for name in ("name", "short_name", "description"))


@pytest.mark.parametrize("path", ["/icons/milk.svg", "/static/app.js"])
async def test_drawings_and_files_are_there(web, path):
    assert (await web.get(path)).status_code == 200


@pytest.mark.parametrize(
    "path", ["/icons/../glyphs.mjs", "/icons/%2e%2e/default.toml", "/static/0000000000000000/app.js"]
)
async def test_nothing_else_is(web, path):
    assert (await web.get(path, headers=HTML)).status_code in (303, 404)
