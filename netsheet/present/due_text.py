"""``netsheet due`` for a person: overdue, today and coming, each with its reason."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from rich.text import Text

from netsheet.core.dates import short_date
from netsheet.present.terminal import console, counted, plain_table

if TYPE_CHECKING:
    from rich.table import Table

    from netsheet.core.due import DueItem
    from netsheet.pipeline.due import DueList

GROUPS = (("Overdue", "bold red"), ("Today", "bold yellow"), ("Coming", "cyan"))


def show_due(due_list: DueList, *, limit: int | None) -> None:
    """Print the due list. The daily cap takes the highest ranked, and says how many more there are."""
    out = console()
    opened = due_list.opened
    due = [item for item in due_list.items if item.group != "Coming"]
    chosen = due[: opened.settings.actions_a_day if limit is None else limit]
    for group, style in GROUPS:
        items = [item for item in due_list.items if item.group == group]
        if group == "Coming" and len(due) > len(chosen):
            more = counted(len(due) - len(chosen), "more action is due", "more actions are due")
            out.print(
                f"... and {more}. See all: netsheet due {opened.source.path} --limit {len(due)}",
                soft_wrap=True,
            )
        visible = items[:limit] if group == "Coming" else [item for item in chosen if item.group == group]
        if items:
            out.print(Text(f"{group} ({len(items)})", style=style))
        if visible:
            out.print(_table(visible, opened.today))
    if not due:
        _show_nothing_due(due_list)


def _table(items: list[DueItem], today: dt.date) -> Table:
    table = plain_table("Who", "What", "Due", "Why")
    table.expand = True
    table.columns[0].ratio, table.columns[1].ratio, table.columns[3].ratio = 3, 4, 6
    table.columns[2].min_width = 11
    table.columns[2].no_wrap = True
    for item in items:
        who = (
            f"{item.person}\n{item.company}" if item.company and item.company != item.person else item.person
        )
        due = "" if item.due is None else short_date(item.due, today=today)
        table.add_row(who, item.next_step, due, item.why)
    return table


def _show_nothing_due(due_list: DueList) -> None:
    out = console()
    coming = due_list.next_coming
    if due_list.person is not None:
        out.print(f'Nothing is due with "{due_list.person}".')
    elif coming is None:
        out.print("Nothing is due, and nothing is coming up.")
    else:
        name = next(person.name for person in due_list.opened.log.people if person.key == coming.person)
        day = short_date(coming.due, today=due_list.opened.today) if coming.due is not None else ""
        out.print(f"Nothing is due today. Next: {name}, {day}. {coming.why}")
