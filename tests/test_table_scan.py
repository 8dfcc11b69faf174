"""The cells of a row are found by counting, without reading those that come before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from netsheet.opendocument.table_scan import TableScan

CELLS = st.lists(
    st.tuples(
        st.sampled_from(["", "covered-"]),
        st.sampled_from([None, 1, 2, 7]),
        st.sampled_from(
            ["/>", "><text:p>number-columns-repeated=&quot;9&quot;</text:p></table:{}table-cell>"]
        ),
    ),
    max_size=6,
)


def row_of(cells: list[tuple[str, int | None, str]]) -> TableScan:
    xml = "<table:table-row>"
    for kind, times, rest in cells:
        repeat = f' table:number-columns-repeated="{times}"' if times else ""
        xml += f"<table:{kind}table-cell{repeat}{rest.format(kind)}"
    mask = f"{xml}</table:table-row>".encode()
    return TableScan(mask, 0, len(mask))


@given(CELLS)
def test_each_cell_begins_in_the_column_after_those_before_it(
    cells: list[tuple[str, int | None, str]],
) -> None:
    scan = row_of(cells)
    (row,) = scan.rows
    column = 1
    for cell, (_, times, _) in zip(scan.cells(row), cells, strict=True):
        assert cell.column == scan.column_at(row, cell.tag.start) == column
        column += times or 1
    assert scan.column_at(row, row.close) == column
    assert scan.column_at(row, row.close - 1) is None


@given(CELLS, st.integers(1, 50))
def test_the_cells_from_a_column_on_are_the_same_as_when_all_are_read(
    cells: list[tuple[str, int | None, str]], column: int
) -> None:
    scan = row_of(cells)
    (row,) = scan.rows
    every = list(scan.cells(row))
    found = list(scan.cells_from(row, column))
    assert found == every[len(every) - len(found) :]
    assert not every or found
    assert all(cell.column + cell.repeat <= column for cell in every[: len(every) - len(found)])
