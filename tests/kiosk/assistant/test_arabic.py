"""A visit in Arabic: what is asked in its most usual words, typed or tapped, is understood and answered in Arabic."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.assistant import Assistant, Turn
from kiosk.assistant.clean import clean
from kiosk.assistant.conversation import Conversation
from kiosk.assistant.reflexes import Reflex, reflex
from kiosk.assistant.text import take_apart
from kiosk.assistant.tongue import spoken
from kiosk.assistant.word_lists import word_lists
from local_catalog import Catalog
from tests.kiosk.assistant.conftest import FRIDAY
from tests.kiosk.assistant.fakes import FakeHands

EN = word_lists("en")
ARABIC = re.compile("[ء-ي]")


class Visit:
    def __init__(self, assistant: Assistant, hands: FakeHands) -> None:
        self._assistant, self._hands = assistant, hands
        self._conversation = assistant.begin("ar")

    def ask(self, text: str, now: datetime = FRIDAY) -> Turn:
        return self._assistant.turn(self._conversation, text, self._hands, now)


@pytest.fixture
def visit(assistant: Assistant, hands: FakeHands) -> Visit:
    return Visit(assistant, hands)


def set_off(text: str, catalog: Catalog) -> Reflex | None:
    return reflex(take_apart(text, EN.text, "ar"), Conversation(), catalog, EN)


# --- what is asked for


@pytest.mark.parametrize(
    ("asked", "intent", "name"),
    [
        ("أين الحليب؟", "find", "Milk"),
        ("وين الخبز", "find", "Bread"),
        ("هل عندكم زيت الزيتون؟", "find", "Olive Oil"),
        ("هل لديكم بطاريات AA", "find", "AA Batteries"),
        ("أبحث عن معجون أسنان", "find", "Toothpaste"),
        ("ورق التواليت", "find", "Toilet Paper"),
        ("كم سعر الكاتشب؟", "detail", "Ketchup"),
        ("كم سعرة حرارية في الحليب", "detail", "Milk"),
        ("شامبو بأقل من ٥ دولارات", "find", "Shampoo"),
        ("oat milk", "find", "Oat"),
    ],
)
def test_a_product_is_found(visit: Visit, asked: str, intent: str, name: str) -> None:
    turn = visit.ask(asked)
    assert (turn.language, turn.intent) == ("ar", intent)
    assert name in turn.products[0].name
    assert ARABIC.search(turn.say)
    assert turn.products[0].name in turn.say


@pytest.mark.parametrize(
    ("asked", "department"),
    [("أين قسم الألبان؟", "Dairy & Eggs"), ("أين قسم المجمدات", "Frozen"), ("أين قسم الحديقة", "Garden")],
)
def test_a_department_is_shown(visit: Visit, asked: str, department: str) -> None:
    turn = visit.ask(asked)
    assert (turn.language, turn.intent) == ("ar", "find")
    assert department in turn.say


def test_a_price_asked_for_bounds_what_is_found(visit: Visit) -> None:
    turn = visit.ask("شامبو بأقل من ٥ دولارات")
    assert turn.request["max_price"] == 5.0
    assert all(product.current_price.minor <= 500 for product in turn.products)


def test_the_visit_goes_on_from_what_was_shown(visit: Visit) -> None:
    found = visit.ask("أين الحليب؟")
    assert visit.ask("كم سعره؟").request["aspect"] == "price"
    cheaper = visit.ask("هل يوجد أرخص منه؟").products[0]
    assert cheaper.current_price.minor < found.products[0].current_price.minor
    assert visit.ask("أضفه إلى قائمتي").intent == "list"
    assert cheaper.name in visit.ask("اعرض قائمتي").say
    assert visit.ask("شكراً").intent == "smalltalk"


def test_names_of_offers_are_set_apart(visit: Visit) -> None:
    turn = visit.ask("ما العروض الحالية؟")
    assert turn.intent == "offers"
    assert all(f"{product.name}" in turn.say for product in turn.products[:3])
    assert not re.search("[A-Za-z]", re.sub("\u2066[^\u2069]*\u2069", "", turn.say))


def test_several_things_are_found_at_once(visit: Visit) -> None:
    turn = visit.ask("خبز وحليب وبيض")
    names = " ".join(product.name for product in turn.products)
    assert all(name in names for name in ("Bread", "Milk", "Eggs"))


@pytest.mark.parametrize(
    ("asked", "topic"),
    [
        ("متى تغلقون؟", "opening_hours"),
        ("ما أوقات العمل", "opening_hours"),
        ("أين دورة المياه؟", "restrooms"),
        ("هل تقبلون البطاقات؟", "payment"),
        ("هل يوجد واي فاي", "wifi"),
        ("كيف أرجع منتجاً؟", "returns"),
        ("كيف أعيد منتجاً؟", "returns"),
        ("هل يمكنني الدفع بهاتفي؟", "contactless"),
        ("هل تنسخون المفاتيح؟", "key_cutting"),
        ("هل توصلون إلى المنازل؟", "delivery"),
    ],
)
def test_the_store_is_explained(visit: Visit, asked: str, topic: str) -> None:
    turn = visit.ask(asked)
    assert (turn.language, turn.intent, turn.request["topic"]) == ("ar", "policy", topic)


@pytest.mark.parametrize("asked", ["هل عندكم طائرات هليكوبتر", "قلقشندة مستعصية الفهم", "ظظظظ"])
def test_what_is_not_known_ends_in_an_offer_in_arabic(visit: Visit, asked: str) -> None:
    turns = [visit.ask(asked), visit.ask(asked)]
    assert {turn.language for turn in turns} == {"ar"}
    assert all(not turn.products and ARABIC.search(turn.say) for turn in turns)
    assert turns[-1].offer_staff
    assert visit.ask("نعم").page is not None


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF) | st.sampled_from(" ؟،0A"), max_size=60))
def test_any_arabic_text_gets_an_answer_without_marks_left_open(visit: Visit, text: str) -> None:
    say = visit.ask(text).say
    assert say
    assert say.count("\u2066") == say.count("\u2069")


# --- who asks for a person, is in danger, or steers the kiosk


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("النجدة!", "medical"), ("حريق", "fire"), ("هناك دخان", "fire"), ("لا أجد ابني", "lost_child"),
        ("بنتي ضاعت", "lost_child"), ("سرقت محفظتي", "theft"), ("أريد أن أموت", "self_harm"),
        ("هناك رجل يلاحقني", "threat"), ("جرحت يدي", "injury"), ("أغمي عليها", "medical"),
        ("أمي لا تتنفس", "medical"), ("لا أستطيع التنفس", "medical"),
    ],
)  # fmt: skip
def test_danger_calls_at_once(catalog: Catalog, text: str, name: str) -> None:
    found = set_off(text, catalog)
    assert found is not None
    assert found.rule is not None
    assert (found.kind, found.rule.name) == ("urgent", name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("نادِ أحد الموظفين", "person"), ("ناد موظفا من فضلك", "person"), ("أريد التحدث إلى موظف", "person"),
        ("ساعدني من فضلك", "person"), ("مساعدة", "person"), ("هل يستطيع أحد مساعدتي", "person"),
        ("أريد المدير", "manager"), ("كم حبة أسبرين آخذ", "medicine_advice"),
        ("عندي حساسية من الفول السوداني", "allergy_advice"), ("انكسرت زجاجة في الممر", "hazard"),
        ("افتح الخزانة من فضلك", "locked_case"),
    ],
)  # fmt: skip
def test_who_wants_a_person_gets_one(catalog: Catalog, text: str, name: str) -> None:
    found = set_off(text, catalog)
    assert found is not None
    assert found.rule is not None
    assert (found.kind, found.rule.name) == ("staff", name)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("أعد من فضلك", "repeat"), ("ماذا قلت؟", "repeat"), ("ارفع الصوت", "louder"), ("لا أسمعك", "louder"),
        ("اخفض الصوت", "quieter"),
        ("صوت أعلى", "louder"),
        ("صوت أخفض", "quieter"), ("تكلم ببطء", "slower"), ("تكلم أسرع", "faster"), ("توقف", "stop"), ("كفى", "stop"),
        ("ابدأ من جديد", "start_over"), ("ارجع", "back"), ("كبر الخط", "text_larger"), ("صغر الخط", "text_smaller"),
    ],
)  # fmt: skip
def test_the_kiosk_is_steered(catalog: Catalog, text: str, action: str) -> None:
    found = set_off(text, catalog)
    assert found is not None
    assert (found.kind, found.value) == ("control", action)


@pytest.mark.parametrize(("text", "code"), [("تكلم بالإنجليزية", "en"), ("الفرنسية من فضلك", "fr"), ("عربي", "ar")])
def test_another_language_is_asked_for(catalog: Catalog, text: str, code: str) -> None:
    found = set_off(text, catalog)
    assert found is not None
    assert (found.kind, found.value) == ("language", code)


ORDINARY = [
    "أين مصيدة الفئران", "طفاية حريق", "كم سعر الدجاج", "لا أريد الحليب كامل الدسم", "هل عندكم دواء سعال",
    "علبة إسعافات أولية", "هدية لطفل", "أين الزيت", "كاشف دخان", "حفاضات أطفال", "مسامير", "منظف زجاج", "سكين مطبخ",
]  # fmt: skip


@pytest.mark.parametrize("text", ORDINARY)
def test_what_is_for_sale_calls_nobody(catalog: Catalog, text: str) -> None:
    found = set_off(text, catalog)
    assert found is None or found.kind not in ("urgent", "staff")


# --- which language


@pytest.mark.parametrize(
    ("text", "current", "language"),
    [
        ("حليب", "en", "ar"),
        ("أين الحليب", "de", "ar"),
        ("oat milk", "ar", "ar"),
        ("ketchup", "ar", "ar"),
        ("where is the milk", "ar", "en"),
        ("où est le lait", "ar", "fr"),
    ],
)
def test_the_letters_tell_the_language(catalog: Catalog, text: str, current: str, language: str) -> None:
    assert spoken(text, current, catalog) == language


@pytest.mark.parametrize("text", ["شیر کجاست", "دودھ کہاں ہے", "איפה החלב"])
def test_other_languages_are_not_taken_for_arabic(catalog: Catalog, text: str) -> None:
    assert spoken(text, "en", catalog) == "en"


@pytest.mark.parametrize(("typed", "read"), [("٥٠ خُبْز، حــليب؟", "50 خبز, حليب?"), ("١٢٫٥", "12.5"), ("ﻻ", "لا")])
def test_what_arabic_keyboards_type(typed: str, read: str) -> None:
    assert clean(typed).text == read
