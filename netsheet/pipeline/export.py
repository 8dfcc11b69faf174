"""A log's data as a file for other programs; never over the log, nor over another file by accident."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from netsheet.core.exports.contacts import build_contacts, left_out_headings
from netsheet.core.exports.systems import Export, export_contacts
from netsheet.core.exports.target_names import DateForm, TargetName
from netsheet.errors import RefusedError
from netsheet.files.durable import replace_whole, save_new_file
from netsheet.files.problems import CannotSaveError
from netsheet.pipeline.opened import OpenedLog


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedPeople:
    """The people of a log for another system, and the headings of the columns that it has no place for."""

    export: Export
    left_out: tuple[str, ...]


def export_people(opened: OpenedLog, to: TargetName, *, date_form: DateForm) -> ExportedPeople:
    """Give the people of a log in the form that another system takes."""
    export = export_contacts(build_contacts(opened.log, today=opened.today), to, date_form=date_form)
    return ExportedPeople(export=export, left_out=tuple(left_out_headings(opened.log, export.fields)))


def part_paths(path: Path, count: int) -> tuple[Path, ...]:
    """Return the names of the files that an export needs: people.csv, people-2.csv, people-3.csv."""
    return (path, *(path.with_stem(f"{path.stem}-{number}") for number in range(2, count + 1)))


def save_exports(paths: Sequence[Path], files: Sequence[bytes], *, log: Path, is_forced: bool) -> None:
    """Write the files of one export; when one of them must not be replaced, none is written.

    Raises:
        RefusedError: as ``save_export`` does.
    """
    for path in paths:
        _check_replaced(path, log=log, is_forced=is_forced)
    for path, data in zip(paths, files, strict=True):
        save_export(path, data, log=log, is_forced=is_forced)


def save_export(path: Path, data: bytes, *, log: Path | None, is_forced: bool) -> None:
    """Write the file whole or not at all.

    Args:
        path: the new file.
        data: what it will hold.
        log: the log it was made from, which is never written over; None for many.
        is_forced: whether a file that is there may be replaced.

    Raises:
        RefusedError: when it is the log itself or already there, or when it cannot be written.
    """
    if not _check_replaced(path, log=log, is_forced=is_forced):
        save_new_file(path, data)
        return
    try:
        replace_whole(path, data)
    except OSError as error:
        raise CannotSaveError(path, error) from error


def _check_replaced(path: Path, *, log: Path | None, is_forced: bool) -> bool:
    """Tell whether a file is replaced, and refuse where it must not be."""
    if not path.exists():
        return False
    if log is not None and path.samefile(log):
        raise RefusedError(f"{path} is the log itself", "Choose another name.")
    if not is_forced:
        raise RefusedError(
            f"{path} is already there and stays as it is",
            "Choose another name, or add --force to replace it.",
        )
    return True
