"""The funnel: how many of the people contacted or met replied, spoke with the user, and referred them.

Counts people, not openings. Never compares months with each other.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netsheet.core.frames import Frames, is_between

if TYPE_CHECKING:
    import pandas as pd

_STEPS = ("contacted", "replied", "conversation", "referral")


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel:
    """People by how far they came; who came further counts in every step before."""

    contacted: int = 0
    replied: int = 0
    conversation: int = 0
    referral: int = 0

    @property
    def steps(self) -> Mapping[str, int]:
        """Each step with its people, from the first to the last."""
        return {
            "contacted": self.contacted,
            "replied": self.replied,
            "conversation": self.conversation,
            "referral": self.referral,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelMonth:
    """The people first contacted in one month, and how far they have come since.

    Attributes:
        first_on: the first day of the month.
        is_maturing: the reply window of its last day is not over, so the later steps will still grow.
    """

    first_on: dt.date
    is_maturing: bool
    funnel: Funnel


def compute_funnel_by_month(
    frames: Frames, *, today: dt.date, window_days: int, since: dt.date | None = None
) -> tuple[FunnelMonth, ...]:
    """Count people by how far they came, for each month of first contact, oldest first.

    Contacted: something reached them (an opening that did not bounce), or the two met. Replied: an opening was answered.
    Conversation: the two met or spoke, whatever came before. Referral: one was received or agreed to since the first
    contact, or another person's row names them as who led to that person; each counts as a reply and a conversation too. Months without any first contact are absent, and with
    ``since`` those first contacted before it.
    """
    reached = _reached(frames, today)
    if since is not None:
        reached = reached[is_between(reached["first_contact_on"], since, today)]
    months = reached.groupby(reached["first_contact_on"].dt.to_period("M"))[list(_STEPS)].sum()
    return tuple(
        FunnelMonth(
            first_on=month.start_time.date(),
            is_maturing=(today - month.end_time.date()).days < window_days,
            funnel=Funnel(**dict(zip(_STEPS, map(int, counts), strict=True))),
        )
        for month, *counts in months.itertuples(name=None)
    )


def compute_funnel(months: Sequence[FunnelMonth]) -> Funnel:
    """Add the months up."""
    return Funnel(
        contacted=sum(month.funnel.contacted for month in months),
        replied=sum(month.funnel.replied for month in months),
        conversation=sum(month.funnel.conversation for month in months),
        referral=sum(month.funnel.referral for month in months),
    )


def _reached(frames: Frames, today: dt.date) -> pd.DataFrame:
    """For each person who was reached: the day of the first contact, and which steps they came to."""
    openings, touches, people = frames.openings, frames.touches, frames.people
    arrived = openings[openings["outcome"] != "bounced"]
    spoken = touches[
        touches["is_conversation"] & (touches["on"].isna() | is_between(touches["on"], None, today))
    ]
    days = [
        arrived.set_index("person")["first_contact_on"],
        spoken.dropna(subset="on").set_index("person")["on"],
    ]
    first_on = _joined(days).groupby(level=0, sort=False).min()
    who = first_on.index
    referrals = touches[touches["ends_thread"] & (touches["kind"] == "referral")]
    agreed = people[people["referral_agreed"] | people["referral_on"].notna()]
    referral = (
        who.isin(_since(first_on, referrals["person"], referrals["on"], today))
        | who.isin(_since(first_on, agreed["person"], agreed["referral_on"], today))
        | who.isin(_since(first_on, *_referrers(frames), today))
    )
    # Who came further counts in every step before.
    conversation = who.isin(spoken["person"]) | referral
    replied = who.isin(arrived.loc[arrived["outcome"] == "replied", "person"]) | conversation
    return first_on.to_frame("first_contact_on").assign(
        contacted=True, replied=replied, conversation=conversation, referral=referral
    )


def _joined(days: Sequence[pd.Series[pd.Timestamp]]) -> pd.Series[pd.Timestamp]:
    import pandas as pd

    return pd.concat(days)


def _referrers(frames: Frames) -> tuple[pd.Series[str], pd.Series[pd.Timestamp]]:
    """Return who led to somebody, and the last day of it."""
    import pandas as pd

    return (
        pd.Series(list(frames.referrers), dtype="str"),
        pd.Series(list(frames.referrers.values()), dtype="datetime64[s]"),
    )


def _since(
    first_on: pd.Series[pd.Timestamp], who: pd.Series[str], on: pd.Series[pd.Timestamp], today: dt.date
) -> pd.Series[str]:
    """Say with whom something happened between the first contact and today; what has no day is believed to have."""
    # Not who.map(first_on): with nobody to map, pandas 3 returns numbers instead of days.
    first = first_on.reindex(who).set_axis(who.index)
    return who[on.isna() | ((first <= on) & is_between(on, None, today))]
