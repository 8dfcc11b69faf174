"""What all rules share: the day, the settings, the working days, and who referred whom.

One responsibility: to be looked things up in. It holds no rule.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from netsheet.core.calendar import WorkingCalendar
from netsheet.core.followups.actions import ACTIONS
from netsheet.core.followups.history import History, first_outgoing_on
from netsheet.core.model import Action, ActionKind, Channel, Person, Place, Settings
from netsheet.core.values.dates import short_date

_FOR_WRITING: Final = frozenset({"e-mail", "LinkedIn", "phone", "text", "social", "website"})

NO_ACTION: Final[tuple[Action, ...]] = ()


class Told(NamedTuple):
    """What is told of an action. It depends on a few facts only, so it is remembered for the next person."""

    due: dt.date | None
    late_on: dt.date | None
    why: str
    next_step: str
    nudge: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """Someone whom the referrer sent to the user, and the day the user first got in touch."""

    name: str
    first_sent_on: dt.date


class Context:
    """The facts that do not change from person to person.

    Attributes:
        today: the day everything is judged on.
        settings: the settings in force.
        calendar: the user's working days.
        dormant_since: a last contact on this day or before makes a tie dormant.
        told: what was told before, by the facts it depends on.
        referrals: for the key of each referrer, the referred people already contacted, the first contacted first.
    """

    __slots__ = ("_texts", "_waits", "calendar", "dormant_since", "referrals", "settings", "today", "told")

    def __init__(self, *, today: dt.date, settings: Settings, calendar: WorkingCalendar) -> None:
        self.today = today
        self.settings = settings
        self.calendar = calendar
        self.referrals: Mapping[str, Sequence[Referral]] = {}
        self.dormant_since = today - dt.timedelta(days=settings.dormant_after)
        self.told: dict[tuple[object, ...], Told] = {}
        self._texts: dict[dt.date, str] = {}
        self._waits: dict[Channel | None, int] = {
            "e-mail": settings.nudge_after_email,
            "LinkedIn": settings.nudge_after_linkedin,
            "phone": settings.nudge_after_phone,
        }

    def text(self, day: dt.date) -> str:
        """Spell a day for a sentence: "3 Mar", with its year when that is not today's."""
        text = self._texts.get(day)
        if text is None:
            text = self._texts[day] = short_date(day, today=self.today)
        return text

    def wait(self, channel: Channel | None) -> int:
        """Return the working days to wait for a reply on a channel."""
        return self._waits.get(channel, self.settings.nudge_after_other)

    def channel(self, history: History) -> Channel | None:
        """Return the way to write to a person: as last time, else by what the log knows of them."""
        last, person = history.last_out, history.person
        if last is not None and last.channel in _FOR_WRITING:
            return last.channel
        if person.email:
            return "e-mail"
        if person.linkedin:
            return "LinkedIn"
        return "phone" if person.phone else None


def ask(
    history: History, kind: ActionKind, told: Told, place: Place, channel: Channel | None
) -> tuple[Action, ...]:
    """Make a rule's one action."""
    due, late_on, why, next_step, nudge = told
    key = history.person.key
    return (Action(key, kind, due, ACTIONS[kind].rank, why, place, late_on, channel, nudge, next_step),)


Rule = Callable[[History, Context], tuple[Action, ...]]
"""A rule: what it asks for this person, due or coming; an empty tuple when nothing."""


def find_referrals(people: Iterable[Person], context: Context) -> dict[str, list[Referral]]:
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
        if not key or key == person.key:
            continue
        first_sent_on = first_outgoing_on(person, today=context.today)
        if first_sent_on is not None:
            found.setdefault(key, []).append(Referral(name=person.name, first_sent_on=first_sent_on))
    for referrals in found.values():
        referrals.sort(key=lambda referral: (referral.first_sent_on, referral.name))
    return found


def _keys_by_word(people: Iterable[Person], wanted: set[str]) -> dict[str, str]:
    """Find who is meant by each word; "" where several people are."""
    keys: dict[str, str] = {}
    has_addresses = any("@" in word for word in wanted)
    for person in people:
        name = person.name.casefold()
        if name in wanted:
            keys[name] = "" if name in keys else person.key
        if has_addresses and person.email in wanted and person.email != name:
            keys[person.email] = "" if person.email in keys else person.key
    return keys


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
