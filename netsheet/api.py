"""The public Python interface: a log's people, touches and first messages as pandas frames, for notebooks.

``netsheet.open_log`` is this module's ``open_log``. Reads and never writes; only the caller says what day it is.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Final

from netsheet.core.frames import build_frame
from netsheet.core.numbers.dimension_names import DIMENSION_NAMES
from netsheet.pipeline import opened
from netsheet.pipeline.due import list_due

if TYPE_CHECKING:
    import pandas as pd

    from netsheet.pipeline.opened import OpenedLog

_NOWHERE: Final = SimpleNamespace(sheet=None, row=None, address=None)


def open_log(path: str | Path, *, today: dt.date, sheet: str | None = None) -> NetworkingLog:
    """Read a log: .xlsx, .xlsm, .ods, .xls or .csv.

    Args:
        path: the workbook.
        today: the day to work as of; netsheet never looks at the clock by itself.
        sheet: the sheet that is the log; None to find it.

    Raises:
        NetsheetError: when the file cannot be read, or no sheet looks like a log.
    """
    return NetworkingLog(opened.open_log(Path(path), today=today, sheet_name=sheet))


class NetworkingLog:
    """A log as of one day. Each frame is a copy of its own: change it as you like. docs/python.md lists the columns."""

    def __init__(self, opened_log: OpenedLog) -> None:
        self._opened = opened_log

    @property
    def today(self) -> dt.date:
        """The day it was worked out for."""
        return self._opened.today

    @property
    def people(self) -> pd.DataFrame:
        """One row for each person: who they are, and how things are with them today."""
        standings = build_frame("standings", self._opened.standings)
        return self._opened.frames.people.merge(standings, on="person")

    @property
    def touches(self) -> pd.DataFrame:
        """One row for each contact up to today, person by person, in the order in which they happened."""
        return self._opened.frames.touches.copy()

    @property
    def openings(self) -> pd.DataFrame:
        """One row for each first message, with what became of it; its reminders belong to it."""
        return self._opened.frames.openings.copy()

    @property
    def due(self) -> pd.DataFrame:
        """What is due, then what comes within a week, in the order of ``netsheet due``."""
        return build_frame("due", list_due(self._opened).items)

    @property
    def findings(self) -> pd.DataFrame:
        """The cells that could not be understood, and what to type instead."""
        found = [
            SimpleNamespace(finding=finding, place=finding.place or _NOWHERE)
            for finding in self._opened.findings
        ]
        return build_frame("findings", found)

    def rates(self, by: str, *, since: dt.date | None = None) -> pd.DataFrame:
        """Compare the reply rates of the values of one dimension, in the order of ``netsheet stats``.

        Args:
            by: "channel", "template", "subject", "weekday", "time_of_day", "relationship", "warmth", "personalised"
                or "source".
            since: only what was sent on this day or later.

        Returns:
            one row for each value; none where the log says nothing about the dimension.

        Raises:
            ValueError: when there is no such dimension.
        """
        if by not in DIMENSION_NAMES:
            raise ValueError(f"There is no dimension {by!r}. There are: {', '.join(DIMENSION_NAMES)}.")
        engagement = self._opened.engagement if since is None else self._opened.engagement_since(since)
        return build_frame("rates", engagement.by.get(by, ()))
