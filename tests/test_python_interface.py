"""The public Python interface: what docs/python.md shows is so, and a log's frames are those of its commands."""

from __future__ import annotations

import datetime as dt
import doctest
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import netsheet
from docs.generate import FOLDER
from netsheet.core.frames import FRAMES
from netsheet.core.numbers.dimension_names import DIMENSION_NAMES
from tests.command_line import TODAY, copy_of_sample, run

SAMPLES = ("plain-log.xlsx", "two-sheets.xlsx", "rich.xlsx", "messy-log.csv")
THE_DAY = dt.date.fromisoformat(TODAY)


def open_sample(name: str, folder: Path) -> netsheet.NetworkingLog:
    return netsheet.open_log(copy_of_sample(name, folder), today=THE_DAY)


def test_what_the_page_shows_is_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    copy_of_sample("plain-log.xlsx", tmp_path).rename("log.xlsx")

    result = doctest.testfile(str(FOLDER / "python.md"), module_relative=False)

    assert result.attempted > 10
    assert result.failed == 0


@pytest.mark.parametrize("sample", SAMPLES)
def test_rates_are_those_of_stats(sample: str, tmp_path: Path) -> None:
    log = open_sample(sample, tmp_path)
    document = run("stats", tmp_path / sample, "--json").document

    for by in DIMENSION_NAMES:
        rates, shown = log.rates(by), document["by"].get(by, [])
        assert rates["value"].tolist() == [row["value"] for row in shown]
        assert rates["replied"].tolist() == [row["replied"] for row in shown]
        assert rates["low"].isna().tolist() == [row["low"] is None for row in shown]


@pytest.mark.parametrize("sample", SAMPLES)
def test_due_is_the_list_of_due(sample: str, tmp_path: Path) -> None:
    log = open_sample(sample, tmp_path)
    items = run("due", tmp_path / sample, "--json").document["items"]

    assert log.due["why"].tolist() == [item["why"] for item in items]
    assert log.due["days_overdue"].tolist() == [item["days_overdue"] for item in items]


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_frame_has_the_columns_that_the_page_lists(sample: str, tmp_path: Path) -> None:
    log = open_sample(sample, tmp_path)
    frames = {
        (*FRAMES["people"], *FRAMES["standings"][1:]): log.people,
        FRAMES["touches"]: log.touches,
        FRAMES["openings"]: log.openings,
        FRAMES["due"]: log.due,
        FRAMES["findings"]: log.findings,
        FRAMES["rates"]: log.rates("channel"),
    }

    for columns, frame in frames.items():
        assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == {
            column.name: column.dtype for column in columns
        }
    assert log.people["person"].is_unique
    assert set(log.openings["person"]) <= set(log.touches["person"]) <= set(log.people["person"])


def test_a_frame_that_somebody_changes_changes_no_other(tmp_path: Path) -> None:
    log = open_sample("plain-log.xlsx", tmp_path)
    before, rates = log.openings, log.rates("channel")

    changed = log.openings
    changed["outcome"] = "bounced"

    pd.testing.assert_frame_equal(log.openings, before)
    pd.testing.assert_frame_equal(log.rates("channel"), rates)


def test_a_finding_about_no_cell_has_no_row(tmp_path: Path) -> None:
    log = open_sample("messy-log.csv", tmp_path)

    assert len(log.findings) == len(run("check", tmp_path / "messy-log.csv", "--json").document["findings"])


def test_an_unknown_dimension_is_answered_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"There is no dimension 'colour'\. There are: channel, "):
        open_sample("plain-log.xlsx", tmp_path).rates("colour")


def test_the_package_has_no_other_attributes() -> None:
    assert {"open_log", "NetsheetError"} <= set(dir(netsheet))
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = netsheet.nothing


def test_importing_netsheet_imports_no_pandas() -> None:
    code = "import sys, netsheet; netsheet.NetsheetError; sys.exit('pandas' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
