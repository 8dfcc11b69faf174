"""Planning the drafts: for each person on the list one request with everything it takes, or the reason why not.

Pure: reads no template's text and writes nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from netsheet.core.drafts.addresses import linkedin_page
from netsheet.core.drafts.cells_to_fill import (
    find_cells,
    find_unread,
    index_columns,
    place_of_address,
    place_of_fault,
    say_missing,
    say_people_sheet,
    say_unreachable,
    say_unread,
)
from netsheet.core.drafts.choosing import (
    Choice,
    choose_action,
    choose_templates,
    list_channels,
    list_missing,
    list_occasions,
    look_up,
)
from netsheet.core.drafts.languages import Language, language_of_headings, read_language
from netsheet.core.drafts.obstacles import (
    find_bounce,
    find_person_fault,
    find_template_fault,
    say_bounced,
    wants_no_more,
)
from netsheet.core.drafts.phrasing import clean_line
from netsheet.core.drafts.requests import (
    BlockedDraft,
    DraftChannel,
    DraftFilter,
    DraftRequest,
    TemplateInfo,
    UnreadColumn,
    Variables,
    longest_text,
)
from netsheet.core.drafts.stems import spell_stems
from netsheet.core.drafts.variable_values import DraftContext, compute_variables
from netsheet.core.drafts.variables import BY_NAME
from netsheet.core.email import writable_address
from netsheet.core.followups.actions import Action
from netsheet.core.followups.contact_history import History
from netsheet.core.followups.standing import Standing
from netsheet.core.model import Log, Person, Place, Settings, Touch
from netsheet.core.numbers.reciprocity import is_give_first
from netsheet.core.people.people_search import find_people

_EVERYTHING = DraftFilter()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """What every draft of one run is written from."""

    log: Log
    templates: Sequence[TemplateInfo]
    settings: Settings
    only: DraftFilter
    today: dt.date
    stems: Mapping[str, str]
    referred: Mapping[str, Person]
    columns: Mapping[str, Mapping[str, int]]
    unread: Mapping[str, UnreadColumn]
    map_command: str
    language: Language


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """One person on the list, with the action to write for and, for an introduction, the other person.

    ``is_give_first``: they were asked twice and given nothing between, so an ask would be too much now. ``language``: what
    to write to them in.
    """

    history: History
    action: Action | None
    other: Person | None
    is_give_first: bool
    language: Language

    @property
    def person(self) -> Person:
        """Whom the draft is for."""
        return self.history.person


def plan_drafts(
    log: Log,
    standings: Sequence[Standing],
    templates: Sequence[TemplateInfo],
    *,
    today: dt.date,
    settings: Settings,
    only: DraftFilter = _EVERYTHING,
    unread: Mapping[str, UnreadColumn] = MappingProxyType({}),
    map_command: str = "netsheet settings LOG --map",
) -> tuple[DraftRequest | BlockedDraft, ...]:
    """Plan one draft for each person who is due, or whom the user named; the highest ranked first.

    Args:
        log: everything understood of the workbook.
        standings: one for each person, with the actions.
        templates: what can be chosen from.
        today: the day the drafts are for.
        settings: the user's settings.
        only: what the user asked for.
        unread: for each field of addresses a column that looks like it under an unknown heading.
        map_command: the command that makes netsheet read such a column, without the mapping.
    """
    run = _Run(
        log=log,
        templates=templates,
        settings=settings,
        only=only,
        today=today,
        stems=spell_stems(log.people),
        referred=_index_referred(log.people),
        columns=index_columns(log),
        unread=unread,
        map_command=map_command,
        language=language_of_headings(match.heading for match in log.reading.headings),
    )
    planned: list[DraftRequest | BlockedDraft] = []
    count = 0
    for case in _list_cases(standings, run):
        if only.limit is not None and count >= only.limit:
            break
        item = _plan_one(case, run)
        planned.append(item)
        count += isinstance(item, DraftRequest)
    return tuple(planned)


def _list_cases(standings: Sequence[Standing], run: _Run) -> list[_Case]:
    only, by_key = run.only, {standing.person.key: standing.person for standing in standings}
    named = {person.key for text in only.people for person in find_people(run.log.people, text)}
    pairs = _pair(named, find_people(run.log.people, only.other)) if only.other else {}
    wanted = pairs.keys() or named
    cases: list[_Case] = []
    for standing in standings:
        person = standing.person
        if person.key not in wanted if only.is_by_name else not standing.actions:
            continue
        action = choose_action(standing, only, today=run.today)
        if action is None and not only.is_by_name:
            continue
        case = _Case(
            history=standing.history,
            action=action,
            other=by_key.get(pairs.get(person.key, "")),
            is_give_first=not only.anyway and is_give_first(person, today=run.today),
            language=_choose_language(person, run),
        )
        cases.append(case)
    return sorted(cases, key=_urgency)


def _choose_language(person: Person, run: _Run) -> Language:
    """Choose the language to write in: the person's, else the log's, where there are templates in it; else English."""
    facts = run.log.facts.get(person.key, {})
    language = read_language(facts.get("language", "")) or run.language
    return language if any(template.language == language for template in run.templates) else "en"


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


def _plan_one(case: _Case, run: _Run) -> DraftRequest | BlockedDraft:
    person, only = case.person, run.only
    cells = find_cells(person, run.log, run.columns)
    reason = find_person_fault(person)
    if reason:
        return _block(person, None, reason, place_of_fault(person, cells))
    channels = list_channels(case.history, case.action, only)
    bounce = find_bounce(case.history, case.action, only, channels)
    if bounce is not None or not channels:
        return _unreachable(person, bounce, cells, run)
    variables = compute_variables(
        case.history, run.log.facts.get(person.key, {}), _context(case, run, channels[0])
    )
    choice = _choose(case, run, channels, variables)
    if choice is None:
        return _block(person, only.template, _say_no_template(case, run, channels), person.place)
    reason = find_template_fault(case.history, choice.template, is_give_first=case.is_give_first)
    if reason:
        return _block(person, choice.template.name, reason, person.place)
    needed = [name for name in list_missing(choice.template, variables) if _is_needed(name)]
    if needed:
        reason, place = say_missing(needed[0], person.name, cells, person.place)
        return _block(person, choice.template.name, reason, place)
    return _request(case, choice, {**variables, "channel": choice.channel}, cells, run)


def _is_needed(name: str) -> bool:
    """Whether a template makes no sense without a variable; all others leave a gap."""
    return name not in BY_NAME or BY_NAME[name].source == "other"


def _unreachable(person: Person, bounce: Touch | None, cells: Mapping[str, Place], run: _Run) -> BlockedDraft:
    """Say that the address bounced; or that there is none, and where one may be under a heading that was not read."""
    if bounce is not None:
        return _block(person, None, say_bounced(person), bounce.place)
    reason, place = say_unreachable(person, run.only), place_of_address(person, cells, run.only)
    reason += say_people_sheet(person, run.log, cells, run.only)
    column = find_unread(run.unread, cells, run.only)
    if column is not None and person.place.sheet == run.log.reading.sheet:
        reason = f"{reason} {say_unread(column, run.map_command)}"
        place = Place(sheet=person.place.sheet, row=person.place.row, column=column.column)
    return _block(person, None, reason, place)


def _context(case: _Case, run: _Run, channel: DraftChannel) -> DraftContext:
    other = case.other
    return DraftContext(
        action=case.action,
        channel=channel,
        today=run.today,
        settings=run.settings,
        referred=run.referred.get(" ".join(case.person.name.split()).casefold()),
        other=(other, run.log.facts.get(other.key, {})) if other else None,
        given=run.only.given,
        language=case.language,
    )


def _choose(case: _Case, run: _Run, channels: Sequence[DraftChannel], variables: Variables) -> Choice | None:
    templates = [item for item in run.templates if item.language == case.language]
    if run.only.template is not None:
        return _first_way([item for item in templates if item.name == run.only.template], channels)
    if case.other is not None:
        introductions = [item for item in templates if any("other." in name for name in item.requires)]
        return _first_way(introductions, channels)
    occasions = list_occasions(case.history, case.action, today=run.today)
    choices = choose_templates(templates, occasions, channels, variables, is_give_first=case.is_give_first)
    return choices[0] if choices else None


def _first_way(templates: Sequence[TemplateInfo], channels: Sequence[DraftChannel]) -> Choice | None:
    for channel in channels:
        for template in templates:
            if channel in template.channels:
                return Choice(template=template, channel=channel)
    return None


def _request(
    case: _Case, choice: Choice, variables: Variables, cells: Mapping[str, Place], run: _Run
) -> DraftRequest:
    person = case.person
    return DraftRequest(
        person=person.key,
        name=str(variables["name"] or person.key),
        stem=run.stems[person.key],
        template=choice.template,
        channel=choice.channel,
        variables=variables,
        place=person.place,
        why=case.action.why if case.action else "You asked for a draft.",
        today=run.today,
        to=_find_address(person, choice.channel),
        sender=_find_sender(run.settings),
        link=linkedin_page(person.linkedin),
        cells=cells,
        limit=longest_text(choice.channel, run.settings),
        warnings=_list_warnings(case, choice, run),
        company=clean_line(person.company),
        who=_say_who(person),
        notes=_list_notes(variables),
    )


def _say_who(person: Person) -> str:
    """Return what `netsheet done` knows the person by: the address, where there is one, else the name."""
    return writable_address(person.email) or clean_line(person.name)


def _list_notes(variables: Variables) -> tuple[str, ...]:
    names = ("notes", "next_action", "promise.text")
    return tuple(str(value) for name in names if (value := look_up(name, variables)) is not None)


def _find_address(person: Person, channel: DraftChannel) -> str:
    if channel == "text":
        return clean_line(person.phone)
    return writable_address(person.email) if channel == "e-mail" else ""


def _find_sender(settings: Settings) -> tuple[str, str]:
    return settings.my_name, writable_address(settings.my_email)


def _list_warnings(case: _Case, choice: Choice, run: _Run) -> tuple[str, ...]:
    """List what to look at before sending. An answer to a no is due although their state is closed."""
    person, warnings = case.person, []
    if wants_no_more(run.log.facts.get(person.key, {}).get("notes", "")):
        warnings.append("Your note says that they want no more messages. Look at it before you write.")
    if not run.settings.my_name and not run.settings.my_signature and choice.channel != "LinkedIn note":
        warnings.append(
            "Your name is not under the text yet. First fill in “My name” on the sheet Netsheet Settings and run netsheet draft again, then change the text."
        )
    if person.state == "closed" and case.action is None:
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


def _say_no_template(case: _Case, run: _Run, channels: Sequence[DraftChannel]) -> str:
    where, wanted = " or ".join(channels), run.only.template
    if wanted is None:
        what = (case.action.kind if case.action else "check_in").replace("_", " ")
        return f"No template is for “{what}” by {where}."
    if not any(template.name == wanted for template in run.templates):
        return f"There is no template “{wanted}” that can be used."
    return f"The template “{wanted}” is not for {where}, which is how {case.person.name} can be reached."


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
