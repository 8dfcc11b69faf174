"""``python -m netsheet`` and the ``netsheet`` script."""

from __future__ import annotations

import gc
import os
from importlib import import_module

from netsheet.cli import netsheet


def main() -> None:
    """Run the command line.

    The cycle collector is off: a run is short, and walking millions of cells again and again costs a
    third of its time.
    """
    gc.disable()
    if "_NETSHEET_COMPLETE" in os.environ:
        import_module("netsheet.cli.completion")  # the Tab key asks: this tells Click about the shells
    netsheet(prog_name="netsheet")


if __name__ == "__main__":
    main()
