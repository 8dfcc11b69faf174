"""The formats of the summary sheet: quiet blue-grey, easy to read, in the same tones as the log's own columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from netsheet.core.owned_columns import STYLES
from netsheet.core.tones import TONES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

INK, MUTED, HEAD_INK, LINK = "#1F2F3D", "#55626F", "#22384C", "#1F4E79"
HEAD_FILL, TILE_FILL, RULE = "#DDE5EC", "#F2F5F8", "#C9D3DC"
BAR = "#A9C4DE"
SERIES: Final = ("#2F5C8A", "#C2741F", "#4A9A86", "#8793A0")
"""The colours of chart series, in this order: each at least 3 to 1 against white (WCAG 2.1, 1.4.11)."""

DAY, MONTH, SHARE, COUNT = "d mmm yyyy", "mmm yyyy", "0 %", "#,##0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The formats by their purpose. Text and fill contrast at least 4.5 to 1 (WCAG 2.1 AA)."""

    title: Format
    lead: Format
    section: Format
    caption: Format
    note: Format
    label: Format
    tile: Format
    tile_day: Format
    tile_share: Format
    heading: Format
    heading_right: Format
    text: Format
    strong: Format
    muted: Format
    wrapped: Format
    link: Format
    day: Format
    count: Format
    share: Format
    month: Format
    tones: Mapping[str, Format]


def make_look(workbook: Workbook) -> Look:
    """Add the formats to a workbook."""
    plain: dict[str, Any] = {"font_color": INK, "valign": "vcenter", "align": "left"}
    inset = {**plain, "indent": 1}
    ruled = {**inset, "bottom": 1, "bottom_color": RULE}
    number = {**ruled, "align": "right"}
    tile = {**inset, "bold": True, "font_size": 16, "font_color": HEAD_INK, "bg_color": TILE_FILL}
    heading = {**inset, "bold": True, "font_color": HEAD_INK, "bg_color": HEAD_FILL}

    def made(properties: Mapping[str, Any], **more: object) -> Format:
        return workbook.add_format({**properties, **more})

    return Look(
        title=made(plain, bold=True, font_size=20, font_color=HEAD_INK),
        lead=made(plain, font_color=MUTED, italic=True),
        section=made(plain, bold=True, font_size=14, font_color=HEAD_INK, bottom=2, bottom_color=HEAD_INK),
        caption=made(plain, bold=True, font_color=HEAD_INK),
        note=made(plain, font_color=MUTED),
        label=made(inset, font_color=MUTED, bg_color=TILE_FILL, font_size=10),
        tile=made(tile, num_format=COUNT),
        tile_day=made(tile, num_format=DAY),
        tile_share=made(tile, num_format=SHARE),
        heading=made(heading),
        heading_right=made(heading, align="right"),
        text=made(ruled),
        strong=made(ruled, bold=True),
        muted=made(ruled, font_color=MUTED),
        wrapped=made(ruled, text_wrap=True),
        link=made(ruled, font_color=LINK, underline=1),
        day=made(ruled, num_format=DAY),
        count=made(number, num_format=COUNT),
        share=made(number, num_format=SHARE),
        month=made(ruled, num_format=MONTH),
        tones={tone: _tone(workbook, ruled, f"tone-{tone}") for tone in TONES},
    )


def _tone(workbook: Workbook, ruled: Mapping[str, Any], style: str) -> Format:
    """Copy the format that a tone has in the log's own columns."""
    known = STYLES[style]
    return workbook.add_format(
        {
            **ruled,
            "bold": known.bold,
            "font_color": f"#{known.font_color}",
            "bg_color": f"#{known.fill_color}",
        }
    )
