"""The values of the template variables for one person: their cells, what happened between you, and your settings.

Never decides anything; what is not known is None.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from netsheet.core.drafts.addresses import linkedin_page
from netsheet.core.drafts.languages import WORDS, Language, LanguageWords
from netsheet.core.drafts.phrasing import clean_block, clean_line, spell_gap, spell_when
from netsheet.core.drafts.requests import DraftChannel, Scalar, Variables
from netsheet.core.drafts.variables import BY_NAME, GIVEN, VARIABLES
from netsheet.core.followups.actions import Action
from netsheet.core.followups.contact_history import History
from netsheet.core.model import MEETINGS, Person, Settings, Touch
from netsheet.core.text import fold
from netsheet.core.touch_facts import facts_of
from netsheet.core.values.event_names import with_article, without_day
from netsheet.core.values.greetings import names_to_greet_by
from netsheet.core.values.person_names import without_brackets

_PERSON_FIELDS = tuple(variable.name for variable in VARIABLES if variable.source == "log")
_OTHER_FIELDS = tuple(name.partition(".")[2] for name in BY_NAME if name.startswith("other."))
_QUESTION = re.compile(r"\?|\b(?:question|frage|pregunta|domanda|vraag|pergunta|pytanie)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftContext:
    """What one draft is about: the action, the channel, the other people, the day and the settings.

    Attributes:
        action: the action it answers; None when the person was named and nothing is due.
        channel: where it will go.
        today: the day it is written.
        settings: the user's settings.
        referred: the person they pointed the user to, where there is one.
        other: whom to introduce, with their facts, where one was named.
        given: what the user said for this run.
        language: the language it is written in.
    """

    action: Action | None
    channel: DraftChannel
    today: dt.date
    settings: Settings
    referred: Person | None = None
    other: tuple[Person, Mapping[str, str]] | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    language: Language = "en"

    @property
    def words(self) -> LanguageWords:
        """The words of that language."""
        return WORDS[self.language]


def compute_variables(history: History, facts: Mapping[str, str], context: DraftContext) -> Variables:
    """Give each variable of the table its value for one person; what is not known is None."""
    person, today, action = history.person, context.today, context.action
    own = compute_person_fields(person, facts, context.language)
    last = history.newest(lambda touch: facts_of(touch).role not in {"bounce", "automatic reply"})
    referred = names_to_greet_by(clean_line(context.referred.name)) if context.referred else ("", "")
    said = {"news": _news(person, action), **context.given}
    given = {name: clean_line(said.get(name, "")) or None for name in GIVEN}
    return {
        **own,
        "person": own,
        "me": _compute_me(context.settings),
        "last": _describe_touch(last, context),
        "last_sent": _describe_touch(_last_sent(history), context),
        "last_reply": _describe_reply(history, own, context),
        "met": _describe_meeting(
            history.newest(lambda touch: facts_of(touch).is_conversation and touch.kind in MEETINGS), context
        ),
        "event": _describe_event(history, own, context),
        "promise": _describe_promise(person, context),
        "referred": {
            "name": clean_line(context.referred.name) if context.referred else None,
            "first_name": referred[0] or None,
        },
        "other": _compute_other(context),
        "given": given,
        "days_since": (today - last.on).days if last and last.on else None,
        "nudge": action.nudge if action else 0,
        "action": action.kind if action else None,
        "channel": context.channel,
        "why": clean_line(action.why) if action else None,
        "today": today,
    }


def _news(person: Person, action: Action | None) -> str:
    """Return the news that an action is about, as the log has them; "" for any other action."""
    if action is None or action.kind != "congratulate":
        return ""
    return next((news.text for news in person.news if news.place == action.place), "")


def compute_person_fields(
    person: Person, facts: Mapping[str, str], language: Language = "en"
) -> Mapping[str, Scalar]:
    """Give the variables read from the log their values: each cell as one safe line, empty ones None.

    Notes and next steps are words of the user to themselves: they are put in square brackets, to be reworded.
    """
    cells = {name: clean_line(text) for name, text in facts.items()}
    known = {
        "name": person.name,
        "email": person.email,
        "phone": person.phone,
        "linkedin": linkedin_page(person.linkedin),
    }
    known |= {"company": person.company, "source": person.source, "referred_by": person.referred_by}
    for name, text in known.items():
        cells[name] = clean_line(text) or cells.get(name, "")
    is_nameless = _is_nameless(person, cells["name"]) and not cells.get("first_name")
    cells["first_name"], cells["last_name"] = names_to_greet_by(
        "" if is_nameless else cells["name"],
        first_cell=cells.get("first_name", ""),
        last_cell=cells.get("last_name", ""),
        email=person.email,
    )
    values: dict[str, Scalar] = {}
    for name in _PERSON_FIELDS:
        values[name] = cells.get(name) or None
    words = WORDS[language]
    for name in ("notes", "next_action"):
        values[name] = words.mark_note(cells[name]) if cells.get(name) else None
    values["detail"] = values["details"] or values["notes"]
    return values


def _is_nameless(person: Person, name: str) -> bool:
    """Whether a row names nobody: then its company, address or profile is used as the name, and nobody is greeted by it."""
    return "@" in without_brackets(name) or name in {clean_line(person.company), person.linkedin}


def _last_sent(history: History) -> Touch | None:
    """Find the newest message that the user wrote: one that asks for a reply before a thank-you or good wishes."""
    return history.newest(lambda touch: facts_of(touch).asks_reply) or history.newest(
        lambda touch: facts_of(touch).is_from_user
    )


def _describe_touch(touch: Touch | None, context: DraftContext) -> dict[str, Scalar]:
    """Describe a touch; one that was "between 5 and 12 November" has no day that the other person would know."""
    on = touch.on if touch and touch.since is None else None
    today, language = context.today, context.language
    days = (today - touch.on).days if touch and touch.on else None
    return {
        "on": on,
        "when": spell_when(on, today=today, language=language) if on else None,
        "gap": spell_gap(days, language) if days is not None else None,
        "days": days,
        "channel": touch.channel if touch else None,
        "intent": touch.intent if touch else None,
        "subject": clean_line(touch.subject or "") or None if touch else None,
    }


def _describe_reply(history: History, own: Mapping[str, Scalar], context: DraftContext) -> dict[str, Scalar]:
    """Describe their last message, and what it said."""
    reply = history.newest(
        lambda touch: touch.direction == "in" and facts_of(touch).role not in {"bounce", "automatic reply"}
    )
    said = str(own["response"] or "")
    return {**_describe_touch(reply, context), "said": _find_said(reply, said) if reply else None}


def _find_said(reply: Touch, response: str) -> str | None:
    if facts_of(reply).role == "acceptance":
        return "accepted"
    if reply.response_type in {"negative", "not now"}:
        return "no" if reply.response_type == "negative" else "not now"
    if _QUESTION.search(fold(response)):
        return "question"
    return "yes" if reply.response_type == "positive" else None


def _describe_meeting(touch: Touch | None, context: DraftContext) -> dict[str, Scalar]:
    meetings = context.words.meetings
    what = meetings.get(touch.kind) if touch else None
    if touch and touch.kind != "event" and touch.channel in {"phone", "video"}:
        what = meetings["call"]
    return {**_describe_touch(touch, context), "what": what}


def _describe_event(history: History, own: Mapping[str, Scalar], context: DraftContext) -> dict[str, Scalar]:
    action = context.action
    if action and action.kind == "wish":
        when = spell_when(action.due, today=context.today, language=context.language) if action.due else None
        date = next((each for each in history.person.dates if each.place == action.place), None)
        return {"name": (clean_line(date.what) if date else "") or context.words.birthday, "when": when}
    touch = history.newest(lambda touch: touch.kind == "event")
    if touch is None:
        return {"name": None, "when": None}
    name = clean_line(touch.subject or "") or str(own["source"] or "")
    name = without_day(name, touch.on)
    name = with_article(name) if context.language == "en" else name
    return {"name": name or None, "when": _describe_touch(touch, context)["when"]}


def _describe_promise(person: Person, context: DraftContext) -> dict[str, Scalar]:
    """Describe the promise that the action is about, else the open one that comes first; its text is a note."""
    action = context.action
    is_open = [promise for promise in person.promises if not promise.is_done]
    meant = [promise for promise in is_open if action and promise.place == action.place]
    first = min(meant or is_open, key=lambda promise: promise.by or dt.date.max, default=None)
    text = clean_line(first.text) if first else ""
    return {"text": context.words.mark_note(text) if text else None, "by": first.by if first else None}


def _compute_me(settings: Settings) -> dict[str, Scalar]:
    name = clean_line(settings.my_name)
    return {
        "name": name or None,
        "first_name": names_to_greet_by(name)[0] or None,
        "email": clean_line(settings.my_email) or None,
        "signature": clean_block(settings.my_signature) or None,
        "pitch": clean_line(settings.my_pitch) or None,
    }


def _compute_other(context: DraftContext) -> dict[str, Scalar]:
    if context.other is None:
        return dict.fromkeys(_OTHER_FIELDS)
    fields = compute_person_fields(*context.other, context.language)
    return {name: fields[name] for name in _OTHER_FIELDS}
