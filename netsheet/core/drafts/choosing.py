"""Choosing what to write: the action, the channel and the template that fit a person's history."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from netsheet.core.calendar import add_calendar_days
from netsheet.core.drafts.addresses import linkedin_page
from netsheet.core.drafts.obstacles import find_bounced_address
from netsheet.core.drafts.requests import (
    DRAFT_CHANNELS,
    DraftChannel,
    DraftFilter,
    Occasion,
    TemplateInfo,
    Variables,
)
from netsheet.core.drafts.variables import BY_NAME
from netsheet.core.email import split_address
from netsheet.core.followups.actions import Action
from netsheet.core.followups.contact_history import History
from netsheet.core.followups.standing import Standing
from netsheet.core.model import Channel, Touch
from netsheet.core.touch_facts import facts_of

_FAMILY: dict[Channel, DraftChannel] = {"e-mail": "e-mail", "LinkedIn": "LinkedIn", "text": "text"}
_NUDGE_WITHIN_DAYS = 45


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A template and where it would go."""

    template: TemplateInfo
    channel: DraftChannel


def choose_action(standing: Standing, only: DraftFilter, *, today: dt.date) -> Action | None:
    """Choose the action to write for: the highest ranked that is due, or the next one of people the user named.

    There is nothing to write for a meeting itself.
    A date counts from when it is announced; a dormant tie when it is picked, or when reconnecting was asked for.
    """
    actions = [
        action for action in standing.actions if only.kind in {None, action.kind} and action.kind != "meeting"
    ]
    is_picked = standing.person.key in only.picked
    due = [action for action in actions if _is_due(action, today, is_picked=is_picked)]
    if due or not (only.is_by_name or only.kind == "reconnect"):
        return due[0] if due else None
    return actions[0] if actions else None


def _is_due(action: Action, today: dt.date, *, is_picked: bool) -> bool:
    if action.kind == "reconnect":
        return is_picked
    return action.is_due(add_calendar_days(today, action.lead_days))


def list_occasions(history: History, action: Action | None, *, today: dt.date) -> tuple[Occasion, ...]:
    """List what the draft would be for, the closest first.

    A follow-up date shortly after an unanswered message is in truth a reminder of it, and asking for news after an
    interview is to follow up; a person who was named
    although nothing is due gets a check-in. Thanks for their message ("no, thank you") are an answer to it, and
    so is what a decision about an unanswered one calls for. What was put off is written as it would have been then: an
    answer to their message, or a first message.
    """
    if action is None:
        return (Occasion(kind="check_in"),)
    is_put_off = (
        action.kind == "follow_up" and history.plan is not None and history.plan.snoozed_on is not None
    )
    if history.owed is not None and (is_put_off or _is_about(action, history.owed)):
        return (Occasion(kind="reply"),)
    if action.kind == "thank":
        touch = history.newest(lambda touch: facts_of(touch).calls_for_thanks)
        return (Occasion(kind="thank", after=touch.kind if touch else None),)
    is_about_interview = history.interview is not None
    if action.kind != "follow_up" and not (action.kind == "nudge" and is_about_interview):
        return (Occasion(kind=action.kind, nudge=action.nudge),)
    waiting = None if is_about_interview else history.last_unanswered
    if waiting is not None and waiting.on is not None and (today - waiting.on).days <= _NUDGE_WITHIN_DAYS:
        return (Occasion(kind="nudge", nudge=min(len(history.unanswered), 2)),)
    return (Occasion(kind="contact" if is_put_off and not history.is_contacted else "follow_up"),)


def _is_about(action: Action, owed: Touch) -> bool:
    """Whether thanks or a decision are for the message of theirs that waits."""
    return action.kind in {"thank", "decide"} and owed.place == action.place


def list_channels(history: History, action: Action | None, only: DraftFilter) -> tuple[DraftChannel, ...]:
    """List where a draft can go, the best first.

    The channel of the action comes first, else the one used last. After two unanswered messages on one channel that
    channel goes last. Nothing goes to an address that bounced. Who was reached by text message can be, also where the log
    has no number: the user's telephone knows it.
    """
    person, linkedin = history.person, _linkedin_channel(history)
    ways: dict[DraftChannel, DraftChannel] = {}
    if split_address(person.email) and find_bounced_address(history) is None:
        ways["e-mail"] = "e-mail"
    if linkedin:
        ways["LinkedIn"] = linkedin
    if person.phone.strip() or any(touch.channel == "text" for touch in history.touches):
        ways["text"] = "text"
    if only.channel is not None:
        wanted = "LinkedIn" if only.channel == "LinkedIn note" else only.channel
        if wanted not in ways:
            return ()
        return (only.channel if only.channel == "LinkedIn note" else ways[wanted],)
    preferred = _preferred_channel(history, action)
    tired = _FAMILY.get(history.tired_channel) if history.tired_channel else None
    order = sorted(ways, key=lambda way: (way == tired, way != preferred, DRAFT_CHANNELS.index(way)))
    return tuple(ways[way] for way in order)


def _linkedin_channel(history: History) -> DraftChannel | None:
    """Say how to write on LinkedIn: a message once there was contact there, else a note with the invitation."""
    person = history.person
    if any(touch.channel == "LinkedIn" for touch in history.touches):
        return "LinkedIn"
    return "LinkedIn note" if linkedin_page(person.linkedin) or person.key.startswith("l:") else None


def _preferred_channel(history: History, action: Action | None) -> DraftChannel | None:
    if action and action.channel and action.channel in _FAMILY:
        return _FAMILY[action.channel]
    newest = history.newest(lambda touch: touch.channel in _FAMILY and touch.kind != "bounce")
    return _FAMILY[newest.channel] if newest is not None and newest.channel else None


def choose_templates(
    templates: Sequence[TemplateInfo],
    occasions: Iterable[Occasion],
    channels: Sequence[DraftChannel],
    variables: Variables,
    *,
    is_give_first: bool,
) -> tuple[Choice, ...]:
    """List the templates that fit, the best first.

    The better channel comes first, then what needs nothing that only the user can say, then what has fewer gaps, the
    closer fit, the one that uses more of what is known, the user's own, and the name. A person who should be given
    something first is offered asks last; when every fitting template asks, also the giving ones for a check-in.
    """
    wanted = tuple(occasions)
    if is_give_first and not any(
        _fit(template, wanted) and template.intent != "ask" for template in templates
    ):
        wanted += (Occasion(kind="check_in"),)
    ranked = [
        (
            is_give_first and template.intent == "ask",
            channels.index(channel),
            any(is_only_said(name) for name in missing),
            len(missing),
            -_fit(template, wanted),
            -len(template.requires),
            not template.is_own,
            template.name,
            Choice(template=template, channel=channel),
        )
        for template in templates
        for missing in [list_missing(template, variables)]
        for channel in channels
        if channel in template.channels and _fit(template, wanted)
    ]
    return tuple(entry[-1] for entry in sorted(ranked, key=lambda entry: entry[:-1]))


def list_missing(template: TemplateInfo, variables: Variables) -> tuple[str, ...]:
    """List the required variables that have no value, in the order of the header."""
    return tuple(name for name in template.requires if look_up(name, variables) is None)


def is_only_said(name: str) -> bool:
    """Whether only the command line can say a variable: a page to share, another person to introduce."""
    return name in BY_NAME and BY_NAME[name].source in {"given", "other"}


def look_up(name: str, variables: Variables) -> object:
    """Give a variable's value by its dotted name; None when it is empty or unknown."""
    group, dot, item = name.partition(".")
    value = variables.get(group)
    if not dot:
        return value
    return value.get(item) if not isinstance(value, str | int | dt.date | None) else None


def _fit(template: TemplateInfo, wanted: tuple[Occasion, ...]) -> int:
    """Say how closely a template fits: 0 not at all, 1 its kind, 2 its number or what it thanks for too."""
    best = 0
    for own in template.occasions:
        for occasion in wanted:
            if own.kind != occasion.kind or own.nudge not in {0, occasion.nudge}:
                continue
            if own.after not in {None, occasion.after}:
                continue
            best = max(best, 2 if own.nudge or own.after else 1)
    return best
