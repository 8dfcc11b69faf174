"""The person's half of a draft's file name, and back from it to the person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from netsheet.core.drafts.phrasing import spell_mark, spell_stem
from netsheet.core.model import Person


def spell_stems(people: Sequence[Person]) -> dict[str, str]:
    """Write each person's half of a file name; people of the same name, or of no Latin name, carry a mark."""
    stems = {person.key: spell_stem(person.name) for person in people}
    counts = Counter(stems.values())
    return {key: stem if stem and counts[stem] == 1 else _marked(stem, key) for key, stem in stems.items()}


def _marked(stem: str, key: str) -> str:
    return f"{stem or 'person'}-{spell_mark(key)}"


def find_by_stem(people: Sequence[Person], stem: str) -> Person | None:
    """Find the person whom a file name means, even where people of the same name have come or gone since.

    None when nobody, or more than one person, can be meant.
    """
    plain = [(person, spell_stem(person.name)) for person in people]
    found = [person for person, own in plain if _marked(own, person.key) == stem]
    found = found or [person for person, own in plain if own and own == stem]
    return found[0] if len(found) == 1 else None
