"""The filter of a goal: which touches, and touches with whom, count.

A value counts when a cell is that value ("LinkedIn"), or when each of its words begins a word of what the log says of
the person: their title, company, industry, place and tags ("marketing managers in tech").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Final, Literal

from netsheet.core.people.facts import joined_text
from netsheet.core.text import fold

if TYPE_CHECKING:
    import pandas as pd

FilterField = Literal[
    "any", "channel", "company", "relationship", "source", "template", "title", "industry", "location", "tags"
]
PeopleTexts = Mapping[str, Mapping[str, str]]
"""For each person key the texts of their cells, by field."""

_OF_PERSON: Final = ["company", "relationship", "source"]
_OF_TOUCH: Final = ["channel", "template"]
_IN_WORDS: Final = ("title", "company", "industry", "location", "tags")
_LINKS: Final = frozenset({
    "a", "an", "and", "at", "bei", "das", "de", "den", "der", "die", "du", "e", "el", "en", "et", "for", "from", "im",
    "in", "la", "le", "les", "los", "of", "the", "und", "with", "y",
})  # fmt: skip
_WORD: Final = re.compile(r"\w+")
_SHORTEST_STEM: Final = 4
"""A shorter word must be the whole word: "IT" is not the beginning of "Italy"."""


def fits_filter(
    field: FilterField, value: str, touches: pd.DataFrame, people: pd.DataFrame, texts: PeopleTexts
) -> pd.Series[bool]:
    """Say which touches have the value that a filter asks for.

    Args:
        field: what it looks at; "any" looks at all of them.
        value: what it asks for.
        touches: columns ``person``, ``channel`` and ``template``.
        people: columns ``person``, ``company``, ``relationship`` and ``source``.
        texts: of the people, for the other fields.
    """
    wanted = value.casefold()
    looked_at = [*_OF_TOUCH, *_OF_PERSON] if field == "any" else [field]
    of_person = touches[["person"]].merge(people[["person", *_OF_PERSON]], how="left", on="person")
    values = touches[_OF_TOUCH].join(of_person.set_index(touches.index)[_OF_PERSON])
    fits = [
        values[name].astype("string").str.casefold().eq(wanted).fillna(value=False)
        for name in looked_at
        if name in values
    ]
    fields = _IN_WORDS if field == "any" else tuple({field} & {*_IN_WORDS})
    described = {
        key for key in touches["person"].unique() if _has_words(value, joined_text(texts, key, fields))
    }
    return reduce(or_, [*fits, touches["person"].isin(described)])


def _has_words(wanted: str, text: str) -> bool:
    """Whether each word of the filter begins a word of the text; a plural is as good as one of it."""
    words = _words(text)
    return bool(words) and all(
        any(word == stem or (len(stem) >= _SHORTEST_STEM and word.startswith(stem)) for word in words)
        for stem in map(_stem, _words(wanted))
    )


def _words(text: str) -> set[str]:
    return {word for word in _WORD.findall(fold(text)) if word not in _LINKS}


def _stem(word: str) -> str:
    return word.removesuffix("s") if len(word) > _SHORTEST_STEM else word
