"""The sheet Breaks, as people fill it in."""

from __future__ import annotations

import datetime as dt

import pytest

from netsheet.core.calendar import Break
from netsheet.core.grid import CellValue, Sheet
from netsheet.core.model import Settings
from netsheet.core.settings.breaks import interpret_breaks

SUMMER = Break(first_on=dt.date(2026, 8, 3), last_on=dt.date(2026, 8, 14), note="Summer")


def breaks_sheet(*rows: tuple[CellValue, CellValue, CellValue]) -> Sheet:
    return Sheet(name="Breaks", rows=[["From", "To", "Note"], *rows])


def test_without_a_sheet_there_are_no_breaks() -> None:
    assert interpret_breaks(None, settings=Settings()) == ((), ())


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (dt.datetime(2026, 8, 3), dt.datetime(2026, 8, 14)),
        ("2026-08-03", "14 Aug 2026"),
        ("3 August 2026", "14.8.2026"),
    ],
)
def test_a_break_has_a_first_and_a_last_day(first: CellValue, last: CellValue) -> None:
    assert interpret_breaks(breaks_sheet((first, last, "Summer")), settings=Settings()) == ((SUMMER,), ())


def test_days_follow_the_settings_date_order() -> None:
    sheet = breaks_sheet(("8/3/2026", "8/14/2026", "Summer"))

    assert interpret_breaks(sheet, settings=Settings(date_order="mdy")) == ((SUMMER,), ())


def test_a_break_without_a_last_day_is_one_day_long() -> None:
    breaks, findings = interpret_breaks(breaks_sheet(("2026-08-03", "", "Moving")), settings=Settings())

    assert breaks == (Break(first_on=dt.date(2026, 8, 3), last_on=dt.date(2026, 8, 3), note="Moving"),)
    assert findings == ()


@pytest.mark.parametrize(
    ("first", "last", "code", "address"),
    [
        ("summer", "2026-08-14", "unreadable-break", "A2"),
        ("", "2026-08-14", "unreadable-break", "A2"),
        ("2026-08-03", "mid August", "unreadable-break", "B2"),
        ("3/8/2026", "2026-08-14", "unreadable-break", "A2"),
        ("2026-08-14", "2026-08-03", "break-ends-before-it-begins", "B2"),
    ],
)
def test_a_break_that_cannot_be_understood_is_a_finding(
    first: CellValue, last: CellValue, code: str, address: str
) -> None:
    sheet = breaks_sheet((first, last, ""), (dt.date(2026, 8, 3), dt.date(2026, 8, 14), "Summer"))

    breaks, findings = interpret_breaks(sheet, settings=Settings())

    assert breaks == (SUMMER,)
    assert [(finding.code, finding.place and finding.place.address) for finding in findings] == [
        (code, address)
    ]


def test_a_row_with_only_a_note_is_no_break() -> None:
    assert interpret_breaks(breaks_sheet(("", "", "plan one!")), settings=Settings()) == ((), ())


def test_headings_may_be_spelled_otherwise_and_stand_lower() -> None:
    sheet = Sheet(name="Breaks", rows=[["Time off", ""], ["Start:", "UNTIL"], ["2026-08-03", "2026-08-14"]])

    breaks, _ = interpret_breaks(sheet, settings=Settings())

    assert [(span.first_on, span.last_on) for span in breaks] == [(SUMMER.first_on, SUMMER.last_on)]


def test_a_sheet_without_headings_is_a_finding() -> None:
    sheet = Sheet(name="Breaks", rows=[["2026-08-03", "2026-08-14"]])

    breaks, findings = interpret_breaks(sheet, settings=Settings())

    assert breaks == ()
    assert [finding.message for finding in findings] == [
        "The sheet “Breaks” has no row with the headings From and To, so netsheet reads nothing from it."
    ]
