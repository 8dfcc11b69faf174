"""Mail and LinkedIn messages: whose they are, in which direction they went, and which are no contact at all."""

from __future__ import annotations

import datetime as dt
import tracemalloc
from collections.abc import Iterator

import pytest

from netsheet.core.imports.imported_values import ImportedFile, ImportOptions, Myself, WhoIsMeError
from netsheet.core.imports.mail_headers import read_mail, split_headers
from netsheet.core.imports.readers import find_me, read_export
from netsheet.core.imports.recognition import recognise
from netsheet.workbook.csv_text import read_csv_text
from tests.imports.exports import INVITATIONS, MAILBOX, MESSAGES, PROFILE

SAM = Myself(emails=frozenset({"sam@example.com"}))
OPTIONS = ImportOptions(today=dt.date(2026, 3, 10), zone=dt.UTC)
DATE = "Date: Wed, 4 Mar 2026 09:12:40 +0100"


def read(*headers: str, me: Myself = SAM) -> ImportedFile:
    lines = "\r\n".join((*headers, DATE, "", "text")).encode().splitlines(keepends=True)
    return read_mail("f.eml", lines, ImportOptions(today=OPTIONS.today, zone=dt.UTC, me=me))


@pytest.mark.parametrize(
    ("headers", "touches"),
    [
        (("From: sam@example.com", "To: Priya <priya@example.com>"), [("out", "Priya", "priya@example.com")]),
        (("From: Priya <PRIYA@example.com>", "To: sam@example.com"), [("in", "Priya", "priya@example.com")]),
        (('From: "Anand, Priya" <priya@example.com>', "Cc: SAM@example.com"), [("in", "Priya Anand", "priya@example.com")]),
        (
            ("From: sam@example.com", "To: priya@example.com", "Cc: jonas@example.com, sam@example.com"),
            [("out", "", "priya@example.com"), ("out", "", "jonas@example.com")],
        ),
        (
            ("From: sam@example.com", "To: =?UTF-8?Q?Prado=2C_Luc=C3=ADa?=\r\n <lucia.prado@example.com>"),
            [("out", "Lucía Prado", "lucia.prado@example.com")],
        ),
    ],
)  # fmt: skip
def test_a_message_goes_out_when_its_author_is_the_user(
    headers: tuple[str, ...], touches: list[tuple[str, str, str]]
) -> None:
    found = read(*headers).touches

    assert [(touch.direction, touch.who.name, touch.who.emails[0]) for touch in found] == touches


TO_ME = ("From: priya@example.com", "To: sam@example.com")


@pytest.mark.parametrize(
    ("headers", "reason"),
    [
        ((*TO_ME, "List-Id: <l.example.com>"), "a newsletter or a list"),
        ((*TO_ME, "Precedence: bulk"), "a newsletter or a list"),
        ((*TO_ME, "Auto-Submitted: auto-replied"), "an automatic message"),
        ((*TO_ME, "Content-Type: text/calendar; method=REPLY"), "an automatic message"),
        (("From: no-reply@example.com", "To: sam@example.com"), "an automatic message"),
        (("From: donotreply@example.com", "To: sam@example.com"), "an automatic message"),
        (("From: MAILER-DAEMON@example.com", "To: sam@example.com"), "an automatic message"),
        ((*TO_ME, "X-Gmail-Labels: Papierkorb,Wichtig"), "spam, a draft, or thrown away"),
        ((*TO_ME, "X-Gmail-Labels: =?UTF-8?Q?Entw=C3=BCrfe?="), "spam, a draft, or thrown away"),
        (("From: sam@example.com", "To: " + ", ".join(f"p{n}@example.com" for n in range(11))), "more than 10 recipients"),
        (("From: priya@example.com", "To: jonas@example.com"), "neither from you nor to you"),
        (("From: sam@example.com", "To: sam@example.com"), "to yourself"),
        (("From: nobody", "To: sam@example.com"), "no sender"),
    ],
)  # fmt: skip
def test_what_is_no_contact_is_left_out_and_counted(headers: tuple[str, ...], reason: str) -> None:
    file = read(*headers)

    assert (file.touches, file.skipped) == ((), {reason: [1]})


def test_a_day_that_cannot_be_read_is_counted() -> None:
    lines = [b"From: priya@example.com\n", b"To: sam@example.com\n", b"Date: soon\n"]

    assert read_mail("f", lines, ImportOptions(today=OPTIONS.today, me=SAM)).skipped == {"no day": [1]}


def test_a_mailbox_is_split_where_a_message_begins_and_nowhere_in_a_text() -> None:
    subjects = [headers.count(b"Date:") for headers in split_headers(MAILBOX.splitlines(keepends=True))]

    assert subjects == [1, 1, 1]
    assert all(b"private" not in headers for headers in split_headers(MAILBOX.splitlines(keepends=True)))


def test_a_large_mailbox_takes_no_memory() -> None:
    def lines() -> Iterator[bytes]:
        for _ in range(200):
            yield from MAILBOX.splitlines(keepends=True)
            yield from (b"A" * 75 + b"\n" for _ in range(1_500))
            yield b"\n"

    tracemalloc.start()
    file = read_mail("f", lines(), ImportOptions(today=OPTIONS.today, me=SAM))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert (len(file.touches), file.skipped["a newsletter or a list"][:2]) == (600, [3, 6])
    assert peak < 10_000_000


NOBODY = Myself()


def read_table(data: bytes, me: Myself = NOBODY) -> ImportedFile:
    rows = read_csv_text(data).rows
    found = recognise(rows)
    assert found is not None
    return read_export("f.csv", rows, found, ImportOptions(today=OPTIONS.today, zone=dt.UTC, me=me))


DIRECTIONS = [("Priya Anand", "out"), ("Priya Anand", "in"), ("Lucía Prado", "in")]


@pytest.mark.parametrize(
    "me",
    [
        Myself(),
        Myself(linkedins=frozenset({"sam-rivers"})),
        Myself(names=frozenset({"sam rivers"})),
        SAM,
    ],
    ids=[
        "by what all conversations share",
        "by the profile",
        "by the name",
        "by an address that is not there",
    ],
)
def test_linkedin_messages_go_out_when_the_user_sent_them(me: Myself) -> None:
    touches = read_table(MESSAGES, me).touches

    assert [(touch.who.name, touch.direction) for touch in touches] == DIRECTIONS


def test_conversations_with_one_person_alone_do_not_say_who_the_user_is() -> None:
    lines = MESSAGES.splitlines()
    only_one = b"\n".join(line for line in lines if line.startswith((b'"CONV', b'"c1"')))

    with pytest.raises(WhoIsMeError) as raised:
        read_table(only_one)

    assert set(raised.value.candidates) == {"sam-rivers", "priya-anand"}


@pytest.mark.parametrize("data", [INVITATIONS, PROFILE])
def test_the_user_is_named_by_their_invitations_and_their_profile(data: bytes) -> None:
    rows = read_csv_text(data).rows
    found = recognise(rows)
    assert found is not None

    assert find_me(rows, found).names == {"sam rivers"}


def test_an_older_export_without_profiles_is_read_by_names() -> None:
    old = (
        "CONVERSATION ID,CONVERSATION TITLE,FROM,TO,DATE,SUBJECT,CONTENT,FOLDER\n"
        "c1,,Sam Rivers,Priya Anand,2020-03-02 13:28:00 UTC,,x,INBOX\n"
        "c2,,Lucía Prado,Sam Rivers,2020-03-05 09:00:00 UTC,,x,INBOX\n"
    )

    touches = read_table(old.encode()).touches

    assert [(touch.who.name, touch.direction) for touch in touches] == [
        ("Priya Anand", "out"),
        ("Lucía Prado", "in"),
    ]


def test_the_inner_number_of_a_profile_is_not_its_address() -> None:
    data = MESSAGES.replace(b"/in/priya-anand", b"/in/ACoAAB12-x_3")

    assert {
        touch.who.linkedin for touch in read_table(data, Myself(linkedins=frozenset({"sam-rivers"}))).touches
    } == {
        "",
        "lucia-prado-7c",
    }
