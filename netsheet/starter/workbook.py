"""Make the starter workbook with all its sheets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from netsheet.core.settings.sheet import SETTINGS_SHEET
from netsheet.starter.columns import (
    BREAKS,
    COMPANIES,
    DATES,
    EVENTS,
    GOAL_ROWS,
    GOALS,
    LOG,
    PEOPLE,
    RESOURCES,
)
from netsheet.starter.examples import log_examples, people_examples
from netsheet.starter.formats import make_look, new_workbook
from netsheet.starter.howto import write_howto
from netsheet.starter.settings_sheet import write_settings
from netsheet.starter.tables import LISTS_SHEET, write_lists, write_table

OPTIONAL = {
    "Goals": GOALS,
    "Breaks": BREAKS,
    "Events": EVENTS,
    "Dates": DATES,
    "Companies": COMPANIES,
    "Resources": RESOURCES,
}
"""The sheets that a new log may have too, in their order."""
USUAL = ("Goals", "Breaks")
_TAB_COLOURS = {"Log": "#6F91AD", "People": "#6F91AD", SETTINGS_SHEET: "#C9D3DC", "How to": "#C9D3DC"}


def starter_workbook(*, today: dt.date, optional: Collection[str] = USUAL, log: str = "log.xlsx") -> bytes:
    """A new log with the sheets Log, People, Netsheet Settings, How to and Lists, and the optional ones.

    Args:
        today: the example rows are in the two weeks before it.
        optional: which of the sheets of ``OPTIONAL`` it has.
        log: what the how-to page calls the file in the commands to type.

    Returns:
        The bytes of an .xlsx file; the same for the same day.
    """
    workbook, target = new_workbook(today)
    look = make_look(workbook)
    tables = {name: columns for name, columns in OPTIONAL.items() if name in optional}
    names = ("Log", "People", *tables, SETTINGS_SHEET, "How to", LISTS_SHEET)
    sheets = {name: workbook.add_worksheet(name) for name in names}
    for name, colour in _TAB_COLOURS.items():
        sheets[name].set_tab_color(colour)
    write_table(sheets["Log"], look, "Log", LOG, log_examples(today))
    write_table(sheets["People"], look, "People", PEOPLE, people_examples(today))
    for name, columns in tables.items():
        write_table(sheets[name], look, name, columns, GOAL_ROWS if name == "Goals" else ())
    write_settings(sheets[SETTINGS_SHEET], look)
    write_howto(sheets["How to"], look, tables, log)
    write_lists(workbook, sheets[LISTS_SHEET], look)
    sheets["Log"].activate()
    sheets["Log"].set_selection(len(log_examples(today)) + 1, 0, len(log_examples(today)) + 1, 0)
    workbook.close()
    return target.getvalue()
