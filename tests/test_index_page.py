"""The page of drafts as text: complete, self-contained, the same bytes each time."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from netsheet.core.drafts.requests import BlockedDraft, Gap
from netsheet.render.index_page import IndexEntry, index_html
from tests.draft_people import TODAY, a_draft, a_place


def page(*entries: IndexEntry, blocked: tuple[BlockedDraft, ...] = ()) -> str:
    return index_html(entries, blocked, today=TODAY).decode("utf-8")


def test_each_draft_shows_whom_why_where_from_and_the_message() -> None:
    text = page(
        IndexEntry(draft=a_draft(why="No reply after 7 days."), files=("2026-03-16/check-in--ana-lopez.eml",))
    )

    assert "<bdi>Ana López</bdi>" in text
    assert "No reply after 7 days." in text
    assert "Log, row 2, cell A2" in text
    assert "template check-in" in text
    assert "Hi Ana,\n\nThe night rota.\n\nSam" in text
    assert 'href="2026-03-16/check-in--ana-lopez.eml"' in text
    assert "1 draft to finish." in text


@pytest.mark.parametrize(
    ("unfinished", "words"),
    [
        ("n", "1 draft to finish. "),
        ("y", "1 draft to finish, with gaps to fill in. "),
        ("ny", "2 drafts to finish, 1 of them with gaps to fill in. "),
        ("yy", "2 drafts to finish, all with gaps to fill in. "),
    ],
)
def test_the_drafts_with_gaps_are_counted(unfinished: str, words: str) -> None:
    drafts = [a_draft(gaps=(Gap(text="[x]", reason="x"),) if each == "y" else ()) for each in unfinished]

    assert words in page(*(IndexEntry(draft=draft) for draft in drafts))


def test_a_blocked_draft_shows_its_reason_and_its_cell() -> None:
    blocked = BlockedDraft(
        person="n:Bo",
        name="Bo <Lind>",
        template="check-in",
        reason="The detail is empty.",
        place=a_place(7, 6),
    )
    text = page(
        blocked=(blocked, BlockedDraft(person="n:Di", name="Di", template=None, reason="No template."))
    )

    assert "Bo &lt;Lind&gt;" in text
    assert "The detail is empty." in text
    assert "See Log, row 7, cell F7." in text
    assert "2 not written" in text
    assert "No draft is due today." in text


def test_warnings_and_a_kept_file_are_said() -> None:
    text = page(
        IndexEntry(
            draft=a_draft(warnings=("It is not signed.",)), note="You have edited this draft; it is kept."
        )
    )

    assert "<li>It is not signed.</li>" in text
    assert "You have edited this draft; it is kept. Below is what netsheet would write today." in text


def test_a_warning_for_many_drafts_counts_them_and_one_for_few_names_them() -> None:
    def entries(warned: int) -> list[IndexEntry]:
        warnings = [("No name.",) if number < warned else () for number in range(6)]
        return [
            IndexEntry(draft=a_draft(name=f"Ana {number}", warnings=each))
            for number, each in enumerate(warnings)
        ]

    assert "<bdi>Ana 0, Ana 1</bdi>: No name." in page(*entries(2))
    assert "<bdi>5 of 6 drafts</bdi>: No name." in page(*entries(5))
    assert "<bdi>All drafts</bdi>: No name." in page(*entries(6))


def test_a_message_too_long_for_a_link_says_so() -> None:
    assert "too long for a link (1,800 characters)" in page(IndexEntry(draft=a_draft(body="x" * 3000)))
    assert '<p class="hint long">' in page(IndexEntry(draft=a_draft(body="x" * 3000)))
    assert '<p class="hint long" hidden>' in page(IndexEntry(draft=a_draft()))


def test_the_page_loads_nothing_and_its_policy_names_its_own_style_and_script() -> None:
    text = page(IndexEntry(draft=a_draft()))

    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, flags=re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in text or f"{tag}-src 'sha256-{digest}'" in text
    assert "default-src 'none'" in text
    assert not re.findall(r"""(?:src|href|action)=["'](?!#|mailto:|\d{4}-)[^"']*""", text)
    assert not re.findall(r"url\(|@import|fetch\(|XMLHttp", text)


def test_the_same_drafts_give_the_same_bytes() -> None:
    entries = [IndexEntry(draft=a_draft()), IndexEntry(draft=a_draft(template="nudge-1"))]

    assert index_html(entries, (), today=TODAY) == index_html(entries, (), today=TODAY)
