"""Imported people and the people of the log: who is there already, who is new, and what only the user can decide.

Four signs prove who somebody is: an e-mail address, a LinkedIn profile, a number in the other system, and a telephone
number. None of them does where another sign says that it is somebody else. A name and a company only propose it, by the
rules by which the log itself distinguishes people (``people.identity``). The order of the rows changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Literal, NamedTuple

from netsheet.core.imports.imported_values import ImportedPerson
from netsheet.core.imports.phone_numbers import are_alike, international_digits
from netsheet.core.model import Person
from netsheet.core.people.identity import Entry, identify
from netsheet.core.text import fold
from netsheet.core.values.person_names import name_key

Proof = Literal[
    "",
    "e-mail",
    "LinkedIn",
    "source id",
    "phone",
    "name and company",
    "name",
    "your word",
    "an earlier import",
]
Doubt = Literal["", "another LinkedIn page", "another name", "several people"]
_PROVES: frozenset[Proof] = frozenset(
    {"e-mail", "LinkedIn", "source id", "phone", "your word", "an earlier import"}
)
_UNMISTAKABLE = 8
"""A number in another system with fewer characters may also be the number of a row in the user's own list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Somebody of an import, from all rows and files that are about them, and who they may be in the log.

    Attributes:
        person: everything the import says about them; an earlier row wins.
        rows: their rows, in the order of the files.
        candidates: the people of the log who they may be.
        proof: by what they were found.
        doubt: what speaks against it, so that only the user can decide; "" when nothing does.
    """

    person: ImportedPerson
    rows: tuple[ImportedPerson, ...]
    candidates: tuple[Person, ...] = ()
    proof: Proof = ""
    doubt: Doubt = ""

    @property
    def known(self) -> Person | None:
        """Who it is in the log, where that is certain."""
        is_certain = len(self.candidates) == 1 and self.proof in _PROVES and not self.doubt
        return self.candidates[0] if is_certain else None

    @property
    def namesake(self) -> Person | None:
        """Who it is in the log if a name that only one person has may decide."""
        return self.candidates[0] if len(self.candidates) == 1 and not self.doubt else None

    @property
    def is_new(self) -> bool:
        """Whether the log has nobody who it may be."""
        return not self.candidates


def match_people(
    imported: Sequence[ImportedPerson],
    people: Sequence[Person],
    *,
    ids: Mapping[str, str] | None = None,
    country: str = "",
) -> tuple[Match, ...]:
    """Find out who of an import is in the log; several rows about one person become one match.

    Args:
        imported: in the order of the files and rows.
        people: of the log.
        ids: the log's own column of numbers: the key of a person -> their number.
        country: where telephone numbers without a country code are, as "GB"; "" when that is not known.
    """
    index = _Index(people, ids or {}, country)
    groups = [
        group for rows in _components(imported, country) for group in _without_contradiction(rows, country)
    ]
    plain = [reduce(_completed, sorted(rows, key=_fullness)) for rows in groups]
    keys = identify([*map(_entry_of_log, people), *map(index.entry, plain)])
    log_keys: dict[str, list[Person]] = {}
    for key, person in zip(keys[: len(people)], people, strict=True):
        log_keys.setdefault(key, []).append(person)
    place = {id(row): number for number, row in enumerate(imported)}
    matches = []
    for key, numbers in _same_people(keys[len(people) :], plain):
        rows = sorted((row for number in numbers for row in groups[number]), key=lambda row: place[id(row)])
        full = reduce(_completed, sorted(rows, key=_fullness))
        found = index.find(full, log_keys.get(key, ()))
        matches.append(
            Match(
                person=reduce(_completed, rows),
                rows=tuple(rows),
                candidates=found.people,
                proof=found.proof,
                doubt=found.doubt,
            )
        )
    return tuple(sorted(matches, key=lambda match: place[id(match.rows[0])]))


def _fullness(row: ImportedPerson) -> tuple[int, str, str, str, int, str]:
    """Return a sort key that does not depend on the order of the rows: the fullest name first."""
    return -len(row.name), row.name, row.company, row.linkedin, -len(row.source_id), row.source_id


def _signs(row: ImportedPerson, country: str) -> list[str]:
    """Return what proves that two rows of an import are about one person."""
    name = name_key(row.name)
    signs = [f"e:{email}" for email in row.emails]
    if row.linkedin:
        signs.append(f"l:{fold(row.linkedin)}")
    if row.source_id:
        signs.append(f"i:{row.source_id}|{'' if len(row.source_id) >= _UNMISTAKABLE else name}")
    numbers = (international_digits(number, country) for number in row.phones)
    return [*signs, *(f"p:{number}|{name}" for number in numbers if number and name)]


def _components(rows: Sequence[ImportedPerson], country: str) -> list[list[ImportedPerson]]:
    """Put the rows together that share a sign, also through a third row."""
    group_of: dict[str, int] = {}
    groups: list[list[ImportedPerson]] = []
    signs_of: list[list[str]] = []
    for row in rows:
        signs = _signs(row, country)
        numbers = sorted({group_of[sign] for sign in signs if sign in group_of})
        number = numbers[0] if numbers else len(groups)
        if not numbers:
            groups.append([])
            signs_of.append([])
        groups[number].append(row)
        signs_of[number] += signs
        for other in numbers[1:]:
            groups[number] += groups[other]
            signs_of[number] += signs_of[other]
            groups[other], signs_of[other] = [], []
        group_of |= dict.fromkeys(signs_of[number] if numbers[1:] else signs, number)
    return [group for group in groups if group]


def _without_contradiction(
    rows: Sequence[ImportedPerson], country: str
) -> Iterator[Sequence[ImportedPerson]]:
    """Divide rows that share signs but have several LinkedIn profiles: each profile is a person.

    Rows without a profile go to the one person with whom they share a sign, and stay by themselves where that may be
    one of several.
    """
    by_profile: dict[str, list[ImportedPerson]] = {}
    for row in rows:
        by_profile.setdefault(fold(row.linkedin), []).append(row)
    others = by_profile.pop("", [])
    if len(by_profile) < 2:
        yield rows
        return
    signs = {
        profile: {sign for row in group for sign in _signs(row, country)}
        for profile, group in by_profile.items()
    }
    for group in _components(others, country):
        own = {sign for row in group for sign in _signs(row, country)}
        fitting = [profile for profile, theirs in signs.items() if own & theirs]
        if len(fitting) == 1:
            by_profile[fitting[0]] += group
        else:
            yield group
    yield from by_profile.values()


def _same_people(
    keys: Sequence[str], groups: Sequence[ImportedPerson]
) -> Iterator[tuple[str, Sequence[int]]]:
    """Put the groups together that the log's rules take for one person, but never two LinkedIn profiles."""
    same: dict[str, dict[str, list[int]]] = {}
    for number, (key, person) in enumerate(zip(keys, groups, strict=True)):
        same.setdefault(key, {}).setdefault(fold(person.linkedin), []).append(number)
    for key, by_profile in same.items():
        if len(by_profile.keys() - {""}) < 2:
            yield key, [number for numbers in by_profile.values() for number in numbers]
        else:
            yield from ((key, numbers) for numbers in by_profile.values())


class _Found(NamedTuple):
    people: tuple[Person, ...] = ()
    proof: Proof = ""
    doubt: Doubt = ""


class _Index:
    """The people of the log by each of their signs."""

    def __init__(self, people: Sequence[Person], ids: Mapping[str, str], country: str) -> None:
        self.country = country
        self.by_email = _grouped(people, lambda person: person.email)
        self.by_linkedin = _grouped(people, lambda person: fold(person.linkedin))
        self.by_id = _grouped(people, lambda person: ids.get(person.key, ""))
        self.by_phone = _grouped(people, lambda person: international_digits(person.phone, country))
        self.by_name = _grouped(people, lambda person: name_key(person.own_name))

    def entry(self, person: ImportedPerson) -> Entry:
        """Return the signs of an imported person; of several addresses the one that the log knows."""
        known = min((email for email in person.emails if email in self.by_email), default="")
        return Entry(
            position=0,
            name=person.name,
            company=person.company,
            email=known or min(person.emails, default=""),
            linkedin=fold(person.linkedin),
        )

    def find(self, person: ImportedPerson, identified: Iterable[Person]) -> _Found:
        """Find who an imported person may be in the log.

        Args:
            person: the imported person.
            identified: whom the log's own rules take for the same.
        """
        proven = self._by_address(person) or self._by_phone(person)
        if proven:
            (_, proof), *_ = proven
            unique = {other.key: other for other, _ in proven}
            doubt = "several people" if len(unique) > 1 else _doubt(person, proven[0][0], proof)
            return _Found(tuple(unique.values()), proof, doubt)
        alike = self.by_name.get(name_key(person.name), ())
        proposed: tuple[tuple[Proof, Iterable[Person]], ...] = (
            ("name and company", identified),
            ("name", alike),
        )
        for proof, people in proposed:
            if unique := {other.key: other for other in people if not _has_other_profile(person, other)}:
                return _Found(tuple(unique.values()), proof)
        return _Found()

    def _by_address(self, person: ImportedPerson) -> list[tuple[Person, Proof]]:
        """Return whom an address, a profile or a number in the other system proves, each with its proof."""
        name = name_key(person.name)
        by_id = (
            other
            for other in self.by_id.get(person.source_id, ())
            if len(person.source_id) >= _UNMISTAKABLE or name == name_key(other.own_name)
        )
        found: tuple[tuple[Proof, Iterable[Person]], ...] = (
            ("e-mail", (other for email in sorted(person.emails) for other in self.by_email.get(email, ()))),
            ("LinkedIn", self.by_linkedin.get(fold(person.linkedin), ())),
            ("source id", by_id),
        )
        return [(other, proof) for proof, people in found for other in people]

    def _by_phone(self, person: ImportedPerson) -> list[tuple[Person, Proof]]:
        """Return who has the same telephone number: those whom nothing speaks against, else all."""
        numbers = sorted(
            filter(None, (international_digits(number, self.country) for number in person.phones))
        )
        same = [other for number in numbers for other in self.by_phone.get(number, ())]
        same += [
            other
            for other in self.by_name.get(name_key(person.name), ())
            if other.phone and any(are_alike(number, other.phone, self.country) for number in person.phones)
        ]
        certain = [other for other in same if not _doubt(person, other, "phone")]
        return [(other, "phone") for other in certain or same]


def _doubt(person: ImportedPerson, other: Person, proof: Proof) -> Doubt:
    """Return what speaks against it that the two are one.

    An address may belong to a company, and a telephone to a whole office.
    """
    if proof != "LinkedIn" and _has_other_profile(person, other):
        return "another LinkedIn page"
    return "another name" if proof == "phone" and not _are_names_of_one(person.name, other.own_name) else ""


def _are_names_of_one(name: str, other: str) -> bool:
    """Whether two names may be one person's: the same, one is missing, or one says less than the other."""
    words: list[Collection[str]] = [set(name_key(each).split()) for each in (name, other)]
    shorter, longer = sorted(words, key=len)
    return set(shorter) <= set(longer)


def _has_other_profile(person: ImportedPerson, other: Person) -> bool:
    profiles = {fold(person.linkedin), fold(other.linkedin)} - {""}
    return len(profiles) > 1


def _grouped(people: Sequence[Person], sign: Callable[[Person], str]) -> Mapping[str, list[Person]]:
    grouped: dict[str, list[Person]] = {}
    for person in people:
        if value := sign(person):
            grouped.setdefault(value, []).append(person)
    return grouped


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
