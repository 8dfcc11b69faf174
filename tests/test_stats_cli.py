"""``netsheet stats`` on the samples: the text a person reads, and the document a program reads."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from netsheet.cli.stats import BY
from netsheet.core.frames import FRAMES
from netsheet.core.numbers.dimension_names import DIMENSION_NAMES
from tests.command_line import copy_of_sample, run

SAMPLES = ("plain-log.xlsx", "two-sheets.xlsx", "rich.xlsx", "messy-log.csv")


@pytest.mark.parametrize("name", SAMPLES)
def test_the_document_has_every_field_of_its_schema(name: str, tmp_path: Path) -> None:
    document = run("stats", copy_of_sample(name, tmp_path), "--json").document

    assert document["schema"] == 1
    assert document["today"] == "2026-03-16"
    assert document["since"] is None
    assert set(document["overall"]) == {
        "sent", "matured", "replied", "waiting", "bounced", "rate", "low", "high"
    }  # fmt: skip
    for rows in document["by"].values():
        for row in rows:
            assert {"value", "verdict", "need_more"} <= set(row)
            assert row["sent"] == row["matured"] + row["waiting"] + row["bounced"]
            assert (row["rate"] is None) == (row["matured"] < 5)
    assert set(document["funnel"]) == {"contacted", "replied", "conversation", "referral"}
    assert set(document["time_to_reply"]) >= {"n", "replies", "median_days", "low", "high"}
    assert set(document["balance"]) == {"given", "asked"}


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("columns", [80, 120])
def test_the_sentence_that_matters_comes_first_and_no_line_is_cut(
    name: str, columns: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    log = copy_of_sample(name, tmp_path)

    lines = run("stats", log).stdout.splitlines()

    headline = run("stats", log, "--json").document["headline"]
    assert lines[0].startswith(f"{name}  as of 2026-03-16")
    assert lines[1] == ""
    assert headline.startswith(lines[2].strip())
    assert max(len(line) for line in lines) <= columns
    assert "…" not in "".join(lines)
    assert [line for line in lines if line.count("(") != line.count(")")] == []
    assert [line for line in lines if line.strip() and not line.strip(" █")] == []


def test_by_shows_only_what_was_asked_for(tmp_path: Path) -> None:
    log = copy_of_sample("two-sheets.xlsx", tmp_path)

    text = run("stats", log, "--by", "template", "--by", "time_of_day").stdout

    assert " Template " in text
    assert "Time of day: nothing logged yet." in text
    assert "Channel" not in text
    assert "Week from" not in text
    assert list(run("stats", log, "--by", "template", "--json").document["by"]) == ["template"]


def test_since_counts_only_what_was_sent_on_that_day_or_later(tmp_path: Path) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    whole = run("stats", log, "--json").document["overall"]["sent"]

    outcome = run("stats", log, "--since", "2026-02-16", "--json").document

    assert outcome["since"] == "2026-02-16"
    assert 0 < outcome["overall"]["sent"] < whole
    assert "since 2026-02-16" in run("stats", log, "--since", "2026-02-16").stdout


def test_a_day_or_a_comparison_that_is_none_is_a_usage_error(tmp_path: Path) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)

    assert run("stats", log, "--since", "last week").exit_code == 2
    assert run("stats", log, "--by", "mood").exit_code == 2


def test_a_missing_log_is_told_in_one_line(tmp_path: Path) -> None:
    outcome = run("stats", tmp_path / "none.xlsx")

    assert outcome.exit_code == 3
    assert outcome.stdout == ""


def test_stats_writes_nothing(tmp_path: Path) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    before = log.read_bytes()

    run("stats", log)

    assert log.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [log.name]


def test_every_dimension_can_be_asked_for_and_is_a_column_of_the_first_messages() -> None:
    assert tuple(DIMENSION_NAMES) == BY
    assert set(BY) <= {column.name for column in FRAMES["openings"]}


def test_a_log_that_says_only_when_somebody_was_last_met_makes_up_no_numbers(tmp_path: Path) -> None:
    """It does not say who wrote to whom. Its empty columns are days to pandas 2 and numbers to pandas 3."""
    log = tmp_path / "log.xlsx"
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Who", "Last contact"])
    sheet.append(["Ann Lee", dt.date(2026, 2, 12)])
    book.save(log)

    numbers = run("stats", log, "--json").document

    assert numbers["funnel"] == {"contacted": 0, "replied": 0, "conversation": 0, "referral": 0}
