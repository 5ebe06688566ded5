"""The workforce in tables: permanent and interim staff by team and role, by month, and the current total against the budget. No arithmetic."""

from html import escape

import numpy as np

from lib import categories, marks, periods, tables
from lib.contracts import local_lists
from lib.measures import MONTH_END

PERMANENT, INTERIM, SHARE, ALL = STAFF = ("workforce_permanent_fte", "workforce_interim_fte", "workforce_interim_fte_percent", "workforce_fte")
BUDGET, STARTERS, CURRENT, VARIANCE = "establishment_fte", "confirmed_starters_fte", "workforce_with_starters_fte", "establishment_variance_fte"
POSTS = {PERMANENT: "Permanent", INTERIM: "Interim", STARTERS: "Confirmed starters", CURRENT: "Current total", BUDGET: "Budget", VARIANCE: "Over or under budget"}
HEADINGS = {PERMANENT: '<abbr title="Permanent">Perm.</abbr>', INTERIM: "Interim", SHARE: "Interim share"}
TEAM, ROLE, TEAM_AND_ROLE = "team", "role", categories.crossed("team", "role")
ROLES = tuple(code.title for code in local_lists.ROLES)
WHOLE = ("", "")
EVERYONE = "All staff"
WHOLE_NAME = "<strong>Whole authority</strong>"
SHOWN_MONTHS = 8
FTE_DECIMALS = 2        # budgets are kept to the hundredth of a post
HOW_TO_READ = "Full-time equivalents. Under budget: posts that nobody is in or about to start in; over: people for whom there is no post."


def view(compared, rules):
    """Who is in post, permanent and interim, by team and role and then month by month; and the current total against the budget.

    A table of which nothing was returned is left out; a line says so where that is all of them.
    """
    found = {(row.measure, row.breakdown, row.category, row.month): row for row in compared[_is_of_workforce(compared)].itertuples()}
    shown = "".join([by_team(found, rules), by_month(found, rules), against_budget(found, rules)])
    return f'{shown}<p class="source">{HOW_TO_READ}</p>' if shown else _absence(rules)


def by_team(found, rules):
    """A row a team, a group of columns a role and one for all: permanent, interim, and the interim share; the whole authority last."""
    teams, roles = _met(found, TEAM, rules), _met(found, ROLE, rules)
    if not teams:
        return ""
    rows = [(escape(team), [*_of_roles(found, roles, rules.month, team), *_staff(found, (TEAM, team), rules.month)]) for team in teams]
    rows.append((WHOLE_NAME, [*_of_roles(found, roles, rules.month), *_staff(found, WHOLE, rules.month)]))
    caption = f"Permanent and interim staff, full-time equivalent, by team{' and role' if roles else ''}"
    return _grouped(f"{caption}. {_place(rules)}.", [*roles, EVERYONE], rows, "Team")


def by_month(found, rules):
    """A row a month, the last of those that are known, with the same columns for the whole authority; empty where there is only one.

    What the settings note on the lines of staff stands below it, such as the months in which they leave somebody out.
    """
    months = sorted({key[3] for key, row in found.items() if key[0] == PERMANENT and key[1:3] == WHOLE and _is_known(row)})[-SHOWN_MONTHS:]
    if len(months) < 2:
        return ""
    roles = _met(found, ROLE, rules, months)
    rows = [(periods.long_name(month), [*_of_roles(found, roles, month), *_staff(found, WHOLE, month)]) for month in months]
    caption = f"Permanent and interim staff at the end of each month known. {rules.authority.name}."
    return _grouped(caption, [*roles, EVERYONE], rows, "Month") + tables.notes(rules.lines[rules.lines.measure.isin(STAFF)], EVERYONE)


def against_budget(found, rules):
    """A row a team: who is in post and about to start, the budget, and by how much it is over or under; the whole authority last."""
    teams = [team for team in _met(found, TEAM, rules) if _is_known(found.get((BUDGET, TEAM, team, rules.month)))]
    if not teams:
        return ""
    places = [*((escape(team), (TEAM, team)) for team in teams), (WHOLE_NAME, WHOLE)]
    rows = [(name, [_budget_cell(found.get((measure, *place, rules.month))) for measure in POSTS]) for name, place in places]
    caption = f"The current total against the budget, full-time equivalent. {_place(rules)}."
    return tables.table(caption, list(map(escape, POSTS.values())), rows, "breakdown", first="Team")


def _is_of_workforce(compared):
    return compared.measure.isin([*STAFF, *POSTS]) & (compared.basis == MONTH_END)


def _absence(rules):
    return f'<p class="absence">The workforce: nothing was returned up to {periods.long_name(rules.month)}.</p>'


def _is_known(row):
    return row is not None and not np.isnan(row.value)


def _place(rules):
    return f"{rules.authority.name}, end of {periods.long_name(rules.month)}"


def _met(found, breakdown, rules, months=()):
    """The categories of a breakdown in which anybody is in post, or a post is, in these months: the edition's alone unless they are named."""
    months = months or [rules.month]
    known = {key[2] for key, row in found.items() if key[1] == breakdown and key[3] in months and _is_known(row) and row.value}
    order = ROLES if breakdown == ROLE else rules.teams
    return sorted(known, key=lambda category: categories.place(TEAM, category, order))


def _of_roles(found, roles, month, team=""):
    """The cells of every role, of a team or of the whole authority; blank for a role in which nobody is."""
    places = [(TEAM_AND_ROLE, categories.crossed(team, role)) if team else (ROLE, role) for role in roles]
    return [cell for place in places for cell in _staff(found, place, month)]


def _staff(found, place, month):
    """Permanent, interim and the interim share of one place; blank where nobody is in post."""
    rows = [found.get((measure, *place, month)) for measure in HEADINGS]
    everyone = found.get((ALL, *place, month))
    empty = everyone is not None and everyone.value == 0
    return [marks.cell(None if empty else _to_hundredths(row, measure)) for measure, row in zip(HEADINGS, rows)]


def _to_hundredths(row, measure=""):
    """A number of full-time equivalents as it is budgeted, to the hundredth; a share as it is."""
    return row if row is None or measure == SHARE else row._replace(decimals=FTE_DECIMALS)


def _budget_cell(row):
    """A cell of the table of posts; below the difference from the budget, whether that is over or under it."""
    if row is None or row.measure != VARIANCE or np.isnan(row.value):
        return marks.cell(_to_hundredths(row))
    words = "over" if row.value < 0 else "under" if row.value > 0 else "on budget"
    return f'<td class="number">{marks.data(_to_hundredths(row))}{marks.dagger(row)} <span class="below">{words}</span></td>'


def _grouped(caption, groups, rows, first):
    """A table whose columns stand in groups of three under a heading each."""
    over = "".join(f'<th scope="colgroup" colspan="{len(HEADINGS)}">{escape(group)}</th>' for group in groups)
    under = tables.heads(list(HEADINGS.values()) * len(groups))
    body = "".join(f'<tr><th scope="row">{name}</th>{"".join(cells)}</tr>' for name, cells in rows)
    head = f'<tr><th scope="col" rowspan="2">{first}</th>{over}</tr><tr>{under}</tr>'
    return tables.wrapped(caption, f"<thead>{head}</thead><tbody>{body}</tbody>", "breakdown workforce")
