"""The sentences of the summary, where there is nothing, one and many."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netsheet.core.model import Channel, Person
from netsheet.core.numbers.activity import Balance
from netsheet.core.numbers.engagement import Engagement
from netsheet.core.numbers.rates import Rate
from netsheet.core.numbers.time_to_reply import TimeToReply
from netsheet.core.summary.contents import SummaryRow
from netsheet.render.summary.chart_tables import make_figures, say_what_charts_count
from netsheet.render.summary.people_blocks import due_title, say_balance, say_more_due, say_step
from netsheet.render.summary.rates_block import (
    NO_DIFFERENCE,
    NO_OTHER_DIFFERENCE,
    is_telling,
    say_counted,
    say_overall,
    say_the_rest,
)
from tests.a_busy_log import busy_people, summarise

BUSY = summarise(busy_people(160))
ENGAGEMENT = BUSY.engagement


def rate(sent: int, matured: int, replied: int, *, bounced: int = 0) -> Rate:
    share = replied / matured if matured >= 5 else None
    return Rate(
        sent=sent,
        matured=matured,
        replied=replied,
        waiting=sent - matured - bounced,
        bounced=bounced,
        rate=share,
        low=share and 0.25,
        high=share and 0.75,
    )


@pytest.mark.parametrize(
    ("overall", "undated", "sentence"),
    [
        (
            rate(9, 7, 3, bounced=1),
            2,
            (
                "Counted: 7 of 9 first messages (answered, or 14 days have passed). 1 can still get a reply. 1 came back. "
                "Reminders are not counted again. 2 messages without a date are not counted."
            ),
        ),
        (
            rate(1, 1, 1),
            0,
            "Counted: 1 of 1 first messages (answered, or 14 days have passed). Reminders are not counted again.",
        ),
    ],
)
def test_what_is_counted_is_said(overall: Rate, undated: int, sentence: str) -> None:
    assert say_counted(replace(ENGAGEMENT, overall=overall, undated_sends=undated)) == sentence


def median(days: int | None, low: int | None, high: int | None) -> TimeToReply:
    return TimeToReply(n=20, replies=9, is_enough=True, median_days=days, low=low, high=high)


@pytest.mark.parametrize(
    ("overall", "time_to_reply", "sentence"),
    [
        (rate(1, 1, 1), median(None, None, None), "Got a reply: 1 of 1."),
        (rate(8, 8, 4), median(5, 2, None), "Got a reply: 4 of 8 (50 %, the true rate is likely 25-75 %)."),
        (
            rate(8, 8, 4),
            median(5, 2, 9),
            "Got a reply: 4 of 8 (50 %, the true rate is likely 25-75 %). Half have a reply within 5 days (likely 2 to 9 days).",
        ),
    ],
)
def test_how_soon_they_reply_is_said_where_it_is_known_well_enough(
    overall: Rate, time_to_reply: TimeToReply, sentence: str
) -> None:
    engagement = replace(ENGAGEMENT, overall=overall, time_to_reply=time_to_reply)

    assert say_overall(engagement) == sentence


def test_what_may_be_chance_is_not_said_of_what_differs() -> None:
    telling = {name: rows for name, rows in ENGAGEMENT.by.items() if is_telling(rows)}
    others = {name: rows for name, rows in ENGAGEMENT.by.items() if name not in telling}
    assert telling
    assert others

    assert say_the_rest(ENGAGEMENT)[0] == NO_OTHER_DIFFERENCE
    assert say_the_rest(replace(ENGAGEMENT, by=others))[0] == NO_DIFFERENCE
    assert say_the_rest(replace(ENGAGEMENT, by=telling)) == ()


def test_what_was_done_in_one_way_only_is_not_called_too_few() -> None:
    first, second, *_ = (
        replace(row, rate=None, verdict="can't tell yet") for row in ENGAGEMENT.by["channel"]
    )
    one_way: Engagement = replace(ENGAGEMENT, by={"channel": (first,)})
    two_ways: Engagement = replace(ENGAGEMENT, by={"channel": (first, second)})

    assert say_the_rest(one_way) == ()
    assert say_the_rest(two_ways) == ("Too few to compare (under 5 of each): Channel.",)


@pytest.mark.parametrize(
    ("given", "asked", "start"),
    [(0, 1, "Given: 0 times. Asked: once."), (7, 1200, "Given: 7 times. Asked: 1,200 times.")],
)
def test_giving_and_asking_is_counted(given: int, asked: int, start: str) -> None:
    assert say_balance(Balance(given=given, asked=asked)).startswith(start)


@pytest.mark.parametrize(
    ("step", "channels", "shown"),
    [
        ("Call again", ("phone",), "Call again, +44 20 7946 0000"),
        ("Send a reminder by e-mail", ("e-mail", "LinkedIn"), "Send a reminder by e-mail"),
        ("Send the slides.", ("e-mail", "LinkedIn"), "Send the slides"),
    ],
)
def test_a_call_shows_the_number(step: str, channels: tuple[Channel, ...], shown: str) -> None:
    person: Person = replace(BUSY.due[0].person, phone="+44 20 7946 0000")
    row: SummaryRow = replace(BUSY.due[0], person=person, next_step=step, channels=channels)

    assert say_step(row) == shown


def test_a_list_that_is_cut_says_so() -> None:
    whole = replace(BUSY, due_count=len(BUSY.due))
    cut = replace(BUSY, due=BUSY.due[:3], due_count=5)
    place = replace(BUSY.due[0].person.place, column=9)
    refreshed = replace(cut, due=tuple(replace(row, done_place=place) for row in cut.due))

    assert due_title(whole) == f"To do now ({len(BUSY.due):,})"
    assert say_more_due(whole) == ""
    assert due_title(cut) == "To do now (3 of 5)"
    assert say_more_due(cut) == "Do these first. Also due: 2 more; see netsheet due."
    assert say_more_due(refreshed).endswith("see the column Netsheet status of your log.")


def test_the_note_on_the_charts_is_there_where_people_are_counted() -> None:
    figures = make_figures(ENGAGEMENT)

    assert "counts each person once" in say_what_charts_count(figures)
    assert say_what_charts_count([figure for figure in figures if figure.kind != "funnel"]) == ""
