"""Headings and the cells below them to fields: which column is what.

The headings' words come first; where they leave something open the cells decide, and they can veto what the words say.
A column that fits nothing well is left unused: no mapping is better than a wrong one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from netsheet.core.columns import samples
from netsheet.core.columns.column import (
    IDENTITY,
    REPEATABLE,
    CellsDisagree,
    Column,
    Remark,
    Repeat,
    RepeatKind,
    numbered,
)
from netsheet.core.columns.competition import (
    settle_applications,
    settle_competition,
    settle_jobs,
    settle_names,
    settle_questions,
    settle_slots,
    settle_timestamps,
    settle_verbs,
)
from netsheet.core.columns.fields import FIELD_BY_NAME, Unsettled
from netsheet.core.columns.guesses import settle_guesses
from netsheet.core.columns.heading_grammar import fields_of_words, is_day_alone
from netsheet.core.columns.headings import ALTERNATIVES, EXACT, Heading, Understood, understand
from netsheet.core.columns.plain_words import plain_words
from netsheet.core.columns.samples import Sample, fits, known_share, take_sample
from netsheet.core.columns.special_headings import month_of_heading, verb_of_heading

if TYPE_CHECKING:
    import pandas as pd


_SENT = frozenset({"date", "first_contact"})
_SENTLIKE = _SENT | {"date_applied"}
_CONTACT_DAYS = _SENT | {"last_contact"}
_DAY_BESIDE = {"next_action": "follow_up", "response": "response_date"}
"""What a bare day is, right of such a column."""
_NUMBERS = frozenset({"number", "no", "nr", "num", "numero", "numer", "nummer"})
Others = set[str | Unsettled | None]
"""What the other columns of the sheet mean."""


def settle_columns(
    headings: Sequence[tuple[int, Heading]], frame: pd.DataFrame, chosen: Mapping[str, str]
) -> tuple[Column, ...]:
    """Decide what each column is.

    Args:
        headings: (sheet column, heading), ascending.
        frame: the cells below the headings, by sheet column (``table.build_frame``).
        chosen: the user's own mapping of headings to fields, which overrides everything.
    """
    own = {" ".join(plain_words(heading)): field for heading, field in chosen.items()}
    taken = {index: take_sample(frame[index].tolist()) for index, _ in headings}
    columns = [_first_view(index, heading, taken[index], own) for index, heading in headings]
    columns = _number_repeats(_without_second_list(columns))
    columns = _settle_months(_with_days_of_neighbours(columns), taken)
    columns = [_settle_open(column, columns, taken[column.index]) for column in columns]
    columns = settle_guesses(settle_questions(columns, taken), taken, frame)
    columns = settle_names(columns, frame)
    columns = settle_verbs(settle_timestamps(settle_slots(columns)))
    columns = settle_competition(settle_applications(settle_jobs(columns, taken)))
    return tuple(_with_days_noted(column, taken[column.index]) for column in columns)


def _first_view(index: int, heading: Heading, sample: Sample, own: Mapping[str, str]) -> Column:
    column = Column(index=index, heading=heading, field=None, filled=sample.filled)
    field = own.get(" ".join(heading.words))
    if field in FIELD_BY_NAME:
        return replace(column, field=field, strength=EXACT + 1)
    understood = understand(heading)
    if understood is None:
        return replace(column, month=month_of_heading(heading.shown))
    if understood.others:
        choices = (understood.field, *understood.others)
        understood = replace(understood, field=samples.best_of(choices, sample))
    return _by_words(column, understood)


def _by_words(column: Column, understood: Understood) -> Column:
    meaning, has_title = understood.field, understood.field is Unsettled.NAME_AND_TITLE
    return replace(
        column,
        field="name" if has_title else meaning if isinstance(meaning, str) else None,
        unsettled=meaning if isinstance(meaning, Unsettled) and not has_title else None,
        repeat=numbered(understood.number),
        slot=understood.slot,
        strength=understood.strength,
        has_title=has_title,
    )


def _with_days_of_neighbours(columns: list[Column]) -> list[Column]:
    """Take "When" to the right of "Next step" for its day, where another column has the days of contact."""
    result = columns[:1]
    for before, column in pairwise(columns):
        field = _DAY_BESIDE.get(before.field or "")
        meanings = {other.meaning for other in columns if other is not column and not other.slot}
        is_of_neighbour = (
            field not in {None, *meanings}
            and column.field == "date"
            and column.index == before.index + 1
            and before.repeat.is_once
            and column.repeat.is_once
            and not _CONTACT_DAYS.isdisjoint(meanings)
            and is_day_alone(column.heading.words)
        )
        result.append(replace(column, field=field) if is_of_neighbour else column)
    return result


def _without_second_list(columns: list[Column]) -> list[Column]:
    """Leave out a second list of people that begins behind an empty column with the headings of the first one."""
    for place, (before, column) in enumerate(pairwise(columns), start=1):
        known = {other.heading.words for other in columns[:place] if other.field in IDENTITY}
        further = [other for other in columns[place:] if other.heading.words in known]
        if (
            column.index > before.index + 1
            and further
            and len(known) == len({other.heading.words for other in further})
        ):
            left_out = (
                replace(other, field=None, unsettled=None, month=None, remark=Remark.SECOND_LIST)
                for other in columns[place:]
            )
            return [*columns[:place], *left_out]
    return columns


def _number_repeats(columns: list[Column]) -> list[Column]:
    """Number headings that come several times with the same words ("Date" three times), in their order."""
    keys = [(column.meaning, column.heading.words) for column in columns]
    total = Counter(keys)
    is_wide = any(
        count > 1 and meaning in {"date", "follow_up", Unsettled.FOLLOW_UP}
        for (meaning, _), count in total.items()
    )
    if not is_wide:
        return columns
    so_far: Counter[tuple[str | Unsettled | None, tuple[str, ...]]] = Counter()
    result = []
    for key, column in zip(keys, columns, strict=True):
        so_far[key] += 1
        can_repeat = column.field in REPEATABLE or column.unsettled is Unsettled.FOLLOW_UP
        is_repeat = total[key] > 1 and column.repeat.is_once and can_repeat
        result.append(replace(column, repeat=numbered(so_far[key])) if is_repeat else column)
    return result


def _settle_months(columns: list[Column], taken: Mapping[int, Sample]) -> list[Column]:
    """Keep month headings as touch columns where there are at least two of them.

    A month without its year places no mark: such a column is used where a cell holds a whole date, else ignored.
    """
    months = [column for column in columns if column.month]
    if len(months) < 2:
        return [replace(column, month=None) if column.month else column for column in columns]
    numbers = {column.index: number for number, column in enumerate(months, start=1)}
    return [
        column
        if column.month is None
        else replace(column, field="date", repeat=Repeat(RepeatKind.MONTH, numbers[column.index]))
        if column.month[0] or taken[column.index].share(samples.is_written_day)
        else replace(column, month=None, remark=Remark.MONTH_WITHOUT_YEAR)
        for column in columns
    ]


def _settle_open(column: Column, columns: list[Column], sample: Sample) -> Column:
    """Let the cells decide what the heading leaves open, and veto what they contradict."""
    if column.meaning is None or column.month or column.strength > EXACT:
        return column
    others = {other.meaning for other in columns if other.index != column.index and not other.slot}
    if _is_done_or_due(column, others, sample):
        return replace(column, unsettled=None, remark=Remark.DONE_OR_DUE)
    if column.field is None:
        field = _decide(column, others, sample)
        return replace(column, field=field, unsettled=None, strength=min(column.strength, EXACT - 1))
    if fits(column.field, sample):
        return _refined(column, column.field, others, sample)
    is_other = samples.is_other_kind(column.field, sample)
    return _instead(column, column.field, others, sample) if is_other else column


def _refined(column: Column, field: str, others: Others, sample: Sample) -> Column:
    """Let the cells say more than a heading that they fit: a "Response" of days, a "Number" to call."""
    is_number = field == "id" and _NUMBERS.issuperset(column.heading.words) and "phone" not in others
    if is_number and sample.share(samples.is_written_phone) >= 0.5:
        return replace(column, field="phone")
    is_response = field == "response" and "response_date" not in others
    if is_response and sample.share(samples.is_date_like) >= 0.5:
        return replace(column, field="response_date")
    return column


def _instead(column: Column, field: str, others: Others, sample: Sample) -> Column:
    """Find what a vetoed column is, where its cells say so beyond doubt; else set it aside."""
    is_dated = sample.share(samples.is_date_like) >= 0.5
    is_marked = sample.share(samples.is_yes_or_no) >= 0.5
    has_sent_day = bool(_SENT & others)
    if is_marked and field in _SENTLIKE and not _SENTLIKE & others:
        return replace(column, field="date", remark=Remark.TICKS)
    choices = (
        ("date", is_dated and (not column.repeat.is_once or (field == "message" and not has_sent_day))),
        (
            "is_sent",
            is_marked
            and field in _SENTLIKE
            and column.repeat.is_once
            and not verb_of_heading(column.heading),
        ),
        ("first_contact", is_dated and field == "source" and "first_contact" not in others),
        ("follow_up_done", is_marked and field == "follow_up"),
        (
            "follow_up",
            field == "next_action"
            and fits("follow_up", sample)
            and not others & {"follow_up", Unsettled.FOLLOW_UP},
        ),
        ("email", field == "name" and sample.share(samples.is_email) >= 0.5 and "email" not in others),
    )
    found = next((choice for choice, is_it in choices if is_it), None)
    # A heading of single words that may mean it ("By" is a town in Danish) does not need to be explained.
    is_said = found is None and column.strength > ALTERNATIVES
    return replace(column, field=found, remark=CellsDisagree(field=field) if is_said else None)


_EITHER = {Unsettled.VIA: ("channel", 0.6, "source"), Unsettled.STATE: ("status", 0.3, "location")}
"""Headings that are a word field where its vocabulary knows that share of the cells, else the other field."""


def _decide(column: Column, others: Others, sample: Sample) -> str | None:
    if column.unsettled is Unsettled.CONTACT:
        return _decide_contact(column, others, sample)
    if column.unsettled is Unsettled.LINK:
        return _decide_link(others, sample)
    if column.unsettled in _EITHER:
        word, least, other = _EITHER[column.unsettled]
        return word if word not in others and known_share(sample, word) >= least else other
    if column.unsettled is Unsettled.DUE:
        return _decide_due(column, others)
    if column.unsettled is Unsettled.TYPE:
        return _decide_type(column, others, sample)
    return _decide_follow_up(column, others, sample)


def _decide_contact(column: Column, others: Others, sample: Sample) -> str | None:
    if not column.repeat.is_once and sample.share(samples.is_date_like) >= 0.5:
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


def _decide_link(others: Others, sample: Sample) -> str | None:
    if sample.share(samples.is_profile_address) >= 0.5:
        return "linkedin"
    if sample.share(samples.is_email) >= 0.5:
        return "email"
    if sample.share(samples.is_web_address) < 0.3:
        return None
    return "job_url" if "date_applied" in others and "job_url" not in others else "website"


def _decide_due(column: Column, others: Others) -> str | None:
    """Distinguish the day of the next step in another column ("Deadline") from an appointment ("Termin")."""
    if "next_action" in others and not others & {"follow_up", Unsettled.FOLLOW_UP}:
        return "follow_up"
    return "meeting_date" if "termin" in column.heading.words and "meeting_date" not in others else None


def _decide_type(column: Column, others: Others, sample: Sample) -> str | None:
    shares = [
        (known_share(sample, field), field)
        for field in ("relationship", "channel", "kind")
        if field not in others
    ]
    best = max(shares, default=(0.0, ""), key=lambda pair: pair[0])
    if best[0] >= 0.6:
        return best[1]
    is_of_person = "relationship" in fields_of_words(column.heading.words) and "relationship" not in others
    return "relationship" if is_of_person and fits("relationship", sample) else None


def _is_done_or_due(column: Column, others: Others, sample: Sample) -> bool:
    """Whether yes and no below a bare "Follow up?" may mean done or to be done, as another column has the days.

    A guess could lose a plan.
    """
    is_bare = column.unsettled is Unsettled.FOLLOW_UP and column.repeat.is_once and "follow_up" in others
    return is_bare and sample.share(samples.is_yes_or_no) >= 0.5


def _with_days_noted(column: Column, sample: Sample) -> Column:
    """Mark a column that nobody uses although it holds days: they may be what the user logs."""
    is_unknown = column.field is None and column.remark is None
    has_days = is_unknown and sample.share(samples.is_written_day) >= 0.5
    return replace(column, remark=Remark.UNKNOWN_DAYS) if has_days else column


def _decide_follow_up(column: Column, others: Others, sample: Sample) -> str | None:
    if sample.cells and sample.share(samples.is_yes_or_no) >= 0.5:
        return "follow_up_done"
    if sample.share(samples.is_number) >= 0.5 and not sample.share(samples.is_day_word):
        return None
    if not sample.cells or sample.share(samples.is_day_word):
        return "follow_up"  # a single day among notes is a promise to remember; the notes are kept as notes
    is_note = column.repeat.is_once and "next_action" not in others
    return "next_action" if is_note else None
