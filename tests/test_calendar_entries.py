"""What a calendar holds, and what changes in it from one file to the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest

from netsheet.core.calendar import Break, calendar_of
from netsheet.core.calendar_export.blocks import Block, block_entries, blocks_of, read_block
from netsheet.core.calendar_export.calendar_entries import (
    KEPT_DAYS,
    CalendarEntry,
    FiledEntry,
    split_uid,
    thing_of,
)
from netsheet.core.calendar_export.changes import file_entries
from netsheet.core.calendar_export.people_entries import birthdays, meetings
from netsheet.core.calendar_export.reminders_ahead import MOST_A_DAY, due_today, reminders
from netsheet.core.calendar_export.words import EntryWords, initials
from netsheet.core.followups.due import select_due
from netsheet.core.model import Person, Settings
from tests.a_person import Teller, a_person, on, standings

TODAY = on("16 Mar")
IN_FULL, PRIVATE = EntryWords(), EntryWords(is_private=True)


def reminders_of(
    people: Sequence[Teller], today: dt.date = TODAY, *, words: EntryWords = IN_FULL, a_day: int = 10
) -> list[CalendarEntry]:
    settings = Settings()
    items = select_due(
        standings(people, today), today=today, settings=settings, calendar=calendar_of(settings), within=90
    )
    return reminders(items, today=today, until=today + dt.timedelta(90), a_day=a_day, words=words)


def meetings_of(person: Person, today: dt.date = TODAY) -> list[CalendarEntry]:
    until = today + dt.timedelta(90)
    settings = Settings(time_zone="Europe/Lisbon")
    return list(
        meetings(standings([person], today), today=today, until=until, settings=settings, words=IN_FULL)
    )


def shown(entries: Sequence[CalendarEntry]) -> list[tuple[dt.date, str]]:
    return sorted((entry.on, entry.summary) for entry in entries)


def test_what_is_due_is_on_today_and_what_comes_on_its_day() -> None:
    late = a_person("Ana Silva").they_replied("10 Mar")
    ahead = a_person("Ben Koch").wrote("2 Mar").to_follow_up("30 Mar")

    assert shown(reminders_of([late, ahead])) == [
        (TODAY, "Ana Silva: Answer their message"),
        (on("30 Mar"), "Ben Koch: Follow up by e-mail"),
    ]


def test_nothing_that_comes_after_the_days_looked_ahead_is_shown() -> None:
    assert reminders_of([a_person().wrote("2 Mar").to_follow_up("30 Oct")]) == []


def test_more_than_five_things_on_a_day_are_one_reminder() -> None:
    names = ["Ana Silva", "Ben Koch", "Cleo Roux", "Dev Rao", "Eva Lind", "Finn Bay"]
    people = [a_person(name).they_replied("10 Mar").who(key=name) for name in names]

    several = reminders_of(people[:MOST_A_DAY])
    (merged,) = reminders_of(people)

    assert len(several) == MOST_A_DAY
    assert merged.summary == "6 things: Ana, Ben, Cleo, ..."
    assert merged.description.splitlines()[0] == "- Ana Silva: Answer their message"
    assert len(merged.description.splitlines()) == len(names)


def test_a_day_holds_no_more_than_its_list_and_counts_the_rest() -> None:
    people = [a_person(f"P{number} X").wrote("2 Mar").who(key=f"n:{number}") for number in range(9)]

    (merged,) = reminders_of(people, a_day=6)

    assert merged.summary.startswith("6 things: ")
    assert merged.description.splitlines()[-1] == "and 3 more: see netsheet due"


def test_a_decision_left_for_another_day_reads_the_same_in_the_next_file() -> None:
    people = [
        a_person(f"P{number} X")
        .wrote("1 Sep 2025")
        .wrote("10 Sep 2025")
        .wrote("20 Sep 2025")
        .who(key=f"n:{number}")
        for number in range(15)
    ]
    today, tomorrow = (
        {entry.thing: entry for entry in reminders_of(people, day) if entry.on > on("18 Mar")}
        for day in (TODAY, on("17 Mar"))
    )

    assert len(today) > 2
    assert {thing: tomorrow.get(thing) for thing in today} == today
    assert {entry.description for entry in today.values()} == {"Last contact on 20 Sep 2025."}


def test_private_words_are_initials_and_the_kind_of_step() -> None:
    person = a_person("Ana Silva").wrote("1 Mar").promised("the roadmap", by="16 Mar").who(company="Acme")

    (entry, *_) = reminders_of([person], words=PRIVATE)

    assert (entry.summary, entry.description) == ("A.S.: Promise due", "")


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ana Silva", "A.S."),
        ("bo", "B."),
        ("Émile van der Berg", "É.V.D."),
        ("ana@example.com", "A.E."),
        ("(ex-Acme) Ana", "E.A."),
        ("🙂", "?"),
        ("", "?"),
    ],
)
def test_a_name_has_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_meeting_has_its_time_where_the_log_has_one() -> None:
    days = (on("18 Mar"), on("20 Mar"))
    person = a_person().who(meetings_ahead=days, meeting_times=(dt.datetime(2026, 3, 18, 14, 30),)).person()

    timed, whole = meetings_of(person)

    assert (timed.on, timed.at, timed.minutes, timed.zone) == (days[0], dt.time(14, 30), 45, "Europe/Lisbon")
    assert (whole.on, whole.at, whole.minutes, whole.zone) == (days[1], None, 0, "")
    assert timed.thing == whole.thing


def test_a_meeting_that_took_place_stays_where_it_was_and_is_not_added_to_a_new_file() -> None:
    ahead = a_person().who(meetings_ahead=(on("18 Mar"),)).person()
    past = a_person().met("18 Mar").person()
    first = file_entries(meetings_of(ahead), [], today=TODAY)

    later = file_entries(meetings_of(past, on("25 Mar")), first, today=on("25 Mar"))

    assert later == first
    assert file_entries(meetings_of(past, on("25 Mar")), [], today=on("25 Mar")) == ()


def test_a_meeting_that_is_moved_keeps_its_name_and_one_called_off_is_cancelled() -> None:
    (first,) = file_entries(
        meetings_of(a_person().who(meetings_ahead=(on("18 Mar"),)).person()), [], today=TODAY
    )
    day = on("17 Mar")

    (moved,) = file_entries(
        meetings_of(a_person().who(meetings_ahead=(on("24 Mar"),)).person()), [first], today=day
    )
    (gone,) = file_entries([], [first], today=day)

    assert (moved.uid, moved.entry.on, moved.sequence) == (first.uid, on("24 Mar"), 1)
    assert (gone.uid, gone.is_cancelled, gone.sequence, gone.changed_on) == (first.uid, True, 1, day)
    assert (gone.entry.alarms, gone.entry.description) == ((), "")


def test_nobody_meets_a_closed_person() -> None:
    assert meetings_of(a_person().who(meetings_ahead=(on("18 Mar"),), state="closed").person()) == []


def test_birthdays_come_every_year_and_have_no_age() -> None:
    people = [a_person("Ana Silva").wrote("2 Mar").who(birthday=(2, 29), company="Acme")]

    (entry,) = birthdays(standings(people, TODAY), words=IN_FULL)

    assert (entry.on.month, entry.on.day, entry.is_yearly) == (2, 29, True)
    assert (entry.summary, entry.description) == ("Birthday: Ana Silva", "Acme")
    assert not list(
        birthdays(standings([a_person().who(birthday=(2, 29), state="closed")], TODAY), words=IN_FULL)
    )


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("Tue,Thu 08:30 20m", ((1, 3), "08:30", 20)),
        ("Mon-Fri 9:00 15 min", ((0, 1, 2, 3, 4), "09:00", 15)),
        ("Fri 16.15 45", ((4,), "16:15", 45)),
        ("mardi, jeudi 8h30 20m", ((1, 3), "08:30", 20)),
        ("Tue 24:00 20m", None),
        ("Tue 08:30", None),
        ("Tue 08:30 0m", None),
        ("someday 08:30 20m", None),
        ("", None),
    ],
)
def test_a_block_is_read_as_people_write_it(
    text: str, block: tuple[tuple[int, ...], str, int] | None
) -> None:
    read = read_block(text)

    assert (read and (read.weekdays, read.at.isoformat("minutes"), read.minutes)) == block


TUESDAYS = Block(weekdays=(1,), at=dt.time(8, 30), minutes=20)


def blocks(
    before: Sequence[FiledEntry] = (),
    today: dt.date = TODAY,
    breaks: Sequence[Break] = (),
    **settings: object,
) -> list[CalendarEntry]:
    calendar = calendar_of(replace(Settings(), **settings), breaks)  # type: ignore[arg-type]
    found = blocks_of(before) or [TUESDAYS]
    return list(
        block_entries(found, before, [], today=today, calendar=calendar, zone="Europe/Lisbon", words=IN_FULL)
    )


def test_a_block_keeps_its_first_day_and_is_remembered_from_the_last_file() -> None:
    before = file_entries(blocks(), [], today=TODAY)

    (again,) = blocks(before, on("25 Mar"))

    assert (before[0].entry.on, again.on, again.weekdays) == (on("17 Mar"), on("17 Mar"), (1,))
    assert blocks_of([replace(before[0], is_cancelled=True)]) == ()


def test_a_block_does_not_come_in_breaks_and_on_holidays() -> None:
    easter = Break(first_on=on("30 Mar"), last_on=on("10 Apr"))

    (entry,) = blocks(breaks=[easter], holidays=frozenset({on("21 Apr"), on("22 Apr")}))

    assert entry.days_off == (on("31 Mar"), on("7 Apr"), on("21 Apr"))


def test_a_block_does_not_begin_on_a_day_off_nor_at_all_without_an_end_of_the_break() -> None:
    (entry,) = blocks(breaks=[Break(first_on=TODAY, last_on=on("17 Mar"))])

    assert entry.on == on("24 Mar")
    assert blocks(breaks=[Break(first_on=TODAY, last_on=dt.date.max)]) == []


def test_a_block_says_what_comes_first() -> None:
    settings = Settings()
    people = [a_person("Ana Silva").they_replied("10 Mar")]
    items = select_due(
        standings(people, TODAY), today=TODAY, settings=settings, calendar=calendar_of(settings)
    )

    (entry,) = block_entries(
        [TUESDAYS],
        [],
        due_today(items, a_day=10),
        today=TODAY,
        calendar=calendar_of(settings),
        zone="",
        words=IN_FULL,
    )

    assert entry.summary == "Networking, 20 minutes"
    assert entry.description == "First, as of 16 Mar:\n- Ana Silva: Answer their message"


def entry(day: str, summary: str = "Ana: Write", *, thing: str = "t") -> CalendarEntry:
    return CalendarEntry(thing=thing, category="Reminder", on=on(day), summary=summary, alarms=(540,))


def test_nothing_changes_without_a_change() -> None:
    first = file_entries([entry("20 Mar"), entry("21 Mar", thing="u")], [], today=TODAY)

    assert file_entries([entry("21 Mar", thing="u"), entry("20 Mar")], first, today=on("18 Mar")) == first


@pytest.mark.parametrize(
    ("before", "now", "names"),
    [
        (["20 Mar"], ["20 Mar", "27 Mar"], [0, 1]),
        (["20 Mar", "27 Mar"], ["27 Mar"], [1]),
        (["20 Mar", "27 Mar"], ["27 Mar", "30 Mar"], [1, 0]),
        (["20 Mar"], ["18 Mar", "20 Mar"], [1, 0]),
        (["20 Mar"], ["21 Mar"], [0]),
    ],
)
def test_of_several_entries_of_one_thing_each_keeps_its_name_while_it_keeps_its_day(
    before: list[str], now: list[str], names: list[int]
) -> None:
    known = file_entries([entry(day) for day in before], [], today=TODAY)

    filed = file_entries([entry(day) for day in now], known, today=on("17 Mar"))

    kept = [each for each in filed if not each.is_cancelled]
    assert [(each.entry.on, each.number) for each in kept] == list(zip(map(on, now), names, strict=True))
    assert len({each.uid for each in filed}) == len(filed)


def test_what_is_due_again_is_no_longer_cancelled() -> None:
    known = file_entries([entry("20 Mar")], [], today=TODAY)
    gone = file_entries([], known, today=on("17 Mar"))

    (back,) = file_entries([entry("30 Mar")], gone, today=on("18 Mar"))

    assert (back.uid, back.is_cancelled, back.sequence) == (known[0].uid, False, 2)


def test_what_is_cancelled_stays_90_days() -> None:
    known = file_entries([entry("20 Mar")], [], today=TODAY)
    gone = file_entries([], known, today=TODAY)

    last = TODAY + dt.timedelta(KEPT_DAYS)

    assert file_entries([], gone, today=last) == gone
    assert file_entries([], gone, today=last + dt.timedelta(1)) == ()


def test_a_private_file_takes_the_words_from_what_was_cancelled() -> None:
    known = file_entries([entry("20 Mar", "Ana Silva: Write")], [], today=TODAY)
    gone = file_entries([], known, today=TODAY)

    for before in (known, gone):
        (private,) = file_entries([], before, today=TODAY, is_private=True)
        assert private.entry.summary == "Reminder"


def test_a_name_shows_no_address_and_is_split_into_what_it_is_made_of() -> None:
    thing = thing_of("e:ana@example.com", "nudge")
    filed = FiledEntry(entry=entry("20 Mar", thing=thing), number=3, changed_on=TODAY)

    assert split_uid(filed.uid) == (thing, 3)
    assert "ana" not in filed.uid
    assert thing != thing_of("e:ana@example.com", "thank")
    assert [split_uid(uid) for uid in ("x@netsheet", "x-y@netsheet", f"{thing}-3", "")] == [None] * 4
