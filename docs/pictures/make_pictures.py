"""Makes the pictures from the samples: a log before and after a refresh, summary sheets, a new log, the page of drafts.

The summary is that of each sample and, to see how it grows, of an invented log with 12 rows and of one with 400.

Needs LibreOffice, pdftoppm (poppler), Chromium, Pillow, and the font Carlito, which stands for Calibri (Debian:
fonts-crosextra-carlito); with another font titles are cut off.  python docs/pictures/make_pictures.py
"""  # noqa: INP001  a script of its own

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
from PIL import Image, ImageChops

from netsheet.core.column_places import OWNED_COLUMNS, find_done_columns
from netsheet.core.drafts.requests import DraftFilter
from netsheet.core.summary.contents import with_done_places
from netsheet.pipeline.drafts import draft_messages
from netsheet.pipeline.opened import open_log
from netsheet.pipeline.refresh import refresh_log
from netsheet.render.summary import render_summary
from netsheet.resources import sample_workbooks
from netsheet.starter import starter_workbook

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from netsheet.core.drafts.requests import DraftFormat

HERE = Path(__file__).parent
TODAY = dt.date(2026, 3, 16)
SAMPLES = ("plain-log.xlsx", "two-sheets.xlsx", "rich.xlsx", "messy-log.csv")
ROWS = (12, 400)
"""The sizes of the invented logs."""

LOG = "plain-log"
LOG_ROWS, LOG_DPI, LOG_SCALE = range(30, 42), 100, 80
HIDDEN_COLUMNS = "CDEFGHIKLRS"
"""The sample whose own sheet is shown, which of its rows, and the columns hidden so that it fits."""
OWN_STRIP, REFRESHED_STRIPS = ("A:J",), ("A:O", "P:Q")
"""The columns of each strip: strips are one below the other, so that a picture of 900 pixels can be read."""

NEW_ROWS = (
    (dt.date(2026, 3, 5), "Alma Reyes", "Northwind Clinics", "Message", "Sent", "E-mail"),
    (dt.date(2026, 3, 13), "Tom Becker", "Harbour Data", "Meeting", "Both"),
)
"""What is written into the new log."""
NEW_STRIPS, NEW_HIDDEN = ("A:F", "G:N"), "IJ"
NEW_WIDTHS = {"E": 28, "G": 15}
"""Its strips, the columns hidden, and those that are narrower than in the log, since nothing is in them yet."""

DPI, GAP, COLOURS = 110, 24, 96
"""How the pages of a summary are drawn, and the space around them."""


def main() -> None:
    """Make each picture anew."""
    with tempfile.TemporaryDirectory() as folder:
        for log in (*(sample_workbooks() / name for name in SAMPLES), *_invented(Path(folder))):
            picture = _stacked(_summary_pages(log, Path(folder)))
            picture.quantize(COLOURS, dither=Image.Dither.NONE).save(
                HERE / f"{log.stem}-summary.png", optimize=True
            )
    makers: dict[str, Callable[[Path], Image.Image]] = {
        f"{LOG}-before": lambda folder: _log_sheet(folder, is_refreshed=False),
        f"{LOG}-after": lambda folder: _log_sheet(folder, is_refreshed=True),
        "new-log": _new_log,
        "drafts-page": _drafts_page,
    }
    for name, make in makers.items():
        with tempfile.TemporaryDirectory() as folder:
            picture = _trimmed(make(Path(folder)))
        picture.quantize(64, dither=Image.Dither.NONE).save(HERE / f"{name}.png", optimize=True)


_BEFORE_OURS = 3
"""Date, name and company; netsheet's own columns come next."""


def _new_log(folder: Path) -> Image.Image:
    """Show the sheet Log of a new log with two rows written below its examples."""
    workbook = folder / "new-log.xlsx"
    workbook.write_bytes(starter_workbook(today=TODAY))
    book = openpyxl.load_workbook(workbook)
    sheet = book["Log"]
    for row, cells in enumerate(NEW_ROWS, start=5):
        for place, value in enumerate(cells):
            column = place + 1 if place < _BEFORE_OURS else place + 1 + len(OWNED_COLUMNS)
            sheet.cell(row, column).value = value
        sheet.cell(row, 1).number_format = sheet["A2"].number_format
        sheet.cell(row, 1).alignment, sheet.cell(row, 1).font = (
            copy(sheet["A2"].alignment),
            copy(sheet["B5"].font),
        )
    for other in book.sheetnames:
        if other not in {"Log", "Lists"}:
            del book[other]
    book["Lists"].sheet_state = "hidden"
    for letter, width in NEW_WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    for letter in NEW_HIDDEN:
        sheet.column_dimensions[letter].hidden = True
    _print_cells(sheet, NEW_STRIPS, last_row=len(NEW_ROWS) + 4)
    book.save(workbook)
    return _stacked(_printed(workbook, folder, dpi=LOG_DPI))


def _drafts_page(folder: Path) -> Image.Image:
    """Show the page of drafts in a browser."""
    opened = open_log(sample_workbooks() / f"{LOG}.xlsx", today=TODAY)
    formats: frozenset[DraftFormat] = frozenset({"eml", "txt"})
    draft_messages(
        opened,
        DraftFilter(limit=2),
        out_dir=folder / "drafts",
        templates_dir=None,
        formats=formats,
        is_preview=False,
    )
    page, shot = folder / "drafts" / "index.html", folder / "shot.png"
    options = (
        "--headless",
        "--no-sandbox",
        "--hide-scrollbars",
        f"--screenshot={shot}",
        "--window-size=900,1010",
    )
    _run("chromium", *options, page.as_uri())
    return Image.open(shot).convert("RGB")


def _print_cells(sheet: Worksheet, strips: Iterable[str], *, last_row: int) -> None:
    """Let each strip of columns be printed on a wide page, with the names, the letters and the numbers of the rows."""
    areas = [strip.split(":") for strip in strips]
    sheet.print_area = ",".join(f"{first}1:{last}{last_row}" for first, last in areas)
    sheet.print_title_cols = "B:B"
    sheet.print_options.gridLines = sheet.print_options.headings = True
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize, sheet.page_setup.scale = sheet.PAPERSIZE_A3, LOG_SCALE


def _log_sheet(folder: Path, *, is_refreshed: bool) -> Image.Image:
    """Show some rows of the log's own sheet, with the letters of its columns and the numbers of its rows."""
    workbook = folder / f"{LOG}.xlsx"
    workbook.write_bytes((sample_workbooks() / workbook.name).read_bytes())
    if is_refreshed:
        os.environ["XDG_STATE_HOME"] = str(folder / "state")
        refresh_log(workbook, today=TODAY)
    book = openpyxl.load_workbook(workbook)
    sheet = book.worksheets[0]
    for other in book.worksheets[1:]:
        book.remove(other)
    for row in range(2, LOG_ROWS.start):
        sheet.row_dimensions[row].hidden = True
    for letter in HIDDEN_COLUMNS:
        sheet.column_dimensions[letter].hidden = True
    _print_cells(sheet, REFRESHED_STRIPS if is_refreshed else OWN_STRIP, last_row=LOG_ROWS.stop - 1)
    book.save(workbook)
    return _stacked(_printed(workbook, folder, dpi=LOG_DPI))


def _invented(folder: Path) -> list[Path]:
    logs = [folder / f"{rows}-rows.xlsx" for rows in ROWS]
    for rows, log in zip(ROWS, logs, strict=True):
        _run(sys.executable, HERE.parent.parent / "benchmarks" / "make_log.py", rows, log)
    return logs


def _summary_pages(log: Path, folder: Path) -> list[Image.Image]:
    pages = folder / log.stem
    pages.mkdir()
    workbook = pages / "summary.xlsx"
    opened = open_log(log, today=TODAY)
    places = find_done_columns(opened.log.readings, opened.snapshot.sheets, with_new=True)
    workbook.write_bytes(render_summary(with_done_places(opened.summary, places)))
    return _printed(workbook, pages, dpi=DPI)


def _printed(workbook: Path, folder: Path, *, dpi: int) -> list[Image.Image]:
    """Print a workbook with LibreOffice, and return its pages."""
    name = workbook.stem
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, workbook)
    _run("pdftoppm", "-png", "-r", dpi, folder / f"{name}.pdf", folder / "page")
    return [Image.open(page).convert("RGB") for page in sorted(folder.glob("page-*.png"))]


def _run(*command: object) -> None:
    subprocess.run([str(word) for word in command], check=True, capture_output=True)  # noqa: S603  our own words


def _stacked(pages: list[Image.Image]) -> Image.Image:
    """Put the pages under each other as they are printed, without their white margins."""
    parts = [_trimmed(page) for page in pages]
    width, height = max(part.width for part in parts), sum(part.height + GAP for part in parts)
    picture = Image.new("RGB", (width + 2 * GAP, height + GAP), "white")
    top = GAP
    for part in parts:
        picture.paste(part, (GAP, top))
        top += part.height + GAP
    return picture


def _trimmed(page: Image.Image) -> Image.Image:
    """Cut the white margins off."""
    box = ImageChops.difference(page, Image.new("RGB", page.size, "white")).getbbox()
    return page.crop(box) if box else page


if __name__ == "__main__":
    main()
