"""``netsheet settings`` through the command line: listed, added, mapped; and left alone where it cannot be."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.command_line import TODAY, copy_of_sample, run

# openpyxl says of the summary sheet that it would lose an extension when saving; these tests do not mind.
pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")

SHEET = "Netsheet Settings"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Make a small log with a heading that netsheet does not know."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Contacts"
    sheet.append(["Name", "E-mail", "Date sent", "Sat down"])
    sheet.append(["Rosa Quint", "rosa@example.com", "2026-03-02", "2026-03-12"])
    path = tmp_path / "contacts.xlsx"
    book.save(path)
    return path


def set_values(path: Path, values: dict[str, object]) -> None:
    """Type values into the settings sheet, as a person would."""
    book = openpyxl.load_workbook(path)
    for row in book[SHEET].iter_rows(min_row=5):
        if row[0].value in values:
            cell: Any = row[1]
            cell.value = values[str(row[0].value)]
    book.save(path)


def entry(path: Path, name: str) -> dict[str, Any]:
    """Return what ``--json`` tells of one setting."""
    settings: list[dict[str, Any]] = run("settings", path, "--json").document["settings"]
    return next(setting for setting in settings if setting["name"] == name)


def test_the_sheet_is_added_once_and_then_only_read(log: Path) -> None:
    added = run("settings", log)
    before = log.read_bytes()
    listed = run("settings", log)

    assert added.stdout.startswith(f'Added the sheet "{SHEET}" to contacts.xlsx. Change its Value column')
    assert listed.stdout.startswith(f'From the sheet "{SHEET}" in contacts.xlsx.')
    assert log.read_bytes() == before
    assert openpyxl.load_workbook(log).sheetnames == ["Contacts", SHEET]


def test_a_listed_value_names_the_cell_it_comes_from(log: Path) -> None:
    run("settings", log)
    set_values(log, {"Nudge after: e-mail": 3, "Most nudges": None})

    assert entry(log, "Nudge after: e-mail")["value"] == "3"
    cell = entry(log, "Nudge after: e-mail")["cell"]
    assert openpyxl.load_workbook(log)[SHEET][cell].value == 3
    assert entry(log, "Most nudges") == {
        "name": "Most nudges",
        "value": "2",
        "cell": None,
        "meaning": "How many reminders follow a message without a reply.",
    }
    lines = {line.split("  ")[0].strip(): line for line in run("settings", log).stdout.splitlines()}
    assert cell in lines["Nudge after: e-mail"]
    assert "default" in lines["Most nudges"]


@pytest.mark.parametrize(
    ("name", "typed", "message", "hint"),
    [
        ("Nudge after: e-mail", "soon", "Nudge after: e-mail says “soon”, which is not a whole number from 1 to 90. netsheet uses the default, 5.", "Type a whole number from 1 to 90, for example 5."),
        ("Actions a day", 0, "Actions a day says “0”, which is not a whole number from 1 to 1000. netsheet uses the default, 10.", "Type a whole number from 1 to 1000, for example 10."),
        ("Working days", "weekends", "Working days says “weekends”, which is not a list of weekdays. netsheet uses the default, Mon-Fri.", "Type a list of weekdays, for example Mon-Fri."),
        ("My e-mail", "me at home", "My e-mail says “me at home”, which is not an e-mail address with plain letters (a to z) before the @. netsheet uses the default.", "Type an e-mail address with plain letters (a to z) before the @, for example ana@example.com."),
        ("Date order", "ymd", "Date order says “ymd”, which is not auto, dmy or mdy. netsheet uses the default, auto.", "Type auto, dmy or mdy, for example auto."),
        ("Decide after", "#N/A", "Decide after says “#N/A”, which is not a whole number from 1 to 365. netsheet uses the default, 30.", "Type a whole number from 1 to 365, for example 30."),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_used_is_named_with_its_cell(
    log: Path, name: str, typed: object, message: str, hint: str
) -> None:
    run("settings", log)
    set_values(log, {name: typed})

    (finding,) = run("settings", log, "--json").document["findings"]
    checked = run("check", log)

    assert (finding["message"], finding["hint"], finding["sheet"]) == (message, hint, SHEET)
    assert finding["cell"].startswith("B")
    assert entry(log, name)["cell"] is None
    assert f"{SHEET}!{finding['cell']}: {message}\n  -> {hint}\n" in run("settings", log).stdout
    assert (checked.exit_code, f"{SHEET}!{finding['cell']}" in checked.stdout) == (1, True)


def test_a_mapped_heading_counts_from_the_next_refresh(log: Path) -> None:
    def due() -> list[str]:
        return [item["why"] for item in run("due", log, "--json").document["items"]]

    before = due()
    outcome = run("settings", log, "--map", "Sat down=meeting date", "--today", TODAY)

    assert outcome.stdout.splitlines()[1].startswith(f'Written to the new sheet "{SHEET}"')
    assert "Heading: Sat down" in outcome.stdout
    assert before == ["No reply 10 working days after your message of 2 Mar; reminder 1 of 2."]
    assert due() == ["You met on 12 Mar; no thank-you is logged yet."]
    assert run("refresh", log).exit_code == 0
    statuses = [row[4] for row in openpyxl.load_workbook(log)["Contacts"].iter_rows(values_only=True)]
    assert statuses == ["Netsheet status", "Thank-you due"]


def test_mapping_again_changes_the_row_that_is_there(log: Path) -> None:
    run("settings", log, "--map", "Sat down=date")
    outcome = run("settings", log, "--map", "sat down=meeting_date", "--json")

    assert list(outcome.document["headings"].values()) == ["meeting_date"]
    rows = list(openpyxl.load_workbook(log)[SHEET].iter_rows(min_row=5, max_col=2, values_only=True))
    assert [row for row in rows if str(row[0]).startswith("Heading:")] == [
        ("Heading: sat down", "meeting_date")
    ]


@pytest.mark.parametrize(
    ("mapping", "hint"),
    [
        ("Sat donw=meeting_date", "Did you mean “Sat down”?"),
        ("Zebra=meeting_date", "There are: Name, E-mail, Date sent, Sat down."),
    ],
)
def test_a_heading_that_the_log_does_not_have_is_refused(log: Path, mapping: str, hint: str) -> None:
    before = log.read_bytes()

    outcome = run("settings", log, "--map", mapping)

    heading = mapping.partition("=")[0]
    assert outcome.exit_code == 2
    assert outcome.stderr == f"netsheet: The log has no heading “{heading}”. Nothing was written.\n  {hint}\n"
    assert log.read_bytes() == before


def test_a_heading_of_the_settings_that_the_log_does_not_have_is_named(log: Path) -> None:
    run("settings", log, "--map", "Sat down=meeting_date")
    book = openpyxl.load_workbook(log)
    book["Contacts"]["D1"] = "Met"
    book.save(log)

    outcome = run("settings", log)

    assert outcome.exit_code == 0
    assert "Netsheet Settings names the heading “Sat down”, which is not in the log." in outcome.stdout


def test_the_meaning_of_a_heading_is_removed_again(log: Path) -> None:
    run("settings", log, "--map", "Sat down=meeting_date")
    removed = run("settings", log, "--unmap", "sat down")
    again = run("settings", log, "--unmap", "Sat down")

    assert removed.stdout.splitlines() == [
        "What “sat down” means is removed: netsheet reads it as if you had said nothing.",
        f'Written to the sheet "{SHEET}" in {log.name}. Run refresh to use it.',
    ]
    assert run("settings", log, "--json").document["headings"] == {}
    assert again.exit_code == 2
    assert "Netsheet Settings says nothing about the heading “Sat down”." in again.stderr


@pytest.mark.parametrize(
    ("mapping", "message"),
    [
        ("Sat down", '"Sat down" is not a mapping. Write the heading, = and a field: --map "Coffee?=meeting_date"'),
        ("=date", '"=date" is not a mapping. Write the heading, = and a field: --map "Coffee?=meeting_date"'),
        ("Sat down=", '"Sat down=" is not a mapping. Write the heading, = and a field: --map "Coffee?=meeting_date"'),
        ("Sat down=meting_date", 'There is no field "meting_date". Did you mean meeting_date?'),
        ("Sat down=qqq", 'There is no field "qqq". The fields are: id, name,'),
    ],
)  # fmt: skip
def test_a_mistyped_mapping_is_answered_and_nothing_is_written(log: Path, mapping: str, message: str) -> None:
    before = log.read_bytes()

    outcome = run("settings", log, "--map", mapping)

    assert outcome.exit_code == 2
    assert message in outcome.stderr
    assert log.read_bytes() == before


def test_an_unknown_status_word_is_given_a_meaning_by_the_command_that_the_finding_names(
    tmp_path: Path,
) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Name", "Date sent", "Status"])
    sheet.append(["Rosa Quint", "2026-03-02", "Techscreen"])
    path = tmp_path / "contacts.xlsx"
    book.save(path)
    (before,) = run("check", path, "--json", "--today", TODAY).document["findings"]

    outcome = run("settings", path, "--word", "Techscreen=conversation")

    assert 'netsheet settings LOG --word "Techscreen=MEANING"' in before["hint"]
    assert outcome.exit_code == 0
    assert "Word: Techscreen" in outcome.stdout
    assert run("settings", path, "--json").document["words"] == {"Techscreen": "conversation"}
    assert run("check", path, "--json", "--today", TODAY).document["findings"] == []
    assert run("due", path, "--json", "--today", TODAY).document["items"] == []


def test_a_word_is_given_a_new_meaning_in_the_row_that_is_there(log: Path) -> None:
    run("settings", log, "--word", "Warteliste=paused")
    outcome = run("settings", log, "--word", "warteliste=closed", "--json")

    assert list(outcome.document["words"].values()) == ["closed"]


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("Techscreen", '"Techscreen" says no meaning. Write the word, = and a meaning: --word "Techscreen=conversation"'),
        ("Techscreen=conversatoin", 'There is no meaning "conversatoin". Did you mean conversation?'),
        ("Techscreen=qqq", 'There is no meaning "qqq". The meanings are: closed, declined, won,'),
    ],
)  # fmt: skip
def test_a_mistyped_meaning_is_answered_and_nothing_is_written(log: Path, typed: str, message: str) -> None:
    before = log.read_bytes()

    outcome = run("settings", log, "--word", typed)

    assert outcome.exit_code == 2
    assert message in outcome.stderr
    assert log.read_bytes() == before


def test_a_settings_sheet_without_its_headings_takes_no_mapping(log: Path) -> None:
    run("settings", log)
    book = openpyxl.load_workbook(log)
    book[SHEET]["A4"] = "What"
    book.save(log)

    outcome = run("settings", log, "--map", "Sat down=date")

    assert outcome.exit_code == 5
    assert "has no row with the headings Setting and Value" in outcome.stderr
    assert "Put these two headings back" in outcome.stderr


def test_a_text_file_is_listed_and_left_as_it_is(tmp_path: Path) -> None:
    log = copy_of_sample("messy-log.csv", tmp_path)
    before = log.read_bytes()

    listed, document = run("settings", log), run("settings", log, "--json").document
    mapped = run("settings", log, "--map", "Datum=date")

    assert listed.stdout.startswith(
        "netsheet can read a .csv file such as messy-log.csv, but not write it. Its settings are the defaults."
    )
    assert {setting["cell"] for setting in document["settings"]} == {None}
    assert (mapped.exit_code, mapped.stdout) == (3, "")
    assert mapped.stderr.startswith(
        "netsheet: A file of the kind .csv can be read, but netsheet writes only .xlsx, .xlsm and .ods."
    )
    assert log.read_bytes() == before


MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'


def ods_of(sheets: dict[str, list[list[str]]]) -> bytes:
    """Write the smallest OpenDocument spreadsheet that holds these texts."""
    tables = "".join(
        f'<table:table table:name="{name}">'
        + "".join(
            "<table:table-row>"
            + "".join(
                f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
                for cell in row
            )
            + "</table:table-row>"
            for row in rows
        )
        + "</table:table>"
        for name, rows in sheets.items()
    )
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = f"<office:document-content {spaces}><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
    return target.getvalue()


def test_an_ods_file_takes_the_settings_sheet_and_the_meaning_of_a_heading(tmp_path: Path) -> None:
    log = tmp_path / "contacts.ods"
    log.write_bytes(
        ods_of({"Contacts": [["Name", "Date sent", "Coffee?"], ["Rosa Quint", "2026-03-02", "x"]]})
    )

    added = run("settings", log)
    mapped = run("settings", log, "--map", "Coffee?=notes")

    assert added.stdout.startswith(f'Added the sheet "{SHEET}" to contacts.ods.')
    assert mapped.stdout.startswith(
        f'“Coffee?” now means notes.\nWritten to the sheet "{SHEET}" in contacts.ods. Run refresh to use it.\n'
    )
    assert "Heading: Coffee?" in mapped.stdout
    assert "My name" not in mapped.stdout, "the other settings have not changed"
    assert entry(log, "Most nudges")["value"] == "2"
    assert run("settings", log).stdout.startswith(f'From the sheet "{SHEET}" in contacts.ods.')


def test_an_ods_file_is_listed_with_the_settings_that_it_holds(tmp_path: Path) -> None:
    log = tmp_path / "contacts.ods"
    contacts = [["Name", "Date sent"], ["Rosa Quint", "2026-03-02"]]
    log.write_bytes(ods_of({"Contacts": contacts, SHEET: [["Setting", "Value"], ["Most nudges", "1"]]}))

    assert entry(log, "Most nudges")["value"] == "1"
    assert "Send a reminder" in run("due", log).stdout


def test_a_workbook_without_a_log_still_takes_the_settings(tmp_path: Path) -> None:
    path = tmp_path / "empty.xlsx"
    openpyxl.Workbook().save(path)

    refused = run("settings", path, "--map", "Sat down=date")
    outcome = run("settings", path, "--word", "Techscreen=conversation")

    assert refused.exit_code == 2
    assert outcome.exit_code == 0
    assert SHEET in openpyxl.load_workbook(path).sheetnames
