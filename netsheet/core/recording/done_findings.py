"""Why a word under "Netsheet done" was not taken, as a finding on its cell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from netsheet.core.findings import build_finding
from netsheet.core.model import Finding, Place
from netsheet.core.recording.done_parts import NotTaken, Reason

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
}


def not_taken_finding(not_taken: NotTaken, place: Place) -> Finding:
    """Build the finding for a word that was not taken."""
    readings = " or ".join(f"“{reading}”" for reading in not_taken.readings)
    return build_finding(_CODES[not_taken.reason], place, seen=not_taken.seen, expected=readings)
