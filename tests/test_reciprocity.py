"""Give and ask: the balance with each person."""

from __future__ import annotations

import pytest

from netsheet.core.numbers.reciprocity import compute_balances, compute_totals, is_give_first
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


def test_a_gift_that_is_logged_twice_counts_once() -> None:
    person = a_person().wrote("1 Mar", intent="give").who(value_given_on=on("1 Mar"))

    (balance,) = compute_balances([person.person()], today=TODAY)

    assert (balance.given, balance.asked) == (1, 0)


def test_totals_add_up_everyone() -> None:
    people = [
        a_person("Ana").wrote("1 Mar", intent="ask").wrote("2 Mar", intent="give"),
        a_person("Ben").wrote("1 Mar", intent="ask").who(value_given_on=on("3 Mar")),
        a_person("Cem").wrote("1 Mar", intent="ask"),
    ]

    balances = compute_balances([person.person() for person in people], today=TODAY)

    assert compute_totals(balances) == {"given": 2, "asked": 3}
    assert [balance.person for balance in balances] == ["n:ana", "n:ben", "n:cem"]
