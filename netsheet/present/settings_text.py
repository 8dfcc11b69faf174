"""The text output of ``netsheet settings`` and ``netsheet backups``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from netsheet.core.printable import quoted_path
from netsheet.core.settings.sheet import HEADING_PREFIX, WORD_PREFIX
from netsheet.lossless.file_kind import WRITTEN_KINDS
from netsheet.present.terminal import console, plain_table, show_table

if TYPE_CHECKING:
    from netsheet.files.backups import Backup
    from netsheet.pipeline.settings import SettingsInForce


def show_settings(in_force: SettingsInForce) -> None:
    """Print every setting, its value, and where it comes from; after a change only what headings and words mean."""
    out = console()
    changes = _changes(in_force)
    for line in (*changes, _where(in_force)):
        out.print(line, soft_wrap=True)
    table = plain_table("Setting", "Value", "From", "Meaning")
    for each in in_force.settings if not changes else ():
        place = "default" if each.place is None else each.place.address
        table.add_row(each.setting.name, each.value, place, each.setting.meaning)
    for heading, field in in_force.headings.items():
        name = f"{HEADING_PREFIX} {heading}"
        table.add_row(name, field, in_force.own_places[name].address, "What this heading means.")
    for word, meaning in in_force.words.items():
        name = f"{WORD_PREFIX} {word}"
        table.add_row(name, meaning, in_force.own_places[name].address, "What this status word means.")
    if table.row_count:
        show_table(table)
    for finding in in_force.findings:
        where = "" if finding.place is None else f"{finding.place.sheet}!{finding.place.address}: "
        out.print(f"{where}{finding.message}", soft_wrap=True)
        out.print(f"  -> {finding.hint}", soft_wrap=True)


def _changes(in_force: SettingsInForce) -> list[str]:
    """Say what was changed."""
    mapped = [f"“{own}” now means {meaning}." for own, meaning in in_force.mapped]
    return mapped + [
        f"What “{heading}” means is removed: netsheet reads it as if you had said nothing."
        for heading in in_force.unmapped
    ]


def _where(in_force: SettingsInForce) -> str:
    """Say where the settings are, and how to change them."""
    name = in_force.path.name
    if in_force.kind not in WRITTEN_KINDS:
        has_sheet = any(each.place is not None for each in in_force.settings)
        which = f'come from its sheet "{in_force.sheet}"' if has_sheet else "are the defaults"
        return (
            f"netsheet can read a .{in_force.kind} file such as {name}, but not write it. Its settings {which}. "
            "To change them, save the log as .xlsx or .ods and run netsheet settings on that file."
        )
    if in_force.mapped or in_force.unmapped:
        new = "new " if in_force.is_added else ""
        return f'Written to the {new}sheet "{in_force.sheet}" in {name}. Run refresh to use it.'
    if in_force.is_added:
        return (
            f'Added the sheet "{in_force.sheet}" to {name}. Change its Value column, save, and run refresh.'
        )
    return f'From the sheet "{in_force.sheet}" in {name}. Change its Value column, save, and run refresh.'


def show_backups(log: Path, kept: Sequence[Backup]) -> None:
    """Print the backup copies, the newest first."""
    out = console()
    if not kept:
        out.print(f"There are no backup copies of {log}: netsheet has not changed it yet.", soft_wrap=True)
        return
    for folder, copies in groupby(kept, key=lambda backup: backup.path.parent):
        out.print(f"Kept in {folder}", soft_wrap=True)
        table = plain_table("No.", "Saved", "Size", "File")
        table.columns[0].justify = table.columns[2].justify = "right"
        for backup in copies:
            size = f"{max(1, backup.size // 1024):,} KB"
            table.add_row(str(backup.number), f"{backup.saved_at:%Y-%m-%d %H:%M}", size, backup.path.name)
        show_table(table)
    command = f"netsheet undo {quoted_path(log)} --to FILE --number N"
    out.print(f"To get one back as another file: {command}", soft_wrap=True)
