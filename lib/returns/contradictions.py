"""Rows that other rows of the same month's returns contradict: they are used as they stand, and said with their numbers alone."""

from dataclasses import dataclass

import pandas as pd

from lib import errors, workbooks
from lib.contracts import lists
from lib.errors import WARNING, Finding
from lib.returns import child_level

MOST = 5                            # rows whose numbers are given
AROUND = pd.Timedelta(days=31)      # between a conference and the start of the plan it decides on
NEAR = pd.Timedelta(days=7)         # between a contact and the step it is worked in
CONTACT_STEPS = ("contact", "missing_notification")
ALLOCATED = {"children_in_need": "closed", "child_protection_plans": "plan_ended", "looked_after_children": "ceased", "care_leavers": ""}


@dataclass(frozen=True)
class Rule:
    """What is looked for in a list beside others: how one row and how several are said, what was expected, and the function that finds them.

    `find` takes the frames by their lists' keys, the months each is complete for and the month's last day, and gives rows of the list;
    the rule is passed over unless all of the lists that it `needs` say something of the return's month.
    """

    name: str
    list: str
    column: str
    one: str
    many: str
    expected: str
    find: object
    needs: tuple = ()


def find(frames, months, month):
    """The findings of a month's lists, a row a rule and sheet, and the exceptions that name every row."""
    last_day = pd.Timestamp(f"{month}-01") + pd.offsets.MonthEnd()
    found = [(rule, rows) for rule in RULES if all(months.get(key) for key in (rule.list, *rule.needs))
             for rows in [rule.find(frames, months, last_day)] if len(rows)]
    behind = [(rule.list, *place, _title(rule), rule.name, False) for rule, rows in found for place in zip(rows.file, rows.sheet, rows.row)]
    return errors.frame([finding for rule, rows in found for finding in _findings(rule, rows)]), child_level.exceptions(behind)


def _findings(rule, rows):
    for (file, sheet), part in rows.groupby(["file", "sheet"], sort=False):
        count = len(part)
        found = f"{rule.one if count == 1 else f'{count} {rule.many}'} (row{'s' if count > 1 else ''} {workbooks.listed(sorted(part.row), MOST)})"
        yield Finding(WARNING, file, sheet, "", _title(rule), rule.name, found, rule.expected,
                      f"The {'row is used as it stands' if count == 1 else 'rows are used as they stand'}; check both lists at their source.")


def _title(rule):
    return lists.all()[rule.list].column(rule.column).title


def _near(rows, day, others, when, distance):
    """Whether each row has, among others of the same child, one at most so far from its day."""
    pairs = rows[["child", day]].assign(place_=range(len(rows))).merge(others[["child", when]].dropna(), on="child", suffixes=("", "_other"))
    apart = (pairs[day].dt.floor("D") - pairs[when if when != day else f"{when}_other"].dt.floor("D")).abs()
    return pd.Series(range(len(rows)), index=rows.index).isin(pairs.place_[apart <= distance])


def _months_of(days):
    return days.dt.strftime("%Y-%m")


def _plans_without_a_conference(frames, months, _):
    """Plans begun where lists 5 and 7 are complete, as is list 5 for the weeks before, with no initial conference of that child near."""
    plans, covered = frames["child_protection_plans"], months["section_47_enquiries"]
    begun = plans[_months_of(plans.plan_started).isin(months["child_protection_plans"]) & _months_of(plans.plan_started).isin(covered)
                  & _months_of(plans.plan_started - AROUND).isin(covered)]
    return begun[~_near(begun, "plan_started", frames["section_47_enquiries"], "conference", AROUND)]


def _overlapping(key, start, end):
    """A function that finds the rows of a list which start before an earlier one of the same child has ended."""
    def found(frames, _, last_day):
        rows = frames[key].sort_values(["child", start], kind="stable")
        ended = rows[end].fillna(last_day + pd.Timedelta(days=1))
        before = ended.groupby(rows.child).cummax().groupby(rows.child).shift()
        return rows[rows[start] < before]
    return found


def _contacts_without_a_step(frames, months, _):
    """Contacts of the months that the steps are complete for, of children with no step of a contact near; where steps of contacts are returned."""
    contacts, steps = frames["contacts"], frames["workflow_steps"]
    steps = steps[steps.step.isin(CONTACT_STEPS)]
    both = set(months["contacts"]) & set(months["workflow_steps"])
    asked = contacts[_months_of(contacts.date_of_contact).isin(both if len(steps) else ())]
    return asked[~_near(asked, "date_of_contact", steps, "started", NEAR)]


def _adopted_and_looked_after(frames, _, last_day):
    looked_after, children = frames["looked_after_children"], frames["children_for_adoption"]
    still = looked_after.child[looked_after.ceased.isna()]
    return children[(children.adopted <= last_day) & children.child.isin(still)]


def _workers_unknown(key, end):
    """A function that finds the open rows of a list whose worker is not among the workforce."""
    def found(frames, _, last_day):
        rows = frames[key]
        going_on = rows[end].isna() | (rows[end] > last_day) if end else pd.Series(True, index=rows.index)
        return rows[going_on & (rows.worker != "") & ~rows.worker.isin(frames["workforce"].worker)]
    return found


def _plans_without_a_need(frames, _, last_day):
    plans, needs = frames["child_protection_plans"], frames["children_in_need"]
    going_on = plans.plan_ended.isna() & (plans.plan_started <= last_day)
    return plans[going_on & ~plans.child.isin(needs.child[needs.closed.isna() | (needs.closed > last_day)])]


RULES = (
    Rule("plan without a conference", "child_protection_plans", "plan_started", "a plan began without an initial conference of that child",
         "plans began without an initial conference of that child", f"in list 5 a conference at most {AROUND.days} days before or after each start",
         _plans_without_a_conference, ("section_47_enquiries",)),
    Rule("two plans at once", "child_protection_plans", "plan_started", "a plan began before another of the same child had ended",
         "plans began before another of the same child had ended", "one plan at a time, each ended before the next",
         _overlapping("child_protection_plans", "plan_started", "plan_ended")),
    Rule("plan of a child not in need", "child_protection_plans", "child", "a child on an open plan is not open in list 6",
         "children on an open plan are not open in list 6", "in list 6 every child on a plan, for as long as it lasts", _plans_without_a_need,
         ("children_in_need",)),
    Rule("two periods of care at once", "looked_after_children", "started", "a period of care began before another of the same child had ended",
         "periods of care began before another of the same child had ended", "one period at a time, each ended before the next",
         _overlapping("looked_after_children", "started", "ceased")),
    Rule("adopted and looked after", "children_for_adoption", "adopted", "a child with an adoption order is still looked after in list 8",
         "children with an adoption order are still looked after in list 8", "in list 8 an end of the period of care by the day of the order",
         _adopted_and_looked_after, ("looked_after_children",)),
    Rule("contact without a step", "contacts", "date_of_contact", "a contact is not among the workflow steps", "contacts are not among the workflow steps",
         f"a step of a contact of that child at most {NEAR.days} days before or after", _contacts_without_a_step, ("workflow_steps",)),
    *(Rule("worker not in the workforce", key, "worker", "a row names a worker who is not in the workforce list",
           "rows name a worker who is not in the workforce list", "every allocated worker in the workforce list, under the same label",
           _workers_unknown(key, end), ("workforce",)) for key, end in ALLOCATED.items()),
)
