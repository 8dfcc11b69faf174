from __future__ import annotations

import datetime as dt
import gc
import time
from dataclasses import replace

import pytest

from netsheet.core.frames import build_frames
from netsheet.core.model import Channel, Person, Place, Settings, Touch
from netsheet.core.numbers.engagement import Engagement, compute_engagement, headline
from netsheet.core.numbers.number_words import (
    format_interval,
    format_rate,
    format_share,
    format_time_to_reply,
    format_verdict,
)
from netsheet.core.numbers.rates import Rate, ValueRate
from netsheet.core.numbers.time_to_reply import TimeToReply

TODAY = dt.date(2026, 3, 16)  # a Monday
OLD, FRESH = 60, 3


def opening(
    number: int,
    *,
    days_ago: int = OLD,
    reply_after: int | None = None,
    channel: Channel | None = "e-mail",
    template: str | None = None,
    **details: object,
) -> Person:
    place = Place(sheet="Log", row=number + 2, column=1)
    on = TODAY - dt.timedelta(days=days_ago)
    touches = [Touch(on=on, direction="out", kind="message", place=place, channel=channel, template=template)]
    touch_details = {
        name: details.pop(name) for name in ("subject", "at", "personal", "intent") if name in details
    }
    touches[0] = replace(touches[0], **touch_details)  # type: ignore[arg-type]
    if reply_after is not None:
        answered_on = on + dt.timedelta(days=reply_after)
        touches.append(Touch(on=answered_on, direction="in", kind="reply", place=place))
    somebody = Person(
        key=f"e:{number}@example.com",
        name=f"Person {number}",
        place=place,
        rows=(place.row,),
        touches=tuple(touches),
    )
    return replace(somebody, **details)  # type: ignore[arg-type]


def some(start: int, replied: int, matured: int, **details: object) -> list[Person]:
    """People of whom ``replied`` of ``matured`` replied two days after an old message."""
    return [
        opening(start + index, reply_after=2 if index < replied else None, **details)  # type: ignore[arg-type]
        for index in range(matured)
    ]


def engagement(people: list[Person], since: dt.date | None = None) -> Engagement:
    frames = build_frames(people, today=TODAY, settings=Settings())
    return compute_engagement(frames, today=TODAY, settings=Settings(), since=since)


def row(result: Engagement, dimension: str, value: str) -> ValueRate:
    return next(one for one in result.by[dimension] if one.value == value)


def rate(replied: int, matured: int, waiting: int = 0) -> Rate:
    people = some(0, replied, matured) + [opening(900 + index, days_ago=FRESH) for index in range(waiting)]
    return engagement(people).overall


def test_an_empty_log_has_no_dimension_and_no_rate() -> None:
    result = engagement([])
    assert (result.overall.sent, result.overall.rate, result.by, result.survival, result.weeks) == (
        0,
        None,
        {},
        (),
        (),
    )


def test_dimensions_without_data_are_absent() -> None:
    assert set(engagement(some(0, 2, 6, channel=None)).by) == {"weekday"}


def test_every_dimension_with_data_is_there() -> None:
    details = {
        "template": "a",
        "subject": "Hello",
        "at": dt.time(8),
        "personal": True,
        "relationship": "warm",
        "source": "Fair",
    }
    assert list(engagement(some(0, 2, 6, **details)).by) == [
        "channel",
        "template",
        "subject",
        "weekday",
        "time_of_day",
        "relationship",
        "warmth",
        "personalised",
        "source",
    ]


def test_what_was_not_logged_has_a_row_without_verdict_and_stands_last() -> None:
    result = engagement(some(0, 1, 9, template="a") + some(20, 30, 30))
    assert [one.value for one in result.by["template"]] == ["a", "not logged"]
    assert {one.verdict for one in result.by["template"]} == {"can't tell yet"}
    assert row(result, "template", "a").others_matured == 0


def test_spellings_that_differ_in_case_and_spaces_are_one_value() -> None:
    people = (
        some(0, 1, 3, template="Alumni")
        + some(10, 0, 1, template=" alumni ")
        + some(20, 0, 2, template="Not logged")
    )
    rows = engagement(people).by["template"]
    assert [(one.value, one.sent) for one in rows] == [("Alumni", 4), ("not logged", 2)]


def test_beyond_twenty_values_those_sent_once_share_a_row() -> None:
    people = [opening(index, subject=f"Subject {index}") for index in range(25)] + some(
        30, 0, 2, subject="Twice"
    )
    rows = engagement(people).by["subject"]
    assert [(one.value, one.sent) for one in rows] == [("Twice", 2), ("other", 25)]


def test_beyond_twenty_values_the_most_often_sent_are_named() -> None:
    people = [
        person
        for number in range(23)
        for person in some(number * 10, 0, 2 + (number > 4), subject=f"S{number}")
    ]
    rows = engagement(people).by["subject"]
    assert len(rows) == 21
    assert {f"S{number}" for number in range(5, 23)} < {one.value for one in rows}
    assert (rows[-1].value, rows[-1].sent) == ("other", 6)


def test_a_subject_that_reads_other_joins_the_row_of_the_others() -> None:
    people = [opening(index, subject=f"Subject {index}") for index in range(25)] + some(
        30, 0, 3, subject="Other"
    )
    assert [(one.value, one.sent) for one in engagement(people).by["subject"]] == [("other", 28)]


def test_up_to_twenty_values_are_all_named_even_those_sent_once() -> None:
    people = [opening(index, subject=f"Subject {index}") for index in range(20)]
    assert len(engagement(people).by["subject"]) == 20


@pytest.mark.parametrize(
    ("at", "label"),
    [
        (dt.time(0, 0), "before 9:00"),
        (dt.time(8, 59), "before 9:00"),
        (dt.time(9, 0), "9:00-12:00"),
        (dt.time(14, 59), "12:00-15:00"),
        (dt.time(17, 0), "15:00-18:00"),
        (dt.time(23, 59), "from 18:00"),
    ],
)
def test_times_fall_into_parts_of_the_day(at: dt.time, label: str) -> None:
    assert [one.value for one in engagement([opening(0, at=at)]).by["time_of_day"]] == [label]


def test_rows_are_ordered_by_the_lower_end_of_the_interval() -> None:
    people = (
        some(0, 5, 5, template="few") + some(10, 30, 36, template="many") + some(60, 3, 3, template="too few")
    )
    assert [one.value for one in engagement(people).by["template"]] == ["many", "few", "too few"]


def test_a_clear_difference_gets_a_verdict_on_both_sides() -> None:
    result = engagement(some(0, 9, 14, template="intro-alumni") + some(20, 6, 31, template="plain"))
    assert [(one.value, one.verdict, one.need_more) for one in result.by["template"]] == [
        ("intro-alumni", "better", None),
        ("plain", "worse", None),
    ]


def test_of_two_values_one_question_is_asked_and_not_two() -> None:
    result = engagement(some(0, 9, 12, template="a") + some(20, 3, 12, template="b"))
    assert row(result, "template", "a").verdict == "better"


def test_among_several_values_the_questions_are_adjusted_for() -> None:
    people = some(0, 9, 12, template="a") + some(20, 1, 6, template="b") + some(40, 2, 6, template="c")
    assert {one.verdict for one in engagement(people).by["template"]} == {"can't tell yet"}


def test_an_open_question_says_how_many_more_sends_would_settle_it() -> None:
    result = engagement(some(0, 4, 20, template="a") + some(30, 12, 40, template="b"))
    assert row(result, "template", "a").need_more == 294 - 20


@pytest.mark.parametrize(("replied", "matured"), [(6, 20), (3, 4)])
def test_equal_rates_and_too_few_sends_leave_nothing_to_reckon_with(replied: int, matured: int) -> None:
    result = engagement(some(0, 6, 20, template="a") + some(30, replied, matured, template="b"))
    assert row(result, "template", "b").need_more is None


def test_below_five_matured_there_is_no_verdict() -> None:
    result = engagement(some(0, 4, 4, template="a") + some(30, 0, 40, template="b"))
    assert {one.verdict for one in result.by["template"]} == {"can't tell yet"}


def test_fresh_replies_alone_make_no_template_better() -> None:
    fresh = [
        opening(index, template="new", days_ago=FRESH, reply_after=1 if index < 8 else None)
        for index in range(20)
    ]
    result = engagement(fresh + some(30, 10, 40, template="old"))
    new = row(result, "template", "new")
    assert (new.replied, new.matured, new.waiting, new.verdict) == (8, 8, 12, "can't tell yet")


def test_a_value_knows_the_one_channel_all_its_messages_went_by() -> None:
    people = (
        some(0, 1, 2, template="a")
        + some(10, 1, 2, template="b")
        + some(20, 1, 2, template="b", channel="phone")
    )
    result = engagement(people)
    assert (row(result, "template", "a").channel, row(result, "template", "b").channel) == ("e-mail", None)


def test_since_leaves_out_older_openings_but_remembers_their_threads() -> None:
    on = TODAY - dt.timedelta(days=20)
    old = opening(0, days_ago=30, template="a")
    nudge = Touch(on=on, direction="out", kind="message", place=old.place, template="nudge")
    result = engagement(
        [replace(old, touches=(*old.touches, nudge)), opening(1, days_ago=10, template="b")], since=on
    )
    assert [(one.value, one.sent) for one in result.by["template"]] == [("b", 1)]
    assert (result.funnel.contacted, len(result.funnel_by_month)) == (1, 1)


def test_sends_without_a_day_are_counted_apart() -> None:
    somebody = opening(0)
    undated = replace(somebody.touches[0], on=None)
    result = engagement([replace(somebody, touches=(*somebody.touches, undated)), opening(1)])
    assert (result.overall.sent, result.undated_sends) == (2, 1)


def test_time_to_reply_leaves_out_bounces_and_replies_of_unknown_day() -> None:
    undated, bounced = opening(90), opening(91)
    reply = Touch(on=None, direction="in", kind="reply", place=undated.place)
    back = Touch(on=TODAY - dt.timedelta(days=OLD), direction="in", kind="bounce", place=bounced.place)
    people = [
        *some(0, 6, 12),
        replace(undated, touches=(*undated.touches, reply)),
        replace(bounced, touches=(*bounced.touches, back)),
    ]
    result = engagement(people)
    assert result.time_to_reply == TimeToReply(
        n=12, replies=6, is_enough=True, median_days=2, low=2, high=None
    )
    assert [step.time for step in result.survival] == [2]


@pytest.mark.parametrize(("replied", "sent"), [(5, 9), (4, 30)])
def test_time_to_reply_is_not_shown_below_ten_openings_or_five_replies(replied: int, sent: int) -> None:
    result = engagement(some(0, replied, sent))
    assert (result.time_to_reply.is_enough, result.time_to_reply.median_days, result.survival) == (
        False,
        None,
        (),
    )
    assert format_time_to_reply(result.time_to_reply) == ""


@pytest.mark.parametrize(
    ("median", "low", "high", "sentence"),
    [
        (5, 2, 9, "Half have a reply within 5 days (likely 2 to 9 days)"),
        (1, 0, None, "Half have a reply within 1 day (too few to be sure: 0 days or more)"),
        (3, 1, None, "Half have a reply within 3 days (too few to be sure: 1 day or more)"),
        (5, None, 9, "Half have a reply within 5 days (likely 5 to 9 days)"),
        (None, 9, None, "Counting those that still wait, fewer than half have a reply so far"),
    ],
)
def test_time_to_reply_in_words(median: int | None, low: int | None, high: int | None, sentence: str) -> None:
    value = TimeToReply(n=20, replies=9, is_enough=True, median_days=median, low=low, high=high)
    assert format_time_to_reply(value) == sentence


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (None, ""),
        (0.0, "0 %"),
        (0.004, "under 1 %"),
        (0.005, "1 %"),
        (0.125, "13 %"),
        (9 / 14, "64 %"),
        (0.9951, "over 99 %"),
        (1.0, "100 %"),
    ],
)
def test_shares_are_written_as_whole_per_cent(share: float | None, text: str) -> None:
    assert format_share(share) == text


def test_intervals_are_written_as_whole_per_cent() -> None:
    assert format_interval(0.3876, 0.8366) == "39-84 %"
    assert format_interval(None, None) == ""


@pytest.mark.parametrize(
    ("replied", "matured", "text"), [(9, 14, "9 of 14 (64 %, 39-84 %)"), (3, 4, "3 of 4"), (0, 0, "0 of 0")]
)
def test_rates_are_written_with_their_counts_and_interval(replied: int, matured: int, text: str) -> None:
    assert format_rate(rate(replied, matured)) == text


@pytest.mark.parametrize(
    ("need_more", "text"),
    [
        (None, "too early to tell"),
        (52, "too early to tell (about 52 more of each would)"),
        (4000, "too early to tell (hardly any difference so far)"),
    ],
)
def test_an_open_verdict_says_what_would_settle_it(need_more: int | None, text: str) -> None:
    result = engagement(some(0, 9, 14, template="a") + some(20, 9, 14, template="b"))
    assert format_verdict(replace(row(result, "template", "a"), need_more=need_more)) == text


def test_the_headline_names_the_template_that_gets_more_replies() -> None:
    people = some(0, 9, 14, template="intro-alumni") + some(20, 6, 31, template="plain")
    assert headline(engagement(people)) == (
        "E-mails with template intro-alumni get more replies: 9 of 14, 39-84 %; others 6 of 31"
    )


def test_the_headline_prefers_what_works_and_what_can_be_chosen() -> None:
    good = some(0, 18, 20, source="Fair", channel="LinkedIn")
    bad = some(30, 2, 20, source="Web", channel="phone")
    assert headline(engagement(good + bad)).startswith("LinkedIn messages get more replies: 18 of 20")


def test_the_headline_names_what_does_worse_when_nothing_does_better() -> None:
    people = [
        *some(0, 6, 12, template="a"),
        *some(20, 6, 12, template="b"),
        *some(40, 6, 12, template="c"),
        *some(60, 0, 14, template="d", channel="phone"),
    ]
    result = engagement(people)
    by = {"template": result.by["template"]}
    assert headline(replace(result, by=by)) == (
        "Phone calls with template d get fewer replies: 0 of 14, 0-22 %; others 18 of 36"
    )


@pytest.mark.parametrize(
    ("good", "bad", "start"),
    [
        ({"personal": True}, {"personal": False}, "Messages with a personal detail get more"),
        ({"at": dt.time(10)}, {"at": dt.time(20)}, "Messages sent 9:00-12:00 get more"),
        ({"days_ago": 62}, {"days_ago": 61}, "Messages sent on a Tuesday get more"),
        ({"referred_by": "Grace Example"}, {}, "Messages to warm contacts get more"),
        ({"source": "Fair"}, {"source": "Web"}, "Messages to people from Fair get more"),
        ({"subject": "x" * 80}, {"subject": "y"}, f'E-mails with subject "{"x" * 57}..." get more'),
    ],
)
def test_the_headline_speaks_of_every_dimension(
    good: dict[str, object], bad: dict[str, object], start: str
) -> None:
    assert headline(engagement(some(0, 18, 20, **good) + some(30, 2, 20, **bad))).startswith(start)


def test_the_headline_speaks_of_ties_where_only_they_differ() -> None:
    people = some(0, 18, 20, relationship="close") + some(30, 2, 20, relationship="warm")
    assert headline(engagement(people)).startswith("Messages to close ties get more replies: 18 of 20")


@pytest.mark.parametrize(
    ("people", "sentence"),
    [
        ([], "No messages logged yet; the numbers start with the first one."),
        (some(0, 3, 4), "Too early to tell what works: 3 of 4 replied so far."),
        (
            [*some(0, 1, 2), opening(9, days_ago=FRESH)],
            "Too early to tell what works: 1 of 2 replied so far; 1 still waiting.",
        ),
        (
            some(0, 9, 14),
            "9 of 14 first messages got a reply (64 %, likely 39-84 %); not enough to compare your approaches yet.",
        ),
        (
            [*some(0, 9, 14), *some(20, 4, 6, channel="LinkedIn")],
            "13 of 20 first messages got a reply (65 %, likely 43-82 %); no difference between your approaches is clear yet.",
        ),
    ],
)
def test_the_headline_is_honest_when_nothing_can_be_told(people: list[Person], sentence: str) -> None:
    assert headline(engagement(people)) == sentence


@pytest.mark.parametrize(("count", "what"), [(1, "1 message is"), (3, "3 messages are")])
def test_the_headline_of_messages_that_all_wait_does_not_speak_of_none_of_none(count: int, what: str) -> None:
    people = [opening(index, days_ago=FRESH) for index in range(count)]
    assert headline(engagement(people)) == f"Too early to tell what works: {what} waiting for a reply."


def test_the_headline_of_messages_that_all_bounced_claims_no_reply() -> None:
    somebody = opening(0)
    back = replace(somebody.touches[0], direction="in", kind="bounce")
    people = [replace(somebody, touches=(*somebody.touches, back))]
    assert headline(engagement(people)) == "Too early to tell what works: every message so far bounced."


def seconds_for(count: int) -> float:
    people = [
        opening(
            index,
            days_ago=index % 900,
            reply_after=index % 20 if index % 2 else None,
            subject=f"s{index % 999}",
        )
        for index in range(count)
    ]
    gc.disable()
    try:
        start = time.process_time()
        engagement(people)
        return time.process_time() - start
    finally:
        gc.enable()


def test_ten_times_the_people_take_about_ten_times_as_long() -> None:
    assert seconds_for(20_000) < 25 * max(seconds_for(2_000), 0.01)
