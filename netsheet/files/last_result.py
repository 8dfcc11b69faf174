"""The result of the last command on a workbook. The next run on the same bytes reuses it.

A result is kept under a question: the hash of everything it depends on. Another question gets no answer. The file holds
what the command gives to it and nothing else, readable by the user alone.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from netsheet.files.durable import write_durably
from netsheet.files.read import hash_of
from netsheet.files.state import PRIVATE_FOLDER, UNFINISHED, workbook_folder

_NAME = "last-result.json"


def question_of(*parts: object) -> str:
    """Return the hash of everything that a result depends on."""
    return hash_of(json.dumps([str(part) for part in parts]).encode())


def keep_result(real_path: Path, question: str, facts: Mapping[str, Any]) -> None:
    """Keep the result of a command; where the state folder cannot be written, nothing is kept."""
    target = workbook_folder(real_path) / _NAME
    unfinished = target.with_name(f"{_NAME}.{os.getpid()}{UNFINISHED}")
    with contextlib.suppress(OSError):
        target.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        write_durably(unfinished, json.dumps({"question": question, "facts": facts}).encode())
        unfinished.replace(target)


def kept_result(real_path: Path, question: str) -> Mapping[str, Any] | None:
    """Return what was kept for this question; None when it is another one, or the file is missing or damaged."""
    try:
        kept = json.loads((workbook_folder(real_path) / _NAME).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if (
        not isinstance(kept, dict)
        or kept.get("question") != question
        or not isinstance(kept.get("facts"), dict)
    ):
        return None
    facts: Mapping[str, Any] = kept["facts"]
    return facts
