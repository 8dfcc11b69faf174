"""The engine over whole folders of workbooks: the samples always, any other folder by NETSHEET_CORPUS."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.engine import corpus, oracles
from tests.engine.odd import OddSheet, workbook, zipped

SAMPLES = Path(__file__).parent.parent / "sample_workbooks"


def test_every_sample_workbook_is_preserved() -> None:
    trials = corpus.run_corpus(SAMPLES, libreoffice=False)

    assert trials
    assert [
        (trial.path.name, trial.refusal, trial.faults) for trial in trials if trial.verdict != "preserved"
    ] == []


@pytest.mark.libreoffice
@pytest.mark.slow
def test_libreoffice_reads_every_sample_as_before_with_the_planned_cells() -> None:
    oracles.require_libreoffice()
    trials = corpus.run_corpus(SAMPLES, libreoffice=True)

    assert [trial.faults for trial in trials if trial.faults] == []
    assert all("LibreOffice" in trial.readers for trial in trials if trial.verdict == "preserved")


@pytest.mark.corpus
@pytest.mark.libreoffice
@pytest.mark.skipif("NETSHEET_CORPUS" not in os.environ, reason="NETSHEET_CORPUS names no folder")
def test_every_workbook_of_the_corpus_is_preserved_or_refused_with_a_reason() -> None:
    oracles.require_libreoffice()
    trials = corpus.run_corpus(Path(os.environ["NETSHEET_CORPUS"]), libreoffice=True)

    assert trials
    assert [(trial.path.name, trial.faults) for trial in trials if trial.faults] == []


def test_the_report_counts_preserved_refused_and_failed(tmp_path: Path) -> None:
    (tmp_path / "good.xlsx").write_bytes(workbook())
    (tmp_path / "locked.xlsx").write_bytes(workbook(OddSheet(after='<sheetProtection sheet="1"/>')))
    (tmp_path / "text.xlsx").write_bytes(b"just text")

    trials = corpus.run_corpus(tmp_path, libreoffice=False)
    told = corpus.report(trials, 1.0)

    assert "3 workbooks: 1 preserved / 2 refused / 0 failed" in told
    assert 'refused  locked.xlsx: Nothing was written: the sheet "Log" is protected.' in told


def test_the_watchers_notice_a_result_that_lost_something(tmp_path: Path) -> None:
    path = tmp_path / "good.xlsx"
    path.write_bytes(workbook())
    trial = corpus.run_file(path)
    assert trial.result is not None
    parts = oracles.zip_parts(trial.result)
    sheet = parts["xl/worksheets/sheet1.xml"].replace(b"<t>Ada</t>", b"<t>Eve</t>")

    trial.result = zipped(parts | {"xl/worksheets/sheet1.xml": sheet})

    assert corpus.check_cells(trial)
    assert corpus.check_calamine(trial)
    assert corpus.check_openpyxl(trial)


def test_the_run_ends_badly_when_the_folder_holds_no_workbook(tmp_path: Path) -> None:
    assert corpus.main([str(tmp_path)]) == 1
