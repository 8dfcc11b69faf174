"""How pressing a status is."""

from __future__ import annotations

from typing import Literal, get_args

Tone = Literal["late", "due", "fix", "soon", "calm", "done"]
TONES: tuple[Tone, ...] = get_args(Tone)
"""How pressing a status is, and so how it is coloured, the most pressing first."""
