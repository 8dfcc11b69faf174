from __future__ import annotations

import errno
import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

from netsheet.errors import BusyError, NetsheetError, UnreadableError
from netsheet.files.problems import CannotReadError, CannotSaveError, NoBackupError
from netsheet.files.read import read_file
from netsheet.files.state import state_folder


@pytest.mark.posix
def test_a_file_is_read_with_all_that_later_proves_it_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "log.xlsx"
    path.write_bytes(b"content")
    path.chmod(0o640)

    source = read_file(path)

    assert source.data == b"content"
    assert source.sha256 == hashlib.sha256(b"content").hexdigest()
    assert source.mode == 0o640
    assert source.real_path == path


@pytest.mark.posix
def test_a_link_is_followed_and_the_given_name_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "real.xlsx", tmp_path / "log.xlsx"
    target.write_bytes(b"content")
    link.symlink_to(target)

    source = read_file(link)

    assert (source.path, source.real_path) == (link, target)


def test_the_content_stays_out_of_error_reports(tmp_path: Path) -> None:
    path = tmp_path / "log.xlsx"
    path.write_bytes(b"a password")

    assert "password" not in repr(read_file(path))


@pytest.mark.parametrize(
    ("typed", "there", "hint"),
    [
        ("lgo.xlsx", ["log.xlsx", "budget.xlsx"], "Did you mean log.xlsx?"),
        ("LOG.XLSX", ["log.xlsx"], "Did you mean log.xlsx?"),
        ("log.csv", ["log.xls", "log.xlsx", "log.ods"], "Did you mean log.ods or log.xls?"),
        ("contacts.xlsx", ["log.xlsx"], "Did you mean log.xlsx?"),
        ("contacts.xlsx", ["log.xlsx", "budget.xlsx"], "Check the name and the folder."),
        ("log.xlsx", ["~$log.xlsx", ".log.xlsx", "log.txt"], "Check the name and the folder."),
        ("log1.xlsx", ["log.xlsx", "log2.xlsx"], "Did you mean log.xlsx or log2.xlsx?"),
    ],
)
def test_a_missing_file_suggests_the_nearest_name(
    typed: str, there: list[str], hint: str, tmp_path: Path
) -> None:
    for name in there:
        (tmp_path / name).touch()

    with pytest.raises(UnreadableError) as raised:
        read_file(tmp_path / typed)

    assert (raised.value.message, raised.value.hint) == (f"There is no file {tmp_path / typed}", hint)
    assert raised.value.exit_code == 3


def test_a_missing_folder_is_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="There is no file"):
        read_file(tmp_path / "nowhere" / "log.xlsx")


def test_a_file_taken_for_a_folder_is_a_missing_file(tmp_path: Path) -> None:
    (tmp_path / "log.xlsx").touch()

    with pytest.raises(UnreadableError, match="There is no file"):
        read_file(tmp_path / "log.xlsx" / "log.xlsx")


def test_a_folder_is_no_workbook_and_names_the_one_in_it(tmp_path: Path) -> None:
    (tmp_path / "log.xlsx").touch()

    with pytest.raises(UnreadableError) as raised:
        read_file(tmp_path)

    assert raised.value.message == f"{tmp_path} is a folder, not a workbook"
    assert raised.value.hint == f"Type the name of the workbook in it, for example {tmp_path / 'log.xlsx'}"


def test_an_empty_folder_is_no_workbook(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as raised:
        read_file(tmp_path)

    assert raised.value.hint == "Type the name of a workbook."


@pytest.mark.posix
def test_a_pipe_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "log.xlsx")

    with pytest.raises(UnreadableError, match="a device or a pipe"):
        read_file(tmp_path / "log.xlsx")


@pytest.mark.posix
def test_links_that_go_round_in_a_circle_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").symlink_to(tmp_path / "b.xlsx")
    (tmp_path / "b.xlsx").symlink_to(tmp_path / "a.xlsx")

    with pytest.raises(UnreadableError):
        read_file(tmp_path / "a.xlsx")


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (errno.EACCES, "Your account may not read {path}"),
        (errno.EIO, "{path} could not be read: Input/output error"),
    ],
)
def test_what_the_system_does_not_hand_out_is_said(
    number: int, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "log.xlsx"
    path.touch()
    monkeypatch.setattr(Path, "open", failing(number))

    with pytest.raises(UnreadableError) as raised:
        read_file(path)

    assert raised.value.message == message.format(path=path)


def failing(number: int) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def test_a_file_that_grows_while_it_is_read_is_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "log.xlsx"
    path.write_bytes(b"content")
    opened = Path.open

    def growing(file: Path, _: str) -> IO[bytes]:
        stream = opened(file, "rb")
        read = stream.read

        def read_while_it_grows() -> bytes:
            data = read()
            with opened(file, "ab") as other:
                other.write(b" and more")
            return data

        monkeypatch.setattr(stream, "read", read_while_it_grows, raising=False)
        return stream

    monkeypatch.setattr(Path, "open", growing)

    with pytest.raises(BusyError, match="changed by another program"):
        read_file(path)


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {"XDG_STATE_HOME": "/state"}, "/state/netsheet"),
        ("linux", {"XDG_STATE_HOME": "relative"}, "/home/robin/.local/state/netsheet"),
        ("linux", {}, "/home/robin/.local/state/netsheet"),
        ("darwin", {}, "/home/robin/Library/Application Support/netsheet"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/netsheet"),
        ("win32", {}, "/home/robin/AppData/Local/netsheet"),
    ],
)
def test_the_state_folder_follows_the_custom_of_the_system(
    platform: str, environment: dict[str, str], folder: str
) -> None:
    found = state_folder(platform=platform, environment=environment, home=Path("/home/robin"))

    assert found == Path(folder)


def test_the_state_folder_asks_the_environment_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/elsewhere")

    assert state_folder(platform="linux") == Path("/elsewhere/netsheet")


ERRORS = [
    CannotReadError(Path("log.xlsx"), OSError(errno.EACCES, "Permission denied")),
    CannotSaveError(Path("log.xlsx"), OSError(errno.EROFS, "Read-only file system")),
    CannotSaveError(Path("log.xlsx"), OSError(errno.EIO, "Input/output error")),
    CannotSaveError(Path("log.xlsx"), OSError("no number")),
    NoBackupError(Path("log.xlsx"), Path("state"), OSError(errno.ENOSPC, "No space left on device")),
]


@pytest.mark.parametrize("error", ERRORS)
def test_every_problem_is_one_line_and_says_what_to_do(error: NetsheetError) -> None:
    assert "\n" not in error.message
    assert "log.xlsx" in error.message
    assert error.hint.endswith(".")
