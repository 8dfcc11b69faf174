"""``netsheet settings`` and ``netsheet backups`` for a person."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from netsheet.present.terminal import console, plain_table

if TYPE_CHECKING:
    from netsheet.files import Backup
    from netsheet.pipeline.settings import SettingsInForce


def show_settings(in_force: SettingsInForce) -> None:
    """Print every setting, its value, and where it comes from."""
    out = console()
    if in_force.is_added:
        out.print(
            f'Added the sheet "{in_force.sheet}" to {in_force.path}. Change its Value column in the workbook.'
        )
    if in_force.is_mapped:
        out.print(f'Wrote the meaning of the headings to the sheet "{in_force.sheet}".')
    table = plain_table("Setting", "Value", "From", "Meaning")
    for each in in_force.settings:
        place = "default" if each.place is None else each.place.address
        table.add_row(each.setting.name, each.value, place, each.setting.meaning)
    for heading, field in in_force.headings.items():
        table.add_row(f"Heading: {heading}", field, in_force.sheet, "what this heading means")
    out.print(table)
    for finding in in_force.findings:
        where = "" if finding.place is None else f"{finding.place.address}: "
        out.print(f"{where}{finding.message} {finding.hint}")


def show_backups(log: Path, kept: Sequence[Backup]) -> None:
    """Print the kept copies, the newest first."""
    out = console()
    if not kept:
        out.print(f"There is no kept copy of {log}: netsheet has not written to it yet.", soft_wrap=True)
        return
    table = plain_table("No.", "Saved", "Size", "Kept at")
    for backup in kept:
        size = f"{max(1, backup.size // 1024):,} KB"
        table.add_row(str(backup.number), f"{backup.saved_at:%Y-%m-%d %H:%M}", size, str(backup.path))
    out.print(table)
    out.print(f"Bring one back as another file: netsheet undo {log} --to FILE --number N", soft_wrap=True)
