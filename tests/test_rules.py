"""The rules and the table of actions belong together: none is forgotten where they are put together."""

from __future__ import annotations

import inspect
from itertools import pairwise
from typing import get_args

from netsheet.core.followups import (
    birthdays,
    check_ins,
    congratulations,
    decisions,
    follow_up_dates,
    meetings,
    obligations,
    referrals,
    reminders,
)
from netsheet.core.followups.actions import ACTIONS
from netsheet.core.followups.rules import RULES, RULES_WHEN_CLOSED, RULES_WHILE_PAUSED
from netsheet.core.model import ActionKind
from netsheet.render.summary.people_blocks import MEANINGS
from tests.a_person import a_person, standing
from tests.test_why_of_samples import SAMPLES, opened_sample

MODULES = (
    obligations,
    follow_up_dates,
    meetings,
    referrals,
    reminders,
    birthdays,
    check_ins,
    decisions,
    congratulations,
)
SIGNATURE = {"history": "History", "context": "Context", "return": "Iterator[Action]"}


def test_every_kind_of_action_has_its_rank_and_words() -> None:
    assert set(ACTIONS) == set(get_args(ActionKind))
    assert all(words.rank and all(words[1:]) for words in ACTIONS.values())


def test_every_rule_is_asked() -> None:
    rules = {
        function
        for module in MODULES
        for name, function in vars(module).items()
        if inspect.isfunction(function) and not name.startswith("_") and function.__annotations__ == SIGNATURE
    }

    assert rules == {*RULES, *RULES_WHEN_CLOSED}
    assert set(RULES_WHILE_PAUSED) <= set(RULES)


def test_the_rules_stand_in_the_order_of_their_ranks() -> None:
    met = a_person().promised("CV", by="12 Mar").met("9 Mar").who(birthday=(3, 12))
    silent = a_person().wrote("2 Feb").who(birthday=(3, 12), every_days=10)

    ranks = [[action.rank for action in standing(each, "12 Mar").actions] for each in (met, silent)]

    assert all(earlier < later for each in ranks for earlier, later in pairwise(each))
    assert {ACTIONS[kind].rank for kind in ("promise", "thank", "wish", "nudge")} <= {*ranks[0], *ranks[1]}


def test_every_status_has_a_meaning_on_the_summary_sheet() -> None:
    told = {each.status for sample in SAMPLES for each in opened_sample(sample).standings}

    assert set(MEANINGS) == told | {words.status for words in ACTIONS.values()}
