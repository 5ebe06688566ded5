"""What is counted of workers, posts and supervision, and from which records."""

from lib.measures import Rows, flow, stock

SOCIAL_WORKERS = ("qualified", "holds_cases")
IN_POST = {"since": "started", "until": "ended", "as_returned": True}
SUPERVISION = ("team", "status", "time since supervision", "team | time since supervision", "status | time since supervision")
PEOPLE = ("team", "role", "team | role")


def _in_post(*where):
    return Rows("staff", since="started", until="ended", where=where, total="fte")


QUANTITIES = (
    stock("cases_held_by_social_workers", Rows("workers", where=SOCIAL_WORKERS, total="cases", **IN_POST), by=("team",)),
    stock("social_workers_holding_cases_fte", Rows("workers", where=SOCIAL_WORKERS, total="fte", **IN_POST), by=("team",)),
    stock("highest_caseload", Rows("workers", where=SOCIAL_WORKERS, largest="cases", **IN_POST), by=("team",)),
    stock("cases_allocated", Rows("workers", total="cases", **IN_POST), by=("team",)),
    stock("workers_holding_cases", Rows("workers", where=("holds_cases", "in_person"), each="worker", **IN_POST), by=("team",)),
    stock("social_workers_holding_cases", Rows("workers", where=SOCIAL_WORKERS, each="worker", **IN_POST), by=("team",)),
    stock("social_workers_over_20_cases", Rows("workers", where=(*SOCIAL_WORKERS, "over_20"), each="worker", **IN_POST), by=("team",)),
    stock("caseholding_establishment_fte", Rows("posts", where=("case_holding",), total="budgeted_fte"), by=("team",)),
    stock("cases_under_supervision", Rows("supervised_cases"), by=SUPERVISION),
    stock("cases_supervised_in_3_months", Rows("supervised_cases", where=("in_3_months",)), by=("team", "status")),
    flow("staff_due_supervision", Rows("supervised_staff"), by=("team", "group")),
    flow("staff_supervised", Rows("supervised_staff", where=("held",)), by=("team", "group")),
    stock("workforce_fte", _in_post(), by=PEOPLE),
    stock("workforce_permanent_fte", _in_post("permanent"), by=PEOPLE),
    stock("workforce_interim_fte", _in_post("interim"), by=PEOPLE),
    stock("confirmed_starters_fte", Rows("posts", total="confirmed_starters_fte"), by=("team",)),
    stock("workforce_with_starters_fte", Rows("posts_and_people", total="current_fte"), by=("team",)),
    stock("establishment_fte", Rows("posts", total="budgeted_fte"), by=("team",)),
    stock("establishment_variance_fte", Rows("posts_and_people", total="unfilled_fte"), by=("team",)),
)
