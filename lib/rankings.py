"""Rankings: every authority of one measure and year in a table that a reader can sort, ours and its neighbours marked. No arithmetic."""

from html import escape

from lib import marks, periods, tables
from lib.charts.authorities import OTHER, role_cell
from lib.charts.descriptions import in_unit

HOW_TO_READ = "Rank 1 and band A are the best; authorities with the same value share a rank, and two that made one return count once. "


def table(rows, source=""):
    """All authorities with rank, value, quartile band and role, folded behind how many there are; empty without a row.

    `rows` as for `charts.distribution`, with the columns rank (a number, or missing) and band ("A" to "D", or empty). The best stands first
    where there is a rank, else the highest value, and who has no value last, with the reason. Where no authority has a rank, as for a measure
    that is good neither way, neither column is shown. A page's headings sort the table; without code it stands in this order.
    """
    if rows.empty:
        return ""
    ranked = rows["rank"].notna().any()
    first = rows.iloc[0]
    ordered = rows.sort_values(["rank", "name"] if ranked else ["value", "name"], ascending=[bool(ranked), True], kind="stable")
    caption = f"{in_unit(first['title'], first['unit'])}, every authority, {periods.spoken(first['year'])}"
    body = "".join(_row(row, ranked) for row in ordered.itertuples(index=False))
    inner = f"<thead><tr>{_heads(ranked)}</tr></thead><tbody>{body}</tbody>"
    note = escape(f"{HOW_TO_READ if ranked else ''}{source}".strip())
    return (f'<details class="ranking"><summary>{_all(len(rows))}</summary>{tables.wrapped(caption, inner, "ranked sortable")}'
            f'{f"""<p class="source">{note}</p>""" if note else ""}</details>')


def _all(many):
    return f"All {many} authorities" if many > 1 else "1 authority"


def _heads(ranked):
    """The headings, with the direction of the order that the table stands in."""
    names = ["Authority", *(["Rank"] if ranked else []), "Value", *(["Quartile band"] if ranked else []), "Role"]
    sorted_by = {"Rank": "ascending"} if ranked else {"Value": "descending"}
    return "".join(f'<th scope="col"{f""" aria-sort="{sorted_by[name]}" """.rstrip() if name in sorted_by else ""}>{name}</th>' for name in names)


def _row(row, ranked):
    shade = "" if row.role == OTHER else f' class="{row.role}"'
    rank, band = ([_rank(row)], [f"<td>{escape(row.band)}</td>"]) if ranked else ([], [])
    cells = "".join([*rank, marks.authority_cell(row), *band, role_cell(row)])
    return f'<tr{shade}><th scope="row">{escape(row.name)}</th>{cells}</tr>'


def _rank(row):
    return f'<td class="number">{row.rank:.0f}</td>' if row.rank == row.rank else '<td class="number"></td>'
