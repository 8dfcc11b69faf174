"""Writing one row of the settings sheet: what one of the user's headings means."""

from __future__ import annotations

from netsheet.core.grid import Sheet
from netsheet.core.named_table import NamedRow, folded_words, read_named_rows
from netsheet.core.plan import CellEdit, SheetPlan
from netsheet.core.settings.sheet import HEADING_PREFIX, SETTING_SPELLINGS


def plan_heading(sheet: Sheet, heading: str, field: str) -> SheetPlan | None:
    """Plan the row that maps a heading to a field: the row that is there already, or one below the last.

    Returns:
        The plan; None when the sheet has no header row with Setting and Value.
    """
    rows = read_named_rows(sheet, SETTING_SPELLINGS, needed=("name", "value"))
    if not rows:
        return None
    columns = rows[0].columns
    row = next((row.row for row in rows if _is_about(row, heading)), rows[-1].row + 1)
    wanted = sorted(((columns["name"], f"{HEADING_PREFIX} {heading}"), (columns["value"], field)))
    edits = [
        CellEdit(column, sheet.value(row, column), after, None)
        for column, after in wanted
        if sheet.value(row, column) != after
    ]
    return SheetPlan(sheet=sheet.name, header_row=1, rows={row: edits} if edits else {})


def _is_about(row: NamedRow, heading: str) -> bool:
    name = folded_words(row.value("name"))
    prefix = folded_words(HEADING_PREFIX)
    return name.startswith(prefix) and folded_words(name.removeprefix(prefix)) == folded_words(heading)
