"""Names from a file in a line of text: nothing in them steers the terminal, and a path can be typed as it is shown."""

from __future__ import annotations

import re
from pathlib import Path

# C0 and C1 controls but the tab and the line end (ECMA-48), and the marks that turn text round (Unicode TR 9).
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
STAND_IN = "\N{REPLACEMENT CHARACTER}"


def without_steering(text: str) -> str:
    """Put a stand-in for each character that would steer the terminal instead of being shown."""
    return STEERING.sub(STAND_IN, text)


def quoted_path(path: Path) -> str:
    """Spell a path as it is typed: in quotes where it holds a space."""
    return f'"{path}"' if " " in str(path) else str(path)
