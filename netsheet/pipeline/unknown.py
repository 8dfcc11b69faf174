"""A name on the command line that netsheet does not know: answered with the nearest one it knows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from netsheet.core.text import nearest_name
from netsheet.errors import NetsheetError

_MOST_LISTED = 12


class UnknownNameError(NetsheetError):
    """Something was named that is not there, or not clearly one thing (exit 2, as for any wrong command line)."""

    exit_code = 2


def near_or_known(typed: str, known: Sequence[str]) -> str:
    """Say which known name is meant, else which there are: one sentence; "" when there are none or too many."""
    near = find_near(typed, known)
    if near is not None:
        return f"Did you mean “{near}”?"
    return f"There are: {', '.join(known)}." if 0 < len(known) <= _MOST_LISTED else ""


def find_near(typed: str, known: Iterable[str]) -> str | None:
    """Find the known name that is spelled most like what was typed, in whole or in one of its words."""
    spelled: dict[str, str] = {}
    for name in known:
        for part in (name, *name.replace("-", " ").split()):
            spelled.setdefault(part, name)
    return spelled.get(nearest_name(typed, spelled))
