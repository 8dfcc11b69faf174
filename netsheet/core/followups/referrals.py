"""Referrals: who sent the user to whom, and what the user does about it (rank 5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from netsheet.core.followups.actions import Action
from netsheet.core.followups.contact_history import History, initiative_days
from netsheet.core.followups.context import Context, Referral
from netsheet.core.model import Person


def find_referrals(people: Iterable[Person], *, today: dt.date) -> dict[str, list[Referral]]:
    """Find for each referrer in the log the referred people whom the user has contacted.

    A referrer is found by name or e-mail address. A name that several people carry finds none of them.
    """
    referred = [person for person in people if person.referred_by and person.touches]
    if not referred:
        return {}
    keys = _keys_by_word(people, {_folded(person.referred_by) for person in referred})
    found: dict[str, list[Referral]] = {}
    for person in referred:
        key = keys.get(_folded(person.referred_by))
        first_sent_on = min(initiative_days(person, today), default=None)
        if key and key != person.key and first_sent_on is not None:
            found.setdefault(key, []).append(Referral(name=person.name, first_sent_on=first_sent_on))
    for referrals in found.values():
        referrals.sort(key=lambda referral: (referral.first_sent_on, referral.name))
    return found


def _keys_by_word(people: Iterable[Person], wanted: set[str]) -> dict[str, str]:
    """Find who is meant by each word; "" where several people are."""
    keys: dict[str, str] = {}
    for person in people:
        for word in {person.name.casefold(), person.email} & wanted:
            keys[word] = "" if word in keys else person.key
    return keys


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def contact_referred(history: History, context: Context) -> Iterator[Action]:
    """Ask for the first message to someone the user was referred to, some working days after the row's date.

    Without a date it has no due day and counts as due today. The user's own plan takes its place.
    """
    person = history.person
    if not person.referred_by or history.is_contacted or history.is_planned:
        return
    due, noted = None, ""
    if person.recorded_on is not None:
        due = context.calendar.add_working_days(person.recorded_on, context.settings.referral_within)
        noted = f", noted on {context.text(person.recorded_on)}"
    referrer = " ".join(person.referred_by.split())
    yield Action(
        kind="contact",
        due=due,
        why=f"Referred by {referrer}{noted}; not contacted yet.",
        next_step="Send a first message",
        place=person.place,
        channel=history.channel,
    )


def thank_referrer(history: History, context: Context) -> Iterator[Action]:
    """Ask for a word to the referrer once someone they sent the user to has been contacted.

    Any outgoing touch from that day on meets it.
    """
    person = history.person
    thanked_on = None if history.last_out is None else history.last_out.on
    for referral in context.referrals.get(person.key, ()):
        on = referral.first_sent_on
        if on > context.dormant_since and (thanked_on is None or thanked_on < on):
            yield Action(
                kind="thank_referrer",
                due=context.calendar.add_days(on, context.settings.thank_within),
                why=f"You contacted {referral.name} on {context.text(on)}, as they suggested; let them know.",
                next_step=f"Say thank you for the referral to {referral.name}",
                place=person.place,
                channel=history.channel,
            )
            return
