"""Builders for sheets and logs, as plain values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from netsheet.core.grid import CellValue, Sheet, Snapshot
from netsheet.core.model import Log, Person, Settings
from netsheet.core.people.interpret import interpret_log

TODAY = dt.date(2026, 6, 15)
Row = Sequence[CellValue | None]


def build_sheet(rows: Sequence[Row], *, name: str = "Log", **shapes: Any) -> Sheet:  # noqa: ANN401 - any attribute of a sheet
    """Make a sheet; short rows are filled up, None is an empty cell."""
    width = max(map(len, rows), default=0)
    filled = tuple(
        tuple("" if value is None else value for value in row) + ("",) * (width - len(row)) for row in rows
    )
    return Sheet(name=name, rows=filled, **shapes)


def build_snapshot(*sheets: Sheet, kind: str = "xlsx") -> Snapshot:
    return Snapshot(kind=kind, sheets=sheets)


def read_rows(*rows: Row, today: dt.date = TODAY, **settings: Any) -> Log:  # noqa: ANN401 - any setting
    """Interpret one sheet made of these rows."""
    snapshot = build_snapshot(build_sheet(rows))
    return interpret_log(snapshot, today=today, settings=Settings(**settings))


def read_person(*rows: Row, today: dt.date = TODAY, **settings: Any) -> Person:  # noqa: ANN401 - any setting
    """Interpret one sheet that is about one person."""
    (person,) = read_rows(*rows, today=today, **settings).people
    return person


def mapping_of(log: Log) -> dict[str, str | None]:
    """Return heading -> field."""
    return {match.heading: match.field for match in log.reading.headings}


def codes_of(log: Log) -> list[str]:
    return [finding.code for finding in log.findings]
