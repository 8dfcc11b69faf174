"""Checks before another reader gets a file: claims in it that would exhaust that reader's memory."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator

from netsheet.errors import NetsheetError
from netsheet.lossless.refusals import damaged, refuse
from netsheet.lossless.xml_text import masked, root_tag, whole_number

SHORTEST_ITEM = len(b"<si/>")


def check_shared_strings(part: bytes) -> None:
    """Refuse shared texts that claim to be more than fit in the part: readers reserve memory for the claimed number.

    Raises:
        UnreadableError: naming the claim.
    """
    root, _ = root_tag(masked(part))
    claimed = whole_number(root.attribute(b"uniqueCount"))
    if claimed > len(part) // SHORTEST_ITEM + 1:
        raise damaged(f"it claims to have {claimed:,} shared texts, and is too small for them")


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
