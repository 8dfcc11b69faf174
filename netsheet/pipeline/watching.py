"""Refresh logs after each save: look which files changed, wait until they are whole and closed, refresh them once."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from netsheet.errors import BusyError, NetsheetError, UnreadableError, say_error
from netsheet.files.locks import check_not_open
from netsheet.files.problems import ChangedMeanwhileError, MissingFileError
from netsheet.files.read import hash_of
from netsheet.pipeline.folders import NoWorkbooksError, find_log_files
from netsheet.pipeline.opened import NoLogError
from netsheet.pipeline.refresh import refresh_log
from netsheet.pipeline.refreshed import Refreshed

_TRIES: Final = 10
"""So many looks long a file that cannot be read may still be in the middle of being written."""

_Signature = tuple[int, int, int]


@dataclass(slots=True)
class _State:
    """What is known of one file: how it looked last, its content after the last refresh, what was said about it."""

    signature: _Signature | None = None
    sha256: str = ""
    is_waiting: bool = False
    tries: int = 0
    said: str = ""


class Watch:
    """Watches files and folders; ``look`` is called again and again.

    Args:
        paths: logs, and folders of logs.
        today: returns the day of today: the watch may go on over midnight.
        say: prints one line about one file.
    """

    def __init__(
        self, paths: Sequence[Path], *, today: Callable[[], dt.date], say: Callable[[str], None]
    ) -> None:
        self._paths = paths
        self._today = today
        self._say = say
        self._day = today()
        self._states: dict[Path, _State] = {}

    def look(self) -> None:
        """Refresh every file that was saved since the last look, and is whole and closed."""
        if self._today() != self._day:
            self._day = self._today()
            for state in self._states.values():
                state.is_waiting, state.sha256 = True, ""
        for path in dict.fromkeys((*self._files(), *self._states)):
            state = self._states.setdefault(path, _State())
            signature = _signature(path)
            if signature != state.signature:
                state.signature, state.is_waiting, state.tries = signature, True, 0
                continue  # the next look is the first that may find it settled
            if signature is None:
                self._say_once(path, state, "is not there. netsheet waits until it is back.")
                state.is_waiting = False
            elif state.is_waiting:
                self._try(path, state)

    def _files(self) -> tuple[Path, ...]:
        files: list[Path] = []
        for path in self._paths:
            try:
                files += find_log_files([path], is_written=True)
            except NoWorkbooksError:
                continue
        return tuple(files)

    def _try(self, path: Path, state: _State) -> None:
        """Refresh a file, or wait on."""
        state.tries += 1
        try:
            check_not_open(path)
            sha256 = hash_of(path.read_bytes())
            if sha256 == state.sha256:
                state.is_waiting = False  # netsheet's own save, or one that changed nothing
                return
            refreshed = refresh_log(path, today=self._day)
        except (ChangedMeanwhileError, MissingFileError, FileNotFoundError):
            return
        except BusyError as error:
            self._say_once(path, state, f"waits: {error.message}.")
        except NoLogError as error:
            state.is_waiting, state.sha256 = False, sha256
            if not error.is_made_by_netsheet:
                self._say_once(path, state, "holds no log.")
        except NetsheetError as error:
            if not isinstance(error, UnreadableError) or state.tries >= _TRIES:
                state.is_waiting = False
                self._say_once(path, state, say_error(error))
        except OSError as error:
            self._say_once(path, state, f"cannot be read: {error.strerror}.")
        else:
            self._done(path, state, refreshed)

    def _done(self, path: Path, state: _State, refreshed: Refreshed) -> None:
        state.is_waiting, state.said, state.sha256 = False, "", refreshed.sha256
        done = f"refreshed, {_cells(refreshed.cell_count)} written" if refreshed.is_saved else "up to date"
        to_fix = refreshed.cells_to_fix
        fix = f", {_cells(to_fix)} to fix (netsheet check)" if to_fix else ""
        self._say(f"{path.name}: {done}; {refreshed.due_count:,} due now{fix}.")

    def _say_once(self, path: Path, state: _State, text: str) -> None:
        if state.said != text:
            state.said = text
            self._say(f"{path.name}: {text}")


def _cells(count: int) -> str:
    return "1 cell" if count == 1 else f"{count:,} cells"


def _signature(path: Path) -> _Signature | None:
    """Return what changes when a file is saved; None without a file."""
    try:
        status = os.stat(path)  # noqa: PTH116 - a link's file counts
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
