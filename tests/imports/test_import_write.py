"""``netsheet import --write``: what is new is added, what is there stays, and a second import changes no byte."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from netsheet.core.grid import CellValue, Snapshot
from netsheet.core.imports.imported_facts import plain_text
from netsheet.engines import read_workbook
from tests.command_line import Outcome, run
from tests.imports.exports import CONNECTIONS, EXPORTS, INVITATIONS, MESSAGES, table, zipped

ME = ("--me", "sam@example.com", "--me", "Sam Rivers", "--me", "https://www.linkedin.com/in/sam-rivers")
FEBRUARY_3 = dt.date(2026, 2, 3)
GUESTS = ("--event", "Spring meetup", "--on", "2026-03-05")


def starter(folder: Path) -> Path:
    log = folder / "log.xlsx"
    assert run("init", log).exit_code == 0
    return log


def one_sheet(folder: Path) -> Path:
    """Build a log of one sheet with headings in another language."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Kontakte"
    sheet.append(["Vorname", "Nachname", "Firma", "E-Mail", "Letzter Kontakt", "Notizen"])
    for number in range(4):
        sheet.append(["Uwe", f"Berg{number}", "Acme", f"uwe{number}@example.com", FEBRUARY_3, "x"])
    book.save(folder / "log.xlsx")
    return folder / "log.xlsx"


def two_sheets(folder: Path) -> Path:
    """Build a log with a sheet of contacts."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Log"
    sheet.append(["Date Sent", "Contact", "Company", "Replied?", "Follow-up"])
    contacts = book.create_sheet("Contacts")
    contacts.append(["Name", "Company", "Email", "LinkedIn", "Phone", "Job title", "Birthday"])
    for number in range(4):
        sheet.append([FEBRUARY_3, f"Una Berg{number}", "Acme", "No", None])
        contacts.append([f"Una Berg{number}", "Acme", f"una{number}@example.com", None, None, None, None])
    book.save(folder / "log.xlsx")
    return folder / "log.xlsx"


LOGS: Mapping[str, Callable[[Path], Path]] = {
    "the starter": starter,
    "one sheet": one_sheet,
    "two sheets": two_sheets,
}


def write(log: Path, name: str, data: bytes, *words: str) -> Outcome:
    """Import one file into the log."""
    path = log.with_name(name)
    path.write_bytes(data)
    return run("import", log, path, "--tz", "UTC", "--write", *words)


def written(log: Path, name: str, data: bytes, *words: str) -> Any:  # noqa: ANN401 - a JSON document
    outcome = write(log, name, data, "--json", *ME, *words)
    assert outcome.exit_code == 0, outcome.stderr
    return outcome.document


def read(log: Path) -> Snapshot:
    return read_workbook(log.read_bytes())


def lines(log: Path) -> list[dict[CellValue, CellValue]]:
    """Read the lines of the history by their headings."""
    sheet = read(log).sheet("Netsheet History")
    if sheet is None:
        return []
    return [dict(zip(sheet.rows[1], row, strict=True)) for row in sheet.rows[2:]]


def said(log: Path) -> list[tuple[CellValue, ...]]:
    return [(line["Day"], line["Who"], line["What"]) for line in lines(log)]


def due_now(log: Path) -> set[tuple[str, str]]:
    """Return who is due now, and for what."""
    items = run("due", log, "--json").document["items"]
    return {(each["person"], each["action"]) for each in items if each["group"] == "now"}


def changed_cells(before: Snapshot, after: Snapshot) -> list[tuple[str, int, int]]:
    """Find the user's cells that hold something else than before."""
    return [
        (sheet.name, number, column)
        for sheet in before.sheets
        if not sheet.name.startswith("Netsheet") and (now := after.sheet(sheet.name)) is not None
        for number, row in enumerate(sheet.rows, start=1)
        for column, value in enumerate(row, start=1)
        if value != ""
        and not str(sheet.value(1, column)).startswith("Netsheet")
        and now.value(number, column) != value
    ]


@pytest.mark.parametrize("log_kind", LOGS)
@pytest.mark.parametrize("name", EXPORTS)
def test_each_export_is_added_once_and_undone(name: str, log_kind: str, tmp_path: Path) -> None:
    log, export = LOGS[log_kind](tmp_path), EXPORTS[name]
    original, before = log.read_bytes(), read(log)

    first = written(log, name, export.data)
    after = log.read_bytes()
    second = written(log, name, export.data)

    assert len(first["added"]) == first["totals"]["people"].get("new", 0) == export.people
    assert first["history_lines"] >= export.people
    assert changed_cells(before, read(log)) == []
    assert (second["added"], second["filled"], second["history_lines"]) == ([], 0, 0)
    assert log.read_bytes() == after
    assert run("undo", log).exit_code == 0
    assert log.read_bytes() == original


def test_connections_are_collected_and_ask_for_nothing(tmp_path: Path) -> None:
    rows = [
        f"First{n},Last{n},https://www.linkedin.com/in/first-last-{n},,Company {n % 90},Engineer,09 Oct 2024"
        for n in range(300)
    ]
    data = b"\n".join(
        [b"First Name,Last Name,URL,Email Address,Company,Position,Connected On", *map(str.encode, rows)]
    )
    for folder, make in LOGS.items():
        (tmp_path / folder).mkdir()
        log = make(tmp_path / folder)
        assert run("refresh", log).exit_code == 0
        before = due_now(log)

        assert len(written(log, "Connections.csv", data)["added"]) == 300

        assert len(due_now(log) - before) <= 5, folder  # the first messages that are suggested in a week
        assert before <= due_now(log), folder


def test_messages_become_touches_of_known_people_once_a_day_and_direction(tmp_path: Path) -> None:
    log = starter(tmp_path)
    written(log, "Connections.csv", CONNECTIONS)

    document = written(log, "messages.csv", MESSAGES + b"\n" + MESSAGES.partition(b"\n")[2])

    assert (document["added"], document["history_lines"]) == ([], 3)
    assert said(log)[3:] == [
        (dt.date(2026, 3, 2), "Priya Anand", "wrote"),
        (dt.date(2026, 3, 4), "Priya Anand", "replied"),
        (dt.date(2026, 3, 5), "Lucía Prado", "replied"),
    ]
    found = lines(log)[3]
    assert (found["Channel"], found["Note"], found["Source id"]) == (
        "LinkedIn",
        "2 messages",
        "linkedin-messages:c1",
    )
    assert ("Priya Anand", "reply") in due_now(log)


def test_the_text_of_a_message_is_kept_only_when_asked_for(tmp_path: Path) -> None:
    without, with_text = tmp_path / "a", tmp_path / "b"
    for folder, words in ((without, ()), (with_text, ("--with-text",))):
        folder.mkdir()
        log = starter(folder)
        written(log, "Connections.csv", CONNECTIONS)
        written(log, "messages.csv", MESSAGES, *words)
        notes = [str(line["Note"]) for line in lines(log)]
        assert any("a private sentence" in note for note in notes) is bool(words)
        assert all("<p>" not in note for note in notes)


def test_a_connection_request_asks_for_no_reply(tmp_path: Path) -> None:
    log = starter(tmp_path)
    written(log, "Connections.csv", CONNECTIONS)

    written(log, "Invitations.csv", INVITATIONS)

    assert {line for line in said(log) if line[2] != "imported"} == {
        (dt.date(2025, 9, 5), "Priya Anand", "wrote"),
        (dt.date(2025, 12, 15), "Lucía Prado", "contact"),
    }


def test_a_whole_archive_is_imported_at_once(tmp_path: Path) -> None:
    log = two_sheets(tmp_path)
    data = zipped({"Connections.csv": CONNECTIONS, "messages.csv": MESSAGES, "Invitations.csv": INVITATIONS})

    document = written(log, "Complete.zip", data)

    assert (document["sheet"], len(document["added"])) == ("Contacts", 3)
    assert document["history_lines"] == 3 + 3 + 2


def test_a_command_finds_who_is_only_collected(tmp_path: Path) -> None:
    log = starter(tmp_path)
    written(log, "Connections.csv", CONNECTIONS)

    assert run("log", log, "Priya", "wrote", "--on", "2026-03-02").exit_code == 0
    assert run("done", log, "Jonas").exit_code == 0

    assert {line[1:] for line in said(log) if line[2] != "imported"} == {
        ("Priya Anand", "wrote"),
        ("Jonas", "wrote"),
    }
    assert ("Priya Anand", "nudge") in due_now(log)


def test_what_the_history_says_of_who_is_only_collected_can_be_forgotten(tmp_path: Path) -> None:
    log = starter(tmp_path)
    written(log, "Connections.csv", CONNECTIONS)

    assert run("forget", log, "Priya", "--yes").exit_code == 0

    assert sorted(str(line[1]) for line in said(log) if line[1]) == ["Jonas", "Lucía Prado"]


def test_guests_get_a_touch_on_the_day_of_the_event(tmp_path: Path) -> None:
    log = starter(tmp_path)
    written(log, "guests.xls", EXPORTS["attendees.xls"].data, *GUESTS)

    assert said(log) == [
        (dt.date(2026, 3, 5), "Priya A.", "event"),
        (dt.date(2026, 3, 16), "Jonas", "imported"),
        (dt.date(2026, 3, 16), "Priya A.", "imported"),
    ]


CARD = b"BEGIN:VCARD\nVERSION:3.0\nN:%b\nFN:%b\nORG:%b\nEMAIL:%b\nTEL:+44 20 7946 0018\nEND:VCARD\n"


def test_blanks_are_filled_and_what_is_there_changes_only_field_by_field(tmp_path: Path) -> None:
    log = two_sheets(tmp_path)
    card = CARD % (b"Berg0;Una;;;", b"Una Berg0", b"Birch", b"una0@example.com")

    outcome = write(log, "card.vcf", card)

    assert "company: yours “Acme”, there “Birch”" in outcome.stdout
    assert "To take the other value for a field, add: --update company" in outcome.stdout
    contacts = read(log).sheet("Contacts")
    assert contacts is not None
    assert [contacts.value(2, column) for column in (2, 3, 5)] == [
        "Acme",
        "una0@example.com",
        "+44 20 7946 0018",
    ]

    write(log, "card.vcf", card, "--update", "company")

    contacts = read(log).sheet("Contacts")
    assert contacts is not None
    assert [contacts.value(row, 2) for row in (2, 3)] == ["Birch", "Acme"]


def test_who_is_to_decide_comes_again_until_the_user_says_who_it_is(tmp_path: Path) -> None:
    card = CARD % (b"Berg1;Una;;;", b"Una Berg1", b"Elm", b"una@example.org")
    made: dict[str, Any] = {}
    for word, words in {"": (), "same": ("--same", "una berg1=Contacts!A3"), "new": ("--new", "all")}.items():
        folder = tmp_path / f"x{word}"
        folder.mkdir()
        log = two_sheets(folder)
        document = written(log, "card.vcf", card, *words)
        again = written(log, "card.vcf", card)
        made[word] = len(document["added"]), document["filled"], again["totals"]["people"]

    assert made == {
        "": (0, 0, {"to decide": 1}),
        "same": (0, 1, {"known": 1}),
        "new": (1, 0, {"known": 1}),
    }


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        (("--same", "Una=Z99"), "Z99 is in no row of a person in log.xlsx."),
        (("--same", "Una"), "--same does not take “Una”."),
        (("--update", "shoe size"), "--update does not take “shoe size”."),
    ],
)
def test_a_word_that_cannot_be_used_is_answered_in_two_lines(
    words: tuple[str, ...], seen: str, tmp_path: Path
) -> None:
    log = two_sheets(tmp_path)
    before = log.read_bytes()

    outcome = write(log, "Connections.csv", CONNECTIONS, *words)

    assert (outcome.exit_code, len(outcome.stderr.splitlines())) == (2, 2)
    assert seen in outcome.stderr
    assert log.read_bytes() == before


def test_what_headings_mean_is_remembered_for_the_next_table_of_that_kind(tmp_path: Path) -> None:
    log = starter(tmp_path)
    one = table("Zork,Kram,Fipp\nPriya Anand,x,priya@example.com")
    other = table("Kram,Zork,Fipp\ny,Jonas Weil,jonas@example.com")
    words = ("--map", "Zork=name", "--map", "Fipp=email", "--map", "Kram=notes")

    assert write(log, "one.csv", one).exit_code == 3
    assert [each["name"] for each in written(log, "one.csv", one, *words)["added"]] == ["Priya Anand"]
    assert [each["name"] for each in written(log, "other.csv", other)["added"]] == ["Jonas Weil"]

    assert run("check", log, "--json").document["findings"] == []


def test_a_meeting_ahead_goes_into_the_column_for_meetings(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Date sent", "Name", "Email", "Meeting date"])
    sheet.append([FEBRUARY_3, "Priya Anand", "priya@example.com", None])
    log = tmp_path / "log.xlsx"
    book.save(log)
    data = table(
        """
        User Name,Invitee Name,Invitee Email,Event Type Name,Start Date & Time,Canceled,Marked as No-Show,User Email,Event UUID
        Sam Rivers,Priya Anand,priya@example.com,30 Minute Meeting,2026-04-01 09:00 am,false,No,sam@example.com,u1
        """
    )

    assert written(log, "calendly.csv", data)["filled"] == 1
    assert written(log, "calendly.csv", data)["filled"] == 0

    assert read(log).sheets[0].value(2, 4) == dt.date(2026, 4, 1)


def test_many_new_rows_below_a_short_log_are_pointed_out_before(tmp_path: Path) -> None:
    log = one_sheet(tmp_path)
    rows = "".join(f"First{n},Last{n},,,,,09 Oct 2024\n" for n in range(201))
    path = tmp_path / "Connections.csv"
    path.write_text(f"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n{rows}")

    outcome = run("import", log, path)

    assert "That is 201 new rows below the 4 rows of the log." in outcome.stdout
    assert "add: --write" in outcome.stdout


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Hi <name>, a <b@c.d>", "Hi <name>, a <b@c.d>"),
        ('<p class="x">Hello &amp; welcome</p>', "Hello & welcome"),
        ("<p>cut mid <a hre", "cut mid"),
        ("two\nlines", "two lines"),
        ("1 < 2 &amp; 3", "1 < 2 &amp; 3"),
    ],
)
def test_only_what_is_surely_html_is_taken_out_of_a_message(text: str, plain: str) -> None:
    assert plain_text(text) == plain


def test_what_a_known_person_brings_without_a_column_is_named_with_how_to_get_it(tmp_path: Path) -> None:
    log = one_sheet(tmp_path)
    card = CARD % (b"Berg1;Uwe", b"Uwe Berg1", b"Acme", b"uwe1@example.com")
    card = card.replace(b"END:", b"BDAY:--05-02\nEND:")
    said = " ".join(write(log, "card.vcf", card).stdout.split())
    document = written(log, "card.vcf", card)

    assert document["left_out"] == {"birthday": 1, "phone": 1}
    assert (
        "Left out for people in the log, because it has no column: birthday (1), phone (1). "
        "To keep it, add columns Birthday, Phone first." in said
    )
    assert (
        written(two_sheets(tmp_path), "una.vcf", card.replace(b"Uwe", b"Una").replace(b"uwe", b"una"))[
            "left_out"
        ]
        == {}
    )
