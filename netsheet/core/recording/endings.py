"""What a line of the history ends: "promise: send the article, 2026-03-06", "follow-up 2026-11-10", "decide".

An ending names one promise, day or question exactly: one with another text or another day is a new one.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from netsheet.core.model import ActionKind
from netsheet.core.text import fold
from netsheet.core.values.cells import tidy
from netsheet.core.values.dates import ReadDate, read_date

StepKind = Literal[ActionKind, "prepare"]
"""What a row's next step can be."""

EndedKind = StepKind | Literal["application"]
"""What a line can end: a step, or an application that is closed by itself."""

ENDING_WORDS: Final[dict[StepKind, str]] = {
    "promise": "promise",
    "meeting": "meeting",
    "thank": "thank-you",
    "thank_referrer": "thank-you for the referral",
    "find_address": "new address",
    "congratulate": "congratulations",
    "reply": "reply",
    "follow_up": "follow-up",
    "prepare": "preparation",
    "contact": "first message",
    "nudge": "reminder",
    "wish": "wish",
    "check_in": "check-in",
    "decide": "decide",
    "reconnect": "reconnect",
}
"""How each step is written in the column Ends."""
_APPLICATION: Final = "application"

_BETWEEN: Final = ";"
_WITHOUT_DAY: Final = "no day"
_DAY_AT_THE_END = re.compile(rf"^(?P<text>.*), (?P<day>\d{{4}}-\d\d-\d\d|{_WITHOUT_DAY})$")
_LONGEST_WORD_FIRST: Final[Sequence[tuple[EndedKind, str]]] = sorted(
    [*ENDING_WORDS.items(), ("application", _APPLICATION)], key=lambda item: -len(item[1])
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """One thing that a line ends. Build it with ``ending_of``: its text is on one line, without semicolons."""

    kind: EndedKind
    text: str = ""
    on: dt.date | None = None


def ending_of(kind: EndedKind, text: str = "", on: dt.date | None = None) -> Ending:
    """Name what is ended: its kind, its text where it has one (a promise, an application), and its day."""
    return Ending(kind=kind, text=tidy(text.replace(_BETWEEN, ",")) if text else "", on=on)


def write_endings(endings: tuple[Ending, ...]) -> str:
    """Write endings as the text of one cell, "" for none."""
    return f"{_BETWEEN} ".join(map(_write, endings))


def _write(ending: Ending) -> str:
    if ending.kind == "application":
        return f"{_APPLICATION}: {ending.text}"
    word = ENDING_WORDS[ending.kind]
    if ending.text:
        # The day is written even where there is none: the text itself may end with a day.
        return f"{word}: {ending.text}, {ending.on or _WITHOUT_DAY}"
    return f"{word} {ending.on}" if ending.on else word


def read_endings(text: str) -> tuple[Ending, ...] | None:
    """Read the text of a cell as ``write_endings`` writes it; None when a part of it cannot be read."""
    endings = [_read(part.strip()) for part in tidy(text).split(_BETWEEN) if part.strip()]
    known = tuple(ending for ending in endings if ending is not None)
    return known if len(known) == len(endings) else None


def _read(part: str) -> Ending | None:
    folded = fold(part)
    for kind, word in _LONGEST_WORD_FIRST:
        rest = part[len(word) :] if folded.startswith(word) else None
        if rest is None or rest[:1] not in {"", " ", ":"}:
            continue
        if rest.startswith(":"):
            return _read_text(kind, rest[1:].strip())
        return _read_day(kind, rest.strip())
    return None


def _read_text(kind: EndedKind, rest: str) -> Ending:
    match = None if kind == "application" else _DAY_AT_THE_END.match(rest)
    if match is None:
        return Ending(kind=kind, text=rest)
    try:
        day = None if match["day"] == _WITHOUT_DAY else dt.date.fromisoformat(match["day"])
    except ValueError:  # such as 2026-02-30: a part of the text
        return Ending(kind=kind, text=rest)
    return Ending(kind=kind, text=match["text"].strip(), on=day)


def _read_day(kind: EndedKind, rest: str) -> Ending | None:
    if not rest:
        return Ending(kind=kind)
    read = read_date(rest)
    return Ending(kind=kind, on=read.on) if isinstance(read, ReadDate) and not read.note else None
