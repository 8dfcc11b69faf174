"""Articles to share: who cares about the topics of each, and who has it already."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from netsheet.core.followups.contact_history import History
from netsheet.core.followups.standing import Standing
from netsheet.core.model import Person
from netsheet.core.optional_sheets.resource_rows import Resource
from netsheet.core.practices.recorded_gifts import lines_by_person
from netsheet.core.practices.topic_words import topic_words
from netsheet.core.recording.log_history import RecordedLog
from netsheet.core.text import fold

CARED_ABOUT: Final = ("needs", "details", "industry", "tags")
"""The fields that say what somebody cares about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Somebody who cares about an article: by which words, in which fields; and the day of the last touch with them."""

    person: Person
    words: tuple[str, ...]
    fields: tuple[str, ...]
    last_on: dt.date | None

    def say(self) -> str:
        """Say why: "hospital, rotas (needs)"."""
        return f"{', '.join(self.words)} ({', '.join(self.fields)})"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleShares:
    """One article: who cares about it and does not have it, the most words in common first; and who has it, by name."""

    resource: Resource
    readers: tuple[Reader, ...]
    sent_to: tuple[str, ...]


def compute_shares(
    resources: Sequence[Resource],
    standings: Sequence[Standing],
    facts: Mapping[str, Mapping[str, str]],
    recorded: RecordedLog,
    *,
    today: dt.date,
) -> tuple[ArticleShares, ...]:
    """Find for each article who cares about it, in the order of the sheet.

    Nobody is named whom the user was never in touch with, or whom they closed or parked. Who has an article is what the
    sheet says, and what the history says was given.

    Args:
        resources: the rows of the sheet.
        standings: of everyone in the log.
        facts: for each person the texts of the fields.
        recorded: the log with its history.
        today: the day on which somebody may be parked.
    """
    cared = {
        standing.person.key: list(_cared(facts.get(standing.person.key, {})))
        for standing in standings
        if _is_reader(standing.history, today)
    }
    given = _given(recorded)
    names = {standing.person.key: standing.person.name for standing in standings}
    shares = []
    for resource in resources:
        has_it = {key for named in resource.sent_to for key in named.keys}
        has_it |= {key for key, texts in given.items() if _names(resource, texts)}
        sent_to = [named.text for named in resource.sent_to]
        sent_to += [names[key] for key in given if key in has_it and key in names]
        readers = list(_readers(resource, standings, cared, has_it))
        readers.sort(key=lambda reader: (-len(reader.words), reader.last_on or dt.date.min))
        shares.append(
            ArticleShares(resource=resource, readers=tuple(readers), sent_to=tuple(_each_once(sent_to)))
        )
    return tuple(shares)


def _each_once(names: Sequence[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if (folded := fold(name)) not in seen:
            seen.add(folded)
            yield name


def _is_reader(history: History, today: dt.date) -> bool:
    person = history.person
    is_known = history.has_exchange or person.relationship is not None
    return is_known and not person.is_closed and not person.is_paused(today)


def _cared(texts: Mapping[str, str]) -> Iterator[tuple[str, Mapping[str, str]]]:
    for name in CARED_ABOUT:
        if text := texts.get(name, ""):
            yield name, topic_words(text)


def _given(recorded: RecordedLog) -> dict[str, list[str]]:
    """Return what was given to each person or written to them, as the history names it."""
    return {
        key: [fold(f"{line.subject} {line.note}") for line in lines]
        for key, lines in lines_by_person(recorded, {"gave", "wrote"}).items()
    }


def _names(resource: Resource, texts: Sequence[str]) -> bool:
    wanted = [fold(" ".join(text.split())) for text in (resource.title, resource.link) if text]
    return any(want in text for want in wanted for text in texts)


def _readers(
    resource: Resource,
    standings: Sequence[Standing],
    cared: Mapping[str, Sequence[tuple[str, Mapping[str, str]]]],
    has_it: set[str],
) -> Iterator[Reader]:
    topics = topic_words(" ; ".join(resource.topics) or resource.title)
    for standing in standings:
        person = standing.person
        if person.key in has_it:
            continue
        hits = [(name, topics.keys() & words.keys()) for name, words in cared.get(person.key, ())]
        stems = set().union(*(found for _, found in hits))
        if stems:
            yield Reader(
                person=person,
                words=tuple(word for stem, word in topics.items() if stem in stems),
                fields=tuple(name for name, found in hits if found),
                last_on=standing.history.last_contact_on,
            )
