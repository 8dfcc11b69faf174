"""The referral tree: who led to whom, what came of each, and which referrers have not been thanked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from netsheet.core.followups.referrals import find_referrers, first_answer_on
from netsheet.core.model import Person, Touch
from netsheet.core.touch_facts import facts_of
from netsheet.core.values.dates import short_date

Stage = Literal["not contacted", "in touch", "no reply", "replied", "talked"]
"""How far the user came with somebody they were referred to."""
_STAGE_WORDS: Final[Mapping[Stage, str]] = {
    "not contacted": "not contacted yet",
    "in touch": "last contact",
    "no reply": "no reply yet to your message",
    "replied": "replied",
    "talked": "you talked",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CameOf:
    """What came of a referral: how far, on which day (None: not logged), and whether that person is closed now."""

    stage: Stage
    on: dt.date | None = None
    is_closed: bool = False

    def say(self, today: dt.date) -> str:
        """Say it in a few words: "replied on 3 Mar"."""
        before = " of " if self.stage == "no reply" else " on "
        day = "" if self.on is None else before + short_date(self.on, today=today)
        return f"{_STAGE_WORDS[self.stage]}{day}{'; closed' if self.is_closed else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeLine:
    """One person in the tree, below the one who led to them.

    Attributes:
        depth: 0 for those whom nobody in the tree led to.
        name: as the log has it.
        person: None for a referrer who is not in the log, or whose name several people have.
        referred_by: who led to them, as the log says it; "" for nobody.
        came_of: what came of the referral; None where the log names nobody who led to them.
        is_thanked: of a referrer whether a thank-you is logged; None for everybody else and for unknown names.
        is_ambiguous: of a referrer whether several people in the log have that name.
        is_circle: whether those below led back to this person.
    """

    depth: int
    name: str
    person: Person | None = None
    referred_by: str = ""
    came_of: CameOf | None = None
    is_thanked: bool | None = None
    is_ambiguous: bool = False
    is_circle: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NotThanked:
    """A referrer, and the people they led to for whom no thank-you is logged, the newest last."""

    referrer: Person
    referred: tuple[Person, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralTree:
    """Who led to whom: each referrer's line is followed by the lines of those they led to, one level deeper."""

    lines: tuple[TreeLine, ...] = ()
    not_thanked: tuple[NotThanked, ...] = ()

    @property
    def referred_count(self) -> int:
        """How many people the user was referred to."""
        return sum(line.came_of is not None for line in self.lines)


def compute_referral_tree(people: Sequence[Person], *, today: dt.date) -> ReferralTree:
    """Build the tree from what "referred by" says of each person, in the order of the log.

    People who led to each other in a circle are shown once, below the first of them.
    """
    referred = [person for person in people if _by(person)]
    referrers = find_referrers(people, referred)
    led_to: dict[str, list[Person]] = {}
    unknown: dict[str, list[Person]] = {}
    for person in referred:
        key = referrers.get(person.key)
        if key:
            led_to.setdefault(key, []).append(person)
        else:
            unknown.setdefault(_by(person).casefold(), []).append(person)
    walk = _Walk(led_to, today)
    roots = [person for person in people if person.key in led_to and person.key not in referrers]
    lines = list(walk.below([(person, 0) for person in roots]))
    for of_name in unknown.values():
        is_ambiguous = of_name[0].key in referrers
        lines.append(TreeLine(depth=0, name=_by(of_name[0]), is_ambiguous=is_ambiguous))
        lines += walk.below([(person, 1) for person in of_name])
    for person in referred:
        lines += (replace(line, is_circle=line.depth == 0) for line in walk.below([(person, 0)]))
    return ReferralTree(lines=tuple(lines), not_thanked=tuple(walk.not_thanked))


def _by(person: Person) -> str:
    """Return who led to a person, as the log says it; "" for nobody, also where the row names the person itself."""
    by = " ".join(person.referred_by.split())
    return "" if by.casefold() in {person.name.casefold(), person.email} else by


class _Walk:
    """Goes through the tree from its roots; nobody is met twice."""

    def __init__(self, led_to: Mapping[str, Sequence[Person]], today: dt.date) -> None:
        self.led_to, self.today = led_to, today
        self.not_thanked: list[NotThanked] = []
        self._met: set[str] = set()

    def below(self, roots: Sequence[tuple[Person, int]]) -> Iterator[TreeLine]:
        """Yield the lines of some people, each followed by those they led to. Not recursive: chains may be long."""
        waiting = list(reversed(roots))
        while waiting:
            person, depth = waiting.pop()
            if person.key in self._met:
                continue
            self._met.add(person.key)
            led_to = self.led_to.get(person.key, ())
            unthanked = tuple(each for each in led_to if not _is_thanked(person, each, self.today))
            if unthanked and not person.do_not_contact:
                self.not_thanked.append(NotThanked(referrer=person, referred=unthanked))
            yield TreeLine(
                depth=depth,
                name=person.name,
                person=person,
                referred_by=_by(person),
                came_of=came_of(person, self.today) if _by(person) else None,
                is_thanked=not unthanked if led_to else None,
            )
            waiting += [(each, depth + 1) for each in reversed(led_to)]


def came_of(person: Person, today: dt.date) -> CameOf:
    """Say how far the user came with somebody up to today."""
    touches = [touch for touch in person.touches if touch.on is None or touch.on <= today]
    stages: tuple[tuple[Stage, list[Touch]], ...] = (
        ("talked", [touch for touch in touches if facts_of(touch).is_conversation]),
        ("replied", [touch for touch in touches if facts_of(touch).ends_thread]),
        ("no reply", [touch for touch in touches if facts_of(touch).is_from_user]),
        ("in touch", touches),
    )
    for stage, found in stages:
        if found:
            on = max((touch.on for touch in found if touch.on is not None), default=None)
            return CameOf(stage=stage, on=on, is_closed=person.is_closed)
    return CameOf(stage="not contacted", is_closed=person.is_closed)


def _is_thanked(referrer: Person, referred: Person, today: dt.date) -> bool:
    """Whether the user thanked for a referral: said thanks since it, or wrote once the person had answered."""
    days = [touch.on for touch in referred.touches if touch.on is not None]
    since = min([*days, *filter(None, [referred.recorded_on])], default=None)
    answered_on = first_answer_on(referred, today)
    for touch in referrer.touches:
        if not facts_of(touch).is_from_user or (touch.on is not None and touch.on > today):
            continue
        is_thanks = touch.kind == "thanks" or touch.intent == "thanks"
        if is_thanks and (touch.on is None or since is None or touch.on >= since):
            return True
        if answered_on is not None and touch.on is not None and touch.on >= answered_on:
            return True
    return False
