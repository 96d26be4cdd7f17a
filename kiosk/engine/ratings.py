"""What is kept of a shopper's thumbs."""

from __future__ import annotations

from kiosk import insight
from kiosk.assistant import Turn

REASONS = ("wrong_product", "wrong_fact", "misunderstood", "offensive", "other")


def rated(turn: Turn, good: bool, why: str) -> insight.Rated:
    """How the answer came about, and nothing of who asked. Raises ValueError for a reason that is none."""
    if why not in ("", *REASONS):
        raise ValueError(f"a rating's reason is one of {', '.join(REASONS)}")
    return insight.Rated(
        turn_intent=turn.intent,
        good=good,
        why=why,
        path=turn.path,
        language=turn.language,
        query=insight.product_words(str(turn.request.get("query", ""))),
        sources=[f"{source.table}:{source.key}" for source in turn.sources],
    )
