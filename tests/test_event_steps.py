"""What an event asks for on each day, and how one typed cell ends it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsheet.core.calendar import Break, calendar_of
from netsheet.core.followups.event_steps import (
    EventStep,
    compute_event_steps,
    end_of,
    met_at,
    preparation_of,
)
from netsheet.core.model import Place, Settings
from netsheet.core.optional_sheets.event_rows import Event
from netsheet.core.recording.history_lines import HistoryLine
from tests.a_person import Teller, a_person, on, standings

CELLS = {
    name: Place(sheet="Events", row=2, column=column)
    for column, name in enumerate(("Event", "Date", "Goal", "Went?"), start=1)
}


def an_event(day: str = "20 May", name: str = "Jobs evening", **more: object) -> Event:
    facts = {"place_of_row": CELLS["Event"], "cells": CELLS, **more}
    return Event(name=name, on=on(day), **facts)  # type: ignore[arg-type]  # further facts of an event


def steps(
    event: Event,
    today: str,
    *people: Teller,
    lines: tuple[HistoryLine, ...] = (),
    breaks: tuple[Break, ...] = (),
    others: tuple[Event, ...] = (),
) -> tuple[EventStep, ...]:
    return compute_event_steps(
        (event, *others),
        standings(people, today, breaks) if people else (),
        lines,
        today=on(today),
        settings=Settings(),
        calendar=calendar_of(Settings(), breaks),
    )


def shown(event: Event, today: str, *people: Teller) -> str:
    """Say what is due of an event, "coming" for what is not due yet, "" for nothing."""
    found = steps(event, today, *people)
    assert len(found) <= 1
    return "" if not found else found[0].next_step if found[0].is_due(on(today)) else "coming"


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("12 May", "coming"),
        ("13 May", "Prepare: no goal yet"),
        ("19 May", "Prepare: no goal yet"),
        ("20 May", "Go there today"),
        ("21 May", "Did you go?"),
        ("3 Jun", "Did you go?"),
        ("4 Jun", ""),
    ],
)
def test_an_event_without_a_word_asks_for_its_goal_then_whether_you_went(today: str, expected: str) -> None:
    assert shown(an_event(), today) == expected


@pytest.mark.parametrize(
    ("facts", "today", "expected"),
    [
        ({"goal": "Two interviews"}, "13 May", "coming"),
        ({"goal": "Two interviews"}, "20 May", "Go there today"),
        ({"went": False}, "13 May", ""),
        ({"went": False}, "20 May", ""),
        ({"went": False}, "21 May", ""),
        ({"went": True}, "20 May", "coming"),
        ({"went": True}, "21 May", "Note whom you met"),
        ({"went": True}, "3 Jun", "Note whom you met"),
        ({"went": True}, "4 Jun", ""),
        ({"went": True, "is_done": True}, "21 May", ""),
        ({"on": None}, "13 May", ""),
    ],
)
def test_what_is_typed_into_its_row_changes_what_it_asks_for(
    facts: dict[str, object], today: str, expected: str
) -> None:
    assert shown(replace(an_event(), **facts), today) == expected  # type: ignore[arg-type]  # facts of an event


def test_the_day_before_counts_as_late() -> None:
    (week,), (eve,) = steps(an_event(), "13 May"), steps(an_event(), "19 May")

    assert (week.due, week.late_on) == (on("13 May"), on("19 May"))
    assert (
        week.why == "In 7 days, on 20 May. Type your goal into C2 of Events. Not going? Type no under Went?"
    )
    assert eve.why.startswith("Tomorrow. ")


def test_whom_you_met_and_not_written_to_are_counted_until_each_is_done() -> None:
    event = an_event(went=True)
    ana, ben = a_person("Ana").met("20 May", "event"), a_person("Ben").met("20 May", "event")

    (before,) = steps(event, "22 May", ana, ben)
    (after,) = steps(event, "23 May", ana.thanked("22 May"), ben)
    written = steps(event, "23 May", ana, ben.thanked("23 May"))

    assert (before.next_step, [person.name for person in before.people]) == (
        "Met, not written to: 2",
        ["Ana", "Ben"],
    )
    assert (after.next_step, [person.name for person in after.people]) == ("Met, not written to: 1", ["Ben"])
    assert written == ()


def test_of_two_events_of_one_day_the_name_decides_who_was_where() -> None:
    evening, fair = an_event(), an_event(name="Fair")
    ana = a_person("Ana").met("20 May", "event", subject="Jobs evening").person()
    ben = a_person("Ben").met("20 May", "event", subject="fair").person()
    cleo = a_person("Cleo").met("20 May", "event").person()
    others = (evening, fair)

    assert [person.name for person in met_at(evening, (ana, ben, cleo), others)] == ["Ana", "Cleo"]
    dev = a_person("Dev").met("21 May", "event", subject="Fair").person()
    assert [person.name for person in met_at(fair, (ana, ben, cleo, dev), others)] == ["Ben", "Cleo", "Dev"]


@pytest.mark.parametrize(
    ("today", "first_on", "last_on", "due"),
    [
        ("14 May", "14 May", "15 May", "18 May"),
        ("14 May", "14 May", "21 May", None),
        ("20 May", "14 May", "21 May", "20 May"),
        ("21 May", "21 May", "22 May", "25 May"),
    ],
)
def test_a_break_puts_off_all_but_the_event_itself(
    today: str, first_on: str, last_on: str, due: str | None
) -> None:
    span = Break(first_on=on(first_on), last_on=on(last_on))

    assert [step.due for step in steps(an_event(), today, breaks=(span,))] == (
        [] if due is None else [on(due)]
    )


def test_without_a_column_the_sentence_says_which_one_to_add() -> None:
    bare = an_event(cells={"Event": CELLS["Event"], "Date": CELLS["Date"]})
    (prepare,), (after,) = steps(bare, "13 May"), steps(bare, "21 May")

    assert "Add a column Goal to Events." in prepare.why
    assert after.why == "Type yes or no under a new heading Went? of Events."


EVENTS = st.builds(
    an_event,
    st.sampled_from(["1 May", "6 May", "12 May", "13 May", "14 May", "20 May", "27 May", "8 Jun"]),
    goal=st.sampled_from(["", "", "Two interviews"]),
    went=st.sampled_from([None, None, True, False]),
)


@given(event=EVENTS, has_met=st.booleans())
def test_whatever_an_event_asks_for_one_typed_cell_or_one_command_ends_it(
    event: Event, *, has_met: bool
) -> None:
    today = "13 May"
    people = (
        (a_person().met(f"{event.on:%d %b}", "event"),)
        if has_met and event.on and event.on <= on(today)
        else ()
    )
    found = steps(event, today, *people)

    assert len(found) <= 1
    for step in found:
        if step.kind == "prepare":
            typed = [replace(event, goal="Ask about maps"), replace(event, went=False)]
        elif step.kind == "event":
            typed = [replace(event, went=False)]
        else:
            typed = [replace(event, went=True, is_done=True), replace(event, went=False)]
        ending = preparation_of(event) if step.event.on and step.event.on > on(today) else end_of(event)
        line = HistoryLine(on=on(today), what="event", ends=(ending,))
        for changed in typed:
            assert all(each.kind != step.kind for each in steps(changed, today, *people))
        ended = steps(event, today, *people, lines=(line,))
        assert not any(each.kind == step.kind and each.is_due(on(today)) for each in ended)


@given(EVENTS, st.dates(dt.date(2026, 4, 20), dt.date(2026, 6, 30)))
def test_what_is_due_of_an_event_stays_due_until_its_day_or_its_life_is_over(
    event: Event, day: dt.date
) -> None:
    def at(today: dt.date) -> tuple[EventStep, ...]:
        return steps(event, f"{today:%d %b}")

    before, after = at(day), at(day + dt.timedelta(days=1))

    if before and after and before[0].kind == after[0].kind:
        assert before[0].due == after[0].due
        assert not before[0].is_due(day) or after[0].is_due(day + dt.timedelta(days=1))
