"""One workbook on a bench of its own: put back before each trial, examined after it."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from netsheet.files.backups import backups_in
from netsheet.files.read import hash_of
from netsheet.files.state import workbook_folder
from tests.torture import child
from tests.torture.child import Ended

LOG_NAME = "log.xlsx"


@dataclass(frozen=True, kw_only=True)
class Bench:
    """A workbook, its state folder, and copies of both to begin each trial from.

    Attributes:
        folder: everything is in it.
        words: the command under trial, without the workbook's name.
        old: the workbook's bytes before the command.
        new: its bytes after the command.
    """

    folder: Path
    words: tuple[str, ...]
    old: bytes
    new: bytes

    @property
    def log(self) -> Path:
        """The workbook."""
        return self.folder / "home" / LOG_NAME

    @property
    def state(self) -> Path:
        """The state folder, as XDG_STATE_HOME names it."""
        return self.folder / "state"

    def reset(self) -> None:
        """Begin anew."""
        for name in ("home", "state"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
            shutil.copytree(self.folder / f"{name}.begin", self.folder / name)

    def command(self) -> tuple[int, str]:
        """Run the command under trial, here."""
        return child.command(self.words[0], self.log, *self.words[1:])

    def now(self) -> bytes | None:
        """The workbook as it is; None when it is gone."""
        return self.log.read_bytes() if self.log.exists() else None

    def names(self) -> list[str]:
        """What lies beside the workbook and is not the workbook."""
        return sorted(path.name for path in self.log.parent.iterdir() if path.name != LOG_NAME)

    def backups_folder(self) -> Path:
        """Where this workbook's backups are."""
        return workbook_folder(self.log.resolve(), self.state / "netsheet")

    def fault_in_backups(self, *, exact: bool) -> str | None:
        """Say what is wrong with the backups: each must be whole; ``exact``: and nothing else lie there."""
        folder = self.backups_folder()
        kept = backups_in(folder)
        for backup in kept:
            if hash_of(backup.path.read_bytes()) != backup.before_sha256:
                return f"the backup {backup.path.name} is not whole"
        if self.now() == self.new and not any(b.before_sha256 == hash_of(self.old) for b in kept):
            begun = backups_in(self._begun_folder())
            if self.words[0] == "refresh" or not begun:
                return "the file as it was is not among the backups"
        if exact and folder.exists():
            expected = {
                "lock",
                "last-result.json",
                *(b.path.name for b in kept),
                *(f"{b.path.stem}.json" for b in kept),
            }
            strays = sorted({path.name for path in folder.iterdir()} - expected)
            if strays:
                return f"strays among the backups: {strays}"
        return None

    def _begun_folder(self) -> Path:
        folder = self.backups_folder()
        return self.folder / "state.begin" / folder.relative_to(self.state)

    def fault_now(self) -> str | None:
        """Say what is wrong at this moment: the file must be the old one or the complete new one."""
        if self.now() not in (self.old, self.new):
            return "the file is neither the old one nor the new one"
        return self.fault_in_backups(exact=False)

    def fault_after_the_next_run(self) -> str | None:
        """Run the command again; it must finish the work and leave nothing lying about."""
        if self.now() == self.new and self.words[0] == "undo":
            return None
        has_to_write = self.now() != self.new
        ended = child.run(self.command, self.state)
        if ended.exit_code != 0:
            return f"the next run ended with {ended.exit_code}, {ended.signal}: {last_line(ended.output)}"
        if self.now() != self.new:
            return "the next run did not bring the new file"
        if self.names():
            return f"strays beside the file: {self.names()}"
        return self.fault_in_backups(exact=has_to_write and self.words[0] == "refresh")


def last_line(output: str) -> str:
    """The last line of what was printed."""
    return (output.strip().splitlines() or [""])[-1]


def fault_in_refusal(ended: Ended, *, codes: tuple[int, ...]) -> str | None:
    """Say what is wrong with a refusal: it has an exit code of its own, two lines, and no traceback."""
    if ended.exit_code not in codes:
        return f"ended with {ended.exit_code}, signal {ended.signal}: {last_line(ended.output)}"
    lines = ended.output.strip().splitlines()
    if len(lines) != 2 or not lines[0].startswith("netsheet: ") or not lines[1].startswith("  "):
        return f"said {ended.output[:200]!r}"
    return None


def new_bench(folder: Path, source: bytes, words: tuple[str, ...]) -> Bench:
    """Make a bench for a command on a workbook that netsheet has not seen yet."""
    home, state = folder / "home.begin", folder / "state.begin"
    home.mkdir(parents=True)
    state.mkdir()
    (home / LOG_NAME).write_bytes(source)
    return _tried(Bench(folder=folder, words=words, old=source, new=b""))


def bench_with_backups(folder: Path, source: bytes, words: tuple[str, ...], *, count: int) -> Bench:
    """Make a bench where backups are kept already: of invented former saves, the last of which made ``source``."""
    home, state = folder / "home.begin", folder / "state.begin"
    home.mkdir(parents=True)
    state.mkdir()
    (home / LOG_NAME).write_bytes(source)
    bench = Bench(folder=folder, words=words, old=source, new=b"")
    kept = state / bench.backups_folder().relative_to(bench.state)
    kept.mkdir(parents=True)
    versions = [f"version {number}".encode() for number in range(count)] + [source]
    for number in range(1, count + 1):
        before, after = versions[number - 1], versions[number]
        (kept / f"{number:04d}.xlsx").write_bytes(before)
        note = {
            "schema": 1,
            "file": f"{number:04d}.xlsx",
            "workbook": str(bench.log.resolve()),
            "saved_at": f"2026-03-01T09:{number:02d}:00+00:00",
            "before_sha256": hash_of(before),
            "after_sha256": hash_of(after),
        }
        (kept / f"{number:04d}.json").write_text(json.dumps(note))
    return _tried(bench)


def _tried(bench: Bench) -> Bench:
    """Run the command once, in peace, to know the new file."""
    bench.reset()
    ended = child.run(bench.command, bench.state)
    if ended.exit_code != 0:
        raise RuntimeError(ended.output)
    new = bench.now()
    if new is None or new == bench.old:
        raise RuntimeError("the command under trial changed nothing")
    return Bench(folder=bench.folder, words=bench.words, old=bench.old, new=new)
