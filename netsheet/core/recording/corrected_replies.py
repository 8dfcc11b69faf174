"""A response that was only corrected: the same answer in other words is no new reply."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from netsheet.core.model import Mood
from netsheet.core.values.answer_sentences import read_answer_words
from netsheet.core.values.vocabulary import StatusReader, plain_phrase

_TELLING: Final[frozenset[Mood]] = frozenset({"not now", "negative", "will write"})
"""What an answer says, where two answers may differ."""
_REFUSALS: Final[frozenset[Mood]] = frozenset({"not now", "negative"})
"""Of these two that say the same are one: nobody says "not now" twice without being asked again."""
_AS_GOOD_AS_EQUAL: Final = 0.85
_SHORTEST: Final = 8
"""In a shorter text one other letter may be another word."""
_NUMBERS = re.compile(r"\d+")


def with_earlier_wording(
    now: Sequence[str], before: Sequence[str], words: StatusReader, *, is_answered: bool
) -> tuple[str, ...]:
    """Return the texts under Response, the earlier one in the place of one that only corrects it.

    Args:
        now: what the cells say.
        before: what they said at the last refresh.
        words: reads a status word.
        is_answered: whether the user has written since the reply; then a longer text may be about another one.
    """
    gone = list((Counter(before) - Counter(now)).elements())
    new = Counter(now) - Counter(before)
    texts = []
    for text in now:
        is_new, new[text] = new[text] > 0, new[text] - 1
        earlier = next(
            (old for old in gone if is_new and _is_corrected(old, text, words, is_answered=is_answered)), None
        )
        if earlier is not None:
            gone.remove(earlier)
        texts.append(text if earlier is None else earlier)
    return tuple(texts)


def _is_corrected(old: str, new: str, words: StatusReader, *, is_answered: bool) -> bool:
    """Whether a text says what an earlier one said: the same refusal, a slip put right, or more of the same."""
    mood = _mood(old, words)
    if mood != _mood(new, words):
        return False
    one, other = plain_phrase(old), plain_phrase(new)
    if mood in _REFUSALS or one == other:
        return True
    if not is_answered and f"{other} ".startswith(f"{one} "):
        return True
    is_long = min(len(one), len(other)) >= _SHORTEST and _NUMBERS.findall(one) == _NUMBERS.findall(other)
    return is_long and SequenceMatcher(None, one, other).ratio() >= _AS_GOOD_AS_EQUAL


def _mood(text: str, words: StatusReader) -> Mood | None:
    meaning = read_answer_words(text, words)
    return meaning.mood if meaning is not None and meaning.mood in _TELLING else None
