"""Make text from a file safe to print on a terminal, and paths ready to be typed."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

# Control characters (C0 and C1, ECMA-48) except tab and line feed, and the marks that change the direction of text
# (Unicode TR 9). Example: "\\x1b[2J" would clear the screen.
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def without_steering(text: str) -> str:
    """Replace each character that would control the terminal instead of being shown."""
    return STEERING.sub(REPLACEMENT, text)


def quoted_path(path: Path) -> str:
    """Write a path as the user has to type it: in quotes if it contains a space."""
    return f'"{path}"' if " " in str(path) else str(path)


def quoted_word(text: str) -> str:
    """Write a text as one word of a command line: in quotes where a shell would split or change it."""
    if re.fullmatch(r"[\w@%+,./:=-]+", text):
        return text
    return shlex.quote(text) if re.search(r'["$`\\!]', text) else f'"{text}"'
