"""The count of ``make torture`` is honest: what was lost, or not tried at all, is said and fails the run."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.torture import __main__ as torture
from tests.torture import rivals
from tests.torture.tally import Tally


def counted(*faults: str | None) -> Tally:
    tally = Tally(name="a chapter")
    for number, fault in enumerate(faults):
        tally.count(fault, refused=number % 2 == 1, what=f"trial {number}")
    return tally


def skipped(reason: str) -> Tally:
    return Tally(name="another chapter", may_be_untried=reason)


@pytest.mark.parametrize(
    ("tallies", "exit_code", "said"),
    [
        ([counted(None, None)], 0, "2 trials"),
        ([counted(None, None, "the file is gone")], 1, "LOST  trial 2: the file is gone"),
        ([counted(None), counted()], 1, "NOT TRIED"),
        ([counted(None), skipped("no office")], 0, "NOT TRIED  no office"),
        ([skipped("no office")], 1, "NOT TRIED  no office"),
        ([], 1, "0 trials"),
    ],
)
def test_a_run_passes_only_when_all_was_tried_and_nothing_lost(
    tallies: list[Tally],
    exit_code: int,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("tests.torture.child.warm_up", lambda: None)
    chapter = SimpleNamespace(chapter=lambda _folder, short: tallies if short else [])
    monkeypatch.setattr(torture, "import_module", lambda _name: chapter)

    assert torture.main(["--short", "crash"]) == exit_code

    assert said in capsys.readouterr().out


def test_a_lost_trial_is_counted_and_named() -> None:
    tally = counted(None, None, "the file is gone")

    assert (tally.tried, tally.survived, tally.refused) == (3, 1, 1)
    assert tally.lost == ["trial 2: the file is gone"]


def test_an_office_that_is_demanded_and_missing_fails_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rivals, "soffice", lambda: None)
    monkeypatch.setenv("NETSHEET_REQUIRE_LIBREOFFICE", "0")
    assert "not installed" in rivals.office_has_it(Path("nowhere")).may_be_untried
    monkeypatch.setenv("NETSHEET_REQUIRE_LIBREOFFICE", "1")
    assert rivals.office_has_it(Path("nowhere")).may_be_untried == ""
