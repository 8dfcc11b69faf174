"""Makes the pictures of the summary sheet from the samples.

Needs LibreOffice, pdftoppm (poppler) and Pillow:  python docs/pictures/make_pictures.py
"""  # noqa: INP001  a script of its own

from __future__ import annotations

import datetime as dt
import subprocess
import tempfile
from pathlib import Path

from PIL import Image, ImageChops

from netsheet.pipeline.opened import open_log
from netsheet.render.summary import render_summary
from netsheet.resources import sample_workbooks

HERE = Path(__file__).parent
TODAY = dt.date(2026, 3, 16)
SAMPLES = {"plain-log": 4, "two-sheets": 5}
"""The samples, and how many pages of each are shown."""

DPI = 75
TOP, TITLE, FOOT, GAP = 0.055, 0.135, 0.92, 14
"""Where a page's content begins, where the repeated title ends, and where the foot begins: shares of its height."""


def main() -> None:
    """Make each picture anew."""
    for name, pages in SAMPLES.items():
        with tempfile.TemporaryDirectory() as folder:
            picture = _stacked(_pages(name, Path(folder))[:pages])
        picture.quantize(128, dither=Image.Dither.NONE).save(HERE / f"{name}-summary.png", optimize=True)


def _pages(name: str, folder: Path) -> list[Image.Image]:
    workbook = folder / f"{name}.xlsx"
    workbook.write_bytes(render_summary(open_log(sample_workbooks() / workbook.name, today=TODAY).summary))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, workbook)
    _run("pdftoppm", "-png", "-r", DPI, folder / f"{name}.pdf", folder / "page")
    return [Image.open(page).convert("RGB") for page in sorted(folder.glob("page-*.png"))]


def _run(*command: object) -> None:
    subprocess.run([str(word) for word in command], check=True, capture_output=True)  # noqa: S603  our own words


def _stacked(pages: list[Image.Image]) -> Image.Image:
    """Put the pages under each other without their margins, feet and repeated titles."""
    parts = [_content(page, TITLE if number else TOP) for number, page in enumerate(pages)]
    height = sum(part.height + GAP for part in parts) + GAP
    picture = Image.new("RGB", (pages[0].width, height), "white")
    top = GAP
    for part in parts:
        picture.paste(part, (0, top))
        top += part.height + GAP
    return picture


def _content(page: Image.Image, top: float) -> Image.Image:
    inner = page.crop((0, int(page.height * top), page.width, int(page.height * FOOT)))
    box = ImageChops.difference(inner, Image.new("RGB", inner.size, "white")).getbbox()
    return inner.crop((0, box[1], inner.width, box[3])) if box else inner


if __name__ == "__main__":
    main()
