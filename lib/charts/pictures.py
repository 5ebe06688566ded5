"""Drawings as pictures: matplotlib figures as SVG that can share a page with others, and as PNG. The same drawing gives the same bytes."""

import io
import re
from contextlib import contextmanager
from html import escape

import matplotlib
from matplotlib.figure import Figure

from lib.charts import palettes

POINTS_PER_INCH, PIXELS_PER_INCH = 72, 96
PNG_DPI = 200
TYPEFACE = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif"
OWN_TO_A_PROCESS = ("backend", "backend_fallback", "interactive", "toolbar", "timezone")


@contextmanager
def style():
    """matplotlib's defaults and our style, whatever else the process has set; put back afterwards."""
    defaults = {name: value for name, value in matplotlib.rcParamsDefault.items() if name not in OWN_TO_A_PROCESS}
    with matplotlib.rc_context(defaults | palettes.STYLE):
        yield


def sheet(width, height):
    """An empty drawing of this size in points, without pyplot."""
    return Figure(figsize=(width / POINTS_PER_INCH, height / POINTS_PER_INCH), dpi=POINTS_PER_INCH, facecolor="white")


def png(drawing):
    """The drawing as PNG bytes at 200 dots an inch."""
    picture = io.BytesIO()
    with style():
        drawing.savefig(picture, format="png", dpi=PNG_DPI, metadata={"Software": None}, pil_kwargs={"compress_level": 4})
    return picture.getvalue()


def svg(drawing, key, alt):
    """The drawing as an `<svg>` element with its text alternative, whose ids all begin with the key and whose styles stay inside it."""
    picture = io.BytesIO()
    with style():
        drawing.savefig(picture, format="svg", metadata={"Date": None, "Creator": None})
    return _own(picture.getvalue().decode("utf-8"), key, alt)


def _own(written, key, alt):
    element = written[written.index("<svg"):]
    element = re.sub(r"<metadata>.*?</metadata>|<!--.*?-->", "", element, flags=re.DOTALL)
    element = element.replace("*{stroke-linejoin", f"#{key}-drawing *{{stroke-linejoin")
    pointed_at = set(re.findall(r"#([\w.-]+)(?=[\")])", element))
    element = re.sub(r"<[^<>]+>", lambda tag: _tag(tag.group(), key, alt, pointed_at), element)
    return re.sub(r">\s+<", "><", element).strip()


def _tag(tag, key, alt, pointed_at):
    if tag.startswith("<svg"):
        return _root(tag, key, alt)
    tag = re.sub(r' id="([^"]*)"', lambda found: f' id="{key}-{found[1]}"' if found[1] in pointed_at else "", tag)
    tag = re.sub(r'(href="|url\()#', rf"\1#{key}-", tag)
    tag = re.sub(r' font-family: [^;"]*;?| transform="rotate\(-?0 [^"]*"', "", tag)
    return re.sub(r"\s+", " ", tag)


def _root(tag, key, alt):
    width, height = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', tag).groups()
    across, down = (f"{float(side) * PIXELS_PER_INCH / POINTS_PER_INCH:g}" for side in (width, height))
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return (f'<svg role="img" aria-label="{escape(alt)}" id="{key}-drawing" {names} '
            f'viewBox="0 0 {width} {height}" width="{across}" height="{down}" '
            f'style="max-width: 100%; height: auto; font-family: {TYPEFACE}">')
