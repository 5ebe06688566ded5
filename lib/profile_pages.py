"""The page of an authority's profile, with its data and charts, made from what is published and put in place whole."""

import re
from datetime import datetime, timezone

from lib import authorities, editions, exports, manifests, month_end, pages, peers, periods, plans, profiles, published, shelves
from lib.audiences import INTERNAL
from lib.engines import IN_PROCESS
from lib.errors import WorkbookError

COMPARATORS = ["measure", "comparator", "period", "value", "unit", "state", "of", "out_of", "source"]


def make(authority, month, outputs=None):
    """Make the profile of an authority of England, by key, name or code, as of a month; give back the page to open.

    Raises Refused for an authority nobody knows, and WorkbookError where the notebook stops before its end.
    """
    rules = profiles.rules(authority, month)
    peers.known(rules.month, rules.neighbours_model)
    folder = editions.home(shelves.ENGLAND, outputs) / f"{slug(rules.authority.name)}-{rules.authority.codes.get('la', '')}-{month}"
    with editions.building(folder) as build:
        return _filled(rules, plans.Job(authority, month, INTERNAL, authorities.PROJECT / "notebooks" / f"{plans.PROFILE}.ipynb"), build, folder)


def slug(name):
    """An authority's name as a part of a folder's.

    >>> slug("Bristol, City of"), slug("St. Helens")
    ('bristol_city_of', 'st_helens')
    """
    return re.sub(r"[^a-z0-9]+", "_", name.casefold()).strip("_")


def _filled(rules, job, build, folder):
    """Run the notebook, write its page, charts and data, and put them in place."""
    started, kept = datetime.now(timezone.utc), build / "notebooks" / job.notebook.name
    kept.parent.mkdir()
    result = month_end.execute(job, kept.parent, IN_PROCESS)
    if result.error:
        raise WorkbookError(f"notebooks/{job.notebook.name}", result.error, "a notebook that runs to its end", "mend it and run again")
    known = published.of(rules)
    known[COMPARATORS].to_csv(build / "comparators.csv", index=False, encoding="utf-8", lineterminator="\n")
    exports.charts([kept], build / "charts")
    (build / plans.FRONT).write_text(pages.render(kept, _said(rules, job, started) | {"provenance": exports.of_publications(known)}), encoding="utf-8", newline="\n")
    manifests.write(build, state=editions.COMPLETE, authority={"code": rules.authority.codes.get("la", ""), "name": rules.authority.name}, parameters=job.parameters, started=started.isoformat(timespec="seconds"),
                    finished=datetime.now(timezone.utc).isoformat(timespec="seconds"), inputs=manifests.inputs(rules, [job.notebook]))
    return editions.publish(build, folder, editions.COMPLETE, ()) / plans.FRONT


def _said(rules, job, started):
    """What the page says of itself, as lib.pages documents it. It holds published figures alone: nothing of it is a draft, and nobody is a contact."""
    return {"authority": rules.authority.name, "month": periods.long_name(job.month), "title": plans.title(job.notebook), "page": plans.FRONT, "status": "from published figures",
            "pages": [], "made": {"version": manifests.project_version(), "at": started.date().isoformat(), "notebook": f"notebooks/{job.notebook.name}", "run": "run.json"}}
