"""One target under Hypothesis, led by coverage: ``python -m fuzz.by_hypothesis TARGET CORPUS SECONDS FINDING``.

Seeds are mutated; how many lines of the engine an input reaches is what Hypothesis is told to raise.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from types import FrameType
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings, target
from hypothesis import strategies as st

from fuzz.targets import TARGETS

SCRAPS = [b"<", b">", b"/>", b'"', b"&", b"<!--", b"-->", b"<?", b"PK\1\2", b"PK\5\6", b"\0", b"\xff" * 4, b"<row", b"</c>", b' r="A1"', b"9" * 20, b""]  # fmt: skip
CHANGE = st.tuples(
    st.floats(0, 1), st.integers(0, 20), st.one_of(st.sampled_from(SCRAPS), st.binary(max_size=8))
)
BATCH = 200


def reached(run: Any, data: bytes) -> int:  # noqa: ANN401 - a target
    """Run a target; how many different lines of netsheet it reached."""
    lines: set[tuple[str, int]] = set()

    def trace(frame: FrameType, event: str, _: object) -> Any:  # noqa: ANN401 - sys.settrace's own protocol
        if "netsheet" not in frame.f_code.co_filename:
            return None
        if event == "line":
            lines.add((frame.f_code.co_filename, frame.f_lineno))
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        run(data)
    finally:
        sys.settrace(before)
    return len(lines)


def main(name: str, corpus: Path, seconds: int, finding: Path) -> int:
    """Fuzz until the time is up; 1 at the first input that makes the target fall."""
    seeds = [path.read_bytes() for path in sorted(corpus.iterdir())]
    deadline = time.monotonic() + seconds
    tried = 0

    @settings(max_examples=BATCH, deadline=None, database=None, phases=[Phase.generate, Phase.target],
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(st.sampled_from(seeds), st.lists(CHANGE, min_size=1, max_size=8))
    def batch(seed: bytes, changes: list[tuple[float, int, bytes]]) -> None:
        nonlocal tried
        tried += 1
        for share, length, scrap in changes:
            at = int(share * len(seed))
            seed = seed[:at] + scrap + seed[at + length :]
        finding.write_bytes(seed)
        target(float(reached(TARGETS[name], seed)))

    while time.monotonic() < deadline:
        batch()
    finding.unlink(missing_ok=True)
    sys.stdout.write(f"{tried:,} inputs\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4])))
