"""LinkedIn's other files: messages, invitations and recommendations to touches, and who of them is the user.

The text of a message is carried along; it is kept only where the user asks for it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from netsheet.core.grid import CellValue
from netsheet.core.imports.contact_tables import people_reader
from netsheet.core.imports.export_kinds import ExportKind
from netsheet.core.imports.export_table import ExportTable
from netsheet.core.imports.imported_facts import plain_name, plain_text, read_addresses, read_day
from netsheet.core.imports.imported_values import (
    ImportedFile,
    ImportedPerson,
    ImportedTouch,
    ImportOptions,
    Myself,
    WhoIsMeError,
)
from netsheet.core.model import Direction
from netsheet.core.text import fold
from netsheet.core.values.cells import read_linkedin, read_yes_no
from netsheet.core.values.person_names import name_key

Skipped = dict[str, list[int]]
_OPAQUE = re.compile(r"acoaa[\w-]+")
"""A profile's inner number, which LinkedIn writes in some messages in place of its address."""
_LEFT_LINKEDIN = "linkedin member"
_UNWANTED_FOLDERS = frozenset({"spam", "sponsored"})
_ATTENDING = "attending"


def profile_slug(url: str) -> str:
    """Return the slug of a profile's address as it is compared: folded; "" where there is none or an inner number."""
    slug = fold(read_linkedin(url)) if "linkedin." in url.lower() else ""
    return "" if _OPAQUE.fullmatch(slug) else slug


@dataclass(frozen=True, slots=True)
class _Party:
    """Someone in a conversation: a name and a profile's slug, "" where the file does not say."""

    name: str
    slug: str

    @property
    def key(self) -> str:
        """By what one party is known from another."""
        return self.slug or name_key(self.name)

    def is_me(self, me: Myself) -> bool:
        """Whether it is the user."""
        return me.is_me(self.name, linkedin=self.slug)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Message:
    number: int
    conversation: str
    written: CellValue
    subject: str
    text: str
    sender: _Party
    others: tuple[_Party, ...]

    @property
    def parties(self) -> frozenset[str]:
        """The keys of all who see it."""
        return frozenset(party.key for party in (self.sender, *self.others) if party.key)


def read_messages(table: ExportTable, kind: ExportKind, options: ImportOptions) -> ImportedFile:
    """Read a table of messages: a touch for each with exactly one other person.

    Raises:
        WhoIsMeError: nothing says which of two people is the user.
    """
    skipped: Skipped = {}
    messages = list(_messages(table, skipped))
    me = options.me.joined_with(_me_in_messages(messages, options.me, table.file))
    groups = _group_conversations(messages)
    touches: list[ImportedTouch] = []
    for message in messages:
        day = read_day(message.written, kind.date_order, options.zone)
        if message.conversation in groups:
            skipped.setdefault("a conversation of several people", []).append(message.number)
        elif day is None:
            skipped.setdefault("no day", []).append(message.number)
        else:
            is_mine = message.sender.is_me(me)
            other = message.others[0] if is_mine and message.others else message.sender
            touches.append(
                ImportedTouch(
                    place=table.place(message.number),
                    who=_person(table, message.number, other),
                    on=day,
                    direction="out" if is_mine else "in",
                    kind="message",
                    channel="LinkedIn",
                    subject=message.subject,
                    text=message.text,
                    source_id=message.conversation,
                )
            )
    return kind.imported(table.file, touches=touches, skipped=skipped)


def _person(table: ExportTable, number: int, party: _Party) -> ImportedPerson:
    return ImportedPerson(place=table.place(number), name=plain_name(party.name), linkedin=party.slug)


def _messages(table: ExportTable, skipped: Skipped) -> Iterator[_Message]:
    for number, cells in table.rows:
        if reason := _why_no_message(table, cells):
            skipped.setdefault(reason, []).append(number)
            continue
        yield _Message(
            number=number,
            conversation=table.text(cells, "CONVERSATION ID"),
            written=table.text(cells, "DATE"),
            subject=table.text(cells, "SUBJECT"),
            text=plain_text(table.text(cells, "CONTENT")),
            sender=_Party(table.text(cells, "FROM"), profile_slug(table.text(cells, "SENDER PROFILE URL"))),
            others=_recipients(table, cells),
        )


def _recipients(table: ExportTable, cells: Sequence[CellValue]) -> tuple[_Party, ...]:
    """Return who a message went to. Names may contain commas, so the profiles are counted, where there are any."""
    urls = [url for url in table.text(cells, "RECIPIENT PROFILE URLS").split(",") if url.strip()]
    names = table.text(cells, "TO")
    if len(urls) < 2:
        return (_Party(names, profile_slug(urls[0] if urls else "")),) if names or urls else ()
    return tuple(_Party("", profile_slug(url)) for url in urls)


def _why_no_message(table: ExportTable, cells: Sequence[CellValue]) -> str:
    sender, folder = table.text(cells, "FROM"), table.text(cells, "FOLDER")
    if read_yes_no(table.text(cells, "IS MESSAGE DRAFT")) or read_yes_no(
        table.text(cells, "IS CONVERSATION DRAFT")
    ):
        return "a draft that was not sent"
    if (
        "/company/" in table.text(cells, "SENDER PROFILE URL")
        or fold(table.text(cells, "CONVERSATION TITLE")) == "sponsored conversation"
        or fold(folder) in _UNWANTED_FOLDERS
    ):
        return "advertising"
    if fold(sender) == _LEFT_LINKEDIN:
        return "someone who left LinkedIn"
    if not table.text(cells, "CONVERSATION ID") or not table.text(cells, "DATE"):
        return "no conversation or no day"
    return ""


def _group_conversations(messages: Sequence[_Message]) -> frozenset[str]:
    parties: dict[str, set[str]] = {}
    for message in messages:
        parties.setdefault(message.conversation, set()).update(message.parties)
    return frozenset(conversation for conversation, found in parties.items() if len(found) > 2)


def _me_in_messages(messages: Sequence[_Message], me: Myself, file: str) -> Myself:
    """Find the user: by the name that is known, else as the one person who takes part in every conversation."""
    parties = [party for message in messages for party in (message.sender, *message.others)]
    if not messages or any(party.is_me(me) for party in parties):
        return Myself()
    named = {party.slug for party in parties if party.slug and me.is_me(party.name)}
    if len(named) == 1:
        return Myself(linkedins=frozenset(named))
    conversations: dict[str, set[str]] = {}
    for message in messages:
        conversations.setdefault(message.conversation, set()).update(message.parties)
    everywhere = frozenset.intersection(*map(frozenset, conversations.values()))
    slugs = {party.slug for party in parties if party.slug}
    if len(everywhere) == 1:
        return Myself(linkedins=everywhere & slugs, names=everywhere - slugs)
    senders = Counter(message.sender.key for message in messages if message.sender.key)
    raise WhoIsMeError(file, [key for key, _ in senders.most_common()])


def read_invitations(table: ExportTable, kind: ExportKind, options: ImportOptions) -> ImportedFile:
    """Read connection requests: each is a message that was sent or received."""
    skipped: Skipped = {}
    touches: list[ImportedTouch] = []
    for number, cells in table.rows:
        direction = _DIRECTIONS.get(fold(table.text(cells, "Direction")))
        day = read_day(table.text(cells, "Sent At"), kind.date_order, options.zone)
        if direction is None or day is None:
            skipped.setdefault("no direction or no day", []).append(number)
            continue
        name, url = _INVITED[direction]
        touches.append(
            ImportedTouch(
                place=table.place(number),
                who=_person(
                    table, number, _Party(table.text(cells, name), profile_slug(table.text(cells, url)))
                ),
                on=day,
                direction=direction,
                kind="message",
                channel="LinkedIn",
                subject="Connection request",
                text=plain_text(table.text(cells, "Message")),
            )
        )
    return kind.imported(table.file, touches=touches, skipped=skipped)


_DIRECTIONS: Mapping[str, Direction] = {"outgoing": "out", "incoming": "in"}
_INVITED: Mapping[Direction, tuple[str, str]] = {
    "out": ("To", "inviteeProfileUrl"),
    "in": ("From", "inviterProfileUrl"),
}
"""In which columns the other person's name and profile are."""


def me_in_invitations(table: ExportTable) -> Myself:
    """Return the user as the invitations show them: who sent the outgoing ones, and got the incoming ones."""
    names, slugs = set(), set()
    for _, cells in table.rows:
        direction = _DIRECTIONS.get(fold(table.text(cells, "Direction")))
        if direction:
            name, url = _INVITED["in" if direction == "out" else "out"]
            names.add(name_key(table.text(cells, name)))
            slugs.add(profile_slug(table.text(cells, url)))
    return Myself(names=frozenset(names - {""}), linkedins=frozenset(slugs - {""}))


def me_in_addresses(table: ExportTable) -> Myself:
    """Return the user's own addresses."""
    return Myself(
        emails=frozenset(read_addresses(table.text(cells, "Email Address") for _, cells in table.rows))
    )


def me_in_profile(table: ExportTable) -> Myself:
    """Return the user's name as their profile has it."""
    names = {
        name_key(f"{table.text(cells, 'First Name')} {table.text(cells, 'Last Name')}")
        for _, cells in table.rows
    }
    return Myself(names=frozenset(names - {""}))


def read_own_facts(table: ExportTable, kind: ExportKind, options: ImportOptions) -> ImportedFile:  # noqa: ARG001  a reader's signature
    """Read the user's own profile or addresses: they say who is “you” in other files, and bring nobody."""
    return kind.imported(
        table.file,
        remarks=("It says who you are in the other files.",),
    )


def read_applications(table: ExportTable, kind: ExportKind, options: ImportOptions) -> ImportedFile:  # noqa: ARG001  a reader's signature
    """Count job applications. They name no person: the address in them is the applicant's own."""
    count = len(table.rows)
    return kind.imported(
        table.file,
        remarks=(f"It holds {count:,} job application{'' if count == 1 else 's'}, and nobody to write to.",),
    )


def read_own_events(table: ExportTable, kind: ExportKind, options: ImportOptions) -> ImportedFile:  # noqa: ARG001  a reader's signature
    """Count the events that the user attended. They name no other guests."""
    attended = sum(fold(table.text(cells, "Status")) == _ATTENDING for _, cells in table.rows)
    events = f"{len(table.rows):,} event{'' if len(table.rows) == 1 else 's'}"
    return kind.imported(
        table.file,
        remarks=(f"It holds {events}, {attended:,} of them attended, and no other guests.",),
    )


def read_recommendations(table: ExportTable, kind: ExportKind, options: ImportOptions) -> ImportedFile:
    """Read recommendations: who wrote one, or got one. Both files have the same headings; only the name says which."""
    reader = people_reader(table, kind, options)
    named = fold(table.file)
    direction: Direction = "out" if "given" in named else "in" if "received" in named else "unknown"
    people: list[ImportedPerson] = []
    touches: list[ImportedTouch] = []
    for row in table.rows:
        number, cells = row
        person, day = reader.person(row), read_day(table.text(cells, "Creation Date"), kind.date_order)
        if person is None or day is None:
            reader.skip("nobody is named, or no day", number)
            continue
        people.append(person)
        touches.append(
            ImportedTouch(
                place=table.place(number),
                who=person,
                on=day,
                direction=direction,
                kind="message",
                channel="LinkedIn",
                intent="give" if direction == "out" else None,
                subject="Recommendation",
            )
        )
    return kind.imported(
        table.file,
        people=people,
        touches=touches,
        skipped=reader.skipped,
    )
