"""Records of children in need, of their plans, and of visits: to children in need, on protection plans and in care."""

from dataclasses import dataclass

import pandas as pd

from lib import categories, working_days
from lib.records import PLACE, Kind

PLAN_DUE_DAYS = 45                          # working days a case may be open without a plan: the limit of the assessment before it
UPDATED_WITHIN = pd.DateOffset(months=6)    # a plan without a review date is up to date for so long: this workbook's own limit
FIRST_VISIT_DAYS = 7                        # a week after a placement began: Care Planning Regulations 2010, regulation 28
SHORT_BREAKS = ("V3", "V4")                 # legal statuses of a child who lives at home: not looked after for DfE's counts


@dataclass(frozen=True)
class Cases:
    """The children who are visited: their list, the dates a case stands between, and where the list tells the last visit, the column.

    `visit_type` is the code of the visits list, `plan_type` the code where the list is that of plans.
    """

    visit_type: str
    list: str
    since: str
    until: str
    plan_type: str = ""
    last_visit: str = ""


IN_NEED = Cases("CIN", "plans", "started", "ended", plan_type="CIN")
ON_PLANS = Cases("CP", "child_protection_plans", "plan_started", "plan_ended", last_visit="last_visit")
IN_CARE = Cases("LAC", "looked_after_children", "started", "ceased", last_visit="last_visit")


def children_in_need(extract, rules):
    """Cases of children in need; one that is closed without a date is left out (DfE, children in need census)."""
    rows = _cases_in_need(extract)
    return rows[[*PLACE, "child", "started", "closed"]].assign(team=categories.named(rows.team))


def children_in_need_at_month_end(extract, rules):
    """Each child in need at each month end: whether on no protection plan, due a child in need plan, and with one, up to date or not.

    Due a plan are those who are neither on a protection plan nor looked after and whose case has been open 45 working days. Whether a plan
    is up to date is known for the month of the return alone, since only its latest review date is.
    """
    months = extract.covers("children_in_need")
    standing = at_month_ends(_cases_in_need(extract), "started", "closed", months)
    records = standing[[*PLACE, "child", "started", "month_end"]].assign(team=categories.named(standing.team))
    on_plan, in_care = (among(records, extract, cases) for cases in (ON_PLANS, IN_CARE))
    if on_plan is not None:
        records["without_cp_plan"] = ~on_plan
    if on_plan is not None and in_care is not None:
        open_days = working_days.elapsed(records.started, records.month_end)
        records["due_plan"] = ~on_plan & ~in_care & (open_days >= PLAN_DUE_DAYS).astype("boolean")
    with_plan = among(records, extract, IN_NEED)
    if with_plan is not None:
        records = records.assign(with_plan=with_plan, up_to_date=plan_up_to_date(records, extract, "CIN"))
    return records


def cin_plans(extract, rules):
    """Children with a child in need plan at each month end, once each: "Started", else "Proposed" until the plan starts or is dropped."""
    plans = _plans(extract, "CIN")
    if plans.empty:
        return plans[[*PLACE, "child"]]
    stages = pd.concat([plans.assign(stage="Proposed", since=plans.proposed, until=plans[["started", "ended"]].min(axis=1)),
                        plans.assign(stage="Started", since=plans.started, until=plans.ended)], ignore_index=True)
    standing = at_month_ends(stages, "since", "until", extract.covers("plans"), order=["stage", "since"])
    return standing[[*PLACE, "child", "month_end", "stage"]].assign(team=categories.named(standing.team))


def visits_due(cases):
    """The function that gives children due a visit at each month end, a row a child and month, with whether they were visited in time."""
    return lambda extract, rules: _visits_due(cases, extract, rules)


KINDS = (
    Kind("children_in_need", "children_in_need", children_in_need),
    Kind("children_in_need_at_month_end", "children_in_need", children_in_need_at_month_end),
    Kind("cin_plans", "plans", cin_plans),
    Kind("cin_visits_due", IN_NEED.list, visits_due(IN_NEED)),
    Kind("cp_visits_due", ON_PLANS.list, visits_due(ON_PLANS)),
    Kind("lac_visits_due", IN_CARE.list, visits_due(IN_CARE)),
)


def at_month_ends(rows, since, until, months, order=()):
    """The rows that stand at the last day of each month, from `since` to the day before `until`, with that `month_end`; each child once.

    Of several rows of a child the last stands, in the order of the columns `order`, else by `since`.

    >>> rows = pd.DataFrame({"child": ["A"], "since": pd.to_datetime(["2020-01-31"]), "until": pd.to_datetime(["2020-02-29"])})
    >>> at_month_ends(rows, "since", "until", ("2019-12", "2020-01", "2020-02")).month_end.dt.strftime("%Y-%m").tolist()
    ['2020-01']
    """
    ordered = rows.sort_values([*order] or [since], kind="stable")
    found = [ordered.iloc[:0].assign(month_end=pd.Series(dtype="datetime64[us]"))]
    for last in map(last_day, months):
        standing = ordered[(ordered[since] <= last) & ~(ordered[until] <= last)]
        found.append(standing.drop_duplicates("child", keep="last").assign(month_end=last))
    return pd.concat(found, ignore_index=True)


def first_day(extract, key):
    """The first day of the months that a list is complete for; of the extract's own month where it is for none."""
    return pd.Timestamp(min(extract.covers(key), default=extract.month))


def last_day(month):
    """A month's last day.

    >>> last_day("2020-02").day
    29
    """
    return (pd.Timestamp(f"{month}-01") + pd.offsets.MonthEnd()).as_unit("us")


def among(records, extract, cases):
    """Whether the children of records with a `month_end` stood among other cases then.

    Missing for months that those cases do not cover; None where nobody returned them.
    """
    others = _rows_of(cases, extract)
    if not extract.has(cases.list) or (cases.plan_type and others.empty):
        return None
    months = extract.covers(cases.list)
    standing = at_month_ends(others, cases.since, cases.until, months)
    return _are_in(records, standing).where(records.month_end.isin([last_day(month) for month in months]))


def plan_up_to_date(records, extract, plan_type):
    """Whether the child has a plan of that type that is not past its review date at the month end.

    Without a review date it is one updated in the six months before. Missing but for the month of the return: what a plan's review date
    was earlier is not known.
    """
    last = last_day(extract.month)
    plans = at_month_ends(_current(_plans(extract, plan_type), last), "started", "ended", [extract.month])
    return _are_in(records, plans).where(records.month_end == last)


def _cases_in_need(extract):
    rows = extract.rows("children_in_need")
    return rows[~((rows.case_status == "closed") & rows.closed.isna())]


def _plans(extract, plan_type):
    rows = extract.rows("plans")
    return rows[rows.plan_type == plan_type]


def _current(plans, last):
    """The plans that are not overdue for review on a day, on which a review may still be due."""
    return plans[(plans.review_due >= last) | (plans.review_due.isna() & (plans.updated >= last - UPDATED_WITHIN))]


def _are_in(records, others):
    places = [pd.MultiIndex.from_frame(each[["child", "month_end"]]) for each in (records, others)]
    return pd.Series(places[0].isin(places[1]), index=records.index, dtype="boolean")


def _rows_of(cases, extract):
    """The rows of a list of cases; of looked after children without short breaks, which have visits of their own."""
    rows = extract.rows(cases.list)
    if cases.plan_type:
        return rows[rows.plan_type == cases.plan_type]
    return rows[~rows.legal_status.isin(SHORT_BREAKS)] if "legal_status" in rows else rows


def _visits_due(cases, extract, rules):
    rows = _rows_of(cases, extract)
    known = [month for month in extract.covers(cases.list) if month <= extract.month]
    visits = extract.rows("visits")
    visits = visits[(visits.visit_type == cases.visit_type) & visits.due.notna()]
    if len(visits):
        told = [month for month in known if month in extract.covers("visits")]
        standing = at_month_ends(rows, cases.since, cases.until, told)
        latest = rows.sort_values(cases.since).drop_duplicates("child", keep="last")[["child", "team", *PLACE]]
        return _with_unknown(_by_due_dates(visits, standing, latest, told), rows, known, told)
    if cases.last_visit and rows[cases.last_visit].notna().any():
        return _with_unknown(_by_last_visits(cases, rows, extract.month, rules), rows, known, [extract.month])
    return rows[[*PLACE, "child"]]


def _by_due_dates(visits, standing, latest, months):
    """Children for whom a visit fell due in the month, or earlier if their case stands at its end.

    In time are those whose latest visit due by the month's end was made by its day; of two due on a day the earlier made is taken. The
    team is the visit's, else that of the case then, else of the child's latest case, whose row is the record's place.
    """
    ordered = visits.rename(columns={"due": "visit_due"})
    ordered = ordered.sort_values(["visit_due", "visited"], ascending=[True, False], na_position="first")
    found = [_due_at(ordered, standing, last_day(month)) for month in months]
    records = pd.concat(found or [_due_at(ordered.iloc[:0], standing, last_day("2000-01"))], ignore_index=True)
    then = records[["child", "month_end"]].merge(standing[["child", "month_end", "team"]], how="left", on=["child", "month_end"])
    case = records[["child"]].merge(latest, how="left", on="child")
    team = records.team.where(records.team != "", then.team.fillna(case.team).fillna(""))
    place = {column: case[column].fillna(records[column]).astype(records[column].dtype) for column in PLACE}
    return records.assign(team=categories.named(team), due=pd.Series(True, index=records.index, dtype="boolean"),
                          in_time=(records.visited <= records.visit_due).astype("boolean"), **place)


def _due_at(ordered, standing, last):
    latest = ordered[ordered.visit_due <= last].drop_duplicates("child", keep="last")
    stands = latest.child.isin(standing.child[standing.month_end == last])
    kept = latest[stands | (latest.visit_due > last - pd.offsets.MonthEnd())]
    return kept[[*PLACE, "child", "team", "visit_due", "visited"]].assign(month_end=last)


def _by_last_visits(cases, rows, month, rules):
    """Children whose case has stood long enough, at the end of the return's month, for a visit; in time when the last was recent enough."""
    standing = at_month_ends(rows, cases.since, cases.until, [month])
    grace, every, began = rules.cp_visit_grace_days, rules.cp_visit_days, standing[cases.since]
    if cases is IN_CARE:
        grace, every, began = FIRST_VISIT_DAYS, rules.lac_visit_days, standing[[cases.since, "placement_started"]].max(axis=1)
    due = standing[began + pd.Timedelta(days=grace) <= standing.month_end]
    in_time = due.month_end - due[cases.last_visit] <= pd.Timedelta(days=every)
    return due[[*PLACE, "child", "month_end"]].assign(
        team=categories.named(due.team), visited=due[cases.last_visit], due=pd.Series(True, index=due.index, dtype="boolean"),
        in_time=in_time.astype("boolean"))


def _with_unknown(records, rows, known, told):
    """The records, and for each month of which they cannot tell a row that says so: it is left out, not counted as none."""
    untold = [last_day(month) for month in known if month not in told]
    if not untold or rows.empty:
        return records
    place = {column: rows[column].iloc[0] for column in PLACE} | {"team": categories.named(rows.team).iloc[0]}
    blank = pd.DataFrame({**place, "child": "", "month_end": untold}).assign(due=pd.NA, in_time=pd.NA)
    return pd.concat([records, blank.astype({"due": "boolean", "in_time": "boolean"})], ignore_index=True)
