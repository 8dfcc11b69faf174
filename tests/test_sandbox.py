"""What a template cannot do: reach Python, read files, run without end, fill the memory, print nothing."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest

from netsheet.core.drafts.requests import BlockedDraft, Draft
from netsheet.render.templates import TemplateSet, load_templates
from tests.draft_people import BUNDLED, TODAY, a_person, an_action, write

HEADER = "name: mine\ndescription: a test\nfor: check in\nchannel: e-mail\nintent: give\nsubject: {subject}\nrequires: detail\n\n"


def templates(folder: Path, body: str, *, subject: str = "Hello", **pieces: str) -> TemplateSet:
    (folder / "mine.j2").write_text(HEADER.format(subject=subject) + body, encoding="utf-8")
    for name, text in pieces.items():
        (folder / f"{name}.j2").write_text(text, encoding="utf-8")
    return load_templates(BUNDLED, [folder])


def render(folder: Path, body: str, *, subject: str = "Hello", **pieces: str) -> Draft | BlockedDraft:
    person = a_person(company="Northwind")
    loaded = templates(folder, body, subject=subject, **pieces)
    draft: Draft | BlockedDraft = write(person, an_action(person, "check_in"), templates=loaded)
    return draft


ESCAPES = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ name.__class__ }}",
    "{{ me.__init__.__globals__ }}",
    "{{ me.items() }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context.environment }}",
    "{{ ''['__class__'] }}",
    "{{ '' | attr('__class__') }}",
    "{{ '{0.__class__}'.format(name) }}",
    "{{ '{0.__class__}'.format_map(me) }}",
    "{{ '%s' | format(name) }}",
    "{{ [name] | map(attribute='__class__') | first }}",
    "{{ cycler.__init__.__globals__.os.popen('id') }}",
    "{{ lipsum.__globals__ }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace() }}",
    "{{ dict() }}",
    "{{ range(3) }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{{ config }}",
    "{{ (today.__class__).today() }}",
    "{{ today.strftime('%Y') }}",
    "{% for x in [1] %}{{ loop.__class__ }}{% endfor %}",
    "{% set x = ''.join.__self__ %}{{ x.__doc__ }}",
    "{% macro m() %}{% endmacro %}{{ m.__globals__ }}",
    "{% macro m() %}{% endmacro %}{{ m.name }}{{ m._func }}",
    "{{ name.upper() }}",
    "{% import '_p.j2' as p %}{{ p.__class__ }}{{ p._body_stream }}",
]


@pytest.mark.parametrize("body", ESCAPES)
def test_the_known_ways_out_of_the_sandbox_are_closed(tmp_path: Path, body: str) -> None:
    result = render(tmp_path, body, _p="{% set x = 1 %}")

    assert isinstance(result, BlockedDraft)
    assert result.reason.startswith("mine.j2, line ")


@pytest.mark.parametrize(
    "name",
    ["/etc/passwd", "../mine.j2", "../../etc/passwd", "C:\\\\x", "netsheet/../base.j2", "mine.j2/../x", ""],
)
@pytest.mark.parametrize("tag", ["include", "extends", "import"])
def test_a_template_cannot_read_a_file(tmp_path: Path, name: str, tag: str) -> None:
    more = " as x" if tag == "import" else ""

    result = render(tmp_path, f"{{% {tag} '{name}'{more} %}}")

    assert isinstance(result, BlockedDraft)


ENDLESS = [
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(40) }}",
    "{% include 'mine.j2' %}",
    "{% include '_p.j2' %}",
    "{% extends 'mine.j2' %}",
    "{% block a %}{{ self.a() }}{% endblock %}",
    "{% for x in [[1, 2], [3, 4]] recursive %}{{ loop([[1, 2], [3, 4]]) }}{% endfor %}",
    "{% set a = '"
    + "x" * 200
    + "' %}{% for i in a %}{% for j in a %}{% for k in a %}{% endfor %}{% endfor %}{% endfor %}",
    "{{ 'x' * 999999999 }}",
    "{{ [1] * 999999999 }}",
    "{{ 10 ** 999999999 }}",
    "{{ '%999999999d' % 1 }}",
    "{{ 999999999999999 * 999999999999999 }}",
    "{% set a = 'xxxxxxxxxx' %}" + "{% set a = a ~ a %}" * 40 + "{{ a }}",
    "{% set a = 'xxxxxxxxxx' %}" + "{% set a = a + a %}" * 40 + "{{ a }}",
    "{% set a %}xxxxxxxxxx{% endset %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 40 + "{{ a }}",
    "{{ 'x' | center(999999999) }}",
    "{{ 'x'.ljust(999999999) }}",
    "{{ [1] | batch(999999999, 'x') | list }}",
    "(" * 3000 + "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    "".join(f"{{% for a{n} in [1] %}}" for n in range(30)) + "{% endfor %}" * 30,
]


@pytest.mark.parametrize("body", ENDLESS, ids=range(len(ENDLESS)))
def test_what_would_run_without_end_or_fill_the_memory_ends_with_an_error(tmp_path: Path, body: str) -> None:
    began = time.perf_counter()

    result = render(tmp_path, body, _p="{% include '_p.j2' %}{% include '_p.j2' %}")

    assert isinstance(result, BlockedDraft)
    assert result.template == "mine"
    assert time.perf_counter() - began < 5


def test_the_counters_start_again_with_each_draft(tmp_path: Path) -> None:
    loop = "{% for i in 'abcdefghij' %}{% for j in 'abcdefghij' %}{% for k in 'abcdefghij' %}.{% endfor %}{% endfor %}{% endfor %}"
    for _ in range(25):
        assert isinstance(render(tmp_path, loop), Draft)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("{{ today }} {{ company | upper }}", "16 March NORTHWIND"),
        ("{{ 1 + 2 * 3 }} {{ 7 / 2 }}", "7 3.5"),
        ("{{ today.year }}", "2026"),
        ("{% if title is known %}a{% else %}b{% endif %}{% if title %}c{% endif %}", "b"),
        ("{{ title | default('friend') }}", "friend"),
        ("{% if title == 'x' %}a{% else %}b{% endif %}", "b"),
        (
            "{% for x in ['a', 'b'] %}{{ loop.index }}{{ x }}{% if not loop.last %}, {% endif %}{% endfor %}",
            "1a, 2b",
        ),
        ("{% macro m(x) %}<{{ x }}>{% endmacro %}{{ m(company) }}", "<Northwind>"),
        ("{{ 'a' ~ 1 ~ 'b' }}{{ 'c' + 'd' }}", "a1bcd"),
        ("{% import '_p.j2' as p %}{{ p.greeting }}", "Hello"),
        ("{{ person.company is known }}{{ person.title is known }}", None),
        (
            "{% extends 'netsheet/base.j2' %}{% block body %}x{% endblock %}",
            "Hi Ana,\n\nx\n\nBest wishes,\nSam Reed",
        ),
        (
            "{{ 'Re: AW: Rota' | without_re }}|{{ 'the end. ' | clause }}|{{ 'Why?' | sentence }}",
            "Rota|the end|Why?",
        ),
    ],
)
def test_what_a_message_needs_is_there(tmp_path: Path, body: str, text: str | None) -> None:
    result = render(tmp_path, body, _p="{% set greeting = 'Hello' %}")

    if text is None:
        assert isinstance(result, BlockedDraft)
    else:
        assert isinstance(result, Draft), result
        assert result.body == text


@pytest.mark.parametrize(
    "body",
    ["{{ none }}", "{{ true }}", "{{ [] }}", "{{ me }}", "{{ 1e400 }}", "{{ 1e400 - 1e400 }}", "{{ loop }}"],
)
def test_nothing_shapeless_is_ever_printed(tmp_path: Path, body: str) -> None:
    assert isinstance(render(tmp_path, body), BlockedDraft)


@pytest.mark.parametrize(
    "body",
    [
        "{{ titel }}",
        "{{ person.titel }}",
        "{% if titel %}x{% endif %}",
        "{{ person.titel is known }}",
        "{% if titel is known %}{% endif %}",
    ],
)
def test_a_name_that_does_not_exist_is_an_error_even_in_a_condition(tmp_path: Path, body: str) -> None:
    result = render(tmp_path, f"line\n{body}")

    assert isinstance(result, BlockedDraft)
    assert result.reason.startswith("mine.j2, line ")
    assert "titel" in result.reason


def test_a_variable_without_a_value_leaves_a_gap_and_names_its_cell_when_it_is_printed(
    tmp_path: Path,
) -> None:
    result = render(tmp_path, "{{ needs | sentence }} {{ industry }}")

    assert isinstance(result, Draft)
    assert result.body == "[what they are looking for]. [fill this in]"
    needs, industry = result.gaps
    assert needs.reason == "There is no note of what they need for Ana López yet."
    assert needs.place is not None
    assert needs.place.address == "H2"
    assert industry.reason == "There is no industry for Ana López yet. The sheet has no column for it."


def test_the_line_of_an_error_is_the_line_in_the_file(tmp_path: Path) -> None:
    in_text = render(tmp_path, "one\ntwo {{ 1 / 0 }}\n")
    in_syntax = render(tmp_path, "one\n{% if %}\n")
    in_subject = render(tmp_path, "one", subject="{{ titel }}")

    assert isinstance(in_text, BlockedDraft)
    assert isinstance(in_syntax, BlockedDraft)
    assert isinstance(in_subject, BlockedDraft)
    assert in_text.reason.startswith("mine.j2, line 10: ")
    assert in_syntax.reason.startswith("mine.j2, line 10: ")
    assert in_subject.reason.startswith("mine.j2, line 6: ")


def test_a_day_of_another_year_is_printed_with_its_year(tmp_path: Path) -> None:
    assert dt.date(2025, 3, 3) < TODAY
    result = render(tmp_path, "{{ today }}")

    assert isinstance(result, Draft)
    assert result.body == "16 March"
