"""After an interview for a job: thanks first, then, when they say nothing, one question how it stands."""

from __future__ import annotations

import pytest

from netsheet.core.drafts.choosing import list_occasions
from netsheet.core.drafts.requests import Occasion
from netsheet.core.model import Application, Place
from tests.a_person import Teller, a_person, on, standing

APPLICATION = Application(
    name="Analyst at Nordlys", place=Place(sheet="Log", row=2, column=1), rows=frozenset({("Log", 2)})
)
Case = tuple[str, Teller, str, str, str | None]
"""What it says, who, today, the status, the due day."""


def interviewed(day: str = "3 Mar") -> Teller:
    return a_person().met(day, is_job_interview=True)


CASES: list[Case] = [
    ("first comes the thank-you", interviewed(), "4 Mar", "Thank-you due", "4 Mar"),
    ("after it the wait for news runs", interviewed().thanked("4 Mar"), "17 Mar", "Waiting", "18 Mar"),
    ("ten working days after the thanks they are asked", interviewed().thanked("4 Mar"), "18 Mar", "Reminder due", "18 Mar"),
    ("ten after the interview where the thanks were of its day", interviewed().thanked("3 Mar"), "17 Mar", "Reminder due", "17 Mar"),
    ("a message soon after it is the thanks", interviewed().wrote("4 Mar"), "18 Mar", "Reminder due", "18 Mar"),
    ("up to a week after it", interviewed().wrote("10 Mar"), "24 Mar", "Reminder due", "24 Mar"),
    ("a later one was the question", interviewed().wrote("11 Mar"), "9 Apr", "Waiting", "10 Apr"),
    ("and so was one that asks", interviewed().wrote("4 Mar", intent="ask"), "2 Apr", "Waiting", "3 Apr"),
    ("without thanks it comes when it is too late for them", interviewed(), "19 Mar", "Reminder due", "17 Mar"),
    ("they are asked once", interviewed().thanked("3 Mar").wrote("17 Mar"), "15 Apr", "Waiting", "16 Apr"),
    ("then comes the decision", interviewed().thanked("3 Mar").wrote("17 Mar"), "16 Apr", "Decide", "16 Apr"),
    ("the question lives as long as any reminder", interviewed().thanked("3 Mar"), "1 May", "Reminder due", "17 Mar"),
    ("then it becomes a decision", interviewed().thanked("3 Mar"), "4 May", "Decide", "4 May"),
    ("a word of theirs ends it", interviewed().thanked("3 Mar").they_replied("9 Mar"), "17 Mar", "Reply owed", "10 Mar"),
    ("and the answer to that is a message like others", interviewed().thanked("3 Mar").they_replied("9 Mar").wrote("10 Mar"), "24 Mar", "Reminder due", "24 Mar"),
    ("the next interview begins anew", interviewed().thanked("3 Mar").met("12 Mar", is_job_interview=True).thanked("12 Mar"), "17 Mar", "Waiting", "26 Mar"),
    ("a call of the two ends it", interviewed().thanked("3 Mar").met("9 Mar", "call").thanked("9 Mar"), "23 Mar", "In touch", None),
    ("a day of the user's own takes its place", interviewed().thanked("4 Mar").to_follow_up("30 Mar", set_on="4 Mar"), "18 Mar", "Scheduled", "30 Mar"),
    ("what is sent on that day was the question", interviewed().thanked("4 Mar").to_follow_up("30 Mar", set_on="4 Mar").wrote("30 Mar"), "7 Apr", "Waiting", "29 Apr"),
    ("so does the next meeting", interviewed().thanked("4 Mar").who(meetings_ahead=(on("30 Mar"),)), "18 Mar", "Scheduled", "30 Mar"),
    ("what was put off comes back", interviewed().thanked("4 Mar").snoozed("25 Mar", taken="18 Mar"), "25 Mar", "Follow-up due", "25 Mar"),
    ("a closing word ends it", interviewed().thanked("4 Mar").who(state="closed"), "18 Mar", "Closed", None),
    ("a parking word too", interviewed().thanked("4 Mar").who(state="paused"), "18 Mar", "Paused", None),
    ("a meeting with whom the user applied is an interview", a_person().met("3 Mar").thanked("4 Mar").who(applications=(APPLICATION,)), "18 Mar", "Reminder due", "18 Mar"),
    ("a coffee is none", a_person().met("3 Mar").thanked("4 Mar"), "18 Mar", "In touch", "31 Aug"),
    ("nor is an interview for information", a_person().met("3 Mar", "interview").thanked("4 Mar"), "18 Mar", "In touch", "31 Aug"),
    ("thanks that came back ask for another address", interviewed().thanked("4 Mar").bounced("4 Mar"), "5 Mar", "To contact", "5 Mar"),
    ("an automatic reply makes the wait longer", interviewed().thanked("4 Mar").got_automatic_reply("5 Mar", until="23 Mar"), "18 Mar", "Waiting", "23 Mar"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("person", "today", "status", "due"), [pytest.param(*case[1:], id=case[0]) for case in CASES]
)
def test_news_after_an_interview_are_asked_for_once(
    person: Teller, today: str, status: str, due: str | None
) -> None:
    result = standing(person, today)

    assert (result.status, result.due) == (status, on(due) if due else None)


@pytest.mark.parametrize(
    ("person", "today", "why", "next_step"),
    [
        (interviewed(), "3 Mar", "Last contact on 3 Mar; a thank-you comes up on 4 Mar.", ""),
        (interviewed().thanked("4 Mar"), "5 Mar", "No news since your interview of 3 Mar yet; a reminder comes up on 18 Mar.", "Wait for news"),
        (interviewed().thanked("4 Mar").who(email="ana@example.com"), "18 Mar", "No news 11 working days after your interview of 3 Mar; ask once for news.", "Ask for news by e-mail"),
        (a_person().met("3 Mar", since=on("27 Feb"), is_job_interview=True).thanked("3 Mar"), "17 Mar", "No news at least 10 working days after your interview between 27 Feb and 3 Mar; ask once for news.", "Ask for news"),
        (interviewed().thanked("4 Mar").snoozed("25 Mar", taken="18 Mar"), "25 Mar", "You put this off until 25 Mar; no news since your interview of 3 Mar yet.", "Ask for news"),
        (interviewed().thanked("3 Mar"), "4 May", "No news 62 days after your interview of 3 Mar; type close, 3 months, or keep.", "Decide how to go on"),
        (interviewed().thanked("3 Mar").wrote("17 Mar"), "16 Apr", "Nothing came back since reminder 1 on 17 Mar, 30 days ago; type close, 3 months, or keep.", "Decide how to go on"),
    ],
)  # fmt: skip
def test_the_wait_for_news_is_worded_as_one(person: Teller, today: str, why: str, next_step: str) -> None:
    result = standing(person, today)

    assert (result.why, result.next_step) == (why, next_step)


def test_the_user_says_how_long_to_wait_for_news() -> None:
    person = interviewed().thanked("3 Mar")

    assert standing(person, "10 Mar", nudge_after_interview=5).status == "Reminder due"
    assert standing(person, "17 Mar", most_nudges=0).status == "Waiting"


@pytest.mark.parametrize(
    "person",
    [
        interviewed().thanked("3 Mar"),
        interviewed("10 Mar").thanked("10 Mar").to_follow_up("17 Mar", set_on="10 Mar"),
    ],
)
def test_the_draft_comes_back_to_it_and_reminds_of_no_message(person: Teller) -> None:
    result = standing(person, "17 Mar")

    occasions = list_occasions(result.history, result.actions[0], today=on("17 Mar"))

    assert occasions == (Occasion(kind="follow_up"),)
