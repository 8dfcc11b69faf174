"""What the optional sheets of a workbook say, all together; it imports none of their modules, which most logs never need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from netsheet.core.model import Finding
    from netsheet.core.optional_sheets.company_rows import TargetCompany
    from netsheet.core.optional_sheets.date_rows import KeyDate
    from netsheet.core.optional_sheets.event_rows import Event
    from netsheet.core.optional_sheets.resource_rows import Resource


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionalSheets:
    """The entries of each sheet in the order of its rows; None where the workbook has no such sheet."""

    events: tuple[Event, ...] | None = None
    dates: tuple[KeyDate, ...] | None = None
    companies: tuple[TargetCompany, ...] | None = None
    resources: tuple[Resource, ...] | None = None
    findings: tuple[Finding, ...] = ()

    def days_at_events(self, *, until: dt.date) -> frozenset[dt.date]:
        """Return the days of the events that the user went to, up to a day."""
        days = (event.on for event in self.events or () if event.went and event.on is not None)
        return frozenset(day for day in days if day <= until)
