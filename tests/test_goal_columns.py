"""Goals with a day: From, By, Priority, Review on, one number in all, challenges, filters in words, changed targets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsheet.core.calendar import Break, WorkingCalendar
from netsheet.core.frames import build_frames
from netsheet.core.grid import CellValue, Sheet
from netsheet.core.model import Place, Settings
from netsheet.core.numbers.goal_counts import Goal, Metric
from netsheet.core.numbers.goal_past import SeenTarget, read_goal_past, targets_of, write_goal_past
from netsheet.core.numbers.goal_reviews import find_reviews
from netsheet.core.numbers.goal_sheet import GoalReader, interpret_goals
from netsheet.core.numbers.goal_words import describe_goal, describe_outlook
from netsheet.core.numbers.goals import GoalProgress, compute_goals
from netsheet.core.numbers.wins import compute_wins
from tests.a_person import Teller, a_person, on
from tests.command_line import run

FRIDAY = on("20 Mar")
READER = GoalReader(today=FRIDAY)
HEADINGS = ("Goal", "Target", "Per", "Filter", "From", "By", "Priority", "Review on")


def read(*rows: Sequence[CellValue], headings: Sequence[str] = HEADINGS) -> tuple[Goal, ...]:
    goals, findings = interpret_goals(Sheet(name="Goals", rows=[list(headings), *map(list, rows)]), READER)
    assert not findings
    return goals


def progress(
    goal: Goal,
    people: list[Teller],
    today: dt.date = FRIDAY,
    breaks: Sequence[Break] = (),
    **more: Any,  # noqa: ANN401 - further arguments of compute_goals
) -> GoalProgress:
    frames = build_frames([person.person() for person in people], today=today, settings=Settings())
    calendar = WorkingCalendar(range(5), (), breaks)
    return compute_goals(frames, [goal], today=today, calendar=calendar, **more)[0]


def in_all(target: int, by: str, start: str = "", metric: Metric = "new_connections") -> Goal:
    return Goal(metric=metric, target=target, period=None, by=on(by), from_on=on(start) if start else None)


def met_each_week(weeks: int, a_week: int = 1) -> list[Teller]:
    mondays = [on("16 Mar") - dt.timedelta(7 * week) for week in range(1, weeks + 1)]
    return [
        a_person(f"P{monday}{number}").wrote(f"{monday:%d %b %Y}")
        for monday in mondays
        for number in range(a_week)
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param(("Events", 4, "", "", "", dt.date(2026, 6, 30), "", ""), Goal(metric="events", target=4, period=None, by=on("30 Jun")), id="a day and no period: in all"),
        pytest.param(("Events", 4, "month", "", "2026-03-01", "30 June", "", ""), Goal(metric="events", target=4, period="month", from_on=on("1 Mar"), by=on("30 Jun")), id="a period until a day"),
        pytest.param(("Events", 4, "month", "", "", "", "high", "1 Apr"), Goal(metric="events", target=4, period="month", rank=1, review_on=on("1 Apr")), id="priority and review"),
        pytest.param(("30 days of thanks from 1 Dec", "", "", "", "", "", "", ""), Goal(metric="thanks", target=1, period="day", days=30, from_on=on("1 Dec 2025")), id="a challenge"),
        pytest.param(("21-day gratitude challenge", "", "", "", dt.date(2026, 3, 2), "", "", ""), Goal(metric="thanks", target=1, period="day", days=21, from_on=on("2 Mar")), id="a challenge with its day in a column"),
        pytest.param(("Informational interviews with marketing managers in tech", 2, "month", "", "", "", "", ""), Goal(metric="informational_interviews", target=2, period="month", filter_value="marketing managers in tech"), id="with whom, in the goal itself"),
        pytest.param(("Thank-you notes", 2, "week", "title: director", "", "", "", ""), Goal(metric="thanks", target=2, period="week", filter_field="title", filter_value="director"), id="by their title"),
    ],
)  # fmt: skip
def test_the_columns_of_a_goal_are_read(row: Sequence[CellValue], expected: Goal) -> None:
    assert read(row) == (expected,)


@pytest.mark.parametrize(
    "headings",
    [
        ("Ziel", "Anzahl", "Zeitraum", "Nur", "Ab", "Bis", "Priorität", "Überprüfen am"),
        ("Objectif", "Nombre", "Période", "Filtre", "Début", "Échéance", "Priorité", "Revoir le"),
        ("Objetivo", "Cuántos", "Periodo", "Filtro", "Desde", "Fecha límite", "Prioridad", "Revisión"),
        ("GOALS", "How many?", "Every", "Only", "Start date", "Deadline", "Importance", "Review date"),
    ],
)
def test_the_headings_may_be_those_of_other_people_and_languages(headings: Sequence[str]) -> None:
    row = ("Events", 4, "month", "LinkedIn", on("1 Mar"), on("30 Jun"), 2, on("1 Apr"))

    (goal,) = read(row, headings=headings)

    assert goal == Goal(
        metric="events",
        target=4,
        period="month",
        filter_value="LinkedIn",
        from_on=on("1 Mar"),
        by=on("30 Jun"),
        rank=2,
        review_on=on("1 Apr"),
    )


def test_goals_are_listed_by_priority() -> None:
    rows = [
        ("Events", 1, "week"),
        ("Thanks", 1, "week", "", "", "", "low"),
        ("Nurture", 1, "week", "", "", "", 1),
    ]

    goals = read(*[(*row, *[""] * (8 - len(row))) for row in rows])

    assert [goal.metric for goal in goals] == ["nurture", "thanks", "events"]


@pytest.mark.parametrize(
    ("row", "code", "message"),
    [
        (("Events", "", "week", "", "", "", "", ""), "goal-without-number", "The goal “Events” has no number, so netsheet cannot count how far it is."),
        (("Events", 3, "", "", "", "", "", ""), "goal-without-time", "The goal “Events” does not say in which time. netsheet counts it by the week."),
        (("Events", 3, "", "", "", "someday", "", ""), "unreadable-goal", "The goal “Events” says “someday” for By, which is not a day such as 2026-05-12 or 12 May."),
        (("Events", 3, "", "", "2026-05-01", "2026-04-01", "", ""), "unreadable-goal", "The goal “Events” says “2026-04-01” for By, which is not a day after that under From."),
        (("400 days of thanks", "", "", "", "", "", "", ""), "unreadable-goal", "The goal “400 days of thanks” says “400 days of thanks” for Goal, which is not a number of days from 1 to 366."),
    ],
)  # fmt: skip
def test_a_goal_without_number_or_time_is_a_finding(
    row: Sequence[CellValue], code: str, message: str
) -> None:
    _, findings = interpret_goals(Sheet(name="Goals", rows=[list(HEADINGS), list(row)]), READER)

    assert [(finding.code, finding.message) for finding in findings] == [(code, message)]


def test_one_number_in_all_counts_from_its_day_and_says_when_it_is_reached() -> None:
    result = progress(in_all(20, "30 Jun", "2 Feb"), met_each_week(8))

    assert (result.count, result.target, result.first_on, result.last_on) == (
        6,
        20,
        on("2 Feb"),
        on("30 Jun"),
    )
    assert describe_goal(result) == "14 to go by 30 Jun"
    assert describe_outlook(result) == "At this pace: about 26 Jun (15 May to 9 Sep, from the last 8 weeks)."
    assert result.pace is not None
    assert result.pace.on == FRIDAY + dt.timedelta(14 * 7)


def test_a_pace_that_ends_after_the_last_day_says_both() -> None:
    assert describe_outlook(progress(in_all(20, "30 Apr", "2 Feb"), met_each_week(8))).endswith(
        "; the goal ends on 30 Apr."
    )


@pytest.mark.parametrize(
    ("goal", "people"),
    [
        pytest.param(in_all(3, "30 Jun", "2 Feb"), met_each_week(8), id="reached"),
        pytest.param(in_all(30, "30 Jun", "2 Feb"), met_each_week(3), id="fewer than four weeks"),
        pytest.param(in_all(30, "10 Mar", "2 Feb"), met_each_week(8), id="over"),
        pytest.param(in_all(30, "30 Jun", "1 Apr"), met_each_week(8), id="not begun"),
        pytest.param(Goal(metric="new_connections", target=9, period="week"), met_each_week(8), id="a week"),
    ],
)
def test_there_is_no_pace(goal: Goal, people: list[Teller]) -> None:
    assert progress(goal, people).pace is None


def test_a_log_too_young_for_a_pace_says_so() -> None:
    assert describe_outlook(progress(in_all(30, "30 Jun", "2 Mar"), met_each_week(2))) == (
        "Too early for a pace: it takes 4 full weeks with at least 3 in them."
    )


def test_without_a_first_day_it_counts_from_the_day_on_which_a_refresh_first_saw_it() -> None:
    goal = in_all(20, "30 Jun")
    past = {goal.key: (SeenTarget(on("2 Mar"), 20),)}

    assert progress(goal, met_each_week(8), past=past).count == 2
    assert progress(goal, met_each_week(8)).count == 0


@pytest.mark.parametrize(
    ("today", "count", "streak", "words"),
    [
        ("28 Feb", 0, 0, "Begins on 2 Mar"),
        ("2 Mar", 1, 1, "Day 1 of 10"),
        ("5 Mar", 3, 3, "Day 4 of 10; 3 days in a row"),
        ("6 Mar", 3, 0, "Day 5 of 10"),
        ("8 Mar", 5, 2, "Day 7 of 10; 2 days in a row"),
        ("20 Mar", 5, 0, "Ended on 11 Mar: 5 of 10"),
    ],
)
def test_a_challenge_counts_each_of_its_days(today: str, count: int, streak: int, words: str) -> None:
    goal = Goal(metric="thanks", target=1, period="day", days=10, from_on=on("2 Mar"))
    people = [
        a_person(f"P{day}").met(day).thanked(day) for day in ("2 Mar", "3 Mar", "4 Mar", "7 Mar", "8 Mar")
    ]

    result = progress(goal, people, on(today))

    assert (result.count, result.streak, describe_goal(result)) == (count, streak, words)


@pytest.mark.parametrize(
    ("today", "won_on"),
    [("7 Mar", None), ("8 Mar", "8 Mar"), ("9 Mar", "8 Mar"), ("14 Mar", "8 Mar"), ("15 Mar", "15 Mar")],
)
def test_each_full_week_of_a_challenge_is_a_win_on_the_day_that_makes_it(
    today: str, won_on: str | None
) -> None:
    goal = Goal(metric="thanks", target=1, period="day", days=30, from_on=on("2 Mar"))
    people = [a_person(f"P{day}").thanked(f"{day} Mar") for day in range(2, 16)]

    wins = compute_wins([], [progress(goal, people, on(today))], today=on(today))

    assert [win.on for win in wins] == ([on(won_on)] if won_on else [])


def test_a_break_makes_a_challenge_longer_and_ends_no_streak() -> None:
    goal = Goal(metric="thanks", target=1, period="day", days=4, from_on=on("2 Mar"))
    people = [a_person(f"P{day}").met(day).thanked(day) for day in ("2 Mar", "3 Mar", "12 Mar")]
    off = Break(first_on=on("4 Mar"), last_on=on("11 Mar"))

    result = progress(goal, people, on("12 Mar"), [off])

    assert (result.last_on, result.count, result.streak) == (on("13 Mar"), 3, 3)
    assert describe_goal(progress(goal, people, on("6 Mar"), [off])).startswith("Day 2 of 4")


@given(st.sets(st.integers(0, 29)), st.integers(0, 40))
def test_a_streak_is_never_longer_than_what_was_done(done: set[int], day: int) -> None:
    start = on("2 Mar")
    goal = Goal(metric="thanks", target=1, period="day", days=30, from_on=start)
    today = start + dt.timedelta(day)
    days = [start + dt.timedelta(number) for number in done]
    people = [a_person(f"P{each}").thanked(f"{each:%d %b %Y}") for each in days]

    result = progress(goal, people, today)

    assert result.streak <= result.count == sum(each <= today for each in days)
    assert result.is_met == (result.count == 30)


@pytest.mark.parametrize(
    ("value", "count"),
    [
        ("marketing managers in tech", 1),
        ("managers at Birch", 1),
        ("title: marketing", 1),
        ("industry: tech", 1),
        ("Industry: health", 0),
        ("sales managers in tech", 0),
        ("IT", 0),
        ("Birch", 1),
    ],
)
def test_a_filter_in_words_looks_at_what_the_log_says_of_them(value: str, count: int) -> None:
    (goal,) = read(("New connections", 5, "week", value, "", "", "", ""))
    texts = {
        "n:ana silva": {"title": "Marketing Manager", "industry": "Technology", "company": "Birch Italy"}
    }

    assert progress(goal, [a_person().wrote("17 Mar")], texts=texts).count == count


def test_a_changed_target_counts_from_the_day_of_the_change() -> None:
    people = [
        a_person(f"P{number}").wrote(day)
        for number, day in enumerate(("3 Mar", "10 Mar", "16 Mar", "17 Mar"))
    ]
    goal = Goal(metric="new_connections", target=2, period="week")
    past = {goal.key: (SeenTarget(on("1 Feb"), 1), SeenTarget(on("16 Mar"), 2))}

    result = progress(goal, people, past=past)

    assert result.streak == 3
    assert describe_goal(result) == "Met; 3 weeks in a row; 2 since 16 Mar, 1 before"
    assert progress(goal, people).streak == 1


def test_what_is_remembered_of_goals_can_be_read_again() -> None:
    goals = [
        Goal(metric="events", target=3, period="week", filter_value="a; b: c, d"),
        in_all(9, "30 Jun"),
        Goal(metric=None, own_name="Read; a book", target=2, period="month"),
    ]
    first = write_goal_past(goals, {}, today=on("1 Mar"))
    changed = [replace(goals[0], target=5), *goals[1:]]

    later = read_goal_past(write_goal_past(changed, read_goal_past(first), today=on("9 Mar")))

    assert targets_of(changed[0], later, today=FRIDAY) == (
        SeenTarget(on("1 Mar"), 3),
        SeenTarget(on("9 Mar"), 5),
    )
    assert targets_of(changed[1], later, today=FRIDAY) == (SeenTarget(on("1 Mar"), 9),)
    assert write_goal_past(changed, later, today=FRIDAY) == write_goal_past(changed, later, today=on("9 Mar"))


def log_with_goals(folder: Path, *goals: Sequence[object]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Date", "Name", "Title", "Activity"])
    for number in range(12):
        day = on("16 Mar") - dt.timedelta(7 * number)
        sheet.append([day, f"Person {chr(65 + number)}", "Marketing Manager", "Message"])
    page = book.create_sheet("Goals")
    page.append(HEADINGS)
    for goal in goals:
        page.append(goal)
    path = folder / "log.xlsx"
    book.save(path)
    return path


def change_target(log: Path, target: int) -> None:
    book = openpyxl.load_workbook(log)
    book["Goals"]["B2"] = target
    book.save(log)


def goal_of(log: Path, today: str) -> dict[str, Any]:
    found: dict[str, Any] = run("stats", log, "--json", today=today).document["goals"][0]
    return found


@pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")
def test_the_memory_knows_since_when_a_target_is_another(tmp_path: Path) -> None:
    log = log_with_goals(tmp_path, ["New connections", 1, "week"])
    run("refresh", log, today="2026-03-16")
    change_target(log, 3)
    run("refresh", log, today="2026-03-23")

    seen = goal_of(log, "2026-03-24")

    assert (seen["target"], seen["target_changed_on"], seen["streak"]) == (3, "2026-03-23", 12)
    assert seen["where"] == "3 to go; 12 weeks in a row; 3 since 23 Mar, 1 before"


def test_a_goal_in_all_begins_with_the_first_refresh_and_a_second_one_changes_nothing(tmp_path: Path) -> None:
    log = log_with_goals(tmp_path, ["New connections with marketing managers", 10, "", "", "", on("30 Jun")])
    run("refresh", log, today="2026-03-10")
    first = log.read_bytes()
    run("refresh", log, today="2026-03-10")

    assert log.read_bytes() == first
    seen = goal_of(log, "2026-03-20")
    assert (seen["goal"], seen["count"], seen["first_on"]) == (
        "New connections (marketing managers)",
        1,
        "2026-03-10",
    )
    assert seen["pace"]["weeks"] == 8


def test_stats_say_how_far_each_goal_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    log = log_with_goals(tmp_path, ["New connections", 30, "", "", on("1 Jan"), on("30 Jun"), 1, on("1 Apr")])

    words = " ".join(run("stats", log).stdout.split())

    assert "19 to go by 30 Jun; review on 1 Apr" in words
    assert "At this pace: about" in words


@pytest.mark.parametrize(
    ("today", "group", "due"),
    [
        ("2026-03-26", "coming", "2026-04-01"),
        ("2026-04-01", "now", "2026-04-01"),
        ("2026-05-20", "now", "2026-04-01"),
    ],
)
def test_the_day_of_review_comes_up_and_stays_until_the_next_one_is_typed(
    tmp_path: Path, today: str, group: str, due: str
) -> None:
    log = log_with_goals(tmp_path, ["New connections", 3, "week", "", "", "", 1, on("1 Apr")])

    (line,) = [item for item in run("due", log, "--json", today=today).document["items"] if item["goal"]]

    assert (line["person"], line["action"], line["group"], line["due"]) == (None, "review", group, due)
    assert (line["sheet"], line["cell"]) == ("Goals", "H2")
    assert "Then type the next day into H2 of Goals, or clear the cell." in line["why"]
    assert "Goals to review (1)" in run("due", log, today=today).stdout


@pytest.mark.parametrize("next_day", [on("1 Jul"), None])
def test_one_typed_cell_ends_a_review(tmp_path: Path, next_day: dt.date | None) -> None:
    log = log_with_goals(tmp_path, ["New connections", 3, "week", "", "", "", 1, on("1 Apr")])
    book = openpyxl.load_workbook(log)
    book["Goals"]["H2"] = next_day
    book.save(log)

    assert not [
        item for item in run("due", log, "--json", today="2026-04-02").document["items"] if item["goal"]
    ]


def test_a_review_waits_for_the_end_of_a_break() -> None:
    goal = Goal(
        metric="events",
        target=1,
        period="week",
        review_on=on("1 Apr"),
        review_place=Place(sheet="Goals", row=2, column=8),
    )
    off = Break(first_on=on("30 Mar"), last_on=on("10 Apr"))
    calendar = WorkingCalendar(range(5), (), [off])

    def due_on(day: str) -> dt.date:
        (review,) = find_reviews([progress(goal, [], on(day), [off])], today=on(day), calendar=calendar)
        return review.due

    assert [due_on(day) for day in ("20 Mar", "1 Apr", "10 Apr", "14 Apr")] == [on("13 Apr")] * 4


def test_a_goal_that_is_over_asks_for_no_review() -> None:
    goal = replace(
        in_all(3, "1 Mar", "2 Feb"), review_on=on("2 Mar"), review_place=Place(sheet="Goals", row=2, column=8)
    )

    assert find_reviews([progress(goal, [])], today=FRIDAY, calendar=WorkingCalendar()) == ()


@pytest.mark.parametrize("words", [["interview"], ["informational interview"], ["coffee", "chat"]])
def test_an_informational_interview_said_in_the_shell_is_counted_and_thanked_for(
    tmp_path: Path, words: list[str]
) -> None:
    log = log_with_goals(tmp_path, ["Informational interviews", 2, "month", "", "", "", "", ""])

    run("log", log, "Person B", *words, today="2026-03-17")

    thanks = next(
        item
        for item in run("due", log, "--json", today="2026-03-18").document["items"]
        if item["person"] == "Person B"
    )
    assert (thanks["action"], thanks["due"], thanks["why"]) == (
        "thank",
        "2026-03-18",
        "You had an informational interview on 17 Mar; no thank-you is logged yet.",
    )
    assert goal_of(log, "2026-03-17")["count"] == 1


def test_two_days_off_leave_a_small_target_of_a_month_as_it_is() -> None:
    off = Break(first_on=on("19 Mar"), last_on=on("20 Mar"))

    assert progress(Goal(metric="events", target=2, period="month"), [], breaks=[off]).target == 2
