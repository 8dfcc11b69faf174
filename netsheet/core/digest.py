"""A week in a few lines, to show to a mentor or a buddy: what was done, what came of it, what to think about.

Without names it is made of counts and of netsheet's own words alone: nothing that a cell holds gets into it.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from netsheet.core.calendar import add_calendar_days, first_day_of
from netsheet.core.numbers.engagement import Engagement
from netsheet.core.numbers.goal_counts import METRIC_NAMES
from netsheet.core.numbers.goal_words import describe_count
from netsheet.core.numbers.goals import GoalProgress
from netsheet.core.numbers.number_words import format_comparison, format_rate
from netsheet.core.numbers.rates import Rate
from netsheet.core.numbers.wins import Win, WinKind

_OWN_WORDS: Final = ("channel", "personalised", "time_of_day", "weekday", "warmth", "relationship")
"""The dimensions whose values are words of netsheet's, and never what the user typed."""

_WINS: Final[Mapping[WinKind, tuple[str, str]]] = {
    "first_reply": (
        "1 person answered me for the first time.",
        "{count} people answered me for the first time.",
    ),
    "quick_reply": ("1 person answered within a day.", "{count} people answered within a day."),
    "meeting": ("I met or spoke with 1 person.", "I met or spoke with {count} people."),
    "referral": ("1 person referred me.", "{count} people referred me."),
    "promise_kept": ("I kept 1 promise.", "I kept {count} promises."),
    "goal_met": ("I met 1 goal.", "I met {count} goals."),
}
_RECEIVED: Final = "Replies and messages received"
_TOO_EARLY: Final = "It is too early to tell what helps."
_QUESTIONS_AFTER_REPLIES: Final = (
    "Which message that got a reply would you like to write again, and to whom?",
    "Which answer surprised you, and what does it say about what people care about?",
)
_QUESTIONS_WITHOUT_REPLIES: Final = (
    "Whom would it be easiest and nicest to write to next?",
    "What could you offer somebody before you ask for anything?",
)
_QUESTIONS_OF_THANKS: Final = (
    "Who helped you this week, and have you thanked them?",
    "What did you learn from somebody this week?",
    "What are you grateful for this week?",
)
_QUESTIONS_AHEAD: Final = (
    "Which one step would make next week a good week?",
    "What was hard this week, and who could make it easier?",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestGoal:
    """A goal of the digest: what is counted, how much is done, and for how long it was met."""

    name: str
    done: str
    streak: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """A week.

    Attributes:
        first_on, last_on: its first and its last day, which is today in the week that is not over.
        done: what was done, as words and counts.
        replies: the replies of the last four weeks, with their counts.
        wins: a sentence each.
        goals: how far each goal was.
        helped: what gets more replies, or that it is too early to tell.
        due_count: with how many people something is due.
        journal_count: lines in the journal of the week.
        journal: those lines; only with names.
        questions: three, to think about.
    """

    first_on: dt.date
    last_on: dt.date
    done: tuple[tuple[str, int], ...]
    replies: str
    wins: tuple[str, ...]
    goals: tuple[DigestGoal, ...]
    helped: str
    due_count: int
    journal_count: int
    journal: tuple[str, ...]
    questions: tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekFigures:
    """What was counted of a week.

    Attributes:
        first_on, last_on: its first and last day.
        new_people: people who were in touch with the user for the first time.
        recent: the first messages of the last four weeks.
        due_count: with how many people something is due on the last day.
    """

    first_on: dt.date
    last_on: dt.date
    new_people: int
    recent: Rate
    due_count: int


def week_of(day: dt.date, *, today: dt.date) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of a day's week; a week that is not over ends today."""
    first_on = first_day_of("week", day)
    return first_on, max(first_on, min(add_calendar_days(first_on, 6), today))


def compute_digest(
    figures: WeekFigures,
    engagement: Engagement,
    *,
    wins: Iterable[Win],
    goals: Sequence[GoalProgress],
    journal: Sequence[str],
    has_names: bool,
) -> Digest:
    """Put a week together.

    Args:
        figures: what was counted of it.
        engagement: the numbers of the whole log as of its last day.
        wins: those of the last days; what was before the week is left out.
        goals: the goals as of the last day.
        journal: the lines of the week.
        has_names: whether names, and what the user wrote, may be in it.
    """
    first_on, recent = figures.first_on, figures.recent
    of_week = [win for win in wins if win.on >= first_on]
    done = tuple(_done(engagement, first_on, figures.new_people))
    return Digest(
        first_on=first_on,
        last_on=figures.last_on,
        done=done,
        replies=f"First messages of the last four weeks with a reply: {format_rate(recent)}; {recent.waiting:,} waiting.",
        wins=tuple(win.sentence for win in of_week) if has_names else tuple(_nameless_wins(of_week)),
        goals=tuple(_goal(progress, has_names=has_names) for progress in goals),
        helped=_helped(engagement, has_names=has_names),
        due_count=figures.due_count,
        journal_count=len(journal),
        journal=tuple(journal) if has_names else (),
        questions=_questions(first_on, has_replies=dict(done)[_RECEIVED] > 0),
    )


def _done(engagement: Engagement, first_on: dt.date, new_people: int) -> Iterator[tuple[str, int]]:
    week = next((week for week in engagement.weeks if week.starts_on == first_on), None)
    yield "Messages and calls from me", week.sent if week else 0
    yield _RECEIVED, week.received if week else 0
    yield "Meetings, talks and events", week.together if week else 0
    yield "People in touch for the first time", new_people


def _nameless_wins(wins: Iterable[Win]) -> Iterator[str]:
    counts = Counter(win.kind for win in wins)
    for kind, (one, several) in _WINS.items():
        if counts[kind]:
            yield one if counts[kind] == 1 else several.format(count=counts[kind])


def _goal(progress: GoalProgress, *, has_names: bool) -> DigestGoal:
    metric, streak = progress.goal.metric, 0 if progress.is_over else progress.streak
    name = METRIC_NAMES[metric] if metric else "A goal of my own"
    return DigestGoal(
        name=progress.goal.name if has_names else name,
        done=describe_count(progress),
        streak=f"{streak} {progress.goal.period}s in a row" if streak > 1 else "",
    )


def _helped(engagement: Engagement, *, has_names: bool) -> str:
    dimensions = engagement.by if has_names else _OWN_WORDS
    sentences = (
        format_comparison(dimension, row)
        for dimension in dimensions
        for row in engagement.by.get(dimension, ())
        if row.verdict == "better"
    )
    return next((f"{sentence}." for sentence in sentences), _TOO_EARLY)


def _questions(first_on: dt.date, *, has_replies: bool) -> tuple[str, str, str]:
    """Choose the questions by what happened, others each week."""
    week = first_on.toordinal() // 7
    of_replies = _QUESTIONS_AFTER_REPLIES if has_replies else _QUESTIONS_WITHOUT_REPLIES
    asked = [each[week % len(each)] for each in (of_replies, _QUESTIONS_OF_THANKS, _QUESTIONS_AHEAD)]
    return asked[0], asked[1], asked[2]
