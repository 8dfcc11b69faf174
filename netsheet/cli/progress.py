"""Show a progress bar on stderr when the work takes longer than a second. It disappears when the work is done."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import IO, TYPE_CHECKING, Final

from netsheet.pipeline.stages import ReportStage, Stage, ignore_stage

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

WAIT_SECONDS = 1.0
SENTENCES: Final[dict[Stage, str]] = {
    "reading": "Reading the log",
    "working out": "Working out what it says",
    "writing": "Writing netsheet's cells",
    "proving": "Checking that nothing else changed",
    "saving": "Saving",
}
# Roughly how much of a refresh's time each stage takes, in percent. The bar moves on by this much after each stage.
_SHARES: Final[dict[Stage, int]] = {
    "reading": 30,
    "working out": 30,
    "writing": 10,
    "proving": 25,
    "saving": 5,
}


@contextlib.contextmanager
def progress(*, as_json: bool, last: Stage = "working out") -> Iterator[ReportStage]:
    """Show a progress bar while the ``with`` block runs, once that takes over a second.

    Shows nothing and starts no thread for JSON output, or when stdout or stderr is not a terminal.

    Args:
        as_json: whether the output is JSON.
        last: the stage that ends the work.

    Yields:
        the function to call when a stage begins.
    """
    if as_json or not (_is_terminal(sys.stdout) and _is_terminal(sys.stderr)):
        yield ignore_stage
        return
    bar = _Bar(last)
    timer = threading.Timer(WAIT_SECONDS, bar.show)
    timer.daemon = True
    timer.start()
    try:
        yield bar.begin_stage
    finally:
        timer.cancel()
        bar.remove()


def _is_terminal(stream: IO[str] | None) -> bool:
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


class _Bar:
    """One line with the stage, a bar and the time. A timer thread shows it; the working thread updates it."""

    def __init__(self, last: Stage) -> None:
        stages = list(_SHARES)
        self._until: dict[Stage, int] = {
            stage: sum(map(_SHARES.__getitem__, stages[:number])) for number, stage in enumerate(stages)
        }
        self._total = self._until[last] + _SHARES[last]
        self._began = time.monotonic()
        self._stage: Stage = "reading"
        self._lock = threading.Lock()
        self._is_over = False
        self._shown: Progress | None = None
        self._task: TaskID | None = None

    def begin_stage(self, stage: Stage) -> None:
        """Note which stage begins."""
        with self._lock:
            self._stage = stage
            self._update()

    def show(self) -> None:
        """Show the line, unless the work is already done."""
        with self._lock:
            if self._is_over:
                return
            self._shown = _line()
            self._task = self._shown.add_task("", total=self._total)
            self._shown.tasks[0].start_time = self._began
            self._update()
            self._shown.start()

    def _update(self) -> None:
        if self._shown is not None and self._task is not None:
            self._shown.update(
                self._task, description=SENTENCES[self._stage], completed=self._until[self._stage]
            )

    def remove(self) -> None:
        """Remove the line."""
        with self._lock:
            self._is_over = True
            if self._shown is not None:
                self._shown.stop()
                self._shown.console.file.close()


def _line() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
    from rich.theme import Theme

    from netsheet.present.terminal import BAR_STYLE

    # A separate stream: while other libraries read the file, netsheet hides what they print to standard error.
    stream = os.fdopen(os.dup(sys.stderr.fileno()), "w", encoding=sys.stderr.encoding, errors="replace")
    return Progress(
        BarColumn(bar_width=24, complete_style=BAR_STYLE, style="dim"),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
        console=Console(file=stream, theme=Theme({"progress.elapsed": "default"})),
        get_time=time.monotonic,
        refresh_per_second=5,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )


@contextlib.contextmanager
def count_done(total: int, *, as_json: bool) -> Iterator[Callable[[int], None]]:
    """Show how many of many files are done, where that takes over a second.

    Yields:
        the function to call with the number of files that are done.
    """
    if as_json or total < 2 or not (_is_terminal(sys.stdout) and _is_terminal(sys.stderr)):
        yield lambda _: None
        return
    began, width = time.monotonic(), 0

    def report_done(done: int) -> None:
        nonlocal width
        if time.monotonic() - began >= WAIT_SECONDS:
            text = f"{done:,} of {total:,} logs"
            width = max(width, len(text))
            sys.stderr.write(f"\r{text}")
            sys.stderr.flush()

    try:
        yield report_done
    finally:
        if width:
            sys.stderr.write(f"\r{' ' * width}\r")
            sys.stderr.flush()
