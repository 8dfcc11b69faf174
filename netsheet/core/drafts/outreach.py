"""Planning the drafts: for each person on the list one request with everything it takes, or the reason why not.

Pure: reads no template's text and writes nothing.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from netsheet.core.drafts.addresses import linkedin_page, split_email
from netsheet.core.drafts.cells_to_fill import (
    find_cells,
    index_columns,
    place_of_address,
    place_of_fault,
    say_missing,
    say_unreachable,
)
from netsheet.core.drafts.choosing import (
    Choice,
    choose_action,
    choose_templates,
    list_channels,
    list_missing,
    list_occasions,
)
from netsheet.core.drafts.obstacles import find_person_fault, find_template_fault
from netsheet.core.drafts.phrasing import clean_line, spell_mark, spell_stem
from netsheet.core.drafts.requests import (
    BlockedDraft,
    DraftChannel,
    DraftFilter,
    DraftRequest,
    TemplateInfo,
    Variables,
    longest_text,
)
from netsheet.core.drafts.variable_values import Surroundings, compute_variables
from netsheet.core.drafts.whom import find_people
from netsheet.core.followups.rhythm import lead_days
from netsheet.core.model import Action, Log, Person, Place, Settings, Standing

_EVERYTHING = DraftFilter()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """What every draft of one run is written from."""

    log: Log
    templates: Sequence[TemplateInfo]
    settings: Settings
    only: DraftFilter
    today: dt.date
    give_first: frozenset[str]
    stems: Mapping[str, str]
    referred: Mapping[str, Person]
    columns: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """One person on the list, with the action to write for and, for an introduction, the other person."""

    person: Person
    action: Action | None
    other: Person | None
    is_give_first: bool


def plan_drafts(
    log: Log,
    standings: Sequence[Standing],
    templates: Sequence[TemplateInfo],
    *,
    today: dt.date,
    settings: Settings,
    give_first: Collection[str] = (),
    only: DraftFilter = _EVERYTHING,
) -> tuple[DraftRequest | BlockedDraft, ...]:
    """Plan one draft for each person who is due, or whom the user named; the highest ranked first.

    Args:
        log: everything understood of the workbook.
        standings: where each person stands, with the actions.
        templates: what can be chosen from.
        today: the day the drafts are for.
        settings: the user's settings.
        give_first: keys of people who were asked twice and given nothing between.
        only: what the user asked for.
    """
    desk = _Desk(
        log=log,
        templates=templates,
        settings=settings,
        only=only,
        today=today,
        give_first=frozenset() if only.anyway else frozenset(give_first),
        stems=_spell_stems(log.people),
        referred=_index_referred(log.people),
        columns=index_columns(log),
    )
    planned: list[DraftRequest | BlockedDraft] = []
    count = 0
    for case in _list_cases(standings, desk):
        if only.limit is not None and count >= only.limit:
            break
        item = _plan_one(case, desk)
        planned.append(item)
        count += isinstance(item, DraftRequest)
    return tuple(planned)


def _list_cases(standings: Sequence[Standing], desk: _Desk) -> list[_Case]:
    only, by_key = desk.only, {person.key: person for person in desk.log.people}
    named = {person.key for text in only.people for person in find_people(desk.log.people, text)}
    pairs = _pair(named, find_people(desk.log.people, only.other)) if only.other else {}
    wanted = pairs.keys() or named
    cases: list[_Case] = []
    for standing in standings:
        if standing.person not in wanted if only.is_by_name else not standing.actions:
            continue
        person = by_key[standing.person]
        lead = lead_days(person, desk.settings)
        action = choose_action(standing, only, today=desk.today, lead_days=lead)
        if action is None and not only.is_by_name:
            continue
        case = _Case(
            person=person,
            action=action,
            other=by_key.get(pairs.get(standing.person, "")),
            is_give_first=standing.person in desk.give_first,
        )
        cases.append(case)
    return sorted(cases, key=_urgency)


def _pair(named: Collection[str], others: Sequence[Person]) -> dict[str, str]:
    """Pair the one person named with the one to introduce them to, both ways round."""
    rest = [person.key for person in others if person.key not in named]
    if len(named) != 1 or len(rest) != 1:
        return {}
    (one,) = named
    return {one: rest[0], rest[0]: one}


def _urgency(case: _Case) -> tuple[int, dt.date, int]:
    rank, due = (case.action.rank, case.action.due) if case.action else (99, None)
    return rank, due or dt.date.max, case.person.place.row


def _plan_one(case: _Case, desk: _Desk) -> DraftRequest | BlockedDraft:
    person, only = case.person, desk.only
    cells = find_cells(person, desk.log, desk.columns)
    reason = find_person_fault(person)
    if reason:
        return _block(person, None, reason, place_of_fault(person, cells))
    channels = list_channels(person, case.action, only)
    if not channels:
        return _block(person, None, say_unreachable(person, only), place_of_address(person, cells, only))
    variables = compute_variables(
        person, desk.log.facts.get(person.key, {}), _surround(case, desk, channels[0])
    )
    choice = _choose(case, desk, channels, variables)
    if choice is None:
        return _block(person, only.template, _say_no_template(case, desk, channels), person.place)
    reason = find_template_fault(person, choice.template, is_give_first=case.is_give_first)
    if reason:
        return _block(person, choice.template.name, reason, person.place)
    missing = list_missing(choice.template, variables)
    if missing:
        reason, place = say_missing(missing[0], person.name, cells, person.place)
        return _block(person, choice.template.name, reason, place)
    return _request(case, choice, {**variables, "channel": choice.channel}, cells, desk)


def _surround(case: _Case, desk: _Desk, channel: DraftChannel) -> Surroundings:
    other = case.other
    return Surroundings(
        action=case.action,
        channel=channel,
        today=desk.today,
        settings=desk.settings,
        referred=desk.referred.get(" ".join(case.person.name.split()).casefold()),
        other=(other, desk.log.facts.get(other.key, {})) if other else None,
        given=desk.only.given,
    )


def _choose(
    case: _Case, desk: _Desk, channels: Sequence[DraftChannel], variables: Variables
) -> Choice | None:
    if desk.only.template is not None:
        return _first_way([item for item in desk.templates if item.name == desk.only.template], channels)
    if case.other is not None:
        introductions = [item for item in desk.templates if any("other." in name for name in item.requires)]
        return _first_way(introductions, channels)
    occasions = list_occasions(case.person, case.action, today=desk.today)
    choices = choose_templates(
        desk.templates, occasions, channels, variables, is_give_first=case.is_give_first
    )
    return choices[0] if choices else None


def _first_way(templates: Sequence[TemplateInfo], channels: Sequence[DraftChannel]) -> Choice | None:
    for channel in channels:
        for template in templates:
            if channel in template.channels:
                return Choice(template=template, channel=channel)
    return None


def _request(
    case: _Case, choice: Choice, variables: Variables, cells: Mapping[str, Place], desk: _Desk
) -> DraftRequest:
    person = case.person
    return DraftRequest(
        person=person.key,
        name=str(variables["name"] or person.key),
        stem=desk.stems[person.key],
        template=choice.template,
        channel=choice.channel,
        variables=variables,
        place=person.place,
        why=case.action.why if case.action else "You asked for a draft.",
        today=desk.today,
        to=_find_address(person, choice.channel),
        sender=_find_sender(desk.settings),
        link=linkedin_page(person.linkedin),
        cells=cells,
        limit=longest_text(choice.channel, desk.settings),
        warnings=_list_warnings(person, choice, variables, desk),
    )


def _find_address(person: Person, channel: DraftChannel) -> str:
    if channel == "text":
        return clean_line(person.phone)
    return "@".join(split_email(person.email) or ()) if channel == "e-mail" else ""


def _find_sender(settings: Settings) -> tuple[str, str]:
    address = split_email(settings.my_email)
    return settings.my_name, "@".join(address) if address else ""


def _list_warnings(person: Person, choice: Choice, variables: Variables, desk: _Desk) -> tuple[str, ...]:
    warnings = []
    if not variables["details"] and variables["notes"] and "detail" in choice.template.requires:
        warnings.append(
            "Your note stands in square brackets: put it into words to them. What is in a column “Details” is used as it stands."
        )
    if not desk.settings.my_name and not desk.settings.my_signature and choice.channel != "LinkedIn note":
        warnings.append("It is not signed: fill in “My name” on the Netsheet Settings sheet.")
    if person.standpoint == "closed":
        warnings.append("Your log says that this contact is closed.")
    return tuple(warnings)


def _block(person: Person, template: str | None, reason: str, place: Place | None) -> BlockedDraft:
    return BlockedDraft(
        person=person.key,
        name=clean_line(person.name),
        template=template,
        reason=clean_line(reason),
        place=place,
    )


def _say_no_template(case: _Case, desk: _Desk, channels: Sequence[DraftChannel]) -> str:
    where, wanted = " or ".join(channels), desk.only.template
    if wanted is None:
        what = (case.action.kind if case.action else "check_in").replace("_", " ")
        return f"No template is for “{what}” by {where}."
    if not any(template.name == wanted for template in desk.templates):
        return f"There is no template “{wanted}” that can be used."
    return f"The template “{wanted}” is not for {where}, which is how {case.person.name} can be reached."


def _spell_stems(people: Sequence[Person]) -> dict[str, str]:
    """Spell each person's half of a file name; people of the same name, or of no Latin name, carry a mark."""
    stems = {person.key: spell_stem(person.name) for person in people}
    counts = Counter(stems.values())
    return {
        key: stem if stem and counts[stem] == 1 else f"{stem or 'person'}-{spell_mark(key)}"
        for key, stem in stems.items()
    }


def _index_referred(people: Sequence[Person]) -> dict[str, Person]:
    """Map each referrer's name to the person they pointed to and who was contacted last."""
    referred: dict[str, Person] = {}
    newest: dict[str, dt.date] = {}
    for person in people:
        if not person.referred_by:
            continue
        name = " ".join(person.referred_by.split()).casefold()
        on = max(
            (touch.on for touch in person.touches if touch.on and touch.direction == "out"),
            default=dt.date.min,
        )
        if name and on >= newest.get(name, dt.date.min):
            referred[name], newest[name] = person, on
    return referred
