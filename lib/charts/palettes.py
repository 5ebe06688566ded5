"""The colours, markers and type that charts are drawn with: the Government Analysis Function's palette, and one place for every size."""

NAVY, TEAL, PLUM, ORANGE, CHARCOAL = "#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D"
GREY = "#8C8C8C"            # what is not in focus; 3.4 to 1 on white
RULE, BAND = "#D9D9D9", "#DFE7EF"

SERIES = (NAVY, ORANGE, TEAL, PLUM)
STACK = (NAVY, TEAL, PLUM, ORANGE, GREY)
PAIR = (NAVY, ORANGE)
MARKERS = ("o", "s", "^", "D")
DASHES = ((0, (5, 3)), (0, (1.5, 2)), (0, (6, 2, 1.5, 2)), (0, (3, 2)))

TYPE, SMALL, TINY = 9.5, 8.5, 8         # points
LETTER, BOLD, LINE = 0.6, 1.12, 1.25    # a letter's average width, how much wider bold is, and a line's height, for each point of type

STYLE = {
    "font.family": ["DejaVu Sans"], "font.size": TYPE, "text.color": CHARCOAL,
    "axes.labelcolor": CHARCOAL, "xtick.color": CHARCOAL, "ytick.color": CHARCOAL,
    "hatch.linewidth": 1.0, "svg.fonttype": "none", "svg.hashsalt": "chart", "path.simplify": False,
}


def width(text, size=TYPE):
    """About how many points wide a text stands, its longest line counting.

    >>> round(width("Target", 10), 1)
    36.0
    """
    return max(map(len, text.split("\n"))) * LETTER * size
