"""Logs for the tests of the practices: the same rows as .xlsx and as .ods."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl

from tests.engine.documents import as_document


def day(text: str) -> dt.datetime:
    """Read "3 Mar" as a day of 2026, as a cell holds it."""
    return dt.datetime.strptime(f"{text} 2026", "%d %b %Y")


def a_log(folder: Path, kind: str, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    """Write a workbook of some sheets, each a row of headings and the rows below it.

    Args:
        folder: where it goes.
        kind: "xlsx" or "ods".
        sheets: by name, in the order of the tabs.
    """
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    path = folder / "log.xlsx"
    book.save(path)
    if kind == "xlsx":
        return path
    document = folder / "log.ods"
    document.write_bytes(as_document(path, *list(sheets)[1:]))
    path.unlink()
    return document
