"""The stages of a run by name, told to whoever wants to show them. Knows no terminal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

Stage = Literal["reading", "working out", "writing", "proving", "saving"]
"""In the order in which a refresh comes to them; what only reads ends with the second."""

Tell = Callable[[Stage], None]


def untold(stage: Stage) -> None:
    """Tell nobody that a stage begins."""
