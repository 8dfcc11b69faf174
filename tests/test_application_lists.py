"""Lists of applications as people keep them: sent, acknowledged, refused, invited; and what is none."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.reading.build import codes_of, mapping_of, read_rows

D = dt.date
HEADINGS = [
    "Versanddatum",
    "Versandart",
    "Firma",
    "Position",
    "Eingangsbestätigung",
    "Absage",
    "Vorstellungsgespräch",
]


def test_every_column_of_a_list_of_applications_is_understood() -> None:
    log = read_rows(
        HEADINGS,
        [D(2026, 5, 4), "Post", "Nordlicht GmbH", "Gärtnerin", D(2026, 5, 6), "", D(2026, 7, 1)],
        [D(2026, 5, 5), "E-Mail", "Anker KG", "Gärtnerin", "", D(2026, 5, 20), ""],
        [D(2026, 5, 6), "E-Mail", "Farn OHG", "Gärtnerin", "", "ja", ""],
    )

    assert list(mapping_of(log).values()) == [
        "date",
        "channel",
        "company",
        "title",
        "response_date",
        "declined",
        "meeting_date",
    ]
    invited, declined, declined_someday = log.people
    assert [person.state for person in log.people] == ["open", "closed", "closed"]
    assert invited.meetings_ahead == (D(2026, 7, 1),)
    assert [(touch.on, touch.response_type) for touch in declined.touches if touch.kind == "reply"] == [
        (D(2026, 5, 20), "negative")
    ]
    assert [
        (touch.on, touch.response_type) for touch in declined_someday.touches if touch.kind == "reply"
    ] == [(None, "negative")]


def test_a_no_that_cannot_be_read_is_named_once() -> None:
    log = read_rows(
        ["Name", "Date", "Rejected on"],
        ["Ida Brook", D(2026, 5, 4), "3/4/2026"],
        ["Tom Reed", D(2026, 5, 4), D(2026, 5, 9)],
    )

    assert codes_of(log) == ["ambiguous-date-order"]


@pytest.mark.parametrize(
    ("headings", "status", "field"),
    [
        (["Name", "Job", "Company", "Last contact"], "", "title"),
        (["First name", "Surname", "Job", "Firm", "Status"], "replied", "title"),
        (["Name", "Job", "Company", "Status"], "Applied", "job_title"),
        (["Name", "Job", "Company", "Status"], "Interview scheduled", "job_title"),
        (["Name", "Job", "Company", "Date applied"], "", "job_title"),
        (["Company", "Job", "Recruiter name", "Status"], "waiting", "job_title"),
        (["Company", "Job", "Date", "Status"], "waiting", "job_title"),
        (["Name", "Title", "Job", "Company"], "", "job_title"),
    ],
)
def test_a_job_beside_people_is_what_they_do_unless_somebody_applied(
    headings: list[str], status: str, field: str
) -> None:
    cells: dict[str, str | dt.date] = {
        "Name": "Ida Brook",
        "First name": "Ida",
        "Surname": "Brook",
        "Recruiter name": "Ida Brook",
        "Title": "Buyer",
        "Job": "Head of Sales",
        "Company": "Farn Ltd",
        "Firm": "Farn Ltd",
        "Status": status,
    }
    log = read_rows(headings, [cells.get(heading, D(2026, 5, 4)) for heading in headings])

    assert mapping_of(log)["Job"] == field


def test_the_users_own_meaning_of_job_counts() -> None:
    log = read_rows(
        ["Name", "Job", "Company"], ["Ida Brook", "Buyer", "Farn Ltd"], headings={"Job": "job_title"}
    )

    assert mapping_of(log)["Job"] == "job_title"
