"""The formats of the starter workbook: quiet blue-grey, Calibri, easy to read."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

if TYPE_CHECKING:
    from xlsxwriter.format import Format

INK, MUTED, HEAD_INK = "#1F2F3D", "#5B6B7A", "#22384C"
HEAD_FILL, INPUT_FILL, RULE = "#DDE5EC", "#F5F8FA", "#C9D3DC"
OURS_INK, OURS_FILL = "#FFFFFF", "#2F4F6B"
"""The headings of the columns that netsheet fills in."""
DONE_HEAD_FILL, DONE_FILL = "#FFE08A", "#FFF8DF"
"""The one column of ours that people type into."""
DATE, DAY_OF_YEAR = "d mmm yyyy", "d mmmm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The formats by their purpose. Text and fill contrast at least 4.5 to 1 (WCAG 2.1 AA)."""

    title: Format
    lead: Format
    heading: Format
    ours: Format
    done: Format
    text: Format
    wrapped: Format
    date: Format
    birthday: Format
    number: Format
    words: Format
    example: Format
    example_date: Format
    setting: Format
    value: Format
    meaning: Format
    step: Format
    code: Format


def new_workbook(created_on: dt.date) -> tuple[Workbook, io.BytesIO]:
    """An empty workbook that is always the same for the same day, and the buffer for its bytes."""
    target = io.BytesIO()
    workbook = Workbook(target, {"in_memory": True})
    created = dt.datetime.combine(created_on, dt.time(9), tzinfo=None)
    workbook.set_properties(
        {"title": "Networking log", "comments": "Made by netsheet init", "created": created}
    )
    return workbook, target


def make_look(workbook: Workbook) -> Look:
    """Add the formats to a workbook."""
    plain = {"font_color": INK, "valign": "vcenter", "align": "left"}
    ruled = {**plain, "bottom": 1, "bottom_color": RULE}
    muted = {**plain, "font_color": MUTED, "italic": True}
    heading = {**plain, "bold": True, "font_color": HEAD_INK, "bottom": 1, "bottom_color": MUTED}
    value = {**ruled, "bg_color": INPUT_FILL, "bold": True}

    def made(properties: Mapping[str, object], **more: object) -> Format:
        return workbook.add_format({**properties, **more})

    return Look(
        title=made(plain, bold=True, font_size=18, font_color=HEAD_INK),
        lead=made(plain, font_color=MUTED, text_wrap=True),
        heading=made(heading, bg_color=HEAD_FILL),
        ours=made(heading, font_color=OURS_INK, bg_color=OURS_FILL),
        done=made(heading, bg_color=DONE_HEAD_FILL),
        text=made(plain),
        wrapped=made(plain, text_wrap=True),
        date=made(plain, num_format=DATE),
        birthday=made(plain, num_format=DAY_OF_YEAR),
        number=made(plain, num_format="0"),
        words=made(plain, num_format="@", bg_color=DONE_FILL),
        example=made(muted),
        example_date=made(muted, num_format=DATE),
        setting=made(ruled),
        value=made(value),
        meaning=made(ruled, font_color=MUTED, text_wrap=True),
        step=made(plain, bold=True, font_size=12, font_color=HEAD_INK),
        code=made(plain, font_name="Consolas", font_size=10, bg_color=INPUT_FILL, indent=1),
    )
