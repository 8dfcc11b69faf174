"""Refresh many logs, each in a process of its own where there are several; what comes back is one small value for each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from netsheet.core.overview import label_paths, say_copies
from netsheet.pipeline.line_of_log import TOO_LARGE, TOO_LARGE_CODE, line_or_failure
from netsheet.pipeline.parallel import Mapping
from netsheet.pipeline.refresh import refresh_log

if TYPE_CHECKING:
    from netsheet.pipeline.refreshed import Refreshed


@dataclass(frozen=True, slots=True, kw_only=True)
class RefreshLine:
    """What a refresh of one log did, or would do.

    Attributes:
        path: the file.
        label: its name, as short as it can be.
        people: how many it holds.
        due_now: how many of them have something due.
        cells_to_fix: cells that netsheet needs and cannot read.
        cells_changed: the cells of netsheet's columns that changed.
        is_changed: whether the file changes.
        is_saved: whether it was written.
        warnings: what keeps netsheet from seeing all of it.
        error: why it was not refreshed; "" when it was.
        exit_code: that of the error; 0 for a workbook without a log.
    """

    path: str
    label: str = ""
    people: int = 0
    due_now: int = 0
    cells_to_fix: int = 0
    cells_changed: int = 0
    is_changed: bool = False
    is_saved: bool = False
    warnings: tuple[str, ...] = ()
    error: str = ""
    exit_code: int = 0


class RefreshOptions(TypedDict):
    """The options of ``refresh_log`` that are the same for all logs."""

    today: dt.date
    sheet_name: str | None
    is_preview: bool
    protected_ok: bool
    even_if_open: bool


def refresh_many(
    paths: Sequence[Path], *, run: Mapping, **options: Unpack[RefreshOptions]
) -> tuple[RefreshLine, ...]:
    """Refresh logs and return a line for each, in their order; one that cannot be refreshed has its error.

    A workbook that has only sheets of netsheet's, such as an overview, is passed over.
    """
    work = partial(_refresh_one, **options)
    lines = [line for line in run(work, _failure, paths) if line is not None]
    labels = label_paths([line.path for line in lines])
    return tuple(replace(line, label=label) for line, label in zip(lines, labels, strict=True))


def _failure(path: Path, error: str = TOO_LARGE, exit_code: int = TOO_LARGE_CODE) -> RefreshLine:
    return RefreshLine(path=str(path), error=error, exit_code=exit_code)


def _refresh_one(path: Path, **options: Unpack[RefreshOptions]) -> RefreshLine | None:
    return line_or_failure(lambda: _line_of(path, refresh_log(path, **options)), partial(_failure, path))


def _line_of(path: Path, refreshed: Refreshed) -> RefreshLine:
    return RefreshLine(
        path=str(path),
        people=refreshed.people_count,
        due_now=refreshed.due_count,
        cells_to_fix=refreshed.cells_to_fix,
        cells_changed=refreshed.cell_count,
        is_changed=refreshed.is_changed,
        is_saved=refreshed.is_saved,
        warnings=(*refreshed.blind_spots, *say_copies(refreshed.conflict_copies)),
    )
