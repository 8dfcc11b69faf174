"""What an import brings: people, touches, and for each file what was left out and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from netsheet.core.model import Channel, Direction, Intent, TouchKind
from netsheet.core.values.person_names import name_key


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePlace:
    """Where something is in an imported file.

    Attributes:
        file: the file's name; in a zip file the member's.
        number: counted from 1.
        unit: what is counted: "row" of a table, "card", "event" or "message".
    """

    file: str
    number: int
    unit: str = "row"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedPerson:
    """A person as another system knows them; "" and () where it says nothing.

    Attributes:
        emails: lower case, the most important one first.
        linkedin: the profile's slug.
        source_id: what the other system numbers the person by.
        facts: field -> text, in a form that the log reads: days as YYYY-MM-DD, a birthday as "14 March", "yes".
    """

    place: FilePlace
    name: str = ""
    company: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    linkedin: str = ""
    source_id: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def shown(self) -> str:
        """How a message names the person."""
        return self.name or self.company or next(iter(self.emails), "") or self.linkedin

    @property
    def is_known_by_something(self) -> bool:
        """Whether anything says who it is."""
        return bool(self.name or self.company or self.emails or self.linkedin)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedTouch:
    """One contact with a person, as another system recorded it.

    Attributes:
        who: the other person, as far as the file names them.
        on: the day where the user is.
        event: the name of the event, for an event.
        text: what was written, for messages of which the file holds it.
        source_id: what the other system knows it by.
    """

    place: FilePlace
    who: ImportedPerson
    on: dt.date
    direction: Direction
    kind: TouchKind
    channel: Channel | None = None
    intent: Intent | None = None
    subject: str = ""
    event: str = ""
    text: str = ""
    source_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedFile:
    """Everything one file brings.

    Attributes:
        label: what kind of export it is, for people; ``code`` for programs.
        skipped: why something was left out -> where it is, by its number in the file.
        unused: the headings above cells that are filled but not used.
        remarks: further sentences for the user.
    """

    file: str
    code: str
    label: str
    people: tuple[ImportedPerson, ...] = ()
    touches: tuple[ImportedTouch, ...] = ()
    skipped: Mapping[str, Sequence[int]] = field(default_factory=dict)
    unused: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Myself:
    """Who the user is in other systems: by name (as compared), address (lower case) and LinkedIn slug."""

    names: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    linkedins: frozenset[str] = frozenset()

    def joined_with(self, other: Myself) -> Myself:
        """Return what both say."""
        return Myself(
            names=self.names | other.names,
            emails=self.emails | other.emails,
            linkedins=self.linkedins | other.linkedins,
        )

    def is_me(self, name: str = "", *, email: str = "", linkedin: str = "") -> bool:
        """Whether these signs are the user's; a name counts only where nothing stronger is given."""
        if email or linkedin:
            return email in self.emails or linkedin in self.linkedins
        return bool(name) and name_key(name) in self.names


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """What the user says about an import.

    Attributes:
        today: days after it are plans.
        me: who the user is, as far as it is known before the file is read.
        zone: where the user is; None is the computer's own time zone.
        event: the name of the event whose guests a list holds; ``event_on`` its day.
        headings: the user's own mapping of headings to fields.
        country: where telephone numbers without a country code are, as "GB"; "" when that is not known.
    """

    today: dt.date
    me: Myself = Myself()
    zone: dt.tzinfo | None = None
    event: str = ""
    event_on: dt.date | None = None
    headings: Mapping[str, str] = field(default_factory=dict)
    country: str = ""


class WhoIsMeError(Exception):
    """A file does not say which of its people is the user.

    Attributes:
        file: the file.
        candidates: who it may be, the most likely first.
    """

    def __init__(self, file: str, candidates: Sequence[str]) -> None:
        super().__init__(file)
        self.file = file
        self.candidates = tuple(candidates)
