"""The entries of a styles part as values: fonts, fills, borders and formats that can be compared and written."""

from __future__ import annotations

from typing import NamedTuple
from xml.parsers import expat

from netsheet.lossless.refusals import damaged, refuse
from netsheet.lossless.xml_text import DEEPEST, escaped, masked

NUMBERED = frozenset({"numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "dxfs"})
"""The lists whose entries are known by their position: netsheet only appends to them."""

ALTERNATIVES = "AlternateContent"


class Node(NamedTuple):
    """An element of the styles part without its namespace, so that equal formats compare equal."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple[Node, ...] = ()

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute's value."""
        return next((value for key, value in self.attributes if key == name), default)

    def with_values(self, **values: str) -> Node:
        """Return the node with some attributes set."""
        merged = dict(self.attributes) | values
        return self._replace(attributes=tuple(sorted(merged.items())))

    def with_children(self, *names: str) -> Node:
        """Return the node with only those of its children, in that order."""
        kept = [child for child in self.children if child.name in names]
        return self._replace(children=tuple(sorted(kept, key=lambda child: names.index(child.name))))

    def xml(self, prefix: str) -> str:
        """Write the node with the file's element prefix."""
        attributes = "".join(f' {key}="{escaped(value)}"' for key, value in self.attributes)
        if not self.children:
            return f"<{prefix}{self.name}{attributes}/>"
        inner = "".join(child.xml(prefix) for child in self.children)
        return f"<{prefix}{self.name}{attributes}>{inner}</{prefix}{self.name}>"


def make_node(name: str, *children: Node, **attributes: str) -> Node:
    """Build a node; attributes in a stable order."""
    return Node(name, tuple(sorted(attributes.items())), children)


def read_lists(data: bytes) -> dict[str, list[Node]]:
    """Read the numbered lists of a styles part, by name.

    Raises:
        UnreadableError: when the part is not well-formed, or the entries of a list cannot be counted.
    """
    masked(data)  # which refuses declarations and entities
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    try:
        parser.Parse(data, True)  # noqa: FBT003  expat's own signature
    except expat.ExpatError as error:
        raise damaged(f"one of its parts is not well-formed XML ({error})") from error
    return reader.lists


class _Reader:
    """Builds the nodes in one pass over the part. Equal ones are kept once: most formats have a font of size 11, say."""

    def __init__(self) -> None:
        self.lists: dict[str, list[Node]] = {}
        self._open: list[tuple[str, list[str], list[Node]]] = []
        self._known: dict[tuple[str | Node, ...], Node] = {}

    def start(self, name: str, attributes: list[str]) -> None:
        if len(self._open) == DEEPEST:
            raise refuse(f"one of its parts nests more than {DEEPEST} elements")
        self._open.append((name.rpartition(":")[2], attributes, []))

    def end(self, _: str) -> None:
        name, attributes, children = self._open.pop()
        if len(self._open) == 1:
            self._end_list(name, children)
        elif self._open:
            key: tuple[str | Node, ...] = (name, *attributes, *children)
            node = self._known.get(key)
            if node is None:
                node = self._known[key] = Node(name, _own(attributes), tuple(children))
            self._open[-1][2].append(node)

    def _end_list(self, name: str, children: list[Node]) -> None:
        if name in self.lists:
            raise refuse(f"it holds two lists of {name}")
        if name in NUMBERED:
            self.lists[name] = children
        if _holds_alternatives(name, children):
            raise refuse("it holds formats in two versions, one for newer programs (AlternateContent)")


def _own(attributes: list[str]) -> tuple[tuple[str, str], ...]:
    """Pair and sort an element's attributes, without declarations and those of other namespaces (extensions)."""
    pairs = zip(attributes[::2], attributes[1::2], strict=True)
    return tuple(sorted(pair for pair in pairs if pair[0] != "xmlns" and ":" not in pair[0]))


def _holds_alternatives(name: str, children: list[Node]) -> bool:
    """Whether entries are given in two versions: programs differ in which one they take, and in how they count."""
    if name in NUMBERED:
        return any(child.name == ALTERNATIVES for child in children)
    if name == ALTERNATIVES:
        return any(list_.name in NUMBERED for version in children for list_ in version.children)
    return False
