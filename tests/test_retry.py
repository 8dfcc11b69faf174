"""What Windows does while another program has a file open: told by the error's own number, so that Linux can try it."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

from netsheet.errors import BusyError, RefusedError
from netsheet.files.backups import list_backups
from netsheet.files.durable import save_new_file
from netsheet.files.file_names import is_device
from netsheet.files.read import read_file
from netsheet.files.save import save_workbook
from tests.command_line import copy_of_sample, run

DENIED, SHARED, LOCKED = 5, 32, 33
TOLD = "log.xlsx is open in another program, and Windows does not let netsheet use it now"


@pytest.fixture(autouse=True)
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Count the pauses instead of waiting."""
    counted: list[float] = []
    monkeypatch.setattr(time, "sleep", counted.append)
    return counted


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "log.xlsx"
    path.write_bytes(b"old")
    return path


def windows_error(winerror: int) -> PermissionError:
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    error.__dict__["winerror"] = winerror
    return error


def held_from_replacing(wanted: Path, winerror: int, *, times: int = 99) -> Callable[..., None]:
    """Stand in for ``os.replace`` while another program has its target open."""
    replace, left = os.replace, [times]

    def replacing(source: Path, target: Path) -> None:
        if Path(target).match(wanted.name) and left[0]:
            left[0] -= 1
            raise windows_error(winerror)
        replace(source, target)

    return replacing


@pytest.mark.parametrize("winerror", [DENIED, SHARED, LOCKED])
def test_a_log_that_excel_holds_is_not_replaced_and_excel_is_named(
    winerror: int, log: Path, monkeypatch: pytest.MonkeyPatch, pauses: list[float]
) -> None:
    source = read_file(log)
    monkeypatch.setattr(os, "replace", held_from_replacing(log, winerror))

    with pytest.raises(BusyError) as raised:
        save_workbook(source, b"new")

    assert (raised.value.message, raised.value.exit_code) == (TOLD, 4)
    assert raised.value.hint == "Save and close it in Excel, or wherever it is open, then try again."
    assert (log.read_bytes(), list(log.parent.iterdir())) == (b"old", [log])
    assert len(pauses) == 3


@pytest.mark.parametrize("winerror", [SHARED, LOCKED])
def test_a_log_that_may_not_even_be_read_meanwhile_is_busy(
    winerror: int, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def held(path: Path, _: str) -> IO[bytes]:
        if path == log:
            raise windows_error(winerror)
        return opened(path, "rb")

    source = read_file(log)
    monkeypatch.setattr(Path, "open", held)

    for call in (lambda: read_file(log), lambda: save_workbook(source, b"new")):
        with pytest.raises(BusyError, match="is open in another program"):
            call()


def test_a_file_without_permission_is_told_apart_from_one_that_is_held(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(_: Path, __: str) -> IO[bytes]:
        raise windows_error(DENIED)

    monkeypatch.setattr(Path, "open", denied)

    outcome = run("due", log)

    assert outcome.exit_code == 3
    assert "Your account may not read" in outcome.stderr


def test_the_command_says_so_in_one_line_and_exits_4(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    monkeypatch.setattr(os, "replace", held_from_replacing(log, SHARED))

    outcome = run("refresh", log)

    assert outcome.exit_code == 4
    assert outcome.stderr.startswith("netsheet: plain-log.xlsx is open in another program")
    assert outcome.stdout == ""


def test_a_backup_and_a_draft_that_a_scanner_holds_for_a_moment_are_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pauses: list[float]
) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    monkeypatch.setattr(os, "replace", held_from_replacing(Path("0001.xlsx"), SHARED, times=2))

    assert run("refresh", log).exit_code == 0
    assert (len(list_backups(log)), len(pauses)) == (1, 2)

    monkeypatch.setattr(os, "replace", held_from_replacing(Path("index.html"), SHARED, times=1))
    assert run("draft", log).exit_code == 0
    assert (tmp_path / "drafts" / "index.html").is_file()


@pytest.mark.parametrize("name", ["CON.xlsx", "nul.XLSX", "com1.xlsx", "Lpt9 .xlsx", "aux.2026.xlsx"])
def test_no_new_file_takes_the_name_of_a_device(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(is_device, "__kwdefaults__", {"platform": "win32"})

    with pytest.raises(RefusedError) as raised:
        save_new_file(tmp_path / name, b"new")

    assert raised.value.message == f"Windows does not allow the file name {name}: it is reserved for a device"
    assert list(tmp_path.iterdir()) == []
