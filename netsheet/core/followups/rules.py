"""All rules in the order of their ranks, and what they say of each person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from netsheet.core.calendar import WorkingCalendar, add_calendar_days
from netsheet.core.followups.actions import ACTIONS, Action
from netsheet.core.followups.birthdays import wish_well
from netsheet.core.followups.check_ins import check_in, reconnect
from netsheet.core.followups.congratulations import congratulate
from netsheet.core.followups.contact_history import History, compute_history
from netsheet.core.followups.context import Context
from netsheet.core.followups.decisions import decide
from netsheet.core.followups.follow_up_dates import follow_up
from netsheet.core.followups.meetings import meet
from netsheet.core.followups.nothing_due import closed, nothing_due, unreadable
from netsheet.core.followups.obligations import answer, find_address, keep_promise, say_thanks, thank_for_no
from netsheet.core.followups.offers import choose_offers
from netsheet.core.followups.referrals import (
    contact_accepted,
    contact_collected,
    contact_referred,
    find_referrals,
    thank_referrer,
)
from netsheet.core.followups.remembered import Remembered
from netsheet.core.followups.reminders import nudge
from netsheet.core.followups.standing import Standing
from netsheet.core.model import Person, Settings
from netsheet.core.tones import Tone

Rule = Callable[[History, Context], Iterator[Action]]
"""A rule: what it asks for with one person, due or coming."""

RULES: Final[tuple[Rule, ...]] = (
    keep_promise,
    meet,
    say_thanks,
    thank_referrer,
    find_address,
    congratulate,
    answer,
    follow_up,
    contact_referred,
    contact_accepted,
    contact_collected,
    nudge,
    wish_well,
    check_in,
    decide,
    reconnect,
)
"""All rules, the highest ranked first."""

RULES_WHILE_PAUSED: Final[tuple[Rule, ...]] = (keep_promise, meet, say_thanks, follow_up, wish_well, decide)
"""What goes on while a person is parked."""

RULES_WHEN_CLOSED: Final[tuple[Rule, ...]] = (keep_promise, meet, thank_for_no, check_in)
"""What goes on with a person whom the user's words close; nothing does with those who are not to be contacted."""


def compute_standings(
    people: Sequence[Person],
    *,
    today: dt.date,
    settings: Settings,
    calendar: WorkingCalendar,
    remembered: Mapping[str, Remembered] | None = None,
) -> tuple[Standing, ...]:
    """Judge everyone: one standing per person, in the order given.

    Args:
        people: everyone in the log.
        today: the day everything is judged on.
        settings: the settings in force.
        calendar: the user's working days.
        remembered: by the key of a person what earlier refreshes saw; None on a first refresh.
    """
    context = Context(
        today=today,
        settings=settings,
        calendar=calendar,
        referrals=find_referrals(people, today=today),
        remembered=remembered or {},
    )
    histories = [
        compute_history(
            person,
            today=today,
            calendar=calendar,
            dormant_since=context.dormant_since,
            remembered=context.remembered_of(person),
        )
        for person in people
    ]
    context = replace(context, offers=choose_offers(histories, context))
    return tuple(_with_queue(_judge(history, context), context) for history in histories)


def _judge(history: History, context: Context) -> Standing:
    person = history.person
    if person.do_not_contact:
        return closed(history)
    if person.unreadable is not None and not person.is_closed:
        return unreadable(history, person.unreadable)
    actions = [
        put_off
        for rule in _rules_for(history)
        for action in rule(history, context)
        if (put_off := _after_break(action, context)) is not None
    ]
    actions.sort(key=lambda action: not _is_shown(action, context))  # else the rules' order stays
    if not actions or not _is_shown(actions[0], context):
        coming = tuple(actions)
        return closed(history, coming) if person.is_closed else nothing_due(history, coming, context)
    first = actions[0]
    return Standing(
        history=history,
        actions=tuple(actions),
        status=ACTIONS[first.kind].status,
        next_step=first.next_step,
        due=first.due,
        why=first.why,
        tone=_tone(first, context.today),
    )


def _with_queue(standing: Standing, context: Context) -> Standing:
    queued_on = context.offers.queued.get(standing.person.key)
    return standing if queued_on is None else replace(standing, queued_on=queued_on)


def _rules_for(history: History) -> tuple[Rule, ...]:
    if history.person.is_closed:
        return RULES_WHEN_CLOSED
    return RULES_WHILE_PAUSED if history.is_paused else RULES


def _after_break(action: Action, context: Context) -> Action | None:
    """Put off what would be due while the user is on a break: only promises with a day, meetings and wishes go on.

    Nobody is named to reconnect with then: the week after the break names its own.
    """
    if action.is_shown_on_breaks:
        return action
    action = _with_first_day_back(action, context.calendar)
    until = context.calendar.break_at(context.today)
    if until is None:
        return action
    if action.kind == "reconnect":
        return None
    if action.due is not None and action.due > until:
        return action
    return replace(action, due=context.calendar.next_working_day(until), is_put_off=True)


def _with_first_day_back(action: Action, calendar: WorkingCalendar) -> Action:
    """Let what would become late on a break, or on the first working day after it, be late a day after that one."""
    if action.late_on is None:
        return action
    back_on = calendar.next_working_day(action.late_on)
    day = add_calendar_days(back_on, -1)
    while not calendar.is_working(day):
        if calendar.break_at(day) is not None:
            return replace(action, late_on=add_calendar_days(back_on, 1))
        day = add_calendar_days(day, -1)
    return action


def _is_shown(action: Action, context: Context) -> bool:
    """Whether the row may show the action: it is due, a date within its lead time, or a dormant tie."""
    if action.due is None:
        return True
    return action.due <= add_calendar_days(context.today, action.lead_days)


def _tone(action: Action, today: dt.date) -> Tone:
    if action.is_late(today):
        return "late"
    if action.kind == "reconnect":
        return "calm"
    return "due" if action.is_due(today) else "soon"
