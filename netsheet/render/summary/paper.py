"""Set how the sheet is printed: one page wide, the title on every page, and page breaks between blocks."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from netsheet.render.summary.charts import PAGE_PIXELS
from netsheet.render.summary.sheet_page import WIDTHS, Page
from netsheet.render.summary.top import TITLE_POINTS

A4: Final = 9
_WIDTH, _HEIGHT = 595.0, 792.0  # points, upright: as narrow as A4, as low as Letter
_SIDE, _TOP, _BOTTOM = 0.4, 0.5, 0.7  # inches
_POINTS_AN_INCH, _POINTS_A_PIXEL = 72.0, 0.75
_SPARE = 0.97
"""Use only this share of a page, because programs differ a little in how much fits on it."""
_SMALLER: Final = 1.26
"""A sheet that is at most this much too high is printed that much smaller, on one page. (A4 alone has room for 1.1.)"""


def set_print(page: Page, *, last_row: int, foot: str) -> None:
    """Set the paper, the area down to ``last_row``, the page breaks, and a footer with the page number."""
    sheet = page.sheet
    sheet.set_portrait()
    sheet.set_paper(A4)
    sheet.set_margins(left=_SIDE, right=_SIDE, top=_TOP, bottom=_BOTTOM)
    breaks = find_breaks(page, last_row=last_row)
    is_one = is_one_page(page, last_row)
    sheet.fit_to_pages(1, 1 if is_one else 0)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, last_row, len(WIDTHS) - 1)
    sheet.set_footer(f"&L{foot}&RPage &P of &N")
    if breaks and not is_one:
        sheet.set_h_pagebreaks(breaks)


def is_one_page(page: Page, last_row: int) -> bool:
    """Whether the sheet down to a row goes on one page, if need be a little smaller."""
    return page.height_between(0, last_row + 1) <= _room_of_a_page() * _SMALLER


def _room_of_a_page() -> float:
    """Return how high the rows of one page can be, in points, when the sheet is as wide as the page."""
    printable = _HEIGHT - (_TOP + _BOTTOM) * _POINTS_AN_INCH
    scale = (_WIDTH - 2 * _SIDE * _POINTS_AN_INCH) / (PAGE_PIXELS * _POINTS_A_PIXEL)
    return printable / scale * _SPARE


def find_breaks(page: Page, *, last_row: int) -> list[int]:
    """Return the rows that start a new page, so that a block that fits on one page is not split."""
    room = _room_of_a_page()
    used = page.height_between(0, page.unit_rows[0]) if page.unit_rows else 0.0
    breaks = []
    rows = [row for row in page.unit_rows if row <= last_row]
    for first_row, next_row in pairwise((*rows, last_row + 1)):
        height = page.height_between(first_row, next_row)
        if used + height > room and TITLE_POINTS + height <= room:
            breaks.append(first_row)
            used = TITLE_POINTS
        used += height
        if used > room:
            used = TITLE_POINTS + used % room
    return breaks
