"""Invented people for the tests of drafts, and short ways to put them into a log."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from netsheet.core.calendar import calendar_of
from netsheet.core.drafts.planning import plan_drafts
from netsheet.core.drafts.requests import Draft, DraftRequest
from netsheet.core.followups.actions import Action
from netsheet.core.followups.contact_history import History, compute_history
from netsheet.core.followups.standing import Standing
from netsheet.core.model import (
    HeadingMatch,
    Log,
    Person,
    Place,
    Settings,
    SheetReading,
    Touch,
)
from netsheet.render.drafts import render_drafts
from netsheet.render.templates import TemplateSet, load_templates

TODAY = dt.date(2026, 3, 16)
BUNDLED = Path(__file__).parent.parent / "templates"
SETTINGS = Settings(
    my_name="Sam Reed",
    my_email="sam@example.com",
    my_pitch="I build rotas and forecasts for hospital teams",
)
FIELDS = (
    "name",
    "company",
    "email",
    "linkedin",
    "phone",
    "details",
    "notes",
    "needs",
    "job_title",
    "do_not_contact",
)


def a_place(row: int = 2, column: int = 1) -> Place:
    return Place(sheet="Log", row=row, column=column)


def a_touch(on: dt.date | None, direction: str = "out", kind: str = "message", **more: Any) -> Touch:  # noqa: ANN401
    values: dict[str, Any] = {"channel": "e-mail", "place": a_place(), **more}
    return Touch(on=on, direction=direction, kind=kind, **values)  # type: ignore[arg-type]


def a_person(name: str = "Ana López", *, row: int = 2, **more: Any) -> Person:  # noqa: ANN401
    email = more.pop("email", "ana@example.com")
    key = more.pop("key", f"e:{email}" if email else f"n:{name}")
    return Person(key=key, name=name, place=a_place(row), rows=(row,), email=email, **more)


def an_action(person: Person, kind: str, **more: Any) -> Action:  # noqa: ANN401
    values: dict[str, Any] = {
        "due": TODAY,
        "why": f"Due: {kind}.",
        "next_step": "",
        "place": person.place,
        "lead_days": 7 if kind == "wish" else 0,
        **more,
    }
    return Action(kind=kind, **values)  # type: ignore[arg-type]


def a_history(person: Person) -> History:
    return compute_history(
        person, today=TODAY, calendar=calendar_of(Settings()), dormant_since=TODAY - dt.timedelta(days=365)
    )


def a_standing(person: Person, *actions: Action) -> Standing:
    return Standing(history=a_history(person), actions=actions, status="Reminder due", why="", tone="due")


def a_log(people: Sequence[Person], facts: Mapping[str, Mapping[str, str]] | None = None) -> Log:
    headings = tuple(
        HeadingMatch(place=a_place(1, column), heading=field.title(), field=field)
        for column, field in enumerate(FIELDS, start=1)
    )
    reading = SheetReading(
        sheet="Log", header_row=1, headings=headings, record_rows=tuple(person.place.row for person in people)
    )
    return Log(reading=reading, people=tuple(people), facts=facts or {})


def bundled() -> TemplateSet:
    return load_templates(BUNDLED)


def write(
    person: Person,
    action: Action | None,
    *,
    templates: TemplateSet | None = None,
    others: Sequence[Person] = (),
    facts: Mapping[str, str] | None = None,
    **more: Any,  # noqa: ANN401
) -> Any:  # noqa: ANN401
    """Plan and render the drafts for one person who has one action; give the first."""
    chosen = templates or bundled()
    people = (person, *others)
    log = a_log(people, {person.key: facts if facts is not None else {"details": "the night rota"}})
    standings = [a_standing(person, *([action] if action else [])), *(a_standing(other) for other in others)]
    options: dict[str, Any] = {"today": TODAY, "settings": SETTINGS, **more}
    planned = plan_drafts(log, standings, chosen.infos, **options)
    return render_drafts(planned, chosen)[0]


def a_draft(**more: Any) -> Draft:  # noqa: ANN401
    values: dict[str, Any] = {
        "person": "e:ana@example.com",
        "name": "Ana López",
        "stem": "ana-lopez",
        "template": "check-in",
        "channel": "e-mail",
        "subject": "A thought",
        "body": "Hi Ana,\n\nThe night rota.\n\nSam",
        "place": a_place(),
        "why": "Due: check_in.",
        "to": "ana@example.com",
        "sender": ("Sam Reed", "sam@example.com"),
        **more,
    }
    return Draft(**values)


def requests(planned: Sequence[object]) -> list[DraftRequest]:
    return [item for item in planned if isinstance(item, DraftRequest)]
