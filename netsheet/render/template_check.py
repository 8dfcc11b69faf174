"""Check templates before they are used: errors, likely problems, and how they could read better.

Follows ``extends``, ``include`` and ``import``, and fills in each template once with the variables' examples.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from jinja2 import TemplateSyntaxError, meta, nodes

from netsheet.core.drafts.closed_questions import is_closed_question
from netsheet.core.drafts.languages import LANGUAGES, WORDS, Language
from netsheet.core.drafts.obstacles import find_text_fault, list_asks
from netsheet.core.drafts.phrasing import spell_gap, spell_when
from netsheet.core.drafts.requests import DraftRequest, Scalar, TemplateInfo, longest_text
from netsheet.core.drafts.variables import BY_NAME, GROUPS, VARIABLES, Variable
from netsheet.core.model import Place, Settings
from netsheet.render.drafts import TEMPLATE_FAULTS, describe_fault, fill_in
from netsheet.render.templates import (
    TemplateFile,
    TemplateFinding,
    TemplateSet,
    body_key,
    folder_of,
    load_templates,
    subject_key,
    suggest,
)

EXAMPLE_DAY = dt.date(2026, 3, 24)
_EXAMPLE_TOUCH = EXAMPLE_DAY - dt.timedelta(days=21)
_TOP_LEVEL = ("person", *dict.fromkeys(variable.name.partition(".")[0] for variable in VARIABLES))
_PERSON = tuple(variable.name for variable in VARIABLES if variable.source == "log")
_MEMBERS: Mapping[str, tuple[str, ...]] = {
    group: tuple(name for name in BY_NAME if name.startswith(f"{group}.")) for group in GROUPS
} | {"person": tuple(f"person.{name}" for name in _PERSON)}


def check_templates(bundled: Path, own: Path | None = None) -> tuple[TemplateFinding, ...]:
    """Check the templates in the user's folder and its folders of languages, or the bundled ones without such a folder.

    A folder named like a language ("templates/de") is that language's.

    Returns:
        What was found, by file and line; errors, warnings and hints.
    """
    findings: list[TemplateFinding] = []
    named: Sequence[Language] = [each for each in LANGUAGES if own and each == own.absolute().name]
    for language in named or LANGUAGES:
        templates = load_templates(bundled, [own] if own else [], language=language)
        folder = own if own and named else folder_of(own or bundled, language)
        findings += [finding for finding in templates.findings if Path(finding.path).parent == folder]
        for file in templates.files:
            if file.path.parent == folder:
                findings.extend(_check_file(file, templates))
    return tuple(sorted(dict.fromkeys(findings), key=lambda finding: (finding.path, finding.line)))


def example_request(info: TemplateInfo) -> DraftRequest:
    """Build a request in which every variable has the example from its documentation."""
    variables: dict[str, Scalar | dict[str, Scalar]] = {}
    for name, variable in BY_NAME.items():
        group, dot, item = name.partition(".")
        if dot:
            inner = variables.setdefault(group, {})
            if isinstance(inner, dict):
                inner[item] = _example_of(variable, info.language)
        else:
            variables[name] = _example_of(variable, info.language)
    variables["person"] = {name: BY_NAME[name].example for name in _PERSON}
    channel = info.channels[0]
    variables["channel"] = channel
    return DraftRequest(
        person="e:ana@example.com",
        name="Ana López",
        stem="ana-lopez",
        template=info,
        channel=channel,
        variables=variables,
        place=Place(sheet="Log", row=2, column=1),
        why="",
        today=EXAMPLE_DAY,
        limit=longest_text(channel, Settings()),
    )


def _example_of(variable: Variable, language: Language) -> Scalar:
    """Give a variable's example; a day, a span and a meeting in the words that netsheet would use in that language."""
    group, _, item = variable.name.rpartition(".")
    if item == "when":
        return spell_when(_EXAMPLE_TOUCH, today=EXAMPLE_DAY, language=language)
    if item == "gap":
        return spell_gap((EXAMPLE_DAY - _EXAMPLE_TOUCH).days, language)
    return WORDS[language].meetings["call"] if (group, item) == ("met", "what") else variable.example


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parsed:
    """A template's syntax tree, with the path of its file."""

    path: str
    tree: nodes.Template


def _check_file(file: TemplateFile, templates: TemplateSet) -> Iterator[TemplateFinding]:
    parsed: dict[str, _Parsed] = {}
    try:
        for key in (subject_key(file), body_key(file)):
            _parse_with_parents(key, templates, parsed)
    except TEMPLATE_FAULTS as error:
        path = (error.filename if isinstance(error, TemplateSyntaxError) else None) or str(file.path)
        yield _fault(path, error, file)
        return
    if file.info is None:
        return
    unknown = [*_find_unknown(parsed), *_find_unknown_requirements(file, file.info)]
    yield from unknown
    yield from _find_empty_blocks(file, parsed[body_key(file)].tree)
    if not unknown:
        yield from _check_text(file, file.info, templates)


def _fault(path: str, error: BaseException, file: TemplateFile) -> TemplateFinding:
    line, sentence = describe_fault(error, file)
    return TemplateFinding(
        path=path, line=line, severity="error", message=sentence[:1].upper() + sentence[1:]
    )


def _parse_with_parents(key: str, templates: TemplateSet, parsed: dict[str, _Parsed]) -> None:
    """Parse a template and all templates that it uses, each once.

    Raises:
        TemplateError: when one of them cannot be read or does not exist.
    """
    environment = templates.environment
    source, path = environment.source_of(key)
    environment.start(EXAMPLE_DAY)
    environment.compile(source, key, path)
    tree = environment.parse(source, key, path)
    parsed[key] = _Parsed(path=path, tree=tree)
    for name, line in _list_references(tree):
        if name is None:
            raise TemplateSyntaxError("write the name of the other template in quotes", line, key, path)
        if not environment.has_template(name):
            message = f"there is no template “{name}”, neither in this folder nor among the bundled ones"
            raise TemplateSyntaxError(message, line, key, path)
        if name not in parsed:
            _parse_with_parents(name, templates, parsed)


def _list_references(tree: nodes.Template) -> Iterator[tuple[str | None, int]]:
    """List the templates that a template uses, with the lines. The name is None if it is not a quoted text."""
    references: list[nodes.Extends | nodes.Include | nodes.Import | nodes.FromImport] = [
        *tree.find_all(nodes.Extends),
        *tree.find_all(nodes.Include),
        *tree.find_all(nodes.Import),
        *tree.find_all(nodes.FromImport),
    ]
    for node in references:
        name = node.template
        yield (str(name.value) if isinstance(name, nodes.Const) else None), node.lineno


def _find_unknown(parsed: Mapping[str, _Parsed]) -> Iterator[TemplateFinding]:
    """Find names that are not variables: undeclared names, and unknown members of the groups."""
    assigned = {
        name.name
        for item in parsed.values()
        for name in item.tree.find_all(nodes.Name)
        if name.ctx in {"store", "param"}
    }
    for item in parsed.values():
        undeclared = meta.find_undeclared_variables(item.tree) - set(_TOP_LEVEL) - assigned
        for name in item.tree.find_all(nodes.Name):
            if name.name in undeclared and name.ctx == "load":
                yield _unknown(item.path, name.lineno, name.name, _TOP_LEVEL)
        for attribute in item.tree.find_all(nodes.Getattr):
            yield from _check_member(item.path, attribute, attribute.attr)
        for member in item.tree.find_all(nodes.Getitem):
            if isinstance(member.arg, nodes.Const):
                yield from _check_member(item.path, member, str(member.arg.value))


def _check_member(path: str, part: nodes.Getattr | nodes.Getitem, item: str) -> Iterator[TemplateFinding]:
    if isinstance(part.node, nodes.Name) and part.node.name in _MEMBERS:
        known = _MEMBERS[part.node.name]
        if f"{part.node.name}.{item}" not in known:
            yield _unknown(path, part.lineno, f"{part.node.name}.{item}", known)


def _find_unknown_requirements(file: TemplateFile, info: TemplateInfo) -> Iterator[TemplateFinding]:
    for name in info.requires:
        if name not in BY_NAME:
            yield _unknown(str(file.path), _line_of(file, "requires"), name, tuple(BY_NAME))


def _unknown(path: str, line: int, name: str, known: tuple[str, ...]) -> TemplateFinding:
    message = f"“{name}” is not a variable{suggest(name, known)}"
    return TemplateFinding(path=path, line=line, severity="error", message=message)


def _line_of(file: TemplateFile, key: str) -> int:
    lines = file.path.read_text(encoding="utf-8-sig").splitlines()
    return next((number for number, line in enumerate(lines, start=1) if line.startswith(f"{key}:")), 1)


def _find_empty_blocks(file: TemplateFile, tree: nodes.Template) -> Iterator[TemplateFinding]:
    for block in tree.find_all(nodes.Block):
        text = "".join(data.data for data in block.find_all(nodes.TemplateData)).strip()
        has_content = text or any(block.find_all((nodes.Name, nodes.Call, nodes.Include)))
        if not has_content:
            message = f"The block “{block.name}” is empty, so it removes the text of this block in the template it extends."
            yield TemplateFinding(path=str(file.path), line=block.lineno, severity="warning", message=message)


def _check_text(file: TemplateFile, info: TemplateInfo, templates: TemplateSet) -> Iterator[TemplateFinding]:
    """Fill in the template with the examples, and check the text like that of a draft."""
    request = example_request(info)
    try:
        subject, body, _ = fill_in(file, request, templates)
    except TEMPLATE_FAULTS as error:
        yield _fault(str(file.path), error, file)
        return
    first = len(file.body) - len(file.body.lstrip("\n")) + 1

    def found(severity: Literal["warning", "hint"], message: str) -> TemplateFinding:
        return TemplateFinding(path=str(file.path), line=first, severity=severity, message=message)

    fault = find_text_fault(subject, body, request.limit)
    if fault or not body:
        yield found("warning", fault or "The message is empty.")
    words = len(body.split())
    if words > info.max_words:
        yield found(
            "warning", f"With the example values it has {words} words, but max_words is {info.max_words}."
        )
    for sentence in list_asks(body):
        if is_closed_question(sentence, info.language):
            yield found(
                "hint", f"“{sentence}” can be answered with yes or no. An open question gets a fuller answer."
            )
    if info.intent != "thanks" and not info.requires:
        yield found(
            "hint",
            "It uses no personal detail. Add “requires: detail”, so that each draft is different.",
        )
