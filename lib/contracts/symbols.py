"""The symbols that stand in a number's place in published statistics and in returns, and what each says of the figure there is not."""

SUPPRESSED = "suppressed to protect individuals"
NOT_AVAILABLE = "not available"
ROUNDS_TO_ZERO = "rounds to zero"

# z, x, c, low, u and the older : and ~ as the Department for Education's Open Data Standards have them, after the Government Statistical
# Service's guidance on symbols in tables; k is that guidance's word for low, and `..` an older one for x. A bare - is the Local Authority
# Interactive Tool's: it says that there is no figure, never why.
MEANINGS = {
    "c": SUPPRESSED,
    "z": "not applicable",
    "x": NOT_AVAILABLE,
    "low": ROUNDS_TO_ZERO,
    "k": ROUNDS_TO_ZERO,
    "u": "unreliable",
    ":": NOT_AVAILABLE,
    "~": ROUNDS_TO_ZERO,
    "-": "not published",
    "..": NOT_AVAILABLE,
}
SAYS_NOT_WHY = "-"
