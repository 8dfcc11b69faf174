"""The text output of ``netsheet due``: what is due now and what is coming, each with its reason."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from netsheet.core.followups.due import cut
from netsheet.core.how_to_end import HOW_TO_END_IN_A_TERMINAL
from netsheet.core.printable import quoted_path
from netsheet.core.values.dates import short_date
from netsheet.present.terminal import (
    PIPED_WIDTH,
    TONE_STYLES,
    console,
    counted,
    plain_table,
    show_blind_spots,
    show_command,
    show_nobody,
    show_table,
)

if TYPE_CHECKING:
    from rich.table import Table

    from netsheet.core.followups.due import DueItem
    from netsheet.core.followups.event_steps import EventStep
    from netsheet.core.numbers.goal_reviews import GoalReview
    from netsheet.pipeline.due import DueList

STYLES = {
    "Now": TONE_STYLES["due"],
    "Coming": f"bold {TONE_STYLES['soon']}",
}
MOST_PEOPLE = 5


def show_due(due_list: DueList, *, limit: int | None) -> None:
    """Print the due list, one line per person. The daily limit cuts from its end; the rest is counted."""
    items = [item for item in due_list.items if item.is_first or due_list.person is not None]
    now = [item for item in items if item.group == "now"]
    coming = [item for item in items if item.group == "coming" and item.comes_up_on is None]
    others = Counter(item.action.kind for item in items if item.comes_up_on is not None)
    _show_away(due_list)
    show_break(due_list)
    show_events(due_list.events, due_list.opened.today)
    show_reviews(due_list.reviews, due_list.opened.today)
    if now:
        _show_now(due_list, now, limit)
    elif not due_list.is_any_due:
        show_nothing_due(due_list, has_coming=bool(coming))
    if coming:
        _show_group("Coming", len(coming), coming[:limit], due_list.opened.today)
        if limit is not None and len(coming) > limit:
            _show_more(len(coming) - limit, "is coming", "are coming", due_list, len(coming))
    if decisions := others["decide"]:
        more = counted(decisions, "more decision comes up", "more decisions come up")
        console().print(f"{more} on other days, a few a day.\n", soft_wrap=True)
    if people := others["contact"]:
        more = counted(people, "more first message comes up", "more first messages come up")
        console().print(f"{more} in the weeks to come, a few a week.\n", soft_wrap=True)
    if now:
        show_how_to_end()
    if due_list.person is not None:
        _show_channels(due_list)
    if due_list.person is None:
        show_blind_spots(spot.text for spot in due_list.opened.blind_spots)
    show_unreadable(due_list)


def show_how_to_end() -> None:
    """Print how a line of the list is ended."""
    console().print(HOW_TO_END_IN_A_TERMINAL, highlight=False)


def show_events(steps: Sequence[EventStep], today: dt.date) -> None:
    """Print what the events ask for: those that are due, then those that are coming."""
    if not steps:
        return
    out = console()
    out.print(Text(f"Events ({len(steps):,})", style=STYLES["Now" if steps[0].is_due(today) else "Coming"]))
    table = plain_table("Event", "What", "Day", "Why")
    table.expand = out.width < PIPED_WIDTH
    table.columns[0].ratio, table.columns[1].ratio, table.columns[3].ratio = 3, 3, 6
    table.columns[2].no_wrap = True
    between = "\n" if table.expand else ", "
    for step in steps:
        event = step.event
        name = Text(event.name, style="bold")
        if event.place:
            name.append(f"{between}{event.place}", style="not bold dim")
        day = "" if event.on is None else short_date(event.on, today=today)
        table.add_row(name, step.next_step, day, step.why)
    show_table(table)


def _show_channels(due_list: DueList) -> None:
    """Print how the user wrote to the one person that was asked for."""
    if len(due_list.standings) == 1:
        (standing,) = due_list.standings
        said = ", ".join(f"{channel} {count:,}" for channel, count in standing.history.channel_mix().items())
        if said:
            console().print(f"How you wrote to {standing.person.name}: {said}", soft_wrap=True)


def show_reviews(reviews: Sequence[GoalReview], today: dt.date) -> None:
    """Print the goals to look at again: those that are due, then those that are coming."""
    if not reviews:
        return
    style = STYLES["Now" if reviews[0].is_due(today) else "Coming"]
    console().print(Text(f"Goals to review ({len(reviews):,})", style=style))
    table = plain_table("Goal", "Day", "Why")
    table.columns[1].no_wrap = True
    for review in reviews:
        name = Text(review.progress.goal.name, style="bold")
        table.add_row(name, short_date(review.due, today=today), review.why)
    show_table(table)


def _show_away(due_list: DueList) -> None:
    """After a long time without a refresh say how much is old, and how to put all of that off."""
    if due_list.was_away and due_list.old_count:
        log = quoted_path(due_list.opened.source.path)
        show_command(
            f"You were away: {due_list.fresh_count:,} fresh, {due_list.old_count:,} old. To put the old ones off:",
            f'netsheet snooze {log} --old "2 weeks"',
            end="\n",
        )


def show_break(due_list: DueList) -> None:
    """Print that there is a break, how long it goes on, and what waits for its end."""
    if due_list.on_break:
        console().print(f"{due_list.on_break}\n")


def _show_now(due_list: DueList, now: Sequence[DueItem], limit: int | None) -> None:
    opened = due_list.opened
    shown = cut(now, opened.settings.actions_a_day) if limit is None else now[:limit]
    _show_group("Now", len(now), shown, opened.today)
    if len(now) > len(shown):
        _show_more(len(now) - len(shown), "is due", "are due", due_list, len(now))


def _show_more(count: int, one: str, several: str, due_list: DueList, everything: int) -> None:
    more = counted(count, f"more action {one}", f"more actions {several}")
    log = quoted_path(due_list.opened.source.path)
    show_command(f"... and {more}. See all:", f"netsheet due {log} --limit {everything}", end="\n")


def _show_group(group: str, count: int, items: Sequence[DueItem], today: dt.date) -> None:
    out = console()
    out.print(Text(f"{group} ({count:,})", style=STYLES[group]))
    show_table(due_table(items, "Due", [_when(item, today) for item in items]))


def due_table(items: Sequence[DueItem], heading: str, cells: Sequence[str]) -> Table:
    """Return the table of a list: who, what and why, and a third column with these cells."""
    table = plain_table("Who", "What", heading, "Why")
    width = console().width
    table.expand = width < PIPED_WIDTH
    table.columns[1].ratio, table.columns[3].ratio = 4, 6
    if table.expand:
        longest = max(cell_len(name) for item in items for name in (item.person.name, item.person.company))
        table.columns[0].width = min(longest, width // 4)
    table.columns[2].no_wrap = True
    between = "\n" if table.expand else ", "
    for item, cell in zip(items, cells, strict=True):
        person, action = item.person, item.action
        who = Text(person.name, style="bold")
        if person.company and person.company != person.name:
            who.append(f"{between}{person.company}", style="not bold dim")
        table.add_row(who, action.next_step, cell, action.why)
    return table


def _when(item: DueItem, today: dt.date) -> str:
    due = item.action.due
    if due is None:
        return ""
    return f"{'since ' if item.days_overdue else ''}{short_date(due, today=today)}"


def show_nothing_due(due_list: DueList, *, has_coming: bool) -> None:
    """Print that nothing is due, and what comes next."""
    out = console()
    if not due_list.opened.log.people:
        show_nobody()
    elif due_list.person is not None:
        _show_reasons(due_list)
    elif any(spot.may_hide_due for spot in due_list.opened.blind_spots):
        out.print("Nothing is known to be due today, but not all could be read.\n")
    elif has_coming:
        out.print("Nothing is due today.\n")
    else:
        out.print(f"Nothing is due today. {due_list.next_step}")


def _show_reasons(due_list: DueList) -> None:
    """Print why nothing is due with the people the user asked about."""
    out = console()
    for standing in due_list.standings[:MOST_PEOPLE]:
        out.print(f"Nothing is due with {standing.person.name}. {standing.why}", soft_wrap=True)
    if len(due_list.standings) > MOST_PEOPLE:
        rest = counted(len(due_list.standings) - MOST_PEOPLE, "more person", "more people")
        out.print(f"... and {rest} with that name.")


def show_unreadable(due_list: DueList) -> None:
    """Name the people who were skipped because a cell cannot be read. Otherwise they would be missing silently."""
    unreadable = [
        f"{person.name} ({person.unreadable.place.address})"
        for person in (standing.person for standing in due_list.standings)
        if person.unreadable is not None and person.unreadable.place is not None
    ]
    if not unreadable or (due_list.person is not None and not due_list.items):
        return
    names = ", ".join(unreadable[:MOST_PEOPLE])
    rest = f" and {len(unreadable) - MOST_PEOPLE:,} more" if len(unreadable) > MOST_PEOPLE else ""
    log = quoted_path(due_list.opened.source.path)
    show_command(f"Skipped until you fix a cell: {names}{rest}. See:", f"netsheet check {log}")
