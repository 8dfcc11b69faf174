"""The output of ``netsheet add``: the new row, cell by cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netsheet.core.grid import cell_address
from netsheet.core.printable import quoted_path
from netsheet.present.documents import document
from netsheet.present.terminal import console, show_line

if TYPE_CHECKING:
    from netsheet.pipeline.add_to_log import WrittenAdditions


def show_added(added: WrittenAdditions) -> None:
    """Print the new rows with their cells."""
    out, refreshed = console(), added.refreshed
    log = quoted_path(refreshed.path)
    for each in added.rows:
        verb = "Added" if refreshed.is_saved else "Would add"
        out.print(f'{verb} {each.name} in row {each.row} of "{added.sheet}":', soft_wrap=True)
        for edit in each.cells:
            replaced = f" (instead of “{edit.before}”)" if edit.before != "" else ""
            show_line(f"{cell_address(each.row, edit.column)}: {edit.after}{replaced}")
    if not refreshed.is_saved:
        out.print("This is a preview. Nothing was written.")
        return
    out.print(f"To take it back: netsheet undo {log}", soft_wrap=True)


def added_json(added: WrittenAdditions) -> str:
    """Return what was added."""
    return document(added_document(added))


def added_document(added: WrittenAdditions) -> dict[str, Any]:
    """Describe what was added."""
    refreshed = added.refreshed
    return {
        "workbook": str(refreshed.path),
        "sheet": added.sheet,
        "saved": refreshed.is_saved,
        "backup": None if refreshed.backup is None else str(refreshed.backup),
        "people": [
            {
                "name": each.name,
                "row": each.row,
                "cells": {cell_address(each.row, edit.column): edit.after for edit in each.cells},
            }
            for each in added.rows
        ],
    }
