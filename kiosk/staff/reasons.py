"""Why staff is called, in the words associates read."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

REASONS: Mapping[str, str] = MappingProxyType(
    {
        "help": "Needs a hand",
        "find": "Can’t find something",
        "stock": "Asks about stock",
        "product": "Product question",
        "medicine": "Medicine question",
        "allergy": "Allergy question",
        "age_check": "Age check",
        "locked_case": "Open a locked case",
        "checkout": "Help at checkout",
        "complaint": "Has a complaint",
        "emergency": "Emergency",
        "lost_child": "Lost child",
        "injury": "Someone is hurt",
        "theft": "Theft or safety",
        "manager": "Asks for a manager",
        "other": "Something else",
    }
)
"""Reason code to title. The codes are those of kiosk.assistant."""

ALWAYS_URGENT = frozenset({"emergency", "lost_child", "injury"})
"""Reasons that are urgent however they were called."""

OUTCOMES = ("done", "no_such_thing", "nobody_there")
"""How a call may be resolved: helped; what was asked for does not exist here; the shopper was gone."""

MESSAGES = ("on_my_way", "two_minutes", "five_minutes", "come_to_desk", "have_look", "none_left")
"""Quick phrases to a shopper, by code: each side words them in its own language."""
