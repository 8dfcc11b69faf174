"""Zip files that no honest program writes: every field of every header can lie."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

MEBIBYTE = 1 << 20


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A member as its headers claim it to be; None means the truth."""

    name: bytes
    packed: bytes
    crc: int = 0
    size: int = 0
    method: int = 8
    flags: int = 0
    claimed_size: int | None = None
    claimed_packed: int | None = None
    claimed_offset: int | None = None
    extra: bytes = b""
    local_name: bytes | None = None
    shares: bool = False
    """Whether it has no bytes of its own, but points at the member before it."""


def entry(name: str, content: bytes) -> Entry:
    """Make an honest member."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = packer.compress(content) + packer.flush()
    return Entry(name=name.encode(), packed=packed, crc=zlib.crc32(content), size=len(content))


def repeated(name: str, before: bytes, block: bytes, times: int, after: bytes) -> Entry:
    """Make an honest member of a block repeated, without ever holding it unpacked."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    head = packer.compress(before) + packer.flush(zlib.Z_FULL_FLUSH)
    middle = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    tail = packer.compress(after) + packer.flush()
    crc = zlib.crc32(before)
    for _ in range(times):
        crc = zlib.crc32(block, crc)
    return Entry(
        name=name.encode(),
        packed=head + middle * times + tail,
        crc=zlib.crc32(after, crc),
        size=len(before) + len(block) * times + len(after),
    )


def archive(
    entries: Sequence[Entry], *, comment: bytes = b"", tail: bytes = b"", count: int | None = None
) -> bytes:
    """Put the members together."""
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = here = 0
    for each in entries:
        size = each.size if each.claimed_size is None else each.claimed_size
        packed = len(each.packed) if each.claimed_packed is None else each.claimed_packed
        sizes = (each.crc, packed & 0xFFFFFFFF, size & 0xFFFFFFFF)
        name = each.name if each.local_name is None else each.local_name
        if not each.shares:
            offset = here
            local = struct.pack(
                "<4s5H3L2H", b"PK\3\4", 20, each.flags, each.method, 0, 0x5C22, *sizes, len(name), 0
            )
            body += [local, name, each.packed]
            here += len(local) + len(name) + len(each.packed)
        directory.append(
            struct.pack(
                "<4s6H3L5H2L", b"PK\1\2", 20, 20, each.flags, each.method, 0, 0x5C22, *sizes, len(each.name),
                len(each.extra), 0, 0, 0, 0, offset if each.claimed_offset is None else each.claimed_offset,
            )
            + each.name
            + each.extra
        )  # fmt: skip
    listed = b"".join(directory)
    number = len(entries) if count is None else count
    end = end_record(min(number, 0xFFFF), len(listed), here, comment)
    if number > 0xFFFF:
        start = here + len(listed)
        wide = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, number, number, len(listed), here)
        end = wide + struct.pack("<4sLQL", b"PK\6\7", 0, start, 1) + end
    return b"".join(body) + listed + end + tail


def end_record(number: int, size: int, start: int, comment: bytes = b"") -> bytes:
    """Spell the end-of-directory record (APPNOTE 4.3.16)."""
    return struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, number, number, size, start, len(comment)) + comment
