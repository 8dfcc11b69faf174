"""What headings mean by the notions of their words, in any order and any language: "Datum des letzten Gesprächs".

A heading is understood only when each of its words is known and has its place in a rule; one word that is not, such as
"dog" in "Name of dog", and the heading says nothing here.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from netsheet.core.columns.fields import Unsettled
from netsheet.core.columns.plain_words import plain_words
from netsheet.core.languages.all_languages import LANGUAGES, lines_of

_SHORTEST = 3
_MOST_SPLIT = 4
_DAY = frozenset({"day", "when"})
_FILL, _ENGLISH = "fill", "en"
_RULES = """
company: place where work company
first_name: adjective
name: given family; name family; name given; full name; full; person met; who met
first_name: given; firsttime name
last_name: family
date_applied: process sent day; process day; process when sent
birthday: birth
thank_you: thank
linkedin: linkedin
referral_asked: refer asked
referral_agreed: refer agree; refer status
response_date: answer day; answer when
response_type: answer type; answer status; answer warm; answer result
response: answer
last_contact: last contact; last talk; last message; last sent; last call; last met; last meet; last when
first_contact: firsttime contact; firsttime talk; firsttime message; firsttime sent; firsttime met; firsttime meet; connect since; contact since; connect day; met day
follow_up_count: follow number
follow_up_done: follow done; follow sent
follow_up: follow day; next contact; next talk; next call; next message; next day; again contact; again call
FOLLOW_UP: follow
meeting_date: meet planned; talk planned; call planned; meet day; meet when
date: sent day; sent when; message day; message when; contact day; contact when; call day; call when; talk day; talk when; day
subject: subject
template: template
message: text; message sent; what sent
next_action: next step; next todo; next what; next; todo step; todo what
notes: note; talk what
outcome: result
every: every
industry: branch
id: number
email: mail
phone: phone; number contact
website: web; career web; career page; career link; link company
job_url: link process
owner: owner by
tags: tag
source: source; met where; met how; know where; know how; found where; found how; met; found
referred_by: refer by; refer who; refer; common
relationship: know warm; tie; type contact; type person; warm
priority: rank
owner: owner
name: name person; name contact; person met; who met; who talk; who contact; who; person; person talk; name
company: company; where work; company where
title: title; what work
location: place; place company; address; place where
status: far; status; where process
location: where
channel: way; how contact; how sent; contact by
referral_agreed: refer
first_contact: met
value_received: help gotten; what help; help
value_given: what gave; help gave
meeting_date: meet
date: sent; contact
CONTACT: contact; mail phone
"""
"""Field, and the notions of which one set must be in the heading. Earlier lines win."""
_MAY_BE = """
first_name: name person contact given
last_name: name person
date_applied: sent
birthday: day person
thank_you: message sent done mail contact day
linkedin: page link web person contact
referral_asked: status day
referral_agreed: mine person
response_date: got sent day when person
response_type: got
response: got person contact
last_contact: day when sent message talk call contact mail meet
first_contact: day when sent message talk contact mail firsttime
follow_up_count: message mail sent
follow_up_done: message mail contact day sent
follow_up: contact message call talk day when again
FOLLOW_UP: contact message call again talk mail
meeting_date: day when planned person firsttime
date: message contact call sent talk day when
subject: message mail
template: message used text mail
message: message mail used text sent
next_action: step todo what contact
notes: extra talk call contact person mine note
outcome: talk call contact process last meet
every: days contact talk follow
industry: company type work
id: contact person
email: contact person work address
phone: number contact person work
website: company link career page
job_url: page
source: contact person company process
referred_by: contact person mine who by to
relationship: type level person contact mine company how
priority: level contact company
owner: by
name: name person contact full to given family
company: name label target work contact type
title: company work person name
location: work person
status: process contact person where what how work
channel: contact message person by
value_received: mine gotten person
value_given: mine person to
CONTACT: person company
"""
"""Notions that may come with those of any rule of the field."""


class Rule(NamedTuple):
    """A field, the notions that must be there, and those that may."""

    field: str | Unsettled
    needed: frozenset[str]
    allowed: frozenset[str]


@cache
def fields_of_words(words: tuple[str, ...]) -> tuple[str | Unsettled, ...]:
    """Return the fields that folded words may mean, the likeliest first; none when a word is not known.

    All words are of one language; English ones may be among them, as they are in every language.
    """
    if len("".join(words)) < 2:
        return ()
    found = chain.from_iterable(_fields_in(language, words) for language in _languages_of(words))
    fields = tuple(dict.fromkeys(found))
    if fields or len(words) > _MOST_SPLIT:
        return fields
    split = ((language, _all_split(words, language)) for language in LANGUAGES)
    found = chain.from_iterable(_fields_in(language, parts) for language, parts in split if parts)
    return tuple(dict.fromkeys(found))


def is_day_alone(words: tuple[str, ...]) -> bool:
    """Whether a heading says that the column has days, and not of what: "When", "Datum"."""
    return any(
        all(not _DAY.isdisjoint(_notions(language).get(word, ())) for word in words)
        for language in LANGUAGES
        if words
    )


def _languages_of(words: tuple[str, ...]) -> list[str]:
    """Return the languages that know all words, where need be with English ones; who needs the fewest comes first."""
    english = _notions(_ENGLISH)
    speaking = _speakers()
    languages = set(LANGUAGES)
    for word in words:
        languages &= languages if word in english else speaking.get(word, frozenset())
    borrowed = {
        language: sum(word not in _notions(language) for word in words)
        for language in LANGUAGES
        if language in languages
    }
    return sorted((each for each in borrowed if borrowed[each] < len(words)), key=lambda each: borrowed[each])


def _fields_in(language: str, words: tuple[str, ...]) -> list[str | Unsettled]:
    own, english = _notions(language), _notions(_ENGLISH)
    notions = [own.get(word) or english[word] for word in words]
    meant = [each for each in notions if _FILL not in each]
    if not meant:
        return []
    return [rule.field for rule in grammar_rules() if _is_of(rule, notions, meant)]


def _all_split(words: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Split the words that a language does not know into two it knows; () when that leaves one unknown."""
    own, english = _notions(language), _notions(_ENGLISH)
    parts: list[str] = []
    for word in words:
        if word in own or word in english:
            parts.append(word)
        elif len(two := _split(word, own)) == 2:
            parts += two
        else:
            return ()
    return tuple(parts)


def _split(word: str, known: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """Split a compound into two known words ("mobilnummer", "relations|typ"), with the letters that join them left out."""
    for end in range(len(word) - 2, _SHORTEST - 1, -1):
        if word[end:] in known and (len(word) - end >= _SHORTEST or word.endswith("nr")):
            for joint in ("", "s", "e", "n", "en", "es"):
                start = word[:end].removesuffix(joint)
                if len(start) >= _SHORTEST and start in known:
                    return start, word[end:]
    return (word,)


def _is_of(rule: Rule, notions: list[frozenset[str]], meant: list[frozenset[str]]) -> bool:
    if len(notions) < len(rule.needed) or any(each.isdisjoint(rule.allowed) for each in meant):
        return False
    return all(any(needed in each for each in notions) for needed in rule.needed)


@cache
def grammar_rules() -> tuple[Rule, ...]:
    """Return the rules, the one that wins first."""
    may_be = {field: frozenset(notions) for field, notions in _lines(_MAY_BE)}
    rules = []
    for line in _RULES.strip().splitlines():
        field, _, sets = line.partition(":")
        for needed in (frozenset(each.split()) for each in sets.split(";")):
            meaning = Unsettled[field] if field.isupper() else field
            rules.append(Rule(meaning, needed, needed | may_be.get(field, frozenset())))
    return tuple(rules)


@cache
def _notions(language: str) -> Mapping[str, frozenset[str]]:
    """Map each folded word of a language to the notions it has."""
    found: dict[str, set[str]] = {}
    for notion, words in _lines(LANGUAGES[language]):
        for word in words:
            for part in plain_words(word):
                found.setdefault(part, set()).add(notion)
    return MappingProxyType({word: frozenset(notions) for word, notions in found.items()})


@cache
def _speakers() -> Mapping[str, frozenset[str]]:
    """Map each known word to the languages that have it."""
    found: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for word in _notions(language):
            found.setdefault(word, set()).add(language)
    return MappingProxyType({word: frozenset(languages) for word, languages in found.items()})


def _lines(text: str) -> list[tuple[str, list[str]]]:
    return [(name, words.split()) for name, words in lines_of(text)]
