"""The output of ``netsheet add``: the new row, cell by cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netsheet.core.grid import cell_address
from netsheet.core.printable import quoted_path
from netsheet.present.documents import document
from netsheet.present.terminal import console, show_line

if TYPE_CHECKING:
    from netsheet.core.plan import CellEdit
    from netsheet.pipeline.new_people import AddedPeople


def show_added(added: AddedPeople) -> None:
    """Print the new rows with their cells."""
    out, refreshed = console(), added.refreshed
    log = quoted_path(refreshed.path)
    for name, row in zip(added.names, added.new.rows, strict=True):
        verb = "Added" if refreshed.is_saved else "Would add"
        out.print(f'{verb} {name} in row {row} of "{added.new.plan.sheet}":', soft_wrap=True)
        for edit in _filled(added, row):
            replaced = f" (instead of “{edit.before}”)" if edit.before != "" else ""
            show_line(f"{cell_address(row, edit.column)}: {edit.after}{replaced}")
    if not refreshed.is_saved:
        out.print("This is a preview. Nothing was written.")
        return
    out.print(f"To take it back: netsheet undo {log}", soft_wrap=True)


def _filled(added: AddedPeople, row: int) -> list[CellEdit]:
    return [edit for edit in added.new.plan.rows[row] if edit.after not in {"", edit.before}]


def added_json(added: AddedPeople) -> str:
    """Return what was added."""
    refreshed = added.refreshed
    return document(
        {
            "workbook": str(refreshed.path),
            "sheet": added.new.plan.sheet,
            "saved": refreshed.is_saved,
            "backup": None if refreshed.backup is None else str(refreshed.backup),
            "people": [
                {
                    "name": name,
                    "row": row,
                    "cells": {cell_address(row, edit.column): edit.after for edit in _filled(added, row)},
                }
                for name, row in zip(added.names, added.new.rows, strict=True)
            ],
        }
    )
