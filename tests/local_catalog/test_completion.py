from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from local_catalog import Catalog, build_catalog
from local_catalog.completion import check, create, fill, phrase_id
from local_catalog.text import stems
from tests.local_catalog.conftest import SMALL_STORE, TODAY


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("oat m", "oat milk"),
        ("milk oat", "oat milk"),
        ("milk o", "oat milk"),
        ("whol", "whole milk"),
        ("courg", "courgette"),
        ("papertow", "paper towels"),
        ("tooth past", "tooth paste"),
        ("usb-c ca", "usb c cable"),
        ("choc milk", "Chocolate Milk"),
        ("chocol milj", "Chocolate Milk"),
        ("choclate m", "Chocolate Milk"),
        ("brocolli", "broccoli"),
        ("larkfield whole m", "Larkfield Whole Milk"),
        ("larkfeild whole m", "Larkfield Whole Milk"),
        ("chef's kn", "Chef's Knife"),
        ("chefs kn", "Chef's Knife"),
        ("2%", "2% Reduced Fat Milk"),
        ("dough & dap", "Dough & Dapple"),
        ("dry ROSÉ", "Dry Rosé"),
        ("dry rose", "Dry Rosé"),
        ("movie n", "movie night"),
        ("gluten fre", "Gluten-Free White Bread"),
    ],
)
def test_goes_on_from_what_was_typed(demo: Catalog, typed: str, offered: str) -> None:
    assert offered in demo.complete(typed)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("m", "milk"),
        ("t", "toilet paper"),
        ("e", "eggs"),
        ("toi", "toilet paper"),
        ("diap", "diapers"),
        ("pap", "paper towels"),
    ],
)
def test_the_most_wanted_comes_first(demo: Catalog, typed: str, first: str) -> None:
    assert demo.complete(typed)[0] == first


def test_a_word_that_is_finished_is_not_gone_on_with(demo: Catalog) -> None:
    assert all("oat" in text.lower().replace("-", " ").split() for text in demo.complete("oat ", 20))
    assert any("oatmeal" in text.lower() for text in demo.complete("oat", 20))


def test_nothing_is_offered_for_nothing(demo: Catalog) -> None:
    for typed in ("", "  ", "?!", "xqzw", "🥛", "milk xqzw"):
        assert demo.complete(typed) == ()
    assert demo.complete("milk", 0) == ()
    assert demo.complete("milk", -1) == ()


def test_what_says_the_same_is_offered_once(demo: Catalog) -> None:
    for typed in ("bandage", "aa", "light", "batter", "diaper", "tooth"):
        offered = demo.complete(typed, 12)
        assert len({"".join(stems(text.lower())) for text in offered}) == len(offered) > 1


def test_other_makers_names_are_not_offered(demo: Catalog) -> None:
    for typed in ("kit ka", "huggi", "pringl", "cheeri", "snicke"):
        assert not any(text.lower().startswith(typed) for text in demo.complete(typed))
    assert demo.search("huggies").hits


@pytest.mark.whole
def test_all_that_is_offered_is_found(demo: Catalog) -> None:
    words = {word for text in demo.vocabulary() for word in text.split()}
    starts = sorted({word[:size] for word in words for size in (1, 2, 3, 4)})
    offered = {text for start in starts for text in demo.complete(start)}
    assert len(offered) > 2000
    lost = [text for text in sorted(offered) if not demo.search(text, limit=1).hits]
    assert lost == []


@settings(deadline=None)
@given(st.text(max_size=90), st.integers(-2, 9))
def test_any_text_may_be_typed(demo: Catalog, typed: str, limit: int) -> None:
    assert len(demo.complete(typed, limit)) <= max(0, limit)


def test_ids_follow_what_is_wanted_and_are_the_same_in_every_build() -> None:
    assert phrase_id("milk", "name", 900) < phrase_id("milk", "name", 100) < phrase_id("milk", "brand_name", 100)
    assert phrase_id("milk", "name", 900) == phrase_id("milk", "name", 900) != phrase_id("milc", "name", 900)
    assert 0 <= phrase_id("x", "name", 10**9) < phrase_id("x", "policy", -(10**9)) < 2**63


def test_the_index_follows_the_phrases() -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE phrase (id INTEGER PRIMARY KEY, text TEXT, kind TEXT, wanted INTEGER)")
    connection.execute("INSERT INTO phrase VALUES (1, 'Whole Milk', 'name', 5), (2, 'Returns', 'policy', 0)")
    create(connection)
    fill(connection)

    def having(word: str) -> list[int]:
        return [row[0] for row in connection.execute("SELECT rowid FROM phrase_fts WHERE phrase_fts MATCH ?", (word,))]

    connection.execute("INSERT INTO phrase VALUES (3, 'M&M''s Milk', 'word', 1), (4, 'Milk policy', 'policy', 0)")
    assert having("milk") == [1, 3]
    assert having("ms") == [3]
    connection.execute("UPDATE phrase SET text = 'Oat Drink' WHERE id = 1")
    connection.execute("UPDATE phrase SET kind = 'policy' WHERE id = 3")
    connection.execute("UPDATE phrase SET kind = 'name' WHERE id = 2")
    assert (having("milk"), having("oat"), having("returns")) == ([], [1], [2])
    connection.execute("DELETE FROM phrase WHERE id = 1")
    connection.execute("DELETE FROM phrase WHERE id = 4")
    assert having("oat") == []
    check(connection)
    connection.execute("DROP TRIGGER phrase_removed")
    connection.execute("DELETE FROM phrase WHERE id = 2")
    with pytest.raises(sqlite3.DatabaseError):
        check(connection)


def test_a_patchset_keeps_the_index_right(tmp_path: Path) -> None:
    store = Path(shutil.copytree(SMALL_STORE, tmp_path / "store"))
    build_catalog(store, tmp_path / "old.db", today=TODAY)
    shutil.copy(tmp_path / "old.db", tmp_path / "new.db")
    dairy = store / "products" / "dairy.toml"
    dairy.write_text(dairy.read_text().replace('name = "Oat Drink Original"', 'name = "Zingy Oat Drink"', 1))
    build_catalog(store, tmp_path / "new.db", today=TODAY)
    with closing(apsw.Connection(str(tmp_path / "new.db"))) as new:
        new.execute("ATTACH ? AS old", (str(tmp_path / "old.db"),))
        session = apsw.Session(new, "main")
        session.attach("phrase")
        session.diff("old", "phrase")
        changes = session.changeset()
    with closing(apsw.Connection(str(tmp_path / "old.db"))) as old:
        apsw.Changeset.apply(changes, old)
        check(old)
    with closing(Catalog.open(tmp_path / "old.db")) as catalog:
        assert catalog.complete("zing") == ("Zingy Oat Drink",)
        assert catalog.complete("oat drink orig") == ()
