"""A day typed behind a command: "yesterday", "Mon", "12 Nov", "2 weeks".

The grammar is that of the cell "Netsheet done" (``done_parts``). Only what is plain on the command line differs: a
weekday is the last one for what happened, and the next one for what is put off.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from netsheet.core.recording.done_parts import Circumstances, NotTaken, Part, read_part


def read_past_day(text: str, circumstances: Circumstances) -> dt.date | NotTaken:
    """Read the day on which something was done: today or earlier."""
    return _read(f"done {text}", text, circumstances)


def read_day_ahead(text: str, circumstances: Circumstances) -> dt.date | NotTaken:
    """Read the day until which something is put off: tomorrow or later."""
    read = _read(f"until {text}", text, circumstances)
    if isinstance(read, NotTaken) and read.reason == "unknown":
        read = _read(text, text, circumstances)  # "later" has a day of its own
    if isinstance(read, dt.date) and read <= circumstances.today:
        return NotTaken(reason="passed", seen=text)
    return read


def _read(phrase: str, text: str, circumstances: Circumstances) -> dt.date | NotTaken:
    """Read a phrase of the cell that is a word and a day; ``text`` is what was typed of it."""
    part = read_part(phrase, circumstances)
    if (
        isinstance(part, Part)
        and part.day is not None
        and not part.note
        and part.meaning in {"done", "until"}
    ):
        fault = part.fault(circumstances)
        return replace(fault, seen=text) if fault else part.day.on
    if isinstance(part, NotTaken):
        return replace(part, seen=text)
    return NotTaken(reason="unknown", seen=text)
