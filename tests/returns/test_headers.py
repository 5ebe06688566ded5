from datetime import datetime


def supplied(received):
    return list(zip(received.supplied.basis, received.supplied.month, received.supplied.value))


def test_periods_may_be_dates_text_years_and_the_year_to_date(save, read, header, row):
    save(header(datetime(2015, 10, 1), "Nov-15", "2015-12", "2014/15", "Year to date"), row("2.1", 935, 1029, 1041, 10517, 8727))

    received = read()

    assert supplied(received) == [("in_month", "2015-10", 935), ("in_month", "2015-11", 1029), ("in_month", "2015-12", 1041),
                                  ("financial_year", "2015-03", 10517), ("year_to_date", "2015-12", 8727)]
    assert received.findings.empty


def test_the_header_may_stand_below_a_title_on_a_sheet_of_any_name(save, read, header, row):
    save(["Contacts"], [], ["as at 18 January"], header("2015-12"), row("2.1", 1041),
         change=lambda sheet: setattr(sheet, "title", "Sheet7"))

    assert read().supplied[["sheet", "row"]].values.tolist() == [["Sheet7", 5]]


def test_columns_may_stand_in_any_order_and_some_be_missing(save, read):
    save(["2015-12", "Part", "Ref"], [1041, "value", "2.1"])

    assert supplied(read()) == [("in_month", "2015-12", 1041)]


def test_the_months_to_come_may_stand_there_blank(save, read, header, row):
    save(header("2015-12", "2016-01", "2016-02", "2015/16"), row("2.1", 1041))

    assert read().findings.empty


def test_figures_of_a_month_to_come_are_set_aside(save, read, header, row, messages):
    save(header("2015-12", "2016-01"), row("2.1", 1041, 1100))

    received = read()

    assert supplied(received) == [("in_month", "2015-12", 1041)]
    assert messages(received) == ['error: 2015-12/scorecard.xlsx, sheet "Monthly figures", row 1, column "2016-01": the period ends after '
                                  'December 2015, '
                                  "the month of this return. Expected no figures of a time to come. The column is set aside; take its "
                                  "figures out, or "
                                  'correct its heading (Excel takes a typed "Dec-15" for a day of December), and run again.']


def test_a_financial_year_that_is_not_over_is_set_aside(save, read, header, row):
    save(header("2015-12", "2015/16"), row("2.1", 1041, 8727))

    assert read().findings.rule.tolist() == ["period to come"]


def test_a_month_twice_is_read_once(save, read, header, row, messages):
    save(header("2015-12", "Dec-15"), row("2.1", 1041, 999))

    received = read()

    assert supplied(received) == [("in_month", "2015-12", 1041)]
    assert messages(received) == ['error: 2015-12/scorecard.xlsx, sheet "Monthly figures", row 1, column "Dec-15": the same period stands '
                                  'already in the '
                                  'column "2015-12". Expected one column a period. The second column is set aside; take one of the two '
                                  'out and run again.']


def test_the_year_to_date_of_another_year_is_set_aside(save, read, header, row, messages):
    save(header("2015-12", "2014/15 YTD"), row("2.1", 1041, 7000))

    assert messages(read()) == ['error: 2015-12/scorecard.xlsx, sheet "Monthly figures", row 1, column "2014/15 YTD": "2014/15 YTD" is of '
                                'another '
                                "financial year. Expected the year to date of 2015/16. The column is set aside; correct the heading and "
                                "run again."]


def test_a_heading_that_may_be_a_month_or_a_year_is_read_as_a_month_with_a_warning(save, read, header, row, messages):
    save(header("2011-12", "2015-12"), row("2.1", 900, 1041))

    received = read()

    assert supplied(received)[0] == ("in_month", "2011-12", 900)
    assert messages(received) == ['warning: 2015-12/scorecard.xlsx, sheet "Monthly figures", row 1, column "2011-12": the heading may be '
                                  'December 2011 or '
                                  "the financial year 2011/12. Expected a financial year with a slash. It was read as December 2011; if "
                                  "it is the year, "
                                  "correct it and run again."]


def test_an_unknown_column_is_named_with_what_it_may_have_meant(save, read, header, row, messages):
    save(header("2015-12", "categry"), row("2.1", 1041, "Duty"))

    assert messages(read()) == ['warning: 2015-12/scorecard.xlsx, sheet "Monthly figures", row 1, column "categry": "categry" is not a '
                                'column of monthly '
                                "figures. Expected code or key, title, basis, breakdown, category, part, note, a month (2015-12, Dec-15, "
                                "December 2015), "
                                'a financial year (2014/15) or "Year to date". The column was not read; if it holds figures, correct the '
                                'heading and run '
                                "again. Did you mean category?"]


def test_a_second_column_of_one_name_is_not_read(save, read, header, row, messages):
    save(header("2015-12", "part"), row("2.1", 1041, "value"))

    assert messages(read()) == ['warning: 2015-12/scorecard.xlsx, sheet "Monthly figures", row 1, column "part": "part" is a second '
                                'column for part. '
                                "Expected one column for each. The second was not read; take one of the two out."]


def test_a_sheet_without_codes_is_set_aside_and_counted(save, read, messages):
    save(["title", "part", "2015-12"], ["Contacts", "value", 1041], ["Referrals", "value", 485])

    received = read()

    assert received.files[["rows_read", "rows_used", "rows_set_aside"]].values.tolist() == [[2, 0, 2]]
    assert messages(received) == ['error: 2015-12/scorecard.xlsx, sheet "Monthly figures", row 1: the header has no column for code or '
                                  'key. Expected '
                                  "code or key, title, basis, breakdown, category, part, note, a month (2015-12, Dec-15, December 2015), "
                                  "a financial year "
                                  '(2014/15) or "Year to date". The sheet\'s rows are set aside; add the column and run again.']


def test_a_sheet_without_periods_is_set_aside_and_counted(save, read, messages):
    save(["code", "title", "December"], ["2.1", "Contacts", 1041])

    received = read()

    assert received.files.rows_set_aside.tolist() == [1]
    assert "the header has no column for a period" in messages(received)[1]


def test_cells_under_no_heading_are_warned_of_since_they_may_be_a_month_s_figures(save, read, header, row, messages):
    save(header("2015-12"), row("2.1", 1041, "checked", None, "twice"))

    assert messages(read()) == ['warning: 2015-12/scorecard.xlsx, sheet "Monthly figures", row 1: cells stand under no heading, in column H '
                                'and J. '
                                "Expected a heading over every column. They were not read; give the column a heading and run again."]


def test_what_is_hidden_is_read_and_noted(save, read, header, row, messages):
    def hide(sheet):
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["G"].hidden = True
    save(header("2015-12"), row("2.1", 1041), change=hide)

    received = read()

    assert supplied(received) == [("in_month", "2015-12", 1041)]
    assert messages(received) == ['note: 2015-12/scorecard.xlsx, sheet "Monthly figures": hidden: row 2, column G. Expected nothing '
                                  'hidden in a return. '
                                  "It was read like the rest; show it, or delete it if it should not be there."]
