"""Cells that hold no value to read: formulas without a stored result, errors, dates that change by themselves.

One responsibility: to report them for the columns in use.
"""

from __future__ import annotations

from netsheet.core.columns.fields import FIELD_BY_NAME
from netsheet.core.columns.table import Table
from netsheet.core.findings import build_finding
from netsheet.core.model import Place


def find_cell_faults(table: Table) -> None:
    """Add a finding for each faulty cell of a used column, in the rows of the records."""
    sheet = table.sheet
    if not sheet.formulas and not sheet.errors:
        return
    used = {column.index: column for column in table.columns if column.field}
    rows = set(table.rows)
    for (row, index), text in sheet.errors.items():
        if index in used and row in rows:
            place = Place(sheet=sheet.name, row=row, column=index)
            table.findings.append(
                build_finding("cell-error", place, heading=used[index].heading.shown, seen=text)
            )
    for (row, index), formula in sheet.formulas.items():
        if index not in used or row not in rows or (row, index) in sheet.errors:
            continue
        column = used[index]
        is_day = FIELD_BY_NAME[column.field or "notes"].kind in {"date", "follow_up"}
        if not formula.has_result or (is_day and formula.is_volatile):
            code = "volatile-date" if formula.has_result else "formula-without-result"
            table.findings.append(
                build_finding(
                    code, Place(sheet=sheet.name, row=row, column=index), heading=column.heading.shown
                )
            )
