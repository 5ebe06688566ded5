"""Text alternatives: the message, then what the chart says in whole sentences."""

from lib.charts import descriptions
from lib.charts.descriptions import at, moment, spoken

TIES = 3        # months named one by one when they share the highest or lowest value


def text(message, strands, references=(), without=()):
    """The message, each strand's first, last, highest and lowest figure with their months, the references and the gaps."""
    sentences = [sentence(message)]
    for strand in strands:
        sentences += [_levels(strand), missing(strand)]
    return " ".join(filter(None, [*sentences, compared(references, strands[-1]), absent(without)]))


def sentence(message):
    """The message with its full stop.

    >>> sentence("Contacts rose")
    'Contacts rose.'
    """
    return message if message.endswith((".", "!", "?")) else f"{message}."


def missing(strand):
    """A sentence on the months without a figure; empty when there are none, or nothing but them.

    "Contacts: there is no figure for June 2015 (On hold)."
    """
    gaps = descriptions.gaps(strand)
    return f"{strand.label}: there is no figure for {gaps}." if gaps and strand.points else ""


def absent(labels):
    """A sentence on what has no figure at all.

    >>> absent(["Duty", "Adoption"])
    'There are no figures for Duty and Adoption.'
    """
    return f"There are no figures for {descriptions.listed(labels)}." if labels else ""


def compared(references, strand):
    """A sentence on what the chart's figures are held against; empty for nothing."""
    said = descriptions.listed(descriptions.reference(each, strand, spoken) for each in references)
    return f"{'The comparisons shown are' if len(references) > 1 else 'The comparison shown is'} {said}." if references else ""


def _levels(strand):
    if not strand.points:
        return ""
    first, last = strand.points[0], strand.last
    if first == last:
        return f"{strand.label} stood at {at(strand, last, spoken)} in {_when(strand, [last])}."
    if strand.values[strand.highest] == strand.values[strand.lowest]:
        return f"{strand.label} stood at {at(strand, last, spoken)} throughout, from {_when(strand, [first])} to {_when(strand, [last])}."
    return (f"{strand.label} stood at {at(strand, first, spoken)} in {_when(strand, [first])} "
            f"and {at(strand, last, spoken)} in {_when(strand, [last])}; "
            f"the highest was {_extreme(strand, strand.highest)} and the lowest {_extreme(strand, strand.lowest)}.")


def _extreme(strand, position):
    tied = [each for each in strand.points if strand.values[each] == strand.values[position]]
    return f"{at(strand, position, spoken)} ({_when(strand, tied)})"


def _when(strand, positions):
    if len(positions) > TIES:
        return f"{len(positions)} months"
    return descriptions.listed(moment(strand.months[position], strand.basis) for position in positions)
