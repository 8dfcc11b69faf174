"""Do the same to many files at once: in this process, in several, or on the computers of a dask cluster.

One file never needs more than one process. What comes back for a file must be small: all of it is kept.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache, partial
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final, Protocol, TypeVar

from netsheet.errors import MissingExtraError, UnreadableError

Result = TypeVar("Result")
ReportDone = Callable[[int], None]

_CONNECT_SECONDS: Final = 20
_FORGET_EVERY: Final = 16
_MOST_WORKERS: Final = 61
"""More processes in one pool are refused on Windows."""
_DONE: Final = count()
_CacheWrapper: Final = type(lru_cache(lambda: None))


class Mapping(Protocol):
    """Do something to each of many files, and return what comes of it in their order."""

    def __call__(
        self, work: Callable[[Path], Result], lost: Callable[[Path], Result], paths: Sequence[Path]
    ) -> list[Result]:
        """Run ``work`` on each path; ``lost`` says what comes of one whose process the system ended."""


class UnreachableError(UnreadableError):
    """No dask scheduler answers at an address (exit 3)."""

    def __init__(self, address: str) -> None:
        super().__init__(
            f"No dask scheduler answers at {address}",
            "Check the address; it looks like tcp://192.0.2.10:8786. Without --scheduler, this computer does the work.",
        )


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _run_and_forget(work: Callable[[Path], Result], path: Path) -> Result:
    """Run ``work`` on a path, and forget what was remembered of its texts: the next log has other ones."""
    result = work(path)
    if next(_DONE) % _FORGET_EVERY == 0:
        _forget()
    return result


def _forget() -> None:
    for name, module in list(sys.modules.items()):
        if name.startswith("netsheet."):
            for value in vars(module).values():
                # One entry is a table that a function without arguments made: it is the same for every log.
                if isinstance(value, _CacheWrapper) and value.cache_info().currsize > 1:
                    value.cache_clear()
    gc.collect()
    if not gc.get_freeze_count():
        gc.freeze()  # the modules stay: from now on only what a file leaves behind is looked through


class Processes:
    """Several processes of this computer, or this one alone."""

    def __init__(self, workers: int | None = None, report_done: ReportDone = lambda _: None) -> None:
        self._workers = workers or cores()
        self._report_done = report_done

    def __call__(
        self, work: Callable[[Path], Result], lost: Callable[[Path], Result], paths: Sequence[Path]
    ) -> list[Result]:
        """Run ``work`` on each path. Where a process is ended, the rest goes on, and those begun in it come last.

        Those that were begun in two such pools are tried once more, each alone.
        """
        workers = min(self._workers, len(paths), _MOST_WORKERS)
        if workers <= 1:
            return self._one_by_one(work, paths)
        results: dict[int, Result] = {}
        ended = Counter(dict.fromkeys(range(len(paths)), 0))
        while rest := [number for number in ended if number not in results and ended[number] < 2]:
            rest.sort(key=ended.__getitem__)
            self._run(work, paths, rest, results, workers)
            ended.update([number for number in rest if number not in results][:workers])
        for number in [number for number in ended if number not in results]:
            self._run(work, paths, [number], results, 1)
            if number not in results:
                results[number] = lost(paths[number])
        return [results[number] for number in range(len(paths))]

    def _one_by_one(self, work: Callable[[Path], Result], paths: Sequence[Path]) -> list[Result]:
        results = []
        for path in paths:
            results.append(_run_and_forget(work, path))
            self._report_done(len(results))
        return results

    def _run(
        self,
        work: Callable[[Path], Result],
        paths: Sequence[Path],
        numbers: Iterable[int],
        results: dict[int, Result],
        workers: int,
    ) -> None:
        """Fill in the results of some paths; those whose process was ended stay away."""
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin) as pool:
            futures = {pool.submit(_run_and_forget, work, paths[number]): number for number in numbers}
            try:
                for future in as_completed(futures):
                    try:
                        results[futures[future]] = future.result()
                    except BrokenProcessPool:
                        continue
                    self._report_done(len(results))
            except KeyboardInterrupt:
                pool.shutdown(wait=False, cancel_futures=True)
                raise


def _begin() -> None:
    """Leave Ctrl-C to the process that started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


class Cluster:
    """The workers of a dask cluster, which must have netsheet and see the files under the same paths.

    The one part of netsheet that opens a connection: to the address that the user gives.
    """

    def __init__(self, address: str, report_done: ReportDone = lambda _: None) -> None:
        self._address = address
        self._report_done = report_done

    def __call__(
        self, work: Callable[[Path], Result], lost: Callable[[Path], Result], paths: Sequence[Path]
    ) -> list[Result]:
        """Run ``work`` on each path.

        Raises:
            MissingExtraError: when dask.distributed is not installed.
            UnreachableError: when the scheduler does not answer.
        """
        distributed = _import_distributed()
        places = [path.absolute() for path in paths]
        try:
            client = distributed.Client(self._address, timeout=_CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            raise UnreachableError(self._address) from error
        with client:
            futures = client.map(partial(_run_and_forget, work), places, pure=False, retries=1)
            for done, _ in enumerate(distributed.as_completed(futures, loop=client.loop), 1):
                self._report_done(done)
            return [
                lost(path) if isinstance(future.exception(), distributed.KilledWorker) else future.result()
                for path, future in zip(paths, futures, strict=True)
            ]


def _import_distributed() -> Any:  # noqa: ANN401 - the library is optional
    try:
        import distributed  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError(
            "--scheduler needs dask.distributed, which is not installed", "distributed"
        ) from error
    return distributed
