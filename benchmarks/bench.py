"""The speed budgets, measured: python benchmarks/bench.py [--full] [--write].

netsheet, the peer script and the floor run in turn in one go, each in a process of its own, so that only their ratios
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
    Path(sys.argv[1]), today=datetime.date(2026, 3, 16), tell=lambda stage: marks.append((stage, time.perf_counter()))
)
ends = [at for _, at in marks[1:]] + [time.perf_counter()]
print(json.dumps({stage: end - at for (stage, at), end in zip(marks, ends)}))
"""


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
    """Run the commands in turn, each on a fresh copy of the log."""
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(runs):
            for name, command in commands.items():
                copy = Path(folder) / f"{name.replace(' ', '-')}.xlsx"
                if name != "netsheet again":
                    shutil.copy(log, copy)
                else:
                    copy = Path(folder) / "netsheet.xlsx"
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


def commands(*, with_peer: bool = True) -> dict[str, list[str]]:
    """Return what is measured; LOG stands for the log's path."""
    python = sys.executable
    netsheet = [python, "-m", "netsheet", "refresh", "LOG", "--today", TODAY]
    peer = {"peer": [python, str(HERE / "peer.py"), "LOG"], "floor": [python, "-c", FLOOR, "LOG"]}
    return {"netsheet": netsheet, "netsheet again": netsheet, **(peer if with_peer else {})}


def help_ratio(runs: int) -> float:
    """Return how many times the import of Click the help takes."""
    python = sys.executable
    help_seconds = statistics.median(run_once([python, "-m", "netsheet", "--help"])[0] for _ in range(runs))
    return help_seconds / statistics.median(run_once([python, "-c", "import click"])[0] for _ in range(runs))


def tell_budgets(sizes: dict[int, dict[str, Measured]]) -> list[str]:
    """Put the ratios beside their budgets, as rows of a table."""
    small, middle, large = (sizes[rows]["netsheet"] for rows in (1_000, 10_000, 100_000))
    peer, floor = sizes[100_000]["peer"], sizes[100_000]["floor"]
    lines = [
        f"| refresh of 1,000 rows / peer | {small.seconds / sizes[1_000]['peer'].seconds:.2f} | 1.0 |",
        f"| refresh of 100,000 rows / peer | {large.seconds / peer.seconds:.3f} | 0.12 |",
        f"| refresh of 100,000 rows / floor | {large.seconds / floor.seconds:.1f} | 3 |",
        f"| 10,000 to 100,000 rows | {large.seconds / middle.seconds:.1f} | 11 |",
        f"| peak memory of 100,000 rows / peer | {large.mebibytes / peer.mebibytes:.2f} | 0.5 |",
    ]
    if FULL_SHEET in sizes:
        gibibytes = max(result.mebibytes for result in sizes[FULL_SHEET].values()) / 1024
        lines.append(f"| peak memory of a full sheet | {gibibytes:.1f} GiB | 6 GiB |")
    return lines


def tell_sizes(sizes: dict[int, dict[str, Measured]]) -> list[str]:
    """Tell seconds and memory of each command at each size, as a table."""
    return [
        "| rows x 15 columns | what | seconds | peak MiB |",
        "|---:|---|---:|---:|",
        *(
            f"| {rows:,} | {name} | {result.seconds:.2f} | {result.mebibytes:.0f} |"
            for rows, results in sizes.items()
            for name, result in results.items()
        ),
    ]


def tell_stages(stages: dict[int, dict[str, float]]) -> list[str]:
    """Tell the seconds of each stage at each size, as a table."""
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
        for rows, runs in ((1_000, 5), (10_000, 3), (100_000, 3)):
            log = Path(folder) / f"{rows}.xlsx"
            make_log(rows, str(log))
            sizes[rows] = measure(commands(), log, runs)
            stages[rows] = measure_stages(log, runs)
        if "--full" in arguments:
            log = Path(folder) / "full.xlsx"
            make_log(FULL_SHEET, str(log))
            sizes[FULL_SHEET] = measure(commands(with_peer=False), log, 1)
    lines = [f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}.", ""]
    lines += ["| what | measured | budget |", "|---|---|---|"]
    lines += [f"| `netsheet --help` / `import click` | {help_ratio(9):.1f} | 2.5 |", *tell_budgets(sizes)]
    table = "\n".join([*lines, "", *tell_sizes(sizes), "", *tell_stages(stages)])
    print(table)
    if "--write" in arguments:
        head = PAGE.read_text(encoding="utf-8").partition("<!-- measured -->")[0]
        PAGE.write_text(f"{head}<!-- measured -->\n\n{table}\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
