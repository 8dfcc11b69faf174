"""Days that words name: meetings under Type or Notes, the day and the month in what they answered."""

from __future__ import annotations

import datetime as dt

import pytest

from netsheet.core.blind_spots import find_blind_spots
from netsheet.core.grid import Snapshot
from netsheet.core.values.meeting_words import names_meeting
from netsheet.core.values.sentence_days import named_days, named_month, read_until
from tests.a_person import on, standing
from tests.reading.build import TODAY, build_sheet, codes_of, read_person, read_rows

ROW_DAY = on("3 Mar")


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("second interview on 2 April", "second interview", "2 Apr"),
        ("Zweites Gespräch am 2. April", "Zweites Gespräch", "2 Apr"),
        ("Telefonat am Do, 2.4. um 10:00", "Telefonat", "2 Apr"),
        ("entretien le 2 avril", "entretien", "2 Apr"),
        ("entrevista el 2 de abril", "entrevista", "2 Apr"),
        ("chamada dia 2 de abril", "chamada", "2 Apr"),
        ("colloquio il 2 aprile 2026", "colloquio", "2 Apr"),
        ("gesprek op 2 april", "gesprek", "2 Apr"),
        ("rozmowa 2 kwietnia", "rozmowa", "2 Apr"),
        ("yes, call on 9 April", "call", "9 Apr"),
        ("2 April: phone screen", "phone screen", "2 Apr"),
        ("coffee with Ana on 2026-04-02", "coffee with Ana", "2 Apr"),
        ("Interview 28 December", "Interview", "28 Dec 2025"),
        ("They called, want an interview on 2 April", "want an interview", "2 Apr"),
        (
            "they called and want a second interview on 2 April",
            "they called and want a second interview",
            "2 Apr",
        ),
        ("invited me to an interview on 2 April", "invited me to an interview", "2 Apr"),
        ("would like a call on Thursday, 2 April", "would like a call", "2 Apr"),
        ("Einladung zum Vorstellungsgespräch am 2. April", "Einladung zum Vorstellungsgespräch", "2 Apr"),
        ("veulent un entretien le 2 avril", "veulent un entretien", "2 Apr"),
        ("quieren una entrevista el 2 de abril", "quieren una entrevista", "2 Apr"),
        ("querem uma entrevista dia 2 de abril", "querem uma entrevista", "2 Apr"),
        ("vogliono un colloquio il 2 aprile", "vogliono un colloquio", "2 Apr"),
        ("willen een gesprek op 2 april", "willen een gesprek", "2 Apr"),
        ("zaproszenie na rozmowa 2 kwietnia", "zaproszenie na rozmowa", "2 Apr"),
    ],
)
def test_a_meeting_with_its_day_is_understood(text: str, words: str, day: str) -> None:
    (named,) = named_days(text, order="auto", near=ROW_DAY)

    assert (named.before or named.after, named.on) == (words, on(day))
    assert names_meeting(words) == "certain"


@pytest.mark.parametrize(
    ("words", "certainty"),
    [
        ("call her", "possible"),
        ("follow up after the interview", "possible"),
        ("if they want an interview", "possible"),
        ("ask for an interview", "possible"),
        ("prepare the interview", "possible"),
        ("they want no interview", "none"),
        ("don't want an interview", "none"),
        ("wollen kein Gespräch", "none"),
        ("no interview", "none"),
        ("meeting cancelled", "none"),
        ("send the article", "none"),
        ("", "none"),
    ],
)
def test_what_may_be_no_meeting_is_not_taken_for_one(words: str, certainty: str) -> None:
    assert names_meeting(words) == certainty


@pytest.mark.parametrize(
    "text", ["interview", "round 2 interview", "Q2 2026", "call 0171 234567", "3 people"]
)
def test_a_text_without_a_day_names_none(text: str) -> None:
    assert list(named_days(text, order="auto", near=ROW_DAY)) == []


def test_a_day_that_could_be_two_is_none() -> None:
    (named,) = named_days("interview 3/4", order="auto", near=ROW_DAY)

    assert named.on is None


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("yes, January", dt.date(2027, 1, 1)),
        ("not now, maybe in May", dt.date(2026, 5, 1)),
        ("ja, im Januar", dt.date(2027, 1, 1)),
        ("oui, en avril", dt.date(2026, 4, 1)),
        ("yes, in June", dt.date(2026, 6, 1)),
        ("ja, im Juni", dt.date(2026, 6, 1)),
        ("sí, en junio", dt.date(2026, 6, 1)),
        ("oui, en juin", dt.date(2026, 6, 1)),
        ("sì, a giugno", dt.date(2026, 6, 1)),
        ("sim, em junho", dt.date(2026, 6, 1)),
        ("ja, in juni", dt.date(2026, 6, 1)),
        ("tak, w czerwcu", dt.date(2026, 6, 1)),
        ("later, June 2027", dt.date(2027, 6, 1)),
        ("January", None),
        ("yes 6 Apr", None),
        ("yes, March 2025", None),
        ("yes", None),
    ],
)
def test_a_month_to_come_is_found_at_the_end_of_a_clause(text: str, month: dt.date | None) -> None:
    found = named_month(text, after=ROW_DAY)

    assert (found[0] if found else None) == month


SENT = dt.date(2026, 5, 1)


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Interaction type", "second interview on 3 July"),
        ("Notes", "went well. Coffee on 3 July"),
        ("Status", "Interview on 3 July"),
        ("Response", "yes, call on 3 July"),
        ("Response", "happy to talk Friday 3 July 3pm"),
        ("Response", "wants to meet on 3 July at 10"),
        ("Outcome", "phone screen 2026-07-03"),
        ("Notes", "They called, want an interview on 3 July"),
        ("Response", "They called, want an interview on 3 July"),
        ("Status", "invited to an interview on 3 July"),
    ],
)
def test_a_meeting_to_come_is_planned_whatever_the_column(heading: str, text: str) -> None:
    person = read_person(["Name", "Date", heading], ["Ann Lee", SENT, text])

    assert person.meetings_ahead == (dt.date(2026, 7, 3),)
    assert (person.touches[0].on, person.touches[0].kind, person.touches[0].direction) == (
        SENT,
        "message",
        "out",
    )


def test_a_meeting_whose_day_is_over_took_place() -> None:
    person = read_person(["Name", "Date", "Notes"], ["Ann Lee", SENT, "coffee on 12 May"])

    assert [(touch.on, touch.direction, touch.kind) for touch in person.touches] == [
        (SENT, "out", "message"),
        (dt.date(2026, 5, 12), "both", "meeting"),
    ]
    assert person.meetings_ahead == ()


def test_an_earlier_day_in_the_notes_is_a_memory() -> None:
    person = read_person(["Name", "Date", "Notes"], ["Ann Lee", SENT, "coffee on 12 April"])

    assert [touch.on for touch in person.touches] == [SENT]


@pytest.mark.parametrize(
    ("heading", "text", "codes"),
    [
        ("Interaction type", "call her on 3 July", ["day-not-understood"]),
        ("Interaction type", "interview 3/7", ["day-not-understood"]),
        ("Notes", "call her on 3 July", ["day-not-understood"]),
        ("Notes", "meet her on 3 July", ["day-not-understood"]),
        ("Notes", "fup 3 July", ["day-not-understood"]),
        ("Notes", "f/u 3 July", ["day-not-understood"]),
        ("Response", "msg her 3 July", ["day-not-understood"]),
        ("Notes", "mtg 3 July", []),
        ("Notes", "her birthday is on 3 July", []),
        ("Notes", "call her on 3 May", []),
        ("Status", "on hold until 3 July", []),
        ("Response", "yes, call on 3 July", []),
        ("Notes", "sent CV to friday.park@example.com", []),
    ],
)
def test_a_day_ahead_that_is_not_understood_is_a_finding(heading: str, text: str, codes: list[str]) -> None:
    assert codes_of(read_rows(["Name", "Date", heading], ["Ann Lee", SENT, text])) == codes


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Notes", "call on Thursday"),
        ("Notes", "nice chat. Meet her Friday"),
        ("Notes", "Anruf am Donnerstag um 10"),
        ("Notes", "llamar el jueves"),
        ("Notes", "ligar na quinta"),
        ("Notes", "ligar quinta-feira"),
        ("Notes", "call her Thu"),
        ("Notes", "ring him tomorrow"),
        ("Interaction type", "interview Thursday"),
        ("Response", "yes, call on Thursday"),
        ("Next action", "send the CV on Friday"),
        ("Follow up", "Thursday"),
        ("Follow up", "ask again Monday"),
    ],
)
def test_a_plan_for_a_weekday_is_a_finding_and_is_named_by_every_list(heading: str, text: str) -> None:
    log = read_rows(["Name", "Date", heading], ["Ann Lee", dt.date(2026, 6, 11), text])

    (spot,) = find_blind_spots(
        log, log.findings, Snapshot(kind="xlsx", sheets=(build_sheet([["Name"]]),)), None
    )

    assert codes_of(log) == ["day-not-understood"]
    assert spot.text == "1 day could not be read (C2), so something may be due that is not listed."


@pytest.mark.parametrize(
    ("heading", "text", "code"),
    [
        ("Status", "interview Thursday", "day-not-understood"),
        ("Outcome", "Gespräch am Donnerstag um 3", "day-not-understood"),
        ("Stage", "entrevista el jueves", "day-not-understood"),
        ("Status", "blorb", "unknown-word"),
        ("Response", "20/6: follow up", "date-without-year"),
        ("Next step", "call on 3 January", "date-without-year"),
        ("Next step", "call 19 June or 20 June", "several-dates"),
        ("Response", "12 June 2062: interview", "date-in-future"),
    ],
)
def test_a_text_that_is_not_understood_is_one_finding(heading: str, text: str, code: str) -> None:
    day = dt.date(2026, 6, 11)

    log = read_rows(["Name", "Date", heading], ["Ann Lee", day, text], ["Ben Koch", day, ""])

    assert codes_of(log) == [code]


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Notes", "good call on Thursday"),
        ("Notes", "met last Friday"),
        ("Notes", "calls every Monday"),
        ("Notes", "her office is closed on Friday"),
        ("Notes", "segunda entrevista"),
        ("Notes", "envoyer mon CV"),
        ("Notes", "call on Thursday, 18 June 2026"),
        ("Status", "on hold until Thursday"),
    ],
)
def test_a_weekday_that_plans_nothing_is_no_finding(heading: str, text: str) -> None:
    log = read_rows(["Name", "Date", heading], ["Ann Lee", dt.date(2026, 6, 11), text])

    assert codes_of(log) == []


@pytest.mark.parametrize(
    ("heading", "days_ago", "is_found"),
    [("Notes", 7, True), ("Notes", 8, False), ("Next action", 30, True), ("Next action", 31, False)],
)
def test_a_weekday_of_long_ago_is_over(heading: str, days_ago: int, *, is_found: bool) -> None:
    day = TODAY - dt.timedelta(days=days_ago)
    log = read_rows(["Name", "Date", heading], ["Ann Lee", day, "call on Thursday"])

    assert bool(codes_of(log)) == is_found


def test_a_weekday_in_a_row_is_over_when_something_was_logged_since() -> None:
    log = read_rows(
        ["Name", "Date", "Next action"],
        ["Ann Lee", dt.date(2026, 6, 9), "call on Thursday"],
        ["Ann Lee", dt.date(2026, 6, 11), ""],
        ["Bo Ray", dt.date(2026, 6, 9), "call on Thursday"],
    )

    assert [finding.place and finding.place.row for finding in log.findings] == [4]


def test_a_weekday_that_another_cell_plans_is_understood() -> None:
    log = read_rows(
        ["Name", "Date", "Notes", "Follow up"],
        ["Ann Lee", dt.date(2026, 6, 11), "call on Thursday", dt.date(2026, 6, 18)],
    )

    assert codes_of(log) == []


@pytest.mark.parametrize(
    ("heading", "text", "step", "note"),
    [
        ("Response", "yes, call on Thursday", "call", "call on Thursday"),
        ("Response", "they want an interview on Friday", "interview", "they want an interview on Friday"),
        ("Notes", "nice chat. Second interview on Monday", "Second interview", "Second interview on Monday"),
        ("Notes", "Telefonat am Donnerstag um 10", "Telefonat", "Telefonat am Donnerstag um 10"),
        ("Status", "Thursday: phone screen", "", ""),
        ("Response", "yes, call", "", ""),
        ("Notes", "good call on Thursday", "", ""),
        ("Notes", "call her on Thursday", "", ""),
        ("Notes", "no call on Thursday", "", ""),
    ],
)
def test_the_own_day_of_a_row_is_for_the_meeting_that_the_row_names(
    heading: str, text: str, step: str, note: str
) -> None:
    person = read_person(
        ["Name", "Date", heading, "Follow up"], ["Ann Lee", dt.date(2026, 6, 11), text, dt.date(2026, 6, 19)]
    )

    assert [(plan.step, plan.note) for plan in person.follow_ups] == [(step, note)]


def test_a_step_of_the_users_own_stays() -> None:
    person = read_person(
        ["Name", "Date", "Response", "Next step", "Follow up"],
        ["Ann Lee", dt.date(2026, 6, 11), "yes, call on Thursday", "send the CV", dt.date(2026, 6, 18)],
    )

    assert [plan.step for plan in person.follow_ups] == ["send the CV"]


@pytest.mark.parametrize("heading", ["Next action", "Follow up"])
@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("call 20 July", dt.date(2026, 7, 20)),
        ("follow up on 3 December", dt.date(2026, 12, 3)),
        ("anrufen am 20. Juli", dt.date(2026, 7, 20)),
        ("send what I promised on 9 June", None),
    ],
)
def test_a_next_step_without_its_year_is_for_the_day_nearest_to_its_row(
    heading: str, text: str, day: dt.date | None
) -> None:
    log = read_rows(
        ["Name", "Date", heading],
        ["Ann Lee", dt.date(2026, 6, 11), text],
        ["Ben Koch", dt.date(2026, 6, 11), "send my CV"],
    )

    assert codes_of(log) == []
    assert [plan.on for plan in log.people[0].follow_ups] == ([] if day is None else [day])


def test_a_next_step_without_its_year_is_a_finding_in_a_row_without_a_day() -> None:
    log = read_rows(
        ["Name", "Date", "Next action"],
        ["Ann Lee", None, "call 20 July"],
        ["Ben Koch", dt.date(2026, 6, 11), ""],
    )

    assert codes_of(log) == ["date-without-year"]


def test_a_day_that_another_cell_plans_is_understood() -> None:
    log = read_rows(
        ["Name", "Date", "Notes", "Follow up"], ["Ann Lee", SENT, "call her on 3 July", dt.date(2026, 7, 3)]
    )

    assert codes_of(log) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("yes 6 May", dt.date(2026, 5, 6)),
        ("yes, 6 May", dt.date(2026, 5, 6)),
        ("ja 6.5.", dt.date(2026, 5, 6)),
        ("replied on 6 May, wants my CV", dt.date(2026, 5, 6)),
        ("yes", None),
        ("yes 6 September", None),
        ("she moves on 6 May", None),
        ("called me 6 May, will send roles", dt.date(2026, 5, 6)),
        ("asked me to apply by 6 May", None),
    ],
)
def test_the_day_behind_the_word_for_a_reply_is_the_day_of_the_reply(text: str, day: dt.date | None) -> None:
    person = read_person(["Name", "Date", "Response"], ["Ann Lee", SENT, text])

    assert [touch.on for touch in person.touches if touch.direction == "in"] == [day]


@pytest.mark.parametrize("text", ["6 May: called, will send roles", "6 May - busy, write again in June"])
def test_an_answer_may_begin_with_its_day(text: str) -> None:
    log = read_rows(
        ["Name", "Date", "Response"], ["Ann Lee", SENT, text], ["Bo Ray", SENT, "yes"], ["Cy Orr", SENT, "no"]
    )

    assert [touch.on for touch in log.people[0].touches if touch.direction == "in"] == [dt.date(2026, 5, 6)]
    assert codes_of(log) == []


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("yes, January", dt.date(2027, 1, 1)),
        ("said to try again in September", dt.date(2026, 9, 1)),
        ("too busy, write again in August", dt.date(2026, 8, 1)),
    ],
)
def test_a_month_that_they_named_is_a_plan(text: str, on: dt.date) -> None:
    person = read_person(["Name", "Date", "Response"], ["Ann Lee", SENT, text])

    (plan,) = person.follow_ups
    assert (plan.on, plan.said) == (on, text)


def test_a_span_that_counts_from_an_unknown_day_is_a_finding() -> None:
    log = read_rows(["Name", "Date", "Response"], ["Ann Lee", SENT, "yes, get back to me in 2 weeks"])

    assert codes_of(log) == ["day-not-understood"]


def test_a_span_that_counts_from_an_unknown_day_is_no_finding_where_the_row_has_its_day() -> None:
    log = read_rows(
        ["Name", "Date", "Response", "Follow-up date"],
        ["Ann Lee", SENT, "get back to me in 2 weeks", SENT + dt.timedelta(days=14)],
    )

    assert not log.findings


def test_a_span_that_counts_from_an_unknown_day_is_no_finding_once_a_later_row_is_there() -> None:
    log = read_rows(
        ["Name", "Date", "Response"],
        ["Ann Lee", SENT, "get back to me in 2 weeks"],
        ["Ann Lee", SENT + dt.timedelta(days=5), "yes"],
    )

    assert not log.findings


def test_a_parked_person_comes_back_on_the_day_next_to_the_word() -> None:
    person = read_person(["Name", "Date", "Status"], ["Ann Lee", SENT, "Wiedervorlage 3.7."])

    assert person.paused_until == dt.date(2026, 7, 3)


@pytest.mark.parametrize(
    ("text", "why", "step"),
    [
        ("Telefonat am 12.5.", "Your “Telefonat” was planned for 12 May; if it took place, say thank you; if not, type called off.", "Say thank you for the call"),
        ("second interview on 12 May", "Your “second interview” was planned for 12 May; if it took place, say thank you; if not, type called off.", "Say thank you for the interview"),
        ("informational interview on 12 May", "Your “informational interview” was planned for 12 May; if it took place, say thank you; if not, type called off.", "Say thank you for the interview"),
        ("coffee on 12 May", "Your “coffee” was planned for 12 May; if it took place, say thank you; if not, type called off.", "Say thank you for the meeting"),
        ("good call on 12 May", "You spoke on 12 May; no thank-you is logged yet.", "Say thank you for the call"),
    ],
)  # fmt: skip
def test_thanks_are_for_what_took_place(text: str, why: str, step: str) -> None:
    person = read_person(["Name", "Date", "Notes"], ["Ann Lee", SENT, text])

    shown = standing(person, dt.date(2026, 5, 13))

    assert (shown.why, shown.next_step) == (why, step)


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Response", "yep, Thurs 3pm"),
        ("Status", "f/u in 2 wks"),
        ("Status", "follow up next week"),
        ("Response", "call back Mon"),
    ],
)
def test_a_time_that_was_agreed_or_planned_in_short_is_a_finding(heading: str, text: str) -> None:
    log = read_rows(
        ["Name", "Date sent", heading], ["Ann Lee", dt.date(2026, 5, 11), text], today=dt.date(2026, 5, 15)
    )

    assert "day-not-understood" in codes_of(log)


@pytest.mark.parametrize("text", ["replied 9/5", "yes 9/5, wants my CV", "called me 9/5/26"])
def test_a_day_of_a_reply_that_could_be_two_is_a_finding(text: str) -> None:
    log = read_rows(
        ["Name", "Date sent", "Response"], ["Ann Lee", dt.date(2026, 5, 1), text], today=dt.date(2026, 5, 15)
    )

    assert codes_of(log) == ["ambiguous-date-order"]
    assert log.findings[0].place is not None
    assert log.findings[0].place.address == "C2"


def test_a_day_of_a_reply_is_read_as_the_rest_of_its_column_is() -> None:
    log = read_rows(
        ["Name", "Date sent", "Response"],
        ["Ann Lee", dt.date(2026, 5, 1), "replied 9/5"],
        ["Bo Ray", dt.date(2026, 5, 1), "13/5/2026"],
        today=dt.date(2026, 5, 15),
    )

    assert codes_of(log) == []
    assert log.people[0].touches[-1].on == dt.date(2026, 5, 9)


@pytest.mark.parametrize(
    ("text", "after", "day"),
    [
        ("until 13 April", "27 Mar", "13 Apr"),
        ("until 13 April", "13 Apr", "13 Apr"),
        ("until 13 April", "14 Apr", "13 Apr"),
        ("until 13 April", "13 May", "13 Apr"),
        ("until 13.4.", "27 Mar", "13 Apr"),
        ("until 13.4", "14 Apr", "13 Apr"),
        ("back on 13 April", "14 Apr", "13 Apr"),
        ("until May", "27 Mar", "1 May"),
        ("until May", "4 May", "1 May"),
        ("until 15 October", "27 Mar", "15 Oct"),
        ("until 10 January", "20 Dec", "10 Jan 2027"),
        ("until 20 December", "10 Jan 2027", "20 Dec"),
        ("until 15 January", "27 Mar", "15 Jan 2027"),
    ],
)
def test_a_day_that_is_only_just_over_is_not_the_one_of_a_year_later(text: str, after: str, day: str) -> None:
    assert read_until(text, order="auto", after=on(after)) == on(day)


@pytest.mark.parametrize("after", ["1 May", "2 May", "31 May", "4 Jun"])
def test_a_month_that_has_begun_is_not_the_one_of_a_year_later(after: str) -> None:
    assert named_month("not now, maybe in May", after=on(after)) is None


@pytest.mark.parametrize("today", ["13 Apr", "14 Apr", "13 May"])
@pytest.mark.parametrize(
    "text",
    [
        "out of office until 13 April",
        "out of office till 13 April",
        "ooo until 13 April",
        "out of office until 13.4.",
        "on holiday until 13 April",
        "Abwesenheitsnotiz, bis 13. April",
    ],
)
def test_the_day_until_which_they_are_away_is_that_of_their_return(text: str, today: str) -> None:
    log = read_rows(["Name", "Date sent", "Response"], ["Ann Lee", on("27 Mar"), text], today=on(today))
    notice = log.people[0].touches[-1]

    assert (notice.kind, notice.on, notice.until) == ("automatic reply", None, on("13 Apr"))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("not now, until 13 April", "13 Apr"),
        ("not now, after 13 April", "13 Apr"),
        ("not before 13.4.", "13 Apr"),
        ("not now 30 Mar, ask me in 3 weeks", "20 Apr"),
        ("not now, maybe in May", "1 May"),
    ],
)
def test_an_answer_that_puts_off_says_the_day_to_come_back(text: str, day: str) -> None:
    log = read_rows(["Name", "Date sent", "Response"], ["Ann Lee", on("27 Mar"), text], today=on("14 Apr"))

    assert [plan.on for plan in log.people[0].follow_ups] == [on(day)]
    assert codes_of(log) == []


@pytest.mark.parametrize(
    "text",
    [
        "not now, ask me in 3 weeks",
        "call me after easter",
        "maybe in autumn",
        "after the summer",
        "in the new year",
        "wants proposal until 8 May",
        "needs my CV by 8 May",
    ],
)
def test_a_later_time_whose_day_is_not_known_is_a_finding(text: str) -> None:
    log = read_rows(["Name", "Date sent", "Response"], ["Ann Lee", on("27 Mar"), text], today=on("7 Apr"))

    assert codes_of(log) == ["day-not-understood"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("second round 6 May 10h", "6 May"),
        ("invited to the next round on 6 May", "6 May"),
        ("Tuesday 14 April 10:00 coffee", "14 Apr"),
        ("14 April at 10am call", "14 Apr"),
        ("we can meet for coffee on thursday 23 april 9:00", "23 Apr"),
        ("lunch 23 April 12.30", "23 Apr"),
    ],
)
def test_a_meeting_under_response_is_read_with_its_time(text: str, day: str) -> None:
    log = read_rows(
        ["Name", "Date sent", "Response"],
        ["Ann Lee", on("27 Mar"), text],
        ["Bo Ray", on("27 Mar"), "yes, glad to help"],
        ["Cy Dow", on("27 Mar"), "yes"],
        today=on("13 Apr"),
    )

    assert list(log.people[0].meetings_ahead) == [on(day)]
    assert codes_of(log) == []
