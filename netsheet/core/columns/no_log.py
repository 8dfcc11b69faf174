"""Why a sheet is not taken for the log: what it lacks, and which of its columns could be mapped."""

from __future__ import annotations

from dataclasses import dataclass

from netsheet.core.columns.column import IDENTITY, CellsDisagree, Column
from netsheet.core.columns.header import nearest_header
from netsheet.core.columns.heading_parts import is_about_others
from netsheet.core.columns.matching import settle_columns
from netsheet.core.columns.samples import is_label, take_sample
from netsheet.core.columns.table import Table, build_frame
from netsheet.core.grid import Sheet

_MOST_HEADINGS = 4
_MOST_LABELS = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A sheet that could be the log, and why it was not taken.

    Attributes:
        heading: the column that may say who the rows are about, were it mapped; "" when none may.
    """

    sheet: str
    reason: str
    heading: str = ""


def why_no_log(sheet: Sheet, table: Table | None) -> Candidate:
    """Say what a sheet that was read as ``table`` lacks to be a log; None where no headings were found."""
    if not any(any(row) for row in sheet.rows):
        return Candidate(sheet=sheet.name, reason="it is empty")
    if table is None:
        return _without_header(sheet)
    shifted = [
        column.heading.shown
        for column in table.columns
        if isinstance(column.remark, CellsDisagree) and column.remark.field in IDENTITY
    ]
    if shifted:
        headings = ", ".join(f"“{heading}”" for heading in shifted[:3])
        reason = f"the cells below {headings} hold something else, as if they had been shifted"
        return Candidate(sheet=sheet.name, reason=reason)
    return _without_people(sheet, table.header_row, table.columns)


def _without_header(sheet: Sheet) -> Candidate:
    header = nearest_header(sheet)
    if header is None:
        return Candidate(sheet=sheet.name, reason="no row of headings was found")
    frame = build_frame(sheet, header.row, [index for index, _ in header.headings])
    return _without_people(sheet, header.row, settle_columns(header.headings, frame, {}))


def _without_people(sheet: Sheet, row: int, columns: tuple[Column, ...]) -> Candidate:
    known = [f"“{column.heading.shown}”" for column in columns if column.field]
    unknown = [
        column.heading.shown
        for column in columns
        if column.field is None
        and not is_about_others(column.heading.shown)
        and take_sample([cells[column.index - 1] for cells in sheet.rows[row:]]).share(is_label)
        >= _MOST_LABELS
    ]
    listed = f" ({', '.join(known[:_MOST_HEADINGS])})" if known else ""
    return Candidate(
        sheet=sheet.name,
        reason=f"row {row} has headings{listed}, but no column with the people or organisations the rows are about",
        heading=next(iter(unknown), ""),
    )
