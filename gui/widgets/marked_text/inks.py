"""Pens and brushes for every look that a mark can have."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen

from gui.theme.contrast import mix
from gui.widgets.marked_text.mark import Mark
from gui.widgets.marked_text.palette import MarkPalette
from gui.widgets.marked_text.scene import LONG

_FADED = 0.4
_DASHES = [2.6, 2.0]
_DOTS = [1.0, 2.0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What decides how a mark is drawn."""

    hue: str
    ghost: bool = False
    faded: bool = False
    long: bool = False
    outer: bool = False
    buried: bool = False
    current: bool = False
    together: bool = False
    hovered: bool = False

    @property
    def taken(self) -> bool:
        """Whether the mark is current, or taken together with the one that is."""
        return self.current or self.together


@dataclass(frozen=True, slots=True, kw_only=True)
class Inks:
    """How one look is drawn; None where there is nothing to draw."""

    ground: QBrush | None
    outline: QPen | None
    rule: QPen
    link: QPen
    chip: QBrush | None
    chip_text: QPen
    glyph: QBrush
    glyph_text: QPen


def look_of(
    mark: Mark,
    *,
    lane: int = 0,
    dimmed: bool = False,
    current: bool = False,
    together: bool = False,
    hovered: bool = False,
) -> Look:
    """The look of a mark whose rule is in `lane`."""
    return Look(
        hue=mark.hue,
        ghost=mark.ghost,
        faded=mark.faded or dimmed,
        long=mark.length >= LONG,
        outer=lane >= 2,
        buried=lane >= 3,
        current=current,
        together=together,
        hovered=hovered,
    )


class InkPot:
    """The inks of one palette, mixed once for each look."""

    def __init__(self, palette: MarkPalette) -> None:
        self.palette = palette
        self._mixed: dict[Look, Inks] = {}

    def inks(self, look: Look) -> Inks:
        """The pens and brushes for a look."""
        found = self._mixed.get(look)
        if found is None:
            found = self._mixed[look] = self._mix(look)
        return found

    def _mix(self, look: Look) -> Inks:
        style = self.palette.style(look.hue)
        strength = _FADED if look.faded and not look.taken else 1.0
        line = _veiled(style.line, strength)
        ink = self._faded_ink(style.ink) if strength < 1 else QColor(style.ink)
        return Inks(
            ground=self._ground(look, strength),
            outline=self._outline(look, style.line),
            rule=self._rule(look, line),
            link=_pen(line, 1.2, _DOTS),
            chip=self._chip(look, strength),
            chip_text=QPen(QColor(style.on_line)) if look.taken else QPen(ink),
            glyph=QBrush(QColor(style.on_line) if look.taken else line),
            glyph_text=QPen(QColor(style.line if look.taken else style.on_line)),
        )

    def tint_of(self, look: Look) -> float:
        """How much of its hue lies under a mark, 0 to 1: less for what is long or lies under other marks."""
        palette = self.palette
        if look.buried:
            return palette.light_tint if look.current else 0.0
        if look.current:
            return palette.tint if look.long or look.outer else palette.strong_tint
        if look.ghost:
            return 0.0
        return palette.light_tint if look.long or look.outer else palette.tint

    def _ground(self, look: Look, strength: float) -> QBrush | None:
        share = self.tint_of(look) * strength
        return QBrush(_veiled(self.palette.style(look.hue).colour, share)) if share else None

    def _outline(self, look: Look, line: str) -> QPen | None:
        if look.taken:
            return QPen(QColor(line), 1.4)
        return QPen(_veiled(line, 0.55), 1.0) if look.hovered else None

    def _rule(self, look: Look, line: QColor) -> QPen:
        width = self.palette.rule
        if look.long and not look.taken:
            width *= 0.6
        elif look.ghost:
            width *= 0.8
        return _pen(line, width, _DASHES if look.ghost else None)

    def _chip(self, look: Look, strength: float) -> QBrush | None:
        style = self.palette.style(look.hue)
        if look.taken:
            return QBrush(QColor(style.line))
        if look.ghost and not look.hovered:
            return None
        return QBrush(_veiled(style.colour, self.palette.tint * strength))

    def _faded_ink(self, ink: str) -> QColor:
        return QColor(mix(ink, self.palette.page.paper, 0.6))


def _veiled(colour: str, share: float) -> QColor:
    veiled = QColor(colour)
    veiled.setAlphaF(share)
    return veiled


def _pen(colour: QColor, width: float, pattern: list[float] | None = None) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if pattern:
        pen.setDashPattern(pattern)
    return pen
