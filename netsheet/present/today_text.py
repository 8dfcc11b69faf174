"""The output of ``netsheet today``: what fits into the minutes, and what does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netsheet.core.followups.day_plan import total_minutes
from netsheet.core.people.people_search import shortest_texts
from netsheet.core.printable import quoted_path
from netsheet.present.documents import document, due_item
from netsheet.present.due_text import (
    due_table,
    show_break,
    show_events,
    show_how_to_end,
    show_nothing_due,
    show_reviews,
    show_unreadable,
)
from netsheet.present.terminal import console, counted, show_blind_spots, show_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netsheet.core.followups.day_plan import DayPlan, TimedItem
    from netsheet.pipeline.today import Today

_MOST_NAMED = 3


def show_today(today: Today) -> None:
    """Print what fits, what is left for later with its minutes, and the day's meetings."""
    plan, due_list, out = today.plan, today.due_list, console()
    show_break(due_list)
    show_events(due_list.events, due_list.opened.today)
    show_reviews(due_list.reviews, due_list.opened.today)
    if not due_list.is_any_due:
        show_nothing_due(due_list, has_coming=False)
    if plan.fits or plan.left:
        out.print(_headline(plan), style="bold", soft_wrap=True)
    if plan.fits:
        minutes = [f"{each.minutes} min" for each in plan.fits]
        show_table(due_table([each.item for each in plan.fits], "Takes", minutes))
    if plan.left:
        _show_left(today)
    for each in plan.meetings:
        out.print(f"Today you also meet {each.item.person.name} (about {each.minutes} min).", soft_wrap=True)
    if plan.fits:
        show_how_to_end()
    show_blind_spots(spot.text for spot in due_list.opened.blind_spots)
    show_unreadable(due_list)


def _headline(plan: DayPlan) -> str:
    all_count = len(plan.fits) + len(plan.left)
    if not plan.fits:
        return f"Nothing that is due fits into {counted(plan.minutes, 'minute')}."
    if not plan.left:
        return f"All that is due fits: {counted(all_count, 'step')}, about {plan.used_minutes} of {plan.minutes} minutes."
    return f"In {counted(plan.minutes, 'minute')}: {len(plan.fits)} of {counted(all_count, 'step')}, about {plan.used_minutes} min."


def _show_left(today: Today) -> None:
    plan, log = today.plan, quoted_path(today.due_list.opened.source.path)
    count = len(plan.left)
    names = "; ".join(map(_named, plan.left[:_MOST_NAMED]))
    rest = f"; and {count - _MOST_NAMED:,} more" if count > _MOST_NAMED else ""
    console().print(
        f"For later: {counted(count, 'more step')}, about {total_minutes(plan.left):,} min: {names}{rest}."
    )
    console().print(f"See all: netsheet due {log}\n", soft_wrap=True)


def _named(each: TimedItem) -> str:
    return f"{each.item.person.name} ({each.minutes} min)"


def today_json(today: Today) -> str:
    """Return the plan as JSON: each line with what ``netsheet due --json`` says of the step, and its minutes."""
    opened, plan = today.due_list.opened, today.plan
    log, texts = opened.source.path, shortest_texts(opened.log.people)

    def items(timed: Sequence[TimedItem]) -> list[dict[str, Any]]:
        return [
            {**due_item(each.item, log, texts[each.item.person.key]), "minutes": each.minutes}
            for each in timed
        ]

    return document(
        {
            "workbook": str(log),
            "today": opened.today,
            "out": None,
            "minutes": plan.minutes,
            "minutes_used": plan.used_minutes,
            "minutes_left": total_minutes(plan.left),
            "not_seen": [spot.text for spot in opened.blind_spots],
            "fits": items(plan.fits),
            "left": items(plan.left),
            "meetings": items(plan.meetings),
        }
    )
