"""Settings and people together: every setting has its effect, referrers are found, closed people lose nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from netsheet.core.calendar import calendar_of
from netsheet.core.followups.due import closed_follow_ups, replies_after_opt_out
from netsheet.core.followups.remembered import Remembered
from netsheet.core.model import Settings
from tests.a_person import Teller, a_person, on, standing, standings

EVERY_DAY = frozenset(range(7))


@pytest.mark.parametrize(
    ("setting", "value", "person", "today", "change"),
    [
        ("working_weekdays", EVERY_DAY, a_person().wrote("3 Mar"), "3 Mar", ("10 Mar", "8 Mar")),
        ("holidays", frozenset({on("4 Mar")}), a_person().wrote("3 Mar"), "3 Mar", ("10 Mar", "11 Mar")),
        ("reply_within", 3, a_person().they_replied("3 Mar"), "3 Mar", ("4 Mar", "6 Mar")),
        ("thank_within", 2, a_person().met("3 Mar"), "3 Mar", ("4 Mar", "5 Mar")),
        ("not_now", 30, a_person().they_said_not_now("3 Mar"), "3 Mar", ("1 Jun", "2 Apr")),
        ("promise_within", 5, a_person().promised("CV", made="3 Mar"), "3 Mar", ("6 Mar", "10 Mar")),
        ("referral_within", 1, a_person().who(referred_by="Ben", recorded_on=on("3 Mar")), "3 Mar", ("6 Mar", "4 Mar")),
        ("nudge_after_email", 2, a_person().wrote("3 Mar"), "3 Mar", ("10 Mar", "5 Mar")),
        ("nudge_after_linkedin", 2, a_person().wrote("3 Mar", by="LinkedIn"), "3 Mar", ("12 Mar", "5 Mar")),
        ("nudge_after_phone", 2, a_person().wrote("3 Mar", by="phone"), "3 Mar", ("6 Mar", "5 Mar")),
        ("nudge_after_other", 2, a_person().wrote("3 Mar", by="text"), "3 Mar", ("10 Mar", "5 Mar")),
        ("most_nudges", 0, a_person().wrote("3 Mar"), "3 Mar", ("10 Mar", "2 Apr")),
        ("decide_after", 10, a_person().wrote("3 Feb").wrote("10 Feb").wrote("17 Feb"), "17 Feb", ("19 Mar", "27 Feb")),
        ("check_in_close", 10, a_person().last_contact("3 Mar").who(relationship="close"), "3 Mar", ("2 Apr", "13 Mar")),
        ("check_in_warm", 10, a_person().last_contact("3 Mar").who(relationship="warm"), "3 Mar", ("1 Jun", "13 Mar")),
        ("check_in_weak", 10, a_person().last_contact("3 Mar").who(relationship="weak"), "3 Mar", ("31 Aug", "13 Mar")),
    ],
)  # fmt: skip
def test_a_setting_moves_the_due_day(
    setting: str, value: object, person: Teller, today: str, change: tuple[str, str]
) -> None:
    changed = standing(person, today, (), None, **{setting: value})

    assert (standing(person, today).due, changed.due) == (on(change[0]), on(change[1]))


@pytest.mark.parametrize(
    ("setting", "value", "person", "today", "change"),
    [
        ("dormant_after", 400, a_person().they_replied("3 Mar 2025"), "3 Mar", ("Reconnect", "Decide")),
        ("dates_ahead", 3, a_person().last_contact("1 Mar").who(birthday=(3, 9)), "3 Mar", ("Date coming", "In touch")),
        ("dates_ahead_close", 3, a_person().last_contact("1 Mar").who(birthday=(3, 12), relationship="close"), "3 Mar", ("Date coming", "In touch")),
    ],
)  # fmt: skip
def test_a_setting_changes_the_status(
    setting: str, value: object, person: Teller, today: str, change: tuple[str, str]
) -> None:
    changed = standing(person, today, (), None, **{setting: value})

    assert (standing(person, today).status, changed.status) == change


CALENDAR = calendar_of(Settings())
BEN = "Ben Okri"


@pytest.mark.parametrize("referred_by", [BEN, "  ben   okri ", "ben@example.com", "Ben@Example.com"])
def test_a_referrer_is_found_by_name_or_address(referred_by: str) -> None:
    ben = a_person(BEN).wrote("2 Feb").they_replied("3 Feb").thanked("4 Feb").who(email="ben@example.com")

    referred = a_person().wrote("2 Mar").they_replied("3 Mar").who(referred_by=referred_by)

    result = standings([ben, referred], "4 Mar")[0]

    assert (result.status, result.due) == ("Thank-you due", on("4 Mar"))


@pytest.mark.parametrize(
    ("ben", "referred"),
    [
        pytest.param(a_person(BEN).thanked("3 Mar"), a_person().they_replied("3 Mar"), id="already thanked"),
        pytest.param(a_person(BEN).thanked("5 Feb"), a_person().wrote("3 Mar"), id="nobody has answered yet"),
        pytest.param(
            a_person(BEN).thanked("5 Feb"), a_person().they_replied("9 Mar"), id="answer still ahead"
        ),
        pytest.param(
            a_person(BEN).thanked("5 Feb"), a_person().they_replied("18 Feb"), id="the life of thanks is over"
        ),
        pytest.param(
            a_person("Bea Okri").thanked("5 Feb"), a_person().they_replied("3 Mar"), id="someone else"
        ),
    ],
)
def test_a_referrer_is_not_to_be_told(ben: Teller, referred: Teller) -> None:
    result = standings([ben, referred.who(referred_by=BEN)], "6 Mar")[0]

    assert "thank_referrer" not in {action.kind for action in result.actions}


def test_a_name_that_two_people_carry_finds_neither() -> None:
    bens = [a_person(BEN).thanked("5 Feb").who(key=key) for key in ("n:1", "n:2")]

    results = standings([*bens, a_person().they_replied("3 Mar").who(referred_by=BEN)], "6 Mar")

    assert [result.status for result in results[:2]] == ["In touch", "In touch"]


def test_an_address_that_two_people_carry_finds_neither() -> None:
    bens = [
        a_person(name).thanked("5 Feb").who(email="ben@example.com", key=name) for name in ("Ben", "Benny")
    ]

    results = standings([*bens, a_person().they_replied("3 Mar").who(referred_by="ben@example.com")], "6 Mar")

    assert [result.status for result in results[:2]] == ["In touch", "In touch"]


def test_nobody_thanks_themselves() -> None:
    assert standing(a_person(BEN).thanked("3 Mar").who(referred_by=BEN), "9 Mar").status == "In touch"


def test_of_several_referred_the_first_who_answered_is_named() -> None:
    ben = a_person(BEN).thanked("5 Feb")
    later = a_person("Zoe Lind").they_replied("4 Mar").who(referred_by=BEN)
    sooner = a_person("Cem Aydin").they_replied("3 Mar").who(referred_by=BEN)

    assert standings([ben, later, sooner], "6 Mar")[0].why.startswith(
        "Cem Aydin, whom they suggested, answered"
    )


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"state": "closed"}, id="closed"),
        pytest.param({"state": "paused"}, id="paused"),
        pytest.param({"do_not_contact": True}, id="not to be contacted"),
    ],
)
def test_whoever_gets_no_check_in_takes_no_place_among_the_weeks_few(other: dict[str, object]) -> None:
    longer = a_person("Zoe Lind").last_contact("2 Jan 2025").who(relationship="weak", **other)
    ana = a_person().last_contact("1 Aug 2025").who(relationship="weak")

    assert standings([longer, ana], "3 Mar", check_ins_a_week=1)[1].status == "Check-in due"


def test_standings_come_in_the_order_of_the_people() -> None:
    results = standings([a_person("Ana"), a_person("Ben"), a_person("Cem")], "3 Mar")

    assert [result.person.key for result in results] == ["n:ana", "n:ben", "n:cem"]


def test_closed_and_paused_are_the_users_words() -> None:
    today = dt.date(2026, 3, 3)

    assert a_person().who(do_not_contact=True).person().is_closed
    assert not a_person().who(state="paused").person().is_closed
    assert a_person().who(paused_until=on("4 Mar")).person().is_paused(today)
    assert not a_person().who(paused_until=on("3 Mar"), state="paused").person().is_paused(today)
    assert not a_person().person().is_paused(today)


def test_follow_up_dates_of_closed_people_are_findings() -> None:
    closed = a_person().wrote("3 Mar").to_follow_up("12 May", set_on="3 Mar").who(state="closed")

    (finding,) = closed_follow_ups([closed.person()], today=on("9 Mar"), calendar=CALENDAR)

    assert finding.code == "follow-up-on-closed"
    assert finding.place == closed.person().follow_ups[0].place
    assert finding.message == (
        "A follow-up on 12 May is set for Ana Silva, who is closed, so nothing becomes due."
    )


@pytest.mark.parametrize(
    "person",
    [
        pytest.param(a_person().to_follow_up("12 May"), id="open people are judged by the rules"),
        pytest.param(a_person().to_follow_up("12 May", done=True).who(state="closed"), id="done"),
        pytest.param(
            a_person().to_follow_up("2 Mar").wrote("3 Mar").who(state="closed"), id="met before closing"
        ),
        pytest.param(
            a_person().to_follow_up("2 Mar").who(state="closed", closed_on=on("5 Mar")),
            id="closing was the answer",
        ),
        pytest.param(a_person().promised("CV", done=True).who(state="closed"), id="promise kept"),
    ],
)
def test_nothing_is_said_where_nothing_would_be_lost(person: Teller) -> None:
    assert closed_follow_ups([person.person()], today=on("9 Mar"), calendar=CALENDAR) == ()


def test_an_open_promise_to_someone_not_to_contact_is_named() -> None:
    person = a_person().promised("CV", by="12 May").who(do_not_contact=True)

    (finding,) = closed_follow_ups([person.person()], today=on("9 Mar"), calendar=CALENDAR)

    assert finding.code == "promise-to-closed"
    assert finding.message == "A promise to Ana Silva is open: “CV”. They are closed, so nothing becomes due."


@pytest.mark.parametrize(
    ("shown", "opted_out", "today", "codes"),
    [
        pytest.param("10 Mar", "9 Mar", "10 Mar", ["reply-after-opt-out"], id="a later reply is named"),
        pytest.param("10 Mar", "9 Mar", "24 Mar", ["reply-after-opt-out"], id="for fourteen days"),
        pytest.param("10 Mar", "9 Mar", "25 Mar", [], id="no longer"),
        pytest.param("10 Mar", "10 Mar", "10 Mar", [], id="not the one that asked for it"),
        pytest.param("8 Mar", "9 Mar", "10 Mar", [], id="nor one before it"),
    ],
)
def test_a_reply_after_an_opt_out_is_a_finding(
    shown: str, opted_out: str, today: str, codes: list[str]
) -> None:
    person = a_person().they_replied("8 Mar").who(do_not_contact=True).person()
    seen = Remembered(reply_shown_on=on(shown), opted_out_on=on(opted_out))

    findings = replies_after_opt_out([person], {person.key: seen}, today=on(today))

    assert [finding.code for finding in findings] == codes
