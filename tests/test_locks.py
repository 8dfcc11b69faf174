from __future__ import annotations

import os
from pathlib import Path
from typing import IO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netsheet.errors import BusyError
from netsheet.files.locks import check_not_open, conflict_copies, excel_owner, libreoffice_owner
from netsheet.resources import sample_workbooks

NINE_O_CLOCK = 1_773_651_600  # 16 March 2026, 09:00 UTC


@pytest.fixture(autouse=True)
def _london(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "log.xlsx"
    path.write_bytes(b"content")
    return path


def excel_mark(name: str) -> bytes:
    """An owner file as Excel writes it: 165 bytes."""
    narrow = bytes([len(name)]) + name.encode("cp1252", "replace")
    wide = bytes([len(name), 0]) + name.encode("utf-16-le")
    return (narrow.ljust(55) + wide).ljust(165)


def test_a_file_that_nobody_has_open_is_free(log: Path) -> None:
    check_not_open(log)

    assert list(log.parent.iterdir()) == [log]


@pytest.mark.parametrize(
    ("content", "who"),
    [
        (b",robin,laptop,16.03.2026 08:30,file:///home/robin/.config/libreoffice/4;", "robin on laptop"),
        (b"Robin Hale,robin,laptop,16.03.2026 08:30,file:///x;", "Robin Hale on laptop"),
        (b"Hale\\, Robin,robin,,16.03.2026 08:30,;", "Hale, Robin"),
        (b",,laptop,16.03.2026 08:30,;", "laptop"),
    ],
)
def test_a_log_open_in_libreoffice_says_who_has_it_and_since_when(
    content: bytes, who: str, log: Path
) -> None:
    log.with_name(".~lock.log.xlsx#").write_bytes(content)

    with pytest.raises(BusyError) as raised:
        check_not_open(log)

    assert raised.value.message == f"log.xlsx is open in LibreOffice by {who} since 16 Mar 2026, 08:30"
    assert "--even-if-open" in raised.value.hint
    assert raised.value.exit_code == 4


def test_a_libreoffice_mark_without_a_time_is_as_old_as_its_file(log: Path) -> None:
    mark = log.with_name(".~lock.log.xlsx#")
    mark.write_bytes(b"")
    os.utime(mark, (NINE_O_CLOCK, NINE_O_CLOCK))

    with pytest.raises(BusyError, match=r"open in LibreOffice since 16 Mar 2026, 09:00"):
        check_not_open(log)


def test_a_log_open_in_excel_says_who_has_it_and_since_when(log: Path) -> None:
    mark = log.with_name("~$log.xlsx")
    mark.write_bytes(excel_mark("Zoë Hale"))
    os.utime(mark, (NINE_O_CLOCK, NINE_O_CLOCK))

    with pytest.raises(BusyError) as raised:
        check_not_open(log)

    assert raised.value.message == "log.xlsx is open in Excel by Zoë Hale since 16 Mar 2026, 09:00"


def test_a_mark_that_may_not_be_read_is_a_mark_all_the_same(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log.with_name("~$log.xlsx").write_bytes(excel_mark("Robin"))
    opened = Path.open

    def held(path: Path, _: str) -> IO[bytes]:
        if path.name.startswith("~$"):
            raise PermissionError(13, "sharing violation")
        return opened(path, "rb")

    monkeypatch.setattr(Path, "open", held)

    with pytest.raises(BusyError, match="open in Excel since"):
        check_not_open(log)


def test_a_mark_that_vanishes_while_it_is_looked_at_is_from_just_now(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = log.with_name("~$log.xlsx")
    mark.write_bytes(excel_mark("Robin"))
    monkeypatch.setattr(Path, "stat", lambda _: (_ for _ in ()).throw(FileNotFoundError))

    with pytest.raises(BusyError, match="since just now"):
        check_not_open(log)


def test_a_stale_mark_can_be_passed_over(log: Path) -> None:
    log.with_name(".~lock.log.xlsx#").write_bytes(b",robin,laptop,16.03.2026 08:30,;")

    check_not_open(log, even_if_open=True)

    assert log.with_name(".~lock.log.xlsx#").exists()


@pytest.mark.posix
def test_the_file_behind_a_link_counts_as_open_too(log: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "mine.xlsx"
    link.parent.mkdir()
    link.symlink_to(log)
    log.with_name("~$log.xlsx").write_bytes(excel_mark("Robin"))

    with pytest.raises(BusyError, match=r"log.xlsx is open in Excel by Robin"):
        check_not_open(link)


def test_an_owner_file_of_another_length_gives_the_narrow_name() -> None:
    assert excel_owner(b"\x05Robin" + b" " * 49) == "Robin"
    assert excel_owner(b"") == ""


def test_a_workbook_under_the_name_of_an_owner_file_gives_no_name(log: Path) -> None:
    log.with_name("~$log.xlsx").write_bytes((sample_workbooks() / "plain-log.xlsx").read_bytes())

    with pytest.raises(BusyError, match=r"log.xlsx is open in Excel since"):
        check_not_open(log)


@given(st.binary(max_size=200))
@settings(max_examples=60, deadline=None)
def test_no_mark_however_odd_moves_the_cursor_or_fails(data: bytes) -> None:
    names = [excel_owner(data), *libreoffice_owner(data)]

    assert all(name.isprintable() for name in names)


@pytest.mark.parametrize(
    "name",
    [
        "log (Robin's conflicted copy 2026-03-16).xlsx",
        "log (conflicted copy 2026-03-16 101530).xlsx",
        "log (Case Conflict).xlsx",
        "log (1).xlsx",
        "log-LAPTOP-7F3K2.xlsx",
        "log-ROBINPC.xlsx",
        "log.sync-conflict-20260316-101530-ABCDEFG.xlsx",
        "log_conflict-20260316-101530.xlsx",
        "LOG (2).XLSX",
        "log - conflict copy 2026.xlsx",
    ],
)
def test_a_sync_folders_second_copy_is_pointed_out(name: str, log: Path) -> None:
    log.with_name(name).touch()

    assert conflict_copies(log) == (log.with_name(name),)


@pytest.mark.parametrize(
    "name",
    [
        "log-2026.xlsx",
        "log-BACKUP.xlsx",
        "log-old.xlsx",
        "logbook.xlsx",
        "log (spring).xlsx",
        "log (1).csv",
        "my log (1).xlsx",
    ],
)
def test_an_ordinary_neighbour_is_no_conflict_copy(name: str, log: Path) -> None:
    log.with_name(name).touch()

    assert conflict_copies(log) == ()


def test_a_folder_that_cannot_be_listed_has_no_conflict_copies(tmp_path: Path) -> None:
    assert conflict_copies(tmp_path / "nowhere" / "log.xlsx") == ()
