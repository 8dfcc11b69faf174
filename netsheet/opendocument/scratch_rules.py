"""The hints and drop-downs of the cells of a scratch workbook as content validations (ODF 1.3 part 3, 9.4.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from netsheet.core.grid import LAST_ROW, Area
from netsheet.opendocument.longer_lists import VALIDATION
from netsheet.opendocument.offered_words import listed_words, validation
from netsheet.opendocument.range_addresses import written_area

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet


class ScratchRules:
    """The rules of one sheet: which name each of its cells has.

    Args:
        sheet: as openpyxl reads it.
        names: the name of each different rule of the document, by its element behind the name.
    """

    def __init__(self, sheet: Worksheet, names: Mapping[bytes, str]) -> None:
        self._areas = (
            [
                (area, names[rule_element(sheet, rule)])
                for rule in rules_of(sheet)
                for area in rule.sqref.ranges
            ]
            if names
            else []
        )

    def attribute(self, row: int, column: int) -> str:
        """Return the attribute by which a cell has its rule, "" without one."""
        for area, name in self._areas:
            if area.min_row <= row <= area.max_row and area.min_col <= column <= area.max_col:
                return f' {VALIDATION.decode()}="{name}"'
        return ""

    def rows_below(self, last: int, style: str) -> Iterator[str]:
        """Yield the empty rows below a sheet's last one that is filled, down to its end; none where it has no rules."""
        edges = {area.max_row for area, _ in self._areas if area.max_row > last}
        width = max((area.max_col for area, _ in self._areas), default=0)
        for above, row in pairwise((last, *sorted(edges), LAST_ROW) if width else ()):
            cells = (f"<table:table-cell{self.attribute(row, column)}/>" for column in range(1, width + 1))
            yield (
                f'<table:table-row table:style-name="{style}" table:number-rows-repeated="{row - above}">'
                f"{''.join(repeated_cells(list(cells)))}</table:table-row>"
            )


def rules_of(sheet: Worksheet) -> Sequence[DataValidation]:
    """Return the rules of a sheet."""
    return tuple(sheet.data_validations.dataValidation)


def rule_element(sheet: Worksheet, rule: DataValidation) -> bytes:
    """Return the element of a rule behind its name."""
    first = min(rule.sqref.ranges, key=lambda area: (area.min_row, area.min_col))
    cell = Area(
        first_row=first.min_row, first_column=first.min_col, last_row=first.min_row, last_column=first.min_col
    )
    formula = rule.formula1 or ""
    words = listed_words(formula[1:-1].split(",")) if formula.startswith('"') else formula
    base = written_area(sheet.title, cell).partition(":")[0]
    return validation(words, (rule.promptTitle or "", rule.prompt or ""), base)


def repeated_cells(elements: Sequence[str]) -> Iterator[str]:
    """Yield cell elements, equal empty neighbours as one that is repeated."""
    for element, group in groupby(elements):
        count = len(list(group))
        if count > 1 and element.endswith("/>"):
            yield f'{element[:-2]} table:number-columns-repeated="{count}"/>'
        else:
            yield element * count
