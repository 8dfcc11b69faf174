"""Texts of other systems to facts that a log reads: days, birthdays without a year, several values in one cell."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from html import unescape

from netsheet.core.email import find_addresses
from netsheet.core.grid import CellValue
from netsheet.core.model import DateOrder
from netsheet.core.month_names import MONTHS
from netsheet.core.values.cells import read_phone, tidy
from netsheet.core.values.dates import NotRead, ReadDate, read_date
from netsheet.core.values.person_names import split_name

_NAMES = r"p|br|div|span|a|b|i|u|em|strong|ul|ol|li|img|table|tr|td|h[1-6]"
_TAG = re.compile(rf"</?(?:{_NAMES})\b[^<>]*(?:>|$)", re.IGNORECASE)
_HTML = re.compile(r"<(?:p|div|br|span)\b[^<>@]*(?:>|$)|</(?:p|div|span|a)>", re.IGNORECASE)
_WITHOUT_YEAR = re.compile(r"--(\d{2})-?(\d{2})")
_NO_YEAR = 1604
"""The year that Apple's address book writes for a birthday without one."""
_NO_DAY = re.compile(r"[0\s./-]*")
_BETWEEN_VALUES = re.compile(r"\s*(?::::|[;,\n])\s*")
_BETWEEN_TAGS = re.compile(r"\s*(?::::|[;,])\s*")
_INSTANT = re.compile(
    r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|UTC|[+-]\d\d:?\d\d)?", re.IGNORECASE
)


def plain_name(name: str) -> str:
    """Return a name as people type it into a log: "Tomás Ferreira 🔸" and "Ferreira, Tomás" without emoji and comma."""
    return " ".join(filter(None, split_name(name))) or name


def plain_text(text: str) -> str:
    """Return a message as one line of plain text; only what is surely HTML is taken out of it.

    "<name>" and "a <b@c.d>" of a plain text stay. A tag may be cut off at the end, or be written with entities. What is
    plain already stays as it is.
    """
    text = tidy(text)
    while _HTML.search(text) and (plain := tidy(unescape(_TAG.sub(" ", text)))) != text:
        text = plain
    return text


def birthday_text(month: int, day: int) -> str:
    """Write a birthday as the log reads it in every language and date order: "14 March"."""
    return f"{day} {MONTHS[month - 1]}"


def read_birthday(value: CellValue, order: DateOrder) -> tuple[int, int] | None:
    """Read a birthday as (month, day): "1988-03-14", "--0314", "Mar 7"; None where it is empty or cannot be read."""
    text = value.strip() if isinstance(value, str) else value
    if isinstance(text, str):
        if match := _WITHOUT_YEAR.fullmatch(text):
            text = f"{_LEAP_YEAR}-{match[1]}-{match[2]}"
        elif text.startswith(str(_NO_YEAR)):
            text = f"{_LEAP_YEAR}{text[4:]}"
    day = read_date(text, order=order)
    if isinstance(day, ReadDate):
        return day.on.month, day.on.day
    return day.month_day if isinstance(day, NotRead) else None


_LEAP_YEAR = 2000
"""Stands for an unknown year, so that 29 February can be read."""


def is_no_day(value: CellValue) -> bool:
    """Whether a cell of a day is empty, also in the way Outlook writes it: "0/0/00", "0.0.00"."""
    return isinstance(value, str) and _NO_DAY.fullmatch(value) is not None


def read_day(value: CellValue, order: DateOrder, zone: dt.tzinfo | None = None) -> dt.date | None:
    """Read a day; a moment with its offset from UTC gives the day where the user is. None where it cannot be read.

    Args:
        value: the cell.
        order: how the system writes 3/4/2025.
        zone: where the user is; None is the computer's own time zone.
    """
    if isinstance(value, str) and (match := _INSTANT.fullmatch(value.strip())) and match[3]:
        offset = "+00:00" if match[3].upper() in {"Z", "UTC"} else match[3]
        try:
            return local_day(dt.datetime.fromisoformat(f"{match[1]}T{match[2]}{offset}"), zone)
        except ValueError:
            return None
    day = read_date(value, order=order)
    return day.on if isinstance(day, ReadDate) else None


def local_day(moment: dt.datetime, zone: dt.tzinfo | None) -> dt.date | None:
    """Return the day on which a moment was where the user is; None at the ends of the calendar."""
    try:
        return moment.astimezone(zone).date()
    except (OverflowError, ValueError, OSError):
        return None


def read_addresses(texts: Iterable[CellValue]) -> tuple[str, ...]:
    """Read all e-mail addresses of some cells, in their order, each once."""
    found = (address for text in texts if isinstance(text, str) for address in find_addresses(text))
    return tuple(dict.fromkeys(found))


def read_numbers(values: Iterable[CellValue]) -> tuple[str, ...]:
    """Read all telephone numbers of some cells, in their order, each once."""
    numbers: list[str] = []
    for value in values:
        parts = _BETWEEN_VALUES.split(value) if isinstance(value, str) else [value]
        numbers += filter(None, map(read_phone, parts))
    return tuple(dict.fromkeys(numbers))


def read_tags(text: str) -> str:
    """Return labels that are joined by ";", "," or " ::: " as the log reads them. Google's own groups begin with "*"."""
    labels = (tidy(label) for label in _BETWEEN_TAGS.split(text))
    return ", ".join(dict.fromkeys(label for label in labels if label and not label.startswith("*")))
