"""The charts of an .ods log are those of its .xlsx twin: the same kinds, titles, names, cells, numbers, axes and colours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from netsheet.core.grid import CellValue, Sheet
from netsheet.core.plan import OwnedSheet
from netsheet.engines import read_workbook
from netsheet.opendocument.range_addresses import read_address
from netsheet.render.summary import MARK, SUMMARY_SHEET, render_summary
from netsheet.resources import sample_workbooks
from tests.a_busy_log import busy_people, summarise
from tests.command_line import copy_of_sample, run
from tests.engine import documents, oracles
from tests.engine.documents import NAMES, TABLE
from tests.engine.laws import edited
from tests.engine.odd import workbook

CHART = f"{{{documents.OASIS}chart:1.0}}"
STYLE, TEXT = (f"{{{NAMES[name]}}}" for name in ("style", "text"))
C, A = (f"{{http://schemas.openxmlformats.org/drawingml/2006/{name}}}" for name in ("chart", "main"))


@dataclass(frozen=True, kw_only=True)
class Series:
    """One series: its name, its categories and values, how far its likely range reaches, its colour."""

    name: tuple[CellValue, ...]
    categories: tuple[CellValue, ...]
    values: tuple[CellValue, ...]
    above: tuple[CellValue, ...]
    below: tuple[CellValue, ...]
    color: str
    has_labels: bool


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What somebody sees in a chart, whatever its kind of file: ``limits`` are those of the axis of values."""

    titles: tuple[str, ...]
    is_lying: bool
    is_stacked: bool
    is_reversed: bool
    has_legend: bool
    limits: tuple[str, ...]
    series: tuple[Series, ...]


def cells(sheet: Sheet, address: str) -> tuple[CellValue, ...]:
    """Return the values of an area, "Sheet!$A$1:$A$3" or "Sheet.A1:Sheet.A3"."""
    found = read_address(re.sub(r"^('(?:[^']|'')*'|\w+)!", r"\1.", address))
    assert found is not None, address
    name, area = found
    assert name == sheet.name
    return tuple(
        sheet.value(row, column)
        for row in range(area.first_row, area.last_row + 1)
        for column in range(area.first_column, area.last_column + 1)
    )


def texts(element: ET.Element, tag: str) -> tuple[str, ...]:
    return tuple(each.text or "" for each in element.iter(tag))


def value(element: ET.Element, path: str) -> str:
    found = element.find("/".join(f"{C}{step}" for step in path.split("/")))
    return "" if found is None else found.get("val", "")


def ours(parts: dict[str, bytes], names: str) -> list[bytes]:
    """Return the charts of netsheet's summary, without those of the user's."""
    found = sorted(name for name in parts if re.fullmatch(names, name))
    return [parts[name] for name in found if SUMMARY_SHEET.encode() in parts[name]]


def seen_in_xlsx(data: bytes) -> list[Seen]:
    sheet = read_workbook(data).sheet(SUMMARY_SHEET)
    assert sheet is not None
    parts = documents.parts_of(data)
    return [_xlsx_chart(ET.fromstring(part), sheet) for part in ours(parts, r"xl/charts/chart\d+\.xml")]


def _xlsx_chart(root: ET.Element, sheet: Sheet) -> Seen:
    bars = next(root.iter(f"{C}barChart"))
    values, categories = (next(root.iter(f"{C}{name}")) for name in ("valAx", "catAx"))
    assert [each.tag for each in next(root.iter(f"{C}plotArea")) if each.tag.endswith("Chart")] == [bars.tag]
    return Seen(
        titles=texts(root, f"{A}t"),
        is_lying=value(bars, "barDir") == "bar",
        is_stacked=value(bars, "grouping") == "stacked",
        is_reversed=value(categories, "scaling/orientation") == "maxMin",
        has_legend=root.find(f".//{C}legend") is not None,
        limits=tuple(value(values, path) for path in ("scaling/min", "scaling/max", "majorUnit")),
        series=tuple(_xlsx_series(each, sheet) for each in bars.findall(f"{C}ser")),
    )


def _xlsx_series(series: ET.Element, sheet: Sheet) -> Series:
    def area(tag: str) -> tuple[CellValue, ...]:
        part = series.find(f".//{C}{tag}")
        if part is None:
            return ()
        found = cells(sheet, next(part.iter(f"{C}f")).text or "")
        cached = texts(part, f"{C}v")
        assert not cached or len(cached) == len(found)
        numbers = [each for each in found if isinstance(each, float)]
        assert not (numbers and cached) or [float(each) for each in cached] == pytest.approx(numbers)
        return found

    color = series.find(f"{C}spPr/{A}solidFill/{A}srgbClr")
    assert color is not None
    return Series(
        name=area("tx"),
        categories=area("cat"),
        values=area("val"),
        above=area("plus"),
        below=area("minus"),
        color=color.get("val", "").lower(),
        has_labels=series.find(f"{C}dLbls") is not None,
    )


def seen_in_ods(data: bytes) -> list[Seen]:
    sheet = read_workbook(data).sheet(SUMMARY_SHEET)
    assert sheet is not None
    parts = documents.parts_of(data)
    return [_ods_chart(ET.fromstring(part), sheet) for part in ours(parts, r"Object \d+/content\.xml")]


def _ods_chart(root: ET.Element, sheet: Sheet) -> Seen:
    looks = {
        each.get(f"{STYLE}name", ""): {
            key.rpartition("}")[2]: text for part in each for key, text in part.items()
        }
        for each in root.iter(f"{STYLE}style")
    }
    chart, plot = next(root.iter(f"{CHART}chart")), next(root.iter(f"{CHART}plot-area"))
    assert {each.get(f"{CHART}class") for each in (chart, *plot.iter(f"{CHART}series"))} == {"chart:bar"}
    x, y = (looks[each.get(f"{CHART}style-name", "")] for each in plot.findall(f"{CHART}axis"))
    shape = looks[plot.get(f"{CHART}style-name", "")]
    categories = next(plot.iter(f"{CHART}categories")).get(f"{TABLE}cell-range-address", "")
    return Seen(
        titles=texts(root, f"{TEXT}p"),
        is_lying=shape.get("vertical") == "true",
        is_stacked=shape.get("stacked") == "true",
        is_reversed=x.get("reverse-direction") == "true",
        has_legend=root.find(f".//{CHART}legend") is not None,
        limits=tuple(y.get(name, "") for name in ("minimum", "maximum", "interval-major")),
        series=tuple(
            _ods_series(each, cells(sheet, categories), looks, sheet) for each in plot.iter(f"{CHART}series")
        ),
    )


def _ods_series(
    series: ET.Element, categories: tuple[CellValue, ...], looks: dict[str, dict[str, str]], sheet: Sheet
) -> Series:
    look = looks[series.get(f"{CHART}style-name", "")]
    bars = series.find(f"{CHART}error-indicator")
    reach = {} if bars is None else looks[bars.get(f"{CHART}style-name", "")]
    above, below = (
        cells(sheet, reach[f"error-{side}-range"]) if reach else () for side in ("upper", "lower")
    )
    return Series(
        name=cells(sheet, series.get(f"{CHART}label-cell-address", "")),
        categories=categories,
        values=cells(sheet, series.get(f"{CHART}values-cell-range-address", "")),
        above=above,
        below=below,
        color=look.get("fill-color", "").removeprefix("#"),
        has_labels=look.get("data-label-number") == "value",
    )


def described(data: bytes) -> list[str]:
    """Return what is said of the charts to those who cannot see them."""
    parts = documents.parts_of(data)
    if "content.xml" in parts:
        return list(texts(documents.sheets_of(data)[SUMMARY_SHEET], f"{{{NAMES['svg']}}}desc"))
    drawing = ET.fromstring(parts[max(name for name in parts if name.startswith("xl/drawings/drawing"))])
    return [each.get("descr", "") for each in drawing.iter() if each.tag.endswith("}cNvPr")]


def check_twins(log: bytes, other: bytes, least: int) -> None:
    mine, theirs = seen_in_ods(log), seen_in_xlsx(other)
    assert mine == theirs
    assert len(mine) >= least
    assert described(log) == described(other)
    assert all(described(log))


def test_all_four_kinds_of_charts_are_the_same_in_both() -> None:
    content = render_summary(summarise(busy_people(160)))
    page = OwnedSheet(name=SUMMARY_SHEET, content=content, mark=MARK)

    log, other = (edited(data, {}, owned=(page,)) for data in (documents.document(), workbook()))

    check_twins(log, other, 4)
    seen = seen_in_ods(log)
    assert {(each.is_lying, each.is_stacked) for each in seen} == {
        (True, False),
        (False, True),
        (False, False),
    }
    assert any(series.above for each in seen for series in each.series)
    assert any(series.has_labels for each in seen for series in each.series)


def test_a_refreshed_log_has_the_same_charts_in_both_kinds(tmp_path: Path) -> None:
    other = copy_of_sample("plain-log.xlsx", tmp_path)
    log = tmp_path / "plain-log.ods"
    log.write_bytes(documents.as_document(sample_workbooks() / "plain-log.xlsx"))
    for path in (log, other):
        assert run("refresh", path).exit_code == 0

    check_twins(log.read_bytes(), other.read_bytes(), 2)


@pytest.mark.libreoffice
@pytest.mark.parametrize("sample", ["rich.xlsx", "two-sheets.xlsx"])
def test_a_sample_that_libreoffice_saved_has_the_same_charts(sample: str, tmp_path: Path) -> None:
    oracles.require_libreoffice()
    other = copy_of_sample(sample, tmp_path)
    log = other.with_suffix(".ods")
    log.write_bytes(oracles.saved_as_ods(other, tmp_path))
    for path in (log, other):
        assert run("refresh", path).exit_code == 0

    check_twins(log.read_bytes(), other.read_bytes(), 2)
