"""Every distance of a marked text, worked out from its fonts."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

BASE = 16.0
"""The size of text, px, that the small distances are made for."""
_SAMPLE = "Le ministre a déclaré que la coalition resterait unie, malgré les désaccords sur le budget."


@dataclass(frozen=True, kw_only=True)
class Metrics:
    """Distances in pixels. From the top of a line: channel (room for arcs), text, rules, chips, free room."""

    font: QFont
    size: int
    """The size of the text."""
    chip_font: QFont
    character: float
    """The mean width of a character of running text."""
    ascent: float
    descent: float
    font_ascent: float
    font_descent: float
    """What Qt takes for ascent and descent; a line with larger ones has other fonts in it."""
    channel: float
    rule_gap: float
    rule_pitch: float
    chip_gap: float
    chip_height: float
    chip_pitch: float
    chip_padding: float
    paragraph: float
    """Between two paragraphs, beyond what is between two lines."""
    blank: float
    """The height of a paragraph without a word in it."""
    pitch: float
    """The least distance from one line to the next."""
    below: float
    """What a line with one lane of chips is higher than one without."""
    gutter: float
    """The least room on either side of the column."""
    top: float
    """Above the first line and below the last one."""

    def rules_height(self, lanes: int) -> float:
        """The room that so many lanes of rules take."""
        return self.rule_gap + lanes * self.rule_pitch


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacing:
    """What a reader may choose: line height (in font sizes) and the lanes that every line keeps room for.

    A line with more below it than that is as much higher as it needs.
    """

    line_height: float = 1.6
    rule_lanes: int = 0
    chip_lanes: int = 0


def measure(font: QFont, chip_font: QFont, spacing: Spacing) -> Metrics:
    """The distances for text in `font` and chips in the family of `chip_font`."""
    shape = QFontMetricsF(font)
    size = QFontInfo(font).pixelSize()
    scale = size / BASE
    small = QFont(chip_font)
    small.setPixelSize(max(9, round(10 * scale)))
    chip_shape = QFontMetricsF(small)
    chip_height = round(chip_shape.capHeight() + 4.5 * max(scale, 1.0))
    ascent = min(shape.ascent(), size * 0.91)
    descent = min(shape.descent(), size * 0.22)
    channel, rule_pitch, chip_gap = round(6 * scale), 3.0 * scale, 0.5 * scale
    rules = 0.5 * scale + spacing.rule_lanes * rule_pitch if spacing.rule_lanes else 0.0
    chips = chip_gap + spacing.chip_lanes * (chip_height + 1) if spacing.chip_lanes else 0.0
    pitch = max(round(size * spacing.line_height), round(channel + ascent + descent + rules + chips))
    with_chips = round(channel + ascent + descent + 0.5 * scale + rule_pitch + chip_gap) + chip_height + 1
    return Metrics(
        font=font,
        size=size,
        chip_font=small,
        character=shape.horizontalAdvance(_SAMPLE) / len(_SAMPLE),
        ascent=ascent,
        descent=descent,
        font_ascent=shape.ascent(),
        font_descent=shape.descent(),
        channel=channel,
        rule_gap=0.5 * scale,
        rule_pitch=rule_pitch,
        chip_gap=chip_gap,
        chip_height=chip_height,
        chip_pitch=chip_height + 1,
        chip_padding=round(4 * scale),
        paragraph=round(10 * scale),
        blank=round(5 * scale),
        pitch=pitch,
        below=max(0, with_chips - pitch),
        gutter=round(40 * scale),
        top=round(28 * scale),
    )
