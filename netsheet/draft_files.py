"""Save drafts and copies of templates. File names are stable, and a file that a person has edited is never overwritten.

A small file in the drafts folder holds the hashes of what netsheet wrote. A draft that still has its hash may be
replaced; any other draft was edited and is kept.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from netsheet.core.drafts.phrasing import spell_mark, spell_stem
from netsheet.core.drafts.requests import (
    DRAFT_CHANNELS,
    FORMATS,
    BlockedDraft,
    Draft,
    DraftChannel,
    DraftFormat,
)
from netsheet.errors import RefusedError
from netsheet.files.durable import replace_whole
from netsheet.files.read import read_if_there
from netsheet.render.index_page import IndexEntry, index_html
from netsheet.render.messages import eml_bytes, text_bytes

MEMORY = ".netsheet-drafts.json"
INDEX = "index.html"
_ANOTHER_FOLDER = "Choose another folder with --out."

DraftStatus = Literal["written", "edited", "unchanged", "preview"]
_NOTES: Mapping[DraftStatus, str] = {
    "written": "",
    "edited": "You have edited this draft; your version is kept.",
    "unchanged": "The same text is already in the file.",
    "preview": "Dry run: nothing was written.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDraft:
    """A draft that an earlier run wrote, as the drafts folder remembers it.

    Attributes:
        name: its files without their ending: "2026-11-21/thank-you--ana-lopez".
        on: the day it was written for.
        stem: the person's half of the file name.
        template: the template's name.
        channel: where it was to go.
        given: the article that it passed on.
    """

    name: str
    on: dt.date
    stem: str
    template: str
    channel: DraftChannel
    given: str = ""


@dataclass(frozen=True, slots=True)
class _Memory:
    """What a drafts folder remembers: the hash of each file, and what each draft is."""

    files: dict[str, str]
    drafts: dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedDraft:
    """The result of saving one draft.

    Attributes:
        draft: the draft.
        path: the file; the .eml where there is one, else the .txt.
        status: whether it was written in this run, and if not, why.
        files: all files of the draft.
    """

    draft: Draft
    path: Path
    status: DraftStatus
    files: tuple[Path, ...] = ()

    @property
    def written(self) -> bool:
        """Whether any file of the draft was written in this run."""
        return self.status == "written"

    @property
    def note(self) -> str:
        """Why it was not written, one sentence; "" when it was."""
        return _NOTES[self.status]


def save_drafts(
    drafts: Sequence[Draft],
    out_dir: Path,
    *,
    today: dt.date,
    blocked: Sequence[BlockedDraft] = (),
    formats: Collection[DraftFormat] = FORMATS,
    done_command: str = "netsheet done",
) -> tuple[SavedDraft, ...]:
    """Save each draft as ``2026-11-21/thank-you--ana-lopez.eml`` and ``.txt``, and the page that shows them all.

    Args:
        drafts: what to save.
        out_dir: the folder; made when it is not there. Nothing is ever written outside it.
        today: names the folder inside it.
        blocked: shown on the page.
        formats: which files to write; a draft without an e-mail address always gets its .txt.
        done_command: what to type to say that a draft was sent, without the name of the person.

    Raises:
        RefusedError: when the folder cannot be made or written to, or leads somewhere else.
    """
    day = _open_folder(out_dir, today)
    memory = _read_memory(out_dir)
    saved = []
    for draft, contents in _file_drafts(drafts, day, formats):
        saved.append(_saved(draft, contents, _save_one(contents, memory.files)))
        memory.drafts[_memory_name(saved[-1].path.with_suffix(""))] = {
            "person": draft.stem,
            "template": draft.template,
            "channel": draft.channel,
            **({"given": draft.given} if draft.given else {}),
        }
    entries = [_entry(item, out_dir) for item in saved]
    _replace(out_dir / INDEX, index_html(entries, blocked, today=today, done_command=done_command))
    _replace(out_dir / MEMORY, _memory_bytes(memory))
    return tuple(saved)


def preview_drafts(
    drafts: Sequence[Draft],
    out_dir: Path,
    *,
    today: dt.date,
    formats: Collection[DraftFormat] = FORMATS,
) -> tuple[SavedDraft, ...]:
    """Say which files ``save_drafts`` would write and which it would leave alone; write nothing.

    Raises:
        RefusedError: when a file that is there cannot be read.
    """
    memory = _read_memory(out_dir)
    filed = _file_drafts(drafts, out_dir / today.isoformat(), formats)
    judged = [(draft, contents, _judge(contents, memory.files)) for draft, contents in filed]
    return tuple(
        _saved(draft, contents, "preview" if status == "written" else status)
        for draft, contents, status in judged
    )


def _file_drafts(
    drafts: Sequence[Draft], day: Path, formats: Collection[DraftFormat]
) -> Iterator[tuple[Draft, Mapping[Path, bytes]]]:
    """Give each draft its files in the day's folder, with their contents."""
    for draft, stem in zip(drafts, _name_files(drafts), strict=True):
        yield (
            draft,
            {day / name: content for name, content in _render_files(draft, stem, formats).items()},
        )


def _saved(draft: Draft, contents: Mapping[Path, bytes], status: DraftStatus) -> SavedDraft:
    files = tuple(contents)
    return SavedDraft(draft=draft, path=files[0], status=status, files=files)


def _entry(item: SavedDraft, out_dir: Path) -> IndexEntry:
    links = tuple(path.relative_to(out_dir).as_posix() for path in item.files)
    return IndexEntry(draft=item.draft, files=links, note=item.note if item.status == "edited" else "")


def _open_folder(out_dir: Path, today: dt.date) -> Path:
    day = out_dir / today.isoformat()
    try:
        day.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RefusedError(
            f"The folder {day} cannot be created: {error.strerror}.", "Choose another folder with --out."
        ) from error
    if day.resolve().parent != out_dir.resolve():
        raise RefusedError(
            f"{day} leads to another folder.", "Remove the link, or choose another folder with --out."
        )
    return day


def _name_files(drafts: Sequence[Draft]) -> list[str]:
    """Name each draft's files. Drafts that would get the same name get a short code to make them differ."""
    stems = [f"{spell_stem(draft.template)}--{spell_stem(draft.stem) or 'person'}" for draft in drafts]
    counts = Counter(stems)
    return [
        f"{stem}-{spell_mark(draft.person)}" if counts[stem] > 1 else stem
        for draft, stem in zip(drafts, stems, strict=True)
    ]


def _render_files(draft: Draft, stem: str, formats: Collection[DraftFormat]) -> Mapping[str, bytes]:
    contents: dict[str, bytes] = {}
    if draft.channel == "e-mail" and draft.to and "eml" in formats:
        contents[f"{stem}.eml"] = eml_bytes(draft)
    if "txt" in formats or not contents:
        contents[f"{stem}.txt"] = text_bytes(draft)
    return contents


def _save_one(contents: Mapping[Path, bytes], memory: dict[str, str]) -> DraftStatus:
    """Write a draft's files unless that would lose something or change nothing."""
    status = _judge(contents, memory)
    if status == "edited":
        return status
    for path, content in contents.items():
        memory[_memory_name(path)] = _digest(content)
        _replace(path, content)
    return status


def _judge(contents: Mapping[Path, bytes], memory: Mapping[str, str]) -> DraftStatus:
    """Decide what to do with a draft's files. When one of them was edited, the others are kept too.

    Otherwise the .eml and the .txt would say different things.
    """
    present = {path: read_if_there(path, hint=_ANOTHER_FOLDER) for path in contents}
    if any(_is_edited(path, present[path], content, memory) for path, content in contents.items()):
        return "edited"
    return "unchanged" if present == contents else "written"


def _is_edited(path: Path, present: bytes | None, content: bytes, memory: Mapping[str, str]) -> bool:
    return present not in {None, content} and _digest(present or b"") != memory.get(_memory_name(path))


def _memory_name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _replace(path: Path, content: bytes) -> None:
    """Replace a file in one step. A file that already has this content is not touched."""
    if read_if_there(path, hint=_ANOTHER_FOLDER) == content:
        return
    try:
        replace_whole(path, content)
    except OSError as error:
        raise RefusedError(
            f"{path} cannot be written: {error.strerror}.", "Close it, or choose another folder with --out."
        ) from error


def read_known_drafts(out_dir: Path) -> tuple[KnownDraft, ...]:
    """Return the drafts of the newest day in a drafts folder, in the order of their names."""
    drafts = _read_memory(out_dir).drafts
    known = [draft for name, facts in drafts.items() if (draft := _known_draft(name, facts))]
    newest = max((draft.on for draft in known), default=None)
    return tuple(sorted((draft for draft in known if draft.on == newest), key=lambda draft: draft.name))


def _known_draft(name: str, facts: Mapping[str, str]) -> KnownDraft | None:
    channel = next((each for each in DRAFT_CHANNELS if each == facts.get("channel")), None)
    try:
        on = dt.date.fromisoformat(name.partition("/")[0])
    except ValueError:
        return None
    if channel is None:
        return None
    stem, template, given = (facts.get(key, "") for key in ("person", "template", "given"))
    return KnownDraft(name=name, on=on, stem=stem, template=template, channel=channel, given=given)


def _read_memory(out_dir: Path) -> _Memory:
    """Read what netsheet wrote here. Without the hashes, every file counts as edited."""
    try:
        document = json.loads((out_dir / MEMORY).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        document = None
    files, drafts = (_mapping(document, name) for name in ("files", "drafts"))
    return _Memory(
        files={name: str(digest) for name, digest in files.items()},
        drafts={
            name: {key: str(value) for key, value in facts.items()}
            for name, facts in drafts.items()
            if isinstance(facts, dict)
        },
    )


def _mapping(document: object, name: str) -> Mapping[str, object]:
    found = document.get(name) if isinstance(document, dict) else None
    return found if isinstance(found, dict) else {}


def _memory_bytes(memory: _Memory) -> bytes:
    about = "What netsheet wrote in this folder. It shows netsheet which drafts you have edited since."
    document = {
        "schema": 1,
        "about": about,
        "files": dict(sorted(memory.files.items())),
        "drafts": dict(sorted(memory.drafts.items())),
    }
    return (json.dumps(document, indent=1, ensure_ascii=True) + "\n").encode("ascii")


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def save_template_copy(source: Path, folder: Path) -> Path:
    """Copy a template's file into the user's own folder, where it can be changed.

    Raises:
        RefusedError: when the folder already has a file of that name, or cannot be written to.
    """
    target = folder / source.name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as file:
            file.write(source.read_bytes())
    except FileExistsError as error:
        what = (
            f"{target} already exists"
            if target.exists()
            else f"{target} cannot be written: {folder} is a file"
        )
        raise RefusedError(f"{what}.", "Change that file, or choose another folder.") from error
    except OSError as error:
        raise RefusedError(
            f"{target} cannot be written: {error.strerror}.", "Choose another folder."
        ) from error
    return target
