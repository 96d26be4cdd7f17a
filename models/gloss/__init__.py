"""Spanish, French, German and Arabic put into English words, so that a model that reads English alone can follow.

Word by word with the longest match, keeping which original words each English word stands for: what the model marks
in the English can be carried back to what the shopper said. No network, no state; the tables lie beside this file.
"""

from models.gloss.pieces import Piece, glossed
from models.gloss.table import LANGUAGES, fold
from models.gloss.which import language, scores

__all__ = ["LANGUAGES", "Piece", "fold", "glossed", "language", "scores"]
