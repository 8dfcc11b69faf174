"""Hostile files of the kinds that netsheet only reads: .csv, .ods, .xls."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator

from tests.engine.odd import zipped
from tests.torture.hostile_parts import ENTITIES, HEADINGS
from tests.torture.raw_zip import MEBIBYTE, Entry, archive, entry, repeated

Make = Callable[[], bytes]

LINE = b"Ana Lopez,Orchid Labs,ana@example.com,Email,,2026-03-01\n"
TABLE = ",".join(HEADINGS).encode() + b"\n" + LINE * 3
MIMETYPE = b"application/vnd.oasis.opendocument.spreadsheet"
FIRST = Entry(name=b"mimetype", packed=MIMETYPE, crc=zlib.crc32(MIMETYPE), size=len(MIMETYPE), method=0)
OFFICE = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def csv_files() -> Iterator[tuple[str, Make]]:
    """Text files that are no tables, or far too large ones."""
    yield "nothing", lambda: b""
    yield "zeros", lambda: bytes(MEBIBYTE)
    yield "noise", lambda: random.Random(1).randbytes(MEBIBYTE)  # noqa: S311
    yield "a quote that never ends", lambda: TABLE + b'"' + LINE * 100_000
    yield "50 MiB of quotes", lambda: TABLE + b'"' * (50 * MEBIBYTE)
    yield "50 MiB of line ends", lambda: TABLE + b"\n" * (50 * MEBIBYTE)
    yield "5 MiB of returns", lambda: TABLE + b"\r" * (5 * MEBIBYTE)
    yield (
        "a line of a million columns above 10,000 rows",
        lambda: b"," * 1_000_000 + b"\n" + TABLE + LINE * 10_000,
    )
    yield "a heading row of 100,000 columns", lambda: TABLE.replace(b"\n", b"," * 100_000 + b"\n", 1)
    yield "a name of 20 MiB", lambda: TABLE + LINE.replace(b"Ana Lopez", b"A" * 20 * MEBIBYTE)
    yield "UTF-16", lambda: TABLE.decode().encode("utf-16")
    yield "half of UTF-16", lambda: b"\xff\xfe" + TABLE
    yield "UTF-32", lambda: TABLE.decode().encode("utf-32")
    yield "an escape sequence as a heading", lambda: TABLE.replace(b"Company", b"\x1b[2J\x1b]0;x\x07Company")
    yield "a workbook's first bytes", lambda: b"PK\3\4" + TABLE
    yield "numbers of 5,000 digits", lambda: TABLE + LINE.replace(b"2026-03-01", b"9" * 5000)
    yield "days that are none", lambda: TABLE + b"".join(LINE.replace(b"2026-03-01", day) for day in (b"0000-00-00", b"9999-12-31", b"10000-01-01", b"-1", b"1e308", b"nan", b"inf", "٣٠/١٢/٢٠٢٥".encode()))  # fmt: skip
    yield "formulas", lambda: TABLE + b"=1+1,+1,-1,@SUM(A1),\t=1,=cmd|' /C calc'!A0\n" * 10


def _ods(content: str, **more: bytes) -> bytes:
    whole = f'<?xml version="1.0"?>{content}'
    return _packed([("content.xml", whole.encode()), *more.items()])


def _packed(parts: list[tuple[str, bytes]]) -> bytes:
    manifest = b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return _stored_first(zipped(dict([("META-INF/manifest.xml", manifest), *parts])))


def _stored_first(data: bytes) -> bytes:
    """Put the stored member "mimetype" in front, as the format demands."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        return archive([FIRST, *(entry(name, old.read(name)) for name in old.namelist())])


def _sheet(rows: str, doctype: str = "") -> str:
    return (
        f"{doctype}<office:document-content {OFFICE}><office:body><office:spreadsheet>"
        f'<table:table table:name="Log">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    )


def _row(values: tuple[str, ...], attributes: str = "") -> str:
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
        for value in values
    )
    return f"<table:table-row{attributes}>{cells}</table:table-row>"


ODS_ROWS = (
    _row(HEADINGS) + _row(("Ana Lopez", "Orchid Labs", "ana@example.com", "Email", "", "2026-03-01")) * 3
)


def ods_files(secret_file: str) -> Iterator[tuple[str, Make]]:
    """Open documents: repeats without end, entities, depth, bombs, cuts."""
    good = _ods(_sheet(ODS_ROWS))
    yield "a good one", lambda: good
    for times in ("1048576", "4294967295", "99999999999999999999", "-1", "0", "x", ""):
        rows = f' table:number-rows-repeated="{times}"'
        yield f"a row {times[:12]} times", lambda rows=rows: _ods(_sheet(ODS_ROWS + _row(("a",), rows)))
        empty = f"<table:table-row{rows}><table:table-cell/></table:table-row>"
        yield (
            f"an empty row {times[:12]} times",
            lambda empty=empty: _ods(_sheet(ODS_ROWS + empty + _row(("a",)))),
        )
        cell = f'<table:table-row><table:table-cell table:number-columns-repeated="{times}" office:value-type="float" office:value="1"/></table:table-row>'
        yield f"a cell {times[:12]} times", lambda cell=cell: _ods(_sheet(ODS_ROWS + cell))
        both = cell.replace("<table:table-row>", f"<table:table-row{rows}>")
        yield f"a row of cells {times[:12]} times", lambda both=both: _ods(_sheet(ODS_ROWS + both))
        spaces = f'<text:s text:c="{times}"/>'
        yield f"a space {times[:12]} times", lambda spaces=spaces: _ods(_sheet(ODS_ROWS + _row((spaces,))))
    wide = '<table:table-row table:number-rows-repeated="16384"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>'
    yield "16,384 times 16,384 cells", lambda: _ods(_sheet(ODS_ROWS + wide))
    for kind, doctype in (
        ("a billion laughs", ENTITIES),
        ("an external entity", f'<!DOCTYPE x [<!ENTITY a11 SYSTEM "{secret_file}">]>'),
    ):
        yield kind, lambda doctype=doctype: _ods(_sheet(_row(("&a11;",)) + ODS_ROWS, doctype))
    yield "200,000 elements deep", lambda: _ods(_sheet(ODS_ROWS + "<a>" * 200_000 + "</a>" * 200_000))
    yield (
        "a text 100,000 deep",
        lambda: _ods(_sheet(ODS_ROWS + _row(("<text:span>" * 100_000 + "</text:span>" * 100_000,)))),
    )
    yield "no content", lambda: _packed([])
    yield "empty content", lambda: _packed([("content.xml", b"")])
    yield "content of zeros", lambda: _packed([("content.xml", bytes(1000))])
    for value in ("float", "date", "time", "boolean", "currency", "percentage", "other"):
        odd = f'<table:table-row><table:table-cell office:value-type="{value}" office:value="x" office:date-value="x" office:time-value="P" office:boolean-value="x"/></table:table-row>'
        yield f"a {value} that is none", lambda odd=odd: _ods(_sheet(ODS_ROWS + odd))
    yield "content of 2 GiB", _bomb
    for percent in range(0, 100, 5):
        yield f"cut at {percent} %", lambda percent=percent: good[: len(good) * percent // 100]
    for at in range(good.index(b"PK\1\2"), len(good), 5):
        yield f"byte {at} flipped", lambda at=at: good[:at] + bytes([good[at] ^ 0xFF]) + good[at + 1 :]


def _bomb() -> bytes:
    block = _row(("Ana Lopez" * 3,)).encode() * 5000
    before = _sheet("")[: _sheet("").index("</table:table>")].encode()
    return archive([FIRST, repeated("content.xml", before, block, 2500, b"</table:table>")])


def xls_workbook() -> bytes:
    """Make a small .xls by hand: a compound file (MS-CFB) with one stream of BIFF8 records (MS-XLS)."""
    stream = _biff()
    stream += bytes(-len(stream) % 4096) if len(stream) < 4096 else bytes(-len(stream) % 512)
    sectors = len(stream) // 512
    free, end, fat_mark = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    fat = [fat_mark, end, *(at + 3 for at in range(sectors - 1)), end]
    fat += [free] * (128 - len(fat))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<LLLLLLLLL", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<L", 0)
    header += struct.pack("<108L", *[free] * 108)
    directory = (
        _directory("Root Entry", 5, 1, end, 0) + _directory("Workbook", 2, free, 2, len(stream)) + bytes(256)
    )
    return header + struct.pack("<128L", *fat) + directory + stream


def _directory(name: str, kind: int, below: int, start: int, size: int) -> bytes:
    spelled = name.encode("utf-16-le") + b"\0\0"
    free = 0xFFFFFFFF
    return (
        spelled.ljust(64, b"\0")
        + struct.pack("<HBBLLL", len(spelled), kind, 1, free, free, below)
        + bytes(36)
        + struct.pack("<LQ", start, size)
    )


def _record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _biff() -> bytes:
    begin = struct.pack("<HHHHLL", 0x600, 5, 0x0DBB, 0x07CC, 0, 0x306)
    texts = [*HEADINGS, "Ana Lopez", "Orchid Labs", "ana@example.com", "Email", "2026-03-01"]
    strings = b"".join(struct.pack("<HB", len(text), 0) + text.encode() for text in texts)
    shared = _record(0xFC, struct.pack("<LL", len(texts), len(texts)) + strings)
    name = struct.pack("<BB", 3, 0) + b"Log"
    globals_ = _record(0x809, begin) + _record(0x42, struct.pack("<H", 1200))
    length = len(globals_) + 4 + 6 + len(name) + len(shared) + 4
    globals_ += _record(0x85, struct.pack("<LBB", length, 0, 0) + name) + shared + _record(0x0A)
    sheet = _record(0x809, begin[:2] + struct.pack("<H", 0x10) + begin[4:])
    sheet += _record(0x200, struct.pack("<LLHHH", 0, 4, 0, 6, 0))
    for row in range(4):
        numbers = range(6) if row == 0 else (6, 7, 8, 9, None, 10)
        for column, number in enumerate(numbers):
            if number is not None:
                sheet += _record(0xFD, struct.pack("<HHHL", row, column, 0, number))
    sheet += _record(0x203, struct.pack("<HHHd", 4, 0, 0, 1.5)) + _record(0x0A)
    return globals_ + sheet


def xls_files(*, every: int) -> Iterator[tuple[str, Make]]:
    """Old workbooks: cut, every byte that says something turned, noise."""
    good = xls_workbook()
    used = len(good.rstrip(b"\0")) + 8
    yield "a good one", lambda: good
    for percent in range(0, 100, 2):
        yield f"cut at {percent} %", lambda percent=percent: good[: used * percent // 100]
    for at in range(8, used, every * 4):
        if good[at] != 0xFF or at % (every * 5) == 0:
            for turned in (0xFF, 0x01, 0x80):
                yield (
                    f"byte {at} turned by {turned}",
                    lambda at=at, turned=turned: good[:at] + bytes([good[at] ^ turned]) + good[at + 1 :],
                )
    noise = random.Random(2)  # noqa: S311
    for at in range(30):
        yield f"noise {at}", lambda: good[:1536] + noise.randbytes(4096)
