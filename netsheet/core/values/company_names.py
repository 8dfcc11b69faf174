"""Names of companies in the form in which they are compared: "ACME GmbH & Co. KG" and "Acme" are one."""

from __future__ import annotations

import re
from typing import Final

from netsheet.core.text import fold

LEGAL_FORMS: Final = frozenset({
    "gmbh", "ag", "kg", "ug", "ohg", "gbr", "ltd", "limited", "inc", "llc", "llp", "plc", "corp", "corporation", "co", "company", "sa", "sas",
    "sarl", "sl", "slu", "srl", "spa", "bv", "nv", "vof", "oy", "ab", "aps", "zoo", "cie",
})  # fmt: skip
"""What follows a name and says how the company is set up."""
_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
_BETWEEN: Final = frozenset({"und", "and", "et", "y", "e"})


def company_key(name: str) -> str:
    """Return a company's name folded, without its legal form; "" for none."""
    words = [word.replace(".", "") for word in _WORD.findall(fold(name))]
    while len(words) > 1 and words[-1] in LEGAL_FORMS | _BETWEEN:
        words.pop()
    return " ".join(words)
