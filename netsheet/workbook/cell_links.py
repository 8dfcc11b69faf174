"""Where the links of cells lead: to web pages and e-mail addresses (ECMA-376 part 1, 18.3.1.47)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from netsheet.core.grid import FormulaCell, Position
from netsheet.lossless.package import Package
from netsheet.lossless.xml_text import find_tags
from netsheet.workbook.opc import read_relationships
from netsheet.workbook.sheet_xml import SheetXml, area_of

_OUTSIDE = ("mailto:", "http://", "https://")
_MOST_CELLS = 10_000
"""A link over an area that is larger than this is on whole columns, and says nothing of a cell."""


def read_links(
    package: Package, part: str, sheet: SheetXml, formulas: Mapping[Position, FormulaCell]
) -> dict[Position, str]:
    """Return the targets of a sheet's links, those in ``=HYPERLINK("...")`` too."""
    links = {place: formula.link for place, formula in formulas.items() if formula.link}
    return links | dict(_hyperlinks(package, part, sheet))


def _hyperlinks(package: Package, part: str, sheet: SheetXml) -> Iterator[tuple[Position, str]]:
    tags = list(find_tags(sheet.mask, sheet.prefix + b"hyperlink", sheet.sheet_data_close, len(sheet.mask)))
    targets = read_relationships(package, part) if tags else {}
    for tag in tags:
        identifier = re.search(rb"""\s[\w.\-]+:id=["']([^"']*)["']""", tag.text)
        link = targets.get(identifier[1].decode("utf-8", "replace")) if identifier else None
        area = area_of(tag.value(b"ref"))
        if link is None or area is None or not link.target.casefold().startswith(_OUTSIDE):
            continue
        rows = range(area.first_row, area.last_row + 1)
        columns = range(area.first_column, area.last_column + 1)
        if len(rows) * len(columns) <= _MOST_CELLS:
            yield from (((row, column), link.target) for row in rows for column in columns)
