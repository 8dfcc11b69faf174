"""What covers cells: charts, pictures and shapes, and hidden columns; new columns of ours keep clear of them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
import xlsxwriter
from openpyxl.chart import BarChart

from netsheet.core.grid import Area
from netsheet.engines import read_workbook
from netsheet.workbook import coverings
from tests.command_line import run
from tests.engine import oracles
from tests.engine.laws import check_laws
from tests.engine.odd import OddSheet, workbook

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

HEADINGS = ("Name", "Company", "Email", "Date Sent")
DRAWING = "application/vnd.openxmlformats-officedocument.drawing+xml"
SHEETDRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"


def area(top: int, left: int, bottom: int, right: int) -> Area:
    return Area(first_row=top, first_column=left, last_row=bottom, last_column=right)


def covered(sheet: OddSheet) -> tuple[Area, ...]:
    return read_workbook(workbook(sheet)).sheets[0].covered


def drawing(anchors: str) -> OddSheet:
    content = f'<wsDr xmlns="{SHEETDRAWING}">{anchors}</wsDr>'
    return OddSheet(related={"drawings/drawing1.xml": (content, "drawing", DRAWING)})


def marker(name: str, column: object, row: object, offset: int = 9) -> str:
    return f"<{name}><col>{column}</col><colOff>{offset}</colOff><row> {row} </row><rowOff>{offset}</rowOff></{name}>"


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [
        (f"<twoCellAnchor>{marker('from', 6, 0)}{marker('to', 13, 14)}</twoCellAnchor>", [area(1, 7, 15, 14)]),
        (f"<twoCellAnchor>{marker('from', 6, 0, 0)}{marker('to', 13, 14, 0)}</twoCellAnchor>", [area(1, 7, 14, 13)]),
        (f"<x xmlns='u'><twoCellAnchor>{marker('from', 1, 1)}{marker('to', 1, 1)}</twoCellAnchor></x>", [area(2, 2, 2, 2)]),
        (f"<oneCellAnchor>{marker('from', 2, 3)}<ext cx='1300000' cy='400000'/></oneCellAnchor>", [area(4, 3, 6, 5)]),
        (f"<oneCellAnchor>{marker('from', 2, 3)}</oneCellAnchor>", [area(4, 3, 4, 3)]),
        (f"<twoCellAnchor>{marker('from', 6, 9)}{marker('to', 2, 1)}</twoCellAnchor>", [area(10, 7, 10, 7)]),
        (f"<twoCellAnchor>{marker('from', 0, 0)}{marker('to', 16383, 9)}</twoCellAnchor>", []),
        (f"<twoCellAnchor>{marker('from', 'x', 0)}{marker('to', 3, 9)}</twoCellAnchor>", []),
        ("<twoCellAnchor/><absoluteAnchor><pos x='0' y='0'/></absoluteAnchor>", []),
        ("<unclosed>", []),
    ],
)  # fmt: skip
def test_a_drawing_covers_the_cells_that_it_is_anchored_to(anchor: str, expected: list[Area]) -> None:
    assert list(covered(drawing(anchor))) == expected


@pytest.mark.parametrize(
    ("cols", "expected"),
    [
        ("<cols><col min='3' max='5' hidden='1'/><col min='7' max='7' width='9'/></cols>", [(3, 5)]),
        ("<cols><col min='3' max='3' hidden='0'/><col min='4' max='4' hidden='true'/></cols>", [(4, 4)]),
        ("<cols><col min='3' max='16384' hidden='1'/></cols>", []),
        ("<cols><col min='x' max='5' hidden='1'/></cols>", []),
        ("<cols/>", []),
        ("", []),
    ],
)
def test_hidden_columns_cover_themselves(cols: str, expected: list[tuple[int, int]]) -> None:
    found = covered(OddSheet(before=cols))

    assert [(each.first_column, each.last_column) for each in found] == expected
    assert all((each.first_row, each.last_row) == (1, 1_048_576) for each in found)


def fill(sheet: Worksheet) -> None:
    sheet.write_row(0, 0, HEADINGS)
    for row in range(1, 5):
        sheet.write_row(row, 0, (f"Ana {row}", "Orchid", f"a{row}@example.com", "2026-03-02"))


def refreshed(log: Path) -> dict[str, int]:
    """Refresh, see that each drawing still stands as it stood; the columns of our headings."""
    before = {name: data for name, data in oracles.zip_parts(log.read_bytes()).items() if "/drawing" in name}
    assert run("refresh", log).exit_code == 0
    after = oracles.zip_parts(log.read_bytes())
    assert {name: after[name] for name in before} == before
    headings = read_workbook(log.read_bytes()).sheets[0].rows[0]
    return {str(value): at for at, value in enumerate(headings, start=1) if str(value).startswith("Netsheet")}


@pytest.mark.parametrize(
    ("place", "first"),
    [("F2", 11), ("E30", 10), ("Z1", 5), ("A30", 6)],
    ids=["beside the log", "below, where the columns would stand", "far right", "below the log"],
)
def test_new_columns_stand_beside_a_chart_and_leave_its_size_alone(
    place: str, first: int, tmp_path: Path
) -> None:
    log = tmp_path / "log.xlsx"
    with xlsxwriter.Workbook(str(log)) as book:
        sheet = book.add_worksheet("Log")
        fill(sheet)
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Log!$D$2:$D$5"})
        chart.set_size({"width": 64 * 5, "height": 200})
        sheet.insert_chart(place, chart)

    assert min(refreshed(log).values()) == first


def test_a_picture_of_one_anchor_is_passed_too(tmp_path: Path) -> None:
    log = tmp_path / "log.xlsx"
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (HEADINGS, ("Ana", "Orchid", "ana@example.com", "2026-03-02")):
        sheet.append(row)
    sheet.add_chart(BarChart(), "F1")
    book.save(log)

    assert min(refreshed(log).values()) > 6


@pytest.mark.parametrize(("hidden", "first"), [("E:H", 9), ("E:XFD", 5), ("A:A", 5)])
def test_new_columns_stand_where_they_are_seen_if_that_can_be(
    hidden: str, first: int, tmp_path: Path
) -> None:
    log = tmp_path / "log.xlsx"
    with xlsxwriter.Workbook(str(log)) as book:
        sheet = book.add_worksheet("Log")
        fill(sheet)
        sheet.set_column(hidden, None, None, {"hidden": True})

    assert min(refreshed(log).values()) == first


def test_a_table_beside_a_chart_gets_its_columns_behind_the_chart(tmp_path: Path) -> None:
    log = tmp_path / "log.xlsx"
    with xlsxwriter.Workbook(str(log)) as book:
        sheet = book.add_worksheet("Log")
        fill(sheet)
        sheet.add_table("A1:D5", {"columns": [{"header": heading} for heading in HEADINGS]})
        sheet.insert_textbox("F2", "my own thoughts", {"width": 64 * 3})

    assert min(refreshed(log).values()) == 9
    table = read_workbook(log.read_bytes()).sheets[0].tables[0]
    assert table.area.last_column == 4


def test_a_sheet_with_drawings_keeps_the_laws() -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Log")
        fill(sheet)
        sheet.insert_textbox("F2", "my own thoughts")

    check_laws(stream.getvalue())


def test_a_drawing_that_is_far_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    anchor = f"<twoCellAnchor>{marker('from', 6, 0)}{marker('to', 13, 14)}</twoCellAnchor>"
    monkeypatch.setattr(coverings, "LARGEST_DRAWING", 100)

    assert covered(drawing(anchor)) == ()
