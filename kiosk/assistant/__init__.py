"""The conversation: understands what is asked, looks it up, answers, and calls people. No Qt, no sockets, no clock."""

from kiosk.assistant.assistant import Assistant
from kiosk.assistant.conversation import Conversation
from kiosk.assistant.guard import Fault, check
from kiosk.assistant.output import product_json, turn_json
from kiosk.assistant.types import (
    PRIORITIES,
    REASONS,
    FreshProduct,
    Gist,
    Hands,
    HandsError,
    ListLine,
    PageReceipt,
    Source,
    Turn,
    money_json,
)
from kiosk.assistant.word_lists import WordListError
from kiosk.assistant.worded import Listener
from kiosk.assistant.wording import WordingError, languages

__all__ = [
    "PRIORITIES",
    "REASONS",
    "Assistant",
    "Conversation",
    "Fault",
    "FreshProduct",
    "Gist",
    "Hands",
    "HandsError",
    "ListLine",
    "Listener",
    "PageReceipt",
    "Source",
    "Turn",
    "WordListError",
    "WordingError",
    "check",
    "languages",
    "money_json",
    "product_json",
    "turn_json",
]
