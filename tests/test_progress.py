"""The line that shows how far the work has come: for a person at a terminal, never for a program, gone at the end."""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
import sys
import threading
from pathlib import Path
from typing import get_args
from unittest.mock import Mock

import pytest

from netsheet.cli.progress import SENTENCES, progress
from netsheet.pipeline.refresh import refresh_log
from netsheet.pipeline.stages import Stage
from tests.command_line import TODAY, copy_of_sample, run

pytestmark = pytest.mark.posix
# The timer rings at once, in the work's own thread: what is shown does not depend on how quick the machine is.
AT_ONCE = """
import threading
class AtOnce(threading.Timer):
    def start(self):
        self.function()
threading.Timer = AtOnce
from netsheet.__main__ import main
main()
"""
# Rich goes to the line's beginning, up over the line end that it printed last, and wipes the line.
WIPED = "\r\x1b[1A\x1b[2K"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return copy_of_sample("plain-log.xlsx", tmp_path)


def at_a_terminal(*words: object, **environment: str) -> str:
    """Run netsheet at a terminal of its own; what a person's screen was sent."""
    ours, theirs = os.openpty()
    command = [sys.executable, "-c", AT_ONCE, *map(str, words), "--today", TODAY]
    kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR"}}
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=kept | {"TERM": "xterm", **environment}
    )
    os.close(theirs)
    sent = b""
    while block := _read(ours):
        sent += block
    os.close(ours)
    assert process.wait(timeout=60) == (1 if words[0] == "check" else 0)
    return sent.decode("utf-8")


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 1 << 16)
    except OSError:  # Linux says so when the other side is closed
        return b""


def test_work_that_takes_its_time_shows_each_stage_and_then_takes_the_line_away(log: Path) -> None:
    line, _, after = at_a_terminal("refresh", log).partition(WIPED)

    assert any(sentence in line for sentence in SENTENCES.values())
    assert not any(sentence in after for sentence in SENTENCES.values())
    assert "Wrote " in after
    assert line.count("\x1b[?25l") == line.count("\x1b[?25h") == 1  # the cursor comes back


def test_work_that_is_over_before_the_second_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    timer = Mock()
    monkeypatch.setattr(threading, "Timer", timer)
    monkeypatch.setattr("netsheet.cli.progress._is_terminal", lambda _: True)
    monkeypatch.setattr("netsheet.cli.progress._line", Mock(side_effect=AssertionError("shown")))

    with progress(as_json=False) as report_stage:
        report_stage("working out")

    seconds, ring = timer.call_args.args
    assert seconds == 1.0
    timer.return_value.cancel.assert_called_once()
    ring()  # the timer that rings just as the work ends


@pytest.mark.parametrize("name", ["due", "check", "stats", "draft", "settings"])
def test_what_only_reads_shows_it_too(name: str, log: Path) -> None:
    line, _, after = at_a_terminal(name, log).partition(WIPED)

    assert SENTENCES["reading"] in line or SENTENCES["working out"] in line
    assert after


def test_without_colour_the_line_has_none(log: Path) -> None:
    line, _, _ = at_a_terminal("refresh", log, NO_COLOR="1").partition(WIPED)

    assert any(sentence in line for sentence in SENTENCES.values())
    assert re.findall(r"\x1b\[[0-9;]*m", line.replace("\x1b[2m", "").replace("\x1b[0m", "")) == []


@pytest.mark.parametrize(("words", "term"), [(["--json"], "xterm"), ([], "dumb")])
def test_for_a_program_or_a_plain_terminal_nothing_moves(words: list[str], term: str, log: Path) -> None:
    sent = at_a_terminal("refresh", log, *words, TERM=term)

    assert "\x1b" not in sent
    assert not any(sentence in sent for sentence in SENTENCES.values())


def test_into_a_pipe_nothing_is_shown_and_no_thread_started(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading, "Timer", None)

    outcome = run("refresh", log)

    assert (outcome.exit_code, outcome.stderr) == (0, "")


def test_the_stages_are_told_in_their_order_as_far_as_the_work_goes(log: Path) -> None:
    def told(*, is_preview: bool) -> list[Stage]:
        stages: list[Stage] = []
        refresh_log(
            log, today=dt.date.fromisoformat(TODAY), is_preview=is_preview, report_stage=stages.append
        )
        return stages

    every = list(get_args(Stage))
    assert told(is_preview=True) == every[:4]
    assert told(is_preview=False) == every == list(SENTENCES)
    assert told(is_preview=False) == every[:3]
