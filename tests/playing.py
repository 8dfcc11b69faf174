"""Plays a season: day by day somebody types into a log, refreshes it, and reads what is due.

A season is a text. A day begins with its date; below it is what is typed: ``Ana Silva | Date contacted | 2026-03-02``
into a row of that name, ``+ Name | Company | ...`` into the next free row in the order of the headings, ``~ 2026-04-04 |
2026-04-13`` into the sheet Breaks, ``$ done Ana`` at the command line. What the day's refresh and ``netsheet due`` answer is the golden file: of the refresh
what it recorded, and the whole of a list with nothing due.
"""

from __future__ import annotations

import datetime as dt
import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl

from tests.command_line import run

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_SAID_OF_WORDS = ("Recorded", "Nothing was due for", "Kept", "Added the sheet")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def play(season: str, folder: Path) -> Iterator[str]:
    """Play a season and yield what is shown, line by line.

    Args:
        season: its first line has the headings of the log; every other line as described above.
        folder: where the log is kept.
    """
    headings, *days = season.strip().split("\n\n")
    log = folder / "log.xlsx"
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Contacts"
    book.worksheets[0].append([heading.strip() for heading in headings.split("|")])
    book.save(log)
    for day in days:
        date, *moves = day.splitlines()
        yield f"== {dt.date.fromisoformat(date.split()[0]):%a %d %b}{date[10:]}"
        yield from _play_day(log, date.split()[0], moves)


def _play_day(log: Path, day: str, moves: list[str]) -> Iterator[str]:
    typed = [move for move in moves if not move.startswith("$")]
    for move in moves:
        yield f"   {move}"
    if typed:
        _type(log, typed)
    for move in moves:
        if move.startswith("$"):
            command, *words = _words(move.removeprefix("$ "))
            outcome = run(command, log, *words, "--today", day)
            assert outcome.exit_code == 0, outcome.stderr
            yield from (f"   > {line}" for line in outcome.stdout.splitlines())
    refreshed = run("refresh", log, today=day)
    assert refreshed.exit_code == 0, refreshed.stderr
    yield from (f"   < {line}" for line in refreshed.stdout.splitlines() if line.startswith(_SAID_OF_WORDS))
    again = log.read_bytes()
    assert run("refresh", log, today=day).exit_code == 0
    assert log.read_bytes() == again, f"the second refresh of {day} changed the file"
    yield from _findings(log, day)
    yield from _due(log, day)


def _words(line: str) -> list[str]:
    return [quoted or plain for quoted, plain in re.findall(r'"([^"]*)"|(\S+)', line)]


def _type(log: Path, moves: list[str]) -> None:
    """Type into cells as a user does: dates as dates, "" empties a cell."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl draws no charts again; the next refresh does
        book = openpyxl.load_workbook(log)
    page = book["Contacts"]
    for move in moves:
        if move.startswith("~"):
            if "Breaks" not in book.sheetnames:
                book.create_sheet("Breaks").append(["From", "To"])
            book["Breaks"].append([_value(text) for text in move[1:].split("|")])
        elif move.startswith("+"):
            row = max(row for row in range(1, page.max_row + 1) if page.cell(row, 2).value) + 1
            for column, text in enumerate(move[1:].split("|"), start=1):
                page.cell(row, column, _value(text))
        else:
            name, heading, text = move.split("|", 2)
            page.cell(_row(page, name.strip()), _column(page, heading.strip())).value = _value(text)
    book.save(log)


def _value(text: str) -> dt.datetime | str | None:
    text = text.strip()
    return dt.datetime.fromisoformat(text) if DAY.fullmatch(text) else text or None


def _row(page: Worksheet, name: str) -> int:
    """Find the last row of a name."""
    column = _column(page, "Name")
    return max(row for row in range(2, page.max_row + 1) if page.cell(row, column).value == name)


def _column(page: Worksheet, heading: str) -> int:
    return next(column for column in range(1, page.max_column + 1) if page.cell(1, column).value == heading)


def _findings(log: Path, day: str) -> Iterator[str]:
    for finding in run("check", log, "--json", today=day).document["findings"]:
        yield f"   ! {finding['cell']}: {finding['message']}"


def _due(log: Path, day: str) -> Iterator[str]:
    document = run("due", log, "--json", today=day).document
    now = [item for item in document["items"] if item["group"] == "now"]
    shown: set[str] = set()
    for item in now:
        if item["person"] not in shown:
            shown.add(item["person"])
            yield f"{item['person']}: {item['next_step']} ({item['due']}). {item['why']}"
    if not now:
        text = " ".join(run("due", log, today=day).stdout.split("Coming (")[0].split())
        yield text
        for item in document["items"]:
            if item["comes_up"] is None:
                yield f"   {item['person']}, on {item['due']}: {item['next_step']}. {item['why']}"
