"""``python -m fuzz [--seconds N] [TARGET]...``: by atheris where it is installed, else by Hypothesis with targets."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from fuzz.targets import TARGETS, seeds

FINDINGS = Path(__file__).parent / "findings"


def main() -> int:
    """Fuzz each target in a process of its own; 1 when one of them fell."""
    options = argparse.ArgumentParser(prog="python -m fuzz")
    options.add_argument("targets", nargs="*", choices=[*TARGETS, []])
    options.add_argument("--seconds", type=int, default=60)
    options.add_argument("--with", dest="engine", choices=["atheris", "hypothesis"])
    wanted = options.parse_args()
    engine = wanted.engine or ("atheris" if find_spec("atheris") else "hypothesis")
    fallen = []
    for name in wanted.targets or TARGETS:
        sys.stdout.write(f"{name}: {wanted.seconds} s with {engine}\n")
        sys.stdout.flush()
        if not is_standing(name, engine, wanted.seconds):
            fallen.append(name)
    sys.stdout.write(
        f"fell: {', '.join(fallen)}; the inputs are in {FINDINGS}\n" if fallen else "nothing fell\n"
    )
    return 1 if fallen else 0


def is_standing(name: str, engine: str, seconds: int) -> bool:
    """Fuzz one target; whether it stood."""
    FINDINGS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(seeds()[name]):
            Path(corpus, f"seed{number}").write_bytes(seed)
        words = [sys.executable, "-m", f"fuzz.by_{engine}", name, corpus, str(seconds), str(FINDINGS / name)]
        ended = subprocess.run(words, check=False, capture_output=True, text=True, timeout=seconds * 3 + 120)
    lines = (ended.stdout + ended.stderr).strip().splitlines()
    sys.stdout.write(
        "\n".join(f"    {line}" for line in lines[-(3 if ended.returncode == 0 else 40) :]) + "\n"
    )
    return ended.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
