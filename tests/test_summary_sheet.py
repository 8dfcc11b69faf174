"""The summary sheet as written: no text can break it, and an almost empty log gets a calm page."""

from __future__ import annotations

import datetime as dt
import io
import warnings
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from openxml_audit import OpenXmlValidator

from netsheet.core.how_to_end import DONE_HEADING, HOW_TO_END_IN_THE_LOG
from netsheet.core.model import Channel, Finding, Person, Place, Touch
from netsheet.core.numbers.dimension_names import DIMENSION_NAMES
from netsheet.core.numbers.goal_words import describe_goal
from netsheet.render.summary import MARK, SUMMARY_SHEET, render_summary
from netsheet.render.summary.people_blocks import GO_TO_HEADING
from netsheet.render.summary.rates_block import is_telling
from netsheet.render.summary.top import FIRST_MESSAGE, WELCOME
from tests.a_busy_log import SETTINGS, TODAY, busy_people, some_findings, summarise
from tests.a_person import a_person
from tests.command_line import copy_of_sample, run
from tests.summary_reading import block, open_book, open_summary, rows_of, table

SAMPLES = ("plain-log.xlsx", "two-sheets.xlsx", "rich.xlsx")
HOSTILE = (
    '=HYPERLINK("http://example.com","click")',
    "+1+1",
    "@SUM(A1)",
    '<b>Bo</b> & "Co" ]]> \'',
    "שרה לוי",
    "Zoë 👩‍👩‍👧 Müller",
    "name\x07with\x00controls\nand lines",
    "x" * 500,
    "http://example.com/#frag",
    "internal:'Log'!A1",
    "_x0041_",
    "\ud800",
)


def test_the_mark_stands_in_the_second_row_of_the_first_column() -> None:
    for people in ((), busy_people(30)):
        assert open_summary(render_summary(summarise(people)))["A2"].value == MARK


def test_the_same_summary_gives_the_same_bytes() -> None:
    one, two = (render_summary(summarise(busy_people(120), some_findings(5))) for _ in range(2))

    assert one == two


def hostile_people() -> tuple[Person, ...]:
    teller = a_person("Ana").wrote("5 Mar", template=HOSTILE[0], subject=HOSTILE[3]).they_replied("6 Mar")
    return tuple(
        replace(
            teller.person(),
            key=f"n:{number}",
            name=text,
            company=text,
            email=f"{text}@example.com",
            place=Place(sheet="It's a 'log' #1 & <more>", row=number + 2, column=1),
            birthday=(3, 20),
        )
        for number, text in enumerate(HOSTILE)
    )


def hostile_findings() -> tuple[Finding, ...]:
    seen = [
        Finding(
            code="odd",
            severity="error",
            place=Place(sheet=text[:31], row=2, column=2),
            message=text,
            hint=text,
        )
        for text in HOSTILE
    ]
    whole = Finding(code="odd", severity="error", place=None, message="About the sheet", hint="Nothing")
    return (*seen, whole)


def test_texts_from_cells_never_become_formulas_and_never_break_the_xml() -> None:
    settings = replace(SETTINGS, actions_a_day=100)

    data = render_summary(summarise(hostile_people(), hostile_findings(), settings=settings))

    sheet = open_summary(data)
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n", "d"}
    names = {row["Person"] for row in table(sheet, "To do now", "Person")}
    assert {HOSTILE[0], HOSTILE[3], HOSTILE[4], HOSTILE[5], HOSTILE[10]} <= names
    assert "name with controls and lines" in names
    assert any(name.endswith("x…") and len(name) == 120 for name in names)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in archive.namelist():
            content = archive.read(part)
            ET.fromstring(content)
            assert b"<f>" not in content or "chart" in part


def test_hostile_texts_pass_the_audit_and_the_graft(tmp_path: Path) -> None:
    scratch = tmp_path / "scratch.xlsx"
    scratch.write_bytes(render_summary(summarise(hostile_people(), hostile_findings())))

    assert audit_errors(scratch) == []


def test_a_link_longer_than_excel_allows_is_written_as_text_only() -> None:
    person = replace(
        a_person("Ana").wrote("2 Feb").they_replied("3 Feb").person(), email="a" * 3000 + "@example.com"
    )

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        data = render_summary(summarise((person,)))

    row = table(open_summary(data), "To do now", "Person")[0]
    assert row["Person"] == "Ana"
    assert row["Write"] is None


@pytest.mark.parametrize("email", ["", "not an address", "a@example.com, b@example.com", "a@b@example.com"])
def test_only_one_plain_address_gets_a_link_to_write(email: str) -> None:
    person = replace(a_person("Ana").wrote("2 Feb").they_replied("3 Feb").person(), email=email)

    row = table(open_summary(render_summary(summarise((person,)))), "To do now", "Person")[0]

    assert row["Write"] is None


def test_links_lead_to_the_rows_and_open_an_email() -> None:
    place = Place(sheet="Ana's log", row=12, column=3)
    person = replace(
        a_person("Ana").wrote("2 Feb").they_replied("3 Feb").person(), email="ana+me@example.com", place=place
    )

    sheet = open_summary(render_summary(summarise((person,))))

    links = [cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert "'Ana''s log'!C12" in {link.location for link in links}
    assert "mailto:ana%2Bme@example.com" in {link.target for link in links}


def test_an_empty_log_gets_a_welcome_and_no_charts_or_tables_of_zeros() -> None:
    data = render_summary(summarise(()))

    texts = [row[0] for row in rows_of(open_summary(data)) if row[0]]
    assert any("Welcome" in str(text) for text in texts)
    assert not charts_in(data)
    assert not any(value == 0 for row in rows_of(open_summary(data)) for value in row)


def test_one_person_makes_a_calm_page_without_charts() -> None:
    data = render_summary(summarise((a_person("Ana").wrote("13 Mar").person(),)))

    sheet = open_summary(data)
    assert not charts_in(data)
    next_steps = "Nothing is due today. Next: Ana, 20 Mar. No reply to your e-mail of 13 Mar yet; reminder 1 of 2 comes up on 20 Mar."
    assert block(sheet, "Next steps") == [[next_steps, *[None] * 7]]
    assert block(sheet, "To do now") == []
    assert block(sheet, "What gets replies") == []


def test_people_nobody_has_written_to_yet_get_a_first_step_and_no_numbers() -> None:
    people = (a_person("Ana").person(),)
    data = render_summary(summarise(people, settings=replace(SETTINGS, new_people_a_week=0)))

    sheet = open_summary(data)
    assert block(sheet, "Next steps") == [[FIRST_MESSAGE, *[None] * 7]]
    assert not charts_in(data)
    assert block(sheet, "What gets replies") == block(sheet, "Goals") == []


def test_the_starter_workbook_with_its_examples_only_gets_the_welcome(tmp_path: Path) -> None:
    log = tmp_path / "log.xlsx"
    run("init", log)

    assert run("refresh", log).exit_code == 0

    texts = [value for row in rows_of(open_summary(log.read_bytes())) for value in row if value]
    assert set(WELCOME) <= set(texts)
    assert [value for value in texts if isinstance(value, int | float)] == []


def test_below_five_matured_the_page_shows_counts_and_no_percentage() -> None:
    people = tuple(
        replace(a_person().wrote("2 Feb").they_replied("3 Feb").person(), key=f"n:{number}")
        for number in range(4)
    )

    sheet = open_summary(render_summary(summarise(people)))

    lines = [row[0] for row in block(sheet, "What gets replies")]
    assert "Got a reply: 4 of 4." in lines
    assert not any("%" in str(line) for line in lines)
    assert not any(
        cell.number_format == "0 %" for row in sheet.iter_rows(max_row=4) for cell in row if cell.value
    )


def test_more_than_the_page_shows_is_counted() -> None:
    people = tuple(replace(person, birthday=(3, 20), state="open") for person in busy_people(60))

    sheet = open_summary(render_summary(summarise(people, some_findings(140))))

    said = [str(row[0]) for row in rows_of(sheet) if str(row[0]).startswith(("And ", "Do these first"))]
    assert any("20 more. To see them all, run netsheet check" in text for text in said)
    assert any("Also due: " in text for text in said)
    assert "And 30 more." in said


@pytest.mark.parametrize("name", SAMPLES)
def test_a_refreshed_sample_has_no_error_that_the_sample_did_not_have(name: str, tmp_path: Path) -> None:
    log = copy_of_sample(name, tmp_path)
    before = audit_errors(log)

    run("refresh", log)

    assert audit_errors(log) == before
    assert SUMMARY_SHEET in zipfile.ZipFile(log).read("xl/workbook.xml").decode()


@pytest.mark.parametrize("count", [0, 1, 12, 300])
def test_the_scratch_workbook_passes_the_audit(count: int, tmp_path: Path) -> None:
    path = tmp_path / "scratch.xlsx"
    path.write_bytes(render_summary(summarise(busy_people(count), some_findings(count))))

    assert audit_errors(path) == []


def charts_in(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [name for name in archive.namelist() if "charts/chart" in name]


def audit_errors(path: Path) -> list[str]:
    return sorted(error.description for error in OpenXmlValidator().validate(path).errors)


def test_the_list_says_how_a_line_is_ended() -> None:
    sheet = open_summary(render_summary(summarise(busy_people(30))))

    said = " ".join(str(row[0]) for row in block(sheet, "To do now"))
    assert said.startswith(HOW_TO_END_IN_THE_LOG)


@pytest.mark.parametrize("name", SAMPLES)
def test_each_line_leads_to_the_cell_that_ends_it(name: str, tmp_path: Path) -> None:
    log = copy_of_sample(name, tmp_path)

    run("refresh", log)

    book = open_book(log.read_bytes())
    sheet = book[SUMMARY_SHEET]
    heading = next(cell for row in sheet.iter_rows() for cell in row if cell.value == GO_TO_HEADING)
    ends = 0
    while (cell := sheet.cell(heading.row + 1 + ends, heading.column)).hyperlink is not None:
        name, _, address = cell.hyperlink.location.rpartition("!")
        person_name, _, person_address = sheet.cell(cell.row, 1).hyperlink.location.rpartition("!")
        end, person = book[name.strip("'")][address], book[name.strip("'")][person_address]
        assert (name, end.row) == (person_name, person.row)
        assert person.value == sheet.cell(cell.row, 1).value
        assert DONE_HEADING in [above.value for above in book[name.strip("'")][end.column_letter][: end.row]]
        assert str(cell.value).startswith(f"{address}, ")
        ends += 1
    assert ends >= 8


def test_a_young_log_shows_no_table_of_zeros() -> None:
    sheet = open_summary(render_summary(summarise((a_person("Ana").wrote("23 Feb").person(),))))

    assert block(sheet, "Goals") == []
    assert block(sheet, "What gets replies") == []
    assert "Reply rate" not in [value for row in rows_of(sheet) for value in row]
    assert [row["Person"] for row in table(sheet, "To do now", "Person")] == ["Ana"]


def test_a_goal_says_whether_it_is_met_how_much_is_left_or_that_there_is_a_break() -> None:
    progress = next(each for each in summarise(busy_people(160)).goals if each.goal.period == "week")

    told = [
        describe_goal(replace(progress, count=2, target=5, met_on=None, streak=0)),
        describe_goal(replace(progress, count=5, target=5, met_on=progress.first_on, streak=3)),
        describe_goal(replace(progress, count=0, target=0, met_on=None, streak=1)),
        describe_goal(
            replace(progress, goal=replace(progress.goal, period="day"), target=0, met_on=None, streak=1)
        ),
    ]

    assert told == ["3 to go", "Met; 3 weeks in a row", "On a break", "A day off"]


def test_sends_without_a_date_are_told_beside_the_rates() -> None:
    undated = replace(a_person("Undated").wrote("2 Feb").wrote("").person(), key="n:undated")

    sheet = open_summary(render_summary(summarise((*busy_people(60), undated))))

    said = " ".join(str(row[0]) for row in block(sheet, "What gets replies"))
    assert "1 message without a date is not counted." in said


def test_those_asked_often_are_named_under_give_and_ask_and_the_rest_counted() -> None:
    asked = a_person("Asked").wrote("2 Mar", intent="ask").wrote("9 Mar", intent="ask").person()

    sheet = open_summary(render_summary(summarise(tuple(replace(asked, key=f"n:{n}") for n in range(14)))))

    texts = [value for row in rows_of(sheet) for value in row]
    assert sum("You asked them 2 times in a row" in str(text) for text in texts) == 10
    assert "And 4 more." in texts


def test_a_kind_of_approach_that_cannot_tell_is_one_line_and_one_that_can_has_rows() -> None:
    summary = summarise(busy_people(300))
    sheet = open_summary(render_summary(summary))

    rows = table(sheet, "What gets replies", "Compared by")
    named = {row["Compared by"] for row in rows if row["Of"] is not None}
    lines = {row["Compared by"].partition(":")[0] for row in rows if row["Of"] is None}
    telling = {DIMENSION_NAMES[name] for name, values in summary.engagement.by.items() if is_telling(values)}

    assert named == telling
    assert "Template" in named
    assert "Weekday" in lines


@pytest.mark.parametrize(
    ("channel", "email", "words"),
    [
        ("LinkedIn", "ana@example.com", "LinkedIn"),
        ("e-mail", "ana@example.com", "E-mail"),
        ("e-mail", "", "LinkedIn"),
        ("phone", "ana@example.com", ""),
    ],
)
def test_the_link_to_write_goes_where_the_step_is_to_be_done(
    channel: Channel, email: str, words: str
) -> None:
    sent = Touch(
        on=TODAY - dt.timedelta(days=20),
        direction="out",
        kind="message",
        channel=channel,
        place=Place(sheet="Log", row=2, column=1),
    )
    person = replace(busy_people(1)[0], email=email, linkedin="ana-example", touches=(sent,), state="open")

    sheet = open_summary(render_summary(summarise((person,))))

    links = [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink and cell.hyperlink.target]
    assert [cell.value for cell in links] == ([words] if words else [])
    wanted = {"LinkedIn": "https://www.linkedin.com/in/ana-example", "E-mail": "mailto:ana@example.com"}
    assert [cell.hyperlink.target for cell in links] == ([wanted[words]] if words else [])
