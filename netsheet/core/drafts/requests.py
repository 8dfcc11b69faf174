"""The values that pass between choosing, writing and saving a draft.

A draft is a message for a person to finish: netsheet sends nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from netsheet.core.drafts.languages import Language
from netsheet.core.model import ActionKind, Intent, Place, Settings, TouchKind

DraftChannel = Literal["e-mail", "LinkedIn", "LinkedIn note", "text"]
"""Where a draft is meant to go. "LinkedIn note" is the short text that goes with an invitation to connect."""

DRAFT_CHANNELS: tuple[DraftChannel, ...] = get_args(DraftChannel)
DRAFT_KINDS: tuple[ActionKind, ...] = tuple(
    kind for kind in get_args(ActionKind) if kind not in {"meeting", "find_address"}
)
"""The kinds of actions that a message is written for."""
INTENTS: tuple[Intent, ...] = get_args(Intent)

DraftFormat = Literal["eml", "txt"]
FORMATS: tuple[DraftFormat, ...] = get_args(DraftFormat)

Scalar = str | int | dt.date | None
Variables = Mapping[str, Scalar | Mapping[str, Scalar]]
"""What a template can name: plain values, and groups of them one level deep. None means "not known"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What a template is for.

    Attributes:
        kind: the kind of action.
        nudge: for a nudge the number it is meant for; 0 for any.
        after: for a thank-you the kind of touch it thanks for; None for any.
    """

    kind: ActionKind
    nudge: int = 0
    after: TouchKind | None = None

    @property
    def label(self) -> str:
        """The words of a template's header: "nudge 2", "thank after event"."""
        number = f" {self.nudge}" if self.nudge else ""
        after = f" after {self.after}" if self.after else ""
        return f"{self.kind.replace('_', ' ')}{number}{after}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateInfo:
    """What the header block of a template says.

    Attributes:
        name: what the user logs in the Template column, and the first half of the draft's file name.
        description: one line for `netsheet templates list`.
        occasions: what it is for; empty when it is only ever chosen by name.
        channels: where it can go, the best first.
        intent: whether it asks, gives, thanks or is social.
        subject: the subject line as written, before it is filled in; "" when no channel needs one.
        requires: the variables without which it makes no sense ("detail", "met.when").
        max_words: from how many words the draft carries a warning.
        is_own: whether it is the user's own file (then it goes before the bundled ones).
        language: the language it is for.
    """

    name: str
    description: str
    occasions: tuple[Occasion, ...]
    channels: tuple[DraftChannel, ...]
    intent: Intent
    subject: str = ""
    requires: tuple[str, ...] = ()
    max_words: int = 150
    is_own: bool = False
    language: Language = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftFilter:
    """What the user asked for; the defaults mean "everything that is due".

    Attributes:
        people: keys, names or parts of names; empty for all.
        template: the template to use, whatever is due.
        kind: only this kind of action.
        channel: write for this channel.
        limit: the most drafts to write, the highest ranked first.
        anyway: write asks to people who should be given something first.
        other: for an introduction, whom to introduce (a key, a name or a part of one).
        given: what only the user can say, for this run: see ``variables.GIVEN``.
        picked: keys of the dormant ties that are on the list although they have no due date.
    """

    people: tuple[str, ...] = ()
    template: str | None = None
    kind: ActionKind | None = None
    channel: DraftChannel | None = None
    limit: int | None = None
    anyway: bool = False
    other: str | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    picked: frozenset[str] = frozenset()

    @property
    def is_by_name(self) -> bool:
        """Whether the user named the people, so that no action needs to be due."""
        return bool(self.people)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadColumn:
    """A column of addresses under a heading that netsheet does not know.

    Attributes:
        heading: the text above it.
        letter: of the column, as Excel shows it.
        field: what it seems to hold: "email", "linkedin" or "phone".
        column: the number of the sheet column.
    """

    heading: str
    letter: str
    field: str
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something a person has to fill in or reword before the draft can go out.

    Attributes:
        text: the words in square brackets as they are in the draft; "" when it is about the draft as a whole.
        reason: why, one plain sentence.
        place: the cell to fill in, so that the next draft has it; None when it is not a cell.
        is_note: whether it is a note of the user to themselves, to be reworded.
    """

    text: str
    reason: str
    place: Place | None = None
    is_note: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRequest:
    """Everything that is needed to write one draft.

    Attributes:
        person: the person's key.
        name: their name as the user wrote it.
        stem: the person's half of the file name: letters a-z, digits and hyphens.
        template: what the chosen template's header says.
        channel: where the draft will go.
        to: the e-mail address, for a text the phone number; "" for other channels.
        sender: the user's own name and e-mail address, each "" when not set.
        link: the person's LinkedIn page; "" when there is none that is a web address.
        variables: what the template can name.
        place: the person's cell in the log.
        cells: for a variable the cell it is read from, to be named when it is empty.
        why: why this draft, one sentence.
        limit: how many UTF-16 units the text may have; None when there is no limit.
        warnings: what the user should look at before sending.
        today: the day dates are written relative to.
        company: the person's company.
        who: what to type after `netsheet done` for this person.
        notes: the private notes among the variables, in square brackets.
    """

    person: str
    name: str
    stem: str
    template: TemplateInfo
    channel: DraftChannel
    variables: Variables
    place: Place
    why: str
    today: dt.date
    to: str = ""
    sender: tuple[str, str] = ("", "")
    link: str = ""
    cells: Mapping[str, Place] = field(default_factory=dict)
    limit: int | None = None
    warnings: tuple[str, ...] = ()
    company: str = ""
    who: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A message for the user to finish and send. ``subject`` is "" where the channel has none.

    ``detail_place`` is the cell that makes it personal, ``gaps`` what is missing in it, ``given`` the article that is
    passed on in it; the other attributes, ``limit`` too, are those of the request.
    """

    person: str
    name: str
    stem: str
    template: str
    channel: DraftChannel
    subject: str
    body: str
    place: Place
    why: str
    to: str = ""
    sender: tuple[str, str] = ("", "")
    link: str = ""
    warnings: tuple[str, ...] = ()
    detail_place: Place | None = None
    company: str = ""
    who: str = ""
    language: Language = "en"
    gaps: tuple[Gap, ...] = ()
    given: str = ""
    limit: int | None = None

    @property
    def is_unfinished(self) -> bool:
        """Whether something in it has to be filled in or reworded before it can go out."""
        return bool(self.gaps)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockedDraft:
    """A draft that was not written, and what would make it possible.

    Attributes:
        person: the person's key.
        name: their name.
        template: the template's name; None when none fits.
        reason: one plain sentence.
        place: the cell to look at or to fill; None when it is not a cell.
    """

    person: str
    name: str
    template: str | None
    reason: str
    place: Place | None = None


def longest_text(channel: DraftChannel, settings: Settings) -> int | None:
    """Return how many UTF-16 units a text may have on a channel; None when there is no limit."""
    limits = {"LinkedIn note": settings.linkedin_note_limit, "LinkedIn": settings.linkedin_message_limit}
    return limits.get(channel)
