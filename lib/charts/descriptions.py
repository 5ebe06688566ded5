"""Figures, months and subjects in words: what stands on a drawing, in its subtitle and its notes."""

from lib import marks, periods, rates
from lib.marks import printed as shown
from lib.measures import AVERAGE, COUNT, DAYS, FINANCIAL_YEAR, IN_MONTH, MONTH_END, PER_10_000, PERCENT, ROLLING_12, YEAR_TO_DATE

CENSUS = "census"       # a basis of drawings alone: the same month of each year, as a yearly count of staff has
YEARLY = (FINANCIAL_YEAR, CENSUS)
SPOKEN = {PERCENT: " per cent", PER_10_000: " per 10,000 children", DAYS: " days"}
UNITS = {COUNT: "number", PERCENT: "per cent", PER_10_000: "rate per 10,000 children aged 0 to 17", DAYS: "days", AVERAGE: "average"}
BASES = {IN_MONTH: "", MONTH_END: "at month end", YEAR_TO_DATE: "year to date", ROLLING_12: "12 months to each month",
         FINANCIAL_YEAR: "financial years", CENSUS: ""}
NAMED = 2       # subjects named one by one in a subtitle; more are the first "and others"


def spoken(value, unit, decimals):
    """A figure as it is read aloud.

    >>> spoken(46.55, "percent", 1), spoken(293.3, "per_10000", 1)
    ('46.6 per cent', '293.3 per 10,000 children')
    """
    return f"{rates.round_half_up(value, decimals):,.{decimals}f}{SPOKEN.get(unit, '')}"


def at(strand, position, words=shown):
    """A strand's figure at a position, shown or spoken."""
    return words(strand.values[position], strand.unit, strand.decimals[position])


def moment(month, basis):
    """The month, or the financial year it closes.

    >>> moment("2015-12", "in_month"), moment("2015-03", "financial_year")
    ('December 2015', '2014/15')
    """
    return periods.financial_year(month) if basis == FINANCIAL_YEAR else periods.long_name(month)


def period(month, basis):
    """What publications call it: the month, or the financial year it closes.

    >>> period("2018-09", "census"), period("2019-03", "financial_year")
    ('2018-09', '2018/19')
    """
    return periods.financial_year(month) if basis == FINANCIAL_YEAR else month


def brief(month, basis):
    """The month in short, or the financial year it closes.

    >>> brief("2015-12", "in_month")
    'Dec 2015'
    """
    return periods.financial_year(month) if basis == FINANCIAL_YEAR else periods.short_name(month)


def stretch(months, basis):
    """From the first month to the last.

    >>> stretch(("2015-04", "2015-12"), "in_month"), stretch(("2014-12", "2015-01"), "in_month"), stretch(("2015-04",), "in_month")
    ('April to December 2015', 'December 2014 to January 2015', 'April 2015')
    """
    first, last = moment(months[0], basis), moment(months[-1], basis)
    if first == last:
        return first
    if basis != FINANCIAL_YEAR and months[0][:4] == months[-1][:4]:
        first = first.split()[0]
    return f"{first} to {last}"


def listed(words):
    """Words in a row, as a sentence has them.

    >>> listed(["one", "two", "three"])
    'one, two and three'
    """
    words = list(words)
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def heading(strand):
    """A strand's name with its unit and basis, as it stands above a panel."""
    return _with_terms(strand.name, [strand])


def subtitle(strands, place, subject=""):
    """Measure with its unit and basis, place and period.

    The subject is the measures' own names unless given.
    """
    names = list(dict.fromkeys(strand.name for strand in strands))
    names[1:] = [within_a_sentence(name) for name in names[1:]]
    subject = subject or listed(names if len(names) <= NAMED else [names[0], "others"])
    return f"{_with_terms(subject, strands)}, {place}, {stretch(strands[0].months, strands[0].basis)}"


def within_a_sentence(name):
    """A measure's name as it stands after other words.

    >>> within_a_sentence("Children in need"), within_a_sentence("PEPs up to date")
    ('children in need', 'PEPs up to date')
    """
    return name[0].lower() + name[1:] if name[1:2].islower() else name


def _with_terms(subject, strands):
    if len({strand.unit for strand in strands}) > 1:
        return subject
    return in_unit(subject, strands[0].unit, *(BASES[strand.basis] for strand in strands))


def in_unit(subject, unit, *terms):
    """A subject with its unit and other terms in brackets, but for those that it says already.

    >>> in_unit("Contacts", "count", "year to date"), in_unit("Referrals per 10,000 children", "per_10000")
    ('Contacts (number, year to date)', 'Referrals per 10,000 children')
    """
    unit = "" if unit == PER_10_000 and "10,000" in subject else UNITS[unit]
    said = [term for term in dict.fromkeys([unit, *terms]) if term and term.lower() not in subject.lower()]
    return f"{subject} ({', '.join(said)})" if said else subject


def reference(given, strand, words=shown):
    """A reference with its value: "Target 86%", "Limits 14 to 20"; its label alone where that says the value already."""
    return given.label if _value(given, strand, shown) in given.label else f"{given.label} {_value(given, strand, words)}"


def _value(given, strand, words):
    high = _plainly(given.high, strand.unit, max(strand.decimals), words)
    return f"{_plainly(given.low, COUNT, max(strand.decimals), words)} to {high}" if given.is_band else high


def _plainly(value, unit, decimals, words):
    """The value with no more decimals than it needs, and no more than the figures beside it have."""
    most = max(decimals, 1)
    enough = next(few for few in range(most + 1) if rates.round_half_up(value, few) == rates.round_half_up(value, most))
    return words(value, unit, enough)


def gaps(strand):
    """The months without a figure, in stretches, each with its reason: "June 2015 (On hold) and August to September 2015"; "" for none."""
    runs = []
    for position in sorted(set(range(len(strand.months))) - set(strand.points)):
        if runs and runs[-1][-1] == position - 1 and strand.states[position] == strand.states[position - 1]:
            runs[-1].append(position)
        else:
            runs.append([position])
    return listed(_gap(strand, run) for run in runs)


def _gap(strand, run):
    reason = marks.reason(strand.states[run[0]])
    return stretch([strand.months[position] for position in run], strand.basis) + (f" ({reason})" if reason else "")
