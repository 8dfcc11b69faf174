"""Whose is a word under "Netsheet done"? The row's, when netsheet's other cells next to it are the row's own.

The user's columns may have been sorted without ours, or a row copied to make another person's. Then the word may be
next to another person, and nothing is taken.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from netsheet.core.findings import build_finding
from netsheet.core.model import Finding, Place
from netsheet.core.recording.memory_lines import PersonMemory, remembered_text


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedWord:
    """A row with something typed under "Netsheet done".

    Attributes:
        place: the cell.
        text: what is typed there, as text.
        shown: the fingerprint of the row's other owned cells, as they were read; "" when they are empty.
        people: the row's people, by any identifier.
        has_name: whether the word names one of them.
    """

    place: Place
    text: str
    shown: str
    people: Sequence[str]
    has_name: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """Which words are taken.

    Attributes:
        taken: the cells whose words are the row's.
        unclaimed: for each person the words in their rows that are not, to be remembered.
        finding: the one finding that names the cells of all that are not; None when there are none.
    """

    taken: frozenset[Place]
    unclaimed: Mapping[str, frozenset[str]]
    finding: Finding | None


def is_row_own(shown: str, people: Iterable[str], memory: Mapping[str, PersonMemory]) -> bool:
    """Whether a row's owned cells are empty, or those that the last refresh wrote for one of its people."""
    return shown == "" or any(person in memory and shown in memory[person].shown for person in people)


def compute_claims(words: Iterable[TypedWord], memory: Mapping[str, PersonMemory] | None) -> Claims:
    """Decide for each word whether it is taken.

    A word that was not taken once stays so after our columns were written anew. It is taken when it changes, or when
    a name in front of it says whose it is.

    Args:
        words: the words, in the order of the rows.
        memory: what is remembered of each person, by the identifiers that the words use; None where nothing is, on a first
            refresh or after the memory was deleted: nothing says then that a word belongs to another row.
    """
    taken: set[Place] = set()
    left: list[TypedWord] = []
    unclaimed: dict[str, set[str]] = {}
    for word in words:
        if memory is None or word.has_name or _is_taken(word, memory):
            taken.add(word.place)
            continue
        left.append(word)
        for person in word.people:
            unclaimed.setdefault(person, set()).add(remembered_text(word.text))
    return Claims(
        taken=frozenset(taken),
        unclaimed={person: frozenset(texts) for person, texts in unclaimed.items()},
        finding=_left_behind(left) if left else None,
    )


def _is_taken(word: TypedWord, memory: Mapping[str, PersonMemory]) -> bool:
    text = remembered_text(word.text)
    was_left = any(person in memory and text in memory[person].unclaimed for person in word.people)
    return not was_left and is_row_own(word.shown, word.people, memory)


def _left_behind(words: Collection[TypedWord]) -> Finding:
    ordered = sorted(words, key=lambda word: (word.place.sheet, word.place.row))
    cells = [word.place.address for word in ordered]
    named = " and ".join(filter(None, (", ".join(cells[:-1]), *cells[-1:])))
    return build_finding("columns-left-behind", ordered[0].place, rows=named)
