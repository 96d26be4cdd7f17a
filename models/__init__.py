"""The language model: what it takes and gives, how it is found, loaded and asked."""

from models.registry import Loaded, ModelFile, find_models, load_model
from models.types import INTENTS, TAGS, Context, LanguageModel, ModelError, Reading

__all__ = [
    "INTENTS",
    "TAGS",
    "Context",
    "LanguageModel",
    "Loaded",
    "ModelError",
    "ModelFile",
    "Reading",
    "find_models",
    "load_model",
]
