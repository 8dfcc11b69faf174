"""The words of a calendar: in full, or with initials only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from netsheet.core.calendar_export.calendar_entries import plain_line, plain_lines
from netsheet.core.drafts.addresses import linkedin_page
from netsheet.core.followups.actions import ACTIONS, Action
from netsheet.core.followups.due import DueItem
from netsheet.core.model import Person
from netsheet.core.values.person_names import split_name

_MOST_NAMES = 3
_MOST_INITIALS = 3


class EntryWords:
    """Names people and says what is due with them.

    Args:
        is_private: whether only the initials of a person are shown, and nothing else that the log says.
    """

    def __init__(self, *, is_private: bool = False) -> None:
        self.is_private = is_private

    def name(self, person: Person) -> str:
        """Name a person: in full, or "A.L."."""
        return initials(person.name) if self.is_private else plain_line(person.name)

    def step(self, action: Action) -> str:
        """Say what to do: as the log's row does, or the kind of step only."""
        return ACTIONS[action.kind].status if self.is_private else plain_line(action.next_step)

    def line(self, item: DueItem) -> str:
        """Say who and what on one line."""
        return f"{self.name(item.person)}: {self.step(item.action)}"

    def about(self, person: Person, *lines: str) -> str:
        """Say where somebody works, more about them, and how to reach them."""
        if self.is_private:
            return ""
        company = person.company if person.company != person.name else ""
        ways = (("E-mail", person.email), ("Phone", person.phone))
        reached = [f"{label}: {value}" for label, value in ways if value]
        profile = linkedin_page(person.linkedin)
        return plain_lines(company, *lines, *reached, profile)

    def own(self, text: str, otherwise: str) -> str:
        """Give a text that the user typed, or another one where it may not be shown."""
        return otherwise if self.is_private else plain_line(text)

    def own_lines(self, text: str) -> str:
        """Give a text of several lines, or none where it may not be shown."""
        return "" if self.is_private else text

    def several(self, items: Sequence[DueItem]) -> str:
        """Say how many things there are, and with whom: "8 things: Ana, Ben, Chloe, ..."."""
        names = list(dict.fromkeys(self._short_name(item.person) for item in items))
        more = ", ..." if len(names) > _MOST_NAMES else ""
        return f"{len(items)} things: {', '.join(names[:_MOST_NAMES])}{more}"

    def listed(self, items: Iterable[DueItem]) -> str:
        """Put each item on a line of its own."""
        return plain_lines(*(f"- {self.line(item)}" for item in items))

    def _short_name(self, person: Person) -> str:
        return self.name(person) if self.is_private else split_name(person.own_name)[0] or self.name(person)


def initials(name: str) -> str:
    """Return the first letters of a name's words: "A.L." for Ana Lopez; "?" where it has no letters."""
    words = [word for word in plain_line(name).replace("@", " ").split() if any(map(str.isalnum, word))]
    letters = (next(filter(str.isalnum, word)).upper() for word in words[:_MOST_INITIALS])
    return "".join(f"{letter}." for letter in letters) or "?"
