"""Writes the pages about reading a log: docs/fields.md and docs/findings.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from netsheet.core.columns.aliases import ALIASES
from netsheet.core.columns.fields import FIELDS, Field, Group, Unsettled, ValueKind
from netsheet.core.columns.heading_words import SLOTS
from netsheet.core.finding_kind import SEVERITY_WORDS
from netsheet.core.findings import FINDING_KINDS, FindingKind
from netsheet.core.values.no_contact import common_phrases
from netsheet.core.values.status_words import STATUS_WORDS
from netsheet.core.values.word_lists import (
    CHANNEL_WORDS,
    DIRECTION_WORDS,
    INTENT_WORDS,
    KIND_WORDS,
    RELATIONSHIP_WORDS,
    ROLE_WORDS,
)

_GROUPS: Mapping[Group, str] = {
    "person": "About the person",
    "touch": "About a touch",
    "application": "About an application",
}
_CELLS: Mapping[ValueKind, str] = {
    "text": "any text",
    "name": "a name",
    "date": "a date",
    "follow_up": "a date, or a span such as `in 2 weeks`",
    "yes_no": "yes or no, or the date it happened",
    "word": "a known word",
    "email": "an e-mail address",
    "phone": "a telephone number",
    "linkedin": "a LinkedIn profile",
    "url": "a web address",
    "days": "a number of days, or a span such as `3 months`",
}
_OPEN: Mapping[Unsettled, tuple[str, ...]] = {
    Unsettled.CONTACT: ("name", "email", "phone", "linkedin"),
    Unsettled.LINK: ("linkedin", "website", "job_url", "email"),
    Unsettled.DUE: ("follow_up", "meeting_date"),
    Unsettled.VIA: ("channel", "source"),
    Unsettled.STATE: ("status", "location"),
    Unsettled.TYPE: ("relationship", "channel", "kind"),
    Unsettled.FOLLOW_UP: ("follow_up", "follow_up_done", "next_action"),
}

_FIELDS_HEAD = """\
# Fields

netsheet reads your headings as they are. A heading is understood by its words: case, accents, punctuation, line breaks,
the order of the words and a question mark at the end do not matter, and `Follow-up 2` or `touch_2_date` is the second of
its kind. The lists below are not all: a heading whose words are all known, such as "Date of our last talk", is understood
too, in Czech, Danish, Dutch, English, Finnish, French, German, Greek, Italian, Norwegian, Polish, Portuguese, Russian,
Slovak, Spanish, Swedish, Turkish and Ukrainian. The cells below have the last word: a column whose cells do not fit its heading is not used, and
`netsheet check LOG` says so. In a header of two rows the upper one counts too: `Date` below `Reply` is the day of the
reply, and is called `Reply \u203a Date`.

Where your heading is not understood, say what it is in the sheet Netsheet Settings, or type
`netsheet settings LOG --map "My heading=field"`. Templates and `--json` use the same names.

Dates may be real dates or texts: `2026-03-14`, `14.03.2026`, `14 March 2026`, `14 mars 2026`, with or without a time.
`3/4/2026` is read by the other cells of its column, else by the setting Date order; it is never guessed. Yes is also
`y`, `x`, a check mark, `TRUE`, `sent`, `ja`, `oui`, `sí`, `sim`, `tak`; no is also a cross, a dash, `FALSE`, `not yet`.
Below a heading for addresses the address behind a link's words ("Send mail") is read, and a number that a format shows as
`3 months` means months.
"""

_FINDINGS_HEAD = """\
# Findings

What `netsheet check` and the summary sheet say about cells that could not be understood, by code. A cell **to fix** is one
that netsheet needs and cannot read; a **warning** means that it went on with less; a **note** is for you to know.
Nothing of this stops a refresh.

"""


def fields_page() -> str:
    """Write docs/fields.md: each field, what its cells hold, and the headings that are understood as it."""
    return "".join((_FIELDS_HEAD, *_field_groups(), *_open_headings(), *_further_people(), *_word_lists()))


def _field_groups() -> Iterator[str]:
    for group, title in _GROUPS.items():
        fields = [field for field in FIELDS if field.group == group]
        yield f"\n## {title}\n\n| field | meaning | its cells hold |\n|---|---|---|\n"
        yield from (
            f"| [`{field.name}`](#{field.name}) | {field.meaning} | {_CELLS[field.kind]} |\n"
            for field in fields
        )
    yield "\n## Headings\n\nIn English, German, French, Spanish, Portuguese, Italian, Dutch and Polish, without accents.\n"
    yield from (_headings_of(field) for field in FIELDS)


def _headings_of(field: Field) -> str:
    also = any(field.name in fields for fields in _OPEN.values())
    note = "\nSee also [headings that the cells decide](#headings-that-the-cells-decide).\n" if also else ""
    return f"\n### {field.name}\n\n{_listed(ALIASES.get(field.name, field.name))}\n{note}"


def _open_headings() -> Iterator[str]:
    yield "\n## Headings that the cells decide\n\n| may be | headings |\n|---|---|\n"
    for name, fields in _OPEN.items():
        yield f"| {', '.join(f'`{field}`' for field in fields)} | {_listed(ALIASES[name])} |\n"
    yield f"| `name` and `title` in one cell | {_listed(ALIASES[Unsettled.NAME_AND_TITLE])} |\n"


def _further_people() -> Iterator[str]:
    yield "\n## Two people in one row\n\nThese headings name a second person; with a word behind them (`Recruiter Email`) they\n"
    yield "tell that person's facts.\n\n| person | headings |\n|---|---|\n"
    yield from (f"| {slot} | {_listed(aliases)} |\n" for slot, aliases in SLOTS.items())


def _word_lists() -> Iterator[str]:
    """List the words by field, each under what it is read as."""
    yield "\n## Words\n\nWhat the cells of word columns may say; a word that is not known is a finding with the nearest known one.\n"
    vocabularies: dict[str, Iterable[tuple[str, str]]] = {
        "status, outcome, response, response_type": [
            (meaning, "; ".join((words, *common_phrases().get(meaning, ()))))
            for meaning, words in STATUS_WORDS.items()
        ],
        "channel": [(_joined(channel, kind), words) for channel, kind, words in CHANNEL_WORDS],
        "kind": [(_joined(kind, direction), words) for kind, direction, words in KIND_WORDS],
        "direction": DIRECTION_WORDS.items(),
        "intent": INTENT_WORDS.items(),
        "relationship": [*RELATIONSHIP_WORDS.items(), *ROLE_WORDS.items()],
    }
    for fields, rows in vocabularies.items():
        yield f"\n### Words of {fields}\n\n| read as | words |\n|---|---|\n"
        yield from (f"| {meaning or 'nothing about it'} | {_listed(words)} |\n" for meaning, words in rows)


def _joined(word: str, further: str) -> str:
    return f"{word}, {further}" if further else word


def _listed(aliases: str) -> str:
    return ", ".join(" ".join(alias.split()) for alias in aliases.split(";") if alias.strip()).replace(
        "|", "\\|"
    )


def findings_page() -> str:
    """Write docs/findings.md: one section for each code, in the order of the table."""
    overview = "".join(
        f"| [`{kind.code}`](#{kind.code}) | {SEVERITY_WORDS[kind.severity]} |\n" for kind in FINDING_KINDS
    )
    return f"{_FINDINGS_HEAD}| code | |\n|---|---|\n{overview}" + "".join(map(_section, FINDING_KINDS))


def _section(kind: FindingKind) -> str:
    return (
        f"\n## {kind.code}\n\n**{SEVERITY_WORDS[kind.severity].capitalize()}.** {kind.explanation}\n\n"
        f"It says: {_with_gaps(kind.message)}\n\n"
        f"What to do: {_with_gaps(kind.hint)}\n\n"
        f"Example: {kind.example}\n"
    )


def _with_gaps(sentence: str) -> str:
    """Show the gaps of a sentence as they are filled: {heading} is the user's own."""
    named = sentence.replace("{nearest}", "Use the nearest known spelling, which it names.")
    return named.replace("{", "*").replace("}", "*")
