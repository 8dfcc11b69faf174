"""A file that the last refresh left or found as it is now is answered from what was kept, and in the same words."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import netsheet.engines
import netsheet.pipeline.refresh
from netsheet.engines import WorkbookFile, read_workbook
from netsheet.files.last_result import keep_result
from netsheet.files.state import workbook_folder
from tests.command_line import TODAY, copy_of_sample, run

SAMPLES = ("plain-log.xlsx", "two-sheets.xlsx", "rich.xlsx")
PREVIEWS = [[], ["--json"], ["--check"], ["--dry-run"], ["--check", "--json"], ["--dry-run", "--json"]]


@pytest.fixture(autouse=True)
def read_in_full() -> None:
    """Here nothing is read that need not be."""


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Return the bytes of each workbook that is opened from here on."""
    opened: list[bytes] = []
    open_workbook = netsheet.engines.open_workbook

    def noted(data: bytes) -> WorkbookFile:
        opened.append(data)
        return open_workbook(data)

    monkeypatch.setattr(netsheet.engines, "open_workbook", noted)
    return opened


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Return a log that two refreshes have brought up to date."""
    path = copy_of_sample("plain-log.xlsx", tmp_path)
    run("refresh", path)
    run("refresh", path)
    return path


def kept(log: Path) -> Path:
    return workbook_folder(log) / "last-result.json"


@pytest.mark.parametrize(
    "words",
    [*PREVIEWS, ["--even-if-open"], ["--today", TODAY]],
    ids=" ".join,
)
def test_a_file_that_has_not_changed_is_not_read_again(
    words: list[str], log: Path, readings: list[bytes]
) -> None:
    outcome = run("refresh", log, *words)

    assert outcome.exit_code == 0
    assert "0" in outcome.stdout if "--json" in words else "Nothing changed" in outcome.stdout
    assert readings == []


def edited(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    run("undo", log)


def another_version(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    monkeypatch.setattr(netsheet, "__version__", "99.0")


def changed_code(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    monkeypatch.setattr(netsheet.pipeline.refresh, "_newest_code", lambda: 1)


def unchanged(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave everything as it is: the words alone make the difference."""


@pytest.mark.parametrize(
    ("words", "change"),
    [
        pytest.param(["--today", "2026-03-17"], unchanged, id="another day"),
        pytest.param(["--sheet", "Networking"], unchanged, id="a sheet that is named"),
        pytest.param(["--protected-ok"], unchanged, id="an option that allows more"),
        pytest.param([], edited, id="a changed file"),
        pytest.param([], another_version, id="another version"),
        pytest.param([], changed_code, id="changed code"),
    ],
)
def test_whatever_the_answer_depends_on_the_file_is_read_when_it_differs(
    words: list[str],
    change: Callable[[Path, pytest.MonkeyPatch], None],
    log: Path,
    readings: list[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    change(log, monkeypatch)

    for preview in ([], ["--check"], ["--dry-run"])[::-1]:
        run("refresh", log, *words, *preview)

    assert len(readings) == 3


def without_statuses(sound: bytes) -> bytes:
    whole = json.loads(sound)
    del whole["facts"]["statuses"]
    return json.dumps(whole).encode()


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda sound: sound[:-9], id="cut short"),
        pytest.param(lambda _: b"[1, 2]", id="a list"),
        pytest.param(lambda _: b"[" * 100_000, id="nested without end"),
        pytest.param(lambda _: b"\xff\xfe{", id="no text"),
        pytest.param(lambda sound: sound.replace(b'"facts": {', b'"facts": 7, "x": {'), id="no facts"),
        pytest.param(without_statuses, id="a fact missing"),
        pytest.param(lambda sound: sound.replace(b'"people_count": ', b'"people_count": "x", "x": '), id="a word for a number"),
    ],
)  # fmt: skip
def test_a_damaged_result_is_ignored_and_written_anew(
    damage: Callable[[bytes], bytes], log: Path, readings: list[bytes]
) -> None:
    sound = kept(log).read_bytes()
    expected = run("refresh", log)
    kept(log).write_bytes(damage(sound))

    assert run("refresh", log) == expected
    assert len(readings) == 1
    assert kept(log).read_bytes() == sound


def all_logs(folder: Path) -> list[Path]:
    logs = [copy_of_sample(name, folder) for name in SAMPLES]
    new = folder / "new.xlsx"
    run("init", new)
    return [*logs, new]


def test_the_answer_is_the_same_as_the_long_way_round(tmp_path: Path, readings: list[bytes]) -> None:
    for log in all_logs(tmp_path):
        run("refresh", log)
        run("refresh", log)
        before = len(readings)
        quick = [run("refresh", log, *words) for words in PREVIEWS]
        assert len(readings) == before
        for words, answer in zip(PREVIEWS, quick, strict=True):
            kept(log).unlink(missing_ok=True)
            assert run("refresh", log, *words) == answer, (log.name, words)
        assert len(readings) == before + len(PREVIEWS)


def test_what_a_save_left_behind_is_known_when_there_was_nothing_to_find(
    tmp_path: Path, readings: list[bytes]
) -> None:
    for log in all_logs(tmp_path):
        findings = run("refresh", log, "--json").document["findings_count"]
        before = len(readings)
        again = run("refresh", log, "--json").document
        assert (again["changed"], again["findings_count"]) == (False, findings)
        assert len(readings) == before + (findings > 0)


@pytest.mark.parametrize("words", [["--check"], ["--dry-run"]], ids=" ".join)
def test_a_preview_keeps_nothing(words: list[str], tmp_path: Path) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    run("refresh", log, *words)
    assert not kept(log).exists()


def test_a_file_in_another_place_is_read(log: Path, readings: list[bytes]) -> None:
    moved = log.rename(log.with_name("moved.xlsx"))
    assert run("refresh", moved).exit_code == 0
    assert len(readings) == 1


def test_a_lock_and_a_second_copy_are_noticed_all_the_same(log: Path, readings: list[bytes]) -> None:
    shutil.copy(log, log.with_name("plain-log (1).xlsx"))
    assert run("refresh", log, "--json").document["conflict_copies"] == ["plain-log (1).xlsx"]
    log.with_name(f".~lock.{log.name}#").write_bytes(b",ana,laptop,16.03.2026 09:30,;")
    assert run("refresh", log).exit_code == 4
    assert readings == []


def test_where_nothing_can_be_kept_a_refresh_does_its_work(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(log).unlink()
    monkeypatch.setenv("XDG_STATE_HOME", str(log))  # a file, no folder
    monkeypatch.setenv("LOCALAPPDATA", str(log))
    assert "Nothing changed" in run("refresh", log).stdout


def test_what_is_kept_holds_counts_and_words_of_netsheet_and_is_for_the_user_alone(log: Path) -> None:
    facts = json.loads(kept(log).read_bytes())["facts"]
    sheet = read_workbook(log.read_bytes()).sheets[0]
    column = list(sheet.rows[0]).index("Netsheet status")

    assert set(facts) == {
        "sheet",
        "people_count",
        "statuses",
        "findings_count",
        "cells_to_fix",
        "due_count",
        "left_count",
        "blind_spots",
        "summary_sheet",
        "calm",
    }
    assert {status for status, _, _ in facts["statuses"]} <= {row[column] for row in sheet.rows[1:]}
    assert os.name == "nt" or stat.S_IMODE(kept(log).stat().st_mode) == 0o600


def test_nothing_is_kept_that_no_caller_gave(tmp_path: Path) -> None:
    keep_result(tmp_path / "log.xlsx", "question", {"count": 1})
    assert json.loads(kept(tmp_path / "log.xlsx").read_bytes()) == {
        "question": "question",
        "facts": {"count": 1},
    }
    assert [path.name for path in kept(tmp_path / "log.xlsx").parent.iterdir()] == ["last-result.json"]


IMPORTED = """
import sys
from netsheet.cli import netsheet
netsheet(sys.argv[1:], standalone_mode=False)
heavy = {"pandas", "numpy", "python_calamine", "openpyxl", "xlsxwriter", "jinja2", "netsheet.core.model", "netsheet.core.values.dates"}
print(sorted(heavy & set(sys.modules)))
"""


def test_no_reader_of_workbooks_is_imported_for_a_file_that_is_known(log: Path) -> None:
    command = [sys.executable, "-c", IMPORTED, "refresh", str(log), "--today", TODAY]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "Nothing changed" in said
    assert said.splitlines()[-1] == "[]"
