"""Many logs at once: the overview, the refresh of a folder, with processes, with dask, one by one."""

from __future__ import annotations

import csv
import datetime as dt
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from netsheet.core.calendar import Break, WorkingCalendar
from netsheet.core.overview import LogLine, count_streak, explain_stuck, label_paths, order_lines
from netsheet.pipeline.folders import find_log_files
from netsheet.pipeline.parallel import Processes
from tests.a_class import BROKEN, EMPTY, OPEN, TODAY, write_class, write_many
from tests.command_line import copy_of_sample, run


@pytest.fixture(autouse=True)
def one_core(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the tests that do not say otherwise read in this process, which is quicker for a few small logs."""
    monkeypatch.setattr("netsheet.pipeline.parallel.cores", lambda: 1)


@pytest.fixture
def club(tmp_path: Path) -> Path:
    write_class(tmp_path)
    return tmp_path


def by_label(document: dict[str, object]) -> dict[str, dict[str, object]]:
    logs = document["logs"]
    assert isinstance(logs, list)
    return {log["label"]: log for log in logs}


def test_of_twelve_logs_eleven_are_done_and_the_broken_one_is_named(club: Path) -> None:
    outcome = run("overview", club)
    logs = by_label(run("overview", club, "--json").document)

    done = {label for label, log in logs.items() if log["error"] is None}
    assert len(done) == 11
    assert set(logs) - done == {"broken", "budget"}
    assert outcome.exit_code == 3
    assert "netsheet: broken: This workbook is damaged" in outcome.stderr
    assert 'netsheet: budget: No sheet of budget.xlsx looks like a networking log ("Sheet"' in outcome.stderr
    assert "two-sheets: It is open in another program" in outcome.stdout
    assert "empty: Nobody is in it yet." in outcome.stdout
    assert "unread: 1 day could not be read (C2)" in outcome.stdout
    assert logs["months"]["people"] == 2


def test_without_the_broken_log_the_overview_ends_well(club: Path) -> None:
    club.joinpath(BROKEN).unlink()

    assert run("overview", club).exit_code == 0


def test_who_may_need_help_comes_first_with_the_reason(club: Path) -> None:
    document = run("overview", club, "--json").document

    assert document["logs"][0]["label"] == "silent"
    assert document["logs"][0]["stuck"] == "Nothing recorded for 70 days."
    assert [log["label"] for log in document["logs"]][-2:] == ["broken", "budget"]
    assert by_label(document)["on a break"]["stuck"] is None


def test_the_overview_says_what_the_log_itself_says(tmp_path: Path) -> None:
    log = copy_of_sample("rich.xlsx", tmp_path)
    (line,) = run("overview", log, "--json").document["logs"]
    due = run("due", log, "--json", "--within", 0).document["items"]
    stats = run("stats", log, "--json", "--since", "2026-02-17").document["overall"]
    check = run("check", log, "--json").document

    now = [item for item in due if item["group"] == "now" and item["action"] != "reconnect"]
    assert line["due_now"] == len({item["person"] for item in now})
    assert line["oldest_waiting_days"] == max(item["days_overdue"] for item in now)
    assert line["replies_4_weeks"] == {"replied": stats["replied"], "matured": stats["matured"]}
    assert line["people"] == check["people"]
    assert line["cells_to_fix"] == sum(finding["severity"] == "error" for finding in check["findings"])


def test_nameless_nothing_tells_whose_log_it_is(club: Path) -> None:
    text, document = run("overview", club, "--nameless"), run("overview", club, "--nameless", "--json")

    said = text.stdout + text.stderr + document.stdout + document.stderr
    for path in club.iterdir():
        assert path.stem not in said.replace("is open in another", "").replace("The logs", "")
    assert "Ana" not in said
    assert "“" not in said
    assert {log["path"] for log in document.document["logs"]} == {None}
    assert {log["label"] for log in document.document["logs"]} == {f"C{n:02}" for n in range(1, 14)}


@pytest.mark.parametrize("suffix", [".html", ".xlsx", ".csv"])
def test_the_overview_as_a_file_is_the_same_each_time_and_no_log(club: Path, suffix: str) -> None:
    out = club / f"overview{suffix}"

    first = run("overview", club, "--out", out)
    data = out.read_bytes()
    refused = run("overview", club, "--out", out)
    again = run("overview", club, "--out", out, "--force")

    assert (first.exit_code, refused.exit_code, again.exit_code) == (3, 5, 3)
    assert "add --force" in refused.stderr
    assert out.read_bytes() == data
    assert first.stdout.startswith("Wrote 13 lines to ")


def test_the_files_hold_the_same_figures(club: Path) -> None:
    run("overview", club, "--out", club / "o.xlsx")
    run("overview", club, "--out", club / "o.csv")

    sheet = openpyxl.load_workbook(club / "o.xlsx")["Netsheet Overview"]
    rows = list(csv.reader(io.StringIO((club / "o.csv").read_text("utf-8"))))
    cells = [
        [
            "" if value is None else str(value.date() if isinstance(value, dt.datetime) else value)
            for value in row
        ]
        for row in sheet.iter_rows(values_only=True)
    ]
    assert cells == rows
    assert len(rows) == 14


def test_a_log_is_never_written_over(club: Path) -> None:
    before = club.joinpath("rich.xlsx").read_bytes()

    outcome = run("overview", club, "--out", club / "rich.xlsx", "--force")

    assert (outcome.exit_code, club.joinpath("rich.xlsx").read_bytes()) == (5, before)
    assert "is one of the logs" in outcome.stderr


def test_a_label_is_no_formula_in_any_file(tmp_path: Path) -> None:
    copy_of_sample("plain-log.xlsx", tmp_path).rename(tmp_path / "=1+1.xlsx")
    run("overview", tmp_path, "--out", tmp_path / "o.xlsx")
    run("overview", tmp_path, "--out", tmp_path / "o.csv")

    cell = openpyxl.load_workbook(tmp_path / "o.xlsx")["Netsheet Overview"]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
    assert "\n'=1+1," in (tmp_path / "o.csv").read_text("utf-8")


def test_an_ending_that_is_not_known_is_asked_about(tmp_path: Path) -> None:
    outcome = run("overview", copy_of_sample("rich.xlsx", tmp_path), "--out", tmp_path / "overview.pdf")

    assert outcome.exit_code == 2
    assert "does not end with .html, .xlsx or .csv" in outcome.stderr


@pytest.mark.parametrize("command", ["overview", "refresh"])
def test_a_folder_without_workbooks_is_said(command: str, tmp_path: Path) -> None:
    outcome = run(command, tmp_path)

    assert outcome.exit_code == 3
    assert "There is no workbook in the folder" in outcome.stderr


def test_a_refresh_of_a_folder_does_the_rest_and_ends_with_a_table(club: Path) -> None:
    preview = run("refresh", club, "--check")
    outcome = run("refresh", club)
    again = run("refresh", club, "--json")

    assert (preview.exit_code, outcome.exit_code, again.exit_code) == (4, 4, 4)
    assert "netsheet: two-sheets: two-sheets.xlsx is open in LibreOffice by Ana on desk" in outcome.stderr
    assert "netsheet: broken: This workbook is damaged" in outcome.stderr
    logs = by_label(again.document)
    assert {label for label, log in logs.items() if log["error"]} == {"broken", "two-sheets", "budget"}
    assert {log["changed"] for log in logs.values()} == {False}
    assert "wrote " in outcome.stdout
    assert club.joinpath("plain-log (1).xlsx").read_bytes() != club.joinpath("plain-log.xlsx").read_bytes()


def test_the_exit_code_of_a_folder_is_the_highest(club: Path) -> None:
    club.joinpath(f".~lock.{OPEN}#").unlink()
    assert run("refresh", club, "--check").exit_code == 3
    club.joinpath(BROKEN).unlink()
    assert run("refresh", club, "--check", "--quiet").exit_code == 1
    assert run("refresh", club).exit_code == 0
    assert run("refresh", club, "--check").exit_code == 0
    assert EMPTY.removesuffix(".xlsx") in run("refresh", club).stdout


def test_one_by_one_and_with_processes_the_output_is_the_same(tmp_path: Path) -> None:
    write_class(tmp_path)
    write_many(tmp_path, 3, rows=12)

    alone = run("overview", tmp_path, "--workers", 1, "--json")
    several = run("overview", tmp_path, "--workers", 2, "--json")

    assert alone.stdout == several.stdout
    assert alone.stderr == several.stderr


CLUSTER = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
"""


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    pytest.importorskip("distributed")
    script = tmp_path / "cluster.py"
    script.write_text(CLUSTER, "utf-8")
    with subprocess.Popen(
        [sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=tmp_path
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        yield process.stdout.readline().strip()
        process.stdin.close()
        process.wait(timeout=60)


@pytest.mark.slow
def test_with_a_dask_cluster_of_processes_the_output_is_the_same(scheduler: str, tmp_path: Path) -> None:
    club = tmp_path / "club"
    club.mkdir()
    write_class(club)
    words = [sys.executable, "-m", "netsheet", "overview", str(club), "--today", TODAY.isoformat(), "--json"]

    alone = subprocess.run([*words, "--workers", "1"], capture_output=True, check=False, timeout=120)
    cluster = subprocess.run(
        [*words, "--scheduler", scheduler], capture_output=True, check=False, timeout=120
    )

    assert (cluster.returncode, cluster.stdout) == (3, alone.stdout)
    assert cluster.stderr == alone.stderr


def test_a_scheduler_that_does_not_answer_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("netsheet.pipeline.parallel._CONNECT_SECONDS", 1)

    outcome = run("overview", copy_of_sample("rich.xlsx", tmp_path), "--scheduler", "tcp://127.0.0.1:9")

    assert outcome.exit_code == 3
    assert "No dask scheduler answers at tcp://127.0.0.1:9" in outcome.stderr


def test_without_dask_it_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)

    outcome = run("overview", copy_of_sample("rich.xlsx", tmp_path), "--scheduler", "tcp://127.0.0.1:9")

    assert outcome.exit_code == 2
    assert "pip install distributed" in outcome.stderr


def length_or_end(path: Path) -> int:
    """End the process at one of the paths, as the system does when memory runs out."""
    if path.name == "deadly":
        os._exit(9)
    return len(path.name)


def test_a_file_that_ends_its_process_is_named_and_the_others_are_done() -> None:
    paths = [Path(name) for name in ("a", "deadly", "bcd", "ef")]

    assert Processes(2)(length_or_end, lambda _: -1, paths) == [1, -1, 3, 2]


@pytest.fixture
def pools(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many processes each pool was asked for; it has two at most."""
    asked: list[int] = []

    class Pool(ProcessPoolExecutor):
        def __init__(self, workers: int, **settings: Any) -> None:  # noqa: ANN401
            asked.append(workers)
            super().__init__(min(workers, 2), **settings)

    monkeypatch.setattr("netsheet.pipeline.parallel.ProcessPoolExecutor", Pool)
    return asked


def test_after_a_file_that_ends_its_process_the_others_share_a_pool_again(pools: list[int]) -> None:
    paths = [Path(name) for name in ("deadly", *"abcdefghijklmnopqrst")]

    assert Processes(2)(length_or_end, lambda _: -1, paths) == [-1, *[1] * 20]
    assert pools[:2] == [2, 2]
    assert len(pools) <= 4


@pytest.mark.parametrize(("files", "workers"), [(3, 3), (70, 61)])
def test_no_more_processes_than_files_and_than_windows_allows(
    files: int, workers: int, pools: list[int]
) -> None:
    assert Processes(100)(length_or_end, lambda _: -1, [Path("a")] * files) == [1] * files
    assert pools == [workers]


def test_copies_of_a_sync_program_are_found_with_one_look_at_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ana.xlsx", "ana (1).xlsx", "Zoë.xlsx", "zoë-DESKTOP-7F3K.xlsx", "zoe.ods", "zoe (1).xlsx"):
        tmp_path.joinpath(name).touch()
    looks: list[Path] = []
    iterdir = Path.iterdir

    def look(folder: Path) -> Iterator[Path]:
        looks.append(folder)
        return iterdir(folder)

    monkeypatch.setattr(Path, "iterdir", look)

    found = {path.name for path in find_log_files([tmp_path])}
    assert found == {"ana.xlsx", "Zoë.xlsx", "zoe.ods", "zoe (1).xlsx"}
    assert looks == [tmp_path]


@pytest.mark.parametrize(
    ("paths", "labels"),
    [
        (["x/ana.xlsx", "x/ben.ods"], ["ana", "ben"]),
        (["x/ana.xlsx", "x/ana.ods"], ["ana.xlsx", "ana.ods"]),
        (["x/log.xlsx", "y/log.xlsx", "y/ben.xlsx"], ["x/log.xlsx", "y/log.xlsx", "ben"]),
    ],
)
def test_a_label_is_as_short_as_it_can_be(paths: list[str], labels: list[str]) -> None:
    assert label_paths(paths) == labels


MONDAY = dt.date(2026, 3, 16)


@pytest.mark.parametrize(
    ("days_ago", "streak"),
    [
        ([], 0),
        ([0], 1),
        ([3], 1),  # Friday; the weekend does not break it
        ([0, 3, 4], 3),
        ([0, 4], 1),  # Friday is missing
        ([3, 4, 5, 10], 3),
        ([2, 3], 2),  # a Saturday counts when something was done on it
        ([4, 5], 0),
    ],
)
def test_a_streak_counts_working_days_in_a_row(days_ago: list[int], streak: int) -> None:
    days = {MONDAY - dt.timedelta(days=ago) for ago in days_ago}

    assert count_streak(days, today=MONDAY, calendar=WorkingCalendar()) == streak


def test_a_break_does_not_break_a_streak() -> None:
    calendar = WorkingCalendar(breaks=[Break(first_on=dt.date(2026, 3, 2), last_on=dt.date(2026, 3, 13))])

    assert count_streak({dt.date(2026, 2, 27), MONDAY}, today=MONDAY, calendar=calendar) == 2


LINE = LogLine(path="log.xlsx", people=9, last_touched_on=MONDAY)


@pytest.mark.parametrize(
    ("facts", "stuck"),
    [
        ({}, ""),
        ({"people": 0, "last_touched_on": None}, ""),
        ({"last_touched_on": None}, "Nothing has been sent or recorded yet."),
        ({"last_touched_on": dt.date(2026, 3, 2)}, ""),
        ({"last_touched_on": dt.date(2026, 2, 27)}, "Nothing recorded for 17 days."),
        ({"due_now": 9, "oldest_waiting_days": 90}, ""),
        ({"due_now": 30, "oldest_waiting_days": 30}, ""),
        ({"due_now": 10, "oldest_waiting_days": 31}, "10 are due, the oldest for 31 days."),
        ({"matured": 7}, ""),
        ({"matured": 8, "replied": 1}, ""),
        ({"matured": 8}, "No reply yet to 8 first messages in four weeks."),
    ],
)
def test_who_may_need_help_and_why(facts: dict[str, object], stuck: str) -> None:
    line = LogLine(**{**{name: getattr(LINE, name) for name in LINE.__slots__}, **facts})

    assert explain_stuck(line, today=MONDAY, calendar=WorkingCalendar()).stuck == stuck


def test_on_a_break_nobody_is_stuck() -> None:
    calendar = WorkingCalendar(breaks=[Break(first_on=MONDAY, last_on=MONDAY)])
    line = LogLine(path="log.xlsx", people=9)

    assert explain_stuck(line, today=MONDAY, calendar=calendar).stuck == ""


def test_nameless_labels_are_numbers_in_the_order_of_the_files() -> None:
    lines = [
        LogLine(path="b.xlsx"),
        LogLine(path="a.xlsx", stuck="Nothing.", warnings=("“Ana” is not read.",)),
    ]

    ordered = order_lines(lines, is_nameless=True)

    assert [(line.label, line.path) for line in ordered] == [("C02", ""), ("C01", "")]
    assert ordered[0].warnings == ("Some of this log could not be read. netsheet check says what.",)
