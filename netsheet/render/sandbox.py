"""The sandbox for templates: no files, no Python attributes, and limits on time and text.

A template may come from anyone. It can use the variables of one draft, a few filters and tests, and the templates that
are already loaded. Each loop step, call and printed character is counted.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, TemplateNotFound, Undefined, nodes
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from netsheet.core.drafts.languages import Language
from netsheet.core.drafts.phrasing import spell_date
from netsheet.core.drafts.requests import Scalar, Variables

MOST_STEPS = 20_000
MOST_CHARACTERS = 200_000
_LARGEST_NUMBER = 10**12
_OPEN_ATTRIBUTES: Mapping[type, frozenset[str]] = {
    LoopContext: frozenset({"index", "index0", "revindex", "first", "last", "length"}),
    dt.date: frozenset({"year", "month", "day"}),
}
_FILTERS = (
    "capitalize",
    "count",
    "d",
    "default",
    "first",
    "last",
    "length",
    "lower",
    "title",
    "trim",
    "upper",
)
_TESTS = ("defined", "eq", "equalto", "==", "ne", "!=", "gt", ">", "lt", "<", "ge", ">=", "le", "<=", "in")


class EmptyField(Undefined):
    """A known variable without a value. It is false in a condition, and prints a gap to be filled in by hand.

    Args:
        name: the variable's dotted name.
        leave_gap: notes the gap, and gives the words in square brackets.
    """

    __slots__ = ("_leave_gap",)

    def __init__(self, name: str, leave_gap: Callable[[str], str]) -> None:
        super().__init__(hint=f"“{name}” is empty", name=name)
        self._leave_gap = leave_gap

    def __str__(self) -> str:
        return self._leave_gap(str(self._undefined_name))


class LoadedTemplates(BaseLoader):
    """Finds templates among the texts in memory, never in a folder.

    Args:
        sources: for each template name, its text and the path to show in messages.
    """

    def __init__(self, sources: Mapping[str, tuple[str, str]]) -> None:
        self.sources = sources

    def get_source(self, environment: object, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002 - the signature is Jinja's
        """Give a template's text (Jinja's loader protocol)."""
        if template not in self.sources:
            raise TemplateNotFound(template)
        text, path = self.sources[template]
        return text, path, lambda: True


class DraftEnvironment(ImmutableSandboxedEnvironment):
    """Jinja's immutable sandbox with further restrictions. One instance renders one draft at a time."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, loader: LoadedTemplates, language: Language = "en") -> None:
        self._sources, self._language = loader.sources, language
        super().__init__(
            loader=loader,
            undefined=StrictUndefined,
            finalize=self._finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,
        )
        self._today = dt.date.min
        self._steps = self._characters = 0
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in _FILTERS} | {
            "sentence": _as_sentence,
            "clause": _as_clause,
            "without_re": _without_re,
            "netsheet_counted": self._count_items,
            "netsheet_bounded": self._check_length,
        }
        self.tests = {name: self.tests[name] for name in _TESTS} | {"known": is_known}

    def start(self, today: dt.date) -> None:
        """Begin a text and reset the counters."""
        self._today, self._steps, self._characters = today, MOST_STEPS, MOST_CHARACTERS

    def has_template(self, name: str) -> bool:
        """Whether a template of that name was loaded."""
        return name in self._sources

    def source_of(self, name: str) -> tuple[str, str]:
        """Give a loaded template's text and the path shown in messages."""
        return self._sources[name]

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401, ARG002 - the signature is Jinja's
        """Allow only the few attributes that a message needs; the variables are items, not attributes."""
        if isinstance(obj, TemplateModule):
            return not attr.startswith("_")
        return any(attr in names for kind, names in _OPEN_ATTRIBUTES.items() if isinstance(obj, kind))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - the signature is Jinja's
        """Allow sums of ordinary numbers and joining of short texts. Refuse operations that could fill the memory."""
        is_sum = isinstance(left, int | float) and isinstance(right, int | float)
        if is_sum and operator != "**" and max(abs(left), abs(right)) < _LARGEST_NUMBER:
            return super().call_binop(context, operator, left, right)
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return self._check_length(left + right)
        raise SecurityError(f"“{operator}” cannot be used on these values in a template.")

    def call(self, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - the signature is Jinja's
        """Count each call of a macro or block."""
        self._count_step()
        return super().call(*args, **kwargs)

    def join_path(self, template: str, parent: str) -> str:
        """Count each template that is extended, included or imported."""
        self._count_step()
        return super().join_path(template, parent)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        _Bounds().visit(tree)
        return tree

    def _count_step(self) -> None:
        self._steps -= 1
        if self._steps < 0:
            raise SecurityError("The template's loops take too long.")

    def _count_items(self, items: Iterable[object]) -> Iterator[object]:
        for item in items:
            self._count_step()
            yield item

    def _check_length(self, text: object) -> object:
        if isinstance(text, str) and len(text) > MOST_CHARACTERS:
            raise SecurityError("The template produces too much text.")
        return text

    def _finalize(self, value: object) -> object:
        """Print texts, numbers and days, and a gap for an empty value. A missing one, or one of another type, is an error."""
        if isinstance(value, Undefined):
            return str(value)
        text = self._format(value)
        self._characters -= len(text)
        if self._characters < 0:
            raise SecurityError("The template produces too much text.")
        return text

    def _format(self, value: object) -> str:
        if isinstance(value, str):
            return value
        if isinstance(value, dt.date):
            return spell_date(value, today=self._today, language=self._language)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, float) and math.isfinite(value):
            return f"{value:g}"
        kind = "nothing" if value is None else f"a {type(value).__name__}"
        raise SecurityError(f"A template can print texts, numbers and dates, but not {kind}.")


class _Bounds(NodeTransformer):
    """Adds a counter to every loop, and a length check to every joined text."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - named after the node, as Jinja calls it
        self.generic_visit(node)
        if isinstance(node.iter, nodes.Expr):
            node.iter = _through("netsheet_counted", node.iter)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802 - named after the node, as Jinja calls it
        self.generic_visit(node)
        return _through("netsheet_bounded", node)


def _through(name: str, node: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


def as_context(variables: Variables, leave_gap: Callable[[str], str]) -> dict[str, object]:
    """Prepare the variables for a template. One without a value becomes an ``EmptyField`` with its name."""

    def value_of(name: str, value: Scalar) -> object:
        return value if value is not None else EmptyField(name, leave_gap)

    return {
        name: {item: value_of(f"{name}.{item}", inner) for item, inner in value.items()}
        if isinstance(value, Mapping)
        else value_of(name, value)
        for name, value in variables.items()
    }


def is_known(value: object) -> bool:
    """Whether a variable has a value. A name that does not exist at all is still an error."""
    if isinstance(value, Undefined) and not isinstance(value, EmptyField):
        str(value)
    return not isinstance(value, EmptyField) and value not in {None, ""}


def _as_sentence(text: object) -> str:
    """End a cell's text like a sentence: add a full stop, unless it already ends with . ! ? or …."""
    line = str(text).rstrip(" ,;:")
    return line if line.endswith((".", "!", "?", "…")) else f"{line}."


def _as_clause(text: object) -> str:
    """Make a cell's text fit inside a sentence: remove punctuation at its end."""
    return str(text).rstrip(" .,;:")


def _without_re(subject: object) -> str:
    """Remove "Re:" and "Fwd:" from the start of a subject line."""
    line = str(subject).strip()
    while line.lower().startswith(("re:", "fw:", "fwd:", "aw:", "wg:")):
        line = line.partition(":")[2].strip()
    return line
