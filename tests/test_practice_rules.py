"""The rules behind the practices: reactions, news, another channel, mentors and buddies."""

from __future__ import annotations

import warnings
from pathlib import Path

import openpyxl
import pytest

from netsheet.core.followups.remembered import Remembered
from netsheet.core.model import News, Place
from netsheet.core.values.vocabulary import read_relationship, read_role
from tests.a_person import Teller, a_person, on, standing
from tests.command_line import run
from tests.practice_logs import a_log, day

HERE = Place(sheet="Log", row=2, column=9)


def met(**facts: object) -> Teller:
    return a_person().met("2 Jan").thanked("2 Jan").who(relationship="warm", **facts)


def reacted(teller: Teller, when: str) -> Teller:
    return teller.touch(when, "out", "social")


def with_news(teller: Teller, when: str = "", text: str = "promoted") -> Teller:
    news = News(text=text, on=on(when) if when else None, place=HERE)
    return teller.who(news=(news,), email="ana@example.com")


@pytest.mark.parametrize(
    ("person", "today", "status", "due"),
    [
        pytest.param(met(), "1 Apr", "In touch", "2 Apr", id="a check-in counts from the last contact"),
        pytest.param(reacted(met(), "2 Mar"), "1 May", "Check-in due", "1 May", id="a reaction moves it half of the way"),
        pytest.param(
            reacted(reacted(met(), "2 Mar"), "31 Mar"), "1 May", "In touch", "1 Jun", id="the next one half of the rest"
        ),
        pytest.param(
            reacted(a_person().they_replied("2 Mar"), "3 Mar"), "4 Mar", "Reply owed", "3 Mar", id="it answers nothing"
        ),
        pytest.param(reacted(a_person().met("2 Mar"), "3 Mar"), "4 Mar", "Thank-you due", "3 Mar", id="it is no thanks"),
        pytest.param(
            reacted(a_person().wrote("2 Mar").to_follow_up("5 Mar"), "4 Mar"),
            "5 Mar",
            "Follow-up due",
            "5 Mar",
            id="it meets no follow-up date",
        ),
        pytest.param(reacted(a_person(), "2 Mar"), "2 Mar", "To contact", "2 Mar", id="it is no first message"),
        pytest.param(
            reacted(a_person().wrote("2 Mar"), "6 Mar"), "11 Mar", "Reminder due", "11 Mar", id="a reminder comes later"
        ),
        pytest.param(with_news(met(), "9 Mar"), "12 Mar", "To contact", "12 Mar", id="news are worth a line in 3 days"),
        pytest.param(with_news(met(), "9 Mar"), "11 Mar", "In touch", "12 Mar", id="not before"),
        pytest.param(with_news(met(), "9 Mar"), "26 Mar", "To contact", "12 Mar", id="for two weeks"),
        pytest.param(with_news(met(), "9 Mar"), "27 Mar", "In touch", "2 Apr", id="then no more"),
        pytest.param(with_news(met(), "9 Mar").wrote("9 Mar", intent="social"), "12 Mar", "In touch", "8 Jun", id="a message meets it"),
        pytest.param(with_news(met().wrote("6 Mar", intent="social"), "9 Mar"), "12 Mar", "To contact", "12 Mar", id="not one before"),
        pytest.param(reacted(with_news(met(), "9 Mar"), "10 Mar"), "12 Mar", "In touch", "5 May", id="so does a reaction"),
        pytest.param(with_news(met(), "9 Mar").to_follow_up("1 Apr"), "12 Mar", "Scheduled", "1 Apr", id="so does a plan"),
        pytest.param(with_news(met(), "16 Mar"), "12 Mar", "In touch", "2 Apr", id="news to come are none yet"),
        pytest.param(with_news(met()), "12 Mar", "In touch", "2 Apr", id="nor are those that are older than the log"),
        pytest.param(with_news(met(do_not_contact=True), "9 Mar"), "12 Mar", "Closed", None, id="nobody who opted out"),
        pytest.param(met(role="mentor"), "1 Feb", "In touch", "2 Feb", id="a mentor hears from you each month"),
        pytest.param(met(role="buddy"), "8 Jan", "In touch", "9 Jan", id="a buddy each week"),
        pytest.param(met(role="buddy", every_days=14), "15 Jan", "In touch", "16 Jan", id="your own rhythm wins"),
    ],
)  # fmt: skip
def test_a_row_shows_what_a_practice_asks_for(
    person: Teller, today: str, status: str, due: str | None
) -> None:
    result = standing(person, today)

    assert (result.status, result.due) == (status, on(due) if due else None)


@pytest.mark.parametrize(
    ("person", "today", "why", "step"),
    [
        (
            with_news(met(), "9 Mar"),
            "12 Mar",
            "There is news of 9 Mar about them: “promoted”; nothing of yours is logged since.",
            "Congratulate them",
        ),
        (
            reacted(met(), "2 Mar"),
            "1 May",
            "Last contact on 2 Mar, a reaction that counts half; with a warm contact, get in touch every 90 days.",
            "Check in with a short message",
        ),
        (
            met(role="mentor"),
            "3 Feb",
            "Last contact on 2 Jan; with your mentor, get in touch every 30 days.",
            "Check in with a short message",
        ),
        (
            reacted(a_person().wrote("2 Mar"), "6 Mar"),
            "11 Mar",
            "No reply 7 working days after your e-mail of 2 Mar; reminder 1 of 2.",
            "Send a reminder by e-mail",
        ),
        (
            a_person().wrote("2 Mar").wrote("9 Mar").who(email="a@example.com", linkedin="ana"),
            "16 Mar",
            "No reply 5 working days after your e-mail of 9 Mar; reminder 2 of 2.",
            "Send a reminder on LinkedIn this time",
        ),
        (
            a_person().wrote("2 Mar").wrote("9 Mar").who(email="a@example.com", phone="+44 1"),
            "16 Mar",
            "No reply 5 working days after your e-mail of 9 Mar; reminder 2 of 2.",
            "Call this time",
        ),
        (
            a_person().wrote("2 Mar").wrote("9 Mar").who(email="a@example.com"),
            "16 Mar",
            "No reply 5 working days after your e-mail of 9 Mar; reminder 2 of 2.",
            "Send a reminder by e-mail",
        ),
        (
            a_person()
            .wrote("2 Mar")
            .wrote("9 Mar", by="LinkedIn")
            .who(email="a@example.com", linkedin="ana"),
            "18 Mar",
            "No reply 7 working days after your LinkedIn message of 9 Mar; reminder 2 of 2.",
            "Send a reminder on LinkedIn",
        ),
    ],
)
def test_the_sentence_has_the_facts_in_it(person: Teller, today: str, why: str, step: str) -> None:
    result = standing(person, today)

    assert (result.why, result.next_step) == (why, step)


def test_after_two_messages_without_an_answer_the_channel_changes_for_all_that_follows() -> None:
    silent = a_person().wrote("2 Mar").wrote("9 Mar").who(email="a@example.com", linkedin="ana")
    history = standing(silent, "16 Mar").history
    answered = standing(silent.they_replied("12 Mar"), "16 Mar").history

    assert (history.channel, history.tired_channel, history.channel_mix()) == (
        "LinkedIn",
        "e-mail",
        {"e-mail": 2},
    )
    assert (answered.channel, answered.tired_channel) == ("e-mail", None)


def test_news_without_a_day_count_from_the_refresh_that_showed_them() -> None:
    person = with_news(met(), text="New job")

    shown = standing(person, "12 Mar", remembered=Remembered(news_shown_on={"New job": on("9 Mar")}))
    old = standing(person, "12 Mar", remembered=Remembered(news_shown_on={"New job": on("1 Jan 1900")}))

    assert (shown.status, shown.due) == ("To contact", on("12 Mar"))
    assert old.status == "In touch"


@pytest.mark.parametrize(
    ("word", "role", "tie"),
    [
        ("Mentor", "mentor", "warm"),
        ("my mentor", "mentor", "warm"),
        ("Mentorin", "mentor", "warm"),
        ("Accountability partner", "buddy", "close"),
        ("buddy", "buddy", "close"),
        ("mentee", None, "warm"),
        ("not my mentor any more", None, None),
        ("close", None, "close"),
    ],
)
def test_a_role_is_read_from_the_word_for_the_relationship(
    word: str, role: str | None, tie: str | None
) -> None:
    read = read_relationship(word)

    assert (read_role(word), read[0] if read else None) == (role, tie)


@pytest.mark.parametrize(
    ("cell", "due"),
    [
        ("Promoted to VP, 10 Mar 2026", "2026-03-13"),
        ("10 Mar 2026: new job at Acme", "2026-03-13"),
        (day("10 Mar"), "2026-03-13"),
        ("no", None),
        ("Promoted to VP", None),
        ("Starts at Acme on 10 May 2026", None),
    ],
)
def test_news_are_read_from_a_column_with_their_day(cell: object, due: str | None, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Name", "Date contacted", "Replied on", "News"],
        ["Ana", day("1 Feb"), day("2 Feb"), cell],
        ["Ben", day("1 Feb"), day("2 Feb"), ""],
    ]
    log = a_log(tmp_path, "xlsx", {"Log": rows})

    items = run("due", log, "--json").document["items"]

    assert [item["due"] for item in items if item["action"] == "congratulate"] == ([due] if due else [])


def test_news_typed_after_a_refresh_count_from_the_next_one(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Name", "Date contacted", "Replied on", "News"],
        ["Ana", day("1 Feb"), day("2 Feb"), ""],
        ["Ben", day("1 Feb"), day("2 Feb"), "an old launch"],
    ]
    log = a_log(tmp_path, "xlsx", {"Log": rows})
    assert run("refresh", log, today="2026-03-09").exit_code == 0

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl draws no charts again; the next refresh does
        book = openpyxl.load_workbook(log)
    book["Log"]["D2"] = "Promoted to VP"
    book.save(log)
    assert run("refresh", log, today="2026-03-10").exit_code == 0
    assert run("refresh", log, today="2026-03-11").exit_code == 0

    items = run("due", log, "--json", today="2026-03-13").document["items"]
    news = [item for item in items if item["action"] == "congratulate"]
    assert [(item["person"], item["due"]) for item in news] == [("Ana", "2026-03-13")]

    assert run("done", log, "Ana", today="2026-03-13").exit_code == 0
    items = run("due", log, "--json", "--within", "30", today="2026-03-14").document["items"]
    assert "congratulate" not in {item["action"] for item in items}
