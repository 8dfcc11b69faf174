"""Give and ask: how often a person was asked since something was last given."""

from __future__ import annotations

import pytest

from netsheet.core.numbers.reciprocity import count_asks_in_a_row, is_give_first
from tests.a_person import Teller, a_person, on

TODAY = on("20 Mar")


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        pytest.param(a_person().wrote("1 Mar", intent="ask"), False, id="one ask"),
        pytest.param(a_person().wrote("1 Mar", intent="ask").wrote("2 Mar", intent="ask"), True, id="two asks in a row"),
        pytest.param(a_person().wrote("1 Mar", intent="ask").wrote("2 Mar", intent="give").wrote("3 Mar", intent="ask"), False, id="something given between"),
        pytest.param(a_person().wrote("1 Mar", intent="ask").wrote("2 Mar", intent="ask").wrote("3 Mar", intent="give"), False, id="something given after"),
        pytest.param(a_person().wrote("1 Mar", intent="ask").wrote("2 Mar", intent="thanks").wrote("3 Mar", intent="ask"), True, id="thanks are no gift"),
        pytest.param(a_person().wrote("1 Mar", intent="ask").wrote("5 Mar", intent="ask").who(value_given_on=on("2 Mar")), False, id="a logged gift between"),
        pytest.param(a_person().wrote("1 Mar", intent="ask").wrote("5 Mar", intent="ask").who(value_given_on=on("25 Mar")), True, id="a gift still ahead"),
        pytest.param(a_person().wrote("1 Mar", intent="ask").wrote("25 Mar", intent="ask"), False, id="an ask still ahead"),
        pytest.param(a_person().wrote("1 Mar", intent="ask").touch("2 Mar", "in", "reply", intent="ask"), False, id="their asks do not count"),
        pytest.param(a_person().wrote("1 Mar").wrote("2 Mar"), False, id="purposes not logged"),
        pytest.param(a_person().wrote("1 Mar", intent="ask").wrote("", intent="ask"), True, id="an ask without a day comes last"),
    ],
)  # fmt: skip
def test_giving_comes_first_after_two_asks(person: Teller, expected: bool) -> None:  # noqa: FBT001 - the table's column
    assert is_give_first(person.person(), today=TODAY) is expected


def test_asks_are_counted_from_the_last_gift_on_and_one_of_its_day_comes_before_it() -> None:
    person = (
        a_person().wrote("1 Mar", intent="ask").wrote("2 Mar", intent="give").wrote("2 Mar", intent="ask")
    )

    later = person.wrote("3 Mar", intent="ask").wrote("4 Mar", intent="ask").wrote("5 Mar", intent="ask")

    assert count_asks_in_a_row(later.person(), today=TODAY) == 3
    assert count_asks_in_a_row(later.person(), today=on("2 Mar")) == 0
