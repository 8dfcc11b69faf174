"""News of theirs: a promotion, a new job, a launch is worth a line (rank 2)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from netsheet.core.calendar import add_calendar_days
from netsheet.core.followups.actions import Action
from netsheet.core.followups.contact_history import History
from netsheet.core.followups.context import Context
from netsheet.core.model import News
from netsheet.core.text import one_line
from netsheet.core.touch_facts import facts_of


def congratulate(history: History, context: Context) -> Iterator[Action]:
    """Ask for congratulations on the newest news, some days after its day; with the life of a thank-you.

    News without a day counts from the refresh that first showed it; what was there at the first refresh is old. Any message
    or reaction of the user's on that day or later meets it, and the user's own plan takes its place.
    """
    found = newest_news(history, context)
    if found is None:
        return
    news, on = found
    due = context.calendar.add_days(on, context.settings.congratulate_within)
    if (
        _is_met(history, on)
        or history.is_planned_after(on)
        or context.is_over(due, context.settings.life_thank)
    ):
        return
    said = f": “{one_line(news.text)}”" if news.text.strip() else ""
    yield Action(
        kind="congratulate",
        due=due,
        late_on=add_calendar_days(due, 1),
        why=f"There is news of {context.text(on)} about them{said}; nothing of yours is logged since.",
        next_step="Congratulate them",
        place=news.place,
        channel=history.channel,
    )


def newest_news(history: History, context: Context) -> tuple[News, dt.date] | None:
    """Return the newest news up to today, and the day it counts from; None when there is none with a day."""
    shown_on = context.remembered_of(history.person).news_shown_on
    days = [(news, news.on or shown_on.get(news.text)) for news in history.person.news]
    known = [(news, on) for news, on in days if on is not None and on <= context.today]
    return max(known, key=lambda each: (each[1], each[0].text), default=None)


def _is_met(history: History, on: dt.date) -> bool:
    return any(
        touch.on is not None
        and touch.on >= on
        and (facts_of(touch).is_sign or facts_of(touch).is_conversation)
        for touch in history.touches
    )
