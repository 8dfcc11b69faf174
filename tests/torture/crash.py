"""Crash proof: the process is killed, the disk is full, the permission goes, another program writes: at every step."""

from __future__ import annotations

import contextlib
import errno
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from netsheet.resources import sample_workbooks
from tests.engine.documents import as_document
from tests.torture import child
from tests.torture.bench import (
    Bench,
    bench_with_backups,
    fault_in_refusal,
    last_line,
    new_bench,
)
from tests.torture.faults import (
    Fault,
    Layer,
    cut_power,
    failing,
    kill,
    kill_after,
    meddling,
    overwrite,
    take_one_byte,
    tear,
)
from tests.torture.tally import Tally

REFRESH = ("refresh", "--today", child.TODAY)
REFUSED, BUSY, UNREADABLE = 5, 4, 3
SEED = 20260316
RANDOM_KILLS, COLD_KILLS = 200, 12


def benches(folder: Path) -> dict[str, Bench]:
    """What writes over a workbook: a first refresh, of .ods too, one with a full shelf of backups, an undo."""
    path = sample_workbooks() / "plain-log.xlsx"
    source = path.read_bytes()
    return {
        "a first refresh": new_bench(folder / "first", source, REFRESH),
        "a first refresh of .ods": new_bench(folder / "ods", as_document(path), REFRESH),
        "a refresh with 20 backups": bench_with_backups(folder / "full", source, REFRESH, count=20),
        "an undo": bench_with_backups(folder / "undo", source, ("undo",), count=3),
    }


def operations(bench: Bench) -> list[tuple[str, str]]:
    """Every operation of the command that changes the disk, in order.

    Raises:
        RuntimeError: when one went around the layer.
    """
    bench.reset()

    def recorded() -> tuple[int, str]:
        layer = Layer()
        layer.install()
        exit_code, printed = bench.command()
        if layer.unseen:
            return child.BUG, f"went around the layer: {layer.unseen}"
        return exit_code, "\n".join(
            f"{name} {file}" for name, file in layer.seen
        ) if not exit_code else printed

    ended = child.run(recorded, bench.state)
    if ended.exit_code != 0:
        raise RuntimeError(ended.output)
    return [(name, file) for name, _, file in (line.partition(" ") for line in ended.output.splitlines())]


def with_fault(bench: Bench, wanted: int, fault: Fault, *, persistent: bool = False) -> child.Ended:
    """Run the command with a fault at one operation, or from it on."""
    bench.reset()

    def faulty() -> tuple[int, str]:
        Layer(wanted=wanted, fault=fault, persistent=persistent).install()
        return bench.command()

    return child.run(faulty, bench.state)


def killed_at_every_step(bench: Bench, name: str, *, every: int = 1) -> Tally:
    """Kill before and after each operation, in the middle of each write, and with what was not synced lost."""
    tally = Tally(name=f"killed at every step of {name}")
    for wanted, (operation, file) in enumerate(operations(bench), start=1):
        if wanted % every:
            continue
        ways = {"before": kill, "after": kill_after, "power cut at": cut_power}
        if operation == "write":
            ways["amid"] = tear
        for way, fault in ways.items():
            ended = with_fault(bench, wanted, fault)
            wrong = None if ended.signal == signal.SIGKILL else f"was not killed ({last_line(ended.output)})"
            wrong = wrong or bench.fault_now() or bench.fault_after_the_next_run()
            tally.count(wrong, refused=False, what=f"{way} step {wanted}, {operation} {file}")
    return tally


def killed_at_random(bench: Bench, trials: int) -> Tally:
    """Really kill a refresh at a random moment, as many times as asked."""
    tally = Tally(name="killed at a random moment of a refresh")
    random_ = random.Random(SEED)  # noqa: S311 - moments, not secrets
    bench.reset()
    started = time.monotonic()
    child.run(bench.command, bench.state)
    length = time.monotonic() - started
    for trial in range(trials):
        bench.reset()
        pid, reader = child.spawn(bench.command, bench.state)
        # Most of a refresh is arithmetic: every second kill aims at its end, where it writes.
        moment = random_.uniform(0, 1.1) if trial % 2 else random_.uniform(0.75, 1.1)
        time.sleep(length * moment)
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        child.collect(pid, reader)
        wrong = bench.fault_now() or bench.fault_after_the_next_run()
        tally.count(wrong, refused=False, what=f"kill {trial + 1} at {length * moment:.3f} s")
    return tally


def killed_cold(bench: Bench, trials: int) -> Tally:
    """The same with the command as a person starts it: a new interpreter each time."""
    tally = Tally(name="killed at a random moment, as started by a person")
    random_ = random.Random(SEED)  # noqa: S311
    environment = os.environ | {"XDG_STATE_HOME": str(bench.state)}
    words = [sys.executable, "-m", "netsheet", bench.words[0], str(bench.log), *bench.words[1:]]
    bench.reset()
    started = time.monotonic()
    subprocess.run(words, check=True, capture_output=True, env=environment, timeout=child.WAIT_SECONDS)
    length = time.monotonic() - started
    for trial in range(trials):
        bench.reset()
        moment = length * random_.uniform(0.6, 1.05)
        process = subprocess.Popen(
            words, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(moment)
        process.kill()
        process.wait()
        wrong = bench.fault_now() or bench.fault_after_the_next_run()
        tally.count(wrong, refused=False, what=f"kill {trial + 1} at {moment:.3f} s")
    return tally


def disk_errors(bench: Bench, name: str, *, every: int = 1) -> Tally:
    """Let each operation fail: a full disk, a permission lost, a read-only or a broken disk; once, and from then on."""
    tally = Tally(name=f"disk full, permission lost, at every step of {name}")
    for wanted, (operation, file) in enumerate(operations(bench), start=1):
        if wanted % every:
            continue
        for number, persistent in ((errno.ENOSPC, True), (errno.EACCES, True), (errno.EIO, False)):
            ended = with_fault(bench, wanted, failing(number), persistent=persistent)
            wrong = bench.fault_now()
            refused = ended.exit_code != 0
            if refused:
                wrong = wrong or fault_in_refusal(ended, codes=(REFUSED,))
                wrong = wrong or ("refused, yet the file is new" if bench.now() != bench.old else None)
            elif bench.now() != bench.new:
                wrong = "said that it saved, and did not"
            wrong = wrong or bench.fault_after_the_next_run()
            what = f"{errno.errorcode[number]} at step {wanted}, {operation} {file}"
            tally.count(wrong, refused=refused, what=what)
        if operation == "write":
            with_fault(bench, wanted, take_one_byte)
            tally.count(bench.fault_after_the_next_run(), refused=False, what=f"one byte at step {wanted}")
    return tally


def meddlers(bench: Bench) -> dict[str, Callable[[], None]]:
    """What another program may do to the file: each leaves content that must be kept."""
    log, other = bench.log, b"a change of another program's, not to be lost"

    def rewritten() -> None:
        overwrite(log, other)

    def replaced() -> None:
        aside = log.with_name("aside")
        with open(aside, "wb") as stream:  # noqa: PTH123 - plainly, as any program does
            stream.write(other)
        os.rename(aside, log)  # noqa: PTH104

    def emptied() -> None:
        overwrite(log, b"")

    def alike() -> None:
        """Same size, same time of change: only the bytes tell."""
        status = log.stat()
        overwrite(log, bench.old[:-1] + b"!")
        os.utime(log, ns=(status.st_atime_ns, status.st_mtime_ns))

    def deleted() -> None:
        log.unlink()

    return {f.__name__: f for f in (rewritten, replaced, emptied, alike, deleted)}


def meddled(bench: Bench, name: str, *, every: int = 1) -> Tally:
    """Let another program change the file between its reading and its replacing: its version is kept, exit 4."""
    tally = Tally(name=f"changed by another program amid {name}")
    steps = operations(bench)
    swap = max(at for at, (operation, _) in enumerate(steps, start=1) if operation == "replace")
    for wanted in range(1, swap):
        if wanted % every:
            continue
        for way, meddle in meddlers(bench).items():
            ended = with_fault(bench, wanted, meddling(meddle))
            kept = bench.now()
            bench.reset()
            meddle()
            wrong = fault_in_refusal(ended, codes=(BUSY,))
            if kept != bench.now():
                wrong = "the other program's version is gone"
            tally.count(wrong, refused=True, what=f"{way} at step {wanted}")
    return tally


def chapter(folder: Path, *, short: bool) -> Iterator[Tally]:
    """Run all of it; ``short`` for continuous integration."""
    all_of_them = benches(folder)
    first, full = all_of_them["a first refresh"], all_of_them["a refresh with 20 backups"]
    for name, bench in all_of_them.items():
        yield killed_at_every_step(bench, name, every=6 if short else 1)
    for name, bench in all_of_them.items():
        yield disk_errors(bench, name, every=9 if short else 1)
    yield meddled(first, "a first refresh", every=7 if short else 1)
    yield killed_at_random(full, 24 if short else RANDOM_KILLS)
    yield killed_cold(first, 3 if short else COLD_KILLS)
