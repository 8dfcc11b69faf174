"""A column of the log's sheet, and the groups of fields that are treated alike."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum

from netsheet.core.columns.fields import Unsettled
from netsheet.core.columns.headings import EXACT, Heading

SEVERAL = frozenset({"notes", "tags", "details", "email", "phone"})
"""Fields that may fill several columns: their texts are joined, their addresses all belong to the person."""

QUIET = frozenset({"id", "owner"})
"""Fields whose second column is left unused without a remark."""

REPEATABLE = frozenset({
    "date", "channel", "kind", "direction", "intent", "template", "subject", "message", "response", "response_type", "response_date",
    "outcome", "follow_up", "follow_up_done", "meeting_date", "notes",
})  # fmt: skip
"""Fields of a touch that a wide log repeats."""

PERSON_SLOT = frozenset({"name", "first_name", "last_name", "email", "phone", "linkedin", "title"})
IDENTITY = frozenset({"name", "first_name", "last_name", "email", "linkedin", "company"})


class RepeatKind(IntEnum):
    """Why a field has several columns. The order is the one in which they are read."""

    ONCE = 0
    NUMBERED = 1
    VERB = 2
    MONTH = 3


@dataclass(frozen=True, slots=True, order=True)
class Repeat:
    """Which column of a repeated field this is: the second "Follow-up", the third month.

    Columns of one touch share their repeat: "Date 2", "Channel 2" and "Response 2" tell of the same message.
    """

    kind: RepeatKind = RepeatKind.ONCE
    number: int = 0

    @property
    def is_once(self) -> bool:
        """Whether the field is not repeated here."""
        return self.kind is RepeatKind.ONCE


ONCE = Repeat()


def numbered(number: int) -> Repeat:
    """Return the repeat of a number in a heading ("Follow-up 2"), 0 for a heading without one."""
    return Repeat(RepeatKind.NUMBERED, number) if number else ONCE


class Remark(Enum):
    """What to tell the user about a column that is read in a special way, or not at all."""

    MONTH_WITHOUT_YEAR = "a month without its year"
    TICKS = "its marks tell that you wrote, not when"
    UNKNOWN_DAYS = "it holds days: of what? Say so in Netsheet Settings"
    DONE_OR_DUE = "its yes may mean done, or due"
    GUESSED = "by its cells"
    SECOND_LIST = "of a second list"

    @property
    def words(self) -> str:
        """The remark as `check` shows it."""
        return self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class BeatenBy:
    """Another column is used for the field: ``heading`` is that column's."""

    heading: str
    field: str

    @property
    def words(self) -> str:
        """The remark as `check` shows it."""
        return f"“{self.heading}” is read as {self.field}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CellsDisagree:
    """The heading means ``field``, and the cells below hold something else."""

    field: str

    @property
    def words(self) -> str:
        """The remark as `check` shows it."""
        return f"its cells do not look like {self.field}"


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedWith:
    """The numbers in this column are looked up on another sheet, which names the people."""

    sheet: str

    @property
    def words(self) -> str:
        """The remark as `check` shows it."""
        return f"the people are on the sheet “{self.sheet}”"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the log's sheet and what it was understood as.

    Attributes:
        index: the sheet column, from 1.
        field: our name, or None when the column is not used.
        unsettled: what the heading may mean, until the cells have decided; None in a column that is settled.
        repeat: which column of a repeated field it is.
        person: which person of the row it is about, 0 the row's own.
        month: (year, month) of a month column; the year is 0 when the heading does not say it.
        strength: how well the heading fits, ``headings.EXACT`` the best; higher where the user's settings say it.
        filled: how many cells below hold something, of those that were looked at.
        slot: the part a second person plays, as the heading says it ("recruiter"); "" for the row's own.
        remark: what to tell the user about it, or None.
        has_title: whether its cells hold a name and a role together.
    """

    index: int
    heading: Heading
    field: str | None
    unsettled: Unsettled | None = None
    repeat: Repeat = ONCE
    person: int = 0
    month: tuple[int, int] | None = None
    strength: int = EXACT
    filled: int = 0
    slot: str = ""
    remark: Remark | BeatenBy | CellsDisagree | JoinedWith | None = None
    has_title: bool = False

    @property
    def meaning(self) -> str | Unsettled | None:
        """The field, or what the heading may mean while that is open."""
        return self.field or self.unsettled
