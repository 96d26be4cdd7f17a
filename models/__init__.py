"""The language model: what it takes and gives, how it is found, loaded and asked."""

from models.types import INTENTS, TAGS, Context, LanguageModel, ModelError, Reading

__all__ = ["INTENTS", "TAGS", "Context", "LanguageModel", "ModelError", "Reading"]
