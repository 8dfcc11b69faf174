"""The engine over every workbook of a folder: preserved, refused, failed, or over the bounds.

Run by ``make test-corpus CORPUS=folder``. Reads the folder; writes only into a temporary one. Each workbook has a
process of its own, with bounds on its time and memory: openpyxl, which checks the results, takes 24 GB for some merged
cells. A workbook over the bounds is counted as such, since nothing is known about it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tests.engine import oracles
from tests.engine.trials import check_in_libreoffice, run_file

SUFFIXES = {".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".ods", ".ots"}
VERDICTS = ("preserved", "refused", "failed", "over the bounds")
AT_ONCE = 2
OUT_OF_MEMORY = (
    "memory allocation of"  # what calamine says, being written in Rust, before it ends the process
)


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """What the process of one workbook may take."""

    seconds: int = 300
    megabytes: int = 4096


@dataclass(kw_only=True)
class Outcome:
    """What became of one workbook; ``excess`` says which bound it went over, and where."""

    path: str
    verdict: str
    refusal: str | None = None
    excess: str | None = None
    faults: list[str] = field(default_factory=list)
    readers: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        """Say the verdict, and the reason for any but the best."""
        name = Path(self.path).name
        reasons = [reason for reason in (self.refusal, self.excess, *self.faults) if reason]
        return [f"{self.verdict}: {name}: {reason}" for reason in reasons] or [f"{self.verdict}: {name}"]


def find_workbooks(folder: Path) -> list[Path]:
    """List every workbook of a folder, and below it."""
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())


def run_corpus(folder: Path, *, libreoffice: bool, bounds: Bounds) -> Iterator[Outcome]:
    """Try every workbook of a folder, and yield each one's outcome as soon as it is known."""
    with ThreadPoolExecutor(max_workers=AT_ONCE) as helpers:
        running = [
            helpers.submit(run_process, path, libreoffice=libreoffice, bounds=bounds)
            for path in find_workbooks(folder)
        ]
        yield from (each.result() for each in as_completed(running))


def run_process(path: Path, *, libreoffice: bool, bounds: Bounds) -> Outcome:
    """Try one workbook in a process of its own; its output is the steps it began, and at last the outcome."""
    command = [
        sys.executable,
        "-m",
        "tests.engine.corpus",
        "--one",
        str(path),
        str(bounds.megabytes),
        str(int(libreoffice)),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            output, errors = process.communicate(timeout=bounds.seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            output, errors = process.communicate()
            excess = f"more than {bounds.seconds} seconds in {_last_step(output)}"
            return Outcome(path=str(path), verdict="over the bounds", excess=excess)
    if process.returncode == 0:
        return Outcome(**json.loads(output.splitlines()[-1]))
    step = _last_step(output)
    if "MemoryError" in errors or OUT_OF_MEMORY in errors:
        excess = f"more than {bounds.megabytes:,} MB in {step}"
        return Outcome(path=str(path), verdict="over the bounds", excess=excess)
    fault = f"the process ended by {process.returncode} in {step}: {errors[-400:]}"
    return Outcome(path=str(path), verdict="failed", faults=[fault])


def _last_step(output: str) -> str:
    return output.splitlines()[-1] if output.strip() else "the start"


def run_one(path: Path, *, megabytes: int, libreoffice: bool) -> Outcome:
    """Try one workbook in this process, which may take no more memory than that from here on."""
    _bound_memory(megabytes)
    trial = run_file(path, _say)
    if libreoffice and trial.result is not None:
        _say("LibreOffice")
        check_in_libreoffice([trial])
    return Outcome(
        path=str(path),
        verdict=trial.verdict,
        refusal=trial.refusal,
        faults=trial.faults,
        readers=trial.readers,
    )


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _bound_memory(megabytes: int) -> None:
    """Bound the memory of this process and of LibreOffice below it; Windows has no such bound."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  Windows has no such module

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1024**2, most))


def report(outcomes: list[Outcome], seconds: float) -> str:
    """Sum up: which programs read the results, and how many workbooks had each verdict."""
    counts = Counter(outcome.verdict for outcome in outcomes)
    readers = Counter(reader for outcome in outcomes for reader in outcome.readers)
    figures = " / ".join(f"{counts[verdict]} {verdict}" for verdict in VERDICTS)
    return (
        "read by " + ", ".join(f"{reader} {count}" for reader, count in sorted(readers.items())) + "\n"
        f"{len(outcomes)} workbooks: {figures} ({seconds:.0f} s)"
    )


def main(arguments: list[str], bounds: Bounds = Bounds()) -> int:
    """Run over the folder given, and return how the process should end."""
    if arguments[0] == "--one":
        path, megabytes, libreoffice = arguments[1:]
        outcome = run_one(Path(path), megabytes=int(megabytes), libreoffice=libreoffice == "1")
        _say(json.dumps(asdict(outcome)))
        return 0
    started = time.monotonic()
    outcomes: list[Outcome] = []
    for outcome in run_corpus(Path(arguments[0]), libreoffice=oracles.soffice() is not None, bounds=bounds):
        outcomes.append(outcome)
        for line in outcome.lines():
            _say(line)
    _say(report(outcomes, time.monotonic() - started))
    if oracles.soffice() is None:
        _say("LibreOffice is not installed: its opinion is missing.")
    return int(any(outcome.verdict == "failed" for outcome in outcomes) or not outcomes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
