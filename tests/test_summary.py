"""What the summary chooses: caps, orders, and counts that add up."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netsheet.core.calendar import calendar_of
from netsheet.core.followups.dormant_ties import compute_dormant_ties
from netsheet.core.followups.due import cut, select_due
from netsheet.core.followups.rules import compute_standings
from netsheet.core.summary.contents import MOST_FINDINGS, MOST_LISTED
from netsheet.core.summary.shares import compute_reply_days, six_decimals
from tests.a_busy_log import SETTINGS, TODAY, busy_people, some_findings, summarise
from tests.a_person import a_person, on

PEOPLE = busy_people(160)


def test_the_due_list_is_the_head_of_what_netsheet_due_lists() -> None:
    standings = compute_standings(PEOPLE, today=TODAY, settings=SETTINGS, calendar=calendar_of(SETTINGS))
    selected = select_due(standings, today=TODAY, settings=SETTINGS, calendar=calendar_of(SETTINGS), within=0)
    items = [item for item in selected if item.group == "now" and item.is_first]

    summary = summarise(PEOPLE, settings=replace(SETTINGS, actions_a_day=40))

    assert [(row.person.key, row.status, row.due, row.why) for row in summary.due] == [
        (item.person.key, item.status, item.action.due, item.action.why) for item in cut(items, 40)
    ]
    assert summary.due_count == len(items)


@pytest.mark.parametrize(("a_day", "shown"), [(1, 1), (10, 10), (1000, None)])
def test_the_due_list_shows_the_users_actions_a_day_and_counts_all(a_day: int, shown: int | None) -> None:
    summary = summarise(PEOPLE, settings=replace(SETTINGS, actions_a_day=a_day))

    never_cut = sum(row.status in {"Promise due", "Reply owed"} for row in summary.due)
    assert len(summary.due) == max(shown or min(summary.due_count, MOST_LISTED), never_cut)


def test_no_list_is_longer_than_two_hundred_whatever_the_settings_say() -> None:
    summary = summarise(busy_people(800), settings=replace(SETTINGS, actions_a_day=1000))

    assert len(summary.due) == MOST_LISTED < summary.due_count


@settings(max_examples=15, deadline=None)
@given(count=st.integers(0, 60), seed=st.integers(0, 1000))
def test_statuses_sum_to_people_and_counts_are_conserved(count: int, seed: int) -> None:
    summary = summarise(busy_people(count, seed=seed))

    assert sum(status.people_count for status in summary.status_counts) == summary.people_count == count
    overall = summary.engagement.overall
    assert overall.sent == overall.matured + overall.waiting + overall.bounced
    for rows in summary.engagement.by.values():
        assert sum(row.sent for row in rows) == overall.sent


def test_the_most_pressing_status_comes_first() -> None:
    tones = [status.tone for status in summarise(PEOPLE).status_counts]

    assert tones == sorted(tones, key=["late", "due", "fix", "soon", "calm", "done"].index)


def test_the_dormant_ties_are_those_of_the_week_even_when_someone_was_just_written_to() -> None:
    silent = [
        a_person(f"Person {number}").wrote("3 Mar 2024").they_replied("5 Mar 2024") for number in range(4)
    ]
    people = tuple(replace(teller.person(), key=f"n:{index}") for index, teller in enumerate(silent))
    written = tuple(
        replace(person, touches=(*person.touches, replace(person.touches[0], on=TODAY)), key=person.key)
        for person in people
    )
    for chosen in (people, written):
        standings = compute_standings(chosen, today=TODAY, settings=SETTINGS, calendar=calendar_of(SETTINGS))
        ties = compute_dormant_ties(standings, today=TODAY, settings=SETTINGS, calendar=calendar_of(SETTINGS))

        summary = summarise(chosen)

        assert len(ties) == 2
        assert [note.person.key for note in summary.dormant] == [tie.person.key for tie in ties]


def test_the_findings_are_those_of_the_first_fifty_cells_to_fix() -> None:
    summary = summarise(PEOPLE, some_findings(120))

    assert len(summary.findings) == MOST_FINDINGS
    assert (summary.cells_to_fix, summary.cells_not_shown, summary.remarks_count) == (60, 10, 60)
    assert {finding.severity for finding in summary.findings} == {"error"}


def test_birthdays_and_meetings_of_the_next_thirty_days_are_dates() -> None:
    person = replace(
        a_person("Ana").wrote("3 Mar").person(),
        birthday=(4, 15),
        meetings_ahead=(on("20 Mar"), on("20 Mar"), on("16 Apr")),
    )

    summary = summarise((person, replace(person, key="n:gone", state="closed")))

    assert [(note.on, note.text) for note in summary.dates] == [
        (on("20 Mar"), "Meeting"),
        (on("15 Apr"), "Birthday"),
    ]
    assert summary.dates_count == 2


def test_someone_asked_twice_in_a_row_is_named_and_someone_given_to_is_not() -> None:
    asked = a_person("Asked").wrote("2 Mar", intent="ask").wrote("9 Mar", intent="ask").person()
    given_to = (
        a_person("Given")
        .wrote("2 Mar", intent="ask")
        .wrote("5 Mar", intent="ask")
        .wrote("9 Mar", intent="give")
    ).person()
    once = a_person("Once").wrote("2 Mar", intent="ask").wrote("5 Mar").person()
    people = tuple(replace(person, key=f"n:{person.name}") for person in (asked, given_to, once))

    summary = summarise((*people, replace(asked, key="n:closed", state="closed")))

    assert [note.person.name for note in summary.asked_often] == ["Asked"]
    assert summary.asked_often_count == 1


def test_an_empty_log_has_no_goals_no_wins_and_a_kind_headline() -> None:
    summary = summarise(())

    assert (summary.goals, summary.wins, summary.due, summary.people_count) == ((), (), (), 0)
    assert "start with the first one" in summary.headline


def test_replies_by_day_are_the_survival_curve_turned_round() -> None:
    engagement = summarise(busy_people(300)).engagement

    days = compute_reply_days(engagement)

    by_day = {day.days: day for day in days}
    assert [day.days for day in days] == list(range(len(days)))
    for step in engagement.survival:
        if step.time in by_day:
            day = by_day[int(step.time)]
            assert day.replied_share == six_decimals(1 - step.survival)
            assert (day.low, day.high) == (six_decimals(1 - step.high), six_decimals(1 - step.low))
    assert [day.replied_share for day in days] == sorted(day.replied_share for day in days)


def test_there_are_no_reply_days_when_not_enough_is_known() -> None:
    assert compute_reply_days(summarise(busy_people(3)).engagement) == ()
