"""The optional sheets Events, Dates, Companies and Resources: how they are known, and how their rows are read."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from netsheet.core.grid import CellValue, Sheet
from netsheet.core.model import Log, Settings
from netsheet.core.optional_sheet_kinds import OPTIONAL_SHEETS, optional_names
from netsheet.core.optional_sheets.named_people import PeopleByName
from netsheet.core.optional_sheets.optional_contents import OptionalSheets
from netsheet.core.optional_sheets.reading import read_optional_sheets
from netsheet.core.people.interpret import interpret_log
from netsheet.pipeline.opened import open_log
from tests.command_line import run
from tests.reading.build import TODAY, build_sheet, build_snapshot

D = dt.date
LOG_ROWS: list[list[CellValue]] = [
    ["Name", "Company", "E-mail", "Date"],
    ["Ana Lopez", "Copper Hill", "ana@example.com", D(2026, 4, 2)],
    ["Ben Okoro", "Harbour", "ben@example.com", D(2026, 4, 9)],
    ["Ben Tran", "Harbour", "tran@example.com", D(2026, 4, 9)],
]
LOG = build_sheet(LOG_ROWS, name="Log")
EVENTS = ["Event", "Date", "Place", "Goal", "People to meet", "Talking points", "Notes", "Went?"]
DATES = ["Who", "What", "Day", "Lead days"]
COMPANIES = ["Company", "Priority", "Why", "Role wanted", "Contacted through"]
RESOURCES = ["Title", "Link", "Topics", "Sent to"]


def _read(*sheets: Sheet, order: str = "auto") -> tuple[OptionalSheets, Log]:
    snapshot = build_snapshot(LOG, *sheets)
    log = interpret_log(snapshot, today=TODAY, settings=Settings())
    return read_optional_sheets(snapshot, log, order=order), log  # type: ignore[arg-type]  # an order of dates


def _sheet(name: str, *rows: list[CellValue]) -> Sheet:
    return build_sheet([list(row) for row in rows], name=name)


@pytest.mark.parametrize(
    ("name", "headings", "is_known"),
    [
        ("Events", EVENTS, True),
        ("Events 2026", ["Event", "When", "Notes"], True),
        ("Conferences I plan", EVENTS, True),
        ("Sheet3", ["Event", "Date", "Notes"], False),
        ("Events", ["Event", "Date", "Name", "E-mail", "Response"], False),
        ("Events", ["Event", "Date", "A", "B", "C", "D"], False),
        ("Veranstaltungen", ["Veranstaltung", "Datum", "Ort", "Ziel", "Gesprächsthemen"], True),
        ("Évènements", ["Évènement", "Date", "Lieu", "Objectif"], True),
        ("Eventos", ["Evento", "Fecha", "Lugar", "Objetivo", "¿Fui?"], True),
        ("Eventi", ["Evento", "Data", "Luogo", "Obiettivo"], True),
        ("Evenementen", ["Evenement", "Datum", "Plaats", "Doel"], True),
        ("Eventos", ["Evento", "Data", "Local", "Objetivo"], True),
        ("Wydarzenia", ["Wydarzenie", "Data", "Miejsce", "Cel"], True),
        ("Dates", DATES, True),
        ("Other days", DATES, True),
        ("Wichtige Daten", ["Wer", "Anlass", "Tag", "Vorlauf"], True),
        ("Data", ["Person", "Date", "Notes"], False),
        ("Companies", COMPANIES, True),
        ("Where I want to work", COMPANIES, True),
        ("Target companies", ["Company", "Priority", "Notes"], True),
        ("Companies", ["Company", "Website", "Contact", "Status", "Next step"], False),
        ("Companies", [*COMPANIES, "E-mail"], False),
        ("Entreprises", ["Entreprise", "Priorité", "Pourquoi"], True),
        ("Resources", RESOURCES, True),
        ("Good reads", RESOURCES, True),
        ("Resources", ["Title", "Company"], False),
        ("Log", ["Name", "Company", "Date", "Notes"], False),
    ],
)
def test_a_sheet_is_known_by_its_name_and_headings(name: str, headings: list[str], *, is_known: bool) -> None:
    assert (optional_names([_sheet(name, list(headings))]) == {name}) is is_known


def test_no_spelling_belongs_to_two_columns_of_a_sheet() -> None:
    for kind in OPTIONAL_SHEETS:
        spellings = [spelling for column in kind.headings.values() for spelling in column]

        assert len(spellings) == len(set(spellings)), kind.kind


def test_an_event_has_its_day_its_goal_and_whom_to_meet() -> None:
    optional, log = _read(
        _sheet(
            "Events",
            list(EVENTS),
            [
                "Jobs evening",
                D(2026, 5, 7),
                "Town hall",
                "Two interviews",
                "Ana Lopez, Cleo and Ben",
                "Maps",
                "",
                "",
            ],
            ["Fair", dt.datetime(2026, 5, 9, 18, 30), "", "", "", "", "Long", "yes"],
        )
    )

    assert optional.events is not None
    evening, fair = optional.events
    ana, ben, tran = (person.key for person in log.people)
    assert (evening.name, evening.on, evening.goal, evening.went) == (
        "Jobs evening",
        D(2026, 5, 7),
        "Two interviews",
        None,
    )
    assert [(named.text, named.keys) for named in evening.to_meet] == [
        ("Ana Lopez", (ana,)),
        ("Cleo", ()),
        ("Ben", (ben, tran)),
    ]
    assert evening.cells["Goal"].address == "D2"
    assert (fair.on, fair.at, fair.went, fair.notes) == (D(2026, 5, 9), dt.time(18, 30), True, "Long")
    assert optional.findings == ()
    assert (optional.dates, optional.companies, optional.resources) == (None, None, None)


@pytest.mark.parametrize(
    ("sheet", "code", "address"),
    [
        (("Events", EVENTS, ["Fair", "spring", "", "", "", "", "", ""]), "unreadable-event", "B2"),
        (("Events", EVENTS, ["Fair", D(2026, 5, 7), "", "", "", "", "", "an hour"]), "unreadable-went", "H2"),
        (("Dates", DATES, ["Ana Lopez", "Anniversary", "spring", ""]), "unreadable-date-row", "C2"),
        (("Dates", DATES, ["Ana Lopez", "Anniversary", "12 May", "many"]), "unreadable-date-row", "D2"),
        (("Dates", DATES, ["Cleo Park", "Anniversary", "12 May", ""]), "named-nobody", "A2"),
        (("Dates", DATES, ["Ben", "Anniversary", "12 May", ""]), "named-several", "A2"),
        (("Companies", COMPANIES, ["Acme", "when I can", "", "", ""]), "unreadable-priority", "B2"),
        (
            ("Resources", RESOURCES, ["Maps", "https://example.com", "maps", "Cleo Park"]),
            "named-nobody",
            "D2",
        ),
    ],
)
def test_what_cannot_be_read_is_named_with_its_cell(
    sheet: tuple[str, list[str], list[CellValue]], code: str, address: str
) -> None:
    name, headings, row = sheet
    optional, _ = _read(_sheet(name, list(headings), row))

    (finding,) = optional.findings
    assert finding.place is not None
    assert (finding.code, finding.place.sheet, finding.place.address) == (code, name, address)


@pytest.mark.parametrize(
    ("what", "day", "on", "is_yearly"),
    [
        ("Anniversary", D(2024, 5, 12), D(2024, 5, 12), True),
        ("Their birthday", "12 May 1980", D(1980, 5, 12), True),
        ("First day in the new job", D(2026, 5, 12), D(2026, 5, 12), False),
        ("First day in the new job", "12 May", D(2000, 5, 12), True),
        ("Name day", "29 February", D(2000, 2, 29), True),
        ("Anniversary, once", "2026-05-12", D(2026, 5, 12), False),
        ("Hochzeitstag", "2026-05-12", D(2026, 5, 12), True),
    ],
)
def test_a_date_is_yearly_or_once(what: str, day: CellValue, on: dt.date, *, is_yearly: bool) -> None:
    optional, log = _read(_sheet("Dates", list(DATES), ["ana@example.com", what, day, 14]))

    assert optional.dates is not None
    (date,) = optional.dates
    assert (date.who.key, date.on, date.is_yearly, date.lead_days) == (log.people[0].key, on, is_yearly, 14)


def test_a_date_of_several_people_is_one_for_each() -> None:
    optional, log = _read(
        _sheet("Dates", list(DATES), ["Ana Lopez & Ben Okoro", "Wedding", D(2026, 6, 6), ""])
    )

    assert [date.who.key for date in optional.dates or ()] == [person.key for person in log.people[:2]]


@pytest.mark.parametrize(
    ("typed", "rank"),
    [
        (1, 1),
        ("2.", 2),
        ("P1", 1),
        ("High", 1),
        ("mittel", 2),
        ("C", 3),
        ("⭐⭐⭐⭐⭐", 1),
        ("*", 5),
        ("", None),
        ("soon", None),
    ],
)
def test_a_priority_is_read_as_a_rank(typed: CellValue, rank: int | None) -> None:
    optional, _ = _read(_sheet("Companies", list(COMPANIES), ["Acme", typed, "", "", "Website"]))

    assert optional.companies is not None
    (company,) = optional.companies
    assert company.rank == rank
    assert [(named.text, named.key) for named in company.through] == [("Website", "")]
    assert bool(optional.findings) is (typed == "soon")


def test_a_resource_has_topics_and_who_has_it() -> None:
    optional, log = _read(
        _sheet(
            "Resources",
            list(RESOURCES),
            ["Maps at work", "https://example.com/maps", "maps, data; GIS", "Ana Lopez (2 Apr)"],
        )
    )

    assert optional.resources is not None
    (resource,) = optional.resources
    (ana,) = resource.sent_to
    assert resource.topics == ("maps", "data", "GIS")
    assert (ana.text, ana.key, ana.note) == ("Ana Lopez", log.people[0].key, "2 Apr")


@pytest.mark.parametrize(
    ("cell", "texts"),
    [
        ("", []),
        ("n/a", []),
        ("Ana Lopez", ["Ana Lopez"]),
        ("Ana Lopez; Ben und Cleo\nDan", ["Ana Lopez", "Ben", "Cleo", "Dan"]),
        ("Ana Lopez (met in May, twice), Ben", ["Ana Lopez", "Ben"]),
        ("Ana Lopez (never closed, Ben", ["Ana Lopez"]),
        ("Ana, ana", ["Ana", "ana"]),
    ],
)
def test_names_in_a_cell_are_taken_apart(cell: str, texts: list[str]) -> None:
    assert [named.text for named in PeopleByName(()).named(cell)] == texts


def test_a_sheet_of_the_name_without_the_headings_is_named() -> None:
    optional, _ = _read(_sheet("Events", ["Event", "Notes"], ["Fair", "Long"]))

    (finding,) = optional.findings
    assert finding.code == "no-settings-header"
    assert "Event and Date" in finding.hint
    assert optional.events is None


def test_such_a_sheet_is_neither_the_log_nor_a_sheet_that_is_not_read() -> None:
    many: list[list[CellValue]] = [[f"Acme {number}", "A", "", "", ""] for number in range(40)]
    snapshot = build_snapshot(
        _sheet("Companies", list(COMPANIES), *many),
        _sheet("Events", list(EVENTS), ["Fair", D(2026, 5, 7), "", "", "", "", "", ""]),
        LOG,
    )
    log = interpret_log(snapshot, today=TODAY, settings=Settings())

    assert (log.reading.sheet, log.people_reading, log.further_readings) == ("Log", None, ())
    assert "sheet-not-read" not in {finding.code for finding in log.findings}


def test_alone_in_its_workbook_or_asked_for_it_may_still_be_the_log() -> None:
    companies = _sheet("Companies", list(COMPANIES), ["Acme", "A", "They map", "Analyst", ""])
    alone = interpret_log(build_snapshot(companies), today=TODAY, settings=Settings())
    asked = interpret_log(
        build_snapshot(LOG, companies), today=TODAY, settings=Settings(), sheet_name="companies"
    )

    assert (alone.reading.sheet, asked.reading.sheet) == ("Companies", "Companies")
    assert read_optional_sheets(build_snapshot(companies), alone, order="auto") == OptionalSheets()


def _workbook(path: Path, *sheets: tuple[str, list[list[CellValue]]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book["Sheet"])
    for name, rows in (("Log", LOG_ROWS), *sheets):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_an_opened_log_knows_them_and_check_says_what_cannot_be_read(tmp_path: Path) -> None:
    path = _workbook(
        tmp_path / "log.xlsx", ("Dates", [list(DATES), ["Cleo Park", "Anniversary", "12 May", ""]])
    )

    opened = open_log(path, today=TODAY)
    shown = run("check", str(path), "--today", TODAY.isoformat())

    assert [date.what for date in opened.optional.dates or ()] == ["Anniversary"]
    assert "named-nobody" in {finding.code for finding in opened.findings}
    assert "Who names “Cleo Park”, who is not in your log." in " ".join(shown.stdout.split())


def test_a_log_without_such_sheets_imports_nothing_of_them(tmp_path: Path) -> None:
    path = _workbook(tmp_path / "log.xlsx")
    script = (
        "import sys; from netsheet.__main__ import main; sys.argv[1:] = ['due', sys.argv[1]]\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(sorted(name for name in sys.modules if name.startswith('netsheet.core.optional_sheets.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )

    small = ["optional_contents", "priorities"]
    assert done.stdout.splitlines()[-1] == str([f"netsheet.core.optional_sheets.{name}" for name in small])
