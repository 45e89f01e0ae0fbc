"""Builds src/sayso/export/world.txt, the outlines drawn behind a report's places, from Natural Earth.

    npm pack world-atlas && tar xzf world-atlas-*.tgz
    python -m recipe.world package/countries-50m.json

One line a ring of land: "x,y x,y …" in hundredths of a degree, simplified (Douglas and Peucker) to what a small map can
show. Natural Earth is in the public domain.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from recipe.gazetteer import Point, rings_of

OUT = Path(__file__).resolve().parent.parent / "src" / "sayso" / "export" / "world.txt"
TOLERANCE = 0.12
"""Degrees: what a map 600 pixels wide of a region 60 degrees wide shows as one pixel."""
SMALLEST = 0.15
"""Square degrees; smaller islands are left out."""


def simplified(ring: list[Point]) -> list[Point]:
    """The ring without points that lie within `TOLERANCE` of the line between their neighbours."""
    keep = {0, len(ring) - 1}
    pending = [(0, len(ring) - 1)]
    while pending:
        first, last = pending.pop()
        far, at = max(((_off(ring[i], ring[first], ring[last]), i) for i in range(first + 1, last)), default=(0.0, 0))
        if far > TOLERANCE:
            keep.add(at)
            pending += [(first, at), (at, last)]
    return [ring[number] for number in sorted(keep)]


def _off(point: Point, start: Point, end: Point) -> float:
    (x, y), (x0, y0), (x1, y1) = point, start, end
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    if not length:
        return float(((x - x0) ** 2 + (y - y0) ** 2) ** 0.5)
    return float(abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / length)


def area(ring: list[Point]) -> float:
    """The ring's area in square degrees."""
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True))) / 2


def main() -> None:
    """Build the shipped outlines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("atlas", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    rings = [simplified(ring) for rings in rings_of(options.atlas).values() for ring in rings if area(ring) >= SMALLEST]
    lines = [" ".join(f"{round(x * 100)},{round(y * 100)}" for x, y in ring) for ring in rings if len(ring) > 3]
    options.out.write_text("\n".join(lines) + "\n")
    print(f"{len(lines)} rings, {options.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
