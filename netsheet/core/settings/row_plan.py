"""Writing and emptying one row of the settings sheet: what one of the user's headings or words means."""

from __future__ import annotations

from netsheet.core.grid import Sheet
from netsheet.core.named_table import NamedRow, folded_words, read_named_rows
from netsheet.core.plan import CellEdit, SheetPlan
from netsheet.core.settings.sheet import SETTING_SPELLINGS


def plan_meaning(sheet: Sheet, prefix: str, own: str, meaning: str) -> SheetPlan | None:
    """Plan the row that gives something of the user's own a meaning: the row that is there already, or one below the last.

    Args:
        sheet: the settings sheet.
        prefix: how the name of the row begins: ``HEADING_PREFIX`` or ``WORD_PREFIX``.
        own: the user's heading or word.
        meaning: the field or the meaning.

    Returns:
        The plan; None when the sheet has no header row with Setting and Value.
    """
    rows = read_named_rows(sheet, SETTING_SPELLINGS, needed=("name", "value"))
    if not rows:
        return None
    columns = rows[0].columns
    row = next((row.row for row in rows if _is_about(row, prefix, own)), rows[-1].row + 1)
    wanted = sorted(((columns["name"], f"{prefix} {own}"), (columns["value"], meaning)))
    edits = [
        CellEdit(column, sheet.value(row, column), after, None)
        for column, after in wanted
        if sheet.value(row, column) != after
    ]
    return SheetPlan(sheet=sheet.name, header_row=1, rows={row: edits} if edits else {})


def plan_removal(sheet: Sheet, prefix: str, own: str) -> SheetPlan | None:
    """Plan to empty the rows that give something of the user's own a meaning; None when there is no such row."""
    rows = read_named_rows(sheet, SETTING_SPELLINGS, needed=("name", "value")) or ()
    edits = {
        row.row: [
            CellEdit(column, sheet.value(row.row, column), "", None)
            for column in sorted((row.columns["name"], row.columns["value"]))
            if sheet.value(row.row, column) != ""
        ]
        for row in rows
        if _is_about(row, prefix, own)
    }
    return SheetPlan(sheet=sheet.name, header_row=1, rows=edits) if edits else None


def _is_about(row: NamedRow, prefix: str, own: str) -> bool:
    name, beginning = folded_words(row.value("name")), folded_words(prefix)
    return name.startswith(beginning) and folded_words(name.removeprefix(beginning)) == folded_words(own)
