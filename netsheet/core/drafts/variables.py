"""What a template can name: one table with the meaning of each variable, where it comes from and an example.

docs/templates.md, the template check and the sentence that names a missing one all read this table.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Source = Literal["log", "history", "settings", "given", "other", "run"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """One variable of the templates.

    Attributes:
        name: as written in a template; a dot separates the group from the name.
        meaning: one line for the documentation.
        example: a value as it could be, for the documentation and the template check.
        source: where it comes from.
        missing: what to say when it is needed and not there; ``{name}`` is replaced by the person's name.
        fields: for one read from the log, the fields it is read from, the first one filled counts.
    """

    name: str
    meaning: str
    example: str | int | dt.date
    source: Source
    missing: str
    fields: tuple[str, ...] = ()


_DAY = dt.date(2026, 3, 3)


def _log(name: str, meaning: str, example: str, *fields: str, label: str = "") -> Variable:
    missing = f"There is no {label or name.replace('_', ' ')} for {{name}} yet."
    return Variable(
        name=name, meaning=meaning, example=example, source="log", missing=missing, fields=fields or (name,)
    )


def _touch(group: str, what: str, missing: str) -> tuple[Variable, ...]:
    rows: tuple[tuple[str, str, str | int | dt.date], ...] = (
        ("on", f"the day of {what}", _DAY),
        ("when", f'the same in words: "today", "on Tuesday", "on 3 March": {what}', "on 3 March"),
        ("gap", f'how long ago in words, "three weeks": {what}', "three weeks"),
        ("days", f"how many days ago: {what}", 21),
        ("channel", f"how: {what}", "e-mail"),
        ("intent", f'what it was for, "ask", "give", "social" or "thanks": {what}', "ask"),
        ("subject", f"the subject line of {what}", "Your talk on rota planning"),
    )
    return tuple(
        Variable(name=f"{group}.{name}", meaning=meaning, example=example, source="history", missing=missing)
        for name, meaning, example in rows
    )


def _setting(name: str, heading: str, meaning: str, example: str) -> Variable:
    missing = f"“{heading}” on the Netsheet Settings sheet is empty."
    return Variable(name=name, meaning=meaning, example=example, source="settings", missing=missing)


def _given(name: str, meaning: str, example: str) -> Variable:
    missing = f"Only you know the {name}: add --give {name}=TEXT."
    return Variable(name=f"given.{name}", meaning=meaning, example=example, source="given", missing=missing)


def _other(name: str, example: str) -> Variable:
    missing = "Say whom to introduce: add --with NAME."
    meaning = f"the {name.replace('_', ' ')} of the person named with --with"
    return Variable(name=f"other.{name}", meaning=meaning, example=example, source="other", missing=missing)


def _run(name: str, meaning: str, example: str | int | dt.date) -> Variable:
    return Variable(name=name, meaning=meaning, example=example, source="run", missing=f"There is no {name}.")


VARIABLES: tuple[Variable, ...] = (
    _log("name", "the full name", "Ana López"),
    _log(
        "first_name", "the first name; empty when the row names only a company", "Ana", "first_name", "name"
    ),
    _log("last_name", "the last name", "López", "last_name", "name"),
    _log("email", "the e-mail address", "ana@example.com", label="e-mail address"),
    _log("phone", "the phone number", "+44 20 7946 0000", label="phone number"),
    _log("linkedin", "the LinkedIn page", "https://www.linkedin.com/in/ana-example", label="LinkedIn page"),
    _log("website", "the website", "https://example.com"),
    _log("company", "the company", "Northwind Clinics"),
    _log("title", "the job title", "Head of Operations", label="job title"),
    _log("industry", "the industry", "health care"),
    _log("location", "the place", "Leeds"),
    _log("relationship", "how close", "warm"),
    _log("source", "where you met or heard of them", "the Leeds analytics meetup"),
    _log("referred_by", "who pointed you to them", "Ben Okafor", label="“referred by”"),
    _log("tags", "the tags", "operations, alumni", label="tag"),
    _log(
        "needs",
        "what they are looking for",
        "a junior analyst for the spring",
        label="note of what they need",
    ),
    _log(
        "offers",
        "what they can help others with",
        "advice on hospital rotas",
        label="note of what they offer",
    ),
    _log(
        "detail",
        "the personal detail: the details as they are, or else the notes, in square brackets for you to reword",
        "moving the rota planning off paper in six weeks",
        "details",
        "notes",
        label="personal detail (details or notes)",
    ),
    _log(
        "details",
        "the details of the conversation",
        "moving the rota planning off paper",
        "details",
        label="detail",
    ),
    _log(
        "notes",
        "the notes, in square brackets for you to reword",
        "knows the hiring manager at the infirmary",
        label="note",
    ),
    _log(
        "next_action",
        "the next step you noted, in square brackets for you to reword",
        "send the rota template",
    ),
    _log(
        "value_given", "what you have done for them", "introduced her to Ben", label="note of what you gave"
    ),
    _log("response", "what they answered", "happy to talk in April"),
    _log("job_title", "the position you are talking about", "Operations Analyst", label="position"),
    _log("job_url", "the page of that position", "https://example.com/jobs/17", label="link to the position"),
    *_touch("last", "the last contact either way", "No contact with {name} is logged."),
    *_touch("last_sent", "your last message to them", "No message of yours to {name} is logged."),
    *_touch("last_reply", "their last message to you", "No message from {name} is logged."),
    Variable(
        name="last_reply.said",
        meaning='what it said: "yes", "no", "not now", "question", or "accepted" for an invitation; empty when not logged',
        example="yes",
        source="history",
        missing="The log does not say what {name} answered.",
    ),
    *_touch(
        "met",
        "the last meeting, call, interview or event",
        "No meeting, call or event with {name} is logged.",
    ),
    Variable(
        name="met.what",
        meaning='what that was: "meeting", "call", "conversation" or "event"; in other languages with its article',
        example="call",
        source="history",
        missing="No meeting, call or event with {name} is logged.",
    ),
    Variable(
        name="event.name",
        meaning='the date that is coming ("birthday"), or the event where you met',
        example="the Leeds analytics meetup",
        source="history",
        missing="No event or birthday of {name} is logged.",
    ),
    Variable(
        name="event.when",
        meaning='when that is or was, in words: "on 3 March"',
        example="on 3 March",
        source="history",
        missing="No event or birthday of {name} has a date in the log.",
    ),
    Variable(
        name="promise.text",
        meaning="the open promise, the oldest first, in square brackets for you to reword",
        example="send the rota template",
        source="history",
        missing="No open promise to {name} is logged.",
    ),
    Variable(
        name="promise.by",
        meaning="the day you promised it for",
        example=_DAY,
        source="history",
        missing="The promise to {name} has no date.",
    ),
    Variable(
        name="referred.name",
        meaning="the person they pointed you to and whom you wrote to last",
        example="Chi Nakamura",
        source="history",
        missing="Nobody in the log is referred by {name}.",
    ),
    Variable(
        name="referred.first_name",
        meaning="that person's first name",
        example="Chi",
        source="history",
        missing="Nobody in the log is referred by {name}.",
    ),
    _setting("me.name", "My name", "your name", "Sam Reed"),
    _setting("me.first_name", "My name", "your first name", "Sam"),
    _setting("me.email", "My e-mail", "your e-mail address", "sam@example.com"),
    _setting("me.signature", "My signature", "the lines under your e-mails, one or several", "Sam Reed"),
    _setting(
        "me.pitch",
        "My pitch",
        "what you do and bring, one sentence about yourself",
        "I build rotas and forecasts for hospital teams",
    ),
    _given("link", "the page to share, said with --give link=URL", "https://example.com/rota-study"),
    _given("title", "what that page is, said with --give title=TEXT", "a study on self-rostering"),
    _given(
        "news", "their news as your log has them, or said with --give news=TEXT", "the new role at Northwind"
    ),
    Variable(
        name="given.answer",
        meaning="your answer to their message, said with --give answer=TEXT",
        example="The first week of April suits me well",
        source="given",
        missing="Only you know what to answer: write it into the draft, or add --give answer=TEXT.",
    ),
    _other("name", "Ben Okafor"),
    _other("first_name", "Ben"),
    _other("company", "Harbour Data"),
    _other("title", "Data Lead"),
    _other("offers", "help with forecasting"),
    _other("needs", "someone who knows hospital rotas"),
    _run("days_since", "how many days ago the last contact was", 21),
    _run("nudge", "the number of the reminder: 1, 2; 0 when it is not a reminder", 1),
    _run("action", "the kind of action, as in --kind", "check_in"),
    _run("channel", "where the draft goes: e-mail, LinkedIn, LinkedIn note or text", "e-mail"),
    _run("why", "why this draft", "No reply 7 working days after your e-mail of 3 Mar; reminder 1 of 2."),
    _run("today", "the day the draft is written", dt.date(2026, 3, 24)),
)

BY_NAME: Mapping[str, Variable] = {variable.name: variable for variable in VARIABLES}
GIVEN: tuple[str, ...] = tuple(name.partition(".")[2] for name in BY_NAME if name.startswith("given."))
"""What ``--give NAME=TEXT`` can say."""
GROUPS: tuple[str, ...] = tuple(dict.fromkeys(name.partition(".")[0] for name in BY_NAME if "." in name))
