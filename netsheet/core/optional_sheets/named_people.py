"""People named in the cells of the optional sheets, found in the log."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from netsheet.core.model import Person
from netsheet.core.people.people_search import find_people
from netsheet.core.text import fold
from netsheet.core.values.cells import clean_text, is_nobody

_BETWEEN: Final = re.compile(r"\s*[,;/+&•]\s*|\s+(?:and|und|et|e|y|en|i|oraz)\s+")
_NOTE: Final = re.compile(r"^(.*?)\s*[(\[](.*?)[)\]]?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPerson:
    """Somebody who is named in a cell.

    Attributes:
        text: the name as it is there.
        keys: of the people of the log it can mean: one where they are known, none where nobody has that name.
        note: what is in brackets behind the name.
    """

    text: str
    keys: tuple[str, ...] = ()
    note: str = ""

    @property
    def key(self) -> str:
        """The key of the one person of the log; "" where there is none, or several."""
        return self.keys[0] if len(self.keys) == 1 else ""


class PeopleByName:
    """The people of the log, found by what cells call them.

    Args:
        people: everybody, those who are only collected too.
    """

    def __init__(self, people: Sequence[Person]) -> None:
        self._people = people

    @cached_property
    def _by_text(self) -> dict[str, list[Person]]:
        found: dict[str, list[Person]] = {}
        for person in self._people:
            for text in {_plain(person.name), person.email.casefold()} - {""}:
                found.setdefault(text, []).append(person)
        return found

    def named(self, cell: str) -> tuple[NamedPerson, ...]:
        """Return each of the people named in a cell, in their order, each once."""
        return tuple(dict.fromkeys(self._named(name) for name in _names(clean_text(cell.replace("\n", ";")))))

    def _named(self, name: str) -> NamedPerson:
        match = _NOTE.match(name)
        text, note = (match[1], match[2]) if match and match[1] else (name, "")
        people = self._by_text.get(_plain(text)) or find_people(self._people, text)
        return NamedPerson(text=text, keys=tuple(person.key for person in people), note=note.strip())


def _names(cell: str) -> Iterator[str]:
    """Give the parts of a cell that are names; text in brackets stays with the name before it."""
    depth, part = 0, ""
    for piece in re.split(r"([(\[\])])", cell):
        depth += (piece in {"(", "["}) - (piece in {")", "]"})
        if depth > 0 or piece in {")", "]"}:
            part += piece
            continue
        first, *others = _BETWEEN.split(piece)
        part += first
        for other in others:
            yield from _name(part)
            part = other
    yield from _name(part)


def _name(part: str) -> Iterator[str]:
    name = clean_text(part)
    if name and not is_nobody(name):
        yield name


def _plain(text: str) -> str:
    return " ".join(fold(text).split())
