"""Columns that depend on each other: names in parts, two people in a row, several headings for one field.

Where two columns could be one field, the better one is used and the other gets a remark.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from netsheet.core.columns.column import (
    ONCE,
    PERSON_SLOT,
    QUIET,
    SEVERAL,
    BeatenBy,
    CellsDisagree,
    Column,
    Repeat,
    RepeatKind,
    numbered,
)
from netsheet.core.columns.heading_words import FILLERS
from netsheet.core.columns.headings import EXACT, SAME_WORDS
from netsheet.core.columns.samples import SAMPLE_SIZE, Sample, known_share
from netsheet.core.columns.special_headings import verb_of_heading
from netsheet.core.text import fold

if TYPE_CHECKING:
    import pandas as pd

_HALF = 0.5


def settle_names(columns: list[Column], frame: pd.DataFrame) -> list[Column]:
    """Distinguish a family name under "Name" or "Nom" from a full name by the given name next to it, and the other way round."""
    by_field = {column.field: column for column in columns if not column.slot}
    name, given, family = (by_field.get(field) for field in ("name", "first_name", "last_name"))
    if name is None or (given is None) == (family is None) or name.strength > EXACT:
        return columns
    both = frame[[name.index, (given or family or name).index]]
    both = both[(both != "").all(axis="columns")].head(SAMPLE_SIZE)
    pairs = [(str(whole).casefold(), str(piece).casefold()) for whole, piece in both.itertuples(index=False)]
    contained = sum(piece in whole for whole, piece in pairs)
    if not pairs or contained * 2 >= len(pairs):
        return columns
    return [
        replace(column, field="last_name" if given else "first_name") if column is name else column
        for column in columns
    ]


def settle_slots(columns: list[Column]) -> list[Column]:
    """Decide which columns are about a second person of the row."""
    people: list[tuple[str, Repeat]] = []
    for column in columns:
        key = (column.slot, column.repeat)
        is_named = column.field in {"name", "first_name", "last_name"}
        if is_named and key not in people:
            people.append(key)
    people.sort(key=lambda key: key != ("", ONCE))
    if not people:
        return [replace(column, slot="") if column.slot else column for column in columns]
    order = {key: person for person, key in enumerate(people)}
    return [_with_person(column, order) for column in columns]


def _with_person(column: Column, order: Mapping[tuple[str, Repeat], int]) -> Column:
    if column.field not in PERSON_SLOT:
        return column
    person = order.get((column.slot, column.repeat))
    if person is None:
        person = 0 if len(order) == 1 or not column.slot else None
    if person is None:
        return replace(column, field=None, remark=CellsDisagree(field=column.field))
    is_named = (column.slot, column.repeat) in order
    return replace(column, person=person, repeat=ONCE if is_named else column.repeat)


def settle_applications(columns: list[Column]) -> list[Column]:
    """Read "Title", "Role", "Position" as the job applied for where the sheet is a list of applications."""
    fields = {column.field for column in columns}
    is_list = (
        bool(fields & {"date_applied", "job_url"})
        and "job_title" not in fields
        and not fields & {"date", "last_contact"}
    )
    if not is_list:
        return columns
    return [
        replace(column, field="job_title") if column.field == "title" and not column.person else column
        for column in columns
    ]


_EITHER = frozenset({"job", "jobs"})
"""Headings over what a person does, as well as over what was applied for."""
_APPLICATIONS = r"appli(?:ed|cation)|bew[eo]rb|candidat|postul|sollicit|aplik|recruit|hiring"
_OF_APPLICATIONS = re.compile(_APPLICATIONS)
_OF_AN_APPLICATION = re.compile(
    rf"{_APPLICATIONS}|interview|offer|vorstellung|angebot|entretien|entrevista|colloquio|rozmow"
)
"""What only headings of applications say, and what their statuses say too."""


def settle_jobs(columns: list[Column], taken: Mapping[int, Sample]) -> list[Column]:
    """Read "Job" next to the names of people as what they do, unless another heading or a status is of applications."""
    fields = {column.field for column in columns}
    is_of_people = bool(fields & {"name", "first_name", "last_name", "email"}) and not fields & {
        *("title", "date_applied", "job_url")
    }
    if not is_of_people or not any(_is_job(column) for column in columns):
        return columns
    statuses = [cell for column in columns if column.field == "status" for cell in taken[column.index].cells]
    if any(_OF_APPLICATIONS.search(fold(column.heading.shown)) for column in columns) or any(
        _OF_AN_APPLICATION.search(fold(str(status))) for status in statuses
    ):
        return columns
    return [replace(column, field="title") if _is_job(column) else column for column in columns]


def _is_job(column: Column) -> bool:
    is_own_choice = column.strength > EXACT
    return column.field == "job_title" and not is_own_choice and fold(column.heading.shown).strip() in _EITHER


_QUESTIONS = {
    "channel": frozenset({"how", "wie", "comment", "como", "come", "hoe", "jak"}),
    "kind": frozenset({
        "what", "what happened", "what i did", "what we did", "what was done", "was", "was passiert ist", "quoi", "que", "que paso", "o que", "o que aconteceu",
        "cosa", "che cosa", "wat", "wat gebeurde", "co", "co sie stalo",
    }),
}  # fmt: skip
"""Headings that ask how, or what happened: their cells say whether they answer with a word that is known."""


def settle_questions(columns: list[Column], taken: Mapping[int, Sample]) -> list[Column]:
    """Read "How" over e-mail and phone as the channel, "What" over emailed and rang as what happened."""
    known = {column.field for column in columns}
    return [
        replace(column, field=field, remark=None) if (field := _asked(column, taken, known)) else column
        for column in columns
    ]


def _asked(column: Column, taken: Mapping[int, Sample], known: Collection[str | None]) -> str | None:
    heading, sample = fold(column.heading.shown).strip(" ?:"), taken[column.index]
    if column.field not in {None, "notes"} or column.strength > EXACT:
        return None
    for field, headings in _QUESTIONS.items():
        if heading in headings and field not in known and known_share(sample, field) >= _HALF:
            return field
    return None


_STAMPS = frozenset({
    "timestamp", "zeitstempel", "horodateur", "marca temporal", "carimbo data hora", "informazioni cronologiche", "tijdstempel", "sygnatura czasowa",
})  # fmt: skip


def settle_timestamps(columns: list[Column]) -> list[Column]:
    """Read a form's "Timestamp" as the day the row was written where another column has the day of the contact."""
    stamps = {column.index for column in columns if column.field == "date" and _is_stamp(column)}
    others = {column.field for column in columns if column.index not in stamps}
    if not others & {"date", "first_contact", "meeting_date"}:
        return columns
    return [
        replace(column, field="recorded") if column.index in stamps and column.strength <= EXACT else column
        for column in columns
    ]


def _is_stamp(column: Column) -> bool:
    return " ".join(word for word in column.heading.words if word not in FILLERS) in _STAMPS


def settle_verbs(columns: list[Column]) -> list[Column]:
    """Read "Emailed", "Called" and "Messaged" side by side as the days of one touch each; a fuller heading beats a single one."""
    verbs = {
        column.index: verb[0]
        for column in columns
        if column.field == "date" and column.repeat.is_once and (verb := verb_of_heading(column.heading))
    }
    is_wide = len(set(verbs.values())) > 1
    repeats = {index: Repeat(RepeatKind.VERB, place) for place, index in enumerate(verbs, start=1)}
    return [
        column
        if column.index not in verbs or column.strength > EXACT
        else replace(
            column,
            repeat=repeats[column.index] if is_wide else ONCE,
            strength=min(column.strength, SAME_WORDS),
        )
        for column in columns
    ]


def settle_competition(columns: list[Column]) -> list[Column]:
    """Where several columns are one field, the one that fits best is used; the others say which one won."""
    groups: dict[tuple[str, Repeat, int], list[Column]] = {}
    for column in columns:
        if column.field:
            repeat = ONCE if column.field in SEVERAL else column.repeat
            groups.setdefault((column.field, repeat, column.person), []).append(column)
    settled: dict[int, Column] = {}
    for (field, _, _), group in groups.items():
        if field in SEVERAL and len(group) > 1:
            settled |= {
                column.index: column if not column.repeat.is_once else replace(column, repeat=numbered(place))
                for place, column in enumerate(group, start=1)
            }
        elif len(group) > 1:
            best = min(group, key=lambda column: (-column.strength, column.filled == 0, column.index))
            settled |= {column.index: _beaten(column, best) for column in group if column is not best}
    return [settled.get(column.index, column) for column in columns]


def _beaten(column: Column, best: Column) -> Column:
    if column.field is None or column.field in QUIET:
        return replace(column, field=None)
    return replace(column, field=None, remark=BeatenBy(heading=best.heading.shown, field=column.field))
