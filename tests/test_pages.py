import json

import nbformat
import pytest

from lib import absences, pages, reports
from lib.errors import WorkbookError

EDITION = {"authority": "Somewhere", "month": "March 2020", "title": "Adoption", "page": "adoption.html", "status": "final", "issue": 2,
           "extracted": "2020-04-12", "contact": "Performance manager", "banner": "",
           "pages": [("index.html", "Front page", ""), ("adoption.html", "Adoption", ""), ("placements.html", "Placements", "failed")],
           "made": {"version": "0.1.0", "at": "2020-04-15", "seconds": 41, "notebook": "notebooks/adoption.ipynb", "run": "run.json"}}
FIGURE = '<data value="9" data-measure="contacts" data-basis="in_month" data-category="" data-month="2020-03">9</data>'


def notebook(*cells):
    return nbformat.v4.new_notebook(cells=list(cells))


def words(source, **metadata):
    return nbformat.v4.new_markdown_cell(source, metadata=metadata)


def output(kind="display_data", **content):
    return nbformat.v4.new_code_cell("charts.trend(adoptions)", outputs=[nbformat.v4.new_output(kind, **content)])


def html(fragment):
    return output(data={"text/html": fragment, "text/plain": "<a view>"})


def test_page_shows_words_and_outputs_but_no_code():
    page = pages.render(notebook(words("## How many?"), html('<p class="absence">None this month</p>')), EDITION)

    assert '<h2 id="how-many">How many?</h2>' in page
    assert '<p class="absence">None this month</p>' in page
    assert "charts.trend" not in page and "&lt;a view&gt;" not in page


def test_page_leaves_out_the_styles_that_a_notebook_shows_its_views_with():
    in_the_notebook = reports.Opening("<p>Nine adoptions.</p>")._repr_html_()

    page = pages.render(notebook(html(in_the_notebook)), EDITION)

    assert ".jp-RenderedHTML" in in_the_notebook and ".travel.worse" in in_the_notebook
    assert "<p>Nine adoptions.</p>" in page and ".jp-RenderedHTML" not in page and page.count("<style") == 1


def test_page_is_in_british_english_with_one_heading_and_its_landmarks():
    page = pages.render(notebook(words("# Adoption in the month"), words("# A second title")), EDITION)

    assert page.lstrip().startswith("<!DOCTYPE html>") and '<html lang="en-GB">' in page
    assert [page.count(mark) for mark in ("<h1", "<header", "<main", "<footer")] == [1, 1, 1, 1]
    assert "<h1>Adoption in the month</h1>" in page and '<h2 id="a-second-title">A second title</h2>' in page


def test_page_takes_its_title_from_the_edition_when_the_notebook_has_none():
    page = pages.render(notebook(words("Nothing yet.")), EDITION)

    assert "<h1>Adoption</h1>" in page
    assert "<title>Adoption – Somewhere, March 2020</title>" in page


def test_page_refers_to_no_other_host():
    page = pages.render(notebook(html(FIGURE)), EDITION)

    assert "http:" not in page and "https:" not in page and 'src="//' not in page


def test_page_says_status_date_of_extract_and_contact():
    page = pages.render(notebook(), EDITION)

    assert "Final, issue 2" in page and "Data extracted 12 April 2020." in page and "Questions: Performance manager." in page


def test_page_carries_a_banner_only_where_there_is_one():
    example = pages.render(notebook(), EDITION | {"banner": "A worked example <of 2020>."})
    own = pages.render(notebook(), EDITION)

    assert '<p class="banner">A worked example &lt;of 2020&gt;.</p>' in example and "Worked example, not current data" in example
    assert '<p class="banner">' not in own and "Worked example" not in own


def test_navigation_marks_the_current_page_and_names_what_was_not_made():
    page = pages.render(notebook(), EDITION)

    assert '<a href="adoption.html" aria-current="page">Adoption</a>' in page
    assert '<a href="index.html">Front page</a>' in page
    assert "Placements (not made)" in page and 'href="placements.html"' not in page


def test_front_page_says_that_an_edition_is_incomplete():
    front = pages.front(notebook(), EDITION)
    report = pages.render(notebook(), EDITION)

    assert "This edition is incomplete." in front and "Not made this time: Placements." in front
    assert "This edition is incomplete." not in report
    assert "<h1>Children’s services in Somewhere, March 2020</h1>" in front
    assert '<body class="front">' in front and '<body class="report">' in report


def test_front_page_lists_the_reports_and_how_they_were_made_under_their_headings():
    reports = nbformat.v4.new_markdown_cell("## Reports", id="reports")
    how_made = nbformat.v4.new_markdown_cell("## How this was made", id="how-made")

    front = pages.front(notebook(reports, how_made), EDITION | {"page": "index.html"})

    assert '<h2 id="reports">Reports</h2>' in front and '<ul class="reports">\n<li><a href="adoption.html">Adoption</a></li>' in front
    assert "<li>Placements (not made)</li>" in front and front.count("version 0.1.0, on 15 April 2020, in 41 seconds.") == 2


def test_a_report_is_marked_as_current_by_its_title_when_its_file_is_not_given():
    page = pages.render(notebook(), {key: value for key, value in EDITION.items() if key != "page"})

    assert '<a href="adoption.html" aria-current="page">Adoption</a>' in page


def test_footer_says_how_the_page_was_made():
    page = pages.render(notebook(), EDITION)

    assert "version 0.1.0, on 15 April 2020, in 41 seconds." in page
    assert '<a href="notebooks/adoption.ipynb">the notebook as it ran</a>' in page and '<a href="run.json">run.json</a>' in page


def test_contents_list_second_level_headings_wherever_they_come_from():
    cells = words("## How many?\n\n### In detail"), html('<section id="topic-x"><h2>How soon?</h2></section>')

    page = pages.render(notebook(*cells), EDITION)

    assert '<li><a href="#how-many">How many?</a></li>' in page and '<li><a href="#how-soon">How soon?</a></li>' in page
    assert 'href="#in-detail"' not in page and '<h3 id="in-detail">' in page


def test_headings_keep_their_own_ids_and_never_share_one():
    body = pages.with_anchors('<div id="referrals"></div><h2>Referrals</h2><h2 id="own" class="a">Own</h2><h3 id="own">Again</h3>')

    assert body == '<div id="referrals"></div><h2 id="referrals-2">Referrals</h2><h2 id="own" class="a">Own</h2><h3 id="own-2">Again</h3>'


def test_a_stopped_cell_is_named_calmly_without_its_traceback():
    stopped = output("error", ename="KeyError", evalue="'adoptions'", traceback=["\x1b[31mTraceback\x1b[0m (most recent call last)"])

    page = pages.render(notebook(words("Before."), stopped), EDITION)

    assert "Cell 2 of this notebook stopped before it had finished." in page and "<code>charts.trend(adoptions)</code>" in page
    assert "KeyError: &#39;adoptions&#39;" in page and "Traceback" not in page


def test_plain_text_is_escaped_and_left_out_when_empty():
    page = pages.render(notebook(output("stream", name="stdout", text="a < b\n"), output("stream", name="stdout", text="  \n"),
                                 output("stream", name="stderr", text="a warning")), EDITION)

    assert page.count('<pre class="words"') == 1 and "a &lt; b" in page and "a warning" not in page


def test_an_image_without_html_gets_its_charts_words():
    picture = output(data={"image/png": "aGVsbG8=\n", "text/plain": "<Figure>"}, metadata={"chart": {"alt": "Adoptions rose to nine."}})

    page = pages.render(notebook(picture), EDITION)

    assert 'src="data:image/png;base64,aGVsbG8=" alt="Adoptions rose to nine."' in page


def test_cells_for_the_analyst_and_papermills_note_are_left_out():
    cells = [words("Change the month above.", tags=["notebook-only"]), words("An Exception", tags=["papermill-error-cell-tag"])]

    page = pages.render(notebook(*cells, words("For readers.")), EDITION)

    assert "Change the month" not in page and "An Exception" not in page and "For readers." in page


def test_page_holds_the_provenance_of_its_own_figures_only():
    known = {"contacts|in_month||2020-03": {"name": "Contacts </script>", "denominator": None, "numerator": 0},
             "referrals|in_month||2020-03": {"name": "Referrals"}, "plans|in_month||2020-02": {"name": "Plans"}}
    derived = '<data value="1" data-from="plans@2020-02@in_month plans@2020-03@in_month">1</data>'

    page = pages.render(notebook(html(FIGURE + derived)), EDITION | {"provenance": known})

    script = page.split('id="provenance">')[1].split("</script>")[0]
    assert json.loads(script) == {"contacts|in_month||2020-03": {"name": "Contacts </script>", "numerator": 0},
                                  "plans|in_month||2020-02": {"name": "Plans"}}


def test_provenance_of_every_authority_can_stand_once_beside_one_authoritys_own():
    figure = '<data value="9" data-measure="reviews" data-authority="884" data-period="2018/19">9</data>'
    known = {f"reviews|{whose}||2018/19": {"name": "Reviews"} for whose in ("authority", "884", "885")}

    kept = json.loads(pages.provenance(figure, known))

    assert set(kept) == {"reviews|authority||2018/19", "reviews|884||2018/19"}


def test_provenance_that_the_notebook_brings_itself_stands_alone():
    own = '<script type="application/json" id="provenance">{}</script>'

    page = pages.render(notebook(html(FIGURE + own)), EDITION | {"provenance": {"contacts|in_month||2020-03": {"name": "Contacts"}}})

    assert page.count('id="provenance"') == 1


def test_words_cannot_break_out_of_the_style_sheet():
    page = pages.render(notebook(), EDITION | {"authority": 'A "b" </style><script>'})

    assert "<script>" not in page.split("</style>")[0] and page.count("</style>") == 1


def test_the_same_notebook_gives_the_same_page_and_is_not_changed(tmp_path):
    cells = notebook(words("## One"), html(FIGURE))
    before = nbformat.writes(cells)
    path = tmp_path / "adoption.ipynb"
    path.write_text(before, encoding="utf-8")

    pages_of_it = {pages.render(cells, EDITION), pages.render(cells, EDITION), pages.render(path, EDITION)}

    assert len(pages_of_it) == 1 and nbformat.writes(cells) == before


def test_an_edition_without_month_is_told_so():
    with pytest.raises(WorkbookError) as caught:
        pages.render(notebook(), {"authority": "Somewhere", "title": "Adoption"})

    assert str(caught.value) == ("page Adoption: no month. Expected an edition with authority, month and title. "
                                 "Give them to pages.render or pages.front.")


# Sections of which nothing was returned


def nothing(subject):
    return html(absences.paragraph(subject, "2020-03"))


def body(*cells):
    """What a page's main part shows of these cells."""
    return pages.render(notebook(*cells), EDITION).split("<main")[1].split("</main>")[0]


def test_a_section_of_which_nothing_was_returned_is_left_out_and_named_at_the_end():
    page = body(words("## How many?"), html(FIGURE), words("## How long?"), words("A board asks this."), nothing("Delays"), nothing("Waits"),
                words("## Who waits?\n\nThose left."), nothing("Waits"))

    assert '<h2 id="how-many">' in page and "how-long" not in page and "A board asks" not in page and "Delays" not in page
    assert page.rstrip().endswith('<p class="absence">Left out, since nothing was returned on it up to March 2020: How long?; Who waits?</p>')


def test_a_section_of_which_nothing_was_published_is_left_out_for_that_reason():
    unpublished = absences.unpublished("Waits", "2020-03")

    page = body(words("## How many?"), html(FIGURE), words("## How long?"), nothing("Delays"), words("## Who waits?"), html(unpublished), html(unpublished))

    assert page.rstrip().endswith('<p class="absence">Left out, since nothing was returned on it up to March 2020: How long?</p>'
                                  '<p class="absence">Left out, since nothing was published on it by March 2020: Who waits?</p>')


def test_a_page_that_leaves_nothing_out_does_not_say_so():
    assert "Left out" not in body(words("## How many?"), html(FIGURE))


def test_in_a_section_that_shows_something_each_absence_is_said_once():
    page = body(words("## How many?"), html(FIGURE), nothing("Delays"), nothing("Delays"), nothing("Waits"), words("## How long?"),
                html(FIGURE), nothing("Delays"))

    assert page.count("Delays: nothing was returned up to March 2020.") == 2
    assert page.count("Waits: nothing was returned up to March 2020.") == 1
    assert "Left out" not in page


def test_the_words_of_a_topic_that_is_absent_fold_to_their_line():
    absent = html(f'<section class="topic absent" id="topic-x"><p class="definition">What it means.</p>{absences.paragraph("Delays", "2020-03")}'
                  '<p class="invitation">Write here.</p></section>')

    beside_a_figure = body(words("## How many?"), absent, nothing("Delays"), html(FIGURE))
    alone = body(words("## How many?"), absent, nothing("Delays"))

    assert beside_a_figure.count("Delays: nothing was returned") == 1 and "What it means" not in beside_a_figure
    assert "How many?" not in alone.split("Left out")[0]


@pytest.mark.parametrize("output_", [html('<p class="absence">None this month.</p>'), html(f"{absences.paragraph('Delays', '2020-03')}<p>More.</p>"),
                                     output("stream", name="stdout", text="words"), output("error", ename="E", evalue="e", traceback=[])])
def test_a_section_with_anything_else_to_say_stays(output_):
    page = body(words("## How many?"), nothing("Waits"), output_)

    assert '<h2 id="how-many">' in page and "Left out" not in page


@pytest.mark.parametrize("opening", ["## How many?\n\n## How long?", "Before.\n\n## How many?", "No heading"])
def test_only_a_cell_that_opens_with_one_question_is_left_out(opening):
    assert "Left out" not in body(words(opening), nothing("Waits"))


def test_a_section_without_outputs_stays():
    assert '<h2 id="how-to-read">' in body(words("## How to read"), words("With care."))


def test_folding_keeps_the_numbers_of_cells_and_leaves_the_notebook_as_it_was():
    stopped = output("error", ename="KeyError", evalue="'x'", traceback=[])
    cells = notebook(words("## How long?"), nothing("Waits"), words("## How many?"), stopped)
    before = nbformat.writes(cells)

    page = pages.render(cells, EDITION)

    assert "Cell 4 of this notebook stopped" in page and nbformat.writes(cells) == before
