"""Makes dist/netsheet-SYSTEM-pyVERSION.pyz from the wheel in dist: one file that runs with only Python.

pandas is compiled, so there is one file for each system and each minor version of Python. On another one it says so
before anything is imported.  python -m release.make_pyz
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

DIST = Path("dist")
CONSTRAINTS = Path("constraints.txt")
EXTRAS = "calendar"  # small, and nothing can be added to the file later
PREAMBLE = """
import sys, sysconfig
system, version = {system!r}, {version!r}
here = sysconfig.get_platform(), "%d.%d" % sys.version_info[:2]
python = "py -" if sys.platform == "win32" else "python"
if here != (system, version):
    print("netsheet: This file is for Python %s on %s, but this is Python %s on %s." % (version, system, *here[::-1]), file=sys.stderr)
    print("  Take the file netsheet-%s-py%s.pyz (3.11 or newer), or type: %s%s FILE" % (*here, python, version), file=sys.stderr)
    sys.exit(2)
"""


def main() -> None:
    """Make the file, and print its name."""
    wheels = sorted(DIST.glob("netsheet-*.whl"))
    if len(wheels) != 1:
        sys.exit(f"There are {len(wheels)} wheels in {DIST}, not one. Type: make dist")
    system = sysconfig.get_platform()
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    made = DIST / f"netsheet-{system}-py{version}.pyz"
    with tempfile.TemporaryDirectory() as folder:
        preamble = Path(folder) / "preamble.py"
        preamble.write_text(PREAMBLE.format(system=system, version=version), encoding="utf-8")
        subprocess.run(  # noqa: S603  our own words
            [
                *(sys.executable, "-m", "shiv", "--compressed", "--reproducible"),
                *("--console-script", "netsheet", "--preamble", str(preamble)),
                *("--python", "/usr/bin/env python3", "--output-file", str(made)),
                *("--constraint", str(CONSTRAINTS), f"{wheels[0]}[{EXTRAS}]"),
            ],
            check=True,
        )
    print(made)


if __name__ == "__main__":
    main()
