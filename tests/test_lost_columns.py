"""A heading that the user changes does not silently end what netsheet reads below it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.command_line import run
from tests.practice_logs import a_log
from tests.summary_reading import open_book

ROWS: list[list[object]] = [
    ["Name", "Company", "Date sent", "Next step"],
    ["Ana Lopez", "Acme", dt.date(2026, 3, 2), "Call on 20 April"],
    ["Ben Okafor", "Hooli", dt.date(2026, 3, 3), None],
]


def retitle(log: Path, old: str, new: str) -> None:
    book = open_book(log.read_bytes())
    cell = next(cell for cell in book["Log"][1] if cell.value == old)
    cell.value = new
    book.save(log)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [("Next step", "My plan of action", "next_action"), ("Date sent", "Erste Notiz", "date")],
)
def test_a_refresh_names_what_it_read_last_time_and_does_not_any_more(
    old: str, new: str, field: str, tmp_path: Path
) -> None:
    log = a_log(tmp_path, "xlsx", {"Log": ROWS})
    assert f"as {field};" not in run("refresh", log, today="2026-03-03").stdout
    retitle(log, old, new)

    due, refreshed, again = (
        run(*command, today="2026-03-04") for command in (("due", log), ("refresh", log), ("refresh", log))
    )

    said = f"The last refresh read a column as {field}; none is now."
    assert said in " ".join(due.stdout.split())
    assert said in " ".join(refreshed.stdout.split())
    assert f'--map "HEADING={field}"' in " ".join(refreshed.stdout.split())
    assert said not in " ".join(again.stdout.split())
