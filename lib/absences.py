"""What stands where nothing was returned: the line that says so, and how a page folds its sections of which that is all there is to say."""

import re
from html import escape

from lib import periods
from lib.ledgers import NOT_COVERED

NOTHING = "nothing was returned up to"
UNPUBLISHED = "nothing was published by"
REASONS = {NOTHING: "nothing was returned on it up to", UNPUBLISHED: "nothing was published on it by"}      # in a line, and of a question
LINE = re.compile(r'<p class="absence">[^<]*</p>')
LINES = re.compile(rf"({LINE.pattern}\s*)+")
TOPIC = re.compile(r'<section class="topic absent".*</section>', re.DOTALL)
TITLE, QUESTION = re.compile(r"^# ", re.MULTILINE), re.compile(r"^## (.+)$", re.MULTILINE)
SHOWN = ("display_data", "execute_result")


def sentence(subject, month):
    """That nothing was returned on a subject.

    >>> sentence("Adoptions", "2020-03")
    'Adoptions: nothing was returned up to March 2020.'
    """
    return f"{subject}: {NOTHING} {periods.long_name(month)}."


def paragraph(subject, month):
    """The same as a paragraph of a page, in place of a view.

    >>> paragraph("Adoptions", "2020-03")
    '<p class="absence">Adoptions: nothing was returned up to March 2020.</p>'
    """
    return f'<p class="absence">{escape(sentence(subject, month), quote=False)}</p>'


def unpublished(subject, month):
    """That nothing was published on a subject, as a paragraph of a page in place of a view.

    >>> unpublished("Adoptions", "2020-03")
    '<p class="absence">Adoptions: nothing was published by March 2020.</p>'
    """
    return f'<p class="absence">{escape(subject, quote=False)}: {UNPUBLISHED} {periods.long_name(month)}.</p>'


def returned(rows):
    """Whether any of these comparison rows has a figure, or a return's words in the place of one."""
    return bool((rows.value.notna() | ~rows.state.isin(["", NOT_COVERED])).any())


def instead(subject, month, returned_before):
    """The paragraph in place of a view that has nothing to show of the month: nothing was returned at all, or only not for this month.

    >>> instead("Adoptions", "2020-03", returned_before=True)
    '<p class="absence">Adoptions: no figure for March 2020.</p>'
    """
    if not returned_before:
        return paragraph(subject, month)
    return f'<p class="absence">{escape(subject, quote=False)}: no figure for {periods.long_name(month)}.</p>'


def one_month_alone(subject, month):
    """The paragraph in place of a line drawn through months, where only one of them is known.

    >>> one_month_alone("Adoptions", "2020-03")
    '<p class="absence">Adoptions: only March 2020 is known so far, and a line needs two months.</p>'
    """
    return f'<p class="absence">{escape(subject, quote=False)}: only {periods.long_name(month)} is known so far, and a line needs two months.</p>'


def folded(cells):
    """An executed notebook's cells as a page shows them, and the questions it leaves out, each with the reason.

    A section is a cell that opens with a second-level heading, and what follows up to the next. Where all its outputs say that nothing was
    returned, or published, its cells are emptied; in the others no absence is said twice. The cells keep their number and order; those given are left
    as they were.
    """
    pages, questions = [], []
    for section in _sections(cells):
        if reason := _absence(section):
            questions.append((QUESTION.search(section[0]["source"])[1].strip(), reason))
            pages += [_emptied(cell) for cell in section]
        else:
            pages += _said_once(section)
    return pages, questions


def left_out(questions, month):
    """The paragraphs that name the sections left out of a page, one a reason; nothing for none.

    >>> left_out([("How long do children wait?", NOTHING)], "March 2020")
    '<p class="absence">Left out, since nothing was returned on it up to March 2020: How long do children wait?</p>'
    """
    said = {reason: [question for question, why in questions if why == reason] for reason in REASONS}
    return "".join(f'<p class="absence">Left out, since {REASONS[reason]} {escape(month)}: {_listed(found)}</p>' for reason, found in said.items() if found)


def _listed(questions):
    listed = escape("; ".join(questions), quote=False)
    return listed if listed.endswith(("?", "!", ".")) else f"{listed}."


def _sections(cells):
    sections = [[]]
    for cell in cells:
        if cell["cell_type"] == "markdown" and (QUESTION.search(cell["source"]) or TITLE.search(cell["source"])):
            sections.append([])
        sections[-1].append(cell)
    return sections


def _absence(section):
    """The reason that all outputs of a section give, where one question opens it: nothing was returned, or published; "" where it has more to say."""
    heading = section[0]["source"] if section and section[0]["cell_type"] == "markdown" else ""
    outputs = [output for cell in section for output in cell.get("outputs", ())]
    if not outputs or not heading.lstrip().startswith("## ") or len(QUESTION.findall(heading)) != 1:
        return ""
    return next((reason for reason in REASONS if all(_says(output, reason) for output in outputs)), "")


def _says(output, reason):
    lines = _lines(output)
    return bool(lines) and all(reason in line for line in lines)


def _lines(output):
    """The paragraphs of an output that is nothing but absences; none of any other output."""
    if output["output_type"] not in SHOWN:
        return []
    html = output["data"].get("text/html", "").strip()
    if TOPIC.fullmatch(html):
        return [line for line in LINE.findall(html) if NOTHING in line]
    return LINE.findall(html) if LINES.fullmatch(html) else []


def _emptied(cell):
    return {**cell, "source": ""} if cell["cell_type"] == "markdown" else {**cell, "outputs": []}


def _said_once(section):
    said, cells = set(), []
    for cell in section:
        outputs = []
        for output in cell.get("outputs", ()):
            lines = list(dict.fromkeys(_lines(output)))
            new = [line for line in lines if line not in said]
            said.update(new)
            outputs += [output] if not lines else [{**output, "data": {"text/html": "".join(new)}}] if new else []
        cells.append({**cell, "outputs": outputs} if "outputs" in cell else cell)
    return cells
