"""Nudges and the decision after them, at every boundary."""

from __future__ import annotations

import pytest

from tests.a_person import Teller, a_person, standing

TODAY_CASES = [
    pytest.param(
        a_person().wrote("3 Mar"),
        "9 Mar",
        ("Waiting", "No reply to your e-mail of 3 Mar yet; nudge 1 of 2 comes up on 10 Mar."),
        id="four working days after an e-mail the wait goes on",
    ),
    pytest.param(
        a_person().wrote("3 Mar"),
        "10 Mar",
        ("Nudge due", "No reply 5 working days after your e-mail of 3 Mar; nudge 1 of 2."),
        id="five working days after an e-mail a nudge is due",
    ),
]


@pytest.mark.parametrize(("person", "today", "expected"), TODAY_CASES)
def test_silence(person: Teller, today: str, expected: tuple[str, str]) -> None:
    result = standing(person, today)

    assert (result.status, result.why) == expected
