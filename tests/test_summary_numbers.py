"""Every number on the summary is the one of ``stats --json``: block by block, cell by cell, none left over."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from netsheet.core.numbers.dimension_names import DIMENSION_NAMES, name_value
from netsheet.core.numbers.number_words import VERDICT_WORDS, format_interval, format_share
from netsheet.present.stats_document import stats_json
from netsheet.render.summary import render_summary
from tests.a_busy_log import busy_people, some_findings, summarise
from tests.command_line import copy_of_sample, run
from tests.practice_logs import a_log
from tests.summary_reading import block, open_summary, rows_of, table

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

SAMPLES = ("plain-log.xlsx", "two-sheets.xlsx", "rich.xlsx")
NAMES = {name: key for key, name in DIMENSION_NAMES.items()}
COUNTS = re.compile(r"[\d,]+ of [\d,]+")
FIRST_CHART = "Touches per week"
RATE_CHARTS = ("channel", "template")

Figures = dict[str, list[list[Any]]]


def figures_of(sheet: Worksheet) -> Figures:
    """Return all numbers of the sheet, and rates written as counts: block by block, row by row."""
    found: Figures = {}
    title = ""
    for row in rows_of(sheet):
        if all(value is None for value in row):
            title = ""
        elif not title:
            title = str(row[0]).partition(" (")[0]
            title = FIRST_CHART if title == "The numbers of the charts" else title
        numbers = [value for value in row if is_number(value)]
        if numbers:
            found.setdefault(title, []).append(numbers)
    return found


def is_number(value: object) -> bool:
    return isinstance(value, int | float) or (isinstance(value, str) and COUNTS.fullmatch(value) is not None)


def expected_figures(document: Mapping[str, Any], sheet: Worksheet) -> Iterator[tuple[str, list[list[Any]]]]:
    """Tell each block's numbers from the document; the sheet is only asked which values it names."""
    overall, funnel = document["overall"], document["funnel"]
    tiles = [document["people"], document["due"], overall["sent"]]
    is_young = not overall["replied"] and overall["matured"] < 5
    yield "As of", [[*tiles, *([] if is_young else rate_of(overall)[:1])]]
    yield (
        "Goals",
        [
            [pytest.approx(goal["count"] / goal["target"], abs=1e-6), goal["count"], goal["target"]]
            for goal in document["goals"]
        ],
    )
    companies = document.get("companies", {"items": []})["items"]
    yield "Target companies", [[len(item["people"])] for item in companies]
    yield "What gets replies", [rate_cells(rate) for _, rate in named_rates(document, sheet)]
    yield "Everyone by status", [[count] for count in document["statuses"].values()]
    yield (
        FIRST_CHART,
        [
            [week["sent"], week["received"], week["together"], *[week["unknown"]] * has_unknown(document)]
            for week in document["weeks"]
        ],
    )
    yield (
        "People, from first contact to referral",
        [[count, pytest.approx(count / funnel["contacted"], abs=1e-6)] for count in funnel.values()],
    )
    yield (
        "By month of first contact",
        [
            [month[step] for step in ("contacted", "replied", "conversation", "referral")]
            for month in document["funnel_by_month"]
        ],
    )
    days = [list(day.values()) for day in document["time_to_reply"]["by_day"]]
    yield "Replies by days since sending", [[day, *range_cells(*shares)] for day, *shares in days]
    for dimension in RATE_CHARTS:
        yield (
            f"Reply rate by {dimension}",
            [chart_cells(rate) for rate in charted_rates(document, sheet, dimension)],
        )


def has_unknown(document: Mapping[str, Any]) -> bool:
    return any(week["unknown"] for week in document["weeks"])


def named_rates(document: Mapping[str, Any], sheet: Worksheet) -> Iterator[tuple[dict[str, Any], Any]]:
    """Pair the rows under "What gets replies" with the document's."""
    for row in table(sheet, "What gets replies", "Compared by"):
        if row["Compared by"] in NAMES and row["Verdict"]:
            dimension = NAMES[row["Compared by"]]
            yield row, value_named(row["Value"], document["by"][dimension], dimension)


def charted_rates(document: Mapping[str, Any], sheet: Worksheet, dimension: str) -> Iterator[Any]:
    for row in table(sheet, f"Reply rate by {dimension}", "Value"):
        if row["Counted"] is not None:  # the line that explains the columns has none
            yield value_named(row["Value"], document["by"][dimension], dimension)


def value_named(shown: str, rates: list[Any], dimension: str) -> Any:  # noqa: ANN401  a row of the JSON document
    """Find the value a row shows, shortened or not."""
    names = [(name_value(dimension, rate["value"]), rate) for rate in rates]
    exact = [rate for name, rate in names if name == shown]
    return (exact or [rate for name, rate in names if name.startswith(shown.rstrip("…"))])[0]


def rate_of(rate: Mapping[str, Any]) -> list[Any]:
    if rate["rate"] is None:
        assert rate["matured"] < 5
        return [f"{rate['replied']} of {rate['matured']}"]
    assert rate["matured"] >= 5
    return [rate["rate"]]


def rate_cells(rate: Mapping[str, Any]) -> list[Any]:
    shown = rate_of(rate) if rate["rate"] is not None else []
    return [*shown, rate["replied"], rate["matured"]]


def share_in_words(rate: Mapping[str, Any]) -> str:
    """Write the counts of a value with its share, as the lines of what cannot tell yet do."""
    return f"{rate['replied']:,} of {rate['matured']:,} ({format_share(rate['rate'])})"


def assert_rates_in_words_agree(sheet: Worksheet, document: Mapping[str, Any]) -> int:
    """Compare the sentences under "What gets replies" with the document. Return how many values they name."""
    lines = [str(row[0]) for row in block(sheet, "What gets replies")]
    overall, named = document["overall"], 0
    if not lines:
        return named
    counts = f"Counted: {overall['matured']:,} of {overall['sent']:,} first messages"
    text = " ".join(lines)
    assert counts in text
    assert (f"{overall['waiting']:,} can still get a reply" in text) == bool(overall["waiting"])
    assert f"Got a reply: {overall['replied']:,} of {overall['matured']:,}" in text
    if overall["rate"] is not None:
        low, high = overall["low"], overall["high"]
        assert (
            f"({format_share(overall['rate'])}, the true rate is likely {format_interval(low, high)})" in text
        )
    for line in lines:
        name, _, values = line.partition(": ")
        if name in NAMES:
            dimension = NAMES[name]
            for value, said in re.findall(r"(?:^|, )(.+?) ([\d,]+ of [\d,]+ \([^)]*\))", values):
                rate = value_named(value, document["by"][dimension], dimension)
                assert said == share_in_words(rate)
                named += 1
    return named


def chart_cells(rate: Mapping[str, Any]) -> list[Any]:
    return [*range_cells(rate["rate"], rate["low"], rate["high"]), rate["replied"], rate["matured"]]


def range_cells(rate: float, low: float, high: float) -> list[Any]:
    bars = [pytest.approx(length, abs=2e-6) for length in (rate - low, high - rate)]
    return [rate, low, high, *bars]


def assert_numbers_agree(sheet: Worksheet, document: Mapping[str, Any]) -> None:
    expected = {title: rows for title, rows in expected_figures(document, sheet) if rows}
    found = figures_of(sheet)
    assert found.keys() <= expected.keys()
    assert found == {title: expected[title] for title in found}


def assert_words_agree(sheet: Worksheet, document: Mapping[str, Any]) -> None:
    """The words beside the numbers are the document's too: verdicts, days, wins, the headline."""
    given, asked = document["balance"].values()
    said = [str(row[0]) for row in rows_of(sheet) if str(row[0]).startswith("Given: ")]
    times = [f"{count:,} times" if count != 1 else "once" for count in (given, asked)]
    assert [text.partition(" Counted")[0] for text in said] == [
        f"Given: {times[0]}. Asked: {times[1]}."
    ] * bool(given or asked)
    for row, rate in named_rates(document, sheet):
        assert row["Verdict"].startswith(VERDICT_WORDS[rate["verdict"]])
        assert (row["Likely range"] or "") == format_interval(rate["low"], rate["high"])
    assert assert_rates_in_words_agree(sheet, document) >= 4
    assert [row["Status"] for row in table(sheet, "Everyone by status", "Status")] == list(
        document["statuses"]
    )
    assert [row["Goal"] for row in table(sheet, "Goals", "Goal")] == [
        goal["goal"] for goal in document["goals"]
    ]
    assert [row["What went well"] for row in table(sheet, "Wins", "Day")] == [
        win["sentence"] for win in document["wins"]
    ]
    weeks = table(sheet, FIRST_CHART, "Week from")
    assert [day(row["Week from"]) for row in weeks] == [week["starts_on"] for week in document["weeks"]]
    months = table(sheet, "By month", "Month")
    assert [(day(row["Month"])[:7], row["Remark"] == "can still grow") for row in months] == [
        (month["month"], month["still_maturing"]) for month in document["funnel_by_month"]
    ]
    titles = [str(row[0]) for row in rows_of(sheet)]
    assert document["headline"] in titles
    assert f"Everyone by status ({document['people']})" in titles
    lines = [row for row in table(sheet, "To do now", "Person") if row["Status"]]
    shown = "" if len(lines) == document["due"] else f"{len(lines)} of "
    assert f"To do now ({shown}{document['due']})" in titles


def day(moment: dt.datetime) -> str:
    return f"{moment:%Y-%m-%d}"


@pytest.mark.parametrize("name", SAMPLES)
def test_every_number_of_a_refreshed_sample_is_the_one_of_stats_json(name: str, tmp_path: Path) -> None:
    log = copy_of_sample(name, tmp_path)
    assert run("refresh", log).exit_code == 0

    sheet = open_summary(log.read_bytes())
    document = run("stats", log, "--json").document

    assert_numbers_agree(sheet, document)
    assert_words_agree(sheet, document)
    assert len(figures_of(sheet)) >= 6
    assert sum(document["statuses"].values()) == document["people"]


def test_the_numbers_of_target_companies_are_those_of_stats_json(tmp_path: Path) -> None:
    people = [["Name", "Company", "Date"], ["Ana", "Acme", "2026-03-02"], ["Ben", "Acme", "2026-03-03"]]
    targets = [["Company", "Priority"], ["Acme GmbH", "A"], ["Hooli", "B"]]
    log = a_log(tmp_path, "xlsx", {"Log": people, "Companies": targets})
    assert run("refresh", log).exit_code == 0

    sheet, document = open_summary(log.read_bytes()), run("stats", log, "--json").document

    assert_numbers_agree(sheet, document)
    assert figures_of(sheet)["Target companies"] == [[2], [0]]


@pytest.mark.parametrize("name", SAMPLES)
def test_stats_counts_the_people_whom_netsheet_due_lists_for_today(name: str, tmp_path: Path) -> None:
    log = copy_of_sample(name, tmp_path)

    document = run("stats", log, "--json").document
    items = run("due", log, "--within", "0", "--limit", "1000", "--json").document["items"]

    due = [
        item for item in items if item["group"] == "now" and item["action"] != "reconnect"
    ]  # these have no due day
    assert len({(item["person"], item["company"]) for item in due}) == document["due"]


@pytest.mark.parametrize("count", [4, 40, 250])
def test_every_number_of_a_busy_page_is_the_one_of_stats_json(count: int) -> None:
    summary = summarise(busy_people(count), some_findings(3))
    document = json.loads(stats_json("log.xlsx", summary, summary.engagement))

    sheet = open_summary(render_summary(summary))

    assert_numbers_agree(sheet, document)
