"""Headings of which only a part is known, and headings that say nothing: what the cells decide."""

from __future__ import annotations

import datetime as dt

import pytest

from netsheet.core.grid import CellValue
from tests.reading.build import codes_of, mapping_of, read_rows
from tests.test_headings import NEVER_SEEN

D = dt.date
PEOPLE = ["Ida Brook", "Omar Finch", "Lena Marsh", "Tom Reed"]
FIRMS = ["Copper Hill", "Nordlicht GmbH", "Blue Anchor", "Fern & Co"]
EMAILS = ["ida@copperhill.example", "omar@nordlicht.example", "lena@anchor.example", "tom@fern.example"]
PHONES = ["+49 30 5550 101", "+49 30 5550 102", "+49 30 5550 103", "+49 30 5550 104"]
ROLES = ["Engineer", "Head of sales", "Recruiter", "Analyst"]
SENT: list[CellValue] = [D(2026, 5, 4), D(2026, 5, 5), D(2026, 5, 6), D(2026, 5, 7)]
LATER: list[CellValue] = [D(2026, 7, 1), "", D(2026, 7, 3), ""]
STATES = ["contacted", "replied", "contacted", "no response"]


def _mapping(columns: dict[str, list[CellValue]]) -> dict[str, str | None]:
    return mapping_of(read_rows(list(columns), *zip(*columns.values(), strict=True)))


@pytest.mark.parametrize(
    ("heading", "cells", "field"),
    [
        ("Recipient Name", PEOPLE, "name"),
        ("recipient", PEOPLE, "name"),
        ("HR Kontakt", PEOPLE, "name"),
        ("Nombre_Prospecto", PEOPLE, "name"),
        ("Podcast host", PEOPLE, "name"),
        ("Nome do destinatário", PEOPLE, "name"),
        ("Naam ontvanger", PEOPLE, "name"),
        ("Nazwa", PEOPLE, "name"),
        ("Odbiorca", PEOPLE, "name"),
        ("Empfängername", PEOPLE, "name"),
        ("Nom du destinataire", PEOPLE, "name"),
        ("Nome candidato", PEOPLE, "name"),
        ("Zebra", PEOPLE, "name"),
        ("School Name", FIRMS, "company"),
        ("practice_name", FIRMS, "company"),
        ("Brand", FIRMS, "company"),
        ("Nazwa", FIRMS, "company"),
        ("Vereinsname", FIRMS, "company"),
        ("Nombre de la tienda", FIRMS, "company"),
        ("Nom de la boutique", FIRMS, "company"),
        ("Whatever", FIRMS, "company"),
    ],
)
def test_the_cells_say_whether_a_heading_is_about_people_or_organisations(
    heading: str, cells: list[CellValue], field: str
) -> None:
    seen = _mapping({heading: cells, "Email": list(EMAILS), "Date Sent": SENT, "Status": list(STATES)})

    assert seen[heading] == field


@pytest.mark.parametrize(
    ("heading", "cells", "field"),
    [
        ("target_email", EMAILS, "email"),
        ("Editor email", EMAILS, "email"),
        ("Zespół email", EMAILS, "email"),
        ("Business phone", PHONES, "phone"),
        ("Number", PHONES, "phone"),
        ("Number", [1, 2, 3, 4], "id"),
        ("candidate_title", ROLES, "title"),
        ("Follow-up-Datum", LATER, "follow_up"),
        ("fecha_proxima_accion", LATER, "follow_up"),
        ("Date prochaine étape", LATER, "follow_up"),
        ("Data prossima azione", LATER, "follow_up"),
        ("Data próximo passo", LATER, "follow_up"),
        ("Datum volgende stap", LATER, "follow_up"),
        ("Data kolejny krok", LATER, "follow_up"),
        ("Next step / follow-up date", LATER, "follow_up"),
        ("Follow-up [optional] (CRM)", LATER, "follow_up"),
        ("Campaign status", STATES, None),
        ("Estado del prospecto", STATES, "status"),
        ("Touch_2_Lead_Magnet", LATER, "date"),
        ("1st message", LATER, "date"),
        ("Message", LATER, None),
    ],
)
def test_a_known_part_of_a_heading_is_understood_where_the_cells_agree(
    heading: str, cells: list[CellValue], field: str | None
) -> None:
    columns: dict[str, list[CellValue]] = {"Name": list(PEOPLE), "Date Sent": SENT, heading: list(cells)}

    assert _mapping(columns)[heading] == field


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("target_email", ROLES),
        ("Editor email", SENT),
        ("Business phone", ROLES),
        ("Candidate status", FIRMS),
        ("Recipient Name", SENT),
        ("School Name", SENT),
        ("Assistant email", EMAILS),
        ("Spouse name", PEOPLE),
        ("Book title", ROLES),
        ("Renewal date", LATER),
        ("Reviewed by", PEOPLE),
    ],
)
def test_an_unknown_heading_is_never_taken_for_what_its_cells_or_its_words_contradict(
    heading: str, cells: list[CellValue]
) -> None:
    columns: dict[str, list[CellValue]] = {"Company": list(FIRMS), "Date Sent": SENT, heading: list(cells)}

    assert _mapping(columns)[heading] is None


def test_a_guess_is_said_once_and_a_known_heading_is_not() -> None:
    log = read_rows(
        ["Target", "Date Sent", "Status"],
        *zip(PEOPLE, SENT, STATES, strict=True),
    )

    assert [finding.message for finding in log.findings if finding.code == "heading-guessed"] == [
        "“Target” is read as name, because of the cells below it."
    ]
    assert [person.name for person in log.people] == PEOPLE


def test_the_parts_of_a_persons_heading_follow_their_name() -> None:
    columns: dict[str, list[CellValue]] = {
        "gatekeeper_name": list(PEOPLE),
        "gatekeeper_title": list(ROLES),
        "book_title": list(ROLES),
        "Date Sent": SENT,
        "Status": list(STATES),
    }

    seen = _mapping(columns)

    assert (seen["gatekeeper_name"], seen["gatekeeper_title"], seen["book_title"]) == ("name", "title", None)


def test_worded_repeats_are_all_read() -> None:
    row: list[CellValue] = ["Ida Brook", D(2026, 5, 4), D(2026, 5, 11), D(2026, 5, 18)]
    log = read_rows(["Name", "Touch_1_Intro", "Touch_2_Case_Study", "Touch_3_Goodbye"], row)

    assert [touch.on for touch in log.people[0].touches] == row[1:]


@pytest.mark.parametrize("cells", [PEOPLE, FIRMS, EMAILS, SENT, STATES, PHONES])
def test_headings_never_seen_take_no_field_from_a_log_that_names_its_people(cells: list[CellValue]) -> None:
    headings = [" ".join(heading.split()) for heading in NEVER_SEEN.split(";")]
    headings.remove("Action due date")  # over days it is a plan indeed
    seen = {
        heading: _mapping(
            {
                "Name": list(PEOPLE),
                "Company": list(FIRMS),
                "Email": list(EMAILS),
                "Phone": list(PHONES),
                "Status": list(STATES),
                "Channel": ["email"] * 4,
                "Date Sent": SENT,
                heading: list(cells),
            }
        )[heading]
        for heading in headings
    }

    assert {heading: field for heading, field in seen.items() if field} == {}
    assert codes_of(read_rows(["Name", "Date"], ["Ida Brook", D(2026, 5, 4)])).count("heading-guessed") == 0
