"""What people write of a touch in their own words: "she answered, wants to talk", "thanked him for the call"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from netsheet.core.model import Direction, TouchKind
from netsheet.core.values.clauses import first_clause
from netsheet.core.values.done_word_lists import DONE_WORDS, DoneMeaning
from netsheet.core.values.vocabulary import plain_phrase, read_kind
from netsheet.core.values.word_lists import TURNING_WORDS

_TOUCHES: Final[Mapping[DoneMeaning, tuple[TouchKind, Direction]]] = {
    "replied": ("reply", "in"),
    "they said not now": ("reply", "in"),
    "they called": ("call", "in"),
    "answered them": ("message", "out"),
    "wrote": ("message", "out"),
    "called": ("call", "out"),
    "thanked": ("thanks", "out"),
    "talked": ("call", "both"),
    "met": ("meeting", "both"),
}


@cache
def done_meanings() -> Mapping[str, DoneMeaning]:
    """Return what each phrase means, by the phrase as it is compared."""
    meanings: dict[str, DoneMeaning] = {}
    for meaning, beginnings, endings in DONE_WORDS:
        for beginning in beginnings.split(";"):
            for ending in endings.split(";"):
                meanings.setdefault(plain_phrase(f"{beginning} {ending}"), meaning)
    return meanings


def read_activity(text: str) -> tuple[TouchKind, Direction] | None:
    """Read what a touch was, and its direction, from a word for it or from a sentence about it.

    The sentence decides who wrote: "she messaged me", "thanked him for the call". Otherwise the word says more of it.
    """
    told, kind = _read_told(text), read_kind(text)
    if told is None or (kind is not None and told[1] in {kind[1], "both"}):
        return kind
    return told


def _read_told(text: str) -> tuple[TouchKind, Direction] | None:
    """Read the beginning of a sentence; one word is enough only where it is all that its first clause says."""
    words = plain_phrase(first_clause(text)).split()
    if not TURNING_WORDS.isdisjoint(words):
        return None
    meanings = done_meanings()
    for length in range(len(words), 0 if len(words) == 1 else 1, -1):
        meaning = meanings.get(" ".join(words[:length]))
        if meaning is not None:
            return _TOUCHES.get(meaning)
    return None
