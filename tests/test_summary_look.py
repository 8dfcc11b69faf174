"""How the summary looks: contrast, alternative texts, no merged cells, one page wide in print."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from netsheet.core.owned_columns import STYLES
from netsheet.core.summary.contents import MOST_LISTED
from netsheet.render.summary import look, render_summary
from netsheet.render.summary.sheet_page import WIDTHS
from tests.a_busy_log import busy_people, some_findings, summarise
from tests.command_line import copy_of_sample, run
from tests.summary_reading import open_summary, rows_of

BUSY = summarise(busy_people(300), some_findings(3))
DATA = render_summary(BUSY)
WHITE = "FFFFFF"


def luminance(color: str) -> float:
    """Relative luminance (WCAG 2.1)."""
    parts = [int(color.lstrip("#")[index : index + 2], 16) / 255 for index in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_every_text_stands_out_from_its_fill_at_least_four_and_a_half_to_one() -> None:
    for row in open_summary(DATA).iter_rows():
        for cell in row:
            if cell.value is not None:
                fill = cell.fill.fgColor.rgb[2:] if cell.fill.fill_type == "solid" else WHITE
                assert contrast(cell.font.color.rgb[2:], fill) >= 4.5, cell.coordinate
    assert contrast(look.INK, look.BAR) >= 4.5


@pytest.mark.parametrize("color", look.SERIES)
def test_every_series_stands_out_from_the_paper_at_least_three_to_one(color: str) -> None:
    assert contrast(color, WHITE) >= 3


def test_a_status_has_the_look_it_has_in_the_log() -> None:
    sheet = open_summary(DATA)
    word = BUSY.due[0].status
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == word)
    style = STYLES[f"tone-{BUSY.due[0].tone}"]

    assert (cell.font.color.rgb[2:], cell.fill.fgColor.rgb[2:]) == (style.font_color, style.fill_color)


def test_no_cells_are_merged() -> None:
    assert list(open_summary(DATA).merged_cells.ranges) == []


def test_every_chart_has_an_alternative_text_with_its_figures() -> None:
    drawing = part("xl/drawings/drawing1.xml")

    texts = re.findall(r'<xdr:cNvPr[^>]*descr="([^"]*)"', drawing)

    assert len(texts) == 5 == len(re.findall("<c:chart ", drawing))
    assert any("phone" in text and "%" in text for text in texts)
    assert any("contacted" in text for text in texts)


def test_the_rate_charts_draw_the_interval_from_the_table_beside_it() -> None:
    charts = [part(f"xl/charts/chart{number}.xml") for number in range(1, 6)]

    bars = [chart for chart in charts if "<c:errBars>" in chart]

    assert len(bars) == 3  # two of rates, and the replies by days
    for chart in bars:
        assert re.search(r"<c:plus><c:numRef><c:f>'Netsheet Summary'!\$F\$\d+:\$F\$\d+</c:f>", chart)
        assert re.search(r"<c:minus><c:numRef><c:f>'Netsheet Summary'!\$E\$\d+:\$E\$\d+</c:f>", chart)


def test_the_page_prints_one_page_wide_with_the_title_repeated() -> None:
    sheet = open_summary(DATA)

    assert sheet.page_setup.orientation == "portrait"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$1:$1"
    assert "$A$1:$H$" in sheet.print_area
    assert sheet.row_breaks.brk


def test_what_is_too_long_for_its_cell_flows_into_empty_ones_or_wraps() -> None:
    for row in open_summary(DATA).iter_rows():
        for cell, right in pairwise(row):
            if not isinstance(cell.value, str) or cell.alignment.wrap_text:
                continue
            is_free = right.value is None
            assert is_free or len(cell.value) <= 1.25 * WIDTHS[cell.column - 1], cell.coordinate


def test_wrapped_texts_have_rows_high_enough() -> None:
    sheet = open_summary(DATA)
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value and cell.alignment.wrap_text:
                lines = -(-len(cell.value) // int(1.15 * WIDTHS[cell.column - 1]))
                height = sheet.row_dimensions[cell.row].height or 16.5
                assert height >= 14 * lines, cell.coordinate


def test_the_page_is_small_however_long_the_log() -> None:
    rows = rows_of(open_summary(render_summary(summarise(busy_people(3000)))))

    assert (
        len(rows) < 320 + MOST_LISTED
    )  # replies that are owed are listed, however many a day the user wants


@pytest.fixture
def soffice() -> str:
    found = shutil.which("soffice")
    if found is None:
        assert not os.environ.get("NETSHEET_REQUIRE_LIBREOFFICE"), "LibreOffice is missing"
        pytest.skip("LibreOffice is not installed")
    return found


def convert(soffice: str, path: Path, kind: str, folder: Path) -> Path:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        soffice,
        profile,
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(folder / "out"),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / "out" / f"{path.stem}.{kind}"


@pytest.mark.libreoffice
def test_libreoffice_saves_the_page_with_its_charts_and_the_next_refresh_replaces_it(
    soffice: str, tmp_path: Path
) -> None:
    log = copy_of_sample("two-sheets.xlsx", tmp_path)
    run("refresh", log)
    ours = rows_of(open_summary(log.read_bytes()))

    saved = convert(soffice, log, "xlsx", tmp_path)
    assert texts(rows_of(open_summary(saved.read_bytes()))) == texts(ours)
    outcome = run("refresh", saved)

    assert outcome.exit_code == 0
    names = zipfile.ZipFile(saved).read("xl/workbook.xml").decode()
    assert names.count('name="Netsheet Summary"') == 1
    assert rows_of(open_summary(saved.read_bytes())) == ours
    assert len(chart_parts(saved)) == len(chart_parts(log))


def test_charts_come_and_go_with_the_numbers_and_leave_no_parts_behind(tmp_path: Path) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    plain = sorted(zipfile.ZipFile(log).namelist())
    run("refresh", log, today="2025-12-01")
    early = sorted(zipfile.ZipFile(log).namelist())
    assert not chart_parts(log)

    run("refresh", log)
    assert chart_parts(log)
    run("refresh", log, "--today", "2025-12-01")

    left = set(zipfile.ZipFile(log).namelist()) - set(early)
    assert not chart_parts(log)
    assert [name for name in left if not name.startswith("xl/worksheets/sheet")] == []
    assert len(left) == 1  # the history: as of the first day, the replies of the log were still to come
    assert set(plain) <= set(early)


def texts(rows: list[list[Any]]) -> list[str]:
    return [value for row in rows for value in row if isinstance(value, str)]


def chart_parts(path: Path) -> list[str]:
    return [name for name in zipfile.ZipFile(path).namelist() if "/charts/chart" in name]


def part(name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(DATA)) as archive:
        return archive.read(name).decode()


def test_chart_labels_name_everything_that_they_do_not_show() -> None:
    labels = [
        found
        for number in range(1, 6)
        for found in re.findall(r"<c:dLbls>.*?</c:dLbls>", part(f"xl/charts/chart{number}.xml"))
    ]

    assert len(labels) == 1
    for name in ("LegendKey", "CatName", "SerName", "Percent"):
        assert f'<c:show{name} val="0"/>' in labels[0]


def test_an_ordinary_log_prints_on_two_pages_at_most() -> None:
    sheet = open_summary(render_summary(summarise(busy_people(30), some_findings(1))))

    assert len(sheet.row_breaks.brk) <= 1
