import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from gui.theme import fixed_font, interface_font, load_fonts, reading_font, reading_line_height
from gui.theme.fonts import FONTS


def test_the_bundled_fonts_are_known(qapp: QApplication) -> None:
    assert {"Source Serif Pro", "Inter"} <= set(load_fonts())


@pytest.mark.parametrize("family", ["SourceSerifPro", "Inter"])
def test_every_bundled_font_has_its_licence(family: str) -> None:
    assert list(FONTS.glob(f"{family}-*.?tf"))
    assert "SIL OPEN FONT LICENSE" in (FONTS / f"{family}-LICENSE.txt").read_text("utf-8")


def test_articles_are_set_in_a_serif_of_sixteen_pixels(qapp: QApplication) -> None:
    assert QFontInfo(reading_font()).family().startswith(("Source Serif", "Noto Serif", "Georgia"))
    assert reading_font().pixelSize() == 16
    assert reading_line_height() == 1.6


@pytest.mark.parametrize(("zoom", "size"), [(0.5, 8), (1.5, 24), (0.01, 6)])
def test_the_size_follows_the_zoom_down_to_what_can_be_seen(
    zoom: float, size: int, qapp: QApplication
) -> None:
    assert reading_font(zoom).pixelSize() == size


def test_a_font_that_nobody_chose_gives_way(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFontDatabase, "systemFont", lambda _kind: QFont("DejaVu Sans", 10))
    assert QFontInfo(interface_font()).family() == "Inter"
    assert interface_font().pixelSize() == 13


def test_a_font_that_somebody_chose_is_kept(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFontDatabase, "systemFont", lambda _kind: QFont("Source Serif Pro", 10))
    assert interface_font().family() == "Source Serif Pro"


def test_identifiers_have_a_font_of_one_width(qapp: QApplication) -> None:
    assert fixed_font().styleHint() == QFont.StyleHint.Monospace
