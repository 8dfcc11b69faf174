"""The names of the stages of a run, and the callback that reports them to the progress bar."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

Stage = Literal["reading", "working out", "writing", "proving", "saving"]
"""In the order of a refresh. Commands that only read end with the second stage."""

ReportStage = Callable[[Stage], None]


def ignore_stage(stage: Stage) -> None:
    """Do nothing when a stage begins."""
