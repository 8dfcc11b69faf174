from __future__ import annotations

import datetime as dt

import pytest

from netsheet.core.model import Touch
from tests.reading.build import TODAY, Row, codes_of, read_person, read_rows

D = dt.date
SENT = D(2026, 5, 1)


def _shown(touch: Touch) -> tuple[object, ...]:
    return touch.on, touch.direction, touch.kind, touch.place.address


def test_a_date_is_an_outgoing_message_with_everything_logged_about_it() -> None:
    person = read_person(
        ["Name", "Date", "Channel", "Purpose", "Template", "Subject", "Personal detail"],
        [
            "Ann Lee",
            dt.datetime(2026, 5, 1, 9, 30),
            "LinkedIn DM",
            "advice",
            "intro-a",
            "Hello",
            "the marathon",
        ],
    )

    (touch,) = person.touches
    assert touch == Touch(
        on=SENT, at=dt.time(9, 30), direction="out", kind="message", channel="LinkedIn", intent="ask", template="intro-a", subject="Hello",
        personal=True, place=touch.place,
    )  # fmt: skip
    assert touch.place.address == "B2"


def test_whether_a_detail_was_personal_is_unknown_without_such_a_column() -> None:
    without, with_column = (
        read_person(["Name", "Date"], ["Ann Lee", SENT]),
        read_person(["Name", "Date", "Hook"], ["Ann Lee", SENT, ""]),
    )

    assert without.touches[0].personal is None
    assert with_column.touches[0].personal is False


@pytest.mark.parametrize(
    ("headings", "cells", "touches"),
    [
        (["Date", "Direction"], [SENT, "in"], [(SENT, "in", "reply", "B2")]),
        (["Date", "Direction"], [SENT, "out"], [(SENT, "out", "message", "B2")]),
        (["Date", "Interaction type"], [SENT, "Reply"], [(SENT, "in", "reply", "B2")]),
        (["Date", "Interaction type"], [SENT, "Coffee"], [(SENT, "both", "meeting", "B2")]),
        (["Date", "Interaction type", "Direction"], [SENT, "Reply", "out"], [(SENT, "out", "message", "B2")]),
        (["Date", "Channel"], [SENT, "Zoom"], [(SENT, "both", "meeting", "B2")]),
        (["First contact"], [SENT], [(SENT, "out", "message", "B2")]),
        (["First contact", "Date"], [SENT, SENT], [(SENT, "out", "message", "C2")]),
        (["Last contact"], [SENT], [(SENT, "unknown", "message", "B2")]),
        (["Date", "Last contact"], [SENT, SENT], [(SENT, "out", "message", "B2")]),
        (["Connected on"], [SENT], [(SENT, "unknown", "social", "B2")]),
        (["Meeting date"], [SENT], [(SENT, "both", "meeting", "B2")]),
        (["Informational interview"], [SENT], [(SENT, "both", "interview", "B2")]),
        (["Interview date"], [SENT], [(SENT, "both", "meeting", "B2")]),
        (["Call scheduled"], [SENT], [(SENT, "both", "call", "B2")]),
        (["Date", "Interaction type", "Meeting date"], [SENT, "Meeting", SENT], [(SENT, "both", "meeting", "B2")]),
        (["Date", "Reply date"], [SENT, D(2026, 5, 3)], [(SENT, "out", "message", "B2"), (D(2026, 5, 3), "in", "reply", "C2")]),
        (["Date", "Response"], [SENT, "Yes"], [(SENT, "out", "message", "B2"), (None, "in", "reply", "C2")]),
        (["Date", "Response"], [SENT, "No room this year"], [(SENT, "out", "message", "B2"), (None, "in", "reply", "C2")]),
        (["Date", "Response"], [SENT, "Out of office until May"], [(SENT, "out", "message", "B2"), (None, "in", "automatic reply", "C2")]),
        (["Date", "Response"], [SENT, "Abwesenheitsnotiz"], [(SENT, "out", "message", "B2"), (None, "in", "automatic reply", "C2")]),
        (["Date", "Response", "Reply date"], [SENT, "OOO", D(2026, 5, 3)], [(SENT, "out", "message", "B2"), (D(2026, 5, 3), "in", "automatic reply", "D2")]),
        (["Date", "Status"], [SENT, "Connection request sent"], [(SENT, "out", "invitation", "B2")]),
        (["Date", "Channel"], [SENT, "Kontaktanfrage"], [(SENT, "out", "invitation", "B2")]),
        (["Date", "Channel", "Status"], [SENT, "LinkedIn", "Accepted"], [(SENT, "out", "message", "B2"), (None, "in", "acceptance", "D2")]),
        (["Date", "Channel", "Status"], [SENT, "Email", "Accepted"], [(SENT, "out", "message", "B2"), (None, "in", "reply", "D2")]),
        (["Date", "Channel", "Status", "Reply date"], [SENT, "Connection request", "Accepted", D(2026, 5, 3)], [(SENT, "out", "invitation", "B2"), (D(2026, 5, 3), "in", "acceptance", "E2")]),
        (["Date", "Interaction type"], [SENT, "Invitation accepted"], [(SENT, "in", "acceptance", "B2")]),
        (["Date", "Interaction type"], [SENT, "Automatische Antwort"], [(SENT, "in", "automatic reply", "B2")]),
        (["Date", "Interaction type"], [SENT, "Left voicemail"], [(SENT, "out", "call", "B2")]),
        (["Date", "Interaction type"], [SENT, "nicht erreicht"], [(SENT, "out", "call", "B2")]),
        (["Date", "Interaction type"], [SENT, "Recruiter call"], [(SENT, "both", "call", "B2")]),
        (["Date", "Interaction type"], [SENT, "gesprochen"], [(SENT, "both", "call", "B2")]),
        (["Date", "Channel"], [SENT, "Phone"], [(SENT, "out", "message", "B2")]),
        (["Date", "Channel", "Response"], [SENT, "Phone", "yes"], [(SENT, "both", "call", "B2")]),
        (["Date", "Channel", "Reply date"], [SENT, "Anruf", SENT], [(SENT, "both", "call", "B2")]),
        (["Date", "Channel", "Reply date"], [SENT, "Phone", D(2026, 5, 3)], [(SENT, "out", "message", "B2"), (D(2026, 5, 3), "in", "reply", "D2")]),
        (["Date", "Channel", "Response"], [SENT, "Phone", "Not interested"], [(SENT, "out", "message", "B2"), (None, "in", "reply", "D2")]),
        (["Date applied"], [SENT], [(SENT, "out", "message", "B2")]),
        (["Date applied", "Date"], [SENT, D(2026, 5, 3)], [(D(2026, 5, 3), "out", "message", "C2")]),
        (["Date applied", "Date added"], [SENT, D(2026, 5, 3)], [(SENT, "out", "message", "B2")]),
        (["Date applied", "Status"], [SENT, "To apply"], []),
        (["First contact", "Last contact"], [SENT, D(2026, 5, 3)], [(SENT, "unknown", "message", "B2"), (D(2026, 5, 3), "unknown", "message", "C2")]),
        (["First contact", "Last contact", "Replied"], [SENT, D(2026, 5, 3), "no"], [(SENT, "out", "message", "B2"), (D(2026, 5, 3), "unknown", "message", "C2")]),
        (["Date", "Response"], [SENT, "No"], [(SENT, "out", "message", "B2")]),
        (["Date", "Response"], [SENT, "Not interested"], [(SENT, "out", "message", "B2"), (None, "in", "reply", "C2")]),
        (["Date", "Response"], [SENT, "Bounced"], [(SENT, "out", "message", "B2"), (None, "in", "bounce", "C2")]),
        (["Date", "Response", "Reply date"], [SENT, "Yes", D(2026, 5, 3)], [(SENT, "out", "message", "B2"), (D(2026, 5, 3), "in", "reply", "D2")]),
        (["Date", "Sentiment"], [SENT, "Positive"], [(SENT, "out", "message", "B2"), (None, "in", "reply", "C2")]),
        (["Date", "Status"], [SENT, "Replied"], [(SENT, "out", "message", "B2"), (None, "in", "reply", "C2")]),
        (["Date", "Status"], [SENT, "undeliverable"], [(SENT, "out", "message", "B2"), (None, "in", "bounce", "C2")]),
        (["Date", "Status", "Response"], [SENT, "Replied", "yes"], [(SENT, "out", "message", "B2"), (None, "in", "reply", "D2")]),
        (["Date", "Thank you sent"], [SENT, D(2026, 5, 2)], [(SENT, "out", "message", "B2"), (D(2026, 5, 2), "out", "thanks", "C2")]),
        (["Date", "Thank you sent"], [SENT, "yes"], [(SENT, "out", "message", "B2"), (None, "out", "thanks", "C2")]),
        (["Date", "Thank you sent"], [SENT, "no"], [(SENT, "out", "message", "B2")]),
        (["Date", "Referral requested"], [SENT, D(2026, 5, 2)], [(SENT, "out", "message", "B2"), (D(2026, 5, 2), "out", "message", "C2")]),
        (["Date", "Follow-up 1", "Follow-up 2"], [SENT, D(2026, 5, 5), "sent"], [
            (SENT, "out", "message", "B2"), (D(2026, 5, 5), "out", "message", "C2"), (None, "out", "message", "D2"),
        ]),
        (["Date", "Followed up?"], [SENT, D(2026, 5, 5)], [(SENT, "out", "message", "B2"), (D(2026, 5, 5), "out", "message", "C2")]),
        (["Date", "Followed up?"], [SENT, "no"], [(SENT, "out", "message", "B2")]),
    ],
)  # fmt: skip
def test_a_row_unfolds_into_touches(
    headings: list[str], cells: list[object], touches: list[tuple[object, ...]]
) -> None:
    person = read_person(["Name", *headings], ["Ann Lee", *cells])  # type: ignore[list-item]  # cells' values

    assert [_shown(touch) for touch in person.touches] == touches


def test_how_they_answered_is_kept_with_the_reply() -> None:
    person = read_person(
        ["Name", "Date", "Reply date", "Response type"], ["Ann Lee", SENT, D(2026, 5, 3), "Negative"]
    )

    assert person.touches[1].response_type == "negative"
    assert person.state == "open"


def test_touches_stand_by_day_and_undated_ones_last() -> None:
    person = read_person(
        ["Name", "Email", "Date", "Response"],
        ["Ann Lee", "ann@example.com", D(2026, 5, 9), "yes"],
        ["Ann Lee", "ann@example.com", D(2026, 5, 1), "no"],
        ["Ann Lee", "ann@example.com", D(2026, 5, 9), ""],
    )

    assert [(touch.on, touch.place.row) for touch in person.touches] == [
        (D(2026, 5, 1), 3),
        (D(2026, 5, 9), 2),
        (D(2026, 5, 9), 4),
        (None, 2),
    ]
    assert person.rows == (2, 3, 4)
    assert person.place.row == 4


def test_a_sent_date_after_today_is_a_warning_and_no_touch_yet() -> None:
    log = read_rows(
        ["Name", "Date Sent", "Reply date", "Last contact"],
        ["Ann Lee", D(2062, 5, 1), D(2062, 5, 2), D(2062, 5, 3)],
    )

    assert codes_of(log) == ["date-in-future"] * 3
    assert {finding.severity for finding in log.findings} == {"warning"}
    assert log.people[0].touches == ()


def test_a_meeting_after_today_is_ahead() -> None:
    person = read_person(
        ["Name", "Date", "Type of touch", "Meeting date"],
        ["Ann Lee", D(2026, 7, 1), "Coffee", D(2026, 6, 20)],
    )

    assert person.touches == ()
    assert person.meetings_ahead == (D(2026, 6, 20), D(2026, 7, 1))


def test_the_date_of_a_row_that_is_not_contacted_yet_is_the_day_it_was_written_down() -> None:
    rows: Row = ["Ann Lee", SENT, "Not contacted"]
    noted, sent = (
        read_person(["Name", "Date", "Status"], rows),
        read_person(["Name", "Date sent", "Status"], rows),
    )

    assert (noted.touches, noted.recorded_on, noted.state) == ((), SENT, "not contacted")
    assert (len(sent.touches), sent.state) == (1, "open")


@pytest.mark.parametrize(
    ("heading", "recorded_on"), [("Date added", SENT), ("Date applied", SENT), ("Connected on", SENT)]
)
def test_a_day_of_writing_down_is_kept(heading: str, recorded_on: D) -> None:
    assert read_person(["Name", "Company", heading], ["Ann Lee", "Acme", SENT]).recorded_on == recorded_on


@pytest.mark.parametrize(
    ("cell", "on", "set_on", "note"),
    [
        (D(2026, 7, 1), D(2026, 7, 1), SENT, ""),
        ("2026-07-01 - after the fair", D(2026, 7, 1), SENT, "after the fair"),
        ("+6m", D(2026, 11, 1), SENT, ""),
        ("next quarter", D(2026, 7, 1), SENT, ""),
    ],
)
def test_a_follow_up_is_a_day_or_a_phrase_counted_from_the_rows_date(
    cell: object, on: D, set_on: D, note: str
) -> None:
    (follow_up,) = read_person(["Name", "Date", "Follow-up date"], ["Ann Lee", SENT, cell]).follow_ups  # type: ignore[list-item]  # a cell's value

    assert (follow_up.on, follow_up.set_on, follow_up.note, follow_up.is_done) == (on, set_on, note, False)


def test_a_follow_up_that_was_done_is_a_touch_too() -> None:
    person = read_person(
        ["Name", "Date", "Follow-up date", "Follow-up done"], ["Ann Lee", SENT, D(2026, 5, 8), "yes"]
    )

    assert person.follow_ups[0].is_done
    assert [touch.on for touch in person.touches] == [SENT, D(2026, 5, 8)]


def test_a_numbered_follow_up_to_come_is_planned() -> None:
    person = read_person(["Name", "Follow-up 1", "Follow-up 2"], ["Ann Lee", D(2026, 5, 8), D(2026, 7, 8)])

    assert [touch.on for touch in person.touches] == [D(2026, 5, 8)]
    assert [follow_up.on for follow_up in person.follow_ups] == [D(2026, 7, 8)]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("after his holiday", "follow-up-note"),
        ("12 May - after his holiday", "date-without-year"),
        ("31.02.2026", "unreadable-date"),
        ("3/4/2026", "ambiguous-date-order"),
    ],
)
def test_a_follow_up_that_is_no_day_is_named(cell: str, code: str) -> None:
    log = read_rows(
        ["Name", "Date", "Follow-up date"], ["Ann Lee", SENT, cell], ["Bob Ray", SENT, D(2026, 7, 1)]
    )

    assert [(finding.code, finding.place and finding.place.address) for finding in log.findings] == [
        (code, "C2")
    ]


def test_a_follow_up_phrase_without_a_date_to_count_from_is_named() -> None:
    assert codes_of(read_rows(["Name", "Date", "Follow-up date"], ["Ann Lee", "", "in 6 months"])) == [
        "follow-up-without-start"
    ]


@pytest.mark.parametrize(
    ("headings", "cells", "by", "is_done"),
    [
        (["Promise", "Promise by"], ["send the article", D(2026, 5, 8)], D(2026, 5, 8), False),
        (["Promise", "Promise kept"], ["send the article", "yes"], None, True),
        (["Promise", "Promise kept"], ["send the article", D(2026, 5, 9)], None, True),
        (["Promise by"], [D(2026, 5, 8)], D(2026, 5, 8), False),
    ],
)
def test_a_promise_knows_when_it_was_made_and_for_when(
    headings: list[str], cells: list[object], by: D | None, *, is_done: bool
) -> None:
    (promise,) = read_person(["Name", "Date", *headings], ["Ann Lee", SENT, *cells]).promises  # type: ignore[list-item]  # cells' values

    assert (promise.made_on, promise.by, promise.is_done) == (SENT, by, is_done)


def test_an_empty_promise_is_none() -> None:
    assert (
        read_person(["Name", "Date", "Promise", "Promise by"], ["Ann Lee", SENT, "", D(2026, 5, 8)]).promises
        == ()
    )


@pytest.mark.parametrize(
    ("cell", "agreed", "on", "touches"),
    [
        ("yes", True, None, 1),
        (D(2026, 5, 9), True, D(2026, 5, 9), 2),
        ("no", False, None, 1),
        ("", False, None, 1),
    ],
)
def test_a_referral_is_kept(cell: object, on: D | None, touches: int, *, agreed: bool) -> None:
    person = read_person(["Name", "Date", "Referral received"], ["Ann Lee", SENT, cell])  # type: ignore[list-item]  # a cell's value

    assert (person.referral_agreed, person.referral_on, len(person.touches)) == (agreed, on, touches)


@pytest.mark.parametrize(
    ("cell", "on"),
    [("an article", SENT), (D(2026, 5, 9), D(2026, 5, 9)), ("no", None), ("", None), (D(2062, 5, 9), None)],
)
def test_what_the_user_gave_has_a_day(cell: object, on: D | None) -> None:
    person = read_person(["Name", "Date", "Value I gave"], ["Ann Lee", SENT, cell])  # type: ignore[list-item]  # a cell's value

    assert person.value_given_on == on


@pytest.mark.parametrize("heading", ["Replied on", "Coffee chat"])
@pytest.mark.parametrize("cell", ["4/3/2026", "12 May", "04.05.2026, 05.05.2026"])
def test_a_day_of_an_answer_that_cannot_be_placed_still_tells_that_there_was_one(
    heading: str, cell: str
) -> None:
    log = read_rows(["Name", "Date", heading], ["Ann Lee", D(2026, 3, 3), cell])

    assert [(touch.on, touch.direction) for touch in log.people[0].touches] == [
        (D(2026, 3, 3), "out"),
        (None, "in"),
    ]
    assert [finding.severity for finding in log.findings] == ["error"]


def test_words_where_the_day_of_an_answer_belongs_tell_of_none() -> None:
    person = read_person(["Name", "Date", "Replied on"], ["Ann Lee", D(2026, 3, 3), "hopefully soon"])

    assert [touch.direction for touch in person.touches] == ["out"]


@pytest.mark.parametrize("status", ["Contacted", "No response", "Waiting for reply", "Gesendet"])
def test_a_status_that_says_the_user_wrote_is_a_message_where_no_day_tells_of_it(status: str) -> None:
    log = read_rows(["Name", "Status"], ["Ann Lee", status], ["Bob Ray", "Cold"])

    assert [[(touch.on, touch.direction) for touch in person.touches] for person in log.people] == [
        [(None, "out")],
        [],
    ]


def test_a_status_that_says_the_user_wrote_adds_nothing_to_the_days_that_tell_of_it() -> None:
    person = read_person(["Name", "Date", "Status"], ["Ann Lee", SENT, "No response"])

    assert [touch.on for touch in person.touches] == [SENT]


def test_marks_where_days_belong_tell_that_the_user_wrote() -> None:
    log = read_rows(
        ["Name", "Contacted"], ["Ann Lee", "\u2713"], ["Bob Ray", ""], ["Cy Fox", "no"], ["Di", "yes"]
    )

    assert [[(touch.on, touch.direction) for touch in person.touches] for person in log.people] == [
        [(None, "out")],
        [],
        [],
        [(None, "out")],
    ]
    assert codes_of(log) == ["nothing-to-date"]
    assert log.reading.headings[1].reason == "its marks tell that you wrote, not when"


def test_columns_that_only_say_what_was_done_are_a_touch_each() -> None:
    log = read_rows(
        ["Name", "Emailed", "Called on", "Messaged"],
        ["Ann Lee", D(2026, 5, 1), D(2026, 5, 8), ""],
        ["Bob Ray", D(2026, 5, 2), "", D(2026, 5, 2)],
    )

    assert [[(touch.on, touch.channel) for touch in person.touches] for person in log.people] == [
        [(D(2026, 5, 1), "e-mail"), (D(2026, 5, 8), "phone")],
        [(D(2026, 5, 2), "e-mail"), (D(2026, 5, 2), None)],
    ]
    assert codes_of(log) == []


def test_a_heading_that_says_what_was_done_tells_the_channel_where_no_column_does() -> None:
    log = read_rows(["Name", "Called", "Channel"], ["Ann Lee", SENT, "LinkedIn"], ["Bob Ray", SENT, ""])

    assert [person.touches[0].channel for person in log.people] == ["LinkedIn", "phone"]


def test_month_columns_need_a_year_for_a_mark() -> None:
    log = read_rows(["Name", "Jan", "Feb"], ["Ann Lee", "x", D(2026, 2, 3)], ["Bob Ray", "-", ""])

    assert [touch.on for touch in log.people[0].touches] == [D(2026, 2, 3)]
    assert codes_of(log) == ["month-without-year"]


def test_a_month_column_holds_only_its_own_days() -> None:
    log = read_rows(["Name", "Jan 2026", "Feb 2026", "Dec 2026"], ["Ann Lee", "31", "31", "x"], today=TODAY)

    assert [touch.on for touch in log.people[0].touches] == [D(2026, 1, 31)]
    assert codes_of(log) == ["unreadable-date", "date-in-future"]


def test_the_columns_of_one_repetition_belong_together() -> None:
    person = read_person(
        ["Name", "Touch 1 date", "Touch 1 channel", "Touch 2 date", "Touch 2 channel"],
        ["Ann Lee", "13/04/2026", "Email", "4/5/2026", "Phone"],
    )

    assert [(touch.on, touch.channel) for touch in person.touches] == [
        (D(2026, 4, 13), "e-mail"),
        (D(2026, 5, 4), "phone"),
    ]


def test_a_column_that_proves_both_orders_is_reported_and_not_guessed() -> None:
    log = read_rows(
        ["Name", "Date"], ["Ann Lee", "13/4/2026"], ["Bob Ray", "4/13/2026"], ["Cy Fox", "3/4/2026"]
    )

    assert codes_of(log) == ["conflicting-date-order", "ambiguous-date-order"]
    assert [len(person.touches) for person in log.people] == [1, 1, 0]


def test_the_setting_decides_what_the_column_does_not() -> None:
    rows = (["Name", "Date"], ["Ann Lee", "3/4/2026"])

    assert read_person(*rows, date_order="dmy").touches[0].on == D(2026, 4, 3)
    assert read_person(*rows, date_order="mdy").touches[0].on == D(2026, 3, 4)
    assert codes_of(read_rows(*rows)) == ["ambiguous-date-order"]


@pytest.mark.parametrize(
    ("first", "last", "codes"),
    [
        (D(2026, 5, 12), D(2026, 5, 11), ["last-before-first"]),
        (D(2026, 5, 12), D(2026, 5, 12), []),
        (D(2026, 5, 12), D(2026, 5, 13), []),
        (D(2026, 5, 12), "", []),
    ],
)
def test_a_last_contact_before_the_first_is_named(first: D, last: D | str, codes: list[str]) -> None:
    log = read_rows(["Name", "First contact", "Last contact"], ["Ann Lee", first, last])

    assert [finding.code for finding in log.findings] == codes
    assert [finding.message for finding in log.findings] == [
        "Last contact says 2026-05-11, which is before First contact: 2026-05-12." for _ in codes
    ]


@pytest.mark.parametrize(
    ("heading", "cell", "is_job_interview"),
    [
        ("Activity", "Job interview", True),
        ("Activity", "Second interview", True),
        ("Activity", "Vorstellungsgespräch", True),
        ("Activity", "Phone screen", True),
        ("Activity", "Final round", True),
        ("Activity", "Informational interview", False),
        ("Activity", "Coffee", False),
        ("Interview date", SENT, True),
        ("Informational interview", SENT, False),
        ("Meeting date", SENT, False),
    ],
)
def test_an_interview_for_a_job_is_told_from_one_for_information(
    heading: str, cell: str | D, *, is_job_interview: bool
) -> None:
    person = read_person(["Name", "Date", heading], ["Ann Lee", SENT, cell])

    assert any(touch.is_job_interview for touch in person.touches) == is_job_interview


@pytest.mark.parametrize("kind", ["to contact", "draft", "to do", "planned"])
def test_a_type_that_says_nothing_was_sent_makes_the_day_a_plan(kind: str) -> None:
    log = read_rows(["Name", "Date", "Activity"], ["Ann Lee", SENT, kind], ["Bo Ray", SENT, "email"])

    assert [len(person.touches) for person in log.people] == [0, 1]
    assert codes_of(log) == []


@pytest.mark.parametrize("today", [D(2026, 5, 5), D(2026, 5, 12), D(2026, 5, 20)])
def test_an_answered_call_stays_one_when_the_day_of_its_meeting_has_passed(today: dt.date) -> None:
    row: Row = ["Ann Lee", SENT, "Phone", "she called back, wants to meet 12 May"]

    person = read_person(["Name", "Date", "Channel", "Response"], row, today=today)

    talked, *met = [(touch.on, touch.direction, touch.kind) for touch in person.touches]
    assert talked == (SENT, "both", "call")
    assert met == ([] if today < D(2026, 5, 12) else [(D(2026, 5, 12), "both", "meeting")])
