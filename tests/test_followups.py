"""Every rule at every boundary, one row each: who, on which day, and what the row shows.

March 2026: the 3rd is a Tuesday, the 7th and 8th are a weekend.
"""

from __future__ import annotations

import datetime as dt

import pytest

from netsheet.core.calendar import Break
from tests.a_person import Teller, a_person, on, standing, standings

Case = tuple[str, Teller, str, str, str | None, str]
"""What it says, who, today, the status, the due day, the tone."""

PROMISES: list[Case] = [
    ("a promise is not due before its day", a_person().promised("CV", by="5 Mar"), "4 Mar", "To contact", "5 Mar", "calm"),
    ("a promise is due on its day", a_person().promised("CV", by="5 Mar"), "5 Mar", "Promise due", "5 Mar", "due"),
    ("a promise is late the day after", a_person().promised("CV", by="5 Mar"), "6 Mar", "Promise due", "5 Mar", "late"),
    ("a promise for a Saturday keeps its day", a_person().promised("CV", by="7 Mar"), "7 Mar", "Promise due", "7 Mar", "due"),
    ("a promise without a day is due after three working days", a_person().promised("CV", made="4 Mar"), "9 Mar", "Promise due", "9 Mar", "due"),
    ("a promise without a day is not due after two", a_person().promised("CV", made="4 Mar"), "6 Mar", "To contact", "9 Mar", "calm"),
    ("a promise without any day stands under today", a_person().promised("CV"), "4 Mar", "Promise due", None, "due"),
    ("a promise counts from the row's date when its own is not known", a_person().promised("CV").who(recorded_on=on("3 Mar")), "6 Mar", "Promise due", "6 Mar", "due"),
    ("a kept promise is not due", a_person().promised("CV", by="5 Mar", done=True).wrote("3 Mar"), "6 Mar", "Waiting", "10 Mar", "calm"),
    ("another touch does not keep a promise", a_person().promised("CV", by="5 Mar").wrote("5 Mar"), "6 Mar", "Promise due", "5 Mar", "late"),
    ("a promise comes before a reply", a_person().promised("CV", by="5 Mar").they_replied("2 Mar"), "6 Mar", "Promise due", "5 Mar", "late"),
    ("a promise without a day takes the follow-up date of its row", a_person().promised("CV", made="4 Mar").to_follow_up("3 Apr", same_row=True), "2 Apr", "Scheduled", "3 Apr", "soon"),
    ("and is due then", a_person().promised("CV", made="4 Mar").to_follow_up("3 Apr", same_row=True), "3 Apr", "Promise due", "3 Apr", "due"),
    ("a follow-up date more than 30 days later is not the promise's", a_person().promised("CV", made="4 Mar").to_follow_up("4 Apr", same_row=True), "9 Mar", "Promise due", "9 Mar", "due"),
    ("of two promises the older one is shown", a_person().promised("CV", by="5 Mar").promised("book", by="4 Mar"), "6 Mar", "Promise due", "4 Mar", "late"),
]  # fmt: skip

THANKS: list[Case] = [
    ("no thank-you is due on the day of the meeting", a_person().met("3 Mar"), "3 Mar", "In touch", "4 Mar", "calm"),
    ("a thank-you is due the day after", a_person().met("3 Mar"), "4 Mar", "Thank-you due", "4 Mar", "due"),
    ("on the second day it is still in time", a_person().met("3 Mar"), "5 Mar", "Thank-you due", "4 Mar", "due"),
    ("after two days it is late", a_person().met("3 Mar"), "6 Mar", "Thank-you due", "4 Mar", "late"),
    ("after a Friday's meeting it is due on Monday", a_person().met("6 Mar"), "8 Mar", "In touch", "9 Mar", "calm"),
    ("after a Friday's meeting it is in time on Tuesday", a_person().met("6 Mar"), "10 Mar", "Thank-you due", "9 Mar", "due"),
    ("a call is thanked for", a_person().met("3 Mar", "call"), "4 Mar", "Thank-you due", "4 Mar", "due"),
    ("an event is thanked for", a_person().met("3 Mar", "event"), "4 Mar", "Thank-you due", "4 Mar", "due"),
    ("an informational interview is thanked for", a_person().met("3 Mar", "interview"), "4 Mar", "Thank-you due", "4 Mar", "due"),
    ("a referral received is thanked for", a_person().touch("3 Mar", "in", "referral"), "4 Mar", "Thank-you due", "4 Mar", "due"),
    ("a referral logged with the person is thanked for", a_person().wrote("27 Feb").who(referral_on=on("3 Mar")), "4 Mar", "Thank-you due", "4 Mar", "due"),
    ("a referral still to come is not thanked for", a_person().last_contact("2 Mar").who(referral_on=on("9 Mar")), "4 Mar", "In touch", None, "calm"),
    ("a message after the referral meets it", a_person().wrote("4 Mar").who(referral_on=on("3 Mar")), "5 Mar", "Waiting", "11 Mar", "calm"),
    ("thanks on the day of the referral meet it", a_person().thanked("3 Mar").who(referral_on=on("3 Mar")), "5 Mar", "In touch", None, "calm"),
    ("a meeting after the referral is thanked for instead", a_person().met("4 Mar").who(referral_on=on("3 Mar")), "5 Mar", "Thank-you due", "5 Mar", "due"),
    ("a call that was only tried is not thanked for", a_person().touch("3 Mar", "out", "call", channel="phone"), "5 Mar", "Waiting", "6 Mar", "calm"),
    ("a later outgoing message meets it", a_person().met("3 Mar").wrote("4 Mar"), "6 Mar", "Waiting", "11 Mar", "calm"),
    ("a thank-you on the same day meets it", a_person().met("3 Mar").thanked("3 Mar"), "6 Mar", "In touch", "31 Aug", "calm"),
    ("a thank-you whose day is not known meets it", a_person().met("3 Mar").thanked(same_row=True), "6 Mar", "In touch", "31 Aug", "calm"),
    ("the message that led to the meeting does not meet it", a_person().wrote("3 Mar").met("3 Mar", same_row=True), "4 Mar", "Thank-you due", "4 Mar", "due"),
    ("a reply after the meeting does not meet it", a_person().met("3 Mar").they_replied("4 Mar"), "5 Mar", "Thank-you due", "4 Mar", "due"),
    ("a later last contact meets it", a_person().met("3 Mar").last_contact("4 Mar"), "6 Mar", "In touch", "31 Aug", "calm"),
    ("a last contact on the day of the meeting does not", a_person().met("3 Mar").last_contact("3 Mar"), "6 Mar", "Thank-you due", "4 Mar", "late"),
    ("a thank-you lives fourteen days", a_person().met("3 Mar"), "18 Mar", "Thank-you due", "4 Mar", "late"),
    ("then it is dropped", a_person().met("3 Mar"), "19 Mar", "In touch", "31 Aug", "calm"),
    ("once it is dropped the tie goes on", a_person().met("3 Mar").who(relationship="close"), "19 Mar", "In touch", "2 Apr", "calm"),
]  # fmt: skip

REPLIES: list[Case] = [
    ("no reply is owed on the day they wrote", a_person().wrote("2 Mar").they_replied("3 Mar"), "3 Mar", "In touch", "4 Mar", "calm"),
    ("a reply is owed after one working day", a_person().wrote("2 Mar").they_replied("3 Mar"), "4 Mar", "Reply owed", "4 Mar", "due"),
    ("a reply is late a working day later", a_person().wrote("2 Mar").they_replied("3 Mar"), "5 Mar", "Reply owed", "4 Mar", "late"),
    ("a message of Friday is answered on Monday", a_person().they_replied("6 Mar"), "9 Mar", "Reply owed", "9 Mar", "due"),
    ("a message of Friday is not due on Sunday", a_person().they_replied("6 Mar"), "8 Mar", "In touch", "9 Mar", "calm"),
    ("an answer of the user's meets it", a_person().they_replied("3 Mar").wrote("4 Mar"), "5 Mar", "Waiting", "18 Mar", "calm"),
    ("a meeting after it meets it", a_person().they_replied("3 Mar").met("4 Mar"), "5 Mar", "Thank-you due", "5 Mar", "due"),
    ("a later touch of unknown direction means they did not write last", a_person().they_replied("3 Mar").last_contact("4 Mar"), "9 Mar", "In touch", "31 Aug", "calm"),
    ("a last contact on the day of the reply changes nothing", a_person().they_replied("3 Mar").last_contact("3 Mar"), "4 Mar", "Reply owed", "4 Mar", "due"),
    ("a no deserves an answer too", a_person().wrote("2 Mar").they_replied("3 Mar", "negative"), "4 Mar", "Reply owed", "4 Mar", "due"),
    ("a reply in the row of its message came after it", a_person().wrote("3 Mar").they_replied("3 Mar", same_row=True), "4 Mar", "Reply owed", "4 Mar", "due"),
    ("a reply of the same day in another row came after the first message", a_person().wrote("3 Mar").they_replied("3 Mar"), "4 Mar", "Reply owed", "4 Mar", "due"),
    ("a message on the day of an awaited reply answers it", a_person().wrote("2 Mar").they_replied("3 Mar").wrote("3 Mar"), "4 Mar", "Waiting", "17 Mar", "calm"),
    ("times of day tell what came first", a_person().they_replied("3 Mar", at=dt.time(9)).wrote("3 Mar", at=dt.time(17)), "4 Mar", "Waiting", "17 Mar", "calm"),
    ("a reply without a date is answered as far as is known", a_person().wrote("3 Mar").they_replied(same_row=True), "20 Mar", "In touch", "31 Aug", "calm"),
    ("a reply without a date has the clock of the row's latest date", a_person().wrote("3 Mar").they_replied(same_row=True).who(relationship="warm"), "20 Mar", "In touch", "1 Jun", "calm"),
    ("a message after a reply without a date waits again", a_person().wrote("3 Mar").they_replied(same_row=True).wrote("10 Mar"), "20 Mar", "Waiting", "24 Mar", "calm"),
    ("a reply lives thirty days", a_person().they_replied("3 Mar"), "3 Apr", "Reply owed", "4 Mar", "late"),
    ("then it becomes a decision", a_person().they_replied("3 Mar"), "6 Apr", "Decide", "6 Apr", "due"),
    ("a decision is made on a working day", a_person().they_replied("3 Mar"), "4 Apr", "In touch", None, "calm"),
    ("a follow-up date after the reply takes its place", a_person().they_replied("3 Mar").to_follow_up("20 Mar"), "5 Mar", "Scheduled", "20 Mar", "calm"),
    ("a follow-up date before the reply does not", a_person().they_replied("3 Mar").to_follow_up("2 Mar"), "5 Mar", "Reply owed", "4 Mar", "late"),
    ("a meeting ahead answers what they wrote", a_person().they_replied("3 Mar").who(meetings_ahead=(on("20 Mar"),)), "5 Mar", "Scheduled", "20 Mar", "calm"),
    ("a reply without any date anywhere is in touch", a_person().they_replied(), "20 Mar", "In touch", None, "calm"),
]  # fmt: skip

OWN_DATES: list[Case] = [
    ("a follow-up date ahead is scheduled", a_person().wrote("3 Mar").to_follow_up("12 May", set_on="3 Mar"), "20 Mar", "Scheduled", "12 May", "calm"),
    ("a follow-up date within a week is soon", a_person().wrote("3 Mar").to_follow_up("12 May", set_on="3 Mar"), "6 May", "Scheduled", "12 May", "soon"),
    ("a follow-up date is due on its day", a_person().wrote("3 Mar").to_follow_up("12 May", set_on="3 Mar"), "12 May", "Follow-up due", "12 May", "due"),
    ("a follow-up date is late the day after", a_person().wrote("3 Mar").to_follow_up("12 May", set_on="3 Mar"), "13 May", "Follow-up due", "12 May", "late"),
    ("a follow-up date on a Saturday stays there", a_person().to_follow_up("7 Mar"), "7 Mar", "Follow-up due", "7 Mar", "due"),
    ("a follow-up date years ago still stands", a_person().to_follow_up("12 May 2024"), "12 May", "Follow-up due", "12 May 2024", "late"),
    ("a follow-up at the end of a month keeps it", a_person().to_follow_up("31 Mar"), "31 Mar", "Follow-up due", "31 Mar", "due"),
    ("a touch after it meets it", a_person().wrote("3 Mar").to_follow_up("10 Mar", set_on="3 Mar").wrote("11 Mar"), "12 Mar", "Waiting", "18 Mar", "calm"),
    ("a touch five working days before it meets it", a_person().wrote("3 Mar").to_follow_up("20 Mar", set_on="3 Mar").wrote("13 Mar"), "16 Mar", "Waiting", "20 Mar", "calm"),
    ("a touch long before it does not", a_person().wrote("3 Mar").to_follow_up("20 Mar", set_on="3 Mar").wrote("12 Mar"), "20 Mar", "Follow-up due", "20 Mar", "due"),
    ("the touch it was set with does not meet it", a_person().wrote("3 Mar").to_follow_up("5 Mar", set_on="3 Mar"), "5 Mar", "Follow-up due", "5 Mar", "due"),
    ("a touch on its day meets it in its own row, too", a_person().wrote("10 Mar").to_follow_up("10 Mar", set_on="10 Mar"), "11 Mar", "Waiting", "17 Mar", "calm"),
    ("a touch on its day meets it", a_person().to_follow_up("10 Mar").wrote("10 Mar"), "11 Mar", "Waiting", "17 Mar", "calm"),
    ("a reply does not meet it", a_person().wrote("3 Mar").to_follow_up("5 Mar", set_on="3 Mar").they_replied("5 Mar").wrote("1 Feb"), "5 Mar", "Follow-up due", "5 Mar", "due"),
    ("one that is done is not due", a_person().met("2 Mar").thanked("3 Mar").to_follow_up("5 Mar", done=True), "9 Mar", "In touch", "31 Aug", "calm"),
    ("it takes the place of nudges", a_person().wrote("3 Mar").to_follow_up("12 May", set_on="3 Mar"), "10 Mar", "Scheduled", "12 May", "calm"),
    ("it takes the place of check-ins", a_person().last_contact("3 Mar").to_follow_up("12 Jul").who(every_days=10), "1 May", "Scheduled", "12 Jul", "calm"),
    ("it takes the place of the decision", a_person().wrote("3 Feb").wrote("10 Feb").wrote("17 Feb").to_follow_up("12 May", set_on="17 Feb"), "1 Apr", "Scheduled", "12 May", "calm"),
    ("of two the earlier one counts", a_person().to_follow_up("12 May").to_follow_up("11 May"), "1 May", "Scheduled", "11 May", "calm"),
    ("a future meeting is scheduled", a_person().wrote("3 Mar").who(meetings_ahead=(on("20 Mar"),)), "12 Mar", "Scheduled", "20 Mar", "calm"),
    ("a meeting before the follow-up date comes first", a_person().to_follow_up("12 May").who(meetings_ahead=(on("20 Mar"),)), "19 Mar", "Scheduled", "20 Mar", "soon"),
    ("a follow-up date before the meeting comes first", a_person().to_follow_up("12 Mar").who(meetings_ahead=(on("20 Mar"),)), "10 Mar", "Scheduled", "12 Mar", "soon"),
    ("a meeting takes the place of nudges", a_person().wrote("3 Mar").who(meetings_ahead=(on("20 Mar"),)), "17 Mar", "Scheduled", "20 Mar", "soon"),
    ("a meeting is shown on its day", a_person().wrote("3 Mar").who(meetings_ahead=(on("7 Mar"),)), "7 Mar", "Scheduled", "7 Mar", "due"),
    ("a meeting of the day that was thanked for is over", a_person().met("9 Mar").thanked("9 Mar").who(meetings_ahead=(on("9 Mar"),)), "9 Mar", "Scheduled", "9 Mar", "soon"),
    ("a promise of the day comes before it", a_person().promised("CV", by="9 Mar").who(meetings_ahead=(on("9 Mar"),)), "9 Mar", "Promise due", "9 Mar", "due"),
    ("a meeting day that has passed schedules nothing", a_person().wrote("3 Mar").who(meetings_ahead=(on("8 Mar"),)), "9 Mar", "Waiting", "10 Mar", "calm"),
]  # fmt: skip

REFERRALS: list[Case] = [
    ("someone referred is contacted within three working days", a_person().who(referred_by="Ben", recorded_on=on("3 Mar")), "6 Mar", "To contact", "6 Mar", "due"),
    ("someone referred is not due before", a_person().who(referred_by="Ben", recorded_on=on("3 Mar")), "5 Mar", "To contact", "6 Mar", "calm"),
    ("without a date it stands under today", a_person().who(referred_by="Ben"), "5 Mar", "To contact", None, "due"),
    ("once contacted the wait begins", a_person().wrote("3 Mar").who(referred_by="Ben"), "5 Mar", "Waiting", "10 Mar", "calm"),
    ("a plan of the user's own takes its place", a_person().to_follow_up("20 Mar").who(referred_by="Ben"), "5 Mar", "Scheduled", "20 Mar", "calm"),
    ("someone referred is suggested like others when the life of a first message is over", a_person().who(referred_by="Ben", recorded_on=on("3 Mar")), "6 May", "To contact", "6 May", "due"),
    ("until then as referred", a_person().who(referred_by="Ben", recorded_on=on("3 Mar")), "5 May", "To contact", "6 Mar", "due"),
    ("collected and never contacted is suggested", a_person().who(recorded_on=on("3 Mar")), "18 Dec", "To contact", "18 Dec", "due"),
    ("whoever is only named beside somebody else is not suggested", a_person().who(recorded_on=on("3 Mar"), is_beside=True), "18 Dec", "To contact", None, "calm"),
    ("nor when they were referred", a_person().who(referred_by="Ben", recorded_on=on("3 Mar"), is_beside=True), "6 Mar", "To contact", None, "calm"),
    ("on a day off nobody new is suggested", a_person().who(recorded_on=on("3 Mar")), "20 Dec", "To contact", None, "calm"),
]  # fmt: skip

SILENCE: list[Case] = [
    ("four working days after an e-mail the wait goes on", a_person().wrote("3 Mar"), "9 Mar", "Waiting", "10 Mar", "calm"),
    ("five working days after an e-mail a nudge is due", a_person().wrote("3 Mar"), "10 Mar", "Reminder due", "10 Mar", "due"),
    ("a day later it is one day overdue and not late", a_person().wrote("3 Mar"), "11 Mar", "Reminder due", "10 Mar", "due"),
    ("after twice the wait it is late", a_person().wrote("3 Mar"), "17 Mar", "Reminder due", "10 Mar", "late"),
    ("LinkedIn waits seven working days", a_person().wrote("3 Mar", by="LinkedIn"), "11 Mar", "Waiting", "12 Mar", "calm"),
    ("LinkedIn is due after seven", a_person().wrote("3 Mar", by="LinkedIn"), "12 Mar", "Reminder due", "12 Mar", "due"),
    ("a call waits three working days", a_person().wrote("3 Mar", by="phone"), "6 Mar", "Reminder due", "6 Mar", "due"),
    ("another channel waits five", a_person().wrote("3 Mar", by="text"), "10 Mar", "Reminder due", "10 Mar", "due"),
    ("a message without a channel waits five", a_person().wrote("3 Mar", by=None), "10 Mar", "Reminder due", "10 Mar", "due"),
    ("the channel of the last message decides", a_person().wrote("3 Mar").wrote("10 Mar", by="phone"), "13 Mar", "Reminder due", "13 Mar", "due"),
    ("after the first nudge the second one comes", a_person().wrote("3 Mar").wrote("10 Mar"), "17 Mar", "Reminder due", "17 Mar", "due"),
    ("after two nudges the wait goes on", a_person().wrote("3 Mar").wrote("10 Mar").wrote("17 Mar"), "24 Mar", "Waiting", "16 Apr", "calm"),
    ("thirty days after two nudges comes the question", a_person().wrote("3 Mar").wrote("10 Mar").wrote("17 Mar"), "16 Apr", "Decide", "16 Apr", "due"),
    ("the question is never late", a_person().wrote("3 Mar").wrote("10 Mar").wrote("17 Mar"), "16 Sep", "Decide", "16 Apr", "due"),
    ("the question moves off a weekend", a_person().wrote("3 Mar").wrote("10 Mar").wrote("19 Mar"), "19 Apr", "Waiting", "20 Apr", "calm"),
    ("an answer after the nudges ends them", a_person().wrote("3 Mar").wrote("10 Mar").they_replied("12 Mar").wrote("13 Mar"), "20 Mar", "Waiting", "27 Mar", "calm"),
    ("an answer of the user's waits twice as long", a_person().they_replied("3 Mar").wrote("4 Mar"), "18 Mar", "Reminder due", "18 Mar", "due"),
    ("an answer that asks waits as usual", a_person().they_replied("3 Mar").wrote("4 Mar", intent="ask"), "11 Mar", "Reminder due", "11 Mar", "due"),
    ("an answer is reminded of once, and never decided about", a_person().they_replied("3 Mar").wrote("4 Mar").wrote("18 Mar"), "18 May", "Waiting", "14 Sep", "calm"),
    ("a reminder lives 45 days", a_person().wrote("3 Mar"), "24 Apr", "Reminder due", "10 Mar", "late"),
    ("then it becomes a decision", a_person().wrote("3 Mar"), "27 Apr", "Decide", "27 Apr", "due"),
    ("a message more than 90 days after begins anew", a_person().wrote("1 Dec 2025").wrote("8 Dec 2025").wrote("9 Mar"), "16 Mar", "Reminder due", "16 Mar", "due"),
    ("a reply and then silence asks for nothing but the reply", a_person().wrote("3 Mar").they_replied("4 Mar"), "3 Apr", "Reply owed", "5 Mar", "late"),
    ("thanks ask for no reply", a_person().met("3 Mar").thanked("4 Mar"), "20 Apr", "In touch", "31 Aug", "calm"),
    ("a message meant as thanks asks for no reply", a_person().met("3 Mar").wrote("4 Mar", intent="thanks"), "20 Apr", "In touch", "31 Aug", "calm"),
    ("wishes ask for no reply", a_person().touch("3 Mar", "out", "wish"), "20 Apr", "In touch", None, "calm"),
    ("wishes in between move the clock and are no nudge", a_person().wrote("3 Mar").touch("9 Mar", "out", "wish"), "16 Mar", "Reminder due", "16 Mar", "due"),
    ("a last contact after the message moves the clock", a_person().wrote("3 Mar").last_contact("5 Mar"), "12 Mar", "Reminder due", "12 Mar", "due"),
    ("a back-dated last contact does not move it back", a_person().wrote("3 Mar").last_contact("5 Feb"), "9 Mar", "Waiting", "10 Mar", "calm"),
    ("an exchange both ways ends the wait", a_person().wrote("3 Mar").touch("5 Mar", "both", "message"), "20 Mar", "In touch", "1 Sep", "calm"),
    ("a message dated ahead is no message yet", a_person().wrote("20 Mar"), "10 Mar", "To contact", "10 Mar", "due"),
    ("a message dated ahead moves no clock", a_person().wrote("3 Mar").wrote("20 Mar"), "10 Mar", "Reminder due", "10 Mar", "due"),
    ("a message that came back asks for another address", a_person().wrote("3 Mar").bounced("3 Mar"), "4 Mar", "To contact", "4 Mar", "due"),
    ("it does so for sixty days", a_person().wrote("3 Mar").bounced("3 Mar"), "3 May", "To contact", "4 Mar", "due"),
    ("then it is a decision", a_person().wrote("3 Mar").bounced("3 Mar"), "4 May", "Decide", "4 May", "due"),
    ("a bounce without a day counts from the message", a_person().wrote("3 Mar").bounced("", same_row=True), "4 Mar", "To contact", "4 Mar", "due"),
    ("a message after the bounce waits again", a_person().wrote("3 Mar").bounced("3 Mar").wrote("5 Mar"), "6 Mar", "Waiting", "12 Mar", "calm"),
    ("a bounce on its own changes nothing", a_person().they_replied("3 Mar").wrote("4 Mar", intent="social").bounced("9 Mar"), "9 Mar", "In touch", "31 Aug", "calm"),
    ("a follow-up without a day counts as a nudge", a_person().wrote("3 Mar").wrote("", same_row=True).wrote("", same_row=True), "10 Mar", "Waiting", "2 Apr", "calm"),
    ("a message without a day is in touch", a_person().wrote(""), "9 Mar", "In touch", None, "calm"),
    ("a message without a day was the latest contact", a_person().last_contact("3 Mar").wrote("", by=None, same_row=True), "10 Mar", "Reminder due", "10 Mar", "due"),
    ("a second message without a day was a nudge", a_person().last_contact("3 Mar").wrote("", by=None).wrote("", by=None), "11 Mar", "Reminder due", "10 Mar", "due"),
    ("a latest contact that was answered asks for nothing", a_person().last_contact("3 Mar").wrote("").they_replied("", same_row=True), "31 Mar", "In touch", "31 Aug", "calm"),
]  # fmt: skip

NOT_NOW: list[Case] = [
    ("a “not now” of theirs asks for no reply", a_person().wrote("2 Mar").they_said_not_now("3 Mar"), "4 Mar", "Scheduled", "1 Jun", "calm"),
    ("a week before its day it is soon", a_person().wrote("2 Mar").they_said_not_now("3 Mar"), "25 May", "Scheduled", "1 Jun", "soon"),
    ("ninety days after it they are asked again", a_person().wrote("2 Mar").they_said_not_now("3 Mar"), "1 Jun", "Follow-up due", "1 Jun", "due"),
    ("that moves to a working day", a_person().they_said_not_now("1 Mar"), "30 May", "Scheduled", "1 Jun", "soon"),
    ("a day later it is late", a_person().they_said_not_now("3 Mar"), "2 Jun", "Follow-up due", "1 Jun", "late"),
    ("it goes on to be due", a_person().they_said_not_now("3 Mar"), "1 Dec", "Follow-up due", "1 Jun", "late"),
    ("without a day it counts from the newest day of the row", a_person().wrote("3 Mar").they_said_not_now(same_row=True), "10 Mar", "Scheduled", "1 Jun", "calm"),
    ("a later message meets it", a_person().they_said_not_now("3 Mar").wrote("4 May"), "5 May", "Waiting", "18 May", "calm"),
    ("so does a meeting", a_person().they_said_not_now("3 Mar").met("4 May").thanked("5 May"), "1 Jun", "In touch", "2 Nov", "calm"),
    ("thanks for the answer do not", a_person().they_said_not_now("3 Mar").thanked("4 Mar"), "9 Mar", "Scheduled", "1 Jun", "calm"),
    ("a new reply is owed", a_person().they_said_not_now("3 Mar").they_replied("4 May"), "5 May", "Reply owed", "5 May", "due"),
    ("an own day comes before it", a_person().they_said_not_now("3 Mar").to_follow_up("4 May"), "9 Mar", "Scheduled", "4 May", "calm"),
    ("an own day that is over does not", a_person().wrote("2 Feb").to_follow_up("2 Mar").they_said_not_now("3 Mar"), "9 Mar", "Scheduled", "1 Jun", "calm"),
    ("it takes the place of check-ins", a_person().they_said_not_now("3 Mar").who(relationship="close"), "3 Apr", "Scheduled", "1 Jun", "calm"),
]  # fmt: skip

INVITATIONS: list[Case] = [
    ("a connection request is not reminded of", a_person().invited("3 Mar"), "1 Apr", "Waiting", "2 Apr", "calm"),
    ("after thirty days it is decided about", a_person().invited("3 Mar"), "2 Apr", "Decide", "2 Apr", "due"),
    ("a message after it waits as usual", a_person().invited("3 Mar").wrote("9 Mar"), "16 Mar", "Reminder due", "16 Mar", "due"),
    ("an accepted invitation owes no reply", a_person().invited("2 Mar").they_accepted("3 Mar"), "3 Mar", "In touch", "4 Mar", "calm"),
    ("it asks for a first message after one working day", a_person().invited("2 Mar").they_accepted("3 Mar"), "4 Mar", "To contact", "4 Mar", "due"),
    ("on Monday after a Friday", a_person().invited("2 Mar").they_accepted("6 Mar"), "8 Mar", "In touch", "9 Mar", "calm"),
    ("for fourteen days", a_person().invited("2 Mar").they_accepted("3 Mar"), "18 Mar", "To contact", "4 Mar", "due"),
    ("then no more", a_person().invited("2 Mar").they_accepted("3 Mar"), "19 Mar", "In touch", None, "calm"),
    ("a message meets it, and waits", a_person().invited("2 Mar").they_accepted("3 Mar").wrote("4 Mar"), "5 Mar", "Waiting", "11 Mar", "calm"),
    ("a last contact since then meets it", a_person().invited("2 Mar").they_accepted("3 Mar").last_contact("4 Mar"), "5 Mar", "In touch", None, "calm"),
    ("an own day takes its place", a_person().invited("2 Mar").they_accepted("3 Mar").to_follow_up("20 Mar"), "5 Mar", "Scheduled", "20 Mar", "calm"),
    ("an acceptance of nothing that is logged asks for nothing", a_person().they_accepted("3 Mar"), "5 Mar", "In touch", None, "calm"),
    ("one whose day is not known asks for nothing", a_person().invited("2 Mar").they_accepted(same_row=True), "5 Mar", "In touch", None, "calm"),
    ("the day of a connection is no acceptance", a_person().invited("2 Mar").touch("3 Mar", "unknown", "social"), "5 Mar", "Waiting", "2 Apr", "calm"),
    ("an invitation of theirs that the user accepted asks for nothing", a_person().touch("3 Mar", "out", "acceptance"), "5 Mar", "In touch", None, "calm"),
]  # fmt: skip

AUTOMATIC_REPLIES: list[Case] = [
    ("an automatic reply owes none", a_person().wrote("3 Mar").got_automatic_reply("3 Mar"), "4 Mar", "Waiting", "10 Mar", "calm"),
    ("the reminder counts from it", a_person().wrote("3 Mar").got_automatic_reply("5 Mar"), "12 Mar", "Reminder due", "12 Mar", "due"),
    ("it is not due before", a_person().wrote("3 Mar").got_automatic_reply("5 Mar"), "11 Mar", "Waiting", "12 Mar", "calm"),
    ("or comes on the day that it names", a_person().wrote("3 Mar").got_automatic_reply("3 Mar", until="24 Mar"), "24 Mar", "Reminder due", "24 Mar", "due"),
    ("not a day before", a_person().wrote("3 Mar").got_automatic_reply("3 Mar", until="24 Mar"), "23 Mar", "Waiting", "24 Mar", "calm"),
    ("which moves to a working day", a_person().wrote("3 Mar").got_automatic_reply("3 Mar", until="21 Mar"), "22 Mar", "Waiting", "23 Mar", "calm"),
    ("without a day the wait is as long again", a_person().wrote("3 Mar").got_automatic_reply(same_row=True), "10 Mar", "Waiting", "17 Mar", "calm"),
    ("a message after it waits as usual", a_person().wrote("3 Mar").got_automatic_reply("3 Mar", until="24 Mar").wrote("9 Mar"), "10 Mar", "Waiting", "16 Mar", "calm"),
    ("a reply after it is owed", a_person().wrote("3 Mar").got_automatic_reply("3 Mar").they_replied("9 Mar"), "10 Mar", "Reply owed", "10 Mar", "due"),
    ("on its own it changes nothing", a_person().last_contact("3 Mar").got_automatic_reply("9 Mar"), "10 Mar", "In touch", None, "calm"),
]  # fmt: skip

RHYTHM: list[Case] = [
    ("a close tie hears every 30 days", a_person().met("2 Mar").thanked("3 Mar").who(relationship="close"), "2 Apr", "Check-in due", "2 Apr", "due"),
    ("a close tie is not due before", a_person().met("2 Mar").thanked("3 Mar").who(relationship="close"), "1 Apr", "In touch", "2 Apr", "calm"),
    ("a warm tie hears every 90 days", a_person().last_contact("3 Mar").who(relationship="warm"), "1 Jun", "Check-in due", "1 Jun", "due"),
    ("a weak tie hears every 180 days", a_person().last_contact("3 Mar").who(relationship="weak"), "31 Aug", "Check-in due", "31 Aug", "due"),
    ("a tie of unknown closeness has no check-in", a_person().last_contact("3 Mar"), "31 Aug", "In touch", None, "calm"),
    ("the person's own rhythm comes first", a_person().last_contact("3 Mar").who(relationship="weak", every_days=10), "13 Mar", "Check-in due", "13 Mar", "due"),
    ("a day before one and a half times the interval it is not late", a_person().last_contact("3 Mar").who(every_days=10), "17 Mar", "Check-in due", "13 Mar", "due"),
    ("at one and a half times the interval it is late", a_person().last_contact("3 Mar").who(every_days=10), "18 Mar", "Check-in due", "13 Mar", "late"),
    ("never is no rhythm, whatever the relationship", a_person().last_contact("3 Mar").who(relationship="close", every_days=0), "1 Jun", "In touch", None, "calm"),
    ("a check-in on a Saturday moves to Monday", a_person().last_contact("3 Mar").who(every_days=4), "8 Mar", "In touch", "9 Mar", "calm"),
    ("a person without a cadence is never due", a_person().last_contact("3 Mar"), "2 Mar 2027", "In touch", None, "calm"),
    ("“never” is a rhythm without check-ins", a_person().last_contact("3 Mar").who(relationship="close", every_days=0), "30 Aug", "In touch", None, "calm"),
    ("someone never contacted has no check-in", a_person().who(relationship="close"), "30 Aug", "To contact", None, "calm"),
    ("a nudge still to come takes its place", a_person().wrote("3 Mar").who(every_days=2), "9 Mar", "Waiting", "10 Mar", "calm"),
    ("after the nudges it comes back", a_person().wrote("3 Mar").wrote("10 Mar").wrote("17 Mar").who(relationship="close"), "16 Apr", "Check-in due", "16 Apr", "due"),
    ("silent for a year after an exchange is one to reconnect with", a_person().they_replied("3 Mar 2025").who(relationship="weak"), "3 Mar", "Reconnect", None, "calm"),
    ("without an exchange the check-in goes on", a_person().last_contact("3 Mar 2025").who(relationship="weak"), "3 Mar", "Check-in due", "1 Sep 2025", "late"),
    ("silent for a day less is not", a_person().last_contact("4 Mar 2025").who(relationship="weak"), "3 Mar", "Check-in due", "1 Sep 2025", "late"),
    ("a person's own rhythm goes on after a year", a_person().last_contact("3 Mar 2025").who(every_days=30), "3 Mar", "Check-in due", "2 Apr 2025", "late"),
    ("a reminder a year later is a decision", a_person().wrote("3 Mar 2025"), "3 Mar", "Decide", "25 Apr 2025", "due"),
    ("a message from a year ago is reconnected with", a_person().they_replied("3 Mar 2025"), "3 Mar", "Reconnect", None, "calm"),
    ("a follow-up date for a dormant tie stands", a_person().wrote("3 Mar 2025").to_follow_up("20 Mar"), "3 Mar", "Scheduled", "20 Mar", "calm"),
    ("a birthday a week ahead is coming", a_person().last_contact("3 Mar").who(birthday=(3, 17)), "10 Mar", "Date coming", "17 Mar", "soon"),
    ("a birthday eight days ahead is not", a_person().last_contact("3 Mar").who(birthday=(3, 17)), "9 Mar", "In touch", "17 Mar", "calm"),
    ("a close tie's birthday is announced ten days ahead", a_person().last_contact("6 Mar").who(birthday=(3, 17), relationship="close"), "7 Mar", "Date coming", "17 Mar", "soon"),
    ("a birthday on its day is due", a_person().last_contact("3 Mar").who(birthday=(3, 17)), "17 Mar", "Date coming", "17 Mar", "due"),
    ("a birthday on a Sunday keeps its day", a_person().last_contact("3 Mar").who(birthday=(3, 8)), "6 Mar", "Date coming", "8 Mar", "soon"),
    ("the day after it is next year's", a_person().last_contact("3 Mar").who(birthday=(3, 17)), "18 Mar", "In touch", "17 Mar 2027", "calm"),
    ("29 February is kept on the 28th", a_person().last_contact("20 Feb").who(birthday=(2, 29)), "26 Feb", "Date coming", "28 Feb", "soon"),
    ("29 February is kept in a leap year", a_person().last_contact("20 Feb 2028").who(birthday=(2, 29)), "28 Feb 2028", "Date coming", "29 Feb 2028", "soon"),
    ("a birthday on 1 January is announced in December", a_person().last_contact("20 Dec").who(birthday=(1, 1)), "28 Dec", "Date coming", "1 Jan 2027", "soon"),
    ("wishes sent ahead meet it", a_person().touch("12 Mar", "out", "wish").who(birthday=(3, 17)), "15 Mar", "In touch", "17 Mar 2027", "calm"),
    ("any message on the day meets it", a_person().met("1 Mar").touch("17 Mar", "out", "social").who(birthday=(3, 17)), "17 Mar", "In touch", "7 Sep", "calm"),
    ("wishes of last year do not", a_person().touch("12 Mar 2025", "out", "wish").touch("2 Mar", "in", "wish").touch("3 Mar", "out", "wish").who(birthday=(3, 17)), "15 Mar", "Date coming", "17 Mar", "soon"),
]  # fmt: skip

OWN_WORDS: list[Case] = [
    ("closed asks for nothing", a_person().they_replied("3 Mar").who(state="closed"), "9 Mar", "Closed", None, "done"),
    ("closed still owes a promise", a_person().they_replied("3 Mar").promised("CV", by="4 Mar").who(state="closed"), "9 Mar", "Promise due", "4 Mar", "late"),
    ("a no that closes is thanked for", a_person().wrote("2 Mar").they_replied("3 Mar", "negative").who(state="closed"), "4 Mar", "Thank-you due", "4 Mar", "due"),
    ("for fourteen days", a_person().wrote("2 Mar").they_replied("3 Mar", "negative").who(state="closed"), "19 Mar", "Closed", None, "done"),
    ("check-ins go on with a warm tie that is closed", a_person().last_contact("3 Mar").who(state="closed", relationship="warm"), "1 Jun", "Check-in due", "1 Jun", "due"),
    ("and with a person's own rhythm", a_person().last_contact("3 Mar").who(state="closed", every_days=10), "13 Mar", "Check-in due", "13 Mar", "due"),
    ("after the thanks for a no check-ins go on with a close tie", a_person().wrote("2 Mar").they_replied("3 Mar", "negative").thanked("4 Mar").who(state="closed", relationship="close"), "3 Apr", "Check-in due", "3 Apr", "due"),
    ("the thanks for a no come before the check-in", a_person().wrote("2 Mar").they_replied("3 Mar", "negative").who(state="closed", every_days=1), "4 Mar", "Thank-you due", "4 Mar", "due"),
    ("a message without an answer keeps no check-in with a closed tie back", a_person().wrote("3 Mar").who(state="closed", relationship="close"), "2 Apr", "Check-in due", "2 Apr", "due"),
    ("not with a weak tie", a_person().last_contact("3 Mar").who(state="closed", relationship="weak"), "31 Aug", "Closed", None, "done"),
    ("do not contact lifts a promise too", a_person().promised("CV", by="4 Mar").who(do_not_contact=True), "9 Mar", "Closed", None, "done"),
    ("do not contact asks for nothing", a_person().wrote("3 Mar").who(do_not_contact=True), "20 Mar", "Closed", None, "done"),
    ("paused asks for no nudge", a_person().wrote("3 Mar").who(state="paused"), "20 Mar", "Paused", None, "calm"),
    ("paused lifts the reply that was there", a_person().they_replied("3 Mar").who(state="paused"), "20 Mar", "Paused", None, "calm"),
    ("paused still owes thanks", a_person().met("3 Mar").who(state="paused"), "4 Mar", "Thank-you due", "4 Mar", "due"),
    ("paused still owes a promise", a_person().promised("CV", by="5 Mar").who(state="paused"), "5 Mar", "Promise due", "5 Mar", "due"),
    ("paused with a follow-up date shows the date", a_person().to_follow_up("20 Mar").who(state="paused"), "5 Mar", "Paused", "20 Mar", "calm"),
    ("parked until a day waits for it", a_person().wrote("3 Feb").who(paused_until=on("10 Mar")), "9 Mar", "Paused", "10 Mar", "calm"),
    ("on that day it is due", a_person().wrote("3 Feb").who(paused_until=on("10 Mar"), state="paused"), "10 Mar", "Follow-up due", "10 Mar", "due"),
    ("a message from then on meets it", a_person().wrote("3 Feb").wrote("10 Mar").who(paused_until=on("10 Mar")), "11 Mar", "Waiting", "17 Mar", "calm"),
    ("marked as not contacted is not contacted", a_person().who(state="not contacted"), "11 Mar", "To contact", "11 Mar", "due"),
    ("marked as not contacted but written to waits", a_person().wrote("10 Mar").who(state="not contacted"), "11 Mar", "Waiting", "17 Mar", "calm"),
]  # fmt: skip

KEPT_OPEN: list[Case] = [
    ("a decision that is kept open is asked again 90 days later", a_person().wrote("3 Feb").wrote("10 Feb").wrote("17 Feb").who(kept_open=(on("20 Mar"),)), "17 Jun", "Waiting", "18 Jun", "calm"),
    ("then it is due", a_person().wrote("3 Feb").wrote("10 Feb").wrote("17 Feb").who(kept_open=(on("20 Mar"),)), "18 Jun", "Decide", "18 Jun", "due"),
    ("kept open twice it is asked no more", a_person().wrote("3 Feb").wrote("10 Feb").wrote("17 Feb").who(kept_open=(on("20 Mar"), on("18 Jun"))), "16 Sep", "Waiting", None, "calm"),
    ("the tie decides then", a_person().wrote("3 Feb").wrote("10 Feb").wrote("17 Feb").who(kept_open=(on("20 Mar"), on("18 Jun")), relationship="weak"), "17 Aug", "Check-in due", "17 Aug", "due"),
    ("somebody who answered before is a weak tie then", a_person().they_replied("2 Jan").wrote("3 Jan", intent="ask").wrote("10 Feb").wrote("17 Feb").who(kept_open=(on("20 Mar"), on("18 Jun"))), "17 Aug", "Check-in due", "17 Aug", "due"),
    ("a message after keeping it open begins anew", a_person().wrote("3 Feb").wrote("10 Feb").wrote("17 Feb").who(kept_open=(on("16 Feb"),)), "19 Mar", "Decide", "19 Mar", "due"),
]  # fmt: skip

NO_TIE_WORD: list[Case] = [
    ("thanked after a talk somebody comes back after 180 days", a_person().met("3 Mar").thanked("4 Mar"), "30 Aug", "In touch", "31 Aug", "calm"),
    ("and is due then", a_person().met("3 Mar").thanked("4 Mar"), "31 Aug", "Check-in due", "31 Aug", "due"),
    ("after a no nobody does", a_person().they_replied("3 Mar", "negative").thanked("4 Mar"), "31 Aug", "In touch", None, "calm"),
    ("nor where they only accepted an invitation", a_person().invited("2 Feb").they_accepted("3 Feb").thanked("4 Feb"), "3 Aug", "In touch", None, "calm"),
    ("nor where a reply waits for a decision", a_person().they_replied("3 Mar"), "31 Aug", "Decide", "6 Apr", "due"),
]  # fmt: skip

ALL_CASES = [
    *PROMISES,
    *THANKS,
    *REPLIES,
    *OWN_DATES,
    *REFERRALS,
    *SILENCE,
    *NOT_NOW,
    *INVITATIONS,
    *AUTOMATIC_REPLIES,
    *RHYTHM,
    *OWN_WORDS,
    *KEPT_OPEN,
    *NO_TIE_WORD,
]


@pytest.mark.parametrize(
    ("person", "today", "status", "due", "tone"),
    [pytest.param(*case[1:], id=case[0]) for case in ALL_CASES],
)
def test_a_row_shows_where_the_person_stands(
    person: Teller, today: str, status: str, due: str | None, tone: str
) -> None:
    result = standing(person, today)

    assert (result.status, result.due, result.tone) == (status, on(due) if due else None, tone)


EASTER = Break(first_on=on("30 Mar"), last_on=on("3 Apr"), note="Easter")


@pytest.mark.parametrize(
    ("person", "due"),
    [
        pytest.param(a_person().wrote("26 Mar"), "9 Apr", id="a wait in working days passes over a break"),
        pytest.param(a_person().they_replied("27 Mar"), "6 Apr", id="a reply is not owed in a break"),
        pytest.param(
            a_person().last_contact("3 Mar").who(every_days=28),
            "6 Apr",
            id="a check-in inside a break moves behind it",
        ),
        pytest.param(
            a_person().last_contact("3 Mar").who(every_days=24), "6 Apr", id="a check-in before it waits"
        ),
        pytest.param(a_person().met("29 Mar"), "6 Apr", id="thanks inside a break move behind it"),
        pytest.param(a_person().to_follow_up("31 Mar"), "6 Apr", id="an own date moves behind it"),
        pytest.param(
            a_person().last_contact("27 Mar").who(birthday=(4, 1)), "1 Apr", id="a birthday keeps its day"
        ),
        pytest.param(a_person().promised("CV", by="1 Apr"), "1 Apr", id="a promise keeps its day"),
        pytest.param(
            a_person().promised("CV", made="26 Mar"), "7 Apr", id="a promise without a day passes over it"
        ),
    ],
)
def test_breaks_are_respected(person: Teller, due: str) -> None:
    result = standing(person, "30 Mar", [EASTER])

    assert [action.due for action in result.actions] == [on(due)]


@pytest.mark.parametrize(
    ("person", "today", "status"),
    [
        pytest.param(a_person().met("18 Mar"), "6 Apr", "Thank-you due", id="thanks stand still in a break"),
        pytest.param(
            a_person().met("18 Mar"), "7 Apr", "Thank-you due", id="up to the last day of their life"
        ),
        pytest.param(a_person().met("18 Mar"), "8 Apr", "In touch", id="and are dropped the day after"),
        pytest.param(a_person().they_replied("27 Feb"), "6 Apr", "Reply owed", id="so does a reply"),
        pytest.param(a_person().they_replied("27 Feb"), "7 Apr", "Decide", id="then it becomes a decision"),
        pytest.param(
            a_person().they_replied("27 Feb"), "3 Apr", "In touch", id="that does not come up in the break"
        ),
        pytest.param(
            a_person().met("3 Mar 2025"), "1 Apr", "In touch", id="nobody is reconnected with in a break"
        ),
        pytest.param(a_person().met("3 Mar 2025"), "6 Apr", "Reconnect", id="but after it"),
    ],
)
def test_a_life_that_ends_in_a_break_goes_on_after_it(person: Teller, today: str, status: str) -> None:
    assert standing(person, today, [EASTER]).status == status


@pytest.mark.parametrize(
    ("person", "today", "tone"),
    [
        pytest.param(a_person().to_follow_up("31 Mar"), "6 Apr", "due", id="an own day of the break is not late on the first day back"),
        pytest.param(a_person().to_follow_up("31 Mar"), "7 Apr", "late", id="on the next it is"),
        pytest.param(a_person().to_follow_up("4 Apr"), "6 Apr", "due", id="nor is one of the weekend behind the break"),
        pytest.param(a_person().met("26 Mar"), "6 Apr", "due", id="thanks that would be late in the break are not"),
        pytest.param(a_person().met("24 Mar"), "6 Apr", "late", id="what was late before is"),
        pytest.param(a_person().to_follow_up("27 Mar"), "6 Apr", "due", id="nor is what would be late on the weekend before it"),
        pytest.param(a_person().they_replied("27 Mar"), "6 Apr", "due", id="an answer is due"),
        pytest.param(a_person().promised("CV", by="1 Apr"), "6 Apr", "late", id="a promise with a day goes on in the break"),
    ],
)  # fmt: skip
def test_what_became_late_on_a_break_is_not_late_on_the_first_working_day_after_it(
    person: Teller, today: str, tone: str
) -> None:
    assert standing(person, today, [EASTER]).tone == tone


def test_referred_people_are_outside_the_weeks_few() -> None:
    people = [a_person("Referred").who(referred_by="Ben"), a_person("Collected")]

    judged = standings(people, "3 Mar", new_people_a_week=0)

    assert [[action.kind for action in each.actions] for each in judged] == [["contact"], []]


def test_a_promise_is_shown_in_a_break() -> None:
    assert standing(a_person().promised("CV", by="1 Apr"), "1 Apr", [EASTER]).status == "Promise due"


@pytest.mark.parametrize(
    ("person", "today", "kinds"),
    [
        pytest.param(
            a_person().promised("CV", by="5 Mar").met("2 Mar").who(birthday=(3, 17), relationship="close"),
            "9 Mar",
            ["promise", "thank", "wish"],
            id="what is due comes by rank, then the coming date",
        ),
        pytest.param(
            a_person().wrote("3 Mar").promised("CV", by="30 Mar"),
            "10 Mar",
            ["nudge", "promise"],
            id="what is due comes before what is coming",
        ),
        pytest.param(
            a_person().wrote("3 Mar").they_replied("4 Mar").who(relationship="close"),
            "3 Apr",
            ["reply"],
            id="a reply takes the place of a check-in",
        ),
    ],
)
def test_all_actions_are_listed_the_one_to_show_first(person: Teller, today: str, kinds: list[str]) -> None:
    assert [action.kind for action in standing(person, today).actions] == kinds


def test_a_nudge_carries_its_number_its_channel_and_its_cell() -> None:
    person = a_person().wrote("3 Mar").wrote("10 Mar", by="LinkedIn")

    action = standing(person, "30 Mar").actions[0]

    assert (action.kind, action.nudge, action.channel, action.place.address) == ("nudge", 2, "LinkedIn", "D3")


@pytest.mark.parametrize(
    ("facts", "channel"),
    [
        ({"email": "ana@example.com", "linkedin": "ana"}, "e-mail"),
        ({"linkedin": "ana", "phone": "1"}, "LinkedIn"),
        ({"phone": "1"}, "phone"),
        ({}, None),
    ],
)
def test_the_channel_follows_what_is_known_of_a_person(facts: dict[str, str], channel: str | None) -> None:
    person = a_person().met("3 Mar").who(**facts)

    assert standing(person, "4 Mar").actions[0].channel == channel


def test_last_contact_and_touches_are_counted_up_to_today() -> None:
    person = a_person().wrote("3 Mar").they_replied("5 Mar").they_replied().wrote("20 Mar")

    result = standing(person, "10 Mar")

    assert (result.history.last_contact_on, result.history.touch_count) == (on("5 Mar"), 3)


def test_a_bounce_is_no_contact() -> None:
    assert standing(a_person().wrote("3 Mar").bounced("4 Mar"), "10 Mar").history.last_contact_on == on(
        "3 Mar"
    )
