"""What is settled about who somebody is before an import is compared with the log: by earlier imports, and by the user."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from netsheet.core.imports.imported_values import ImportedFile, ImportedPerson
from netsheet.core.imports.known_people import Match
from netsheet.core.model import Log, Person
from netsheet.core.recording.history_lines import HistoryLine
from netsheet.core.recording.history_people import share_out_lines
from netsheet.core.recording.log_history import RecordedLog
from netsheet.core.recording.person_keys import read_keys, write_keys
from netsheet.core.text import fold
from netsheet.core.values.person_names import name_key

BETWEEN_SOURCES = " | "
"""What separates several sources of one person in a cell of the history."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Who somebody is, as far as it is known without comparing their names.

    Attributes:
        aliases: people of the log by addresses and profiles that only the history knows.
        by_source: what an earlier import knew somebody by -> who it is.
        same: who the user says it is, by the imported name as it is compared.
        new: the imported names that are new people, although the log has somebody whom they may be.
        are_all_new: whether all undecided people are.
    """

    aliases: tuple[Person, ...] = ()
    by_source: Mapping[str, Person] = field(default_factory=dict)
    same: Mapping[str, Person] = field(default_factory=dict)
    new: frozenset[str] = frozenset()
    are_all_new: bool = False


def source_key(code: str, person: ImportedPerson) -> str:
    """Return what an import knows somebody by: their number there, else their page, their address, or their name."""
    sign = person.source_id or person.linkedin or next(iter(person.emails), "")
    return f"{code}:{sign or write_keys(name=person.name, company=person.company)}"


def source_keys(files: Sequence[ImportedFile]) -> dict[int, str]:
    """Return the source keys of all people of some files, by the identity of their rows."""
    return {id(person): source_key(file.code, person) for file in files for person in file.people}


def read_settled(recorded: RecordedLog) -> Settled:
    """Find out what earlier imports knew of people: the history's lines hold it."""
    everybody = {person.key: person for person in recorded.log.everybody}
    keys = {key: read_keys(recorded.keys_of(person)) for key, person in everybody.items()}
    of_person = share_out_lines(recorded.lines, keys).of_person
    by_source: dict[str, list[Person]] = {}
    aliases: list[Person] = []
    for key, lines in of_person.items():
        aliases += _aliases(everybody[key], lines)
        for source in _sources(lines):
            by_source.setdefault(source, []).append(everybody[key])
    return Settled(
        aliases=tuple(aliases),
        by_source={source: people[0] for source, people in by_source.items() if len(people) == 1},
    )


def _sources(lines: Sequence[HistoryLine]) -> set[str]:
    imported = (line for line in lines if line.what == "imported" and line.source_id)
    return {source for line in imported for source in line.source_id.split(BETWEEN_SOURCES)}


def _aliases(person: Person, lines: Sequence[HistoryLine]) -> Iterator[Person]:
    signs = frozenset().union(*(read_keys(line.who_exactly) for line in lines))
    for sign in sorted(signs):
        kind, _, value = sign.partition(":")
        if kind == "e" and value != person.email:
            yield replace(person, email=value)
        elif kind == "l" and not person.linkedin:
            yield replace(person, linkedin=value)


def settle(
    matches: Sequence[Match], settled: Settled, keys: Mapping[int, str], log: Log
) -> tuple[Match, ...]:
    """Return the matches with what is settled: the user's word first, then what earlier imports knew.

    Args:
        matches: as the signs and names say.
        settled: what is settled.
        keys: the source key of each row, by its identity.
        log: the log, whose people take the places of their aliases.
    """
    own = {person.key: person for person in log.everybody}
    return tuple(_settled(_with_own(match, own), settled, keys) for match in matches)


def _with_own(match: Match, own: Mapping[str, Person]) -> Match:
    candidates = {person.key: own.get(person.key, person) for person in match.candidates}
    return replace(match, candidates=tuple(candidates.values()))


def _settled(match: Match, settled: Settled, keys: Mapping[int, str]) -> Match:
    names = {name for row in match.rows for name in (name_key(row.name), *row.emails) if name}
    said = next((settled.same[name] for name in names if name in settled.same), None)
    found = [settled.by_source.get(keys.get(id(row), "")) for row in match.rows]
    earlier = {person.key: person for person in found if person is not None}
    if said is not None and said.key not in earlier:
        return replace(match, candidates=(said,), proof="your word", doubt="")
    if match.known is not None:
        return match
    if len(earlier) == 1:
        return replace(match, candidates=tuple(earlier.values()), proof="an earlier import", doubt="")
    if settled.are_all_new or names & settled.new:
        return replace(match, candidates=(), proof="", doubt="")
    return match


def plain_word(word: str) -> str:
    """Return a name or an address of the command line as people of an import are compared by it."""
    return fold(word.strip()) if "@" in word else name_key(word)
