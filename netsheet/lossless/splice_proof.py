"""The proof of bytes: members that were not meant to change are the same, and spliced parts differ by their splices alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import IO
from xml.parsers import expat

from netsheet.lossless.refusals import unprovable
from netsheet.lossless.xml_text import Splice, masked
from netsheet.lossless.zip_writer import Member

MOST_READ = 1024**2


def check_kept(
    old: Mapping[str, Member], new: Mapping[str, Member], changed: AbstractSet[str], removed: AbstractSet[str]
) -> None:
    """Check that every member that was not meant to change has the same compressed bytes, and that all are in the same order.

    Raises:
        RefusedError: naming the part.
    """
    kept = [name for name in old if name not in removed]
    if kept != [name for name in new if name in old]:
        raise unprovable("parts of the file are missing or out of order")
    for name in kept:
        before, now = old[name], new[name]
        if name not in changed and (
            before.compressed != now.compressed
            or before.info.CRC != now.info.CRC
            or before.info.file_size != now.info.file_size
        ):
            raise unprovable(f"the part {before.name} changed")


def check_only(names: AbstractSet[str], fate: str) -> None:
    """Refuse when there are any such parts.

    Raises:
        RefusedError: naming the first part and its fate.
    """
    if names:
        raise unprovable(f"the part {min(names)} {fate}")


def is_spliced(old: bytes, new: IO[bytes], splices: Sequence[Splice]) -> bool:
    """Whether ``new`` is ``old`` with the splices; compared piece by piece, since both may be large."""
    at = now = 0
    block = b""
    for start, end, piece in splices:
        middle = now + start - at
        following = middle + len(piece)
        if following > len(block):
            block = block[now:] + new.read(following - now + MOST_READ)
            middle, following, now = middle - now, following - now, 0
        if old[at:start] != block[now:middle] or block[middle:following] != piece:
            return False
        at, now = end, following
    return old[at:] == block[now:] + new.read()


def check_still_well_formed(data: bytes, name: str) -> None:
    """Read a new part to its end, keeping nothing.

    Raises:
        RefusedError: when it is not well-formed.
    """
    masked(data)
    try:
        expat.ParserCreate().Parse(data, True)  # noqa: FBT003  expat's own signature
    except expat.ExpatError as error:
        raise unprovable(f"the part {name} would not be well-formed ({error})") from error
