"""Headings to fields: what a heading's own words say, before the cells below are looked at.

A heading that is only partly understood is left unmatched rather than matched wrongly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from netsheet.core.columns.aliases import ALIASES
from netsheet.core.columns.fields import Unsettled
from netsheet.core.columns.heading_grammar import fields_of_words
from netsheet.core.columns.heading_words import (
    ARTICLES,
    CAUTIOUS,
    CURRENT,
    DAY_WORDS,
    FILLERS,
    HARMLESS,
    MADE_OF,
    OF_CONTACT,
    SLOTS,
)
from netsheet.core.columns.plain_words import plain_words
from netsheet.core.model import SheetReading

OWN_PREFIX = "netsheet"
EXACT, SAME_WORDS, ALTERNATIVES, CONTAINED, GUESSED = 4, 3, 2, 1, 0
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}")
# A hint at the end that the cell is, or has, a link: "Company Name - link to company page", "Name + URL".
# It says nothing about the field, so it is cut off before the words are matched.
_WITH_LINK = re.compile(
    r"\s*(?:-|\+|/|&|\band\b)\s*(?:link|url|website|site link|link to [\w ]+|company website|link company website)\s*$",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"^(\d{1,2})(?:st|nd|rd|th|o|a|er|ere|e|eme|ro|do|to)$")
_ORDINAL_WORDS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}
_ALTERNATIVES = re.compile(r"\s*(?:/|\||\bor\b)\s*", re.IGNORECASE)
_DAY_OF: Mapping[str | Unsettled, str] = {
    "response": "response_date",
    "response_type": "response_date",
    "response_date": "response_date",
    "meeting_date": "meeting_date",
    "follow_up": "follow_up",
    Unsettled.FOLLOW_UP: "follow_up",
    "next_action": "follow_up",
    "first_contact": "first_contact",
    "last_contact": "last_contact",
    "connected": "connected",
    "recorded": "recorded",
    "date_applied": "date_applied",
    "birthday": "birthday",
    "thank_you": "thank_you",
    "promise": "promise_by",
}
"""What a bare "Date" is below a group of each meaning."""
TOUCH_WORDS = frozenset({
    "touch", "touchpoint", "outreach", "interaction", "attempt", "message", "email", "mail", "dm", "call", "nachricht", "anruf", "kontakt",
    "kontaktversuch", "appel", "relance", "mensaje", "llamada", "contacto", "mensagem", "contato", "messaggio", "chiamata", "contatto", "bericht",
    "belletje", "wiadomosc", "kontaktu", "follow",
})  # fmt: skip
"""Words for one contact: with a number the heading is one of several."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as the user wrote it.

    Attributes:
        text: the cell in the row of headings.
        group: in a header of two rows the text above, where it changes the meaning: "Reply" above "Date"; else "".
    """

    text: str
    group: str = ""

    @property
    def shown(self) -> str:
        """How the heading is named in messages and settings: with an arrowhead (U+203A) between group and text."""
        return f"{self.group} \u203a {self.text}" if self.group else self.text

    @property
    def words(self) -> tuple[str, ...]:
        """The ``plain_words`` of group and text."""
        return plain_words(self.shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What a heading's words say.

    Attributes:
        field: a field's name, or a meaning that the cells settle.
        number: the number in it ("Follow-up 2" is 2), 0 without.
        slot: which of several people in a row it is about ("" is the row's own person).
        strength: how well it fits, ``EXACT`` the best.
        others: what else the words may mean, where the cells below fit it better.
    """

    field: str | Unsettled
    number: int = 0
    slot: str = ""
    strength: int = EXACT
    others: tuple[str | Unsettled, ...] = ()


def read_fields(readings: Iterable[SheetReading]) -> tuple[str, ...]:
    """Return what the columns of some sheets are read as, each once."""
    named = (match.field for reading in readings for match in reading.headings)
    return tuple(sorted({field for field in named if field is not None}))


def is_own(text: str) -> bool:
    """Whether a heading or a sheet's name is one of netsheet's own."""
    return text.strip().casefold().startswith(OWN_PREFIX)


def understand(heading: Heading) -> Understood | None:
    """Match a heading, with its group where it has one."""
    if heading.group:
        return understand_group(heading.group, heading.text)
    return understand_heading(heading.text)


@cache
def understand_heading(heading: str) -> Understood | None:
    """Match a heading's text, or return None when its words do not clearly say one field."""
    if not heading.strip() or is_own(heading):
        return None
    if heading.strip() in {"#", "No.", "№", "N°", "Nº"}:
        return Understood(field="id")
    if field := _exact().get(" ".join(plain_words(heading))):
        return Understood(field=field)
    bare = _WITH_LINK.sub("", _BRACKETS.sub(" ", heading))
    words, number = without_number(plain_words(bare) or plain_words(heading))
    tried = [(words, number), (plain_words(heading), 0)]
    if number and words[0] in TOUCH_WORDS:
        tried.append((words[1:], number))
    for candidate, found in tried:
        if understood := understand_words(candidate, found):
            return None if _is_part_of_name(understood, plain_words(bare)) else understood
    return (
        _of_alternatives(bare, number)
        or _of_slot(words, number)
        or _of_day(words, number)
        or _of_words_for_days(words, number)
        or _of_contact(words, number)
        or _of_part(words, number)
        or _of_notions(plain_words(heading), 0)
        or _of_notions(words, number)
    )


def understand_group(group: str, heading: str) -> Understood | None:
    """Match a heading together with the group above it: "Reply" above "Date" is the day of the reply."""
    both = understand_heading(f"{group} {heading}")
    if both is not None and both.strength >= SAME_WORDS:
        return both
    own, about = understand_heading(heading), understand_heading(group)
    if own is None or about is None or own.field != "date" or own.number:
        return None
    field = _DAY_OF.get(about.field)
    return Understood(field=field, number=about.number, strength=SAME_WORDS) if field else None


def _is_part_of_name(understood: Understood, words: tuple[str, ...]) -> bool:
    """Whether an ordinal counts the names of one person: "2o apellido" does not belong to a second person."""
    is_part = understood.field in {"first_name", "last_name"} and understood.number > 0
    return is_part and any(map(_ORDINAL.match, words))


def without_number(words: tuple[str, ...]) -> tuple[tuple[str, ...], int]:
    """Take one number out: "follow up 2", "touch 1 date", "2nd follow up"."""
    numbers = [
        (place, int(match[1]) if (match := _ORDINAL.match(word)) else int(word))
        for place, word in enumerate(words)
        if _ORDINAL.match(word) or (word.isdecimal() and len(word) <= 2)
    ]
    numbers += [(place, _ORDINAL_WORDS[word]) for place, word in enumerate(words) if word in _ORDINAL_WORDS]
    split = [
        (place, match)
        for place, word in enumerate(words)
        if (match := re.fullmatch(r"([^\W\d_]+)(\d{1,2})", word))
    ]
    if len(numbers) == 1 and len(words) > 1 and not split:
        place, number = numbers[0]
        return words[:place] + words[place + 1 :], number
    if len(split) == 1 and not numbers:
        place, match = split[0]
        return (*words[:place], match[1], *words[place + 1 :]), int(match[2])
    return words, 0


def understand_words(words: tuple[str, ...], number: int = 0) -> Understood | None:
    """Match folded words, all of them, with an alias: in its order, else in any."""
    text = " ".join(words)
    if field := _exact().get(text):
        return Understood(field=field, number=number)
    bag = _bag(words)
    field = _bags().get(bag)
    if field and (len(bag) > 1 or set(words) - ARTICLES == set(words) & _meaning(words)):
        return Understood(field=field, number=number, strength=SAME_WORDS)
    return None


def _of_alternatives(heading: str, number: int) -> Understood | None:
    """Match "Title / Role": alternatives that all say the same field."""
    pieces = [piece for piece in _ALTERNATIVES.split(heading) if piece.strip()]
    if len(pieces) < 2:
        return None
    found = [understand_words(without_number(plain_words(piece))[0], number) for piece in pieces]
    fields = {understood.field for understood in found if understood}
    if len(fields) != 1 or None in found:
        return None
    return Understood(field=fields.pop(), number=number, strength=ALTERNATIVES)


def _of_slot(words: tuple[str, ...], number: int) -> Understood | None:
    """Match "Recruiter" and "Recruiter Email": a second person's place in the row."""
    text = " ".join(words)
    for alias, slot in _slots().items():
        if text in {alias, f"{alias} name", f"name of {alias}", f"name of the {alias}"}:
            return Understood(field="name", slot=slot, number=number)
        if not text.startswith(f"{alias} "):
            continue
        rest = understand_words(tuple(text.removeprefix(f"{alias} ").split()), number)
        if rest and rest.field in _SLOT_FIELDS:
            return Understood(field=rest.field, slot=slot, number=number)
    return None


_SLOT_FIELDS = frozenset(
    {
        "name",
        "first_name",
        "last_name",
        "email",
        "phone",
        "linkedin",
        "title",
        Unsettled.CONTACT,
        Unsettled.LINK,
    }
)


def _of_day(words: tuple[str, ...], number: int) -> Understood | None:
    """Match "Follow-up-Datum": a word for a day, and what it is the day of."""
    about = tuple(word for word in words if word not in DAY_WORDS)
    understood = understand_words(about, number) if 0 < len(about) < len(words) else None
    field = _DAY_OF.get(understood.field) if understood else None
    return Understood(field=field, number=number, strength=ALTERNATIVES) if field else None


def _of_words_for_days(words: tuple[str, ...], number: int) -> Understood | None:
    """Match "Date of last conversation" and "E-mail sent on": made of words of a few kinds, in any order."""
    meant = set(words) - FILLERS - _LITTLE | ({"on"} if not _ON.isdisjoint(words) else set())
    for field, needed, allowed in MADE_OF:
        if all(not kind.isdisjoint(meant) for kind in needed) and meant <= allowed.union(*needed):
            return Understood(field=field, number=number, strength=ALTERNATIVES)
    return None


def _of_contact(words: tuple[str, ...], number: int) -> Understood | None:
    """Match "Nachname Kontakt" and "Current role": a fact, and that it is the contact's."""
    about = tuple(word for word in words if word not in OF_CONTACT | CURRENT | FILLERS)
    understood = understand_words(about, number) if 0 < len(about) < len(words) else None
    if understood is None or understood.field not in _FACTS:
        return None
    return Understood(field=understood.field, number=number, strength=ALTERNATIVES)


_ON = frozenset({"on", "am", "le", "el", "em", "il", "op", "dnia"})
_LITTLE = (
    _ON
    | {"dell", "di", "no"}
    | frozenset(
        {"we", "i", "most", "on", "was", "were", "que", "per", "l", "ha", "dnia", "o", "op", "te", "sie"}
    )
)
_FACTS = frozenset(
    {
        "first_name",
        "last_name",
        "email",
        "phone",
        "linkedin",
        "title",
        "company",
        "location",
        "birthday",
        "notes",
        "status",
        "source",
    }
)


def _of_part(words: tuple[str, ...], number: int) -> Understood | None:
    """Match a long heading by a phrase in it, where nothing around the phrase carries a meaning of its own."""
    if len(words) < 4 or not CAUTIOUS.isdisjoint(words):
        return None
    fields: set[str] = set()
    for length in range(2, min(len(words), 5) + 1):
        for start in range(len(words) - length + 1):
            field = _exact().get(" ".join(words[start : start + length]))
            around = words[:start] + words[start + length :]
            if isinstance(field, str) and HARMLESS.issuperset(around):
                fields.add(field)
    return Understood(field=fields.pop(), number=number, strength=CONTAINED) if len(fields) == 1 else None


def _of_notions(words: tuple[str, ...], number: int) -> Understood | None:
    fields = fields_of_words(words)
    if not fields:
        return None
    return Understood(field=fields[0], number=number, strength=ALTERNATIVES, others=fields[1:])


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def _meaning(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for word in words if word not in FILLERS)


def _bag(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_singular(word) for word in _meaning(words))


@cache
def _exact() -> Mapping[str, str | Unsettled]:
    return MappingProxyType(
        {
            " ".join(plain_words(alias)): field
            for field, aliases in ALIASES.items()
            for alias in aliases.split(";")
        }
    )


@cache
def _bags() -> Mapping[frozenset[str], str | Unsettled]:
    """Map the words of each alias, whatever their order, where they mean one field only."""
    fields: dict[frozenset[str], set[str | Unsettled]] = {}
    for alias, field in _exact().items():
        fields.setdefault(_bag(tuple(alias.split())), set()).add(field)
    return MappingProxyType({bag: found.pop() for bag, found in fields.items() if len(found) == 1 and bag})


@cache
def _slots() -> Mapping[str, str]:
    pairs = [
        (" ".join(plain_words(alias)), slot)
        for slot, aliases in SLOTS.items()
        for alias in aliases.split(";")
    ]
    return MappingProxyType(dict(sorted(pairs, key=lambda pair: -len(pair[0]))))
