"""Headings and the cells below them to fields: which column is what.

One responsibility: to settle what the headings' words leave open, where the values decide, veto or compete.
A column that fits nothing well is left unused: no mapping is better than a wrong one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from netsheet.core.columns import samples
from netsheet.core.columns.column import REPEATABLE, Column
from netsheet.core.columns.competition import (
    settle_applications,
    settle_competition,
    settle_names,
    settle_slots,
    settle_timestamps,
    settle_verbs,
)
from netsheet.core.columns.fields import FIELD_BY_NAME
from netsheet.core.columns.headings import (
    EXACT,
    Understood,
    month_of_heading,
    plain_words,
    understand_heading,
)
from netsheet.core.columns.samples import Sample, fits, known_share, take_sample

if TYPE_CHECKING:
    import pandas as pd


_SENT = frozenset({"date", "first_contact"})


def settle_columns(
    headings: Sequence[tuple[int, str]], frame: pd.DataFrame, chosen: Mapping[str, str]
) -> tuple[Column, ...]:
    """Decide what each column is.

    Args:
        headings: (sheet column, heading text), ascending.
        frame: the cells below the headings, by sheet column (``table.build_frame``).
        chosen: the user's own mapping of headings to fields, which overrides everything.
    """
    own = {" ".join(plain_words(heading)): field for heading, field in chosen.items()}
    taken = {index: take_sample(frame[index].tolist()) for index, _ in headings}
    columns = [_first_view(index, heading, taken[index], own) for index, heading in headings]
    columns = _number_repeats(columns)
    columns = _settle_months(columns, taken)
    columns = [_settle_open(column, columns, taken[column.index]) for column in columns]
    columns = settle_names(columns, frame)
    columns = settle_verbs(settle_timestamps(settle_slots(columns)))
    columns = settle_competition(settle_applications(columns))
    return tuple(_with_days_told(column, taken[column.index]) for column in columns)


def _first_view(index: int, heading: str, sample: Sample, own: Mapping[str, str]) -> Column:
    column = Column(index=index, heading=heading, field=None, filled=sample.filled)
    field = own.get(" ".join(plain_words(heading)))
    if field in FIELD_BY_NAME:
        return replace(column, field=field, strength=EXACT + 1)
    understood = understand_heading(heading)
    if understood is None:
        month = month_of_heading(heading)
        return replace(column, month=month)
    return _seen(column, understood)


def _seen(column: Column, understood: Understood) -> Column:
    field, has_title = understood.field, understood.field == "name and title"
    return replace(
        column,
        field="name" if has_title else field,
        number=understood.number,
        slot=understood.slot,
        strength=understood.strength,
        has_title=has_title,
    )


def _number_repeats(columns: list[Column]) -> list[Column]:
    """Number headings that stand several times with the same words ("Date" three times), in their order."""
    seen: dict[tuple[str | None, str], int] = {}
    total: dict[tuple[str | None, str], int] = {}
    for column in columns:
        key = (column.field, " ".join(plain_words(column.heading)))
        total[key] = total.get(key, 0) + 1
    is_wide = any(
        count > 1 and field in {"date", "follow_up?", "follow_up"} for (field, _), count in total.items()
    )
    numbered = []
    for column in columns:
        key = (column.field, " ".join(plain_words(column.heading)))
        seen[key] = seen.get(key, 0) + 1
        is_repeat = (
            is_wide
            and total[key] > 1
            and not column.number
            and (column.field or "").rstrip("?") in REPEATABLE
        )
        numbered.append(replace(column, number=seen[key]) if is_repeat else column)
    return numbered


def _settle_months(columns: list[Column], taken: Mapping[int, Sample]) -> list[Column]:
    """Keep month headings as touch columns where there are at least two of them.

    A month without its year places no mark: such a column is used where a cell holds a whole date, else set aside.
    """
    months = [column for column in columns if column.month]
    if len(months) < 2:
        return [replace(column, month=None) if column.month else column for column in columns]
    numbers = {column.index: number for number, column in enumerate(months, start=1)}
    return [
        column
        if column.month is None
        else replace(column, field="date", number=100 + numbers[column.index])
        if column.month[0] or taken[column.index].share(samples.is_written_day)
        else replace(column, month=None, reason="month", wanted="date")
        for column in columns
    ]


def _settle_open(column: Column, columns: list[Column], sample: Sample) -> Column:
    """Let the cells decide what the heading leaves open, and veto what they contradict."""
    if column.field is None or column.month or column.strength > EXACT:
        return column
    others = {other.field for other in columns if other.index != column.index and not other.slot}
    if _is_done_or_due(column, others, sample):
        return replace(column, field=None, reason="done or due")
    if column.field.endswith("?"):
        return replace(
            column, field=_decide(column, others, sample), reason="", strength=min(column.strength, EXACT - 1)
        )
    if fits(column.field, sample):
        if (
            column.field == "response"
            and "response_date" not in others
            and sample.share(samples.is_date_like) >= 0.5
        ):
            return replace(column, field="response_date")
        return column
    return _instead(column, others, sample) if samples.is_other_kind(column.field, sample) else column


def _instead(column: Column, others: set[str | None], sample: Sample) -> Column:
    """Find what a vetoed column is, where its cells say so beyond doubt; else set it aside."""
    is_dated = sample.share(samples.is_date_like) >= 0.5
    if column.number and is_dated:
        return replace(column, field="date")
    if column.field in _SENT and not _SENT & others and sample.share(samples.is_yes_or_no) >= 0.5:
        return replace(column, field="date", reason="ticks")
    if column.field == "follow_up" and sample.share(samples.is_yes_or_no) >= 0.5:
        return replace(column, field="follow_up_done")
    if column.field == "name" and sample.share(samples.is_email) >= 0.5 and "email" not in others:
        return replace(column, field="email")
    return replace(column, field=None, reason="values", wanted=column.field or "")


_EITHER = {"via?": ("channel", 0.6, "source"), "state?": ("status", 0.5, "location")}
"""Headings that are a word field where its vocabulary knows that share of the cells, else the other field."""


def _decide(column: Column, others: set[str | None], sample: Sample) -> str | None:
    if column.field == "contact?":
        return _decide_contact(column, others, sample)
    if column.field == "link?":
        return _decide_link(others, sample)
    if column.field in _EITHER:
        word, least, other = _EITHER[column.field]
        return word if word not in others and known_share(sample, word) >= least else other
    if column.field == "due?":
        return _decide_due(column, others)
    if column.field == "type?":
        return _decide_type(others, sample)
    return _decide_follow_up(column, others, sample)


def _decide_contact(column: Column, others: set[str | None], sample: Sample) -> str | None:
    if column.number and sample.share(samples.is_date_like) >= 0.5:
        return "date"
    if not sample.cells:
        return None if "name" in others else "name"
    emails, phones = sample.share(samples.is_email), sample.share(samples.is_phone)
    profiles = sample.share(samples.is_profile_address)
    if emails and emails + phones >= 0.5:
        return "email"
    if phones >= 0.5 or profiles >= 0.5:
        return "phone" if phones >= 0.5 else "linkedin"
    if "name" in others or sample.share(samples.is_name_like) < 0.5 or known_share(sample, "channel") >= 0.5:
        return None
    return "name"


def _decide_link(others: set[str | None], sample: Sample) -> str | None:
    if sample.share(samples.is_profile_address) >= 0.5:
        return "linkedin"
    if sample.share(samples.is_email) >= 0.5:
        return "email"
    if sample.share(samples.is_web_address) < 0.3:
        return None
    return "job_url" if "date_applied" in others and "job_url" not in others else "website"


def _decide_due(column: Column, others: set[str | None]) -> str | None:
    """Tell the day of the next step beside it ("Deadline") from an appointment ("Termin")."""
    if "next_action" in others and not others & {"follow_up", "follow_up?"}:
        return "follow_up"
    return (
        "meeting_date" if "termin" in plain_words(column.heading) and "meeting_date" not in others else None
    )


def _decide_type(others: set[str | None], sample: Sample) -> str | None:
    shares = [
        (known_share(sample, field), field)
        for field in ("relationship", "channel", "kind")
        if field not in others
    ]
    best = max(shares, default=(0.0, ""), key=lambda pair: pair[0])
    return best[1] if best[0] >= 0.6 else None


def _is_done_or_due(column: Column, others: set[str | None], sample: Sample) -> bool:
    """Whether a bare "Follow up?" of yes and no stands beside the days: done, or to be done? A guess could lose a plan."""
    is_bare = column.field == "follow_up?" and not column.number and "follow_up" in others
    return is_bare and sample.share(samples.is_yes_or_no) >= 0.5


def _with_days_told(column: Column, sample: Sample) -> Column:
    """Mark a column that nobody uses although it holds days: they may be what the user logs."""
    is_unknown = column.field is None and not column.reason
    return (
        replace(column, reason="days")
        if is_unknown and sample.share(samples.is_written_day) >= 0.5
        else column
    )


def _decide_follow_up(column: Column, others: set[str | None], sample: Sample) -> str | None:
    if sample.cells and sample.share(samples.is_yes_or_no) >= 0.5:
        return "follow_up_done"
    if not sample.cells or sample.share(samples.is_day_word):
        return "follow_up"  # a single day among notes is a promise to remember; the notes are kept as notes
    is_note = not column.number and "next_action" not in others
    return "next_action" if is_note else None
