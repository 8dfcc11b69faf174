"""Headings that say something else than a field: a person's number, what the user did, a month."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from netsheet.core.columns.heading_words import FILLERS
from netsheet.core.columns.headings import Heading
from netsheet.core.columns.plain_words import plain_words
from netsheet.core.model import Channel, TouchKind
from netsheet.core.month_names import MONTH_BY_WORD
from netsheet.core.values.vocabulary import read_kind

_PEOPLE = frozenset({
    "contact", "person", "people", "lead", "prospect", "client", "kontakt", "personen", "contacto", "contato", "contatto",
})  # fmt: skip


def is_number_of_person(heading: Heading) -> bool:
    """Whether a heading says that the cells below it hold a person's number ("ContactID")."""
    words = heading.words
    return "id" in words and len(words) <= 3 and not _PEOPLE.isdisjoint(words)


# Past participles only: "Called on" says what the user did, while "Call" may be a plan or a place.
_VERBS: Mapping[str, Channel | None] = {
    "emailed": "e-mail", "gemaild": "e-mail", "messaged": None, "wrote": None, "angeschrieben": None, "texted": "text", "called": "phone",
    "phoned": "phone", "angerufen": "phone", "appele": "phone", "gebeld": "phone",
}  # fmt: skip


_MEETINGS: Sequence[TouchKind] = ("interview", "call", "event")


def meeting_of_heading(heading: Heading) -> TouchKind:
    """Read what a heading over the days of meetings says of them: "Telefonat am" was a call."""
    said = [read[0] for word in heading.words if (read := read_kind(word))]
    return next((kind for kind in _MEETINGS if kind in said), "meeting")


def verb_of_heading(heading: Heading) -> tuple[str, Channel | None] | None:
    """Read a heading that only says what the user did ("Called on"): the verb, and the channel it implies."""
    words = frozenset(heading.words) - FILLERS - {"date"}
    verb = next(iter(words)) if len(words) == 1 else ""
    return (verb, _VERBS[verb]) if verb in _VERBS else None


def month_of_heading(heading: str) -> tuple[int, int] | None:
    """Read a heading that names a month: (year, month), the year 0 when it is not said; None for others."""
    words = plain_words(heading)
    if len(words) == 1 and (match := re.fullmatch(r"([^\W\d_]{3,})(\d{2}|\d{4})", words[0])):
        words = (match[1], match[2])
    months = [MONTH_BY_WORD[word] for word in words if word in MONTH_BY_WORD]
    numbers = [int(word) for word in words if word.isdecimal() and len(word) <= 4]
    if len(months) + len(numbers) != len(words) or not 1 <= len(words) <= 2:
        return None
    if len(months) == 1:
        year = numbers[0] if numbers else 0
        year += 2000 if 0 < year < 100 else 0
        return (year, months[0]) if year == 0 or 2000 <= year < 2100 else None
    if len(numbers) == 2 and 2000 <= max(numbers) < 2100 and 1 <= min(numbers) <= 12:
        return max(numbers), min(numbers)
    return None
