"""The recogniser that needs nothing: PocketSphinx with the store's own sentences, English.

A store's sentences are heard as voice/shop.py says. A grammar of its own is small enough to hear up to three versions
of the sound (voice/cleaning.py): two that agree settle the text, else the one in the middle is taken, and its words in
any order are heard beside it. Where both hear the same, the text is right about nine times of ten; the more they
differ, the less: that is the confidence.

The whole utterance is decoded at once, since the model's features are normalised by their mean over the utterance: with
a mean that is estimated as the sound comes in, four of ten recorded orders were understood, with the true one, 98 %. So
text in between comes from decoding what there is so far, and what will be the result is worked out when the shopper
falls silent, before the turn is over.
"""

from __future__ import annotations
