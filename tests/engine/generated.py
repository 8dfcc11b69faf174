"""Logs made at random: every oddity that the format allows, several of them at once, in one small workbook.

A strategy for Hypothesis. What a log holds is plain; how it is spelled, and what stands around it, is odd.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass

from hypothesis import strategies as st

from netsheet.core.grid import cell_address
from tests.engine import oracles
from tests.engine.odd import (
    LINKS,
    MAIN,
    ROWS,
    STRICT_LINKS,
    STRICT_MAIN,
    STYLES,
    OddSheet,
    streamed,
    table_part,
    workbook,
)

HEADINGS = ("Name", "Company", "Email", "Channel", "Status", "Date Sent")
DATE_COLUMN = len(HEADINGS)
FIRST_DAY, DAYS_OF_1904 = 46_054, 1_462
ESCAPES = {
    "&": ["&amp;", "&#38;", "&#x26;"],
    "<": ["&lt;", "&#60;"],
    ">": ["&gt;", ">"],
    "é": ["é", "&#233;"],
}
OTHER = f"<sheetData>{ROWS}</sheetData>".replace(' s="1"', "")
Position = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Content:
    """What a cell holds: a text or a number, perhaps as a formula's stored result."""

    value: str | int
    formula: str = ""
    is_day: bool = False


@dataclass(frozen=True, kw_only=True)
class Generated:
    """A workbook with a log.

    Attributes:
        data: its bytes.
        header_row: where the log's headings stand.
        unreadable: the address of the one cell that holds no day where one belongs.
        is_protected: whether the log's sheet is.
        has_references: whether its cells say where they stand; openpyxl reads no shared formulas where they do not.
    """

    data: bytes
    header_row: int
    unreadable: str
    is_protected: bool
    has_references: bool


@dataclass(frozen=True, kw_only=True)
class Manner:
    """How one workbook is spelled throughout."""

    prefix: str
    quote: str
    has_references: bool
    has_styles: bool
    is_strict: bool
    is_1904: bool
    texts: str

    @property
    def main(self) -> str:
        """The namespace of the sheets."""
        return STRICT_MAIN if self.is_strict else MAIN


MANNERS = st.builds(
    Manner,
    prefix=st.sampled_from(["", "x:", "ss-1.a:"]),
    quote=st.sampled_from("\"'"),
    has_references=st.booleans(),
    has_styles=st.booleans(),
    is_strict=st.booleans(),
    is_1904=st.booleans(),
    texts=st.sampled_from(["inline", "shared"]),
)
NAMES = st.text("abc é&<>'\"", max_size=6).map(lambda text: f"Ana {text}".strip())


@st.composite
def logs(draw: st.DrawFn) -> Generated:
    """Make a workbook with a log on its first sheet."""
    manner = draw(MANNERS)
    top = draw(st.sampled_from([1, 2, 4]))
    count = draw(st.integers(1, 4))
    odd_row = top + draw(st.integers(1, count))
    cells = draw(people(manner, top, count, odd_row))
    after, related = draw(surroundings(cells, top, count, manner))
    is_protected = draw(st.booleans())
    if is_protected:
        after = f'<{manner.prefix}sheetProtection sheet="1" objects="1"/>{after}'
    texts: list[str] = []
    whole = draw(sheet_part(manner, cells, after, texts))
    data = workbook(
        OddSheet(whole=whole, related=related),
        OddSheet(name="Hidden", state="hidden", data=OTHER),
        OddSheet(name="Deep", state="veryHidden", data=OTHER),
        strict=manner.is_strict,
        styles=STYLES if manner.has_styles else None,
        shared_strings="".join(texts) if manner.texts == "shared" else None,
        properties='<workbookPr date1904="1"/>' if manner.is_1904 else "",
        absolute=draw(st.booleans()),
    )
    if draw(st.booleans()):
        data = streamed(oracles.zip_parts(data), zip64=draw(st.booleans()))
    return Generated(
        data=data,
        header_row=top,
        unreadable=cell_address(odd_row, DATE_COLUMN),
        is_protected=is_protected,
        has_references=manner.has_references,
    )


@st.composite
def people(draw: st.DrawFn, manner: Manner, top: int, count: int, odd_row: int) -> dict[Position, Content]:
    """Make the log's own cells: headings, and a person in each row below."""
    cells: dict[Position, Content] = {
        (top, column): Content(value=heading) for column, heading in enumerate(HEADINGS, start=1)
    }
    for number in range(1, count + 1):
        row = top + number
        day = FIRST_DAY + number - (DAYS_OF_1904 if manner.is_1904 else 0)
        has_day = manner.has_styles and draw(st.booleans())
        sent = Content(value=day, is_day=True) if has_day else Content(value=f"2026-02-{number:02d}")
        values: list[Content | None] = [
            Content(value=f"{draw(NAMES)} {number}"),
            draw(st.none() | st.builds(Content, value=NAMES)),
            Content(value=f"ana{number}@example.com"),
            draw(st.sampled_from([None, Content(value="Email"), Content(value="Phone")])),
            None,
            Content(value="some day, maybe") if row == odd_row else sent,
        ]
        cells |= {(row, column): each for column, each in enumerate(values, start=1) if each is not None}
    return cells


@st.composite
def surroundings(
    draw: st.DrawFn, cells: dict[Position, Content], top: int, count: int, manner: Manner
) -> tuple[str, Mapping[str, tuple[str, str, str]]]:
    """Put what stands around the log into ``cells``; the XML behind the cell area, and the related parts."""
    p, right, merges = manner.prefix, DATE_COLUMN + 1, []
    bottom = top + count
    if top > 1:
        cells[1, 1] = Content(value="My networking")
        merges.append("A1:F1")
    table = draw(st.sampled_from(["none", "none", "plain", "totals"]))
    if table == "none" and draw(st.booleans()):
        merges.append(f"F{top}:G{top}")
        right += 1
    elif table == "totals":
        cells[bottom + 1, 1] = Content(value="Total")
    if table == "none" and draw(st.booleans()):
        right += add_formulas(cells, top, count, right)
    related: dict[str, tuple[str, str, str]] = {}
    if table != "none":
        last = bottom + (table == "totals")
        totals = ' totalsRowCount="1"' if table == "totals" else ""
        inner = f'<autoFilter ref="A{top}:F{bottom}"/>'
        part = table_part(
            name="Contacts", area=f"A{top}:F{last}", columns=HEADINGS, attributes=totals, inner=inner
        )
        related["tables/table1.xml"] = part
    if table != "none" and draw(st.booleans()):
        for at, text in enumerate(["Task", "Done", "Call", "no"]):
            cells[top + at // 2, right + 1 + at % 2] = Content(value=text)
        area = f"{cell_address(top, right + 1)}:{cell_address(top + 1, right + 2)}"
        part = table_part(name="Tasks", area=area, columns=("Task", "Done"), identifier=2)
        related["tables/table2.xml"] = part
    if draw(st.booleans()):
        cells[bottom + 4, draw(st.integers(1, 14))] = Content(value="a note below")
    listed = "".join(f'<{p}mergeCell ref="{area}"/>' for area in merges)
    after = f'<{p}mergeCells count="{len(merges)}">{listed}</{p}mergeCells>' if merges else ""
    if related:
        links = STRICT_LINKS if manner.is_strict else LINKS
        parts = "".join(
            f'<{p}tablePart xmlns:r="{links}" r:id="rId{at}"/>' for at in range(1, len(related) + 1)
        )
        after += f'<{p}tableParts count="{len(related)}">{parts}</{p}tableParts>'
    return after, related


def add_formulas(cells: dict[Position, Content], top: int, count: int, column: int) -> int:
    """Add a column of shared formulas and, beside it, an array formula; how many columns they take."""
    cells[top, column] = Content(value="Days")
    reference = f"{cell_address(top + 1, column)}:{cell_address(top + count, column)}"
    for number in range(count):
        master = (
            f't="shared" ref="{reference}" si="0">LEN(A{top + 1})<' if number == 0 else 't="shared" si="0"/'
        )
        cells[top + 1 + number, column] = Content(value=number, formula=master)
    area = f"{cell_address(top + 1, column + 1)}:{cell_address(top + 2, column + 1)}"
    cells[top + 1, column + 1] = Content(value=1, formula=f't="array" ref="{area}">A1:A2<')
    cells[top + 2, column + 1] = Content(value=2)
    return 2


@st.composite
def sheet_part(
    draw: st.DrawFn, manner: Manner, cells: Mapping[Position, Content], after: str, texts: list[str]
) -> bytes:
    """Spell the log's sheet; its shared texts are added to ``texts``."""
    p, q = manner.prefix, manner.quote
    rows = ""
    numbers = sorted({row for row, _ in cells})
    for number in numbers if manner.has_references else range(1, numbers[-1] + 1):
        inner = draw(row_cells(manner, number, cells, texts))
        at = f" r={q}{number}{q}" if manner.has_references else ""
        noise = draw(st.sampled_from(["", "<!-- <row r='9'> -->", "<?pi <c?>", "\n  "]))
        hint = draw(st.sampled_from(["", f" spans={q}1:6{q}", f" ht={q}20{q} customHeight={q}1{q}"]))
        opened = f"{noise}<{p}row{hint}{at}" if draw(st.booleans()) else f"{noise}<{p}row{at}{hint}"
        rows += f"{opened}>{inner}</{p}row>" if inner or draw(st.booleans()) else f"{opened}/>"
    declared = f'xmlns:{p[:-1]}="{manner.main}"' if p else f'xmlns="{manner.main}"'
    marks = ["", "\N{BYTE ORDER MARK}", '<?xml version="1.0" encoding="UTF-8"?>\n', "<!-- first -->"]
    before = draw(st.sampled_from(["", f'<{p}dimension ref="A1:F3"/>', f'<{p}cols><{p}col min="1" max="3" width="9"/></{p}cols>']))  # fmt: skip
    whole = f"<{p}worksheet {declared}>{before}<{p}sheetData>{rows}</{p}sheetData>{after}</{p}worksheet>"
    return (draw(st.sampled_from(marks)) + whole).encode()


@st.composite
def row_cells(
    draw: st.DrawFn, manner: Manner, row: int, cells: Mapping[Position, Content], texts: list[str]
) -> str:
    """Spell the cells of a row; without references the empty ones between them, too."""
    p = manner.prefix
    columns = sorted(column for number, column in cells if number == row)
    spelled = ""
    for column in columns if manner.has_references else range(1, (columns or [0])[-1] + 1):
        content = cells.get((row, column))
        if content is None:
            spelled += draw(st.sampled_from([f"<{p}c/>", f"<{p}c></{p}c>", f"<{p}c />"]))
        else:
            at = cell_address(row, column) if manner.has_references else ""
            spelled += draw(cell(manner, at, content, texts))
        spelled += draw(st.sampled_from(["", "", "<!-- <c> -->", "\n"]))
    return spelled


@st.composite
def cell(draw: st.DrawFn, manner: Manner, at: str, content: Content, texts: list[str]) -> str:
    """Spell a cell, its attributes in any order."""
    p, q = manner.prefix, manner.quote
    attributes = {"r": at} if at else {}
    if content.is_day:
        attributes["s"] = "1"
    if isinstance(content.value, int):
        inner = f"<{p}v>{content.value}</{p}v>"
        if content.formula.endswith("<"):
            inner = f"<{p}f {content.formula}/{p}f>{inner}"
        elif content.formula:
            inner = f"<{p}f {content.formula}>{inner}"
    else:
        text = draw(spelled_text(content.value))
        if manner.texts == "shared":
            attributes["t"] = "s"
            texts.append(f'<si><t xml:space="preserve">{text}</t></si>')
            inner = f"<{p}v>{len(texts) - 1}</{p}v>"
        else:
            attributes["t"] = "inlineStr"
            inner = f"<{p}is><{p}t xml:space='preserve'>{text}</{p}t></{p}is>"
    orders = list(itertools.permutations(attributes.items()))
    space = draw(st.sampled_from([" ", "\n  ", "\t"]))
    spelled = "".join(f"{space}{name}={q}{value}{q}" for name, value in draw(st.sampled_from(orders)))
    return f"<{p}c{spelled}>{inner}</{p}c{draw(st.sampled_from(['', ' ']))}>"


@st.composite
def spelled_text(draw: st.DrawFn, text: str) -> str:
    """Spell a text's characters, each in one of the ways in which XML lets it be spelled."""
    return "".join(draw(st.sampled_from(ESCAPES[each])) if each in ESCAPES else each for each in text)
