"""Whose a line of the history is: the one person of the log who has any of its keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from netsheet.core.findings import build_finding
from netsheet.core.model import Finding
from netsheet.core.recording.history_lines import HistoryLine, distinct_lines
from netsheet.core.recording.person_keys import index_people, read_keys, write_keys


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedOut:
    """The history's lines by person.

    Attributes:
        of_person: for each person who has lines, theirs by day; each once.
        of_nobody: lines that name nobody: the journal, goals.
        findings: lines whose person is not in the log, or could be two people. They are not applied.
    """

    of_person: Mapping[str, tuple[HistoryLine, ...]]
    of_nobody: tuple[HistoryLine, ...]
    findings: tuple[Finding, ...]


def share_out_lines(lines: Iterable[HistoryLine], people: Mapping[str, Iterable[str]]) -> SharedOut:
    """Give each line to its person; the order of the lines does not matter.

    Args:
        lines: as they were read.
        people: for each person (any identifier) their keys, as ``person_keys.read_keys`` returns them.
    """
    known = index_people(people)
    found: dict[str, list[HistoryLine]] = {}
    unclear: dict[tuple[str, frozenset[str]], list[HistoryLine]] = {}
    of_nobody: list[HistoryLine] = []
    for line in lines:
        text = line.who_exactly or write_keys(name=line.who)
        keys = read_keys(text)
        if not keys:
            of_nobody.append(line)
            continue
        candidates = known.candidates(keys)
        if len(candidates) == 1:
            found.setdefault(next(iter(candidates)), []).append(line)
        else:
            unclear.setdefault((line.who or text, candidates), []).append(line)
    return SharedOut(
        of_person={person: tuple(distinct_lines(found[person])) for person in sorted(found)},
        of_nobody=tuple(distinct_lines(of_nobody)),
        findings=tuple(
            _unclear_person(who, len(candidates), unclear[who, candidates])
            for who, candidates in sorted(unclear, key=lambda each: (each[0], sorted(each[1])))
        ),
    )


def lines_about(
    lines: Iterable[HistoryLine], people: Mapping[str, Iterable[str]], person: str | None
) -> tuple[HistoryLine, ...]:
    """Return all lines about one person, each repetition too; for None those about somebody who is not in the log.

    Args:
        lines: as they were read.
        people: as for ``share_out_lines``.
        person: whose lines.
    """
    known = index_people(people)
    wanted = frozenset(() if person is None else (person,))
    keyed = ((line, read_keys(line.who_exactly or write_keys(name=line.who))) for line in lines)
    return tuple(line for line, keys in keyed if keys and known.candidates(keys) == wanted)


def _unclear_person(who: str, count: int, lines: list[HistoryLine]) -> Finding:
    ordered = sorted(
        (line for line in lines if line.place is not None),
        key=lambda line: line.place.row if line.place else 0,
    )
    rows = [str(line.place.row) for line in ordered if line.place]
    named = " and ".join(filter(None, (", ".join(rows[:-1]), *rows[-1:])))
    facts = {"who": who, "rows": f"row {named}" if len(rows) == 1 else f"rows {named}"}
    place = ordered[0].place if ordered else None
    code = "history-of-several-people" if count else "history-of-nobody"
    return build_finding(code, place, **facts)
