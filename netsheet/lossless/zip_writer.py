"""The members of a zip file: copied as the compressed bytes they are, or packed anew, and written one after another."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain

from netsheet.lossless.refusals import refuse

MOST_WRITTEN = 4 * 1024**3 - 1
LARGE_MEMBER = 8 * 1024**2
LOCAL_HEADER = struct.Struct("<4s5H3L2H")
CENTRAL_HEADER = struct.Struct("<4s4B4H3L5H2L")
END_RECORD = struct.Struct("<4s4H2LH")
DATA_DESCRIPTOR_FLAG = 0x08
UTF8_FLAG = 0x800
ZIP64_EXTRA = 0x0001


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One stored member: its directory entry, its compressed bytes as they are in the file, its own extra fields.

    The extra fields in front of a member need not equal those in the directory (times, padding).
    """

    info: zipfile.ZipInfo
    compressed: memoryview
    extra: bytes

    @property
    def name(self) -> str:
        """The name as it is in the file."""
        return self.info.filename


class ZipWriter:
    """A zip file that is being written."""

    def __init__(self, comment: bytes) -> None:
        self._comment = comment
        self._out = io.BytesIO()
        self._directory: list[bytes] = []

    def add(self, entry: Entry) -> None:
        """Write a member.

        Raises:
            UnreadableError: when the file would be over 4 GiB.
        """
        self._directory.append(entry.write(self._out))

    def finished(self) -> bytes:
        """Write the directory, and return the whole file."""
        out, body, count = self._out, b"".join(self._directory), len(self._directory)
        start = out.tell()
        if start + len(body) > MOST_WRITTEN or count > 0xFFFF:
            raise refuse("the result would need the zip64 format")
        out.write(body)
        out.write(END_RECORD.pack(b"PK\5\6", 0, 0, count, count, len(body), start, len(self._comment)))
        out.write(self._comment)
        return out.getvalue()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A member about to be written."""

    info: zipfile.ZipInfo
    method: int
    flags: int
    crc: int
    size: int
    compressed: memoryview | bytes
    extra: bytes

    @classmethod
    def of_member(cls, member: Member) -> Entry:
        """Take a member as it is stored."""
        info = member.info
        return cls(
            info=info,
            method=info.compress_type,
            flags=info.flag_bits & ~DATA_DESCRIPTOR_FLAG,
            crc=info.CRC,
            size=info.file_size,
            compressed=member.compressed,
            extra=member.extra,
        )

    @classmethod
    def of_content(cls, info: zipfile.ZipInfo, content: bytes | Iterable[bytes]) -> Entry:
        """Deflate; a large member takes a fast level: a third more bytes in a third of the time."""
        blocks = iter((content,) if isinstance(content, bytes) else content)
        first, second = next(blocks, b""), next(blocks, b"")
        is_small = not second and len(first) <= LARGE_MEMBER
        packer = zlib.compressobj(6 if is_small else 2, zlib.DEFLATED, -15)
        packing: list[Future[bytes]] = []
        crc = size = 0
        with ThreadPoolExecutor(max_workers=1) as helper:  # zlib packs without Python's lock
            for block in chain((first, second), blocks):
                if len(packing) > 1:
                    packing[-2].result()  # so that few blocks wait
                packing.append(helper.submit(packer.compress, block))
                crc = zlib.crc32(block, crc)
                size += len(block)
            packing.append(helper.submit(packer.flush))
        return cls(
            info=info,
            method=zipfile.ZIP_DEFLATED,
            flags=info.flag_bits & UTF8_FLAG,
            crc=crc,
            size=size,
            compressed=b"".join([packed.result() for packed in packing]),
            extra=b"",
        )

    def write(self, out: io.BytesIO) -> bytes:
        """Write the member and return its directory record."""
        info = self.info
        offset = out.tell()
        if offset + len(self.compressed) > MOST_WRITTEN:
            raise refuse("the result would be over 4 GiB")
        name, utf8 = _encode_name(info)
        flags = self.flags | utf8
        date, time = _dos_moment(info.date_time)
        extra = _without_zip64(info.extra)
        local_extra = _without_zip64(self.extra)
        sizes = (self.crc, len(self.compressed), self.size)
        out.write(
            LOCAL_HEADER.pack(
                b"PK\3\4", 20, flags, self.method, time, date, *sizes, len(name), len(local_extra)
            )
        )
        out.write(name)
        out.write(local_extra)
        out.write(self.compressed)
        record = CENTRAL_HEADER.pack(
            b"PK\1\2",
            max(info.create_version, 20),
            info.create_system,
            20,
            0,
            flags,
            self.method,
            time,
            date,
            *sizes,
            len(name),
            len(extra),
            len(info.comment),
            0,
            info.internal_attr,
            info.external_attr,
            offset,
        )
        return record + name + extra + info.comment


def _dos_moment(moment: tuple[int, int, int, int, int, int]) -> tuple[int, int]:
    """Pack a date and a time as MS-DOS does (APPNOTE 4.4.6)."""
    year, month, day, hour, minute, second = moment
    return (max(year, 1980) - 1980) << 9 | month << 5 | day, hour << 11 | minute << 5 | second // 2


def _encode_name(info: zipfile.ZipInfo) -> tuple[bytes, int]:
    """Return the bytes from which the name was read (zip's own code page unless flagged as UTF-8)."""
    name = info.orig_filename
    if info.flag_bits & UTF8_FLAG:
        return name.encode(), UTF8_FLAG
    try:
        return name.encode("cp437"), 0
    except UnicodeEncodeError:
        return name.encode(), UTF8_FLAG


def _without_zip64(extra: bytes) -> bytes:
    kept = b""
    at = 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, at)
        if kind != ZIP64_EXTRA:
            kept += extra[at : at + 4 + size]
        at += 4 + size
    return kept if at == len(extra) else b""


def info_like(template: zipfile.ZipInfo, name: str) -> zipfile.ZipInfo:
    """Describe a new member that takes its time and attributes from another."""
    info = zipfile.ZipInfo(name, date_time=template.date_time)
    info.create_system, info.external_attr = template.create_system, template.external_attr
    return info
