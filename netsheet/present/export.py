"""A log's data for other programs, as bytes: frames as CSV, JSON or parquet, people in the form of other systems."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from netsheet.errors import MissingExtraError
from netsheet.present.documents import document

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    import pandas as pd

    from netsheet.core.exports.systems import Export

ExportFormat = Literal["csv", "json", "parquet"]
_MOST_HEADINGS = 8
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
        return csv_bytes([names, *rows])
    records = [dict(zip(names, row, strict=True)) for row in rows]
    fields = {"workbook": str(log), "today": today, "what": what, "rows": records}
    return f"{document(fields)}\n".encode()


def export_files(export: Export) -> tuple[bytes, ...]:
    """Write people for another system: the files that it takes, in UTF-8 without a byte order mark."""
    return tuple(part.encode() if isinstance(part, str) else csv_bytes(part) for part in export.parts)


def left_out_line(export: Export, headings: Sequence[str]) -> str:
    """Say in one line what did not go to another system.

    Args:
        export: what goes there.
        headings: the user's own headings of the columns that it has no place for.
    """
    more = f" and {len(headings) - _MOST_HEADINGS} more" if len(headings) > _MOST_HEADINGS else ""
    columns = ", ".join(headings[:_MOST_HEADINGS])
    people = (f"{reason} ({count:,})" for reason, count in export.left_out.items())
    parts = [f"the columns {columns}{more}" if headings else "", *people]
    return "; ".join(filter(None, parts)) or "nothing"


def _plain(column: pd.Series[Any]) -> list[Any]:
    """Give the values of a column as JSON knows them; None where one is missing."""
    if column.dtype.kind == "M":
        column = column.dt.strftime("%Y-%m-%d")
    elif column.dtype.kind == "m":
        column = column.map(lambda at: str(at.to_pytimedelta()).zfill(8), na_action="ignore")
    values = column.astype(object)
    return values.where(column.notna(), None).tolist()


def csv_bytes(rows: Iterable[Sequence[object]]) -> bytes:
    """Write rows as CSV in UTF-8; a text that a spreadsheet would take for a formula gets an apostrophe in front."""
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
