"""What to know before a talk with somebody: what matters first, then everything that the log says of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from netsheet.core.briefings.questions import choose_questions
from netsheet.core.briefings.touch_lines import RowNotes, TouchLine, describe_touch, list_touches
from netsheet.core.columns.fields import FIELDS
from netsheet.core.drafts.phrasing import clean_line, spell_gap
from netsheet.core.followups.birthdays import dates_ahead
from netsheet.core.followups.standing import Standing
from netsheet.core.model import Person, Promise, Touch
from netsheet.core.numbers.reciprocity import ASKS_IN_A_ROW, count_asks_in_a_row
from netsheet.core.optional_sheets.event_rows import Event
from netsheet.core.text import fold
from netsheet.core.touch_facts import facts_of
from netsheet.core.values.dates import short_date, short_span

_SHOWN_ABOVE: Final = frozenset(
    {"id", "name", "first_name", "last_name", "email", "phone", "linkedin", "birthday"}
)
_FURTHER: Final = frozenset({"next_action", "value_given", "value_received"})
_FACTS: Final = tuple(
    field.name
    for field in FIELDS
    if (field.group != "touch" or field.name in _FURTHER) and field.name not in _SHOWN_ABOVE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """A day ahead, and what is on it."""

    on: dt.date
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One of the things that matter most: its label, what it says, and in how many lines of a terminal."""

    label: str
    texts: tuple[str, ...]
    most_lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """The page for a talk with one person.

    Attributes:
        as_of: the day.
        role: what they do and where: "Operations Lead at Northwind".
        about: how close the tie is, where they are, how to reach them.
        now: the next step and why; else how things are.
        met: how the two met.
        last: the last contact.
        promises: the user's, the open ones first.
        theirs: what they said they would do, or can.
        balance: how often the user gave and asked; ``given``, ``asked`` and ``asks_in_a_row`` are the counts.
        dates: the days ahead, the next first.
        mention: personal details and needs.
        questions: what to ask; those of an informational interview where the talk is one (``is_interview``).
        touches: everything that happened, the newest first.
        facts: all that the columns in use say of the person, by field.
    """

    person: Person
    as_of: dt.date
    role: str
    about: tuple[str, ...]
    now: str
    met: str
    last: str
    promises: tuple[Promise, ...]
    theirs: tuple[str, ...]
    balance: str
    given: int
    asked: int
    asks_in_a_row: int
    dates: tuple[DateLine, ...]
    mention: tuple[str, ...]
    questions: tuple[str, ...]
    is_interview: bool
    touches: tuple[TouchLine, ...]
    facts: tuple[tuple[str, str], ...]

    @property
    def title(self) -> str:
        """The person's name with their role."""
        name = clean_line(self.person.name)
        return f"{name}, {self.role}" if self.role and self.role != name else name

    @property
    def points(self) -> tuple[Point, ...]:
        """What matters most, in the order in which it is read; together with title and questions 24 lines at most."""
        mine = [self.describe(promise) for promise in self.promises if not promise.is_done]
        dates = [f"{short_date(line.on, today=self.as_of)} {line.what}" for line in self.dates]
        points = (
            Point(label="Now", texts=(self.now,), most_lines=2),
            Point(label="How you met", texts=(self.met,), most_lines=2),
            Point(label="Last contact", texts=(self.last,), most_lines=2),
            Point(label="You promised", texts=tuple(mine), most_lines=3),
            Point(label="From them", texts=("; ".join(self.theirs),), most_lines=2),
            Point(label="Give and ask", texts=(self.balance,), most_lines=1),
            Point(label="Dates", texts=("; ".join(dates),), most_lines=1),
            Point(label="To mention", texts=("; ".join(self.mention),), most_lines=2),
        )
        return tuple(point for point in points if any(point.texts))

    def describe(self, promise: Promise) -> str:
        """Write one promise with its day."""
        text = clean_line(promise.text) or "(the log does not say what)"
        if promise.is_done:
            return f"{text} (kept)"
        if promise.by is not None:
            return f"{text} (by {short_date(promise.by, today=self.as_of)})"
        return (
            text
            if promise.made_on is None
            else f"{text} (said on {short_date(promise.made_on, today=self.as_of)})"
        )


def compute_briefing(
    standing: Standing,
    facts: Mapping[str, str],
    *,
    today: dt.date,
    notes: RowNotes,
    events: Iterable[Event] = (),
    is_interview: bool = False,
) -> Briefing:
    """Put together what to know before a talk with somebody.

    Args:
        standing: how things are with them today.
        facts: the texts of their cells, by field.
        today: the day.
        notes: what the user noted row by row.
        events: those of the sheet Events; the ones ahead where the user wants to meet the person are among the dates.
        is_interview: whether the talk is an informational interview.
    """
    person, history = standing.person, standing.history
    known = {name: clean_line(text) for name, text in facts.items() if clean_line(text)}
    asks = count_asks_in_a_row(person, today=today)
    given, asked = _count(standing)
    touches = list_touches(history.touches, notes)
    noted = {line.note for line in touches}
    return Briefing(
        person=person,
        as_of=today,
        role=_role(known),
        about=tuple(_about(person, known)),
        now=_now(standing),
        met=_how_met(standing, known, today),
        last=_last(standing, today),
        promises=tuple(
            sorted(person.promises, key=lambda each: (each.is_done, each.by or dt.date.max, each.text))
        ),
        theirs=tuple(_theirs(standing, known, today)),
        balance=_balance(given, asked, asks),
        given=given,
        asked=asked,
        asks_in_a_row=asks,
        dates=tuple(sorted(_dates(standing, events, today), key=lambda line: (line.on, line.what))),
        mention=tuple(known[name] for name in ("details", "needs") if name in known),
        questions=choose_questions(known, is_interview=is_interview),
        is_interview=is_interview,
        touches=touches,
        facts=tuple((name, known[name]) for name in _FACTS if name in known and known[name] not in noted),
    )


def _role(facts: Mapping[str, str]) -> str:
    title, company = facts.get("title", ""), facts.get("company", "")
    return f"{title} at {company}" if title and company else title or company


def _about(person: Person, facts: Mapping[str, str]) -> Iterator[str]:
    if person.relationship is not None:
        yield f"{person.relationship.capitalize()} contact"
    for text in (facts.get("location", ""), person.email, person.phone, person.linkedin):
        if text:
            yield clean_line(text)


def _now(standing: Standing) -> str:
    if standing.next_step:
        return f"{standing.next_step.rstrip('.')}. {standing.why}"
    return f"{standing.status}. {standing.why}"


def _how_met(standing: Standing, facts: Mapping[str, str], today: dt.date) -> str:
    first = next((touch for touch in standing.history.touches if touch.on is not None), None)
    parts = [facts.get("source", "")]
    if facts.get("referred_by"):
        parts.append(f"introduced by {facts['referred_by']}")
    if first is not None:
        parts.append(f"first in touch {_when(first, today)}: {_within(describe_touch(first))}")
    met = "; ".join(filter(None, parts)) or "The log does not say."
    return f"{met[0].upper()}{met[1:]}"


def _last(standing: Standing, today: dt.date) -> str:
    history = standing.history
    last = history.newest(lambda touch: facts_of(touch).role not in {"bounce", "automatic reply"})
    if last is None:
        return "None so far."
    subject = f": “{clean_line(last.subject)}”" if last.subject else ""
    silence = "; no reply yet" if history.is_waiting and history.interview is None else ""
    if last.on is None:
        return f"{describe_touch(last)}{subject}; the log has no day for it{silence}"
    gap = "today" if last.on == today else f"{spell_gap((today - last.on).days)} ago"
    when = short_date(last.on, today=today)
    if last.since is not None:
        when, gap = (
            f"Between {short_span(last.since, last.on, today=today)}",
            f"at least {gap}" if last.on < today else gap,
        )
    return f"{when} ({gap}): {_within(describe_touch(last))}{subject}{silence}"


def _theirs(standing: Standing, facts: Mapping[str, str], today: dt.date) -> Iterator[str]:
    """List what the person said they would do, as far as the log's columns can say."""
    person, history = standing.person, standing.history
    is_referred = person.referral_on is not None or any(touch.kind == "referral" for touch in history.touches)
    if person.referral_agreed and not is_referred:
        yield "They agreed to refer you"
    if person.agreed_meeting is not None:
        yield "A meeting is agreed; the log has no day for it"
    if history.not_now is not None and history.not_now.on is not None:
        yield f"They said “not now” on {short_date(history.not_now.on, today=today)}"
    if history.owed is not None:
        yield "They wrote last and wait for your answer"
    if "offers" in facts:
        yield f"Can help with: {facts['offers']}"
    if "value_received" in facts:
        yield f"Gave you: {facts['value_received']}"


def _count(standing: Standing) -> tuple[int, int]:
    touches = [facts_of(touch) for touch in standing.history.touches]
    given = sum(facts.gives for facts in touches)
    is_given_besides = standing.person.value_given_on is not None and not given
    return given + is_given_besides, sum(facts.asks for facts in touches)


def _balance(given: int, asked: int, asks_in_a_row: int) -> str:
    if not given and not asked:
        return ""
    counts = f"Given {given}, asked {asked}."
    return f"{counts} Give something before you ask again." if asks_in_a_row >= ASKS_IN_A_ROW else counts


def _dates(standing: Standing, events: Iterable[Event], today: dt.date) -> Iterator[DateLine]:
    person, plan = standing.person, standing.history.plan
    for date in dates_ahead(person, today):
        yield DateLine(on=date.on, what=clean_line(date.what) or "birthday")
    for event in events:
        is_wanted = any(named.key == person.key for named in event.to_meet)
        if event.on is not None and event.on >= today and is_wanted:
            yield DateLine(on=event.on, what=f"at {clean_line(event.name)}")
    for day in sorted(set(person.meetings_ahead)):
        if day >= today:
            yield DateLine(on=day, what="meeting")
    if plan is not None and plan.on >= today:
        yield DateLine(on=plan.on, what="your own follow-up date")


def _when(touch: Touch, today: dt.date) -> str:
    return "" if touch.on is None else f"on {short_date(touch.on, today=today)}"


def _within(words: str) -> str:
    return words[:1].lower() + words[1:]


def label_of(field: str) -> str:
    """Write a field's name as a label: "Referred by"."""
    return fold(field).replace("_", " ").capitalize()
