"""The engine's pieces one by one: styles, links, tabs, names, marks, tags and our own sheets' parts."""

from __future__ import annotations

import datetime as dt
import io
import struct
import zipfile
import zlib

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.cell import range_boundaries

from netsheet.core.grid import Area, Sheet, TableArea
from netsheet.core.plan import CellEdit, CellStyle, NewColumn, OwnedSheet, SheetPlan, WorkbookPlan
from netsheet.engines import open_workbook, read_workbook
from netsheet.errors import NetsheetError, RefusedError, UnreadableError
from netsheet.lossless.xml_text import (
    Splice,
    attribute,
    close_of,
    find_tag,
    masked,
    parse,
    plain,
    root_tag,
    spliced,
    whole_number,
    with_attribute,
)
from netsheet.workbook.apply import apply_plan
from netsheet.workbook.book import Book
from netsheet.workbook.excel_tables import grown_table, table_columns
from netsheet.workbook.load import read_book
from netsheet.workbook.opc import resolved_target, with_default_type, with_relationship, without_content_types
from netsheet.workbook.sheet_xml import area_of
from netsheet.workbook.styles import StyleSheet
from tests.engine import oracles
from tests.engine.laws import check_laws, edited, read
from tests.engine.odd import MAIN, ROWS, SHEET_TYPE, STYLES, OddSheet, table_part, workbook, zipped
from tests.engine.plans import MARK, SUMMARY, TRIAL, owned_sheet
from tests.torture.hostile_others import xls_workbook

LOOKS = f'<styleSheet xmlns="{MAIN}">{STYLES}</styleSheet>'.encode()


@pytest.mark.parametrize(
    ("tag", "value"),
    [
        (b'<c r="A1"/>', b"A1"),
        (b"<c\ts='1'\n r = 'B2'>", b"B2"),
        (b"<c note=\" r='Z9' \" r='C3'/>", b"C3"),
        (b'<c x=" r=" r="D4">', b"D4"),
        (b'<c hr="5"/>', None),
    ],
)
def test_an_attribute_is_never_mistaken_for_another_s_value(tag: bytes, value: bytes | None) -> None:
    assert attribute(tag, b"r") == value


def test_an_attribute_is_set_in_place_or_added() -> None:
    assert with_attribute(b"<c a='1' r = 'B2' >", b"r", b"C3") == b"<c a='1' r=\"C3\" >"
    assert with_attribute(b"<c />", b"r", b"C3") == b'<c r="C3"/>'


def test_what_is_hidden_is_blanked_at_equal_length() -> None:
    data = b"<?p <a> ?><a><!-- <b> --><![CDATA[</a>]]></a>"

    assert len(masked(data)) == len(data)
    assert masked(data).split() == [b"<a>", b"</a>"]


@pytest.mark.parametrize("data", [b"<a", b"<a b='", b"<a>", b"text", b""])
def test_markup_that_is_cut_off_is_damage(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        close_of(data, b"a", root_tag(masked(data))[0])


def test_text_is_resolved_once() -> None:
    assert plain(b"&#38;lt;&amp;lt;&#x41;&quot;&apos;&#0;&bad;") == "&lt;&lt;A\"'&#0;&bad;"
    assert plain(b"\xff") == "\ufffd"


@pytest.mark.parametrize("text", ["", "x", "-1", "²", "9" * 16, "1.5"])
def test_what_is_no_number_is_damage(text: str) -> None:
    with pytest.raises(UnreadableError, match="no number where one should be"):
        whole_number(text)


def test_a_number_may_be_absent_or_spaced() -> None:
    assert (whole_number(None, 7), whole_number(b" 12 ")) == (7, 12)


def test_elements_nested_too_deeply_are_refused() -> None:
    with pytest.raises(UnreadableError, match="nests more than"):
        parse(b"<a>" * 300 + b"</a>" * 300)


def test_splices_that_overlap_are_refused() -> None:
    with pytest.raises(RefusedError, match="overlap"):
        spliced(b"abc", [Splice(2, 3, b""), Splice(0, 1, b"")])


def test_an_absent_tag_is_none() -> None:
    assert find_tag(b"<abc/>", b"ab") is None


@pytest.mark.parametrize("text", ["A:C", "1:3", "#REF!", "", "Sheet!A1", "A1:", "Ä1", "A1:B"])
def test_what_is_no_rectangle_has_no_area(text: str) -> None:
    assert area_of(text) is None


@given(st.from_regex(r"\$?[A-Z]{1,2}\$?[1-9][0-9]{0,4}(:\$?[a-z]{1,2}\$?[1-9][0-9]{0,4})?", fullmatch=True))
def test_areas_are_read_as_openpyxl_reads_them(text: str) -> None:
    left, top, right, bottom = range_boundaries(text)
    assert area_of(text) == Area(first_row=top, first_column=left, last_row=bottom, last_column=right)


def test_equal_styles_are_found_again_and_new_ones_are_appended() -> None:
    styles = StyleSheet(LOOKS)
    day = styles.cell_format(
        CellStyle(number_format="d mmm yyyy", bold=True, font_color="112233", fill_color="FFEEAA", wrap=True)
    )
    once = styles.content()
    again = StyleSheet(once)

    assert (
        again.cell_format(
            CellStyle(
                number_format="d mmm yyyy", bold=True, font_color="112233", fill_color="FFEEAA", wrap=True
            )
        )
        == day
    )
    assert again.content() == once
    assert (
        b'numFmtId="164" formatCode="d mmm yyyy"' in once or b'formatCode="d mmm yyyy" numFmtId="164"' in once
    )
    assert StyleSheet(LOOKS).content() == LOOKS


def test_a_plain_style_is_the_default_format() -> None:
    assert StyleSheet(LOOKS).cell_format(CellStyle(number_format="yyyy-mm-dd")) == 2
    assert b"<numFmts" in _grown(LOOKS, CellStyle(number_format="yyyy-mm-dd"))


def _grown(data: bytes, style: CellStyle) -> bytes:
    styles = StyleSheet(data)
    styles.cell_format(style)
    return styles.content()


@pytest.mark.parametrize(
    "data", [f'<styleSheet xmlns="{MAIN}"/>', f'<q:styleSheet xmlns:q="{MAIN}"></q:styleSheet>']
)
def test_empty_styles_get_defaults_first_so_that_plain_cells_stay_plain(data: str) -> None:
    grown = StyleSheet(_grown(data.encode(), CellStyle(bold=True, fill_color="FF0000")))

    assert grown.nodes("cellXfs")[0].get("fontId") == "0"
    assert len(grown.nodes("cellXfs")) == 2
    assert [fill.children[0].get("patternType") for fill in grown.nodes("fills")] == [
        "none",
        "gray125",
        "solid",
    ]
    assert [child.name for child in grown.nodes("fonts")[1].children][:1] == ["b"]


def test_styles_in_two_namespaces_are_refused() -> None:
    mixed = f'<styleSheet xmlns="{MAIN}" xmlns:q="{MAIN}"><q:cellXfs count="1"><q:xf numFmtId="0"/></q:cellXfs></styleSheet>'
    with pytest.raises(UnreadableError, match="several namespaces"):
        _grown(mixed.encode(), CellStyle(wrap=True))


def test_the_workbook_s_default_font_is_kept_in_a_bold_one() -> None:
    odd = LOOKS.replace(
        b'<name val="Calibri"/>', b'<name val="Aptos"/><family val="2"/><scheme val="minor"/>'
    )
    font = StyleSheet(_grown(odd, CellStyle(bold=True))).nodes("fonts")[1]

    assert [child.name for child in font.children] == ["b", "sz", "name", "family", "scheme"]


def test_links_get_an_unused_number_in_the_file_s_own_spelling() -> None:
    data = b'<p:Relationships xmlns:p="x"><p:Relationship Id="rId2"/></p:Relationships>'
    grown, identifier = with_relationship(data, kind="styles", target="a&b", is_external=True, strict=True)

    assert identifier == "rId3"
    assert b'<p:Relationship Id="rId3"' in grown
    assert b'Target="a&amp;b" TargetMode="External"/></p:Relationships>' in grown
    assert with_relationship(b"<Relationships/>", kind="a", target="b", is_external=False, strict=False)[
        0
    ].endswith(b"/></Relationships>")
    with pytest.raises(UnreadableError, match="not closed"):
        with_relationship(b"<Relationships>", kind="a", target="b", is_external=False, strict=False)


def test_content_types_come_and_go() -> None:
    data = b'<Types><Default Extension="PNG" ContentType="image/png"/><Override PartName="/a.xml" ContentType="x"></Override></Types>'

    assert with_default_type(data, "png", "image/png") == data
    assert b'<Types><Default Extension="jpeg"' in with_default_type(data, "jpeg", "image/jpeg")
    assert b"Override" not in without_content_types(data, {"A.XML"})


@pytest.mark.parametrize(
    ("part", "target", "resolved"),
    [
        ("xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
        ("xl/workbook.xml", "/xl/a.xml", "xl/a.xml"),
        ("xl/worksheets/sheet1.xml", "..\\tables\\t%201.xml", "xl/tables/t 1.xml"),
        ("", "xl/workbook.xml", "xl/workbook.xml"),
    ],
)
def test_a_target_is_resolved_against_its_source(part: str, target: str, resolved: str) -> None:
    assert resolved_target(part, target) == resolved


def test_names_stand_behind_what_the_schema_puts_before_them() -> None:
    data = workbook(after_sheets="<externalReferences></externalReferences><calcPr calcId='1'/>")
    book = oracles.zip_parts(check_laws(data))["xl/workbook.xml"].decode()

    assert book.index("</externalReferences>") < book.index("<definedNames>") < book.index("<calcPr")


def test_a_tab_gets_an_unused_identifier_where_the_greatest_is_taken() -> None:
    parts = oracles.zip_parts(workbook())
    data = zipped(
        parts | {"xl/workbook.xml": parts["xl/workbook.xml"].replace(b'sheetId="1"', b'sheetId="65534"')}
    )

    assert b'name="Netsheet Summary" sheetId="1"' in oracles.zip_parts(check_laws(data))["xl/workbook.xml"]


def test_a_tab_s_link_is_declared_where_the_workbook_declares_none() -> None:
    parts = oracles.zip_parts(workbook())
    link = b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    book = parts["xl/workbook.xml"].replace(b" " + link, b"").replace(b"<sheet ", b"<sheet " + link + b" ")
    result = check_laws(zipped(parts | {"xl/workbook.xml": book}))

    assert oracles.zip_parts(result)["xl/workbook.xml"].count(link) == 3


def test_tabs_of_old_macros_are_kept_though_the_reader_does_not_know_them() -> None:
    kind = "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet"
    parts = oracles.zip_parts(
        workbook(
            links=f'<Relationship Id="m1" Type="{kind}" Target="macrosheets/sheet1.xml"/>',
            extra={"xl/macrosheets/sheet1.xml": b"<macrosheet/>"},
        )
    )
    tab = b'<sheet name="Macro1" sheetId="7" r:id="m1"></sheet></sheets>'
    data = zipped(parts | {"xl/workbook.xml": parts["xl/workbook.xml"].replace(b"</sheets>", tab)})

    result = check_laws(data)

    assert [sheet.name for sheet in read(result).sheets] == ["Log", SUMMARY, "Netsheet Trial"]
    assert b'name="Macro1"' in oracles.zip_parts(result)["xl/workbook.xml"]


def _picture() -> io.BytesIO:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    header = struct.pack(">LLBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixel = zlib.compress(b"\0\0")
    return io.BytesIO(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")
    )


def own(build: str, *, mark: str = MARK) -> OwnedSheet:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties({"created": dt.datetime(2026, 1, 1)})
    sheet = book.add_worksheet(SUMMARY)
    sheet.write(0, 0, mark)
    if build == "picture":
        sheet.insert_image(3, 3, "dot.png", {"image_data": _picture(), "description": "a dot"})
        sheet.insert_image(9, 3, "dot.png", {"image_data": _picture(), "description": "the dot"})
    elif build == "day":
        sheet.write_datetime(
            1, 0, dt.datetime(2026, 3, 4, 6), book.add_format({"num_format": "d mmm yyyy hh:mm"})
        )
        sheet.write(2, 0, 5)
        sheet.write(3, 0, 0.25, book.add_format({"num_format": "hh:mm"}))
    elif build == "number":
        sheet.write(1, 0, 3)
    book.close()
    return OwnedSheet(name=SUMMARY, content=target.getvalue(), mark=mark)


def test_a_sheet_with_pictures_comes_and_goes_with_its_parts() -> None:
    data = workbook()
    with_picture = edited(data, {(1, 3): "x"}, owned=[own("picture")])
    without = edited(with_picture, {(1, 3): "x"}, owned=[own("number")])

    names = set(oracles.zip_parts(with_picture)) - set(oracles.zip_parts(without))
    assert sum(name.endswith(".png") for name in names) == 1
    assert any("drawing" in name for name in names)
    assert oracles.audit(with_picture) - oracles.audit(data) == {}
    assert oracles.audit(without) - oracles.audit(data) == {}


def test_days_of_our_sheet_are_counted_as_the_workbook_counts() -> None:
    plan = own("day")
    data = edited(workbook(properties='<workbookPr date1904="1"/>'), {(1, 3): "x"}, owned=[plan])
    sheet = read(data).sheet(SUMMARY)

    assert sheet is not None
    assert [row[0] for row in sheet.rows] == [MARK, dt.datetime(2026, 3, 4, 6), 5.0, dt.time(6, 0)]


def test_our_sheet_is_known_by_its_mark_among_shared_texts_too() -> None:
    texts = f"<si/><si><r><t>{MARK[:4]}</t></r><r><t>{MARK[4:]} &amp; more</t></r></si>"
    rows = '<row r="2"><c r="A2"/><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>'
    data = workbook(
        OddSheet(), OddSheet(name=TRIAL, data=f"<sheetData>{rows}</sheetData>"), shared_strings=texts
    )

    assert [sheet.name for sheet in read(check_laws(data)).sheets] == ["Log", TRIAL, SUMMARY]


def test_a_mark_far_down_does_not_count() -> None:
    far = "".join(f'<row r="{row}"><c r="A{row}"><v>0</v></c></row>' for row in range(1, 6))
    far += f'<row r="9"><c r="A9" t="inlineStr"><is><t>{MARK}</t></is></c></row>'
    data = workbook(OddSheet(), OddSheet(name=SUMMARY, data=f"<sheetData>{far}</sheetData>"))

    with pytest.raises(RefusedError, match="not made by netsheet"):
        edited(data, {(1, 3): "x"}, owned=[owned_sheet()])


def test_a_chart_sheet_of_our_name_is_not_ours() -> None:
    parts = oracles.zip_parts(workbook(OddSheet(), OddSheet(name=SUMMARY)))
    links = parts["xl/_rels/workbook.xml.rels"].replace(
        b'worksheet" Target="worksheets/sheet2.xml"', b'chartsheet" Target="worksheets/sheet2.xml"'
    )
    data = zipped(parts | {"xl/_rels/workbook.xml.rels": links})

    with pytest.raises(RefusedError, match="not made by netsheet"):
        edited(data, {(1, 3): "x"}, owned=[owned_sheet()])


def test_a_totals_row_stays_outside_the_table_s_filter() -> None:
    content, _, _ = table_part(attributes=' totalsRowCount="1"', area="A1:B4")
    area = Area(first_row=1, first_column=1, last_row=4, last_column=2)
    table = TableArea(name="Table1", area=area, has_totals=True)
    grown = grown_table(
        content.encode(), table, [NewColumn(column=3, heading="a\nb _x0041_", width=9)]
    ).decode()

    assert ' ref="A1:C4"' in grown
    assert '<autoFilter ref="A1:C3"/>' in grown
    assert '<tableColumn id="3" name="a_x000a_b _x005F_x0041_"/>' in grown
    assert table_columns(grown.encode()) == ["Name", "Age", "a\nb _x0041_"]


def test_a_table_without_a_filter_of_its_own_gets_none() -> None:
    content, _, _ = table_part(inner="<sortState ref='A2:B3'/>")
    table = TableArea(name="Table1", area=Area(first_row=1, first_column=1, last_row=3, last_column=2))
    grown = grown_table(content.encode(), table, [NewColumn(column=3, heading="c", width=9)])

    assert b"autoFilter" not in grown
    with pytest.raises(UnreadableError, match="lists no columns"):
        grown_table(b"<table/>", table, [NewColumn(column=3, heading="c", width=9)])


def test_the_shapes_around_the_cells_are_read() -> None:
    pivot = ("<p><location ref='D1:E9'/></p>", "pivotTable", f"{SHEET_TYPE}.pivotTable+xml")
    broken = ("<table ref='nowhere'/>", "table", f"{SHEET_TYPE}.table+xml")
    sheet = OddSheet(
        before="<sheetViews><sheetView><pane ySplit='2' state='frozen'/></sheetView></sheetViews>",
        after="<autoFilter ref='A1:B3'/><customSheetViews><autoFilter ref='A1:A2'/></customSheetViews>",
        related={"pivots/p.xml": pivot, "tables/t.xml": broken, "tables/u.xml": table_part()},
    )
    log = read(workbook(sheet)).sheets[0]

    assert log.frozen_rows == 2
    assert log.autofilter == Area(first_row=1, first_column=1, last_row=3, last_column=2)
    assert log.blocked == (Area(first_row=1, first_column=4, last_row=9, last_column=5),)
    assert log.growing == log.blocked
    assert [table.name for table in log.tables] == ["Table1"]


@pytest.mark.parametrize(
    ("cell", "grows"),
    [
        ("<c r='D1' cm='1'><f t='array' ref='D1:F2'>A1:C2</f><v>1</v></c>", True),
        ("<c r='D1' cm='1'><f t='array' ref='D1:D9'>A1:A9</f><v>1</v></c>", False),
        ("<c r='D1'><f t='array' ref='D1:F2'>A1:C2</f><v>1</v></c>", False),
    ],
)
def test_a_dynamic_array_over_several_columns_may_grow(cell: str, *, grows: bool) -> None:
    log = read(workbook(OddSheet(data=f"<sheetData><row r='1'>{cell}</row></sheetData>"))).sheets[0]

    assert len(log.blocked) == 1
    assert (log.growing == log.blocked) is grows


@pytest.mark.parametrize(
    "pane", ["<pane ySplit='2' state='split'/>", "<pane ySplit='x' state='frozen'/>", ""]
)
def test_what_is_not_frozen_is_not_counted(pane: str) -> None:
    view = f"<sheetViews><sheetView>{pane}</sheetView></sheetViews>"
    log = read(workbook(OddSheet(before=view, after="<autoFilter ref='A:B'/>"))).sheets[0]

    assert (log.frozen_rows, log.autofilter) == (0, None)


@pytest.mark.parametrize(
    ("dimension", "after"),
    [
        ('ref="A1:B3"', 'ref="A1:D9"'),
        ('ref="A1"', 'ref="A1:D9"'),
        ('ref="A1:Z99"', 'ref="A1:Z99"'),
    ],
)
def test_the_declared_size_is_widened_where_it_is_one(dimension: str, after: str) -> None:
    data = workbook(OddSheet(before=f"<dimension {dimension}/>"))
    result = oracles.zip_parts(edited(data, {(9, 4): "x"}))["xl/worksheets/sheet1.xml"].decode()

    assert after in result


@pytest.mark.parametrize(
    ("spans", "after"), [("1:2", "1:4"), ("1:1 5:6", "1:6"), ("1:9", "1:9"), ("odd", "odd"), ("", "")]
)
def test_a_row_s_spans_are_widened_where_they_are_some(spans: str, after: str) -> None:
    rows = f'<row r="1" spans="{spans}"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row>'
    data = workbook(OddSheet(data=f"<sheetData>{rows}</sheetData>"))
    result = oracles.zip_parts(edited(data, {(1, 4): "x"}))["xl/worksheets/sheet1.xml"].decode()

    assert f'spans="{after}"' in result


def test_cells_are_put_between_before_and_in_place_of_others() -> None:
    rows = '<row r="2"><c r="B2" s="1"><v>45000</v></c><c r="E2"><v>5</v></c></row>'
    data = workbook(OddSheet(data=f"<sheetData>{rows}</sheetData>"))
    result = edited(
        data,
        {(1, 1): "top", (2, 1): "a", (2, 2): dt.date(2026, 3, 4), (2, 3): "c", (2, 4): "d", (3, 1): "low"},
    )

    assert read(result).sheets[0].rows == [
        ["top", "", "", "", ""],
        ["a", dt.date(2026, 3, 4), "c", "d", 5.0],
        ["low", "", "", "", ""],
    ]


def test_a_new_heading_looks_like_the_one_on_its_left() -> None:
    rows = '<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>Name</t></is></c><c r="B1"/><c r="D1"><v>1</v></c></row>'
    data = workbook(OddSheet(data=f"<sheetData>{rows}</sheetData>"))
    new = (NewColumn(column=3, heading="Netsheet a", width=9),)
    result = edited(data, {(1, 3): "Netsheet a"}, new_columns=new)

    assert b'<c r="C1" s="1" t="inlineStr">' in oracles.zip_parts(result)["xl/worksheets/sheet1.xml"]


def test_rows_that_share_their_edits_are_spelled_alike_and_others_by_their_own_kind() -> None:
    shared = (CellEdit(3, "", "x", None), CellEdit(4, "", 1, None))
    rows = {
        1: shared,
        2: (CellEdit(3, "", "x", None), CellEdit(column=4, before="", after=True, style=None)),
        3: shared,
    }
    plan = SheetPlan(sheet="Log", header_row=9, rows=rows)
    book = Book(workbook())

    assert len(plan.different_edits()) == 2
    cells = read_book(Book(apply_plan(book, WorkbookPlan(sheets=(plan,))).data)).sheets[0].rows
    assert [row[2:] for row in cells] == [["x", 1.0], ["x", True], ["x", 1.0]]
    assert [type(row[3]) for row in cells] == [float, bool, float]


def test_other_kinds_of_workbook_are_read_but_not_written() -> None:
    manifest = b'<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    content = (
        '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        '<office:body><office:spreadsheet><table:table table:name="Log"><table:table-row><table:table-cell '
        'office:value-type="string"><text:p>Name</text:p></table:table-cell></table:table-row></table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
    snapshot = read_workbook(target.getvalue())

    assert (snapshot.kind, snapshot.sheets[0].rows) == ("ods", [["Name"]])
    with pytest.raises(UnreadableError, match=r"\.xls can be read, but netsheet writes only"):
        open_workbook(xls_workbook())
    assert read_workbook(workbook()).kind == "xlsx"


def test_the_open_tab_is_told_by_its_place_among_the_worksheets() -> None:
    data = workbook(
        OddSheet(), OddSheet(name="Two"), properties='<bookViews><workbookView activeTab="1"/></bookViews>'
    )

    assert read(data).active == 1
    assert read(workbook(properties='<bookViews><workbookView activeTab="9"/></bookViews>')).active == 0


def test_a_sheet_whose_values_lie_too_far_apart_is_refused_and_formats_alone_are_not() -> None:
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"{}</row>'
    values = OddSheet(data=f"<sheetData>{far.format('><v>1</v></c>')}</sheetData>")
    formats = OddSheet(data=f"<sheetData>{far.format('/>')}</sheetData>")

    with pytest.raises(NetsheetError, match="as far out as row 1,048,576 and column 16,384"):
        read(workbook(values))
    assert isinstance(read_book(Book(workbook(formats))).sheets[0], Sheet)


def test_a_merged_area_is_read() -> None:
    data = workbook(OddSheet(after='<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'))

    assert read(data).sheets[0].merged == (Area(first_row=1, first_column=1, last_row=1, last_column=2),)


@pytest.mark.parametrize("place", ["A1:)1", "A:B", "", "A1:B2:C3"])
def test_a_merged_area_that_cannot_be_read_is_damage(place: str) -> None:
    data = workbook(OddSheet(after=f'<mergeCells><mergeCell ref="{place}"/></mergeCells>'))

    with pytest.raises(UnreadableError, match="This workbook is damaged"):
        read(data)


def test_equal_values_of_different_kinds_stay_what_they_are_in_a_long_sheet() -> None:
    cells = '<c r="A{0}"><v>1</v></c><c r="B{0}" t="b"><v>1</v></c><c r="C{0}" t="inlineStr"><is><t>1</t></is></c>'
    rows = "".join(f'<row r="{number}">{cells.format(number)}</row>' for number in range(1, 40))
    kept = read(workbook(OddSheet(data=f"<sheetData>{rows}</sheetData>"))).sheets[0].rows

    assert {tuple(map(type, row)) for row in kept} == {(float, bool, str)}
    assert len({id(row[2]) for row in kept[1:]}) == 1  # and a text that recurs is held once


def test_a_cell_area_within_another_is_refused() -> None:
    nested = OddSheet(data=f"<sheetData>{ROWS}<sheetData></sheetData></sheetData>")

    with pytest.raises(UnreadableError, match="two cell areas"):
        read(workbook(nested))


def test_rows_by_the_engine_are_those_that_were_built() -> None:
    assert read(workbook(OddSheet(data=f"<sheetData>{ROWS}</sheetData>"))).sheets[0].rows == [
        ["Name", "Age"],
        ["Ada", 36.0],
        ["Bob", dt.date(2023, 3, 15)],
    ]
