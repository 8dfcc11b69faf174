"""Who led to whom: the tree of referrals, what came of each, and who has not been thanked."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from netsheet.core.practices.referral_tree import ReferralTree, compute_referral_tree
from tests.a_person import Teller, a_person, on

TODAY = on("16 Mar")
Change = Callable[[Teller], Teller]


def log_of(**referred_by: str) -> dict[str, Teller]:
    """People whose rows were written on 1 Mar: ``log_of(Ana="", Ben="Ana")`` has Ana, and Ben whom she referred."""
    return {
        name: a_person(name).who(referred_by=by, recorded_on=on("1 Mar")) for name, by in referred_by.items()
    }


def tree_of(people: dict[str, Teller]) -> ReferralTree:
    return compute_referral_tree([teller.person() for teller in people.values()], today=TODAY)


def drawn(tree: ReferralTree) -> list[str]:
    return ["  " * line.depth + line.name for line in tree.lines]


@pytest.mark.parametrize(
    ("referred_by", "expected"),
    [
        pytest.param({"Ana": "", "Ben": ""}, [], id="nobody was referred"),
        pytest.param({"Ana": "", "Ben": "Ana"}, ["Ana", "  Ben"], id="one led to another"),
        pytest.param({"Ben": " ANA ", "Ana": ""}, ["Ana", "  Ben"], id="in any order and spelling"),
        pytest.param(
            {"Ana": "", "Ben": "Ana", "Chi": "Ben", "Dan": "Ana"},
            ["Ana", "  Ben", "    Chi", "  Dan"],
            id="chains and several",
        ),
        pytest.param(
            {"Ben": "Wei", "Chi": "wei"}, ["Wei", "  Ben", "  Chi"], id="a name that is not in the log"
        ),
        pytest.param({"Ana": "Ana"}, [], id="who names themselves"),
        pytest.param({"Ana": "Ben", "Ben": "Ana"}, ["Ana", "  Ben"], id="a circle of two"),
        pytest.param(
            {"Ana": "Chi", "Ben": "Ana", "Chi": "Ben", "Dan": "Chi"},
            ["Ana", "  Ben", "    Chi", "      Dan"],
            id="a circle of three with a branch",
        ),
    ],
)
def test_each_person_stands_once_below_the_one_who_led_to_them(
    referred_by: dict[str, str], expected: list[str]
) -> None:
    assert drawn(tree_of(log_of(**referred_by))) == expected


def test_only_the_first_of_a_circle_is_marked() -> None:
    tree = tree_of(log_of(Ana="Ben", Ben="Ana"))

    assert [line.is_circle for line in tree.lines] == [True, False]
    assert [line.referred_by for line in tree.lines] == ["Ben", "Ana"]


def test_a_referrer_whom_several_people_are_called_like_is_not_guessed() -> None:
    ana, ben = log_of(Ana="", Ben="Ana").values()
    other = replace(ana.person(), key="n:another ana")

    tree = compute_referral_tree([ana.person(), other, ben.person()], today=TODAY)

    assert [(line.name, line.person is None, line.is_ambiguous) for line in tree.lines] == [
        ("Ana", True, True),
        ("Ben", False, False),
    ]
    assert tree.not_thanked == ()


@pytest.mark.parametrize(
    ("ben", "expected"),
    [
        (lambda ben: ben, "not contacted yet"),
        (lambda ben: ben.wrote("2 Mar"), "no reply yet to your message of 2 Mar"),
        (lambda ben: ben.wrote("2 Mar").they_replied("4 Mar"), "replied on 4 Mar"),
        (lambda ben: ben.wrote("2 Mar").they_replied(), "replied"),
        (lambda ben: ben.wrote("2 Mar").they_replied("4 Mar").met("9 Mar"), "you talked on 9 Mar"),
        (lambda ben: ben.wrote("2 Mar").met("20 Mar"), "no reply yet to your message of 2 Mar"),
        (lambda ben: ben.wrote("2 Mar").who(state="closed"), "no reply yet to your message of 2 Mar; closed"),
    ],
    ids=["collected", "wrote", "replied", "replied some day", "met", "will meet", "closed"],
)
def test_the_tree_says_what_came_of_a_referral(ben: Change, expected: str) -> None:
    people = log_of(Ana="", Ben="Ana")
    people["Ben"] = ben(people["Ben"])

    came_of = tree_of(people).lines[1].came_of

    assert came_of is not None
    assert came_of.say(TODAY) == expected


@pytest.mark.parametrize(
    ("ana", "is_thanked"),
    [
        (lambda ana: ana, False),
        (lambda ana: ana.wrote("3 Mar"), False),
        (lambda ana: ana.thanked("28 Feb"), False),
        (lambda ana: ana.thanked("1 Mar"), True),
        (lambda ana: ana.thanked(), True),
        (lambda ana: ana.wrote("10 Mar"), True),
        (lambda ana: ana.wrote("9 Mar"), True),
        (lambda ana: ana.wrote("8 Mar"), False),
        (lambda ana: ana.thanked("17 Mar"), False),
    ],
    ids=[
        "nothing",
        "a message before the answer",
        "thanks before the referral",
        "thanks on its day",
        "thanks on some day",
        "a message after the answer",
        "a message on its day",
        "a message on the day before",
        "thanks still to come",
    ],
)
def test_a_referrer_is_thanked_with_thanks_or_with_word_of_the_answer(
    ana: Change, *, is_thanked: bool
) -> None:
    people = log_of(Ana="", Ben="Ana")
    people["Ana"] = ana(people["Ana"])
    people["Ben"].wrote("2 Mar").they_replied("9 Mar")

    tree = tree_of(people)

    assert tree.lines[0].is_thanked is is_thanked
    assert [each.referrer.name for each in tree.not_thanked] == ([] if is_thanked else ["Ana"])


def test_nobody_is_to_thank_who_wants_no_contact() -> None:
    people = log_of(Ana="", Ben="Ana")
    people["Ana"].who(do_not_contact=True)

    assert tree_of(people).not_thanked == ()


def test_a_chain_of_a_hundred_thousand_is_walked_in_a_few_seconds() -> None:
    names = [f"P{number}" for number in range(100_000)]
    first = a_person("P0").person()
    people = [
        replace(first, key=name, name=name, referred_by=by)
        for name, by in zip(names, ["", *names[:-1]], strict=True)
    ]

    began = time.monotonic()
    tree = compute_referral_tree(people, today=TODAY)

    assert tree.lines[-1].depth == 99_999
    assert time.monotonic() - began < 10
