"""Where each record says its person stands: closed, paused, not contacted or open.

One responsibility: to weigh a row's status, outcome and response words against each other.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from netsheet.core.columns.column import Column
from netsheet.core.model import Place, Standpoint
from netsheet.core.people.touches import Unfolded
from netsheet.core.values.dates import ReadDate, read_date

_UNTIL = re.compile(r"\b(?:until|till|til|bis|jusqu\w*|hasta|fino al?|tot|do)\b(.+)$", re.IGNORECASE)
_STRONGEST: tuple[Standpoint, ...] = ("closed", "paused", "not contacted", "open")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """What a record says about where its person stands.

    Attributes:
        is_status: whether a status or outcome says so, which holds until a newer row says otherwise; a response
            word speaks for its own row only.
    """

    standpoint: Standpoint
    is_status: bool
    place: Place | None = None
    paused_until: dt.date | None = None
    closed_on: dt.date | None = None


_OPEN = {is_status: Stand(standpoint="open", is_status=is_status) for is_status in (True, False)}


def read_stands(found: Unfolded) -> dict[int, Stand]:
    """Return where the person stands for each record that has a word about it."""
    sources = (found.status, found.outcome, found.answers)
    positions = set().union(*sources)
    if not found.outcome and not found.answers:
        is_open = {at for at, (meaning, _) in found.status.items() if meaning.standpoint == "open"}
        return {at: _OPEN[True] if at in is_open else _stand(found, at) for at in positions}
    return {position: _stand(found, position) for position in positions}


def _stand(found: Unfolded, position: int) -> Stand:
    status, outcome, answer = (
        found.status.get(position),
        found.outcome.get(position),
        found.answers.get(position),
    )
    words = [word for word in (status, outcome, answer) if word]
    is_status = bool(status or outcome)
    if len(words) == 1 and words[0][0].standpoint == "open":
        return _OPEN[is_status]
    meaning, column = min(words, key=lambda word: _STRONGEST.index(word[0].standpoint))
    is_closed, is_paused = meaning.standpoint == "closed", meaning.standpoint == "paused"
    days = [touch.on for touch in found.touches[position] if touch.on] if is_closed else []
    return Stand(
        standpoint=meaning.standpoint,
        place=found.table.place(position, column),
        is_status=is_status,
        paused_until=_until(found, position, column) if is_paused else None,
        closed_on=max(days, default=None),
    )


def _until(found: Unfolded, position: int, column: Column) -> dt.date | None:
    """Read the day in "On hold until 12 May 2026"."""
    match = _UNTIL.search(found.table.texts(column)[position])
    day = read_date(match[1].strip(" :)("), order=found.date_order) if match else None
    return day.on if isinstance(day, ReadDate) else None
