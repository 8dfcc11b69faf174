"""Makes the sample workbooks anew, byte for byte: ``python sample_workbooks/make_samples.py [FOLDER]``.

Everyone in them is invented, and every address ends in example.com. They read as if today were 16 March 2026.
"""

from __future__ import annotations

import sys
from pathlib import Path

from messy_log import make_messy_log
from plain_log import make_plain_log
from rich import make_rich
from two_sheets import make_two_sheets

MAKERS = {
    "plain-log.xlsx": make_plain_log,
    "two-sheets.xlsx": make_two_sheets,
    "rich.xlsx": make_rich,
    "messy-log.csv": make_messy_log,
}


def main(folder: Path) -> None:
    for name, make in MAKERS.items():
        path = folder / name
        path.write_bytes(make())
        print(f"{path}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
