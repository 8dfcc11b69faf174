"""The four promises, on logs whose spelling and surroundings are made at random."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from netsheet.core.column_places import OWNED_COLUMNS
from tests.command_line import Outcome, run
from tests.engine import oracles
from tests.engine.generated import Generated, logs
from tests.engine.laws import check_laws

SHARED = ("[content_types].xml", "styles.xml", "workbook.xml", "workbook.xml.rels", "table1.xml")


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def refreshed(log: Path, *options: str) -> tuple[bytes, Outcome]:
    outcome = run("refresh", log, *options)
    return log.read_bytes(), outcome


def ours(data: bytes, header_row: int) -> set[int]:
    """The sheet columns whose headings are ours."""
    headings = {
        at[1]: value for at, value in oracles.calamine_cells(data)["Log"].items() if at[0] == header_row
    }
    return {column for column, heading in headings.items() if str(heading).startswith("Netsheet")}


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(logs())
def test_only_what_is_netsheets_changes_in_a_log_however_it_is_spelled(
    folder: Path, generated: Generated
) -> None:
    log = folder / "log.xlsx"
    log.write_bytes(generated.data)
    after, outcome = refreshed(log, *(["--protected-ok"] if generated.is_protected else []))

    assert outcome.exit_code == 0, outcome.stderr
    own = ours(after, generated.header_row)
    assert len(own) == len(OWNED_COLUMNS)
    old, new = oracles.zip_parts(generated.data), oracles.zip_parts(after)
    part = oracles.sheet_parts(generated.data)["Log"]
    for name, content in old.items():
        assert new[name] == content or name == part or name.rpartition("/")[2].casefold() in SHARED, name
    theirs = oracles.xml_cells(old[part])
    now = {at: xml for at, xml in oracles.xml_cells(new[part]).items() if at[1] not in own}
    assert now == {at: xml for at, xml in theirs.items() if at[1] not in own}
    assert not {
        at for at, xml in theirs.items() if at[1] in own and not xml.partition(">")[2].startswith("</")
    }
    assert oracles.row_attributes(new[part])[
        : len(oracles.row_attributes(old[part]))
    ] == oracles.row_attributes(old[part])
    assert oracles.audit(after) - oracles.audit(generated.data) == {}


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(logs())
def test_other_programs_read_the_users_cells_as_before_in_a_log_however_it_is_spelled(
    folder: Path, generated: Generated
) -> None:
    log = folder / "log.xlsx"
    log.write_bytes(generated.data)
    after, _ = refreshed(log, "--protected-ok")

    for read in (oracles.calamine_cells, *((formulas, results) if generated.has_references else ())):
        before, now = read(generated.data), read(after)
        for sheet, cells in before.items():
            assert {at: now[sheet].get(at) for at in cells} == cells


def formulas(data: bytes) -> dict[str, oracles.Cells]:
    return oracles.openpyxl_cells(data, results=False)


def results(data: bytes) -> dict[str, oracles.Cells]:
    return oracles.openpyxl_cells(data, results=True)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(logs())
def test_a_second_refresh_changes_nothing_and_the_unreadable_cell_is_named(
    folder: Path, generated: Generated
) -> None:
    log = folder / "log.xlsx"
    log.write_bytes(generated.data)
    after, _ = refreshed(log, "--protected-ok")
    changed_at = log.stat().st_mtime_ns
    again, outcome = refreshed(log, "--protected-ok")

    assert outcome.exit_code == 0
    assert again == after
    assert log.stat().st_mtime_ns == changed_at
    found = run("check", log, "--json").document["findings"]
    assert generated.unreadable in {finding["cell"] for finding in found}


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(logs().filter(lambda generated: generated.is_protected))
def test_a_protected_log_stays_as_it_is_however_it_is_spelled(folder: Path, generated: Generated) -> None:
    log = folder / "log.xlsx"
    log.write_bytes(generated.data)
    after, outcome = refreshed(log)

    assert outcome.exit_code == 5
    assert "is protected" in outcome.stderr
    assert after == generated.data


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(logs())
def test_a_generated_log_keeps_the_laws_of_the_engine(generated: Generated) -> None:
    check_laws(generated.data)
