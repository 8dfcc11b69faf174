"""Each export is recognised by its content, brings what it holds, and what was left out is counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from netsheet.core.grid import Sheet
from netsheet.core.imports.export_kinds import TABLE_KINDS
from netsheet.core.imports.export_table import plain_heading
from netsheet.core.imports.recognition import recognise
from netsheet.engines import read_workbook
from netsheet.resources import sample_workbooks
from netsheet.workbook.csv_text import read_csv_text
from tests.command_line import Outcome, copy_of_sample, run
from tests.imports.exports import CONNECTIONS, EXPORTS, INVITATIONS, MESSAGES, PROFILE, zipped
from tests.test_calendar_file import a_log

ME = ("--me", "sam@example.com", "--me", "Sam Rivers", "--me", "https://www.linkedin.com/in/sam-rivers")


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return copy_of_sample("plain-log.xlsx", tmp_path)


def imported(log: Path, name: str, data: bytes, *words: str) -> Outcome:
    """Import one file into the log."""
    path = log.with_name(name)
    path.write_bytes(data)
    return run("import", log, path, "--json", "--tz", "UTC", *words)


@pytest.mark.parametrize("name", EXPORTS)
def test_each_export_brings_what_was_counted_in_it_by_hand(name: str, log: Path) -> None:
    export = EXPORTS[name]

    (file,) = imported(log, name, export.data, *ME).document["files"]

    found = (
        file["kind"],
        file["people"],
        file["touches"],
        sum(len(each["numbers"]) for each in file["left_out"]),
    )
    assert found == (export.code, export.people, export.touches, export.left_out)


@pytest.mark.parametrize("name", EXPORTS)
def test_the_name_of_a_file_does_not_decide_what_it_is(name: str, log: Path) -> None:
    (file,) = imported(log, "x.bin", EXPORTS[name].data, *ME).document["files"]

    assert file["kind"] == EXPORTS[name].code


TABLES = [name for name, export in EXPORTS.items() if export.code in {kind.code for kind in TABLE_KINDS}]


@pytest.mark.parametrize("name", TABLES)
def test_no_two_kinds_claim_one_table(name: str) -> None:
    rows = read_csv_text(EXPORTS[name].data).rows
    headings = {plain_heading(cell) for row in rows[:20] for cell in row}

    fitting = {
        kind.code
        for kind in TABLE_KINDS
        for signature in kind.signatures
        if {plain_heading(part) for part in signature.split(";")} <= headings
        and not ({plain_heading(part) for part in kind.without.split(";")} - {""}) & headings
    }

    assert fitting == {EXPORTS[name].code}


def test_every_kind_of_table_has_an_export_here() -> None:
    assert {kind.code for kind in TABLE_KINDS} == {EXPORTS[name].code for name in TABLES}


SAMPLES = [path for path in sorted(sample_workbooks().iterdir()) if path.suffix in {".csv", ".xlsx"}]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_no_log_is_taken_for_an_export(path: Path) -> None:
    data = path.read_bytes()
    sheets = (
        (Sheet(name="", rows=read_csv_text(data).rows),)
        if path.suffix == ".csv"
        else read_workbook(data).sheets
    )

    assert sheets
    assert [sheet.name for sheet in sheets if recognise(sheet.rows)] == []


FILES = {
    "Connections.csv": CONNECTIONS,
    "messages.csv": MESSAGES,
    "Jobs\\Profile.csv": PROFILE,
    "guide_messages.csv": MESSAGES,
    "Positions.csv": b"Company Name,Title,Description,Location,Started On,Finished On\nAcme,Cook,,,Jan 2020,",
    "__MACOSX/Connections.csv": b"",
}


def test_a_zip_file_is_opened_and_what_brings_nothing_is_named(log: Path) -> None:
    document = imported(log, "Complete.zip", zipped(FILES)).document

    assert {file["file"]: file["kind"] for file in document["files"]} == {
        "Connections.csv": "linkedin-connections",
        "messages.csv": "linkedin-messages",
        "Jobs/Profile.csv": "linkedin-profile",
    }
    assert {file["file"] for file in document["not_read"]} == {"guide_messages.csv", "Positions.csv"}


def test_a_folder_brings_the_same_as_its_zip_file(log: Path) -> None:
    zip_file = imported(log, "Complete.zip", zipped(FILES)).document
    folder = log.with_name("folder")
    for name, data in FILES.items():
        path = folder / name.replace("\\", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    document = run("import", log, folder, "--json", "--tz", "UTC").document

    assert {key: document[key] for key in ("totals", "people")} == {
        key: zip_file[key] for key in ("totals", "people")
    }


def test_the_first_of_linkedin_s_two_zip_files_says_that_the_second_has_the_connections(log: Path) -> None:
    outcome = imported(log, "Basic.zip", zipped({"Profile.csv": PROFILE}))

    assert "in a second e-mail" in " ".join(outcome.document["remarks"])


def test_no_text_of_a_message_is_kept(log: Path) -> None:
    for name, export in EXPORTS.items():
        assert "private sentence" not in imported(log, name, export.data, *ME).stdout, name


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.zip", b"PK\x03\x04 broken", "it is a zip file that cannot be opened"),
        ("a.zip", zipped({"bomb.csv": b"Name," * 5_000_000}), "it is empty, damaged, or too large"),
        ("a.csv", b"", "it is empty, damaged, or too large"),
        ("a.csv", b"just a line of text", "it holds no table"),
        ("a.csv", b"Colour,Size\nred,3", "its first headings are “Colour”, “Size”"),
        (
            "photo.jpg",
            b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256)),
            "it holds nothing that netsheet reads",
        ),
        ("tweets.js", b"window.YTD.direct_messages.part0 = [ ]", "numbers in place of the names"),
    ],
)
def test_what_cannot_be_imported_ends_with_a_sentence(name: str, data: bytes, reason: str, log: Path) -> None:
    outcome = imported(log, name, data)

    assert (outcome.exit_code, outcome.stdout) == (3, "")
    assert reason in outcome.stderr
    assert len(outcome.stderr.splitlines()) == 2


def test_who_is_me_is_found_in_another_file_of_the_same_import(log: Path) -> None:
    paths = {"messages.csv": MESSAGES, "Invitations.csv": INVITATIONS}
    for name, data in paths.items():
        log.with_name(name).write_bytes(data)

    document = run("import", log, *(log.with_name(name) for name in paths), "--json").document

    assert sorted(touch["direction"] for touch in document["touches"]) == ["in", "in", "in", "out", "out"]


@pytest.mark.parametrize("name", ["Sent", "hello.eml"])
def test_who_is_me_is_asked_and_never_guessed(name: str, log: Path) -> None:
    outcome = imported(log, name, EXPORTS[name].data)

    assert (outcome.exit_code, outcome.stdout) == (2, "")
    assert "does not say who of its people you are" in outcome.stderr
    assert "sam@example.com" in outcome.stderr
    assert "--me" in outcome.stderr


def test_only_the_headings_that_are_mapped_say_what_an_unknown_table_holds(log: Path) -> None:
    data = b"Wer,Wo\nPriya Anand,Harbour Analytics"

    assert imported(log, "t.csv", data).exit_code == 3
    (person,) = imported(log, "t.csv", data, "--map", "Wer=name", "--map", "Wo=company").document["people"]
    assert (person["name"], person["values"]) == ("Priya Anand", {"company": "Harbour Analytics"})


def test_a_table_of_one_s_own_is_read_by_its_headings_and_its_days_are_no_touches(log: Path) -> None:
    data = b'Name,Company,Email,Last Contacted,Date\nPriya Anand,Harbour,priya@example.com,"March 4, 2026",2026-03-01'

    document = imported(log, "notion.csv", data).document

    assert (document["files"][0]["kind"], document["touches"]) == ("table", [])
    assert document["people"][0]["values"]["last_contact"] == "2026-03-04"
    assert document["files"][0]["not_used"] == ["Date"]


EVENT = ("--event", "Spring meetup", "--on", "2026-03-05")


@pytest.mark.parametrize(
    ("name", "words", "came", "on"),
    [
        ("attendees.xls", EVENT, {"Priya A."}, "2026-03-05"),
        ("attendees.xls", (), set(), None),
        ("report.csv", EVENT, {"Jonas Weil"}, "2026-03-05"),
        ("orders.csv", (), {"Jonas Weil"}, "2025-12-03"),
        ("guests.csv", (), {"Priya Anand"}, "2026-03-05"),
        ("guests.csv", ("--tz", "Europe/Berlin"), {"Priya Anand"}, "2026-03-06"),
        ("guests.csv", EVENT, {"Priya Anand"}, "2026-03-05"),
    ],
)
def test_who_was_at_an_event_met_you_on_its_day_and_wrote_no_message(
    name: str, words: tuple[str, ...], came: set[str], on: str | None, log: Path
) -> None:
    touches = imported(log, name, EXPORTS[name].data, *words).document["touches"]

    assert {touch["person"] for touch in touches} == came
    assert {(touch["kind"], touch["direction"], touch["on"]) for touch in touches} == (
        {("event", "both", on)} if came else set()
    )


def test_where_nobody_is_marked_as_having_been_there_all_guests_were(log: Path) -> None:
    data = EXPORTS["report.csv"].data.replace(b"Checked In", b"Attending")

    touches = imported(log, "report.csv", data, *EVENT).document["touches"]

    assert {touch["person"] for touch in touches} == {"Priya Anand", "Jonas Weil"}


@pytest.mark.parametrize(("zone", "day"), [("UTC", "2026-03-02"), ("Europe/Berlin", "2026-03-03")])
@pytest.mark.parametrize("name", ["messages.csv", "Sent"])
def test_a_message_counts_on_the_day_it_was_where_the_user_is(
    name: str, zone: str, day: str, log: Path
) -> None:
    touches = imported(log, name, EXPORTS[name].data, *ME, "--tz", zone).document["touches"]

    assert day in {touch["on"] for touch in touches if touch["direction"] == "out"}


@pytest.mark.parametrize(("zone", "day"), [("UTC", "2026-03-02"), ("Europe/Berlin", "2026-03-03")])
def test_without_the_option_the_settings_say_where_the_user_is(zone: str, day: str, tmp_path: Path) -> None:
    log = a_log(tmp_path, [("Ana Silva",)], [("Time zone", zone)])
    path = log.with_name("messages.csv")
    path.write_bytes(EXPORTS[path.name].data)

    touches = run("import", log, path, "--json", *ME).document["touches"]

    assert day in {touch["on"] for touch in touches if touch["direction"] == "out"}
    assert f"Days are those in {zone}." in run("import", log, path, *ME).stdout


def test_one_meeting_ahead_is_said_to_be_ahead(log: Path) -> None:
    touches = imported(log, "c.csv", EXPORTS["events-export.csv"].data).document["touches"]

    assert {touch["person"]: touch["ahead"] for touch in touches} == {
        "Priya Anand": False,
        "Jonas Weil": True,
    }


VALUES: list[tuple[str, str, dict[str, str]]] = [
    ("Connections.csv", "Lucía Prado", {"linkedin": "linkedin.com/in/lucía-prado-7c", "connected": "2024-03-12", "title": "Manager, Risk"}),
    ("hubspot.csv", "Priya Anand", {"company": "Harbour Analytics", "owner": "Sam Rivers", "status": "sent", "recorded": "2026-03-15", "last_contact": "2026-03-04"}),
    ("Contacts_Zoho.csv", "Lucía Prado", {"do_not_contact": "yes"}),
    ("Contacts_Zoho.csv", "Priya Anand", {"title": "Data Lead", "phone": "+44 7700 900001", "birthday": "14 March", "tags": "speaker, warm"}),
    ("Leads_Zoho.csv", "Priya Anand", {"status": "paused", "source": "Cold Call"}),
    ("contacts.csv", "Priya Anand", {"birthday": "2 May", "tags": "Speakers", "linkedin": "linkedin.com/in/priya-anand"}),
    ("google.csv", "Priya Anand", {"birthday": "14 March", "tags": "Speakers"}),
    ("contacts (1).CSV", "Priya Anand", {"title": "Data Lead", "birthday": "14 March", "tags": "Speakers, Warm", "referred_by": "Jonas"}),
    ("kontakte.csv", "Jörg Müller", {"title": "Entwickler", "birthday": "3 April", "phone": "+49 221 0000001"}),
    ("thunderbird.csv", "Priya Anand", {"birthday": "14 March"}),
    ("people.csv", "Priya Anand", {"last_contact": "2026-03-04", "location": "Leeds"}),
    ("orders.csv", "Jonas Weil", {"source": "Invented Night"}),
    ("all.vcf", "Priya Anand", {"title": "Data, Lead", "birthday": "14 March", "notes": "Met at the summit, March. Likes climbing."}),
    ("all.vcf", "Lucía Prado", {"company": "Sociedade de Crédito", "birthday": "2 May"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "who", "expected"), VALUES)
def test_each_value_comes_in_the_form_that_the_log_reads(
    name: str, who: str, expected: dict[str, str], log: Path
) -> None:
    people = imported(log, name, EXPORTS[name].data).document["people"]

    values = next(person["values"] for person in people if person["name"] == who)
    assert {field: values.get(field) for field in expected} == expected


def test_a_status_that_is_not_known_is_named(log: Path) -> None:
    (file,) = imported(log, "hubspot.csv", EXPORTS["hubspot.csv"].data).document["files"]

    assert file["remarks"] == ["The status “BLUE” is not one that netsheet knows."]


@pytest.mark.parametrize(
    "word", ["Shapr", "x", "twitter", "Dex", "whatsapp", "HiHello", "hihello", "Bumble Bizz", "cal.com"]
)
def test_a_service_that_gives_no_file_is_answered_with_what_to_bring(word: str, log: Path) -> None:
    outcome = run("import", log, word)

    assert outcome.exit_code == 2
    assert len(outcome.stderr.splitlines()) == 2


def test_the_log_is_not_touched(log: Path) -> None:
    before = (log.read_bytes(), log.stat().st_mtime_ns)

    imported(log, "Connections.csv", CONNECTIONS)

    assert (log.read_bytes(), log.stat().st_mtime_ns) == before


def test_without_a_log_the_only_one_of_the_folder_is_taken(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(log.parent)
    Path("Connections.csv").write_bytes(CONNECTIONS)

    outcome = run("import", "Connections.csv")

    assert (outcome.exit_code, outcome.stderr) == (0, f"Using {log.name}, the only log in this folder.\n")
    assert "3 people: 3 new, 0 in the log already, 0 to decide." in outcome.stdout
    assert f"This is a preview. Nothing was written to {log.name}." in outcome.stdout


def test_an_export_that_is_a_workbook_is_not_taken_for_the_log(log: Path) -> None:
    rows = read_csv_text(CONNECTIONS).rows
    export = log.with_name("export.xlsx")
    write_workbook(export, rows)

    document = run("import", export, log, "--json").document

    assert (document["workbook"], document["files"][0]["kind"]) == (str(log), "linkedin-connections")


def write_workbook(path: Path, rows: tuple[tuple[str, ...], ...]) -> None:
    workbook = Workbook()
    for row in rows:
        workbook.worksheets[0].append(row)
    workbook.save(path)


def test_of_a_calendar_with_a_broken_event_the_others_are_read(log: Path) -> None:
    broken = EXPORTS["basic.ics"].data.replace(b"SUMMARY:Summit", b"BEGIN:VALARM\nEND:VEVENT;;")

    (file,) = imported(log, "basic.ics", broken[: broken.index(b"SUMMARY:Dentist")]).document["files"]

    reasons = {each["reason"]: each["numbers"] for each in file["left_out"]}
    assert (file["touches"], reasons["an event that breaks off, or cannot be read"]) == (1, [2, 4])


def test_a_broken_file_never_ends_in_a_traceback(log: Path) -> None:
    for name, export in EXPORTS.items():
        for size in (len(export.data) // 3, len(export.data) // 2, len(export.data) - 3):
            outcome = imported(log, name, export.data[:size], *ME)

            assert outcome.exit_code in {0, 2, 3}, name


OTHER_TABLES = [
    (
        "notion.csv",
        '\ufeffName,Firm,Mail,Last seen\nPriya Anand,Harbour (https://www.notion.so/1),priya@example.com,"March 4, 2026"\n',
        {"Mail": "email", "Last seen": "last_contact"},
        ["Priya Anand"],
    ),
    (
        "airtable.csv",
        "\ufeffFull name,Where they work,Mail,Last seen,Files\nPriya Anand,Harbour,priya@example.com,2026-03-04,a.png (https://example.com)\n",
        {"Where they work": "company", "Last seen": "last_contact"},
        ["Priya Anand"],
    ),
    (
        "report.csv",
        ("Salutation,First Name,Last Name,Email,Phone,Account Name,Title,Seen\nMs.,Priya,Anand,priya@example.com,,Harbour,Lead,3/14/2026\n"
        'Mr.,Jonas,Weil,jonas@example.com,,Pine,Cook,\n\nContacts by Account\n"Confidential Information - Do Not Distribute"\n'
        "Generated by: Sam Rivers  3/10/2026 9:00 AM\n"),
        {"Account Name": "company"},
        ["Priya Anand", "Jonas Weil"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "mapping", "people"), OTHER_TABLES)
def test_tables_of_notion_airtable_and_salesforce_are_read_by_their_headings(
    name: str, text: str, mapping: dict[str, str], people: list[str], log: Path
) -> None:
    words = [word for heading, field in mapping.items() for word in ("--map", f"{heading}={field}")]

    document = imported(log, name, text.encode(), *words).document

    assert [person["name"] for person in document["people"]] == people
    priya = document["people"][0]
    assert (priya["emails"], priya["values"]["company"]) == (["priya@example.com"], "Harbour")
    if "last_contact" in mapping.values():
        assert priya["values"]["last_contact"] == "2026-03-04"
