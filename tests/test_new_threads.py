"""From where reminders are counted: an answer and a day of the user's own begin anew, what is only put off goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.a_person import Teller, a_person, standing
from tests.test_from_day_to_day import days_of

Case = tuple[str, Teller, str, int]
"""What it says, who, today, the number of the reminder that is due; 0 where a decision is."""

CASES: list[Case] = [
    ("a second message is a reminder", a_person().wrote("3 Mar").wrote("10 Mar"), "17 Mar", 2),
    ("one on the user's own day begins anew", a_person().wrote("3 Mar").to_follow_up("10 Mar", set_on="3 Mar").wrote("10 Mar"), "17 Mar", 1),
    ("and so does one after it", a_person().wrote("3 Mar").to_follow_up("10 Mar", set_on="3 Mar").wrote("12 Mar"), "19 Mar", 1),
    ("and one shortly before it", a_person().wrote("3 Mar").to_follow_up("13 Mar", set_on="3 Mar").wrote("10 Mar"), "17 Mar", 1),
    ("also where the day is marked as done", a_person().wrote("3 Mar").to_follow_up("10 Mar", done=True).wrote("10 Mar"), "17 Mar", 1),
    ("the next message is a reminder again", a_person().wrote("3 Mar").to_follow_up("10 Mar", set_on="3 Mar").wrote("10 Mar").wrote("17 Mar"), "24 Mar", 2),
    ("and after two of them comes the decision", a_person().wrote("3 Mar").to_follow_up("10 Mar").wrote("10 Mar").wrote("17 Mar").wrote("24 Mar"), "23 Apr", 0),
    ("each day of the user's own begins anew", a_person().wrote("3 Mar").to_follow_up("10 Mar", set_on="3 Mar").wrote("10 Mar").to_follow_up("17 Mar", set_on="10 Mar").wrote("17 Mar"), "24 Mar", 1),
    ("what was put off goes on", a_person().wrote("3 Mar").snoozed("16 Mar", taken="10 Mar").wrote("16 Mar"), "23 Mar", 2),
    ("a day that the first message met changes nothing", a_person().to_follow_up("2 Mar").wrote("3 Mar").wrote("10 Mar"), "17 Mar", 2),
    ("the answer's one reminder becomes two of a new thread", a_person().they_replied("2 Mar").wrote("3 Mar").to_follow_up("20 Mar", set_on="3 Mar").wrote("20 Mar"), "27 Mar", 1),
]  # fmt: skip


@pytest.mark.parametrize(
    ("person", "today", "number"), [pytest.param(*case[1:], id=case[0]) for case in CASES]
)
def test_reminders_are_counted_from_the_last_new_thread(person: Teller, today: str, number: int) -> None:
    (first, *_) = standing(person, today).actions

    assert first.nudge == number


def test_a_day_that_was_done_counts_when_its_cell_is_emptied(tmp_path: Path) -> None:
    season = """Name | Company | Date contacted | Follow up

2026-03-10
+ Dev Patel | Polar Freight | 2026-02-27 | 2026-03-10

2026-03-11
Dev Patel | Netsheet done | done 10 Mar
Dev Patel | Follow up |

2026-03-17"""

    shown = days_of(season, tmp_path)

    assert shown[-1] == [
        "Dev Patel: Send a reminder (2026-03-17). No reply 5 working days after your message of 10 Mar; reminder 1 of 2."
    ]
