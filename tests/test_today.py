"""``netsheet today``: what fits into the minutes there are, promises first, and what is left."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsheet.core.calendar import calendar_of
from netsheet.core.followups.day_plan import DayPlan, compute_day_plan, total_minutes
from netsheet.core.followups.due import DueItem, select_due
from netsheet.core.model import Settings
from tests.a_person import Teller, a_person, on, standings
from tests.command_line import copy_of_sample, run

MONDAY = on("16 Mar")
PROMISED = a_person("Ana Promised").met("9 Mar").promised("send the article")
TO_THANK = a_person("Ben Thanked").met("13 Mar")
TO_ANSWER = a_person("Cem Owed").wrote("9 Mar").they_replied("12 Mar")
TO_REMIND = a_person("Dana Silent").wrote("2 Mar")
TO_CALL = a_person("Eva Phone").wrote("9 Mar", by="phone")


def due_items(*people: Teller) -> list[DueItem]:
    found = select_due(
        standings(people, MONDAY),
        today=MONDAY,
        settings=Settings(),
        calendar=calendar_of(Settings()),
        within=0,
    )
    return [item for item in found if item.is_first and item.group == "now"]


def plan(minutes: int, *people: Teller) -> DayPlan:
    return compute_day_plan(due_items(*people), minutes, Settings())


def names(plan: DayPlan) -> tuple[list[str], list[str]]:
    fits, left = ([each.item.person.name.split()[0] for each in part] for part in (plan.fits, plan.left))
    return fits, left


@pytest.mark.parametrize(
    ("minutes", "fits", "left"),
    [
        pytest.param(60, ["Ana", "Ben", "Cem", "Eva", "Dana"], [], id="all fits, the promise first"),
        pytest.param(20, ["Ana"], ["Ben", "Cem", "Eva", "Dana"], id="the promise fills the time"),
        pytest.param(15, ["Ben", "Cem"], ["Ana", "Eva", "Dana"], id="what is too long makes way"),
        pytest.param(30, ["Ana", "Ben", "Dana"], ["Cem", "Eva"], id="a shorter one further down fits"),
        pytest.param(1, [], ["Ana", "Ben", "Cem", "Eva", "Dana"], id="nothing fits"),
    ],
)  # fmt: skip
def test_what_fits_is_chosen_in_the_order_of_the_list(minutes: int, fits: list[str], left: list[str]) -> None:
    assert names(plan(minutes, TO_REMIND, TO_CALL, TO_ANSWER, TO_THANK, PROMISED)) == (fits, left)


def test_a_meeting_takes_none_of_the_minutes() -> None:
    meeting = a_person("Fay Met").who(meetings_ahead=(MONDAY,))

    planned = plan(10, meeting, TO_ANSWER)

    assert names(planned) == (["Cem"], [])
    assert [(each.item.person.name, each.minutes) for each in planned.meetings] == [("Fay Met", 45)]


@given(st.integers(1, 120), st.permutations([TO_REMIND, TO_CALL, TO_ANSWER, TO_THANK, PROMISED]))
def test_the_minutes_are_never_overdrawn_and_nothing_is_lost(minutes: int, people: list[Teller]) -> None:
    planned = plan(minutes, *people)

    assert planned.used_minutes <= minutes
    assert all(planned.used_minutes + each.minutes > minutes for each in planned.left)
    assert total_minutes((*planned.fits, *planned.left)) == 60


def test_the_command_says_what_fits_and_how_long_the_rest_would_take(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    log = copy_of_sample("plain-log.xlsx", tmp_path)

    lines = run("today", log, "--minutes", 25).stdout.splitlines()

    assert lines[0] == "In 25 minutes: 3 of 18 steps, about 25 min."
    assert [name for name in ("Beatriz", "Leila", "Samuel") if any(name in line for line in lines[3:9])] == [
        "Beatriz",
        "Leila",
        "Samuel",
    ]
    assert any(
        line.startswith("For later: 15 more steps, about 117 min: Arthur Nwosu (10 min)") for line in lines
    )


def test_json_has_each_line_of_due_with_its_minutes(tmp_path: Path) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    due = {item["person"]: item for item in run("due", log, "--json").document["items"]}

    planned = run("today", log, "--minutes", 25, "--json").document

    assert (planned["minutes"], planned["minutes_used"], planned["minutes_left"]) == (25, 25, 117)
    assert len(planned["fits"]) + len(planned["left"]) == 18
    for item in (*planned["fits"], *planned["left"]):
        minutes = item.pop("minutes")
        assert minutes > 0
        assert item.items() <= due[item["person"]].items()


def test_with_nothing_due_it_says_what_comes_next(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text(
        "Name,Company,E-mail,Date sent\nAna Ruiz,Birch,ana@example.com,2026-03-13\n", encoding="utf-8"
    )

    assert run("today", log).stdout.startswith("Nothing is due today. Next: Ana Ruiz, 20 Mar.")
