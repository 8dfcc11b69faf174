"""The words of the history's column What, and which touch each of them is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from netsheet.core.model import Direction, Intent, TouchKind

HistoryWord = Literal[
    "wrote",
    "wished",
    "replied",
    "talked",
    "met",
    "contact",
    "event",
    "interview",
    "thanked",
    "gave",
    "asked",
    "social",
    "introduced",
    "news",
    "promised",
    "kept",
    "kept open",
    "called off",
    "snoozed",
    "closed",
    "reopened",
    "journal",
    "goal",
    "imported",
]
HISTORY_WORDS: Final[tuple[HistoryWord, ...]] = get_args(HistoryWord)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedTouch:
    """What kind of touch a word says there was."""

    kind: TouchKind
    direction: Direction
    intent: Intent | None = None


NOT_NOW: Final = "not now"
"""How the note of a reply begins that said so."""

GIVING_TEMPLATES: Final = frozenset({"share-article", "introduce-two"})
"""The bundled templates whose message gives something, whatever word records it."""

TOUCH_OF_WORD: Final[Mapping[HistoryWord, RecordedTouch]] = {
    "wrote": RecordedTouch(kind="message", direction="out"),
    "wished": RecordedTouch(kind="wish", direction="out"),
    "replied": RecordedTouch(kind="reply", direction="in"),
    "talked": RecordedTouch(kind="call", direction="both"),
    "met": RecordedTouch(kind="meeting", direction="both"),
    "contact": RecordedTouch(kind="message", direction="unknown"),
    "event": RecordedTouch(kind="event", direction="both"),
    "interview": RecordedTouch(kind="interview", direction="both"),
    "thanked": RecordedTouch(kind="thanks", direction="out"),
    "gave": RecordedTouch(kind="message", direction="out", intent="give"),
    "asked": RecordedTouch(kind="message", direction="out", intent="ask"),
    "social": RecordedTouch(kind="social", direction="out"),
    "introduced": RecordedTouch(kind="introduction", direction="out", intent="give"),
}
"""The words that say there was a touch; all others plan, end or note something."""
