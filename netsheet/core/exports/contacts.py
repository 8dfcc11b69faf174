"""People as an address book knows them: what other systems have a place for."""

from __future__ import annotations

import datetime as dt
import hashlib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import quote

from netsheet.core.columns.headings import is_own
from netsheet.core.exports.target_names import Progress
from netsheet.core.imports.imported_facts import read_tags
from netsheet.core.model import Log, Person
from netsheet.core.text import fold
from netsheet.core.touch_facts import facts_of
from netsheet.core.values.cells import is_linkedin_address
from netsheet.core.values.person_names import given_first, name_key, split_name

IdOf = Literal["", "HubSpot", "Zoho"]
_YOUNGEST = 14
"""Who would be younger has no birth year in the log: people write the year of the next birthday too."""
_ZOHO_ID = "zcrm_"
_HUBSPOT_HEADING = "record id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One person, "" where the log says nothing.

    Attributes:
        uid: the same in every export of the same log.
        last_name: everything that follows the given name; a name that cannot be divided is all here.
        linkedin: the address of the profile.
        birthday: (month, day); ``birth_year`` 0 where only these are known.
        id_of: of which system ``id`` is the number of the person, where the log proves it.
    """

    uid: str
    first_name: str = ""
    last_name: str = ""
    company: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""
    linkedin: str = ""
    website: str = ""
    location: str = ""
    source: str = ""
    notes: str = ""
    tags: tuple[str, ...] = field(default=())
    birthday: tuple[int, int] | None = None
    birth_year: int = 0
    progress: Progress = "new"
    do_not_contact: bool = False
    id: str = ""
    id_of: IdOf = ""

    @property
    def name(self) -> str:
        """The whole name, the given name first."""
        return f"{self.first_name} {self.last_name}".strip()


def build_contacts(log: Log, *, today: dt.date) -> tuple[Contact, ...]:
    """Give the people of a log in its order.

    Args:
        log: what was understood of the workbook.
        today: a year of birth is one that makes a person at least 14 years old.
    """
    is_hubspot = any(
        heading.field == "id" and fold(heading.heading) == _HUBSPOT_HEADING
        for reading in log.readings
        for heading in reading.headings
    )
    return tuple(
        _contact(person, log.facts.get(person.key, {}), today, is_hubspot=is_hubspot) for person in log.people
    )


def _contact(person: Person, facts: Mapping[str, str], today: dt.date, *, is_hubspot: bool) -> Contact:
    first_name, last_name = _names(person, facts)
    website = _visible(facts.get("website", ""))
    own_id, id_of = _id(facts.get("id", ""), is_hubspot=is_hubspot)
    return Contact(
        uid=f"netsheet-{hashlib.sha256(person.key.encode()).hexdigest()[:16]}",
        first_name=_visible(first_name),
        last_name=_visible(last_name),
        company=_visible(person.company),
        title=_visible(facts.get("title", "")),
        email=person.email,
        phone=_visible(person.phone),
        linkedin=f"https://www.linkedin.com/in/{quote(person.linkedin, safe='')}" if person.linkedin else "",
        website="" if is_linkedin_address(website) else website,
        location=_visible(facts.get("location", "")),
        source=_visible(person.source),
        notes=_visible(facts.get("notes", "")),
        tags=tuple(filter(None, read_tags(_visible(facts.get("tags", ""))).split(", "))),
        birthday=person.birthday,
        birth_year=_birth_year(person, facts, today),
        progress=_progress(person, today),
        do_not_contact=person.do_not_contact,
        id=own_id,
        id_of=id_of,
    )


def _visible(text: str) -> str:
    """Take out control characters: no system takes them, and some refuse the whole file."""
    return "".join(character for character in text if unicodedata.category(character) not in {"Cc", "Cs"})


def _names(person: Person, facts: Mapping[str, str]) -> tuple[str, str]:
    """Return the given name and the rest: as the log's own columns divide them, else as they are usually divided."""
    first_name, last_name = facts.get("first_name", ""), facts.get("last_name", "")
    if name_key(f"{first_name} {last_name}") == name_key(given_first(person.own_name)):
        return first_name, last_name
    first_name, last_name = split_name(person.own_name)
    return (first_name, last_name) if first_name or last_name else ("", person.own_name)


def _birth_year(person: Person, facts: Mapping[str, str], today: dt.date) -> int:
    try:
        day = dt.date.fromisoformat(facts.get("birthday", ""))
    except ValueError:
        return 0
    is_same = (day.month, day.day) == person.birthday
    return day.year if is_same and today.year - 120 <= day.year <= today.year - _YOUNGEST else 0


def _progress(person: Person, today: dt.date) -> Progress:
    if person.is_closed:
        return "closed"
    if person.is_paused(today):
        return "put off"
    touches = [facts_of(touch) for touch in person.touches]
    if any(touch.ends_thread for touch in touches):
        return "in touch"
    return "asked" if touches and person.state != "not contacted" else "new"


def _id(own_id: str, *, is_hubspot: bool) -> tuple[str, IdOf]:
    """Return the number of a person in another system; "" where it may only number a row of the log."""
    if own_id.startswith(_ZOHO_ID):
        return own_id, "Zoho"
    return (own_id, "HubSpot") if is_hubspot and own_id.isdecimal() else ("", "")


def left_out_headings(log: Log, fields: frozenset[str]) -> Iterator[str]:
    """Give the user's own headings of the columns that are in no field of ``fields``, each once."""
    seen: set[str] = set()
    for reading in log.readings:
        for heading in reading.headings:
            text = " ".join(heading.heading.split())
            if text and not is_own(text) and heading.field not in fields and fold(text) not in seen:
                seen.add(fold(text))
                yield text
