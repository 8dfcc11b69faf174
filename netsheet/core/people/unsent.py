"""Rows that say nothing was sent: their days are plans, or the days on which they were written down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from netsheet.core.columns.column import Column
from netsheet.core.columns.column_values import Mark, finding_at
from netsheet.core.model import Finding
from netsheet.core.people.answers import Replies, Words, says_answered
from netsheet.core.people.commitments import read_marks
from netsheet.core.people.unfolded import Basis
from netsheet.core.values.dates import ReadDate
from netsheet.core.values.told_touches import says_nothing_came
from netsheet.core.values.vocabulary import plain_phrase
from netsheet.core.values.word_lists import INTRODUCED

_SAYS_SENT = frozenset({
    "sent", "contacted", "emailed", "messaged", "called", "outreach", "gesendet", "kontaktiert", "angeschrieben", "envoi", "envoye",
    "envoyee", "contacte", "envio", "enviado", "contactado", "invio", "inviato", "verzonden", "wyslania", "wyslano",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsent:
    """The records that say nothing was sent, and where they do: in a word, or in a column of yes and no.

    A record that has a reply or a meeting is none of them.
    """

    basis: Basis
    words: dict[int, Column]
    marks: dict[int, Column]

    def is_unsent(self, position: int, column: Column) -> bool:
        """Whether the day of a record in a column is not one on which anything was sent."""
        return self._column(position) is not None and not self._is_doubtful(position, column)

    def doubt(self, position: int, column: Column) -> Finding | None:
        """Return the finding of a day under a heading that says it was sent, where the record says it was not."""
        said_in = self._column(position)
        if said_in is None or not self._is_doubtful(position, column):
            return None
        said = self.basis.table.text(position, said_in) or "no"
        return finding_at(
            self.basis.table, "sent-or-not", position, column, seen=said, other=said_in.heading.shown
        )

    def _column(self, position: int) -> Column | None:
        return self.words.get(position) or self.marks.get(position)

    def _is_doubtful(self, position: int, column: Column) -> bool:
        """Whether the heading of a day contradicts a word; a "no" is contradicted by its own verb alone."""
        verbs = _SAYS_SENT.intersection(column.heading.words)
        if position not in self.words:
            verbs = verbs & set(self.marks[position].heading.words)
        return bool(verbs) or not column.repeat.is_once


def find_unsent(basis: Basis, status: Words, replies: Sequence[Replies]) -> tuple[Unsent, list[Finding]]:
    """Find the records that say nothing was sent: by a status word, by "no", or by nothing where others say yes."""
    column = basis.table.column_of("is_sent")
    marks, findings = read_marks(basis, column)
    proven = set(_proven(basis, replies))
    words = {at: said.column for at, said in status.items() if said.meaning.state == "not contacted"}
    words |= _planned(basis)
    return Unsent(
        basis=basis,
        words={at: said_in for at, said_in in words.items() if at not in proven},
        marks={at: column for at in _unmarked(marks) if at not in proven} if column else {},
    ), findings


def _planned(basis: Basis) -> Iterator[tuple[int, Column]]:
    """Run over the records whose type of touch is none: "to contact", "draft", "no reply yet"."""
    for kind in basis.table.columns_of("kind"):
        for at, text in basis.table.filled(kind):
            meaning = basis.words(text)
            is_planned = meaning is not None and meaning.state == "not contacted"
            if is_planned or says_nothing_came(text) or plain_phrase(text).startswith(INTRODUCED):
                yield at, kind


def _unmarked(marks: Sequence[Mark]) -> Iterator[int]:
    has_yes = any(mark is True or isinstance(mark, ReadDate) for mark in marks)
    return (at for at, mark in enumerate(marks) if mark is False or (mark is None and has_yes))


def _proven(basis: Basis, replies: Sequence[Replies]) -> Iterator[int]:
    """Run over the records whose reply or meeting proves that something was sent."""
    for each in replies:
        for at, (answer, mood, day) in enumerate(zip(each.answers, each.moods, each.days, strict=True)):
            if (
                day is not None
                or isinstance(answer, ReadDate)
                or says_answered(answer)
                or says_answered(mood)
            ):
                yield at
    for column in basis.table.columns_of("meeting_date"):
        days, _ = basis.days(column, words_allowed=True)
        yield from (at for at, day in enumerate(days) if day is not None and day.on <= basis.today)
