"""The zip file of a workbook: nothing in it is trusted, and what is not replaced is copied as compressed bytes."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import IO
from urllib.parse import unquote

from netsheet.lossless.refusals import damaged, refuse
from netsheet.lossless.zip_writer import LOCAL_HEADER, Entry, Member, ZipWriter, info_like

MOST_MEMBERS = 100_000
MOST_UNPACKED = 4 * 1024**3 - 1
# Packing makes zeros 1,000 times smaller; real workbooks stay far below 250 times.
SUSPICIOUS_SIZE = 64 * 1024**2
SUSPICIOUS_RATIO = 250
ENCRYPTED_FLAG = 0x01
PACKED_BLOCK = 64 * 1024  # bytes that are unpacked at once
DIRECTORY_MARK = b"PK\1\2"


def part_name(member_name: str) -> str:
    r"""Return the part name for a member's name: ``\\`` is ``/``, no leading ``/``, case ignored.

    Characters may be written as they are or as a percent sign and a number. Source: ECMA-376 part 2, 6.2.2 (part names are
    equivalent without regard to case) and 7.3.4 (how they map to zip items).
    """
    name = member_name.replace("\\", "/").lstrip("/").casefold()
    return unquote(name).casefold() if "%" in name else name


class Package:
    """The members of one workbook file, by part name.

    Raises:
        UnreadableError: when the file is not a zip file, is damaged, or is built to exhaust the reader.
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
        """Free the memory of the unpacked parts: they are unpacked again when needed."""
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
    ) -> bytes:
        """Return the file with some parts replaced or added, and every other member copied as it is.

        Args:
            parts: content by name, whole or in blocks; a name that exists (without regard to case) is replaced
                in place, a new one is added last.
            removed: names of parts to leave out.

        Members keep their order, times, attributes and, where their content stays, compressed bytes; sizes are written in front, so the
        data-descriptor flag is cleared; zip64 extras go, since every size fits without.
        """
        replaced = {part_name(name): content for name, content in parts.items()}
        gone = {part_name(name) for name in removed} - replaced.keys()
        out = ZipWriter(self.comment)
        for key, member in self.members.items():
            if key in gone:
                continue
            if key in replaced:
                entry = Entry.of_content(member.info, replaced[key])
                if (entry.crc, entry.size) == (member.info.CRC, member.info.file_size):
                    entry = Entry.of_member(member)
            else:
                entry = Entry.of_member(member)
            out.add(entry)
        template = _template_info(self.members)
        for name, content in parts.items():
            if part_name(name) not in self.members:
                out.add(Entry.of_content(info_like(template, name), content))
        return out.finished()

    def selected(self, names: Mapping[str, str], parts: Mapping[str, bytes]) -> bytes:
        """Return a file with some members under other names, their compressed bytes as they are, and with new parts.

        Args:
            names: for each new name the part to copy.
            parts: content of new parts by name.
        """
        out = ZipWriter(b"")
        template = _template_info(self.members)
        for name, content in parts.items():
            out.add(Entry.of_content(info_like(template, name), content))
        for name, source in names.items():
            entry = Entry.of_member(self.members[part_name(source)])
            out.add(replace(entry, info=info_like(template, name), extra=b""))
        return out.finished()


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
        try:
            content = _inflated(member.compressed, info.file_size)
        except zlib.error as error:
            raise damaged(f"the part {info.filename} cannot be unpacked") from error
    else:
        raise refuse(f"the part {info.filename} is packed in a way Excel does not use")
    if len(content) != info.file_size or zlib.crc32(content) != info.CRC:
        raise damaged(f"the part {info.filename} does not match its checksum")
    return content


def _inflated(compressed: memoryview, size: int) -> bytes:
    """Unpack into one growing buffer, which takes half of the memory that joined blocks would, and stop where it grows over its size."""
    target, unpacker = io.BytesIO(), zlib.decompressobj(-15)
    for start in range(0, len(compressed), PACKED_BLOCK):
        room = size + 1 - target.tell()
        if room <= 0:
            break
        target.write(unpacker.decompress(compressed[start : start + PACKED_BLOCK], room))
    return target.getvalue()
