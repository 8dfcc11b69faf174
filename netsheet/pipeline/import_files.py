"""Paths to the files of an import: folders and zip files are opened, and each content is recognised."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Literal

from netsheet.core.grid import Sheet
from netsheet.core.imports.closed_services import X_ARCHIVE
from netsheet.core.imports.recognition import Recognised, recognise
from netsheet.engines import read_workbook
from netsheet.errors import NetsheetError
from netsheet.files.file_names import READ_ONLY, WRITABLE
from netsheet.files.read import read_file
from netsheet.lossless.file_kind import COMPOUND_FILE, ZIP_FILE
from netsheet.workbook.csv_text import NotATableError, read_csv_text
from netsheet.workbook.text_encodings import decode

Content = Literal["table", "vcard", "calendar", "mail", "archive of X", "not read"]
_LOOKED_AT = 65_536
_MOST_FILES = 5_000
_LONGEST_LINE = 1_000_000
_MOST_BYTES = 1_000_000_000
_LARGEST_RATIO, _NEVER_A_BOMB = 200, 20_000_000
"""A text is rarely packed to less than a hundredth of its size; below 20 MB unpacked, no ratio does harm."""
_HEADERS = re.compile(rb"(?:From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_MAIL_NEEDS = (b"from:", b"date:")
_HIDDEN = ("__macosx", ".")
_ASSISTANTS = frozenset(
    {
        "guide_messages.csv",
        "learning_role_play_messages.csv",
        "learning_coach_messages.csv",
        "learningcoachmessages.csv",
    }
)
"""LinkedIn's conversations with its assistants. Their headings are those of messages, but nobody wrote them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportItem:
    """One file of an import, or one member of a zip file.

    Attributes:
        name: as messages show it.
        container: the zip file or folder that it is from; "" when it was named itself.
        open: opens its content for reading.
        head: its first bytes.
    """

    name: str
    container: str
    open: Callable[[], IO[bytes]]
    head: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecognisedItem:
    """A file of an import whose content is known.

    Attributes:
        sheet: of a table its cells; None of the others.
        export: of a table which export it is; None when it is none that netsheet knows.
        problem: why it was not read; "" when it can be.
    """

    item: ImportItem
    content: Content
    sheet: Sheet | None = None
    export: Recognised | None = None
    problem: str = ""


def open_items(paths: Sequence[Path]) -> Iterator[ImportItem]:
    """Open the files of an import, those in folders and zip files too.

    Raises:
        NetsheetError: a path that was named cannot be read.
    """
    for path in paths:
        if path.is_dir():
            files = sorted(
                each for each in path.rglob("*") if each.is_file() and not _is_hidden(each.relative_to(path))
            )
            for file in files[:_MOST_FILES]:
                yield from _open_file(file, str(file.relative_to(path)), container=path.name)
        else:
            yield from _open_file(path, path.name, container="")


def _is_hidden(path: Path) -> bool:
    return any(part.casefold().startswith(_HIDDEN) for part in path.parts)


def _open_file(path: Path, name: str, *, container: str) -> Iterator[ImportItem]:
    head = _head(path)
    if head.startswith(ZIP_FILE) and not container and not _is_workbook(path):
        yield from _members(path)
        return
    yield ImportItem(name=name, container=container, open=lambda: path.open("rb"), head=head)


def _head(path: Path) -> bytes:
    """Return a file's first bytes; whatever keeps it from being read is said as for every other file."""
    try:
        with path.open("rb") as stream:
            return stream.read(_LOOKED_AT)
    except OSError:
        return read_file(path).data[:_LOOKED_AT]


def _is_workbook(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError):
        return path.suffix.casefold() in (*WRITABLE, *READ_ONLY)
    return "[Content_Types].xml" in names or "mimetype" in names


def _members(path: Path) -> Iterator[ImportItem]:
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError):
        yield ImportItem(name=path.name, container="", open=lambda: path.open("rb"), head=ZIP_FILE)
        return
    total = 0
    for member in sorted(archive.infolist(), key=lambda member: member.filename)[:_MOST_FILES]:
        inner = Path(member.filename.replace("\\", "/"))
        if member.is_dir() or _is_hidden(inner):
            continue
        total += member.file_size
        yield _member(archive, member, inner, path.name, is_too_large=total > _MOST_BYTES or _is_bomb(member))


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    is_dense = member.file_size > _LARGEST_RATIO * max(member.compress_size, 1)
    return is_dense and member.file_size > _NEVER_A_BOMB


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, inner: Path, container: str, *, is_too_large: bool
) -> ImportItem:
    def open_member() -> IO[bytes]:
        return archive.open(member)

    head = b""
    if not is_too_large:
        try:
            with open_member() as stream:
                head = stream.read(_LOOKED_AT)
        except _BROKEN:
            head = b""
    return ImportItem(name=str(inner), container=container, open=open_member, head=head)


_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError)
"""What zipfile raises for damaged, locked and unknown kinds of members."""


def recognise_item(item: ImportItem) -> Iterator[RecognisedItem]:
    """Recognise what a file holds; of a workbook each sheet that holds something."""
    content = _content(item)
    if content == "table" and Path(item.name).name.casefold() in _ASSISTANTS:
        yield _not_read(item, "it holds conversations with LinkedIn's assistant")
    elif content != "table":
        problem = (
            _WHY_NOT.get(item.head[:4], "it holds nothing that netsheet reads")
            if content == "not read"
            else ""
        )
        yield RecognisedItem(item=item, content=content, problem=problem)
    else:
        try:
            yield from _recognise_sheets(item)
        except NotATableError as error:
            yield _not_read(item, str(error))
        except _BROKEN:
            yield _not_read(item, "it is damaged, or needs a password")
        except NetsheetError as error:
            yield _not_read(item, error.message)


_WHY_NOT = {b"": "it is empty, damaged, or too large", ZIP_FILE: "it is a zip file that cannot be opened"}


def _not_read(item: ImportItem, problem: str) -> RecognisedItem:
    return RecognisedItem(item=item, content="not read", problem=problem)


def _content(item: ImportItem) -> Content:
    if item.head.startswith(ZIP_FILE):
        return "table" if Path(item.name).suffix.casefold() in (*WRITABLE, *READ_ONLY) else "not read"
    if item.head.startswith(COMPOUND_FILE):
        return "table"
    start = decode(item.head[: len(item.head) // 2 * 2]).text.lstrip("\ufeff \t\r\n")
    for beginning, content in _BEGINNINGS:
        if start[:_LONGEST_BEGINNING].upper().startswith(beginning.upper()):
            return content
    if _is_mail(item.head):
        return "mail"
    controls = sum(character < " " and not character.isspace() for character in start[:1000])
    return "not read" if not start or controls > _MOST_CONTROLS else "table"


_BEGINNINGS: tuple[tuple[str, Content], ...] = (
    ("BEGIN:VCARD", "vcard"),
    ("BEGIN:VCALENDAR", "calendar"),
    (X_ARCHIVE, "archive of X"),
)
_LONGEST_BEGINNING = 20
_MOST_CONTROLS = 10
"""A text rarely has a control character among its first thousand; a picture or a program has hundreds."""


def _is_mail(head: bytes) -> bool:
    """Whether a file begins with the headers of a message, below a line "From " in a mailbox."""
    match = _HEADERS.match(head.replace(b"\r\n", b"\n").lstrip(b"\n"))
    names = {line.partition(b":")[0].lower() + b":" for line in match[0].split(b"\n")} if match else set()
    return names.issuperset(_MAIL_NEEDS)


def _recognise_sheets(item: ImportItem) -> Iterator[RecognisedItem]:
    with item.open() as stream:
        data = stream.read()
    if data.startswith((ZIP_FILE, COMPOUND_FILE)):
        sheets: Sequence[Sheet] = [sheet for sheet in read_workbook(data).sheets if any(map(any, sheet.rows))]
    else:
        sheets = [Sheet(name=Path(item.name).stem, rows=read_csv_text(data).rows)]
    for sheet in sheets:
        yield RecognisedItem(item=item, content="table", sheet=sheet, export=recognise(sheet.rows))


def read_text(item: ImportItem) -> str:
    """Read a whole file as a text."""
    with item.open() as stream:
        return decode(stream.read()).text


def lines_of(item: ImportItem) -> Iterator[bytes]:
    """Read a file line by line, however large it is; a line that is too long comes in pieces."""
    with item.open() as stream:
        buffered = io.BufferedReader(stream) if isinstance(stream, io.RawIOBase) else stream
        while line := buffered.readline(_LONGEST_LINE):
            yield line
