"""What the rules make of what earlier refreshes saw, one row each: who, what was seen, on which day, what the row shows.

March 2026: the 3rd is a Tuesday, the 7th and 8th are a weekend.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from netsheet.core.followups.remembered import Remembered
from netsheet.core.model import Place
from tests.a_person import Teller, a_person, on, standing

Case = tuple[str, Teller, Remembered, str, str, str | None]
"""What it says, who, what was seen, today, the status, the due day."""


def seen(**days: str) -> Remembered:
    """What earlier refreshes saw: "3 Mar" for the first day of a thing."""
    facts: dict[str, Any] = {name: on(day) for name, day in days.items()}
    return Remembered(**facts)


def seen_plan(day: str, *, since: str, reply: str) -> Remembered:
    return Remembered(plans_shown_on={on(day): on(since)}, reply_shown_on=on(reply))


def seen_promise(text: str, *, since: str) -> Remembered:
    return Remembered(promises_shown_on={text: on(since)})


def in_history(person: Teller) -> Teller:
    """Say that the last touch is known from the history alone."""
    place = Place(sheet="Netsheet History", row=2, column=3)
    person.touches[-1] = replace(person.touches[-1], place=place)
    return person


PARKED: list[Case] = [
    ("parked without a day rests for 90 days", a_person().wrote("3 Feb").who(state="paused"), seen(parked_on="3 Mar"), "29 May", "Paused", "1 Jun"),
    ("then it is asked about", a_person().wrote("3 Feb").who(state="paused"), seen(parked_on="3 Mar"), "1 Jun", "Decide", "1 Jun"),
    ("the question stands for 14 days", a_person().wrote("3 Feb").who(state="paused"), seen(parked_on="3 Mar"), "15 Jun", "Decide", "1 Jun"),
    ("then it rests", a_person().wrote("3 Feb").who(state="paused"), seen(parked_on="3 Mar"), "16 Jun", "Paused", None),
    ("until 90 days after the row has changed", a_person().wrote("3 Feb").who(state="paused"), seen(parked_on="3 Mar", changed_on="16 Jun"), "14 Sep", "Decide", "14 Sep"),
    ("kept open it is asked about 90 days later", a_person().wrote("3 Feb").who(state="paused", kept_open=(on("2 Jun"),)), seen(parked_on="3 Mar"), "31 Aug", "Decide", "31 Aug"),
    ("parked until a day is not asked about", a_person().wrote("3 Feb").who(paused_until=on("1 Jul")), seen(parked_on="3 Mar"), "1 Jun", "Paused", "1 Jul"),
    ("nor parked with a follow-up date beside", a_person().to_follow_up("1 Jul").who(state="paused"), seen(parked_on="3 Mar"), "1 Jun", "Paused", "1 Jul"),
    ("parking lifts the reply that was there", a_person().they_replied("3 Mar").who(state="paused"), seen(parked_on="3 Mar"), "9 Mar", "Paused", "1 Jun"),
    ("a reply after it ends it", a_person().they_replied("4 Mar").who(state="paused"), seen(parked_on="3 Mar"), "9 Mar", "Reply owed", "5 Mar"),
    ("a reply of an earlier day that was logged after it ends it too", a_person().they_replied("2 Mar").who(state="paused"), seen(parked_on="3 Mar", reply_shown_on="4 Mar"), "9 Mar", "Reply owed", "3 Mar"),
    ("an automatic reply does not", a_person().wrote("3 Feb").got_automatic_reply("4 Mar").who(state="paused"), seen(parked_on="3 Mar"), "9 Mar", "Paused", "1 Jun"),
    ("a reply ends a park with a day as well", a_person().they_replied("4 Mar").who(paused_until=on("1 Jul")), seen(parked_on="3 Mar"), "9 Mar", "Reply owed", "5 Mar"),
]  # fmt: skip

AGREED = a_person().they_replied("3 Mar").who(agreed_meeting=a_person().place(5))
AGREED_MEETINGS: list[Case] = [
    ("a meeting agreed without a day meets the reply", AGREED, Remembered(), "9 Mar", "Scheduled", None),
    ("its day is asked for 30 days after it was first seen", AGREED, seen(agreed_meeting_on="4 Mar"), "3 Apr", "Decide", "3 Apr"),
    ("not a day before", AGREED, seen(agreed_meeting_on="4 Mar"), "2 Apr", "Scheduled", "3 Apr"),
    ("and goes on to be", AGREED, seen(agreed_meeting_on="4 Mar"), "3 Sep", "Decide", "3 Apr"),
    ("a day for it ahead is the meeting", a_person().they_replied("3 Mar").who(agreed_meeting=a_person().place(5), meetings_ahead=(on("10 Apr"),)), seen(agreed_meeting_on="4 Mar"), "7 Apr", "Scheduled", "10 Apr"),
    ("an own day after it takes the place of the question", a_person().to_follow_up("1 May").who(agreed_meeting=a_person().place(5)), seen(agreed_meeting_on="4 Mar"), "6 Apr", "Scheduled", "1 May"),
    ("a reply that came after the word is owed", AGREED, seen(word_shown_on="2 Mar", reply_shown_on="4 Mar"), "9 Mar", "Reply owed", "4 Mar"),
]  # fmt: skip

ANSWERED = a_person().they_replied("3 Mar").touch("", "out", "reply", same_row=True)
RECORDED = in_history(a_person().wrote("2 Mar").they_replied("4 Mar", since=on("3 Mar"))).who(
    is_answered=True
)
NEW_REPLIES: list[Case] = [
    ("a word meets a reply of which the history alone knows the day", RECORDED, seen(word_shown_on="5 Mar", reply_shown_on="4 Mar"), "9 Mar", "In touch", "31 Aug"),
    ("so does one that was typed with it", RECORDED, seen(word_shown_on="4 Mar", reply_shown_on="4 Mar"), "9 Mar", "In touch", "31 Aug"),
    ("one that was there before does not", RECORDED, seen(word_shown_on="3 Mar", reply_shown_on="4 Mar"), "9 Mar", "Reply owed", "4 Mar"),
    ("a word that the move was made meets the reply", ANSWERED, Remembered(), "9 Mar", "In touch", "31 Aug"),
    ("so does one that was typed with it", ANSWERED, seen(word_shown_on="4 Mar", reply_shown_on="4 Mar"), "9 Mar", "In touch", "31 Aug"),
    ("a word that was there before the reply does not", ANSWERED, seen(word_shown_on="3 Mar", reply_shown_on="4 Mar"), "9 Mar", "Reply owed", "4 Mar"),
    ("an own day that was there before the reply does not lift it", a_person().they_replied("3 Mar").to_follow_up("20 Mar"), seen_plan("20 Mar", since="2 Mar", reply="4 Mar"), "9 Mar", "Reply owed", "4 Mar"),
    ("one typed with it does", a_person().they_replied("3 Mar").to_follow_up("20 Mar"), seen_plan("20 Mar", since="4 Mar", reply="4 Mar"), "9 Mar", "Scheduled", "20 Mar"),
    ("one typed after it does", a_person().they_replied("3 Mar").to_follow_up("20 Mar"), seen_plan("20 Mar", since="5 Mar", reply="4 Mar"), "9 Mar", "Scheduled", "20 Mar"),
    ("a meeting that was there before the reply does not answer it", a_person().they_replied("3 Mar").who(meetings_ahead=(on("20 Mar"),)), seen_plan("20 Mar", since="2 Mar", reply="4 Mar"), "9 Mar", "Reply owed", "4 Mar"),
    ("on a first refresh days ahead lift", a_person().they_replied("3 Mar").to_follow_up("20 Mar"), Remembered(), "9 Mar", "Scheduled", "20 Mar"),
    ("another reply of a day that was answered is owed", a_person().they_replied("3 Mar").wrote("3 Mar", in_day="after").they_replied("3 Mar"), Remembered(reply_shown_on=on("4 Mar"), is_reply_again=True), "9 Mar", "Reply owed", "4 Mar"),
    ("not where the user wrote as often", a_person().they_replied("3 Mar").wrote("3 Mar", in_day="after").they_replied("3 Mar").wrote("3 Mar", in_day="after"), Remembered(reply_shown_on=on("4 Mar"), is_reply_again=True), "9 Mar", "Waiting", "31 Aug"),
    ("nor where the user wrote later", a_person().they_replied("3 Mar").wrote("3 Mar", in_day="after").they_replied("3 Mar").wrote("4 Mar"), Remembered(reply_shown_on=on("4 Mar"), is_reply_again=True), "9 Mar", "Waiting", "31 Aug"),
    ("two replies of one day that were there at once need one answer", a_person().they_replied("3 Mar").wrote("3 Mar", in_day="after").they_replied("3 Mar"), seen(reply_shown_on="4 Mar"), "9 Mar", "Waiting", "17 Mar"),
    ("a reply logged late lives as long as any", a_person().they_replied("3 Mar"), seen(reply_shown_on="1 Apr"), "1 May", "Reply owed", "4 Mar"),
    ("then it becomes a decision", a_person().they_replied("3 Mar"), seen(reply_shown_on="1 Apr"), "4 May", "Decide", "4 May"),
]  # fmt: skip

SNOOZES: list[Case] = [
    ("a snooze lifts the reply that was there", a_person().they_replied("3 Mar").snoozed("20 Mar", taken="4 Mar"), seen(reply_shown_on="4 Mar"), "9 Mar", "Scheduled", "20 Mar"),
    ("it is due on its day", a_person().they_replied("3 Mar").snoozed("20 Mar", taken="4 Mar"), Remembered(), "20 Mar", "Follow-up due", "20 Mar"),
    ("a later reply ends it", a_person().snoozed("20 Mar", taken="4 Mar").they_replied("5 Mar"), Remembered(), "9 Mar", "Reply owed", "6 Mar"),
    ("a reply of the same day does not", a_person().snoozed("20 Mar", taken="4 Mar").they_replied("4 Mar"), Remembered(), "9 Mar", "Scheduled", "20 Mar"),
    ("an earlier reply that was logged later ends it", a_person().snoozed("20 Mar", taken="4 Mar").they_replied("3 Mar"), seen(reply_shown_on="5 Mar"), "9 Mar", "Reply owed", "4 Mar"),
    ("it replaces an earlier day that was known", a_person().wrote("2 Mar").to_follow_up("9 Mar", set_on="2 Mar").snoozed("20 Mar", taken="4 Mar"), Remembered(), "9 Mar", "Scheduled", "20 Mar"),
    ("a day that was typed after it counts too", a_person().wrote("2 Mar").to_follow_up("9 Mar").snoozed("20 Mar", taken="4 Mar"), Remembered(plans_shown_on={on("9 Mar"): on("5 Mar")}), "9 Mar", "Follow-up due", "9 Mar"),
    ("and takes its place when it is later, too", a_person().wrote("2 Mar").to_follow_up("25 Mar").snoozed("20 Mar", taken="4 Mar"), Remembered(plans_shown_on={on("25 Mar"): on("5 Mar")}), "23 Mar", "Scheduled", "25 Mar"),
    ("so does a meeting that was typed after it", a_person().wrote("2 Mar").snoozed("9 Mar", taken="4 Mar").who(meetings_ahead=(on("12 Mar"),)), Remembered(plans_shown_on={on("12 Mar"): on("5 Mar")}), "10 Mar", "Scheduled", "12 Mar"),
    ("a meeting that was there before does not", a_person().wrote("2 Mar").snoozed("9 Mar", taken="4 Mar").who(meetings_ahead=(on("12 Mar"),)), Remembered(plans_shown_on={on("12 Mar"): on("4 Mar")}), "10 Mar", "Follow-up due", "9 Mar"),
    ("it never replaces a meeting", a_person().snoozed("20 Mar", taken="4 Mar").who(meetings_ahead=(on("12 Mar"),)), Remembered(), "9 Mar", "Scheduled", "12 Mar"),
    ("of two the later one counts", a_person().snoozed("10 Mar", taken="3 Mar").snoozed("20 Mar", taken="4 Mar"), Remembered(), "10 Mar", "Scheduled", "20 Mar"),
    ("a message to them meets it", a_person().snoozed("10 Mar", taken="3 Mar").wrote("10 Mar"), Remembered(), "11 Mar", "Waiting", "17 Mar"),
    ("it is no promise's day", a_person().promised("CV", made="2 Mar").snoozed("20 Mar", taken="2 Mar"), Remembered(), "5 Mar", "Promise due", "5 Mar"),
]  # fmt: skip

OWN_DAYS: list[Case] = [
    ("a message sent before the day was typed does not meet it", a_person().wrote("2 Mar").to_follow_up("20 Mar", set_on="2 Mar").wrote("17 Mar"), Remembered(plans_shown_on={on("20 Mar"): on("18 Mar")}), "20 Mar", "Follow-up due", "20 Mar"),
    ("nor does one of the day on which it was first seen", a_person().wrote("2 Mar").to_follow_up("20 Mar", set_on="2 Mar").wrote("18 Mar"), Remembered(plans_shown_on={on("20 Mar"): on("18 Mar")}), "19 Mar", "Scheduled", "20 Mar"),
    ("one sent shortly before the day, and after it was typed, does", a_person().wrote("2 Mar").to_follow_up("20 Mar", set_on="2 Mar").wrote("19 Mar"), Remembered(plans_shown_on={on("20 Mar"): on("18 Mar")}), "20 Mar", "Waiting", "26 Mar"),
    ("so does any on its day", a_person().wrote("2 Mar").to_follow_up("20 Mar", set_on="2 Mar").wrote("20 Mar"), Remembered(plans_shown_on={on("20 Mar"): on("20 Mar")}), "20 Mar", "Waiting", "27 Mar"),
]  # fmt: skip

PROMISES: list[Case] = [
    ("a promise with another text counts from the day it was first seen", a_person().promised("book", made="2 Feb"), seen_promise("book", since="4 Mar"), "9 Mar", "Promise due", "9 Mar"),
    ("and is not due a day before", a_person().promised("book", made="2 Feb"), seen_promise("book", since="4 Mar"), "6 Mar", "To contact", "9 Mar"),
    ("one whose text was always there counts from its touch", a_person().promised("CV", made="4 Mar"), seen_promise("book", since="6 Mar"), "9 Mar", "Promise due", "9 Mar"),
    ("its own day comes first", a_person().promised("book", made="2 Feb", by="5 Mar"), seen_promise("book", since="4 Mar"), "5 Mar", "Promise due", "5 Mar"),
    ("so does a later touch", a_person().promised("book", made="5 Mar"), seen_promise("book", since="4 Mar"), "10 Mar", "Promise due", "10 Mar"),
]  # fmt: skip

ACCEPTED = a_person().invited("2 Mar").they_accepted(same_row=True)
ACCEPTANCES: list[Case] = [
    ("an acceptance without a day asks for a message from the refresh that first showed it", ACCEPTED, seen(accepted_on="4 Mar"), "4 Mar", "To contact", "4 Mar"),
    ("on Monday when that was on a Saturday", ACCEPTED, seen(accepted_on="7 Mar"), "7 Mar", "In touch", "9 Mar"),
    ("for fourteen days", ACCEPTED, seen(accepted_on="4 Mar"), "18 Mar", "To contact", "4 Mar"),
    ("then no more", ACCEPTED, seen(accepted_on="4 Mar"), "19 Mar", "In touch", None),
    ("a message after it meets it, and waits", a_person().invited("2 Mar").they_accepted(same_row=True).wrote("5 Mar"), seen(accepted_on="4 Mar"), "6 Mar", "Waiting", "12 Mar"),
    ("so does one that was written over the row", a_person().invited("2 Mar").wrote("5 Mar").they_accepted(same_row=True), seen(accepted_on="4 Mar"), "12 Mar", "Reminder due", "12 Mar"),
    ("so does one that was recorded on its day", a_person().wrote("4 Mar", in_day="before").they_accepted(same_row=True), seen(accepted_on="4 Mar"), "5 Mar", "Waiting", "11 Mar"),
    ("so does thanks", a_person().invited("2 Mar").they_accepted(same_row=True).thanked("5 Mar"), seen(accepted_on="4 Mar"), "6 Mar", "In touch", None),
    ("an own day takes its place", a_person().invited("2 Mar").they_accepted(same_row=True).to_follow_up("20 Mar"), seen(accepted_on="4 Mar"), "6 Mar", "Scheduled", "20 Mar"),
]  # fmt: skip

OFFERS: list[Case] = [
    ("a first message stays suggested for two weeks", a_person().who(recorded_on=on("3 Feb")), seen(contact_offered_on="3 Mar", contact_offered_again_on="3 Mar"), "16 Mar", "To contact", "3 Mar"),
    ("then it is suggested anew", a_person().who(recorded_on=on("3 Feb")), seen(contact_offered_on="3 Mar", contact_offered_again_on="3 Mar"), "17 Mar", "To contact", "17 Mar"),
    ("until sixty days after the first time", a_person().who(recorded_on=on("3 Feb")), seen(contact_offered_on="3 Mar", contact_offered_again_on="13 Apr"), "1 May", "To contact", "1 May"),
    ("then it is only counted", a_person().who(recorded_on=on("3 Feb")), seen(contact_offered_on="3 Mar", contact_offered_again_on="13 Apr"), "4 May", "To contact", None),
]  # fmt: skip

ALL_CASES = [*PARKED, *AGREED_MEETINGS, *NEW_REPLIES, *SNOOZES, *OWN_DAYS, *PROMISES, *ACCEPTANCES, *OFFERS]


@pytest.mark.parametrize(
    ("person", "remembered", "today", "status", "due"),
    [pytest.param(*case[1:], id=case[0]) for case in ALL_CASES],
)
def test_what_was_seen_before_decides(
    person: Teller, remembered: Remembered, today: str, status: str, due: str | None
) -> None:
    result = standing(person, today, (), remembered)

    assert (result.status, result.due) == (status, on(due) if due else None)
