"""Refresh many logs, each in a process of its own where there are several; what comes back is one small value for each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from netsheet.core.overview import label_paths
from netsheet.errors import NetsheetError, say_error
from netsheet.pipeline.opened import NoLogError
from netsheet.pipeline.parallel import TOO_LARGE, Mapping
from netsheet.pipeline.refresh import refresh_log


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


def refresh_many(
    paths: Sequence[Path],
    *,
    today: dt.date,
    sheet_name: str | None,
    is_preview: bool,
    protected_ok: bool,
    even_if_open: bool,
    run: Mapping,
) -> tuple[RefreshLine, ...]:
    """Refresh logs and return a line for each, in their order; one that cannot be refreshed has its error.

    A workbook that has only sheets of netsheet's, such as an overview, is passed over.
    """
    work = partial(
        _refresh_one,
        today=today,
        sheet_name=sheet_name,
        is_preview=is_preview,
        protected_ok=protected_ok,
        even_if_open=even_if_open,
    )
    lines = [line for line in run(work, _too_large, paths) if line is not None]
    labels = label_paths([line.path for line in lines])
    return tuple(replace(line, label=label) for line, label in zip(lines, labels, strict=True))


def _too_large(path: Path) -> RefreshLine:
    return RefreshLine(path=str(path), error=TOO_LARGE, exit_code=3)


def _refresh_one(
    path: Path,
    *,
    today: dt.date,
    sheet_name: str | None,
    is_preview: bool,
    protected_ok: bool,
    even_if_open: bool,
) -> RefreshLine | None:
    try:
        refreshed = refresh_log(
            path,
            today=today,
            sheet_name=sheet_name,
            is_preview=is_preview,
            protected_ok=protected_ok,
            even_if_open=even_if_open,
        )
    except NoLogError as error:
        return None if error.is_made_by_netsheet else RefreshLine(path=str(path), error=error.message)
    except NetsheetError as error:
        return RefreshLine(path=str(path), error=say_error(error), exit_code=error.exit_code)
    except MemoryError:
        return _too_large(path)
    copies = refreshed.conflict_copies
    return RefreshLine(
        path=str(path),
        people=refreshed.people_count,
        due_now=refreshed.due_count,
        cells_to_fix=refreshed.error_count + refreshed.left_count,
        cells_changed=refreshed.cell_count,
        is_changed=refreshed.is_changed,
        is_saved=refreshed.is_saved,
        warnings=(
            *refreshed.blind_spots,
            *([f"There is a second copy next to it: {', '.join(copies)}."] if copies else []),
        ),
    )
