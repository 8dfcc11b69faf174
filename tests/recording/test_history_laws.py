"""What holds for any history: its order means nothing, a line that is deleted has no effect, and equal lines count once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from netsheet.core.calendar import WorkingCalendar
from netsheet.core.followups.rules import compute_standings
from netsheet.core.followups.standing import Standing
from netsheet.core.model import Log, Person, Settings, SheetReading
from netsheet.core.recording.endings import ending_of
from netsheet.core.recording.history_lines import HistoryLine
from netsheet.core.recording.history_words import HISTORY_WORDS
from netsheet.core.recording.log_history import RecordedLog
from tests.a_person import a_person, on

TODAY = on("27 Nov")
DAYS = st.dates(on("1 Oct"), on("27 Nov"))
PEOPLE = (
    a_person("Ana Silva").wrote("2 Nov").who(company="Acme", key="nc:ana silva|acme").person(),
    a_person("Ben Koch")
    .met("20 Nov")
    .to_follow_up("26 Nov")
    .who(company="Beta", key="nc:ben koch|beta")
    .person(),
    a_person("Cleo Roux")
    .they_replied("24 Nov")
    .promised("the article", by="25 Nov")
    .who(key="n:cleo roux")
    .person(),
)
KEYS = {"Ana Silva": "Ana Silva @ Acme", "Ben Koch": "Ben Koch @ Beta", "Cleo Roux": "Cleo Roux"}
ENDINGS = st.lists(
    st.sampled_from(
        [
            ending_of("follow_up", on=on("26 Nov")),
            ending_of("promise", "the article", on("25 Nov")),
            ending_of("thank", on=on("20 Nov")),
            ending_of("reply", on=on("24 Nov")),
            ending_of("decide"),
        ]
    ),
    max_size=2,
    unique=True,
).map(tuple)


@st.composite
def lines(draw: st.DrawFn) -> HistoryLine:
    who = draw(st.sampled_from(sorted(KEYS)))
    day = draw(DAYS)
    return HistoryLine(
        on=day,
        what=draw(st.sampled_from(HISTORY_WORDS)),
        who=who,
        who_exactly=KEYS[who],
        ends=draw(ENDINGS),
        until=draw(st.none() | st.dates(day, day + dt.timedelta(days=40))),
        since=draw(st.none() | st.just(day - dt.timedelta(days=5))),
    )


def standings(history: Sequence[HistoryLine], people: tuple[Person, ...] = PEOPLE) -> tuple[Standing, ...]:
    reading = SheetReading(sheet="Log", header_row=1, headings=(), record_rows=())
    log = Log(reading=reading, people=people)
    recorded = RecordedLog(read=log, log=log).plus(history, today=TODAY)
    assert recorded.findings == ()
    return compute_standings(
        recorded.log.people, today=TODAY, settings=Settings(), calendar=WorkingCalendar()
    )


def said(history: Sequence[HistoryLine]) -> list[tuple[object, ...]]:
    return [
        (each.status, each.due, each.why, each.next_step, each.history.touch_count)
        for each in standings(history)
    ]


@given(st.lists(lines(), max_size=6), st.randoms())
def test_a_history_with_its_lines_shuffled_means_the_same(history: list[HistoryLine], chance: object) -> None:
    shuffled = list(history)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # random.Random

    assert said(shuffled) == said(history)


@given(st.lists(lines(), max_size=4), lines())
def test_a_line_about_one_person_changes_nobody_else(history: list[HistoryLine], more: HistoryLine) -> None:
    at = sorted(KEYS).index(more.who)
    before, after = said(history), said([*history, more])

    assert before[:at] + before[at + 1 :] == after[:at] + after[at + 1 :]


@given(st.lists(lines(), min_size=1, max_size=4))
def test_lines_that_two_computers_wrote_count_once(history: list[HistoryLine]) -> None:
    assert said([*history, *history]) == said(history)


@given(st.lists(lines(), min_size=1, max_size=4), st.data())
def test_a_touch_of_the_log_that_is_recorded_too_counts_once(
    history: list[HistoryLine], data: st.DataObject
) -> None:
    wrote = HistoryLine(on=on("2 Nov"), what="wrote", who="Ana Silva", who_exactly=KEYS["Ana Silva"])
    number = data.draw(st.integers(0, len(history)))
    counts = [row[-1] for row in said(history)]

    assert [row[-1] for row in said([*history[:number], wrote, *history[number:]])] == counts
