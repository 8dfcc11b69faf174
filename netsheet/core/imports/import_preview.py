"""What an import would do to a log: whom it would add, what it would fill in, which touches it would log."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from netsheet.core.imports.imported_facts import birthday_text
from netsheet.core.imports.imported_values import ImportedFile, ImportedPerson, ImportedTouch
from netsheet.core.imports.known_people import Match, match_people
from netsheet.core.imports.phone_numbers import are_alike
from netsheet.core.imports.settled import Settled, settle, source_keys
from netsheet.core.model import MEETINGS, Direction, Log, Person
from netsheet.core.text import fold
from netsheet.core.values.person_names import name_key

Outcome = Literal["new", "known", "to decide"]
TouchOutcome = Literal["new", "logged", "to decide", "not in the log"]
_NOTHING_SETTLED = Settled()
COMPARED = frozenset({"company", "title", "email", "phone", "linkedin", "birthday"})
"""The fields of which the user's own value and another one are shown side by side; of the others each may be right."""


class Difference(NamedTuple):
    """A field of which the log and the import say different things."""

    field: str
    yours: str
    theirs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPreview:
    """What an import would do about one person.

    Attributes:
        fills: the empty fields it would fill: field -> text; only those for which the log has a column.
        differences: what the log says otherwise; nothing of it would be changed.
    """

    match: Match
    fills: Mapping[str, str]
    differences: tuple[Difference, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """Whether the person is new, known, or for the user to decide."""
        if self.match.is_new:
            return "new"
        return "known" if self.match.known else "to decide"


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchPreview:
    """One touch for each person, day and direction, and whether the log has it.

    Attributes:
        touch: the first one of the day.
        match: whose it is.
        person: who that is in the log; None when it is nobody of the log, or not certain.
        count: how many of them there were that day.
    """

    touch: ImportedTouch
    match: Match
    person: Person | None
    who: str
    count: int
    outcome: TouchOutcome
    is_ahead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPreview:
    """Everything an import would do, as data.

    Attributes:
        no_column: for which fields of new people the log has no column, and of how many.
        left_out: the same of people in the log, of whom the log does not know them: these values are kept nowhere.
    """

    files: tuple[ImportedFile, ...]
    people: tuple[PersonPreview, ...]
    touches: tuple[TouchPreview, ...]
    no_column: Mapping[str, int]
    left_out: Mapping[str, int]

    def people_of(self, outcome: Outcome) -> tuple[PersonPreview, ...]:
        """Return the people with one outcome."""
        return tuple(person for person in self.people if person.outcome == outcome)

    def count(self, file: ImportedFile, outcome: Outcome) -> int:
        """Count the rows of a file that are about people with one outcome."""
        places = {row.place for person in self.people_of(outcome) for row in person.match.rows}
        return sum(person.place in places for person in file.people)

    def touches_of(self, outcome: TouchOutcome) -> tuple[TouchPreview, ...]:
        """Return the touches with one outcome."""
        return tuple(touch for touch in self.touches if touch.outcome == outcome)


def compute_preview(
    files: Sequence[ImportedFile],
    log: Log,
    *,
    today: dt.date,
    settled: Settled = _NOTHING_SETTLED,
    country: str = "",
) -> ImportPreview:
    """Work out what an import would do to a log.

    Args:
        files: what was read.
        log: the log.
        today: days after it are plans.
        settled: who is who by earlier imports, and by the user's word.
        country: where telephone numbers without a country code are, as "GB"; "" when that is not known.
    """
    touches = [touch for file in files for touch in file.touches]
    rows = {id(person): person for file in files for person in file.people}
    added = frozenset(rows)
    rows |= {id(touch.who): touch.who for touch in touches}
    fields = _fields(log)
    ids = {
        person.key: log.facts.get(person.key, {}).get("id", "") for person in log.everybody if "id" in fields
    }
    found = match_people(list(rows.values()), (*log.everybody, *settled.aliases), ids=ids, country=country)
    matches = settle(found, settled, source_keys(files), log)
    people = tuple(
        _person(match, log, fields, country)
        for match in matches
        if any(id(row) in added for row in match.rows)
    )
    no_column = Counter(
        name
        for each in people
        if each.outcome == "new"
        for name in values_of(each.match.person)
        if name not in fields
    )
    return ImportPreview(
        files=tuple(files),
        people=people,
        touches=tuple(_touches(touches, matches, added, today)),
        no_column=no_column,
        left_out=Counter(_left_out(people, log, fields)),
    )


def _fields(log: Log) -> frozenset[str]:
    """Return the fields for which the log, or its People sheet, has a column."""
    readings = (log.reading, log.people_reading)
    return frozenset(
        heading.field for reading in readings if reading for heading in reading.headings if heading.field
    )


def values_of(person: ImportedPerson) -> Mapping[str, str]:
    """Return everything that is known of an imported person: field -> text."""
    signs = {
        "email": next(iter(person.emails), ""),
        "phone": next(iter(person.phones), ""),
        "linkedin": f"linkedin.com/in/{person.linkedin}" if person.linkedin else "",
        "company": person.company,
    }
    return {name: text for name, text in {**signs, **person.facts}.items() if text}


def _person(match: Match, log: Log, fields: frozenset[str], country: str) -> PersonPreview:
    values = values_of(match.person)
    if match.known is None:
        return PersonPreview(
            match=match, fills={name: text for name, text in values.items() if name in fields}
        )
    own = _own_values(match.known, log)
    return PersonPreview(
        match=match,
        fills={
            name: text
            for name, text in values.items()
            if name in fields and not own.get(name) and not _is_older(name, text, match.known)
        },
        differences=tuple(_differences(own, values, match.person, country)),
    )


def _own_values(person: Person, log: Log) -> Mapping[str, str]:
    """Return what the log says about a person: field -> text."""
    own = {
        "email": person.email,
        "phone": person.phone,
        "linkedin": person.linkedin,
        "company": person.company,
        "birthday": birthday_text(*person.birthday) if person.birthday else "",
        "source": person.source,
        "referred_by": person.referred_by,
        "do_not_contact": "yes" if person.do_not_contact else "",
    }
    return {**log.facts.get(person.key, {}), **{name: text for name, text in own.items() if text}}


def _left_out(people: Sequence[PersonPreview], log: Log, fields: frozenset[str]) -> Iterator[str]:
    """Give the fields of which the log knows nothing yet of people in it, and has no column for them."""
    for each in people:
        if each.match.known is not None:
            own = _own_values(each.match.known, log)
            names = COMPARED - fields
            yield from (name for name in values_of(each.match.person) if name in names and not own.get(name))


def _is_older(name: str, text: str, person: Person) -> bool:
    """Whether a day of the last contact says nothing new: the log has a touch on it or after it."""
    newest = max((touch.on for touch in person.touches if touch.on), default=None)
    return name == "last_contact" and newest is not None and text <= newest.isoformat()


def _differences(
    own: Mapping[str, str], values: Mapping[str, str], person: ImportedPerson, country: str
) -> Iterator[Difference]:
    others = {"email": person.emails, "phone": person.phones}
    for name, theirs in values.items():
        yours = own.get(name, "")
        if name not in COMPARED or not yours:
            continue
        if not any(_is_same(name, yours, each, country) for each in others.get(name, (theirs,))):
            yield Difference(name, yours, theirs)


def _is_same(name: str, yours: str, theirs: str, country: str) -> bool:
    if name == "phone":
        return are_alike(yours, theirs, country)
    if name == "linkedin":
        return fold(yours).rpartition("/")[2] == fold(theirs).rpartition("/")[2]
    return name_key(yours) == name_key(theirs)


class _Side(NamedTuple):
    """Whose touch it is, and what distinguishes it from others of theirs."""

    match: int
    on: dt.date
    direction: Direction
    is_meeting: bool


def _touches(
    touches: Sequence[ImportedTouch], matches: Sequence[Match], added: frozenset[int], today: dt.date
) -> Iterator[TouchPreview]:
    """Put touches together: once for each person, day and direction, and compared with the log."""
    match_of = {id(row): number for number, match in enumerate(matches) for row in match.rows}
    grouped: dict[_Side, list[ImportedTouch]] = {}
    for touch in sorted(touches, key=lambda touch: touch.on):
        side = _Side(match_of[id(touch.who)], touch.on, touch.direction, touch.kind in MEETINGS)
        grouped.setdefault(side, []).append(touch)
    for side, group in grouped.items():
        match = matches[side.match]
        is_added = any(id(row) in added for row in match.rows)
        person = match.known or (None if is_added else match.namesake)
        yield TouchPreview(
            touch=group[0],
            match=match,
            person=person,
            who=person.name if person else match.person.shown,
            count=len(group),
            outcome=_touch_outcome(match, person, side, is_added=is_added),
            is_ahead=side.on > today,
        )


def _touch_outcome(match: Match, person: Person | None, side: _Side, *, is_added: bool) -> TouchOutcome:
    if person is not None:
        return "logged" if _is_logged(person, side) else "new"
    if match.candidates:
        return "to decide"
    return "new" if is_added else "not in the log"


def _is_logged(person: Person, side: _Side) -> bool:
    """Whether the log has this touch; one of which it does not say the direction may be it."""
    return side.on in person.meetings_ahead or any(
        touch.on == side.on
        and (
            touch.direction == "unknown"
            or (touch.direction == side.direction and (touch.kind in MEETINGS) == side.is_meeting)
        )
        for touch in person.touches
    )
