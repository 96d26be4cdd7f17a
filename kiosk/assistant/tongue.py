"""In which language a shopper speaks."""

from __future__ import annotations

from kiosk.assistant.clean import clean
from kiosk.assistant.wording import languages
from local_catalog import Catalog
from models.gloss import scores
from models.words import split

_CLEAR = 3.0
"""By so much another language has to be more likely than the one that was spoken: two words of its own, or more."""
_OTHER_LETTERS = frozenset(("ar",))
"""Not written in the letters of the store's names: who types "oat milk" says no more than that oat milk is wanted."""
_NAME = 4
"""Words of an utterance that may be nothing but a name of foreign origin: dulce de leche."""


def spoken(text: str, current: str, catalog: Catalog) -> str:
    """The language of this utterance (ISO 639-1): the current one, if nothing speaks clearly for another."""
    current = current if current in languages() else "en"
    words = split(clean(text).text)
    found = {code: score for code, score in scores(words).items() if code in languages()}
    best = max(found, key=lambda code: found[code])
    if found[best] - found.get(current, 0.0) < _CLEAR:
        return current
    if len(words) <= _NAME and _is_name(" ".join(words), catalog, loosely=current in _OTHER_LETTERS):
        return current
    return best


def _is_name(text: str, catalog: Catalog, *, loosely: bool) -> bool:
    """Whether these are words of one product's name; `loosely`: or all else that it is found by."""
    hits = catalog.search(text, limit=1).hits
    if not hits:
        return False
    known = {w.lower() for w in (*split(hits[0].product.name), *(hits[0].matched if loosely else ()))}
    return {w.lower() for w in text.split()} <= known
