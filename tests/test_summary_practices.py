"""The blocks of the summary about referrals and introductions: there when the log says so, in both kinds of file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from netsheet.core.grid import CellValue, Sheet
from netsheet.engines import read_workbook
from netsheet.opendocument.plain_document import plain_document
from netsheet.pipeline.opened import open_log
from netsheet.workbook.plain_workbook import plain_workbook
from tests.command_line import run

TODAY = dt.date(2026, 3, 16)
HEAD = ["Name", "Company", "Date sent", "Response date", "Referred by", "Relationship", "Needs", "Offers"]


def log_of(folder: Path, kind: str, rows: list[list[CellValue]]) -> Path:
    path = folder / f"log.{kind}"
    sheets = [Sheet(name="Log", rows=[HEAD, *rows])]
    path.write_bytes(plain_workbook(sheets) if kind == "xlsx" else plain_document(sheets))
    return path


def row(name: str, company: str, sent: int, replied: int = 0, **cells: str) -> list[CellValue]:
    days = [dt.date(2026, 3, sent), dt.date(2026, 3, replied) if replied else ""]
    return [name, company, *days, *(cells.get(name, "") for name in ("by", "tie", "needs", "offers"))]


ROWS = [
    row("Ana Lopez", "Alder", 2, tie="warm", needs="somebody for the hospital rota"),
    row("Ben Okafor", "Birch", 3, 9, by="Ana Lopez", tie="close", offers="hospital rota software"),
    row("Cy Dee", "Cedar", 4, by="Ana Lopez"),
    row("Di Vex", "Dogwood", 5, by="Ben Okafor"),
]


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_the_sheet_says_who_led_to_whom_and_whom_to_introduce(kind: str, tmp_path: Path) -> None:
    log = log_of(tmp_path, kind, ROWS)
    run("refresh", log, today=TODAY.isoformat())
    sheet = read_workbook(log.read_bytes()).sheet("Netsheet summary")
    assert sheet is not None
    texts = [str(cell) for cells in sheet.rows for cell in cells]

    assert "Who led you to whom (2)" in texts
    assert "Introductions to offer (1)" in texts
    assert any("Ben Okafor (replied on 9 Mar); Cy Dee (no reply yet" in text for text in texts)
    assert any("Ana Lopez needs what Ben Okafor offers (hospital, rota)" in text for text in texts)


def test_those_not_thanked_yet_come_first(tmp_path: Path) -> None:
    thanked = row("Ana Lopez", "Alder", 12, tie="warm")
    summary = open_log(log_of(tmp_path, "xlsx", [ROWS[0], ROWS[1], ROWS[3], thanked]), today=TODAY).summary

    assert [note.person.name for note in summary.referrals] == ["Ben Okafor", "Ana Lopez"]
    assert ["Not thanked yet" in note.text for note in summary.referrals] == [True, False]


def test_a_log_without_such_columns_has_no_such_blocks(tmp_path: Path) -> None:
    plain: list[list[CellValue]] = [["Name", "Date sent"], ["Ana Lopez", dt.date(2026, 3, 2)]]
    path = tmp_path / "log.xlsx"
    path.write_bytes(plain_workbook([Sheet(name="Log", rows=plain)]))
    summary = open_log(path, today=TODAY).summary

    assert (summary.referrals, summary.introductions) == ((), ())


def test_the_report_has_the_same_blocks(tmp_path: Path) -> None:
    log = log_of(tmp_path, "xlsx", ROWS)
    run("report", log, "--out", tmp_path / "report.html", today=TODAY.isoformat())
    page = (tmp_path / "report.html").read_text("utf-8")

    assert "Who led you to whom" in page
    assert "Ana Lopez needs what Ben Okafor offers" in page
