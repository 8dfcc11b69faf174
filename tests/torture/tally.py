"""The count: how many trials there were, and how they ended."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(kw_only=True)
class Tally:
    """One chapter's count. ``lost`` names every trial that ended in any way it must not.

    A count without a trial fails the run, except where ``may_be_untried`` says why this computer cannot try it.
    """

    name: str
    may_be_untried: str = ""
    tried: int = 0
    survived: int = 0
    refused: int = 0
    slowest_seconds: float = 0.0
    lost: list[str] = field(default_factory=list)

    def survive(self) -> None:
        """Count a trial after which the work was done, or the file is whole."""
        self.tried += 1
        self.survived += 1

    def refuse(self) -> None:
        """Count a trial that was answered with a reason, the file as it was."""
        self.tried += 1
        self.refused += 1

    def lose(self, what: str) -> None:
        """Count a trial that must not have ended so."""
        self.tried += 1
        self.lost.append(what)

    def count(self, fault: str | None, *, refused: bool, what: str) -> None:
        """Count a trial by its verdict: ``fault`` says what was wrong, None that all was well."""
        if fault is not None:
            self.lose(f"{what}: {fault}")
        elif refused:
            self.refuse()
        else:
            self.survive()

    def __str__(self) -> str:
        line = f"{self.name:<72} {self.tried:>6} {self.survived:>9} {self.refused:>8} {len(self.lost):>6}"
        remarks = [f"    LOST  {what}" for what in self.lost[:20]]
        if not self.tried:
            remarks.append(f"    NOT TRIED  {self.may_be_untried}".rstrip())
        return "\n".join([line, *remarks])


HEADING = f"{'':<72} {'tried':>6} {'survived':>9} {'refused':>8} {'lost':>6}"
