"""The order in which touches happened, and the order of one day."""

from __future__ import annotations

import datetime as dt

import pytest

from netsheet.core.followups.touch_order import in_order
from tests.a_person import Teller, a_person, on


@pytest.mark.parametrize(
    ("person", "kinds"),
    [
        pytest.param(a_person().wrote("3 Mar").they_replied("4 Mar"), ["message", "reply"], id="by day"),
        pytest.param(a_person().they_replied("3 Mar").wrote("3 Mar"), ["message", "reply"], id="the first message before its answer"),
        pytest.param(a_person().wrote("2 Mar").wrote("3 Mar").they_replied("3 Mar"), ["message", "reply", "message"], id="an awaited answer before the message"),
        pytest.param(a_person().wrote("2 Mar").wrote("3 Mar").they_replied("3 Mar", same_row=True), ["message", "message", "reply"], id="in one row the message before the answer"),
        pytest.param(a_person().thanked("3 Mar").met("3 Mar"), ["meeting", "thanks"], id="a meeting before the thanks for it"),
        pytest.param(a_person().bounced("3 Mar").wrote("3 Mar"), ["message", "bounce"], id="a message before it comes back"),
        pytest.param(a_person().wrote("3 Mar", at=dt.time(17)).they_replied("3 Mar", at=dt.time(9)), ["reply", "message"], id="by time of day where all have one"),
        pytest.param(a_person().wrote("3 Mar").they_replied("", same_row=True).wrote("5 Mar"), ["message", "reply", "message"], id="without a day behind its row"),
        pytest.param(a_person().wrote("3 Mar").wrote("5 Mar").they_replied(""), ["message", "message", "reply"], id="without a day and a row behind all"),
        pytest.param(a_person().wrote("30 Mar").they_replied("3 Mar"), ["reply"], id="nothing that lies ahead"),
    ],
)  # fmt: skip
def test_touches_are_told_in_the_order_they_happened(person: Teller, kinds: list[str]) -> None:
    touches = person.person().touches

    assert [touch.kind for touch in in_order(touches, on("20 Mar"))] == kinds
    assert [touch.kind for touch in in_order(touches[::-1], on("20 Mar"))] == kinds
