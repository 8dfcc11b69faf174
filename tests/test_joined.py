"""Logs that name their people by a number, which another sheet explains."""

from __future__ import annotations

import datetime as dt

import pytest

from netsheet.core.columns.sheets import LogNotFound
from netsheet.core.model import Log, Settings
from netsheet.core.people.interpret import interpret_log
from tests.reading.build import TODAY, Row, build_sheet, build_snapshot, codes_of, mapping_of

CONTACTS: tuple[Row, ...] = (
    ["ContactID", "First Name", "Last Name", "Organization", "Email"],
    ["C1", "Ann", "Lee", "Acme", "ann@example.com"],
    ["C2", "Bo", "Yi", "Beta", ""],
)
INTERACTIONS: tuple[Row, ...] = (
    ["InteractionID", "ContactID", "Date", "Type", "Direction"],
    ["I1", "C1", dt.date(2026, 1, 5), "Email", "Outbound"],
    ["I2", "C1", dt.date(2026, 1, 9), "Email", "Inbound"],
    ["I3", "C2", dt.date(2026, 2, 9), "Call", "Outbound"],
)


def read(contacts: tuple[Row, ...] = CONTACTS, interactions: tuple[Row, ...] = INTERACTIONS) -> Log:
    snapshot = build_snapshot(
        build_sheet(contacts, name="Contacts"), build_sheet(interactions, name="Interactions")
    )
    return interpret_log(snapshot, today=TODAY, settings=Settings())


def test_touches_find_their_people_by_the_number() -> None:
    log = read()

    assert log.reading.sheet == "Interactions"
    assert [(person.name, person.email, len(person.touches)) for person in log.people] == [
        ("Ann Lee", "ann@example.com", 2),
        ("Bo Yi", "", 1),
    ]
    assert [person.people_row for person in log.people] == [2, 3]
    assert not log.findings


def test_a_lent_name_points_to_the_number_that_stands_for_it() -> None:
    log = read()

    assert log.people[0].place.sheet == "Interactions"
    assert log.people[0].place.address == "B3"
    assert log.facts[log.people[0].key]["company"] == "Acme"


def test_the_lent_columns_are_not_among_the_headings() -> None:
    assert mapping_of(read()) == {
        "InteractionID": None,
        "ContactID": "id",
        "Date": "date",
        "Type": "channel",
        "Direction": "direction",
    }


def test_a_number_that_nobody_has_is_a_finding_and_its_row_no_record() -> None:
    log = read(interactions=(*INTERACTIONS, ["I4", "C9", dt.date(2026, 3, 1), "Call", "Outbound"]))

    assert codes_of(log) == ["unknown-contact-id"]
    assert log.reading.record_rows == (2, 3, 4)
    assert log.findings[0].place is not None
    assert log.findings[0].place.address == "B5"


def test_a_number_that_several_people_share_joins_nothing() -> None:
    twice = (*CONTACTS, ["C1", "Cy", "Fox", "Beta", ""])

    assert read(contacts=twice).reading.sheet == "Contacts"


def test_numbers_that_no_sheet_explains_make_no_log() -> None:
    snapshot = build_snapshot(build_sheet(INTERACTIONS, name="Interactions"))

    with pytest.raises(LogNotFound) as caught:
        interpret_log(snapshot, today=TODAY, settings=Settings())

    assert caught.value.candidates[0].reason.endswith(
        "no column with the people or organisations the rows are about"
    )
