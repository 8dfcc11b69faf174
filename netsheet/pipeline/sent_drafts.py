"""Drafts that were sent become touches. What was sent only the user knows: netsheet sends nothing and sees no mailbox."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from netsheet.core.drafts.stems import find_by_stem
from netsheet.core.printable import quoted_path
from netsheet.core.touch_facts import facts_of
from netsheet.draft_files import KnownDraft, read_known_drafts
from netsheet.pipeline.entries import (
    Entry,
    OptionTexts,
    PersonEntry,
    Typed,
    details_of,
    message_sent,
    step_done,
)
from netsheet.pipeline.typed_names import UnknownNameError, find_several

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from netsheet.core.drafts.requests import DraftChannel
    from netsheet.core.model import Channel, Person
    from netsheet.core.recording.command_lines import Details
    from netsheet.pipeline.opened import OpenedLog

_CHANNELS: Final[Mapping[DraftChannel, Channel]] = {
    "e-mail": "e-mail",
    "LinkedIn": "LinkedIn",
    "LinkedIn note": "LinkedIn",
    "text": "text",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDraft:
    """A draft of the folder, the person of the log whom it is for, and whether the history has it."""

    draft: KnownDraft
    person: Person
    is_recorded: bool

    @property
    def source_id(self) -> str:
        """What the history knows the message by, so that a draft is recorded once."""
        return _source_id(self.draft)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDrafts:
    """The drafts of the newest day in a folder.

    Attributes:
        drafts: those for people of the log.
        strangers: how many are for nobody in this log.
    """

    drafts: tuple[FoundDraft, ...]
    strangers: int

    @property
    def to_ask(self) -> tuple[FoundDraft, ...]:
        """Those that the history does not have."""
        return tuple(each for each in self.drafts if not each.is_recorded)


def _source_id(draft: KnownDraft) -> str:
    return f"draft {draft.name}"


def find_drafts(opened: OpenedLog, folder: Path) -> FoundDrafts:
    """Find the drafts of the newest day in a folder of drafts.

    Raises:
        UnknownNameError: when the folder says of no draft that netsheet wrote it.
    """
    known = read_known_drafts(folder)
    if not known:
        raise UnknownNameError(
            f"netsheet knows of no drafts in {folder}.",
            "Name the folder that has the page index.html, or write drafts first: netsheet draft",
        )
    ids = {line.source_id for line in (*opened.recorded.lines, *opened.recorded.new_lines)}
    found = [
        FoundDraft(draft=draft, person=person, is_recorded=_source_id(draft) in ids)
        for draft in known
        if (person := find_by_stem(opened.log.people, draft.stem)) is not None
    ]
    return FoundDrafts(drafts=tuple(found), strangers=len(known) - len(found))


def enter_sent_drafts(
    opened: OpenedLog, typed: Typed, *, folder: Path, sent: Collection[str], texts: OptionTexts
) -> Entry:
    """Enter that drafts were sent: those of the people who are named, else those that the user chose.

    Args:
        opened: the log.
        typed: the command, with the people.
        folder: the drafts folder.
        sent: the names of the chosen drafts (``KnownDraft.name``).
        texts: what the options say.

    Raises:
        UnknownNameError: when somebody is named for whom there is no draft, or more than one.
    """
    found = find_drafts(opened, folder).drafts
    if typed.words:
        people = find_several(opened, typed.words, typed.command)
        chosen = [_draft_for(person, found, folder, typed) for person in people]
    else:
        chosen = [each for each in found if each.draft.name in sent]
    details, entries = details_of(opened, texts), list[PersonEntry]()
    for each in chosen:
        is_first = each.person.key not in {entry.key for entry in entries}
        entries.append(_enter_one(opened, typed, each, details, is_first=is_first))
    return Entry(about=tuple(entries))


def _draft_for(person: Person, found: Sequence[FoundDraft], folder: Path, typed: Typed) -> FoundDraft:
    theirs = [each for each in found if each.person.key == person.key]
    if len(theirs) == 1:
        return theirs[0]
    if theirs:
        raise UnknownNameError(
            f"{folder} has {len(theirs)} drafts for {person.name}.",
            f"To be asked about each one, leave out the names: {typed.command} --drafts {quoted_path(folder)}",
        )
    raise UnknownNameError(
        f"The newest drafts in {folder} have none for {person.name}.",
        "To record a message without a draft, leave out --drafts.",
    )


def _enter_one(
    opened: OpenedLog, typed: Typed, found: FoundDraft, details: Details, *, is_first: bool
) -> PersonEntry:
    """Enter one message: the step that was due when its draft was written, else a message that no step asked for."""
    person, draft = found.person, found.draft
    if found.is_recorded:
        return PersonEntry(key=person.key)
    details = replace(
        details,
        channel=details.channel or _CHANNELS[draft.channel],
        template=draft.template,
        subject=details.subject or draft.given,
    )
    entry = step_done(opened, typed, person.key, details=details, as_of=draft.on)
    if not (entry.lines and is_first):
        if _has_written_since(person, draft.on):
            return PersonEntry(key=person.key, unchanged="written since")
        entry = message_sent(opened, typed, person.key, details=details)
    first, *others = entry.lines
    return replace(entry, lines=(replace(first, source_id=found.source_id), *others))


def _has_written_since(person: Person, day: dt.date) -> bool:
    return any(touch.on and touch.on >= day and facts_of(touch).is_from_user for touch in person.touches)
