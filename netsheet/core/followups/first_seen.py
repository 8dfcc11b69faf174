"""Since when things are there, shown or offered: from the memory's line of a person, and back into the next one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Final

from netsheet.core.calendar import add_calendar_days
from netsheet.core.followups.referrals import LIFE_AFTER_ACCEPTANCE
from netsheet.core.followups.remembered import NOTHING, Remembered
from netsheet.core.followups.standing import Standing
from netsheet.core.model import Person, Promise
from netsheet.core.recording.counted_days import counted_from
from netsheet.core.recording.memory_lines import PLAN, MemoryLine, PersonMemory, read_person, remembered_text
from netsheet.core.recording.person_memory import CellsOfPeople, their_days
from netsheet.core.touch_facts import facts_of

_REPLY, _REPLY_AGAIN, _PROMISE = "reply", "reply again", "promise"
_WORD, _PARKED, _CHANGED, _AGREED, _OPTED_OUT = "word", "parked", "changed", "agreed meeting", "opted out"
_NEWS, _ACCEPTED = "news", "accepted"
_CONTACT, _CONTACT_AGAIN, _CHECK_IN = "contact", "contact again", "check-in"

_LONG_AGO: Final = dt.date(1900, 1, 1)
"""What a first refresh finds has been there for longer than is known."""

_WORD_FIELDS: Final = frozenset({"status", "outcome"})


def compute_remembered(
    people: Iterable[Person],
    memory: Mapping[str, MemoryLine] | None,
    cells: CellsOfPeople,
    *,
    today: dt.date,
) -> dict[str, Remembered]:
    """Return by key what is remembered of people; those of whom nothing is are left out.

    Args:
        people: with their history.
        memory: the memory's line of each person who has one; None on a first refresh.
        cells: what the rows say of each.
        today: what was not there at the last refresh is shown since today.
    """
    if memory is None:
        return {person.key: _seen_first(person, today) for person in people if _is_judged_by_days(person)}
    return {
        person.key: _remembered(person, memory.get(person.key), cells, today)
        for person in people
        if _is_worth_a_look(person, memory.get(person.key), cells)
    }


def _is_worth_a_look(person: Person, line: MemoryLine | None, cells: CellsOfPeople) -> bool:
    """Whether anything of a person may be new or have its day; of most people in a large log nothing is."""
    if line is None or line.first_seen or _says_more_than_touches(person):
        return True
    return any(touch.direction == "in" for touch in person.touches) and (
        line.their_touches != cells.their_text(person)
    )


def _says_more_than_touches(person: Person) -> bool:
    """Whether the log has a plan, a word or news of a person, of which it matters since when they are there."""
    return bool(
        person.follow_ups
        or person.meetings_ahead
        or person.promises
        or person.news
        or person.state == "paused"
        or person.paused_until
        or person.do_not_contact
        or _has_word(person)
        or _has_accepted(person)
    )


def _is_judged_by_days(person: Person) -> bool:
    """Whether it matters on a first refresh, too, since when something is there."""
    is_snoozed = any(plan.snoozed_on is not None for plan in person.follow_ups)
    is_judged = person.state == "paused" or person.agreed_meeting is not None or is_snoozed
    return (
        is_judged
        or bool(person.news)
        or _has_accepted(person)
        or any(map(_is_undated, _open_promises(person)))
    )


def _seen_first(person: Person, today: dt.date) -> Remembered:
    return Remembered(
        word_shown_on=_LONG_AGO if _has_word(person) else None,
        plans_shown_on=dict.fromkeys(_plans(person), _LONG_AGO),
        news_shown_on=dict.fromkeys(_news(person), _LONG_AGO),
        accepted_on=_accepted_on(person, today),
        parked_on=today if person.state == "paused" else None,
        opted_out_on=today if person.do_not_contact else None,
        agreed_meeting_on=today if person.agreed_meeting else None,
        promises_shown_on={each.text: today for each in _open_promises(person) if _is_undated(each)},
    )


def _remembered(person: Person, line: MemoryLine | None, cells: CellsOfPeople, today: dt.date) -> Remembered:
    before = read_person(line) if line is not None else PersonMemory(who_exactly="")
    seen = before.first_seen
    words = frozenset(cells.words(person))
    reply_on = _newest_reply(person)
    count, known_count = _count(their_days(person), reply_on), _count(before.their_touches, reply_on)
    is_reply_new = reply_on is not None and count > known_count
    is_again = is_reply_new and known_count > 0
    is_word_known = line is not None and _status_words(words) == _status_words(before.words)
    # What was there at the refresh before a new reply is older than it, on the same day too.
    known_by = add_calendar_days(today, -1) if is_reply_new else today
    names = {day: f"{PLAN} {day}" for day in _plans(person)}
    plans = {day: min(seen[name], known_by) if name in seen else today for day, name in names.items()}
    word_on = min(seen[_WORD], known_by) if is_word_known and _WORD in seen else today
    is_changed = line is None or words != frozenset(before.words) or is_reply_new
    return Remembered(
        reply_shown_on=today if is_reply_new else seen.get(f"{_REPLY} {reply_on}"),
        is_reply_again=is_again or f"{_REPLY_AGAIN} {reply_on}" in seen,
        word_shown_on=word_on if _has_word(person) else None,
        plans_shown_on=plans,
        promises_shown_on=_promises(person, before, today),
        news_shown_on={text: seen.get(f"{_NEWS} {remembered_text(text)}", today) for text in _news(person)},
        parked_on=seen.get(_PARKED, today) if person.state == "paused" else None,
        opted_out_on=seen.get(_OPTED_OUT, today) if person.do_not_contact else None,
        changed_on=today if is_changed else seen.get(_CHANGED),
        agreed_meeting_on=seen.get(_AGREED, today) if person.agreed_meeting else None,
        accepted_on=seen.get(_ACCEPTED) or _accepted_on(person, today, is_changed=is_changed),
        contact_offered_on=seen.get(_CONTACT),
        contact_offered_again_on=seen.get(_CONTACT_AGAIN),
        check_in_offered_on=seen.get(_CHECK_IN),
    )


def _newest_reply(person: Person) -> dt.date | None:
    return max((day for day in their_days(person) if day is not None), default=None)


def _count(days: Iterable[dt.date | None], on: dt.date | None) -> int:
    return sum(day == on for day in days)


def _plans(person: Person) -> list[dt.date]:
    parked = [person.paused_until] if person.paused_until is not None else []
    return [*(plan.on for plan in person.follow_ups), *person.meetings_ahead, *parked]


def _news(person: Person) -> list[str]:
    return [news.text for news in person.news if news.on is None]


def _has_word(person: Person) -> bool:
    """Whether the log has a word that says the user made the move: an outgoing touch without a day, or a meeting's."""
    return (
        person.agreed_meeting is not None
        or person.is_answered
        or any(touch.on is None and facts_of(touch).is_from_user for touch in person.touches)
    )


def _has_accepted(person: Person) -> bool:
    """Whether the log says that they accepted the user's invitation, and not when."""
    return any(touch.on is None and facts_of(touch).role == "acceptance" for touch in person.touches)


def _accepted_on(person: Person, today: dt.date, *, is_changed: bool = True) -> dt.date | None:
    """Return since when an acceptance without a day is there, which no refresh has seen: in an old row, since its day."""
    if not _has_accepted(person):
        return None
    days = (touch.on for touch in person.touches if touch.on is not None and touch.on <= today)
    newest_on = max(days, default=_LONG_AGO)
    is_fresh = (today - newest_on).days <= LIFE_AFTER_ACCEPTANCE
    return today if is_changed and is_fresh else newest_on


def _status_words(words: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    return {word for word in words if word[0] in _WORD_FIELDS}


def _open_promises(person: Person) -> list[Promise]:
    return [promise for promise in person.promises if not promise.is_done]


def _is_undated(promise: Promise) -> bool:
    return promise.by is None and promise.made_on is None


def _promises(person: Person, before: PersonMemory, today: dt.date) -> dict[str, dt.date]:
    """Return since when promises are there that took the place of another text, or whose row has no day.

    Others count from their row's day.
    """
    promises = {promise: remembered_text(promise.text) for promise in _open_promises(person)}
    known = {text for name, text in before.words if name == _PROMISE}
    is_replaced = bool(known - set(promises.values()))
    shown = {}
    for promise, form in promises.items():
        since = before.first_seen.get(f"{_PROMISE} {form}")
        if since is not None or _is_undated(promise) or (is_replaced and form not in known):
            shown[promise.text] = since or today
    return shown


def first_seen(standing: Standing, remembered: Remembered | None, *, today: dt.date) -> dict[str, dt.date]:
    """Return since when things are there, shown or offered, to be remembered; what is gone or over is left out.

    Args:
        standing: of the person.
        remembered: what earlier refreshes saw of them; None on a first refresh.
        today: the day of the refresh.
    """
    person = standing.person
    if remembered is None:
        if not _says_more_than_touches(person):
            return _offered(standing, NOTHING, today)
        remembered = _seen_first(person, today)
    seen = _offered(standing, remembered, today)
    shown_on = remembered.reply_shown_on
    days = {
        _WORD: remembered.word_shown_on,
        _PARKED: remembered.parked_on,
        _AGREED: remembered.agreed_meeting_on,
        _OPTED_OUT: remembered.opted_out_on,
        _ACCEPTED: remembered.accepted_on if _has_accepted(person) else None,
        _CHANGED: remembered.changed_on if remembered.parked_on else None,
        **{f"{PLAN} {day}": since for day, since in remembered.plans_shown_on.items()},
        **{
            f"{_PROMISE} {remembered_text(text)}": since
            for text, since in remembered.promises_shown_on.items()
        },
        **{f"{_NEWS} {remembered_text(text)}": since for text, since in remembered.news_shown_on.items()},
    }
    if shown_on is not None and (reply_on := _newest_reply(person)) is not None:
        days[f"{_REPLY} {reply_on}"] = shown_on
        if remembered.is_reply_again:
            days[f"{_REPLY_AGAIN} {reply_on}"] = shown_on
    return seen | counted_from(person) | {name: day for name, day in days.items() if day is not None}


def _offered(standing: Standing, remembered: Remembered, today: dt.date) -> dict[str, dt.date]:
    history = standing.history
    seen: dict[str, dt.date] = {}
    if not history.is_contacted:
        offered = next((action.offered_on for action in standing.actions if action.offered_on), None)
        first = remembered.contact_offered_on or offered
        again = offered or remembered.contact_offered_again_on
        seen |= {name: day for name, day in ((_CONTACT, first), (_CONTACT_AGAIN, again)) if day is not None}
    check_in = next((action for action in standing.actions if action.kind == "check_in"), None)
    if check_in is not None:
        offered_on, last = remembered.check_in_offered_on, history.clock_on
        if offered_on is not None and (last is None or last < offered_on):
            seen[_CHECK_IN] = offered_on
        elif check_in.is_due(today):
            seen[_CHECK_IN] = today
    return seen
