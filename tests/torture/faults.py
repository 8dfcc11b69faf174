"""The fault-injecting layer: at the n-th operation that changes the disk, something happens.

Every call of netsheet's that changes the disk goes through the functions of ``os``; an audit hook of the
interpreter proves that none goes around the layer.
"""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

OPERATIONS = tuple(
    "open write fsync replace rename unlink remove mkdir rmdir link symlink utime chmod chown truncate "  # noqa: SIM905 - words
    "ftruncate setxattr removexattr".split()
)
AUDITED = {
    "os.rename": ("replace", "rename"),
    "os.remove": ("unlink", "remove"),
    "os.mkdir": ("mkdir",),
    "os.rmdir": ("rmdir",),
    "os.link": ("link",),
    "os.symlink": ("symlink",),
    "os.utime": ("utime",),
    "os.chmod": ("chmod",),
    "os.chown": ("chown",),
    "os.truncate": ("truncate", "ftruncate"),
    "os.setxattr": ("setxattr",),
    "os.removexattr": ("removexattr",),
    "open": ("open",),
}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC

Fault = Callable[["Layer", str, tuple[Any, ...]], Any]


@dataclass(kw_only=True)
class Layer:
    """Counts the operations and lets ``fault`` happen in place of the ``wanted``-th (0: never).

    Attributes:
        wanted: which operation, counted from 1.
        fault: what happens: it may return a result, raise, or end the process.
        seen: each operation so far: its name and the name of the file.
        unseen: operations that the interpreter did and the layer did not see; must stay empty.
        unsynced: files written but not yet seen onto the disk, by descriptor.
    """

    wanted: int = 0
    fault: Fault | None = None
    persistent: bool = False
    seen: list[tuple[str, str]] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    unsynced: dict[int, str] = field(default_factory=dict)
    paths: dict[int, str] = field(default_factory=dict)
    real: dict[str, Callable[..., Any]] = field(default_factory=dict)
    _inside: bool = False

    def install(self) -> None:
        """Put the layer under this process, for good: only ever in a child."""
        for name in OPERATIONS:
            if hasattr(os, name):
                self.real[name] = getattr(os, name)
                setattr(os, name, self._wrapped(name))
        self.real["close"] = os.close
        setattr(os, "close", self._close)  # noqa: B010 - as the others
        sys.addaudithook(self._audit)

    def _wrapped(self, name: str) -> Callable[..., Any]:
        real = self.real[name]

        def operation(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - stands for any function of os
            if self._inside or not self._changes(name, arguments):
                return real(*arguments, **options)
            self.seen.append((name, self._named(arguments[0])))
            self._inside = True
            try:
                due = len(self.seen) >= self.wanted if self.persistent else len(self.seen) == self.wanted
                if self.fault is not None and self.wanted and due:
                    result = self.fault(self, name, arguments)
                    if result is not None:
                        return result
                result = real(*arguments, **options)
                self._note(name, arguments, result)
                return result
            finally:
                self._inside = False

        return operation

    def _changes(self, name: str, arguments: tuple[Any, ...]) -> bool:
        if name == "open":
            return bool(arguments[1] & WRITING)
        return name != "write" or arguments[0] in self.paths

    def _named(self, target: object) -> str:
        return Path(self.paths.get(target, "folder") if isinstance(target, int) else os.fspath(target)).name  # type: ignore[call-overload]

    def _note(self, name: str, arguments: tuple[Any, ...], result: object) -> None:
        """Follow which files hold bytes that a power cut would lose."""
        if name == "open" and isinstance(result, int):
            self.paths[result] = os.fspath(arguments[0])
        elif name == "write":
            self.unsynced[arguments[0]] = self.paths[arguments[0]]
        elif name == "fsync":
            self.unsynced.pop(arguments[0], None)
        elif name in ("replace", "rename"):
            old, new = os.fspath(arguments[0]), os.fspath(arguments[1])
            self.unsynced = {at: new if path == old else path for at, path in self.unsynced.items()}

    def _close(self, descriptor: int) -> None:
        # What was not seen onto the disk stays lost after the closing: it keeps its entry under a number of its own.
        if descriptor in self.unsynced:
            self.unsynced[-1 - len(self.seen)] = self.unsynced.pop(descriptor)
        self.paths.pop(descriptor, None)
        self.real["close"](descriptor)

    def _audit(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event not in AUDITED or self._inside:
            return
        if event == "open" and not (isinstance(arguments[2], int) and arguments[2] & WRITING):
            return
        if event == "open" and str(arguments[0]) == os.devnull:
            return
        self.unseen.append(f"{event} {arguments[:2]}")


def kill(layer: Layer, name: str, arguments: tuple[Any, ...]) -> None:
    """End the process before the operation, as SIGKILL does."""
    del layer, name, arguments
    os.kill(os.getpid(), signal.SIGKILL)


def kill_after(layer: Layer, name: str, arguments: tuple[Any, ...]) -> None:
    """End the process right after the operation."""
    try:
        layer.real[name](*arguments)
    finally:
        os.kill(os.getpid(), signal.SIGKILL)


def tear(layer: Layer, name: str, arguments: tuple[Any, ...]) -> None:
    """End the process in the middle of a write."""
    if name == "write":
        data = bytes(arguments[1])
        layer.real["write"](arguments[0], data[: len(data) // 2])
    os.kill(os.getpid(), signal.SIGKILL)


def cut_power(layer: Layer, name: str, arguments: tuple[Any, ...]) -> None:
    """End the process, and lose every byte that no fsync has seen onto the disk."""
    del name, arguments
    for path in set(layer.unsynced.values()):
        if Path(path).exists():
            layer.real["truncate"](path, 0)
    os.kill(os.getpid(), signal.SIGKILL)


def failing(number: int) -> Fault:
    """Let the operation fail as the system lets it."""

    def fail(layer: Layer, name: str, arguments: tuple[Any, ...]) -> None:
        del layer, name, arguments
        raise OSError(number, os.strerror(number))

    return fail


def take_one_byte(layer: Layer, name: str, arguments: tuple[Any, ...]) -> int | None:
    """Take only one byte of what is given, as a system may."""
    if name != "write":
        return None
    return int(layer.real["write"](arguments[0], bytes(arguments[1])[:1]))


def meddling(meddle: Callable[[], None]) -> Fault:
    """Let another program do something first; then the operation goes on."""

    def fault(layer: Layer, name: str, arguments: tuple[Any, ...]) -> None:
        del layer, name, arguments
        meddle()

    return fault


def overwrite(path: Path, data: bytes) -> None:
    """Write in place, as some programs save."""
    with io.open(path, "r+b") as stream:  # noqa: UP020 - not through the layer
        stream.write(data)
        stream.truncate()
