"""Rows that are nothing but a title of the rows below them, and lists next to each other."""

from __future__ import annotations

import datetime as dt

from netsheet.core.grid import Area, CellValue
from netsheet.core.model import Settings
from netsheet.core.people.interpret import interpret_log
from tests.reading.build import TODAY, build_sheet, build_snapshot, read_rows

D = dt.date
HEADINGS: list[CellValue] = ["Company", "Email", "Status", "Date sent"]
FIRST: list[CellValue] = ["Copper Hill", "hi@copper.example", "Contacted", D(2026, 6, 2)]
SECOND: list[CellValue] = ["Blue Anchor", "hi@anchor.example", "Contacted", D(2026, 6, 3)]


def test_titles_in_capitals_are_no_contacts() -> None:
    log = read_rows(HEADINGS, ["BAKERIES"], FIRST, [], ["BOAT YARDS"], SECOND, [], ["SCHOOLS"])

    assert log.reading.record_rows == (3, 6)
    assert log.reading.skipped_rows == {"title of a group": 3}


def test_titles_behind_empty_rows_are_no_contacts() -> None:
    log = read_rows(HEADINGS, ["Bakeries"], FIRST, [], ["Boat yards"], SECOND)

    assert log.reading.record_rows == (3, 6)


def test_a_title_merged_over_several_columns_is_no_contact() -> None:
    merged = Area(first_row=3, first_column=1, last_row=3, last_column=4)
    sheet = build_sheet([HEADINGS, FIRST, ["Boat yards"], SECOND], merged=(merged,))

    log = interpret_log(build_snapshot(sheet), today=TODAY, settings=Settings())

    assert log.reading.record_rows == (2, 4)


def test_somebody_of_whom_only_the_name_is_known_is_a_contact() -> None:
    log = read_rows(HEADINGS, ["Fern Works"], FIRST, ["NASA"], SECOND, ["Willow Press"])

    assert log.reading.record_rows == (2, 3, 4, 5, 6)


def test_a_list_in_capitals_is_a_list_of_contacts() -> None:
    log = read_rows(HEADINGS, *([name, "", "", ""] for name in ("COPPER HILL", "BLUE ANCHOR", "FERN WORKS")))

    assert log.reading.record_rows == (2, 3, 4)


def test_a_second_list_next_to_the_first_is_named_and_not_mixed_with_it() -> None:
    log = read_rows(
        ["Name", "Date sent", "", "Name", "Date sent"],
        ["Ida Brook", D(2026, 5, 4), "", "Tom Reed", D(2026, 5, 11)],
        ["Lena Marsh", D(2026, 5, 5), "", "Omar Finch", D(2026, 5, 12)],
        ["", "", "", "Ann Vale", D(2026, 5, 13)],
    )

    assert {person.name: [touch.on for touch in person.touches] for person in log.people} == {
        "Ida Brook": [D(2026, 5, 4)],
        "Lena Marsh": [D(2026, 5, 5)],
    }
    assert [finding.message for finding in log.findings if finding.code == "second-list"] == [
        "A second list of people begins with “Name”, and netsheet reads only the first one."
    ]


def test_a_gap_between_the_columns_of_one_list_is_no_second_list() -> None:
    log = read_rows(
        ["Name", "Date sent", "", "Notes", "Date sent"],
        ["Ida Brook", D(2026, 5, 4), "", "met", D(2026, 5, 11)],
    )

    assert [touch.on for touch in log.people[0].touches] == [D(2026, 5, 4), D(2026, 5, 11)]
