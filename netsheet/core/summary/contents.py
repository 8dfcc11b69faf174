"""Everything the summary sheet shows, as values, with each list cut to what the sheet has room for."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from netsheet.core.calendar import WorkingCalendar
from netsheet.core.followups.actions import Action
from netsheet.core.followups.calm import say_break, say_next, say_next_day
from netsheet.core.followups.dormant_ties import DormantTie
from netsheet.core.followups.due import DueItem, cut, select_due
from netsheet.core.followups.sentence_words import names_channel
from netsheet.core.followups.standing import Standing
from netsheet.core.model import Channel, Finding, Person, Place, Settings
from netsheet.core.numbers.engagement import Engagement, headline
from netsheet.core.numbers.goals import GoalProgress
from netsheet.core.numbers.rates import FEWEST_MATURED
from netsheet.core.numbers.starter_goals import shown_goals
from netsheet.core.numbers.wins import Win, compute_wins
from netsheet.core.summary.people_notes import WRITABLE, PersonNote, find_asked_often, find_dates
from netsheet.core.tones import TONES, Tone

if TYPE_CHECKING:
    from netsheet.core.followups.event_steps import EventStep
    from netsheet.core.optional_sheets.optional_contents import OptionalSheets
    from netsheet.core.practices.target_coverage import TargetCoverage
    from netsheet.core.recording.log_history import RecordedLog

MOST_LISTED = 200
"""No list on the sheet is longer, whatever the settings say."""

MOST_FINDINGS = 50
MOST_WINS = 8
MOST_DATES = 30
MOST_EVENTS = 10
MOST_ASKED_OFTEN = 10
MOST_ARTICLES = 8
MOST_REFERRALS = 5
MOST_INTRODUCTIONS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRow:
    """One line of the due list: what is due with whom.

    Attributes:
        done_place: the cell under Netsheet done in which the line is ended; None before the log has that column.
        channels: how to write to the person so that it suits the step, the best way first.
    """

    person: Person
    status: str
    tone: Tone
    due: dt.date | None
    next_step: str
    why: str
    done_place: Place | None = None
    channels: tuple[Channel, ...] = WRITABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusCount:
    """How many people have a status, and the most pressing tone any of them has."""

    status: str
    tone: Tone
    people_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What the summary sheet shows, as of one day.

    Attributes:
        as_of: the day.
        people_count: everyone in the log.
        headline: the one sentence that matters most.
        engagement: the numbers; the same that ``netsheet stats`` shows.
        wins: the wins of the week, the newest first; ``wins_count`` counts all.
        due: what is due, the first in line first, capped at the user's actions a day; ``due_count`` counts all.
        calm: what comes next, and on a break what waits for its end, said where nothing is due; "" where something may be that is not seen.
        calm_day: the same without anybody's name.
        goals: how far each goal is.
        status_counts: people by status, the most pressing first; they add up to ``people_count``.
        dormant: the dormant ties of the week, with the day of the last contact.
        asked_often: people asked at least twice in a row with nothing given between; ``asked_often_count`` all.
        dates: birthdays, other dates and meetings of the next 30 days; ``dates_count`` counts all.
        events: what the events ask for, those that are due first; ``events_count`` counts all.
        targets: how well the user knows the companies of the sheet Companies; () without that sheet.
        referrals: who led the user to whom; ``referrals_count`` counts all.
        introductions: whom to introduce to whom; ``introductions_count`` counts all.
        articles: who would like to read what, of the sheet Resources; ``articles_count`` counts all.
        findings: what is wrong with the first cells to fix; ``cells_to_fix`` counts all such cells.
        remarks_count: on how many more things ``netsheet check`` has a remark; nothing has to be corrected there.
    """

    as_of: dt.date
    people_count: int
    headline: str
    engagement: Engagement
    wins: tuple[Win, ...] = ()
    wins_count: int = 0
    due: tuple[SummaryRow, ...] = ()
    due_count: int = 0
    calm: str = ""
    calm_day: str = ""
    goals: tuple[GoalProgress, ...] = ()
    status_counts: tuple[StatusCount, ...] = ()
    dormant: tuple[PersonNote, ...] = ()
    asked_often: tuple[PersonNote, ...] = ()
    asked_often_count: int = 0
    dates: tuple[PersonNote, ...] = ()
    dates_count: int = 0
    events: tuple[EventStep, ...] = ()
    events_count: int = 0
    targets: tuple[TargetCoverage, ...] = ()
    articles: tuple[PersonNote, ...] = ()
    articles_count: int = 0
    referrals: tuple[PersonNote, ...] = ()
    referrals_count: int = 0
    introductions: tuple[PersonNote, ...] = ()
    introductions_count: int = 0
    findings: tuple[Finding, ...] = ()
    cells_to_fix: int = 0
    remarks_count: int = 0

    @property
    def cells_not_shown(self) -> int:
        """How many of the cells to fix are not among ``findings``."""
        places = [finding.place for finding in self.findings]
        return self.cells_to_fix - len(set(places) - {None}) - places.count(None)

    @property
    def is_young(self) -> bool:
        """Whether there is too little in the log for numbers: they would be zeros."""
        overall = self.engagement.overall
        return not overall.replied and overall.matured < FEWEST_MATURED


def _is_begun(people: Iterable[Person], goals: Iterable[GoalProgress]) -> bool:
    """Whether anything was done that goals could count."""
    return any(person.touches for person in people) or any(goal.count for goal in goals)


def compute_summary(
    standings: Sequence[Standing],
    engagement: Engagement,
    *,
    today: dt.date,
    settings: Settings,
    calendar: WorkingCalendar,
    goals: Sequence[GoalProgress],
    dormant_ties: Iterable[DormantTie],
) -> Summary:
    """Gather the summary of a log as of ``today``, with the standing of each person.

    While nothing is logged yet there is nothing to say about the goals.
    """
    people = [standing.person for standing in standings]
    now = _now(standings, today=today, settings=settings, calendar=calendar)
    dates = find_dates(people, today=today)
    asked_often = find_asked_often(people, today=today) if engagement.balance.asked else ()
    progress = shown_goals(goals) if _is_begun(people, goals) else ()
    wins = compute_wins(standings, progress, today=today)
    return Summary(
        as_of=today,
        people_count=len(people),
        headline=headline(engagement),
        engagement=engagement,
        wins=wins[:MOST_WINS],
        wins_count=len(wins),
        due=now.rows,
        due_count=now.all_count,
        calm=now.calm,
        calm_day=now.calm_day,
        goals=progress,
        status_counts=_status_counts(standings),
        dormant=tuple(
            PersonNote(person=tie.person, on=tie.last_contact_on, text=tie.reason) for tie in dormant_ties
        ),
        asked_often=asked_often[:MOST_ASKED_OFTEN],
        asked_often_count=len(asked_often),
        dates=dates[:MOST_DATES],
        dates_count=len(dates),
    )


def with_fixes(summary: Summary, findings: Sequence[Finding], cells_to_fix: int) -> Summary:
    """Add what is wrong with the first cells to fix, how many such cells there are, and how many remarks."""
    errors = tuple(finding for finding in findings if finding.severity == "error")
    return replace(
        summary,
        findings=errors[:MOST_FINDINGS],
        cells_to_fix=cells_to_fix,
        remarks_count=len(findings) - len(errors),
    )


def with_done_places(summary: Summary, columns: Mapping[str, int | None]) -> Summary:
    """Add to each line of the due list where it is ended.

    Args:
        summary: without them.
        columns: of each sheet of the log, the column Netsheet done; None where there is none yet.
    """
    rows: list[SummaryRow] = []
    for row in summary.due:
        column = columns.get(row.person.place.sheet)
        rows.append(replace(row, done_place=replace(row.person.place, column=column)) if column else row)
    return replace(summary, due=tuple(rows))


def with_events(summary: Summary, steps: Sequence[EventStep]) -> Summary:
    """Add what events ask for, of those that are due or near; where something is, nothing is said to be calm."""
    near = tuple(step for step in steps if step.is_near(summary.as_of))
    is_due = any(step.is_due(summary.as_of) for step in near)
    calm, calm_day = ("", "") if is_due else (summary.calm, summary.calm_day)
    return replace(summary, events=near[:MOST_EVENTS], events_count=len(near), calm=calm, calm_day=calm_day)


def with_practices(
    summary: Summary, optional: OptionalSheets, recorded: RecordedLog, standings: Sequence[Standing]
) -> Summary:
    """Add what the practices list: target companies, who cares about which article, referrals, introductions."""
    columns = {match.field for reading in recorded.log.readings for match in reading.headings}
    if not (optional.companies or optional.resources) and columns.isdisjoint({"referred_by", "needs"}):
        return summary
    from netsheet.core.practices.article_shares import compute_shares  # noqa: PLC0415  few logs have it
    from netsheet.core.practices.pairs_of_log import pairs_of_log  # noqa: PLC0415
    from netsheet.core.practices.target_coverage import compute_coverage  # noqa: PLC0415
    from netsheet.core.summary.practice_notes import find_referrals, note_introductions  # noqa: PLC0415

    log, today = recorded.log, summary.as_of
    shares = compute_shares(optional.resources or (), standings, log.facts, recorded, today=today)
    articles = tuple(
        PersonNote(person=reader.person, on=reader.last_on, text=f"{share.resource.title}: {reader.say()}")
        for share in shares
        for reader in share.readers
    )
    last_contacts = {standing.person.key: standing.history.last_contact_on for standing in standings}
    referrals = find_referrals(log.everybody, today=today, last_contacts=last_contacts)
    introductions = note_introductions(pairs_of_log(recorded, today=today), last_contacts=last_contacts)
    return replace(
        summary,
        referrals=referrals[:MOST_REFERRALS],
        referrals_count=len(referrals),
        introductions=introductions[:MOST_INTRODUCTIONS],
        introductions_count=len(introductions),
        targets=compute_coverage(
            optional.companies or (), log.everybody, titles=log.facts, last_contacts=last_contacts
        ),
        articles=articles[:MOST_ARTICLES],
        articles_count=len(articles),
    )


class _Now(NamedTuple):
    """What is due, the first of it in rows; and what is said where nothing is, with the names and without."""

    rows: tuple[SummaryRow, ...]
    all_count: int
    calm: str
    calm_day: str


def _now(
    standings: Sequence[Standing], *, today: dt.date, settings: Settings, calendar: WorkingCalendar
) -> _Now:
    """Select what is due, one line per person as ``select_due`` orders it, and say what comes next."""
    selected = select_due(standings, today=today, settings=settings, calendar=calendar, within=0)
    items = [item for item in selected if item.group == "now" and item.is_first]
    shown = cut(items, settings.actions_a_day)[:MOST_LISTED]
    breaks = [
        say_break(standings, today=today, calendar=calendar, is_named=is_named) for is_named in (True, False)
    ]
    return _Now(
        rows=tuple(_row(item, today) for item in shown),
        all_count=len(items),
        calm=f"{breaks[0]} {say_next(standings, selected, today=today)}".strip(),
        calm_day=f"{breaks[1]} {say_next_day(standings, selected, today=today)}".strip(),
    )


def _row(item: DueItem, today: dt.date) -> SummaryRow:
    return SummaryRow(
        person=item.person,
        status=item.status,
        tone="late" if item.action.is_late(today) else "due",
        due=item.action.due,
        next_step=item.action.next_step,
        why=item.action.why,
        channels=_suiting(item.action),
    )


def _suiting(action: Action) -> tuple[Channel, ...]:
    """Return how to write so that it suits the step: "call again" is not done by e-mail, nor is what came back."""
    if action.kind == "find_address":
        return ()
    channel = action.channel
    if channel is None or channel == WRITABLE[0] or not names_channel(action.next_step, channel):
        return WRITABLE
    return (channel,)


def _status_counts(standings: Iterable[Standing]) -> tuple[StatusCount, ...]:
    counts: Counter[str] = Counter()
    tones: dict[str, int] = {}
    for (status, tone), count in Counter(
        [(standing.status, standing.tone) for standing in standings]
    ).items():
        counts[status] += count
        tones[status] = min(TONES.index(tone), tones.get(status, len(TONES)))
    order = sorted(counts, key=lambda status: (tones[status], -counts[status], status))
    return tuple(
        StatusCount(status=status, tone=TONES[tones[status]], people_count=counts[status]) for status in order
    )
