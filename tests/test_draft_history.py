"""What happened between two people shapes the words of a draft: a call is no message, late thanks say so."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from netsheet.core.drafts.addresses import linkedin_page
from netsheet.core.drafts.choosing import list_channels
from netsheet.core.drafts.requests import Draft, DraftFilter
from netsheet.core.drafts.variable_values import compute_person_fields
from netsheet.core.model import FollowUp
from netsheet.core.people.people_search import find_people
from tests.draft_people import TODAY, a_history, a_person, a_place, a_touch, an_action, write

MARCH_3 = dt.date(2026, 3, 3)
AUTUMN = dt.date(2025, 11, 3)


def body(kind: str, *touches: Any, facts: dict[str, str] | None = None, **more: Any) -> str:  # noqa: ANN401
    person = a_person(touches=touches)
    draft = write(person, an_action(person, kind, **more), facts=facts)
    assert isinstance(draft, Draft), draft
    return f"{draft.subject}\n{draft.body}"


@pytest.mark.parametrize(
    ("touch", "words"),
    [
        (a_touch(MARCH_3), "My message of 3 March may have come at a busy moment"),
        (a_touch(MARCH_3, channel="phone"), "I tried to reach you by phone on 3 March"),
        (a_touch(MARCH_3, channel="phone"), "My call of 3 March"),
        (a_touch(MARCH_3, intent="give"), "What I sent you on 3 March may have come at a busy moment"),
    ],
)
def test_the_first_nudge_knows_a_message_from_a_call_and_an_ask_from_a_gift(touch: Any, words: str) -> None:  # noqa: ANN401
    assert words in body("nudge", touch, nudge=1)


def test_a_nudge_is_about_the_message_that_waits_and_not_about_a_later_thank_you() -> None:
    words = body("nudge", a_touch(MARCH_3), a_touch(MARCH_3 + dt.timedelta(days=2), kind="thanks"), nudge=1)

    assert "My message of 3 March" in words
    assert "5 March" not in words


@pytest.mark.parametrize("kind", ["meeting", "interview"])
def test_late_thanks_say_so_and_timely_ones_do_not(kind: str) -> None:
    late, timely = body("thank", a_touch(AUTUMN, "both", kind)), body("thank", a_touch(MARCH_3, "both", kind))

    assert "I should have written sooner: thank you for" in late
    assert "sooner" not in timely


def test_a_late_answer_thanks_for_the_patience() -> None:
    assert ", and for your patience." in body("reply", a_touch(AUTUMN, "in", "reply"))
    assert "patience" not in body("reply", a_touch(MARCH_3, "in", "reply"))


def test_a_day_that_is_only_known_as_a_span_is_not_told_to_them() -> None:
    words = body("reply", a_touch(MARCH_3, "in", "reply", since=MARCH_3 - dt.timedelta(days=4)))

    assert "Thank you for your message." in words
    assert "March" not in words


@pytest.mark.parametrize(
    ("touches", "words"),
    [
        ([a_touch(MARCH_3, "in", "reply")], "Thank you for your message of 3 March."),
        ([], "What made me write to you"),
        ([a_touch(AUTUMN, "both", "meeting")], "I'd like to come back to this"),
    ],
)
def test_what_was_put_off_is_written_as_what_it_is(touches: list[Any], words: str) -> None:
    put_off = FollowUp(on=TODAY, place=a_place(), snoozed_on=MARCH_3 + dt.timedelta(days=1))
    person = a_person(touches=tuple(touches), follow_ups=(put_off,))

    assert words in write(person, an_action(person, "follow_up")).body


def test_a_check_in_claims_no_contact_with_someone_who_never_answered() -> None:
    assert "since we were last in touch" not in body("check_in", a_touch(MARCH_3))
    assert "since we were last in touch" in body("check_in", a_touch(MARCH_3, "both", "meeting"))


def test_a_note_stands_in_square_brackets_and_a_detail_as_it_is() -> None:
    assert ": [in your words: Left a message].\n" in body("check_in", facts={"notes": "Left a message."})
    assert ": the night rota.\n" in body("check_in", facts={"details": "the night rota"})


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("ana-example", "https://www.linkedin.com/in/ana-example"),
        ("josé-example", "https://www.linkedin.com/in/jos%C3%A9-example"),
        ("linkedin.com/in/ana-example", "https://linkedin.com/in/ana-example"),
        ("javascript:alert(1)", ""),
        ("a b", ""),
        ("", ""),
    ],
)
def test_a_linkedin_page_is_found_from_its_address_or_its_last_part(text: str, page: str) -> None:
    assert linkedin_page(text) == page


def test_a_profile_read_from_the_log_is_a_way_to_write_after_two_unanswered_emails() -> None:
    person = a_person(linkedin="ana-example", touches=(a_touch(AUTUMN), a_touch(MARCH_3)))

    assert list_channels(a_history(person), an_action(person, "nudge", nudge=2), DraftFilter()) == (
        "LinkedIn note",
        "e-mail",
    )


@pytest.mark.parametrize(
    ("name", "first"),
    [("ana@example.com", None), ("Northwind", None), ("ana-example", None), ("Ana López", "Ana")],
)
def test_an_address_a_company_or_a_profile_is_not_greeted_by_name(name: str, first: str | None) -> None:
    person = a_person(name, company="Northwind", linkedin="ana-example")
    assert compute_person_fields(person, {})["first_name"] == first


def test_a_title_read_as_a_first_name_greets_nobody() -> None:
    fields = compute_person_fields(a_person("Finn Lee, Jr"), {"name": "Finn Lee, Jr", "first_name": "Jr"})
    assert fields["first_name"] == "Finn"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Ana", ["Ana López", "Bo Ana"]),
        ("ana lopez", ["Ana López"]),
        ("lop", ["Ana López"]),
        ("nna", ["Hanna Kim"]),
        ("hanna@example.com", ["Hanna Kim"]),
        (" ", []),
        ("zoe", []),
    ],
)
def test_people_are_found_by_words_first_and_accents_do_not_matter(typed: str, found: list[str]) -> None:
    people = [a_person("Ana López"), a_person("Hanna Kim", email="hanna@example.com"), a_person("Bo Ana")]
    assert [person.name for person in find_people(people, typed)] == found
