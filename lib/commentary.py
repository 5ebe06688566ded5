"""The analyst's words: a Markdown file a topic in the month's commentary folder, and the edition's status in its board.toml."""

from html import escape

import mistune

from lib import authorities, periods, service_areas
from lib.errors import Finding, nearest

DRAFT, FINAL = STATUSES = ("draft", "final")
MARKDOWN = ("strikethrough", "footnotes", "table")       # what is understood besides plain Markdown


def words(settings, topic):
    """The analyst's paragraphs on a topic as HTML shown as theirs; where there are none yet, an invitation to write, in a draft alone."""
    path = settings.commentary_folder / f"{topic}.md"
    text = authorities.text(path).strip() if path.is_file() else ""
    if not text:
        return "" if board(settings)["status"] == FINAL else _invitation(f"commentary/{settings.month}/{topic}.md")
    attribution = f'<p class="attribution">Analyst\'s commentary, {periods.long_name(settings.month)}</p>'
    return f'<div data-words="analyst">{attribution}{mistune.create_markdown(escape=True, plugins=MARKDOWN)(text)}</div>'


def _invitation(place):
    return f'<p class="invitation">No commentary from the analyst yet. Write it in <code>{escape(place)}</code> and run again.</p>'


def board(settings):
    """The edition's status, issue number and date of extract: `status` draft unless board.toml says final.

    Raises Refused when board.toml cannot be read.
    """
    said = _said(settings)
    return {"status": FINAL if said.get("status") == FINAL else DRAFT, "issue": said.get("issue", 1), "extracted": str(said.get("extracted", ""))}


def findings(settings):
    """A finding for every commentary file that belongs to no topic, so that nobody's words are lost by a misspelt name; and for a status
    that is none."""
    return [*_misnamed(settings), *_unknown_status(settings)]


def _misnamed(settings):
    known = [topic.key for area in service_areas.AREAS for topic in service_areas.topics(area)]
    return [Finding("warning", f"commentary/{settings.month}/{path.name}", "", "", "", "commentary of no topic", f'"{path.stem}" is no topic', f"one of {', '.join(known)}",
                    f"rename the file; its words are not shown.{nearest(path.stem, known)}")
            for path in sorted(settings.commentary_folder.glob("*.md")) if path.stem not in known]


def _unknown_status(settings):
    status = _said(settings).get("status", DRAFT)
    return [] if status in STATUSES else [Finding(
        "warning", f"commentary/{settings.month}/board.toml", "", "", "", "unknown status", f'"{status}" is no status', f"one of {', '.join(STATUSES)}",
        f"correct it; until then the edition is a draft.{nearest(status, STATUSES)}")]


def _said(settings):
    path = settings.commentary_folder / "board.toml"
    return authorities.declared(path) if path.is_file() else {}
