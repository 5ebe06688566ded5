"""Turns an executed notebook into one page of an edition: one HTML file that opens offline, reads without code and prints on A4.

Nothing is calculated here and no figure is changed: outputs' HTML goes to the page as it is. A page refers to no other host. Standard
error and code stay in the executed notebook; so do cells tagged `notebook-only`, styles of that class, and sections of which nothing was
returned, which one line at the page's end names.

`edition` is a dict of what the page says round the notebook (all words are shown as they are given; only these three must be there:
`authority`, `month`, `title`):

    authority   "Rotherham"
    month       "December 2015"
    title       the page's title, used where the notebook has no first-level heading of its own
    page        the page's own file name, "adoption.html", marked as current in the navigation; without it, the page of that title
    status      "draft" or "final"
    issue       2, or "" when there is none
    extracted   "2016-01-18" (shown as 18 January 2016) or words
    contact     a role, never a person's name
    banner      words of the worked example's banner, or ""
    pages       [(href, title, state), ...] in order, the front page first; state "failed" is named without a link
    made        {"version": "0.1.0", "at": "2026-11-21", "seconds": 41, "notebook": "notebooks/adoption.ipynb", "run": "run.json"},
                each of them optional
    provenance  {"measure|basis|place|month": {"name": ..., "period": ..., "value": ..., "numerator": ..., "denominator": ...,
                "basis": ..., "origin": ..., "method": ..., "source": ..., "population": ..., "interval": ..., "rivals": ...}, ...},
                optional; the whole edition's may be given, a page keeps the figures it mentions and leaves empty entries out. A benchmark's
                key is "measure|comparator||period", another authority's "measure|code||period", and what is the same for all of them
                (name, period, source ...) can stand once, as "measure|authority||period"
"""

import functools
import json
import re
from datetime import date
from html import unescape
from pathlib import Path

import nbformat
from nbconvert.exporters.templateexporter import TemplateExporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from lib import absences, marks
from lib.errors import WorkbookError

TEMPLATES = Path(__file__).parent / "templates"
REQUIRED = ("authority", "month", "title")
DEFAULTS = {"status": "draft", "issue": "", "extracted": "", "contact": "", "banner": "", "pages": (), "made": {},
            "provenance": {}}
RESERVED = {"main", "contents-label", "origin", "origin-name", "said", "provenance"}     # the template's own ids
NOT_FOR_READERS = {"notebook-only", "papermill-error-cell-tag"}
HEADING = re.compile(r"<h([1-6])\b([^>]*)>(.*?)</h\1>", re.DOTALL | re.IGNORECASE)
ID = re.compile(r'\bid="([^"]+)"')
DATA = re.compile(r"<data\b([^>]*)>")
ATTRIBUTE = re.compile(r'data-(measure|basis|breakdown|category|month|comparator|authority|period|from)="([^"]*)"')
ANY_AUTHORITY = "authority"     # in a key's second place: what holds of every authority's figure
MADE_UP = re.compile(r"[0-9a-f-]+|")        # ids that nbformat and JupyterLab give to cells by themselves
NOTEBOOK_STYLES = re.compile(r'<style class="notebook-only">.*?</style>', re.DOTALL)
TERMINAL_COLOUR = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
LONGEST_LINE = 120      # characters of a cell's first line that a box for a stopped cell quotes


def render(notebook, edition):
    """The page of a report, as HTML text. `notebook` is an executed notebook's path or nbformat node; `edition` as the module says.

    Raises WorkbookError when the edition lacks its authority, month or title.

    >>> notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("## How many children?")])
    >>> html = render(notebook, {"authority": "Somewhere", "month": "March 2020", "title": "Adoption"})
    >>> '<h2 id="how-many-children">How many children?</h2>' in html
    True
    """
    return _page(notebook, edition, "report")


def front(notebook, edition):
    """The edition's front page, as HTML text: the same template in its front-page variant. Takes and raises what `render` does."""
    return _page(notebook, edition, "front")


def _page(notebook, edition, variant):
    complete, opened = _complete(edition), _opened(notebook)
    cells, questions = absences.folded(opened["cells"])
    resources = {"edition": complete, "variant": variant, "left_out": absences.left_out(questions, complete["month"])}
    html, _ = _exporter().from_notebook_node(nbformat.from_dict({**opened, "cells": cells}), resources)
    return html


def _complete(edition):
    missing = [key for key in REQUIRED if not edition.get(key)]
    if missing:
        raise WorkbookError(where=f"page {edition.get('page') or edition.get('title') or 'without a name'}",
                            found=f"no {', no '.join(missing)}",
                            expected="an edition with authority, month and title",
                            advice="Give them to pages.render or pages.front.")
    own = next((href for href, title, _ in edition.get("pages", ()) if title == edition["title"]), "")
    return DEFAULTS | {"page": own} | edition


def _opened(notebook):
    return notebook if isinstance(notebook, dict) else nbformat.read(notebook, as_version=4)


@functools.cache
def _exporter():
    exporter = TemplateExporter(template_name="report", template_file="index.html.j2", extra_template_basedirs=[str(TEMPLATES)],
                                default_preprocessors=[], filters=_filters())
    exporter.output_mimetype = "text/html"
    return exporter


def _filters():
    return {"alternative": alternative, "arranged": arranged, "css_words": css_words, "first_line": first_line,
            "for_pages": for_pages, "for_readers": for_readers, "long_date": long_date, "markdown": markdown, "named": named, "plain": plain,
            "standing": standing}


def arranged(body, edition):
    """The page's heading, body with an id on every heading, contents (id and words of second-level headings), provenance and failures.

    >>> page = arranged("<h1>Adoption</h1><h2>How long?</h2>", {"title": "-", "pages": [], "provenance": {}})
    >>> page["heading"], page["body"], page["contents"]
    ('Adoption', '<h2 id="how-long">How long?</h2>', [('how-long', 'How long?')])
    """
    heading, rest = _without_title(str(body), edition["title"])
    rest = with_anchors(rest)
    return {"heading": heading, "body": rest, "contents": contents(rest), "provenance": provenance(rest, edition["provenance"]),
            "failed": [title for _, title, state in edition["pages"] if state == "failed"]}


def _without_title(body, title):
    first = next((found for found in HEADING.finditer(body) if found[1] == "1"), None)
    if first is None:
        return title, body
    rest = body[:first.start()] + body[first.end():]
    return _words(first[3]), HEADING.sub(_lowered, rest)


def _lowered(heading):
    return f"<h2{heading[2]}>{heading[3]}</h2>" if heading[1] == "1" else heading[0]


def with_anchors(body):
    """The same HTML with an id on every heading: its own, or one made of its words; always the same, and never twice in a page.

    >>> with_anchors("<h2>Referrals</h2><h2>Referrals</h2>")
    '<h2 id="referrals">Referrals</h2><h2 id="referrals-2">Referrals</h2>'
    """
    taken = set(ID.findall(HEADING.sub("", body))) | RESERVED
    return HEADING.sub(lambda heading: _anchored(heading, taken), body)


def _anchored(heading, taken):
    own = ID.search(heading[2])
    anchor = _free(own[1] if own else _slug(heading[3]), taken)
    taken.add(anchor)
    attributes = ID.sub("", heading[2]).strip()
    return f'<h{heading[1]} id="{anchor}"{" " + attributes if attributes else ""}>{heading[3]}</h{heading[1]}>'


def _free(wanted, taken):
    number, anchor = 1, wanted
    while anchor in taken:
        number += 1
        anchor = f"{wanted}-{number}"
    return anchor


def _slug(html):
    return re.sub(r"[^a-z0-9]+", "-", _words(html).replace("’", "").replace("'", "").lower()).strip("-") or "part"


def _words(html):
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def contents(body):
    """The page's second-level headings as (id, words), in order.

    >>> contents('<h2 id="a">One <em>word</em></h2><h3 id="b">Two</h3>')
    [('a', 'One word')]
    """
    return [(ID.search(found[2])[1], _words(found[3])) for found in HEADING.finditer(body) if found[1] == "2"]


def provenance(body, records):
    """What is known of the figures that the page mentions, as JSON that is safe inside a script element; "" where nothing is.

    >>> provenance('<data data-measure="contacts" data-basis="in_month" data-month="2015-12">9</data>',
    ...            {"contacts|in_month||2015-12": {"name": "Contacts", "rivals": ""}, "referrals|in_month||2015-12": {"name": "-"}})
    '{"contacts|in_month||2015-12":{"name":"Contacts"}}'
    """
    if not records or 'id="provenance"' in body:
        return ""
    mentioned = sorted({key for attributes in DATA.findall(body) for key in _keys(attributes)} & set(records))
    known = {key: {name: value for name, value in records[key].items() if value not in ("", None)} for key in mentioned}
    return json.dumps(known, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c") if known else ""


def _keys(attributes):
    said = {name: unescape(value) for name, value in ATTRIBUTE.findall(attributes)}
    place = marks.place(said.get("breakdown", ""), said.get("category", ""))
    month = said.get("month", said.get("period", ""))
    for basis in [said[name] for name in ("basis", "comparator", "authority") if name in said] or [""]:
        yield f"{said.get('measure', '')}|{basis}|{place}|{month}"
    if "authority" in said:
        yield f"{said.get('measure', '')}|{ANY_AUTHORITY}||{month}"
    for origin in said.get("from", "").split():
        measure, month, basis = (origin.split("@") + ["", ""])[:3]
        yield f"{measure}|{basis}|{place}|{month}"
        yield f"{measure}|{basis}||{month}"


def for_readers(cell):
    """Whether a cell stands in the page: all do but those tagged `notebook-only` and papermill's own note of an error."""
    return not NOT_FOR_READERS & set(cell.metadata.get("tags", ()))


def for_pages(html):
    """An output's HTML without the styles that JupyterLab needs: a page has its own.

    >>> for_pages('<p>Nine</p><style class="notebook-only">p { color: red; }</style>')
    '<p>Nine</p>'
    """
    return NOTEBOOK_STYLES.sub("", html)


def named(html, cell):
    """A cell's HTML with the cell's id on its first second-level heading, unless the id is one that a program made up.

    >>> named("<h2>What is off target</h2>", "off-target"), named("<h2>Reviews</h2>", "9f3b2a71")
    ('<h2 id="off-target">What is off target</h2>', '<h2>Reviews</h2>')
    """
    return html if MADE_UP.fullmatch(cell) else html.replace("<h2>", f'<h2 id="{cell}">', 1)


def markdown(source):
    """Markdown as HTML, without pilcrows beside its headings.

    >>> markdown("## Reviews")
    '<h2>Reviews</h2>'
    """
    renderer = IPythonRenderer(escape=False, exclude_anchor_links=True)
    return re.sub(r'(<h[1-6]) id="[^"]*"', r"\1", MarkdownWithMath(renderer=renderer).render(source)).strip()


def alternative(output):
    """An image's text alternative: the chart's own, or the words that came with the image."""
    return output.metadata.get("chart", {}).get("alt") or output.data.get("text/plain", "")


def plain(text):
    """Text without a terminal's colours."""
    return TERMINAL_COLOUR.sub("", str(text)).strip("\n")


def first_line(source):
    """A cell's first line that says something, shortened.

    >>> first_line("\\ncharts.trend(referrals)\\n")
    'charts.trend(referrals)'
    """
    lines = [line.strip() for line in source.splitlines() if line.strip()]
    return lines[0][:LONGEST_LINE] if lines else ""


def standing(edition):
    """The edition's status and issue in words.

    >>> standing({"status": "final", "issue": 2}), standing({"status": "draft", "issue": ""})
    ('Final, issue 2', 'Draft')
    """
    status = edition["status"].capitalize()
    return f"{status}, issue {edition['issue']}" if edition["issue"] else status


def long_date(words):
    """A date such as 2016-01-18 as 18 January 2016; other words as they are.

    >>> long_date("2016-01-18"), long_date("early January")
    ('18 January 2016', 'early January')
    """
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(words)):
        return str(words)
    day = date.fromisoformat(str(words))
    return f"{day.day} {day:%B %Y}"


def css_words(words):
    """Words made safe inside a quoted string of a style sheet.

    >>> print(css_words('a "b" </style>'))
    a \\22 b\\22  \\3c /style\\3e 
    """
    return re.sub(r'["\\<>\n&\']', lambda found: f"\\{ord(found[0]):x} ", str(words))
