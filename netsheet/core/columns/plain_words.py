"""A heading as plain words, for all that compare headings."""

from __future__ import annotations

import re
from functools import cache

from netsheet.core.text import fold

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_POSSESSIVE = re.compile(r"(?<=\w)'s(?!\w)")
_WORD = re.compile(r"[^\W_]+")
_JOINED = (
    ("linked in", "linkedin"),
    ("e mail", "email"),
    ("emails", "email"),
    ("followup", "follow up"),
    ("followups", "follow up"),
    ("thankyou", "thank you"),
    ("coffeechat", "coffee chat"),
    ("nextaction", "next action"),
    ("touch point", "touchpoint"),
)


@cache
def plain_words(heading: str) -> tuple[str, ...]:
    """Return a heading's words: folded, split at punctuation, snake_case and CamelCase."""
    spaced = _CAMEL.sub(" ", heading) if not heading.isupper() else heading
    text = f" {' '.join(_WORD.findall(_POSSESSIVE.sub('', fold(spaced))))} "
    for apart, joined in _JOINED:
        text = text.replace(f" {apart} ", f" {joined} ")
    return tuple(text.split())
