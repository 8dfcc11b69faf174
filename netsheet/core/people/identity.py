"""Who is who: which rows are about the same person.

An e-mail address proves it, else a LinkedIn profile, else name and company, else the name. A row that says less joins
the one person it fits; nothing is merged where two could be meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from netsheet.core.values.person_names import given_first, name_key

_LARGEST_GROUP = 20


class Entry(NamedTuple):
    """Who a row says it is about; "" where it says nothing.

    Attributes:
        position: which record of the table the entry belongs to.
        slot: which person of the record it is, 0 the row's own.
        name: as the user wrote it; ``company`` too.
        email: lower case.
        linkedin: the profile's slug.
        is_agent: whether the person acts for many companies (a recruiter), so that the row's company is not theirs.
    """

    position: int
    slot: int = 0
    name: str = ""
    company: str = ""
    email: str = ""
    linkedin: str = ""
    phone: str = ""
    is_agent: bool = False


def identify(entries: Sequence[Entry]) -> list[str]:
    """Give each entry its person's key; the order of the rows does not matter.

    The strongest sign of an entry decides ("e:", "l:", "nc:", "n:"). An entry that lacks the stronger signs joins
    the person who alone has the ones it shows.
    """
    keys = [f"e:{entry.email}" if entry.email else "" for entry in entries]
    if all(keys):
        return keys
    names = [name_key(given_first(entry.name)) for entry in entries]
    companies = ["" if entry.is_agent else name_key(entry.company) for entry in entries]
    linkedins = [entry.linkedin for entry in entries]
    known = _Known(keys, names, companies, linkedins)
    signs: tuple[tuple[Sequence[object], Callable[[int], str]], ...] = (
        (linkedins, known.of_linkedin),
        (
            [name and company for name, company in zip(names, companies, strict=True)],
            known.of_name_and_company,
        ),
        (names, known.of_name),
        (["company"] * len(keys), known.of_company),
    )
    for sign, find in signs:
        turn = [at for at, key in enumerate(keys) if not key and sign[at]]
        for at in turn:
            keys[at] = find(at)
        known.learn(turn)
    return keys


class _Known:
    """The people identified so far, by each of their signs."""

    def __init__(
        self, keys: list[str], names: list[str], companies: list[str], linkedins: Sequence[str]
    ) -> None:
        self.keys, self.names, self.companies, self.linkedins = keys, names, companies, linkedins
        self.by_linkedin: dict[str, set[str]] = {}
        self.by_name: dict[str, set[str]] = {}
        self.by_name_company: dict[tuple[str, str], set[str]] = {}
        self.with_company: set[str] = set()
        self.learn([at for at, key in enumerate(keys) if key])

    def learn(self, turn: Sequence[int]) -> None:
        """Remember the signs of the entries that have just got their keys."""
        for at in turn:
            key, name, company = self.keys[at], self.names[at], self.companies[at]
            if self.linkedins[at]:
                self.by_linkedin.setdefault(self.linkedins[at], set()).add(key)
            if name:
                self.by_name.setdefault(name, set()).add(key)
                if company:
                    self.by_name_company.setdefault((name, company), set()).add(key)
            if company:
                self.with_company.add(key)

    def of_linkedin(self, at: int) -> str:
        same = self.by_linkedin.get(self.linkedins[at]) or self.by_name_company.get(
            (self.names[at], self.companies[at])
        )
        return next(iter(same)) if same and len(same) == 1 else f"l:{self.linkedins[at]}"

    def of_name_and_company(self, at: int) -> str:
        name, company = self.names[at], self.companies[at]
        same = self.by_name_company.get((name, company))
        if same is None:
            alike = self.by_name.get(name, set())
            same = alike if len(alike) == 1 and not alike & self.with_company else None
        return next(iter(same)) if same and len(same) == 1 else f"nc:{name}|{company}"

    def of_name(self, at: int) -> str:
        same = self.by_name.get(self.names[at])
        return next(iter(same)) if same and len(same) == 1 else f"n:{self.names[at]}"

    def of_company(self, at: int) -> str:
        return f"nc:|{self.companies[at]}"


def find_likely_duplicates(names: Sequence[str], companies: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Find people who may be one: (the later one's position, the earlier one's).

    Args:
        names: the people's, in the order of the rows.
        companies: likewise; "" where a person has none.

    Two names are alike when they are the same, or when in one company one letter is different, missing or swapped.
    """
    keys = [name_key(given_first(name)) for name in names]
    first: dict[str, int] = {}
    by_company: dict[str, list[tuple[int, str]]] = {}
    for number, (name, company) in enumerate(zip(keys, companies, strict=True)):
        if first.setdefault(name, number) != number:
            yield number, first[name]
        elif company and not name[-1:].isdigit():
            by_company.setdefault(company.casefold(), []).append((number, name))
    groups: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for company, colleagues in by_company.items():
        for number, name in colleagues if len(colleagues) > 1 else ():
            first_word, _, last_words = name.partition(" ")
            for word in {first_word, last_words.rpartition(" ")[2]}:
                groups.setdefault((company, word), []).append((number, name))
    yield from _near(groups)


def _near(groups: Mapping[tuple[str, str], list[tuple[int, str]]]) -> Iterator[tuple[int, int]]:
    seen: set[tuple[int, int]] = set()
    for group in groups.values():
        if not 1 < len(group) <= _LARGEST_GROUP:
            continue
        for place, (number, name) in enumerate(group):
            for earlier, other in group[:place]:
                if is_one_letter_apart(name, other) and (number, earlier) not in seen:
                    seen.add((number, earlier))
                    yield number, earlier


def is_one_letter_apart(one: str, other: str) -> bool:
    """Whether two texts differ by one letter changed, left out, or swapped with its neighbour."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    rest, other_rest = one[start:], other[start:]
    is_swapped = rest[:2] == other_rest[:2][::-1] and rest[2:] == other_rest[2:]
    return is_swapped or rest[1:] in {other_rest, other_rest[1:]} or rest == other_rest[1:]
