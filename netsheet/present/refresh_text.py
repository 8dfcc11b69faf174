"""``netsheet refresh`` for a person: what was found, what was written, what to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.text import Text

from netsheet.core.grid import CellValue, cell_address
from netsheet.core.model import TONES, Tone
from netsheet.present.characters import quoted_path
from netsheet.present.terminal import TONE_STYLES, console, counted, plain_table, show_conflict_copies

if TYPE_CHECKING:
    from netsheet.pipeline.refreshed import Refreshed

MOST_CELLS_SHOWN = 200


def show_refreshed(refreshed: Refreshed, *, cells: bool) -> None:
    """Print the outcome of a refresh; with ``cells`` the cell diff of a dry run first."""
    out, log = console(), quoted_path(refreshed.path)
    out.print(Text(refreshed.path.name, style="bold"), end="")
    people = counted(refreshed.people_count, "person", "people")
    out.print(f'  sheet "{refreshed.sheet}", {people}, as of {refreshed.today:%Y-%m-%d}', soft_wrap=True)
    if cells:
        _show_cells(refreshed)
    _show_statuses(refreshed.statuses)
    out.print(_outcome(refreshed))
    if refreshed.backup is not None:
        out.print(f"The file as it was: {refreshed.backup}", soft_wrap=True)
    errors = sum(finding.severity == "error" for finding in refreshed.findings)
    if errors:
        out.print(f"{counted(errors, 'cell')} to fix. See: netsheet check {log}", soft_wrap=True)
    show_conflict_copies(refreshed.conflict_copies)
    out.print(f"Next: netsheet due {log}", soft_wrap=True)


def _show_statuses(statuses: Mapping[tuple[Tone, str], int]) -> None:
    """Print how many people stand where, what is due first; a status in two tones is one line."""
    totals: Counter[str] = Counter()
    tones: dict[str, Tone] = {}
    for (tone, status), count in sorted(
        statuses.items(), key=lambda each: (TONES.index(each[0][0]), each[0][1])
    ):
        totals[status] += count
        tones.setdefault(status, tone)
    table = plain_table("Status", "People")
    table.columns[1].justify = "right"
    for status, count in totals.items():
        table.add_row(Text(status, style=TONE_STYLES[tones[status]]), f"{count:,}")
    if totals:
        console().print(table)


def _outcome(refreshed: Refreshed) -> str:
    if not refreshed.is_changed:
        return "Nothing changed: the log is up to date."
    changes = counted(refreshed.plan.cell_count, "cell")
    if not refreshed.is_saved:
        return (
            f"A refresh would change {changes} of netsheet's columns and the sheet {refreshed.summary_sheet}."
        )
    added = f", {counted(len(refreshed.columns_added), 'new column')}" if refreshed.columns_added else ""
    return (
        f"Wrote {changes} of netsheet's columns{added} and the sheet {refreshed.summary_sheet}. "
        "Everything else was read back and is as it was."
    )


def _show_cells(refreshed: Refreshed) -> None:
    """Print the cell diff: address, before, after."""
    table = plain_table("Cell", "Before", "After")
    shown = 0
    for sheet in refreshed.plan.sheets:
        for row, edits in sorted(sheet.rows.items()):
            for edit in edits:
                if shown < MOST_CELLS_SHOWN:
                    address = f"{sheet.sheet}!{cell_address(row, edit.column)}"
                    table.add_row(address, _shown(edit.before), _shown(edit.after))
                shown += 1
    if shown:
        console().print(table)
    if shown > MOST_CELLS_SHOWN:
        console().print(f"... and {counted(shown - MOST_CELLS_SHOWN, 'cell')} more.")


def _shown(value: CellValue) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
