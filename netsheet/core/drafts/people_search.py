"""Finding the people whom the user typed a name, a part of one, or an address of."""

from __future__ import annotations

from collections.abc import Sequence

from netsheet.core.model import Person
from netsheet.core.text import fold


def find_people(people: Sequence[Person], text: str) -> tuple[Person, ...]:
    """Find people by key, e-mail address or name, accents aside.

    When none has exactly that name, by the beginning of a word of it ("Ana" is not Hana), else by any part.
    """
    wanted = _plain(text)
    if not wanted:
        return ()
    names = [(_plain(person.name), person) for person in people]
    exact = [
        person for name, person in names if wanted in {name, person.key.casefold(), person.email.casefold()}
    ]
    beginning = exact or [person for name, person in names if f" {wanted}" in f" {name}"]
    return tuple(beginning or [person for name, person in names if wanted in name])


def _plain(text: str) -> str:
    return " ".join(fold(text).split())
