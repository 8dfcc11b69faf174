"""What an engine made of a plan, as the proof needs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from netsheet.lossless.xml_text import Splice


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """The new file, and what was done to each part.

    Attributes:
        data: the whole new file; the same bytes as the original when the plan changes nothing.
        splices: for each spliced part, the splices that made it. The proof empties the lists, since
            those of a large sheet take much memory.
        changed: the parts that were replaced or added.
        removed: the parts that are gone (former parts of netsheet's own sheets).
    """

    data: bytes
    splices: Mapping[str, list[Splice]] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
