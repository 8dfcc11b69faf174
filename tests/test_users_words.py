"""The user's own words, read from rows and judged by the rules: what they close, park, put off and meet."""

from __future__ import annotations

import datetime as dt

import pytest

from netsheet.core.calendar import calendar_of
from netsheet.core.followups.rules import compute_standings
from netsheet.core.followups.standing import Standing
from netsheet.core.grid import Area, CellValue
from netsheet.core.model import Settings
from netsheet.core.owned_columns import log_rows
from netsheet.core.people.interpret import interpret_log
from tests.reading.build import Row, build_sheet, build_snapshot, codes_of, read_rows

TODAY = dt.date(2026, 7, 1)
SENT, REPLIED = dt.date(2026, 6, 1), dt.date(2026, 6, 29)
"""Mondays: a reminder of the message is due, and an answer to the reply too."""


def standings_of(*rows: Row, today: dt.date = TODAY) -> list[Standing]:
    log = read_rows(*rows, today=today)
    settings = Settings()
    return list(
        compute_standings(log.people, today=today, settings=settings, calendar=calendar_of(settings, ()))
    )


def standing_of(headings: Row, cells: Row) -> Standing:
    (standing,) = standings_of(["Name", *headings], ["Ann Lee", *cells])
    return standing


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("sent", "Reply owed"),
        ("waiting", "Reply owed"),
        ("followed up", "Reply owed"),
        ("in Bearbeitung", "Reply owed"),
        ("replied", "Reply owed"),
        ("needs reply", "Reply owed"),
        ("answered", "In touch"),
        ("replied to them", "In touch"),
        ("in conversation", "In touch"),
        ("call booked", "Scheduled"),
        ("im Gespräch", "In touch"),
        ("RDV pris", "Scheduled"),
        ("odpisałem", "In touch"),
        ("on hold", "Paused"),
        ("verloren", "Thank-you due"),
        ("gewonnen", "Closed"),
    ],
)
def test_a_strong_word_meets_a_reply_and_a_weak_one_does_not(word: str, status: str) -> None:
    standing = standing_of(["Date sent", "Date replied", "Status"], [SENT, REPLIED, word])

    assert standing.status == status


def test_answered_as_their_response_is_a_reply_of_theirs() -> None:
    standing = standing_of(["Date sent", "Response", "Date replied"], [SENT, "answered", REPLIED])

    assert standing.status == "Reply owed"


def test_a_strong_word_is_no_thanks_for_a_meeting() -> None:
    standing = standing_of(["Date sent", "Meeting date", "Status"], [SENT, REPLIED, "in conversation"])

    assert standing.status == "Thank-you due"


@pytest.mark.parametrize("word", ["opt-out", "Unsubscribed", "do not contact", "abgemeldet", "dado de baja"])
def test_nothing_reopens_a_person_who_opted_out(word: str) -> None:
    (standing,) = standings_of(
        ["Name", "Date", "Status"], ["Ann Lee", SENT, word], ["Ann Lee", REPLIED, "replied"]
    )

    assert standing.status == "Closed"
    assert standing.why == "Do not contact, by your own entry."


@pytest.mark.parametrize(
    ("follow_up", "status", "due"),
    [
        (dt.date(2026, 7, 20), "Paused", dt.date(2026, 7, 20)),
        (dt.date(2026, 6, 26), "Follow-up due", dt.date(2026, 6, 26)),
        (None, "Paused", None),
    ],
)
def test_the_day_beside_a_parking_word_says_until_when(
    follow_up: dt.date | None, status: str, due: dt.date | None
) -> None:
    standing = standing_of(
        ["Date", "Status", "Wiedervorlage"], [dt.date(2026, 6, 2), "Wiedervorlage", follow_up]
    )

    assert (standing.status, standing.due) == (status, due)


def test_passed_alone_is_a_word_that_netsheet_asks_about_once() -> None:
    log = read_rows(
        ["Name", "Date", "Stage"], ["Ann Lee", SENT, "Passed"], ["Bo Ray", SENT, "Passed"], today=TODAY
    )

    assert codes_of(log) == ["unknown-word"]


@pytest.mark.parametrize(
    "word", ["position has been filled", "they went with someone else", "please stop", "he left the company"]
)
@pytest.mark.parametrize("heading", ["Status", "Response", "Outcome"])
def test_a_sentence_that_ends_it_closes_in_any_column(heading: str, word: str) -> None:
    assert standing_of(["Date sent", heading], [SENT, word]).status == "Closed"


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("not a fit", "They said no."),
        ("no contact please", "They want no more messages."),
        ("left the company", "They no longer work there. If you have another address, type reopen."),
        ("I declined", "Closed by your own entry."),
        ("closed", "Closed by your own entry."),
    ],
)
@pytest.mark.parametrize("heading", ["Status", "Response"])
def test_what_they_did_is_not_called_the_users_own_entry(heading: str, word: str, why: str) -> None:
    assert standing_of(["Date sent", heading], [SENT, word]).why == why


def test_a_day_under_rejected_is_their_no() -> None:
    standing = standing_of(["Date sent", "Rejected"], [dt.date(2026, 3, 2), dt.date(2026, 3, 9)])

    assert (standing.status, standing.why) == ("Closed", "They said no.")


@pytest.mark.parametrize(
    ("word", "replied", "status", "due"),
    [
        ("she will get back to me", dt.date(2026, 6, 29), "Waiting", dt.date(2026, 7, 6)),
        ("will let me know by Friday", dt.date(2026, 6, 29), "Waiting", dt.date(2026, 7, 6)),
        ("said she'd reply next week", dt.date(2026, 6, 29), "Waiting", dt.date(2026, 7, 13)),
        ("HR will decide on 20 July", dt.date(2026, 6, 29), "Waiting", dt.date(2026, 7, 21)),
        ("will call me", dt.date(2026, 6, 15), "Reminder due", dt.date(2026, 6, 22)),
        ("HR will decide on 20 July", None, "Waiting", dt.date(2026, 7, 21)),
    ],
)
@pytest.mark.parametrize("heading", ["Status", "Response"])
def test_somebody_who_will_write_is_waited_for(
    heading: str, word: str, replied: dt.date | None, status: str, due: dt.date
) -> None:
    standing = standing_of(["Date sent", heading, "Date replied"], [SENT, word, replied])

    assert (standing.status, standing.due) == (status, due)
    assert standing.why.startswith("They said that they will write; nothing else is logged since")


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("revisit in the autumn", "Paused"),
        ("try again in September", "Paused"),
        ("she said to try again in September", "Scheduled"),
        ("follow up next week", "Reminder due"),
        ("will call Monday", "Reminder due"),
        ("Referred by Bob", "Reminder due"),
        ("moved on to 2nd round", "In touch"),
        ("thanked", "In touch"),
        ("OOO til 20 July", "Waiting"),
    ],
)
def test_a_status_in_short_is_understood(word: str, status: str) -> None:
    assert standing_of(["Date sent", "Status"], [SENT, word]).status == status


@pytest.mark.parametrize(
    ("step", "due"),
    [
        ("ping 7/20", dt.date(2026, 7, 20)),
        ("send resume by 20/7", dt.date(2026, 7, 20)),
        ("reach out in Sept", dt.date(2026, 9, 1)),
        ("schreiben im September", dt.date(2026, 9, 1)),
    ],
)
def test_a_next_step_in_short_is_for_its_day(step: str, due: dt.date) -> None:
    standing = standing_of(["Date sent", "Next step"], [dt.date(2026, 6, 25), step])

    assert (standing.status, standing.due) == ("Scheduled", due)


@pytest.mark.parametrize(
    ("step", "codes"),
    [
        ("coffee 12/8 10am", ["ambiguous-date-order"]),
        ("circle back Q3", ["day-not-understood"]),
        ("after the summer", ["day-not-understood"]),
        ("available 24/7", []),
        ("write the year-end review", []),
    ],
)
def test_a_next_step_whose_day_is_open_is_a_finding(step: str, codes: list[str]) -> None:
    log = read_rows(["Name", "Date sent", "Next step"], ["Ann Lee", dt.date(2026, 6, 25), step], today=TODAY)

    assert codes_of(log) == codes


@pytest.mark.parametrize(
    ("note", "status", "codes"),
    [
        ("said no", "", ["said-in-notes"]),
        ("asked to stop", "", ["said-in-notes"]),
        ("left the company in May", "", ["said-in-notes"]),
        ("said no", "closed", []),
        ("met her at the fair, no kids", "", []),
        ("the job was at Acme", "", []),
    ],
)
def test_a_note_that_ends_a_contact_is_asked_about(note: str, status: str, codes: list[str]) -> None:
    headings = ["Name", "Date sent", "Status", "Notes"]
    log = read_rows(headings, ["Ann Lee", SENT, status, note], ["Bo Ray", SENT, "sent", ""], today=TODAY)

    assert codes_of(log) == codes


def test_when_they_will_write_is_asked_about_where_their_day_is_not_known() -> None:
    log = read_rows(
        ["Name", "Date sent", "Response"], ["Ann Lee", SENT, "will let me know by Friday"], today=TODAY
    )

    assert codes_of(log) == ["day-not-understood"]


@pytest.mark.parametrize("word", ["No reply yet", "no answer so far", "keine Antwort"])
def test_no_reply_yet_is_about_the_latest_contact_of_its_row(word: str) -> None:
    standing = standing_of(
        ["Date sent", "Date replied", "Last contact", "Status"],
        [SENT, dt.date(2026, 6, 8), dt.date(2026, 6, 29), word],
    )

    assert (standing.status, standing.next_step) == ("Waiting", "Wait for a reply")


def statuses_of(*rows: Row) -> dict[str, str]:
    return {standing.person.name: standing.status for standing in standings_of(*rows)}


def test_a_machine_s_answer_only_puts_off_the_reminder() -> None:
    back, away, silent = standings_of(
        ["Name", "Date sent", "Response"],
        ["Ann Lee", SENT, "Abwesend bis 20. Juli"],
        ["Bo Ray", SENT, "Out of office"],
        ["Cy Fox", SENT, ""],
    )

    assert [each.due for each in (back, away, silent)] == [
        dt.date(2026, 7, 20), dt.date(2026, 6, 15), dt.date(2026, 6, 8),
    ]  # fmt: skip
    assert back.status == "Waiting"


@pytest.mark.parametrize(
    ("word", "status"),
    [("nicht jetzt", "Scheduled"), ("pas maintenant", "Scheduled"), ("ahora no", "Scheduled"), ("maybe", "Reply owed")],
)  # fmt: skip
def test_not_now_is_asked_again_later(word: str, status: str) -> None:
    assert standing_of(["Date sent", "Response", "Date replied"], [SENT, word, REPLIED]).status == status


def test_an_accepted_invitation_asks_for_a_first_message() -> None:
    standing = standing_of(
        ["Date sent", "Channel", "Status", "Date replied"],
        [SENT, "Connection request", "Accepted", REPLIED],
    )

    assert (standing.status, standing.due) == ("To contact", dt.date(2026, 6, 30))


def test_the_day_on_which_an_application_was_sent_waits_for_an_answer() -> None:
    statuses = statuses_of(
        ["Name", "Company", "Status", "Date applied"],
        ["Ann Lee", "Acme", "Applied", dt.date(2026, 6, 2)],
        ["Bo Ray", "Beta", "To apply", dt.date(2026, 6, 2)],
    )

    assert statuses == {"Ann Lee": "Reminder due", "Bo Ray": "To contact"}


def test_a_recruiter_named_in_several_rows_is_one_person_whom_nobody_has_to_write_to() -> None:
    rows: list[Row] = [
        ["Name", "Company", "Recruiter", "Date sent", "Date replied"],
        ["Ann Lee", "Acme", "Rita Quell", SENT, ""],
        ["Bo Ray", "Beta", "Rita Quell", SENT, REPLIED],
    ]
    (recruiter,) = [each for each in standings_of(*rows) if each.person.name == "Rita Quell"]
    shown = log_rows(standings_of(*rows))

    assert (recruiter.person.rows, recruiter.due) == ((2, 3), None)
    assert [shown[row].values.status for row in (2, 3)] == ["Reminder due", "Reply owed"]
    assert codes_of(read_rows(*rows, today=TODAY)) == []


def test_a_hiring_manager_of_the_same_name_elsewhere_is_somebody_else() -> None:
    statuses = standings_of(
        ["Name", "Company", "Hiring manager", "Date sent"],
        ["Ann Lee", "Acme", "Jo Smith", SENT],
        ["Bo Ray", "Beta", "Jo Smith", SENT],
    )

    assert len(statuses) == 4


@pytest.mark.parametrize(
    ("written", "other"),
    [("Rask, Bo", "Bo Rask"), ("Dr. Rask, Bo", "Bo Rask"), ("Bo Rask, PhD", "Bo Rask, PhD")],
)
def test_a_family_name_in_front_is_the_same_person(written: str, other: str) -> None:
    standings = standings_of(["Name", "Company", "Date"], [written, "Acme", SENT], [other, "Acme", REPLIED])

    assert len(standings) == 1


def test_a_name_merged_over_several_rows_names_each_of_them() -> None:
    rows: list[Row] = [
        ["Date", "Name", "Company"],
        [SENT, "Ann Lee", "Acme"],
        [dt.date(2026, 6, 8), "", ""],
        [REPLIED, "", ""],
        [REPLIED, "Bo Ray", "Beta"],
    ]
    area = Area(first_row=2, first_column=2, last_row=4, last_column=2)
    firm = Area(first_row=2, first_column=3, last_row=4, last_column=3)
    snapshot = build_snapshot(build_sheet(rows, merged=[area, firm]))
    people = interpret_log(snapshot, today=TODAY, settings=Settings()).people

    assert {person.name: len(person.touches) for person in people} == {"Ann Lee": 3, "Bo Ray": 1}


@pytest.mark.parametrize(
    ("next_step", "status", "due"),
    [
        ("Call again on 2026-06-29", "Follow-up due", dt.date(2026, 6, 29)),
        ("am 20. Juli 2026 anrufen", "Scheduled", dt.date(2026, 7, 20)),
        ("rappeler dans 6 semaines", "Scheduled", dt.date(2026, 7, 13)),
        ("volver a llamar en 2 meses", "Scheduled", dt.date(2026, 8, 1)),
        ("nächsten Monat nachfassen", "Follow-up due", dt.date(2026, 7, 1)),
        ("sent the CV on 2026-05-20", "Reminder due", dt.date(2026, 6, 8)),
        ("ask for Ann in room 301", "Reminder due", dt.date(2026, 6, 8)),
        ("read chapter 3/4", "Reminder due", dt.date(2026, 6, 8)),
    ],
)  # fmt: skip
def test_a_day_in_the_next_step_is_the_user_s_own(next_step: str, status: str, due: dt.date) -> None:
    standing = standing_of(["Date sent", "Next step"], [SENT, next_step])

    assert (standing.status, standing.due) == (status, due)


@pytest.mark.parametrize(
    ("next_step", "follow_up", "shown"),
    [
        ("send her the article", dt.date(2026, 6, 29), "Send her the article"),
        ("Call again on 2026-06-29", "", "Call again on 2026-06-29"),
        ("", dt.date(2026, 6, 29), "Follow up"),
        ("x " * 100, dt.date(2026, 6, 29), "X " + "x " * 38 + "x…"),
    ],
)
def test_on_the_user_s_own_day_the_step_is_in_their_own_words(
    next_step: str, follow_up: dt.date | str, shown: str
) -> None:
    standing = standing_of(["Date sent", "Next step", "Follow-up date"], [SENT, next_step, follow_up])

    assert standing.next_step == shown


def test_next_steps_that_are_mostly_days_are_follow_up_dates() -> None:
    statuses = statuses_of(
        ["Name", "Last contact", "Next action"],
        ["Ann Lee", SENT, dt.date(2026, 6, 29)],
        ["Bo Ray", SENT, dt.date(2026, 7, 20)],
        ["Cy Fox", SENT, "call"],
    )

    assert statuses == {"Ann Lee": "Follow-up due", "Bo Ray": "Scheduled", "Cy Fox": "In touch"}


@pytest.mark.parametrize(
    ("headings", "cells", "status"),
    [
        (["Date", "Sent?"], [SENT, "no"], "To contact"),
        (["Date", "Sent?"], [SENT, "yes"], "Reminder due"),
        (["Date", "Sent?"], [SENT, ""], "To contact"),
        (["Date", "Schon gesendet"], [SENT, "nein"], "To contact"),
        (["Date sent", "Applied?"], [SENT, "no"], "To contact"),
        (["Date contacted", "Contacted?"], [SENT, "no"], "Reminder due"),
        (["Date", "Sent?", "Date replied"], [SENT, "no", REPLIED], "Reply owed"),
        (["Date", "Status"], [SENT, "Entwurf"], "To contact"),
        (["Date", "Status"], [SENT, "borrador"], "To contact"),
        (["Date", "Status", "Date replied"], [SENT, "draft", REPLIED], "Reply owed"),
        (["Date contacted", "Status"], [SENT, "draft"], "Reminder due"),
    ],
)
def test_what_says_that_nothing_was_sent_makes_the_days_plans(
    headings: list[CellValue], cells: list[CellValue], status: str
) -> None:
    standings = standings_of(
        ["Name", *headings],
        ["Ann Lee", *cells],
        ["Bo Ray", SENT, "yes" if "?" in str(headings[1]) else "sent"],
    )

    assert standings[0].status == status


def test_a_day_of_contact_next_to_a_word_that_nothing_was_sent_is_named() -> None:
    log = read_rows(["Name", "Date contacted", "Status"], ["Ann Lee", SENT, "draft"], today=TODAY)

    assert codes_of(log) == ["sent-or-not"]


@pytest.mark.parametrize(
    ("headings", "cells", "said"),
    [
        (["Date sent", "Follow-up count"], [SENT, 1], "reminder 2 of 2"),
        (["Date sent", "Follow-up count"], [SENT, 0], "reminder 1 of 2"),
        (["Date sent", "Follow-up count"], [SENT, 2], "Decide how to go on"),
        (["Date sent", "Last follow-up date", "Follow-up count"], [SENT, dt.date(2026, 6, 8), 1], "reminder 2 of 2"),
        (["Date sent", "Last follow-up date", "Follow-up count"], [SENT, dt.date(2026, 6, 8), 2], "Wait for a reply"),
        (["Date sent", "Last follow-up date", "Next follow-up"], [SENT, dt.date(2026, 6, 8), dt.date(2026, 6, 29)], "Follow up"),
        (["Date sent", "Last follow-up date", "Next follow-up"], [SENT, dt.date(2026, 6, 8), dt.date(2026, 7, 20)], "Follow up then"),
        (["Gesendet am", "Zuletzt nachgefasst", "Anzahl Follow-ups"], [SENT, dt.date(2026, 6, 8), 1], "reminder 2 of 2"),
    ],
)  # fmt: skip
def test_follow_ups_are_counted_from_the_last_day_and_their_number(
    headings: list[CellValue], cells: list[CellValue], said: str
) -> None:
    standing = standing_of(headings, cells)

    assert f"{standing.next_step}; {standing.why}".count(said) == 1


@pytest.mark.parametrize("heading", ["Absage", "Rejected on", "Refus le", "Fecha de rechazo", "Data da rejeição", "Data rifiuto", "Afgewezen op", "Odmowa"])  # fmt: skip
def test_a_day_under_a_no_closes_the_row_and_deserves_thanks(heading: str) -> None:
    standing = standing_of(["Date sent", heading], [SENT, REPLIED])

    assert (standing.person.state, standing.status) == ("closed", "Thank-you due")


@pytest.mark.parametrize(
    ("headings", "cells", "status", "codes"),
    [
        (["Date"], [dt.date(2026, 8, 30)], "Scheduled", ["date-in-future"]),
        (["Date"], [dt.date(2026, 8, 31)], "To contact", ["date-in-future"]),
        (["Date", "Interaction type"], [dt.date(2026, 8, 30), "Meeting"], "Scheduled", []),
        (["Date", "Interaction type"], [dt.date(2026, 8, 31), "Meeting"], "To contact", ["date-in-future"]),
        (["Date", "Interaction type"], [TODAY, "Meeting"], "In touch", []),
        (["Date", "Interaction type"], [TODAY, "Call"], "In touch", []),
    ],
)
def test_a_day_of_contact_up_to_60_days_ahead_is_a_plan(
    headings: list[CellValue], cells: list[CellValue], status: str, codes: list[str]
) -> None:
    assert standing_of(headings, cells).status == status
    assert codes_of(read_rows(["Name", *headings], ["Ann Lee", *cells], today=TODAY)) == codes


def test_a_row_with_a_recruiter_and_a_hiring_manager_is_the_first_one_s() -> None:
    rows: list[Row] = [
        ["Firm", "Recruiter", "Recruiter e-mail", "Hiring manager", "Date sent", "Response"],
        ["Acme", "Rita Quell", "rita@example.com", "Ann Lee", SENT, ""],
        ["Beta", "Ulf Sand", "ulf@example.com", "Bo Ray", SENT, "yes"],
        ["Gamma", "Vic Tarn", "vic@example.com", "", SENT, ""],
    ]
    standings = standings_of(*rows)
    shown = log_rows(standings)

    assert [shown[row].values.status for row in (2, 3, 4)] == ["Reminder due", "In touch", "Reminder due"]
    assert {each.person.name for each in standings if each.due and each.due <= TODAY} == {
        "Rita Quell",
        "Vic Tarn",
    }


@pytest.mark.parametrize(
    ("response", "status"),
    [
        ("We have no budget for it", "Closed"),
        ("We have no budget this year", "Scheduled"),
        ("asks for my portfolio", "In touch"),
        ("Out of office until 3 July 2026", "Waiting"),
        ("no reply", "Reminder due"),
        ("", "Reminder due"),
    ],
)
def test_whatever_else_a_response_says_they_answered(response: str, status: str) -> None:
    statuses = statuses_of(
        ["Name", "Company", "Date sent", "Response"],
        ["Ann Lee", "Acme", SENT, response],
        ["Bo Ray", "Beta", SENT, "will ask her team"],
    )

    assert statuses["Ann Lee"] == status


def test_applications_wait_for_an_answer_from_the_day_they_were_sent() -> None:
    rows: list[Row] = [
        ["Firm", "Role", "Status", "Applied on", "Contact", "Contact e-mail"],
        ["Acme", "Baker", "Applied", SENT, "Ann Lee", "ann@example.com"],
        ["Beta", "Cook", "Interview", SENT, "Bo Ray", "bo@example.com"],
    ]

    assert statuses_of(*rows) == {"Ann Lee": "Reminder due", "Bo Ray": "In touch"}
