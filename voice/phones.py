"""Phones of the CMU set as signs of a string, and how easily one is taken for another."""

from __future__ import annotations

from itertools import accumulate

# One sign a phone, so that a word is a string: vowels are lower case.
SIGNS = {
    "AA": "a", "AE": "A", "AH": "x", "AO": "o", "AW": "w", "AY": "y", "EH": "e", "ER": "E", "EY": "Y", "IH": "i",
    "IY": "I", "OW": "O", "OY": "q", "UH": "h", "UW": "u", "B": "B", "CH": "C", "D": "D", "DH": "d", "F": "F", "G": "G",
    "HH": "H", "JH": "J", "K": "K", "L": "L", "M": "M", "N": "N", "NG": "g", "P": "P", "R": "R", "S": "S", "SH": "c",
    "T": "T", "TH": "t", "V": "V", "W": "W", "Y": "j", "Z": "Z", "ZH": "z",
}  # fmt: skip
VOWELS = frozenset("aAxowyeEYiIOqhu")
_NEAR = (
    (0.15, "ao xi xe xh xa xA iI ie hu Oo tF dD NM gN SZ Cc JZ zJ zc wa"),
    (0.3, "eA eY xE xo xO aA yi iY wO uO uh Eh Ee TD PB KG CJ FV td TC DJ Sc St Zz VB dV yI qy hO xu xI ah Aa oO FP"),
    (0.5, "LW RW Lo LO TP KT KP GD BD GB MB ND HF cF NL RL jI jG TS DZ"),
)
_COST = {pair: cost for cost, pairs in _NEAR for two in pairs.split() for pair in ((two[0], two[1]), (two[1], two[0]))}
_VOWEL_FOR_VOWEL = 0.5
CHANGE = {
    a: {b: 0.0 if a == b else _COST.get((a, b), _VOWEL_FOR_VOWEL if {a, b} <= VOWELS else 1.0) for b in SIGNS.values()}
    for a in SIGNS.values()
}
"""What it costs that one phone stands for another."""
GONE = dict.fromkeys(SIGNS.values(), 1.0) | dict.fromkeys(VOWELS, 0.6) | {
    "x": 0.4, "i": 0.5, "E": 0.7, "H": 0.4, "T": 0.6, "D": 0.6, "R": 0.6, "j": 0.5,
}  # fmt: skip
"""What it costs that a phone is there in one and not in the other."""


def signs(phones: str) -> str:
    """Phones as a dictionary writes them ("M IH L K") as signs."""
    return "".join(SIGNS[phone] for phone in phones.split())


def distance(one: str, other: str, most: float = 99.0) -> float:
    """What it costs to make one string of phones the other; from `most` on, any number that large."""
    added = [GONE[sign] for sign in other]
    before = [0.0, *accumulate(added)]
    for a in one:
        gone, change = GONE[a], CHANGE[a]
        last = least = before[0] + gone
        row = [last]
        for at, b in enumerate(other):
            cost = before[at] + change[b]
            if before[at + 1] + gone < cost:
                cost = before[at + 1] + gone
            if last + added[at] < cost:
                cost = last + added[at]
            row.append(cost)
            last = cost
            if cost < least:
                least = cost
        if least >= most:
            return least
        before = row
    return before[-1]
