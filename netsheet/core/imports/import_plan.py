"""The preview of an import to what it adds: people with their values, cells that are empty, lines of the history.

Blanks never overwrite, and what is different in the log stays, unless the user names the field. People whom the user has to decide about
are left out, and come again with the next import.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from netsheet.core.additions import Additions, KnownPerson, NewPerson, Target
from netsheet.core.imports.import_preview import ImportPreview, PersonPreview, TouchPreview, values_of
from netsheet.core.imports.imported_values import ImportedPerson, ImportedTouch
from netsheet.core.imports.settled import BETWEEN_SOURCES, source_keys
from netsheet.core.model import Direction, Log, Person, TouchKind
from netsheet.core.recording.history_lines import HistoryLine
from netsheet.core.recording.history_words import HistoryWord
from netsheet.core.recording.person_keys import write_keys

_HOW = "netsheet import"
_NO_ANSWER_ASKED = frozenset({"linkedin-invitations", "linkedin-recommendations"})
"""Exports whose incoming touches ask for no reply."""
_MEETINGS: Mapping[TouchKind, HistoryWord] = {
    "meeting": "met",
    "interview": "met",
    "call": "talked",
    "event": "event",
}
_WORDS: Mapping[Direction, HistoryWord] = {
    "out": "wrote",
    "in": "replied",
    "both": "talked",
    "unknown": "contact",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportChoices:
    """What the user says about writing an import.

    Attributes:
        to: on which sheet new people get rows; None for the People sheet where there is one, else the log.
        update: the fields of which the import's value replaces another one.
        with_text: whether the text of messages is kept in the history.
        meanings: rows of the settings sheet that remember what headings mean.
    """

    to: Target | None = None
    update: frozenset[str] = frozenset()
    with_text: bool = False
    meanings: tuple[tuple[str, str, str], ...] = ()


def target_of(log: Log, to: Target | None) -> Target:
    """Return the sheet on which new people get their rows."""
    return to or ("log" if log.people_reading is None else "people")


def plan_import(preview: ImportPreview, log: Log, choices: ImportChoices, *, today: dt.date) -> Additions:
    """Plan everything that an import adds to a log."""
    touches = _Touches(preview, choices)
    sources = source_keys(preview.files)
    to = target_of(log, choices.to)
    has_address = _has_column(log, to, "email")
    new = tuple(
        _new_person(each, touches.of_new(each), sources, today=today, has_address=has_address)
        for each in preview.people_of("new")
    )
    fills = {each.match.candidates[0].key: each for each in preview.people_of("known")}
    everybody = {person.key: person for person in touches.known_people}
    everybody |= {key: each.match.candidates[0] for key, each in fills.items()}
    known = []
    for key, person in everybody.items():
        each = fills.get(key)
        is_said = each is not None and each.match.proof == "your word"
        remembered = _imported(each, sources, today) if each and is_said else None
        known.append(_known_person(person, each, touches.of_known(person), choices, remembered))
    return Additions(
        new=new,
        known=tuple(person for person in known if person.fills or person.updates or person.lines),
        to=to,
        meanings=choices.meanings,
    )


def _has_column(log: Log, to: Target, name: str) -> bool:
    reading = log.people_reading if to == "people" else log.reading
    return reading is not None and any(match.field == name for match in reading.headings)


@dataclass(slots=True)
class _Own:
    """The new touches of one person: lines of the history, and the day of a meeting that is ahead."""

    lines: list[HistoryLine] = field(default_factory=list)
    signs: str = ""
    meeting_on: dt.date | None = None

    def values(self) -> dict[str, str]:
        return {"meeting_date": self.meeting_on.isoformat()} if self.meeting_on else {}


class _Touches:
    """The new touches of an import, by whose they are."""

    def __init__(self, preview: ImportPreview, choices: ImportChoices) -> None:
        codes = {id(touch): file.code for file in preview.files for touch in file.touches}
        self.known_people: list[Person] = []
        self._of_known: dict[str, _Own] = {}
        self._of_new: dict[int, _Own] = {}
        for touch in preview.touches_of("new"):
            if touch.person is None:
                own = self._of_new.setdefault(id(touch.match), _Own())
            else:
                own = self._of_known.setdefault(touch.person.key, _Own(signs=signs_of(touch.match.person)))
                self.known_people.append(touch.person)
            if not touch.is_ahead:
                own.lines.append(_line(touch, codes[id(touch.touch)], with_text=choices.with_text))
            elif own.meeting_on is None:
                own.meeting_on = touch.touch.on

    def of_new(self, each: PersonPreview) -> _Own:
        return self._of_new.get(id(each.match), _Own())

    def of_known(self, person: Person) -> _Own:
        return self._of_known.get(person.key, _Own())


def _new_person(
    each: PersonPreview, own: _Own, sources: Mapping[int, str], *, today: dt.date, has_address: bool
) -> NewPerson:
    person = each.match.person
    values = {"name": person.name, **values_of(person), **own.values()}
    if not (person.name or person.company or (has_address and person.emails)):
        values["name"] = person.shown
    return NewPerson(
        values={name: text for name, text in values.items() if text},
        signs=signs_of(person),
        lines=(_imported(each, sources, today), *own.lines),
    )


def _imported(each: PersonPreview, sources: Mapping[int, str], today: dt.date) -> HistoryLine:
    """Return the line by which the next import knows somebody."""
    known_by = dict.fromkeys(sources[id(row)] for row in each.match.rows if id(row) in sources)
    return HistoryLine(
        on=today,
        what="imported",
        source_id=BETWEEN_SOURCES.join(known_by),
        how=f"{_HOW} {each.match.rows[0].place.file}",
    )


def _known_person(
    person: Person,
    each: PersonPreview | None,
    own: _Own,
    choices: ImportChoices,
    remembered: HistoryLine | None,
) -> KnownPerson:
    differences = each.differences if each else ()
    return KnownPerson(
        person=person,
        fills={**(each.fills if each else {}), **own.values()},
        updates={
            difference.field: difference.theirs
            for difference in differences
            if difference.field in choices.update
        },
        signs=signs_of(each.match.person) if each else own.signs,
        lines=(*filter(None, (remembered,)), *own.lines),
    )


def signs_of(person: ImportedPerson) -> str:
    """Return the addresses and the profile by which the next import knows a person, as the history holds them."""
    return write_keys(name="", email=" ".join(person.emails), linkedin=person.linkedin)


def _line(preview: TouchPreview, code: str, *, with_text: bool) -> HistoryLine:
    touch = preview.touch
    notes = [touch.event, f"{preview.count} messages" if preview.count > 1 and not touch.event else ""]
    notes.append(touch.text if with_text else "")
    return HistoryLine(
        on=touch.on,
        what=_word(touch, code),
        channel=touch.channel,
        subject="" if touch.event else touch.subject,
        note="; ".join(filter(None, notes)),
        source_id=f"{code}:{touch.source_id}" if touch.source_id else code,
        how=f"{_HOW} {touch.place.file}",
    )


def _word(touch: ImportedTouch, code: str) -> HistoryWord:
    if touch.kind in _MEETINGS:
        return _MEETINGS[touch.kind]
    if touch.direction == "in" and code in _NO_ANSWER_ASKED:
        return "contact"
    if touch.direction == "out" and touch.intent == "give":
        return "gave"
    return _WORDS[touch.direction]
