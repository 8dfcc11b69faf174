"""What people write of a touch in their own words: "she answered, wants to talk", "thanked him for the call"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from netsheet.core.model import Direction, TouchKind
from netsheet.core.values.answer_sentences import read_answer_words
from netsheet.core.values.clauses import clauses, first_clause
from netsheet.core.values.done_word_lists import DONE_WORDS, DoneMeaning
from netsheet.core.values.sentence_days import before_day
from netsheet.core.values.short_forms import spelled_out
from netsheet.core.values.vocabulary import IGNORED, Meaning, is_turned, plain_phrase, read_kind, read_status
from netsheet.core.values.word_lists import TURNING_WORDS

_TOUCHES: Final[Mapping[DoneMeaning, tuple[TouchKind, Direction]]] = {
    "replied": ("reply", "in"),
    "they said not now": ("reply", "in"),
    "they called": ("call", "in"),
    "answered them": ("message", "out"),
    "wrote": ("message", "out"),
    "called": ("call", "out"),
    "thanked": ("thanks", "out"),
    "wished": ("wish", "out"),
    "talked": ("call", "both"),
    "met": ("meeting", "both"),
}


_WAITING: Final = frozenset({
    "waiting", "awaiting", "ghosted", "silence", "silent", "crickets", "pending", "warte", "warten", "attente", "esperando", "aguardando", "wachten", "czekam",
})  # fmt: skip


_THANKED = re.compile(
    r"(?:i |we |ve |have |already |then |also )*(?:thanked(?! me\b)(?: \w+){0,4}|(?:sent|emailed|e mailed|mailed|wrote|said|gave)(?: (?:a|an|my|the|her|him|them|quick|short))* "
    r"(?:thank yous?|thanks|thankyou|ty|thx)(?: \w+){0,2}|(?:thank yous?|thanks|thankyou|ty|thx)(?: (?:note|email|mail|message|card|letter|was|is|already))* (?:sent|done|emailed|given|written))"
)
"""That the user thanked them, in more words than the list of what is done can hold."""


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
    text = spelled_out(text)
    told, kind = _read_told(text), read_kind(text)
    if told is None and kind is None:
        return _read_end(text)
    if told is None or (kind is not None and told[1] in {kind[1], "both"}):
        return kind
    return told


@lru_cache(maxsize=65536)
def read_end(text: str) -> Meaning | None:
    """Read how things are after what happened: "the position is filled", "she'll get back to me"; else None."""
    meaning = read_answer_words(text, read_status)
    is_end = meaning is not None and (meaning.closed_by or meaning.mood in {"not now", "will write"})
    return meaning if is_end else None


def _read_end(text: str) -> tuple[TouchKind, Direction] | None:
    meaning = read_end(text)
    if meaning is None:
        return None
    return ("bounce", "in") if meaning.has_left else ("reply", "in")


@lru_cache(maxsize=65536)
def says_thanked(text: str) -> bool:
    """Whether a clause says that the user thanked them: "met, thanked", "interview 8 May - thank you sent 9 May"."""
    phrases = (plain_phrase(before_day(clause)) for clause in clauses(text))
    return any(done_meanings().get(each) == "thanked" or _THANKED.fullmatch(each) for each in phrases)


@lru_cache(maxsize=65536)
def says_nothing_came(text: str) -> bool:
    """Whether a text says that nothing happened: "no reply yet", "still waiting"."""
    meaning = read_answer_words(text, read_status)
    is_waiting = meaning is not None and (meaning.has_sent or meaning == IGNORED)
    is_silence = is_turned(text) or not _WAITING.isdisjoint(plain_phrase(text).split())
    return is_waiting and is_silence and read_kind(text) is None


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
