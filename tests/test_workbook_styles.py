"""Formats: netsheet's cells look as planned whatever the workbook's own formats are, and these keep their numbers."""

from __future__ import annotations

import datetime as dt
import io
import warnings
from xml.etree import ElementTree as ET

import openpyxl
import pytest

from netsheet.core.grid import CellValue
from netsheet.core.plan import CellEdit, CellStyle, SheetPlan, WorkbookPlan
from netsheet.errors import UnreadableError
from netsheet.workbook import style_nodes, styles
from tests.engine import oracles
from tests.engine.laws import applied, check_laws, edited, read
from tests.engine.odd import MAIN, ROWS, STYLES, OddSheet, workbook
from tests.engine.plans import owned_sheet, summary_page

UNSTYLED = OddSheet(data="<sheetData>" + ROWS.replace(' s="1"', "") + "</sheetData>")
FIRST = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'


def _prefixed(content: str) -> str:
    content = content.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")
    return f'<?xml version="1.0"?><x:styleSheet xmlns:x="{MAIN}">{content}</x:styleSheet>'


def _number_formats(data: bytes, sheet: str) -> dict[str, tuple[object, str]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        cells = openpyxl.load_workbook(io.BytesIO(data))[sheet]._cells  # noqa: SLF001  the cells that are there
    return {cell.coordinate: (cell.value, cell.number_format) for cell in cells.values()}


def _with_first_format(number: int, code: str = "") -> bytes:
    listed = f'<numFmts count="1"><numFmt numFmtId="{number}" formatCode="{code}"/></numFmts>' if code else ""
    first = FIRST.replace('numFmtId="0"', f'numFmtId="{number}" applyNumberFormat="1"')
    return workbook(styles=listed + STYLES.replace(f'"2">{FIRST}', f'"2">{first}'))


DATED = {
    "the first format is a date": _with_first_format(14),
    "the first format is a time": _with_first_format(46),
    "the first format is a date of its own": _with_first_format(170, "dd/mm/yy"),
    "General itself is made a date": _with_first_format(0, "dd/mm/yy"),
    "the first format is a text's": _with_first_format(49),
    "the column's format is a date": workbook(
        OddSheet(before='<cols><col min="3" max="16384" width="9" style="1"/></cols>')
    ),
    "the row's format is a date": workbook(
        OddSheet(
            data='<sheetData><row r="2" s="1" customFormat="1"><c r="A2"><v>1</v></c></row>'
            '<row r="5" s="1" customFormat="1"/></sheetData>'
        )
    ),
}


@pytest.mark.parametrize("name", DATED)
@pytest.mark.parametrize("row", [2, 5])
def test_a_plain_number_of_ours_is_no_date_whatever_format_it_would_inherit(name: str, row: int) -> None:
    result = edited(DATED[name], {(row, 4): 2, (row, 5): "two"})

    assert read(result).sheets[0].value(row, 4) == 2.0
    part = oracles.zip_parts(result)["xl/worksheets/sheet1.xml"].decode()
    assert (
        f'<c r="D{row}" s="' in part
    )  # a format of its own: programs differ in what a cell without one inherits
    assert _number_formats(result, "Log")[f"D{row}"] == (2, "General")
    assert _number_formats(result, "Log")[f"E{row}"] == ("two", "General")


@pytest.mark.parametrize("name", DATED)
def test_the_sheets_of_ours_show_their_numbers_as_numbers_in_such_a_workbook(name: str) -> None:
    result = check_laws(DATED[name])
    scratch = owned_sheet(name="Netsheet Trial").content

    assert oracles.audit(result) - oracles.audit(DATED[name]) == {}
    assert _number_formats(result, "Netsheet Trial") == _number_formats(scratch, "Netsheet Trial")


@pytest.mark.parametrize("code", ["General", "GENERAL"])
def test_a_format_that_is_general_by_a_number_of_its_own_is_left_to_be_inherited(code: str) -> None:
    result = edited(_with_first_format(164, code), {(2, 4): 2})

    assert b'<c r="D2"><v>2</v></c>' in oracles.zip_parts(result)["xl/worksheets/sheet1.xml"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [(2, "General"), (2.5, "General"), ("two", "mm-dd-yy"), (dt.date(2026, 3, 4), "mm-dd-yy")],
)
def test_a_number_put_into_a_cell_with_the_format_of_dates_is_shown_as_a_number(
    value: CellValue, shown: str
) -> None:
    result = edited(workbook(), {(3, 2): value})

    assert _number_formats(result, "Log")["B3"][1] == shown
    assert read(result).sheets[0].value(3, 2) == value


def test_a_number_put_into_a_cell_with_a_format_of_numbers_keeps_it() -> None:
    money = STYLES.replace('numFmtId="14"', 'numFmtId="4"')

    assert _number_formats(edited(workbook(styles=money), {(3, 2): 2}), "Log")["B3"] == (2, "#,##0.00")


NO_STYLES = {
    "closed": workbook(UNSTYLED, styles=f'<?xml version="1.0"?><styleSheet xmlns="{MAIN}"/>'),
    "closed with a prefix": workbook(UNSTYLED, styles=f'<?xml version="1.0"?><x:styleSheet xmlns:x="{MAIN}"/>'),
    "opened": workbook(UNSTYLED, styles=""),
    "absent": workbook(UNSTYLED, styles=None),
    "prefixed": workbook(styles=_prefixed(STYLES)),
    "with a font in another order": workbook(
        styles=_prefixed(
            STYLES.replace("<sz", '<name val="Calibri"/><charset val="1"/><family val="2"/><sz').replace(
                '"11"/><name val="Calibri"/>', '"11"/>'
            )
        )
    ),
}  # fmt: skip
LOOKS = {
    "day": CellStyle(number_format="d mmm yyyy"),
    "fill": CellStyle(fill_color="FFEEAA"),
    "font": CellStyle(bold=True, font_color="112233"),
    "wrap": CellStyle(wrap=True, align="left"),
}


@pytest.mark.parametrize("name", NO_STYLES)
@pytest.mark.parametrize("look", [*LOOKS, "sheets"])
def test_formats_come_in_the_order_of_the_schema_and_with_all_that_they_refer_to(
    name: str, look: str
) -> None:
    data = NO_STYLES[name]
    if look == "sheets":
        result = edited(data, {(5, 3): 2}, owned=[owned_sheet(name="Netsheet Trial"), summary_page(charts=2)])
    else:
        result = edited(data, {(5, 3): dt.date(2026, 3, 4) if look == "day" else "x"}, style=LOOKS[look])

    assert oracles.audit(result) - oracles.audit(data) == {}
    content = oracles.zip_parts(result)["xl/styles.xml"]
    part = styles.StyleSheet(content)
    lists = [child.tag.rpartition("}")[2] for child in ET.fromstring(content)]
    assert lists == sorted(lists, key=styles.ORDER.index)
    counts = {name: len(part.nodes(name)) for name in ("fonts", "fills", "borders")}
    for node in part.nodes("cellXfs"):
        assert int(node.get("fontId")) < counts["fonts"]
        assert int(node.get("fillId")) < counts["fills"]
        assert int(node.get("borderId")) < counts["borders"]
    for font in part.nodes("fonts")[1:]:
        kinds = [child.name for child in font.children]
        assert kinds == sorted(kinds, key=styles.FONT_ORDER.index)


@pytest.mark.parametrize("content", ["", None])
def test_a_cell_that_names_a_format_which_is_nowhere_does_not_get_one_of_ours(content: str | None) -> None:
    data = workbook(styles=content)
    result = edited(data, {(5, 3): dt.date(2026, 3, 4)}, style=LOOKS["day"])

    assert _number_formats(result, "Log")["B3"] == (45000, "General")


ALTERNATES = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice xmlns:x14="x14" Requires="x14">{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>'
)


@pytest.mark.parametrize(
    "content",
    [
        STYLES.replace("</fonts>", ALTERNATES.format("<font><b/></font>") + "</fonts>"),
        STYLES.replace(FIRST, ALTERNATES.format(FIRST), 1),
        ALTERNATES.format('<numFmts count="1"><numFmt numFmtId="164" formatCode="0.0"/></numFmts>') + STYLES,
    ],
)
def test_formats_with_alternatives_are_refused_by_that_name(content: str) -> None:
    data = workbook(styles=content)

    with pytest.raises(UnreadableError, match="in two versions, one for newer programs"):
        edited(data, {(2, 3): 2}, style=LOOKS["font"])
    assert read(data).sheets[0].rows[0] == ["Name", "Age"]


def test_alternatives_inside_one_format_are_left_out_of_ours() -> None:
    fonts = STYLES.replace('<name val="Calibri"/>', '<name val="Calibri"/>' + ALTERNATES.format("<i/>"))
    extra = fonts + ALTERNATES.format("<colors/>")
    result = edited(workbook(styles=extra), {(2, 3): 2}, style=LOOKS["font"])

    part = styles.StyleSheet(oracles.zip_parts(result)["xl/styles.xml"])
    assert [child.name for child in part.nodes("fonts")[1].children] == ["b", "sz", "color", "name"]


def test_each_format_of_the_workbook_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[str] = []

    class Counting(style_nodes._Reader):  # noqa: SLF001  what a large styles part takes its time for
        def start(self, name: str, attributes: list[str]) -> None:
            looked_at.append(name)
            super().start(name, attributes)

    many = "".join(FIRST.replace("/>", f' quotePrefix="{number}"/>') for number in range(500))
    data = workbook(styles=STYLES.replace("</cellXfs>", f"{many}</cellXfs>"))
    monkeypatch.setattr(style_nodes, "_Reader", Counting)
    plan = SheetPlan(
        sheet="Log", header_row=1, rows={2: (CellEdit(3, "", 2, "font"), CellEdit(4, "", 2, None))}
    )
    applied(data, WorkbookPlan(sheets=(plan,), styles=LOOKS))

    assert looked_at.count("xf") == (STYLES + many).count("<xf ")
