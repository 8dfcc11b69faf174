"""Days that were typed over: "Date contacted" said 3 September and says 23 October now.

The old contact happened all the same, so it becomes a line of the history. What looks like the correction of a slip,
or like cells that moved to other rows, does not.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from netsheet.core.recording.memory_lines import DayCell


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDays:
    """One person's days: what the memory holds, what the rows hold now, and every day on which there is a touch.

    ``is_left_behind`` says that the cells of their rows may belong to others (``claims``).
    """

    before: Sequence[DayCell] = ()
    now: Sequence[DayCell] = ()
    touch_days: Collection[dt.date] = frozenset()
    is_left_behind: bool = False


def find_overwritten(people: Mapping[str, PersonDays]) -> dict[str, tuple[DayCell, ...]]:
    """Find for each person the days that were typed over by later ones; people without any are left out."""
    gone = {person: _difference(days.before, days.now) for person, days in people.items()}
    come = {person: _difference(days.now, days.before) for person, days in people.items() if gone[person]}
    # A day that another person has newly under the same heading moved there with the cells, in a sort.
    arrivals: dict[tuple[str, dt.date], set[str]] = {}
    if any(come.values()):
        for person, days in people.items():
            for cell in come.get(person) or _difference(days.now, days.before):
                arrivals.setdefault((cell.field, cell.on), set()).add(person)
    found = {}
    for person, cells in gone.items():
        if not cells or not come[person] or people[person].is_left_behind:
            continue
        stayed = [cell for cell in cells if not arrivals.get((cell.field, cell.on), set()) - {person}]
        known = people[person].touch_days
        if lost := tuple(cell for cell in _paired(stayed, come[person]) if cell.on not in known):
            found[person] = lost
    return found


def _difference(cells: Sequence[DayCell], others: Sequence[DayCell]) -> list[DayCell]:
    """Return the cells that the others do not hold, each as often as it is missing, the earliest first."""
    if cells == others:
        return []
    missing = Counter((cell.field, cell.on) for cell in cells)
    missing.subtract(Counter((cell.field, cell.on) for cell in others))
    kept = []
    for cell in sorted(cells, key=lambda each: (each.on, each.field, each.what)):
        if missing[cell.field, cell.on] > 0:
            missing[cell.field, cell.on] -= 1
            kept.append(cell)
    return kept


def _paired(gone: Sequence[DayCell], come: Sequence[DayCell]) -> Iterator[DayCell]:
    """Return the days that are gone and have a later new one under the same heading, each new one used once.

    The corrections of slips are taken out first.
    """
    free = list(come)
    rest = []
    for cell in gone:
        correction = next(
            (new for new in free if new.field == cell.field and _is_slip(cell.on, new.on)), None
        )
        if correction is None:
            rest.append(cell)
        else:
            free.remove(correction)
    for cell in rest:
        later = next((new for new in free if new.field == cell.field and new.on > cell.on), None)
        if later is not None:
            free.remove(later)
            yield cell


def _is_slip(old: dt.date, new: dt.date) -> bool:
    """Whether one day is most likely the other, corrected: another year, or day and month swapped."""
    is_same_but_year = (old.month, old.day) == (new.month, new.day)
    is_swapped = (old.month, old.day) == (new.day, new.month) and old.year == new.year
    return is_same_but_year or is_swapped
