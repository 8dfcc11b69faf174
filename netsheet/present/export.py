"""A frame for other programs: CSV, JSON or parquet, as bytes."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from netsheet.errors import MissingExtraError
from netsheet.present.documents import document

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    import pandas as pd

ExportFormat = Literal["csv", "json", "parquet"]
EXPORT_FORMATS: Final[tuple[ExportFormat, ...]] = get_args(ExportFormat)

# What a spreadsheet would calculate: = and @ always, + and - but for a telephone number such as +44 20 7946 0018.
_FORMULA: Final = re.compile(r"[=@\t\r\n\uff1d\uff20]|[+\-\uff0b\uff0d](?![\d\s().\-/]*$)")


def export_bytes(
    frame: pd.DataFrame, file_format: ExportFormat, *, log: Path, today: dt.date, what: str
) -> bytes:
    """Write a frame in a format: CSV and JSON in UTF-8, days as YYYY-MM-DD, times of day as HH:MM:SS.

    In CSV what is missing is empty, and a text that a spreadsheet would take for a formula gets an apostrophe in
    front. JSON and parquet hold every text as it is.

    Raises:
        MissingExtraError: when parquet is asked for and pyarrow is not installed.
    """
    if file_format == "parquet":
        return _parquet(frame)
    names = list(frame.columns)
    rows = list(zip(*(_plain(frame[name]) for name in names), strict=True))
    if file_format == "csv":
        return _csv([names, *rows])
    records = [dict(zip(names, row, strict=True)) for row in rows]
    fields = {"workbook": str(log), "today": today, "what": what, "rows": records}
    return f"{document(fields)}\n".encode()


def _plain(column: pd.Series[Any]) -> list[Any]:
    """Give the values of a column as JSON knows them; None where one is missing."""
    if column.dtype.kind == "M":
        column = column.dt.strftime("%Y-%m-%d")
    elif column.dtype.kind == "m":
        column = column.map(lambda at: str(at.to_pytimedelta()).zfill(8), na_action="ignore")
    values = column.astype(object)
    return values.where(column.notna(), None).tolist()


def _csv(rows: list[Any]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([_guarded(value) for value in row] for row in rows)
    return text.getvalue().encode()


def _guarded(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def _parquet(frame: pd.DataFrame) -> bytes:
    data = io.BytesIO()
    try:
        frame.to_parquet(data, engine="pyarrow", index=False)
    except ImportError as error:
        raise MissingExtraError("Parquet needs pyarrow, which is not installed", "pyarrow") from error
    return data.getvalue()
