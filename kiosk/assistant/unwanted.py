"""What a product shall not be: 'not the salted one', 'without perfume', 'anything but apricot'."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kiosk.assistant.amounts import starts_with
from kiosk.assistant.several_words import SeveralWords, several_words
from kiosk.assistant.traits import Span

_MOST = 3
"""Words of one thing that is not wanted."""
_CAREFUL = ("not", "no", "nothing", "never")
_ONE = ("one", "ones", "kind", "sort", "type")
_OR = ("or", "nor")
_LISTING = ("from", "than", "but", "except", "for", "excluding")
"""Ends of 'apart from', 'other than' and the like, after which 'and' names more that is not wanted."""
_WHOLE_CLAUSE = ("that", "which", "who")


def find_unwanted(
    words: Sequence[str], stop: Collection[str], taken: Sequence[Span]
) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """(what is not wanted, where the words stand that say so). Each is one word or more; a product would have all.

    What lies in `taken` is a diet or an allergen, and read as such.
    """
    lists = several_words()
    unwanted: list[str] = []
    spans: list[Span] = []
    at = 0
    while at < len(words):
        first = at + _leaves_out(words, at, lists)
        if first == at:
            at += 1
            continue
        lists_more = words[first - 1] in _LISTING
        start = at
        while True:
            end, said = _named(words, first, stop, lists)
            if not said or any(s < end and first < e for s, e in taken):
                break
            unwanted.append(said)
            at = end
            if end + 1 < len(words) and (words[end] in _OR or (lists_more and words[end] == "and")):
                first = end + 1
                continue
            break
        if at > start:
            spans.append((start, at))
        else:
            at = first
    return tuple(unwanted), tuple(spans)


def _named(words: Sequence[str], first: int, stop: Collection[str], lists: SeveralWords) -> tuple[int, str]:
    """One thing from this word on: where it ends, and its words."""
    end = first
    while end < len(words) and words[end] in stop and words[end] not in _ONE and not _leaves_out(words, end, lists):
        end += 1
    row = "".join(" " + w for w in words[end:]) + " "
    name = next((name for name in lists.one_thing if row.startswith(f"{name} ")), "")
    first, end = end, end + name.count(" ")
    while end < len(words) and end - first < _MOST and not _ends(words, end, first, lists) and not name:
        end += 1
    said = " ".join(w for w in words[first:end] if w not in stop and w not in _ONE)
    while said and end < len(words) and words[end] in _ONE:
        end += 1
    return end, said


def _leaves_out(words: Sequence[str], at: int, lists: SeveralWords) -> int:
    """How many words at this place leave something out, 0 if none do."""
    phrase = next((p for p in lists.leaves_out if starts_with(words, at, p)), None)
    if phrase is None or at + len(phrase) >= len(words):
        return 0
    before, after = words[at - 1] if at else "", words[at + len(phrase)]
    if phrase in (("is", "not"), ("are", "not")):
        return len(phrase) if before in _WHOLE_CLAUSE and after not in lists.leaves_out_not_before else 0
    if phrase[-1] in _CAREFUL and (before in lists.leaves_out_not_after or after in lists.leaves_out_not_before):
        return 0
    return len(phrase)


def _ends(words: Sequence[str], at: int, first: int, lists: SeveralWords) -> bool:
    if words[at] in _ONE:
        return True
    ends = words[at] in lists.leaves_out_until or bool(_leaves_out(words, at, lists))
    return ends and at > first
