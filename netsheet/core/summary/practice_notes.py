"""People whom the summary names for a practice: who led the user to whom, and who could be introduced to each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from netsheet.core.model import Person
from netsheet.core.practices.introduction_pairs import Pair
from netsheet.core.practices.referral_tree import TreeLine, compute_referral_tree
from netsheet.core.summary.people_notes import PersonNote


def find_referrals(
    people: Sequence[Person], *, today: dt.date, last_contacts: Mapping[str, dt.date | None]
) -> tuple[PersonNote, ...]:
    """List who led the user to whom, and what came of each; those not thanked yet come first."""
    if not any(person.referred_by for person in people):
        return ()
    tree = compute_referral_tree(people, today=today)
    unthanked = {each.referrer.key for each in tree.not_thanked}
    notes = [
        PersonNote(
            person=line.person,
            on=last_contacts.get(line.person.key),
            text=f"{'Not thanked yet. ' if line.person.key in unthanked else ''}"
            f"Led you to {'; '.join(_say_each(tree.lines, at, today))}.",
        )
        for at, line in enumerate(tree.lines)
        if line.person is not None and line.is_thanked is not None
    ]
    return tuple(sorted(notes, key=lambda note: note.person.key not in unthanked))


def _say_each(lines: Sequence[TreeLine], at: int, today: dt.date) -> Iterator[str]:
    for line in lines[at + 1 :]:
        if line.depth <= lines[at].depth:
            return
        if line.depth == lines[at].depth + 1:
            yield f"{line.name} ({line.came_of.say(today)})" if line.came_of else line.name


def note_introductions(
    pairs: Sequence[Pair], *, last_contacts: Mapping[str, dt.date | None]
) -> tuple[PersonNote, ...]:
    """List whom to introduce to whom, and for what."""
    return tuple(
        PersonNote(
            person=pair.one,
            on=last_contacts.get(pair.one.key),
            text=f"To {pair.other.name}: {'; '.join(_say_meetings(pair))}.",
        )
        for pair in pairs
    )


def _say_meetings(pair: Pair) -> Iterator[str]:
    for meeting in pair.meetings:
        yield f"{meeting.needs.name} needs what {meeting.offers.name} offers ({', '.join(meeting.words)})"
