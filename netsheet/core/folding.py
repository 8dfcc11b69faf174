"""Texts made comparable: small letters without accents, so that "März" and "marz" are one word.

One responsibility: folding. What a word means, others say.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_TO_FOLD = str.maketrans(
    {"ł": "l", "ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "\u2019": "'", "\u200c": "", "\u200d": ""}
)


def fold(text: str) -> str:
    """Lower the case and take the accents off, so that "März" and "marz" are one word."""
    return text.lower() if text.isascii() else _fold(text)


@lru_cache(maxsize=65536)
def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_TO_FOLD))
    return "".join(character for character in decomposed if not unicodedata.combining(character))
