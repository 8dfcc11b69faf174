"""What was planned: the user's own follow-up dates, and referrals to act on (ranks 4 and 5).

Pure functions ``(history, context) -> actions``.
"""

from __future__ import annotations

from netsheet.core.calendar import add_calendar_days
from netsheet.core.followups.context import NO_ACTION, Context, Referral, Told, ask
from netsheet.core.followups.history import History
from netsheet.core.followups.sentence_words import BY_CHANNEL
from netsheet.core.model import Action, Channel, FollowUp, Person


def follow_up(history: History, context: Context) -> tuple[Action, ...]:
    """Ask for the user's own follow-up on its day, moved to a working day."""
    plan = history.plan
    if plan is None:
        return NO_ACTION
    channel = context.channel(history)
    key = ("follow_up", plan.on, plan.note, channel)
    told = context.told.get(key)
    if told is None:
        told = context.told[key] = _tell_follow_up(plan, channel, context)
    return ask(history, "follow_up", told, plan.place, channel)


def _tell_follow_up(plan: FollowUp, channel: Channel | None, context: Context) -> Told:
    due = context.calendar.next_working_day(plan.on)
    next_step = f"Follow up{BY_CHANNEL.get(channel, '')}"
    return Told(due, add_calendar_days(due, 1), own_date(plan, context), next_step)


def own_date(plan: FollowUp, context: Context) -> str:
    """Tell the user's own follow-up date, with the note that stood beside it."""
    note = f" ({' '.join(plan.note.split())})" if plan.note.strip() else ""
    return f"Your own follow-up date is {context.text(plan.on)}{note}."


def contact_referred(history: History, context: Context) -> tuple[Action, ...]:
    """Ask for the first message to someone the user was referred to, some working days after the row's date.

    Without a date it has no due day and stands under today. A plan of the user's own takes its place.
    """
    person = history.person
    if not person.referred_by or history.is_contacted or history.is_planned:
        return NO_ACTION
    return ask(history, "contact", _tell_contact(person, context), person.place, context.channel(history))


def _tell_contact(person: Person, context: Context) -> Told:
    due, noted = None, ""
    if person.recorded_on is not None:
        due = context.calendar.add_working_days(person.recorded_on, context.settings.referral_within)
        noted = f", noted on {context.text(person.recorded_on)}"
    referrer = " ".join(person.referred_by.split())
    return Told(due, None, f"Referred by {referrer}{noted}; not contacted yet.", "Send a first message")


def thank_referrer(history: History, context: Context) -> tuple[Action, ...]:
    """Ask for a word to the referrer once someone they sent the user to has been contacted.

    Any outgoing touch from that day on meets it.
    """
    person = history.person
    referrals = context.referrals.get(person.key)
    if not referrals:
        return NO_ACTION
    last_out = history.last_out
    thanked_on = None if last_out is None else last_out.on
    for referral in referrals:
        on = referral.first_sent_on
        if on > context.dormant_since and (thanked_on is None or thanked_on < on):
            told = _tell_referrer(referral, context)
            return ask(history, "thank_referrer", told, person.place, context.channel(history))
    return NO_ACTION


def _tell_referrer(referral: Referral, context: Context) -> Told:
    on = referral.first_sent_on
    return Told(
        context.calendar.add_days(on, context.settings.thank_within),
        None,
        f"You contacted {referral.name} on {context.text(on)}, as they suggested; let them know.",
        f"Say thank you for the referral to {referral.name}",
    )
