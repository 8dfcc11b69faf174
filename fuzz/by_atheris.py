"""One target under atheris (libFuzzer): ``python -m fuzz.by_atheris TARGET CORPUS SECONDS FINDING``."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["netsheet"]):
    from fuzz.targets import LARGEST, TARGETS

if __name__ == "__main__":
    name, corpus, seconds, finding = sys.argv[1:]
    limits = [f"-max_total_time={seconds}", "-timeout=10", "-rss_limit_mb=1024", f"-max_len={LARGEST}"]
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={finding}-", corpus], TARGETS[name])
    atheris.Fuzz()
