"""The drop-down of a new column: one data validation more, on that column alone (ECMA-376 part 1, 18.3.1.32)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from netsheet.core.grid import LAST_ROW, column_letters
from netsheet.core.plan import NewColumn, SheetPlan
from netsheet.lossless.xml_text import (
    Child,
    Splice,
    escaped,
    filled,
    find_tags,
    root_children,
    whole_number,
    with_attribute,
)
from netsheet.workbook.sheet_xml import SheetXml, area_of

_BEFORE: Final = frozenset(
    {
        "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
        "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
        "phoneticPr", "conditionalFormatting",
    }
)  # fmt: skip
"""What comes before the validations in a worksheet (18.3.1.99); everything else comes after them."""


def validation_splices(sheet: SheetXml, plan: SheetPlan) -> list[Splice]:
    """Return the splices that add the drop-downs of new columns; none where the user has one there."""
    hinted = [column for column in plan.new_columns if column.hint is not None]
    if not hinted:
        return []
    children = root_children(sheet.data)
    block = next((child for child in children if child.name == "dataValidations"), None)
    free = [column for column in hinted if block is None or not _is_covered(sheet, block, column.column)]
    if not free:
        return []
    new = validations(sheet.prefix, plan, free)
    name = sheet.prefix + b"dataValidations"
    if block is None:
        at = next((child.tag.start for child in children if child.name not in _BEFORE), None)
        start = sheet.data.rindex(b"</") if at is None else at
        opened = b'<%b count="%d">%b</%b>' % (name, len(free), new, name)
        return [Splice(start, start, opened)]
    count = whole_number(block.tag.attribute(b"count")) + len(free)
    tag = with_attribute(block.tag.text, b"count", b"%d" % count)
    if block.tag.is_empty:
        return [Splice(block.tag.start, block.tag.end, filled(tag, name, new))]
    return [Splice(block.tag.start, block.tag.end, tag), Splice(block.close, block.close, new)]


def validations(prefix: bytes, plan: SheetPlan, columns: Sequence[NewColumn]) -> bytes:
    """Write the validations: anything may be typed, the words are only offered."""
    return "".join(_validation(prefix.decode(), plan.header_row, column) for column in columns).encode()


def _validation(prefix: str, header_row: int, column: NewColumn) -> str:
    hint = column.hint
    if hint is None:
        return ""
    letters = column_letters(column.column)
    return (
        f'<{prefix}dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="0" '
        f'promptTitle="{escaped(hint.title)}" prompt="{escaped(hint.text)}" '
        f'sqref="{letters}{header_row + 1}:{letters}{LAST_ROW}">'
        f"<{prefix}formula1>{escaped(chr(34) + ','.join(hint.choices) + chr(34))}</{prefix}formula1></{prefix}dataValidation>"
    )


def _is_covered(sheet: SheetXml, block: Child, column: int) -> bool:
    """Whether one of the validations that are there reaches a column, or says something that cannot be read."""
    tags = find_tags(sheet.mask, sheet.prefix + b"dataValidation", block.tag.end, block.close)
    areas = [area_of(part) for tag in tags for part in tag.value(b"sqref").split()]
    return any(area is None or area.first_column <= column <= area.last_column for area in areas)
