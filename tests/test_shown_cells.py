"""Cells that show something else than their value: links, linked data types, pictures, units, new errors."""

from __future__ import annotations

import io

import openpyxl
import pytest

from netsheet.core.grid import CellValue
from netsheet.core.model import Log, Settings
from netsheet.core.people.interpret import interpret_log
from netsheet.engines import read_workbook
from tests.engine.documents import document, row, text
from tests.engine.odd import LINKS, OddSheet, workbook
from tests.reading.build import TODAY, build_sheet, build_snapshot, codes_of, mapping_of

RICH = "http://schemas.microsoft.com/office/spreadsheetml/2017/richdata"
NEW_ERRORS = (
    "#SPILL!", "#CALC!", "#GETTING_DATA", "#BLOCKED!", "#CONNECT!", "#FIELD!", "#BUSY!", "#UNKNOWN!", "#PYTHON!",
    "#EXTERNAL!", "#TIMEOUT!",
)  # fmt: skip


def _log(data: bytes) -> Log:
    return interpret_log(read_workbook(data), today=TODAY, settings=Settings())


def _saved(book: openpyxl.Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _cell(place: str, value: str, attributes: str = "") -> str:
    if attributes:
        return f'<c r="{place}" {attributes}>{value}</c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'


def _rows(*rows: tuple[str, ...]) -> str:
    lines = "".join(f'<row r="{number}">{"".join(cells)}</row>' for number, cells in enumerate(rows, start=1))
    return f"<sheetData>{lines}</sheetData>"


def _linked(words: str, target: str, heading: str) -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["Name", heading, "Date sent"])
    for number, name in enumerate(("Ida Brook", "Omar Finch"), start=2):
        book.active.append([name, words, "2026-05-04"])
        book.active.cell(number, 2).hyperlink = target.format(name.split()[0].lower())
    return _saved(book)


@pytest.mark.parametrize(
    ("heading", "target", "fact", "read"),
    [
        ("Email", "mailto:{}@copperhill.example", "email", "ida@copperhill.example"),
        ("Email", "mailto:{}@copperhill.example?subject=Hello%20there", "email", "ida@copperhill.example"),
        ("E-Mail-Adresse", "MAILTO:{}%40copperhill.example", "email", "ida@copperhill.example"),
        ("recruiter_email", "mailto:{}@copperhill.example", "email", "ida@copperhill.example"),
        ("Link", "mailto:{}@copperhill.example", "email", "ida@copperhill.example"),
        ("LinkedIn", "https://www.linkedin.com/in/{}-invented", "linkedin", "ida-invented"),
        ("Profil LinkedIn", "https://fr.linkedin.com/in/{}-invented/", "linkedin", "ida-invented"),
    ],
)
def test_a_links_address_is_read_behind_its_words(heading: str, target: str, fact: str, read: str) -> None:
    for words in ("Send mail", "Profil"):
        person = _log(_linked(words, target, heading)).people[0]

        assert getattr(person, fact) in {read, (read,)}


def test_an_address_that_can_be_seen_is_read_and_not_the_one_behind_it() -> None:
    log = _log(_linked("seen@copperhill.example", "mailto:{}@other.example", "Email"))

    assert {person.email for person in log.people} == {"seen@copperhill.example"}


def test_a_name_that_is_a_link_stays_a_name() -> None:
    log = _log(_linked("Copper Hill", "https://www.linkedin.com/in/{}", "Company"))

    assert {person.company for person in log.people} == {"Copper Hill"}


@pytest.mark.parametrize("separator", [",", ";"])
def test_the_address_in_a_formula_for_a_link_is_read(separator: str) -> None:
    formula = f'HYPERLINK("mailto:ida@copperhill.example"{separator}"Write")'
    data = _rows(
        (_cell("A1", "Name"), _cell("B1", "Email"), _cell("C1", "Date sent")),
        (
            _cell("A2", "Ida Brook"),
            _cell("B2", f"<f>{formula.replace(chr(34), '&quot;')}</f><v>Write</v>", 't="str"'),
            _cell("C2", "2026-05-04"),
        ),
    )
    escaped = formula.replace('"', "&quot;")
    ods = document(
        row(text("Name"), text("Email"), text("Date sent"))
        + row(text("Ida Brook"), text("Write", f' table:formula="of:={escaped}"'), text("2026-05-04"))
    )

    for file in (workbook(OddSheet(data=data)), ods):
        assert [person.email for person in _log(file).people] == ["ida@copperhill.example"]


def test_links_of_open_documents_are_read() -> None:
    link = '<text:a xlink:href="mailto:ida@copperhill.example" xlink:type="simple">Write</text:a>'
    log = _log(
        document(
            row(text("Name"), text("Email"), text("Date sent"))
            + row(text("Ida Brook"), text(link), text("2026-05-04"))
        )
    )

    assert [person.email for person in log.people] == ["ida@copperhill.example"]


def _with_rich_values(*cells: tuple[str, ...], shapes: str, values: str) -> bytes:
    """Build a workbook whose cells refer to rich values by ``vm``, from 1 on."""
    count = values.count("<rv ")
    pointers = "".join(
        f'<bk><extLst><ext uri="x"><xlrd:rvb i="{at}"/></ext></extLst></bk>' for at in range(count)
    )
    records = "".join(f'<bk><rc t="1" v="{at}"/></bk>' for at in range(count))
    metadata = (
        f'<metadata xmlns:xlrd="{RICH}"><metadataTypes count="1"><metadataType name="XLRICHVALUE"/></metadataTypes>'
        f'<futureMetadata name="XLRICHVALUE">{pointers}</futureMetadata><valueMetadata>{records}</valueMetadata></metadata>'
    )
    kinds = {"sheetMetadata": "metadata.xml", "rdRichValue": "rich.xml", "rdRichValueStructure": "shapes.xml"}
    links = "".join(
        f'<Relationship Id="rId8{at}" Type="{LINKS}/{kind}" Target="{name}"/>'
        for at, (kind, name) in enumerate(kinds.items())
    )
    extra = {
        "xl/metadata.xml": metadata,
        "xl/rich.xml": f'<rvData xmlns="{RICH}">{values}</rvData>',
        "xl/shapes.xml": f'<rvStructures xmlns="{RICH}">{shapes}</rvStructures>',
    }
    return workbook(
        OddSheet(data=_rows(*cells)), links=links, extra={name: part.encode() for name, part in extra.items()}
    )


def test_the_text_of_a_linked_data_type_is_read_a_picture_is_nothing_and_an_error_stays_one() -> None:
    error = "<v>#VALUE!</v>"
    headings = tuple(
        _cell(f"{letter}1", word)
        for letter, word in zip("ABCD", ("Name", "Company", "Date sent", "Notes"), strict=True)
    )
    data = _with_rich_values(
        headings,
        (
            _cell("A2", "Ida Brook"),
            _cell("B2", error, 't="e" vm="1"'),
            _cell("C2", "2026-05-04"),
            _cell("D2", error, 't="e" vm="2"'),
        ),
        (_cell("A3", "Omar Finch"), _cell("B3", error, 't="e" vm="3"'), _cell("C3", "2026-05-04")),
        shapes='<s t="_linkedentitycore"><k n="%EntityId" t="s"/><k n="_DisplayString" t="s"/></s>'
        '<s t="_localImage"><k n="_rvRel:LocalImageIdentifier" t="i"/></s><s t="_error"><k n="errorType" t="i"/></s>',
        values='<rv s="0"><v>7</v><v>Copper Hill</v></rv><rv s="1"><v>0</v></rv><rv s="2"><v>8</v></rv>',
    )
    log = _log(data)

    assert [person.company for person in log.people] == ["Copper Hill", ""]
    assert [(finding.code, finding.place and finding.place.row) for finding in log.findings] == [
        ("cell-error", 3)
    ]


@pytest.mark.parametrize("code", NEW_ERRORS)
def test_an_error_that_is_new_in_excel_is_one_finding_and_everything_else_is_read(code: str) -> None:
    data = _rows(
        (_cell("A1", "Name"), _cell("B1", "Company"), _cell("C1", "Date sent"), _cell("D1", "Beats")),
        (
            _cell("A2", "Ida Brook"),
            _cell("B2", f"<v>{code}</v>", 't="e"'),
            _cell("C2", "2026-05-04"),
            _cell("D2", f"<f>X()</f><v>{code}</v>", 't="e"'),
        ),
        (_cell("A3", "Omar Finch"), _cell("B3", "Nordlicht"), _cell("C3", "2026-05-05")),
    )
    log = _log(workbook(OddSheet(data=data)))

    assert [person.company for person in log.people] == ["", "Nordlicht"]
    assert [finding.code for finding in log.findings] == ["cell-error"]
    assert code in log.findings[0].message


@pytest.mark.parametrize(
    ("words", "number", "days"),
    [
        ('0" months"', 3, 90),
        ('0\\ "weeks"', 2, 14),
        ('General" Tage"', 45, 45),
        ('"every "0" months"', 2, 60),
        ('0" mois";-0', 1, 30),
        ("0.0", 30, 30),
        ('0" €"', 30, 30),
    ],
)
def test_a_number_that_is_shown_with_a_unit_counts_in_it(words: str, number: int, days: int) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Name", "Last contact", "Every"])
    book.active.append(["Ida Brook", "2026-05-04", number])
    book.active["C2"].number_format = words
    (person,) = _log(_saved(book)).people

    assert person.every_days == days


def test_a_unit_in_an_open_document_counts_too() -> None:
    shown = '<table:table-cell office:value-type="float" office:value="3"><text:p>3 months</text:p></table:table-cell>'
    (person,) = _log(
        document(
            row(text("Name"), text("Last contact"), text("Every"))
            + row(text("Ida Brook"), text("2026-05-04"), shown)
        )
    ).people

    assert person.every_days == 90


def test_what_cells_show_changes_nothing_where_no_heading_asks_for_it() -> None:
    rows: list[list[CellValue]] = [["Name", "Date sent", "Priority"], ["Ida Brook", "2026-05-04", 3]]
    plain = build_sheet(rows)
    worded = build_sheet(
        rows, shown={(2, 3): "3 stars"}, links={(2, 1): "https://ida.example", (9, 9): "mailto:a@b.example"}
    )
    logs = [
        interpret_log(build_snapshot(sheet), today=TODAY, settings=Settings()) for sheet in (plain, worded)
    ]

    assert logs[0].people == logs[1].people
    assert mapping_of(logs[0]) == mapping_of(logs[1])
    assert codes_of(logs[1]) == []
