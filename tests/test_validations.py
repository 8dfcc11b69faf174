"""The drop-down of a new column: one validation more, on that column alone; everything else keeps its bytes."""

from __future__ import annotations

import io

import pytest

from netsheet.core.plan import CellHint, NewColumn, SheetPlan
from netsheet.errors import RefusedError
from netsheet.lossless.xml_text import Splice, spliced
from netsheet.workbook.sheet_xml import SheetXml
from netsheet.workbook.validations import validation_splices
from netsheet.workbook.verify_sheet import check_sheet

HINT = CellHint(title="Done?", text="Type <what> you did & when.", choices=("Done", "2 weeks"))
PLAN = SheetPlan(
    sheet="Log",
    header_row=3,
    rows={},
    new_columns=(
        NewColumn(column=4, heading="Why", width=9),
        NewColumn(column=5, heading="Done", width=9, hint=HINT),
    ),
)
OURS = (
    '<{p}dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="0" promptTitle="Done?" '
    'prompt="Type &lt;what&gt; you did &amp; when." sqref="E4:E1048576"><{p}formula1>&quot;Done,2 weeks&quot;</{p}formula1>'
    "</{p}dataValidation>"
)
THEIRS = '<dataValidation type="whole" sqref="B2:B9 C1"><formula1>1</formula1></dataValidation>'
CASES = {
    "none yet, and nothing after the cells": (
        "<sheetData/>",
        '<sheetData/><dataValidations count="1">{ours}</dataValidations>',
    ),
    "none yet, before links and margins, after formats": (
        "<sheetData/><mergeCells/><conditionalFormatting><x/></conditionalFormatting><hyperlinks/><pageMargins/>",
        (
            "<sheetData/><mergeCells/><conditionalFormatting><x/></conditionalFormatting>"
            '<dataValidations count="1">{ours}</dataValidations><hyperlinks/><pageMargins/>'
        ),
    ),
    "some of the user's": (
        f'<sheetData/><dataValidations count="1" disablePrompts="0">{THEIRS}</dataValidations><pageMargins/>',
        f'<sheetData/><dataValidations count="2" disablePrompts="0">{THEIRS}{{ours}}</dataValidations><pageMargins/>',
    ),
    "an empty list": (
        '<sheetData/><dataValidations count="0"/>',
        '<sheetData/><dataValidations count="1">{ours}</dataValidations>',
    ),
    "one of the user's that reaches the column": (
        '<sheetData/><dataValidations count="1"><dataValidation sqref="A1:XFD9"/></dataValidations>',
        '<sheetData/><dataValidations count="1"><dataValidation sqref="A1:XFD9"/></dataValidations>',
    ),
    "one whose cells cannot be read": (
        '<sheetData/><dataValidations count="1"><dataValidation sqref="E:E"/></dataValidations>',
        '<sheetData/><dataValidations count="1"><dataValidation sqref="E:E"/></dataValidations>',
    ),
}


def sheet(inner: str, prefix: str = "") -> bytes:
    opened = f'<{prefix}worksheet xmlns{":" + prefix[:-1] if prefix else ""}="urn:x">'
    return f"{opened}{inner}</{prefix}worksheet>".encode()


@pytest.mark.parametrize("case", CASES)
def test_the_drop_down_is_added_where_it_belongs(case: str) -> None:
    before, after = CASES[case]
    old = SheetXml(sheet(before))

    assert spliced(old.data, validation_splices(old, PLAN)) == sheet(after.format(ours=OURS.format(p="")))


def test_a_prefix_is_kept() -> None:
    old = SheetXml(sheet("<x:sheetData/><x:pageMargins/>", "x:"))
    expected = f'<x:sheetData/><x:dataValidations count="1">{OURS.format(p="x:")}</x:dataValidations><x:pageMargins/>'

    assert spliced(old.data, validation_splices(old, PLAN)) == sheet(expected, "x:")


@pytest.mark.parametrize(
    ("found", "instead"),
    [
        (b'showErrorMessage="0"', b'showErrorMessage="1"'),
        (b"E4:E1048576", b"A1:E1048576"),
        (b"&quot;Done,2 weeks&quot;", b"A1:A9"),
    ],
)
def test_the_proof_refuses_any_other_drop_down(found: bytes, instead: bytes) -> None:
    old = SheetXml(sheet("<sheetData/>"))
    (splice,) = validation_splices(old, PLAN)
    changed = Splice(splice.start, splice.end, splice.new.replace(found, instead))

    check_sheet(old, io.BytesIO(spliced(old.data, [splice])), [splice], PLAN)
    with pytest.raises(RefusedError):
        check_sheet(old, io.BytesIO(spliced(old.data, [changed])), [changed], PLAN)
