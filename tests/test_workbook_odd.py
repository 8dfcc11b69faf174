"""Odd but legal workbooks: each keeps the laws, and other programs read the result as they read the original."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from functools import cache

import pytest

from netsheet.core.plan import NewColumn
from netsheet.errors import NetsheetError, RefusedError
from tests.engine import oracles
from tests.engine.laws import check_laws, edited, read
from tests.engine.odd import (
    LINKS,
    MAIN,
    PACKAGE_LINKS,
    PROLOG,
    ROWS,
    STYLES,
    OddSheet,
    streamed,
    table_part,
    workbook,
    zipped,
)
from tests.engine.plans import HEADING, owned_sheet

BARE_ROWS = (
    "<row><c t='inlineStr'><is><t>Name</t></is></c><c><v>1</v></c></row>"
    "<row><c><v>2</v></c><c s='1'><v>45000</v></c><c/></row><row/><row><c><v>3</v></c></row>"
)
PREFIXED = (
    f'{PROLOG}<x:worksheet xmlns:x="{MAIN}"><x:dimension ref="A1:B2"/><x:cols><x:col min="1" max="1" width="9"/></x:cols>'
    '<x:sheetData><x:row r="1" spans="1:2"><x:c r="A1"><x:v>1</x:v></x:c></x:row>'
    '<x:row r="2"><x:c r="A2"><x:f>A1+1</x:f><x:v>2</x:v></x:c><x:c r="B2"/></x:row></x:sheetData></x:worksheet>'
)
RICH = (
    '<row r="1"><c r="A1" t="inlineStr"><is><r><rPr><b></b><color rgb="FFFF0000"></color><charset val="1"></charset></rPr>'
    "<t>red</t></r></is></c ><c r='B1'><v>5</v></c></row>"
)
FORMULAS = (
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c></row>'
    '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>4</v></c></row>'
    '<row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"></f><v>6</v></c>'
    '<c r="C3" t="e"><f>1/0&amp;"&lt;"</f><v>#DIV/0!</v></c></row>'
    '<row r="20"><c r="A20"><f t="array" ref="A20:B21">A1:B2</f><v>1</v></c><c r="B20"><v>2</v></c></row>'
    '<row r="21"><c r="A21"><v>2</v></c><c r="B21"><v>4</v></c></row>'
    '<row r="25"><c r="B25"><f t="dataTable" ref="B25:B26" dt2D="0" dtr="0" r1="A1"/><v>1</v></c></row>'
    '<row r="26"><c r="B26"><v>2</v></c></row>'
)
COMMENTED = (
    '<row r="1"><!-- <row r="9"><c r="A9"/></row> --><c r="A1"><v>1</v></c></row><?odd <c r="Q1"> ?>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t><![CDATA[</t></is></c></row></sheetData><c r="Z9"/>]]></t></is></c></row>'
)
ODD_TAGS = (
    "<row\n r = '1' ht=\"20\"\tcustomHeight='1' ><c\ts='1'\n  r='A1'><v>45000</v></c><c r=\"B1\" t='str'><v>a&gt;b</v></c ></row >"
    '<row x="a > b r=\'7\'" r="2" spans="1:1 3:4"><c note=" r=\'C9\' " r="A2"><v>2</v></c></row>'
)


def _renamed(data: bytes, old: bytes, new: bytes) -> bytes:
    """Replace a name wherever it is written: in the parts and in their names."""
    return zipped(
        {
            name.replace(old.decode(), new.decode()): content.replace(old, new)
            for name, content in oracles.zip_parts(data).items()
        }
    )


def _links_part(target: str, kind: str) -> bytes:
    link = f'<Relationship Id="rId1" Type="{LINKS}/{kind}" Target="{target}"/>'
    return f'{PROLOG}<Relationships xmlns="{PACKAGE_LINKS}">{link}</Relationships>'.encode()


def _with_link(target: str) -> bytes:
    """A workbook whose sheet says that its drawing is a part that is not there."""
    return zipped(
        oracles.zip_parts(workbook())
        | {"xl/worksheets/_rels/sheet1.xml.rels": _links_part(target, "drawing")}
    )


def sheet(rows: str, before: str = "", after: str = "") -> OddSheet:
    return OddSheet(data=f"<sheetData>{rows}</sheetData>", before=before, after=after)


ODD = {
    "plain": workbook(),
    "no references": workbook(sheet(BARE_ROWS)),
    "prefixes": workbook(OddSheet(whole=PREFIXED.encode())),
    "byte order mark": workbook(OddSheet(whole=b"\xef\xbb\xbf" + PREFIXED.encode())),
    "closed sheet data": workbook(OddSheet(data="<sheetData/>")),
    "closed sheet data and cols": workbook(OddSheet(data="<sheetData />", before="<cols/>")),
    "closed row": workbook(sheet('<row r="3"/><row r="5" spans="1:2" />')),
    "empty rows opened": workbook(sheet('<row r="1"></row><row r="13"></row>')),
    "rich inline texts": workbook(sheet(RICH)),
    "formulas": workbook(sheet(FORMULAS)),
    "comments and character data": workbook(sheet(COMMENTED)),
    "odd tags": workbook(sheet(ODD_TAGS)),
    "merged cells": workbook(
        sheet(ROWS, after='<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>')
    ),
    "columns to the edge": workbook(
        sheet(
            ROWS, before='<cols><col min="1" max="2" width="9"/><col min="3" max="16384" width="5"/></cols>'
        )
    ),
    "columns further right": workbook(sheet(ROWS, before='<cols><col min="7" max="9" width="9"/></cols>')),
    "strict": workbook(strict=True),
    "1904": workbook(properties='<workbookPr date1904="1"/>'),
    "1904 by word": workbook(properties="<workbookPr date1904='true'></workbookPr>"),
    "no styles": workbook(sheet(ROWS.replace(' s="1"', "")), styles=None),
    "empty styles": workbook(sheet(ROWS.replace(' s="1"', "")), styles="<!-- none -->"),
    "closed lists of styles": workbook(
        sheet(ROWS.replace(' s="1"', "")), styles="<fonts/><fills/><borders/><cellXfs/><dxfs/>"
    ),
    "styles without counts": workbook(
        styles=STYLES.replace(' count="1"', "").replace(' count="2"', "") + '<dxfs count="0"></dxfs><extLst/>'
    ),
    "prefixed styles": workbook(
        styles=f'<?xml version="1.0"?><y:styleSheet xmlns:y="{MAIN}">'
        + STYLES.replace("</", "</y:").replace("<", "<y:").replace("<y:/y:", "</y:")
        + "</y:styleSheet>"
    ),
    "extension inside a format": workbook(
        styles=STYLES.replace(
            'applyNumberFormat="1"/>', 'applyNumberFormat="1"><extLst><ext uri="{A}"/></extLst></xf>'
        )
        + '<extLst><ext uri="{B}"/></extLst>'
    ),
    "shared strings": workbook(
        sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), shared_strings="<si><t>shared</t></si><si/>"
    ),
    "hidden sheets": workbook(
        OddSheet(), OddSheet(name="Hidden", state="hidden"), OddSheet(name="Deep", state="veryHidden")
    ),
    "sheets elsewhere": workbook(
        OddSheet(part="odd/Place One.xml"), OddSheet(name="Two", part="SHEETS/two.XML")
    ),
    "absolute targets": workbook(absolute=True),
    "backslashes": workbook(separator="\\"),
    "another folder": workbook(folder="book"),
    "at the top": workbook(folder=""),
    "at the top, in one folder": workbook(
        sheet('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45000</v></c></row>'),
        OddSheet(name="Two", part="sheet2.xml"),
        folder="",
        shared_strings="<si><t>shared</t></si>",
    ),
    "at the top, styles by an absolute link": _renamed(
        workbook(folder=""), b'"styles.xml"', b'"/styles.xml"'
    ),
    "at the top, without styles": workbook(
        sheet(ROWS.replace(' s="1"', "")), folder="", styles=None, properties='<workbookPr date1904="1"/>'
    ),
    "a workbook of another name": _renamed(workbook(folder=""), b"workbook.xml", b"book.xml"),
    "sheets by links with a dot": _renamed(workbook(), b'"worksheets/', b'"./worksheets/'),
    "sheets by links with numbered characters": _renamed(workbook(), b'"worksheets/', b'"work%73heets/'),
    "names with a slash in front": zipped(
        {f"/{name}": content for name, content in oracles.zip_parts(workbook()).items()}
    ),
    "a link to a missing drawing": _with_link("../drawings/drawing1.xml"),
    "a link to a missing drawing, in other letters": _with_link("/XL/Drawings/DRAWING%31.xml"),
    "links of a missing drawing": zipped(
        oracles.zip_parts(workbook())
        | {"xl/drawings/_rels/Drawing1.xml.rels": _links_part("../charts/chart1.xml", "chart")}
    ),
    "a content type of a missing chart": workbook(
        types='<Override PartName="/XL/charts/chart1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>'
    ),
    "a link to missing styles elsewhere": zipped(
        oracles.zip_parts(workbook(sheet(ROWS.replace(' s="1"', "")), styles=None))
        | {"xl/worksheets/_rels/sheet1.xml.rels": _links_part("../styles.xml", "other")}
    ),
    "names present": workbook(
        after_sheets="<definedNames><definedName name='a'>Log!$A$1</definedName></definedNames>"
    ),
    "names closed": workbook(after_sheets="<definedNames/><calcPr calcId='1'/>"),
    "names absent": workbook(after_sheets="<calcPr calcId='1'/>"),
    "macros": workbook(macro=True),
    "archive comment": workbook(comment=b"kept"),
    "entities in names": workbook(OddSheet(name="A &amp; B &lt;&quot;C&quot;&gt;")),
    "unlinked styles part": workbook(styles=None, extra={"xl/styles.xml": b"<styleSheet/>"}),
    "link to missing styles": workbook(
        styles=None,
        links=f'<Relationship Id="rId77" Type="{LINKS}/styles" Target="missing/styles.xml"/>',
    ),
    "streamed": streamed(oracles.zip_parts(workbook())),
    "streamed with zip64 fields": streamed(oracles.zip_parts(workbook()), zip64=True),
}
NOT_IN_LIBREOFFICE = {
    "sheets by links with a dot",
    "sheets by links with numbered characters",
}  # it takes them for empty


@cache
def written(name: str) -> bytes:
    """Check the laws on an odd workbook, once for all tests."""
    return check_laws(ODD[name])


@pytest.mark.parametrize("name", ODD)
def test_an_odd_workbook_keeps_the_laws(name: str) -> None:
    assert written(name) != ODD[name]


@pytest.mark.parametrize("name", ODD)
def test_openxml_audit_finds_no_new_error_in_an_odd_workbook(name: str) -> None:
    assert oracles.audit(written(name)) - oracles.audit(ODD[name]) == {}


@pytest.mark.libreoffice
@pytest.mark.slow
def test_libreoffice_reads_odd_workbooks_as_before_with_the_planned_cells() -> None:
    oracles.require_libreoffice()
    results = [written(name) for name in ODD]
    saved = oracles.resaved_by_libreoffice([*ODD.values(), *results])

    for name, before, after in zip(ODD, saved[: len(ODD)], saved[len(ODD) :], strict=True):
        if before is None or name in NOT_IN_LIBREOFFICE:
            continue
        assert after is not None, name
        old, new = oracles.calamine_cells(before), oracles.calamine_cells(after)
        assert "Netsheet Summary" in new, name
        for tab, cells in old.items():
            assert {at: new[tab].get(at) for at in cells} == cells, (name, tab)
        first = next(iter(old))
        assert len(new[first]) == len(old[first]) + 13, name


@pytest.mark.libreoffice
@pytest.mark.slow
def test_a_sheet_of_ours_that_libreoffice_saved_again_is_replaced_without_a_second_copy() -> None:
    oracles.require_libreoffice()
    first = check_laws(ODD["shared strings"])
    [saved] = oracles.resaved_by_libreoffice([first])
    assert saved is not None

    result = check_laws(saved)

    assert [sheet.name for sheet in read(result).sheets] == ["Log", "Netsheet Summary", "Netsheet Trial"]
    assert sum(HEADING in row for row in read(result).sheets[0].rows) == 1
    charts = [
        [name for name in oracles.zip_parts(data) if "charts/chart" in name] for data in (first, result)
    ]
    assert len(charts[0]) == len(charts[1]) > 2


def test_styles_and_shared_texts_are_found_by_their_links_wherever_they_are() -> None:
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45000</v></c></row>'
    usual = oracles.zip_parts(workbook(sheet(rows), shared_strings="<si><t>shared</t></si>"))
    moved = {
        name.replace("xl/styles.xml", "odd/looks.xml").replace(
            "xl/sharedStrings.xml", "xl/texts/all.xml"
        ): content.replace(b'"styles.xml"', b'"../odd/looks.xml"')
        .replace(b'"sharedStrings.xml"', b'"texts/all.xml"')
        .replace(b"/xl/styles.xml", b"/odd/looks.xml")
        .replace(b"/xl/sharedStrings.xml", b"/xl/texts/all.xml")
        for name, content in usual.items()
    }
    data = zipped(moved)

    assert read(data).sheets[0].rows == [["shared", dt.date(2023, 3, 15)]]
    check_laws(data)


def test_rows_and_cells_without_references_are_counted() -> None:
    log = read(workbook(sheet(BARE_ROWS))).sheets[0]

    assert log.rows[3][0] == 3.0
    assert log.rows[0][:2] == ["Name", 1.0]


def test_a_formula_among_cells_without_references_is_placed_by_counting() -> None:
    log = read(
        workbook(
            sheet("<row><c><v>1</v></c><c><f>A1</f><v>1</v></c></row><row><c t='e'><v>#N/A</v></c></row>")
        )
    ).sheets[0]

    assert set(log.formulas) == {(1, 2)}
    assert log.errors == {(2, 1): "#N/A"}


def test_formulas_errors_and_areas_are_read() -> None:
    log = read(ODD["formulas"]).sheets[0]

    assert log.formulas[2, 2].text == "A1*2"
    assert log.formulas[3, 3].text == '1/0&"<"'
    assert log.errors == {(3, 3): "#DIV/0!"}
    assert [(area.first_row, area.last_row) for area in log.blocked] == [(20, 21), (25, 26)]


@pytest.mark.parametrize(
    ("cell", "has_result"),
    [
        ("<c r='A1'><f>1</f></c>", False),
        ("<c r='A1'><f>1</f><v/></c>", False),
        ("<c r='A1'><f>1</f><v></v></c>", False),
        ("<c r='A1' t='str'><f>1</f><v></v></c>", True),
        ("<c r='A1'><f><![CDATA[1]]></f><v>1</v></c>", True),
    ],
)
def test_an_empty_result_counts_only_as_a_text(cell: str, has_result: bool) -> None:  # noqa: FBT001
    log = read(workbook(sheet(f"<row r='1'>{cell}</row>"))).sheets[0]

    assert log.formulas[1, 1].has_result is has_result
    assert log.formulas[1, 1].text == "1"


@pytest.mark.parametrize("at", [(1, 1), (20, 2), (26, 2), (2, 2)])
def test_a_formula_an_array_or_a_data_table_is_never_written_into(at: tuple[int, int]) -> None:
    with pytest.raises(RefusedError):
        edited(
            workbook(sheet(FORMULAS + "", after='<mergeCells><mergeCell ref="A1:A2"/></mergeCells>')),
            {at: "x"},
        )


def test_a_protected_sheet_is_written_only_when_allowed() -> None:
    data = workbook(sheet(ROWS, after='<sheetProtection sheet="1"/>'))

    with pytest.raises(RefusedError, match="is protected"):
        edited(data, {(1, 3): "x"})
    assert read(edited(data, {(1, 3): "x"}, allow_protected=True)).sheets[0].value(1, 3) == "x"


@pytest.mark.parametrize(
    ("xml", "reason"),
    [
        ("<sheetData><x:row xmlns:x='u'/></sheetData>", "several namespaces"),
        ("<sheetData><row xmlns='other' r='1'/></sheetData>", "several namespaces"),
        ("<sheetData/><sheetData/>", "one cell area|two cell areas|twice"),
        ("", "no cell area"),
        ("<sheetData><row r='2'/><row r='1'/></sheetData>", "out of order"),
        ("<sheetData><row r='x'/></sheetData>", "numbered x|cannot be read"),
        (f"<sheetData><row r='{'9' * 5000}'/></sheetData>", "numbered"),
        ("<sheetData><row r='1'><c r='11'/></row></sheetData>", "placed at"),
    ],
)
def test_a_sheet_that_would_be_mistaken_is_refused(xml: str, reason: str) -> None:
    with pytest.raises(NetsheetError, match=reason):
        check_laws(workbook(OddSheet(data=xml)))


@pytest.mark.parametrize("order", ["<c r='D1' s='1'/><c r='C1' s='1'/>", "<c r='B1'/><c r='B1'/>"])
def test_cells_out_of_order_are_refused_where_they_are_written_to(order: str) -> None:
    data = workbook(sheet(f"<row r='1'>{order}</row>"))

    with pytest.raises(NetsheetError, match="out of order"):
        edited(data, {(1, 2): "x", (1, 4): "y"})


def test_the_same_namespace_declared_again_inside_is_no_obstacle() -> None:
    check_laws(workbook(sheet(f"<row xmlns='{MAIN}' r='1'><c r='A1'><v>1</v></c></row>")))


def test_a_text_that_looks_like_markup_is_no_obstacle() -> None:
    text = '&lt;row xmlns=&quot;u&quot;> xmlns="u" t="e" :row </t>'
    check_laws(workbook(sheet(f"<row r='1'><c r='A1' t='inlineStr'><is><t>{text}</is></c></row>")))


def test_a_moved_tab_keeps_the_names_of_our_sheet_right() -> None:
    first = oracles.zip_parts(check_laws(workbook(OddSheet(), OddSheet(name="Two"))))
    book = first["xl/workbook.xml"].decode()
    start = book.index('<sheet name="Netsheet Summary"')
    ours = book[start : book.index("/>", start) + 2]
    moved = (
        book.replace(ours, "")
        .replace("<sheets>", f"<sheets>{ours}")
        .replace('localSheetId="2"', 'localSheetId="0"')
    )
    result = check_laws(zipped(first | {"xl/workbook.xml": moved.encode()}))

    after = oracles.zip_parts(result)["xl/workbook.xml"].decode()
    assert after.count("localSheetId") == 4
    assert after.count('localSheetId="0"') == 2


def test_a_locked_structure_refuses_a_new_sheet_but_not_cells() -> None:
    data = workbook(after_sheets="<!-- x -->", properties='<workbookProtection lockStructure="1"/>')

    with pytest.raises(RefusedError, match="structure is protected"):
        check_laws(data)
    assert read(edited(data, {(1, 3): "x"})).sheets[0].value(1, 3) == "x"


def test_a_sheet_of_our_name_without_our_mark_is_never_taken_over() -> None:
    with pytest.raises(RefusedError, match="was not made by netsheet"):
        check_laws(workbook(OddSheet(), OddSheet(name="netsheet summary")))


def test_a_sheet_of_ours_that_must_stay_is_left_as_it_is() -> None:
    first = edited(workbook(), {(1, 3): "x"}, owned=[owned_sheet()])
    kept = owned_sheet(charts=0, offset=9)
    second = edited(
        first,
        {(1, 3): "x"},
        owned=[type(kept)(name=kept.name, content=kept.content, mark=kept.mark, replace=False)],
    )

    assert second == first


@pytest.mark.parametrize(
    "attributes",
    ["", ' totalsRowCount="1"', ' headerRowCount="1" tableType="worksheet"'],
)
@pytest.mark.parametrize("prefix", ["", "q"])
def test_a_table_grows_by_new_columns(attributes: str, prefix: str) -> None:
    part = table_part(attributes=attributes, prefix=prefix)
    data = workbook(sheet(ROWS, after='<tableParts count="1"><tablePart r:id="rId1"/></tableParts>'))
    data = workbook(
        OddSheet(
            after='<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
            related={"tables/table1.xml": part},
        )
    )
    columns = (
        NewColumn(column=3, heading="Netsheet a", width=9),
        NewColumn(column=4, heading="Netsheet b", width=9),
    )
    result = edited(
        data, {(1, 3): "Netsheet a", (1, 4): "Netsheet b", (2, 3): 1}, new_columns=columns, table="Table1"
    )

    grown = read(result).sheets[0].tables[0]
    assert (grown.area.last_column, grown.area.last_row) == (4, 3)
    assert oracles.audit(result) - oracles.audit(data) == {}


@pytest.mark.parametrize(
    ("part", "columns", "reason"),
    [
        (table_part(attributes=' tableType="queryTable"'), (3,), "cannot take new columns"),
        (table_part(attributes=' headerRowCount="0"'), (3,), "cannot take new columns"),
        (table_part(), (4,), "cannot take new columns"),
        (table_part(columns=("Name", "NETSHEET 3")), (3,), "has a column"),
        (table_part(columns=()), (3,), "lists 0 columns"),
    ],
)
def test_a_table_that_cannot_grow_safely_is_refused(
    part: tuple[str, str, str], columns: tuple[int, ...], reason: str
) -> None:
    data = workbook(OddSheet(related={"tables/table1.xml": part}))
    new = tuple(NewColumn(column=column, heading=f"Netsheet {column}", width=9) for column in columns)

    with pytest.raises(NetsheetError, match=reason):
        edited(
            data, {(1, column): f"Netsheet {column}" for column in columns}, new_columns=new, table="Table1"
        )


def test_a_table_with_a_neighbour_is_refused_and_one_that_is_missing_named() -> None:
    related = {
        "tables/table1.xml": table_part(),
        "tables/table2.xml": table_part(name="Table2", area="C1:D3", identifier=2),
    }
    data = workbook(OddSheet(related=related))
    new = (NewColumn(column=3, heading="Netsheet 3", width=9),)

    with pytest.raises(RefusedError, match="no room"):
        edited(data, {(1, 3): "Netsheet 3"}, new_columns=new, table="Table1")
    with pytest.raises(RefusedError, match="no table named Table9"):
        edited(data, {(1, 3): "Netsheet 3"}, new_columns=new, table="Table9")
    assert len(read(edited(data, {(1, 5): "x"})).sheets[0].tables) == 2


def test_zip_members_keep_their_order_times_and_comment() -> None:
    data = ODD["archive comment"]
    result = check_laws(data)

    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(result)) as new:
        assert new.comment == b"kept"
        assert new.testzip() is None
        kept = new.infolist()[: len(old.infolist())]
        assert [(i.filename, i.date_time) for i in kept] == [
            (i.filename, i.date_time) for i in old.infolist()
        ]


def test_stream_flags_and_zip64_fields_go_and_local_fields_stay() -> None:
    plain = check_laws(ODD["streamed"])
    wide = check_laws(ODD["streamed with zip64 fields"])

    with zipfile.ZipFile(io.BytesIO(plain)) as one, zipfile.ZipFile(io.BytesIO(wide)) as two:
        assert all(not info.flag_bits & 8 for info in (*one.infolist(), *two.infolist()))
        assert all(not info.extra for info in two.infolist())
    assert b"UT\5\0" in plain
