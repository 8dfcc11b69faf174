"""The sheet "How to" of the starter workbook: one page that explains the basics."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from netsheet.starter.formats import Look

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_TITLE = "Your networking log"
_LEAD = (
    "You write down who you were in touch with. netsheet works out who is waiting for what, and why, "
    "and writes it next to your rows. It changes nothing else in this workbook."
)
_STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Write one row for each touch",
        (
            "On the sheet Log: the date, the name, what it was. Every other column is optional.",
            "The columns with a light heading are yours. netsheet fills in those with a dark heading.",
            "Select a heading to read what belongs there. The drop-downs only suggest: other words are fine.",
        ),
    ),
    (
        "Add the people who matter",
        (
            "On the sheet People: one row for each person, with the name as on the sheet Log.",
            "netsheet uses the relationship, or your own cadence, to know when a check-in is due.",
        ),
    ),
    (
        "Save and close the workbook, then run",
        (
            "> netsheet refresh {log}",
            "The columns with a dark heading then say what is next for each person, when and why.",
            "In the yellow column, Netsheet done, you type what you did, for example done or they replied.",
            "The sheet Netsheet Summary shows today's list.",
        ),
    ),
    (
        "See the list, write the messages",
        (
            "> netsheet due {log}",
            "> netsheet draft {log}",
            "Drafts are files for you to finish. netsheet never sends anything.",
        ),
    ),
    (
        "Changed your mind?",
        (
            "> netsheet undo {log}",
            "This restores the workbook as it was before the last refresh, if nobody has changed it since.",
        ),
    ),
    (
        "Make it yours",
        (
            "Rename, move, hide or add columns and sheets as you like. Extend the drop-downs on the sheet Lists.",
            "All the numbers that netsheet uses are on the sheet Netsheet Settings.",
            'The rows whose name begins with "Example:" are never counted. Delete them when you like.',
        ),
    ),
)


_OPTIONAL = {
    "Goals": "Goals are counted from your log: type only what you want to reach, and in which time.",
    "Breaks": "Days on the sheet Breaks are days off: nothing is due.",
    "Events": "Events: a week and a day before, netsheet asks for your goal. Afterwards say who you met, and thank them:",
    "Dates": "Dates: birthdays, anniversaries and first days in a job come up some days ahead, so that you can write in time.",
    "Companies": "Companies: the places where you would like to work, why, and who opened the door.",
    "Resources": "Resources: articles worth sharing. Note who has which one.",
}
_COMMANDS = {"Events": '> netsheet event log.xlsx "Jobs evening" --met "Ana Lopez, Ben Okoro" --new'}


def _steps(optional: Collection[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the steps, with one about the optional sheets that the workbook has, before the last."""
    lines = [line for name in optional for line in (_OPTIONAL[name], _COMMANDS.get(name)) if line]
    *first, last = _STEPS
    return (*first, ("Use the other sheets if they help you", tuple(lines)), last) if lines else _STEPS


def write_howto(sheet: Worksheet, look: Look, optional: Collection[str], log: str) -> None:
    """Write the page on an empty sheet. Lines that begin with ">" are commands to type, with the name of the log."""
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 4)
    sheet.set_column(1, 1, 92)
    sheet.set_row(0, 34)
    sheet.write_string(0, 1, _TITLE, look.title)
    sheet.set_row(1, 34)
    sheet.write_string(1, 1, _LEAD, look.lead)
    row = 3
    for number, (step, lines) in enumerate(_steps(optional), start=1):
        sheet.set_row(row, 20)
        sheet.write_number(row, 0, number, look.step)
        sheet.write_string(row, 1, step, look.step)
        row = _write_lines(sheet, look, row + 1, [line.replace("{log}", log) for line in lines]) + 1
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 1)


def _write_lines(sheet: Worksheet, look: Look, row: int, lines: Sequence[str]) -> int:
    for line in lines:
        if line.startswith("> "):
            sheet.set_row(row, 20)
            sheet.write_string(row, 1, line[2:], look.code)
        else:
            sheet.set_row(row, 18)
            sheet.write_string(row, 1, line, look.wrapped)
        row += 1
    return row
