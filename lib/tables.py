"""The pieces of every table of figures: cells that carry their figures' marks, and tables that say what they are. No arithmetic."""

from html import escape

import numpy as np

from lib import benchmarks, marks, periods, service_areas
from lib.contracts.benchmarks import COMPARATORS
from lib.measures import IN_MONTH, MONTH_END

ARROWS = {"up": "↑", "down": "↓", "level": "→"}
PAST_YEARS = 2
MOST_CATEGORIES = 9     # of a breakdown, side by side in a topic's table


def parts_cell(row, part):
    """The numerator, or `71 of 558`; of the return that gives parts, where the figure shown is another return's and has none."""
    words = parts(row, part)
    return f'<td class="number">{words}</td>' if words else marks.cell(None)


def parts(row, part="both"):
    """The words of that cell, both parts marked; empty where there are none."""
    source = "rival_" if row is not None and np.isnan(row.numerator) else ""
    top, bottom = (getattr(row, f"{source}{name}", np.nan) for name in ("numerator", "denominator"))
    if np.isnan(top):
        return ""
    words = marks.element(top, marks.printed(top, "count", 0), row, "numerator")
    if part == "both":
        words += f' of {marks.element(bottom, marks.printed(bottom, "count", 0), row, "denominator")}'
    return f"{words}{marks.dagger(row) if source else ''}"


def title(row):
    """What a row or column of this figure is headed: its line's title or its measure's; with its period where that is not the month."""
    named = row.title or row.name
    return named if row.basis in (IN_MONTH, MONTH_END) else f"{named}, {periods.span(row.month, row.basis)}"


def cell_with_parts(row):
    """A figure with the parts it is made of below it, where it has some."""
    below = parts(row)
    if np.isnan(row.value) or not below:
        return marks.cell(row)
    return f'<td class="number">{marks.data(row)}{marks.dagger(row)}<span class="below">{below}</span></td>'


def benchmark_cell(row, comparator, with_year=False):
    """A comparator's value, marked as the benchmark of that measure, with its year below where the heading names several; or its words."""
    if row is None or not getattr(row, f"{comparator}_period"):
        return '<td class="number"></td>'
    if np.isnan(getattr(row, comparator)):
        return f'<td class="words">{escape(marks.reason(getattr(row, f"{comparator}_state")))}</td>'
    year = f'<span class="below">{escape(periods.spoken(getattr(row, f"{comparator}_period")))}</span>' if with_year else ""
    return f'<td class="number">{marks.benchmark(row, comparator)}{year}</td>'


def compared_cell(row, comparator, subject="", with_year=False):
    """A comparator's value; below it how the subject (the month) stands to it, and its year where the heading names several."""
    if np.isnan(getattr(row, comparator)):
        return benchmark_cell(row, comparator)
    verdict, year = getattr(row, f"against_{comparator}"), periods.spoken(getattr(row, f"{comparator}_period")) if with_year else ""
    below = [("", year), (f" {verdict}", verdict and f"{subject} is {verdict}" if subject else verdict)]
    shown = "".join(f'<span class="below{shade}">{escape(words)}</span>' for shade, words in below if words)
    return f'<td class="number">{marks.benchmark(row, comparator)}{shown}</td>'


def travel(row):
    """The arrow of a row with its words: better, worse, or the direction where neither is good."""
    if row is None or np.isnan(row.value):
        return ""
    if not row.travel:
        return '<span class="travel none">new</span>'
    words = {"same": "level", "": row.travel}.get(row.better, row.better)
    shade = row.better or "none"
    return (f'<span class="travel {shade}" data-travel="{row.travel}"><span aria-hidden="true">{ARROWS[row.travel]}</span> '
            f'<span class="travel-words">{words}</span></span>')


def plain(frame, caption):
    """A small frame of words and numbers as a table, its first column as row headings."""
    body = [(escape(str(row[0])), [f"<td>{escape(str(value))}</td>" for value in row[1:]]) for row in frame.itertuples(index=False)]
    return table(caption, list(map(escape, map(str, frame.columns[1:]))), body, "plain", first=str(frame.columns[0]))


def table(caption, headings, body, kind, first):
    """A table from its headings and (row heading, cells) pairs of finished HTML."""
    rows = "".join(f'<tr><th scope="row">{name}</th>{"".join(cells)}</tr>' for name, cells in body)
    return wrapped(caption, f'<thead><tr><th scope="col">{escape(first)}</th>{heads(headings)}</tr></thead><tbody>{rows}</tbody>', kind)


def wrapped(caption, inner, kind):
    """A table with its caption, inside a region that scrolls by keyboard when it is wider than the page."""
    label = escape(caption, quote=True)
    return (f'<div class="table-scroll" tabindex="0" role="region" aria-label="{label}"><table class="figures {kind}">'
            f"<caption>{escape(caption)}</caption>{inner}</table></div>")


def heads(headings):
    """The cells of a table's head."""
    return "".join(f'<th scope="col">{heading}</th>' for heading in headings)


def past_years(month):
    """The last months of the financial years before this one, earliest first.

    >>> past_years("2015-12")
    ['2014-03', '2015-03']
    """
    end = periods.shift(periods.year_start(month), -1)
    return [periods.shift(end, -12 * back) for back in reversed(range(PAST_YEARS))]


def places(compared, series, settings):
    """The (breakdown, category) pairs a series of a topic stands for: every category there is, those of the settings' lines first.

    Where that is more than a table has room for, those that lines name; and where none does, the whole authority in their place.
    """
    if not series.breakdown or series.category:
        return [(series.breakdown, series.category)]
    known = compared[(compared.measure == series.measure) & (compared.breakdown == series.breakdown)].category.unique()
    order = {category: place for place, category in enumerate(settings.lines.category)}
    if len(known) > MOST_CATEGORIES:
        known = [category for category in known if category in order]
        if not known:
            return [("", "")]
    return [(series.breakdown, category) for category in sorted(known, key=lambda category: (order.get(category, len(order)), category))]


def tag(colour, words=""):
    """A colour as a labelled tag, so that it never stands alone; empty without one."""
    return f'<span class="rag {colour}">{words or colour.capitalize()}</span>' if colour else ""


def of_own(rows, comparators, settings):
    """Which of these rows' comparators come from the authority's own workbook, in a sentence; "" where none does."""
    kept = benchmarks.of_own(settings)
    own = [name for name in comparators if any((row.measure, name) in kept for row in rows)]
    return f"From the authority’s own workbook: {', '.join(benchmarks.NAMES[name] for name in own)}." if own else ""


def estimates(rows):
    """Below figures: how many children the rates among them are of, and which estimate says so; nothing where no rate was divided here."""
    words = marks.estimates(rows)
    return f'<p class="source">{escape(words)}</p>' if words else ""


def other_measures(lines):
    """A paragraph for each line whose year to date and past years are another measure's than its months, saying which; nothing for none."""
    others = {(line.code, measure) for line in lines.itertuples() for measure in (line.year_to_date, line.past_years) if measure not in ("", line.measure)}
    return "".join(f'<p class="source">{escape(code)}: its year to date and past years are of another measure, '
                   f"{escape(_within_a_sentence(service_areas.measure(measure).title))}.</p>" for code, measure in sorted(others))


def notes(lines, called=""):
    """A paragraph for each note that the settings have of these lines, with their codes or what they are called together; nothing for none.

    A note beside a target is of its thresholds, and stands with them.
    """
    noted = lines[(lines.note != "") & (lines.target == "")]
    return "".join(f'<p class="source">{escape(called or ", ".join(alike.code))}: {escape(note)}</p>' for note, alike in noted.groupby("note", sort=False))


def _within_a_sentence(title):
    return title[:1].lower() + title[1:]
