"""The log's cells as a frame: built once, never changed, Python values throughout."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pandas as pd

from netsheet.core.columns.sheets import read_table
from netsheet.core.columns.table import build_frame
from tests.reading.build import Row, build_sheet

ROWS: tuple[Row, ...] = (
    ["my contacts", "", "", ""],
    ["Name", "Email", "", "Date Sent"],
    ["Ann Lee", "ann@example.com", "beside", dt.date(2026, 5, 1)],
    ["", "", "", ""],
    ["Bob Ray", "bob@example.com", 7, dt.datetime(2026, 5, 2, 9, 30)],
)


def test_a_frame_has_the_sheets_rows_and_columns_as_its_own() -> None:
    frame = build_frame(build_sheet(ROWS), 2, [1, 2, 4])

    assert list(frame.index) == [3, 4, 5]
    assert frame.columns.equals(pd.Index([1, 2, 4]))
    assert set(frame.dtypes) == {pd.Series(dtype=object).dtype}


def test_cells_of_a_frame_stay_the_values_they_are() -> None:
    days = build_frame(build_sheet(ROWS), 2, [4])[4].tolist()

    assert days == [dt.date(2026, 5, 1), "", dt.datetime(2026, 5, 2, 9, 30)]
    assert [type(day) for day in days] == [dt.date, str, dt.datetime]


def test_a_tables_frame_holds_its_records_under_their_sheet_rows() -> None:
    table = read_table(build_sheet(ROWS), {})

    assert table is not None
    assert list(table.rows) == [3, 5]
    assert list(table.frame.index) == [3, 5]
    assert table.frame.loc[5, 1] == "Bob Ray"


def test_headings_without_rows_below_give_an_empty_frame() -> None:
    table = read_table(build_sheet(ROWS[1:2]), {})

    assert table is not None
    assert len(table.frame) == 0


def test_pandas_is_not_imported_before_a_log_is_read() -> None:
    code = "import sys, netsheet.cli, netsheet.pipeline.opened; sys.exit('pandas' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
