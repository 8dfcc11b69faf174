from __future__ import annotations

import datetime as dt

import pytest

from netsheet.core.columns.sheets import LogNotFound
from netsheet.core.findings import FINDING_KINDS, FindingKind, build_finding
from netsheet.core.grid import CellValue, FormulaCell, Sheet
from netsheet.core.model import Settings
from netsheet.core.people.interpret import interpret_log
from tests.reading.build import TODAY, Row, build_sheet, build_snapshot, codes_of, mapping_of, read_rows

D = dt.date
SENT = D(2026, 5, 1)
LOG: tuple[Row, ...] = (["Name", "Email", "Date Sent"], ["Ann Lee", "ann@example.com", SENT])


def _not_found(*sheets: Sheet, sheet_name: str | None = None) -> LogNotFound:
    with pytest.raises(LogNotFound) as caught:
        interpret_log(build_snapshot(*sheets), today=TODAY, settings=Settings(), sheet_name=sheet_name)
    return caught.value


def test_a_sheet_without_headings_is_said_and_its_first_contact_not_swallowed() -> None:
    rows: list[Row] = [
        ["Ann Lee", "Acme", "LinkedIn", "Sent", SENT],
        ["Bob Ray", "Beta", "Email", "Sent", SENT],
        ["Cy Fox", "Beta", "LinkedIn", "Sent", SENT],
    ]
    fault = _not_found(build_sheet(rows))

    assert [(each.sheet, each.reason) for each in fault.candidates] == [
        ("Log", "no row of headings was found")
    ]


def test_why_each_sheet_was_not_taken_is_said() -> None:
    fault = _not_found(
        build_sheet([], name="Blank"),
        build_sheet([["Date", "Status", "Notes"], [SENT, "Sent", "x"]], name="Days"),
        build_sheet(LOG, name="Netsheet Summary"),
        build_sheet(LOG, name="Hidden", is_hidden=True),
    )

    assert [(each.sheet, each.reason) for each in fault.candidates] == [
        ("Blank", "it is empty"),
        (
            "Days",
            "row 1 has headings (“Date”, “Status”, “Notes”), but no column with the people or organisations the rows are about",
        ),
    ]
    assert (fault.wanted, fault.nearest) == (None, "")


def test_headings_that_name_nobody_make_no_log() -> None:
    fault = _not_found(
        build_sheet([["Contact", "Status", "Date Sent"], [SENT, "Sent", SENT], [SENT, "Sent", SENT]])
    )

    assert fault.candidates[0].reason == (
        "row 1 has headings (“Status”, “Date Sent”), but no column with the people or organisations the rows are about"
    )


def test_a_sheet_can_be_asked_for_by_name() -> None:
    snapshot = build_snapshot(build_sheet(LOG, name="A"), build_sheet(LOG, name="B", is_hidden=True))
    log = interpret_log(snapshot, today=TODAY, settings=Settings(), sheet_name="b")

    assert log.reading.sheet == "B"


def test_a_name_that_is_no_sheet_comes_with_the_nearest_one() -> None:
    fault = _not_found(
        build_sheet(LOG, name="Outreach"), build_sheet(LOG, name="Netsheet Outreach"), sheet_name="Outreech"
    )

    assert (fault.wanted, fault.nearest) == ("Outreech", "Outreach")
    assert [each.sheet for each in fault.candidates] == ["Outreach"]
    assert _not_found(build_sheet(LOG), sheet_name="zzz").nearest == ""


def test_a_sheet_asked_for_that_is_no_log_says_why() -> None:
    fault = _not_found(
        build_sheet(LOG), build_sheet([["a", "b"], ["c", "d"]], name="Other"), sheet_name="Other"
    )

    assert [(each.sheet, each.reason) for each in fault.candidates] == [
        ("Other", "no row of headings was found")
    ]


def test_a_log_without_any_day_says_so() -> None:
    log = read_rows(["Name", "Company"], ["Ann Lee", "Acme"])

    assert codes_of(log) == ["nothing-to-date"]
    assert log.people[0].recorded_on is None


def test_a_sheet_with_headings_and_no_rows_is_an_empty_log() -> None:
    log = read_rows(["Name", "Company", "Date"])

    assert (log.people, log.reading.record_rows) == ((), ())


def test_a_formula_without_a_result_is_named_with_its_cell() -> None:
    sheet = build_sheet(
        [["Name", "Date", "Zebra"], ["Ann Lee", "", ""], ["Bob Ray", SENT, ""]],
        formulas={
            (row, column): FormulaCell(text="X1", has_result=row == 3) for row in (2, 3) for column in (2, 3)
        },
    )
    log = interpret_log(build_snapshot(sheet), today=TODAY, settings=Settings())

    assert [(finding.code, finding.place and finding.place.address) for finding in log.findings] == [
        ("formula-without-result", "B2")
    ]
    assert log.people[0].unreadable == log.findings[0]


def test_an_error_and_a_date_that_changes_by_itself_are_named() -> None:
    sheet = build_sheet(
        [["Name", "Date", "Notes"], ["Ann Lee", "", ""], ["Bob Ray", SENT, ""]],
        errors={(2, 2): "#N/A", (9, 2): "#REF!"},
        formulas={
            (2, 2): FormulaCell(text="X1", has_result=True),
            (3, 2): FormulaCell(text="TODAY()-3", has_result=True),
            (3, 3): FormulaCell(text="NOW()", has_result=True),
        },
    )
    log = interpret_log(build_snapshot(sheet), today=TODAY, settings=Settings())

    assert [(finding.code, finding.place and finding.place.address) for finding in log.findings] == [
        ("cell-error", "B2"),
        ("volatile-date", "B3"),
    ]
    assert log.people[1].touches[0].on == SENT


def test_several_addresses_and_a_wrong_one_are_named() -> None:
    log = read_rows(
        ["Name", "Email", "Phone", "LinkedIn", "Date"],
        ["Ann Lee", "ann@example.com; lee@example.com", "020 7946 0000", "linkedin.com/in/ann", SENT],
        ["Bob Ray", "bob@example.com", "ask Ben", "see mail", SENT],
        ["Cy Fox", "020 7946 0001", "030 1234 5678", "linkedin.com/in/cy", SENT],
        ["Di Poe", "nothing there", "040 1234 5678", "linkedin.com/in/di", SENT],
    )

    assert [(finding.code, finding.place and finding.place.address) for finding in log.findings] == [
        ("several-addresses", "B2"),
        ("unreadable-phone", "C3"),
        ("unreadable-linkedin", "D3"),
        ("unreadable-email", "B5"),
    ]
    assert [person.email for person in log.people] == ["ann@example.com", "bob@example.com", "", ""]


def test_a_telephone_number_in_the_address_column_is_the_persons() -> None:
    log = read_rows(
        ["Name", "Email/Phone", "Date"],
        ["Ann Lee", "ann@example.com", SENT],
        ["Bob Ray", "020 7946 0000", SENT],
    )

    assert [(person.email, person.phone) for person in log.people] == [
        ("ann@example.com", ""),
        ("", "020 7946 0000"),
    ]


def test_two_columns_of_addresses_are_both_the_persons_and_the_first_is_used() -> None:
    log = read_rows(
        ["Name", "Email", "Work email", "Date"],
        ["Ann Lee", "", "ann@example.com", SENT],
        ["Bob Ray", "bob@example.com", "b@example.org", SENT],
    )

    assert [person.email for person in log.people] == ["ann@example.com", "bob@example.com"]


def test_people_stand_in_the_order_of_their_newest_rows() -> None:
    log = read_rows(
        ["Name", "Date"], ["Ann Lee", D(2026, 5, 9)], ["Bob Ray", SENT], ["Ann Lee", SENT], ["Cy Fox", ""]
    )

    assert [(person.name, person.place.row) for person in log.people] == [
        ("Ann Lee", 2),
        ("Bob Ray", 3),
        ("Cy Fox", 5),
    ]


def test_the_reading_says_how_each_heading_was_understood() -> None:
    log = read_rows(
        ["Name", "Email", "Date", "Follow-up 1", "Follow-up 2", "Netsheet due", "Zebra"],
        ["Ann Lee", "yes", SENT, SENT, "", SENT, "x"],
    )

    assert [
        (match.heading, match.field, match.repeated, match.place.address) for match in log.reading.headings
    ] == [
        ("Name", "name", 0, "A1"),
        ("Email", None, 0, "B1"),
        ("Date", "date", 0, "C1"),
        ("Follow-up 1", "follow_up", 1, "D1"),
        ("Follow-up 2", "follow_up", 2, "E1"),
        ("Zebra", None, 0, "G1"),
    ]
    assert log.reading.headings[1].reason == "its cells do not look like email"
    assert codes_of(log) == ["column-set-aside"]


def test_findings_stand_in_sheet_order_with_the_people_sheet_last() -> None:
    log_sheet = build_sheet(
        [
            ["Name", "Date", "Status"],
            ["Ann Lee", "mid May", "blorb"],
            ["Bob Ray", "mid June", "Sent"],
            ["Cy Fox", SENT, "Sent"],
        ]
    )
    people = build_sheet(
        [
            ["Name", "Email", "Birthday"],
            ["Ann Lee", "ann@example.com", "someday"],
            ["Bob Ray", "bob@example.com", "1 May"],
        ],
        name="People",
    )
    log = interpret_log(build_snapshot(people, log_sheet), today=TODAY, settings=Settings())

    assert [(finding.place and (finding.place.sheet, finding.place.address)) for finding in log.findings] == [
        ("Log", "B2"), ("Log", "C2"), ("Log", "B3"), ("People", "C2"),
    ]  # fmt: skip


def test_a_log_of_touches_wins_over_a_list_of_contacts_in_any_order() -> None:
    touches = build_sheet([["Date", "Name", "Channel"], [SENT, "Ann Lee", "Email"]], name="2026")
    contacts = build_sheet(
        [
            ["Name", "Email", "Company", "Title", "Last contact"],
            ["Ann Lee", "ann@example.com", "Acme", "CTO", SENT],
        ],
        name="Contacts",
    )
    for sheets in ((touches, contacts), (contacts, touches)):
        log = interpret_log(build_snapshot(*sheets), today=TODAY, settings=Settings())

        assert log.reading.sheet == "2026"
        assert log.people_reading is not None
        assert log.people[0].company == "Acme"
        assert mapping_of(log) == {"Date": "date", "Name": "name", "Channel": "channel"}


def test_a_log_that_cannot_tell_who_wrote_says_so() -> None:
    rows: list[Row] = [["Ann Lee", D(2026, 5, day), "she called back"] for day in (1, 2, 3)]

    assert codes_of(read_rows(["Name", "Date", "Notes"], *rows)) == ["nobody-else-wrote"]
    assert codes_of(read_rows(["Name", "Date", "Notes"], *rows[:2])) == []
    assert codes_of(read_rows(["Name", "Date", "Notes", "Response"], *rows)) == []


def test_sheets_that_are_logs_too_are_named_because_only_one_is_read() -> None:
    head = ["Name", "Company", "Date", "Channel"]
    months = [
        build_sheet([head, ["Ann Lee", "Acme", SENT, "Email"]], name=name)
        for name in ("Fairs", "Friends", "Clubs")
    ]
    empty = build_sheet([head], name="Others")
    other = build_sheet([["Company", "Job title", "Date applied"], ["Acme", "CTO", SENT]], name="Jobs")

    log = interpret_log(build_snapshot(*months, empty, other), today=TODAY, settings=Settings())

    assert [(finding.code, finding.message) for finding in log.findings] == [
        ("sheet-not-read", "The sheet “Friends” looks like a log too, but netsheet reads only “Fairs”."),
        ("sheet-not-read", "The sheet “Clubs” looks like a log too, but netsheet reads only “Fairs”."),
    ]


def test_a_sheet_that_was_asked_for_is_read_without_a_word_about_the_others() -> None:
    head = ["Name", "Company", "Date", "Channel"]
    months = [
        build_sheet([head, ["Ann Lee", "Acme", SENT, "Email"]], name=name) for name in ("January", "February")
    ]

    log = interpret_log(build_snapshot(*months), today=TODAY, settings=Settings(), sheet_name="February")

    assert (log.reading.sheet, log.findings) == ("February", ())


def test_a_second_sheet_of_something_else_is_no_people_sheet() -> None:
    companies = build_sheet([["Company", "Website"], ["Acme", "acme.example"]], name="Companies")
    old = build_sheet([["Name", "Date"], ["Bob Ray", SENT]], name="Old")
    log = interpret_log(build_snapshot(build_sheet(LOG), companies, old), today=TODAY, settings=Settings())

    assert log.people_reading is None
    assert len(log.people) == 1


OWN_SHEET_FACTS = dict.fromkeys(
    (
        "person",
        "setting",
        "expected",
        "default",
        "example",
        "headings",
        "first",
        "last",
        "goal",
        "meaning",
        "who",
        "rows",
        "event",
        "company",
        "day",
    ),
    "it",
)


@pytest.mark.parametrize("kind", FINDING_KINDS, ids=lambda kind: kind.code)
def test_every_kind_of_finding_explains_itself(kind: FindingKind) -> None:
    finding = build_finding(
        kind.code,
        None,
        heading="Date",
        seen="x" * 90,
        winner="W",
        field="date",
        nearest="Use it.",
        other="O",
        row="3",
        line="6",
        corner="D7",
        **OWN_SHEET_FACTS,
    )

    assert finding.message.endswith((".", "…"))
    assert finding.hint.endswith((".", "…"))
    assert "x" * 61 not in finding.message
    assert kind.explanation.endswith(".")
    assert kind.example


def test_the_codes_are_unique() -> None:
    assert len({kind.code for kind in FINDING_KINDS}) == len(FINDING_KINDS)


def test_a_legend_is_none_of_the_contacts_even_when_it_is_longer_than_their_list() -> None:
    legend = [["Legend:"], ["Green = replied"], ["Red = no answer"], ["Useful links"]]

    log = read_rows(["Name", "Company", "Date"], ["Ann Lee", "Acme", D(2026, 5, 1)], [], *legend)

    assert [person.name for person in log.people] == ["Ann Lee"]
    assert log.reading.skipped_rows == {"legend": 4}


def test_rows_that_hold_the_same_default_all_the_way_down_are_pre_filled() -> None:
    rows: list[Row] = [["Name", "Date", "Status"], ["Ann Lee", D(2026, 5, 1), "Sent"]]
    rows += [["", "", "Not Started"]] * 5

    assert read_rows(*rows).reading.skipped_rows == {"only pre-filled": 5}


def test_a_total_in_the_first_column_is_no_contact_whatever_it_counts_below_the_names() -> None:
    log = read_rows(
        ["#", "Contact", "Date"],
        [1, "Ann Lee", D(2026, 5, 1)],
        ["Average", "Bob Ray", D(2026, 5, 2)],
        ["", "", ""],
        ["Total:", "2 contacts", 2],
    )

    assert [person.name for person in log.people] == ["Ann Lee"]
    assert log.reading.skipped_rows == {"total": 2}
    assert codes_of(log) == []


def test_a_company_that_stands_alone_above_its_people_is_the_title_of_a_group() -> None:
    log = read_rows(
        ["Company", "Name", "Date"],
        ["ACME", "", ""],
        ["", "Ann Lee", D(2026, 5, 1)],
        ["BETA", "", ""],
        ["", "Bob Ray", D(2026, 5, 2)],
        ["Total", "2", ""],
    )

    assert [person.name for person in log.people] == ["Ann Lee", "Bob Ray"]
    assert log.reading.skipped_rows == {"title of a group": 2, "total": 1}


@pytest.mark.parametrize("other", [["Acme", "Cy Fox", D(2026, 5, 2)], ["Gamma", "", D(2026, 5, 2)]])
def test_a_company_without_a_person_is_a_contact_where_companies_are_contacts_too(other: Row) -> None:
    log = read_rows(["Company", "Name", "Date"], ["Beta", "", ""], ["", "Ann Lee", D(2026, 5, 1)], other)

    assert len(log.people) == 3


def test_a_word_such_as_average_in_a_column_of_words_makes_no_total() -> None:
    log = read_rows(["Fit", "Name", "Date"], ["Average", "Ann Lee", D(2026, 5, 1)])

    assert [person.name for person in log.people] == ["Ann Lee"]


@pytest.mark.parametrize(
    "name", ["e.g. Jane Example", "z.B. Erika Muster", "Example row", "(example) Jane", "ex: Jane"]
)
def test_a_row_that_shows_how_to_fill_in_the_sheet_is_no_contact(name: str) -> None:
    log = read_rows(["Contact", "Date"], [name, D(2026, 5, 1)], ["Exa Lee", D(2026, 5, 1)])

    assert [person.name for person in log.people] == ["Exa Lee"]
    assert log.reading.skipped_rows == {"example": 1}


def test_rows_without_a_name_that_differ_are_told_from_pre_filled_ones() -> None:
    days: list[Row] = [["", D(2026, 5, day), "Sent"] for day in range(2, 6)]

    log = read_rows(["Name", "Date", "Status"], ["Ann Lee", D(2026, 5, 1), "Sent"], *days)

    assert log.reading.skipped_rows == {"without a person or company": 4}


def test_month_columns_of_counts_are_not_used_without_a_year() -> None:
    log = read_rows(["Name", "Jan", "Feb"], ["Ann Lee", 1, 2], ["Bob Ray", "", 3], ["Cy Fox", 1, 1])

    assert mapping_of(log) == {"Name": "name", "Jan": None, "Feb": None}
    assert codes_of(log) == ["nothing-to-date", "month-without-year", "month-without-year"]


def test_a_person_with_only_a_mark_below_a_month_without_a_year_is_not_told_as_never_contacted() -> None:
    log = read_rows(
        ["Name", "Jan", "Feb"], ["Ann Lee", "emailed", ""], ["Bob Ray", "", "x"], ["Cy Fox", "-", ""]
    )

    blocked = [
        person.unreadable and (person.unreadable.code, person.unreadable.place) for person in log.people
    ]
    assert [each and (each[0], each[1] and each[1].address) for each in blocked] == [
        ("month-without-year", "B1"),
        ("month-without-year", "C1"),
        None,
    ]


def test_a_whole_day_below_a_month_without_a_year_is_never_lost() -> None:
    log = read_rows(
        ["Name", "Jan", "Feb"], ["Ann Lee", D(2026, 1, 8), "x"], ["Bob Ray", "8", ""], ["Cy", "x", ""]
    )

    assert [touch.on for touch in log.people[0].touches] == [D(2026, 1, 8)]
    assert [(finding.code, finding.place and finding.place.address) for finding in log.findings] == [
        ("month-without-year", "C1"),
        ("date-without-year", "B3"),
        ("date-without-year", "B4"),
    ]


def test_a_yes_to_follow_up_beside_the_days_strikes_out_no_plan() -> None:
    log = read_rows(
        ["Name", "Date Sent", "Follow up?", "Follow-up Date"],
        ["Ann Lee", SENT, "Yes", D(2026, 7, 1)],
        ["Bob Ray", SENT, "No", ""],
    )

    assert mapping_of(log)["Follow up?"] is None
    assert codes_of(log) == ["follow-up-done-or-due"]
    assert [(plan.on, plan.is_done) for plan in log.people[0].follow_ups] == [(D(2026, 7, 1), False)]


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ([D(2026, 5, 8), ""], "it holds days: of what? Say so in Netsheet Settings"),
        (["13/05/2026", "3 June 2026"], "it holds days: of what? Say so in Netsheet Settings"),
        (["46000", 46000], ""),
        (["blue", "red"], ""),
    ],
)
def test_a_column_of_days_that_is_not_used_says_that_it_holds_days(
    cells: list[CellValue], reason: str
) -> None:
    log = read_rows(["Name", "Date Sent", "Zebra"], ["Ann Lee", SENT, cells[0]], ["Bob Ray", SENT, cells[1]])

    assert (log.reading.headings[2].field, log.reading.headings[2].reason) == (None, reason)
    assert log.findings == ()


def test_the_day_a_form_was_sent_is_not_the_day_of_the_contact_where_that_is_told() -> None:
    log = read_rows(
        ["Timestamp", "Who did you meet?", "When did you contact them?", "When should you follow up?"],
        ["3/15/2026 9:01:00", "Ann Lee", D(2026, 3, 2), "in 2 weeks"],
    )

    assert list(mapping_of(log).values()) == ["recorded", "name", "date", "follow_up"]
    assert [touch.on for touch in log.people[0].touches] == [D(2026, 3, 2)]
    assert (
        mapping_of(read_rows(["Timestamp", "Name"], ["3/15/2026 9:01:00", "Ann Lee"]))["Timestamp"] == "date"
    )


@pytest.mark.parametrize(
    ("headings", "field"),
    [
        (["Name", "Status", "Następny krok", "Termin"], "follow_up"),
        (["Name", "Status", "Next step", "Deadline"], "follow_up"),
        (["Name", "Status", "Ort", "Termin"], "meeting_date"),
        (["Name", "Status", "City", "Deadline"], None),
        (["Name", "Follow-up date", "Next step", "Deadline"], None),
    ],
)
def test_a_deadline_is_the_day_of_the_next_step_beside_it(headings: list[str], field: str | None) -> None:
    log = read_rows(headings, ["Ann Lee", "", "x", D(2026, 7, 1)])

    assert mapping_of(log)[headings[-1]] == field


@pytest.mark.parametrize(
    ("headings", "field"),
    [
        (["Name", "Last spoke", "Next step", "When"], "follow_up"),
        (["Name", "Datum", "Nächster Schritt", "Wann"], "follow_up"),
        (["Name", "Date contacted", "Response", "Date"], "response_date"),
        (["Name", "Status", "Next step", "When"], "date"),
        (["Name", "Date contacted", "Next step", "Status", "Day"], None),
        (["Name", "Date contacted", "Follow-up date", "Next step", "When"], None),
    ],
)
def test_a_bare_day_belongs_to_the_next_step_or_answer_left_of_it(
    headings: list[str], field: str | None
) -> None:
    row = [
        "Ann Lee",
        *[D(2026, 6, 1) if "Dat" in heading or "Last" in heading else "x" for heading in headings[1:-1]],
    ]
    log = read_rows(headings, [*row, D(2026, 7, 1)])

    assert mapping_of(log)[headings[-1]] == field


def test_shifted_columns_are_named_where_they_leave_no_log() -> None:
    rows = [["Name", "Email", "Date"], *([f"p{number}@example.com", "Acme", "Email"] for number in range(4))]

    with pytest.raises(LogNotFound) as caught:
        read_rows(*rows)

    assert "below “Name”, “Email”" in caught.value.candidates[0].reason


def test_a_single_day_among_the_notes_of_a_follow_up_column_is_never_lost() -> None:
    notes = ["wrote again", "her idea", "ask Ben first", "wrote again", "later maybe"]
    rows: list[Row] = [[f"P{n}", dt.date(2026, 3, 2), note] for n, note in enumerate(notes)]
    log = read_rows(
        ["Name", "Date sent", "Follow up"], *rows, ["Ana", dt.date(2026, 3, 2), dt.date(2026, 5, 12)]
    )
    ana = next(person for person in log.people if person.name == "Ana")
    assert [plan.on for plan in ana.follow_ups] == [dt.date(2026, 5, 12)]
    assert sum(finding.code == "follow-up-note" for finding in log.findings) == len(notes)


DECIDED: tuple[tuple[str, list[CellValue], str | None], ...] = (
    ("Follow-up Date", ["yes", "no", "yes", "no"], "follow_up_done"),
    ("Follow-up sent", [D(2026, 5, day) for day in range(1, 5)], "follow_up_done"),
    ("Name", [f"p{number}@example.com" for number in range(4)], "email"),
    ("Contact", [f"p{number}@example.com" for number in range(4)], "email"),
    ("Contact", [f"+49 30 12345{number}0" for number in range(4)], "phone"),
    ("Contact", [f"https://www.linkedin.com/in/p{number}" for number in range(4)], "linkedin"),
    ("Contact", ["via the form", "3 Mar 2026", "12", "-"], None),
    ("Link", [f"https://www.linkedin.com/in/p{number}" for number in range(4)], "linkedin"),
    ("Link", [f"p{number}@example.com" for number in range(4)], "email"),
    ("Link", [f"https://example.com/{number}" for number in range(4)], "website"),
    ("Link", ["one", "two", "three", "four"], None),
    ("Via", ["Email", "LinkedIn", "Phone", "Email"], "channel"),
    ("Via", ["Ann's cousin", "a fair", "the club", "Ben"], "source"),
    ("State", ["Sent", "Replied", "Sent", "Waiting"], "status"),
    ("State", ["Texas", "Ohio", "Texas", "Maine"], "location"),
    ("Type", ["close", "warm", "weak", "warm"], "relationship"),
    ("Type", ["widget", "gadget", "widget", "gizmo"], None),
    ("Touch 1", [D(2026, 5, day) for day in range(1, 5)], "date"),
    ("2. Kontakt", [D(2026, 5, day) for day in range(1, 5)], "date"),
    ("Contact 2", ["Bo Yi", "Cy Fox", "", "Di Poe"], "name"),
)


@pytest.mark.parametrize(("heading", "cells", "field"), DECIDED)
def test_the_cells_decide_what_a_heading_leaves_open(
    heading: str, cells: list[CellValue], field: str | None
) -> None:
    rows: list[Row] = [["Company", "First contact", heading]]
    rows += [[f"Ann Lee{letter}", SENT, cell] for letter, cell in zip("abcd", cells, strict=True)]

    assert mapping_of(read_rows(*rows))[heading] == field


def test_an_unknown_status_word_is_one_finding_however_often_it_comes_and_changes_nothing() -> None:
    log = read_rows(
        ["Name", "Date", "Stage"],
        ["Ann Lee", SENT, "Sown"],
        ["Ben Ode", SENT, "Reaped"],
        ["Cleo Fox", SENT, "Sown"],
    )

    unknown = [finding for finding in log.findings if finding.code == "unknown-word"]
    assert [finding.place and finding.place.address for finding in unknown] == ["C2", "C3"]
    assert [person.state for person in log.people] == ["open"] * 3
