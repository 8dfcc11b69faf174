"""What the sample workbooks have in common: a fixed date of creation and one quiet look."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import xlsxwriter

YEAR = 2026
INK, MUTED, RULE = "1F2F3D", "5B6B7A", "C9D3DC"
HEAD_FILL, HEAD_INK = "DDE5EC", "22384C"
DATE = "d mmm yyyy"


def day(text: str) -> dt.date | str:
    """``"3 Mar"`` as a date of 2026, ``"3 Mar 2025"`` as it says; anything else stays text."""
    for form, given in (("%d %b %Y", f"{text} {YEAR}"), ("%d %b %Y", text)):
        try:
            return dt.datetime.strptime(given, form).date()
        except ValueError:
            continue
    return text


def new_workbook() -> tuple[xlsxwriter.Workbook, io.BytesIO]:
    target = io.BytesIO()
    workbook = xlsxwriter.Workbook(target, {"in_memory": True, "default_date_format": DATE})
    workbook.set_properties({"author": "Robin Hale", "created": dt.datetime(YEAR, 1, 5, 9, 0)})
    return workbook, target


def formats(workbook: xlsxwriter.Workbook) -> dict[str, Any]:
    plain = {"font_color": f"#{INK}", "valign": "vcenter"}
    head = {"bold": True, "font_color": f"#{HEAD_INK}", "bg_color": f"#{HEAD_FILL}", "bottom": 1}
    return {
        "head": workbook.add_format(
            {**head, "bottom_color": f"#{MUTED}", "text_wrap": True, "valign": "vcenter", "align": "left"}
        ),
        "text": workbook.add_format(plain),
        "wrap": workbook.add_format({**plain, "text_wrap": True}),
        "number": workbook.add_format({**plain, "align": "left"}),
        "check": workbook.add_format({**plain, "align": "left", "checkbox": True}),
        "date": workbook.add_format({**plain, "num_format": DATE, "align": "left"}),
        "title": workbook.add_format({"bold": True, "font_size": 16, "font_color": f"#{HEAD_INK}"}),
        "muted": workbook.add_format({"font_color": f"#{MUTED}", "italic": True}),
    }
