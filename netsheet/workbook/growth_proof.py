"""The proof of rows that were added to a list: they are new, and only what reaches to the list's last row grew.

It works out what should be there by itself, and shares nothing with what made it (``list_growth``).
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from netsheet.core.plan import SheetPlan
from netsheet.lossless.refusals import unprovable
from netsheet.lossless.xml_text import Splice, find_tag, local_name, with_attribute
from netsheet.workbook.sheet_xml import SheetXml, column_number

_ATTRIBUTES = {b"conditionalFormatting": b"sqref", b"dataValidation": b"sqref", b"autoFilter": b"ref"}
_RANGE = re.compile(rb"(\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?)([0-9]{1,7})")
_BEHIND_AREAS = re.compile(rb"</[\w.\-]+:sqref>\s*</[\w.\-]+:(?:dataValidation|conditionalFormatting)\s*>")
_FILTER_NAME = "_xlnm._FilterDatabase"


def check_grown(old: SheetXml, splice: Splice, plan: SheetPlan) -> None:
    """Prove that a change behind a sheet's cells lets one rule or filter reach to the new last row, and nothing else.

    Raises:
        RefusedError: when it does more.
    """
    removed = old.data[splice.start : splice.end]
    for name, attribute in _ATTRIBUTES.items():
        tag = find_tag(removed, old.prefix + name)
        if tag is not None and (tag.start, tag.end) == (0, len(removed)):
            given = tag.attribute(attribute)
            if given is not None and splice.new == with_attribute(removed, attribute, _expected(given, plan)):
                return
    is_area = old.mask[: splice.start].endswith(b":sqref>") and _BEHIND_AREAS.match(old.mask, splice.end)
    if not is_area or splice.new != _expected(removed, plan):
        raise unprovable(f'a rule of the sheet "{plan.sheet}" would change')


def _expected(areas: bytes, plan: SheetPlan) -> bytes:
    """Return areas as they should be once the list has its new rows."""
    append = plan.append
    if append is None:
        return areas
    expected = []
    for area in areas.split(b" "):
        match = _RANGE.fullmatch(area)
        if match is not None:
            first, last, left, right = (
                int(match[3]),
                int(match[5]),
                column_number(match[2]),
                column_number(match[4]),
            )
            touches = left <= append.last_column and right >= append.first_column
            if first < last == append.last_row and touches:
                expected.append(match[1].replace(b"$", b"") + b"%d" % max(plan.rows))
                continue
        expected.append(area)
    return b" ".join(expected)


def expect_in_workbook(root: ET.Element, plan: SheetPlan, index: int, *, has_formulas: bool) -> None:
    """Change the old workbook part, as parsed, into what it should be once a list has its new rows.

    Args:
        root: the part's root, which is changed.
        plan: the new rows.
        index: which tab the sheet is, from 0.
        has_formulas: whether the workbook has formulas, which must be counted anew.
    """
    if plan.grows_down_to is None:
        return
    for element in root.iter():
        name = local_name(element.tag)
        is_filter = element.get("name") == _FILTER_NAME and element.get("localSheetId") == str(index)
        if name == "definedName" and is_filter and element.text and plan.append is not None:
            reference, _, row = element.text.rpartition("$")
            if row == str(plan.append.last_row):
                element.text = f"{reference}${plan.grows_down_to}"
        elif name == "calcPr" and has_formulas:
            element.set("fullCalcOnLoad", "1")
