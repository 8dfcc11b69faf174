"""One messy log as real files: .xlsx, .csv, and by LibreOffice .ods and .xls."""

from __future__ import annotations

import csv
import datetime as dt
import io
import subprocess
import tempfile
from pathlib import Path

import xlsxwriter

from netsheet.core.grid import CellValue
from tests.engine.oracles import soffice

SECRET = "S3cret-hunter2"  # noqa: S105 - planted, to be found nowhere
D = dt.date

HEADINGS = (
    "Contact Name", "Company", "E-mail", "Phone", "Date Sent", "Channel", "Replied?", "Response Date", "Follow-up", "Status",
    "Login password", "Notes",
)  # fmt: skip
ROWS: tuple[tuple[CellValue, ...], ...] = (
    ("Ann Lee", "Acme", "Ann Lee <ann@example.com>", 4930123456, D(2026, 2, 2), "Email", True, D(2026, 2, 5), "in 2 weeks", "Replied", SECRET, "met at a fair"),
    ("Bo Yi", "Beta", "bo at example", "+44 20 7946 0000", D(2026, 2, 9), "LinkedIn DM", False, "No response", D(2026, 3, 20), "Sent", SECRET, "Zürich, “quoted”; twice"),
    ("", "", "", "", "", "", "", "", "", "", "", ""),
    ("Zoë Król", "Gamma", "zoe@example.com", "", "13/02/2026", "pigeon", "", "", "after the summer", "Repleid", SECRET, ""),
    ("Cy Fox", "Gamma", "cy@example.com", "ask Ben", "mid May", "Phone", "x", "", "", "On hold", SECRET, "n/a"),
    ("Cy Foxx", "Gamma", "", "", "03/01/2026", "Phone", "-", "", "", "", SECRET, ""),
    ("Total", "", "", "", 5, "", "", "", "", "", "", ""),
)  # fmt: skip


def messy_xlsx(rows: tuple[tuple[CellValue, ...], ...] = ROWS) -> bytes:
    """Write the log as .xlsx: real dates, numbers and check boxes, a banner above."""
    held = io.BytesIO()
    workbook = xlsxwriter.Workbook(held, {"in_memory": True})
    sheet, day = workbook.add_worksheet("Log"), workbook.add_format({"num_format": "yyyy-mm-dd"})
    for number, row in enumerate((("My networking",), HEADINGS, *rows)):
        for column, value in enumerate(row):
            if isinstance(value, dt.date):
                sheet.write_datetime(number, column, dt.datetime(value.year, value.month, value.day), day)
            elif value != "":
                sheet.write(number, column, value)
    workbook.close()
    return held.getvalue()


def messy_csv(
    rows: tuple[tuple[CellValue, ...], ...] = ROWS, *, delimiter: str = ",", encoding: str = "utf-8"
) -> bytes:
    """Write the log as .csv: every cell a text, as spreadsheets spell it."""
    held = io.StringIO()
    writer = csv.writer(held, delimiter=delimiter)
    writer.writerows([("My networking", *[""] * (len(HEADINGS) - 1)), HEADINGS])
    writer.writerows(
        [str(value).upper() if isinstance(value, bool) else value for value in row] for row in rows
    )
    return held.getvalue().encode(encoding, errors="replace")


def converted(data: bytes, suffixes: tuple[str, ...]) -> dict[str, bytes]:
    """Save an .xlsx by LibreOffice as other kinds."""
    command = soffice()
    assert command is not None
    saved = {}
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "Log.xlsx").write_bytes(data)
        for suffix in suffixes:
            profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
            words = ["--headless", "--norestore", "--convert-to", suffix, "--outdir", folder]
            subprocess.run(
                [command, profile, *words, str(Path(folder, "Log.xlsx"))],
                check=True,
                capture_output=True,
                timeout=120,
            )
            saved[suffix] = Path(folder, f"Log.{suffix}").read_bytes()
    return saved
