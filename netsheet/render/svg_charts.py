"""Draw the figures of the summary as shapes for inline SVG. Lengths are in the units of the drawing."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from netsheet.core.month_names import SHORT_MONTHS
from netsheet.core.numbers.number_words import format_share
from netsheet.render.summary.chart_tables import Figure
from netsheet.render.summary.sheet_page import Value

WIDTH = 480.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 44.0, 12.0, 12.0, 28.0
_LABELS_LEFT, _VALUES_RIGHT = 150.0, 64.0
_COLUMN_HEIGHT = 240.0
_BAR, _BAR_STEP = 18.0, 30.0
_MOST_DAY_LABELS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A filled rectangle; ``series`` is the number of its colour, ``title`` what it shows when pointed at."""

    x: float
    y: float
    width: float
    height: float
    title: str
    series: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight line: part of the grid, or a likely range."""

    x1: float
    y1: float
    x2: float
    y2: float
    is_range: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A text at a point; ``anchor`` is the end of it that is there: start, middle or end."""

    x: float
    y: float
    text: str
    anchor: str = "middle"


@dataclass(slots=True, kw_only=True)
class Drawing:
    """The shapes of one chart; ``legend`` names its series when there are several."""

    height: float
    bars: list[Bar] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    legend: tuple[str, ...] = ()


def draw(figure: Figure) -> Drawing:
    """Draw a figure; a chart of the same kind as on the summary sheet."""
    return _DRAW[figure.kind](figure)


def _number(value: Value) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _short(value: Value) -> str:
    return f"{value.day} {SHORT_MONTHS[value.month - 1]}" if isinstance(value, dt.date) else str(value)


def _nice_top(most: float) -> int:
    """Round up to a number that grid lines divide well: 4, 5, 8, 10, 20, 40, 50 ..."""
    step = 1
    while step * 5 < most:
        step *= 5 if str(step).startswith("2") else 2
    return step * max(1, math.ceil(most / step))


def _grid(
    drawing: Drawing, top: float, *, steps: int, label: Callable[[float], str]
) -> Callable[[float], float]:
    """Draw the horizontal lines of a chart of columns, and return where a value is."""
    base, room = drawing.height - _BOTTOM, drawing.height - _BOTTOM - _TOP

    def at(value: float) -> float:
        return round(base - room * value / top, 2)

    for step in range(steps + 1):
        value = top * step / steps
        drawing.lines.append(Line(x1=_LEFT, y1=at(value), x2=WIDTH - _RIGHT, y2=at(value)))
        drawing.labels.append(Label(x=_LEFT - 6, y=at(value) + 4, text=label(value), anchor="end"))
    return at


def _draw_weeks(figure: Figure) -> Drawing:
    drawing = Drawing(height=_COLUMN_HEIGHT, legend=figure.headings[1:])
    top = _nice_top(max(sum(map(_number, row[1:])) for row in figure.rows))
    steps = next(steps for steps in (5, 4, 3, 2, 1) if top % steps == 0)
    at = _grid(drawing, top, steps=steps, label=lambda value: f"{value:,.0f}")
    step = (WIDTH - _LEFT - _RIGHT) / len(figure.rows)
    every = math.ceil(len(figure.rows) / _MOST_DAY_LABELS)
    for index, row in enumerate(figure.rows):
        left, below = _LEFT + index * step + step * 0.15, 0.0
        for series, (name, value) in enumerate(zip(figure.headings[1:], map(_number, row[1:]), strict=True)):
            if value:
                bar_top, bar_base = at(below + value), at(below)
                title = f"{_short(row[0])}, {name.lower()}: {value:,.0f}"
                drawing.bars.append(
                    Bar(
                        x=left,
                        y=bar_top,
                        width=step * 0.7,
                        height=bar_base - bar_top,
                        title=title,
                        series=series,
                    )
                )
                below += value
        if index % every == 0:
            middle = left + step * 0.35
            drawing.labels.append(Label(x=middle, y=drawing.height - 8, text=_short(row[0])))
    return drawing


def _draw_days(figure: Figure) -> Drawing:
    drawing = Drawing(height=_COLUMN_HEIGHT)
    at = _grid(drawing, 1.0, steps=4, label=lambda value: f"{value:.0%}")
    step = (WIDTH - _LEFT - _RIGHT) / len(figure.rows)
    every = math.ceil(len(figure.rows) / _MOST_DAY_LABELS)
    for index, (day, *shares) in enumerate(figure.rows):
        share, low, high = (_number(value) for value in shares[:3])
        left, middle = _LEFT + index * step + step * 0.1, _LEFT + (index + 0.5) * step
        title = f"After {_short(day)} days: {format_share(share)}"
        drawing.bars.append(Bar(x=left, y=at(share), width=step * 0.8, height=at(0) - at(share), title=title))
        drawing.lines.append(Line(x1=middle, y1=at(low), x2=middle, y2=at(high), is_range=True))
        if index % every == 0:
            drawing.labels.append(Label(x=middle, y=drawing.height - 8, text=_short(day)))
    return drawing


def _draw_rows(figure: Figure, *, top: float) -> tuple[Drawing, Callable[[float], float]]:
    """Draw horizontal bars with their names on the left, and return where a value is."""
    drawing = Drawing(height=_TOP + _BAR_STEP * len(figure.rows))
    room = WIDTH - _LABELS_LEFT - _VALUES_RIGHT

    def at(value: float) -> float:
        return round(_LABELS_LEFT + room * value / top, 2)

    for index, row in enumerate(figure.rows):
        y = _TOP + index * _BAR_STEP
        name, value = _short(row[0]), _number(row[1])
        drawing.labels.append(Label(x=_LABELS_LEFT - 8, y=y + 13, text=name, anchor="end"))
        bar = Bar(x=_LABELS_LEFT, y=y, width=at(value) - _LABELS_LEFT, height=_BAR, title=name)
        drawing.bars.append(bar)
    return drawing, at


def _draw_funnel(figure: Figure) -> Drawing:
    drawing, at = _draw_rows(figure, top=max(_number(row[1]) for row in figure.rows) or 1)
    for index, row in enumerate(figure.rows):
        count = _number(row[1])
        y = _TOP + index * _BAR_STEP + 13
        drawing.labels.append(Label(x=at(count) + 6, y=y, text=f"{count:,.0f}", anchor="start"))
    return drawing


def _draw_rates(figure: Figure) -> Drawing:
    drawing, at = _draw_rows(figure, top=1.0)
    for index, row in enumerate(figure.rows):
        share, low, high = (_number(value) for value in row[1:4])
        y = _TOP + index * _BAR_STEP
        drawing.lines.append(Line(x1=at(low), y1=y + _BAR / 2, x2=at(high), y2=y + _BAR / 2, is_range=True))
        for end in (low, high):
            drawing.lines.append(Line(x1=at(end), y1=y + 4, x2=at(end), y2=y + _BAR - 4, is_range=True))
        text = format_share(share)
        drawing.labels.append(Label(x=WIDTH - 4, y=y + 13, text=text, anchor="end"))
    return drawing


_DRAW: Mapping[str, Callable[[Figure], Drawing]] = {
    "weeks": _draw_weeks,
    "rates": _draw_rates,
    "funnel": _draw_funnel,
    "days": _draw_days,
}
