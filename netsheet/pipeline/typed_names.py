"""Names typed on the command line: the people they mean, and a suggestion when a name is unknown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from netsheet.core.drafts.people_search import find_people
from netsheet.core.model import Person
from netsheet.core.text import nearest_name
from netsheet.errors import NetsheetError

if TYPE_CHECKING:
    from netsheet.pipeline.opened import OpenedLog

_MOST_LISTED = 12


class UnknownNameError(NetsheetError):
    """The command line names something that does not exist, or that could be several things (exit 2)."""

    exit_code = 2


def near_or_known(typed: str, known: Sequence[str]) -> str:
    """Suggest the closest known name, or list all names. Returns "" when there are none, or too many to list."""
    near = find_near(typed, known)
    if near is not None:
        return f"Did you mean “{near}”?"
    return f"There are: {', '.join(known)}." if 0 < len(known) <= _MOST_LISTED else ""


def find_near(typed: str, known: Iterable[str]) -> str | None:
    """Find the known name that is closest to what was typed, comparing whole names and single words."""
    names: dict[str, str] = {}
    for name in known:
        for part in (name, *name.replace("-", " ").split()):
            names.setdefault(part, name)
    return names.get(nearest_name(typed, names))


def find_named(opened: OpenedLog, typed: str) -> tuple[Person, ...]:
    """Find everyone in a log who matches a name, a part of a name, or an e-mail address.

    Raises:
        UnknownNameError: when nobody matches. Its hint suggests the closest name.
    """
    found = find_people(opened.log.people, typed)
    if not found:
        near = find_near(typed, [person.name for person in opened.log.people])
        hint = f"Did you mean “{near}”?" if near else "Type a name, a part of one, or an e-mail address."
        raise UnknownNameError(f"Nobody in {opened.source.path.name} matches “{typed}”.", hint)
    return found
