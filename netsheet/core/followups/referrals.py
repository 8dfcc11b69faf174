"""Referrals: who sent the user to whom, and what the user does about it (ranks 2 and 5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from netsheet.core.calendar import first_day_of
from netsheet.core.followups.actions import Action
from netsheet.core.followups.contact_history import History
from netsheet.core.followups.context import Context, Referral
from netsheet.core.followups.obligations import thanks_due
from netsheet.core.followups.sentence_words import BY_CHANNEL
from netsheet.core.model import Person
from netsheet.core.touch_facts import facts_of
from netsheet.core.values.person_names import given_first, name_key

_AFTER_ACCEPTANCE: Final = 1
"""Working days from the acceptance of an invitation to the first message."""

LIFE_AFTER_ACCEPTANCE: Final = 14
"""Days for which it is suggested."""


def find_referrals(people: Iterable[Person], *, today: dt.date) -> dict[str, list[Referral]]:
    """Find for each referrer in the log the referred people who have answered the user, or met them."""
    everybody = list(people)
    referred = [person for person in everybody if person.referred_by and person.touches]
    keys = find_referrers(everybody, referred)
    found: dict[str, list[Referral]] = {}
    for person in referred:
        key, answered_on = keys.get(person.key), first_answer_on(person, today)
        if key and key != person.key and answered_on is not None:
            found.setdefault(key, []).append(Referral(name=person.name, answered_on=answered_on))
    for referrals in found.values():
        referrals.sort(key=lambda referral: (referral.answered_on, referral.name))
    return found


def first_answer_on(person: Person, today: dt.date) -> dt.date | None:
    """Return the day on which somebody first answered the user, or met them."""
    days = (touch.on for touch in person.touches if facts_of(touch).ends_thread)
    return min((day for day in days if day is not None and day <= today), default=None)


def find_referrers(people: Iterable[Person], referred: Iterable[Person]) -> dict[str, str]:
    """Find who is meant by "referred by": the referrer's key by that of each person referred.

    A referrer is found by name or e-mail address; "" where several people have that name. Who is not in the log has no
    entry.
    """
    words = {person.key: _word(person.referred_by) for person in referred if person.referred_by}
    if not words:
        return {}
    wanted, keys = set(words.values()), {}
    for person in people:
        for word in {_word(person.name), person.email} & wanted:
            keys[word] = "" if word in keys else person.key
    return {key: keys[word] for key, word in words.items() if word in keys}


def _word(text: str) -> str:
    """Return a name as names are compared, or an address."""
    return text.strip().lower() if "@" in text else name_key(given_first(text))


def contact_referred(history: History, context: Context) -> Iterator[Action]:
    """Ask for the first message to someone the user was referred to, some working days after the row's date.

    Without a date it has no due day and counts as due today. The user's own plan takes its place. When its life is
    over, the person is one of those collected and not contacted.
    """
    person = history.person
    if not person.referred_by or person.is_beside or history.is_contacted or history.is_planned_after(None):
        return
    due, noted = None, ""
    if person.recorded_on is not None:
        due = context.calendar.add_working_days(person.recorded_on, context.settings.referral_within)
        noted = f", noted on {context.text(person.recorded_on)}"
        if context.is_over(due, context.settings.life_contact):
            return
    referrer = " ".join(person.referred_by.split())
    yield Action(
        kind="contact",
        due=due,
        why=f"Referred by {referrer}{noted}; not contacted yet.",
        next_step="Send a first message",
        place=person.place,
        channel=history.channel,
    )


def contact_accepted(history: History, context: Context) -> Iterator[Action]:
    """Ask for the first message to someone who has just accepted the user's invitation; after two weeks no more.

    Where its day is not logged, the acceptance counts from the refresh that first showed it, and the message is due at once.
    """
    accepted = history.accepted
    if accepted is None:
        return
    shown_on = context.remembered_of(history.person).accepted_on
    on = accepted.on or shown_on
    if on is None or history.is_planned_after(on):
        return
    due = context.calendar.next_working_day(on)
    if accepted.on is not None:
        due = context.calendar.add_working_days(on, _AFTER_ACCEPTANCE)
    if context.is_over(due, LIFE_AFTER_ACCEPTANCE):
        return
    when = f" on {context.text(accepted.on)}" if accepted.on else ""
    yield Action(
        kind="contact",
        due=due,
        why=f"They accepted your invitation{when}; no message is logged since.",
        next_step=f"Send a first message{BY_CHANNEL.get(accepted.channel, '')}",
        place=accepted.place,
        channel=accepted.channel or history.channel,
    )


def contact_collected(history: History, context: Context) -> Iterator[Action]:
    """Suggest a first message to the week's few of those collected and never contacted."""
    due = context.offers.contacts.get(history.person.key)
    if due is None:
        return
    is_of_this_week = due >= first_day_of("week", context.today)
    offered = (
        "One of the first messages proposed for this week"
        if is_of_this_week
        else f"Suggested on {context.text(due)}"
    )
    yield Action(
        kind="contact",
        due=due,
        why=f"{on_the_list(history.person, context)}; not contacted yet. {offered}.",
        next_step="Send a first message",
        place=history.person.place,
        channel=history.channel,
        offered_on=due,
    )


def on_the_list(person: Person, context: Context) -> str:
    """Say since when a person who was never contacted is in the log."""
    on = person.recorded_on
    return "On your list" if on is None or on > context.today else f"On your list since {context.text(on)}"


def thank_referrer(history: History, context: Context) -> Iterator[Action]:
    """Ask once for a word to the referrer when someone they sent the user to has answered.

    Any outgoing touch from that day on meets it; it has the life of a thank-you.
    """
    person = history.person
    thanked_on = None if history.last_out is None else history.last_out.on
    for referral in context.referrals.get(person.key, ()):
        on = referral.answered_on
        due = thanks_due(on, context)
        is_thanked = thanked_on is not None and thanked_on >= on
        if due is not None and not is_thanked:
            yield Action(
                kind="thank_referrer",
                due=due,
                why=f"{referral.name}, whom they suggested, answered you on {context.text(on)}; let them know.",
                next_step=f"Say thank you for the referral to {referral.name}",
                place=person.place,
                channel=history.channel,
            )
            return
