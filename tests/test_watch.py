"""A watch refreshes a log after each save: once, when the file is whole and closed, and never after its own."""

from __future__ import annotations

import datetime as dt
import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from netsheet.pipeline.refresh import refresh_log
from netsheet.pipeline.refreshed import Refreshed
from netsheet.pipeline.watching import Watch
from netsheet.resources import sample_workbooks
from tests.a_class import save_sheets
from tests.command_line import TODAY, copy_of_sample, run
from tests.engine.documents import as_document

NOW = dt.date.fromisoformat(TODAY)
WAIT_SECONDS = 60


class Said(list[str]):
    """The lines that a watch said, and its looks."""

    def __init__(self, *paths: Path, today: Callable[[], dt.date] = lambda: NOW) -> None:
        super().__init__()
        self._watch = Watch(paths, today=today, say=self.append)

    def look(self, times: int = 3) -> list[str]:
        """Look a few times, and return what was said since."""
        before = len(self)
        for _ in range(times):
            self._watch.look()
        return self[before:]


def put(sample: str, log: Path) -> None:
    """Save a sample in place of the log, as programs do that write a new file and rename it."""
    new = log.with_name(".new")
    shutil.copy(sample_workbooks() / sample, new)
    new.replace(log)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return copy_of_sample("plain-log.xlsx", tmp_path).rename(tmp_path / "log.xlsx")


def test_each_save_is_refreshed_once_and_its_own_never(log: Path) -> None:
    said = Said(log)

    assert [line.partition(";")[0] for line in said.look(6)] == ["log.xlsx: refreshed, 182 cells written"]
    refreshed = log.read_bytes()
    assert said.look(6) == []
    log.touch()
    assert said.look(6) == []
    put("rich.xlsx", log)
    assert [line.partition(";")[0] for line in said.look(6)] == ["log.xlsx: refreshed, 117 cells written"]
    assert log.read_bytes() != refreshed


def test_an_ods_log_is_refreshed_after_each_save_and_waits_for_libreoffice(log: Path) -> None:
    document = log.with_name("log.ods")
    document.write_bytes(as_document(log))
    said, lock = Said(document), document.with_name(".~lock.log.ods#")

    assert [line.partition(";")[0] for line in said.look(6)] == ["log.ods: refreshed, 182 cells written"]
    refreshed = document.read_bytes()
    assert said.look(6) == []
    lock.write_bytes(b",ana,,,;")
    document.write_bytes(as_document(sample_workbooks() / "two-sheets.xlsx"))
    before = document.read_bytes()
    assert [line.partition(" is open")[0] for line in said.look(5)] == ["log.ods: waits: log.ods"]
    assert document.read_bytes() == before
    lock.unlink()
    assert [line.partition(",")[0] for line in said.look()] == ["log.ods: refreshed"]
    assert document.read_bytes() not in {before, refreshed}


@pytest.mark.parametrize("lock", [".~lock.log.xlsx#", "~$log.xlsx"])
def test_it_waits_for_the_lock_of_an_office_program_to_go(lock: str, log: Path) -> None:
    log.with_name(lock).write_bytes(b"\x03Ana")
    before, said = log.read_bytes(), Said(log)

    first = said.look(5)
    assert (len(first), log.read_bytes()) == (1, before)
    assert first[0].startswith("log.xlsx: waits: log.xlsx is open in ")
    log.with_name(lock).unlink()
    assert len(said.look(2)) == 1
    assert log.read_bytes() != before


def test_it_waits_for_a_whole_file_and_names_one_that_stays_broken(log: Path) -> None:
    whole = log.read_bytes()
    log.write_bytes(whole[:5000])
    said = Said(log)

    assert said.look(4) == []
    log.write_bytes(whole)
    assert [line.partition(",")[0] for line in said.look(3)] == ["log.xlsx: refreshed"]
    log.write_bytes(whole[:5000])
    broken = said.look(30)
    assert len(broken) == 1
    assert broken[0].startswith("log.xlsx: This workbook is damaged")


def test_it_survives_that_the_file_goes_and_comes_back(log: Path) -> None:
    said = Said(log)
    said.look()
    log.unlink()

    assert said.look(5) == ["log.xlsx: is not there. netsheet waits until it is back."]
    put("two-sheets.xlsx", log)
    assert [line.partition(",")[0] for line in said.look()] == ["log.xlsx: refreshed"]


@pytest.mark.parametrize(
    ("sample", "said_next"),
    [
        ("rich.xlsx", "log.xlsx: refreshed, 117 cells written"),
        ("", "log.xlsx: is not there. netsheet waits until it is back."),
    ],
)
def test_what_happens_to_the_file_right_after_its_own_save_is_seen(
    sample: str, said_next: str, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refresh_once(path: Path, *, today: dt.date) -> Refreshed:
        monkeypatch.setattr("netsheet.pipeline.watching.refresh_log", refresh_log)
        refreshed = refresh_log(path, today=today)
        put(sample, path) if sample else path.unlink()
        return refreshed

    monkeypatch.setattr("netsheet.pipeline.watching.refresh_log", refresh_once)
    said = Said(log)

    assert [line.partition(";")[0] for line in said.look(6)] == [
        "log.xlsx: refreshed, 182 cells written",
        said_next,
    ]


def test_of_a_folder_each_log_is_watched_and_new_ones_too(log: Path) -> None:
    save_sheets(log.with_name("budget.xlsx"), {"Sheet": [["Rent", 700]]})
    run("overview", log, "--out", log.with_name("overview.xlsx"))
    said = Said(log.parent)

    first = said.look(4)
    assert sorted(line.partition(":")[0] for line in first) == ["budget.xlsx", "log.xlsx"]
    assert "budget.xlsx: holds no log." in first
    put("rich.xlsx", log.with_name("new.xlsx"))
    assert [line.partition(",")[0] for line in said.look(4)] == ["new.xlsx: refreshed"]
    assert said.look(4) == []


def test_after_midnight_each_log_is_refreshed_for_the_new_day(log: Path) -> None:
    days = [NOW]
    said = Said(log, today=lambda: days[0])
    said.look()

    days[0] = NOW + dt.timedelta(days=1)
    assert [line.partition(",")[0] for line in said.look()] == ["log.xlsx: refreshed"]


class Process:
    """A watch that runs, and what it printed."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.strip())

    def line(self) -> str:
        """Return the next line; fail when none comes."""
        return self._lines.get(timeout=WAIT_SECONDS)

    def is_silent(self, seconds: float) -> bool:
        """Whether nothing is said for a while."""
        try:
            self._lines.get(timeout=seconds)
        except queue.Empty:
            return True
        return False


@pytest.fixture
def watching(log: Path) -> Iterator[Process]:
    pytest.importorskip("watchfiles")
    words = [sys.executable, "-u", "-m", "netsheet", "watch", str(log), "--today", TODAY]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            yield Process(process)
        finally:
            process.kill()


@pytest.mark.posix
def test_a_real_watch_refreshes_after_a_rename_waits_for_a_lock_and_ends_cleanly(
    log: Path, watching: Process
) -> None:
    assert watching.line() == "Watching. To stop, press Ctrl-C."
    assert watching.line().startswith("log.xlsx: refreshed, 182 cells")
    put("rich.xlsx", log)
    assert watching.line().startswith("log.xlsx: refreshed, 117 cells")
    lock = log.with_name(".~lock.log.xlsx#")
    lock.write_text("Ana,Ana,desk,16.03.2026 09:30,file;", "utf-8")
    put("two-sheets.xlsx", log)
    assert watching.line().startswith("log.xlsx: waits: log.xlsx is open in LibreOffice by Ana on desk")
    lock.unlink()
    assert watching.line().startswith("log.xlsx: refreshed, 288 cells")
    log.unlink()
    assert watching.line() == "log.xlsx: is not there. netsheet waits until it is back."
    put("plain-log.xlsx", log)
    assert watching.line().startswith("log.xlsx: refreshed, 182 cells")
    assert watching.is_silent(3)
    watching.process.send_signal(signal.SIGINT)
    assert watching.line() == "Stopped."
    assert watching.process.wait(timeout=WAIT_SECONDS) == 0


@pytest.mark.libreoffice
@pytest.mark.posix
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_save_by_libreoffice_is_refreshed_once(log: Path, watching: Process, tmp_path: Path) -> None:
    assert watching.line() == "Watching. To stop, press Ctrl-C."
    assert watching.line().startswith("log.xlsx: refreshed")
    saved = tmp_path / "saved"
    words = ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"]
    subprocess.run(
        [*words, "--convert-to", "xlsx", "--outdir", str(saved), str(log)],
        check=True,
        capture_output=True,
        timeout=300,
    )

    os.replace(saved / log.name, log)  # noqa: PTH105 - as LibreOffice does with its own new file

    assert watching.line().startswith("log.xlsx: ")
    assert watching.is_silent(3)
    assert run("refresh", log, "--check").exit_code == 0


def test_without_watchfiles_it_says_how_to_install_it(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)

    outcome = run("watch", log)

    assert outcome.exit_code == 2
    assert "pip install watchfiles" in outcome.stderr


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    outcome = run("watch", tmp_path / "nowhere" / "log.xlsx")

    assert outcome.exit_code == 3
    assert "There is no file" in outcome.stderr
