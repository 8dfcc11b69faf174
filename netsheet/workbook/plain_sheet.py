"""A sheet of plain texts as XML: no formats, no formulas, nothing but the texts in their cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from netsheet.core.grid import column_letters
from netsheet.workbook.cell_xml import CellWriter
from netsheet.workbook.structure import MAIN


def plain_sheet(rows: Sequence[Sequence[str]]) -> bytes:
    """Write the rows from row 1 on; "" for an empty cell."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{MAIN}"><sheetData>'
        f"{''.join(_rows(rows))}</sheetData></worksheet>"
    ).encode()


def _rows(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    rest = CellWriter(prefix="", date1904=False).rest
    heads = [f'<c r="{column_letters(column)}' for column in range(1, max(map(len, rows), default=0) + 1)]
    for number, cells in enumerate(rows, start=1):
        written = [
            f"{head}{number}{rest(text, '')}" for head, text in zip(heads, cells, strict=False) if text
        ]
        yield f'<row r="{number}">{"".join(written)}</row>'
