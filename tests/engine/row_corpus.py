"""Three rows added to every list of every workbook of a folder: appended, refused, or failed.

Run by ``make test-rows CORPUS=folder``. Reads the folder and writes nothing. A list is any sheet that netsheet reads as
one with people, and any other with a row of headings and rows below it, whose first columns are then taken for the
person and the company. A workbook without one is counted as such.
"""

from __future__ import annotations

import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from pathlib import Path

from netsheet.core.columns.column import IDENTITY
from netsheet.core.columns.headings import is_own
from netsheet.core.columns.sheets import read_table
from netsheet.core.grid import Sheet, Snapshot
from netsheet.core.list_columns import STYLES
from netsheet.core.model import HeadingMatch, Place, SheetReading
from netsheet.core.new_rows import NewRows, plan_new_rows
from netsheet.core.next_rows import NoPlaceError, find_next_rows
from netsheet.core.plan import WorkbookPlan
from netsheet.engines import open_workbook
from netsheet.errors import NetsheetError
from tests.engine import ods_trials, oracles
from tests.engine.corpus import find_workbooks
from tests.engine.trials import UNPROVABLE

WRITABLE = {".xlsx", ".xlsm", ".ods"}
MAY_CHANGE = ("styles.xml", "workbook.xml")
PEOPLE = [
    {
        "name": f"Zoe Marsh {number}",
        "company": "Birch",
        "email": f"zoe{number}@example.com",
        "date": "2026-03-05",
        "connected": "2024-10-09",
        "notes": "=1+1",
        "do_not_contact": "yes",
    }
    for number in range(1, 4)
]


@dataclass(kw_only=True)
class Outcome:
    """What became of one list."""

    verdict: str
    name: str = ""
    reason: str = ""
    faults: list[str] = field(default_factory=list)

    def line(self) -> str:
        """Say the verdict and why."""
        return ": ".join(filter(None, (self.verdict, self.name, self.reason, *self.faults)))


def try_folder(folder: Path) -> Iterator[Outcome]:
    """Add three rows to every list of a folder, one list at a time, and yield each outcome."""
    for path in find_workbooks(folder):
        if path.suffix.lower() in WRITABLE:
            yield from try_workbook(path)


def try_workbook(path: Path) -> Iterator[Outcome]:
    """Add three rows to each list of a workbook."""
    data = path.read_bytes()
    try:
        snapshot = open_workbook(data).read()
    except NetsheetError as error:
        yield Outcome(name=path.name, verdict="not opened", reason=error.message)
        return
    lists = [(sheet, reading) for sheet in snapshot.sheets if (reading := _reading(sheet)) is not None]
    if not lists:
        yield Outcome(name=path.name, verdict="without a list")
    for sheet, reading in lists:
        outcome = _try_list(path, data, snapshot, reading)
        yield replace(outcome, name=f"{path.name}, {sheet.name}")


def _reading(sheet: Sheet) -> SheetReading | None:
    if is_own(sheet.name):
        return None
    table = read_table(sheet, {})
    if table is not None and {column.field for column in table.columns} & IDENTITY:
        return table.reading()
    return _any_list(sheet)


def _any_list(sheet: Sheet) -> SheetReading | None:
    """Read a sheet as a list, whatever it is about: an Excel table, or headings with rows directly below."""
    tables = [table for table in sheet.tables if table.has_header]
    candidates = [table.area.first_row for table in tables] or range(1, min(len(sheet.rows), 20))
    for header in candidates:
        columns = [
            at for at, cell in enumerate(sheet.rows[header - 1], start=1) if isinstance(cell, str) and cell
        ]
        if tables:
            area = next(table.area for table in tables if table.area.first_row == header)
            columns = [column for column in columns if area.first_column <= column <= area.last_column]
        below = _rows_below(sheet, header, columns)
        if len(columns) > 1 and below:
            fields = dict(zip(columns, ("name", "company", "notes"), strict=False))
            return SheetReading(
                sheet=sheet.name,
                header_row=header,
                headings=tuple(
                    HeadingMatch(
                        place=Place(sheet=sheet.name, row=header, column=column),
                        heading=str(sheet.value(header, column)),
                        field=fields.get(column),
                    )
                    for column in columns
                ),
                record_rows=below,
            )
    return None


def _rows_below(sheet: Sheet, header: int, columns: Sequence[int]) -> tuple[int, ...]:
    def is_filled(row: int) -> bool:
        return sum(sheet.value(row, column) != "" for column in columns) > 1

    return tuple(takewhile(is_filled, range(header + 1, len(sheet.rows) + 1)))


def _try_list(path: Path, data: bytes, snapshot: Snapshot, reading: SheetReading) -> Outcome:
    sheet = next(sheet for sheet in snapshot.sheets if sheet.name == reading.sheet)
    try:
        place = find_next_rows(sheet, reading, len(PEOPLE))
        new = plan_new_rows(sheet, reading, PEOPLE, place)
        plan = WorkbookPlan(sheets=(new.plan,), styles=STYLES)
        book = open_workbook(data)
        applied = book.apply(plan)
        book.verify(applied, plan, {sheet.name: sheet.rows for sheet in snapshot.sheets})
    except NoPlaceError as error:
        return Outcome(verdict="refused", reason=error.reason)
    except NetsheetError as error:
        verdict = "failed" if error.hint.startswith(UNPROVABLE) else "refused"
        return Outcome(verdict=verdict, reason=error.message)
    except Exception:  # noqa: BLE001  any other exception is what this run looks for
        return Outcome(verdict="failed", faults=[traceback.format_exc(limit=-3)])
    if path.suffix.lower() == ".ods":
        faults = _document_faults(data, applied.data, new)
        return Outcome(verdict="failed" if faults else "appended", faults=faults[:5])
    faults = [
        *_parts(data, applied.data, sheet),
        *_cells(data, applied.data, new),
        *_audit(data, applied.data, path.suffix.lower()),
    ]
    return Outcome(verdict="failed" if faults else "appended", faults=faults[:5])


def _document_faults(before: bytes, after: bytes, new: NewRows) -> list[str]:
    """Say what differs in an .ods file other than the cells of the new rows."""
    planned = {(row, edit.column) for row, edits in new.plan.rows.items() for edit in edits}
    parts = ods_trials.check_document_parts(before, after)
    return parts + ods_trials.check_document_cells(before, after, {new.plan.sheet: planned})


def _parts(before: bytes, after: bytes, sheet: Sheet) -> Iterator[str]:
    """Say which parts differ other than the list's own, its tables, the formats and the workbook's names."""
    old, new = oracles.zip_parts(before), oracles.zip_parts(after)
    own = oracles.sheet_parts(before)[sheet.name]
    if list(old) != list(new):
        yield "the list of parts differs"
    for name, content in old.items():
        is_table = bool(sheet.tables) and "table" in name.rpartition("/")[2]
        if new.get(name) != content and name != own and not name.endswith(MAY_CHANGE) and not is_table:
            yield f"{name} changed"


def _cells(before: bytes, after: bytes, new: NewRows) -> Iterator[str]:
    """Say which cells of the sheets differ in any way, other than those of the new rows."""
    old_parts, new_parts = oracles.zip_parts(before), oracles.zip_parts(after)
    own = oracles.sheet_parts(before)[new.plan.sheet]
    old, now = oracles.xml_cells(old_parts[own]), oracles.xml_cells(new_parts[own])
    planned = {(row, edit.column) for row, edits in new.plan.rows.items() for edit in edits}
    yield from (
        f"the cell {at} changed" for at, xml in old.items() if now.get(at) != xml and at not in planned
    )
    yield from (f"the cell {at} was not planned" for at in now.keys() - old.keys() - planned)
    yield from (
        f"the cell {at} is above the new rows"
        for at in planned
        if at[0] not in new.rows or at[0] < new.rows[0]
    )
    values = oracles.calamine_cells(after)[new.plan.sheet]
    for row in new.rows:
        if not any(
            str(value).startswith(("Zoe", "zoe", "Birch")) for at, value in values.items() if at[0] == row
        ):
            yield f"nobody is read in row {row}"


def _audit(before: bytes, after: bytes, suffix: str) -> Iterator[str]:
    yield from map(str, oracles.audit(after, suffix) - oracles.audit(before, suffix))


def main(arguments: list[str]) -> int:
    """Run over the folder given, print each outcome and the counts, and return how the process should end."""
    started, counts = time.monotonic(), Counter[str]()
    for outcome in try_folder(Path(arguments[0])):
        counts[outcome.verdict] += 1
        sys.stdout.write(f"{outcome.line()}\n")
    figures = " / ".join(
        f"{counts[verdict]} {verdict}"
        for verdict in ("appended", "refused", "failed", "without a list", "not opened")
    )
    sys.stdout.write(f"{figures} ({time.monotonic() - started:.0f} s)\n")
    return int(bool(counts["failed"]) or not counts["appended"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
