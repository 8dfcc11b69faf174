"""What comes next, with one person or with anybody, and on a break what waits for its end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from netsheet.core.calendar import WorkingCalendar
from netsheet.core.followups.due import DueItem, find_put_off, next_coming
from netsheet.core.followups.sentence_words import within
from netsheet.core.followups.standing import Standing
from netsheet.core.values.dates import short_date

_MOST_NAMED = 5


def say_upcoming(standing: Standing, *, today: dt.date, is_put_off: bool = False) -> str:
    """Say what is due next with a person, and when; ``is_put_off`` when the user has just put something off."""
    due = [action for action in standing.actions if action.is_due(today)]
    if due:
        return f"{'This does not wait' if is_put_off else 'Next, due now'}: {within(due[0].next_step)}."
    ahead = [action for action in standing.actions if action.due is not None]
    coming = min(ahead, key=lambda action: action.due or today, default=None)
    on, step = (coming.due, coming.next_step) if coming else (standing.due, standing.next_step)
    if on is None:
        return "No next step is planned."
    return f"Next, on {short_date(on, today=today)}: {within(step or standing.status)}."


def say_next(standings: Iterable[Standing], items: Iterable[DueItem], *, today: dt.date) -> str:
    """Say with whom something comes up next, when, and why.

    Args:
        standings: of everybody.
        items: the list, in which decisions and first messages of other days have theirs.
        today: the day of the list.
    """
    days = [*_of_rows(standings, today), *_of_other_days(items)]
    if not days:
        return "No next step is planned."
    on, name, why = min(days)
    return f"Next: {name}, {short_date(on, today=today)}. {why}"


def say_next_day(standings: Iterable[Standing], items: Iterable[DueItem], *, today: dt.date) -> str:
    """Say when the next step comes up, and with nobody's name."""
    days = [*_of_rows(standings, today), *_of_other_days(items)]
    return f"The next step comes up on {short_date(min(days)[0], today=today)}." if days else ""


def _of_rows(standings: Iterable[Standing], today: dt.date) -> Iterator[tuple[dt.date, str, str]]:
    coming = next_coming(standings, today=today)
    if coming is not None and coming.due is not None:
        yield coming.due, coming.person.name, coming.why


def _of_other_days(items: Iterable[DueItem]) -> Iterator[tuple[dt.date, str, str]]:
    for item in items:
        if item.comes_up_on is not None:
            yield item.comes_up_on, item.person.name, item.action.why


def say_break(
    standings: Sequence[Standing], *, today: dt.date, calendar: WorkingCalendar, is_named: bool = True
) -> str:
    """Say how long the break goes on, and with whom a step is put off until its end; "" outside breaks.

    One step is counted for each person. Without names, unless ``is_named``, it only says how much.
    """
    until = calendar.break_at(today)
    if until is None:
        return ""
    names = [person.name for person in find_put_off(standings, today=today, calendar=calendar)]
    on_break = f"On a break until {short_date(until, today=today)}"
    if not names:
        return f"{on_break}."
    put_off = "1 step is put off" if len(names) == 1 else f"{len(names):,} steps are put off"
    more = f" and {len(names) - _MOST_NAMED:,} more" if len(names) > _MOST_NAMED else ""
    who = f": {', '.join(names[:_MOST_NAMED])}{more}" if is_named else ""
    return f"{on_break}; {put_off} until then{who}."
