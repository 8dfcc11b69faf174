from __future__ import annotations

import pytest

from netsheet.core.model import Settings
from netsheet.core.people.interpret import interpret_log
from tests.reading.build import TODAY, mapping_of
from tests.reading.further import FURTHER
from tests.reading.invented import INVENTED, Invented

EVERY = (*INVENTED, *FURTHER)


@pytest.mark.parametrize("invented", EVERY, ids=lambda invented: invented.title)
def test_an_invented_workbook_is_understood(invented: Invented) -> None:
    log = interpret_log(invented.snapshot, today=TODAY, settings=Settings())

    found = mapping_of(log)
    assert log.reading.sheet == invented.sheet
    assert log.reading.header_row == invented.header_row
    assert {heading: found.get(heading) for heading in invented.fields} == invented.fields
    assert len(log.reading.record_rows) == invented.records
    assert sum(len(person.touches) for person in log.people) == invented.touches
    assert invented.people is None or len(log.people) == invented.people
    assert invented.skipped.items() <= log.reading.skipped_rows.items()


def test_there_are_at_least_forty_invented_workbooks() -> None:
    assert len({invented.title for invented in EVERY}) == len(EVERY) >= 40
