"""Introductions: who could help whom, by the words that the needs of one and the offers of the other have in common."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from netsheet.core.model import Person
from netsheet.core.practices.topic_words import topic_words
from netsheet.core.text import fold
from netsheet.core.values.company_names import company_key

TIES: Final = frozenset({"close", "warm"})
"""Only people of these ties are introduced: a stranger cannot vouch for anybody."""

_MOST_PAIRS: Final = 10_000
"""A word that makes more pairs than this is so common in the log that it says nothing about two people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """What one needs and the other offers, and the words that both texts have in common, as the need has them."""

    needs: Person
    offers: Person
    need: str
    offer: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two people to introduce to each other, and why: one direction, or both."""

    one: Person
    other: Person
    meetings: tuple[Meeting, ...]

    @property
    def words_count(self) -> int:
        """How many words speak for it."""
        return sum(len(meeting.words) for meeting in self.meetings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduced:
    """An introduction that the user made, as a line of the history says it: of whom, to whom ("" where it does not say)."""

    on: dt.date
    who: str
    to: str


def find_pairs(
    people: Sequence[Person],
    facts: Mapping[str, Mapping[str, str]],
    *,
    today: dt.date,
    introduced: Collection[frozenset[str]] = (),
) -> tuple[Pair, ...]:
    """Find the pairs in which one's needs meet the other's offers, those with the most words in common first.

    Both are warm or close ties whom nothing speaks against writing to, of different companies, and were not introduced
    before.

    Args:
        people: everyone in the log.
        facts: for each person the texts of the fields.
        today: the day on which somebody may be parked.
        introduced: the keys of each two people who know each other already.
    """
    needs, offers = {}, {}
    known = {person.key: place for place, person in enumerate(people) if _is_introducible(person, today)}
    for key in known:
        texts = facts.get(key, {})
        needs[key], offers[key] = topic_words(texts.get("needs", "")), topic_words(texts.get("offers", ""))
    found: dict[tuple[str, str], list[Meeting]] = {}
    for (needing, offering), stems in _matches(needs, offers).items():
        one, other = people[known[needing]], people[known[offering]]
        if frozenset({needing, offering}) in introduced or _are_colleagues(one, other):
            continue
        first, second = sorted((needing, offering), key=known.__getitem__)
        found.setdefault((first, second), []).append(
            Meeting(
                needs=one,
                offers=other,
                need=facts[needing]["needs"],
                offer=facts[offering]["offers"],
                words=tuple(word for stem, word in needs[needing].items() if stem in stems),
            )
        )
    pairs = [
        Pair(one=people[known[one]], other=people[known[other]], meetings=tuple(meetings))
        for (one, other), meetings in found.items()
    ]
    return tuple(
        sorted(pairs, key=lambda pair: (-pair.words_count, known[pair.one.key], known[pair.other.key]))
    )


def _is_introducible(person: Person, today: dt.date) -> bool:
    return person.relationship in TIES and not person.is_closed and not person.is_paused(today)


def _are_colleagues(one: Person, other: Person) -> bool:
    return bool(one.company) and company_key(one.company) == company_key(other.company)


def _matches(
    needs: Mapping[str, Mapping[str, str]], offers: Mapping[str, Mapping[str, str]]
) -> dict[tuple[str, str], set[str]]:
    """Return for each (who needs, who offers) the stems in common."""
    needing, offering = _by_stem(needs), _by_stem(offers)
    matches: dict[tuple[str, str], set[str]] = {}
    for stem in sorted(needing.keys() & offering.keys()):
        if len(needing[stem]) * len(offering[stem]) > _MOST_PAIRS:
            continue
        for one in needing[stem]:
            for other in offering[stem]:
                if one != other:
                    matches.setdefault((one, other), set()).add(stem)
    return matches


def _by_stem(words: Mapping[str, Mapping[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, stems in words.items():
        for stem in stems:
            found.setdefault(stem, []).append(key)
    return found


def find_introduced(made: Iterable[tuple[str, str]], people: Iterable[Person]) -> frozenset[frozenset[str]]:
    """Find who was introduced to whom before.

    Args:
        made: the key of a person, and a text that says to whom they were introduced ("to Ben Okafor").
        people: everyone in the log.
    """
    texts = [(key, f" {' '.join(fold(text).split())} ") for key, text in made if text.strip()]
    if not texts:
        return frozenset()
    names = [
        (f" {fold(' '.join(person.name.split()))} ", person.key) for person in people if person.name.strip()
    ]
    return frozenset(_named(texts, names))


def _named(texts: Iterable[tuple[str, str]], names: Sequence[tuple[str, str]]) -> Iterator[frozenset[str]]:
    for key, text in texts:
        plain = "".join(each if each.isalnum() else " " for each in text)
        for name, other in names:
            if other != key and (name in text or name in f" {' '.join(plain.split())} "):
                yield frozenset({key, other})
