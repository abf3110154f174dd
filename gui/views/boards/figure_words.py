"""How figures and what they count read."""

from decimal import Decimal

from PySide6.QtCore import QLocale

from annotation.codebook import Codebook
from annotation.fields import Field
from annotation.i18n import _
from annotation.operations.boards.comparing import Comparison
from annotation.project.boards.figures import LAYER, Figure

_SIGNS = {"~": "≈", "<=": "≤", ">=": "≥", "<": "<", ">": ">"}


def figure_words(figure: Figure) -> str:
    """A figure with its comparator: "> 10 000", "3 000–5 000", "≈ 40 %"."""
    if figure.comparator == "range" and (figure.value_min or figure.value_max):
        number = f"{decimal_words(figure.value_min) or '…'}–{decimal_words(figure.value_max) or '…'}"
    else:
        number = decimal_words(figure.value) or (_("vague") if figure.vague else "?")
    sign = _SIGNS.get(figure.comparator, "")
    return " ".join(part for part in (sign, number, unit_words(figure.unit, figure.per)) if part)


def unit_words(unit: str, per: str) -> str:
    """A unit with what it is per."""
    sign = "%" if unit in ("%", "percent") else unit
    return f"{sign}/{per}" if per else sign


def decimal_words(number: str | Decimal) -> str:
    """An exact decimal with the groups and the sign of the language spoken; "" for none."""
    text = f"{number:f}" if isinstance(number, Decimal) else number
    whole, dot, rest = text.partition(".")
    if not whole.lstrip("-").isdigit() or not (rest.isdigit() or not dot):
        return text
    locale = QLocale()
    shown = str(locale.toString(int(whole))) if len(whole) < 18 else whole
    return f"{shown}{locale.decimalPoint()}{rest}" if rest else shown


def counted_words(comparison: Comparison, codebook: Codebook) -> str:
    """What a comparison counts: the noun, else the unit, else the kind."""
    unit = unit_words(comparison.unit, comparison.per)
    return comparison.counted or unit or kind_words(comparison, codebook)


def kind_words(comparison: Comparison, codebook: Codebook) -> str:
    """The kind of figures, as the codebook calls it."""
    field = _kind_field(codebook)
    tag = field.tag(comparison.kind) if field else None
    return tag.text if tag else comparison.kind


def kind_hue(comparison: Comparison, codebook: Codebook) -> str:
    """The colour of its own that the kind has, "" for none."""
    field = _kind_field(codebook)
    return field.hue_of(comparison.kind) if field else ""


def figure_hue(comparison: Comparison, codebook: Codebook) -> str:
    """What figures of this kind are drawn in: the colour of the kind, else of the layer."""
    layer = codebook.layer(LAYER)
    return kind_hue(comparison, codebook) or (layer.hue if layer else "")


def _kind_field(codebook: Codebook) -> Field | None:
    layer = codebook.layer(LAYER)
    return layer.field("kind") if layer else None


def spread_words(comparison: Comparison) -> str:
    """From where to where the numbers go, and how far they are apart."""
    if comparison.low is None or comparison.high is None:
        return _("no number is given")
    if comparison.low == comparison.high:
        return _("all say {number}", number=decimal_words(comparison.low))
    span = f"{decimal_words(comparison.low)} – {decimal_words(comparison.high)}"
    if comparison.ratio is None:
        return span
    return f"{span} · {_('{times} times', times=QLocale().toString(comparison.ratio, 'f', 1))}"
