"""What a line ends: written and read back without loss."""

from __future__ import annotations

import datetime as dt
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsheet.core.recording.endings import (
    ENDING_WORDS,
    Ending,
    StepKind,
    ending_of,
    read_endings,
    write_endings,
)

D = dt.date

ENDINGS = st.builds(
    ending_of,
    st.sampled_from(sorted(ENDING_WORDS)),
    st.one_of(st.text(), st.sampled_from(["send it, 2026-03-06", "a, no day", "; ;", ":", "2026-03-06", ", no day"])),
    st.none() | st.dates(min_value=D(1900, 1, 2), max_value=D(2199, 12, 31)),  # the days that a log can hold
)  # fmt: skip


@pytest.mark.parametrize(
    ("ending", "text"),
    [
        (ending_of("promise", "send the article", D(2026, 3, 6)), "promise: send the article, 2026-03-06"),
        (ending_of("promise", "send the article"), "promise: send the article, no day"),
        (ending_of("promise", "send it, 2026-03-06"), "promise: send it, 2026-03-06, no day"),
        (ending_of("promise", "one; two\nthree"), "promise: one, two three, no day"),
        (ending_of("follow_up", on=D(2026, 11, 10)), "follow-up 2026-11-10"),
        (ending_of("thank", on=D(2026, 11, 10)), "thank-you 2026-11-10"),
        (ending_of("thank_referrer"), "thank-you for the referral"),
        (ending_of("decide"), "decide"),
    ],
)
def test_an_ending_is_written_as_a_person_would_read_it(ending: Ending, text: str) -> None:
    assert write_endings((ending,)) == text
    assert read_endings(text) == (ending,)


@pytest.mark.parametrize(
    ("text", "endings"),
    [
        ("", ()),
        (" ; ", ()),
        ("Decide", (ending_of("decide"),)),
        ("FOLLOW-UP 10 Nov 2026", (ending_of("follow_up", on=D(2026, 11, 10)),)),
        ("promise: send the article", (ending_of("promise", "send the article"),)),
        ("promise: by 2026-02-30, 2026-02-30", (ending_of("promise", "by 2026-02-30, 2026-02-30"),)),
        ("promise", (ending_of("promise"),)),
        ("decide; follow-up 2026-11-10", (ending_of("decide"), ending_of("follow_up", on=D(2026, 11, 10)))),
    ],
)
def test_what_a_user_corrected_is_read_too(text: str, endings: tuple[Ending, ...]) -> None:
    assert read_endings(text) == endings


@pytest.mark.parametrize("text", ["folow-up 2026-11-10", "follow-up soon", "promises: x", "decide; nonsense", "follow-up 2026-11-10 or later"])  # fmt: skip
def test_what_is_no_ending_is_not_read(text: str) -> None:
    assert read_endings(text) is None


def test_every_step_has_a_word_of_its_own() -> None:
    kinds = {kind for kind in get_args(StepKind) if isinstance(kind, str)}

    assert set(ENDING_WORDS) == kinds
    assert len(set(ENDING_WORDS.values())) == len(kinds)


@given(st.lists(ENDINGS, max_size=4).map(tuple))
def test_what_is_written_is_read_back(endings: tuple[Ending, ...]) -> None:
    assert read_endings(write_endings(endings)) == endings


@given(st.text())
def test_reading_an_ending_never_raises(text: str) -> None:
    read = read_endings(text)

    assert read is None or read_endings(write_endings(read)) is not None
