"""``netsheet export``: the frames of Python as files, nothing else, and never over a file by accident."""

from __future__ import annotations

import csv
import importlib.util
import io
import json
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

import netsheet
from netsheet.cli.export import WHAT
from netsheet.core.frames import FRAMES
from tests.command_line import copy_of_sample, run
from tests.test_python_interface import SAMPLES, THE_DAY

HAS_PYARROW = importlib.util.find_spec("pyarrow") is not None


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return copy_of_sample("plain-log.xlsx", tmp_path)


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def a_log(folder: Path, headings: Sequence[str], *rows: Sequence[object]) -> Path:
    workbook = openpyxl.Workbook()
    for row in (headings, *rows):
        workbook.worksheets[0].append(row)
        for cell in workbook.worksheets[0][workbook.worksheets[0].max_row]:
            cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    workbook.save(folder / "own.xlsx")
    return folder / "own.xlsx"


@pytest.mark.parametrize("what", WHAT)
@pytest.mark.parametrize("sample", SAMPLES)
def test_csv_and_json_hold_the_rows_of_the_frame(what: str, sample: str, tmp_path: Path) -> None:
    log = copy_of_sample(sample, tmp_path)
    frame = getattr(netsheet.open_log(log, today=THE_DAY), what)

    rows = table(run("export", log, "--what", what).stdout)
    document = run("export", log, "--what", what, "--format", "json").document

    assert [row["person"] for row in rows] == frame["person"].tolist()
    assert [list(row) for row in rows[:1]] == [list(frame.columns)] * len(rows[:1])
    assert {name: document[name] for name in ("schema", "workbook", "today", "what")} == {
        "schema": 1,
        "workbook": str(log),
        "today": "2026-03-16",
        "what": what,
    }
    assert rows == [
        {name: "" if value is None else str(value) for name, value in row.items()} for row in document["rows"]
    ]


def test_days_and_times_of_day_are_written_as_iso_and_what_is_missing_is_null(tmp_path: Path) -> None:
    log = a_log(
        tmp_path,
        ["Name", "Channel", "Date Sent"],
        ["Ana Lopez", "Email", "2026-03-01 09:30"],
        ["Bo Chen", "", "2026-03-02"],
    )

    touches = run("export", log, "--what", "touches", "--format", "json").document["rows"]

    assert [(touch["on"], touch["channel"]) for touch in touches] == [
        ("2026-03-01", "e-mail"),
        ("2026-03-02", None),
    ]
    assert touches[1]["at"] is None
    assert touches[0]["at"] == "09:30:00"
    assert touches[0]["asks_reply"] is True


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+cmd|calc", "'+cmd|calc"),
        ("-2+cmd", "'-2+cmd"),
        ("\uff1dSUM(A1)", "'\uff1dSUM(A1)"),
        ("O'Dowd", "O'Dowd"),
    ],
)
def test_no_text_in_csv_is_a_formula_and_json_holds_it_as_it_is(
    name: str, written: str, tmp_path: Path
) -> None:
    log = a_log(tmp_path, ["Name", "Company", "Date Sent"], ["Ana Lopez", name, "2026-03-01"])

    (row,) = table(run("export", log).stdout)
    (record,) = run("export", log, "--format", "json").document["rows"]

    assert (row["company"], record["company"]) == (written, name)


def test_a_telephone_number_is_no_formula(tmp_path: Path) -> None:
    log = a_log(tmp_path, ["Name", "Phone", "Date Sent"], ["Ana Lopez", "+44 20 7946 0018", "2026-03-01"])

    (row,) = table(run("export", log).stdout)

    assert row["phone"] == "+44 20 7946 0018"


def test_a_file_gets_what_would_be_printed(log: Path, tmp_path: Path) -> None:
    out = tmp_path / "people.json"
    outcome = run("export", log, "--format", "json", "--out", out)

    assert outcome.stdout == f"Wrote 30 rows to {out}.\n"
    assert json.loads(out.read_text("utf-8")) == run("export", log, "--format", "json").document


def test_a_file_that_is_there_stays_unless_it_is_forced(log: Path, tmp_path: Path) -> None:
    out = tmp_path / "people.csv"
    out.write_text("mine", "utf-8")

    refused = run("export", log, "--out", out)
    assert (refused.exit_code, out.read_text("utf-8")) == (5, "mine")
    assert "--force" in refused.stderr

    assert run("export", log, "--out", out, "--force").exit_code == 0
    assert out.read_text("utf-8").startswith("person,name,")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["people.csv", "plain-log.xlsx"]


def test_the_log_itself_is_never_written_over(tmp_path: Path) -> None:
    log = copy_of_sample("messy-log.csv", tmp_path)
    before = log.read_bytes()

    outcome = run("export", log, "--out", log, "--force")

    assert (outcome.exit_code, log.read_bytes()) == (5, before)
    assert "is the log itself" in outcome.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--out", "log.xlsx"], "Type: --out log.csv"),
        (["--out", "people"], "Type: --out people.csv"),
        (["--format", "json", "--out", "people.csv"], "Type: --out people.json"),
        (["--format", "parquet"], "Add: --out people.parquet"),
        (["--format", "xml"], "There is no format “xml”."),
        (["--what", "peopel"], "Did you mean “people”?"),
    ],
)
def test_a_line_that_cannot_be_meant_is_answered_with_the_line_to_type(
    words: list[str], said: str, log: Path
) -> None:
    outcome = run("export", log, *words)

    assert outcome.exit_code == 2
    assert said in outcome.stderr


def test_a_folder_is_never_replaced(log: Path, tmp_path: Path) -> None:
    (tmp_path / "people.csv").mkdir()

    outcome = run("export", log, "--out", tmp_path / "people.csv", "--force")

    assert outcome.exit_code == 5
    assert not (tmp_path / ".people.csv.new").exists()


@pytest.mark.skipif(HAS_PYARROW, reason="pyarrow is installed")
def test_without_pyarrow_parquet_says_how_to_install_it(log: Path, tmp_path: Path) -> None:
    outcome = run("export", log, "--format", "parquet", "--out", tmp_path / "people.parquet")

    assert outcome.exit_code == 2
    assert "pipx inject netsheet pyarrow" in outcome.stderr
    assert not (tmp_path / "people.parquet").exists()


@pytest.mark.skipif(not HAS_PYARROW, reason="pyarrow is not installed")
@pytest.mark.parametrize("what", WHAT)
def test_parquet_holds_the_columns_with_their_types(what: str, log: Path, tmp_path: Path) -> None:
    out = tmp_path / f"{what}.parquet"
    assert run("export", log, "--what", what, "--format", "parquet", "--out", out).exit_code == 0

    read, frame = pd.read_parquet(out), getattr(netsheet.open_log(log, today=THE_DAY), what)
    assert read.columns.tolist() == frame.columns.tolist()
    assert read["person"].tolist() == frame["person"].tolist()
    days = [column.name for column in FRAMES["openings"] if column.dtype == "datetime64[s]"]
    if what == "openings":
        assert {read[day].dtype.kind for day in days} == {"M"}
