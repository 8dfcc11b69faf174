"""What was planned: the user's own follow-up dates, and referrals to act on (ranks 4 and 5).

Pure functions ``(history, context) -> actions``.
"""

from __future__ import annotations

from netsheet.core.calendar import add_calendar_days
from netsheet.core.followups.context import NO_ACTION, RANKS, Context
from netsheet.core.followups.history import History
from netsheet.core.followups.wording import BY_CHANNEL
from netsheet.core.model import Action, FollowUp


def follow_up(history: History, context: Context) -> tuple[Action, ...]:
    """Ask for the user's own follow-up on its day, moved to a working day."""
    plan = history.plan
    if plan is None:
        return NO_ACTION
    due = context.calendar.next_working_day(plan.on)
    channel = context.channel(history)
    return (
        Action(
            person=history.person.key,
            kind="follow_up",
            due=due,
            rank=RANKS["follow_up"],
            why=own_date(plan, context),
            next_step=f"Follow up{BY_CHANNEL.get(channel, '')}",
            place=plan.place,
            late_on=add_calendar_days(due, 1),
            channel=channel,
        ),
    )


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
    noted_on = person.recorded_on
    due, noted = None, ""
    if noted_on is not None:
        due = context.calendar.add_working_days(noted_on, context.settings.referral_within)
        noted = f", noted on {context.text(noted_on)}"
    return (
        Action(
            person=person.key,
            kind="contact",
            due=due,
            rank=RANKS["contact"],
            why=f"Referred by {' '.join(person.referred_by.split())}{noted}; not contacted yet.",
            next_step="Send a first message",
            place=person.place,
            channel=context.channel(history),
        ),
    )


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
        is_thanked = thanked_on is not None and thanked_on >= on
        if is_thanked or (context.today - on).days >= context.settings.dormant_after:
            continue
        due = context.calendar.add_days(on, context.settings.thank_within)
        return (
            Action(
                person=person.key,
                kind="thank_referrer",
                due=due,
                rank=RANKS["thank_referrer"],
                why=f"You contacted {referral.name} on {context.text(on)}, as they suggested; let them know.",
                next_step=f"Say thank you for the referral to {referral.name}",
                place=person.place,
                channel=context.channel(history),
            ),
        )
    return NO_ACTION
