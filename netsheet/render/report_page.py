"""The summary as one page for the browser: the same values, words and figures as on the summary sheet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from netsheet.core.drafts.addresses import linkedin_page
from netsheet.core.drafts.phrasing import clean_line
from netsheet.core.email import mailto
from netsheet.core.how_to_end import HOW_TO_END_IN_A_TERMINAL, HOW_TO_END_IN_THE_LOG, OTHER_WORDS
from netsheet.core.model import Person, Place
from netsheet.core.month_names import SHORT_MONTHS
from netsheet.core.numbers.dimension_names import DIMENSION_NAMES, name_value
from netsheet.core.numbers.goal_words import describe_goal, describe_outlook
from netsheet.core.numbers.number_words import (
    format_interval,
    format_rate,
    format_share,
    format_verdict,
)
from netsheet.core.summary.contents import Summary, SummaryRow
from netsheet.core.summary.people_notes import DAYS_AHEAD, PersonNote
from netsheet.render.html_page import render_page
from netsheet.render.summary.chart_tables import WAITING_REMARK, Figure, make_figures, say_what_charts_count
from netsheet.render.summary.fixes_block import say_remarks
from netsheet.render.summary.people_blocks import (
    ARTICLES_NOTE,
    EVENTS_NOTE,
    GO_TO_HEADING,
    INTRODUCTIONS_NOTE,
    MEANINGS,
    ORDER_NOTE,
    REFERRALS_NOTE,
    due_title,
    has_done_places,
    say_balance,
    say_more_due,
    say_step,
)
from netsheet.render.summary.rates_block import (
    MOST_ROWS,
    is_telling,
    say_counted,
    say_overall,
    say_the_rest,
)
from netsheet.render.summary.sheet_page import Kind, Value
from netsheet.render.summary.targets_block import MOST_TARGETS
from netsheet.render.summary.top import COMMANDS, WELCOME, say_calm
from netsheet.render.svg_charts import WIDTH, draw

if TYPE_CHECKING:
    from netsheet.core.followups.event_steps import EventStep
    from netsheet.core.numbers.engagement import Engagement

MARK = '<meta name="generator" content="netsheet report">'
"""What marks a page as made by ``netsheet report``: only such a file is ever replaced."""

_FOR_ERROR_BARS = frozenset({"Below", "Above"})
_Cell = dict[str, object]


def report_html(summary: Summary, *, name: str) -> bytes:
    """Build the page. Equal summaries give equal bytes.

    Args:
        summary: what the summary sheet shows too.
        name: of the log's file.
    """
    values: _Cell = {
        "mark": MARK,
        "name": name,
        "day": _day(summary.as_of),
        "iso_day": summary.as_of.isoformat(),
        "chart_width": WIDTH,
        "days_ahead": DAYS_AHEAD,
    }
    values |= _top(summary) | _numbers(summary) | _people(summary) | _other_lists(summary)
    return render_page("report.html.j2", values, style="report.css")


def _top(summary: Summary) -> _Cell:
    return {
        "tiles": _tiles(summary),
        "headline": summary.headline if summary.people_count else WELCOME[0],
        "welcome": () if summary.people_count else WELCOME[1:],
        "calm": say_calm(summary),
    }


def _numbers(summary: Summary) -> _Cell:
    engagement, is_young = summary.engagement, summary.is_young
    figures = () if is_young else make_figures(engagement)
    return {
        "goals": _goals(summary),
        "rates": _rates(engagement),
        "counted": "" if is_young else say_counted(engagement),
        "overall": say_overall(engagement),
        "the_rest": say_the_rest(engagement),
        "figures": [_figure(figure) for figure in figures],
        "charts_note": say_what_charts_count(figures),
        "balance": say_balance(balance) if (balance := engagement.balance).given or balance.asked else "",
    }


def _people(summary: Summary) -> _Cell:
    return {
        "people_count": summary.people_count,
        "due": [_due_row(row) for row in summary.due],
        "due_title": due_title(summary),
        "due_more": say_more_due(summary),
        "how_to_end": (HOW_TO_END_IN_THE_LOG, OTHER_WORDS)
        if has_done_places(summary)
        else (HOW_TO_END_IN_A_TERMINAL,),
        "has_done_places": has_done_places(summary),
        "order_note": ORDER_NOTE,
        "go_to": GO_TO_HEADING,
        "commands": COMMANDS,
        "dates": _notes(summary.dates),
        "events": [_event(step) for step in summary.events],
        "events_more": summary.events_count - len(summary.events),
        "events_note": EVENTS_NOTE,
        "dates_more": summary.dates_count - len(summary.dates),
        "dormant": _notes(summary.dormant),
        "referrals": _notes(summary.referrals),
        "referrals_more": summary.referrals_count - len(summary.referrals),
        "referrals_note": REFERRALS_NOTE,
        "introductions": _notes(summary.introductions),
        "introductions_more": summary.introductions_count - len(summary.introductions),
        "introductions_note": INTRODUCTIONS_NOTE,
        "articles": _notes(summary.articles),
        "articles_more": summary.articles_count - len(summary.articles),
        "articles_note": ARTICLES_NOTE,
        "asked_often": _notes(summary.asked_often),
        "asked_more": summary.asked_often_count - len(summary.asked_often),
    }


def _other_lists(summary: Summary) -> _Cell:
    findings = [
        (_place(finding.place), clean_line(finding.message), clean_line(finding.hint))
        for finding in summary.findings
    ]
    statuses = [
        (count.tone, count.status, count.people_count, MEANINGS[count.status])
        for count in summary.status_counts
    ]
    return {
        "wins": [(_day(win.on), win.sentence) for win in summary.wins],
        "wins_more": summary.wins_count - len(summary.wins),
        "findings": findings,
        "cells_to_fix": summary.cells_to_fix,
        "cells_not_shown": summary.cells_not_shown,
        "remarks": say_remarks(summary),
        "statuses": statuses,
        **_targets(summary),
    }


def _targets(summary: Summary) -> _Cell:
    if not summary.targets:
        return {"targets": [], "targets_more": 0, "targets_said": ""}
    from netsheet.core.practices.target_coverage import say_coverage, say_known  # noqa: PLC0415  few logs have it

    rows = [
        {
            "company": clean_line(each.target.company),
            "role": clean_line(
                ", ".join(filter(None, (each.target.role_wanted, _priority(each.target.priority))))
            ),
            "day": _day(each.last_on),
            "count": f"{len(each.people):,}",
            "who": clean_line(say_known(each)),
        }
        for each in summary.targets[:MOST_TARGETS]
    ]
    return {
        "targets": rows,
        "targets_more": len(summary.targets) - len(rows),
        "targets_said": say_coverage(summary.targets),
    }


def _priority(text: str) -> str:
    return f"priority {text}" if text else ""


def _tiles(summary: Summary) -> list[tuple[str, str]]:
    if not summary.people_count:
        return []
    rate = summary.engagement.overall
    tiles = [
        ("People in your log", f"{summary.people_count:,}"),
        ("To do now", f"{summary.due_count:,}"),
        ("First messages", f"{rate.sent:,}"),
    ]
    if not summary.is_young:
        tiles.append(("Reply rate", format_rate(rate) if rate.rate is None else format_share(rate.rate)))
    return tiles


def _due_row(row: SummaryRow) -> _Cell:
    return {
        **_person(row.person),
        "status": row.status,
        "tone": row.tone,
        "due": _day(row.due),
        "step": say_step(row),
        "why": row.why,
        "done": _place(row.done_place),
    }


def _person(person: Person) -> _Cell:
    return {
        "name": clean_line(person.name),
        "company": clean_line(person.company) if person.company != person.name else "",
        "mail": mailto(person.email),
        "page": linkedin_page(person.linkedin),
    }


def _event(step: EventStep) -> _Cell:
    return {
        "name": clean_line(step.event.name),
        "where": clean_line(step.event.place),
        "day": _day(step.event.on),
        "step": clean_line(step.next_step),
        "why": clean_line(step.why),
    }


def _notes(notes: Sequence[PersonNote]) -> list[_Cell]:
    return [{**_person(note.person), "day": _day(note.on), "text": note.text} for note in notes]


def _goals(summary: Summary) -> list[_Cell]:
    is_begun = any(progress.count for progress in summary.goals)
    if summary.is_young and not is_begun:
        return []
    return [
        {
            "name": progress.goal.name,
            "done": f"{progress.count:,} of {progress.target:,}"
            if progress.target
            else f"{progress.count:,}",
            "count": progress.count,
            "target": progress.target,
            "period": progress.goal.time,
            "where": describe_goal(progress),
            "outlook": describe_outlook(progress),
        }
        for progress in summary.goals
    ]


def _rates(engagement: Engagement) -> list[_Cell]:
    """List the rates of each kind of approach whose values differ."""
    return [
        {
            "by": DIMENSION_NAMES[dimension],
            "value": name_value(dimension, row.value),
            "rate": "" if row.rate is None else format_share(row.rate),
            "range": format_interval(row.low, row.high),
            "counts": f"{row.replied:,} of {row.matured:,}",
            "verdict": format_verdict(row),
        }
        for dimension, rows in engagement.by.items()
        if is_telling(rows)
        for row in rows[:MOST_ROWS]
    ]


def _figure(figure: Figure) -> _Cell:
    columns = [at for at, heading in enumerate(figure.headings) if heading not in _FOR_ERROR_BARS]
    remark = "Thin lines: the likely range (95 %)." if len(columns) < len(figure.headings) else ""
    return {
        "title": figure.title,
        "description": figure.description,
        "headings": [figure.headings[at] for at in columns],
        "rows": [[_shown(row[at], figure.kinds[at]) for at in columns] for row in figure.rows],
        "remark": f"{remark} {WAITING_REMARK}" if figure.kind == "days" else remark,
        "drawing": draw(figure),
    }


def _shown(value: Value, kind: Kind) -> str:
    if isinstance(value, dt.date):
        return _day(value)
    if isinstance(value, int | float):
        return format_share(float(value)) if kind == "share" else f"{value:,}"
    return "" if value is None else value


def _day(day: dt.date | None) -> str:
    return "" if day is None else f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year}"


def _place(place: Place | None) -> str:
    return "" if place is None else f"{place.sheet}!{place.address}"
