"""The text output of ``netsheet draft``: what was written, kept or blocked, and which cells to fill in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from netsheet.core.drafts.phrasing import say_whose
from netsheet.core.printable import quoted_path
from netsheet.files.file_names import WRITABLE
from netsheet.present.template_text import show_unused
from netsheet.present.terminal import (
    PIPED_WIDTH,
    TONE_STYLES,
    console,
    counted,
    plain_table,
    show_command,
    show_line,
    show_table,
    show_title,
)

if TYPE_CHECKING:
    from rich.table import Table

    from netsheet.core.model import Place
    from netsheet.draft_files import SavedDraft
    from netsheet.pipeline.drafts import Drafted

LINES_SHOWN = 3
ROOM_FOR_FILES = 100
"""Wider terminals show file names. Narrower ones show the shorter template names, to leave room for subjects."""


def show_drafted(drafted: Drafted) -> None:
    """Print what happened to each draft, the counts, and where to read the drafts."""
    show_unused(drafted.faults)
    if drafted.is_preview:
        _show_first_lines(drafted.saved)
    else:
        _show_files(drafted)
    _show_unfinished(drafted.saved)
    _show_blocked(drafted)
    _show_warnings(drafted.saved)
    _show_counts(drafted)


def _show_files(drafted: Drafted) -> None:
    out = console()
    written = [item for item in drafted.saved if item.written]
    if written:
        out.print(
            Text(
                f"Written to {written[0].path.parent} ({len(written)})", style=f"bold {TONE_STYLES['done']}"
            ),
            soft_wrap=True,
        )
        show_table(_files_table(written))
    groups: dict[str, list[SavedDraft]] = {}
    for item in drafted.saved:
        if not item.written:
            groups.setdefault(item.note, []).append(item)
    for note, items in groups.items():
        out.print(
            Text(f"Not written ({len(items)}): {note}", style=f"bold {TONE_STYLES['soon']}"), soft_wrap=True
        )
        for item in items:
            out.print(f"  {item.path}", soft_wrap=True)
        out.print()


def _files_table(items: Sequence[SavedDraft]) -> Table:
    is_wide = console().width >= ROOM_FOR_FILES
    table = plain_table("Who", "Subject or first line", "File" if is_wide else "Template")
    headline = table.columns[1]
    headline.ratio, headline.no_wrap, headline.overflow, headline.min_width = 1, True, "ellipsis", 16
    table.expand = console().width < PIPED_WIDTH
    for item in items:
        table.add_row(item.draft.name, _headline(item), item.path.name if is_wide else item.draft.template)
    return table


def _headline(item: SavedDraft) -> str:
    return item.draft.subject or _first_lines(item.draft.body, 1)[0]


def _show_first_lines(saved: Sequence[SavedDraft]) -> None:
    out = console()
    for item in saved:
        draft = item.draft
        to = f" to {draft.to}" if draft.to else ""
        show_title(draft.name, f"{draft.channel}{to}, template {draft.template}")
        out.print(f"  {draft.why}", style="dim")
        if draft.subject:
            out.print(f"  Subject: {draft.subject}", soft_wrap=True)
        for line in _first_lines(draft.body, LINES_SHOWN):
            out.print(f"  | {line}", soft_wrap=True)
        out.print()


def _first_lines(body: str, most: int) -> list[str]:
    """Take the first lines after the greeting."""
    lines = [line for line in body.split("\n") if line.strip()]
    return lines[1 : most + 1] if len(lines) > 1 and lines[0].endswith(",") else lines[:most]


def _show_blocked(drafted: Drafted) -> None:
    if not drafted.blocked:
        return
    out = console()
    title = Text(f"Blocked ({len(drafted.blocked)})", style=TONE_STYLES["due"])
    out.print(title + Text(", each with the cell to look at. The other drafts are not affected."))
    show_table(_reasons_table([(item.name, item.reason, item.place) for item in drafted.blocked]))


def _show_unfinished(saved: Sequence[SavedDraft]) -> None:
    """Print what is missing in which draft. Notes to reword have a warning of their own."""
    unfinished = [item.draft for item in saved if item.draft.is_unfinished]
    if not unfinished:
        return
    out = console()
    title = Text(f"Unfinished ({len(unfinished)})", style=TONE_STYLES["soon"])
    out.print(title + Text(": fill in or reword what is in square brackets before you send it."))
    gaps = [
        (draft.name, gap.reason, gap.place) for draft in unfinished for gap in draft.gaps if not gap.is_note
    ]
    if gaps:
        show_table(_reasons_table(gaps))
    else:
        out.print()


def _reasons_table(rows: Sequence[tuple[str, str, Place | None]]) -> Table:
    table = plain_table("Who", "Why", "Cell")
    for column, ratio in zip(table.columns, (3, 8, 3), strict=True):
        column.ratio = ratio
    table.expand = console().width < PIPED_WIDTH
    for name, reason, place in rows:
        table.add_row(name, reason, "" if place is None else f"{place.sheet}!{place.address}")
    return table


def _show_warnings(saved: Sequence[SavedDraft]) -> None:
    """Print what to check before sending. A warning about several drafts is printed only once."""
    out = console()
    names: dict[str, list[str]] = {}
    for item in saved:
        for warning in item.draft.warnings:
            names.setdefault(warning, []).append(item.draft.name)
    if names:
        out.print(Text("Before you send", style="bold"))
    for warning, people in names.items():
        show_line(f"{say_whose(people, len(saved))}: {warning}" if len(saved) > 1 else warning)
    if names:
        out.print()


def _show_counts(drafted: Drafted) -> None:
    out = console()
    saved, blocked = drafted.saved, drafted.blocked
    if not saved and not blocked:
        out.print(_nothing(drafted))
        return
    tally = Counter(item.status for item in saved)
    verb = "would be written" if drafted.is_preview else "written"
    counts = [counted(tally["written"] + tally["preview"], f"draft {verb}", f"drafts {verb}")]
    unfinished = sum(item.draft.is_unfinished for item in saved)
    others = (
        (tally["edited"], "kept with your edits"),
        (tally["unchanged"], "already there"),
        (unfinished, "unfinished" if unfinished == len(saved) else "of them unfinished"),
        (len(blocked), "blocked"),
    )
    counts += [f"{count} {words}" for count, words in others if count]
    out.print(f"{', '.join(counts)}. Nothing was sent.")
    if saved and not drafted.is_preview:
        out.print(f"Read and copy them here: {drafted.index}", soft_wrap=True)
        if drafted.opened.source.path.suffix.casefold() not in WRITABLE:
            return
        log, folder = quoted_path(drafted.opened.source.path), quoted_path(drafted.out_dir)
        show_command("Then say what you sent:", f"netsheet done {log} --drafts {folder}")


def _nothing(drafted: Drafted) -> str:
    only = drafted.only
    if only.kind is not None:
        return f"No action of the kind “{only.kind}” is due, so there is nothing to write."
    hint = f'netsheet draft {quoted_path(drafted.opened.source.path)} --person "NAME"'
    return f"Nothing is due, so there is nothing to write. To write to someone anyway: {hint}"
