"""The entry point of ``python -m netsheet`` and of the ``netsheet`` script."""

from __future__ import annotations

import atexit
import errno
import gc
import io
import os
import sys
from importlib import import_module

from netsheet.cli import netsheet


def main() -> None:
    """Run the command line.

    Python's garbage collector for reference cycles is off, also at exit. A run is short, and scanning millions of
    cells again and again would cost a third of its time.
    """
    gc.disable()
    atexit.register(gc.freeze)
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(
                errors="replace"
            )  # a Windows pipe may lack a character of a name: print "?" instead of crashing
    if "_NETSHEET_COMPLETE" in os.environ:
        import_module(
            "netsheet.cli.completion"
        )  # the Tab key was pressed: this registers our shell scripts with Click
    try:
        try:
            netsheet(prog_name="netsheet")
        finally:
            sys.stdout.flush()
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        sys.stderr.write(f"netsheet: The output could not be written: {os.strerror(errno.ENOSPC)}.\n")
        sys.stderr.write("  Free some space on the disk, then run the command again.\n")
        os._exit(5)  # what is left in the buffer of stdout can go nowhere


def _open_closed_streams() -> None:
    """Let what is printed go nowhere where nobody listens: a scheduler may start netsheet with its output closed."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  open for as long as netsheet runs
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


if __name__ == "__main__":
    main()
