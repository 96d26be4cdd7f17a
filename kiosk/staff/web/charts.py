"""Small charts as SVG, drawn here so that the page needs no script: bars over an even axis."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 360, 132
"""Units of a chart; on a narrow phone one is a pixel."""
_TOP, _BOTTOM, _LEFT = 16, 20, 4
_GAP = 0.22
"""Share of a bar's room that stays empty."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its height, the part of it that is told apart, what stands below it (may be empty), and what it says
    when it is pointed at."""

    value: float
    marked: float
    label: str
    says: str


def bars(name: str, values: Sequence[Bar], top: str) -> str:
    """The bars as an image with that name; `top` is what the highest one stands for."""
    room = (WIDTH - 2 * _LEFT) / max(1, len(values))
    highest = max((bar.value for bar in values), default=0) or 1
    scale = (HEIGHT - _TOP - _BOTTOM) / highest
    floor = HEIGHT - _BOTTOM
    drawn = [
        f'<svg class="chart" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{html.escape(name)}">',
        f'<line class="grid" x1="{_LEFT}" x2="{WIDTH - _LEFT}" y1="{_TOP}" y2="{_TOP}"/>',
        f'<text class="top" x="{_LEFT}" y="{_TOP - 4}">{html.escape(top)}</text>',
    ]
    for number, bar in enumerate(values):
        x = _LEFT + room * (number + _GAP / 2)
        wide = room * (1 - _GAP)
        drawn.append(f"<g><title>{html.escape(bar.says)}</title>{_rect('bar', x, wide, bar.value * scale, floor)}")
        drawn.append(f"{_rect('marked', x, wide, bar.marked * scale, floor)}</g>")
        if bar.label:
            middle = x + wide / 2
            anchor = "start" if number == 0 and len(bar.label) > 2 else "middle"
            anchor = "end" if number == len(values) - 1 and len(bar.label) > 2 else anchor
            at = {"start": x, "middle": middle, "end": x + wide}[anchor]
            label = html.escape(bar.label)
            drawn.append(f'<text class="label" x="{at:.1f}" y="{HEIGHT - 6}" text-anchor="{anchor}">{label}</text>')
    drawn.append(f'<line class="axis" x1="{_LEFT}" x2="{WIDTH - _LEFT}" y1="{floor}" y2="{floor}"/></svg>')
    return "".join(drawn)


def _rect(kind: str, x: float, width: float, height: float, floor: float) -> str:
    if height <= 0:
        return ""
    return (
        f'<rect class="{kind}" x="{x:.1f}" y="{floor - height:.1f}" width="{width:.1f}" height="{height:.1f}" rx="1"/>'
    )
