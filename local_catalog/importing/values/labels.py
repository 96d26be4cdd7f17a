"""Allergens and diets as labels name them in four languages, and words for being in stock."""

from __future__ import annotations

from local_catalog.text import spoken

_ALLERGENS = {
    "gluten": "gluten cereals cereales barley rye oats orge seigle avoine cebada centeno avena gerste roggen hafer",
    "wheat": "wheat trigo ble weizen",
    "milk": "milk dairy lactose leche lacteos lait laitiers milch laktose milcherzeugnisse",
    "eggs": "egg eggs huevo huevos oeuf oeufs ei eier",
    "fish": "fish pescado poisson poissons fisch",
    "crustaceans": "crustacean crustaceans crustaceos crustaces krebstiere prawns shrimp crab lobster",
    "shellfish": "shellfish mariscos schalentiere",
    "molluscs": "mollusc molluscs mollusk mollusks moluscos mollusques weichtiere",
    "nuts": "nut nuts treenuts almonds hazelnuts walnuts cashews frutos noix nusse schalenfruchte nueces",
    "peanuts": "peanut peanuts cacahuete cacahuetes arachide arachides erdnuss erdnusse",
    "soy": "soy soya soybeans soja",
    "sesame": "sesame sesamo sesam",
    "celery": "celery apio celeri sellerie",
    "mustard": "mustard mostaza moutarde senf",
    "sulphites": "sulphites sulfites sulphite sulfite sulfitos sulfit sulfite sulphur schwefeldioxid",
    "lupin": "lupin lupins altramuces lupinen",
}
_DIETS = {
    "vegan": ("vegan", "vegano", "vegana", "vegane", "végan", "végétalien"),
    "vegetarian": ("vegetarian", "vegetariano", "vegetariana", "végétarien", "vegetarisch"),
    "gluten-free": ("gluten free", "sin gluten", "sans gluten", "glutenfrei", "no gluten", "gf"),
    "lactose-free": ("lactose free", "sin lactosa", "sans lactose", "laktosefrei", "no lactose"),
    "organic": ("organic", "bio", "biologique", "ecologico", "ecológico", "öko", "orgánico"),
    "sugar-free": ("sugar free", "sin azúcar", "sans sucre", "zuckerfrei", "sin azúcares añadidos", "no sugar"),
    "halal": ("halal",),
    "kosher": ("kosher", "kasher", "koscher"),
    "nut-free": ("nut free", "sin frutos secos", "sans noix", "nussfrei", "no nuts"),
}
_BY_WORD = {word: name for name, words in _ALLERGENS.items() for word in words.split()}
_BY_DIET = {spoken(said): name for name, words in _DIETS.items() for said in words}
_NONE = frozenset(spoken(word) for word in ("none", "no", "ninguno", "aucun", "keine", "nein", "0"))
_SOLD_OUT = frozenset(
    spoken(said)
    for said in (
        "out of stock", "sold out", "no stock", "unavailable", "not available", "none", "no", "false", "discontinued",
        "agotado", "sin stock", "sin existencias", "no disponible", "épuisé", "rupture", "rupture de stock",
        "en rupture", "indisponible", "ausverkauft", "nicht verfügbar", "nicht vorrätig", "vergriffen",
        "outofstock", "soldout",
    )
)  # fmt: skip
_IN_STOCK = frozenset(
    spoken(said)
    for said in (
        "in stock", "instock", "available", "yes", "true", "low stock", "limited stock", "disponible", "en stock",
        "en existencia", "verfügbar", "vorrätig", "auf lager", "lieferbar", "limited", "few left",
    )
)  # fmt: skip


def allergens(text: str) -> tuple[str, ...]:
    """The allergens that a label's entry names; one that is not known stays as it is, since none may be lost."""
    said = spoken(text)
    if not said or said in _NONE:
        return ()
    if said.endswith((" free", "frei")) or said.startswith(("free from", "sin ", "sans ", "no ")):
        return ()
    words = said.split()
    if "peanut" in said or "peanuts" in words:
        words = [word for word in words if word not in ("nut", "nuts")]
    found = tuple(dict.fromkeys(_BY_WORD[word] for word in words if word in _BY_WORD))
    return found or (said[:60],)


def diet(text: str) -> str | None:
    """The diet that a label's entry names; None for an unknown one."""
    return _BY_DIET.get(spoken(text))


def stock_word(text: str) -> int | str | None:
    """0 for words for none, None for words that tell no number, the text itself if it is not known."""
    said = spoken(text)
    if said in _SOLD_OUT:
        return 0
    return None if said in _IN_STOCK else text
