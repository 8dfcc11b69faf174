"""A response that is corrected: the history keeps its line, and what the cell says now is heard."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from tests.command_line import run
from tests.playing import play

SEASON: Final = """Name | Date sent | Response

2026-05-04
+ Ann Lee | 2026-05-04 |

2026-05-08
Ann Lee | Response | yes

2026-05-11
Ann Lee | {heading} | {text}
"""
STILL_OWED: Final = "Ann Lee: Answer their message (2026-05-08). They wrote last, between 4 and 8 May."


def last_day(tmp_path: Path, heading: str, text: str) -> list[str]:
    lines = list(play(SEASON.format(heading=heading, text=text), tmp_path))
    return lines[lines.index("== Mon 11 May") + 2 :]


def codes(tmp_path: Path) -> list[str]:
    document = run("check", tmp_path / "log.xlsx", "--json", today="2026-05-11").document
    return [finding["code"] for finding in document["findings"]]


@pytest.mark.parametrize("text", ["No reply yet", "no", "keine Antwort", "still waiting, no answer"])
def test_no_reply_yet_takes_back_the_reply_that_the_response_told_of(tmp_path: Path, text: str) -> None:
    finding, line = last_day(tmp_path, "Response", text)

    assert codes(tmp_path) == ["reply-taken-back"]
    assert finding.startswith("   ! C2: This response says that no reply came")
    assert "row 3" in finding
    assert line.startswith("Ann Lee: Send a reminder (2026-05-11). No reply 5 working days after")


def test_an_emptied_response_says_which_line_to_delete(tmp_path: Path) -> None:
    finding, line = last_day(tmp_path, "Response", "")

    assert codes(tmp_path) == ["reply-kept"]
    assert finding.startswith("   ! C3: Your log no longer says that Ann Lee replied")
    assert line == STILL_OWED


def test_another_answer_takes_nothing_back(tmp_path: Path) -> None:
    assert last_day(tmp_path, "Response", "yes, wants my CV")[-1].startswith("Ann Lee: Answer their message")


def test_after_a_message_of_the_users_no_reply_is_about_that_message(tmp_path: Path) -> None:
    season = (
        SEASON.format(heading="Date sent", text="2026-05-11")
        + "\n2026-05-12\nAnn Lee | Response | no reply yet\n"
    )
    lines = list(play(season, tmp_path))

    assert not any("!" in line for line in lines)
    assert "Nothing came back since your" in lines[-1]
