"""What holds for every log: order, time, strangers and one more touch."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from netsheet.core.calendar import Break, calendar_of
from netsheet.core.followups.actions import Action
from netsheet.core.followups.due import next_coming, select_due
from netsheet.core.followups.remembered import Remembered
from netsheet.core.followups.rules import compute_standings
from netsheet.core.followups.standing import Standing
from netsheet.core.followups.touch_order import row_of
from netsheet.core.model import (
    Direction,
    FollowUp,
    Person,
    Place,
    Promise,
    Settings,
    Touch,
    TouchKind,
)

TODAY = dt.date(2026, 3, 20)
ONE_DAY = dt.timedelta(days=1)
BREAKS = (Break(first_on=dt.date(2026, 3, 23), last_on=dt.date(2026, 3, 27)),)
CALENDAR = calendar_of(Settings(), BREAKS)

DAYS = st.dates(min_value=TODAY - dt.timedelta(500), max_value=TODAY)
AHEAD = st.dates(min_value=TODAY - dt.timedelta(60), max_value=TODAY + dt.timedelta(60))
ROWS = st.integers(2, 6)
DIRECTION_LIST: list[Direction] = ["out", "out", "in", "both", "unknown"]
KIND_LIST: list[TouchKind] = [
    "message",
    "message",
    "reply",
    "meeting",
    "call",
    "thanks",
    "wish",
    "bounce",
    "event",
    "referral",
    "invitation",
    "acceptance",
    "automatic reply",
]
LAWS = hypothesis_settings(max_examples=60, deadline=None)


def place(row: int) -> Place:
    return Place(sheet="Log", row=row, column=2)


@st.composite
def touches(draw: st.DrawFn, days: st.SearchStrategy[dt.date | None] = DAYS) -> Touch:
    kind, direction = draw(st.sampled_from(KIND_LIST)), draw(st.sampled_from(DIRECTION_LIST))
    return Touch(
        on=draw(days),
        direction=direction,
        kind=kind,
        is_job_interview=kind == "meeting" and direction == "both" and draw(st.booleans()),
        place=place(draw(ROWS)),
        channel=draw(st.sampled_from(["e-mail", "LinkedIn", "phone", None])),
        response_type=draw(st.sampled_from([None, "negative", "not now"])),
    )


@st.composite
def people(draw: st.DrawFn, name: str = "Ana") -> Person:
    happened = draw(st.lists(touches(st.one_of(DAYS, DAYS, DAYS, st.none())), max_size=5))
    facts: dict[str, Any] = {
        "relationship": draw(st.sampled_from([None, "close", "warm", "weak"])),
        "birthday": draw(st.sampled_from([None, (2, 29), (3, 24)])),
        "every_days": draw(st.sampled_from([None, 20, 0])),
        "referred_by": draw(st.sampled_from(["", "Ben"])),
        "recorded_on": draw(st.one_of(st.none(), DAYS)),
        "state": draw(st.sampled_from(["open", "open", "closed", "paused", "not contacted"])),
        "paused_until": draw(st.one_of(st.none(), st.none(), AHEAD)),
        "meetings_ahead": draw(st.sampled_from([(), (), (TODAY,), (TODAY + ONE_DAY,)])),
        "agreed_meeting": draw(st.sampled_from([None, None, None, place(5)])),
        "is_answered": draw(st.booleans()),
        "kept_open": tuple(draw(st.lists(DAYS, max_size=2))),
        "referral_on": draw(st.one_of(st.none(), st.none(), DAYS)),
    }
    follow_ups = draw(st.lists(st.tuples(AHEAD, st.one_of(st.none(), DAYS)), max_size=2))
    promises = draw(st.lists(st.one_of(st.none(), AHEAD), max_size=2))
    return Person(
        key=f"n:{name.casefold()}",
        name=name,
        place=place(2),
        rows=(2,),
        touches=by_day(happened),
        follow_ups=tuple(FollowUp(on=day, set_on=set_on, place=place(3)) for day, set_on in follow_ups),
        promises=tuple(Promise(text="CV", by=by, place=place(4)) for by in promises),
        **facts,
    )


def by_day(happened: list[Touch]) -> tuple[Touch, ...]:
    return tuple(sorted(happened, key=lambda touch: touch.on or dt.date.max))


@st.composite
def memories(draw: st.DrawFn) -> Remembered:
    """What earlier refreshes may have seen of somebody."""
    day = st.one_of(st.none(), DAYS)
    return Remembered(
        reply_shown_on=draw(day),
        word_shown_on=draw(day),
        parked_on=draw(day),
        changed_on=draw(day),
        agreed_meeting_on=draw(day),
        contact_offered_on=draw(day),
        check_in_offered_on=draw(day),
    )


def judge(
    people: list[Person], today: dt.date = TODAY, seen: Remembered | None = None
) -> tuple[Standing, ...]:
    """Judge people; ``seen`` is what earlier refreshes saw of the first."""
    remembered = {people[0].key: seen} if seen else None
    return compute_standings(
        people, today=today, settings=Settings(), calendar=CALENDAR, remembered=remembered
    )


def overdue(standing: Standing, today: dt.date = TODAY) -> dict[tuple[str, dt.date], int]:
    return {
        (action.kind, action.due): (today - action.due).days
        for action in standing.actions
        if action.due is not None and action.due <= today
    }


@given(person=people(), seed=st.integers(0, 1000))
@LAWS
def test_shuffling_the_entries_of_a_day_changes_nothing(person: Person, seed: int) -> None:
    shuffled = list(person.touches)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - an order, not a secret

    before = judge([person])[0]
    after = judge([replace(person, touches=by_day(shuffled))])[0]

    assert (after.status, after.due, after.why, after.tone) == (
        before.status,
        before.due,
        before.why,
        before.tone,
    )


@given(person=people(), new_rows=st.permutations(range(2, 7)))
@LAWS
def test_the_order_of_the_rows_changes_nothing(person: Person, new_rows: list[int]) -> None:
    def moved(touch: Touch) -> Touch:
        return replace(touch, place=place(new_rows[touch.place.row - 2]))

    sorted_anew = replace(person, touches=by_day(sorted(map(moved, person.touches), key=row_of)))

    before, after = judge([person])[0], judge([sorted_anew])[0]

    assert (after.status, after.due, after.why) == (before.status, before.due, before.why)
    assert overdue(after) == overdue(before)


@given(first=people("Ana"), second=people("Ben"), third=people("Cem"))
@LAWS
def test_shuffling_the_people_changes_nothing(first: Person, second: Person, third: Person) -> None:
    forwards = judge([first, second, third])

    backwards = judge([third, second, first])

    assert forwards == tuple(reversed(backwards))


@given(person=people())
@LAWS
def test_days_overdue_grow_by_exactly_one_a_day(person: Person) -> None:
    today, tomorrow = judge([person])[0], judge([person], TODAY + ONE_DAY)[0]

    still_open = overdue(today).keys() & overdue(tomorrow, TODAY + ONE_DAY).keys()
    closed_by_time = {kind for kind, _ in overdue(today).keys() - still_open}

    grown = overdue(tomorrow, TODAY + ONE_DAY)
    assert all(grown[action] == days + 1 for action, days in overdue(today).items() if action in still_open)
    assert closed_by_time <= {
        "meeting",
        "wish",
        "nudge",
        "check_in",
        "decide",
        "thank",
        "thank_referrer",
        "reply",
        "find_address",
        "contact",
    }


LIVES = {"thank": 14, "reply": 30, "nudge": 45, "find_address": 60}


@given(person=people())
@LAWS
def test_what_is_due_lasts_until_its_life_is_over(person: Person) -> None:
    today, tomorrow = judge([person])[0], judge([person], TODAY + ONE_DAY)[0]

    gone = overdue(today).keys() - overdue(tomorrow, TODAY + ONE_DAY).keys()

    assert all(
        CALENDAR.add_days_outside_breaks(due, LIVES[kind]) == TODAY or tomorrow.history.is_dormant
        for kind, due in gone
        if kind in LIVES
    )


@given(person=people("Ana"), other=people("Zoe"))
@LAWS
def test_adding_an_unrelated_person_changes_no_one_else(person: Person, other: Person) -> None:
    stranger = replace(other, referred_by="")

    assert judge([person, stranger])[0] == judge([person])[0]


FEW = Settings(new_people_a_week=1, check_ins_a_week=1)
LAST_WEEK = TODAY - dt.timedelta(7)
OFFERED = Remembered(
    contact_offered_on=LAST_WEEK, contact_offered_again_on=LAST_WEEK, check_in_offered_on=LAST_WEEK
)


@given(person=people("Zoe"), other=people("Ana"))
@LAWS
def test_where_only_a_few_are_suggested_an_unrelated_person_changes_suggestions_only(
    person: Person, other: Person
) -> None:
    def others(people: list[Person]) -> list[Action]:
        standings = compute_standings(people, today=TODAY, settings=FEW, calendar=CALENDAR)
        return [action for action in standings[0].actions if action.kind not in {"contact", "check_in"}]

    assert others([person, replace(other, referred_by="")]) == others([person])


@given(person=people("Zoe"), other=people("Ana"))
@LAWS
def test_what_was_suggested_before_stays_whoever_else_comes(person: Person, other: Person) -> None:
    def standing(people: list[Person]) -> Standing:
        seen = {person.key: OFFERED}
        return compute_standings(people, today=TODAY, settings=FEW, calendar=CALENDAR, remembered=seen)[0]

    assert standing([person, replace(other, referred_by="")]) == standing([person])


@given(person=people(), planned_on=st.dates(TODAY + ONE_DAY, TODAY + dt.timedelta(60)))
@LAWS
def test_a_day_ahead_typed_after_their_newest_reply_leaves_only_what_is_promised_or_thanked(
    person: Person, planned_on: dt.date
) -> None:
    plan = FollowUp(on=planned_on, set_on=TODAY, place=place(3))

    standing = judge([replace(person, follow_ups=(plan,), paused_until=None)])[0]

    due = {action.kind for action in standing.actions if action.is_due(TODAY)}
    assert due <= {"promise", "meeting", "wish", "thank", "thank_referrer"}


@given(person=people(), days_ago=st.integers(3, 60))
@LAWS
def test_a_reply_logged_after_a_refresh_is_owed_whatever_stood_there_before(
    person: Person, days_ago: int
) -> None:
    before, written_on = TODAY - dt.timedelta(days_ago), TODAY - dt.timedelta(2)
    old = [touch for touch in person.touches if touch.on is None or touch.on < written_on]
    reply = Touch(on=written_on, direction="in", kind="reply", place=place(2))
    answered = Touch(on=None, direction="out", kind="reply", place=place(2))
    snooze = FollowUp(on=TODAY + ONE_DAY, snoozed_on=before, place=place(3))
    person = replace(
        person,
        touches=by_day([*old, reply, answered]),
        follow_ups=(*person.follow_ups, snooze),
        state="open" if person.is_closed else person.state,
    )
    seen = Remembered(
        reply_shown_on=TODAY,
        word_shown_on=before,
        parked_on=before,
        plans_shown_on=dict.fromkeys(
            [*(plan.on for plan in person.follow_ups), *person.meetings_ahead], before
        ),
    )

    assert "reply" in {
        action.kind for action in judge([person], seen=seen)[0].actions if action.is_due(TODAY)
    }


def today_they(person: Person, kind: TouchKind, direction: Direction = "out") -> Person:
    """Type a touch of today into a new row."""
    row = Touch(on=TODAY, direction=direction, kind=kind, place=place(9))
    return replace(person, touches=by_day([*person.touches, row]))


def put_off(person: Person) -> Person:
    """Type a day ahead."""
    return replace(person, follow_ups=(FollowUp(on=TODAY + dt.timedelta(30), set_on=TODAY, place=place(9)),))


def keep(person: Person, action: Action) -> Person:
    """Tick a promise."""
    return replace(
        person,
        promises=tuple(
            replace(each, is_done=each.is_done or each.place == action.place) for each in person.promises
        ),
    )


def end(person: Person, action: Action) -> Person:
    """Type the one cell that ends an action."""
    match action.kind:
        case "promise":
            return keep(person, action)
        case "decide":
            return put_off(person)
        case "meeting":
            return replace(person, meetings_ahead=())
        case "thank":
            return today_they(person, "thanks")
        case "wish":
            return today_they(person, "wish")
    return today_they(person, "message")


@given(person=people(), seen=st.one_of(st.none(), memories()))
@LAWS
def test_whatever_is_due_one_cell_ends_it(person: Person, seen: Remembered | None) -> None:
    for action in judge([person], seen=seen)[0].actions:
        if not action.is_due(TODAY):
            continue
        after = judge([end(person, action)], seen=seen)[0]

        assert action.kind not in {each.kind for each in after.actions if each.is_due(TODAY)}


@given(
    person=people(),
    touch=touches(st.just(TODAY)).filter(
        lambda touch: touch.kind not in {"automatic reply", "bounce"}
    ),  # not a move
)
@LAWS
def test_adding_a_touch_today_never_makes_a_person_more_overdue(person: Person, touch: Touch) -> None:
    more = replace(person, touches=by_day([*person.touches, touch]))

    before, after = overdue(judge([person])[0]), overdue(judge([more])[0])

    assert max(after.values(), default=0) <= max(before.values(), default=0)


@given(person=people())
@LAWS
def test_every_standing_is_whole(person: Person) -> None:
    standing = judge([person])[0]

    assert standing.person == person
    assert standing.why.endswith((".", "?"))
    assert standing.why[0].isupper()
    assert "None" not in standing.why + standing.next_step
    assert all(action.why.endswith((".", "?")) for action in standing.actions)
    if standing.tone in {"due", "late"}:
        assert standing.actions
        assert standing.due is None or standing.due <= TODAY


@given(first=people("Ana"), second=people("Ben"), within=st.integers(0, 40))
@LAWS
def test_the_due_list_holds_every_due_action_once(first: Person, second: Person, within: int) -> None:
    standings = judge([first, second])

    items = select_due(standings, today=TODAY, settings=Settings(), calendar=CALENDAR, within=within)

    due = sum(action.is_due(TODAY) for standing in standings for action in standing.actions)
    in_turn = [item for item in items if item.action.kind == "decide" and item.comes_up_on is not None]
    assert sum(item.group == "now" for item in items) + len(in_turn) == due
    assert all(item.group == "now" for item in items if item.days_overdue and item not in in_turn)
    groups = [item.group == "coming" for item in items]
    assert groups == sorted(groups)
    coming = next_coming(standings, today=TODAY)
    assert coming is None or (coming.due is not None and coming.due > TODAY)
