"""Other words in place of the user's: the same word always becomes the same one, and their order stays.

The order matters: where two people are alike, netsheet takes the one whose name comes first.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable
from typing import Final

from netsheet.core.anonymous.known_words import known_words
from netsheet.core.text import fold

_CONSONANTS: Final = "bdfgklmnprstvz"
_VOWELS: Final = "aeiou"
_SYLLABLES: Final = (3, 3, 3, 4)
_PART: Final = 4
"""No part of so many letters is taken over from a word in the log."""

_LONG: Final = 6
"""A number of so many digits becomes none that is in the log: it may be somebody else's telephone number."""


class Pseudonyms:
    """What takes the place of words and numbers. Asked for first, made together, then looked up."""

    def __init__(self) -> None:
        self._words: dict[str, str] = {}
        self._numbers: dict[str, str] = {}

    def word(self, word: str) -> str:
        """Return what a word becomes, in its own upper and lower case."""
        replaced = self._words.setdefault(fold(word), "")
        if word.isupper() and len(word) > 1:
            return replaced.upper()
        return replaced.capitalize() if word[:1].isupper() else replaced

    def number(self, digits: str) -> str:
        """Return what a row of digits becomes: as many others."""
        return self._numbers.setdefault(digits, "") or digits

    @property
    def words(self) -> Collection[str]:
        """The words that were replaced, folded."""
        return self._words.keys()

    def settle(self, chance: random.Random, avoided: Iterable[str]) -> None:
        """Make what takes the place of all that was asked for.

        Args:
            chance: where the choice comes from.
            avoided: words of the log that may be part of no pseudonym, folded.
        """
        parts = frozenset(word for word in {*avoided, *self._words} if len(word) >= _PART)
        made: set[str] = set()
        while len(made) < len(self._words):
            word = "".join(
                chance.choice(_CONSONANTS) + chance.choice(_VOWELS) for _ in range(chance.choice(_SYLLABLES))
            )
            if word not in known_words() and not _has_part(word, parts):
                made.add(word)
        self._words = dict(zip(sorted(self._words), sorted(made), strict=True))
        for length in {len(digits) for digits in self._numbers}:
            self._settle_numbers(length, chance)

    def _settle_numbers(self, length: int, chance: random.Random) -> None:
        """Replace the numbers of one length; those that begin with 0 still do, and their order stays."""
        for has_zero in (True, False):
            same = sorted(
                digits
                for digits in self._numbers
                if len(digits) == length and digits.startswith("0") == has_zero
            )
            if length == 1 or (has_zero and length <= 2):
                self._numbers |= {digits: digits for digits in same}
                continue
            lowest, highest = (0, 10 ** (length - 1)) if has_zero else (10 ** (length - 1), 10**length)
            taken = {int(digits) for digits in same} if length >= _LONG else set()
            drawn: set[int] = set()
            while len(drawn) < len(same):
                if (number := chance.randrange(lowest, highest)) not in taken:
                    drawn.add(number)
            others = sorted(drawn)
            self._numbers |= {old: f"{new:0{length}}" for old, new in zip(same, others, strict=True)}


def _has_part(word: str, parts: Collection[str]) -> bool:
    return any(
        word[start:end] in parts
        for start in range(len(word) - _PART + 1)
        for end in range(start + _PART, len(word) + 1)
    )
