"""The engine over whole folders of workbooks: the samples always, any other folder by NETSHEET_CORPUS."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.engine import corpus, oracles, row_corpus, trials
from tests.engine.odd import OddSheet, workbook, zipped
from tests.engine.trials import check_in_libreoffice, run_file

SAMPLES = Path(__file__).parent.parent / "sample_workbooks"


def test_every_sample_workbook_is_preserved() -> None:
    trials = [run_file(path) for path in corpus.find_workbooks(SAMPLES)]

    assert trials
    assert [
        (trial.path.name, trial.refusal, trial.faults) for trial in trials if trial.verdict != "preserved"
    ] == []


def test_three_rows_are_added_to_every_list_of_every_sample() -> None:
    outcomes = list(row_corpus.try_folder(SAMPLES))

    assert [outcome.line() for outcome in outcomes if outcome.verdict == "failed"] == []
    assert {outcome.name for outcome in outcomes if outcome.verdict == "appended"} == {
        "plain-log.xlsx, Networking",
        "rich.xlsx, My network",
        "two-sheets.xlsx, Log",
        "two-sheets.xlsx, People",
    }


@pytest.mark.corpus
@pytest.mark.skipif("NETSHEET_CORPUS" not in os.environ, reason="NETSHEET_CORPUS names no folder")
def test_no_list_of_the_corpus_loses_anything_to_new_rows() -> None:
    outcomes = list(row_corpus.try_folder(Path(os.environ["NETSHEET_CORPUS"])))

    assert outcomes
    assert [outcome.line() for outcome in outcomes if outcome.verdict == "failed"] == []


@pytest.mark.libreoffice
@pytest.mark.slow
def test_libreoffice_reads_every_sample_as_before_with_the_planned_cells() -> None:
    oracles.require_libreoffice()
    trials = [run_file(path) for path in corpus.find_workbooks(SAMPLES)]
    check_in_libreoffice([trial for trial in trials if trial.result is not None])

    assert [trial.faults for trial in trials if trial.faults] == []
    assert all("LibreOffice" in trial.readers for trial in trials if trial.verdict == "preserved")


@pytest.mark.corpus
@pytest.mark.libreoffice
@pytest.mark.skipif("NETSHEET_CORPUS" not in os.environ, reason="NETSHEET_CORPUS names no folder")
def test_every_workbook_of_the_corpus_is_preserved_or_refused_with_a_reason() -> None:
    oracles.require_libreoffice()
    outcomes = list(
        corpus.run_corpus(Path(os.environ["NETSHEET_CORPUS"]), libreoffice=True, bounds=corpus.Bounds())
    )

    assert outcomes
    assert [(outcome.path, outcome.faults) for outcome in outcomes if outcome.faults] == []


def test_the_run_prints_each_outcome_and_counts_them(tmp_path: Path) -> None:
    (tmp_path / "good.xlsx").write_bytes(workbook())
    (tmp_path / "locked.xlsx").write_bytes(workbook(OddSheet(after='<sheetProtection sheet="1"/>')))
    (tmp_path / "text.xlsx").write_bytes(b"just text")
    command = [sys.executable, "-m", "tests.engine.corpus", str(tmp_path)]
    without_libreoffice = os.environ | {"PATH": ""}

    run = subprocess.run(command, env=without_libreoffice, capture_output=True, text=True, check=True)

    lines = run.stdout.splitlines()
    assert "preserved: good.xlsx" in lines
    assert 'refused: locked.xlsx: Nothing was written: the sheet "Log" is protected.' in lines
    assert "read by calamine 1, openpyxl 1" in lines
    assert "3 workbooks: 1 preserved / 2 refused / 0 failed / 0 over the bounds" in lines[-2]


@pytest.mark.posix
def test_a_workbook_over_the_bounds_is_counted_by_that_name(tmp_path: Path) -> None:
    merged = '<mergeCells count="1"><mergeCell ref="A20:Z1000000"/></mergeCells>'
    path = tmp_path / "merged.xlsx"
    path.write_bytes(workbook(OddSheet(after=merged)))

    late = corpus.run_process(path, libreoffice=False, bounds=corpus.Bounds(seconds=2, megabytes=2000))
    large = corpus.run_process(path, libreoffice=False, bounds=corpus.Bounds(seconds=300, megabytes=600))

    assert (late.verdict, large.verdict) == ("over the bounds", "over the bounds")
    assert (late.excess or "").startswith("more than 2 seconds in ")
    assert large.excess == "more than 600 MB in check_openpyxl"
    assert corpus.report([late, large], 1.0).endswith("0 failed / 2 over the bounds (1 s)")


def test_a_process_that_ends_otherwise_is_a_failure(tmp_path: Path) -> None:
    outcome = corpus.run_process(tmp_path / "none.xlsx", libreoffice=False, bounds=corpus.Bounds())

    assert outcome.verdict == "failed"
    assert "No such file" in outcome.faults[0]


def test_the_watchers_notice_a_result_that_lost_something(tmp_path: Path) -> None:
    path = tmp_path / "good.xlsx"
    path.write_bytes(workbook())
    trial = run_file(path)
    assert trial.result is not None
    parts = oracles.zip_parts(trial.result)
    sheet = parts["xl/worksheets/sheet1.xml"].replace(b"<t>Ada</t>", b"<t>Eve</t>")

    trial.result = zipped(parts | {"xl/worksheets/sheet1.xml": sheet})

    assert trials.check_cells(trial)
    assert trials.check_calamine(trial)
    assert trials.check_openpyxl(trial)


def test_the_run_ends_badly_when_the_folder_holds_no_workbook(tmp_path: Path) -> None:
    assert corpus.main([str(tmp_path)]) == 1
