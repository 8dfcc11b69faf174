"""Checks before another reader gets a file: claims in it that would exhaust that reader's memory."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from xml.parsers import expat

from netsheet.core.grid import LAST_COLUMN, LAST_ROW
from netsheet.errors import NetsheetError
from netsheet.lossless.package import Package
from netsheet.lossless.refusals import damaged, refuse, too_far
from netsheet.lossless.xml_text import masked, root_tag, whole_number

MOST_CELLS = 16_000_000
SHORTEST_ITEM = len(b"<si/>")
CONTENT = "content.xml"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "


def check_shared_strings(part: bytes) -> None:
    """Refuse shared texts that claim to be more than fit in the part: readers reserve memory for the claimed number.

    Raises:
        UnreadableError: naming the claim.
    """
    root, _ = root_tag(masked(part))
    claimed = whole_number(root.attribute(b"uniqueCount"))
    if claimed > len(part) // SHORTEST_ITEM + 1:
        raise damaged(f"it claims to have {claimed:,} shared texts, and is too small for them")


class Extent:
    """The last row and column with a value in an open document's tables, repeated rows and cells included."""

    def __init__(self) -> None:
        self.row = self.column = self.right = 0
        self.bottom = 0
        self._repeat = 1

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Count an element."""
        if not name.startswith(TABLE):
            return
        kind = name[len(TABLE) :]
        if kind == "table":
            self.row = self.right = self.bottom = 0
        elif kind == "table-row":
            self._repeat = _repeated(attributes, "rows")
            self.row += self._repeat
            self.column = 0
        elif kind in ("table-cell", "covered-table-cell"):
            self.column += _repeated(attributes, "columns")
            if any(key.endswith(" value-type") for key in attributes):
                self.bottom, self.right = self.row, max(self.right, self.column)
                self.check()

    def check(self) -> None:
        """Refuse what no sheet can hold.

        Raises:
            UnreadableError: naming the far cell.
        """
        is_outside = self.bottom > LAST_ROW or self.right > LAST_COLUMN
        if is_outside or self.bottom * self.right > MOST_CELLS:
            raise too_far(self.bottom, self.right)


def _repeated(attributes: dict[str, str], what: str) -> int:
    return max(1, whole_number(attributes.get(f"{TABLE}number-{what}-repeated"), 1))


def check_open_document(data: bytes) -> None:
    """Refuse an open document that would take far more memory than its size suggests.

    Raises:
        UnreadableError: when it is damaged or built to exhaust the reader.
    """
    package = Package(data)
    if CONTENT not in package:
        raise damaged("it cannot be read as .ods (it has no content)")
    content = package.read(CONTENT)
    masked(content)
    extent = Extent()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = extent.start
    try:
        parser.Parse(content, True)  # noqa: FBT003  expat's own signature
    except expat.ExpatError as error:
        raise damaged(f"its content is not well-formed XML ({error})") from error


@contextlib.contextmanager
def survived(what: str) -> Iterator[None]:
    """Refuse a file on which another reader panics or runs out of memory.

    A panic in Rust code is not an ``Exception``, and its class cannot be imported, so it is recognised by name
    (PyO3 guide, "Error handling"). Rust also prints panics to standard error, which is closed meanwhile.

    Raises:
        UnreadableError: instead of the panic.
    """
    with _quiet():
        try:
            yield
        except MemoryError as error:
            raise refuse(f"{what} takes more memory than there is") from error
        except NetsheetError:
            raise
        except BaseException as error:
            if type(error).__name__ != "PanicException":
                raise
            raise damaged(f"{what} cannot be understood") from error


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep the process's standard error closed for a while."""
    sys.stderr.flush()
    try:
        kept = os.dup(2)
    except OSError:  # there is none
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
