"""Texts made comparable and put on one line, and the known word that a mistyped one is nearest to."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import filterfalse

_TO_FOLD = str.maketrans({
    "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "\u0131": "i",
    "\u2019": "'", "\u200c": "", "\u200d": "",
})  # fmt: skip
"""Letters that hold no plain one, each as one would type it on an English keyboard."""
_LEAST_ALIKE = 0.6
"""How alike two words must be (difflib's ratio, from 0 to 1): "emial" is meant as "email", "name" not as "date"."""
_LONGEST_TYPED = 80
_LONGEST_QUOTE = 80
"""How much a sentence quotes of what the user typed."""


def fold(text: str) -> str:
    """Lower the case and take the accents off, so that "März" and "marz" are one word."""
    return text.lower() if text.isascii() else _fold(text)


@lru_cache(maxsize=65536)
def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_TO_FOLD))
    return "".join(filterfalse(unicodedata.combining, decomposed))


def one_line(text: str, most: int = _LONGEST_QUOTE) -> str:
    """Put a text on one line of at most ``most`` characters; one that is cut ends with "…"."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def nearest_names(typed: str, known: Iterable[str], *, most: int = 1) -> tuple[str, ...]:
    """Find the known names that look most like what was typed, case and accents aside, the nearest first."""
    by_folded: dict[str, str] = {}
    for name in known:
        by_folded.setdefault(fold(name.strip()), name)
    wanted = fold(typed.strip())[:_LONGEST_TYPED]
    return tuple(
        by_folded[near] for near in difflib.get_close_matches(wanted, by_folded, n=most, cutoff=_LEAST_ALIKE)
    )


def nearest_name(typed: str, known: Iterable[str]) -> str:
    """Find the known name that looks most like what was typed; "" when none does."""
    return next(iter(nearest_names(typed, known)), "")
