"""The page of ``netsheet stats``: what it says of busy, small and empty logs."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from netsheet.core.frames import build_frames
from netsheet.core.model import Person
from netsheet.core.numbers.engagement import compute_engagement
from netsheet.present.stats_text import show_stats
from netsheet.present.terminal import bar
from tests.a_busy_log import SETTINGS, TODAY, busy_people, summarise
from tests.a_person import a_person, on


def shown(
    people: tuple[Person, ...],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    columns: int = 120,
) -> str:
    monkeypatch.setenv("COLUMNS", str(columns))
    summary = summarise(people)
    show_stats("log.xlsx", summary, summary.engagement)
    return capsys.readouterr().out


def answered(count: int) -> tuple[Person, ...]:
    return tuple(
        replace(a_person().wrote("2 Feb").they_replied("3 Feb").person(), key=f"n:{number}")
        for number in range(count)
    )


def test_an_empty_log_gets_one_kind_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = shown((), capsys, monkeypatch)

    assert text.splitlines() == [
        "log.xlsx  as of 2026-03-16",
        "",
        "No messages logged yet; the numbers start with the first one.",
    ]


def test_below_five_matured_no_percentage_is_printed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = shown(answered(4), capsys, monkeypatch)

    assert "4 of 4" in text
    assert "%" not in text.replace("95 % interval", "")


def test_a_busy_log_shows_bars_intervals_verdicts_the_funnel_and_the_weeks(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = shown(busy_people(300), capsys, monkeypatch)

    assert "█" in text
    assert "─" in text
    for words in (
        "worse",
        "too early to tell (about",
        "can still grow",
        "Week from",
        "You wrote",
        "came back",
    ):
        assert words in text
    assert "Given " in text
    assert "New connections" in text


def test_on_a_narrow_page_the_sends_still_needed_have_a_column(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = shown(busy_people(300), capsys, monkeypatch, columns=80)

    assert "More" in text
    assert "(about" not in text
    assert max(len(line) for line in text.splitlines()) <= 80


def test_no_column_is_cut_where_the_bars_need_more_room_than_there_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answered_them = a_person().wrote("2 Feb").they_replied("3 Feb").person()
    warm = [replace(answered_them, relationship="warm")] * 12
    weak = [answered_them] * 9 + [a_person().wrote("2 Feb").person()] * 3
    waiting = [a_person().wrote("12 Mar").person()] * 4
    people = (*warm, *(replace(person, relationship="weak") for person in weak + waiting))
    people = tuple(replace(person, key=f"n:{number}") for number, person in enumerate(people))

    lines = shown(people, capsys, monkeypatch, columns=80).splitlines()

    headings = [line for line in lines if "Verdict" in line]
    assert {"Relationship", "Warm contact"} <= {line.partition("  ")[0].strip() for line in headings}
    wanted = [
        "More" if any(row.need_more for row in rows) else "Verdict"
        for rows in summarise(people).engagement.by.values()
    ]
    assert [line.split()[-1] for line in headings] == wanted


def test_colours_are_left_out_when_asked(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = shown(answered(6), capsys, monkeypatch)
    monkeypatch.setenv("NO_COLOR", "1")
    plain = shown(answered(6), capsys, monkeypatch)

    colours = re.compile(r"\x1b\[[0-9;]*(38;5;\d+|3[1-7]|9[0-7])m")
    assert colours.search(coloured)
    assert not colours.search(plain)
    assert "█" in plain


def test_sends_without_a_day_and_contacts_of_unknown_direction_are_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    undated = a_person("Undated").wrote("2 Feb").wrote("").person()
    clock = a_person("Clock").touch("3 Mar", "unknown", "message").person()
    people = tuple(replace(person, key=f"n:{person.name}") for person in (undated, clock))

    text = shown(people, capsys, monkeypatch)

    assert "1 message without a date is not counted." in text
    assert "Unclear who" in text


def test_with_since_goals_and_wins_of_today_are_left_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    people = busy_people(60)
    frames = build_frames(people, today=TODAY, settings=SETTINGS)
    since = compute_engagement(frames, today=TODAY, settings=SETTINGS, since=on("1 Mar"))

    show_stats("log.xlsx", summarise(people), since)

    text = capsys.readouterr().out
    assert ", since 2026-03-01" in text
    assert "New connections" not in text


@pytest.mark.parametrize(
    ("share", "high", "drawn"),
    [
        (None, None, ""),
        (0.0, 0.5, "─────"),
        (0.5, None, "█████"),
        (0.5, 0.8, "█████───"),
        (1.0, 1.0, "█" * 10),
    ],
)
def test_a_bar_reaches_to_the_rate_and_its_line_to_the_upper_limit(
    share: float | None, high: float | None, drawn: str
) -> None:
    assert bar(share, high, width=10).plain == drawn
