"""A busy log for the summary's tests: as many invented people as asked for, the same every time."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

from netsheet.core.calendar import WorkingCalendar, calendar_of
from netsheet.core.followups.dormant_ties import compute_dormant_ties
from netsheet.core.followups.rules import compute_standings
from netsheet.core.frames import build_frames
from netsheet.core.model import (
    Channel,
    Finding,
    Intent,
    Person,
    Place,
    Settings,
    Touch,
)
from netsheet.core.numbers.engagement import compute_engagement
from netsheet.core.numbers.goal_counts import Goal
from netsheet.core.numbers.goals import compute_goals
from netsheet.core.summary.contents import Summary, compute_summary, with_fixes

TODAY = dt.date(2026, 3, 16)
SETTINGS = Settings()
FOUR_GOALS = (
    Goal(metric="new_connections", target=5, period="week"),
    Goal(metric="dormant_ties", target=2, period="week"),
    Goal(metric="nurture", target=1, period="day"),
    Goal(metric="events", target=1, period="quarter"),
)
_FIRST = ("Ana", "Bo", "Chiara", "Dev", "Elif", "Femi", "Greta", "Hugo", "Ines", "Jun", "Kofi", "Lena")
_LAST = (
    "Silva",
    "Lund",
    "Bellini",
    "Patel",
    "Kaya",
    "Okoro",
    "Hollmann",
    "Marsh",
    "Duarte",
    "Park",
    "Mensah",
)
_COMPANIES = ("Skogsbo Timber", "Savanna Bank", "Lagoon Travel", "Aegean Ferries", "Hollmann Optics")
_TEMPLATES = (
    "intro-alumni",
    "intro-short",
    "ask-interview",
    "share-article",
    "long pitch with everything in it",
)
_CHANNELS: tuple[Channel, ...] = ("e-mail", "e-mail", "LinkedIn", "phone")
_CHANCE = {"intro-alumni": 0.65, "intro-short": 0.35, "ask-interview": 0.4, "share-article": 0.3}
_INTENTS: tuple[Intent | None, ...] = ("ask", "ask", "give", None)


def busy_people(count: int, *, seed: int = 7) -> tuple[Person, ...]:
    """Invent people who were written to over the last year and a half, most of them lately."""
    chance = random.Random(seed)  # noqa: S311  invented people are no secret
    return tuple(_person(chance, number) for number in range(count))


def _person(chance: random.Random, number: int) -> Person:
    place = Place(sheet="My log", row=number + 2, column=1)
    name = f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"
    days_ago = int(chance.expovariate(1 / 60)) if chance.random() < 0.9 else chance.randint(370, 520)
    return Person(
        key=f"e:person{number}@example.com",
        name=name,
        place=place,
        rows=(number + 2,),
        company=chance.choice(_COMPANIES),
        email=f"person{number}@example.com",
        relationship=chance.choice(("close", "warm", "weak", "weak", None)),
        source=chance.choice(("Alumni list", "Conference", "")),
        birthday=(chance.randint(1, 12), chance.randint(1, 28)) if chance.random() < 0.3 else None,
        touches=_touches(chance, place, days_ago),
        state="closed" if chance.random() < 0.05 else "open",
        referral_agreed=chance.random() < 0.05,
    )


def _touches(chance: random.Random, place: Place, days_ago: int) -> tuple[Touch, ...]:
    template, channel = chance.choice(_TEMPLATES), chance.choice(_CHANNELS)
    sent_on = TODAY - dt.timedelta(days=days_ago)
    sent = Touch(
        on=sent_on,
        direction="out",
        kind="call" if channel == "phone" else "message",
        place=place,
        channel=channel,
        template=template,
        intent=chance.choice(_INTENTS),
        personal=chance.random() < 0.5,
    )
    touches = [sent]
    waits = int(chance.expovariate(1 / 5))
    if chance.random() < _CHANCE.get(template, 0.12) and sent_on + dt.timedelta(days=waits) <= TODAY:
        answered_on = sent_on + dt.timedelta(days=waits)
        touches.append(Touch(on=answered_on, direction="in", kind="reply", place=place, channel=channel))
        if chance.random() < 0.4 and answered_on + dt.timedelta(days=6) <= TODAY:
            met_on = answered_on + dt.timedelta(days=6)
            touches.append(Touch(on=met_on, direction="both", kind="meeting", place=place))
            if chance.random() < 0.7 and met_on < TODAY:
                thanked_on = met_on + dt.timedelta(days=1)
                touches.append(replace(sent, on=thanked_on, kind="thanks", intent="thanks", template=None))
    elif chance.random() < 0.08:
        touches.append(Touch(on=sent_on, direction="unknown", kind="bounce", place=place))
    return tuple(touches)


def summarise(
    people: tuple[Person, ...],
    findings: tuple[Finding, ...] = (),
    *,
    settings: Settings = SETTINGS,
    today: dt.date = TODAY,
) -> Summary:
    """Compute the summary of some people, as the refresh does."""
    calendar: WorkingCalendar = calendar_of(settings)
    standings = compute_standings(people, today=today, settings=settings, calendar=calendar)
    frames = build_frames(people, today=today, settings=settings)
    summary = compute_summary(
        standings,
        compute_engagement(frames, today=today, settings=settings),
        today=today,
        settings=settings,
        calendar=calendar,
        goals=compute_goals(frames, FOUR_GOALS, today=today, calendar=calendar),
        dormant_ties=compute_dormant_ties(standings, today=today, settings=settings, calendar=calendar),
    )
    return with_fixes(summary, findings, sum(finding.severity == "error" for finding in findings))


def some_findings(count: int) -> tuple[Finding, ...]:
    """Cells to fix, as many as asked for."""
    return tuple(
        Finding(
            code="unreadable-date",
            severity="error" if number % 2 else "note",
            place=Place(sheet="My log", row=number + 2, column=4),
            message=f'Date should hold a date, but it says "{number} Smarch".',
            hint="Type the right date, such as 2026-03-14.",
        )
        for number in range(count)
    )
