"""Colours of layers: those that can be read in every theme, and how far apart they stand for every eye."""

from functools import lru_cache

from gui.theme import READABLE, contrast, load_theme, theme_names
from gui.theme.contrast import parts

PALETTE = ("#0072B2", "#B35C00", "#00795C", "#8E3B76", "#1010C6", "#7B0A0A", "#2046B6", "#A65730")
"""Hues that stay apart for colour-blind people, the most different first (after Okabe and Ito)."""
MORE = ("#B0305C", "#7A6A00", "#4F6D1E", "#006D77", "#5B4B9A", "#6B6B6B")
"""Hues that can be read, and stand nearer to some of the others."""
APART = 11.0
"""The distance (CIE 1976) below which two hues are easily taken for one another."""
_COLOURLESS = 22.0
"""How far a theme may move a hue to make it readable before it is another colour."""
_BLIND = {
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998),
    ),
}  # fmt: skip
"""What is left of linear red, green and blue (Machado, Oliveira and Fernandes 2009, severity 1)."""


def is_readable(hue: str) -> bool:
    """Whether words, lines and tints of a hue can be read in every theme and still look like the hue."""
    return all(_is_readable_in(hue, name) for name in theme_names())


@lru_cache(maxsize=512)
def _is_readable_in(hue: str, name: str) -> bool:
    theme = load_theme(name)
    tint, shown = theme.tint(hue).name().upper(), theme.hue(hue).name().upper()
    paper, ink = theme.colours["paper"], theme.colours["ink"]
    if contrast(ink, tint) < READABLE or contrast(shown, paper) < READABLE:
        return False
    chroma = _chroma(hue)
    return theme.is_dark or chroma < 8 or (_distance(hue, shown) <= _COLOURLESS and _chroma(shown) > 4)


def nearest(hue: str, others: dict[str, str]) -> str:
    """Which of {name: hue} is too like a hue for somebody, the likest; "" where none is."""
    distances = {name: apart(hue, other) for name, other in others.items()}
    found = min(distances, key=distances.__getitem__, default="")
    return found if found and distances[found] < APART else ""


@lru_cache(maxsize=4096)
def apart(one: str, other: str) -> float:
    """How far two hues stand apart for the eye that tells them apart least."""
    seen = [(one, other), *((_as_seen(one, kind), _as_seen(other, kind)) for kind in _BLIND)]
    return min(_distance(*pair) for pair in seen)


def _as_seen(hue: str, kind: str) -> str:
    linear = [_linear(part / 255) for part in parts(hue)]
    mixed = (sum(a * b for a, b in zip(row, linear, strict=True)) for row in _BLIND[kind])
    return "#{:02X}{:02X}{:02X}".format(*(round(255 * _gamma(min(1.0, max(0.0, part)))) for part in mixed))


def _distance(one: str, other: str) -> float:
    return float(sum((a - b) ** 2 for a, b in zip(_lab(one), _lab(other), strict=True)) ** 0.5)


def _chroma(hue: str) -> float:
    _light, a, b = _lab(hue)
    return float((a * a + b * b) ** 0.5)


@lru_cache(maxsize=1024)
def _lab(hue: str) -> tuple[float, float, float]:
    """A colour as people see differences: lightness, green to red, blue to yellow."""
    red, green, blue = (_linear(part / 255) for part in parts(hue))
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _gamma(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)
