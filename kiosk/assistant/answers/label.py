"""What the label of a product says: ingredients, allergens, diets, nutrition. Never more than the data."""

from __future__ import annotations

import re

from kiosk.assistant.evidence import CARRIED, look
from kiosk.assistant.wording import ENGLISH, wording
from kiosk.assistant.work import Answer, Work, offer_call
from local_catalog import Filters, Nutrition, Product

_INGREDIENTS_SAID = 220
"""Characters of a list of ingredients that are said; the screen shows it whole."""


def _unknown(work: Work, key: str, product: Product) -> Answer:
    return Answer(
        work.product(key, product),
        suggestions=work.suggest("staff", "where"),
        offer_staff=True,
        focus=product,
        pending=offer_call(work, "product", product.department, product.sku),
    )


def ingredients(work: Work, products: tuple[Product, ...]) -> Answer:
    """The list as on the pack, or whether it names one thing."""
    product = products[0]
    if not product.ingredients:
        return _unknown(work, "ingredients_none", product)
    asked = [w for w in work.parsed.content if w not in work.request.query.split()] if not work.pointed else []
    if work.pointed:
        asked = [w for w in work.parsed.content if w not in work.lists.traits.weak]
    if asked and work.parsed.traits.references:
        return _one_ingredient(work, product, " ".join(asked))
    text = product.ingredients
    if len(text) > _INGREDIENTS_SAID:
        text = text[:_INGREDIENTS_SAID].rsplit(",", 1)[0] + "."
    return Answer(work.product("ingredients", product, ingredients=text), focus=product)


def _one_ingredient(work: Work, product: Product, asked: str) -> Answer:
    found = re.search(rf"\b{re.escape(asked)}", product.ingredients, re.IGNORECASE)
    said = work.product("ingredient_yes" if found else "ingredient_no", product,
                        ingredient=work.utterance.in_own_words(asked))  # fmt: skip
    work.facts.texts.append(said)
    return Answer(said, focus=product)


def asked_allergens(work: Work) -> tuple[str, ...]:
    """The allergens that the words name; 'nuts' are tree nuts and peanuts, as people mean both."""
    traits = work.parsed.traits
    named = [n.name for n in (*traits.avoid, *traits.allergens)]
    words = set(work.utterance.words)
    if words & {"nuts", "nut"} and not words & {"tree", "almond", "almonds"}:
        named.append("peanuts")
    for diet_name in traits.diet:
        named += _DIET_ALLERGENS.get(diet_name.name, ())
    return tuple(dict.fromkeys(named))


_DIET_ALLERGENS = {"gluten-free": ("gluten",), "nut-free": ("nuts", "peanuts"), "lactose-free": ("milk",)}


def _has_label(product: Product) -> bool:
    return bool(product.ingredients or product.allergens or product.may_contain)


def allergens(work: Work, products: tuple[Product, ...]) -> Answer:
    """Exactly what the label lists and what it may contain."""
    product = products[0]
    words = work.wording
    if not _has_label(product):
        return _unknown(work, "allergens_unknown", product)
    asked = asked_allergens(work)
    if not asked:
        listed, maybe = words.allergens(product.allergens), words.allergens(product.may_contain)
        key = {(True, True): "allergens_both", (True, False): "allergens_has", (False, True): "allergens_may",
               (False, False): "allergens_none"}[bool(listed), bool(maybe)]  # fmt: skip
        said = work.product(key, product, allergens=listed, may=maybe)
    else:
        has = [a for a in asked if a in product.allergens]
        may = [a for a in asked if a in product.may_contain and a not in has]
        if has:
            said = work.product("allergen_yes", product, allergen=words.allergens(has))
            if may:
                said += " " + work.product("allergens_may_too", product, may=words.allergens(may))
        elif may:
            said = work.product("allergen_may", product, allergen=words.allergens(may, either=True))
        else:
            said = work.product("allergen_no", product, allergen=words.allergens(asked, either=True))
    work.facts.text(said, "product", product.sku)
    return Answer(said, focus=product, suggestions=work.suggest("ingredients", "staff"))


def diet(work: Work, products: tuple[Product, ...]) -> Answer:
    """Whether the label marks it for a diet; for several products, which of them."""
    wanted = tuple(dict.fromkeys(n.name for n in work.parsed.traits.diet))
    product = products[0]
    if not wanted:
        if not product.diet:
            return _unknown(work, "allergens_unknown", product)
        return Answer(work.product("diet_list", product, diet=work.wording.diets(product.diet)), focus=product)
    said_diet = work.wording.diets(wanted)
    if len(work.pointed) > 1:
        marked = [p for p in work.pointed if set(wanted) <= set(p.diet)]
        work.facts.about(*work.pointed)
        if not marked:
            said = work.say("diet_none", diet=said_diet)
            work.facts.texts.append(said)
            return Answer(said, tuple(work.pointed))
        key = "diet_one" if len(marked) == 1 else "diet_some"
        said = work.say(key, names=work.names(marked, prices=False, most=4), diet=said_diet)
        return Answer(said, tuple(work.pointed), focus=marked[0])
    if not _has_label(product) and not product.diet:
        return _unknown(work, "allergens_unknown", product)
    yes = set(wanted) <= set(product.diet)
    said = work.product("diet_yes" if yes else "diet_no", product, diet=said_diet)
    if yes and set(wanted) & set(_DIET_ALLERGENS):
        said += " " + work.say("check_pack")
    if not yes:
        work.facts.text(said, "product", product.sku)
        other = _marked_other(work, wanted) if not work.pointed else None
        if other is not None:
            said += " " + work.product("diet_other", other, diet=said_diet)
            return Answer(said, (product, other), focus=other, suggestions=work.suggest("ingredients", "staff"))
    return Answer(said, focus=product, suggestions=work.suggest("ingredients", "staff"))


def _marked_other(work: Work, wanted: tuple[str, ...]) -> Product | None:
    """The like that is marked as wished."""
    if not work.request.query:
        return None
    match = look(work.catalog, work.request.query, Filters(diet=wanted, in_stock=True))
    return match.close[0].product if match.cover >= CARRIED else None


def asked_nutrient(work: Work) -> str | None:
    """The line of the nutrition table that the words mean."""
    words = {*work.utterance.words, *work.utterance.said}
    own, english = work.wording.nutrient_words, wording(ENGLISH).nutrient_words
    return next((key for key, said in own.items() if words & {*said, *english[key]}), None)


def nutrient_amount(work: Work, table: Nutrition, nutrient: str) -> str:
    """'4.5 g' or '120 kcal'."""
    unit = {"energy_kcal": "kcal", "energy_kj": "kJ"}.get(nutrient, "g")
    return f"{work.wording.number(getattr(table, nutrient))} {unit}"


_TABLE = ("energy_kcal", "fat", "sugars", "protein", "salt")
"""What is said of the table when no line of it is asked for."""


def nutrition(work: Work, products: tuple[Product, ...]) -> Answer:
    """The table in one sentence, or one line of it."""
    product = products[0]
    table = product.nutrition
    if table is None:
        return _unknown(work, "nutrition_none", product)
    nutrient = asked_nutrient(work)
    if nutrient is None:
        values = {key: work.wording.number(getattr(table, key)) for key in _TABLE}
        return Answer(work.product("nutrition", product, per=table.per, **values), focus=product)
    if nutrient == "energy_kcal":
        amounts = {"per": table.per, "energy_kcal": work.wording.number(table.energy_kcal)}
        return Answer(work.product("nutrition_energy", product, **amounts), focus=product, wordable=True)
    said = work.product(
        "nutrition_one",
        product,
        per=table.per,
        amount=nutrient_amount(work, table, nutrient),
        nutrient=work.wording.nutrients[nutrient],
    )
    return Answer(said, focus=product, wordable=True)
