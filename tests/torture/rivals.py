"""Concurrency: two netsheets at once, LibreOffice, and programs that save while netsheet works: no update is lost."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from netsheet.files.backups import backups_in
from netsheet.files.read import hash_of
from netsheet.files.state import workbook_folder
from netsheet.resources import sample_workbooks
from tests.engine.documents import as_document
from tests.engine.odd import STYLES, OddSheet, workbook
from tests.engine.oracles import calamine_cells, soffice
from tests.torture import child
from tests.torture.bench import fault_in_refusal, last_line
from tests.torture.hostile_parts import ROWS, SHARED, TEXTS
from tests.torture.tally import Tally

SEED = 20260316
BUSY, UNREADABLE = 4, 3
DAYS = ("2026-03-16", "2026-04-16", "2026-05-16", "2026-06-16")
OFFICE_SECONDS = 60


def new_home(folder: Path, source: bytes) -> Path:
    """Make a folder with a workbook in it; the workbook."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "home").mkdir(parents=True)
    log = folder / "home" / "log.xlsx"
    log.write_bytes(source)
    return log


def refreshes_at_once(folder: Path, source: bytes, *, rounds: int, count: int, kind: str = "") -> Tally:
    """Let several netsheets refresh one file at once, each as of another day: none overwrites another's work."""
    tally = Tally(name=f"{count} refreshes at once on one{kind} file")
    for number in range(rounds):
        log = new_home(folder, source)
        works: list[tuple[Callable[[], tuple[int, str]], Path]] = [
            (partial(child.refresh, log, today=today), folder / "state") for today in DAYS[:count]
        ]
        ended = child.run_all(works)
        wrong = chain_fault(log, source, folder / "state", sum(each.exit_code == 0 for each in ended))
        for each in ended:
            fault = wrong or (None if each.exit_code == 0 else fault_in_refusal(each, codes=(BUSY,)))
            tally.count(fault, refused=each.exit_code != 0, what=f"round {number + 1}")
    return tally


def chain_fault(log: Path, source: bytes, state: Path, done: int) -> str | None:
    """Follow the backups: each save must begin from what the one before it left, from the source to the file."""
    kept = backups_in(workbook_folder(log.resolve(), state / "netsheet"))
    at = hash_of(source)
    for backup in kept:
        if backup.before_sha256 != at:
            return "a save began from something else than the file as it was"
        at = backup.after_sha256
    if hash_of(log.read_bytes()) != at:
        return "the file is not what the last save left"
    if done == 0 or len(kept) != done:
        return f"{done} said that they saved, {len(kept)} did"
    return "something was left beside the file" if len(list(log.parent.iterdir())) != 1 else None


def version(number: int) -> bytes:
    """Return the workbook as another program saves it for the n-th time: one row tells which time it was."""
    rows = ROWS + f'<row r="5"><c r="A5" t="inlineStr"><is><t>Version {number}</t></is></c></row>'
    return workbook(OddSheet(data=f"<sheetData>{rows}</sheetData>"), styles=STYLES, shared_strings=SHARED)


def save_in_place(log: Path, data: bytes, random_: random.Random) -> None:
    """Save as some programs do: empty the file, then write it piece by piece."""
    with log.open("r+b") as stream:
        stream.truncate(0)
        for at in range(0, len(data), 700):
            stream.write(data[at : at + 700])
            stream.flush()
            time.sleep(random_.uniform(0, 0.01))


def save_by_rename(log: Path, data: bytes, random_: random.Random) -> None:
    """Save as careful programs do: a new file, then a new name."""
    aside = log.with_name("aside.tmp")
    aside.write_bytes(data)
    time.sleep(random_.uniform(0, 0.05))
    aside.rename(log)


def save_by_two_names(log: Path, data: bytes, random_: random.Random) -> None:
    """Save as Excel does: the old file gets another name, the new one its name, the old one goes."""
    aside, old = log.with_name("aside.tmp"), log.with_name("old.tmp")
    aside.write_bytes(data)
    log.rename(old)
    time.sleep(random_.uniform(0, 0.02))
    aside.rename(log)
    old.unlink()


def saves_meanwhile(folder: Path, *, rounds: int) -> Iterator[Tally]:
    """Refresh while another program saves, at a random moment: its version must be in the file afterwards."""
    random_ = random.Random(SEED)  # noqa: S311 - moments, not secrets
    assert "Ana Lopez" in TEXTS
    for save in (save_in_place, save_by_rename, save_by_two_names):
        tally = Tally(
            name=f"a refresh while another program saves ({save.__name__.removeprefix('save_').replace('_', ' ')})"
        )
        log = new_home(folder, version(0))
        for number in range(1, rounds + 1):
            log.write_bytes(version(0))
            pid, reader = child.spawn(partial(child.refresh, log), folder / "state")
            time.sleep(random_.uniform(0, 0.16))
            save(log, version(number), random_)
            ended = child.collect(pid, reader)
            wrong = None if ended.exit_code == 0 else fault_in_refusal(ended, codes=(BUSY, UNREADABLE))
            try:
                seen = calamine_cells(log.read_bytes())["Log"].get((5, 1))
            except Exception as error:  # noqa: BLE001 - whatever the reader says, the file is broken
                seen, wrong = None, f"the file is broken: {error}"
            if seen != f"Version {number}":
                wrong = wrong or f"the other program's version is lost; the file holds {seen}"
            if [path.name for path in log.parent.iterdir()] != ["log.xlsx"]:
                wrong = wrong or "something was left beside the file"
            tally.count(wrong, refused=ended.exit_code != 0, what=f"round {number}")
        yield tally


@contextlib.contextmanager
def open_in_libreoffice(log: Path, profile: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Have the workbook really open in LibreOffice, without a screen, until it has left its mark beside it.

    Raises:
        RuntimeError: when it does not open the file in a minute.
    """
    command = soffice()
    assert command is not None
    process = subprocess.Popen(
        [
            command,
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--norestore",
            "--nologo",
            str(log),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    mark = log.with_name(f".~lock.{log.name}#")
    try:
        deadline = time.monotonic() + OFFICE_SECONDS
        while not (mark.exists() and mark.read_bytes()):
            if time.monotonic() > deadline or process.poll() not in (None, 0):
                raise RuntimeError("LibreOffice did not open the workbook")
            time.sleep(0.1)
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def office_has_it(folder: Path) -> Tally:
    """Refresh, preview and undo while LibreOffice has the workbook open, and after it died without a word."""
    tally = Tally(name="while LibreOffice really has it open")
    if soffice() is None:
        if os.environ.get("NETSHEET_REQUIRE_LIBREOFFICE") != "1":
            tally.may_be_untried = "LibreOffice (soffice) is not installed"
        return tally
    source = (sample_workbooks() / "plain-log.xlsx").read_bytes()
    log = new_home(folder, source)
    state = folder / "state"
    child.run(lambda: child.refresh(log, today="2026-03-01"), state)
    before = log.read_bytes()
    commands: dict[str, Callable[[], tuple[int, str]]] = {
        "refresh": lambda: child.refresh(log),
        "undo": lambda: child.command("undo", log),
        "a link's refresh": lambda: child.refresh(log.with_name("link.xlsx")),
    }
    log.with_name("link.xlsx").symlink_to(log)
    with open_in_libreoffice(log, folder / "profile"):
        for what, work in commands.items():
            ended = child.run(work, state)
            wrong = fault_in_refusal(ended, codes=(BUSY,))
            if "LibreOffice" not in ended.output or log.read_bytes() != before:
                wrong = wrong or f"said {ended.output!r}"
            tally.count(wrong, refused=True, what=what)
    ended = child.run(commands["refresh"], state)
    tally.count(fault_in_refusal(ended, codes=(BUSY,)), refused=True, what="its mark is still there")
    ended = child.run(lambda: child.refresh(log, "--even-if-open"), state)
    wrong = None if ended.exit_code == 0 and log.read_bytes() != before else last_line(ended.output)
    tally.count(wrong, refused=False, what="--even-if-open after it died")
    return tally


def chapter(folder: Path, *, short: bool) -> Iterator[Tally]:
    """Run all of it; ``short`` for continuous integration."""
    path = sample_workbooks() / "plain-log.xlsx"
    yield refreshes_at_once(folder / "two", path.read_bytes(), rounds=4 if short else 15, count=2)
    yield refreshes_at_once(folder / "four", path.read_bytes(), rounds=1 if short else 8, count=4)
    rounds = 2 if short else 8
    yield refreshes_at_once(folder / "ods", as_document(path), rounds=rounds, count=2, kind=" .ods")
    yield from saves_meanwhile(folder / "saves", rounds=4 if short else 30)
    yield office_has_it(folder / "office")
