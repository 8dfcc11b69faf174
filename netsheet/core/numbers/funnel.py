"""The funnel: how many of the people contacted replied, spoke with the user, and referred them.

Counts people, not openings. Never compares months with each other.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netsheet.core.frames import is_between

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
    openings: pd.DataFrame, touches: pd.DataFrame, people: pd.DataFrame, *, today: dt.date, window_days: int
) -> tuple[FunnelMonth, ...]:
    """Count the people of these openings by how far they came, for each month of first contact, oldest first.

    Contacted: something reached them (an opening that did not bounce). Replied: an opening was answered.
    Conversation: the two met or spoke since the first contact. Referral: one was received or agreed to since.
    Months without any first contact are absent.
    """
    reached = _reached(openings, touches, people, today)
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


def _reached(
    openings: pd.DataFrame, touches: pd.DataFrame, people: pd.DataFrame, today: dt.date
) -> pd.DataFrame:
    """For each person who was reached: the day of the first contact, and which steps they came to."""
    arrived = openings[openings["outcome"] != "bounced"]
    reached = (
        arrived.assign(contacted=True, replied=arrived["outcome"] == "replied")
        .groupby("person", sort=False, as_index=False)
        .agg({"first_contact_on": "first", "contacted": "any", "replied": "any"})
    )
    who = reached["person"]
    first_on = reached.set_index("person")["first_contact_on"]
    together = touches[
        touches["ends_thread"] & _is_since(touches["person"].map(first_on), touches["on"], today)
    ]
    agreed = people[
        (people["referral_agreed"] | people["referral_on"].notna())
        & _is_since(people["person"].map(first_on), people["referral_on"], today)
    ]
    referral = who.isin(agreed["person"]) | who.isin(together.loc[together["kind"] == "referral", "person"])
    conversation = who.isin(together.loc[together["is_conversation"], "person"]) & reached["replied"]
    # Who came further counts in every step before.
    return reached.assign(
        referral=referral,
        conversation=conversation | referral,
        replied=reached["replied"] | referral,
    )


def _is_since(
    first_on: pd.Series[pd.Timestamp], on: pd.Series[pd.Timestamp], today: dt.date
) -> pd.Series[bool]:
    """Say what happened between the first contact and today; what has no day is believed to."""
    return on.isna() | ((first_on <= on) & is_between(on, None, today))
