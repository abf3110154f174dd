"""Weights as they are written."""

DIGITS = 10
"""Decimals that are kept: the last ones differ from machine to machine."""


def tidy(weight: float) -> float:
    """The weight to DIGITS decimals, whole numbers without a point."""
    rounded = round(weight, DIGITS)
    return int(rounded) if rounded == int(rounded) else rounded


def plain(weight: float) -> str:
    """How a weight is written: never with an exponent."""
    if isinstance(weight, int):
        return str(weight)
    return f"{weight:.{DIGITS}f}".rstrip("0")
