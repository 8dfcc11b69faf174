"""Every command on an .ods log does what it does on the same log as .xlsx."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from netsheet.core.grid import CellValue, Sheet
from netsheet.engines import read_workbook
from netsheet.opendocument.plain_document import plain_document
from netsheet.resources import sample_workbooks
from netsheet.workbook.plain_workbook import plain_workbook
from tests.command_line import copy_of_sample, run
from tests.engine import documents, oracles
from tests.engine.documents import as_document

SUMMARY = "Netsheet Summary"


@pytest.fixture
def logs(tmp_path: Path) -> tuple[Path, Path]:
    """Return the same log as .ods and as .xlsx, in folders of their own."""
    (tmp_path / "ods").mkdir()
    (tmp_path / "xlsx").mkdir()
    other = copy_of_sample("plain-log.xlsx", tmp_path / "xlsx")
    log = tmp_path / "ods" / "plain-log.ods"
    log.write_bytes(as_document(sample_workbooks() / "plain-log.xlsx"))
    return log, other


def sheet_of(path: Path, name: str) -> Sheet:
    sheet = read_workbook(path.read_bytes()).sheet(name)
    assert sheet is not None
    return sheet


def filled(sheet: Sheet) -> list[list[CellValue]]:
    """Return the rows without what is empty at their ends."""
    return [
        list(cells[: max((at for at, cell in enumerate(cells, 1) if cell != ""), default=0)])
        for cells in sheet.rows
    ]


def same(words: str) -> str:
    return words.replace(".ods", ".xlsx").replace("/ods/", "/xlsx/")


def test_a_refreshed_ods_log_holds_the_same_columns_and_summary(logs: tuple[Path, Path]) -> None:
    for log in logs:
        assert run("refresh", log).exit_code == 0

    names = [[sheet.name for sheet in read_workbook(log.read_bytes()).sheets] for log in logs]
    assert names[0] == [name for name in names[1] if name in names[0]]
    first = names[0][0]
    assert filled(sheet_of(logs[0], first)) == filled(sheet_of(logs[1], first))
    assert filled(sheet_of(logs[0], SUMMARY)) == filled(sheet_of(logs[1], SUMMARY))


@pytest.mark.parametrize(
    "words",
    [
        ["due", "--json"],
        ["stats", "--json"],
        ["check"],
        ["export", "--what", "people", "--format", "json"],
        ["backups", "--json"],
    ],
    ids=lambda words: words[0],
)
def test_a_command_that_reads_says_the_same_of_both(words: list[str], logs: tuple[Path, Path]) -> None:
    for log in logs:
        run("refresh", log)

    said = [same(run(words[0], log, *words[1:]).stdout) for log in logs]

    unstable = re.compile(r"[0-9a-f]{16,}|[0-9,]+ (?:KB|bytes)|\"(?:size|saved_at|bytes)\": [^,}]+")
    assert unstable.sub("", said[0]) == unstable.sub("", said[1])


@pytest.mark.parametrize(
    "words",
    [
        ["digest"],
        ["digest", "--names"],
        ["digest", "--json"],
        ["overview"],
        ["overview", "--nameless"],
        ["overview", "--json"],
        ["overview", "--json", "--nameless"],
    ],
    ids=" ".join,
)
def test_a_digest_and_an_overview_say_the_same_of_both(words: list[str], logs: tuple[Path, Path]) -> None:
    for log in logs:
        run("refresh", log)
        run("journal", log, "Sailing with Jonas was lovely")
        run("log", log, "Jonas", "replied", "--on", "yesterday")

    said = [run(words[0], log, *words[1:]) for log in logs]

    assert said[0].stdout
    assert [each.exit_code for each in said] == [0, 0]
    assert same(said[0].stdout) == said[1].stdout


def test_reactions_and_another_channel_are_on_the_summary_of_both(tmp_path: Path) -> None:
    rows: list[list[CellValue]] = [
        ["Name", "Date sent", "Channel", "Type", "Email", "LinkedIn"],
        ["Ana Lopez", dt.date(2026, 2, 10), "Email", "message", "a@example.com", "linkedin.com/in/ana"],
        ["Ana Lopez", dt.date(2026, 2, 24), "Email", "message", "a@example.com", "linkedin.com/in/ana"],
        ["Ben Cole", dt.date(2026, 2, 2), "Email", "message", "ben@example.com", ""],
        ["Ben Cole", dt.date(2026, 3, 12), "LinkedIn", "liked", "", ""],
    ]
    summaries = []
    for kind, write in (("xlsx", plain_workbook), ("ods", plain_document)):
        log = tmp_path / f"log.{kind}"
        log.write_bytes(write([Sheet(name="Log", rows=rows)]))
        assert run("refresh", log).exit_code == 0
        summaries.append(filled(sheet_of(log, SUMMARY)))
        steps = {item["person"]: item for item in run("due", log, "--json").document["items"]}
        assert steps["Ana Lopez"]["channel"] == "LinkedIn"
        assert steps["Ben Cole"]["due"] == "2026-02-27"  # 9 Feb, had there been no reaction

    assert [[same(str(cell)) for cell in cells] for cells in summaries[1]] == [
        [str(cell) for cell in cells] for cells in summaries[0]
    ]


def test_a_second_refresh_of_an_ods_log_changes_nothing_and_undo_brings_it_back(
    logs: tuple[Path, Path],
) -> None:
    log, _ = logs
    before = log.read_bytes()
    run("refresh", log)
    refreshed = log.read_bytes()

    again = run("refresh", log)

    assert "Nothing changed" in again.stdout
    assert log.read_bytes() == refreshed
    assert run("undo", log).exit_code == 0
    assert log.read_bytes() == before


def test_what_is_recorded_goes_into_the_history_of_an_ods_log(logs: tuple[Path, Path]) -> None:
    log, other = logs
    for path in logs:
        assert run("snooze", path, "Hannah", "2 weeks").exit_code == 0
        assert run("done", path, "Hannah").exit_code == 0

    assert filled(sheet_of(log, "Netsheet History")) == filled(sheet_of(other, "Netsheet History"))
    assert sheet_of(log, "Netsheet Memory").is_hidden
    assert run("refresh", log).exit_code == 0


def test_charts_come_with_their_descriptions(logs: tuple[Path, Path]) -> None:
    log, _ = logs
    run("refresh", log)

    parts = documents.parts_of(log.read_bytes())
    charts = [name for name in parts if re.fullmatch("Object [0-9]+/content.xml", name)]
    assert charts
    assert parts["content.xml"].count(b"<svg:desc>") == len(charts)


def test_an_open_ods_log_is_left_alone(logs: tuple[Path, Path]) -> None:
    log, _ = logs
    before = log.read_bytes()
    (log.parent / f".~lock.{log.name}#").write_text(
        ",Ana Lopez,desk,16.03.2026 09:00,file;", encoding="utf-8"
    )

    outcome = run("refresh", log)

    assert outcome.exit_code == 4
    assert "Ana Lopez" in outcome.stderr
    assert log.read_bytes() == before


def test_of_two_logs_the_one_with_sheets_of_ours_is_found(
    logs: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    log, other = logs
    both = log.parent / other.name
    both.write_bytes(other.read_bytes())
    monkeypatch.chdir(log.parent)
    run("refresh", log)

    assert run("due").exit_code == 0

    run("refresh", both)
    unclear = run("due")
    assert unclear.exit_code == 2
    assert "plain-log.ods" in unclear.stderr
    assert "plain-log.xlsx" in unclear.stderr


@pytest.mark.libreoffice
def test_libreoffice_reads_the_hand_written_log_and_what_becomes_of_it(logs: tuple[Path, Path]) -> None:
    oracles.require_libreoffice()
    log, _ = logs
    before = log.read_bytes()
    run("refresh", log)
    after = log.read_bytes()

    saved = oracles.resaved_by_libreoffice([before, after], "ods")

    for data, again in zip((before, after), saved, strict=True):
        assert again is not None
        for sheet, other in zip(read_workbook(data).sheets, read_workbook(again).sheets, strict=True):
            assert (sheet.name, filled(sheet)) == (other.name, filled(other))


def test_four_rounds_of_refresh_and_libreoffice_add_and_change_nothing(tmp_path: Path) -> None:
    oracles.require_libreoffice()
    log = tmp_path / "log.ods"
    log.write_bytes(oracles.saved_as_ods(sample_workbooks() / "plain-log.xlsx", tmp_path))
    seen: list[tuple[list[str], list[list[CellValue]], int, int]] = []
    for _ in range(4):
        assert run("refresh", log).exit_code == 0
        saved = oracles.resaved_by_libreoffice([log.read_bytes()], "ods")[0]
        assert saved is not None
        log.write_bytes(saved)
        sheets = read_workbook(saved).sheets
        parts = documents.parts_of(saved)
        charts = sum(re.fullmatch("Object [0-9]+/content.xml", name) is not None for name in parts)
        drop_downs = parts["content.xml"].count(b"<table:content-validation ")
        seen.append(([sheet.name for sheet in sheets], filled(sheets[0]), charts, drop_downs))

    assert seen[0][3] == 1
    assert [each == seen[0] for each in seen] == [True] * 4
