"""The same log in another kind of file is the same log."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from netsheet.pipeline.opened import OpenedLog, open_log
from tests.command_line import run
from tests.engine.oracles import require_libreoffice
from tests.reading.messy import converted, messy_csv, messy_xlsx

TODAY = dt.date(2026, 3, 16)


def opened(folder: Path, name: str, data: bytes) -> OpenedLog:
    path = folder / name
    path.write_bytes(data)
    return open_log(path, today=TODAY)


@pytest.fixture(scope="module")
def as_xlsx(tmp_path_factory: pytest.TempPathFactory) -> OpenedLog:
    return opened(tmp_path_factory.mktemp("xlsx"), "Log.xlsx", messy_xlsx())


@pytest.fixture(scope="module")
def by_libreoffice() -> dict[str, bytes]:
    require_libreoffice()
    return converted(messy_xlsx(), ("ods", "xls"))


def assert_same(one: OpenedLog, other: OpenedLog) -> None:
    assert one.log.people == other.log.people
    assert one.log.findings == other.log.findings
    assert one.log.reading == other.log.reading


def test_the_messy_log_holds_what_the_other_kinds_are_compared_with(as_xlsx: OpenedLog) -> None:
    assert [person.name for person in as_xlsx.log.people] == [
        "Ann Lee",
        "Bo Yi",
        "Zoë Król",
        "Cy Fox",
        "Cy Foxx",
    ]
    assert {finding.code for finding in as_xlsx.log.findings} == {
        "follow-up-note",
        "possible-duplicate-person",
        "unknown-word",
        "unreadable-date",
        "unreadable-email",
        "unreadable-phone",
    }
    assert as_xlsx.log.reading.skipped_rows == {"total": 1}


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(",", "utf-8"), (";", "utf-8-sig"), ("\t", "utf-16"), ("|", "utf-8")]
)
def test_a_csv_file_gives_the_same_people_touches_and_findings(
    tmp_path: Path, as_xlsx: OpenedLog, delimiter: str, encoding: str
) -> None:
    as_csv = opened(tmp_path, "Log.csv", messy_csv(delimiter=delimiter, encoding=encoding))

    assert_same(as_csv, as_xlsx)


def test_a_csv_file_of_windows_keeps_its_accents(tmp_path: Path) -> None:
    data = messy_csv(delimiter=";", encoding="cp1252")

    assert "Zoë Król" in [person.name for person in opened(tmp_path, "Log.csv", data).log.people]


@pytest.mark.libreoffice
@pytest.mark.parametrize("suffix", ["ods", "xls"])
def test_libreoffices_kinds_give_the_same_people_touches_and_findings(
    tmp_path: Path, as_xlsx: OpenedLog, by_libreoffice: dict[str, bytes], suffix: str
) -> None:
    assert_same(opened(tmp_path, f"Log.{suffix}", by_libreoffice[suffix]), as_xlsx)


@pytest.mark.libreoffice
@pytest.mark.parametrize("suffix", ["xls"])
def test_refresh_says_what_to_do_with_a_kind_it_does_not_write(
    tmp_path: Path, by_libreoffice: dict[str, bytes], suffix: str
) -> None:
    path = tmp_path / f"Log.{suffix}"
    path.write_bytes(by_libreoffice[suffix])

    outcome = run("refresh", path)

    assert outcome.exit_code == 3
    assert "save it as .xlsx" in outcome.stderr
    assert path.read_bytes() == by_libreoffice[suffix]


def test_refresh_says_what_to_do_with_a_csv_file(tmp_path: Path) -> None:
    path = tmp_path / "Log.csv"
    path.write_bytes(messy_csv())

    outcome = run("refresh", path)

    assert outcome.exit_code == 3
    assert ".csv" in outcome.stderr
    assert "save it as .xlsx" in outcome.stderr
    assert path.read_bytes() == messy_csv()


CONNECTIONS = """\
Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ann,Lee,https://www.linkedin.com/in/ann-lee,,Acme,CTO,30 May 2024
Bo,Yi,https://www.linkedin.com/in/boyi,bo@example.com,"Beta, Inc.",,02 Jan 2026
"""


def test_the_preamble_of_linkedins_connections_is_passed_over(tmp_path: Path) -> None:
    log = opened(tmp_path, "Connections.csv", CONNECTIONS.encode()).log

    assert log.reading.header_row == 4
    assert [(person.name, person.linkedin, person.company) for person in log.people] == [
        ("Ann Lee", "ann-lee", "Acme"),
        ("Bo Yi", "boyi", "Beta, Inc."),
    ]
    assert [person.touches[0].on for person in log.people] == [dt.date(2024, 5, 30), dt.date(2026, 1, 2)]
    assert not log.findings
