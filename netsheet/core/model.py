"""The values that pass between the stages: people, touches, findings, settings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from netsheet.core.grid import cell_address

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""How serious findings are, the most serious first."""

Direction = Literal["out", "in", "both", "unknown"]
TouchKind = Literal[
    "message", "reply", "automatic reply", "bounce", "invitation", "acceptance", "meeting", "call", "event", "interview",
    "referral", "thanks", "wish", "social", "introduction",
]  # fmt: skip
MEETINGS: frozenset[TouchKind] = frozenset({"meeting", "call", "event", "interview"})
"""The kinds of touches at which two people meet or speak."""

Channel = Literal["e-mail", "LinkedIn", "phone", "text", "video", "in person", "social", "website", "other"]
Intent = Literal["ask", "give", "social", "thanks"]
ClosedBy = Literal["no", "no contact", "left"]
Mood = Literal["positive", "neutral", "negative", "not now", "will write"]
Relationship = Literal["close", "warm", "weak"]
Role = Literal["mentor", "buddy"]
ContactState = Literal["open", "closed", "paused", "not contacted"]
DateOrder = Literal["auto", "dmy", "mdy", "ymd"]
"""How 3/4/2026 is meant, and with "ymd", which only a column's own cells can prove, 26-03-04."""
ActionKind = Literal[
    "promise", "meeting", "thank", "thank_referrer", "find_address", "congratulate", "reply",
    "follow_up", "contact", "nudge", "wish", "check_in", "decide", "reconnect",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A cell of the workbook, as messages name it."""

    sheet: str
    row: int
    column: int

    @property
    def address(self) -> str:
        """The address within its sheet, as Excel writes it: C2."""
        return cell_address(self.row, self.column)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A fault in the user's data: collected, never raised.

    Attributes:
        code: stable, kebab-case; each has a section in docs/findings.md.
        severity: "error": a needed cell was not understood; "warning": netsheet went on with less; "note": good to know.
        place: the cell, or None when it is about the sheet as a whole.
        message: one plain sentence that quotes what was seen there (only from columns in use).
        hint: what to type instead.
    """

    code: str
    severity: Severity
    place: Place | None
    message: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """One contact between the user and a person.

    Attributes:
        on: the day, or None when only the fact is known ("replied, date unknown"); ``at`` the time of day, where it was logged.
        direction: "out" the user wrote, "in" they wrote, "both" a meeting or call, "unknown" only moves the clock.
        kind: what it was. "reply" is an answer, the user's own too; an "acceptance" follows an "invitation" to connect.
        channel: how; ``intent``: what an outgoing touch was for; ``response_type``: how they answered. None when not logged.
        template: the user's name for the approach; ``subject``: the subject line; None when not logged.
        personal: whether a personal detail was logged with it; None when the log has no such column.
        until: the day on which they are back, or will have written, as they said; ``since``: of a span of days its first.
        place: the cell it was read from; ``asks_back``: what they said of when to ask again, where it counts from a day not known.
        in_day: whether it came before or after what they did on the same day, where the user's words say so.
        is_over: whether it is about a closed application: nothing is asked for because of it; ``is_job_interview``: not for information.
        named: what a text calls a meeting that it names with its day, which may only have been planned; else "".
    """

    on: dt.date | None
    direction: Direction
    kind: TouchKind
    place: Place
    at: dt.time | None = None
    channel: Channel | None = None
    intent: Intent | None = None
    response_type: Mood | None = None
    template: str | None = None
    subject: str | None = None
    personal: bool | None = None
    until: dt.date | None = None
    in_day: Literal["before", "after"] | None = None
    since: dt.date | None = None
    is_over: bool = False
    named: str = ""
    is_job_interview: bool = False
    asks_back: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Something the user said they would do. ``made_on`` is the touch's day, ``by`` the day promised."""

    text: str
    place: Place
    by: dt.date | None = None
    made_on: dt.date | None = None
    is_done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """News of theirs: a promotion, a new job, a launch. ``on`` is its day; None where the log does not say."""

    text: str
    place: Place
    on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """The user's own follow-up date.

    Attributes:
        set_on: the day of the touch it was counted from; ``note`` is the text that was with it.
        counted: the text that counts it, "in 2 weeks"; ``seen_on``: when that was first seen, where it counts from then.
        step: what the user wants to do then, from the column of next steps; ``said``: their answer that names the month.
        snoozed_on: for a snooze the day it was taken: it replaces the days known then, and a later touch of theirs ends it.
    """

    on: dt.date
    place: Place
    set_on: dt.date | None = None
    is_done: bool = False
    note: str = ""
    step: str = ""
    said: str = ""
    counted: str = ""
    seen_on: dt.date | None = None
    snoozed_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDate:
    """A day that matters to somebody, from the sheet Dates; ``what`` is "" for a birthday, a yearly one comes back."""

    on: dt.date
    what: str
    place: Place
    is_yearly: bool = False
    lead_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """The rows of a person about one job. It is closed by itself; the person is closed when all of theirs are.

    Attributes:
        name: the job and the company, as the user wrote them; "" for the rows about no job.
        rows: its rows, each with its sheet; ``place`` is the name cell of the newest.
        state: as for ``Person``, and so are ``state_place``, ``paused_until``, ``closed_on`` and ``closed_by``.
    """

    name: str
    place: Place
    rows: frozenset[tuple[str, int]]
    state: ContactState = "open"
    state_place: Place | None = None
    paused_until: dt.date | None = None
    closed_on: dt.date | None = None
    closed_by: ClosedBy | None = None

    @property
    def is_closed(self) -> bool:
        """Whether the user's own words close it."""
        return self.state == "closed"

    def holds(self, place: Place) -> bool:
        """Whether a cell is in one of its rows."""
        return (place.sheet, place.row) in self.rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person of the log, with everything the rules need; what a row says by itself comes first.

    Attributes:
        key: identity, by the strongest sign there is: "e:" + e-mail, "l:" + LinkedIn slug, "nc:" + name + company, "n:" + name.
        name: as the user wrote it; the company when the row names no person.
        place: the name cell of the person's newest row, or the newest that is not closed: the row that shows the live action.
        rows: those of the log's sheet that are about them, ascending; ``further_rows``: those on further sheets, each with it.
        people_row: the person's row on the People sheet, or None.
        applications: where rows of theirs name a job (of a recruiter: a company), what each row is about, the newest first.
        touches: by day, undated last; entries of one day in sheet order.
        role: what they are beyond a tie, where the relationship says so; it has a rhythm of its own.
        birthday: (month, day); None when unknown. ``dates``: others, from the sheet Dates; ``news``: what they have to celebrate.
        every_days: the user's own cadence; None when not set, 0 when they want no check-ins.
        state: the state of the contact, as the user's status and outcome words say it; ``state_place``: the cell that says so.
        paused_until: a day the user parked the person to; None when open-ended or not parked.
        closed_by: what closed it that they did: a "no", no contact wanted, they left; None where the user did.
        follow_ups: the user's own follow-up dates.
        meetings_ahead: future meeting days; ``meeting_times`` are those with a time.
        agreed_meeting: the cell that says a meeting is agreed, where the log names no day for it; else None. ``is_answered``:
            a word in the newest row says that the user made the next move.
        kept_open: the days on which the user decided to go on with them. ``no_reply``: the response that says none came.
        is_beside: whether they are only named in rows of which somebody else comes first.
        referral_agreed: whether they agreed to refer the user; ``referral_on``: the day a referral was received, where logged.
        recorded_on: the newest row's own date (when nothing was sent, the day it was written down).
        unreadable: the finding that makes this person impossible to judge, or None.
    """

    key: str
    name: str
    place: Place
    rows: tuple[int, ...]
    applications: tuple[Application, ...] = ()
    touches: tuple[Touch, ...] = ()
    recorded_on: dt.date | None = None
    company: str = ""
    email: str = ""
    phone: str = ""
    linkedin: str = ""
    relationship: Relationship | None = None
    role: Role | None = None
    news: tuple[News, ...] = ()
    source: str = ""
    referred_by: str = ""
    birthday: tuple[int, int] | None = None
    dates: tuple[PersonDate, ...] = ()
    every_days: int | None = None
    do_not_contact: bool = False
    people_row: int | None = None
    further_rows: tuple[tuple[str, int], ...] = ()
    state: ContactState = "open"
    state_place: Place | None = None
    paused_until: dt.date | None = None
    closed_on: dt.date | None = None
    closed_by: ClosedBy | None = None
    promises: tuple[Promise, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    meetings_ahead: tuple[dt.date, ...] = ()
    meeting_times: tuple[dt.datetime, ...] = ()
    agreed_meeting: Place | None = None
    is_answered: bool = False
    kept_open: tuple[dt.date, ...] = ()
    no_reply: Place | None = None
    is_beside: bool = False
    referral_agreed: bool = False
    referral_on: dt.date | None = None
    value_given_on: dt.date | None = None
    unreadable: Finding | None = None

    @property
    def own_name(self) -> str:
        """The person's name, "" where the row names nobody and ``name`` is what else is known of it."""
        return "" if self.name in {self.company, self.email, self.linkedin} else self.name

    @property
    def is_closed(self) -> bool:
        """Whether the user's own words close the person: nothing is asked for them any more."""
        return self.state == "closed" or self.do_not_contact

    def is_paused(self, today: dt.date) -> bool:
        """Whether the user parked the person, for now or until a day that has not come."""
        if self.paused_until is not None:
            return self.paused_until > today
        return self.state == "paused"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingMatch:
    """One heading of the log, its field (None: not used), and the number of the repetition (Follow-up 2 is 2), else 0."""

    place: Place
    heading: str
    field: str | None
    repeated: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetReading:
    """How one sheet was understood: which row is the header, which rows are records, which are not and why."""

    sheet: str
    header_row: int
    headings: tuple[HeadingMatch, ...]
    record_rows: tuple[int, ...]
    skipped_rows: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """Everything understood of the workbook.

    Attributes:
        reading: the log's sheet; ``further_readings`` are more of the same log, one for each month, the newest first.
        people_reading: the optional sheet with one row per person.
        people: in the order of their newest rows.
        findings: in sheet order.
        facts: for each person key, the texts of the fields for drafts (field -> text), cleaned.
        collected: who is only on the People sheet: no line of advice is about them until something happens with them.
    """

    reading: SheetReading
    people: tuple[Person, ...]
    findings: tuple[Finding, ...] = ()
    people_reading: SheetReading | None = None
    further_readings: tuple[SheetReading, ...] = ()
    facts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    collected: tuple[Person, ...] = ()

    @property
    def everybody(self) -> tuple[Person, ...]:
        """All people, those who are only collected last."""
        return (*self.people, *self.collected)

    @property
    def log_readings(self) -> tuple[SheetReading, ...]:
        """The sheets of the log, without that of the people."""
        return (self.reading, *self.further_readings)

    @property
    def readings(self) -> tuple[SheetReading, ...]:
        """Every sheet that was read."""
        people = (self.people_reading,) if self.people_reading is not None else ()
        return (*self.log_readings, *people)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything configurable, with the defaults; days are calendar days unless said otherwise.

    ``holiday_regions`` are countries and their parts whose public holidays are days off too (DE-BY).
    ``headings`` maps the user's own heading text to a field name, ``words`` a status word of theirs to a meaning;
    ``import_headings`` does so for tables that were imported, by their signature (``imports.unknown_tables``).
    """

    my_name: str = ""
    my_email: str = ""
    my_signature: str = ""
    my_pitch: str = ""
    log_sheet: str = ""
    date_order: DateOrder = "auto"
    time_zone: str = ""
    working_weekdays: frozenset[int] = frozenset({0, 1, 2, 3, 4})
    holidays: frozenset[dt.date] = frozenset()
    holiday_regions: frozenset[str] = frozenset()
    reply_within: int = 1
    thank_within: int = 1
    promise_within: int = 3
    referral_within: int = 3
    congratulate_within: int = 3
    nudge_after_email: int = 5
    nudge_after_linkedin: int = 7
    nudge_after_phone: int = 3
    nudge_after_other: int = 5
    nudge_after_interview: int = 10
    most_nudges: int = 2
    new_people_a_week: int = 5
    check_ins_a_week: int = 5
    life_thank: int = 14
    life_reply: int = 30
    life_nudge: int = 45
    life_contact: int = 60
    decide_after: int = 30
    not_now: int = 90
    decisions_a_day: int = 3
    check_in_close: int = 30
    check_in_warm: int = 90
    check_in_weak: int = 180
    check_in_mentor: int = 30
    check_in_buddy: int = 7
    dormant_after: int = 365
    dormant_ties_a_week: int = 2
    dates_ahead: int = 7
    dates_ahead_close: int = 10
    reply_window: int = 14
    actions_a_day: int = 10
    minutes_message: int = 10
    minutes_short_message: int = 5
    minutes_call: int = 20
    minutes_meeting: int = 45
    minutes_promise: int = 20
    minutes_decision: int = 2
    linkedin_note_limit: int = 200
    linkedin_message_limit: int = 8000
    headings: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    import_headings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
