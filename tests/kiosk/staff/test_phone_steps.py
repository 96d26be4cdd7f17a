"""What an associate does with calls on a phone, in a real browser: races, messages, handing over, the network away."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk import protocol
from kiosk.staff import Role, State, accounts
from tests.kiosk.staff.browser import other_phone, phone, sign_in
from tests.kiosk.staff.fake_engine import FakeEngine
from tests.kiosk.staff.serving import staff_page
from tests.kiosk.staff.test_phone import card, wait_for, wait_for_state

pytestmark = pytest.mark.whole


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("staff")
    accounts.add(folder, "Sam", pin="380214", role=Role.LEAD)
    accounts.add(folder, "Ben", pin="380214", departments=["produce"])
    return folder


@pytest.fixture(scope="module")
def engine(folder):
    engine = FakeEngine(folder / "engine.sock").start()
    yield engine
    engine.stop()


@pytest.fixture(scope="module")
def url(engine, folder):
    with staff_page(folder) as url:
        yield url


@pytest.fixture
def sam(engine, url):
    with phone(url) as page:
        sign_in(page, "Sam", "380214")
        yield page
    for call in engine.do(engine.store.open_pages):
        engine.cancel(call)


def take(page, call):
    card(page, call).get_by_role("button", name="I’ll take it").tap()
    card(page, call).get_by_text("You took it").wait_for()


def test_two_phones_race_for_a_call_and_the_slower_one_sees_who_has_it(engine, url, sam):
    with other_phone(sam, url, "Ben", "380214") as ben:
        call = engine.call()
        phones = {"Sam": sam, "Ben": ben}
        for page in phones.values():
            card(page, call).locator("[data-step=claim]:not([aria-disabled])").wait_for()
        at = sam.evaluate("Date.now() + 400")
        for page in phones.values():
            page.evaluate(
                """([id, at]) => void setTimeout(() => {
                    document.querySelector(`[data-call='${id}'] [data-step=claim]`).click();
                }, at - Date.now())""",
                [call.id, at],
            )
        wait_for_state(sam, engine, call, State.CLAIMED)
        winner = engine.page(call).claimed_by
        loser = "Ben" if winner == "Sam" else "Sam"
        card(phones[winner], call).get_by_text("You took it").wait_for()
        card(phones[loser], call).get_by_text(f"{winner} took it").wait_for()
        phones[loser].get_by_role("alert").filter(has_text=f"{winner} was quicker.").wait_for()
        assert card(phones[loser], call).locator(".steps").count() == 0


def test_who_has_a_call_is_reminded_before_it_rings_anew(engine, sam):
    now = datetime.now(UTC)
    fresh = engine.call("s2", place="Toys")
    engine.step(fresh.id, "claim", "Sam")
    call = engine.call(now=now - timedelta(seconds=150))
    engine.step(call.id, "claim", "Sam", now - timedelta(seconds=130))
    card(sam, call).get_by_text("Still on it?").wait_for()
    assert card(sam, fresh).get_by_text("Still on it?").count() == 0
    card(sam, call).get_by_role("button", name="I’m on my way").tap()
    card(sam, call).get_by_text("You are on your way").wait_for()
    assert card(sam, call).get_by_text("Still on it?").count() == 0


def test_whoever_is_in_charge_reads_what_does_not_work_in_plain_words(engine, sam):
    names = ("hook mqtt", "kiosk Kiosk 2", "hook gateway 3", "coffee machine")
    parts = [protocol.PartHealth(name=name, state="down", detail="No answer.") for name in names]
    engine.push(protocol.encode(protocol.HealthChanged(parts=parts)))
    for words in ("Calls over MQTT is", "Kiosk 2 is", "Messenger 3 is", "coffee machine is"):
        sam.locator("#down").get_by_text(f"{words} not working").wait_for()


def test_a_phrase_and_own_words_to_the_shopper(engine, sam):
    call = engine.call()
    take(sam, call)
    card(sam, call).get_by_role("button", name="Message").tap()
    sam.get_by_role("dialog").get_by_role("button", name="I’ll be there in two minutes").tap()
    card(sam, call).get_by_text("I’ll be there in two minutes").wait_for()
    assert (engine.page(call).message_code, engine.page(call).message_by) == ("two_minutes", "Sam")
    asked = []
    engine.asked = asked.append
    card(sam, call).get_by_role("button", name="Message").tap()
    sam.get_by_label("The kiosk says it aloud, too").uncheck()
    sam.get_by_label("In your own words").fill("Ich hole den Schlüssel 🔑")
    sam.get_by_role("button", name="Send").tap()
    card(sam, call).get_by_text("Ich hole den Schlüssel 🔑").wait_for()
    assert engine.page(call).message == "Ich hole den Schlüssel 🔑"
    assert [request.spoken for request in asked if hasattr(request, "spoken")] == [False]


def test_handing_over_to_a_colleague_and_to_a_department(engine, url, sam):
    call = engine.call(department="hardware")
    take(sam, call)
    card(sam, call).get_by_role("button", name="More").tap()
    sam.get_by_role("dialog").get_by_role("button", name="Ben").tap()
    card(sam, call).get_by_text("Handed to Ben").wait_for()
    assert engine.page(call).only == "Ben"
    assert "rings" not in card(sam, call).get_attribute("class").split()
    with other_phone(sam, url, "Ben", "380214") as ben:
        card(ben, call).get_by_text("Handed to you").wait_for()
        assert "rings" in card(ben, call).get_attribute("class").split()
    take(sam, call)
    card(sam, call).get_by_role("button", name="More").tap()
    sam.get_by_role("dialog").get_by_role("button", name="Produce").tap()
    card(sam, call).locator(".tag", has_text="Produce").wait_for()
    wait_for_state(sam, engine, call, State.CALLED)


@pytest.mark.parametrize(
    ("button", "outcome", "words"),
    [("We don’t have it", "no_such_thing", "Not sold here, you said"),
     ("Nobody there", "nobody_there", "You found nobody there")],
)  # fmt: skip
def test_other_ends_of_a_call(engine, sam, button, outcome, words):
    call = engine.call()
    take(sam, call)
    card(sam, call).get_by_role("button", name="More").tap()
    sam.get_by_role("dialog").get_by_role("button", name=button).tap()
    wait_for_state(sam, engine, call, State.RESOLVED)
    assert engine.page(call).outcome == outcome
    sam.get_by_text("Just closed").tap()
    sam.get_by_text(words).first.wait_for()


def test_a_sheet_goes_when_its_call_does(engine, sam):
    call = engine.call(reason="stock")
    take(sam, call)
    card(sam, call).get_by_role("button", name="Message").tap()
    sam.get_by_role("dialog").wait_for()
    engine.cancel(call)
    sam.get_by_role("alert").filter(has_text="help is no longer needed").wait_for()
    sam.get_by_role("dialog").wait_for(state="hidden")


def test_where_it_is_on_the_map_or_no_map_at_all(engine, sam):
    known = engine.call(sku="100")
    unknown = engine.call("s2", kiosk="Kiosk 7", place="Somewhere", reason="checkout")
    card(sam, known).get_by_role("button", name="Show on the map").tap()
    sheet = sam.get_by_role("dialog")
    sheet.get_by_text("The shopper: Kiosk 1 · Main entrance").wait_for()
    sheet.get_by_text("Cordless Drill: Aisle 11 · Bay 4 · Shelf 2").wait_for()
    kiosk, bay = (sheet.locator(f"svg .p-{mark}").bounding_box() for mark in ("kiosk", "bay"))
    assert kiosk["x"] < bay["x"]
    assert kiosk["y"] > bay["y"]
    sheet.get_by_role("button", name="Close").tap()
    assert card(sam, unknown).get_by_role("button", name="Show on the map").count() == 0


def test_what_could_not_be_sent_is_told_and_never_sent_later(engine, sam):
    call = engine.call()
    button = card(sam, call).locator("[data-step=claim]:not([aria-disabled])")
    button.wait_for()
    sam.route("**/calls/**", lambda route: route.abort())
    button.tap()
    sam.get_by_role("alert").filter(has_text="Not sent: no connection.").wait_for()
    sam.context.set_offline(True)
    sam.get_by_text("Not live", exact=True).wait_for()
    assert card(sam, call).locator("[data-step=claim]").is_disabled()
    sam.unroute("**/calls/**")
    sam.context.set_offline(False)
    sam.get_by_text("Live", exact=True).wait_for()
    later = engine.call("s2", reason="stock")
    card(sam, later).wait_for()
    assert engine.page(call).state is State.CALLED


def test_do_not_disturb_rings_for_urgent_calls_only(engine, sam):
    sam.get_by_role("button", name="Sam, your account").tap()
    sam.get_by_role("button", name="30 minutes").tap()
    sam.get_by_role("button", name="Turn on sound").tap()
    sam.locator("#sound", has_text="Quiet until").wait_for()
    normal, urgent = engine.call(department="produce"), engine.call("s2", reason="injury")
    card(sam, urgent).wait_for()
    card(sam, normal).wait_for()
    assert "rings" in card(sam, urgent).get_attribute("class").split()
    assert "rings" not in card(sam, normal).get_attribute("class").split()
    sam.get_by_role("button", name="Sam, your account").tap()
    sam.get_by_role("button", name="Ring again for all calls").tap()
    sam.locator("#sound", has_text="Sound on").wait_for()
    wait_for(sam, lambda: "rings" in card(sam, normal).get_attribute("class").split(), True)


def test_everything_by_keyboard_and_the_focus_stays_with_its_card(engine, sam):
    first, second = engine.call(reason="stock"), engine.call("s2", reason="product")
    card(sam, second).locator("[data-step=claim]:not([aria-disabled])").focus()
    sam.keyboard.press("Enter")
    card(sam, second).get_by_text("You took it").wait_for()
    focused = "document.activeElement.closest('.card')?.dataset.call"
    assert sam.evaluate(focused) == second.id
    engine.call("s3", reason="injury")
    engine.cancel(first)
    card(sam, first).wait_for(state="detached")
    assert sam.evaluate(focused) == second.id
    card(sam, second).locator("[data-step=message]:not([aria-disabled])").focus()
    sam.keyboard.press("Enter")
    dialog = sam.get_by_role("dialog")
    dialog.wait_for()
    for _ in range(12):
        sam.keyboard.press("Tab")
        assert sam.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")
    sam.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    assert sam.evaluate("document.activeElement.dataset.key") == "message"
    assert sam.evaluate(focused) == second.id


def test_an_older_state_never_replaces_a_newer_one(sam):
    shown = sam.evaluate(
        """async () => {
            const base = document.querySelector("script").src.replace("app.js", "");
            const { Calls } = await import(base + "calls.js");
            const { Clock } = await import(base + "clock.js");
            const calls = new Calls(new Clock());
            const now = new Date().toISOString();
            const call = (v, state) => ({ id: "a", v, state, created_at: now, changed_at: now });
            const told = { stamp: "e1.5", now, me: {}, people: [], departments: [], down: [], store: "", live: true };
            calls.whole({ ...told, v: 5, calls: [call(5, "called")], closed: [], rings: ["a"] });
            calls.one(call(8, "claimed"));
            calls.news({ now, calls: [call(6, "called")], closed: [] });
            calls.whole({ ...told, v: 7, calls: [call(7, "called")], closed: [] });
            const kept = calls.get("a").state;
            calls.whole({ ...told, stamp: "e2.1", v: 1, calls: [call(1, "coming")], closed: [] });
            return [kept, calls.get("a").state];
        }"""
    )
    assert shown == ["claimed", "coming"]


def test_a_claim_that_went_silent_is_told(engine, sam):
    call = engine.call()
    take(sam, call)
    engine.advance(datetime.now(UTC) + timedelta(minutes=11))
    sam.get_by_role("alert").filter(has_text="rings again").wait_for()
    card(sam, call).get_by_role("button", name="I’ll take it").wait_for()
