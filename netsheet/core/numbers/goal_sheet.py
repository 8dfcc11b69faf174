"""The optional sheet Goals: one goal a row.

It turns the rows of the sheet into ``Goal`` values.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, get_args

from netsheet.core.calendar import Period
from netsheet.core.findings import build_finding
from netsheet.core.grid import CellValue, Sheet
from netsheet.core.model import DateOrder, Finding
from netsheet.core.named_table import NamedRow, folded_words, interpret_rows
from netsheet.core.numbers.goal_counts import METRIC_NAMES, Goal, Metric
from netsheet.core.numbers.goal_filters import FilterField
from netsheet.core.optional_sheets.priorities import read_rank
from netsheet.core.printable import quoted_word
from netsheet.core.settings.value_types import read_whole_number
from netsheet.core.text import nearest_name
from netsheet.core.values.dates import NotRead, ReadDate, read_date
from netsheet.core.values.phrases import read_interval_days
from netsheet.core.values.sentence_days import nearest_day
from netsheet.core.values.vocabulary import plain_phrase

GOALS_SHEET: Final = "Goals"
COLUMNS: Final = ("Goal", "Target", "Per", "Filter", "From", "By", "Priority", "Review on")
HIGHEST_TARGET: Final = 1000
LONGEST_CHALLENGE: Final = 366

GOAL_SPELLINGS: Final = {
    name: frozenset(words.split("|"))
    for name, words in {
        "Goal": "goal|goals|what|ziel|ziele|objectif|objectifs|objetivo|objetivos|meta|metas|obiettivo|obiettivi|doel|doelen|cel|cele",
        "Target": "target|number|how many|aim|anzahl|wie viele|nombre|combien|numero|cuantos|cuantas|quantos|quanti|aantal|hoeveel|liczba|ile",
        "Per": "per|period|every|each|in a|pro|zeitraum|par|por|periodo|periode|na|okres",
        "Filter": "filter|only|where|nur|filtre|seulement|filtro|solo|so|alleen|tylko|filtr",
        "From": "from|start|starts|begin|begins|start date|from day|since|ab|von|beginn|debut|a partir de|desde|inicio|dal|da|inizio|vanaf|od|poczatek",
        "By": "by|until|till|due|due date|deadline|target date|end|end date|finish by|bis|bis wann|frist|stichtag|avant|avant le|echeance|date limite|antes de|fecha limite|plazo|hasta|ate|prazo|entro|entro il|scadenza|voor|uiterlijk|do|termin",
        "Priority": "priority|prio|importance|rank|prioritat|wichtigkeit|priorite|importance|prioridad|prioridade|priorita|prioriteit|priorytet",
        "Review on": "review on|review|review date|revisit|revisit on|next review|check on|look again|uberprufen am|uberprufung|wiedervorlage|revoir le|revision|revisar el|revisar en|revisao|rever em|rivedere il|revisione|herzien op|przeglad",
    }.items()
}  # fmt: skip
_WORDS: Final[dict[Metric, str]] = {
    "new_connections": "new connections|new connection|new contacts|new people|new|connections",
    "follow_ups": "follow-ups|follow ups|followups|follow-up|nudges",
    "dormant_ties": "dormant ties|dormant tie|dormant|reconnect|reconnections|reconnects",
    "nurture": "nurture|nurturing|give|giving|tend|keep in touch",
    "thanks": "thanks|thank-yous|thank yous|thank-you|thank you|thank-you notes|thank you notes|thanking|gratitude|saying thanks|saying thank you",
    "posts": "posts and comments|posts|comments|comments and posts|likes and comments|comments and likes|reactions|social|social media|engage online|online engagement",
    "events": "events|event|meetups|meet-ups",
    "informational_interviews": "informational interviews|informational interview|interviews|coffee chats",
}  # fmt: skip
METRIC_BY_WORD: Final = {word: metric for metric, words in _WORDS.items() for word in words.split("|")}
_PERIOD_BY_DAYS: Final[dict[int, Period]] = {1: "day", 7: "week", 30: "month", 91: "quarter"}
_PER: Final = re.compile(r"^(?:per|pro|par|por|al|na) ")
_CHALLENGE: Final = re.compile(
    r"^(?P<days>\d{1,3})[- ]days?(?: of)? (?P<what>.+?)(?: challenge)?(?: (?:from|starting|since) (?P<from>.+))?$",
    re.IGNORECASE,
)
_WITH: Final = re.compile(r"^(?P<what>.+?) (?:with|among|at) (?P<whom>.+)$", re.IGNORECASE)
_FILTERS: Final = "a value such as LinkedIn, or a column and a value such as company: Acme"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalReader:
    """What the rows are read by.

    Attributes:
        today: a day without its year is the nearest to it.
        order: how 3/4/2026 is meant.
        ticked: the names of goals that were ticked, as ``plain_phrase`` gives them.
        first_seen: for goals that earlier refreshes saw since when, by their keys: days without a year are those near it.
    """

    today: dt.date
    order: DateOrder = "auto"
    ticked: Collection[str] = ()
    first_seen: Mapping[str, dt.date] = field(default_factory=dict)


def interpret_goals(sheet: Sheet | None, reader: GoalReader) -> tuple[tuple[Goal, ...], tuple[Finding, ...]]:
    """Read the goals, those of high priority first, else in the order of the sheet; without a sheet there are none.

    A row with a target of zero is ignored. A row that cannot be understood is a finding, and so are a goal without a
    number or a time, and one that netsheet cannot count from the log, until the user ticks it by hand.
    """
    if sheet is None:
        return (), ()
    goals, findings = interpret_rows(
        sheet,
        GOAL_SPELLINGS,
        lambda row: _read_goal(row, reader),
        needed=("Goal", "Target"),
        headings="Goal, Target and Per",
    )
    untimed = [
        build_finding("goal-without-time", goal.place, goal=goal.name)
        for goal, has_time in goals
        if not has_time
    ]
    ranked = sorted((goal for goal, _ in goals), key=lambda goal: goal.rank or HIGHEST_TARGET)
    return tuple(ranked), (*findings, *untimed)


def _read_goal(row: NamedRow, reader: GoalReader) -> tuple[Goal, bool] | Finding | None:
    """Read a row as a goal, and whether it says in which time; None for one that says nothing."""
    challenge = _CHALLENGE.match(row.text("Goal"))
    target = _target(row, is_challenge=challenge is not None)
    if target is None or isinstance(target, Finding):
        return target
    goal = _named(row, challenge["what"] if challenge else row.text("Goal"), target, reader)
    if isinstance(goal, Finding):
        return goal
    timed = _with_period(goal, row, int(challenge["days"]) if challenge else 0)
    if isinstance(timed, Finding):
        return timed
    dated = _with_days(timed, row, challenge["from"] if challenge else None, reader)
    has_time = bool(challenge or row.text("Per") or row.text("By"))
    return dated if isinstance(dated, Finding) else (dated, has_time)


def _target(row: NamedRow, *, is_challenge: bool) -> int | Finding | None:
    """Read the number, of a challenge 1 where there is none; None for a row that says nothing, or is set to 0."""
    if not row.text("Goal"):
        return None
    if not row.text("Target"):
        return (
            1
            if is_challenge
            else build_finding("goal-without-number", row.place("Target"), goal=row.text("Goal"))
        )
    target = read_whole_number(row.value("Target"))
    if target is None or not 0 <= target <= HIGHEST_TARGET:
        return _unreadable(row, "Target", f"a whole number from 1 to {HIGHEST_TARGET}")
    return target or None


def _named(row: NamedRow, name: str, target: int, reader: GoalReader) -> Goal | Finding:
    """Read what is counted, and of whom."""
    metric = METRIC_BY_WORD.get(folded_words(name))
    field_name, value = _filter(row.text("Filter"))
    if field_name is None:
        return _unreadable(row, "Filter", _FILTERS)
    split = _WITH.match(name)
    if metric is None and split and not value and plain_phrase(name) not in reader.ticked:
        metric = METRIC_BY_WORD.get(folded_words(split["what"]))
        value = split["whom"].strip() if metric else ""
    if metric is None and plain_phrase(name) not in reader.ticked:
        return build_finding("unknown-goal", row.place("Goal"), seen=name, nearest=_nearest(name))
    return Goal(
        metric=metric,
        own_name="" if metric else name,
        target=target,
        period=None,
        filter_field=field_name if metric else "any",
        filter_value=value if metric else "",
        rank=read_rank(row.text("Priority")) if row.text("Priority") else None,
        place=row.place("Goal"),
    )


def _with_period(goal: Goal, row: NamedRow, days: int) -> Goal | Finding:
    """Add "week", "per month" or "every quarter"; where the cell is empty none with a day under By, else a week."""
    if days > LONGEST_CHALLENGE:
        return _unreadable(row, "Goal", f"a number of days from 1 to {LONGEST_CHALLENGE}")
    if days:
        return replace(goal, days=days, period="day")
    words = _PER.sub("", folded_words(row.text("Per")))
    if not words:
        return replace(goal, period=None if row.text("By") else "week")
    period = _PERIOD_BY_DAYS.get(read_interval_days(words) or 0)
    return replace(goal, period=period) if period else _unreadable(row, "Per", "day, week, month or quarter")


def _with_days(goal: Goal, row: NamedRow, from_text: str | None, reader: GoalReader) -> Goal | Finding:
    """Add the days that the row names."""
    near = reader.first_seen.get(goal.key, reader.today)
    days: dict[str, dt.date | None] = {}
    for heading in ("From", "By", "Review on"):
        value: CellValue = from_text if heading == "From" and from_text else row.value(heading)
        day = _day(value, near if heading != "Review on" else reader.today, reader.order)
        if day is None and str(value).strip():
            place = heading if heading in row.columns else "Goal"
            return _unreadable(row, place, "a day such as 2026-05-12 or 12 May")
        days[heading] = day
    from_on, by = days["From"], days["By"]
    if from_on and by and by < from_on:
        return _unreadable(row, "By", "a day after that under From")
    return replace(
        goal, from_on=from_on, by=by, review_on=days["Review on"], review_place=row.place("Review on")
    )


def _day(value: CellValue, near: dt.date, order: DateOrder) -> dt.date | None:
    read = read_date(value, order=order)
    if isinstance(read, NotRead) and read.month_day is not None:
        return nearest_day(read.month_day, near)
    return read.on if isinstance(read, ReadDate) else None


def _filter(text: str) -> tuple[FilterField | None, str]:
    """Read "LinkedIn" or "channel: LinkedIn"; the field is None when it is not one of those that can be looked at."""
    field_name, colon, value = text.partition(":")
    if not colon:
        return "any", text.strip()
    known: dict[str, FilterField] = {name: name for name in get_args(FilterField)}
    return known.get(folded_words(field_name)), value.strip()


def _unreadable(row: NamedRow, heading: str, expected: str) -> Finding:
    return build_finding(
        "unreadable-goal",
        row.place(heading),
        goal=row.text("Goal"),
        seen=row.text(heading),
        heading=heading,
        expected=expected,
    )


def _nearest(name: str) -> str:
    if near := nearest_name(name, METRIC_BY_WORD):
        return f"Did you mean {METRIC_NAMES[METRIC_BY_WORD[near]]}?"
    counted = ", ".join(METRIC_NAMES.values())
    return f"netsheet counts {counted}. To tick it by hand: netsheet done --goal {quoted_word(name)}"
