"""Cell and range addresses as OpenDocument writes them: ``Log.A1:Log.J150``, ``$'My log'.$A$1:.J150`` (ODF 1.3 part 3, 18.3.2)."""

from __future__ import annotations

import re

from netsheet.core.grid import Area, column_letters

CELL = r"(?:\$?(?P<sheet{0}>'(?:[^']|'')*'|[^\s.:'$]+)?\.)?\$?(?P<column{0}>[A-Z]{{1,3}})\$?(?P<row{0}>[0-9]{{1,7}})"
RANGE = re.compile(CELL.format(1) + "(?::" + CELL.format(2) + ")?")


def read_address(text: str) -> tuple[str, Area] | None:
    """Read an address: the sheet's name ("" when it is left out) and the cells; None when the text is not an address."""
    match = RANGE.fullmatch(text)
    if match is None:
        return None
    last = "2" if match["column2"] else "1"
    area = Area(
        first_row=int(match["row1"]),
        first_column=column_number(match["column1"]),
        last_row=int(match[f"row{last}"]),
        last_column=column_number(match[f"column{last}"]),
    )
    name = match["sheet1"] or ""
    return (name[1:-1].replace("''", "'") if name.startswith("'") else name), area


def column_number(letters: str) -> int:
    """Read a column's letters: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number


def written_sheet(name: str) -> str:
    """Write a sheet's name for an address: in quotes unless it is one plain word."""
    return name if re.fullmatch(r"[^\W\d]\w*", name) else "'" + name.replace("'", "''") + "'"


def written_area(sheet: str, area: Area) -> str:
    """Write an area of a sheet as a range address."""
    name = written_sheet(sheet)
    first = f"{name}.{column_letters(area.first_column)}{area.first_row}"
    return f"{first}:{name}.{column_letters(area.last_column)}{area.last_row}"
