"""Working days: which days count, and where a day off moves a due to.

It counts days by weekdays, holidays and breaks. When something is due, the rules decide.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from netsheet.core.model import Settings
from netsheet.core.public_holidays import holidays_of

Period = Literal["day", "week", "month", "quarter"]

_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}
_LAST_ORDINAL = dt.date.max.toordinal()


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Days off, both ends included."""

    first_on: dt.date
    last_on: dt.date
    note: str = ""


class WorkingCalendar:
    """The user's working days. Answers are remembered: one refresh asks the same few days again and again.

    Args:
        working_weekdays: the weekdays that count, Monday is 0. With none at all every weekday counts.
        holidays: single days off.
        regions: countries and parts of them whose public holidays are days off; ``public_holidays`` must know them.
        breaks: spans of days off, both ends included.
    """

    __slots__ = ("_added", "_breaks", "_counted", "_holidays", "_moved", "_regions", "_weekdays")

    def __init__(
        self,
        working_weekdays: Collection[int] = range(5),
        holidays: Collection[dt.date] = (),
        breaks: Iterable[Break] = (),
        regions: Collection[str] = (),
    ) -> None:
        self._weekdays = frozenset(working_weekdays) or frozenset(range(7))
        self._holidays = frozenset(holidays)
        self._regions = tuple(regions)
        self._breaks = tuple(sorted((span.first_on, span.last_on) for span in breaks))
        self._added: dict[tuple[dt.date, int], dt.date] = {}
        self._moved: dict[tuple[dt.date, int], dt.date] = {}
        self._counted: dict[dt.date, dict[dt.date, int]] = {}

    def is_working(self, day: dt.date) -> bool:
        """Whether the day is a working weekday, no holiday, and in no break."""
        return self.is_workday(day) and self._break_end(day) is None

    def is_workday(self, day: dt.date) -> bool:
        """Whether the day would be a working day without the breaks."""
        return day.weekday() in self._weekdays and not self._is_holiday(day)

    def is_day_off(self, day: dt.date) -> bool:
        """Whether the day is a holiday or in a break, whatever its weekday."""
        return self._is_holiday(day) or self._break_end(day) is not None

    def break_at(self, day: dt.date) -> dt.date | None:
        """Return the last day of the break that ``day`` is in; None outside breaks."""
        last_on = self._break_end(day)
        while last_on is not None and (further := self._break_end(add_calendar_days(last_on, 1))) is not None:
            last_on = further
        return last_on

    def has_break_between(self, first_on: dt.date, last_on: dt.date) -> bool:
        """Whether a break keeps a day after ``first_on``, up to and with ``last_on``, from being a working day."""
        return any(
            self.is_workday(dt.date.fromordinal(day))
            for off_from, off_to in self._breaks
            for day in range(
                max(off_from.toordinal(), first_on.toordinal() + 1),
                min(off_to.toordinal(), last_on.toordinal()) + 1,
            )
        )

    def add_days_outside_breaks(self, day: dt.date, days: int) -> dt.date:
        """Count calendar days on from ``day``; the days of breaks do not count."""
        end, counted = add_calendar_days(day, days), day
        for first_on, last_on in self._breaks:
            off_from = max(first_on, add_calendar_days(counted, 1))
            if off_from <= min(end, last_on):
                end = add_calendar_days(end, (last_on - off_from).days + 1)
                counted = last_on
        return end

    def next_working_day(self, day: dt.date) -> dt.date:
        """Return the day itself when it is a working day, else the first one after it."""
        return self.add_days(day, 0)

    def add_days(self, day: dt.date, days: int) -> dt.date:
        """Count calendar days on from ``day``; a result on a day off moves forward to the next working day."""
        key = (day, days)
        moved = self._moved.get(key)
        if moved is None:
            moved = self._moved[key] = self._first_working_from(add_calendar_days(day, days))
        return moved

    def add_working_days(self, day: dt.date, count: int) -> dt.date:
        """Count working days on from ``day``, the day after being the first; zero means ``next_working_day``."""
        key = (day, count)
        added = self._added.get(key)
        if added is None:
            added = day if count > 0 else self.next_working_day(day)
            for _ in range(count):
                added = self.add_days(added, 1)
            self._added[key] = added
        return added

    def working_days_between(self, first_on: dt.date, last_on: dt.date) -> int:
        """Count the working days after ``first_on`` up to and with ``last_on``; never less than zero.

        The inverse of counting on: ``working_days_between(day, add_working_days(day, 7))`` is 7.
        """
        counted = self._counted.setdefault(last_on, {})
        pending = []
        day = first_on
        while day < last_on and day not in counted:
            pending.append(day)
            day = add_calendar_days(day, 1)
        count = counted.get(day, 0)
        for earlier in reversed(pending):
            count += self.is_working(add_calendar_days(earlier, 1))
            counted[earlier] = count
        return count

    def _is_holiday(self, day: dt.date) -> bool:
        return day in self._holidays or any(day in holidays_of(region, day.year) for region in self._regions)

    def _first_working_from(self, day: dt.date) -> dt.date:
        while not self.is_working(day) and day < dt.date.max:
            day = add_calendar_days(self._break_end(day) or day, 1)
        return day

    def _break_end(self, day: dt.date) -> dt.date | None:
        for first_on, last_on in self._breaks:
            if first_on <= day <= last_on:
                return last_on
        return None


def calendar_of(settings: Settings, breaks: Iterable[Break] = ()) -> WorkingCalendar:
    """Build the calendar that the settings and the breaks describe."""
    return WorkingCalendar(settings.working_weekdays, settings.holidays, breaks, settings.holiday_regions)


def add_calendar_days(day: dt.date, days: int) -> dt.date:
    """Add days of any kind; beyond the calendar's last day it stays there."""
    return dt.date.fromordinal(min(day.toordinal() + days, _LAST_ORDINAL))


def first_day_of_next(period: Period | Literal["year"], day: dt.date) -> dt.date:
    """Return the first calendar day of the next week (Monday), month, quarter or year; the next day for a day."""
    if period == "day":
        return add_calendar_days(day, 1)
    if period == "week":
        return add_calendar_days(day, 7 - day.weekday())
    length = _MONTHS_IN[period]
    months = day.year * 12 + (day.month - 1) // length * length + length
    year, month = divmod(months, 12)
    return dt.date(year, month + 1, 1)


def first_day_of(period: Period, day: dt.date) -> dt.date:
    """Return the first calendar day of the day's own week (Monday), month or quarter."""
    if period == "day":
        return day
    if period == "week":
        return dt.date.fromordinal(day.toordinal() - day.weekday())
    length = _MONTHS_IN[period]
    return dt.date(day.year, (day.month - 1) // length * length + 1, 1)
