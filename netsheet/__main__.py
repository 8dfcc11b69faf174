"""``python -m netsheet`` and the ``netsheet`` script."""

from __future__ import annotations

import atexit
import gc
import io
import os
import sys
from importlib import import_module

from netsheet.cli import netsheet


def main() -> None:
    """Run the command line.

    The cycle collector is off, at the end too: a run is short, and walking millions of cells again and again costs
    a third of its time.
    """
    gc.disable()
    atexit.register(gc.freeze)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a name that a pipe of Windows cannot spell ends no run
    if "_NETSHEET_COMPLETE" in os.environ:
        import_module("netsheet.cli.completion")  # the Tab key asks: this tells Click about the shells
    netsheet(prog_name="netsheet")


if __name__ == "__main__":
    main()
