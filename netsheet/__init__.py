"""netsheet: your own networking log, in your own workbook, made to work.

``open_log`` gives a log as pandas frames; docs/python.md describes them. What is public here is imported when it is
first used, so that the command line starts quickly.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netsheet.api import NetworkingLog, open_log
    from netsheet.errors import BusyError, NetsheetError, RefusedError, UnreadableError

__version__ = "0.1.0"
__all__ = ["BusyError", "NetsheetError", "NetworkingLog", "RefusedError", "UnreadableError", "open_log"]


def __getattr__(name: str) -> Any:  # noqa: ANN401  whatever it is
    if name not in __all__:
        raise AttributeError(f"module 'netsheet' has no attribute {name!r}")
    module = "netsheet.errors" if name.endswith("Error") else "netsheet.api"
    return getattr(import_module(module), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
