"""Saving drafts: stable names inside one folder, and never over what a person has written.

A small file beside the drafts remembers what netsheet wrote there (as hashes): a draft that is still as it was
written may be written anew, one that a person has edited is kept.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import tempfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from netsheet.core.draft_words import spell_mark, spell_stem
from netsheet.core.drafts import BlockedDraft, Draft
from netsheet.errors import RefusedError
from netsheet.render.index_page import IndexEntry, index_html
from netsheet.render.messages import eml_bytes, text_bytes

DraftFormat = Literal["eml", "txt"]
FORMATS: tuple[DraftFormat, ...] = ("eml", "txt")
MEMORY = ".netsheet-drafts.json"
INDEX = "index.html"

_EDITED = "You have edited this draft; your version is kept."
_UNCHANGED = "It is already there, word for word."


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedDraft:
    """What became of one draft's file.

    Attributes:
        draft: the draft.
        path: the file; the .eml where there is one, else the .txt.
        written: whether any file of the draft was written in this run.
        note: why not, one sentence; "" when it was written.
        files: all files of the draft.
    """

    draft: Draft
    path: Path
    written: bool
    note: str = ""
    files: tuple[Path, ...] = ()


def save_drafts(
    drafts: Sequence[Draft],
    out_dir: Path,
    *,
    today: dt.date,
    blocked: Sequence[BlockedDraft] = (),
    formats: Collection[DraftFormat] = FORMATS,
) -> tuple[SavedDraft, ...]:
    """Save each draft as ``2026-11-21/thank-you--ana-lopez.eml`` and ``.txt``, and the page that shows them all.

    Args:
        drafts: what to save.
        out_dir: the folder; made when it is not there. Nothing is ever written outside it.
        today: names the folder inside it.
        blocked: shown on the page.
        formats: which files to write; a draft without an e-mail address always gets its .txt.

    Raises:
        RefusedError: when the folder cannot be made or written to, or leads somewhere else.
    """
    day = _open_folder(out_dir, today)
    memory = _read_memory(out_dir)
    saved: list[SavedDraft] = []
    for draft, stem in zip(drafts, _name_files(drafts), strict=True):
        contents = _render_files(draft, stem, formats)
        notes = [_save_one(day / name, content, memory) for name, content in contents.items()]
        files = tuple(day / name for name in contents)
        note = "" if "" in notes else _EDITED if _EDITED in notes else _UNCHANGED
        saved.append(SavedDraft(draft=draft, path=files[0], written="" in notes, note=note, files=files))
    entries = [_entry(item, out_dir) for item in saved]
    _replace(out_dir / INDEX, index_html(entries, blocked, today=today))
    _replace(out_dir / MEMORY, _spell_memory(memory))
    return tuple(saved)


def _entry(item: SavedDraft, out_dir: Path) -> IndexEntry:
    links = tuple(path.relative_to(out_dir).as_posix() for path in item.files)
    return IndexEntry(draft=item.draft, files=links, note=item.note if item.note == _EDITED else "")


def _open_folder(out_dir: Path, today: dt.date) -> Path:
    day = out_dir / today.isoformat()
    try:
        day.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RefusedError(
            f"The folder {day} cannot be made: {error.strerror}.", "Name another folder with --out."
        ) from error
    if day.resolve().parent != out_dir.resolve():
        raise RefusedError(
            f"{day} leads to another folder.", "Remove the link, or name another folder with --out."
        )
    return day


def _name_files(drafts: Sequence[Draft]) -> list[str]:
    """Name each draft's files; two that would share a name (two people, or one of each script) get a mark."""
    stems = [f"{spell_stem(draft.template)}--{spell_stem(draft.stem) or 'person'}" for draft in drafts]
    return [
        f"{stem}-{spell_mark(draft.person)}" if stems.count(stem) > 1 else stem
        for draft, stem in zip(drafts, stems, strict=True)
    ]


def _render_files(draft: Draft, stem: str, formats: Collection[DraftFormat]) -> Mapping[str, bytes]:
    contents: dict[str, bytes] = {}
    if draft.to and "eml" in formats:
        contents[f"{stem}.eml"] = eml_bytes(draft)
    if "txt" in formats or not contents:
        contents[f"{stem}.txt"] = text_bytes(draft)
    return contents


def _save_one(path: Path, content: bytes, memory: dict[str, str]) -> str:
    """Write one file unless that would lose something or change nothing; say why not, or "" when written."""
    name, digest = f"{path.parent.name}/{path.name}", _digest(content)
    present = _read_present(path)
    if present is not None:
        if _digest(present) == digest:
            memory[name] = digest
            return _UNCHANGED
        if _digest(present) != memory.get(name):
            return _EDITED
    _replace(path, content)
    memory[name] = digest
    return ""


def _read_present(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise RefusedError(
            f"{path} cannot be read: {error.strerror}.", "Name another folder with --out."
        ) from error


def _replace(path: Path, content: bytes) -> None:
    """Put a whole file in place at once; a file that already has this content is not touched."""
    if _read_present(path) == content:
        return
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".netsheet-", delete=False) as temporary:
            temporary.write(content)
        Path(temporary.name).chmod(0o644)
        os.replace(temporary.name, path)  # noqa: PTH105 - the name, as a text, is what the context manager gives
    except OSError as error:
        raise RefusedError(
            f"{path} cannot be written: {error.strerror}.", "Close it, or name another folder with --out."
        ) from error


def _read_memory(out_dir: Path) -> dict[str, str]:
    """Read what netsheet wrote here; when that cannot be told, every file counts as a person's own."""
    try:
        document = json.loads((out_dir / MEMORY).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    files = document.get("files") if isinstance(document, dict) else None
    return {str(name): str(digest) for name, digest in files.items()} if isinstance(files, dict) else {}


def _spell_memory(memory: Mapping[str, str]) -> bytes:
    about = "What netsheet wrote in this folder, to know which drafts you have edited since."
    document = {"schema": 1, "about": about, "files": dict(sorted(memory.items()))}
    return (json.dumps(document, indent=1, ensure_ascii=True) + "\n").encode("ascii")


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
