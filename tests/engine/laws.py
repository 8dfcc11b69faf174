"""What must hold for every workbook, whatever it is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from netsheet.core.grid import Area, CellValue, Snapshot
from netsheet.core.plan import CellEdit, CellStyle, NewColumn, OwnedSheet, SheetPlan, WorkbookPlan
from netsheet.engines import open_workbook
from netsheet.lossless.applied import Applied
from netsheet.lossless.value_proof import read_back
from tests.engine import oracles
from tests.engine.plans import column_plan, target_sheet
from tests.engine.trials import step


def applied(data: bytes, plan: WorkbookPlan) -> Applied:
    """Apply a plan and prove it."""
    book = open_workbook(data)
    snapshot = book.read()
    result = book.apply(plan)
    book.verify(result, plan, {sheet.name: sheet.rows for sheet in snapshot.sheets})
    return result


def edited(
    data: bytes,
    cells: Mapping[tuple[int, int], CellValue],
    *,
    sheet: str = "Log",
    style: CellStyle | None = None,
    owned: Sequence[OwnedSheet] = (),
    new_columns: tuple[NewColumn, ...] = (),
    table: str | None = None,
    filter_area: Area | None = None,
    allow_protected: bool = False,
) -> bytes:
    """Write some cells and return the proven result."""
    rows: dict[int, tuple[CellEdit, ...]] = {}
    for (row, column), value in sorted(cells.items()):
        edit = CellEdit(column, "", value, "style" if style else None)
        rows[row] = (*rows.get(row, ()), edit)
    plan = WorkbookPlan(
        sheets=(
            SheetPlan(
                sheet=sheet,
                header_row=1,
                rows=rows,
                new_columns=new_columns,
                table=table,
                filter_area=filter_area,
            ),
        ),
        owned=tuple(owned),
        styles={"style": style} if style else {},
        allow_protected=allow_protected,
    )
    return applied(data, plan).data


def read(data: bytes) -> Snapshot:
    """Open and read."""
    return open_workbook(data).read()


def check_laws(data: bytes) -> bytes:
    """Check the laws with a column and a sheet of ours; return the result of the first write."""
    assert applied(data, WorkbookPlan()).data == data, "an empty plan gives identical bytes"
    _, snapshot, _, result = step(data)
    _, again, second, repeated = step(result.data)
    assert second.cell_count == 0, "planning again after applying is empty"
    assert repeated.data == result.data
    target = target_sheet(snapshot)
    assert target is not None
    planned = column_plan(target)
    for row, edits in planned.rows.items():
        for edit in edits:
            sheet = again.sheet(target.name)
            assert sheet is not None
            assert sheet.value(row, edit.column) == read_back(edit.after), "what was planned is read"
    before, after = oracles.zip_parts(data), oracles.zip_parts(result.data)
    part = oracles.sheet_parts(data)[target.name]
    old, new = oracles.xml_cells(before[part]), oracles.xml_cells(after[part])
    places = {(row, edit.column) for row, edits in planned.rows.items() for edit in edits}
    theirs = [{at: xml for at, xml in cells.items() if at not in places} for cells in (old, new)]
    assert theirs[0] == theirs[1], "only planned cells differ"
    bare = step(result.data, offset=3, charts=0)[3]
    assert len(oracles.zip_parts(bare.data)) < len(after), "the charts' parts go with the charts"
    back = step(bare.data)[3]
    assert set(oracles.zip_parts(back.data)) == set(after)
    return result.data
