"""Commands run in a forked child: everything is imported once, each run is a process of its own that can be killed."""

from __future__ import annotations

import contextlib
import gc
import io
import os
import resource
import select
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

# Forked children must not inherit a crowd of arithmetic threads.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ["RUST_BACKTRACE"] = "0"

from netsheet.cli import netsheet
from netsheet.resources import sample_workbooks

TODAY = "2026-03-16"
BUG = 97
WAIT_SECONDS = 60.0


@dataclass(frozen=True, kw_only=True)
class Ended:
    """How a child ended: its exit code (None when a signal ended it) and what it printed."""

    exit_code: int | None
    signal: int | None
    output: str


def warm_up() -> None:
    """Run every reading and writing command once, so that the children find all modules loaded."""
    with tempfile.TemporaryDirectory() as folder:
        state, before = Path(folder, "state"), os.environ.get("XDG_STATE_HOME")
        log = Path(shutil.copy(sample_workbooks() / "plain-log.xlsx", folder))
        os.environ["XDG_STATE_HOME"] = str(state)
        for words in (("refresh", log), ("check", log), ("due", log), ("undo", log), ("backups", log)):
            exit_code, printed = command(*words)
            if exit_code not in (0, 1):
                raise RuntimeError(printed)
        if before is None:
            del os.environ["XDG_STATE_HOME"]
        else:
            os.environ["XDG_STATE_HOME"] = before
    gc.collect()
    gc.freeze()


def command(*words: object) -> tuple[int, str]:
    """Run one command here; its exit code (``BUG`` for a traceback) and everything it printed."""
    printed = io.StringIO()
    exit_code = 0
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        try:
            netsheet([str(word) for word in words], prog_name="netsheet")
        except SystemExit as end:
            exit_code = end.code if isinstance(end.code, int) else 1
        except BaseException:  # noqa: BLE001 - a bug of any kind is what is looked for
            traceback.print_exc(file=printed)
            exit_code = BUG
    return exit_code, printed.getvalue()


def refresh(log: Path, *options: str, today: str = TODAY) -> tuple[int, str]:
    """Refresh a log here."""
    return command("refresh", log, "--today", today, *options)


_pipe: list[int] = []


def report(text: str) -> None:
    """Send something to the parent at once, before the child's end."""
    os.write(_pipe[-1], text.encode())


def spawn(work: Callable[[], tuple[int, str]], state: Path, *, log: Path | None = None) -> tuple[int, int]:
    """Fork a child that works with a state folder of its own; its process id and the pipe it reports to."""
    reader, writer = os.pipe()
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        os.close(writer)
        return pid, reader
    os.close(reader)
    _pipe.append(writer)
    os.environ["XDG_STATE_HOME"] = str(state)
    if log is not None:
        os.chdir(log.parent)
    try:
        exit_code, printed = work()
    except BaseException:  # noqa: BLE001 - a child must never come back
        exit_code, printed = BUG, traceback.format_exc()
    with contextlib.suppress(OSError):
        for at in range(0, len(data := printed.encode("utf-8", "replace")), 1 << 15):
            os.write(writer, data[at : at + (1 << 15)])
    os._exit(exit_code)


def collect(pid: int, reader: int, *, seconds: float = WAIT_SECONDS) -> Ended:
    """Wait for a child's end; one that takes too long is killed."""
    deadline = time.monotonic() + seconds
    pieces: list[bytes] = []
    while True:
        ready, _, _ = select.select([reader], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            os.kill(pid, signal.SIGKILL)
            break
        piece = os.read(reader, 1 << 16)
        if not piece:
            break
        pieces.append(piece)
    os.close(reader)
    _, status = os.waitpid(pid, 0)
    return Ended(
        exit_code=os.WEXITSTATUS(status) if os.WIFEXITED(status) else None,
        signal=os.WTERMSIG(status) if os.WIFSIGNALED(status) else None,
        output=b"".join(pieces).decode("utf-8", "replace"),
    )


def run(work: Callable[[], tuple[int, str]], state: Path) -> Ended:
    """Run work in a child to its end."""
    return collect(*spawn(work, state))


def run_all(works: Sequence[tuple[Callable[[], tuple[int, str]], Path]]) -> list[Ended]:
    """Run several children at once, all let go at the same moment."""
    gate_reader, gate_writer = os.pipe()
    children = []
    for work, state in works:

        def waiting(work: Callable[[], tuple[int, str]] = work) -> tuple[int, str]:
            os.close(gate_writer)
            os.read(gate_reader, 1)  # returns when the parent closes its end
            return work()

        children.append(spawn(waiting, state))
    os.close(gate_reader)
    os.close(gate_writer)
    return [collect(pid, reader) for pid, reader in children]


@contextlib.contextmanager
def limited_memory(size: int) -> Iterator[None]:
    """Let this process have no more than so many bytes of address space for a while."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
