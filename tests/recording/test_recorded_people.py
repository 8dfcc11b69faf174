"""A person with the lines of the history that are theirs: what each line changes, and that taking it away undoes it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netsheet.core.calendar import WorkingCalendar
from netsheet.core.followups.rules import compute_standings
from netsheet.core.followups.standing import Standing
from netsheet.core.model import Person, Settings
from netsheet.core.recording.endings import Ending, ending_of
from netsheet.core.recording.history_lines import HistoryLine, distinct_lines
from netsheet.core.recording.history_words import TOUCH_OF_WORD, HistoryWord
from netsheet.core.recording.recorded_people import with_lines
from tests.a_person import Teller, a_person, on

TODAY = on("27 Nov")


def line(day: str, what: HistoryWord, *ends: Ending, until: str = "", note: str = "") -> HistoryLine:
    return HistoryLine(on=on(day), what=what, ends=ends, until=on(until) if until else None, note=note)


def standing(person: Person, *lines: HistoryLine) -> Standing:
    recorded = with_lines(person, lines, today=TODAY)
    (judged,) = compute_standings([recorded], today=TODAY, settings=Settings(), calendar=WorkingCalendar())
    return judged


def ana() -> Teller:
    return a_person("Ana Silva")


@pytest.mark.parametrize("what", sorted(TOUCH_OF_WORD))
def test_what_happened_is_a_touch(what: HistoryWord) -> None:
    (touch,) = with_lines(ana().person(), [line("12 Nov", what)], today=TODAY).touches

    assert (touch.on, touch.kind, touch.direction) == (
        on("12 Nov"),
        TOUCH_OF_WORD[what].kind,
        TOUCH_OF_WORD[what].direction,
    )


def test_what_the_log_says_too_counts_once() -> None:
    person = ana().wrote("12 Nov").person()

    assert with_lines(person, [line("12 Nov", "wrote")], today=TODAY).touches == person.touches


@pytest.mark.parametrize(("then", "took_place"), [("", []), ("19 Nov", ["19 Nov"])])
def test_a_new_day_that_was_called_off_or_moved_again_is_no_meeting(then: str, took_place: list[str]) -> None:
    moved = line("10 Nov", "called off", ending_of("meeting", on=on("11 Nov")), until="16 Nov")
    again = line("13 Nov", "called off", ending_of("meeting", on=on("16 Nov")), until=then)

    person = with_lines(ana().person(), [moved, again], today=TODAY)

    assert [touch.on for touch in person.touches] == [on(day) for day in took_place]


def test_nobody_waits_for_an_answer_after_a_not_now() -> None:
    said = [
        line("26 Nov", "replied"),
        line("26 Nov", "replied", note="not now"),
        line("26 Nov", "snoozed", until="20 Jan 2027"),
    ]

    judged = standing(ana().wrote("3 Nov").they_replied("12 Nov").person(), *distinct_lines(said))

    assert judged.why == "They said not now on 26 Nov; ask again on 20 Jan 2027."


def test_a_not_now_counts_where_the_log_holds_the_reply_too() -> None:
    person = ana().they_replied("26 Nov").person()

    (touch,) = with_lines(person, [line("26 Nov", "replied", note="not now; busy")], today=TODAY).touches

    assert touch.response_type == "not now"


CASES = {
    "a reminder that was sent": (
        ana().wrote("16 Nov"), "Reminder due", line("27 Nov", "wrote", ending_of("nudge", on=on("23 Nov"))), "Waiting",
    ),
    "an answer on the day of their message, which came unasked": (
        ana().they_replied("26 Nov"), "Reply owed", line("26 Nov", "wrote", ending_of("reply", on=on("26 Nov"))), "Waiting",
    ),
    "thanks": (
        ana().met("25 Nov"), "Thank-you due", line("27 Nov", "thanked", ending_of("thank", on=on("25 Nov"))), "In touch",
    ),
    "a meeting that was called off": (
        ana().met("25 Nov"), "Thank-you due", line("27 Nov", "called off", ending_of("thank", on=on("25 Nov"))), "To contact",
    ),
    "a meeting that was moved": (
        ana().met("25 Nov"), "Thank-you due",
        line("27 Nov", "called off", ending_of("thank", on=on("25 Nov")), until="2 Dec"), "Scheduled",
    ),
    "a promise that was kept": (
        ana().promised("the article", by="20 Nov"), "Promise due",
        line("27 Nov", "kept", ending_of("promise", "the article", on("20 Nov"))), "To contact",
    ),
    "a promise with another text that was kept": (
        ana().promised("the article", by="20 Nov"), "Promise due",
        line("27 Nov", "kept", ending_of("promise", "the book", on("20 Nov"))), "Promise due",
    ),
    "a follow-up that is over without a message": (
        ana().wrote("2 Nov").to_follow_up("20 Nov"), "Follow-up due",
        line("27 Nov", "kept", ending_of("follow_up", on=on("20 Nov"))), "Reminder due",
    ),
    "something that was put off": (
        ana().they_replied("24 Nov"), "Reply owed", line("27 Nov", "snoozed", until="4 Dec"), "Scheduled",
    ),
    "something that was put off until today": (
        ana().wrote("2 Nov"), "Reminder due", line("20 Nov", "snoozed", until="27 Nov"), "Follow-up due",
    ),
    "something that was put off before they wrote": (
        ana().wrote("2 Nov").they_replied("24 Nov"), "Reply owed", line("20 Nov", "snoozed", until="4 Dec"), "Reply owed",
    ),
    "a person who was closed": (
        ana().wrote("2 Nov"), "Reminder due", line("27 Nov", "closed"), "Closed",
    ),
    "a person who was closed and wrote later": (
        ana().they_replied("26 Nov"), "Reply owed", line("24 Nov", "closed"), "Reply owed",
    ),
    "a person who was kept after the reminders": (
        ana().wrote("1 Sep").wrote("9 Sep").wrote("17 Sep"), "Decide", line("27 Nov", "kept open", ending_of("decide")), "Waiting",
    ),
    "a person who was kept more than 90 days ago": (
        ana().wrote("1 Apr").wrote("9 Apr").wrote("17 Apr"), "Decide", line("1 Jun", "kept open", ending_of("decide")), "Decide",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_line_changes_what_is_due(case: str) -> None:
    told, before, recorded, after = CASES[case]
    person = told.person()

    assert standing(person).status == before
    assert standing(person, recorded).status == after


def test_a_reopened_person_is_open_whatever_closed_them_before() -> None:
    person = ana().wrote("20 Nov").person()

    assert standing(person, line("23 Nov", "closed"), line("24 Nov", "reopened")).status != "Closed"
    assert standing(replace(person, state="closed"), line("24 Nov", "reopened")).status != "Closed"
    assert standing(person, line("25 Nov", "closed"), line("24 Nov", "reopened")).status == "Closed"


def test_a_promise_of_the_history_is_due_on_its_day() -> None:
    promised = line("12 Nov", "promised", until="26 Nov", note="the article")
    kept = line("27 Nov", "kept", ending_of("promise", "the article", on("26 Nov")))

    assert standing(ana().wrote("24 Nov").person(), promised).status == "Promise due"
    assert standing(ana().wrote("24 Nov").person(), promised, kept).status == "Waiting"
