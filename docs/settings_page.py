"""Writes docs/settings.md from the table of settings, and from what the sheets Goals and Breaks may hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from netsheet.core.calendar import Period
from netsheet.core.numbers.goal_counts import METRIC_NAMES
from netsheet.core.numbers.goal_filters import FilterField
from netsheet.core.numbers.goal_sheet import COLUMNS as GOAL_COLUMNS
from netsheet.core.settings.breaks import COLUMNS as BREAK_COLUMNS
from netsheet.core.settings.catalog import SETTINGS, Setting, spell_value
from netsheet.core.values.vocabulary import OWN_MEANINGS

_HEAD = """\
# Settings

`netsheet settings my-log.xlsx` adds the sheet *Netsheet Settings* to your log, with every setting, its default and its
meaning; `netsheet init` makes a new log that has it already. Change the column Value, save, and refresh. From then on
netsheet only reads the sheet, and it travels with the workbook. An empty value means the default; one that cannot be
used is named by `netsheet check my-log.xlsx`, and the default applies. Without the sheet all defaults apply.

| setting | default | type | meaning |
|---|---|---|---|
"""

_HEADINGS = """
## Your own headings

A row `Heading: ` with your heading behind it says what that heading means: type the name of a [field](fields.md) into
the column Value, or let netsheet write the row: `netsheet settings my-log.xlsx --map "Coffee?=meeting_date"`.

## Your own status words

A row `Word: ` with a word of your Status, Stage, Outcome or Response column behind it says what that word means to you. The meanings
are {meanings}. netsheet writes the row, too: `netsheet settings my-log.xlsx --word "Techscreen=conversation"`.

"""


def settings_page() -> str:
    """Write docs/settings.md."""
    return "".join(
        (
            _HEAD,
            *map(_row, SETTINGS),
            _HEADINGS.format(meanings=", ".join(OWN_MEANINGS)),
            *_breaks(),
            *_goals(),
        )
    )


def _row(setting: Setting) -> str:
    default = spell_value(setting.default)
    return f"| {setting.name} | {default or 'empty'} | {setting.expected} | {setting.meaning} |\n"


def _breaks() -> Iterator[str]:
    yield "## The sheet Breaks\n\n"
    yield f"Optional, with the columns {_listed(BREAK_COLUMNS)}: a row for each holiday or illness. On those days nothing\n"
    yield "falls due, goals become smaller, and no streak ends. Without To, a break is one day long.\n\n"


def _goals() -> Iterator[str]:
    fields = _listed([f"`{name}`" for name in get_args(FilterField) if name != "any"])
    yield f"## The sheet Goals\n\nOptional, with the columns {_listed(GOAL_COLUMNS)}: a row for each goal. What is\n"
    yield f"done is counted from the log. Per is {_listed(get_args(Period), 'or')}. Filter narrows a goal to a\n"
    yield "value, such as `LinkedIn`, or to one in a named column, such as `channel: LinkedIn`; it may name\n"
    yield f"{fields}. A row without a target is named by `check`.\n\n"
    yield f"The goals are {_listed(tuple(METRIC_NAMES.values()))}.\nWithout the sheet there are no goals.\n"


def _listed(names: Sequence[str], last: str = "and") -> str:
    return f"{', '.join(names[:-1])} {last} {names[-1]}"
