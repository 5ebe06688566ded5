"""The page of all editions: councils and their months, each with the edition that stands, in `outputs/index.html`."""

import json
from html import escape
from pathlib import Path

from lib import authorities, editions, periods

STYLES = Path(__file__).parent / "templates" / "report"
TITLE = "Children’s services: every council and month"
ENGLAND = "england"     # the folder of the outputs that profiles stand in
NONE = '<p class="absence">No edition stands here yet.</p>'


def write(outputs=None):
    """Write the page of the editions in the outputs folder, and give its path."""
    folder = editions.home("", outputs)
    page = folder / "index.html"
    councils = "".join(_council(key, folder) for key in authorities.known()) or NONE
    page.write_text(_page(councils + _profiles(folder / ENGLAND)), encoding="utf-8", newline="\n")
    return page


def _profiles(home):
    """The profiles that stand, by authority and month; nothing without any."""
    found = sorted(path for path in home.glob("*-????-??") if editions.state(path))
    if not found:
        return ""
    rows = "".join(f'<tr><th scope="row">{escape(_subject(path)["name"])}</th><td><a href="{home.name}/{path.name}/index.html">'
                   f'as published by {periods.long_name(path.name[-7:])}</a></td></tr>' for path in found)
    return ('<h2 id="england">Beside the other authorities of England</h2><table class="figures plain"><caption>Profiles from published figures.</caption>'
            f'<thead><tr><th scope="col">Authority</th><th scope="col">Profile</th></tr></thead><tbody>{rows}</tbody></table>')


def _subject(path):
    """Whose profile a folder holds, as its run.json says."""
    return json.loads((path / "run.json").read_text(encoding="utf-8"))["authority"]


def _council(key, folder):
    """A council's months, the newest first, each with a link to its editions; nothing for one without any."""
    council = authorities.find(key)
    rows = "".join(_month(month, found) for month in reversed(council.months) if (found := _editions(folder / key, month)))
    if not rows:
        return ""
    about = f'<p class="banner">{escape(council.banner)}</p>' if council.banner else ""
    return (f'<h2 id="{key}">{escape(council.name)}</h2>{about}<table class="figures plain"><caption>Editions of {escape(council.name)}.</caption>'
            f'<thead><tr><th scope="col">Month</th><th scope="col">Edition</th></tr></thead><tbody>{rows}</tbody></table>')


def _editions(home, month):
    """The folders of a month that hold an edition: for internal use, then published."""
    names = [editions.name(month, audience) for audience in ("internal", "published")]
    return [home / name for name in names if editions.state(home / name)]


def _month(month, found):
    links = "; ".join(f'<a href="{home.parent.name}/{home.name}/index.html">{_called(home, month)}</a>' for home in found)
    return f'<tr><th scope="row">{periods.long_name(month)}</th><td>{links}</td></tr>'


def _called(home, month):
    kind = "for internal use" if home.name == month else "published, small numbers suppressed"
    return kind if editions.state(home) == editions.COMPLETE else f"{kind}, {editions.state(home)}"


def _page(body):
    styles = "\n".join((STYLES / name).read_text(encoding="utf-8") for name in ("fragments.css", "style.css"))
    return (f'<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n"
            f'<title>{TITLE}</title>\n<link rel="icon" href="data:,">\n<style>\n{styles}</style>\n</head>\n<body class="front">\n'
            f'<main id="main">\n<h1>{TITLE}</h1>\n{body}\n</main>\n</body>\n</html>\n')
