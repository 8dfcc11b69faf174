"""Writing into .ods files: only planned cells differ, whatever the file is made of; what cannot be proven is refused."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from python_calamine import CalamineWorkbook

from netsheet.core.grid import LAST_ROW, Area, Sheet
from netsheet.core.plan import CellEdit, CellHint, CellStyle, NewColumn, SheetPlan, WorkbookPlan
from netsheet.engines import open_workbook, read_workbook
from netsheet.errors import NetsheetError, RefusedError, UnreadableError
from netsheet.lossless.applied import Applied
from netsheet.lossless.package import Package
from netsheet.lossless.xml_text import Splice, spliced
from tests.engine import documents
from tests.engine.documents import COLUMNS, EMPTY_REST, ROWS, document, row, text
from tests.engine.laws import applied, edited
from tests.engine.plans import owned_sheet, target_sheet
from tests.engine.trials import step

NOTE = "<office:annotation><text:p>a note</text:p></office:annotation>"
FILTER = (
    '<table:database-ranges><table:database-range table:name="__Anonymous_Sheet_DB__0" '
    'table:target-range-address="Log.A1:Log.B5" table:display-filter-buttons="true"/></table:database-ranges>'
)
SHAPE = '<draw:custom-shape svg:width="2in" svg:height="1in" svg:x="0.1in" svg:y="0.1in"{}/>'
FORMULA = '<table:table-cell table:formula="of:=NOW()" office:value-type="float" office:value="7"/>'
ERROR = (
    '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error">'
    "<text:p>#DIV/0!</text:p></table:table-cell>"
)


def repacked(data: bytes, *, first: str, how: int) -> bytes:
    """Pack a file anew, another part first, and "mimetype" stored or deflated."""
    parts = documents.parts_of(data)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: name != first):
            archive.writestr(
                zipfile.ZipInfo(name), parts[name], how if name == "mimetype" else zipfile.ZIP_DEFLATED
            )
    return target.getvalue()


ODD = {
    "plain": document(),
    "without repeats": document(row(text("Name")) + row(text("Ada"), text("x"))),
    "one row for all": document(row(text("same"), EMPTY_REST, attributes=' table:number-rows-repeated="20"')),
    "equal cells": document(row(text("a", ' table:number-columns-repeated="40"')) * 3),
    "rows that close themselves": document(
        row(text("Name")) + "<table:table-row/><table:table-row />" + row(text("b"))
    ),
    "rows in groups": document(
        f"<table:table-header-rows>{row(text('Name'))}</table:table-header-rows><table:table-row-group>"
        f"<table:table-row-group>{row(text('Ada'))}</table:table-row-group>{row(text('Bo'))}</table:table-row-group>"
    ),
    "white space between cells": document(
        ROWS.replace("><table:", ">\n  <table:").replace("><text:", ">\n <text:")
    ),
    "no columns": document(before=""),
    "columns in a group": document(before=f"<table:table-column-group>{COLUMNS}</table:table-column-group>"),
    "few columns": document(before="<table:table-column></table:table-column>"),
    "no styles": document(automatic=""),
    "empty styles": document(automatic="<office:automatic-styles/>"),
    "a byte order mark": documents.packed(
        {"content.xml": b"\xef\xbb\xbf" + documents.parts_of(document())["content.xml"], "styles.xml": None}
    ),
    "a comment": document(inside="<!-- <table:table-row> -->"),
    "notes": document(
        row(text("Name"))
        + row(f'<table:table-cell office:value-type="string">{NOTE}<text:p>Ada</text:p></table:table-cell>')
    ),
    "merged": document(
        ROWS
        + row(
            '<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1"/>',
            "<table:covered-table-cell/>",
        )
    ),
    "formulas and errors": document(ROWS + row(FORMULA, ERROR)),
    "a filter": document(behind=FILTER),
    "no mimetype": document(parts={"mimetype": None}),
    "mimetype packed": repacked(document(), first="mimetype", how=zipfile.ZIP_DEFLATED),
    "mimetype behind the content": repacked(document(), first="content.xml", how=zipfile.ZIP_STORED),
    "mimetype packed, behind the manifest": repacked(
        document(), first="META-INF/manifest.xml", how=zipfile.ZIP_DEFLATED
    ),
    "white space everywhere": document(ROWS.replace("><", "> \n\t<")),
    "no settings and styles": document(parts={"settings.xml": None, "styles.xml": None}),
    "other sheets behind": document(behind=f'<table:table table:name="Other">{ROWS}</table:table>'),
    "a copy of another file's sheet": document(
        behind='<table:table table:name="\'file:///x.ods\'#$A"><table:table-source xlink:href="x"/>'
        f"{ROWS}</table:table>"
    ),
    "names that need escapes": document(sheet='table:name="Log &amp; &quot;more&quot;"'),
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_open_document_keeps_the_laws(name: str) -> None:
    data = ODD[name]
    _, snapshot, plan, result = step(data)
    target = target_sheet(snapshot)
    assert target is not None

    assert applied(data, WorkbookPlan()).data == data, "an empty plan gives identical bytes"
    _, _, second, repeated = step(result.data)
    assert (second.cell_count, repeated.data) == (0, result.data), "a second run changes nothing"
    before, after = (documents.parts_of(each) for each in (data, result.data))
    growing = {"content.xml", "styles.xml", "settings.xml", "META-INF/manifest.xml"}
    assert {n: c for n, c in before.items() if n not in growing} == {
        n: after[n] for n in before.keys() - growing
    }
    planned = {(number, edit.column) for number, edits in plan.sheets[0].rows.items() for edit in edits}
    old, new = documents.sheets_of(data), documents.sheets_of(result.data)
    for sheet, table in old.items():
        cells, now = documents.cells_of(table), documents.cells_of(new[sheet])
        mine = planned if sheet == target.name else set()
        assert {at: xml for at, xml in cells.items() if at not in mine} == {
            at: xml for at, xml in now.items() if at not in mine
        }
    assert documents.other_content(data) == documents.other_content(result.data)


@pytest.mark.parametrize("name", ODD)
def test_charts_of_ours_come_and_go_without_a_trace(name: str) -> None:
    result = step(ODD[name])[3]
    bare = step(result.data, offset=7, charts=0)[3]

    assert not [part for part in documents.parts_of(bare.data) if part.startswith("Object")]
    again = step(bare.data)[3]
    assert documents.parts_of(again.data).keys() == documents.parts_of(result.data).keys()


VALUES = (
    "text", " two  spaces ", "line\nbreak", "tab\there", "=1+1", "<&>\"'", "é😀", "_x0041_", 3, -2.5, True,
    dt.date(2026, 3, 4), dt.datetime(2026, 3, 4, 5, 6), dt.time(10, 30), "",
)  # fmt: skip


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_value_reads_back_as_it_was_written(value: object) -> None:
    result = edited(document(), {(2, 5): value})  # type: ignore[dict-item]  # any value of a cell

    read = read_workbook(result).sheets[0].value(2, 5)

    expected = value.replace("\t", " ") if isinstance(value, str) else value
    assert read == expected
    assert type(read) is (float if type(value) is int else type(expected))


def test_a_repeated_row_is_split_only_where_it_changes() -> None:
    result = edited(document(), {(4, 3): "new"})

    content = documents.parts_of(result)["content.xml"].decode()
    assert (
        content.count("<table:table-row")
        == documents.parts_of(document())["content.xml"].count(b"<table:table-row") + 2
    )
    assert [line[:3] for line in read_workbook(result).sheets[0].rows[2:5]] == [
        ["Bo", "2026-03-02", ""],
        ["Bo", "2026-03-02", "new"],
        ["Bo", "2026-03-02", ""],
    ]


def test_new_columns_have_their_width_and_the_heading_looks_like_its_neighbour() -> None:
    rows = row(text("Name", ' table:style-name="ce1"'), EMPTY_REST) + row(text("Ada"), EMPTY_REST)
    result = edited(
        document(rows),
        {(1, 2): "Netsheet a", (2, 2): "x"},
        new_columns=(NewColumn(column=2, heading="Netsheet a", width=20),),
    )

    content = documents.parts_of(result)["content.xml"].decode()
    assert (
        'table:style-name="ce1" office:value-type="string" calcext:value-type="string"><text:p>Netsheet a'
        in content
    )
    assert 'style:column-width="1.5967in"' in content
    assert content.count("<table:table-column ") == 3


def test_a_styled_day_is_a_day_and_an_equal_style_is_added_once() -> None:
    style = CellStyle(
        number_format="d mmm yyyy",
        bold=True,
        font_color="7A1F1F",
        fill_color="F8D9D6",
        wrap=True,
        align="left",
    )
    once = edited(document(), {(2, 3): dt.date(2026, 3, 4)}, style=style)
    twice = edited(once, {(3, 3): dt.date(2026, 3, 5)}, style=style)

    first, second = (documents.parts_of(data)["content.xml"].decode() for data in (once, twice))
    assert 'office:value-type="date" office:date-value="2026-03-04"' in first
    assert first.count('style:name="netsheet-') == second.count('style:name="netsheet-') == 2


def test_an_autofilter_that_is_exactly_the_log_takes_the_new_columns_in() -> None:
    column = NewColumn(column=3, heading="Netsheet a", width=9)
    grown = edited(ODD["a filter"], {(1, 3): "Netsheet a"}, new_columns=(column,), filter_area=GROWN)
    longer = replace(GROWN, last_row=6)
    apart = edited(ODD["a filter"], {(1, 3): "Netsheet a"}, new_columns=(column,), filter_area=longer)

    assert b'"Log.A1:Log.C5"' in documents.parts_of(grown)["content.xml"]
    assert b'"Log.A1:Log.B5"' in documents.parts_of(apart)["content.xml"]


def sheet_of(data: bytes) -> Sheet:
    return read_workbook(data).sheets[0]


def test_what_is_around_the_cells_is_read() -> None:
    hidden = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    sheet = sheet_of(
        document(
            row(text("Name"), FORMULA, ERROR)
            + row('<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="3"/>'),
            before=hidden,
            behind=FILTER,
            sheet='table:name="Log" table:protected="true"',
        )
    )

    assert {at: (cell.text, cell.has_result, cell.is_volatile) for at, cell in sheet.formulas.items()} == {
        (1, 2): ("NOW()", True, True),
        (1, 3): ("1/0", True, False),
    }
    assert sheet.errors == {(1, 3): "#DIV/0!"}
    assert sheet.value(1, 3) == ""
    assert sheet.merged == sheet.blocked == (Area(first_row=2, first_column=1, last_row=4, last_column=2),)
    assert [(area.first_column, area.last_column) for area in sheet.covered] == [(2, 2)]
    assert sheet.autofilter == Area(first_row=1, first_column=1, last_row=5, last_column=2)
    assert (sheet.frozen_rows, sheet.is_hidden, sheet.is_protected) == (1, False, True)


@pytest.mark.parametrize(
    ("shape", "last"),
    [
        (SHAPE.format(' table:end-cell-address="Log.G9"'), 7),
        (SHAPE.format(""), 3),
        (SHAPE.format(' table:end-cell-address="broken"'), 3),
    ],
)
def test_a_drawing_keeps_new_columns_to_its_right(shape: str, last: int) -> None:
    at_a_cell = document(ROWS + row(f"<table:table-cell>{shape}</table:table-cell>"))
    at_the_page = document(before=f"<table:shapes>{shape}</table:shapes>{COLUMNS}")

    for data in (at_a_cell, at_the_page):
        assert max(area.last_column for area in sheet_of(data).covered) == last


REFUSALS: dict[str, tuple[bytes, str]] = {
    "tracked changes": (document(inside="<table:tracked-changes/>"), "tracks its users' changes"),
    "a signature": (document(parts={"META-INF/documentsignatures.xml": "<x/>"}), "digitally signed"),
    "no list of parts": (document(parts={"META-INF/manifest.xml": None}), "no list of its parts"),
    "a password": (
        document(
            parts={
                "META-INF/manifest.xml": documents.MANIFEST.replace(
                    "/></m", "><manifest:encryption-data/></manifest:file-entry></m"
                )
            }
        ),
        "protected by a password",
    ),
    "a whole encrypted package": (document(parts={"encrypted-package": b"x"}), "protected by a password"),
    "other names": (
        document(
            parts={
                "content.xml": documents.parts_of(document())["content.xml"].replace(
                    b'xmlns:text="urn', b'xmlns:text="other'
                )
            }
        ),
        "does not use the name text:",
    ),
    "a declaration": (document(parts={"content.xml": b"<!DOCTYPE x><x/>"}), "document type declaration"),
    "no content": (document(parts={"content.xml": None}), "has no content"),
    "a text document": (document(parts={"content.xml": b"<office:document-content/>"}), "not a spreadsheet"),
    "a protected sheet": (document(sheet='table:name="Log" table:protected="true"'), "is protected"),
    "a merged cell": (
        document(
            row('<table:table-cell table:number-columns-spanned="3" table:number-rows-spanned="2"/>') * 3
        ),
        "lies in a merged cell",
    ),
    "a formula": (document(row(*[FORMULA] * 4) * 3), "holds a formula"),
    "a note": (
        document(row(*[f"<table:table-cell>{NOTE}</table:table-cell>"] * 4) * 3),
        "holds a note or a drawing",
    ),
    "no rows": (document("", before="<table:table-column/>"), "has no rows"),
    "a sheet that closes itself": (
        documents.packed(
            {
                "content.xml": documents.parts_of(document("", before=""))["content.xml"].replace(
                    b"></table:table>", b"/>"
                )
            }
        ),
        "has no rows",
    ),
    "tables in cells": (
        document(row('<table:table-cell><table:table table:name="in"/></table:table-cell>') + ROWS),
        "hold tables of their own",
    ),
}


def read_and_applied(data: bytes, plan: WorkbookPlan) -> Applied:
    book = open_workbook(data)
    book.read()
    return book.apply(plan)


@pytest.mark.parametrize("name", REFUSALS)
def test_what_cannot_be_written_safely_is_refused_with_its_reason(name: str) -> None:
    data, reason = REFUSALS[name]
    plan = WorkbookPlan(
        sheets=(SheetPlan(sheet="Log", header_row=1, rows={2: (CellEdit(3, "", "x", None),)}),)
    )

    with pytest.raises(NetsheetError, match=reason) as refused:
        read_and_applied(data, plan)

    assert refused.value.hint


def test_a_sheet_of_ours_is_not_added_where_that_is_locked_and_never_replaces_anybody_else_s() -> None:
    locked = documents.parts_of(document())["content.xml"].replace(
        b"<office:spreadsheet>", b'<office:spreadsheet table:structure-protected="true">'
    )
    for data, reason in (
        (document(parts={"content.xml": locked}), "structure is protected"),
        (document(sheet='table:name="Netsheet Summary"'), "was not made by netsheet"),
    ):
        with pytest.raises(RefusedError, match=reason):
            open_workbook(data).apply(WorkbookPlan(owned=(owned_sheet(),)))


@pytest.mark.parametrize(
    "start", [b"<?xml version='1.0'?>\n<office:document office:version='1.3'>", b"<office:document>"]
)
def test_a_flat_document_is_refused_with_what_to_do(start: bytes) -> None:
    with pytest.raises(UnreadableError, match="flat OpenDocument file") as refused:
        read_workbook(start)

    assert "ODF Spreadsheet (.ods)" in refused.value.hint


GROWN = Area(first_row=1, first_column=1, last_row=5, last_column=3)
PLAN = WorkbookPlan(
    sheets=(
        SheetPlan(
            sheet="Log",
            header_row=1,
            rows={
                1: (CellEdit(3, "", "Netsheet a", None),),
                2: (CellEdit(3, "", "x", "style"),),
                4: (CellEdit(3, "", dt.date(2026, 3, 4), None),),
                300: (CellEdit(3, "", 7, None),),
            },
            new_columns=(NewColumn(column=3, heading="Netsheet a", width=9),),
            filter_area=GROWN,
        ),
    ),
    owned=(owned_sheet(),),
    styles={"style": CellStyle(bold=True)},
)
ORIGINAL = document(row(text("Name"), text("Date"), EMPTY_REST) + ROWS, behind=FILTER)


def proven(change: Callable[[Applied], Applied]) -> None:
    book = open_workbook(ORIGINAL)
    rows = {sheet.name: sheet.rows for sheet in book.read().sheets}
    book.verify(change(book.apply(PLAN)), PLAN, rows)


def with_splices(
    change: Callable[[list[Splice]], list[Splice]], part: str = "content.xml"
) -> Callable[[Applied], Applied]:
    """Let the writer make other splices, and say so."""

    def changed(result: Applied) -> Applied:
        splices = {**result.splices, part: sorted(change(list(result.splices[part])))}
        original = Package(ORIGINAL).read(part)
        data = Package(result.data).rewritten({part: spliced(original, splices[part])})
        return replace(result, data=data, splices=splices)

    return changed


def more(find: bytes, put: bytes, part: str = "content.xml") -> Callable[[Applied], Applied]:
    """Let the writer replace something in the original that is not its own."""
    at = Package(ORIGINAL).read(part).index(find)
    return with_splices(lambda splices: [*splices, Splice(at, at + len(find), put)], part)


def other(find: bytes, put: bytes, part: str = "content.xml") -> Callable[[Applied], Applied]:
    """Let the writer write something else than it should."""
    return with_splices(
        lambda splices: [each._replace(new=each.new.replace(find, put)) for each in splices], part
    )


def without(name: str) -> Callable[[Applied], Applied]:
    def changed(result: Applied) -> Applied:
        data = Package(result.data).rewritten({}, frozenset({name}))
        return replace(result, data=data, removed=result.removed | {name})

    return changed


def replaced(name: str, content: bytes) -> Callable[[Applied], Applied]:
    def changed(result: Applied) -> Applied:
        data = Package(result.data).rewritten({name: content})
        return replace(result, data=data, changed=result.changed | {name})

    return changed


def test_the_proof_accepts_the_writer_s_own_work_on_an_open_document() -> None:
    proven(lambda result: result)


SABOTAGE: dict[str, Callable[[Applied], Applied]] = {
    "a cell of the user's is changed": more(b"<text:p>Ada</text:p>", b"<text:p>Eve</text:p>"),
    "a cell of the user's is emptied": more(text("Ada").encode(), b"<table:table-cell/>"),
    "a row of the user's is lost": more(row(text("Ada"), text("2026-03-01"), EMPTY_REST).encode(), b""),
    "a style of the user's is changed": more(b'style:column-width="0.889in"', b'style:column-width="9in"'),
    "a style that is not ours is added": other(b'style:name="netsheet-', b'style:name="yours-'),
    "a column is shown otherwise": other(b'table:default-cell-style-name="ce1"', b'table:default-cell-style-name="ce2"'),
    "a column is lost": other(b'table:number-columns-repeated="1021"', b'table:number-columns-repeated="1020"'),
    "a repeated row is lost": other(b'table:number-rows-repeated="2"', b'table:number-rows-repeated="1"'),
    "a row becomes more": other(b'table:number-rows-repeated="203"', b'table:number-rows-repeated="202"'),
    "a heading reads otherwise": other(b"Netsheet a", b"Netsheet b"),
    "a formula comes in": other(b"<text:p>x</text:p>", b"<text:p>x</text:p><table:formula/>"),
    "a cell holds a formula": other(b' office:value="7"', b' office:value="7" table:formula="of:=1"'),
    "a day is another": other(b'office:date-value="2026-03-04"', b'office:date-value="2026-03-05"'),
    "the filter covers other rows": other(b"Log.A1:Log.C5", b"Log.A1:Log.C4"),
    "a sheet of ours comes twice": other(b'<table:table table:name="Netsheet Summary"', b'<table:table table:name="Netsheet Other"'),
    "a sheet of ours holds something else": other(b"<text:p>Summary</text:p>", b"<text:p>Sumary</text:p>"),
    "a page of the user's is changed": more(b'style:name="Default" style:page-layout-name="x"', b'style:name="D"', "styles.xml"),
    "a view of the user's is changed": more(b'config:type="int">1<', b'config:type="int">2<', "settings.xml"),
    "the list of parts loses one": more(documents.ENTRIES.partition("/>")[2].partition("/>")[0].encode() + b"/>", b"", "META-INF/manifest.xml"),
    "a part is lost": without("settings.xml"),
    "a part changes": replaced("mimetype", b"application/other"),
    "a part is added": replaced("extra.xml", b"<x/>"),
    "a chart is not well-formed": replaced("Object 1/content.xml", b"<x>"),
    "the splices are not those of the file": lambda result: replace(result, splices={"content.xml": []}),
}  # fmt: skip


@pytest.mark.parametrize("name", SABOTAGE)
def test_the_proof_refuses_a_new_open_document_in_which(name: str) -> None:
    with pytest.raises(RefusedError, match="Nothing was written"):
        proven(SABOTAGE[name])


def test_the_sheet_of_ours_has_its_links_bars_charts_and_pages() -> None:
    parts = documents.parts_of(edited(document(), {}, owned=(owned_sheet(),)))
    content, styles, settings = (
        parts[name].decode() for name in ("content.xml", "styles.xml", "settings.xml")
    )

    assert 'xlink:href="mailto:a@example.com"' in content
    assert "xlink:href=\"#'Netsheet Summary'.A1\"" in content
    assert 'calcext:positive-color="#638ec6"' in content
    assert content.count("<draw:object ") == 2
    assert content.count("<svg:desc>columns</svg:desc>") == 2
    assert "table:print-ranges=\"'Netsheet Summary'.A1:'Netsheet Summary'.I31\"" in content
    assert "<table:table-header-rows>" in content
    assert 'style:scale-to-X="1"' in styles
    assert 'table:number-columns-spanned="3"' in content
    assert 'config:name="Netsheet Summary"><config:config-item config:name="ShowGrid"' in settings
    chart = parts["Object 1/content.xml"].decode()
    assert "chart:values-cell-range-address=\"'Netsheet Summary'.B11:'Netsheet Summary'.B15\"" in chart
    assert parts["META-INF/manifest.xml"].decode().count('"Object 2/') == 3


def test_another_reader_finds_the_sheets_and_values() -> None:
    data = edited(document(), {(2, 3): "x"}, owned=(owned_sheet(),))

    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        assert book.sheet_names == ["Log", "Netsheet Summary"]
        assert book.get_sheet_by_name("Netsheet Summary").to_python()[0][0] == "Summary"


HINT = CellHint(title="Done?", text="Type <it> & go", choices=("Done", 'say "no"'))
OFFERED = NewColumn(column=3, heading="Netsheet done", width=9, style="style", hint=HINT)


def validated_rows(data: bytes) -> int:
    """Count the rows whose third cell offers the words of the first drop-down."""
    rows = 0
    for line in documents.sheets_of(data)["Log"].iter(f"{documents.TABLE}table-row"):
        times = int(line.get(f"{documents.TABLE}number-rows-repeated", "1"))
        rows += times * sum(
            cell.get(f"{documents.TABLE}content-validation-name") == "netsheet-1" for cell in line
        )
    return rows


@pytest.mark.parametrize(
    "name", ["plain", "without repeats", "one row for all", "no styles", "rows in groups"]
)
def test_every_cell_below_a_new_heading_offers_its_words(name: str) -> None:
    result = edited(ODD[name], {(1, 3): "Netsheet done", (2, 3): ""}, new_columns=(OFFERED,))

    content = documents.parts_of(result)["content.xml"].decode()
    assert validated_rows(result) == LAST_ROW - 1
    assert "cell-content-is-in-list(&quot;Done&quot;;&quot;say &quot;&quot;no&quot;&quot;&quot;)" in content
    assert "<text:p>Type &lt;it&gt; &amp; go</text:p>" in content
    assert '<table:error-message table:message-type="information" table:display="false"/>' in content


def test_a_cell_that_is_written_to_later_goes_on_offering_its_words() -> None:
    offering = edited(ODD["plain"], {(1, 3): "Netsheet done"}, new_columns=(OFFERED,))
    again = edited(edited(offering, {(2, 3): "done"}), {(2, 3): ""})

    assert validated_rows(again) == LAST_ROW - 1


def test_a_drop_down_of_the_user_s_stays_with_its_words() -> None:
    cell = '<table:table-cell table:content-validation-name="val1" table:number-columns-repeated="9"/>'
    rows = row(text("Name"), EMPTY_REST) + row(text("Ada"), cell) + row(text("Bo"))
    inside = (
        '<table:content-validations><table:content-validation table:name="val1"/></table:content-validations>'
    )
    result = edited(
        document(rows, inside=inside), {(1, 3): "Netsheet done", (3, 3): ""}, new_columns=(OFFERED,)
    )

    content = documents.parts_of(result)["content.xml"]
    assert cell.encode() in content
    assert content.count(b"<table:content-validations>") == 1
    assert validated_rows(result) == LAST_ROW - 2
