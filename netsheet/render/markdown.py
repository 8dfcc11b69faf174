"""Text in Markdown pages (CommonMark 0.31)."""

from __future__ import annotations

import re
from typing import Final

_MARKS: Final = re.compile(r"([\\`*_{}\[\]<>#|~])")


def escaped(text: str) -> str:
    """Return a text without any mark that Markdown would read."""
    return _MARKS.sub(r"\\\1", text)
