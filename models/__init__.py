"""The language model: what it takes and gives, how it is found, chosen, loaded and asked."""

from models import readers
from models.choice import CHOICE, choose, chosen, gave_up
from models.machine import in_words, memory_for_models
from models.registry import Loaded, ModelFile, find_models, load_model
from models.types import INTENTS, TAGS, Context, LanguageModel, ModelError, Reading, StreamingModel

__all__ = [
    "CHOICE",
    "INTENTS",
    "TAGS",
    "Context",
    "LanguageModel",
    "Loaded",
    "ModelError",
    "ModelFile",
    "Reading",
    "StreamingModel",
    "choose",
    "chosen",
    "find_models",
    "gave_up",
    "in_words",
    "load_model",
    "memory_for_models",
    "readers",
]
