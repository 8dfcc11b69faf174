"""The zip container of a workbook: members read with suspicion, and copied as the compressed bytes they are.

Never decides what to change; never rewrites a member that was not replaced.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import IO
from urllib.parse import unquote

from netsheet.workbook.refusals import damaged, refuse

MOST_MEMBERS = 100_000
MOST_UNPACKED = 4 * 1024**3 - 1
SUSPICIOUS_SIZE = 64 * 1024**2
SUSPICIOUS_RATIO = 250
LARGE_MEMBER = 8 * 1024**2
LOCAL_HEADER = struct.Struct("<4s5H3L2H")
CENTRAL_HEADER = struct.Struct("<4s4B4H3L5H2L")
END_RECORD = struct.Struct("<4s4H2LH")
STORED_BLOCK = struct.Struct("<BHH")
DATA_DESCRIPTOR_FLAG = 0x08
ENCRYPTED_FLAG = 0x01
UTF8_FLAG = 0x800
ZIP64_EXTRA = 0x0001
DIRECTORY_MARK = b"PK\1\2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One stored member: its directory entry, its compressed bytes as they lie in the file, its own extra fields.

    The extra fields in front of a member need not equal those in the directory (times, padding).
    """

    info: zipfile.ZipInfo
    compressed: memoryview
    extra: bytes

    @property
    def name(self) -> str:
        """The name as the file spells it."""
        return self.info.filename


def part_name(member_name: str) -> str:
    r"""Fold a member's name to the part name it stands for: ``\\`` is ``/``, no leading ``/``, case ignored.

    Characters may be spelled as they are or by percent and number. Source: ECMA-376 part 2, 6.2.2 (part names are
    equivalent without regard to case) and 7.3.4 (how they map to zip items).
    """
    name = member_name.replace("\\", "/").lstrip("/").casefold()
    return unquote(name).casefold() if "%" in name else name


class Package:
    """The members of one workbook file, by part name.

    Raises:
        UnreadableError: when the file is no zip, is damaged, or is built to exhaust the reader.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._unpacked: dict[str, bytes] = {}
        view = memoryview(data)
        if data.count(DIRECTORY_MARK) > MOST_MEMBERS:
            raise refuse(f"it holds more than {MOST_MEMBERS:,} parts")
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                infos = archive.infolist()
                self.comment = archive.comment
                directory_start = archive.start_dir
        except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError, OverflowError) as error:
            raise damaged("its list of parts cannot be read, as when it was not copied to its end") from error
        _check_sizes(infos, len(data))
        self.members: dict[str, Member] = {}
        for info in infos:
            name = part_name(info.filename)
            if name in self.members:
                raise refuse(f"it holds two parts named {info.filename}")
            self.members[name] = _member(view, info, directory_start)
        _check_overlaps(list(self.members.values()))

    def __contains__(self, name: str) -> bool:
        return part_name(name) in self.members

    def read(self, name: str) -> bytes:
        """Return the content of a part.

        Raises:
            UnreadableError: when there is no such part, or its bytes are damaged.
        """
        key = part_name(name)
        if key not in self._unpacked:
            member = self.members.get(key)
            if member is None:
                raise damaged(f"the part {name} is missing")
            self._unpacked[key] = _unpack(member)
        return self._unpacked[key]

    @contextmanager
    def opened(self, name: str) -> Iterator[IO[bytes]]:
        """Open a part to be read block by block; nothing is kept.

        Raises:
            UnreadableError: when its bytes are damaged.
        """
        try:
            info = self.members[part_name(name)].info
            with zipfile.ZipFile(io.BytesIO(self.data)) as archive, archive.open(info) as stream:
                yield stream
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise damaged(f"the part {name} cannot be unpacked") from error

    def forget(self) -> None:
        """Let go of the unpacked parts, to save memory: they are unpacked again when asked for."""
        self._unpacked.clear()

    def check_members(self) -> None:
        """Unpack every member once, so that damage anywhere is known before anything is written.

        Raises:
            UnreadableError: when a member's bytes do not match its checksum.
        """
        for key, member in self.members.items():
            if key not in self._unpacked:
                _unpack(member)

    def rewritten(
        self,
        parts: Mapping[str, bytes | Iterable[bytes]],
        removed: frozenset[str] = frozenset(),
        leads: Mapping[str, bytes] | None = None,
    ) -> bytes:
        """Return the file with some parts replaced or added, and every other member copied as it lies.

        Args:
            parts: content by name, whole or in blocks; a name that exists (without regard to case) is replaced
                in place, a new one is added last.
            removed: names of parts to leave out.
            leads: bytes to put before parts, by name, without packing these anew. Their CRC-32 is 0, so that the
                part's own checksum holds for both together.

        Members keep their order, times, attributes and, where their content stays, compressed bytes; sizes are written in front, so the
        data-descriptor flag is cleared; zip64 extras go, since every size fits without.
        """
        replaced = {part_name(name): content for name, content in parts.items()}
        gone = {part_name(name) for name in removed} - replaced.keys()
        leading = {part_name(name): lead for name, lead in (leads or {}).items()}
        out = io.BytesIO()
        directory: list[bytes] = []
        for key, member in self.members.items():
            if key in gone:
                continue
            if key in replaced:
                entry = _Entry.of_content(member.info, replaced[key])
                if (entry.crc, entry.size) == (member.info.CRC, member.info.file_size):
                    entry = _Entry.of_member(member)
            else:
                entry = _Entry.of_member(member, leading.get(key, b""))
            directory.append(entry.write(out))
        template = _template_info(self.members)
        for name, content in parts.items():
            if part_name(name) not in self.members:
                info = zipfile.ZipInfo(name, date_time=template.date_time)
                info.create_system, info.external_attr = template.create_system, template.external_attr
                directory.append(_Entry.of_content(info, content).write(out))
        start = out.tell()
        body = b"".join(directory)
        if start + len(body) > MOST_UNPACKED or len(directory) > 0xFFFF:
            raise refuse("the result would need the zip64 format")
        out.write(body)
        count = len(directory)
        out.write(END_RECORD.pack(b"PK\5\6", 0, 0, count, count, len(body), start, len(self.comment)))
        out.write(self.comment)
        return out.getvalue()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A member about to be written."""

    info: zipfile.ZipInfo
    method: int
    flags: int
    crc: int
    size: int
    compressed: memoryview | bytes
    extra: bytes

    @classmethod
    def of_member(cls, member: Member, lead: bytes = b"") -> _Entry:
        """Take a member as it lies, behind a lead: in a packed one that is a block by itself (RFC 1951, 3.2.4)."""
        info = member.info
        compressed: memoryview | bytes = member.compressed
        if lead:
            is_packed = info.compress_type == zipfile.ZIP_DEFLATED
            block = STORED_BLOCK.pack(0, len(lead), len(lead) ^ 0xFFFF) if is_packed else b""
            compressed = b"".join((block, lead, member.compressed))
        return cls(
            info=info,
            method=info.compress_type,
            flags=info.flag_bits & ~DATA_DESCRIPTOR_FLAG,
            crc=info.CRC,
            size=info.file_size + len(lead),
            compressed=compressed,
            extra=member.extra,
        )

    @classmethod
    def of_content(cls, info: zipfile.ZipInfo, content: bytes | Iterable[bytes]) -> _Entry:
        """Deflate; a large member takes a fast level: a third more bytes for a third of the time."""
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
        if offset + len(self.compressed) > MOST_UNPACKED:
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
    """Spell the name in the bytes it was read from (zip's own code page unless flagged as UTF-8)."""
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


def _template_info(members: Mapping[str, Member]) -> zipfile.ZipInfo:
    """Give the member whose time and attributes a new part takes, so that equal input gives equal bytes."""
    for name in ("xl/workbook.xml", "[content_types].xml"):
        if name in members:
            return members[name].info
    return next(iter(members.values())).info


def _check_sizes(infos: list[zipfile.ZipInfo], file_size: int) -> None:
    if not infos:
        raise damaged("it is an empty zip file")
    total = sum(info.file_size for info in infos)
    if total > MOST_UNPACKED or file_size > MOST_UNPACKED:
        raise refuse("it unpacks to more than 4 GiB")
    if total > 4 * SUSPICIOUS_SIZE and total > SUSPICIOUS_RATIO * file_size:
        raise refuse("it unpacks to over 250 times its size, as a zip bomb does")
    for info in infos:
        ratio = info.file_size / max(info.compress_size, 1)
        if info.file_size > SUSPICIOUS_SIZE and ratio > SUSPICIOUS_RATIO:
            raise refuse(
                f"the part {info.filename} unpacks to {ratio:.0f} times its size, as a zip bomb does"
            )
        if info.flag_bits & ENCRYPTED_FLAG:
            raise refuse(f"the part {info.filename} is encrypted")


def _member(view: memoryview, info: zipfile.ZipInfo, directory_start: int) -> Member:
    """Find a member's compressed bytes: its local header says where they begin (APPNOTE 4.3.7)."""
    start = info.header_offset
    if (
        start < 0
        or start + LOCAL_HEADER.size > directory_start
        or bytes(view[start : start + 4]) != b"PK\3\4"
    ):
        raise damaged(f"the part {info.filename} is not where its list of parts says")
    name_size, extra_size = struct.unpack_from("<HH", view, start + 26)
    begin = start + LOCAL_HEADER.size + name_size + extra_size
    end = begin + info.compress_size
    if end > directory_start:
        raise damaged(f"the part {info.filename} is cut off")
    return Member(info=info, compressed=view[begin:end], extra=bytes(view[begin - extra_size : begin]))


def _check_overlaps(members: list[Member]) -> None:
    """Refuse members that share bytes: no writer makes them, zip bombs do."""
    end = 0
    for member in sorted(members, key=lambda member: member.info.header_offset):
        if member.info.header_offset < end:
            raise refuse(f"the part {member.name} overlaps another")
        end = member.info.header_offset + LOCAL_HEADER.size + len(member.compressed)


def _unpack(member: Member) -> bytes:
    info = member.info
    if info.compress_type == zipfile.ZIP_STORED:
        content = bytes(member.compressed)
    elif info.compress_type == zipfile.ZIP_DEFLATED:
        unpacker = zlib.decompressobj(-15)
        try:
            content = unpacker.decompress(member.compressed, info.file_size + 1)
        except zlib.error as error:
            raise damaged(f"the part {info.filename} cannot be unpacked") from error
    else:
        raise refuse(f"the part {info.filename} is packed in a way Excel does not use")
    if len(content) != info.file_size or zlib.crc32(content) != info.CRC:
        raise damaged(f"the part {info.filename} does not match its checksum")
    return content
