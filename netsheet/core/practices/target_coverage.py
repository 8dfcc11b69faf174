"""How well the user knows the companies of the sheet Companies: whom there, and who can introduce them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from netsheet.core.followups.referrals import find_referrers
from netsheet.core.model import Person
from netsheet.core.optional_sheets.company_rows import TargetCompany
from netsheet.core.values.company_names import company_key


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownThere:
    """Somebody of the log who works at a target: their role ("" where not logged), and the last touch with them."""

    person: Person
    title: str
    last_on: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WayIn:
    """Who knows somebody at a target. ``person`` is None for a name that the log does not know; ``led_to`` is whom they led to."""

    name: str
    person: Person | None = None
    led_to: str = ""

    def say(self) -> str:
        """Say who it is: "Dana Fox, who led you to Ana"."""
        return f"{self.name}, who led you to {self.led_to}" if self.led_to else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetCoverage:
    """One target: the people known there, the last touched first, and the ways in."""

    target: TargetCompany
    people: tuple[KnownThere, ...] = ()
    ways_in: tuple[WayIn, ...] = ()

    @property
    def last_on(self) -> dt.date | None:
        """The last touch with anybody there."""
        return max((known.last_on for known in self.people if known.last_on is not None), default=None)


def compute_coverage(
    targets: Sequence[TargetCompany],
    people: Sequence[Person],
    *,
    titles: Mapping[str, Mapping[str, str]],
    last_contacts: Mapping[str, dt.date | None],
) -> tuple[TargetCoverage, ...]:
    """Say for each target whom the user knows there, the highest priority first; a company named twice is one.

    Args:
        targets: the rows of the sheet.
        people: everyone in the log, those who are only collected too.
        titles: for each person the texts of the fields, of which "title" is looked up.
        last_contacts: the day of the last touch with each person.
    """
    wanted: dict[str, TargetCompany] = {}
    for target in targets:
        wanted.setdefault(company_key(target.company), target)
    there: dict[str, list[Person]] = {}
    for person in people:
        if person.company and (key := company_key(person.company)) in wanted:
            there.setdefault(key, []).append(person)
    by_key = {person.key: person for person in people}
    referrers = find_referrers(people, [person for each in there.values() for person in each])
    found = []
    for key, target in wanted.items():
        known = [
            KnownThere(
                person=person,
                title=titles.get(person.key, {}).get("title", ""),
                last_on=last_contacts.get(person.key),
            )
            for person in there.get(key, ())
        ]
        known.sort(key=lambda each: each.last_on or dt.date.min, reverse=True)
        ways = tuple(dict.fromkeys(_ways_in(target, there.get(key, ()), referrers, by_key)))
        found.append(TargetCoverage(target=target, people=tuple(known), ways_in=ways))
    return tuple(sorted(found, key=lambda each: (each.target.rank is None, each.target.rank or 0)))


def _ways_in(
    target: TargetCompany,
    there: Sequence[Person],
    referrers: Mapping[str, str],
    by_key: Mapping[str, Person],
) -> Iterator[WayIn]:
    """Give those whom the sheet names, then those who led the user to somebody there."""
    for named in target.through:
        if by_key.get(named.key) not in there:
            yield WayIn(name=named.text, person=by_key.get(named.key))
    for person in there:
        referrer = by_key.get(referrers.get(person.key, ""))
        if person.referred_by.strip() and referrer not in there:
            name = referrer.name if referrer is not None else " ".join(person.referred_by.split())
            yield WayIn(name=name, person=referrer, led_to=person.name)


def without_people(coverage: Sequence[TargetCoverage]) -> int:
    """Count the targets at which the user knows nobody."""
    return sum(not each.people for each in coverage)


def say_coverage(coverage: Sequence[TargetCoverage]) -> str:
    """Say how many targets have nobody yet: "3 of 10 targets have nobody yet."."""
    count, nobody = len(coverage), without_people(coverage)
    if nobody:
        return f"{nobody:,} of {count:,} {'target has' if count == 1 else 'targets have'} nobody yet."
    return "You know somebody at each of them." if count > 1 else "You know somebody there."


def say_known(coverage: TargetCoverage) -> str:
    """Say whom the user knows at a target and in which role, and who else can introduce them."""
    known = [
        f"{each.person.name} ({each.title})" if each.title else each.person.name for each in coverage.people
    ]
    ways = "; ".join(way.say() for way in coverage.ways_in)
    if known:
        return f"{', '.join(known)}{'. Ways in: ' if ways else ''}{ways}."
    return f"Nobody yet. Ways in: {ways}." if ways else "Nobody yet. Ask who knows somebody there."
