"""Cell formats of a scratch workbook as properties of OpenDocument styles (ODF 1.3 part 3, 17.18 and 20)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netsheet.lossless.xml_text import escaped
from netsheet.opendocument.automatic_styles import AutomaticStyles, properties

if TYPE_CHECKING:
    from openpyxl.styles import Alignment, Border, Font, PatternFill
    from openpyxl.styles.styleable import StyleableObject

POINTS = {"thin": 0.75, "medium": 1.5, "thick": 2.25}
ALIGNED = {"left": "start", "right": "end", "center": "center"}
INDENT_INCHES = 0.1043
"""How far LibreOffice moves a text by one step of Excel's indent."""


def style_of(cell: StyleableObject, styles: AutomaticStyles) -> str:
    """Add the style of a scratch cell to the document's and return its name; a cell without a format is a plain one."""
    if not cell.has_style:
        return styles.default
    aligned: Alignment = cell.alignment
    shown = properties(
        _fill(cell.fill) + _border(cell.border) + _placed(aligned), _paragraph(aligned), _font(cell.font)
    )
    return styles.cell_style(shown, cell.number_format)


def color_of(color: object) -> str:
    """Return a colour as #rrggbb; "" where the scratch workbook gives none."""
    rgb = getattr(color, "rgb", None)
    return f"#{rgb[-6:].lower()}" if isinstance(rgb, str) else ""


def _fill(fill: PatternFill) -> str:
    color = color_of(fill.fgColor) if fill.fill_type == "solid" else ""
    return f' fo:background-color="{color}"' if color else ""


def _border(border: Border) -> str:
    sides = {"top": border.top, "bottom": border.bottom, "left": border.left, "right": border.right}
    return "".join(
        f' fo:border-{name}="{POINTS.get(side.style, 0.75)}pt solid {color_of(side.color) or "#000000"}"'
        for name, side in sides.items()
        if side is not None and side.style
    )


def _placed(aligned: Alignment) -> str:
    vertical = ' style:vertical-align="middle"' if aligned.vertical == "center" else ""
    return vertical + (' fo:wrap-option="wrap"' if aligned.wrap_text else "")


def _paragraph(aligned: Alignment) -> str:
    side = ALIGNED.get(aligned.horizontal or "", "")
    indented = f' fo:margin-left="{INDENT_INCHES * aligned.indent:.4f}in"' if aligned.indent else ""
    return (f' fo:text-align="{side}"' if side else "") + indented


def _font(font: Font) -> str:
    color = color_of(font.color)
    parts = [
        f' fo:color="{color}"' if color else "",
        f' fo:font-family="{escaped(font.name)}"',
        f' fo:font-size="{font.size:g}pt"',
        ' fo:font-weight="bold"' if font.bold else "",
        ' fo:font-style="italic"' if font.italic else "",
    ]
    if font.underline:
        parts.append(' style:text-underline-style="solid" style:text-underline-width="auto"')
    return "".join(parts)
