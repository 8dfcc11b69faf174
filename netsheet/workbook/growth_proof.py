"""The proof of what grew: new rows of a list and what reaches to its last row, a filter that takes in new columns.

It works out what should be there by itself, and shares nothing with what made it (``list_growth``, ``filter_growth``).
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from netsheet.core.grid import cell_address, column_letters
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


def is_grown_filter(old: SheetXml, splice: Splice, plan: SheetPlan) -> bool:
    """Whether a change widens the sheet's own filter, which ended where the new columns begin, over them, and no more."""
    removed = old.data[splice.start : splice.end]
    tag = find_tag(removed, old.prefix + b"autoFilter")
    area = plan.filter_area
    is_own = (
        splice.start >= old.sheet_data_close
        and b"customSheetViews" not in old.mask[old.sheet_data_close : splice.start]
    )
    if area is None or tag is None or (tag.start, tag.end) != (0, len(removed)) or not is_own:
        return False
    start = cell_address(area.first_row, area.first_column)
    before, after = (
        f"{start}:{cell_address(area.last_row, column)}".encode()
        for column in (plan.new_columns[0].column - 1, plan.new_columns[-1].column)
    )
    return tag.attribute(b"ref") == before and splice.new == with_attribute(removed, b"ref", after)


def expect_in_workbook(root: ET.Element, plan: SheetPlan, index: int, *, has_formulas: bool) -> None:
    """Change the old workbook part, as parsed, into what it should be once a list has its new rows.

    Args:
        root: the part's root, which is changed.
        plan: the new rows.
        index: which tab the sheet is, from 0.
        has_formulas: whether the workbook has formulas, which must be counted anew.
    """
    if plan.grows_down_to is None and plan.filter_area is None:
        return
    for element in root.iter():
        name = local_name(element.tag)
        is_filter = element.get("name") == _FILTER_NAME and element.get("localSheetId") == str(index)
        if name == "definedName" and is_filter and element.text and plan.append is not None:
            reference, _, row = element.text.rpartition("$")
            if row == str(plan.append.last_row):
                element.text = f"{reference}${plan.grows_down_to}"
        elif name == "definedName" and is_filter and element.text and plan.filter_area is not None:
            element.text = _widened(element.text, plan)
        elif name == "calcPr" and has_formulas and plan.grows_down_to is not None:
            element.set("fullCalcOnLoad", "1")


def _widened(reference: str, plan: SheetPlan) -> str:
    """Return a filter's name as it should be once the filter takes in the new columns."""
    match = re.fullmatch(r"(.*:\$)([A-Z]{1,3})(\$[0-9]{1,7})", reference)
    if match is None or plan.filter_area is None or match[3] != f"${plan.filter_area.last_row}":
        return reference
    if column_number(match[2].encode()) != plan.new_columns[0].column - 1:
        return reference
    return match[1] + column_letters(plan.new_columns[-1].column) + match[3]
