"""The page that the blocks are written on, from the top down: one grid of columns, texts made safe, nothing merged.

Whatever comes from a cell is written as a string, so that it can never become a formula or a link by itself.
"""

from __future__ import annotations

import datetime as dt
import math
import re
import textwrap
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Literal

from netsheet.core.drafts.addresses import linkedin_page
from netsheet.core.email import mailto
from netsheet.core.grid import cell_address
from netsheet.core.model import Channel, Person, Place
from netsheet.core.summary.people_notes import WRITABLE
from netsheet.core.text import one_line
from netsheet.render.summary.look import BAR, Look, make_look

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

SUMMARY_SHEET: Final = "Netsheet Summary"
WIDTHS: Final = (20, 18, 14, 12, 9, 9, 9, 52)
A, B, C, D, E, F, G, H = range(8)  # a column's letter

MOST_CHARACTERS: Final = 300
MOST_NAME_CHARACTERS: Final = 120
MOST_LINK_CHARACTERS: Final = 2079
MOST_LINKS: Final = 65_530
LINE_CHARACTERS: Final = 160

_ROW_POINTS, _LINE_POINTS, _SECTION_POINTS, _GAP_POINTS = 16.5, 14.0, 22.5, 9.0
_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

Kind = Literal["text", "strong", "muted", "day", "count", "share", "month"]
Value = str | int | float | dt.date | None


class Page:
    """A sheet being written from the top down.

    Attributes:
        row: the next free row, from 0.
        heights: in points, of the rows that are higher than usual.
        unit_rows: the rows that begin something best printed on one page.
    """

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        self.look: Look = make_look(workbook)
        self.sheet: Worksheet = workbook.add_worksheet(SUMMARY_SHEET)
        self.row = 0
        self.heights: dict[int, float] = {}
        self.unit_rows: list[int] = []
        self.links_count = 0
        self._most_lines = 1
        self.sheet.hide_gridlines(2)
        self.sheet.set_default_row(_ROW_POINTS)
        for column, width in enumerate(WIDTHS):
            self.sheet.set_column(column, column, width)

    def section(self, title: str, note: str = "") -> None:
        """Begin a block: an empty row, its title over the whole width, and a line that explains it."""
        self.unit_rows.append(self.row)
        self.leave_gap()
        self.set_height(_SECTION_POINTS)
        self._band(self.look.section)
        self.sheet.write_string(self.row, A, title, self.look.section)
        self.row += 1
        if note:
            self.say(note)

    def leave_gap(self) -> None:
        """Leave a low row empty."""
        self.set_height(_GAP_POINTS)
        self.row += 1

    def set_height(self, points: float) -> None:
        """Make the row higher than usual."""
        self.heights[self.row] = points
        self.sheet.set_row(self.row, points)

    def height_between(self, first_row: int, next_row: int) -> float:
        """Return the total height of some rows, in points."""
        return sum(self.heights.get(row, _ROW_POINTS) for row in range(first_row, next_row))

    def say(self, sentence: str, look: Format | None = None) -> None:
        """Write a sentence over the whole width, on as many rows as it needs."""
        for line in textwrap.wrap(writable(sentence, 4 * LINE_CHARACTERS), LINE_CHARACTERS):
            self.sheet.write_string(self.row, A, line, look or self.look.note)
            self.row += 1

    def say_more(self, count: int, rest: str = ".") -> None:
        """Say how many more there are than the page shows, if any."""
        if count:
            self.say(f"And {count:,} more{rest}")

    def headings(
        self, texts: Sequence[tuple[int, str]], *, right: Sequence[int] = (), until: int = len(WIDTHS)
    ) -> None:
        """Write a table's heading row. Headings of number columns are right-aligned."""
        self._band(self.look.heading, until)
        for column, text in texts:
            self.put_as(column, text, self.look.heading_right if column in right else self.look.heading)
        self.row += 1

    def begin_line(self, until: int = len(WIDTHS)) -> None:
        """Draw a line under the row, over the whole width or less."""
        self._band(self.look.text, until)
        self._most_lines = 1

    def end_line(self, wrapped: str = "") -> None:
        """Write the long text of a row into its last column, make the row high enough, and go to the next row."""
        self.put_wrapped(H, wrapped)
        if self._most_lines > 1:
            self.set_height(self._most_lines * _LINE_POINTS + 3)
        self.row += 1

    def put_wrapped(self, column: int, value: str, most: int = MOST_CHARACTERS) -> None:
        """Write a text of the row on as many lines as it needs; "" leaves the cell empty."""
        if not value:
            return
        text = writable(value, most)
        self.sheet.write_string(self.row, column, text, self.look.wrapped)
        self._most_lines = max(self._most_lines, _lines(text, WIDTHS[column]))

    def put(self, column: int, value: Value, kind: Kind = "text") -> None:
        """Write one value of the row; None leaves the cell empty."""
        look: Format = getattr(self.look, kind)
        self.put_as(column, value, look)

    def put_as(self, column: int, value: Value, look: Format) -> None:
        """Write one value of the row with its own format. None or "" leaves the cell empty."""
        if value == "":
            return
        if isinstance(value, str):
            self.sheet.write_string(self.row, column, writable(value, MOST_CHARACTERS), look)
        elif isinstance(value, dt.date):
            self.sheet.write_datetime(self.row, column, value, look)
        elif value is not None:
            self.sheet.write_number(self.row, column, value, look)

    def put_tone(self, column: int, word: str, tone: str) -> None:
        """Write a status in the colour of its tone. The word says the same."""
        self.sheet.write_string(self.row, column, word, self.look.tones[tone])

    def put_person(self, column: int, person: Person) -> None:
        """Write a person's name as a link to their row."""
        name = writable(person.name, MOST_NAME_CHARACTERS) or "(no name)"
        tip = f"Go to row {person.place.row} of your log"
        if not self._link(column, inside(person.place), name, tip):
            self.put(column, name)

    def put_place(self, column: int, place: Place | None) -> None:
        """Write a cell's sheet and address as a link to it."""
        if place is not None:
            self._put_link(column, place, f"{writable(place.sheet, MOST_NAME_CHARACTERS)}!{place.address}")

    def put_cell(self, column: int, place: Place | None, most: int) -> None:
        """Write a cell's address, and what fits of its sheet's name, as a link to it."""
        if place is not None:
            self._put_link(column, place, writable(f"{place.address}, {place.sheet}", most))

    def _put_link(self, column: int, place: Place, text: str) -> None:
        tip = f"Go to cell {place.address} of {writable(place.sheet, MOST_NAME_CHARACTERS)}"
        if not self._link(column, inside(place), text, tip):
            self.put(column, text)

    def put_writing(self, column: int, person: Person, channels: Sequence[Channel] = WRITABLE) -> None:
        """Write a link by which the person can be written to: a new e-mail, else their LinkedIn page; or nothing.

        Args:
            column: where.
            person: to whom.
            channels: the ways that suit, the best one first.
        """
        links = {
            "e-mail": (
                mailto(person.email),
                "E-mail",
                f"Write to {writable(person.email, MOST_NAME_CHARACTERS)}",
            ),
            "LinkedIn": (linkedin_page(person.linkedin), "LinkedIn", "Open their LinkedIn page"),
        }
        for channel in channels:
            address, text, tip = links.get(channel, ("", "", ""))
            if address and self._link(column, address, text, tip):
                return

    def data_bar(self, column: int, first_row: int, highest: float) -> None:
        """Draw bars behind the numbers of a column, from ``first_row`` to the row before this one."""
        bar = {
            "type": "data_bar",
            "bar_color": BAR,
            "bar_solid": True,
            "bar_no_border": True,
            "min_type": "num",
            "min_value": 0,
            "max_type": "num",
            "max_value": highest,
        }
        self.sheet.conditional_format(first_row, column, self.row - 1, column, bar)

    def _band(self, look: Format, until: int = len(WIDTHS)) -> None:
        for column in range(until):
            self.sheet.write_blank(self.row, column, None, look)

    def _link(self, column: int, address: str, text: str, tip: str) -> bool:
        """Write a link and return whether that worked. Spreadsheets limit how long and how many links are."""
        if _UNWRITABLE.search(address) or len(address.encode("utf-16-le")) // 2 > MOST_LINK_CHARACTERS:
            return False
        if self.links_count >= MOST_LINKS:
            return False
        self.links_count += 1
        self.sheet.write_url(self.row, column, address, self.look.link, text, tip)
        return True


def inside(place: Place) -> str:
    """Return the link to a cell in the same workbook."""
    return "internal:'" + place.sheet.replace("'", "''") + "'!" + cell_address(place.row, place.column)


def writable(text: str, most: int) -> str:
    """Return a text on one line that fits into any spreadsheet cell, shortened if it is too long."""
    return one_line(_UNWRITABLE.sub(" ", text), most)


def _lines(text: str, width: float) -> int:
    """Estimate how many lines a text needs in a column. Wide characters need twice the space."""
    room = sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
    return math.ceil(room / (1.15 * width))
