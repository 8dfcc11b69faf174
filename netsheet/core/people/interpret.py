"""A workbook's cells to people and touches: the stage ``interpret_log``.

Faults in the data become findings; nothing is raised for them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from netsheet.core.columns.column import BeatenBy, CellsDisagree, Remark
from netsheet.core.columns.plain_words import plain_words
from netsheet.core.columns.sheets import find_log
from netsheet.core.columns.table import Table
from netsheet.core.findings import build_finding
from netsheet.core.grid import Snapshot
from netsheet.core.model import Finding, Log, Settings
from netsheet.core.people.assembly import Assembled, assemble
from netsheet.core.people.facts import PersonFacts
from netsheet.core.people.identity import find_likely_duplicates
from netsheet.core.people.sheet_entries import read_source
from netsheet.core.rows_below_table import find_rows_below_table

_TELLS_WHO_WROTE = frozenset(
    {"direction", "kind", "response", "response_type", "response_date", "outcome", "status"}
)
_MANY_ROWS = 3
_DAYS = frozenset({
    "date", "first_contact", "last_contact", "response_date", "meeting_date", "connected", "date_applied",
})  # fmt: skip

_OF_ONE_CAUSE: Final = ("date-in-future", "date-without-year", "day-not-understood", "unknown-word")
"""What may all be said of one text. The first of them says best what to type, so the others are left out."""


def interpret_log(
    snapshot: Snapshot, *, today: dt.date, settings: Settings, sheet_name: str | None = None
) -> Log:
    """Understand a workbook: its people, their touches, and what could not be understood.

    Args:
        snapshot: the workbook as it was read.
        today: days after it are plans.
        settings: the date order, and the user's own mapping of headings, which overrides the aliases.
        sheet_name: the log's sheet; None for the one that the settings name, or to find it.

    Raises:
        LogNotFound: when no sheet, or none of that name, can be read as a log.
    """
    wanted = settings.log_sheet or None if sheet_name is None else sheet_name
    found = find_log(snapshot, settings.headings, wanted)
    logs = [found.log, *found.further]
    tables = [*logs, found.people] if found.people else logs
    sources = [read_source(table, today=today, settings=settings) for table in tables]
    assembled = assemble(sources[: len(logs)], sources[-1] if found.people else None)
    findings = [
        *(finding for table in logs for finding in _sheet_findings(table)),
        *(finding for table in logs for finding in find_rows_below_table(table.sheet, table.reading())),
        *_settings_findings(tables, settings),
        *_duplicates(assembled),
        *_one_sided(found.log, assembled),
        *found.findings,
    ]
    for source in sources:
        findings += source.findings
    order = {each.sheet.name: number for number, each in enumerate(tables)}
    return Log(
        reading=found.log.reading(),
        people=assembled.people,
        findings=tuple(
            sorted(_one_for_each_cause(findings), key=lambda finding: _place_order(finding, order))
        ),
        people_reading=found.people.reading() if found.people else None,
        further_readings=tuple(table.reading() for table in found.further),
        facts=PersonFacts(
            [person.key for person in (*assembled.people, *assembled.collected)],
            assembled.sheets,
            order=settings.date_order,
        ),
        collected=assembled.collected,
    )


def _one_for_each_cause(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Leave out what says once more that a cell's text was not understood."""
    causes = [finding for finding in findings if finding.code in _OF_ONE_CAUSE]
    causes.sort(key=lambda finding: _OF_ONE_CAUSE.index(finding.code), reverse=True)
    said = {finding.place: finding.code for finding in causes}
    for finding in findings:
        if finding.code not in _OF_ONE_CAUSE or finding.code == said[finding.place]:
            yield finding


def _sheet_findings(table: Table) -> Iterator[Finding]:
    """Say which headings were understood but not used, and that a log without any day has nothing to date."""
    is_first_of_second = True
    for column in table.columns:
        place, seen = table.heading_place(column), column.heading.shown
        match column.remark:
            case BeatenBy(heading=winner, field=field):
                yield build_finding("competing-headings", place, seen=seen, winner=winner, field=field)
            case CellsDisagree(field=field):
                yield build_finding("column-set-aside", place, seen=seen, field=field)
            case Remark.GUESSED if column.field:
                yield build_finding("heading-guessed", place, seen=seen, field=column.field)
            case Remark.MONTH_WITHOUT_YEAR if column.filled:
                yield build_finding("month-without-year", place, seen=seen)
            case Remark.SECOND_LIST if is_first_of_second:
                is_first_of_second = False
                yield build_finding("second-list", place, seen=seen)
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
