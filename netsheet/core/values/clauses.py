"""Clauses: the parts of a text of which each says something by itself. "sent CV, no reply and now closed" has three.

A mark separates, and so does a word that joins two statements. Around a day less separates: what may belong to a date
("5. Mai", "3/4", "10:30") or to what the day is for ("lunch with Ann and Bo on 12 May") stays together.
"""

from __future__ import annotations

import re

_CLAUSE = re.compile(
    r"\s[-\u2013\u2014]+\s|[,;:.!?()\n/+&|\u2026]+"
    r"|\s(?:and|but|so|then|und|aber|dann|et|mais|puis|y|pero|luego|mas|ma|poi|maar|ale|e(?!\smail))\s",
    re.IGNORECASE,
)
_CLAUSE_AROUND_DAY = re.compile(r"[,;!?()\n]+|(?<!\d)[.:](?=\s+[^\W\d])|\s[-\u2013\u2014]\s")


def clauses(text: str) -> list[str]:
    """Split a text at marks and joining words.

    Words that mean something else in another language join nothing: "pas de poste en ce moment", "sorry i can't".
    """
    return _CLAUSE.split(text)


def first_clause(text: str) -> str:
    """Return the words up to the first mark or joining word."""
    return _CLAUSE.split(text.strip(), maxsplit=1)[0]


def clauses_around_days(text: str) -> list[str]:
    """Split a text that may hold days, so that no day is cut, nor what it is for."""
    return _CLAUSE_AROUND_DAY.split(text)
