"""``netsheet export --to``: the documented rules of each system, checked file by file, and the same people read back."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from netsheet.core.exports.contacts import Contact, build_contacts
from netsheet.core.exports.systems import export_contacts
from netsheet.core.exports.target_names import TARGET_NAMES, TargetName
from netsheet.core.grid import Sheet
from netsheet.core.imports.imported_values import ImportedPerson, ImportOptions
from netsheet.core.imports.readers import read_export
from netsheet.core.imports.recognition import recognise
from netsheet.core.imports.unknown_tables import read_unknown_table
from netsheet.core.imports.vcards import read_vcards
from netsheet.present.export import export_files
from netsheet.workbook.csv_text import read_csv_text
from tests.command_line import TODAY, copy_of_sample, run
from tests.reading.build import read_rows
from tests.test_export_cli import a_log

THE_DAY = dt.date.fromisoformat(TODAY)
HEADINGS = (
    "Record ID", "Name", "Company", "Title", "Email", "Phone", "LinkedIn", "Website", "City", "Source", "Birthday", "Tags", "Notes",
    "Do not contact", "Status", "Date Sent", "Response", "Shoe size",
)  # fmt: skip
ROWS: tuple[Sequence[str], ...] = (
    ("101", "Inês Caldera", "Northgate Labs, Inc.", "Staff Engineer", "ines@example.com", "+351 91 000 0001", "https://www.linkedin.com/in/in%C3%AAs-c",
     "https://example.com/ines", "Lisbon", "Trade Show", "1988-03-14", "speaker; warm", "Met at the summit, in March. Likes climbing; has a dog",
     "", "", "2026-03-02", "Yes", "38"),
    ("102", "Tomás Ferreira", 'Lakeside "Bank" <Risk>', "Manager, Risk | North", "tomas@example.com", "", "", "", "Porto", "", "2 May", "", "",
     "yes", "", "2026-03-03", "", ""),
    ("", "", "", "", "mai.linh@example.com", "", "", "", "", "", "", "", "", "", "", "2026-03-04", "No", ""),
    ("104", "Cher", "Pine Works", "=1+1", "cher@example.com", "", "", "", "", "", "2025-07-01", "", "@home", "", "On hold", "2026-03-04", "", ""),
    ("", "", "Birch Bank", "", "", "+44 20 0000 0001", "", "", "", "", "", "", "", "", "", "2026-03-04", "", ""),
    ("", "李 Wei", "", "", "", "", "https://www.linkedin.com/in/li-wei", "", "", "", "", "", "é" * 60, "", "closed", "2026-03-04", "", ""),
)  # fmt: skip


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return a_log(tmp_path, HEADINGS, *ROWS)


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode())))


# The rules of each system, as its own pages say them; each returns what a file breaks.
HUBSPOT_STATUSES = {
    "New", "Open", "In progress", "Open deal", "Unqualified", "Attempted to contact", "Connected", "Bad timing",
}  # fmt: skip
HUBSPOT = "First Name,Last Name,Email,Phone Number,Company Name,Job Title,City,Website URL,Lead Status,Lifecycle Stage"
HUBSPOT_COMPUTED = {"Last Contacted", "Last Activity Date", "Create Date"}
ZOHO = "First Name,Last Name,Email,Mobile,Account Name,Title,Mailing City,Lead Source,Description,Email Opt Out,Date of Birth"
GOOGLE = {
    "First Name", "Last Name", "Organization Name", "Organization Title", "Birthday", "Notes", "Labels",
    *(f"{what} 1 - {part}" for what in ("E-mail", "Phone", "Website") for part in ("Label", "Value")),
    "Website 2 - Label", "Website 2 - Value", "Address 1 - Label", "Address 1 - City",
}  # fmt: skip
FORMULA = re.compile(r"[=@\t\r]|[+-](?![\d\s().\-/]*$)")


def broken_rules_of_a_table(data: bytes) -> list[str]:
    faults = ["a byte order mark"] if data.startswith(b"\xef\xbb\xbf") else []
    faults += [f"a formula: {cell}" for row in rows_of(data) for cell in row.values() if FORMULA.match(cell)]
    return faults


def broken_rules_of_hubspot(data: bytes) -> list[str]:
    faults, rows = broken_rules_of_a_table(data), rows_of(data)
    headings = list(rows[0]) if rows else HUBSPOT.split(",")
    if [name for name in headings if name != "Record ID"] != HUBSPOT.split(","):
        faults.append(f"headings: {headings}")
    if len(data) > 20_000_000 or len(headings) >= 1000 or HUBSPOT_COMPUTED & set(headings):
        faults.append("size or headings")
    for row in rows:
        if not (row["First Name"] or row["Last Name"] or row["Email"]):
            faults.append(f"nobody: {row}")
        if row["Lead Status"] not in HUBSPOT_STATUSES or row["Lifecycle Stage"] != "Lead":
            faults.append(f"a word that is not HubSpot's: {row}")
    return faults


def broken_rules_of_zoho(data: bytes) -> list[str]:
    faults, rows = broken_rules_of_a_table(data), rows_of(data)
    headings = list(rows[0]) if rows else ZOHO.split(",")
    if [name for name in headings if name != "Record Id"] != ZOHO.split(","):
        faults.append(f"headings: {headings}")
    if len(data) > 5_000_000 or len(rows) > 1_500:
        faults.append("size")
    for row in rows:
        if not row["Last Name"]:
            faults.append(f"no last name: {row}")
        if row["Email Opt Out"] not in {"true", "false"}:
            faults.append(f"no checkbox: {row}")
        if not re.fullmatch(r"(?:\d{4}-\d\d-\d\d)?", row["Date of Birth"]):
            faults.append(f"no day: {row}")
        faults += [
            f"{character} in {cell}" for cell in row.values() for character in '"|<>' if character in cell
        ]
    return faults


def broken_rules_of_google(data: bytes) -> list[str]:
    faults, rows = broken_rules_of_a_table(data), rows_of(data)
    if rows and set(rows[0]) != GOOGLE:
        faults.append(f"headings: {set(rows[0]) ^ GOOGLE}")
    if len(rows) > 3_000:
        faults.append("more than 3,000 people")
    for row in rows:
        labels = row["Labels"].split(" ::: ")
        if labels[0] != "netsheet" or labels[-1] != "* myContacts":
            faults.append(f"labels: {labels}")
        if not re.fullmatch(r"(?:(?:\d{4}|-)-\d\d-\d\d)?", row["Birthday"]):
            faults.append(f"birthday: {row['Birthday']}")
    return faults


def broken_rules_of_vcard(data: bytes) -> list[str]:
    faults: list[str] = []
    lines = data.split(b"\r\n")
    if data and lines.pop():
        faults.append("the last line has no end")
    for line in lines:
        if len(line) > 75 or b"\n" in line or b"\r" in line:
            faults.append(f"a line that is too long: {line!r}")
        try:
            line.decode()
        except UnicodeDecodeError:
            faults.append(f"a line that ends within a character: {line!r}")
    for card in data.replace(b"\r\n ", b"").decode().split("BEGIN:VCARD\r\n")[1:]:
        names = [re.split("[:;]", line)[0] for line in card.split("\r\n")]
        if [names.count(name) for name in ("VERSION", "N", "FN", "UID", "END", "PHOTO")] != [
            1,
            1,
            1,
            1,
            1,
            0,
        ]:
            faults.append(f"properties: {names}")
        if "VERSION:3.0\r\n" not in card:
            faults.append("another version")
        faults += [f"no year, and it does not say so: {card}"] * ("BDAY:1604" in card)
    return faults


CHECKERS: dict[TargetName, Callable[[bytes], list[str]]] = {
    "hubspot": broken_rules_of_hubspot,
    "zoho": broken_rules_of_zoho,
    "google": broken_rules_of_google,
    "vcard": broken_rules_of_vcard,
}


def contacts() -> tuple[Contact, ...]:
    return build_contacts(read_rows(HEADINGS, *ROWS), today=THE_DAY)


def files(people: Sequence[Contact], to: TargetName) -> tuple[bytes, ...]:
    return export_files(export_contacts(people, to))


def read_back(data: bytes, to: TargetName) -> tuple[ImportedPerson, ...]:
    """Read an exported file as ``netsheet import`` does."""
    options = ImportOptions(today=THE_DAY)
    if to == "vcard":
        return read_vcards("f.vcf", data.decode(), options).people
    rows = read_csv_text(data).rows
    if found := recognise(rows):
        return read_export("f.csv", rows, found, options).people
    file = read_unknown_table("f.csv", Sheet(name="f", rows=rows), options)
    return file.people if file else ()


@pytest.mark.parametrize("to", TARGET_NAMES)
def test_each_file_keeps_the_rules_of_its_system(to: TargetName) -> None:
    (data,) = files(contacts(), to)

    assert CHECKERS[to](data) == []


@pytest.mark.parametrize("to", TARGET_NAMES)
@pytest.mark.parametrize("sample", ["plain-log.xlsx", "rich.xlsx", "two-sheets.xlsx", "messy-log.csv"])
def test_the_samples_keep_them_too(sample: str, to: TargetName, tmp_path: Path) -> None:
    sample_log = copy_of_sample(sample, tmp_path)
    out = tmp_path / ("out.vcf" if to == "vcard" else "out.csv")

    assert run("export", sample_log, "--to", to, "--out", out).exit_code == 0
    assert out.stat().st_size > 900
    assert CHECKERS[to](out.read_bytes()) == []


BROKEN: list[tuple[TargetName, bytes, bytes]] = [
    ("hubspot", b"Attempted to contact", b"Waiting"),
    ("hubspot", b"Job Title", b"Title"),
    ("hubspot", b"'=1+1", b"=1+1"),
    ("zoho", b"false", b"no"),
    ("zoho", b",-,", b",,"),
    ("zoho", b"Lisbon", b"Lis|bon"),
    ("zoho", b"1988-03-14", b"14 March"),
    ("google", b"netsheet :::", b"other :::"),
    ("google", b"--05-02", b"05-02"),
    ("vcard", b"\r\n ", b""),
    ("vcard", b";X-APPLE-OMIT-YEAR=1604", b""),
    ("vcard", b"\r\nFN:", b"\r\nNICKNAME:"),
]


@pytest.mark.parametrize(("to", "good", "bad"), BROKEN)
def test_the_checkers_see_a_broken_rule(to: TargetName, good: bytes, bad: bytes) -> None:
    (data,) = files(contacts(), to)

    assert good in data
    assert CHECKERS[to](data.replace(good, bad)) != []


WHO_GOES: dict[TargetName, list[str]] = {
    "hubspot": ["Inês Caldera", "", "Cher", "李 Wei"],
    "zoho": ["Inês Caldera", "Tomás Ferreira", "", "Cher", "", "李 Wei"],
    "google": ["Inês Caldera", "Tomás Ferreira", "", "Cher", "", "李 Wei"],
    "vcard": ["Inês Caldera", "Tomás Ferreira", "", "Cher", "", "李 Wei"],
}


@pytest.mark.parametrize("to", TARGET_NAMES)
def test_what_is_exported_is_read_back_as_the_same_people(to: TargetName) -> None:
    (data,) = files(contacts(), to)

    people = read_back(data, to)

    assert [person.name for person in people] == WHO_GOES[to]
    ines = people[0]
    assert ines.emails == ("ines@example.com",)
    assert ines.company == "Northgate Labs, Inc."
    assert ines.phones == ("+351 91 000 0001",)
    assert ines.linkedin == ("" if to == "zoho" else "inês-c")
    assert ines.facts["title"] == "Staff Engineer"


@pytest.mark.parametrize("to", ["google", "vcard"])
def test_an_address_book_gets_all_that_it_has_a_place_for(to: TargetName) -> None:
    ines, tomas, *_ = read_back(files(contacts(), to)[0], to)

    assert dict(ines.facts) == {
        "title": "Staff Engineer",
        "website": "https://example.com/ines",
        "location": "Lisbon",
        "notes": "Met at the summit, in March. Likes climbing; has a dog",
        "birthday": "14 March",
        "tags": "speaker, warm" if to == "vcard" else "netsheet, speaker, warm",
    }
    assert tomas.facts["birthday"] == "2 May"
    assert tomas.facts["tags"].endswith("Do not contact")


def cells(to: TargetName, column: str) -> list[str]:
    return [row[column] for row in rows_of(files(contacts(), to)[0])]


def test_hubspot_gets_its_own_words_and_its_own_numbers() -> None:
    assert cells("hubspot", "Lead Status") == [
        "Connected",
        "Attempted to contact",
        "Bad timing",
        "Unqualified",
    ]
    assert cells("hubspot", "Record ID") == ["101", "", "104", ""]
    assert cells("hubspot", "Job Title") == ["Staff Engineer", "", "'=1+1", ""]


@pytest.mark.parametrize(
    ("heading", "number", "to", "taken"),
    [
        ("Record ID", "101", "hubspot", True),
        ("ID", "101", "hubspot", False),
        ("Record ID", "rec-1", "hubspot", False),
        ("ID", "zcrm_5000000000000560001", "zoho", True),
        ("Record ID", "101", "zoho", False),
    ],
)
def test_a_number_of_the_user_s_own_list_is_not_taken_for_the_system_s(
    heading: str, number: str, to: TargetName, *, taken: bool
) -> None:
    read = read_rows(
        (heading, "Name", "Email", "Date Sent"), (number, "Ana Lopez", "ana@example.com", "2026-03-01")
    )

    (data,) = files(build_contacts(read, today=THE_DAY), to)

    assert (number in data.decode()) is taken


def test_zoho_s_rules_about_last_names_characters_and_birthdays() -> None:
    assert cells("zoho", "Last Name") == ["Caldera", "Ferreira", "-", "Cher", "-", "Wei"]
    assert cells("zoho", "First Name") == ["Inês", "Tomás", "", "", "", "李"]
    assert cells("zoho", "Account Name")[1] == "Lakeside 'Bank' (Risk)"
    assert cells("zoho", "Email Opt Out") == ["false", "true", "false", "false", "false", "false"]
    assert cells("zoho", "Date of Birth") == ["1988-03-14", "", "", "", "", ""]


@pytest.mark.parametrize(
    ("form", "day"), [("ymd", "1988-03-14"), ("mdy", "03/14/1988"), ("dmy", "14/03/1988")]
)
def test_zoho_gets_days_in_the_order_that_is_asked_for(form: str, day: str, log: Path) -> None:
    rows = rows_of(run("export", log, "--to", "zoho", "--date-format", form).stdout.encode())

    assert rows[0]["Date of Birth"] == day


@pytest.mark.parametrize(
    ("to", "line"),
    [
        ("hubspot", ("the columns Source, Birthday, Tags, Notes, Do not contact, Date Sent, Response, Shoe size; a second web page (1); "
         "not to be contacted, which a HubSpot import cannot say (1); nobody is named, and there is no e-mail address (1)")),
        ("zoho", "the columns Record ID, LinkedIn, Website, Tags, Status, Date Sent, Response, Shoe size; a birthday without its year (2)"),
        ("google", "the columns Record ID, Source, Status, Date Sent, Response, Shoe size"),
        ("vcard", "the columns Record ID, Source, Status, Date Sent, Response, Shoe size"),
    ],
)  # fmt: skip
def test_what_is_left_out_is_said_in_one_line(to: TargetName, line: str, log: Path) -> None:
    label = {"hubspot": "HubSpot", "zoho": "Zoho CRM", "google": "Google Contacts", "vcard": "vCard"}[to]

    outcome = run("export", log, "--to", to)

    assert outcome.stderr == f"Left out for {label}: {line}.\n"


def test_the_file_is_named_and_an_existing_one_is_kept_unless_forced(log: Path, tmp_path: Path) -> None:
    out = tmp_path / "people.csv"
    words = ("export", log, "--to", "google", "--out", out)

    first = run(*words)
    written = out.read_bytes()
    out.write_bytes(b"mine")
    second, mine = run(*words), out.read_bytes()
    third = run(*words, "--force")

    assert first.stdout.splitlines()[0] == f"Wrote 6 people to {out}."
    assert (second.exit_code, mine) == (5, b"mine")
    assert "add --force to replace it" in second.stderr
    assert (third.exit_code, out.read_bytes()) == (0, written)


def test_a_file_that_a_system_would_refuse_for_its_size_becomes_several(tmp_path: Path) -> None:
    rows = [(f"Person {number}", f"p{number}@example.com", "2026-03-01") for number in range(1501)]
    big = a_log(tmp_path, ("Name", "Email", "Date Sent"), *rows)
    out, second = tmp_path / "people.csv", tmp_path / "people-2.csv"
    second.write_bytes(b"mine")

    refused = run("export", big, "--to", "zoho", "--out", out)
    kept = (out.exists(), second.read_bytes())
    forced = run("export", big, "--to", "zoho", "--out", out, "--force")
    printed = run("export", big, "--to", "zoho")

    assert (refused.exit_code, kept) == (5, (False, b"mine"))
    assert forced.exit_code == 0
    assert [len(rows_of(path.read_bytes())) for path in (out, second)] == [1500, 1]
    assert (printed.exit_code, printed.stdout) == (2, "")
    assert "Add: --out people.csv" in printed.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--to", "zoho", "--what", "due"), "Leave out --what."),
        (("--to", "vcard", "--format", "json"), "Leave out --format."),
        (("--to", "vcard", "--out", "people.csv"), "Type: --out people.vcf"),
        (("--to", "google", "--out", "people.vcf"), "Type: --out people.csv"),
        (("--to", "gogle"), "google"),
    ],
)
def test_what_does_not_go_together_is_refused(words: tuple[str, ...], said: str, log: Path) -> None:
    outcome = run("export", log, *words)

    assert (outcome.exit_code, outcome.stdout) == (2, "")
    assert said in outcome.stderr


TEXT = st.text(max_size=30)
SOMEBODY = st.builds(
    Contact,
    uid=st.just("netsheet-1"),
    first_name=TEXT,
    last_name=TEXT,
    company=TEXT,
    title=TEXT,
    email=st.sampled_from(["", "ana@example.com"]),
    location=TEXT,
    notes=st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200),
    tags=st.lists(TEXT.filter(bool), max_size=3).map(tuple),
    birthday=st.sampled_from([None, (2, 29), (12, 1)]),
    birth_year=st.sampled_from([0, 1988]),
    do_not_contact=st.booleans(),
)


def visible(contact: Contact) -> Contact:
    """Return what ``build_contacts`` makes of a contact: one line of text in each value."""
    texts: dict[str, Any] = {
        name: " ".join("".join(c if c.isprintable() else " " for c in getattr(contact, name)).split())
        for name in ("first_name", "last_name", "company", "title", "location", "notes")
    }
    tags = tuple(filter(None, (" ".join(filter(str.isprintable, tag)).strip() for tag in contact.tags)))
    return replace(contact, **texts, tags=tags)


@settings(max_examples=200, deadline=None)
@given(st.lists(SOMEBODY, max_size=4), st.sampled_from(TARGET_NAMES))
def test_no_text_of_a_log_breaks_a_rule(people: list[Contact], to: TargetName) -> None:
    for data in files([visible(contact) for contact in people], to):
        assert CHECKERS[to](data) == []


@settings(max_examples=200, deadline=None)
@given(SOMEBODY.map(visible).filter(lambda contact: bool(contact.name or contact.company or contact.email)))
def test_vobject_reads_a_card_back_equal(contact: Contact) -> None:
    (data,) = files([contact], "vcard")

    (card,) = vobject.readComponents(data.decode())

    assert (card.n.value.family, card.n.value.given) == (contact.last_name, contact.first_name)
    assert card.fn.value == (contact.name or contact.company or contact.email)
    assert (card.org.value if "org" in card.contents else [""])[0] == contact.company
    assert card.uid.value == contact.uid
    labels = [*contact.tags, *(["Do not contact"] if contact.do_not_contact else [])]
    assert (card.categories.value if "categories" in card.contents else []) == labels
    texts = {"title": contact.title, "email": contact.email, "note": contact.notes}
    assert {name: card.contents[name][0].value if name in card.contents else "" for name in texts} == texts
    assert (card.adr.value.city if "adr" in card.contents else "") == contact.location
    year = contact.birth_year or 1604
    birthday = f"{year}-{contact.birthday[0]:02}-{contact.birthday[1]:02}" if contact.birthday else ""
    assert (card.bday.value if "bday" in card.contents else "") == birthday
