"""Every command that records, drafts or imports does the same on an .ods log as on the same log as .xlsx."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TypeVar

import pytest

from netsheet.core.grid import CellValue
from netsheet.engines import read_workbook
from netsheet.resources import sample_workbooks
from tests.command_line import copy_of_sample, run
from tests.engine import oracles
from tests.engine.documents import as_document

Item = TypeVar("Item")
SAMPLES = ("plain-log.xlsx", "rich.xlsx", "two-sheets.xlsx")
CONNECTIONS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Yan,Novak,,yan@example.com,Harbour Analytics,Analyst,10 Mar 2026\n"
)
OF_A_FILE = re.compile(r"[0-9a-f]{16,}|[0-9,]+ (?:KB|bytes)|[0-9]{2}:[0-9]{2}:[0-9]{2}[-+.0-9:Z]*")


def contents(path: Path) -> list[tuple[str, bool, list[list[CellValue]]]]:
    """Return each sheet with its filled cells."""
    return [
        (sheet.name, sheet.is_hidden, trimmed([list(trimmed(list(cells))) for cells in sheet.rows]))
        for sheet in read_workbook(path.read_bytes()).sheets
    ]


def trimmed(items: list[Item]) -> list[Item]:
    """Return a list without what is empty at its end."""
    return items[: max((at for at, item in enumerate(items, 1) if item not in ("", [])), default=0)]


def said(words: list[str], log: Path) -> tuple[int, str, str]:
    """Run a command on a log, and return its exit code and words, as if the log were an .xlsx file."""
    outcome = run(words[0], log, *words[1:])
    texts = (outcome.stdout, outcome.stderr)
    out, err = (
        OF_A_FILE.sub("", re.sub(r"\.ods\b", ".xlsx", text).replace("/ods/", "/xlsx/")) for text in texts
    )
    return outcome.exit_code, out, err


@pytest.mark.parametrize(
    "commands",
    [
        pytest.param([["close", "Hannah"]], id="close"),
        pytest.param([["close", "Hannah"], ["reopen", "Hannah"]], id="reopen"),
        pytest.param([["journal", "a good day"], ["stats", "--journal"]], id="journal"),
        pytest.param([["snooze", "Hannah", "2 weeks"], ["forget", "Hannah", "--yes"]], id="forget"),
        pytest.param([["log", "Hannah", "replied"]], id="log"),
        pytest.param([["log", "Hannah", "talked", "--json"]], id="log as JSON"),
        pytest.param([["add", "Yan Novak", "--company", "Harbour Analytics"], ["due"]], id="add"),
        pytest.param([["draft", "--limit", "3", "--json"]], id="draft"),
        pytest.param([["settings"], ["settings", "--json"]], id="settings"),
        pytest.param([["report", "--json"]], id="report"),
        pytest.param([["import", "CONNECTIONS"]], id="import preview"),
        pytest.param([["import", "CONNECTIONS", "--write"], ["due"]], id="import"),
        pytest.param([["close", "Nobody Known"]], id="somebody unknown"),
    ],
)
def test_a_command_says_and_writes_the_same_in_both(commands: list[list[str]], tmp_path: Path) -> None:
    (tmp_path / "Connections.csv").write_text(CONNECTIONS, encoding="utf-8")
    for kind in ("ods", "xlsx"):
        (tmp_path / kind).mkdir()
    other = copy_of_sample("plain-log.xlsx", tmp_path / "xlsx")
    log = tmp_path / "ods" / "plain-log.ods"
    log.write_bytes(as_document(sample_workbooks() / "plain-log.xlsx"))
    assert said(["refresh"], log)[0] == said(["refresh"], other)[0] == 0

    for words in commands:
        typed = [str(tmp_path / "Connections.csv") if word == "CONNECTIONS" else word for word in words]
        assert said(typed, log) == said(typed, other)
    assert contents(log) == contents(other)


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_that_libreoffice_saved_as_ods_gives_the_same_figures(sample: str, tmp_path: Path) -> None:
    oracles.require_libreoffice()
    for kind in ("ods", "xlsx"):
        (tmp_path / kind).mkdir()
    other = copy_of_sample(sample, tmp_path / "xlsx")
    log = tmp_path / "ods" / Path(sample).with_suffix(".ods").name
    log.write_bytes(oracles.saved_as_ods(other, tmp_path))
    people = ["export", "--what", "people", "--format", "json"]
    for words in (["refresh"], people, ["due", "--json"], ["stats", "--json"]):
        code, out, _ = said(words, log)
        other_code, other_out, _ = said(words, other)
        assert code == other_code == 0
        if words[0] != "refresh":
            assert out == other_out

    pages = [{name: rows for name, _, rows in contents(path)} for path in (log, other)]
    assert pages[0]["Netsheet Summary"] == pages[1]["Netsheet Summary"]
