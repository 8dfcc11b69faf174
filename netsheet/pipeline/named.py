"""The people that a name on the command line means."""

from __future__ import annotations

from netsheet.core.drafts.people_search import find_people
from netsheet.core.model import Person
from netsheet.pipeline.opened import OpenedLog
from netsheet.pipeline.unknown import UnknownNameError, find_near


def find_named(opened: OpenedLog, typed: str) -> tuple[Person, ...]:
    """Find everyone in a log who is meant by a name, a part of one, or an e-mail address.

    Raises:
        UnknownNameError: when nobody is; it says who may have been meant.
    """
    found = find_people(opened.log.people, typed)
    if not found:
        near = find_near(typed, [person.name for person in opened.log.people])
        hint = f"Did you mean “{near}”?" if near else "Type a name, a part of one, or an e-mail address."
        raise UnknownNameError(f"Nobody in {opened.source.path.name} matches “{typed}”.", hint)
    return found
