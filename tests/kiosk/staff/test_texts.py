"""The words of the staff page: whole in every language, with the same values, and chosen by who reads."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.staff.web.texts import LANGUAGES, preferred, sentences, texts

FORMS = {"zero", "one", "two", "few", "many", "other"}
COUNTED = {"en": {"one", "other"}, "es": {"one", "other"}, "fr": {"one", "other"}, "de": {"one", "other"}, "ar": FORMS}
"""The plural categories that whole numbers of a size that occurs here have, by Unicode's CLDR."""


def without_form(name):
    head, _, form = name.rpartition(".")
    return head if form in FORMS else name


def values(sentence):
    return set(re.findall(r"\{(\w+)\}", sentence))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything(language):
    english, own = sentences("en"), sentences(language)
    assert {without_form(name) for name in own} == {without_form(name) for name in english}
    assert all(sentence.strip() for sentence in own.values())
    for name in own:
        if name != without_form(name):
            forms = {n.rpartition(".")[2] for n in own if without_form(n) == without_form(name)}
            assert forms >= COUNTED[language], name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_values(language):
    english = sentences("en")
    wanted = {}
    for name, sentence in english.items():
        wanted.setdefault(without_form(name), set()).update(values(sentence))
    for name, sentence in sentences(language).items():
        allowed = wanted[without_form(name)]
        assert values(sentence) <= allowed, name
        if name == without_form(name):
            assert values(sentence) == allowed, name


def test_values_are_put_in_as_they_are():
    assert texts("en").say("door.too_many", span="{n}") == "Too many tries. Please wait {n}."


@pytest.mark.parametrize(
    ("header", "language"),
    [("de", "de"), ("DE-at, en;q=0.5", "de"), ("it, fr;q=0.3, ar;q=0.7", "ar"), ("it", None), ("", None),
     ("de;q=0", None), ("en;q=0.4,es;q=0.4", "en"), ("*", None), ("de;q=nine,en", "en")],
)  # fmt: skip
def test_the_browser_says_what_its_owner_reads(header, language):
    assert preferred(header) == language


@given(st.text(max_size=300))
def test_any_header_is_a_language_or_none(header):
    assert preferred(header) in (*LANGUAGES, None)
