"""The mapping file: which column of a source is what. Its vocabulary is small; docs/import.md explains all of it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, model_validator

from local_catalog.importing.readers.options import SourceOptions
from local_catalog.sources.toml_folder import explained
from local_catalog.sources.toml_models import Entry, Word
from local_catalog.types import CatalogError

_TEMPLATE = re.compile(r"\{([^{}]+)\}")
_CURRENCIES_WITH_OTHER_DECIMALS = """
    BHD BIF CLP DJF GNF IQD ISK JOD JPY KMF KRW KWD LYD OMR PYG RWF TND UGX VND VUV XAF XOF XPF
"""
_OTHER_DECIMALS = frozenset(_CURRENCIES_WITH_OTHER_DECIMALS.split())
"""ISO 4217 currencies without decimals or with three."""


def _currency(value: str) -> str:
    if value in _OTHER_DECIMALS:
        raise ValueError(f"prices in {value} have not two decimals, as those of a catalog have")
    return value


def _pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"is no regular expression ({error})") from error
    return value


def _spec(value: object) -> object:
    """A text alone is the name of a column or a template."""
    return {"from": value} if isinstance(value, (str, list)) else value


Columns = Annotated[tuple[Word, ...], BeforeValidator(lambda v: (v,) if isinstance(v, str) else v), Field(min_length=1)]
Pattern = Annotated[str, Field(min_length=1, max_length=500), AfterValidator(_pattern)]


class TextSpec(Entry):
    """Where a text comes from and what is done with it, in the order of these fields."""

    from_: Annotated[Columns | None, Field(alias="from")] = None
    """Columns ('a.b' for nested ones) or templates ('{width} x {depth} cm'). Of several the first that is not empty."""
    value: str | int | float | None = None
    """The same for all, instead of `from`."""
    join: str | None = None
    """Put all columns of `from` together with this between them, empty ones left out."""
    empty: tuple[str, ...] = ()
    """Texts that mean that there is nothing: 'No old price'."""
    pattern: Pattern | None = None
    """Keep what this regular expression finds: its group if it has one."""
    replace: dict[str, str] = Field(default_factory=dict)
    """Other words for some values, upper and lower case alike."""
    style: Literal["title", "sentence"] | None = None
    """'mens-watches' becomes 'Mens Watches' or 'Mens watches'."""
    default: str | int | float | None = None
    """When there is nothing."""

    @model_validator(mode="after")
    def _has_a_source(self) -> Self:
        if (self.from_ is None) == (self.value is None) and not (self.from_ is None and self._other_source()):
            raise ValueError("say either `from` (a column) or `value` (the same for all)")
        return self

    def _other_source(self) -> bool:
        return False

    def columns(self) -> tuple[str, ...]:
        """All columns that it reads."""
        return tuple(name for told in self.from_ or () for name in _TEMPLATE.findall(told) or (told,))


class PriceSpec(TextSpec):
    decimal: Literal[".", ","] | None = None
    """None: told by each price; 1.299 and 1,299 are then thousands."""
    minor: bool = False
    """The numbers are cents."""


class SizeSpec(TextSpec):
    unit: Word | None = None
    """What plain numbers are: a column weight_g is in 'g'."""
    decimal: Literal[".", ","] | None = None


class ListSpec(TextSpec):
    separator: str | None = None
    """Between the items of a text: '>' for 'Food > Drinks'; lists of the source need none."""
    alternatives: str | None = None
    """Between several lists in one text, of which the first counts: '|' for 'Food > Drinks | Sale'."""
    flags: dict[str, Word] = Field(default_factory=dict)
    """Items by columns that say yes or no: vegan = 'is_vegan'."""

    def _other_source(self) -> bool:
        return bool(self.flags)

    def columns(self) -> tuple[str, ...]:
        """All columns that it reads."""
        return (*super().columns(), *self.flags.values())


class SkuSpec(TextSpec):
    hash: tuple[Word, ...] = ()
    """Where there is none: a number made from these columns, which should never change for a product."""

    def _other_source(self) -> bool:
        return bool(self.hash)

    def columns(self) -> tuple[str, ...]:
        """All columns that it reads."""
        return (*super().columns(), *self.hash)


class StockSpec(TextSpec):
    words: dict[str, Annotated[int, Field(ge=0)] | Literal["unknown"]] = Field(default_factory=dict)
    """How many a word stands for: {'In Stock' = 'unknown', 'Low Stock' = 2}. Words for none are known."""


class TextFormSpec(TextSpec):
    markdown: bool = False
    """Take off the signs of Markdown."""


_Text = Annotated[TextSpec, BeforeValidator(_spec)]
_Long = Annotated[TextFormSpec, BeforeValidator(_spec)]
_List = Annotated[ListSpec, BeforeValidator(_spec)]
_Price = Annotated[PriceSpec, BeforeValidator(_spec)]


class Fields(Entry):
    """[fields]. Only name, price and sku must be there."""

    sku: Annotated[SkuSpec, BeforeValidator(_spec)]
    name: _Long
    price: _Price
    brand: _Text | None = None
    category: _List | None = None
    """From the department down."""
    size: Annotated[SizeSpec, BeforeValidator(_spec)] | None = None
    gtin: _Text | None = None
    stock: Annotated[StockSpec, BeforeValidator(_spec)] | None = None
    place: _Text | None = None
    """Aisle, bay and shelf in one: 'A12-3-2', or by the groups aisle, bay and shelf of `pattern`."""
    aisle: _Text | None = None
    bay: _Text | None = None
    shelf: _Text | None = None
    description: _Long | None = None
    words: _List | None = None
    """Other words for the product, tags."""
    ingredients: _Long | None = None
    allergens: _List | None = None
    may_contain: _List | None = None
    diet: _List | None = None
    min_age: _Text | None = None
    family: _Text | None = None
    """What all sizes of one product have in common."""
    sold: _Text | None = None
    """Units sold in a usual period, or another count of how much a product is wanted."""
    offer_price: _Price | None = None
    offer_label: _Text | None = None
    offer_ends: _Text | None = None
    """The last day, as 2026-11-30."""

    @model_validator(mode="after")
    def _fit_together(self) -> Fields:
        if self.place and (self.aisle or self.bay or self.shelf):
            raise ValueError("a place is either in `place` or in `aisle`, `bay` and `shelf`")
        if (self.offer_price or self.offer_label) and not self.offer_ends:
            raise ValueError("an offer needs `offer_ends`: a kiosk shows no offer without its last day")
        return self


class NutritionFields(Entry):
    """[nutrition], per 100 g or 100 ml: energy in kJ or kcal, the rest in grams."""

    per: Literal["100 g", "100 ml"] = "100 g"
    energy_kj: _Text | None = None
    energy_kcal: _Text | None = None
    fat: _Text
    saturates: _Text
    carbohydrate: _Text
    sugars: _Text
    fibre: _Text
    protein: _Text
    salt: _Text

    @model_validator(mode="after")
    def _has_energy(self) -> NutritionFields:
        if self.energy_kj is None and self.energy_kcal is None:
            raise ValueError("say `energy_kj` or `energy_kcal`")
        return self

    def specs(self) -> dict[str, TextSpec]:
        """Those given, by name."""
        return {name: spec for name, spec in self if isinstance(spec, TextSpec)}


class Skip(Entry):
    """[[skip]]: rows that are not to be imported, and are not wrong either. One condition each."""

    column: Word
    is_: Annotated[tuple[str, ...], Field(alias="is")] = ()
    """One of these, upper and lower case alike."""
    matches: Pattern | None = None
    below: float | None = None
    empty: bool | None = None

    @model_validator(mode="after")
    def _has_one_condition(self) -> Skip:
        if sum((bool(self.is_), self.matches is not None, self.below is not None, self.empty is not None)) != 1:
            raise ValueError("say one of `is`, `matches`, `below` and `empty`")
        return self


class Mapping(Entry):
    """The whole file."""

    currency: Annotated[str, Field(pattern="^[A-Z]{3}$"), AfterValidator(_currency)] | None = None
    """Of the prices; None: the store's."""
    language: Annotated[str, Field(pattern="^[a-z]{2}$")] = "en"
    """Of the texts; told of a store of which nothing else is known."""
    store: Word = "Our store"
    """Its name, where neither a catalog nor a folder tells."""
    may_shrink: bool = False
    """Whether there may be less than half of the products that were there before."""
    source: SourceOptions = SourceOptions()
    fields: Fields
    attributes: dict[Annotated[str, Field(pattern="^[a-z][a-z0-9_]*$")], _Text] = Field(default_factory=dict)
    nutrition: NutritionFields | None = None
    skip: tuple[Skip, ...] = ()

    def specs(self) -> dict[str, TextSpec]:
        """All of them, by where they stand in the file."""
        found: dict[str, TextSpec] = {f"fields.{n}": spec for n, spec in self.fields if isinstance(spec, TextSpec)}
        found |= {f"attributes.{name}": spec for name, spec in self.attributes.items()}
        if self.nutrition:
            found |= {f"nutrition.{name}": spec for name, spec in self.nutrition.specs().items()}
        return found


def read_mapping(path: Path) -> Mapping:
    """Read and check a mapping file. Raises CatalogError that lists each mistake with its remedy."""
    try:
        return parse_mapping(path.read_text("utf-8-sig"), str(path))
    except OSError as error:
        raise CatalogError(f"{path}: cannot be read ({error.strerror}); name the mapping file") from error
    except UnicodeDecodeError as error:
        raise CatalogError(f"{path}: is not UTF-8 text; save it as UTF-8") from error


def parse_mapping(content: str, name: str) -> Mapping:
    """The same from the text of a file; `name` is what errors call it."""
    try:
        raw: dict[str, Any] = tomllib.loads(content)
        return Mapping.model_validate(raw)
    except tomllib.TOMLDecodeError as error:
        raise CatalogError(f"{name}: is not valid TOML ({error}); correct that line") from error
    except ValidationError as error:
        problems = "\n  ".join(dict.fromkeys(explained(Path(name).name, raw, error)))
        raise CatalogError(f"{name}: the mapping is not right:\n  {problems}") from error
