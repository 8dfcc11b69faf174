"""Priorities as people write them: numbers, letters, words, stars."""

from __future__ import annotations

import re
from typing import Final

from netsheet.core.named_table import folded_words

_RANK_BY_WORD: Final = {
    word: rank
    for rank, words in {
        1: "a|high|highest|top|must|dream|hoch|sehr hoch|haute|elevee|alta|alto|hoog|wysoki|wysoka|high priority",
        2: "b|medium|middle|normal|mid|good|mittel|moyenne|media|medio|midden|gemiddeld|sredni|srednia",
        3: "c|low|lowest|maybe|backup|niedrig|gering|basse|faible|baja|bajo|bassa|basso|baixa|baixo|laag|niski|niska",
    }.items()
    for word in words.split("|")
}
_NUMBER: Final = re.compile(r"(?:p|prio(?:rity)?|#|nr)?\s*(\d{1,3})(?:[.)]|st|nd|rd|th)?")
_STARS: Final = re.compile(r"[*★⭐]{1,5}")


def read_rank(priority: str) -> int | None:
    """Read 1, "P1", "high", "A" or stars, of which five are the most, as 1."""
    words = folded_words(priority)
    if _STARS.fullmatch(priority):
        return 6 - len(priority)
    if match := _NUMBER.fullmatch(words):
        return int(match[1])
    return _RANK_BY_WORD.get(words)
