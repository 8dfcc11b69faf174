"""Every sentence a row or the due list can show, word for word."""

from __future__ import annotations

import pytest

from netsheet.core.model import Finding, News, Place
from tests.a_person import Teller, a_person, on, standing, standings

PROMOTED = News(text="promoted", on=on("4 Mar"), place=Place(sheet="Log", row=2, column=9))

SENTENCES: list[tuple[Teller, str, str, str]] = [
    (a_person().promised("the article on  solar", by="5 Mar"), "6 Mar", "You promised this by 5 Mar.", "Keep your promise: “the article on solar”"),
    (a_person().promised("CV", made="2 Dec 2025"), "6 Mar", "You promised this on 2 Dec 2025.", "Keep your promise: “CV”"),
    (a_person().promised("CV"), "6 Mar", "You promised this.", "Keep your promise: “CV”"),
    (a_person().promised(" ", by="5 Mar"), "6 Mar", "You made a promise by 5 Mar.", "Keep your promise"),
    (a_person().met("3 Mar"), "6 Mar", "You met on 3 Mar; no thank-you is logged yet.", "Say thank you for the meeting"),
    (a_person().met("3 Mar"), "9 Mar", "You met on 3 Mar; no thank-you is logged yet. If you enter nothing, this leaves the list after 18 Mar.", "Say thank you for the meeting"),
    (a_person().met("3 Mar"), "18 Mar", "You met on 3 Mar; no thank-you is logged yet. If you enter nothing, this leaves the list after 18 Mar.", "Say thank you for the meeting"),
    (a_person().met("3 Mar", named="second interview"), "4 Mar", "Your “second interview” was planned for 3 Mar; if it took place, say thank you; if not, type called off.", "Say thank you for the meeting"),
    (a_person().met("3 Mar"), "4 Mar", "You met on 3 Mar; no thank-you is logged yet.", "Say thank you for the meeting"),
    (a_person().met("3 Mar", "call"), "4 Mar", "You spoke on 3 Mar; no thank-you is logged yet.", "Say thank you for the call"),
    (a_person().met("3 Mar", "event"), "4 Mar", "You met at an event on 3 Mar; no thank-you is logged yet.", "Say thank you for the conversation at the event"),
    (a_person().met("3 Mar", "interview"), "4 Mar", "You had an informational interview on 3 Mar; no thank-you is logged yet.", "Say thank you for the interview"),
    (a_person().met("3 Mar", "referral"), "4 Mar", "They referred you on 3 Mar; no thank-you is logged yet.", "Say thank you for the referral"),
    (a_person().they_replied("3 Mar", channel="e-mail"), "4 Mar", "They wrote last, on 3 Mar.", "Answer their e-mail"),
    (a_person().they_replied("3 Mar", channel="LinkedIn"), "4 Mar", "They wrote last, on 3 Mar.", "Answer their LinkedIn message"),
    (a_person().they_replied("3 Mar"), "4 Mar", "They wrote last, on 3 Mar.", "Answer their message"),
    (a_person().they_replied("3 Mar"), "18 Mar", "They wrote last, on 3 Mar.", "Answer their message"),
    (a_person().they_replied("3 Mar"), "19 Mar", "They wrote last, on 3 Mar. If you enter nothing, the status becomes Decide on 6 Apr.", "Answer their message"),
    (a_person().they_replied("3 Mar", "negative"), "4 Mar", "They wrote last, on 3 Mar, with a no.", "Say thank you for the answer"),
    (a_person().wrote("3 Feb").to_follow_up("3 Mar", set_on="3 Feb"), "4 Mar", "Your own follow-up date is 3 Mar.", "Follow up by e-mail"),
    (a_person().to_follow_up("3 Mar", note="after his holiday"), "4 Mar", "Your own follow-up date is 3 Mar (after his holiday).", "Follow up"),
    (a_person().who(referred_by="Ben Okri", recorded_on=on("3 Mar")), "6 Mar", "Referred by Ben Okri, noted on 3 Mar; not contacted yet.", "Send a first message"),
    (a_person().who(referred_by="Ben Okri"), "6 Mar", "Referred by Ben Okri; not contacted yet.", "Send a first message"),
    (a_person().wrote("3 Mar"), "12 Mar", "No reply 7 working days after your e-mail of 3 Mar; reminder 1 of 2.", "Send a reminder by e-mail"),
    (a_person().wrote("3 Mar"), "24 Mar", "No reply 15 working days after your e-mail of 3 Mar; reminder 1 of 2.", "Send a reminder by e-mail"),
    (a_person().wrote("3 Mar"), "25 Mar", "No reply 16 working days after your e-mail of 3 Mar; reminder 1 of 2. If you enter nothing, the status becomes Decide on 27 Apr.", "Send a reminder by e-mail"),
    (a_person().they_replied("2 Mar").wrote("3 Mar"), "1 Apr", "Nothing came back since your answer of 3 Mar, 21 working days ago. If you enter nothing, this leaves the list after 1 May.", "Send a reminder by e-mail"),
    (a_person().to_follow_up("3 Mar"), "10 Mar", "Your own follow-up date is 3 Mar.", "Follow up"),
    (a_person().to_follow_up("3 Mar"), "11 Mar", "Your own follow-up date is 3 Mar. To put it off, type 2 weeks; to drop it, type close.", "Follow up"),
    (a_person().wrote("3 Mar").wrote("10 Mar", by="LinkedIn"), "19 Mar", "No reply 7 working days after your LinkedIn message of 10 Mar; reminder 2 of 2.", "Send a reminder on LinkedIn"),
    (a_person().touch("3 Mar", "out", "call", channel="phone"), "6 Mar", "No reply 3 working days after your call of 3 Mar; reminder 1 of 2.", "Call again"),
    (a_person().wrote("3 Mar", by=None), "10 Mar", "No reply 5 working days after your message of 3 Mar; reminder 1 of 2.", "Send a reminder"),
    (a_person().wrote("3 Mar").touch("9 Mar", "out", "wish"), "16 Mar", "No reply 5 working days after your last contact of 9 Mar; reminder 1 of 2.", "Send a reminder by e-mail"),
    (a_person().wrote("3 Mar").last_contact("4 Mar"), "11 Mar", "No reply 5 working days after your last contact of 4 Mar; reminder 1 of 2.", "Send a reminder by e-mail"),
    (a_person().wrote("3 Mar"), "4 Mar", "No reply to your e-mail of 3 Mar yet; reminder 1 of 2 comes up on 10 Mar.", "Wait for a reply"),
    (a_person().wrote("3 Feb").wrote("10 Feb").wrote("17 Feb"), "20 Mar", "No reply 31 days after reminder 2 on 17 Feb; type close, 3 months, or keep.", "Decide how to go on"),
    (a_person().wrote("3 Feb").wrote("10 Feb").wrote("17 Feb"), "20 Feb", "No reply to reminder 2 on 17 Feb yet; a decision comes up on 19 Mar.", "Wait for a reply"),
    (a_person().they_replied("2 Mar").wrote("3 Mar"), "17 Mar", "Nothing came back since your answer of 3 Mar, 10 working days ago.", "Send a reminder by e-mail"),
    (a_person().they_replied("2 Mar").wrote("3 Mar"), "4 Mar", "Nothing came back since your answer of 3 Mar; a reminder comes up on 17 Mar.", "Wait for a reply"),
    (a_person().they_replied("2 Feb").wrote("3 Mar", intent="ask"), "10 Mar", "Nothing came back since your e-mail of 3 Mar, 5 working days ago; reminder 1 of 2.", "Send a reminder by e-mail"),
    (a_person().they_replied("2 Feb").wrote("3 Feb", intent="ask").wrote("10 Feb").wrote("17 Feb"), "20 Mar", "Nothing came back since reminder 2 on 17 Feb, 31 days ago; type close, 3 months, or keep.", "Decide how to go on"),
    (a_person().they_replied("7 Mar", since=on("1 Mar")), "9 Mar", "They wrote last, between 1 and 7 Mar.", "Answer their message"),
    (a_person().they_replied("3 Mar", since=on("27 Feb")), "9 Mar", "They wrote last, between 27 Feb and 3 Mar.", "Answer their message"),
    (a_person().wrote("7 Mar", since=on("1 Mar")), "13 Mar", "No reply at least 5 working days after your e-mail sent between 1 and 7 Mar; reminder 1 of 2.", "Send a reminder by e-mail"),
    (a_person().wrote("7 Mar", since=on("1 Mar")), "9 Mar", "No reply to your e-mail sent between 1 and 7 Mar yet; reminder 1 of 2 comes up on 13 Mar.", "Wait for a reply"),
    (a_person().they_replied("2 Mar").wrote("6 Mar", since=on("4 Mar")), "20 Mar", "Nothing came back since your answer sent between 4 and 6 Mar, at least 10 working days ago.", "Send a reminder by e-mail"),
    (a_person().wrote("3 Mar").touch("9 Mar", "out", "wish", since=on("5 Mar")), "16 Mar", "No reply at least 5 working days after your last contact between 5 and 9 Mar; reminder 1 of 2.", "Send a reminder by e-mail"),
    (a_person().wrote("3 Feb").wrote("10 Feb").wrote("17 Feb", since=on("13 Feb")), "20 Mar", "No reply at least 31 days after reminder 2 between 13 and 17 Feb; type close, 3 months, or keep.", "Decide how to go on"),
    (a_person().met("3 Mar 2025", since=on("1 Mar 2025")), "3 Mar", "Last contact between 1 and 3 Mar 2025, at least 365 days ago.", "Reconnect when there is a good occasion"),
    (a_person().met("7 Mar", since=on("5 Mar")), "9 Mar", "You met between 5 and 7 Mar; no thank-you is logged yet.", "Say thank you for the meeting"),
    (a_person().met("7 Mar", since=on("5 Mar")).who(every_days=400), "30 Apr", "Last contact between 5 and 7 Mar; a check-in comes up on 12 Apr 2027.", ""),
    (a_person().they_replied("3 Mar").snoozed("20 Mar", taken="4 Mar"), "20 Mar", "You put this off until 20 Mar; they wrote on 3 Mar and still wait for your answer.", "Answer their message"),
    (a_person().wrote("3 Mar").snoozed("20 Mar", taken="4 Mar"), "20 Mar", "You put this off until 20 Mar; no reply to your e-mail of 3 Mar yet.", "Follow up by e-mail"),
    (a_person().invited("3 Mar").snoozed("20 Mar", taken="4 Mar"), "20 Mar", "You put this off until 20 Mar; no reply to your invitation of 3 Mar yet.", "Reach them another way, or close"),
    (a_person().met("2 Mar").thanked("3 Mar", channel="e-mail").who(news=(PROMOTED,)).snoozed("20 Mar", taken="5 Mar"), "20 Mar", "You put this off until 20 Mar; there is news of 4 Mar about them: “promoted”; nothing of yours is logged since.", "Congratulate them"),
    (a_person().met("2 Mar").thanked("3 Mar", channel="e-mail").who(news=(PROMOTED,)).snoozed("20 Mar", taken="3 Mar"), "20 Mar", "You put this off until 20 Mar.", "Follow up by e-mail"),
    (a_person().wrote("2 Mar").bounced("3 Mar").snoozed("20 Mar", taken="4 Mar"), "20 Mar", "You put this off until 20 Mar; your e-mail of 2 Mar came back.", "Find another address or way"),
    (a_person().invited("2 Mar").they_accepted("3 Mar").snoozed("20 Mar", taken="4 Mar"), "20 Mar", "You put this off until 20 Mar; they accepted your invitation on 3 Mar; no message is logged since.", "Send a first message on LinkedIn"),
    (a_person().snoozed("20 Mar", taken="4 Mar"), "20 Mar", "You put this off until 20 Mar.", "Send a first message"),
    (a_person().they_said_not_now("3 Mar").snoozed("20 Mar", taken="3 Mar"), "20 Mar", "They said not now on 3 Mar; ask again on 20 Mar.", "Follow up"),
    (a_person().they_said_not_now("3 Mar").snoozed("20 Mar", taken="4 Mar"), "20 Mar", "You put this off until 20 Mar.", "Follow up"),
    (a_person().met("3 Mar").thanked("4 Mar"), "5 Mar", "Last contact on 4 Mar; a check-in comes up on 31 Aug.", ""),
    (a_person().met("3 Mar").thanked("4 Mar"), "31 Aug", "Last contact on 4 Mar; with somebody you know a little, get in touch every 180 days.", "Check in with a short message"),
    (a_person().wrote("3 Mar").bounced("3 Mar"), "4 Mar", "Your e-mail of 3 Mar came back.", "Find another address or way"),
    (a_person().last_contact("3 Mar").who(birthday=(3, 17)), "12 Mar", "Birthday on 17 Mar.", "Send birthday wishes"),
    (a_person().last_contact("3 Mar").who(birthday=(3, 17)), "17 Mar", "Birthday today.", "Send birthday wishes"),
    (a_person().last_contact("3 Mar").who(relationship="warm"), "1 Jun", "Last contact on 3 Mar; with a warm contact, get in touch every 90 days.", "Check in with a short message"),
    (a_person().last_contact("3 Mar").who(every_days=1), "4 Mar", "Last contact on 3 Mar; you want to be in touch every 1 day.", "Check in with a short message"),
    (a_person().met("3 Mar 2025"), "3 Mar", "Last contact on 3 Mar 2025, 365 days ago.", "Reconnect when there is a good occasion"),
    (a_person().who(state="closed"), "3 Mar", "Closed by your own entry.", ""),
    (a_person().who(state="closed", closed_on=on("2 Mar")), "3 Mar", "Closed by your own entry.", ""),
    (a_person().who(do_not_contact=True), "3 Mar", "Do not contact, by your own entry.", ""),
    (a_person().who(state="paused"), "3 Mar", "Paused by your own entry.", ""),
    (a_person().who(paused_until=on("9 May")), "3 Mar", "Paused by your own entry until 9 May.", ""),
    (a_person().who(paused_until=on("3 Mar")), "3 Mar", "You paused this until 3 Mar.", "Follow up"),
    (a_person().who(meetings_ahead=(on("9 Mar"),)), "3 Mar", "Meeting on 9 Mar.", "Prepare the meeting"),
    (a_person().to_follow_up("9 Mar"), "3 Mar", "Your own follow-up date is 9 Mar.", "Follow up then"),
    (a_person().wrote("3 Mar").who(), "4 Mar", "No reply to your e-mail of 3 Mar yet; reminder 1 of 2 comes up on 10 Mar.", "Wait for a reply"),
    (a_person().last_contact("3 Mar").who(relationship="weak"), "4 Mar", "Last contact on 3 Mar; a check-in comes up on 31 Aug.", ""),
    (a_person().last_contact("3 Mar"), "4 Mar", "Last contact on 3 Mar; no next step is planned.", ""),
    (a_person().they_replied(), "4 Mar", "They replied, the day is not logged; no next step is planned.", ""),
    (a_person().wrote("3 Mar").they_replied(), "2 Apr", "Last contact on 3 Mar; they replied, the day is not logged. If you owe an answer, type that day. A check-in comes up on 31 Aug.", ""),
    (a_person().wrote("3 Mar").they_replied(), "3 Apr", "Last contact on 3 Mar; they replied, the day is not logged. A check-in comes up on 31 Aug.", ""),
    (a_person().met("2 Mar").thanked("3 Mar").who(relationship="weak"), "4 Mar", "Last contact on 3 Mar; a check-in comes up on 31 Aug.", ""),
    (a_person().met("2 Mar", is_job_interview=True), "3 Mar", "You had a job interview on 2 Mar; no thank-you is logged yet.", "Say thank you for the interview"),
    (a_person().met("2 Mar", is_job_interview=True).thanked("3 Mar"), "4 Oct", "No news 216 days after your interview of 2 Mar; type close, 3 months, or keep.", "Decide how to go on"),
    (a_person().met("2 Mar", is_job_interview=True).thanked("3 Mar").who(relationship="weak"), "4 Mar", "No news since your interview of 2 Mar yet; a reminder comes up on 17 Mar.", "Wait for news"),
    (a_person("Careers fair").met("2 Mar", "event"), "3 Mar", "Last contact on 2 Mar; no next step is planned.", ""),
    (a_person().met("2 Mar", "event"), "3 Mar", "You met at an event on 2 Mar; no thank-you is logged yet.", "Say thank you for the conversation at the event"),
    (a_person().they_replied("2 Mar", channel="phone"), "3 Mar", "They called last, on 2 Mar.", "Call them back"),
    (a_person().wrote(""), "4 Mar", "You were in contact, the day is not logged; no next step is planned.", ""),
    (a_person().who(recorded_on=on("3 Mar")), "15 Mar", "On your list since 3 Mar; not contacted yet.", "Send a first message"),
    (a_person().who(recorded_on=on("3 Mar")), "3 Mar", "On your list since 3 Mar; not contacted yet. One of the first messages proposed for this week.", "Send a first message"),
    (a_person().who(recorded_on=on("9 Mar")), "3 Mar", "On your list; not contacted yet. One of the first messages proposed for this week.", "Send a first message"),
    (a_person(), "3 Mar", "On your list; not contacted yet. One of the first messages proposed for this week.", "Send a first message"),
    (a_person(), "7 Mar", "On your list; not contacted yet.", "Send a first message"),
    (a_person().who(birthday=(5, 4)), "7 Mar", "Not contacted yet; the birthday comes up on 4 May.", "Send a first message"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("person", "today", "why", "next_step"),
    [pytest.param(*case, id=f"{case[1]}: {case[2]}") for case in SENTENCES],
)
def test_a_row_says_why_and_what_next(person: Teller, today: str, why: str, next_step: str) -> None:
    result = standing(person, today)

    assert (result.why, result.next_step) == (why, next_step)


def test_waiting_without_a_coming_nudge_says_for_what() -> None:
    person = a_person().wrote("3 Mar").promised("CV", by="5 Mar")

    assert (
        standing(person, "4 Mar").why
        == "No reply to your e-mail of 3 Mar yet; your promise comes up on 5 Mar."
    )


def test_a_long_promise_is_shortened() -> None:
    step = standing(a_person().promised("word " * 40, by="5 Mar"), "6 Mar").next_step

    assert step.startswith("Keep your promise: “word word")
    assert step.endswith("…”")
    assert len(step) < 120


def test_the_referrer_hears_who_answered() -> None:
    referrer = a_person("Ben Okri").wrote("2 Feb").they_replied("3 Feb").wrote("4 Feb", intent="thanks")
    referred = a_person("Ana Silva").wrote("2 Mar").they_replied("3 Mar").who(referred_by="ben  okri")

    result = standings([referrer, referred], "4 Mar")[0]

    assert result.status == "Thank-you due"
    assert result.why == "Ana Silva, whom they suggested, answered you on 3 Mar; let them know."
    assert result.next_step == "Say thank you for the referral to Ana Silva"


@pytest.mark.parametrize(
    ("place", "why", "next_step"),
    [
        (Place(sheet="Log", row=3, column=2), "B3: Date says “soon”.", "Fix cell B3"),
        (None, "Date says “soon”.", "Type a date."),
    ],
)
def test_a_row_that_cannot_be_judged_names_the_cell(place: Place | None, why: str, next_step: str) -> None:
    finding = Finding(
        code="unreadable-date",
        severity="error",
        place=place,
        message="Date says “soon”.",
        hint="Type a date.",
    )

    result = standing(a_person().wrote("3 Mar").who(unreadable=finding), "20 Mar")

    assert (result.status, result.why, result.next_step, result.tone) == ("Fix cell", why, next_step, "fix")
    assert result.actions == ()
