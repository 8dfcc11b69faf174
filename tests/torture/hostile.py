"""Hostile files: each is answered in bounded time and memory, or read right; never a hang, a traceback, a changed file."""

from __future__ import annotations

import json
import os
import select
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from python_calamine import CalamineError

from netsheet.core.printable import STEERING
from netsheet.resources import sample_workbooks
from tests.engine.documents import as_document
from tests.engine.oracles import calamine_cells
from tests.torture import child, hostile_others, hostile_parts
from tests.torture.bench import fault_in_refusal, last_line
from tests.torture.tally import Tally

GIBIBYTE = 1 << 30
MOST_SECONDS = 10
PATIENCE_SECONDS = 40  # by the clock: the machine may be busy with other work
BATCH = 40
SECRET = hostile_parts.SECRET

Make = Callable[[], bytes]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a command did with a hostile file."""

    exit_code: int
    output: str
    seconds: float
    fault: str | None = None


def try_all(
    tally: Tally,
    files: Iterable[tuple[str, Make]],
    folder: Path,
    *,
    suffix: str = ".xlsx",
    word: str = "refresh",
) -> None:
    """Run a command on every file, in children in which it may take no more than 1 GiB, and count the answers."""
    waiting = iter(files)
    number = 0
    while batch := list(islice(waiting, BATCH)):
        names: list[str] = []
        begun = number
        for name, make in batch:
            home = folder / f"{number:05d}"
            home.mkdir()
            (home / f"log{suffix}").write_bytes(make())
            names.append(name)
            number += 1
        for at, answer in answers(folder, begun, number, suffix, word):
            what = f"{word} of {names[at - begun]}"
            tally.slowest_seconds = max(tally.slowest_seconds, answer.seconds)
            tally.count(answer.fault, refused=answer.exit_code > 1, what=what)
        for at in range(begun, number):
            for path in (folder / f"{at:05d}").iterdir():
                path.unlink()


def answers(folder: Path, begun: int, end: int, suffix: str, word: str) -> Iterator[tuple[int, Answer]]:
    """Work through a batch; when a file ends or hangs the child, the next child goes on behind it."""
    at = begun
    while at < end:
        pid, reader = child.spawn(lambda at=at: _work(folder, at, end, suffix, word), folder / "state")  # type: ignore[misc]
        with os.fdopen(reader, "rb", buffering=0) as stream:
            while at < end:
                line = _line(stream.fileno())
                if line is None:
                    break
                yield at, Answer(**json.loads(line))
                at += 1
            if at < end:
                os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
        if at < end:
            ended = (
                f"signal {os.WTERMSIG(status)}"
                if os.WIFSIGNALED(status)
                else f"exit {os.WEXITSTATUS(status)}"
            )
            yield at, Answer(exit_code=child.BUG, output="", seconds=0, fault=f"hung or died ({ended})")
            at += 1


def _line(reader: int) -> str | None:
    """One line of a child's report; None when it is silent for too long, or ends."""
    pieces = b""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not pieces.endswith(b"\n"):
        ready, _, _ = select.select([reader], [], [], max(0.0, deadline - time.monotonic()))
        piece = os.read(reader, 1) if ready else b""
        if not piece:
            return None
        pieces += piece
    return pieces.decode()


def _work(folder: Path, begun: int, end: int, suffix: str, word: str) -> tuple[int, str]:
    """Answer each file and report it in a line, on the pipe that is this child's last open file."""
    for at in range(begun, end):
        log = folder / f"{at:05d}" / f"log{suffix}"
        answer = judged(log, word)
        report = {
            "exit_code": answer.exit_code,
            "output": "",
            "seconds": answer.seconds,
            "fault": answer.fault,
        }
        child.report(json.dumps(report) + "\n")
    return 0, ""


def judged(log: Path, word: str) -> Answer:
    """Run the command here and say what is wrong with its answer."""
    before = log.read_bytes()
    started = time.process_time()
    with child.limited_memory(GIBIBYTE):
        exit_code, output = child.command(word, log, "--today", child.TODAY)
    seconds = time.process_time() - started
    after = log.read_bytes() if log.exists() else None
    fault = _fault(before, after, exit_code, output, word)
    if fault is None and seconds > MOST_SECONDS:
        fault = f"took {seconds:.1f} s"
    if fault is None and sorted(path.name for path in log.parent.iterdir()) != [log.name]:
        fault = "left something beside the file"
    return Answer(exit_code=exit_code, output=output, seconds=seconds, fault=fault)


def _fault(before: bytes, after: bytes | None, exit_code: int, output: str, word: str) -> str | None:
    if SECRET in output or STEERING.search(output):
        return "another file's content, or what moves the terminal's cursor, came out"
    if exit_code == child.BUG:
        return f"a traceback: {last_line(output)}"
    if exit_code > 1:
        if after != before:
            return "refused, yet the file is changed"
        ended = child.Ended(exit_code=exit_code, signal=None, output=output)
        return fault_in_refusal(ended, codes=(3, 5))
    if word != "refresh":
        return "read, yet the file is changed" if after != before else None
    return _lost_value(before, after or b"")


def _lost_value(before: bytes, after: bytes) -> str | None:
    """Compare what another program reads of the user's cells before and after."""
    try:
        theirs = calamine_cells(before)
    except (
        CalamineError
    ):  # the other program could not read the file before either: nothing to compare it with
        return None
    now = calamine_cells(after)
    for sheet, cells in theirs.items():
        for at, value in cells.items():
            if now.get(sheet, {}).get(at) != value:
                return f"refreshed, yet {sheet} {at} is no longer {value!r}"
    if any(SECRET in str(value) for cells in now.values() for value in cells.values()):
        return "another file's content came in"
    return None


def chapter(folder: Path, *, short: bool) -> Iterator[Tally]:
    """Run all of it; ``short`` for continuous integration."""
    secret = folder / "secret.txt"
    secret.write_text(SECRET)
    document = as_document(sample_workbooks() / "plain-log.xlsx")
    families: list[tuple[str, Iterable[tuple[str, Make]], str, str]] = [
        ("hostile zip containers", hostile_parts.containers(), ".xlsx", "refresh"),
        (
            "hostile parts: entities, depth, encodings",
            hostile_parts.parts(secret.as_uri()),
            ".xlsx",
            "refresh",
        ),
        ("hostile cells, strings and links", hostile_parts.contents(), ".xlsx", "refresh"),
        ("cut at every 1 %", hostile_parts.truncated(), ".xlsx", "refresh"),
        (
            "every byte of the directory flipped",
            hostile_parts.flipped(every=9 if short else 1),
            ".xlsx",
            "refresh",
        ),
        (".ods cut at every 1 %", hostile_parts.truncated(document), ".ods", "refresh"),
        (
            "every byte of the directory of .ods flipped",
            hostile_parts.flipped(document, every=9 if short else 1),
            ".ods",
            "refresh",
        ),
        ("hostile .csv", hostile_others.csv_files(), ".csv", "check"),
        ("hostile .ods", hostile_others.ods_files(secret.as_uri()), ".ods", "check"),
        ("hostile .xls", hostile_others.xls_files(every=20 if short else 3), ".xls", "check"),
    ]
    for at, (name, files, suffix, word) in enumerate(families):
        own = folder / str(at)
        own.mkdir()
        tally = Tally(name=name)
        thinned = (
            islice(files, None, None, 7) if short and "flipped" not in name and ".xls" not in name else files
        )
        try_all(tally, thinned, own, suffix=suffix, word=word)
        yield tally
