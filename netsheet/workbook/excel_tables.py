"""Excel tables: grown by columns at their right edge (ECMA-376 part 1, 18.5.1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from netsheet.core.grid import Area, TableArea, cell_address
from netsheet.core.plan import NewColumn
from netsheet.lossless.refusals import damaged, protected
from netsheet.lossless.xml_text import (
    Splice,
    close_of,
    escaped_cell_text,
    find_tag,
    find_tags,
    local_name,
    masked,
    parse,
    root_tag,
    spliced,
    unescaped_cell_text,
    whole_number,
    with_attribute,
)

MAKE_ROOM = "Leave an empty column to the right of the table, or move what is there, and try again."


def grown_table(data: bytes, table: TableArea, columns: Sequence[NewColumn]) -> bytes:
    """Return a table part that includes new columns directly to its right.

    A column's name is exactly its heading; ids continue after the greatest.

    Raises:
        RefusedError: when the table cannot grow, the columns do not follow it, or their names are taken.
    """
    _check_growth(table, columns)
    mask = masked(data)
    root, prefix = root_tag(mask)
    name = prefix + b"tableColumns"
    tag = find_tag(mask, name)
    if tag is None or tag.is_empty:
        raise damaged(f"the table {table.name} lists no columns")
    close = close_of(mask, name, tag)
    existing = list(find_tags(mask, prefix + b"tableColumn", tag.end, close))
    if len(existing) != table.area.last_column - table.area.first_column + 1:
        raise damaged(f"the table {table.name} lists {len(existing)} columns, but is not as wide")
    greatest = max((whole_number(column.attribute(b"id")) for column in existing), default=0)
    _check_names(table, [column.value(b"name") for column in existing], columns)
    added = "".join(
        f'<{prefix.decode()}tableColumn id="{greatest + number}" name="{_column_name(column.heading)}"/>'
        for number, column in enumerate(columns, start=1)
    )
    splices = [
        Splice(root.start, root.end, with_attribute(root.text, b"ref", _reference(table.area, columns)))
    ]
    filter_tag = find_tag(mask, prefix + b"autoFilter", root.end, tag.start)
    if filter_tag is not None:
        last_row = table.area.last_row - (1 if table.has_totals else 0)
        area = replace(table.area, last_row=last_row)
        widened = with_attribute(filter_tag.text, b"ref", _reference(area, columns))
        splices.append(Splice(filter_tag.start, filter_tag.end, widened))
    count = str(len(existing) + len(columns)).encode()
    splices.append(Splice(tag.start, tag.end, with_attribute(tag.text, b"count", count)))
    splices.append(Splice(close, close, added.encode()))
    return spliced(data, splices)


def lengthened_table(data: bytes, table: TableArea, last_row: int) -> bytes:
    """Return a table part that reaches down to a row, with its filter.

    Raises:
        RefusedError: when the table has a row of totals, or cannot grow.
    """
    if table.has_totals or not table.growable:
        raise protected(
            f"the table {table.name} has a total row, or is filled by a query",
            "Switch the total row off in Excel, run this again, and switch it on again.",
        )
    mask = masked(data)
    root, prefix = root_tag(mask)
    reference = _reference(replace(table.area, last_row=last_row), ())
    splices = [Splice(root.start, root.end, with_attribute(root.text, b"ref", reference))]
    filter_tag = find_tag(mask, prefix + b"autoFilter", root.end)
    if filter_tag is not None:
        longer = with_attribute(filter_tag.text, b"ref", reference)
        splices.append(Splice(filter_tag.start, filter_tag.end, longer))
    return spliced(data, splices)


def table_columns(data: bytes) -> list[str]:
    """Return the names of a table's columns, as they are in its header."""
    return [
        unescaped_cell_text(column.get("name", ""))
        for child in parse(data)
        if local_name(child.tag) == "tableColumns"
        for column in child
    ]


def grown_area(area: Area, columns: Sequence[NewColumn]) -> Area:
    """Return a table's area with the new columns."""
    return replace(area, last_column=max(area.last_column, columns[-1].column if columns else 0))


def _reference(area: Area, columns: Sequence[NewColumn]) -> bytes:
    grown = grown_area(area, columns)
    first = cell_address(grown.first_row, grown.first_column)
    return f"{first}:{cell_address(grown.last_row, grown.last_column)}".encode()


def _column_name(heading: str) -> str:
    """Write a heading as a column name: line breaks are escaped as Excel does (ST_Xstring)."""
    return escaped_cell_text(heading).replace("\n", "_x000a_")


def _check_growth(table: TableArea, columns: Sequence[NewColumn]) -> None:
    following = range(table.area.last_column + 1, table.area.last_column + 1 + len(columns))
    if not table.growable or [column.column for column in columns] != list(following):
        raise protected(f"the table {table.name} cannot take new columns at its right edge", MAKE_ROOM)


def _check_names(table: TableArea, names: Sequence[str], columns: Sequence[NewColumn]) -> None:
    """Names of columns are unique without regard to case (18.5.1.3)."""
    taken = {name.casefold() for name in names}
    for column in columns:
        if column.heading.casefold() in taken:
            raise protected(f'the table {table.name} has a column "{column.heading}" already', MAKE_ROOM)
        taken.add(column.heading.casefold())
