"""Finding the people whom the user typed a name, an address or a company of; and the shortest words for one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from netsheet.core.model import Person
from netsheet.core.text import fold


def find_people(people: Sequence[Person], text: str) -> tuple[Person, ...]:
    """Find people by key, e-mail address or name, accents aside, and by their company.

    When none has exactly that name, by the beginning of a word of it ("Ana" is not Hana), else by any part; else by
    words of the name, the company and the address ("Lopez Ana", "Acme", "ana acme").
    """
    wanted = _plain(text)
    if not wanted:
        return ()
    names = [(_plain(person.name), person) for person in people]
    exact = [
        person for name, person in names if wanted == name or wanted in map(_plain, _exact_texts(person))
    ]
    beginning = exact or [person for name, person in names if f" {wanted}" in f" {name}"]
    part = beginning or [person for name, person in names if wanted in name]
    return tuple(part or [person for name, person in names if _has_words(wanted, name, person)])


def _exact_texts(person: Person) -> tuple[str, ...]:
    """Return what means this person and needs no search, the most pleasant first."""
    at_company = f"{person.name} @ {person.company}" if person.company else ""
    return person.email, at_company, person.key


def _has_words(wanted: str, name: str, person: Person) -> bool:
    words = f" {name} {_plain(person.company)}"
    return all(f" {word}" in words or word in person.email.casefold() for word in wanted.split())


def shortest_texts(people: Iterable[Person]) -> Mapping[str, str]:
    """Return for each key the text by which ``find_people`` finds that person alone: the name where it is enough.

    Else the address, name and company ("Ana Lopez @ Acme"), or the key, which nobody shares.
    """
    everybody = tuple(people)
    texts = {person.key: (person.name, *_exact_texts(person)) for person in everybody}
    counts = Counter(plain for known in texts.values() for plain in {_plain(text) for text in known})
    return {
        key: next((text for text in known if text and counts[_plain(text)] == 1), key)
        for key, known in texts.items()
    }


def _plain(text: str) -> str:
    return " ".join(fold(text).split())
