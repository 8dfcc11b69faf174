"""Days and words behind a command: each means what it means in the cell "Netsheet done"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from netsheet.core.calendar import WorkingCalendar
from netsheet.core.recording.command_days import read_day_ahead, read_past_day
from netsheet.core.recording.command_lines import (
    LOGGED_WORDS,
    Details,
    LinePerson,
    compute_command_lines,
    compute_promise_line,
    read_what,
)
from netsheet.core.recording.done_lines import TYPED, compute_line
from netsheet.core.recording.done_parts import Circumstances, NotTaken, Part, Reason, TypedDay
from netsheet.core.recording.done_words import RowPerson, ShownStep, read_done
from netsheet.core.recording.endings import ENDING_WORDS, StepKind, ending_of
from netsheet.core.recording.history_lines import HistoryLine
from netsheet.core.recording.history_words import HISTORY_WORDS, HistoryWord

D = dt.date
FRIDAY = D(2026, 11, 20)
CIRCUMSTANCES = Circumstances(today=FRIDAY, counted_from=FRIDAY, calendar=WorkingCalendar())


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", FRIDAY),
        ("yesterday", D(2026, 11, 19)),
        ("gestern", D(2026, 11, 19)),
        ("Mon", D(2026, 11, 16)),
        ("last Monday", D(2026, 11, 16)),
        ("Friday", FRIDAY),
        ("12 Nov", D(2026, 11, 12)),
        ("Nov 12", D(2026, 11, 12)),
        ("12.11.", D(2026, 11, 12)),
        ("2026-11-12", D(2026, 11, 12)),
    ],
)
def test_a_day_on_which_something_happened_is_the_nearest_one_up_to_today(typed: str, day: dt.date) -> None:
    assert read_past_day(typed, CIRCUMSTANCES) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("tomorrow", D(2026, 11, 23)),
        ("later", D(2026, 11, 23)),
        ("Mon", D(2026, 11, 23)),
        ("Fri", D(2026, 11, 27)),
        ("2 weeks", D(2026, 12, 4)),
        ("+3m", D(2027, 2, 22)),
        ("in 3 months", D(2027, 2, 22)),
        ("next month", D(2026, 12, 1)),
        ("12 Dec", D(2026, 12, 12)),
        ("2026-11-21", D(2026, 11, 21)),
    ],
)
def test_a_day_ahead_is_tomorrow_or_later_and_moves_for_a_day_off_where_it_was_counted(
    typed: str, day: dt.date
) -> None:
    assert read_day_ahead(typed, CIRCUMSTANCES) == day


@pytest.mark.parametrize(
    ("typed", "past", "ahead"),
    [
        ("soon", "unknown", "unknown"),
        ("12 Nov call", "unknown", "unknown"),
        ("they said not now", "unknown", "unknown"),
        ("tomorrow", "ahead", None),
        ("2 weeks", "ahead", None),
        ("today", None, "passed"),
        ("yesterday", None, "passed"),
        ("12 Nov", None, "passed"),
        ("3/4", "order", "order"),
        ("2025-01-12", "far", "far"),
        ("2027-10-01", "far", "far"),
        ("3", "unknown", "unclear"),
    ],
)
def test_a_day_that_does_not_fit_is_not_taken(typed: str, past: Reason | None, ahead: Reason | None) -> None:
    for read, reason in ((read_past_day, past), (read_day_ahead, ahead)):
        found = read(typed, CIRCUMSTANCES)
        assert (found.reason if isinstance(found, NotTaken) else None) == reason
        assert not isinstance(found, NotTaken) or found.seen == typed


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        ("wrote", "wrote"),
        ("replied", "replied"),
        ("called-off", "called off"),
        ("they replied yesterday", "replied"),
        ("I replied", "answered them"),
        ("called", "called"),
        ("they called", "they called"),
        ("spoke", "talked"),
        ("geantwortet", "replied"),
        ("moved to 12 Dec", "moved"),
        ("no show", "no show"),
    ],
)
def test_what_happened_is_read_as_in_the_cell(typed: str, meaning: str) -> None:
    part = read_what(typed, CIRCUMSTANCES)

    assert isinstance(part, Part)
    assert part.meaning == meaning


@pytest.mark.parametrize("typed", ["done", "close", "tomorrow", "2 weeks", "12 Nov", "keep", "Ana", "wroet"])
def test_what_decides_or_plans_did_not_happen(typed: str) -> None:
    assert read_what(typed, CIRCUMSTANCES) is None


def test_what_can_mean_two_things_is_not_taken() -> None:
    assert isinstance(read_what("not now", CIRCUMSTANCES), NotTaken)


def test_each_word_of_the_log_command_is_a_word_of_the_history() -> None:
    for word in LOGGED_WORDS:
        [line] = lines(word)
        assert line.what == word
    assert set(LOGGED_WORDS) <= set(HISTORY_WORDS)


def about(step: StepKind | None = "nudge") -> LinePerson:
    due = D(2026, 11, 19)
    shown = ShownStep(kind=step, due=due, ending=ending_of(step, on=due)) if step else None
    return LinePerson(person=RowPerson(name="Ana López", step=shown), who_exactly="ana@example.com")


def lines(
    *typed: str,
    step: StepKind | None = "nudge",
    **details: Any,  # noqa: ANN401 - any attribute
) -> tuple[HistoryLine, ...]:
    happened: list[Part | HistoryWord] = []
    for word in typed:
        what = Part(meaning="done", words="done") if word == "done" else read_what(word, CIRCUMSTANCES)
        assert what is not None
        assert not isinstance(what, NotTaken)
        happened.append(what)
    made = compute_command_lines(happened, about(step), Details(**details), CIRCUMSTANCES, how="netsheet log")
    assert not isinstance(made, NotTaken)
    return made


def typed_lines(text: str, step: StepKind | None) -> list[HistoryLine]:
    """The lines of the same words typed into the cell."""
    who = about(step)
    recorded = read_done(text, people=[who.person], circumstances=CIRCUMSTANCES)
    assert not isinstance(recorded, NotTaken)
    made = [
        compute_line(entry, who=who.person.name, who_exactly=who.who_exactly, last_refresh_on=FRIDAY)
        for entry in recorded
    ]
    return [replace(line, how=line.how.replace(TYPED, "netsheet log")) for line in made if line is not None]


STEPS: tuple[StepKind | None, ...] = (None, *ENDING_WORDS)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(
    ("word", "cell"),
    [
        ("done", "done"),
        ("wrote", "wrote"),
        ("replied", "they replied"),
        ("talked", "we talked"),
        ("met", "met"),
        ("thanked", "thanked"),
        ("called-off", "called off"),
        ("they said not now", "they said not now"),
        ("called", "called"),
    ],
)
def test_a_command_makes_the_lines_of_the_word_in_the_cell(
    word: str, cell: str, step: StepKind | None
) -> None:
    assert list(lines(word, step=step)) == typed_lines(cell, step)
    assert list(lines(word, step=step, on=D(2026, 11, 19))) == typed_lines(f"{cell} 19 Nov", step)


def test_the_first_line_holds_what_else_is_known() -> None:
    [wrote] = lines(
        "wrote",
        on=D(2026, 11, 18),
        channel="phone",
        note=" short  talk ",
        subject="Re: fair",
        template="cold-2",
    )

    assert (wrote.on, wrote.since, wrote.channel) == (D(2026, 11, 18), None, "phone")
    assert (wrote.note, wrote.subject, wrote.template) == ("short talk", "Re: fair", "cold-2")


def test_a_note_comes_after_what_the_word_says() -> None:
    [line] = lines("no show", note="waited half an hour")

    assert (line.what, line.note) == ("called off", "no show; waited half an hour")


def test_something_put_off_goes_with_what_happened() -> None:
    until = Part(meaning="until", words="until", day=TypedDay(on=D(2026, 12, 4)))
    made = compute_command_lines(
        [Part(meaning="wrote", words="wrote"), until],
        about(),
        Details(on=D(2026, 11, 19), note="n"),
        CIRCUMSTANCES,
        how="netsheet log",
    )

    assert not isinstance(made, NotTaken)
    assert [(line.what, line.on, line.until, line.note) for line in made] == [
        ("wrote", D(2026, 11, 19), None, "n"),
        ("snoozed", FRIDAY, D(2026, 12, 4), ""),
    ]


def test_a_promise_is_named_by_its_text_and_day() -> None:
    line = compute_promise_line("send  the article", D(2026, 12, 1), about(), on=FRIDAY, how="netsheet log")

    assert line == HistoryLine(
        on=FRIDAY,
        what="promised",
        who="Ana López",
        note="send the article",
        until=D(2026, 12, 1),
        how="netsheet log",
        who_exactly="ana@example.com",
    )
