"""How a sheet of ours is printed and shown: a page style in styles.xml, and its view in settings.xml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from openpyxl.utils.cell import coordinate_to_tuple

from netsheet.lossless.xml_text import (
    Splice,
    Tag,
    close_of,
    end_of,
    escaped,
    filled,
    find_tag,
    find_tags,
    masked,
    root_tag,
)
from netsheet.opendocument.automatic_styles import BLOCK, OPTIONAL
from netsheet.opendocument.document import REQUIRED

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MASTERS = b"office:master-styles"
LAYOUT, MASTER = b"style:page-layout", b"style:master-page"
VIEWS, VIEW, ITEM = b"config:config-item-map-named", b"config:config-item-map-entry", "config:config-item"
PAGE_PREFIXES = (b"office", b"style", b"fo", b"text")
A4_INCHES = (11.6929, 8.2681)
FIELDS = {"&P": "<text:page-number>1</text:page-number>", "&N": "<text:page-count>1</text:page-count>"}


def page_name(sheet: str) -> str:
    """Return the name of the page style of one of our sheets."""
    return sheet.replace(" ", "")


def takes_pages(styles: bytes) -> bool:
    """Whether a styles part has the places for a page style, and the usual names."""
    mask = masked(styles)
    root, _ = root_tag(mask)
    usual = {prefix: name for prefix, name in (REQUIRED | OPTIONAL).items() if prefix in PAGE_PREFIXES}
    is_usual = all(root.attribute(b"xmlns:" + prefix) == name for prefix, name in usual.items())
    masters = find_tag(mask, MASTERS)
    return is_usual and find_tag(mask, BLOCK) is not None and masters is not None and not masters.is_empty


def page_splices(styles: bytes, sheets: Iterable[Worksheet]) -> Iterator[Splice]:
    """Yield the splices that add the page styles of some sheets to a styles part, or bring them up to date."""
    mask = masked(styles)
    added: dict[bytes, bytes] = {BLOCK: b"", MASTERS: b""}
    for sheet in sheets:
        name = page_name(sheet.title)
        layout = f'<style:page-layout style:name="{name}">{_layout(sheet)}</style:page-layout>'
        master = (
            f'<style:master-page style:name="{name}" style:page-layout-name="{name}">'
            f'<style:header style:display="false"/>{_footer(sheet)}</style:master-page>'
        )
        for block, element, new in ((BLOCK, LAYOUT, layout.encode()), (MASTERS, MASTER, master.encode())):
            former = named_tag(mask, element, name)
            if former is None:
                added[block] += new
            else:
                yield Splice(former.start, end_of(mask, element, former), new)
    yield from (_appended(mask, block, new) for block, new in added.items() if new)


def named_tag(mask: bytes, element: bytes, name: str) -> Tag | None:
    """Return the tag of the page layout or page style of a name, or None."""
    tags = find_tags(mask, element, 0, len(mask))
    return next((tag for tag in tags if tag.value(b"style:name") == name), None)


def _appended(mask: bytes, block: bytes, new: bytes) -> Splice:
    tag = find_tag(mask, block)
    if tag is not None and tag.is_empty:
        return Splice(tag.start, tag.end, filled(tag.text, block, new))
    close = close_of(mask, block, tag) if tag is not None else len(mask)
    return Splice(close, close, new)


def _layout(sheet: Worksheet) -> str:
    """Return what is in a page layout."""
    width, height = A4_INCHES if sheet.page_setup.orientation == "landscape" else A4_INCHES[::-1]
    margins, fitted = sheet.page_margins, sheet.sheet_properties.pageSetUpPr
    orientation = sheet.page_setup.orientation or "portrait"
    scaled = ""
    if fitted is not None and fitted.fitToPage:
        scaled = ' style:scale-to-X="1"'
        scaled += ' style:scale-to-Y="1"' if sheet.page_setup.fitToHeight != 0 else ""
    footer, below = "<style:footer-style/>", margins.bottom
    if sheet.oddFooter.left.text:  # here the footer is above the margin, not in it
        below = margins.footer
        height_of_footer = round(margins.bottom - margins.footer, 4)
        footer = (
            f'<style:footer-style><style:header-footer-properties fo:min-height="{height_of_footer:g}in" fo:margin-top="0.1in" fo:margin-left="0in" fo:margin-right="0in"/>'
            "</style:footer-style>"
        )
    return (
        f'<style:page-layout-properties fo:page-width="{width}in" fo:page-height="{height}in" '
        f'style:print-orientation="{orientation}" fo:margin-top="{margins.top}in" '
        f'fo:margin-bottom="{below}in" fo:margin-left="{margins.left}in" '
        f'fo:margin-right="{margins.right}in" style:print-page-order="ttb" style:first-page-number="continue"{scaled}/><style:header-style/>{footer}'
    )


def _footer(sheet: Worksheet) -> str:
    parts = {
        "left": sheet.oddFooter.left.text,
        "center": sheet.oddFooter.center.text,
        "right": sheet.oddFooter.right.text,
    }
    regions = "".join(
        f"<style:region-{name}><text:p>{_shown(text)}</text:p></style:region-{name}>"
        for name, text in parts.items()
        if text
    )
    return f"<style:footer>{regions}</style:footer>" if regions else '<style:footer style:display="false"/>'


def _shown(text: str) -> str:
    """Return a footer's text with its fields: openpyxl writes "&[Page]" for "&P"."""
    shown = escaped(text.replace("&[Page]", "&P").replace("&[Pages]", "&N"))
    for field, element in FIELDS.items():
        shown = shown.replace(escaped(field), element)
    return shown


def view_splices(settings: bytes, sheet: Worksheet) -> list[Splice]:
    """Return the splice that says how a new sheet is shown: frozen rows, no grid. A view that is there stays as it is."""
    mask = masked(settings)
    name = sheet.title.encode()
    for tag in find_tags(mask, VIEWS, 0, len(mask)):
        if tag.attribute(b"config:name") == b"Tables" and not tag.is_empty:
            close = close_of(mask, VIEWS, tag)
            entries = find_tags(mask, VIEW, tag.end, close)
            if any(entry.attribute(b"config:name") == name for entry in entries):
                return []
            return [Splice(close, close, _view(sheet).encode())]
    return []


def _view(sheet: Worksheet) -> str:
    """Return how a sheet is shown: its grid, what is frozen, and the cell that is selected."""
    row, column = coordinate_to_tuple(sheet.freeze_panes or "A1")
    items = [("ShowGrid", "boolean", str(bool(sheet.sheet_view.showGridLines)).lower())]
    for frozen, split, end in ((column - 1, "Horizontal", "Right"), (row - 1, "Vertical", "Bottom")):
        if frozen:
            items += [
                (f"{split}SplitMode", "short", "2"),
                (f"{split}SplitPosition", "int", str(frozen)),
                (f"Position{end}", "int", str(frozen)),
            ]
    if row > 1:
        items += [("ActiveSplitRange", "short", "3" if column > 1 else "2"), ("PositionTop", "int", "0")]
    selected = sheet.sheet_view.selection[-1].activeCell if sheet.sheet_view.selection else None
    if selected not in (None, "A1"):
        row, column = coordinate_to_tuple(selected)
        items += [("CursorPositionX", "int", str(column - 1)), ("CursorPositionY", "int", str(row - 1))]
    inner = "".join(
        f'<{ITEM} config:name="{name}" config:type="{kind}">{value}</{ITEM}>' for name, kind, value in items
    )
    entry = VIEW.decode()
    return f'<{entry} config:name="{escaped(sheet.title)}">{inner}</{entry}>'
