"""Writes docs/templates.md from the table of variables and the headers of the bundled templates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from netsheet.core.drafts.phrasing import spell_date
from netsheet.core.drafts.requests import DRAFT_CHANNELS, INTENTS, Occasion, TemplateInfo
from netsheet.core.drafts.variables import VARIABLES, Variable
from netsheet.render.templates import load_templates
from netsheet.resources import bundled_templates

_SOURCES = {
    "log": ("From the log", "Also as `person.NAME`. An empty cell is false in `{% if %}`."),
    "history": ("From what happened between you", ""),
    "settings": ("From the Netsheet Settings sheet", ""),
    "given": ("Said when you run it", ""),
    "other": ("About the other person of an introduction", ""),
    "run": ("About the draft itself", ""),
}

_HEAD = """\
# Templates

A template is a text file that ends in `.j2`. It begins with `Key: value` lines, then a blank line, then the message.
Put yours in a folder `templates` next to the workbook (or the one named with `--templates`); they go before the bundled
ones of the same name. `netsheet templates copy NAME templates` gives you one to change, `netsheet templates check` looks
it over.

```
name: coffee
description: Thanks for a coffee
for: thank after meeting
channel: e-mail, LinkedIn
intent: thanks
subject: Coffee {{ met.when }}: thank you
requires: detail, met.when
max_words: 90

{% extends "base.j2" %}
{% block body %}
Thank you for the coffee {{ met.when }}. What I took away: {{ detail | sentence }}
{% endblock %}
```

## The header
"""

_FILTERS = """\
## In the text

* `{% if needs %}…{% endif %}` or `{% if needs is known %}…{% endif %}`: only when there is something to say.
* `detail` is the cell in the column Details as it is, so write there what you would say to them: "your talk on night
  rotas". Where it is empty your note is used, in square brackets, for you to put into words to them. So are the notes, the
  next step and the promise: they are words to yourself.
* `{{ detail | sentence }}` ends a cell's text with a full stop, `{{ detail | clause }}` without one,
  `{{ last_sent.subject | without_re }}` drops "Re:". Also: `capitalize default first last length lower title trim upper`.
* A day is printed as "3 March", with its year when it is not this year's.
* A variable without a value leaves a gap, such as `[what you remember of your talk]`, or `[something you know about them]`
  where no talk is logged. The draft is then *unfinished*: it is written, and netsheet says which cell to fill so that the
  next one is complete.
* The bundled templates say only what your log says, and wishes and offers that anybody can make. They claim no feeling, no
  plan and no memory of yours: those you add.
* `{% extends "base.j2" %}` brings greeting and closing; your own `base.j2` may extend `netsheet/base.j2`. Files whose name
  begins with `_` are pieces to include.
* A line that holds only `{% … %}` leaves no trace in the message.
"""


_LANGUAGES = """\
## Languages

The bundled templates are there in English, German, French and Spanish. A draft is in the language of the person: that of
a column Language, else that of the log, which its headings tell; English where neither says one of the four. A template
has the same name in each language, so that the numbers count it as one approach.

Your own templates go before the bundled ones in every language. One for a single language goes into a folder of that
language, `templates/de`, `templates/fr` or `templates/es`: `netsheet templates copy check-in templates --language de`.
"""


def templates_page() -> str:
    """Write docs/templates.md: the header, the text, every variable, every bundled template."""
    infos = load_templates(bundled_templates()).infos
    parts = [_HEAD, _spell_header(), _FILTERS, _LANGUAGES, "## Variables\n"]
    for source, (title, note) in _SOURCES.items():
        rows = [variable for variable in VARIABLES if variable.source == source]
        parts.append(
            "\n".join([f"### {title}\n", *([f"{note}\n"] if note else []), *_spell_variables(rows), ""])
        )
    parts.append("\n".join(["## Bundled templates\n", *_spell_templates(infos), ""]))
    return "\n".join(parts)


def _spell_header() -> str:
    rows = [
        ("name", "small letters, digits, hyphens; what you log in the Template column"),
        ("description", "one line"),
        (
            "for",
            "kinds of action: `check in`, `nudge 2`, `thank after event`; without it, only chosen by name",
        ),
        ("channel", f"where it can go, the best first: {', '.join(DRAFT_CHANNELS)}"),
        (
            "intent",
            f"one of {', '.join(INTENTS)}; an ask waits for people who should be given something first",
        ),
        ("subject", "needed for e-mail; may hold variables and colons"),
        ("requires", "variables it is made of; the template with fewer of them empty is chosen"),
        ("max_words", "from here on the draft carries a warning; 150 when not said"),
    ]
    return "\n".join(["| key | meaning |", "|---|---|", *(f"| `{key}` | {text} |" for key, text in rows), ""])


def _spell_variables(variables: Sequence[Variable]) -> list[str]:
    rows = [f"| `{item.name}` | {item.meaning} | {_spell_example(item.example)} |" for item in variables]
    return ["| variable | meaning | example |", "|---|---|---|", *rows]


def _spell_example(example: str | int | dt.date) -> str:
    return spell_date(example, today=example) if isinstance(example, dt.date) else str(example)


def _spell_templates(infos: Sequence[TemplateInfo]) -> list[str]:
    rows = [
        f"| `{info.name}` | {info.description} | {_spell_occasions(info.occasions)} | {', '.join(info.channels)} |"
        for info in infos
    ]
    return ["| template | | for | channel |", "|---|---|---|---|", *rows]


def _spell_occasions(occasions: Sequence[Occasion]) -> str:
    return ", ".join(occasion.label for occasion in occasions) or "chosen by name"
