"""Arithmetic of colours: how far two stand apart, and how to move one until it can be read on another.

Colours are "#RRGGBB" strings here, so that nothing below needs Qt; contrast is that of WCAG 2.2 (1 to 21).
"""

from functools import lru_cache

READABLE = 4.5
"""The least contrast of text with what it stands on."""

_STEPS = 24


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 (the same) to 21 (black and white)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=4096)
def luminance(colour: str) -> float:
    """The relative luminance of a colour, from 0 (black) to 1 (white)."""
    red, green, blue = (_linear(part / 255) for part in parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def parts(colour: str) -> tuple[int, int, int]:
    """The red, green and blue of "#RRGGBB", each from 0 to 255. Raises ValueError for anything else."""
    if len(colour) != 7 or not colour.startswith("#"):
        raise ValueError(f"not a colour of the form #RRGGBB: {colour!r}")
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@lru_cache(maxsize=4096)
def mix(over: str, under: str, share: float) -> str:
    """The colour seen where `share` (0 to 1) of `over` covers `under`."""
    blended = (round(a * share + b * (1 - share)) for a, b in zip(parts(over), parts(under), strict=True))
    return "#{:02X}{:02X}{:02X}".format(*blended)


@lru_cache(maxsize=4096)
def readable(colour: str, *grounds: str, least: float = READABLE) -> str:
    """`colour`, moved towards black or white only as far as it needs to stand out from every ground."""
    ends = ("#000000", "#FFFFFF")
    end = max(ends, key=lambda pole: min(contrast(pole, ground) for ground in grounds))
    for step in range(_STEPS + 1):
        moved = mix(end, colour, step / _STEPS)
        if all(contrast(moved, ground) >= least for ground in grounds):
            return moved
    return end


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
