"""The speed budgets, measured: python benchmarks/bench.py [--full] [--write].

netsheet and what it is compared with run in turn in one go, each in a process of its own, so that only their ratios
matter; medians of several runs. ``--full`` adds a full sheet of 1,048,575 records (netsheet alone); ``--write``
renews docs/benchmarks.md.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from make_log import make_log

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "benchmarks.md"
TODAY = "2026-03-16"
FULL_SHEET = 1_048_575
PYTHON = sys.executable
NETSHEET = [PYTHON, "-m", "netsheet"]
LIBRARIES = "click, jinja2, pandas, python_calamine, rich"
FLOOR = """
import io, sys, zipfile
from python_calamine import CalamineWorkbook
path = sys.argv[1]
out = io.BytesIO()
with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
    for item in old.infolist():
        new.writestr(item, old.read(item))
CalamineWorkbook.from_path(path).get_sheet_by_name("Log").to_python()
"""
STAGES = """
import datetime, gc, json, sys, time
begun = time.perf_counter()
gc.disable()  # as the command line does
from pathlib import Path
from netsheet.pipeline.refresh import refresh_log
marks = [("starting", begun)]
refresh_log(
    Path(sys.argv[1]), today=datetime.date(2026, 3, 16), report_stage=lambda stage: marks.append((stage, time.perf_counter()))
)
ends = [at for _, at in marks[1:]] + [time.perf_counter()]
print(json.dumps({stage: end - at for (stage, at), end in zip(marks, ends)}))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What is measured, and the most that it may be."""

    what: str
    measured: float
    most: float
    unit: str = ""

    def row(self) -> str:
        """Show it as a row of the table."""
        verdict = "met" if self.measured <= self.most else "missed"
        return f"| {self.what} | {self.measured:.2f}{self.unit} | {self.most:g}{self.unit} | {verdict} |"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Medians of several runs: wall-clock seconds and peak memory in MiB."""

    seconds: float
    mebibytes: float


def run_once(command: Sequence[str]) -> tuple[float, float]:
    """Run a command to its end; return wall-clock seconds and peak memory in MiB."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"failed: {' '.join(command)}")
    per_mebibyte = 1024 if sys.platform != "darwin" else 1024**2
    return seconds, usage.ru_maxrss / per_mebibyte


def measure(commands: dict[str, list[str]], log: Path, runs: int) -> dict[str, Measured]:
    """Run the commands in turn, each on a fresh copy of the log; "netsheet again" on the one just refreshed."""
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(runs):
            for name, command in commands.items():
                copy = Path(folder) / f"{name.removesuffix(' again').replace(' ', '-')}.xlsx"
                if not name.endswith(" again"):
                    shutil.copy(log, copy)
                found[name].append(run_once([word.replace("LOG", str(copy)) for word in command]))
    return {
        name: Measured(
            seconds=statistics.median(seconds for seconds, _ in results),
            mebibytes=statistics.median(mebibytes for _, mebibytes in results),
        )
        for name, results in found.items()
    }


def measure_stages(log: Path, runs: int) -> dict[str, float]:
    """Return the seconds that each stage of a first refresh takes, medians."""
    found: list[dict[str, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(runs):
            copy = shutil.copy(log, Path(folder) / "netsheet.xlsx")
            said = subprocess.run(
                [sys.executable, "-c", STAGES, str(copy)], check=True, capture_output=True, text=True
            )
            found.append(json.loads(said.stdout))
    return {stage: statistics.median(run[stage] for run in found) for stage in found[0]}


def refreshes(*, with_peer: bool = True) -> dict[str, list[str]]:
    """Return what is measured at each size; LOG stands for the log's path."""
    refresh = [*NETSHEET, "refresh", "LOG", "--today", TODAY]
    peer = {"peer": [PYTHON, str(HERE / "peer.py"), "LOG"], "floor": [PYTHON, "-c", FLOOR, "LOG"]}
    return {"netsheet": refresh, "netsheet again": refresh, **(peer if with_peer else {})}


def small_budgets(log: Path, runs: int) -> list[Budget]:
    """Measure what a person waits for with a log of 200 rows, beside the start of what it cannot do without."""
    refresh = [*NETSHEET, "refresh", "LOG", "--today", TODAY]
    commands = {
        "help": [*NETSHEET, "--help"],
        "click": [PYTHON, "-c", "import click"],
        "refresh": refresh,
        "refresh again": refresh,
        "due": [*NETSHEET, "due", "LOG", "--today", TODAY],
        "libraries": [PYTHON, "-c", f"import {LIBRARIES}"],
        "version": [*NETSHEET, "--version"],
    }
    taken = {name: result.seconds for name, result in measure(commands, log, runs).items()}
    libraries = f"`import {LIBRARIES}`"
    return [
        Budget(what="`netsheet --help` / `import click`", measured=taken["help"] / taken["click"], most=2.5),
        Budget(what=f"due, 200 rows / {libraries}", measured=taken["due"] / taken["libraries"], most=2),
        Budget(
            what=f"refresh, 200 rows / {libraries}", measured=taken["refresh"] / taken["libraries"], most=2
        ),
        Budget(
            what="refresh of an unchanged file, 200 rows / `netsheet --version`",
            measured=taken["refresh again"] / taken["version"],
            most=2,
        ),
    ]


def large_budgets(sizes: dict[int, dict[str, Measured]]) -> list[Budget]:
    """Compare the refreshes with the peer and the floor."""
    small, middle, large = (sizes[rows]["netsheet"] for rows in (1_000, 10_000, 100_000))
    peer, floor = sizes[100_000]["peer"], sizes[100_000]["floor"]
    budgets = [
        Budget(
            what="refresh, 1,000 rows / peer", measured=small.seconds / sizes[1_000]["peer"].seconds, most=0.8
        ),
        Budget(what="refresh, 100,000 rows / peer", measured=large.seconds / peer.seconds, most=0.25),
        Budget(what="refresh, 100,000 rows / floor", measured=large.seconds / floor.seconds, most=4.5),
        Budget(what="growth, 10,000 to 100,000 rows", measured=large.seconds / middle.seconds, most=11),
        Budget(what="peak memory, 100,000 rows / peer", measured=large.mebibytes / peer.mebibytes, most=0.65),
    ]
    if FULL_SHEET in sizes:
        most = max(result.mebibytes for result in sizes[FULL_SHEET].values()) / 1024
        budgets.append(
            Budget(what=f"peak memory, {FULL_SHEET:,} records", measured=most, most=6, unit=" GiB")
        )
    return budgets


def sizes_table(sizes: dict[int, dict[str, Measured]]) -> list[str]:
    """Show seconds and memory of each command at each size, as a table."""
    return [
        "| rows x 15 columns | what | seconds | peak MiB |",
        "|---:|---|---:|---:|",
        *(
            f"| {rows:,} | {name} | {result.seconds:.2f} | {result.mebibytes:.0f} |"
            for rows, results in sizes.items()
            for name, result in results.items()
        ),
    ]


def stages_table(stages: dict[int, dict[str, float]]) -> list[str]:
    """Show the seconds of each stage at each size, as a table."""
    return [
        "| stage of a first refresh, seconds | " + " | ".join(f"{rows:,} rows" for rows in stages) + " |",
        "|---|" + "---:|" * len(stages),
        *(
            f"| {stage} | " + " | ".join(f"{taken[stage]:.2f}" for taken in stages.values()) + " |"
            for stage in next(iter(stages.values()))
        ),
    ]


def main(arguments: Sequence[str]) -> None:
    """Measure, print the table, and write it down when asked."""
    sizes: dict[int, dict[str, Measured]] = {}
    stages: dict[int, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = folder  # the copies kept of each save go with the logs
        os.environ.pop(
            "PYTHONDONTWRITEBYTECODE", None
        )  # an installed netsheet is compiled, as its libraries are
        log = Path(folder) / "200.xlsx"
        make_log(200, str(log))
        budgets = small_budgets(log, 15)
        for rows, runs in ((1_000, 7), (10_000, 3), (100_000, 3)):
            log = Path(folder) / f"{rows}.xlsx"
            make_log(rows, str(log))
            sizes[rows] = measure(refreshes(), log, runs)
            stages[rows] = measure_stages(log, runs)
        if "--full" in arguments:
            log = Path(folder) / "full.xlsx"
            make_log(FULL_SHEET, str(log))
            sizes[FULL_SHEET] = measure(refreshes(with_peer=False), log, 1)
    lines = [f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}.", ""]
    lines += ["| what | measured | budget | |", "|---|---:|---:|---|"]
    lines += [budget.row() for budget in (*budgets, *large_budgets(sizes))]
    table = "\n".join([*lines, "", *sizes_table(sizes), "", *stages_table(stages)])
    print(table)
    if "--write" in arguments:
        head = PAGE.read_text(encoding="utf-8").partition("<!-- measured -->")[0]
        PAGE.write_text(f"{head}<!-- measured -->\n\n{table}\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
