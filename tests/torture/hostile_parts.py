"""Hostile workbooks: whole zip containers, and single parts, made to exhaust, to mislead or to get out."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import replace

from tests.engine.odd import MAIN, STYLES, OddSheet, workbook, zipped
from tests.engine.oracles import zip_parts
from tests.torture.raw_zip import MEBIBYTE, Entry, archive, end_record, entry, repeated

Make = Callable[[], bytes]

HEADINGS = ("Name", "Company", "Email", "Channel", "Status", "Date Sent")
PEOPLE = (
    ("Ana Lopez", "Orchid Labs", "ana@example.com", "Email", "", 46082),
    ("Bo Chen", "Birch Bank", "bo@example.com", "LinkedIn", "Replied", 46090),
    ("Cy Dunn", "Cedar Co", "cy@example.com", "Phone", "", 46094),
)
TEXTS = [*HEADINGS, *(str(value) for person in PEOPLE for value in person[:5] if value)]
SHARED = "".join(f"<si><t>{text}</t></si>" for text in TEXTS)
SECRET = "THE-SECRET-OF-ANOTHER-FILE"  # noqa: S105 - it is planted
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
BOOK = "xl/workbook.xml"
BOOK_LINKS = "xl/_rels/workbook.xml.rels"


def _cell(row: int, column: int, value: object) -> str:
    at = f"{'ABCDEF'[column]}{row}"
    if isinstance(value, int):
        return f'<c r="{at}" s="1"><v>{value}</v></c>'
    return f'<c r="{at}" t="s"><v>{TEXTS.index(str(value))}</v></c>' if value else ""


def _rows() -> str:
    lines = [HEADINGS, *PEOPLE]
    return "".join(
        f'<row r="{number}">{"".join(_cell(number, column, value) for column, value in enumerate(line))}</row>'
        for number, line in enumerate(lines, start=1)
    )


ROWS = _rows()
BASE = workbook(OddSheet(data=f"<sheetData>{ROWS}</sheetData>"), styles=STYLES, shared_strings=SHARED)
PARTS = zip_parts(BASE)


def with_part(name: str, content: bytes | str) -> bytes:
    """Make the plain log with one part replaced or added."""
    return zipped(PARTS | {name: content.encode() if isinstance(content, str) else content})


def honest() -> list[Entry]:
    """List the plain log's members."""
    return [entry(name, content) for name, content in PARTS.items()]


def lying(name: str, **claims: int) -> bytes:
    """Make the plain log with one member's headers lying."""
    return archive([replace(e, **claims) if e.name.decode() == name else e for e in honest()])  # type: ignore[arg-type]


def swapped(other: Entry) -> bytes:
    """Make the plain log with one member replaced by a raw one."""
    kept = [e for e in honest() if e.name != other.name]
    return archive([*kept, other])


def containers() -> Iterator[tuple[str, Make]]:
    """Zip bombs, lying headers, a million members, names that want out, members in each other's bytes."""
    zeros = bytes(MEBIBYTE)
    yield "a picture of 3 GiB of zeros", lambda: swapped(repeated("xl/media/a.png", b"", zeros, 3000, b""))
    yield "a picture of 200 MiB of zeros", lambda: swapped(repeated("xl/media/a.png", b"", zeros, 200, b""))
    text = b"<si><t>" + b"a" * 200 + b"</t></si>"
    block = text * 4000
    strings = repeated(STRINGS, f'<sst xmlns="{MAIN}">{SHARED}'.encode(), block, 2500, b"</sst>")
    yield "shared strings of 2 GiB", lambda: swapped(strings)
    for claim in (0, 300, 60 * MEBIBYTE):
        yield (
            f"shared strings of 2 GiB that claim {claim:,} bytes",
            lambda claim=claim: swapped(replace(strings, claimed_size=claim)),
        )
    row = b"<row>" + b"<c><v>1</v></c>" * 100 + b"</row>"
    open_tag = f'<worksheet xmlns="{MAIN}"><sheetData>'.encode()
    sheet = repeated(SHEET, open_tag, row * 700, 2000, b"</sheetData></worksheet>")
    yield "a sheet of 2 GiB", lambda: swapped(sheet)
    yield "a sheet of 2 GiB that claims 300 bytes", lambda: swapped(replace(sheet, claimed_size=300))
    styles = repeated(
        "xl/styles.xml",
        b'<styleSheet xmlns="' + MAIN.encode() + b'"><cellXfs>',
        b"<xf/>" * 200_000,
        2000,
        b"",
    )
    yield "styles of 2 GiB that claim 300 bytes", lambda: swapped(replace(styles, claimed_size=300))
    yield (
        "60 bombs side by side",
        lambda: archive(
            [*honest(), *(repeated(f"xl/media/{at}.bin", b"", zeros, 60, b"") for at in range(60))]
        ),
    )
    kernel = repeated("xl/media/0.bin", b"", zeros, 20, b"")
    yield (
        "a thousand members that share one bomb",
        lambda: archive(
            [
                *honest(),
                kernel,
                *(replace(kernel, name=b"xl/media/%d.bin" % at, shares=True) for at in range(1, 1000)),
            ]
        ),
    )
    yield (
        "members that overlap by a byte",
        lambda: archive(
            [*honest()[:-1], replace(honest()[-1], claimed_offset=len(archive(honest()[:-2])) // 2)]
        ),
    )
    empty = Entry(name=b"", packed=b"\3\0")
    for count in (1_000_000, 99_000, 20_000):
        yield (
            f"{count:,} members",
            lambda count=count: archive(
                [*honest(), *(replace(empty, name=b"x/%d" % at) for at in range(count))]
            ),
        )
    yield "a directory that claims a million members", lambda: archive(honest(), count=1_000_000)
    yield "a directory that claims no members", lambda: archive(honest(), count=0)
    for part in (BOOK, SHEET, STRINGS, "xl/styles.xml", "[Content_Types].xml"):
        for claim in (0xFFFFFFFE, 0x7FFFFFFF, 0):
            yield (
                f"{part} claims {claim:,} bytes",
                lambda part=part, claim=claim: lying(part, claimed_size=claim),
            )
        yield f"{part} claims 2 GiB packed", lambda part=part: lying(part, claimed_packed=1 << 31)
        yield f"{part} claims no bytes packed", lambda part=part: lying(part, claimed_packed=0)
        yield f"{part} claims to begin elsewhere", lambda part=part: lying(part, claimed_offset=0x7FFFFFF0)
        yield f"{part} has another checksum", lambda part=part: lying(part, crc=1)
        yield f"{part} is packed in an unknown way", lambda part=part: lying(part, method=97)
        yield f"{part} is encrypted", lambda part=part: lying(part, flags=1)
    wide = struct.pack("<HHQQQ", 1, 24, 1 << 62, 1 << 62, 1 << 62)
    far = Entry(name=b"x", packed=b"\3\0", claimed_size=0xFFFFFFFF, claimed_packed=0xFFFFFFFF, extra=wide)
    yield "sizes beyond all numbers", lambda: archive([*honest(), replace(far, claimed_offset=0xFFFFFFFF)])
    yield (
        "an extra field that is cut off",
        lambda: archive([*honest(), replace(empty, name=b"x", extra=b"\1\0\xff\xff")]),
    )
    for name in ("../../../../../../tmp/evil", "/etc/passwd", "C:\\Windows\\evil", "..\\..\\evil", "xl/../../../evil", "a\0b", "", "/",
                 "\x1b[2J", "xl/\N{RIGHT-TO-LEFT OVERRIDE}slx.exe", "n" * 65_000, "xl/workbook.xml/", "CON", "a:b", "%2e%2e/%2e%2e/evil"):  # fmt: skip
        yield f"a member named {name[:30]!a}", lambda name=name: archive([*honest(), entry(name, b"evil")])
    for part in (BOOK, SHEET, STRINGS):
        yield f"{part} twice", lambda part=part: archive([*honest(), entry(part, PARTS[part])])
        yield (
            f"{part} twice in other letters",
            lambda part=part: archive([*honest(), entry(part.upper(), b"<a/>")]),
        )
        yield (
            f"{part} under another name in front",
            lambda part=part: archive(
                [replace(e, local_name=b"xl/other.xml") if e.name.decode() == part else e for e in honest()]
            ),
        )
    second = archive(honest())
    yield "a second workbook in the comment", lambda: archive(honest(), comment=second[:60_000])
    yield "two ends of the directory", lambda: archive(honest(), comment=end_record(1, 10, 0))
    yield "two workbooks one after the other", lambda: BASE + second
    yield "rubbish before the first member", lambda: b"PK\3\4" + bytes(500) + BASE
    yield "rubbish after the end", lambda: BASE + bytes(70_000)
    yield "a text before the workbook", lambda: b"MZ this is a program" + BASE
    yield "a zip in a zip in a zip", lambda: zipped({"a.zip": zipped({"b.zip": BASE})})


def truncated(data: bytes = BASE) -> Iterator[tuple[str, Make]]:
    """Cut the file at every hundredth of its length."""
    for percent in range(100):
        yield f"cut at {percent} %", lambda percent=percent: data[: len(data) * percent // 100]


def flipped(data: bytes = BASE, *, every: int = 1) -> Iterator[tuple[str, Make]]:
    """Turn all bits of every byte from the directory to the end."""
    for at in range(data.index(b"PK\1\2"), len(data), every):
        yield f"byte {at} flipped", lambda at=at: data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


ENTITIES = ('<!DOCTYPE x [<!ENTITY a0 "haha">'
            + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)) + "]>")  # fmt: skip


def parts(secret_file: str) -> Iterator[tuple[str, Make]]:
    """Entities that expand or reach out, deep nesting, giant texts and numbers, links in circles."""
    external = f'<!DOCTYPE x [<!ENTITY a11 SYSTEM "{secret_file}"><!ENTITY % p SYSTEM "{secret_file}"> %p;]>'
    for part, content in PARTS.items():
        text = content.decode()
        head, root = (text[: text.index("?>") + 2], text[text.index("?>") + 2 :])
        for kind, doctype in (("a billion laughs", ENTITIES), ("an external entity", external)):
            inside = root.replace("</", "&a11;</", 1)
            yield f"{kind} in {part}", lambda part=part, x=head + doctype + inside: with_part(part, x)
            yield f"{kind} unused in {part}", lambda part=part, x=head + doctype + root: with_part(part, x)
        for depth in (300, 200_000):
            close = root.rindex("</") if "</" in root else len(root)
            deep = head + root[:close] + "<a>" * depth + "</a>" * depth + root[close:]
            yield f"{depth:,} elements deep in {part}", lambda part=part, x=deep: with_part(part, x)
        many = root.replace(">", "".join(f' a{n}="1"' for n in range(50_000)) + ">", 1)
        yield f"50,000 attributes in {part}", lambda part=part, x=head + many: with_part(part, x)
        for name, other in (("nothing", b""), ("zeros", bytes(1000)), ("UTF-16", text.encode("utf-16")), ("Latin-1", text.encode() + b"\xff"),
                            ("half of it", content[: len(content) // 2])):  # fmt: skip
            yield f"{part} holds {name}", lambda part=part, other=other: with_part(part, other)
        yield f"{part} is missing", lambda part=part: zipped({n: c for n, c in PARTS.items() if n != part})


def contents() -> Iterator[tuple[str, Make]]:
    """Contents of sheets, shared strings and links that want too much."""
    sst = f'<sst xmlns="{MAIN}"'
    yield (
        "a shared string of 60 MiB",
        lambda: with_part(STRINGS, f"{sst}>{SHARED}<si><t>{'ab ' * (20 * MEBIBYTE)}</t></si></sst>"),
    )
    yield (
        "a shared string of 20 MiB",
        lambda: with_part(STRINGS, f"{sst}>{SHARED}<si><t>{'ab ' * (7 * MEBIBYTE)}</t></si></sst>"),
    )
    yield (
        "3,000,000 shared strings",
        lambda: with_part(STRINGS, f"{sst}>{SHARED}{'<si><t>ab</t></si>' * 3_000_000}</sst>"),
    )
    yield (
        "shared strings that claim to be 4 thousand million",
        lambda: with_part(STRINGS, f'{sst} count="4294967295" uniqueCount="4294967295">{SHARED}</sst>'),
    )
    yield "no shared strings", lambda: with_part(STRINGS, f"{sst}/>")
    for number in ("999999999", "-1", "4294967296", "1e9", "x", "", "9" * 5000):
        yield (
            f"a shared string numbered {number[:12]}",
            lambda number=number: _sheet(ROWS.replace("<v>1</v>", f"<v>{number}</v>", 1)),
        )
        yield (
            f"a style numbered {number[:12]}",
            lambda number=number: _sheet(ROWS.replace('s="1"', f's="{number}"')),
        )
        yield (
            f"a row numbered {number[:12]}",
            lambda number=number: _sheet(ROWS.replace('<row r="3"', f'<row r="{number}"')),
        )
        yield (
            f"a cell numbered {number[:12]}",
            lambda number=number: _sheet(ROWS.replace('r="B3"', f'r="{number}"')),
        )
        yield f"a day numbered {number[:12]}", lambda number=number: _sheet(ROWS.replace("46082", number))
    for at in (
        "XFD1048576",
        "XFE1",
        "A1048577",
        "ZZZZZZ99",
        "A0",
        "1A",
        "A",
        "Z" * 5000 + "1",
        "A" + "9" * 5000,
    ):
        yield f"a cell at {at[:12]}", lambda at=at: _sheet(ROWS.replace('r="F4"', f'r="{at}"'))
        yield (
            f"a table at {at[:12]}",
            lambda at=at: _sheet(ROWS, after=f'<mergeCells><mergeCell ref="A9:{at}"/></mergeCells>'),
        )
        yield f"a size up to {at[:12]}", lambda at=at: _sheet(ROWS, before=f'<dimension ref="A1:{at}"/>')
    yield (
        "16,384 columns in 60 rows",
        lambda: _sheet(ROWS + ("<row>" + "<c><v>1</v></c>" * 16_384 + "</row>") * 60),
    )
    for column, row in (("J", 1_048_576), ("Z", 1_048_576), ("BI", 1_048_576), ("XFD", 900), ("XFD", 3_900)):
        yield (
            f"a value at {column}{row}",
            lambda far=f"{column}{row}", row=row: _sheet(
                ROWS + f'<row r="{row}"><c r="{far}"><v>1</v></c></row>'
            ),
        )
    yield (
        "400,000 merged cells",
        lambda: _sheet(
            ROWS,
            after="<mergeCells>"
            + "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(9, 400_009))
            + "</mergeCells>",
        ),
    )
    yield (
        "merged cells over the whole sheet, 2,000 times",
        lambda: _sheet(
            ROWS, after="<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 2000 + "</mergeCells>"
        ),
    )
    shared = '<c r="H{0}"><f t="shared" si="0"/><v>1</v></c>'
    yield (
        "shared formulas without a master",
        lambda: _sheet(ROWS.replace("</row>", shared.format(1) + "</row>", 1)),
    )
    yield (
        "an array formula over the whole sheet",
        lambda: _sheet(
            ROWS.replace("</row>", '<c r="H1"><f t="array" ref="A1:XFD1048576">1</f><v>1</v></c></row>', 1)
        ),
    )
    yield (
        "a formula of 5 MiB",
        lambda: _sheet(
            ROWS.replace("</row>", f'<c r="H1"><f>{"1+" * (5 * MEBIBYTE // 2)}1</f><v>1</v></c></row>', 1)
        ),
    )
    yield (
        "a name of 1 MiB",
        lambda: _sheet(ROWS.replace('t="s"><v>6</v>', f't="inlineStr"><is><t>{"A" * MEBIBYTE}</t></is>')),
    )
    links = PARTS[BOOK_LINKS].decode()
    target = 'Target="worksheets/sheet1.xml"'
    for other in ("workbook.xml", "_rels/workbook.xml.rels", "../_rels/.rels", "/", "", ".", "../../../../etc/passwd", "/etc/passwd",
                  "file:///etc/passwd", "http://example.com/x.xml", "worksheets/sheet1.xml#a", "%00", "..\\..\\x", "x/" * 30_000):  # fmt: skip
        changed = links.replace(target, f'Target="{other}"')
        yield f"a sheet's link to {other[:30]!r}", lambda changed=changed: with_part(BOOK_LINKS, changed)
    outside = links.replace(target, f'{target} TargetMode="External"')
    yield "a sheet that lies outside", lambda: with_part(BOOK_LINKS, outside)
    own = '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"/>'
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    for kind, to in (
        ("table", "sheet1.xml"),
        ("worksheet", "sheet1.xml"),
        ("drawing", "sheet1.xml"),
        ("officeDocument", "../workbook.xml"),
        ("table", "../workbook.xml"),
    ):
        circle = relations.format(own.format(kind, to))
        yield (
            f"a {kind} link of the sheet to {to}",
            lambda circle=circle: zipped(PARTS | {"xl/worksheets/_rels/sheet1.xml.rels": circle.encode()}),
        )
    anchor = "<twoCellAnchor><from><col>7</col><row>0</row></from><to><col>9</col><row>9</row></to></twoCellAnchor>"
    drawn = relations.format(own.format("drawing", "../drawings/drawing1.xml")).encode()
    for count in (1_000, 600_000):
        yield (
            f"a drawing of {count:,} shapes",
            lambda count=count: zipped(
                PARTS
                | {
                    "xl/worksheets/_rels/sheet1.xml.rels": drawn,
                    "xl/drawings/drawing1.xml": f"<wsDr>{anchor * count}</wsDr>".encode(),
                }
            ),
        )
    many_links = relations.format(own.format("table", "x.xml") * 100_000)
    yield (
        "100,000 links of the sheet",
        lambda: zipped(PARTS | {"xl/worksheets/_rels/sheet1.xml.rels": many_links.encode()}),
    )
    book = PARTS[BOOK].decode()
    for count in (300, 20_000):
        tabs = "".join(f'<sheet name="S{n}" sheetId="{n + 5}" r:id="rId1"/>' for n in range(count))
        yield (
            f"one sheet under {count:,} names",
            lambda tabs=tabs: with_part(BOOK, book.replace("</sheets>", tabs + "</sheets>")),
        )
    for name in ("", "Log&#0;", "Log/../..", "[x]", "A" * 5000, "&#27;[2J", "'", "=1+1"):
        yield (
            f"a sheet named {name[:12]!a}",
            lambda name=name: with_part(BOOK, book.replace('name="Log"', f'name="{name}"')),
        )


def _sheet(rows: str, *, before: str = "", after: str = "") -> bytes:
    return with_part(
        SHEET, f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'
    )
