"""Every bundled template, written for invented people, reads as it was read aloud (golden/drafts)."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Any

import pytest

from netsheet.core.drafts.closed_questions import is_closed_question
from netsheet.core.drafts.obstacles import list_asks
from netsheet.core.drafts.requests import BlockedDraft, Draft, DraftFilter
from netsheet.core.model import Person, Promise
from netsheet.render.messages import text_bytes
from tests.draft_people import SETTINGS, TODAY, a_person, a_place, a_touch, an_action, bundled, write

GOLDEN = Path(__file__).parent / "golden" / "drafts"
MARCH_3 = dt.date(2026, 3, 3)
ANA = {"first_name": "Ana", "title": "Head of Operations"}
PROFILE = "https://www.linkedin.com/in/ana-example"

STORIES: dict[str, dict[str, Any]] = {
    "intro": {
        "kind": "contact",
        "person": {"company": "Northwind Clinics", "referred_by": "Ben Okafor"},
        "facts": {"details": "you moved the rota planning of three hospitals off paper in one summer"},
    },
    "intro-note": {
        "kind": "contact",
        "person": {"email": "", "linkedin": PROFILE, "company": "Northwind Clinics"},
        "facts": {"details": "your talk on letting nurses plan their own nights"},
    },
    "nudge-1": {
        "kind": "nudge",
        "nudge": 1,
        "person": {"touches": (a_touch(MARCH_3, subject="Your work at Northwind Clinics"),)},
        "facts": {"details": "you planned the night shifts first and the rest around them"},
    },
    "nudge-2": {
        "kind": "nudge",
        "nudge": 2,
        "person": {"touches": (a_touch(dt.date(2026, 2, 24)), a_touch(MARCH_3, subject="Re: Night shifts"))},
        "facts": {
            "details": "nobody else I know has planned nights first",
            "needs": "a junior analyst for spring",
        },
    },
    "nudge-note": {
        "kind": "nudge",
        "nudge": 2,
        "person": {"touches": (a_touch(dt.date(2026, 2, 24)), a_touch(MARCH_3)), "linkedin": PROFILE},
        "facts": {"details": "how you plan the night shifts first"},
    },
    "thank-you-meeting": {
        "kind": "thank",
        "person": {
            "company": "Northwind Clinics",
            "touches": (a_touch(dt.date(2026, 3, 13), "both", "meeting", channel="video"),),
        },
        "facts": {"details": "your advice to spend a night on the ward before building anything"},
    },
    "thank-you-interview": {
        "kind": "thank",
        "person": {
            "company": "Northwind Clinics",
            "touches": (a_touch(dt.date(2026, 3, 12), "both", "interview", channel="in person"),),
        },
        "facts": {
            "details": "a good rota is one that nobody talks about",
            "needs": "a speaker for the May meetup",
        },
    },
    "thank-you-event": {
        "kind": "thank",
        "person": {
            "touches": (a_touch(dt.date(2026, 3, 14), "both", "event", subject="the Leeds analytics meetup"),)
        },
        "facts": {
            "details": "your forecast that is wrong every Monday, and why",
            "needs": "a year of ward data",
        },
    },
    "thank-you-note": {
        "kind": "thank",
        "person": {
            "email": "",
            "linkedin": PROFILE,
            "touches": (a_touch(dt.date(2026, 3, 13), "both", "meeting", channel="in person"),),
        },
        "facts": {"details": "the forecast that is wrong every Monday"},
    },
    "thank-you-referral": {
        "kind": "thank",
        "person": {
            "touches": (a_touch(MARCH_3), a_touch(dt.date(2026, 3, 13), "in", "referral")),
        },
        "facts": {
            "details": "they care more about the handover than about the tool",
            "job_title": "Rota Analyst",
        },
    },
    "referrer-update": {
        "kind": "thank_referrer",
        "person": {"touches": (a_touch(MARCH_3, "in", "reply"),)},
        "others": (
            a_person(
                "Chi Nakamura",
                email="chi@example.com",
                row=5,
                referred_by="Ana López",
                touches=(a_touch(TODAY),),
            ),
        ),
        "facts": {},
    },
    "reply-owed": {
        "kind": "reply",
        "person": {
            "touches": (a_touch(MARCH_3), a_touch(dt.date(2026, 3, 13), "in", "reply", subject="Re: Rotas"))
        },
        "facts": {
            "details": "the ward that plans its own nights",
            "next_action": "I'll call the ward on Thursday",
        },
    },
    "promise-kept": {
        "kind": "promise",
        "person": {
            "promises": (Promise(text="send you the rota template", place=a_place(), made_on=MARCH_3),)
        },
        "facts": {},
        "given": {"link": "https://example.com/rota-template"},
    },
    "check-in": {
        "kind": "check_in",
        "person": {
            "company": "Northwind Clinics",
            "touches": (a_touch(dt.date(2025, 12, 10), "in", "reply"),),
        },
        "facts": {"details": "your plan to let the wards swap shifts among themselves"},
    },
    "check-in-note": {
        "kind": "check_in",
        "person": {"email": "", "linkedin": "ana-example"},
        "facts": {"details": "your plan to let the wards swap shifts among themselves"},
    },
    "share-article": {
        "kind": "check_in",
        "person": {"touches": (a_touch(dt.date(2025, 12, 10), "in", "reply"),)},
        "facts": {"details": "you were looking for numbers on self-rostering"},
        "given": {
            "link": "https://example.com/self-rostering",
            "title": "a study of self-rostering in 40 wards",
        },
    },
    "congratulate": {
        "kind": "check_in",
        "person": {"touches": (a_touch(dt.date(2025, 12, 10), "in", "reply"),)},
        "facts": {"details": "you wanted to run a whole hospital's planning one day"},
        "given": {"news": "your move to head of planning"},
    },
    "birthday": {
        "kind": "wish",
        "due": dt.date(2026, 3, 20),
        "facts": {"details": "you were training for the Coast to Coast walk"},
    },
    "reconnect": {
        "kind": "reconnect",
        "due": None,
        "only": {"kind": "reconnect"},
        "person": {"touches": (a_touch(dt.date(2023, 11, 2), "in", "reply"),)},
        "facts": {"details": "the whiteboard in Leeds that we filled with shift patterns"},
    },
    "ask-interview": {
        "only": {"people": ("Ana",), "template": "ask-interview"},
        "person": {"company": "Northwind Clinics"},
        "facts": {**ANA, "details": "you ask the night shift first when something has to change"},
    },
    "ask-referral": {
        "only": {"people": ("Ana",), "template": "ask-referral"},
        "person": {"company": "Northwind Clinics"},
        "facts": {
            "details": "the way your team hands over a shift",
            "job_title": "Rota Analyst",
            "job_url": "https://example.com/jobs/17",
        },
    },
    "introduce-two": {
        "only": {"people": ("Ana",), "other": "Ben Okafor"},
        "others": (a_person("Ben Okafor", email="ben@example.com", row=4, company="Harbour Data"),),
        "facts": {"details": "you both plan for the day when half the staff is ill"},
    },
    "check-back": {
        "kind": "follow_up",
        "person": {
            "company": "Northwind Clinics",
            "touches": (a_touch(dt.date(2025, 9, 15), "in", "reply"),),
        },
        "facts": {"details": "you expected the budget for the new planning team in spring"},
    },
    "last-note": {
        "kind": "decide",
        "person": {"touches": (a_touch(dt.date(2026, 2, 2), subject="Night shifts"),)},
        "facts": {"details": "how you plan the night shifts first"},
    },
    "last-note-linkedin": {
        "kind": "decide",
        "person": {
            "touches": (a_touch(dt.date(2026, 1, 26)), a_touch(dt.date(2026, 2, 2))),
            "linkedin": PROFILE,
        },
        "facts": {"details": "how you plan the night shifts first"},
    },
}


def tell(name: str) -> Draft | BlockedDraft:
    story = STORIES[name]
    person: Person = a_person(**story.get("person", {}))
    extra = {key: story[key] for key in ("nudge", "due") if key in story}
    action = an_action(person, story["kind"], **extra) if "kind" in story else None
    only = DraftFilter(given=story.get("given", {}), **story.get("only", {}))
    draft: Draft | BlockedDraft = write(
        person, action, facts=story["facts"], others=story.get("others", ()), only=only, settings=SETTINGS
    )
    return draft


@pytest.mark.parametrize("name", sorted(STORIES))
def test_each_template_is_chosen_for_its_story_and_reads_as_it_was_read_aloud(name: str) -> None:
    draft = tell(name)

    assert isinstance(draft, Draft), draft
    assert draft.template == name
    text = text_bytes(draft)
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("NETSHEET_WRITE_GOLDEN") == "1":
        golden.write_bytes(text)
    assert golden.read_bytes().replace(b"\r\n", b"\n") == text


def test_every_bundled_template_has_its_story_and_its_golden_file() -> None:
    names = {info.name for info in bundled().infos}

    assert names == set(STORIES)
    assert {path.stem for path in GOLDEN.glob("*.txt")} == names


@pytest.mark.parametrize("name", sorted(STORIES))
def test_no_draft_asks_twice_or_for_a_yes_or_no_or_carries_filler(name: str) -> None:
    draft = tell(name)

    assert isinstance(draft, Draft)
    asks = list_asks(draft.body)
    assert len(asks) <= 1
    assert not any(is_closed_question(ask) for ask in asks)
    filler = (
        "hope this finds you",
        "hope you are well",
        "just checking in",
        "touch base",
        "circle back",
        "pick your brain",
    )
    assert not [phrase for phrase in filler if phrase in draft.body.lower()]
    assert bool(draft.warnings) is draft.is_unfinished is (name in {"promise-kept", "reply-owed"})
    assert len(draft.body.split()) <= 150
