"""Every sentence that the samples' rows and actions carry, word for word: tests/golden/whys.txt.

After a wanted change: python -m tests.test_why_of_samples, and read the difference.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from netsheet.core.followups.actions import ACTIONS, Action
from netsheet.core.followups.standing import Standing
from netsheet.pipeline.opened import OpenedLog, open_log
from netsheet.resources import sample_workbooks
from tests.command_line import TODAY

SAMPLES = ("plain-log.xlsx", "two-sheets.xlsx", "rich.xlsx", "messy-log.csv")
GOLDEN = Path(__file__).parent / "golden" / "whys.txt"


def opened_sample(sample: str) -> OpenedLog:
    return open_log(sample_workbooks() / sample, today=dt.date.fromisoformat(TODAY))


def told(sample: str) -> str:
    """Tell where everyone in a sample stands, and each of their actions below."""
    opened = opened_sample(sample)
    lines = [f"== {sample}, {TODAY}"]
    for standing in opened.standings:
        lines += _lines(standing)
    return "\n".join(lines) + "\n"


def _lines(standing: Standing) -> Iterator[str]:
    person = standing.person
    yield f"{person.name} ({person.place.address}), {standing.status}, {_day(standing.due)}: {standing.why}"
    for action in standing.actions:
        yield f"    {_spelled(action)}"


def _spelled(action: Action) -> str:
    step = action.next_step
    return f"{action.kind} {_day(action.due)} ({action.place.address}): {action.why} -> {step}"


def _day(day: dt.date | None) -> str:
    return "no day" if day is None else day.isoformat()


def written(sample: str) -> str:
    """Return the part of the golden file that is about a sample."""
    parts = GOLDEN.read_text(encoding="utf-8").split("== ")[1:]
    return next(f"== {part}" for part in parts if part.startswith(f"{sample},"))


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_why_of_a_sample_is_as_written(sample: str) -> None:
    assert told(sample) == written(sample)


def test_the_samples_show_most_kinds_of_actions() -> None:
    kinds = {line.split()[0] for line in GOLDEN.read_text(encoding="utf-8").splitlines() if line[:1] == " "}

    assert set(ACTIONS) - kinds == {"meeting", "thank_referrer", "find_address", "congratulate", "reconnect"}


if __name__ == "__main__":
    GOLDEN.write_text("".join(told(sample) for sample in SAMPLES), encoding="utf-8")
