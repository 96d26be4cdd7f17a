"""What of an answer is spoken with the voice of the catalog's language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kiosk.engine.core import Core
from kiosk.engine.names import catalog_texts, page_texts
from kiosk.engine.state import open_state
from kiosk.settings import Settings
from local_catalog import Catalog, build_catalog, demo_source


def test_english_names_in_a_spanish_answer(tmp_path: Path) -> None:
    build_catalog(demo_source(), tmp_path / "catalog.db", today=date(2026, 11, 21))
    catalog = Catalog.open(tmp_path / "catalog.db")
    with open_state(tmp_path / "state.db") as connection:
        core = Core(Settings(data_dir=tmp_path), catalog, connection, None)
        session = core.do(lambda: core.start_session("en"))
        _, turn = core.think_thread.submit(core.ask, 1, session.id, "where is the whole milk", "typed").result()
        assert core.names_said(session.id) == ()
        assert core.names_said("nobody") == ()
        assert core.names_language == "en"
        product = turn.products[0]
        spanish = replace(turn, language="es", say=f"{product.brand} {product.name} cuesta 3,49 $.")
        names = catalog_texts(spanish, catalog)
        assert {product.name, product.brand} <= set(names)
        assert all(name in spanish.say for name in names)
        core.close()
    catalog.close()


@pytest.mark.parametrize(
    ("language", "name"), [("es", "{}, 3,49 $"), ("fr", "{}"), ("de", "{}"), ("ar", "\u2068{}\u2069، 3.49")]
)
def test_english_names_on_a_page_of_another_language(tmp_path: Path, language: str, name: str) -> None:
    build_catalog(demo_source(), tmp_path / "catalog.db", today=date(2026, 11, 21))
    catalog = Catalog.open(tmp_path / "catalog.db")
    milk = next(product for product in catalog.exact("Larkfield Whole Milk") if product.description)
    page = f"Hola. {name.format(milk.name)}. {milk.brand} · {milk.size}. {milk.description} Pasillo 7, tramo 3."
    names = set(page_texts(page, language, catalog))
    assert {milk.name, milk.brand, milk.description} <= names
    assert all(name in page for name in names)
    assert page_texts(page, "en", catalog) == ()
    assert page_texts("Hola. Aquí no hay nada.", language, catalog) == ()
    catalog.close()
