"""Texts out of a log on the summary, grafted by a real refresh and read by LibreOffice: they stay plain texts."""

from __future__ import annotations

import csv
import datetime as dt
import re
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from netsheet.render.summary import SUMMARY_SHEET
from netsheet.render.summary.sheet_page import MOST_NAME_CHARACTERS
from tests.command_line import run
from tests.engine import oracles
from tests.summary_reading import open_summary, rows_of, table

TEXTS = (
    '=HYPERLINK("http://example.com","click")',
    "=1+1",
    "+1+1",
    "-2-3",
    "@SUM(A1)",
    "Bo {=SUM(A1:A2)}",
    "<b>Bo</b> Lund",
    "A &amp; B &lt;c&gt; ]]> <!-- d",
    "Zoë 😀 Müller 👩🏽",
    "שרה לוי",
    "\u202eevil\u202c مريم",
    "long " + "x" * 495,
    "two\nlines\tand tabs",
    "http://example.com/#frag",
    "_x0041_ and _x000D_",
    "'quoted",
    '"quoted", or; not',
)
CSV_OF_EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


def as_shown(text: str) -> str:
    """What the page shows of a name: one line, shortened where it runs on."""
    line = " ".join(re.sub("[\u202a-\u202e]", "", text).split())  # marks of direction are no part of a name
    return line if len(line) <= MOST_NAME_CHARACTERS else f"{line[: MOST_NAME_CHARACTERS - 1]}…"


def hostile_log(path: Path) -> Path:
    """Make a log in which such texts stand in every place that reaches the summary."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "It's a 'log' & more"
    sheet.append(
        ["Name", "Company", "E-mail", "Template", "Source", "Date sent", "Response date", "Birthday"]
    )
    for row, text in enumerate(TEXTS, start=2):
        values = (text, text, f"p{row}@example.com", text, text, dt.date(2026, 3, 5), dt.date(2026, 3, 6))
        for column, value in enumerate((*values, text), start=1):
            cell = sheet.cell(row, column, value)
            if isinstance(value, str):
                cell.value = value.replace("_x", "_x005F_x")  # what looks like an escape is escaped
                cell.data_type = "s"  # openpyxl would make a formula of it
    for number in range(2 * len(TEXTS)):
        name, mail = f"Waiting {number}", f"w{number}@example.com"
        sheet.append([name, "", mail, "", "", dt.date(2026, 3, 13), None, dt.date(1990, 9, 9)])
    settings = book.create_sheet("Netsheet Settings")
    settings.append(["Setting", "Value", "Meaning"])
    settings.append(["Actions a day", 100, ""])
    book.save(path)
    return path


@pytest.fixture(scope="module")
def refreshed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    log = hostile_log(tmp_path_factory.mktemp("hostile") / "log.xlsx")
    assert run("refresh", log).exit_code == 0
    return log


def convert(path: Path, kind: str, folder: Path) -> Path:
    oracles.require_libreoffice()
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [oracles.soffice() or "", profile, "--headless", "--convert-to", kind]
    subprocess.run(
        [*command, "--outdir", str(folder / "out"), str(path)], check=True, capture_output=True, timeout=180
    )
    return folder / "out"


def assert_only_texts(data: bytes) -> None:
    sheet = open_summary(data)
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}
    part = oracles.zip_parts(data)[oracles.sheet_parts(data)[SUMMARY_SHEET]]
    assert b"<f>" not in part
    assert b"<f " not in part


def assert_every_text_is_shown(data: bytes) -> None:
    due = table(open_summary(data), "To do now", "Person")
    assert sorted(texts([[row["Person"] for row in due]])) == sorted(map(as_shown, TEXTS))


def test_hostile_texts_of_a_log_stand_on_the_grafted_summary_as_plain_texts(
    refreshed: Path, tmp_path: Path
) -> None:
    data = refreshed.read_bytes()

    assert_only_texts(data)
    assert_every_text_is_shown(data)
    plain = hostile_log(tmp_path / "plain.xlsx").read_bytes()
    assert not oracles.audit(data) - oracles.audit(plain)
    seen = " ".join(str(row) for row in table(open_summary(data), "Cells to fix", "Cell"))
    assert all(text in seen for text in ("=1+1", "@SUM(A1)", "<b>Bo</b> Lund"))


def test_a_second_refresh_of_a_hostile_log_changes_nothing(refreshed: Path) -> None:
    before = refreshed.read_bytes()

    assert "Nothing changed" in run("refresh", refreshed).stdout
    assert refreshed.read_bytes() == before


@pytest.mark.libreoffice
def test_libreoffice_keeps_hostile_texts_as_texts_when_it_saves_the_workbook(
    refreshed: Path, tmp_path: Path
) -> None:
    saved = (convert(refreshed, "xlsx", tmp_path) / "log.xlsx").read_bytes()

    assert_only_texts(saved)
    assert_every_text_is_shown(saved)
    assert texts(rows_of(open_summary(saved))) == texts(rows_of(open_summary(refreshed.read_bytes())))


@pytest.mark.libreoffice
def test_libreoffice_computes_nothing_from_hostile_texts(refreshed: Path, tmp_path: Path) -> None:
    """The csv file holds what LibreOffice shows: the result where a text had become a formula."""
    folder = convert(refreshed, CSV_OF_EVERY_SHEET, tmp_path)

    content = (folder / f"log-{SUMMARY_SHEET}.csv").read_text(encoding="utf-8")
    shown = [cell for row in csv.reader(content.splitlines(keepends=True)) for cell in row if cell]
    for text in TEXTS:
        assert as_shown(text) in shown
    ours = texts(rows_of(open_summary(refreshed.read_bytes())))
    assert [text for text in ours if text not in set(shown)] == []


def texts(rows: list[list[Any]]) -> list[str]:
    """Return the texts; openpyxl leaves the escapes of texts that look like one."""
    return [value.replace("_x005F_", "_") for row in rows for value in row if isinstance(value, str)]
