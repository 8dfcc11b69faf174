"""A workbook's cells to people and touches: the stage ``interpret_log``.

One responsibility: the order of the steps. Faults in the data become findings; nothing is raised for them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from netsheet.core.columns.cell_faults import find_cell_faults
from netsheet.core.columns.column import BeatenBy, CellsDisagree, Remark
from netsheet.core.columns.headings import plain_words
from netsheet.core.columns.sheets import find_log
from netsheet.core.columns.table import Table
from netsheet.core.findings import build_finding
from netsheet.core.grid import Snapshot
from netsheet.core.model import Finding, Log, Place, Settings
from netsheet.core.people.answers import (
    read_meanings,
    unfold_answers,
    unfold_status_answers,
    unfold_unplaced_answers,
)
from netsheet.core.people.assembly import Assembled, assemble
from netsheet.core.people.commitments import unfold_follow_ups, unfold_marks
from netsheet.core.people.facts import PersonFacts
from netsheet.core.people.identity import find_likely_duplicates
from netsheet.core.people.month_columns import unfold_months
from netsheet.core.people.sheet_entries import read_source
from netsheet.core.people.touches import Unfolded, start_unfolding, unfold_dates, unfold_last_contacts

_TELLS_WHO_WROTE = frozenset(
    {"direction", "kind", "response", "response_type", "response_date", "outcome", "status"}
)
_MANY_ROWS = 3
_DAYS = frozenset({"date", "first_contact", "last_contact", "response_date", "meeting_date", "connected"})


def interpret_log(
    snapshot: Snapshot, *, today: dt.date, settings: Settings, sheet_name: str | None = None
) -> Log:
    """Understand a workbook: its people, their touches, and what could not be understood.

    Args:
        snapshot: the workbook as it was read.
        today: days after it are plans.
        settings: the date order, and the user's own mapping of headings, which overrides the aliases.
        sheet_name: the log's sheet; None to find it.

    Raises:
        LogNotFound: when no sheet, or none of that name, can be read as a log.
    """
    table, people_table = find_log(snapshot, settings.headings, sheet_name)
    tables = [table, people_table] if people_table else [table]
    log = read_source(_unfold(table, today, settings))
    people = read_source(_unfold(people_table, today, settings)) if people_table else None
    assembled = assemble(log, people)
    findings = [*_sheet_findings(table), *_settings_findings(tables, settings), *_duplicates(assembled)]
    findings += _one_sided(table, assembled)
    for each in tables:
        findings += each.findings
    order = {each.sheet.name: number for number, each in enumerate(tables)}
    return Log(
        reading=table.reading(),
        people=assembled.people,
        findings=tuple(sorted(findings, key=lambda finding: _place_order(finding, order))),
        people_reading=people_table.reading() if people_table else None,
        facts=PersonFacts(
            [person.key for person in assembled.people],
            assembled.log,
            assembled.people_sheet,
            order=settings.date_order,
        ),
    )


def _unfold(table: Table, today: dt.date, settings: Settings) -> Unfolded:
    """Read every touch and plan of a sheet's rows; later steps look at what earlier ones found."""
    find_cell_faults(table)
    found = start_unfolding(table, today=today, order=settings.date_order)
    read_meanings(found)
    unfold_dates(found)
    unfold_months(found)
    unfold_answers(found)
    unfold_unplaced_answers(found)
    unfold_marks(found)
    unfold_last_contacts(found)
    unfold_follow_ups(found)
    unfold_status_answers(found)
    return found


def _sheet_findings(table: Table) -> Iterator[Finding]:
    """Say which headings were understood but not used, and that a log without any day has nothing to date."""
    for column in table.columns:
        place = Place(sheet=table.sheet.name, row=table.header_row, column=column.index)
        seen = column.heading.shown
        match column.remark:
            case BeatenBy(heading=winner, field=field):
                yield build_finding("competing-headings", place, seen=seen, winner=winner, field=field)
            case CellsDisagree(field=field):
                yield build_finding("column-set-aside", place, seen=seen, field=field)
            case Remark.MONTH_WITHOUT_YEAR if column.filled:
                yield build_finding("month-without-year", place, seen=seen)
            case Remark.DONE_OR_DUE:
                yield build_finding("follow-up-done-or-due", place, seen=seen)
    if not _DAYS & {column.field for column in table.columns if column.remark is not Remark.TICKS}:
        yield build_finding("nothing-to-date", None, seen=table.sheet.name)


def _one_sided(table: Table, assembled: Assembled) -> Iterator[Finding]:
    """Say so where a log of several rows for a person has no column that could tell a reply from a message."""
    if _TELLS_WHO_WROTE & {column.field for column in table.columns}:
        return
    for person in assembled.people:
        sent = [touch for touch in person.touches if (touch.direction, touch.kind) == ("out", "message")]
        if min(len(sent), len(person.rows)) >= _MANY_ROWS:
            yield build_finding("nobody-else-wrote", None, seen=table.sheet.name)
            return


def _settings_findings(tables: Sequence[Table], settings: Settings) -> Iterator[Finding]:
    """Say which lines "Heading: ..." of the settings name a heading that does not exist."""
    headings = {column.heading.words for table in tables for column in table.columns}
    for heading in settings.headings:
        if plain_words(heading) not in headings:
            yield build_finding("heading-not-found", None, seen=heading)


def _duplicates(assembled: Assembled) -> Iterator[Finding]:
    people = assembled.people
    names, companies = [person.name for person in people], [person.company for person in people]
    for later, earlier in find_likely_duplicates(names, companies):
        person, other = people[later], people[earlier]
        yield build_finding(
            "possible-duplicate-person",
            person.place,
            seen=person.name,
            other=other.name,
            row=str(other.place.row),
        )


def _place_order(finding: Finding, sheets: dict[str, int]) -> tuple[int, int, int, str]:
    place = finding.place
    return (sheets[place.sheet], place.row, place.column, finding.code) if place else (-1, 0, 0, finding.code)
