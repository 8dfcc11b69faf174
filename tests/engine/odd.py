"""Workbooks made by hand, part by part, as odd as the format allows."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_LINKS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

STYLES = (
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    "<borders count='1'><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
)
ROWS = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>Age</t></is></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>Ada</t></is></c><c r="B2"><v>36</v></c></row>'
    '<row r="3"><c r="A3" t="inlineStr"><is><t>Bob</t></is></c><c r="B3" s="1"><v>45000</v></c></row>'
)


@dataclass(kw_only=True)
class OddSheet:
    """One sheet: what stands before, in and after its cell area, and the parts that belong to it."""

    name: str = "Log"
    data: str = f"<sheetData>{ROWS}</sheetData>"
    before: str = ""
    after: str = ""
    state: str = ""
    part: str = ""
    whole: bytes | None = None
    related: Mapping[str, tuple[str, str, str]] = field(default_factory=dict)
    """Content by part name, with the last word of the relationship type and the content type."""


def workbook(
    *sheets: OddSheet,
    strict: bool = False,
    styles: str | None = STYLES,
    shared_strings: str | None = None,
    properties: str = "",
    after_sheets: str = "",
    absolute: bool = False,
    separator: str = "/",
    macro: bool = False,
    extra: Mapping[str, bytes] | None = None,
    types: str = "",
    links: str = "",
    comment: bytes = b"",
    folder: str = "xl",
) -> bytes:
    """Build a workbook of odd sheets; its parts lie in ``folder``, or at the top of the zip file where that is ""."""
    root = f"{folder}/" if folder else ""
    sheets = sheets or (OddSheet(),)
    main, base = (STRICT_MAIN, STRICT_LINKS) if strict else (MAIN, LINKS)
    parts: dict[str, bytes] = {}
    overrides = [(f"{root}workbook.xml", f"{SHEET_TYPE}.sheet.main+xml")]
    if macro:
        overrides = [(f"{root}workbook.xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml")]
    tabs, book_links = "", ""
    for number, sheet in enumerate(sheets, start=1):
        part = sheet.part or f"worksheets/sheet{number}.xml"
        target = f"/{root}{part}" if absolute else part
        book_links += f'<Relationship Id="rId{number}" Type="{base}/worksheet" Target="{target}"/>'
        state = f' state="{sheet.state}"' if sheet.state else ""
        tabs += f'<sheet name="{sheet.name}" sheetId="{number}"{state} r:id="rId{number}"/>'
        overrides.append((f"{root}{part}", f"{SHEET_TYPE}.worksheet+xml"))
        content = f'{PROLOG}<worksheet xmlns="{main}" xmlns:r="{base}">{sheet.before}{sheet.data}{sheet.after}</worksheet>'
        parts[f"{root}{part}"] = content.encode() if sheet.whole is None else sheet.whole
        if sheet.related:
            own = ""
            for at, (name, (inner, kind, content_type)) in enumerate(sheet.related.items(), start=1):
                own += f'<Relationship Id="rId{at}" Type="{base}/{kind}" Target="/{root}{name}"/>'
                parts[f"{root}{name}"] = (PROLOG + inner).encode()
                overrides.append((f"{root}{name}", content_type))
            where, _, leaf = part.rpartition("/")
            parts[posixpath.join(folder, where, "_rels", f"{leaf}.rels")] = _links(own)
    if styles is not None:
        book_links += f'<Relationship Id="rId90" Type="{base}/styles" Target="styles.xml"/>'
        parts[f"{root}styles.xml"] = (
            f'{PROLOG}<styleSheet xmlns="{main}">{styles}</styleSheet>'.encode()
            if not styles.startswith("<?xml")
            else styles.encode()
        )
        overrides.append((f"{root}styles.xml", f"{SHEET_TYPE}.styles+xml"))
    if shared_strings is not None:
        book_links += f'<Relationship Id="rId91" Type="{base}/sharedStrings" Target="sharedStrings.xml"/>'
        parts[f"{root}sharedStrings.xml"] = f'{PROLOG}<sst xmlns="{main}">{shared_strings}</sst>'.encode()
        overrides.append((f"{root}sharedStrings.xml", f"{SHEET_TYPE}.sharedStrings+xml"))
    body = f"{properties}<sheets>{tabs}</sheets>{after_sheets}"
    first = {
        "[Content_Types].xml": (
            f'{PROLOG}<Types xmlns="{TYPES}"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            + "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides)
            + f"{types}</Types>"
        ).encode(),
        "_rels/.rels": _links(
            f'<Relationship Id="rId1" Type="{base}/officeDocument" Target="{root}workbook.xml"/>'
        ),
        f"{root}workbook.xml": (
            f'{PROLOG}<workbook xmlns="{main}" xmlns:r="{base}">{body}</workbook>'.encode()
        ),
        f"{root}_rels/workbook.xml.rels": _links(book_links + links),
    }
    return zipped(first | parts | dict(extra or {}), separator=separator, comment=comment)


def _links(entries: str) -> bytes:
    return f'{PROLOG}<Relationships xmlns="{PACKAGE_LINKS}">{entries}</Relationships>'.encode()


def zipped(parts: Mapping[str, bytes], *, separator: str = "/", comment: bytes = b"") -> bytes:
    """Pack parts, deflated, with a fixed time."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name.replace("/", separator), date_time=(2026, 1, 2, 3, 4, 6))
            info.filename = name.replace("/", separator)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
        archive.comment = comment
    return target.getvalue()


def streamed(parts: Mapping[str, bytes], *, zip64: bool = False) -> bytes:
    """Pack parts as a stream writer does: sizes after the data, and, if asked, in zip64 extra fields."""
    body, directory = b"", b""
    for name, content in parts.items():
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        packed = packer.compress(content) + packer.flush()
        crc, encoded = zlib.crc32(content), name.encode()
        start = len(body)
        local = (
            struct.pack("<HHQQ", 1, 16, 0, 0) if zip64 else struct.pack("<HHBL", 0x5455, 5, 1, 1_767_000_000)
        )
        body += struct.pack(
            "<4s5H3L2H",
            b"PK\3\4",
            45 if zip64 else 20,
            8,
            8,
            0x6422,
            0x5C22,
            0,
            0,
            0,
            len(encoded),
            len(local),
        )
        body += encoded + local + packed
        if zip64:
            body += struct.pack("<4sLQQ", b"PK\7\x08", crc, len(packed), len(content))
            sizes, extra = (0xFFFFFFFF, 0xFFFFFFFF), struct.pack("<HHQQ", 1, 16, len(content), len(packed))
        else:
            body += struct.pack("<4sLLL", b"PK\7\x08", crc, len(packed), len(content))
            sizes, extra = (len(packed), len(content)), b""
        directory += struct.pack(
            "<4s6H3L5H2L",
            b"PK\1\2",
            45,
            45 if zip64 else 20,
            8,
            8,
            0x6422,
            0x5C22,
            crc,
            *sizes,
            len(encoded),
            len(extra),
            0,
            0,
            0,
            0,
            start,
        )
        directory += encoded + extra
    count = len(parts)
    return (
        body
        + directory
        + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(directory), len(body), 0)
    )


def table_part(
    *,
    name: str = "Table1",
    area: str = "A1:B3",
    columns: tuple[str, ...] = ("Name", "Age"),
    attributes: str = "",
    identifier: int = 1,
    prefix: str = "",
    inner: str = "",
) -> tuple[str, str, str]:
    """Build a table part for ``OddSheet.related``."""
    p = f"{prefix}:" if prefix else ""
    declared = f'xmlns:{prefix}="{MAIN}"' if prefix else f'xmlns="{MAIN}"'
    listed = "".join(f'<{p}tableColumn id="{at}" name="{each}"/>' for at, each in enumerate(columns, start=1))
    content = (
        f'<{p}table {declared} id="{identifier}" name="{name}" displayName="{name}" ref="{area}"{attributes}>'
        f"{inner or f'<{p}autoFilter ref={chr(34)}{area}{chr(34)}/>'}"
        f'<{p}tableColumns count="{len(columns)}">{listed}</{p}tableColumns></{p}table>'
    )
    return content, "table", f"{SHEET_TYPE}.table+xml"
