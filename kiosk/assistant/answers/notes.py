"""What must be said along with a product, whatever was asked: safety of diets, and age."""

from __future__ import annotations

from kiosk.assistant.work import Work
from local_catalog import Product

_SAFETY = ("gluten-free", "lactose-free", "nut-free")


def notes(work: Work, product: Product) -> list[str]:
    """What must be said along with a product: what its label says on diets that matter, and the age."""
    request = work.request
    sentences = []
    marked = [d for d in request.diet if d in _SAFETY and d in product.diet]
    if marked:
        said = work.wording.diets(marked)
        sentences.append(work.say("found_diet", diet=said) + " " + work.say("check_pack"))
    if request.avoid:
        said = work.wording.allergens(request.avoid, either=True)
        sentence = work.say("found_avoid", allergens=said)
        work.facts.text(sentence, "product", product.sku)
        sentences.append(sentence)
    if product.min_age:
        sentences.append(work.say("found_age", age=product.min_age))
    return sentences
