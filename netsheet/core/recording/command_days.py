"""A day typed behind a command: "yesterday", "Mon", "12 Nov", "2 weeks".

The grammar is that of the cell "Netsheet done" (``done_parts``). Only what is plain on the command line differs: a
weekday is the last one for what happened, and the next one for what is put off, which may be a month too.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Final

from netsheet.core.month_names import MONTH_BY_WORD
from netsheet.core.recording.done_parts import Circumstances, NotTaken, Part, read_part
from netsheet.core.text import fold
from netsheet.core.values.sentence_days import named_month, said_until
from netsheet.core.values.word_lists import MONTH_LEADS

_A_YEAR: Final = 366


def read_past_day(text: str, circumstances: Circumstances) -> dt.date | NotTaken:
    """Read the day on which something was done: today or earlier."""
    return _read(f"done {text}", text, circumstances)


def read_day_ahead(text: str, circumstances: Circumstances) -> dt.date | NotTaken:
    """Read the day until which something is put off: tomorrow or later."""
    read = _read(f"until {text}", text, circumstances)
    if isinstance(read, NotTaken) and read.reason == "unknown":
        read = _read(text, text, circumstances)  # "later" has a day of its own
    if isinstance(read, NotTaken) and read.reason == "unknown":
        read = _month_ahead(text, circumstances.today) or read
    if isinstance(read, dt.date) and read <= circumstances.today:
        return NotTaken(reason="passed", seen=text)
    return read


def _month_ahead(text: str, today: dt.date) -> dt.date | NotTaken | None:
    """Read a month as its first day, the next one there is: "april", "in April", "till January 2027"."""
    words = (said_until(text) or fold(text)).split()
    month = words[1:] if words and words[0] in MONTH_LEADS else words
    if not month or month[0].strip(".") not in MONTH_BY_WORD:
        return None
    found = named_month(" ".join(["until", *month]), after=today)
    if found is None:
        return None
    return found[0] if (found[0] - today).days <= _A_YEAR else NotTaken(reason="far", seen=text)


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
