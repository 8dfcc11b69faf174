"""Where a plan may write: not into protected sheets, nor into cells that belong together."""

from __future__ import annotations

from collections.abc import Iterable

from netsheet.core.grid import Area, cell_address
from netsheet.core.plan import SheetPlan
from netsheet.lossless.refusals import protected


def check_target(sheet: SheetPlan, blocked: Iterable[Area], *, is_protected: bool) -> None:
    """Refuse a target that must not be written.

    Raises:
        RefusedError: naming the sheet or the cell, and what to do.
    """
    if is_protected:
        raise protected(
            f'the sheet "{sheet.sheet}" is protected',
            "In Excel, choose Review > Unprotect Sheet; in LibreOffice, Tools > Protect Sheet; or run again with --protected-ok.",
        )
    columns = {edit.column for edits in sheet.different_edits() for edit in edits}
    for area in blocked:
        if columns.isdisjoint(range(area.first_column, area.last_column + 1)):
            continue
        for row in range(area.first_row, min(area.last_row, max(sheet.rows)) + 1):
            for edit in sheet.rows.get(row, ()):
                if area.holds(row, edit.column):
                    raise protected(
                        f"the cell {cell_address(row, edit.column)} lies in a merged cell, pivot table or array formula",
                        "Unmerge that cell, or move the pivot table or array formula out of netsheet's columns, and try again.",
                    )
