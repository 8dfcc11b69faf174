"""Imported people and the people of the log: who is there already, who is new, and what only the user can decide.

The rules are those by which the log itself distinguishes people (``people.identity``): imported people are identified
together with the log's, as if their rows were in it. An e-mail address, a LinkedIn profile, or a telephone number with
the same name proves who somebody is; a name and a company only propose it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Literal

from netsheet.core.imports.imported_facts import phone_digits
from netsheet.core.imports.imported_values import ImportedPerson
from netsheet.core.model import Person
from netsheet.core.people.identity import Entry, identify
from netsheet.core.text import fold
from netsheet.core.values.person_names import name_key

Proof = Literal[
    "", "e-mail", "LinkedIn", "phone", "name and company", "name", "your word", "an earlier import"
]
_PROVES: frozenset[Proof] = frozenset({"e-mail", "LinkedIn", "phone", "your word", "an earlier import"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Somebody of an import, from all rows and files that are about them, and who they may be in the log.

    Attributes:
        person: everything the import says about them; an earlier row wins.
        rows: their rows, in the order of the files.
        candidates: the people of the log who they may be.
        proof: by what they were found.
    """

    person: ImportedPerson
    rows: tuple[ImportedPerson, ...]
    candidates: tuple[Person, ...] = ()
    proof: Proof = ""

    @property
    def known(self) -> Person | None:
        """Who it is in the log, where that is certain."""
        return self.candidates[0] if len(self.candidates) == 1 and self.proof in _PROVES else None

    @property
    def namesake(self) -> Person | None:
        """Who it is in the log if a name that only one person has may decide."""
        return self.candidates[0] if len(self.candidates) == 1 else None

    @property
    def is_new(self) -> bool:
        """Whether the log has nobody who it may be."""
        return not self.candidates


def match_people(imported: Sequence[ImportedPerson], people: Sequence[Person]) -> tuple[Match, ...]:
    """Find out who of an import is in the log; several rows about one person become one match.

    Args:
        imported: in the order of the files and rows.
        people: of the log.
    """
    index = _Index(people)
    groups = _group_by_proof(imported)
    merged = [reduce(_completed, rows) for rows in groups]
    entries = [*map(_entry_of_log, people), *map(index.entry, merged)]
    keys = identify(entries)
    log_keys: dict[str, list[Person]] = {}
    for key, person in zip(keys[: len(people)], people, strict=True):
        log_keys.setdefault(key, []).append(person)
    same: dict[str, list[int]] = {}
    for number, key in enumerate(keys[len(people) :]):
        same.setdefault(key, []).append(number)
    return tuple(
        _match(key, [groups[number] for number in numbers], index, log_keys) for key, numbers in same.items()
    )


def _match(
    key: str,
    groups: Sequence[Sequence[ImportedPerson]],
    index: _Index,
    log_keys: Mapping[str, Sequence[Person]],
) -> Match:
    rows = tuple(row for group in groups for row in group)
    person = reduce(_completed, rows)
    candidates, proof = index.candidates(person, log_keys.get(key, ()))
    return Match(person=person, rows=rows, candidates=candidates, proof=proof)


def _group_by_proof(imported: Sequence[ImportedPerson]) -> list[list[ImportedPerson]]:
    """Put the rows together that share an address or a profile, also through a third row."""
    group_of: dict[str, int] = {}
    groups: list[list[ImportedPerson]] = []
    for row in imported:
        signs = [*row.emails, *([f"l:{fold(row.linkedin)}"] if row.linkedin else [])]
        numbers = sorted({group_of[sign] for sign in signs if sign in group_of})
        number = numbers[0] if numbers else len(groups)
        if not numbers:
            groups.append([])
        groups[number].append(row)
        for other in numbers[1:]:
            groups[number] += groups[other]
            groups[other] = []
            group_of |= {sign: number for sign, old in group_of.items() if old == other}
        group_of |= dict.fromkeys(signs, number)
    return [group for group in groups if group]


class _Index:
    """The people of the log by each of their signs."""

    def __init__(self, people: Sequence[Person]) -> None:
        self.by_email = _grouped(people, lambda person: person.email)
        self.by_linkedin = _grouped(people, lambda person: fold(person.linkedin))
        self.by_phone = _grouped(people, lambda person: phone_digits(person.phone))
        self.by_name = _grouped(people, lambda person: name_key(person.own_name))

    def entry(self, person: ImportedPerson) -> Entry:
        """Return the signs of an imported person; of several addresses the one that the log knows."""
        known = next((email for email in person.emails if email in self.by_email), "")
        return Entry(
            position=0,
            name=person.name,
            company=person.company,
            email=known or next(iter(person.emails), ""),
            linkedin=fold(person.linkedin),
        )

    def candidates(
        self, person: ImportedPerson, identified: Iterable[Person]
    ) -> tuple[tuple[Person, ...], Proof]:
        """Return who an imported person may be in the log, by the strongest sign that finds somebody.

        Args:
            person: the imported person.
            identified: whom the log's own rules take for the same.
        """
        name = name_key(person.name)
        by_phone = [
            other
            for number in person.phones
            for other in self.by_phone.get(phone_digits(number), ())
            if name == name_key(other.own_name)
        ]
        found: tuple[tuple[Proof, Iterable[Person]], ...] = (
            ("e-mail", (other for email in person.emails for other in self.by_email.get(email, ()))),
            ("LinkedIn", self.by_linkedin.get(fold(person.linkedin), ())),
            ("phone", by_phone),
            ("name and company", identified),
            ("name", (other for other in self.by_name.get(name, ()) if _may_be(person, other))),
        )
        for proof, people in found:
            if unique := tuple({other.key: other for other in people}.values()):
                return unique, proof
        return (), ""


def _grouped(people: Sequence[Person], sign: Callable[[Person], str]) -> Mapping[str, list[Person]]:
    grouped: dict[str, list[Person]] = {}
    for person in people:
        if value := sign(person):
            grouped.setdefault(value, []).append(person)
    return grouped


def _may_be(imported: ImportedPerson, person: Person) -> bool:
    """Whether nothing says that two of one name are two people: two profiles do."""
    return not (imported.linkedin and person.linkedin)


def _entry_of_log(person: Person) -> Entry:
    return Entry(
        position=0,
        name=person.own_name,
        company=person.company,
        email=person.email,
        linkedin=fold(person.linkedin),
    )


def _completed(person: ImportedPerson, other: ImportedPerson) -> ImportedPerson:
    """Complete what one row says about a person with another row."""
    return ImportedPerson(
        place=person.place,
        name=person.name or other.name,
        company=person.company or other.company,
        emails=tuple(dict.fromkeys((*person.emails, *other.emails))),
        phones=tuple(dict.fromkeys((*person.phones, *other.phones))),
        linkedin=person.linkedin or other.linkedin,
        source_id=person.source_id or other.source_id,
        facts={**other.facts, **person.facts},
    )
