"""Whatever bytes come in: an answer or a NetsheetError, in bounded time, and never a wrong result."""

from __future__ import annotations

import io
import struct
import time
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netsheet.core.plan import WorkbookPlan
from netsheet.engines import open_workbook, read_workbook
from netsheet.errors import NetsheetError, UnreadableError
from netsheet.lossless.package import Package
from tests.engine import oracles
from tests.engine.laws import applied, check_laws, read
from tests.engine.odd import MAIN, ROWS, STYLES, OddSheet, table_part, workbook, zipped
from tests.engine.trials import step

DATA = workbook(
    OddSheet(
        data=f'<sheetData>{ROWS}<row r="4"><c r="A4"><f>B2</f><v>36</v></c></row></sheetData>',
        before='<cols><col min="1" max="2" width="9"/></cols>',
        after='<mergeCells><mergeCell ref="A9:B9"/></mergeCells>',
        related={"tables/table1.xml": table_part()},
    ),
    shared_strings="<si><t>shared</t></si>",
    after_sheets="<definedNames><definedName name='a'>Log!$A$1</definedName></definedNames>",
)
SECONDS = 10


def outcome(data: bytes) -> str:
    """Run the whole engine; anything but a right result or a NetsheetError escapes."""
    kept = bytes(bytearray(data))
    started = time.process_time()
    try:
        step(data)
        verdict = "written"
    except NetsheetError as error:
        verdict = "refused" if error.message and error.hint else "told nothing"
    assert verdict != "told nothing"
    assert data == kept
    assert time.process_time() - started < SECONDS
    return verdict


def end_of_members(data: bytes) -> int:
    return data.index(b"PK\1\2")


def test_a_file_cut_off_anywhere_is_refused() -> None:
    for percent in range(0, 100, 4):
        assert outcome(DATA[: len(DATA) * percent // 100]) == "refused"


@pytest.mark.slow
def test_every_byte_of_the_directory_flipped_is_refused_or_harmless() -> None:
    for at in range(end_of_members(DATA), len(DATA), 3):
        mutated = bytearray(DATA)
        mutated[at] ^= 0xFF
        outcome(bytes(mutated))


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.integers(0, len(DATA) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_mutated_zip_bytes_are_refused_or_harmless(changes: list[tuple[int, int]]) -> None:
    mutated = bytearray(DATA)
    for at, value in changes:
        mutated[at] = value
    outcome(bytes(mutated))


PARTS = oracles.zip_parts(DATA)
SCRAPS = [
    b"<", b">", b"/>", b'"', b"'", b"&", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?", b"\xff", b"\x00", b"<c", b"</c>", b"<row",
    b"</row>", b"<f>", b"<x:row>", b"xmlns=", b' r="A1"', b' r="ZZZ99999999"', b' r="\xc2\xb2"', b' s="99999999999999999999"',
    b"<!DOCTYPE a>", b"<sheetData/>", b"</sheetData>", b"&#x0;", b"0", b"-1", b"9" * 30, b"\xc2\xb2", b" ", b"",
]  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from(sorted(PARTS)),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(SCRAPS)), min_size=1, max_size=3),
)
def test_mutated_parts_are_refused_or_written_right(part: str, edits: list[tuple[float, int, bytes]]) -> None:
    content = PARTS[part]
    for share, length, scrap in edits:
        at = int(share * len(content))
        content = content[:at] + scrap + content[at + length :]
    outcome(zipped(PARTS | {part: content}))


ATTRIBUTE_EDITS = ["²", "-1", "1e9", "9" * 5000, "", " ", "x", "&#178;", "A1:XFD1048576", "rId1"]


@pytest.mark.parametrize("value", ATTRIBUTE_EDITS)
def test_odd_attribute_values_are_refused_or_written_right(value: str) -> None:
    for part, content in PARTS.items():
        text = content.decode()
        at = -1
        while (at := text.find('="', at + 1)) != -1:
            end = text.index('"', at + 2)
            if "xmlns" not in text[max(0, at - 12) : at] and part.endswith((".xml", ".rels")):
                outcome(
                    zipped(PARTS | {part: (text[: at + 2] + value + text[end:]).encode()})
                ) if at % 3 == 0 else None


@pytest.mark.parametrize(
    "hostile",
    [
        b"<sheetData>" + b"<row>" * 200_000 + b"</row></sheetData>",
        b"<sheetData>" + b'<row r="1' * 200_000 + b"</sheetData>",
        b"<sheetData><row>" + b"<c><f/>" * 200_000 + b"</c></row></sheetData>",
        b"<sheetData><row><c/>" + b"<f>" * 200_000 + b"</row></sheetData>",
        b"<sheetData>" + b"<!--" * 300_000 + b"</sheetData>",
        b"<sheetData>" + b"<![CDATA[" * 300_000 + b"</sheetData>",
        b"<sheetData>" + b"<a>" * 300_000 + b"</sheetData>",
        b'<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
        b"<sheetData><row>"
        + b"<c><v>1</v></c>" * 16_000
        + b'</row><row r="1048576"><c><v>1</v></c></row></sheetData>',
        b'<sheetData><row r="1"><c r="A1"  r="ZZZ9999999"><v>1</v></c><c r="B1"><v>1</v></c></row></sheetData>',
        b'<sheetData><row r="1"><c r="ZZZ9999999"><v>1</v></c><c r="B1"><v>1</v></c></row></sheetData>',
        b'<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B9999999"><v>1</v></c></row></sheetData>',
        b'<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c><c r="B1"/></row></sheetData>',
        b'<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c></row></sheetData>',
        b'<sheetData><row r="1"><c r="A1"><v>1</v></c><c r=\'XFD1048576\'><v>1</v></c></row></sheetData>',
        b"<sheetData>" + b"<row><c><f>1</f></c></row>" * 8_000 + b"</sheetData>",
        b"<sheetData/>" + b"<mergeCell ref='A1:B2'" * 100_000,
    ],
    ids=lambda value: value[:40].decode(),
)
def test_a_hostile_sheet_ends_in_bounded_time(hostile: bytes) -> None:
    whole = b'<worksheet xmlns="' + MAIN.encode() + b'">' + hostile + b"</worksheet>"
    outcome(workbook(OddSheet(whole=whole)))


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/styles.xml", b"<styleSheet>" + b"<a>" * 100_000 + b"</a>" * 100_000 + b"</styleSheet>"),
        ("xl/sharedStrings.xml", b"<sst>" + b"<si>" * 200_000 + b"</sst>"),
        ("xl/workbook.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><workbook>&b;</workbook>'),
        ("xl/workbook.xml", "<workbook/>".encode("utf-16")),
        ("xl/workbook.xml", b'<?xml version="1.0" encoding="latin-1"?><workbook/>'),
        ("xl/workbook.xml", b"<other/>"),
        ("xl/workbook.xml", b"<workbook><sheets/></workbook>"),
        ("xl/workbook.xml", b""),
        ("xl/worksheets/sheet1.xml", b""),
        ("[Content_Types].xml", b"<Types>"),
        ("_rels/.rels", b"<Relationships/>"),
    ],
)
def test_a_hostile_part_is_refused(part: str, content: bytes) -> None:
    assert outcome(zipped(PARTS | {part: content})) == "refused"


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zipped(PARTS | {"xl/media/a.bin": bytes(70 * 1024**2)})
    many = zipped(PARTS | {f"xl/media/{number}.bin": bytes(60 * 1024**2) for number in range(5)})

    for data in (bomb, many):
        with pytest.raises(UnreadableError, match="zip bomb"):
            Package(data)


def test_too_many_members_are_refused() -> None:
    with pytest.raises(UnreadableError, match="parts"):
        Package(b"PK\3\4" + b"PK\1\2" * 100_001)


def test_duplicates_encryption_and_unknown_packing_are_refused() -> None:
    double = io.BytesIO()
    with zipfile.ZipFile(double, "w") as archive:
        archive.writestr("xl/A.xml", b"1")
        archive.writestr("XL\\a.xml", b"2")
    with pytest.raises(UnreadableError, match="two parts"):
        Package(double.getvalue())
    locked = bytearray(DATA)
    locked[end_of_members(DATA) + 8] |= 1
    with pytest.raises(UnreadableError, match="encrypted"):
        Package(bytes(locked))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_LZMA) as archive:
        for name, content in PARTS.items():
            archive.writestr(name, content)
    with pytest.raises(UnreadableError, match="packed in a way"):
        read(packed.getvalue())
    with pytest.raises(UnreadableError, match="empty zip"):
        Package(struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0, 0, 0, 0, 0))


def test_damage_in_a_part_that_is_not_read_still_stops_the_write() -> None:
    data = bytearray(zipped(PARTS | {"xl/media/image1.bin": b"picture" * 9}))
    at = bytes(data).index(b"xl/media/image1.bin") + len(b"xl/media/image1.bin")
    data[at + 3] ^= 0x55

    with pytest.raises(UnreadableError, match="image1"):
        step(bytes(data))


def test_overlapping_members_are_refused() -> None:
    data = bytearray(DATA)
    first = end_of_members(DATA)
    second = DATA.index(b"PK\1\2", first + 4)
    data[second + 42 : second + 46] = struct.pack("<L", struct.unpack_from("<L", DATA, second + 42)[0] - 9)
    with pytest.raises(UnreadableError):
        Package(bytes(data))


@pytest.mark.parametrize(
    ("links", "reason"),
    [
        ('<Relationship Id="r8" Type="x/revisionHeaders" Target="a.xml"/>', "shared workbook"),
    ],
)
def test_a_guarded_workbook_is_refused(links: str, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        read(workbook(links=links))


def test_a_signed_a_binary_and_a_partless_workbook_are_refused() -> None:
    base = oracles.zip_parts(workbook())
    cases = {
        "signed": {
            "_rels/.rels": base["_rels/.rels"].replace(
                b"</Rel", b'<Relationship Id="s" Type="http://x/digital-signature/origin" Target="o"/></Rel'
            )
        },
        "binary": {
            "[Content_Types].xml": base["[Content_Types].xml"].replace(
                b"spreadsheetml.sheet.main+xml", b"sheet.binary.macroEnabled.main"
            )
        },
        "workbook part": {"_rels/.rels": base["_rels/.rels"].replace(b"xl/workbook.xml", b"xl/none.xml")},
        "has no part": {
            "xl/_rels/workbook.xml.rels": base["xl/_rels/workbook.xml.rels"].replace(b'"rId1"', b'"rId5"')
        },
        "a sheet twice": {
            "xl/workbook.xml": base["xl/workbook.xml"].replace(
                b"</sheets>", b'<sheet name="Two" sheetId="9" r:id="rId1"/></sheets>'
            )
        },
    }
    for reason, parts in cases.items():
        with pytest.raises(UnreadableError, match=reason):
            read(zipped(base | parts))


def test_a_kind_told_by_its_extension_alone_is_believed() -> None:
    base = oracles.zip_parts(workbook())
    types = base["[Content_Types].xml"].decode()
    start = types.index('<Override PartName="/xl/workbook.xml"')
    cut = types[:start] + types[types.index("/>", start) + 2 :]
    kind = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    data = zipped(
        base
        | {
            "[Content_Types].xml": cut.replace(
                'ContentType="application/xml"', f'ContentType="{kind}"'
            ).encode()
        }
    )

    assert read(data).kind == "xlsm"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty"),
        (b"Name,Age\n", "another kind"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "writes only"),
        (b"PK\3\4", "list of parts"),
    ],
)
def test_what_is_no_workbook_is_told(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        open_workbook(data)


def test_a_broken_old_or_open_document_workbook_is_told() -> None:
    with pytest.raises(UnreadableError, match=r"read as \.xls"):
        read_workbook(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    ods = zipped({"mimetype": b""})
    with pytest.raises(UnreadableError, match=r"read as \.ods"):
        read_workbook(ods[:30] + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet" + ods)


WORDS = st.text("abcXYZ =+-@<>&'\"_x0041\n", max_size=8)
CELL_VALUES = st.one_of(WORDS, st.integers(-(10**6), 10**6), st.booleans(), st.none())


@st.composite
def workbooks(draw: st.DrawFn) -> bytes:
    """Workbooks with odd spellings of rows and cells."""
    referenced = draw(st.booleans())
    quote = draw(st.sampled_from("\"'"))
    prefix = draw(st.sampled_from(["", "x:", "ss-1.a:"]))
    rows = ""
    for number, values in enumerate(draw(st.lists(st.lists(CELL_VALUES, max_size=5), max_size=6)), start=1):
        cells = ""
        for column, value in enumerate(values):
            if value is None and referenced:
                continue
            at = f" r={quote}{'ABCDE'[column]}{number}{quote}" if referenced else ""
            style = draw(st.sampled_from(["", ' s="1"', "\n s='0'"]))
            if isinstance(value, bool):
                cells += f"<{prefix}c{at}{style} t='b'><{prefix}v>{int(value)}</{prefix}v></{prefix}c>"
            elif isinstance(value, int):
                formula = draw(st.sampled_from(["", f"<{prefix}f>1+1</{prefix}f>"]))
                cells += f"<{prefix}c{style}{at}>{formula}<{prefix}v>{value}</{prefix}v></{prefix}c>"
            elif value:
                text = value.replace("&", "&amp;").replace("<", "&lt;")
                space = "xml:space='preserve'"
                cells += f"<{prefix}c t='inlineStr'{at}><{prefix}is><{prefix}t {space}>{text}</{prefix}t></{prefix}is></{prefix}c >"
            else:
                # Without a style of its own a planned number takes the cell's: a day's would make a day of it.
                cells += f"<{prefix}c{at}/>"
        numbered = f" r={quote}{number}{quote}" if draw(st.booleans()) else ""
        noise = draw(st.sampled_from(["", "<!-- <row> -->", "<?pi <c?>", "\n  "]))
        rows += f"{noise}<{prefix}row{numbered} spans='1:5'>{cells}</{prefix}row>"
    data = f"<{prefix}sheetData>{rows}</{prefix}sheetData>" if rows else f"<{prefix}sheetData />"
    declared = f'xmlns:{prefix[:-1]}="{MAIN}"' if prefix else f'xmlns="{MAIN}"'
    whole = f"<{prefix}worksheet {declared}>{data}</{prefix}worksheet>".encode()
    mark = draw(
        st.sampled_from([b"", b"\xef\xbb\xbf", b"\xef\xbb\xbf<?xml version='1.0'?>", b"<!-- first -->"])
    )
    properties = draw(st.sampled_from(["", '<workbookPr date1904="1"/>']))
    return workbook(
        OddSheet(whole=mark + whole), OddSheet(name="Two"), properties=properties, strict=False, styles=STYLES
    )


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(workbooks())
def test_every_generated_workbook_keeps_the_laws(data: bytes) -> None:
    check_laws(data)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(workbooks())
def test_openpyxl_reads_a_generated_workbook_as_before(data: bytes) -> None:
    before = oracles.openpyxl_cells(data, results=False)
    after = oracles.openpyxl_cells(check_laws(data), results=False)

    assert {at: after["Log"].get(at) for at in before["Log"]} == before["Log"]
    assert after["Two"] == before["Two"]


def test_an_empty_plan_returns_the_very_bytes() -> None:
    assert applied(DATA, WorkbookPlan()).data is DATA
