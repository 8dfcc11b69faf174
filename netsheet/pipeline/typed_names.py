"""Names typed on the command line: the people they mean, and a suggestion when a name is unknown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from netsheet.core.model import Person
from netsheet.core.people.people_search import find_people, shortest_texts
from netsheet.core.printable import quoted_path, quoted_word
from netsheet.core.text import fold, nearest_name, nearest_names
from netsheet.errors import NetsheetError
from netsheet.pipeline.typed_days import NotUnderstoodError

if TYPE_CHECKING:
    from netsheet.pipeline.opened import OpenedLog

_MOST_LISTED = 12
_MOST_LINES = 5


class UnknownNameError(NetsheetError):
    """The command line names something that does not exist, or that could be several things (exit 2)."""

    exit_code = 2


def near_or_known(typed: str, known: Sequence[str]) -> str:
    """Suggest the closest known name, or list all names. Returns "" when there are none, or too many to list."""
    near = find_near(typed, known)
    if near is not None:
        return f"Did you mean “{near}”?"
    return f"There are: {', '.join(known)}." if 0 < len(known) <= _MOST_LISTED else ""


def find_near(typed: str, known: Iterable[str]) -> str | None:
    """Find the known name that is closest to what was typed, comparing whole names and single words."""
    names = _by_part(known)
    return names.get(nearest_name(typed, names))


def _by_part(known: Iterable[str]) -> dict[str, str]:
    names: dict[str, str] = {}
    for name in known:
        for part in (name, *name.replace("-", " ").split()):
            names.setdefault(part, name)
    return names


def find_named(opened: OpenedLog, typed: str) -> tuple[Person, ...]:
    """Find everyone in a log who matches a name, a part of a name, or an e-mail address.

    Raises:
        UnknownNameError: when nobody matches. Its hint suggests the closest name.
    """
    found = find_people(opened.log.people, typed)
    if not found:
        near = find_near(typed, [person.name for person in opened.log.people])
        hint = f"Did you mean “{near}”?" if near else "Type a name, a part of one, or an e-mail address."
        raise UnknownNameError(f"Nobody in {opened.source.path.name} matches “{typed}”.", hint)
    return found


def find_one(
    opened: OpenedLog,
    typed: Sequence[str],
    command: str,
    *,
    then: Sequence[str] = (),
    row: int | None = None,
) -> Person:
    """Find the one person whom some words of a command line mean.

    Args:
        opened: the log.
        typed: the words.
        command: what is typed before them, for the hint.
        then: what is typed behind them.
        row: the sheet row that the person must be in; None for any.

    Raises:
        UnknownNameError: when they mean nobody, or several people. Its hint says what to type.
    """
    text = " ".join(typed)
    found = find_people(opened.log.people, text) or find_people(opened.log.collected, text)
    if found and row is not None:
        found = tuple(person for person in found if row in person.rows)
        if not found:
            raise UnknownNameError(
                f"Row {row} is not about “{text}”.", "Check the row's number, or leave out --row."
            )
    if len(found) == 1:
        return found[0]
    if found:
        message, meant = f"“{text}” can be {len(found):,} people in {opened.source.path.name}.", found
    else:
        message = f"Nobody in {opened.source.path.name} matches “{text}”."
        meant = _each_called(opened, typed) or _near(opened, text)
    if not found and (event := _event_named(opened, text)):
        log = quoted_path(opened.source.path)
        raise UnknownNameError(
            f"“{text}” is an event, and nobody's name.",
            f"To end its line: netsheet event {log} {quoted_word(event)} --done",
        )
    raise UnknownNameError(message, _lines_to_type(opened, meant, command, then))


def _lines_to_type(opened: OpenedLog, meant: Sequence[Person], command: str, then: Sequence[str]) -> str:
    """Say what to type for each of the people who may be meant."""
    if not meant:
        return "Type a part of a name, an e-mail address or a company."
    texts = shortest_texts(opened.log.everybody)
    lines = [
        " ".join((command, quoted_word(texts[person.key]), *map(quoted_word, then)))
        for person in meant[:_MOST_LINES]
    ]
    more = f"; and {len(meant) - _MOST_LINES:,} more" if len(meant) > _MOST_LINES else ""
    return f"Type{' one of' if len(lines) > 1 else ''}: {'; '.join(lines)}{more}"


def _event_named(opened: OpenedLog, text: str) -> str:
    """Return the event of the user's own that some words mean; "" for none."""
    names = [event.name for event in opened.optional.events or ()]
    return next((name for name in names if fold(text) and fold(text) in fold(name)), "")


def _near(opened: OpenedLog, text: str) -> tuple[Person, ...]:
    """Find the few people whose names, or words of them, look most like a text."""
    names = _by_part(person.name for person in opened.log.people)
    near = dict.fromkeys(names[part] for part in nearest_names(text, names, most=_MOST_LINES))
    return tuple(person for name in near for person in opened.log.people if person.name == name)


def find_several(opened: OpenedLog, typed: Sequence[str], command: str) -> tuple[Person, ...]:
    """Find whom some words mean: one person all of them together, or else each of them another one ("Ana Ben", "Ana, Ben").

    Raises:
        UnknownNameError: as ``find_one``.
    """
    text = " ".join(typed)
    if not find_people(opened.log.people, text):
        parts = [part.strip() for part in text.split(",")] if "," in text else typed
        if people := _each_called(opened, parts):
            return people
    return (find_one(opened, typed, command),)


def split_who(
    opened: OpenedLog, words: Sequence[str], command: str, is_understood: Callable[[str], bool]
) -> tuple[Sequence[str], str]:
    """Split WHO from what follows it: as many of the last words as are understood; else only the last word.

    Raises:
        NotUnderstoodError: when what should follow comes first. Its hint is the line in the right order.
    """
    for count in range(1, len(words)):
        text = " ".join(words[count:])
        if is_understood(text):
            return words[:count], text
    for count in range(len(words) - 1, 0, -1):
        first, who = " ".join(words[:count]), " ".join(words[count:])
        if is_understood(first) and find_people(opened.log.everybody, who):
            hint = " ".join(["Type:", command, quoted_word(who), quoted_word(first)])
            raise NotUnderstoodError(f"The name comes before “{first}”.", hint)
    return words[:-1], words[-1]


def _each_called(opened: OpenedLog, typed: Sequence[str]) -> tuple[Person, ...]:
    """Return the people when each word means another one of them; () when not."""
    people = {person.key: person for word in typed for person in _called(opened, word)}
    return tuple(people.values()) if len(people) == len(typed) > 1 else ()


def _called(opened: OpenedLog, word: str) -> tuple[Person, ...]:
    """Return the one person of a full name, a first name or an address.

    One of a surname is left out: in "Anna Lopez", both may be a slip for one person.
    """
    found = find_people(opened.log.people, word)
    is_called = len(found) == 1 and (fold(found[0].name).startswith(fold(word)) or "@" in word)
    return found if is_called else ()
