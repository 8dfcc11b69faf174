"""What a draft may say: no invented promise, no note as a clause, a gap for what is missing, and whom it greets."""

from __future__ import annotations

import datetime as dt
import html
import re
import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsheet.core.drafts.choosing import list_channels
from netsheet.core.drafts.obstacles import find_bounced_address
from netsheet.core.drafts.requests import BlockedDraft, Draft, DraftFilter
from netsheet.core.drafts.variable_values import compute_person_fields
from netsheet.core.values.event_names import with_article, without_day
from tests.command_line import TODAY as TODAY_TEXT
from tests.command_line import run
from tests.draft_people import TODAY, a_history, a_person, a_place, a_touch, an_action, write

DAY = dt.timedelta(days=1)


# --- no invented promise


@pytest.mark.parametrize(
    ("touch", "facts", "words"),
    [
        (
            {"response_type": "negative"},
            {},
            "Thank you for your reply of 13 March. That's perfectly all right.",
        ),
        ({"response_type": "not now"}, {}, "If another time suits you better, one line from you is enough."),
        ({"kind": "acceptance"}, {"details": "x"}, "Thank you for accepting my invitation."),
        ({}, {"response": "When do you start?"}, "On your question: [what you want to answer]"),
        ({}, {"response": "Question about rates"}, "On your question: [what you want to answer]"),
        ({"response_type": "positive"}, {}, "[what you want to answer]"),
        ({}, {}, "[what you want to answer]"),
        ({}, {"next_action": "call the ward"}, "My next step: [in your words: call the ward]."),
    ],
)
def test_an_answer_fits_what_they_said_and_promises_nothing(
    touch: dict[str, Any], facts: dict[str, str], words: str
) -> None:
    reply = a_touch(dt.date(2026, 3, 13), "in", **{"kind": "reply", **touch})
    person = a_person(touches=(a_touch(TODAY - 9 * DAY), reply))

    draft = write(person, an_action(person, "reply"), facts=facts)

    assert isinstance(draft, Draft)
    assert draft.template == "reply-owed"
    assert words in draft.body
    assert not re.search(r"\bI'll\b|\bI will\b", draft.body)
    assert draft.is_unfinished is ("[" in draft.body)


def test_an_answer_that_is_given_fills_the_gap() -> None:
    person = a_person(touches=(a_touch(TODAY - DAY, "in", "reply"),))
    only = DraftFilter(given={"answer": "April suits me well"})

    draft = write(person, an_action(person, "reply"), facts={}, only=only)

    assert "April suits me well" in draft.body
    assert draft.gaps == ()


@pytest.mark.parametrize("kind", ["thank", "decide"])
def test_thanks_for_a_no_and_a_decision_about_an_unanswered_message_are_an_answer_to_it(kind: str) -> None:
    reply = a_touch(TODAY - DAY, "in", "reply", response_type="negative", place=a_place(9))
    person = a_person(touches=(a_touch(TODAY - 9 * DAY), reply))

    draft = write(person, an_action(person, kind, place=a_place(9)))

    assert draft.template == "reply-owed"


# --- notes and gaps


def test_a_gap_blocks_nothing_and_a_placeholder_of_a_template_does() -> None:
    person = a_person()
    action = an_action(person, "check_in")

    assert isinstance(write(person, action, facts={"notes": "TODO: ask [YOUR NAME] about {{ rota }}"}), Draft)
    assert isinstance(write(person, action, facts={"details": "TODO: ask her"}), BlockedDraft)


def test_what_only_the_command_line_can_say_is_never_chosen_for_its_gaps() -> None:
    person = a_person()

    assert write(person, an_action(person, "check_in"), facts={}).template == "check-in"


def test_a_gap_is_cheaper_than_another_channel() -> None:
    person = a_person(linkedin="ana-example", touches=(a_touch(TODAY - 400 * DAY, "in", "reply"),))

    draft = write(person, an_action(person, "contact"), facts={})

    assert (draft.template, draft.channel) == ("intro", "e-mail")
    assert draft.is_unfinished


@pytest.mark.parametrize(
    ("touches", "gap"),
    [
        ((), "[something you know about them]"),
        ((a_touch(TODAY - 9 * DAY),), "[something you know about them]"),
        ((a_touch(TODAY - DAY, "in", "acceptance"),), "[something you know about them]"),
        ((a_touch(TODAY - 9 * DAY, "in", "reply"),), "[what you remember of your talk]"),
        ((a_touch(TODAY - 9 * DAY, "both", "meeting"),), "[what you remember of your talk]"),
    ],
)
def test_nobody_is_asked_to_remember_a_talk_that_never_was(touches: tuple[Any, ...], gap: str) -> None:
    person = a_person(touches=touches)

    draft = write(person, an_action(person, "check_in"), facts={})

    assert gap in draft.body


# --- greetings


@pytest.mark.parametrize(
    ("name", "facts", "greeted"),
    [
        ("Ana López", {}, "Ana"),
        ("Zoe\u0308 Lind", {}, "Zoe\u0308"),
        ("प्रिया शर्मा", {}, "प्रिया"),
        ("Ana\u2764\ufe0f López", {}, "Ana"),
        ("Dr. med. Anna Weber", {}, "Anna"),
        ("Dr. med.", {}, None),
        ("Anna Weber", {"first_name": "Dr. med."}, "Anna"),
        ("Weber", {"first_name": "Dr. med.", "last_name": "Weber"}, None),
        ("HR", {}, None),
        ("HR Team", {"first_name": "HR"}, None),
        ("Recruiting Team", {}, None),
        ("info", {}, None),
        ("Info", {"first_name": "Info"}, None),
        ("Herr Müller", {"first_name": "Herr Müller"}, None),
        ("Müller", {"email": "a.mueller@example.com"}, None),
        ("Müller", {"email": "anna_muller@example.com"}, None),
        ("Anna", {"email": "anna.weber@example.com"}, "Anna"),
        ("J. R. Smith", {}, None),
        ("Phil Nat", {}, "Phil"),
    ],
)
def test_only_a_first_name_is_greeted_with_its_marks(
    name: str, facts: dict[str, str], greeted: str | None
) -> None:
    person = a_person(name, email=facts.get("email", "someone@example.com"), company="Northwind")

    fields = compute_person_fields(person, {"name": name, **facts})

    assert fields["first_name"] == greeted


@given(letters=st.text(st.characters(categories=["Lu", "Ll", "Lo"]), min_size=2, max_size=8))
def test_a_mark_on_the_last_letter_of_a_name_stays(letters: str) -> None:
    fields = compute_person_fields(a_person(f"{letters}\u0301 Lind"), {})

    first = fields["first_name"]
    assert first is None or str(first).endswith("\u0301")


# --- days


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Career fair 12 Sept", "Career fair"),
        ("Career fair (12 September 2026)", "Career fair"),
        ("Sept 12th Meetup", "Meetup"),
        ("12.9. Messe", "Messe"),
        ("Messe am 12. September", "Messe"),
        ("Salon du 12 septembre", "Salon"),
        ("Feria 12 de septiembre de 2026", "Feria"),
        ("12 Sept", ""),
        ("Job fair, Sat 12 Sept 2026", "Job fair"),
        ("Career fair on Saturday 12 September", "Career fair"),
        ("Career fair, Saturday", "Career fair"),
        ("career fair last Saturday", "career fair"),
        ("Saturday's career fair", "career fair"),
        ("Saturday Coffee", "Saturday Coffee"),
        ("Messe am Samstag", "Messe"),
        ("Meetup Friday", "Meetup Friday"),
        ("Meetup 13 Sept", "Meetup 13 Sept"),
        ("Top 12 in May", "Top 12 in May"),
    ],
)
def test_an_event_that_names_its_day_does_not_say_it_twice(name: str, said: str) -> None:
    assert without_day(name, dt.date(2026, 9, 12)) == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Career fair", "the career fair"),
        ("career fair", "the career fair"),
        ("Leeds Career Fair", "the Leeds Career Fair"),
        ("IT fair", "the IT fair"),
        ("Acme workshop", "the Acme workshop"),
        ("the spring fair", "the spring fair"),
        ("Ana's dinner", "Ana's dinner"),
        ("Web Summit", "Web Summit"),
        ("", ""),
    ],
)
def test_an_event_is_named_as_in_an_english_sentence(name: str, said: str) -> None:
    assert with_article(name) == said


def test_the_thank_you_for_an_event_says_its_day_once() -> None:
    event = a_touch(dt.date(2026, 3, 3), "both", "event", subject="Career fair 3 March")
    person = a_person(touches=(event,))

    draft = write(person, an_action(person, "thank"))

    assert "It was good to talk to you at the career fair on 3 March." in draft.body
    assert f"{draft.subject}".count("3 March") == 0


# --- channels and addresses


def test_the_last_channel_comes_first_also_a_text_message_without_a_number() -> None:
    touches = (a_touch(TODAY - 30 * DAY, "in", "reply"), a_touch(TODAY - 5 * DAY, channel="text"))
    person = a_person(touches=touches)

    assert list_channels(a_history(person), None, DraftFilter()) == ("text", "e-mail")


BOUNCE = a_touch(TODAY - 20 * DAY, "in", "bounce", place=a_place(7))


@pytest.mark.parametrize(
    ("touches", "is_bounced"),
    [
        ((a_touch(TODAY - 21 * DAY), BOUNCE), True),
        ((a_touch(TODAY - 21 * DAY), BOUNCE, a_touch(TODAY - 9 * DAY, channel="LinkedIn")), True),
        ((a_touch(TODAY - 21 * DAY), BOUNCE, a_touch(TODAY - 9 * DAY)), False),
        (
            (a_touch(TODAY - 21 * DAY, place=a_place(7)), a_touch(None, "in", "bounce", place=a_place(7))),
            True,
        ),
        (
            (
                a_touch(TODAY - 21 * DAY, place=a_place(7)),
                a_touch(None, "in", "bounce", place=a_place(7)),
                a_touch(TODAY - 9 * DAY, place=a_place(8)),
            ),
            False,
        ),
        ((a_touch(TODAY - 21 * DAY),), False),
    ],
)
def test_an_address_that_bounced_stays_bounced_until_an_email_went_since(
    touches: tuple[Any, ...], *, is_bounced: bool
) -> None:
    person = a_person(touches=touches)

    assert (find_bounced_address(a_history(person)) is not None) is is_bounced
    draft = write(person, an_action(person, "check_in"), only=DraftFilter(channel="e-mail"))
    assert isinstance(draft, BlockedDraft) is is_bounced
    if is_bounced:
        assert draft.reason.startswith("Your last message to Ana López came back.")


def test_addresses_under_an_unknown_heading_are_named_with_the_command_that_maps_them(tmp_path: Path) -> None:
    log = tmp_path / "my log.xlsx"
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Name", "Company", "Date sent", "Notes", "Wohin schreiben?"])
    for name in ("ana", "ben", "chi"):
        sheet.append([name.title(), "Elm", "2026-03-02", "night rota", f"{name}@example.com"])
    book.save(log)

    blocked = run("draft", log, "--json").document["blocked"]

    assert [item["cell"] for item in blocked] == ["E2", "E3", "E4"]
    command = f'netsheet settings "{log}" --map "Wohin schreiben?=email"'
    assert blocked[0]["reason"] == (
        "There is no e-mail address, LinkedIn page or phone number for Ana. "
        f"Column E (“Wohin schreiben?”) looks like it. To use it, type: {command}"
    )
    assert run("settings", log, "--map", "Wohin schreiben?=email").exit_code == 0
    assert len(run("draft", log, "--json").document["drafts"]) == 3


# --- the first hour


PEOPLE: tuple[tuple[Mapping[str, object], Mapping[str, object]], ...] = (
    ({"Activity": "Message", "Channel": "E-mail"}, {"E-mail": "ana@example.com"}),
    ({"Activity": "Message", "Channel": "LinkedIn"}, {}),
    ({"Activity": "Meeting", "Direction": "Both", "Date": dt.date(2026, 3, 12)}, {"E-mail": "chi@example.com"}),
    ({"Activity": "Event", "Direction": "Both", "Date": dt.date(2026, 3, 12), "Subject": "Job fair"}, {"LinkedIn": "dara-example"}),
    ({"Activity": "Reply", "Direction": "Received", "Channel": "E-mail"}, {"E-mail": "eli@example.com"}),
    ({"Activity": "Message", "Channel": "E-mail", "Notes": "knows the hiring manager"}, {"E-mail": "fay@example.com"}),
    ({"Activity": "Message", "Channel": "Text"}, {}),
    ({"Activity": "Call", "Direction": "Both", "Promise": "send the article", "Promise by": dt.date(2026, 3, 13)}, {"E-mail": "hal@example.com"}),
    ({"Activity": "Message", "Channel": "E-mail"}, {}),
)  # fmt: skip
NAMES = (
    "Ana Ortiz",
    "Ben Malik",
    "Chi Ono",
    "Dara Quinn",
    "Eli Roth",
    "Fay Soto",
    "Gus Tran",
    "Hal Umber",
    "Ida Voss",
)


def test_a_new_log_with_nine_people_who_are_due_gives_at_least_seven_drafts(tmp_path: Path) -> None:
    log = tmp_path / "log.xlsx"
    run("init", log, today="2026-02-20")
    book = openpyxl.load_workbook(log)
    rows = {"Log": 5, "People": 4}
    for name, (touch, person) in zip(NAMES, PEOPLE, strict=True):
        touch_row = {"Name": name, "Date": dt.date(2026, 3, 2), "Direction": "Sent", **touch}
        for title, cells in (("Log", touch_row), ("People", {"Name": name, **person})):
            sheet = book[title]
            headings = {cell.value: cell.column for cell in sheet[1]}
            for heading, value in cells.items():
                sheet.cell(rows[title], headings[heading], value)
            rows[title] += 1
    book.save(log)

    due = {item["person"] for item in run("due", log, "--json").document["items"] if item["group"] == "now"}
    document = run("draft", log, "--json").document

    assert due >= set(NAMES)
    assert document["today"] == TODAY_TEXT
    assert len(document["drafts"]) >= 7
    assert len(document["drafts"]) + len(document["blocked"]) == 9
    assert all("I'll act on it" not in draft["body"] for draft in document["drafts"])


def test_the_command_that_the_page_shows_for_all_that_were_sent_records_them(tmp_path: Path) -> None:
    log = tmp_path / "my log.xlsx"
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Name", "Email", "LinkedIn", "Date sent", "Channel", "Details"])
    people = (("Ana O'Dell", "ana@example.com", ""), ("Ben Li", "", "ben-li-example"))
    for name, email, page in people:
        channel = "E-mail" if email else "LinkedIn"
        book.worksheets[0].append([name, email, page, "2026-03-02", channel, f"the rota of {name}"])
    book.save(log)
    run("draft", log)

    page_text = html.unescape((tmp_path / "drafts" / "index.html").read_text(encoding="utf-8"))
    (command,) = re.findall(r'data-command="(.*?)" hidden', page_text)
    words = [
        *shlex.split(command),
        *(who.strip('"') for who in re.findall(r'data-who="(.*?)" auto', page_text)),
    ]
    outcome = run(*words[1:], "--json")

    folder = str(tmp_path / "drafts")
    assert words == ["netsheet", "done", str(log), "--drafts", folder, "ana@example.com", "Ben Li"]
    assert outcome.exit_code == 0, outcome.stderr
    assert {
        item["person"] for item in run("due", log, "--json").document["items"] if item["group"] == "now"
    } == set()


def test_in_a_new_log_a_missing_address_is_asked_for_on_the_people_sheet(tmp_path: Path) -> None:
    log = tmp_path / "log.xlsx"
    run("init", log, today="2026-02-20")
    book = openpyxl.load_workbook(log)
    sheet = book["Log"]
    headings = {cell.value: cell.column for cell in sheet[1]}
    row = {"Name": "Ida Voss", "Date": dt.date(2026, 3, 2), "Direction": "Sent", **PEOPLE[0][0]}
    for heading, value in row.items():
        sheet.cell(5, headings[heading], value)
    book.save(log)

    [blocked] = run("draft", log, "--json").document["blocked"]

    assert blocked["reason"] == (
        "There is no e-mail address, LinkedIn page or phone number for Ida Voss. "
        "Add them to the sheet “People”, with the address."
    )
