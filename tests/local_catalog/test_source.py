from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from local_catalog import CatalogError
from local_catalog.sources.toml_folder import read_store
from tests.local_catalog.conftest import SMALL_STORE


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL_STORE, tmp_path / "store"))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_a_store_is_read_whole(store: Path) -> None:
    source = read_store(store)
    assert sum(len(family.packs) for _, family in source.families()) == 22
    assert source.store.own_brand == "Pennywell"
    assert source.products[0][0] == "products/dairy.toml"


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            "products/dairy.toml",
            'brand = "Meadowlark"',
            'brnad = "Meadowlark"',
            "family.1.brnad: unknown key; take it out",
        ),
        ("products/dairy.toml", 'brand = "Meadowlark"', "", "'Oat Drink Original': family.1.brand: is missing; add it"),
        (
            "products/dairy.toml",
            '"3.49"',
            '"3,49"',
            "'Oat Drink Original' '100011': family.1.packs.0.price: a price is written",
        ),
        ("products/dairy.toml", '"3.49"', "3.49", 'two decimals, like "3.49"; found 3.49'),
        ("products/dairy.toml", '"3.49"', '"0.00"', "packs.0.price: input should be greater than 0"),
        (
            "products/dairy.toml",
            'size = "1 L"',
            'size = "1 lump"',
            "size '1 lump' has the unknown unit 'lump'; write it like",
        ),
        ("products/dairy.toml", '"100011"', '"10001"', "packs.0.sku"),
        ("products/dairy.toml", '"100011"', '"100001"', "SKU 100001 is also that of products/dairy.toml: 'Whole Milk'"),
        ("products/dairy.toml", '"2.99", days', '"3.49", days', "100011: the offer is not below the price; lower it"),
        ("products/dairy.toml", '"1-2-3"', '"1-9-3"', "no aisle 1 bay 9 on the floor plan; correct the place"),
        ("products/dairy.toml", '"1-2-3"', '"somewhere"', "a place is aisle-bay-shelf"),
        ("products/dairy.toml", '["gluten"]', '["glutten"]', "allergens.0"),
        ("products/dairy.toml", '"Oat Drink Chocolate"', '"Oat Drink Original"', "has a product of this name already"),
        (
            "products/dairy.toml",
            'department = "dairy"',
            'department = "diary"',
            "no department 'diary'; add it to departments",
        ),
        ("products/dairy.toml", "department", "department = ", "is not valid TOML"),
        ("departments.toml", 'aisles = ["2"]', 'aisles = ["22"]', "'home': aisle '22' is not in floor.toml"),
        ("departments.toml", 'id = "home"', 'id = "dairy"', "department 'dairy' is given 2 times; keep one"),
        ("policies.toml", '"home"', '"garage"', "'parking': no department 'garage'"),
        ("store.toml", '["sat"]', '["mon"]', "hours: mon is given 2 times; keep one"),
        ("store.toml", '"18:00"', '"08:00"', "sat close before they open"),
        ("store.toml", '"18:00"', '"09:00"', "sat close before they open"),
        ("store.toml", '"07:30"', '"7:30"', 'a time of day is written like "07:00"'),
        ("floor.toml", 'kind = "entrance"', 'kind = "gate"', "'entrance': fixture.0.kind"),
    ],
)
def test_a_mistake_is_told_with_file_entry_and_remedy(store: Path, file: str, old: str, new: str, told: str) -> None:
    change(store / file, old, new)
    with pytest.raises(CatalogError) as error:
        read_store(store)
    assert told in str(error.value)
    assert Path(file).name in str(error.value)


def test_a_store_may_close_after_midnight(store: Path) -> None:
    change(store / "store.toml", '"18:00"', '"02:00"')
    assert read_store(store).store.hours[-1].closes == 120


def test_all_mistakes_are_told_at_once(store: Path) -> None:
    change(store / "products/dairy.toml", '"3.49"', '"3.4"')
    change(store / "store.toml", "phone", "fone")
    (store / "floor.toml").unlink()
    with pytest.raises(CatalogError) as error:
        read_store(store)
    for told in ("packs.0.price", "fone: unknown key", "phone: is missing", "floor.toml: cannot be read"):
        assert told in str(error.value)


def test_no_folder_no_products(tmp_path: Path, store: Path) -> None:
    with pytest.raises(CatalogError, match="there is no such folder"):
        read_store(tmp_path / "nowhere")
    shutil.rmtree(store / "products")
    with pytest.raises(CatalogError, match=r"holds no \.toml file; put the products there"):
        read_store(store)


def test_a_store_without_its_products(store: Path) -> None:
    shutil.rmtree(store / "products")
    source = read_store(store, products=False)
    assert source.products == ()
    assert source.store.name == "Pennywell Corner"
    change(store / "store.toml", "phone", "fone")
    with pytest.raises(CatalogError, match="fone: unknown key"):
        read_store(store, products=False)


def test_a_store_may_have_words_of_its_own(store: Path) -> None:
    (store / "synonyms.toml").write_text('[[synonym]]\nsame = ["hammer", "thumper"]\n')
    (store / "pairs.toml").write_text('[[pair]]\nbuys = ["hammer"]\ngoes_with = ["batteries"]\n')
    source = read_store(store)
    assert source.synonyms[0].same == ("hammer", "thumper")
    assert source.pairs[0].goes_with == ("batteries",)
