"""The proof catches what must never be saved: each sabotage of the new bytes is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from netsheet.core.plan import CellEdit, NewColumn, SheetPlan, WorkbookPlan
from netsheet.errors import RefusedError
from netsheet.lossless.applied import Applied
from netsheet.lossless.package import Package
from netsheet.lossless.xml_text import Splice, spliced
from netsheet.workbook.apply import apply_plan
from netsheet.workbook.book import Book
from netsheet.workbook.load import read_book
from netsheet.workbook.verify import verify
from tests.engine import oracles
from tests.engine.odd import ROWS, STYLES, OddSheet, table_part, workbook, zipped
from tests.engine.plans import STYLES as OUR_STYLES
from tests.engine.plans import owned_sheet

SHEET, BOOK, LOOKS, TABLE = (
    "xl/worksheets/sheet1.xml",
    "xl/workbook.xml",
    "xl/styles.xml",
    "xl/tables/table1.xml",
)
TYPES, LINKS = "[Content_Types].xml", "xl/_rels/workbook.xml.rels"
FORMULA = '<row r="4"><c r="A4"><f>B2+1</f><v>37</v></c><c r="B4" t="e"><v>#N/A</v></c></row>'
FORMULA += '<row r="5"><c r="A5" t="s"><v>0</v></c><c r="B5" t="b"><v>1</v></c></row>'
DATA = workbook(
    OddSheet(
        data=f"<sheetData>{ROWS}{FORMULA}</sheetData>",
        before='<dimension ref="A1:B5"/>',
        after='<autoFilter ref="A1:B3"/><mergeCells count="1"><mergeCell ref="A9:B9"/></mergeCells>',
        related={"tables/table1.xml": table_part()},
    ),
    OddSheet(name="Other"),
    shared_strings="<si><t>shared</t></si>",
    after_sheets="<definedNames><definedName name='mine'>Log!$A$1</definedName></definedNames>",
)
PLAN = WorkbookPlan(
    sheets=(
        SheetPlan(
            sheet="Log",
            header_row=1,
            rows={
                1: (CellEdit(3, "", "Netsheet a", None),),
                2: (CellEdit(3, "", "x", "text"),),
                7: (CellEdit(3, "", 7, None),),
                8: (CellEdit(3, "", "", None),),
            },
            new_columns=(NewColumn(column=3, heading="Netsheet a", width=9),),
            table="Table1",
        ),
    ),
    owned=(owned_sheet(),),
    styles=OUR_STYLES,
)


def proven(change: Callable[[Applied], Applied]) -> None:
    book = Book(DATA)
    rows = {sheet.name: sheet.rows for sheet in read_book(book).sheets}
    verify(book, apply_plan(book, PLAN), PLAN, rows)
    verify(book, change(apply_plan(book, PLAN)), PLAN, rows)


def swapped(part: str, old: str, new: str) -> Callable[[Applied], Applied]:
    """Replace a text in one part of the new file; every other member keeps its compressed bytes."""

    def change(applied: Applied) -> Applied:
        content = oracles.zip_parts(applied.data)[part]
        assert old.encode() in content, (part, old)
        changed = content.replace(old.encode(), new.encode(), 1)
        return replace(applied, data=Package(applied.data).rewritten({part: changed}))

    return change


def confessed(part: str, old: str, new: str) -> Callable[[Applied], Applied]:
    """As ``swapped``, but the change is listed among those that were made."""

    def change(applied: Applied) -> Applied:
        return replace(swapped(part, old, new)(applied), changed=applied.changed | {part})

    return change


def dropped(part: str, *, confess: bool = False) -> Callable[[Applied], Applied]:
    def change(applied: Applied) -> Applied:
        parts = {name: content for name, content in oracles.zip_parts(applied.data).items() if name != part}
        data = Package(applied.data).rewritten({}, frozenset({part}))
        assert len(parts) == len(oracles.zip_parts(data))
        return replace(applied, data=data, removed=applied.removed | ({part} if confess else set()))

    return change


def added(part: str, *, confess: bool) -> Callable[[Applied], Applied]:
    def change(applied: Applied) -> Applied:
        data = Package(applied.data).rewritten({part: b"<stray/>"})
        return replace(applied, data=data, changed=applied.changed | ({part} if confess else set()))

    return change


def replanned(old: bytes, new: bytes) -> Callable[[Applied], Applied]:
    """Change a splice together with the bytes it made, as a fault in the writer itself would."""

    def change(applied: Applied) -> Applied:
        splices = list(applied.splices[SHEET])
        content = oracles.zip_parts(applied.data)[SHEET]
        assert old in content
        at = next(number for number, splice in enumerate(splices) if old in splice.new)
        splices[at] = splices[at]._replace(new=splices[at].new.replace(old, new))
        data = Package(applied.data).rewritten({SHEET: content.replace(old, new, 1)})
        return replace(applied, data=data, splices={SHEET: splices})

    return change


SABOTAGE: dict[str, Callable[[Applied], Applied]] = {
    "a user's text": swapped(SHEET, "<t>Ada</t>", "<t>Eve</t>"),
    "a user's number": swapped(SHEET, "<v>36</v>", "<v>37</v>"),
    "a user's cell's style": swapped(SHEET, 's="1"', 's="0"'),
    "a user's truth": swapped(SHEET, 't="b"><v>1', "><v>1"),
    "a formula lost": swapped(SHEET, "<f>B2+1</f>", ""),
    "a stored result lost": swapped(SHEET, "<v>37</v>", ""),
    "an error lost": swapped(SHEET, "<v>#N/A</v>", "<v>#REF!</v>"),
    "a merge lost": swapped(SHEET, '<mergeCell ref="A9:B9"/>', '<mergeCell ref="A8:B8"/>'),
    "the filter": swapped(SHEET, '<autoFilter ref="A1:B3"/>', '<autoFilter ref="A1:C3"/>'),
    "a planned cell's value": swapped(SHEET, "<t>x</t>", "<t>y</t>"),
    "a planned cell's value by the writer": replanned(b"<t>x</t>", b"<t>y</t>"),
    "a planned cell elsewhere by the writer": replanned(b'r="C7"', b'r="D7"'),
    "a planned cell at its row's beginning by the writer": replanned(b'r="C7"', b'r="A7"'),
    "a formula by the writer": replanned(b'r="C7"><v>7</v>', b'r="C7"><f>3+4</f><v>7</v>'),
    "markup by the writer": replanned(b"<t>x</t>", b"<t>x</t><phoneticPr fontId='0'/>"),
    "a sign by the writer that no part may hold": replanned(b'<c r="C8"/>', b'<c r="C8"\x00/>'),
    "an attribute by the writer": replanned(b'<c r="C8"/>', b'<c r="C8" cm="1"/>'),
    "a user's cell overwritten by the writer": replanned(b'<c r="C2"', b'<c r="B2"'),
    "a row that became another by the writer": replanned(b'<row r="7"><c r="C7"', b'<row r="6"><c r="C6"'),
    "a sheet not well-formed": swapped(SHEET, "</worksheet>", ""),
    "styles not well-formed": swapped(LOOKS, "</styleSheet>", ""),
    "a part with a document type": swapped(BOOK, "<workbook", "<!DOCTYPE x><workbook"),
    "another sheet": swapped("xl/worksheets/sheet2.xml", "Ada", "Eve"),
    "another sheet, confessed": confessed("xl/worksheets/sheet2.xml", "Ada", "Eve"),
    "shared texts": swapped("xl/sharedStrings.xml", "shared", "altered"),
    "shared texts, confessed": confessed("xl/sharedStrings.xml", "shared", "altered"),
    "a style renumbered": swapped(LOOKS, '<xf numFmtId="14"', '<xf numFmtId="15"'),
    "a font changed": swapped(LOOKS, 'val="Calibri"', 'val="Arial"'),
    "a style lost": swapped(
        LOOKS, STYLES[STYLES.index("<cellXfs") + 19 : STYLES.index('<xf numFmtId="14"')], ""
    ),
    "the table not grown": swapped(TABLE, 'ref="A1:C3"', 'ref="A1:B3"'),
    "the table's column misnamed": swapped(TABLE, 'name="Netsheet a"', 'name="Netsheet b"'),
    "a user's column renamed": swapped(TABLE, 'name="Age"', 'name="Old"'),
    "the table renamed": swapped(TABLE, 'displayName="Table1"', 'displayName="Table2"'),
    "a member dropped": dropped("xl/sharedStrings.xml"),
    "a member dropped, confessed": dropped("xl/sharedStrings.xml", confess=True),
    "the table dropped": dropped(TABLE, confess=True),
    "a chart dropped": dropped("xl/charts/chart1.xml"),
    "a member added": added("xl/stray.xml", confess=False),
    "a member added, confessed": added("xl/stray.xml", confess=True),
    "a tab renamed": swapped(BOOK, 'name="Other"', 'name="Another"'),
    "a tab hidden": swapped(BOOK, '<sheet name="Other"', '<sheet state="hidden" name="Other"'),
    "a name changed": swapped(BOOK, "Log!$A$1", "Log!$A$2"),
    "a name lost": swapped(BOOK, "<definedName name='mine'>Log!$A$1</definedName>", ""),
    "the calendar": swapped(BOOK, "<sheets>", '<workbookPr date1904="1"/><sheets>'),
    "calculation settings": swapped(BOOK, "</workbook>", "<calcPr fullCalcOnLoad='1'/></workbook>"),
    "a link": swapped(LINKS, "sharedStrings.xml", "otherStrings.xml"),
    "a content type": swapped(TYPES, "spreadsheetml.styles+xml", "spreadsheetml.other+xml"),
    "a content type of nothing": swapped(
        TYPES, "</Types>", '<Override PartName="/xl/none.xml" ContentType="x"/></Types>'
    ),
    "the kind of file": swapped(
        TYPES,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    ),
    "our sheet's mark": swapped("xl/worksheets/sheet3.xml", "Made by", "Done by"),
    "our sheet's number": swapped("xl/worksheets/sheet3.xml", "<v>4</v>", "<v>5</v>"),
    "no workbook at all": lambda applied: replace(applied, data=zipped({"a": b"b"})),
    "bytes cut off": lambda applied: replace(applied, data=applied.data[:-30]),
}


@pytest.mark.parametrize("name", SABOTAGE)
def test_the_proof_refuses_a_new_file_with(name: str) -> None:
    with pytest.raises(RefusedError, match="Nothing was written"):
        proven(SABOTAGE[name])


def test_the_proof_accepts_the_writer_s_own_work() -> None:
    proven(lambda applied: applied)


@pytest.mark.parametrize(
    ("find", "put"),
    [
        (b'<row r="8"><c r="C8"/></row>', b""),
        (b"</sheetData>", b"</sheetData><row r='8'><c r='C8'/></row>"),
    ],
)
def test_a_row_outside_the_cell_area_is_refused(find: bytes, put: bytes) -> None:
    def change(applied: Applied) -> Applied:
        content = oracles.zip_parts(applied.data)[SHEET]
        assert find in content
        data = Package(applied.data).rewritten({SHEET: content.replace(find, put)})
        return replace(applied, data=data)

    with pytest.raises(RefusedError, match="changed outside"):
        proven(change)


def test_a_writer_that_puts_rows_outside_the_cell_area_is_refused() -> None:
    def change(applied: Applied) -> Applied:
        book = Book(DATA)
        original = book.package.read(SHEET)
        at = original.index(b"<autoFilter")
        splices = [splice for splice in applied.splices[SHEET] if b'r="7"' not in splice.new]
        stray = next(splice for splice in applied.splices[SHEET] if b'r="7"' in splice.new)
        splices.append(stray._replace(start=at, end=at))
        content = bytearray()
        done = 0
        for splice in splices:
            content += original[done : splice.start] + splice.new
            done = splice.end
        content += original[done:]
        data = Package(applied.data).rewritten({SHEET: bytes(content)})
        return replace(applied, data=data, splices={SHEET: splices})

    with pytest.raises(RefusedError, match="outside its cell area"):
        proven(change)


@pytest.mark.parametrize("gone", [b'<c r="A5" t="s"><v>0</v></c>', b'<row r="5">', b"<v>37</v>"])
@pytest.mark.parametrize("put", [b"", b'<c r="A5"/>', b'<row r="5" hidden="1">'])
def test_a_writer_that_replaces_what_is_the_users_is_refused(gone: bytes, put: bytes) -> None:
    def change(applied: Applied) -> Applied:
        at = Book(DATA).package.read(SHEET).index(gone)
        splices = sorted([*applied.splices[SHEET], Splice(at, at + len(gone), put)])
        content = spliced(Book(DATA).package.read(SHEET), splices)
        data = Package(applied.data).rewritten({SHEET: content})
        return replace(applied, data=data, splices={SHEET: splices})

    with pytest.raises(RefusedError, match="Nothing was written"):
        proven(change)


def test_a_plan_that_reaches_too_far_to_be_read_back_is_refused() -> None:
    book = Book(workbook())
    plan = WorkbookPlan(
        sheets=(SheetPlan(sheet="Log", header_row=1, rows={1_048_576: (CellEdit(16_384, "", 1, None),)}),)
    )
    with pytest.raises(RefusedError, match="reach too far"):
        verify(
            book, apply_plan(book, plan), plan, {sheet.name: sheet.rows for sheet in read_book(book).sheets}
        )


@pytest.mark.parametrize("at", [(1_048_577, 1), (1, 16_385)])
def test_a_plan_past_the_sheet_s_edge_is_refused(at: tuple[int, int]) -> None:
    book = Book(workbook())
    plan = WorkbookPlan(
        sheets=(SheetPlan(sheet="Log", header_row=1, rows={at[0]: (CellEdit(at[1], "", 1, None),)}),)
    )
    with pytest.raises(RefusedError, match="no room left"):
        apply_plan(book, plan)


def test_a_plan_whose_cells_are_there_already_changes_nothing_and_is_proven() -> None:
    data = workbook(OddSheet(data='<sheetData><row r="1"><c r="A1"/></row></sheetData>'))
    book = Book(data)
    rows = {1: (CellEdit(1, "", "", None),), 2: ()}
    plan = WorkbookPlan(sheets=(SheetPlan(sheet="log", header_row=1, rows=rows),))
    applied = apply_plan(book, plan)

    verify(book, applied, plan, {sheet.name: sheet.rows for sheet in read_book(book).sheets})

    assert applied.data == data


def test_a_plan_for_a_sheet_that_is_not_there_is_refused() -> None:
    book = Book(workbook())
    rows = {1: (CellEdit(1, "", "x", None),)}
    with pytest.raises(RefusedError, match="no worksheet named Nowhere"):
        apply_plan(book, WorkbookPlan(sheets=(SheetPlan(sheet="Nowhere", header_row=1, rows=rows),)))


@pytest.mark.parametrize("wrong", [b"A7", b"B7", b"D7"])
def test_a_cell_below_all_rows_that_the_writer_put_elsewhere_is_refused(wrong: bytes) -> None:
    plan = WorkbookPlan(
        sheets=(SheetPlan(sheet="Log", header_row=1, rows={7: (CellEdit(3, "", "x", None),)}),)
    )
    book = Book(workbook())
    rows = {sheet.name: sheet.rows for sheet in read_book(book).sheets}
    moved = replanned(b'r="C7"', b'r="' + wrong + b'"')

    verify(book, apply_plan(book, plan), plan, rows)
    with pytest.raises(RefusedError, match="does not read back"):
        verify(book, moved(apply_plan(book, plan)), plan, rows)
