"""How a line of advice is ended: what may be typed, and the sentences that say so wherever a line is shown."""

from __future__ import annotations

from typing import Final

DONE_HEADING: Final = "Netsheet done"
"""The one column of ours that people type into."""

DONE_CHOICES: Final = (
    "Done",
    "They replied",
    "We talked",
    "Tomorrow",
    "2 weeks",
    "3 months",
    "They said not now",
    "Close",
)
"""What its drop-down offers: one word for each thing that can become of a line."""

COMMON_WORDS: Final = (
    f"{', '.join(choice.lower() for choice in DONE_CHOICES[:-1])} or {DONE_CHOICES[-1].lower()}"
)

HOW_TO_TYPE: Final = (
    f"Type what happened or when to come back to it: {COMMON_WORDS}. A day (done 12 Nov) or, after a comma, a note may "
    "follow. The next refresh records it and empties the cell."
)
"""Shown at the column's heading and in its cells; at most 255 characters, which is an Excel limit."""

HOW_TO_END_IN_THE_LOG: Final = (
    f"When you have done a step, go to its cell in your log, under {DONE_HEADING}: type done, save, and run netsheet refresh. "
    "It notes the step, so add no row."
)
"""How the lines of the summary are ended,"""
OTHER_WORDS: Final = f"Instead of done: {' · '.join(choice.lower() for choice in DONE_CHOICES[1:])} (no more advice on that person) · keep (do not close)."
"""and with which other words."""

HOW_TO_END_IN_A_TERMINAL: Final = (
    'To end a line: netsheet done WHO, netsheet log WHO replied, netsheet snooze WHO "2 weeks" or netsheet close WHO. '
    f"Or type done, they replied, 2 weeks or close in the person's row, under {DONE_HEADING}."
)
"""How the lines in a terminal are ended."""
