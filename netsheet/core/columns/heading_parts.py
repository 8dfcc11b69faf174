"""Headings of which only a part is known: what they may mean, for the cells below to decide.

"target_email" is an e-mail address of a person. "School Name" is an organisation, "Editor" a person, and "Nazwa"
may be either. "Email source" is none of them: some words turn the meaning of those next to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from netsheet.core.columns.fields import Unsettled
from netsheet.core.columns.heading_words import (
    CAUTIOUS,
    FILLERS,
    HEADS,
    NAME_WORDS,
    OF_OTHERS,
    ORGANISATIONS,
    PEOPLE,
)
from netsheet.core.columns.headings import TOUCH_WORDS, understand_heading, understand_words, without_number
from netsheet.core.columns.plain_words import plain_words

_ANYBODYS = frozenset({"email", "phone", "linkedin", "website", "first_name", "last_name", "title"})
"""Facts about the one that the other words of the heading name."""
_KNOWN_BY_CELLS = _ANYBODYS | {
    "name", "company", "status", "channel", "relationship", "response", "response_date", "first_contact", "last_contact",
    "meeting_date", "follow_up", "every", Unsettled.CONTACT, Unsettled.FOLLOW_UP, Unsettled.STATE,
}  # fmt: skip
"""Meanings that the cells can confirm, so that an unknown word next to them does no harm."""
_LONGEST = 5
_PIECES = re.compile(
    r"\s*(?:/|\||\\|&|\+|,|;|:|\n|[()\[\]{}]|\s[-\u2013\u2014]\s|\bor\b|\band\b)\s*", re.IGNORECASE
)


class Guess(NamedTuple):
    """What a heading may mean, the words of it that are not known ("target" in "target_email"), and its number, 0 without."""

    field: str | Unsettled
    rest: frozenset[str] = frozenset()
    number: int = 0


@cache
def guess_heading(heading: str) -> tuple[Guess, ...]:
    """Return what a heading that is not understood may mean, the likeliest first."""
    pieces = [piece for piece in _PIECES.split(heading) if piece.strip()]
    guesses = list(_guess_words(_split_compounds(plain_words(heading))))
    if len(pieces) > 1:
        for piece in pieces:
            understood = understand_heading(piece)
            guesses += (
                [Guess(understood.field)]
                if understood
                else _guess_words(_split_compounds(plain_words(piece)))
            )
    return tuple(dict.fromkeys(guesses))


def is_person(words: AbstractSet[str]) -> bool:
    """Whether the words of a heading name the person a row is about."""
    return _kind_of(words) == "name"


def is_about_others(heading: str) -> bool:
    """Whether a heading is about somebody, or something, else than the row's contact."""
    return not _OTHERS.isdisjoint(plain_words(heading))


_OTHERS = OF_OTHERS | CAUTIOUS


def _guess_words(words: tuple[str, ...]) -> Iterator[Guess]:
    bare, number = without_number(words)
    if number and not TOUCH_WORDS.isdisjoint(bare) and _OTHERS.isdisjoint(bare):
        yield Guess("date", number=number)
        return
    meant = [word for word in words if word not in FILLERS and not word.isdecimal()]
    names = NAME_WORDS.intersection(meant)
    nouns = frozenset(word for word in meant if word not in NAME_WORDS)
    kind = _kind_of(nouns)
    if kind:
        yield Guess(kind, nouns)
        yield Guess("company" if kind == "name" else "name", nouns)
    elif names and _OTHERS.isdisjoint(nouns) and len(nouns) <= 2 and not any(map(_says_a_fact, nouns)):
        yield Guess("name", nouns)
        yield Guess("company", nouns)
    for length in range(min(len(words) - 1, _LONGEST), 0, -1):
        for start in {0, len(words) - length}:
            rest = frozenset(words[:start] + words[start + length :]) - FILLERS
            understood = understand_words(words[start : start + length])
            if understood and understood.field in _KNOWN_BY_CELLS and _OTHERS.isdisjoint(rest):
                yield Guess(understood.field, rest)


def _split_compounds(words: tuple[str, ...]) -> tuple[str, ...]:
    """Split long German and Dutch words before their last part: "Recruitername"."""
    return tuple(part for word in words for part in _split(word))


def _split(word: str) -> tuple[str, ...]:
    head = next((head for head in HEADS if word.endswith(head) and len(word) >= len(head) + 4), "")
    if not head or understand_words((word,)):
        return (word,)
    start = word.removesuffix(head)
    return (start if _kind_of({start}) else start.removesuffix("s"), head)


def _kind_of(nouns: AbstractSet[str]) -> str:
    """Say whether words for people or organisations are among these, and no other unknown ones; people win."""
    if not _OTHERS.isdisjoint(nouns) or any(map(_says_a_fact, nouns)):
        return ""
    texts = {" ".join(sorted(nouns)), *nouns, *(noun.removesuffix("s") for noun in nouns)}
    known = {_nouns()[text] for text in texts if text in _nouns()}
    return "name" if "name" in known else "company" if known else ""


def _says_a_fact(word: str) -> bool:
    """Whether a word is a heading by itself, of something about a person or a contact."""
    understood = understand_words((word,))
    return (
        word not in _nouns()
        and understood is not None
        and understood.field not in {"name", "company", Unsettled.CONTACT}
    )


@cache
def _nouns() -> dict[str, str]:
    return {
        " ".join(sorted(plain_words(noun))): field
        for field, nouns in (("company", ORGANISATIONS), ("name", PEOPLE))
        for noun in nouns.split(";")
    }
