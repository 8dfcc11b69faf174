"""Checking templates before they are needed: what cannot work, what will disappoint, what could read better.

Follows ``extends``, ``include`` and ``import``, and fills each template in once with the examples of the variables.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from jinja2 import TemplateSyntaxError, meta, nodes

from netsheet.core.draft_guards import find_text_fault, is_closed_question, list_asks
from netsheet.core.draft_variables import BY_NAME, GROUPS, VARIABLES
from netsheet.core.drafts import DraftRequest, Scalar, TemplateInfo
from netsheet.core.model import Place, Settings
from netsheet.render.drafts import TEMPLATE_FAULTS, describe_fault, fill_in
from netsheet.render.templates import (
    TemplateFile,
    TemplateFinding,
    TemplateSet,
    body_key,
    load_templates,
    subject_key,
    suggest,
)

EXAMPLE_DAY = dt.date(2026, 3, 24)
_TOP_LEVEL = ("person", *dict.fromkeys(variable.name.partition(".")[0] for variable in VARIABLES))
_PERSON = tuple(variable.name for variable in VARIABLES if variable.source == "log")


def check_templates(bundled: Path, own: Path | None = None) -> tuple[TemplateFinding, ...]:
    """Check the templates of the user's folder, or the bundled ones when none is named.

    Returns:
        What was found, by file and line; errors, warnings and hints.
    """
    templates = load_templates(bundled, [own] if own else [])
    folder = own or bundled
    findings = [finding for finding in templates.findings if Path(finding.path).parent == folder]
    for file in templates.files:
        if file.path.parent == folder:
            findings.extend(_check_file(file, templates))
    return tuple(sorted(dict.fromkeys(findings), key=lambda finding: (finding.path, finding.line)))


def example_request(info: TemplateInfo) -> DraftRequest:
    """Build a request in which every variable has the example of its documentation."""
    variables: dict[str, Scalar | dict[str, Scalar]] = {}
    for name, variable in BY_NAME.items():
        group, dot, item = name.partition(".")
        if dot:
            inner = variables.setdefault(group, {})
            if isinstance(inner, dict):
                inner[item] = variable.example
        else:
            variables[name] = variable.example
    variables["person"] = {name: BY_NAME[name].example for name in _PERSON}
    channel = info.channels[0]
    variables["channel"] = channel
    settings = Settings()
    limits = {"LinkedIn note": settings.linkedin_note_limit, "LinkedIn": settings.linkedin_message_limit}
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
        limit=limits.get(channel),
    )


def _check_file(file: TemplateFile, templates: TemplateSet) -> Iterator[TemplateFinding]:
    trees: dict[str, nodes.Template] = {}
    try:
        for key in (subject_key(file), body_key(file)):
            _parse_with_parents(key, templates, trees)
    except TEMPLATE_FAULTS as error:
        path = (error.filename if isinstance(error, TemplateSyntaxError) else None) or str(file.path)
        line, sentence = describe_fault(error, file)
        yield TemplateFinding(
            path=path, line=line, severity="error", message=sentence[:1].upper() + sentence[1:]
        )
        return
    unknown = list(_find_unknown(file, trees))
    yield from unknown
    yield from _find_unknown_requirements(file)
    if file.info is not None:
        yield from _find_empty_blocks(file, trees[body_key(file)])
        if not unknown:
            yield from _check_text(file, file.info, templates)


def _parse_with_parents(key: str, templates: TemplateSet, trees: dict[str, nodes.Template]) -> None:
    """Parse a template and everything it names, each once.

    Raises:
        TemplateError: when one of them cannot be read or is not there.
    """
    if key in trees:
        return
    environment = templates.environment
    loader = environment.loader
    if loader is None:  # pragma: no cover - the environment is always made with one
        return
    source, path, _ = loader.get_source(environment, key)
    environment.start(EXAMPLE_DAY)
    environment.compile(source, key, path or "")
    trees[key] = tree = environment.parse(source, key, path or "")
    for name in meta.find_referenced_templates(tree):
        if name is None:
            raise TemplateSyntaxError(
                "the name of another template must be written out, in quotes", 1, key, path
            )
        _parse_with_parents(name, templates, trees)


def _find_unknown(file: TemplateFile, trees: dict[str, nodes.Template]) -> Iterator[TemplateFinding]:
    """Find names that are no variable: undeclared ones, and unknown members of the groups."""
    assigned = {
        name.name
        for tree in trees.values()
        for name in tree.find_all(nodes.Name)
        if name.ctx in {"store", "param"}
    }
    for key, tree in trees.items():
        path = str(file.path) if key == subject_key(file) else key
        undeclared = meta.find_undeclared_variables(tree) - set(_TOP_LEVEL) - assigned
        for name in tree.find_all(nodes.Name):
            if name.name in undeclared and name.ctx == "load":
                yield _unknown(path, name.lineno, name.name, _TOP_LEVEL)
        for attribute in tree.find_all(nodes.Getattr):
            yield from _check_member(path, attribute, attribute.attr)
        for item in tree.find_all(nodes.Getitem):
            if isinstance(item.arg, nodes.Const):
                yield from _check_member(path, item, str(item.arg.value))


def _check_member(path: str, part: nodes.Getattr | nodes.Getitem, item: str) -> Iterator[TemplateFinding]:
    if not isinstance(part.node, nodes.Name) or part.node.name not in {"person", *GROUPS}:
        return
    group = part.node.name
    known = _PERSON if group == "person" else tuple(name for name in BY_NAME if name.startswith(f"{group}."))
    if (item if group == "person" else f"{group}.{item}") not in known:
        yield _unknown(path, part.lineno, f"{group}.{item}", known)


def _find_unknown_requirements(file: TemplateFile) -> Iterator[TemplateFinding]:
    for name in file.info.requires if file.info else ():
        if name not in BY_NAME:
            yield _unknown(str(file.path), _line_of(file, "requires"), name, tuple(BY_NAME))


def _unknown(path: str, line: int, name: str, known: tuple[str, ...]) -> TemplateFinding:
    message = f"“{name}” is not a variable{suggest(name, known)}."
    return TemplateFinding(path=path, line=line, severity="error", message=message)


def _line_of(file: TemplateFile, key: str) -> int:
    lines = file.path.read_text(encoding="utf-8-sig").splitlines()
    return next((number for number, line in enumerate(lines, start=1) if line.startswith(f"{key}:")), 1)


def _find_empty_blocks(file: TemplateFile, tree: nodes.Template) -> Iterator[TemplateFinding]:
    for block in tree.find_all(nodes.Block):
        text = "".join(data.data for data in block.find_all(nodes.TemplateData)).strip()
        has_content = text or any(block.find_all((nodes.Name, nodes.Call, nodes.Include)))
        if not has_content:
            message = (
                f"The block “{block.name}” is empty: it takes away what the template it extends says there."
            )
            yield TemplateFinding(path=str(file.path), line=block.lineno, severity="warning", message=message)


def _check_text(file: TemplateFile, info: TemplateInfo, templates: TemplateSet) -> Iterator[TemplateFinding]:
    """Fill the template in with the examples and judge the text as a draft would be judged."""
    request = example_request(info)
    try:
        subject, body = fill_in(file, request, templates)
    except TEMPLATE_FAULTS as error:
        line, sentence = describe_fault(error, file)
        yield TemplateFinding(path=str(file.path), line=line, severity="error", message=sentence)
        return
    first = len(file.body) - len(file.body.lstrip("\n")) + 1

    def found(severity: Literal["warning", "hint"], message: str) -> TemplateFinding:
        return TemplateFinding(path=str(file.path), line=first, severity=severity, message=message)

    fault = find_text_fault(subject, body, request.limit)
    if fault or not body:
        yield found("warning", fault or "The message is empty.")
    words = len(body.split())
    if words > info.max_words:
        yield found("warning", f"With the examples it has {words} words; max_words is {info.max_words}.")
    for sentence in list_asks(body):
        if is_closed_question(sentence):
            yield found("hint", f"“{sentence}” can be answered with yes or no: an open question gets more.")
    if info.intent != "thanks" and not info.requires:
        yield found(
            "hint",
            "It requires no personal detail: with “requires: detail” no two drafts will read the same.",
        )
