"""Goals: the sheet, the counting, realism and streaks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest

from netsheet.core.calendar import Break, WorkingCalendar
from netsheet.core.frames import build_frames
from netsheet.core.grid import CellValue, Sheet
from netsheet.core.model import Settings
from netsheet.core.numbers.goal_counts import Goal, Metric
from netsheet.core.numbers.goal_filters import FilterField
from netsheet.core.numbers.goal_sheet import GoalReader, interpret_goals
from netsheet.core.numbers.goals import GoalProgress, compute_goals
from tests.a_person import Teller, a_person, on

FRIDAY = on("20 Mar")
READER = GoalReader(today=FRIDAY)


def goals_sheet(*rows: Sequence[CellValue]) -> Sheet:
    return Sheet(name="Goals", rows=[["Goal", "Target", "Per", "Filter"], *rows])


def progress(
    goal: Goal, people: list[Teller], today: dt.date = FRIDAY, breaks: Sequence[Break] = ()
) -> GoalProgress:
    calendar = WorkingCalendar(range(5), (), breaks)
    frames = build_frames([person.person() for person in people], today=today, settings=Settings())
    return compute_goals(frames, [goal], today=today, calendar=calendar)[0]


def new_on(*days: str) -> list[Teller]:
    return [a_person(f"Person {number}").wrote(day) for number, day in enumerate(days)]


def weekly(target: int, metric: Metric = "new_connections") -> Goal:
    return Goal(metric=metric, target=target, period="week")


def test_without_a_sheet_there_are_no_goals() -> None:
    assert interpret_goals(None, READER) == ((), ())


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (("New connections", 5, "week", ""), Goal(metric="new_connections", target=5, period="week")),
        (("follow-ups", "3", "Day", ""), Goal(metric="follow_ups", target=3, period="day")),
        (("Dormant", 2.0, "per week", ""), Goal(metric="dormant_ties", target=2, period="week")),
        (("Nurture", 1, "daily", ""), Goal(metric="nurture", target=1, period="day")),
        (("Events", 1, "a quarter", ""), Goal(metric="events", target=1, period="quarter")),
        (("Coffee chats", 4, "Monthly", ""), Goal(metric="informational_interviews", target=4, period="month")),
        (("New connections", 5, "", "LinkedIn"), Goal(metric="new_connections", target=5, period="week", filter_value="LinkedIn")),
        (("New connections", 5, "week", "Company: Acme"), Goal(metric="new_connections", target=5, period="week", filter_field="company", filter_value="Acme")),
    ],
)  # fmt: skip
def test_goals_are_read_as_people_type_them(row: Sequence[CellValue], expected: Goal) -> None:
    assert interpret_goals(goals_sheet(row), READER)[0] == (expected,)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("", "week"), ("per week", "week"), ("a day", "day"), ("Every month", "month"), ("quarterly", "quarter"), ("Woche", "week"),
        ("pro Monat", "month"), ("wöchentlich", "week"), ("par mois", "month"), ("cada mes", "month"), ("por semana", "week"),
        ("al giorno", "day"), ("per maand", "month"), ("co tydzień", "week"), ("kwartalnie", "quarter"),
    ],
)  # fmt: skip
def test_a_goals_period_is_read_in_the_words_of_a_cadence(text: str, period: str) -> None:
    (goal,) = interpret_goals(goals_sheet(("Events", 1, text, "")), READER)[0]
    assert goal.period == period


@pytest.mark.parametrize("text", ["year", "2 weeks", "fortnightly", "soon"])
def test_a_period_that_no_goal_can_have_is_a_finding(text: str) -> None:
    assert [finding.code for finding in interpret_goals(goals_sheet(("Events", 1, text, "")), READER)[1]] == [
        "unreadable-goal"
    ]


@pytest.mark.parametrize("row", [("", 5, "week", ""), ("Events", 0, "week", "")])
def test_a_goal_without_a_name_or_set_to_zero_is_set_aside(row: Sequence[CellValue]) -> None:
    assert interpret_goals(goals_sheet(row), READER) == ((), ())


@pytest.mark.parametrize(
    ("row", "message", "hint"),
    [
        (("New conections", 5, "week", ""), "“New conections” is not a goal that netsheet can count.", "Did you mean New connections?"),
        (("Fame", 5, "week", ""), "“Fame” is not a goal that netsheet can count.", "netsheet counts New connections, Follow-ups, Dormant ties, Nurture, Thanks, Posts and comments, Events, Informational interviews. To tick it by hand: netsheet done --goal Fame"),
        (("Events", "a few", "week", ""), "The goal “Events” says “a few” for Target, which is not a whole number from 1 to 1000.", "Type a whole number from 1 to 1000."),
        (("Events", 1001, "week", ""), "The goal “Events” says “1001” for Target, which is not a whole number from 1 to 1000.", "Type a whole number from 1 to 1000."),
        (("Events", 1, "fortnight", ""), "The goal “Events” says “fortnight” for Per, which is not day, week, month or quarter.", "Type day, week, month or quarter."),
        (("Events", 1, "week", "mood: good"), "The goal “Events” says “mood: good” for Filter, which is not a value such as LinkedIn, or a column and a value such as company: Acme.", "Type a value such as LinkedIn, or a column and a value such as company: Acme."),
    ],
)  # fmt: skip
def test_a_goal_that_cannot_be_understood_is_a_finding(
    row: Sequence[CellValue], message: str, hint: str
) -> None:
    goals, findings = interpret_goals(goals_sheet(row), READER)

    assert goals == ()
    assert [(finding.message, finding.hint) for finding in findings] == [(message, hint)]
    assert findings[0].code == ("unknown-goal" if "can count" in message else "unreadable-goal")


def test_a_goals_sheet_without_headings_is_a_finding() -> None:
    goals, findings = interpret_goals(Sheet(name="Goals", rows=[["Events", 1]]), READER)

    assert goals == ()
    assert [finding.code for finding in findings] == ["no-settings-header"]


@pytest.mark.parametrize(
    ("metric", "person", "count"),
    [
        pytest.param("new_connections", a_person().wrote("16 Mar").wrote("17 Mar"), 1, id="the first touch is a new connection"),
        pytest.param("new_connections", a_person().wrote("9 Mar").wrote("17 Mar"), 0, id="someone known before is not"),
        pytest.param("new_connections", a_person().wrote("21 Mar"), 0, id="a touch ahead is not"),
        pytest.param("new_connections", a_person().bounced("17 Mar"), 0, id="a bounce is not"),
        pytest.param("new_connections", a_person().they_replied(), 0, id="a touch without a day is not"),
        pytest.param("follow_ups", a_person().wrote("9 Mar").wrote("17 Mar").thanked("18 Mar"), 1, id="a second message is a follow-up, thanks are not"),
        pytest.param("dormant_ties", a_person().wrote("9 Mar 2025").wrote("17 Mar"), 1, id="a message after a year is a dormant tie"),
        pytest.param("dormant_ties", a_person().wrote("18 Mar 2025").wrote("17 Mar"), 0, id="a message a day earlier is not"),
        pytest.param("nurture", a_person().met("2 Mar").thanked("17 Mar").touch("18 Mar", "out", "wish").wrote("19 Mar", intent="give"), 3, id="thanks, wishes and gifts nurture"),
        pytest.param("nurture", a_person().they_replied("17 Mar").wrote("18 Mar"), 0, id="messages and replies do not"),
        pytest.param("thanks", a_person().met("2 Mar").thanked("17 Mar").wrote("18 Mar", intent="thanks").they_replied("19 Mar"), 2, id="thank-yous"),
        pytest.param("posts", a_person().touch("17 Mar", "out", "social").touch("18 Mar", "out", "social").wrote("19 Mar"), 2, id="reactions to what they posted"),
        pytest.param("events", a_person().met("17 Mar", "event"), 1, id="an event"),
        pytest.param("informational_interviews", a_person().met("17 Mar", "interview"), 1, id="an interview"),
    ],
)  # fmt: skip
def test_goals_are_counted_from_the_log(metric: Metric, person: Teller, count: int) -> None:
    assert progress(weekly(5, metric), [person]).count == count


def test_a_goal_that_was_ticked_is_one_kept_by_hand() -> None:
    (goal,), findings = interpret_goals(
        goals_sheet(("Read a book", 2, "month", "")), replace(READER, ticked={"read a book"})
    )

    assert findings == ()
    assert goal == Goal(metric=None, own_name="Read a book", target=2, period="month")
    frames = build_frames([], today=FRIDAY, settings=Settings())
    ticks = {"read a book": [on("28 Feb"), on("3 Mar"), on("20 Mar"), on("20 Mar")]}
    (reached,) = compute_goals(frames, [goal], today=FRIDAY, calendar=WorkingCalendar(), ticks=ticks)
    assert (goal.name, reached.count, reached.met_on) == ("Read a book", 2, FRIDAY)


def test_an_event_counts_once_however_many_people_were_met() -> None:
    people = [a_person(name).met("17 Mar", "event") for name in ("Ana", "Ben", "Cem")]

    assert progress(weekly(1, "events"), people).count == 1


@pytest.mark.parametrize(
    ("field", "value", "count"),
    [
        ("any", "linkedin", 1),
        ("channel", "LinkedIn", 1),
        ("company", "Acme", 1),
        ("relationship", "warm", 1),
        ("source", "Meetup", 1),
        ("company", "LinkedIn", 0),
        ("template", "Intro", 0),
        ("any", "Meet", 0),
    ],
)
def test_a_filter_counts_only_what_fits(field: FilterField, value: str, count: int) -> None:
    goal = Goal(metric="new_connections", target=5, period="week", filter_field=field, filter_value=value)
    person = a_person().wrote("17 Mar", by="LinkedIn")
    person.who(company="ACME", relationship="warm", source="meetup")

    assert progress(goal, [person, a_person("Ben").wrote("17 Mar")]).count == count
    assert goal.name == f"New connections ({value})"


@pytest.mark.parametrize(
    ("period", "first_on", "last_on"),
    [("day", "20 Mar", "20 Mar"), ("week", "16 Mar", "22 Mar"), ("month", "1 Mar", "31 Mar"), ("quarter", "1 Jan", "31 Mar")],
)  # fmt: skip
def test_the_period_is_the_one_of_today(period: str, first_on: str, last_on: str) -> None:
    goal = Goal(metric="new_connections", target=1, period=period)  # type: ignore[arg-type]  # the table's words

    result = progress(goal, [])

    assert (result.first_on, result.last_on) == (on(first_on), on(last_on))


def test_a_goal_is_met_on_the_day_its_target_is_reached() -> None:
    result = progress(weekly(2), new_on("16 Mar", "18 Mar", "19 Mar"))

    assert (result.count, result.is_met, result.met_on) == (3, True, on("18 Mar"))
    assert not progress(weekly(4), new_on("16 Mar")).is_met


@pytest.mark.parametrize(
    ("first", "last", "target"),
    [
        pytest.param("19 Mar", "20 Mar", 3, id="two of five days off"),
        pytest.param("16 Mar", "19 Mar", 1, id="one day left"),
        pytest.param("14 Mar", "22 Mar", 0, id="all of the week off"),
        pytest.param("21 Mar", "22 Mar", 5, id="a break on the weekend"),
    ],
)
def test_break_days_make_a_target_smaller(first: str, last: str, target: int) -> None:
    off = Break(first_on=on(first), last_on=on(last))

    assert progress(weekly(5), [], breaks=[off]).target == target


@pytest.mark.parametrize(
    ("days", "streak"),
    [
        pytest.param([], 0, id="nothing yet"),
        pytest.param(["17 Mar"], 1, id="this week"),
        pytest.param(["10 Mar"], 1, id="last week, this one still open"),
        pytest.param(["2 Mar", "10 Mar", "17 Mar"], 3, id="three in a row"),
        pytest.param(["24 Feb", "10 Mar", "17 Mar"], 2, id="a week missed ends it"),
    ],
)
def test_weeks_met_in_a_row_are_a_streak(days: list[str], streak: int) -> None:
    assert progress(weekly(1), new_on(*days)).streak == streak


def test_a_break_neither_counts_nor_ends_a_streak() -> None:
    off = Break(first_on=on("9 Mar"), last_on=on("13 Mar"))

    assert progress(weekly(1), new_on("24 Feb", "3 Mar", "17 Mar"), breaks=[off]).streak == 3


def test_a_weekend_does_not_end_a_streak_of_days() -> None:
    goal = Goal(metric="new_connections", target=1, period="day")

    assert progress(goal, new_on("12 Mar", "13 Mar", "16 Mar"), on("17 Mar")).streak == 3


@pytest.mark.parametrize(
    ("goal", "per_week", "sentence"),
    [
        (weekly(10), 3, "You have done 3 a week; 10 is a stretch."),
        (weekly(4), 3, "You have done 3 a week; 4 is within reach."),
        (Goal(metric="new_connections", target=1, period="day"), 1, "You have done 1 a week; 1 a day, 5 a week, is a stretch."),
        (Goal(metric="new_connections", target=4, period="month"), 1, "You have done about 8 in 8 weeks; 4 a month is within reach."),
        (Goal(metric="new_connections", target=9, period="month"), 1, "You have done about 8 in 8 weeks; 9 a month is a stretch."),
    ],
)  # fmt: skip
def test_a_target_is_compared_with_the_last_eight_weeks(goal: Goal, per_week: int, sentence: str) -> None:
    mondays = [on("16 Mar") - dt.timedelta(7 * week) for week in range(1, 10)]
    people = [
        a_person(f"{monday} {number}").wrote(f"{monday:%d %b %Y}")
        for monday in mondays
        for number in range(per_week)
    ]

    assert progress(goal, people).realism == sentence


def test_a_young_log_is_not_compared() -> None:
    result = progress(weekly(5), new_on("9 Mar", "10 Mar"))

    assert (result.usual, result.realism) == (None, "")


def test_weeks_of_a_break_are_left_out_of_what_is_usual() -> None:
    off = Break(first_on=on("2 Mar"), last_on=on("13 Mar"))

    days = ("2 Feb", "3 Feb", "9 Feb", "10 Feb", "16 Feb", "23 Feb", "24 Feb", "25 Feb")

    assert progress(weekly(1), new_on(*days), breaks=[off]).usual == 2


def test_the_setting_says_when_a_tie_is_dormant() -> None:
    person = a_person().wrote("1 Feb").wrote("17 Mar").person()
    goals = [weekly(2, "dormant_ties")]

    frames = build_frames([person], today=FRIDAY, settings=Settings())
    counts = [
        compute_goals(frames, goals, today=FRIDAY, calendar=WorkingCalendar(), settings=settings)[0].count
        for settings in (None, Settings(dormant_after=30))
    ]

    assert counts == [0, 1]
