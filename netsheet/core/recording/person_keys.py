"""Whom a line of the history or of the memory is about: all keys that were known when it was written.

Rows are corrected later: an address is added, a company changes. A line that holds every key still finds its
person by any one of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from netsheet.core.email import find_addresses
from netsheet.core.values.cells import is_linkedin_address, read_linkedin, tidy
from netsheet.core.values.person_names import name_key

_BETWEEN: Final = ";"
_AT: Final = " @ "
_PROFILE: Final = "linkedin.com/in/"


def write_keys(*, name: str, company: str = "", email: str = "", linkedin: str = "") -> str:
    """Write all that identifies a person as the text of one cell: "ana@example.com; linkedin.com/in/ana; Ana @ Acme".

    Args:
        name: as the user wrote it.
        company: likewise.
        email: one or more addresses.
        linkedin: the profile's slug.
    """
    shown_name, shown_company, profile = _plain(name), _plain(company), _plain(linkedin)
    parts = [*find_addresses(email)]
    if profile:
        parts.append(f"{_PROFILE}{profile}")
    if shown_company:
        parts.append(f"{shown_name}{_AT}{shown_company}")
    elif shown_name:
        parts.append(shown_name)
    return f"{_BETWEEN} ".join(parts)


def _plain(text: str) -> str:
    """Take the marks out of a text that separate keys, and what cannot be seen."""
    if _BETWEEN in text or "@" in text:
        text = text.replace(_BETWEEN, " ").replace("@", " ")
    is_plain = text.isascii() and text.isprintable() and "  " not in text
    return text.strip() if is_plain else tidy(text)


@lru_cache(maxsize=65_536)
def read_keys(text: str) -> frozenset[str]:
    """Read the keys of a cell: "e:" an address, "l:" a profile, "nc:" name and company, "n:" a name alone."""
    return frozenset(filter(None, map(_key, tidy(text).split(_BETWEEN))))


def _key(part: str) -> str:
    text = part.strip()
    if "@" in text and (addresses := find_addresses(text)):
        return f"e:{addresses[0]}"
    if "linkedin." in text.lower() and is_linkedin_address(text):
        return f"l:{read_linkedin(text)}"
    name, _, company = f" {text} ".partition(_AT)
    name, company = name_key(name), _company_key(company)
    if company:
        return f"nc:{name}|{company}"
    return f"n:{name}" if name else ""


_company_key = lru_cache(maxsize=8192)(name_key)
"""Companies are compared as names are; the same few come again and again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPeople:
    """Who has which key. Build it with ``index_people``.

    Attributes:
        by_key: for each key those who have it.
        by_name: for each name those who have it, whatever their company.
        keys_of: all keys of each.
    """

    by_key: Mapping[str, frozenset[str]]
    by_name: Mapping[str, frozenset[str]]
    keys_of: Mapping[str, frozenset[str]]

    def candidates(self, keys: Collection[str]) -> frozenset[str]:
        """Return those whom the keys may mean: one person, several, or none.

        A key that several people share decides only where no other does, for the one of them who has no further key:
        a line about another would hold that, too. A name joins a person of that name when
        either side says nothing of a company: a company that was typed in later makes nobody another person.
        """
        found = [self.by_key.get(key, frozenset()) for key in keys]
        sure = frozenset().union(*(people for people in found if len(people) == 1))
        if sure:
            return sure
        shared = frozenset().union(*found)
        whole = frozenset(person for person in shared if self.keys_of[person] <= set(keys))
        if len(whole) == 1:
            return whole
        return shared or frozenset().union(*map(self._by_name_alone, keys))

    def _by_name_alone(self, key: str) -> frozenset[str]:
        kind, _, rest = key.partition(":")
        if kind == "n":
            return self.by_name.get(rest, frozenset())
        name = rest.partition("|")[0] if kind == "nc" else ""
        namesakes = self.by_name.get(name, frozenset())
        return namesakes if f"n:{name}" in self.by_key else frozenset()


def index_people(people: Mapping[str, Iterable[str]]) -> KnownPeople:
    """Index people by their keys.

    Args:
        people: for each person (any identifier) their keys, as ``read_keys`` returns them.
    """
    by_key: dict[str, set[str]] = {}
    by_name: dict[str, set[str]] = {}
    keys_of = {person: frozenset(keys) for person, keys in people.items()}
    for person, keys in keys_of.items():
        for key in keys:
            by_key.setdefault(key, set()).add(person)
            kind, _, rest = key.partition(":")
            if kind in {"n", "nc"} and (name := rest.partition("|")[0]):
                by_name.setdefault(name, set()).add(person)
    return KnownPeople(
        by_key={key: frozenset(found) for key, found in by_key.items()},
        by_name={name: frozenset(found) for name, found in by_name.items()},
        keys_of=keys_of,
    )
