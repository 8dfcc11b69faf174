"""Why a word under "Netsheet done" was not taken, as a finding on its cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from netsheet.core.findings import build_finding
from netsheet.core.model import Finding, Place
from netsheet.core.recording.done_parts import NotTaken, Reason
from netsheet.core.text import one_line

_CODES: Final[Mapping[Reason, str]] = {
    "unknown": "done-word-unknown",
    "unclear": "done-word-unclear",
    "ahead": "done-word-ahead",
    "order": "done-word-date-order",
    "far": "done-word-far-away",
    "passed": "done-word-passed",
    "no day": "done-word-without-day",
    "several people": "done-word-several-people",
    "which application": "done-word-which-application",
    "of the row": "done-word-of-row",
    "nothing came": "done-word-nothing-came",
}
_LONGEST_NAMES: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class WordLeft:
    """A word under "Netsheet done" that was not recorded and stays in its cell; ``names`` are the row's people."""

    place: Place
    text: str
    names: tuple[str, ...] = ()


def not_taken_finding(not_taken: NotTaken, place: Place, names: Sequence[str] = ()) -> Finding:
    """Build the finding for a word that was not taken, in the row of the people with these names."""
    readings = " or ".join(f"“{reading}”" for reading in not_taken.readings)
    finding = build_finding(_CODES[not_taken.reason], place, seen=not_taken.seen, expected=readings)
    who = one_line(" and ".join(names), _LONGEST_NAMES)
    return replace(finding, message=f"{who}: {finding.message}") if who else finding
