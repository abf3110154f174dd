import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QPalette

from gui.theme.contrast import READABLE, contrast
from gui.theme.theme import THEMES, load_theme, theme_names

LAYERS = ("#0072B2", "#B35C00", "#00795C", "#8E3B76")
GROUNDS = ("paper", "ground", "raised")
SOFT = ("danger_soft", "warning_soft", "success_soft")
PAIRS = [
    *(("ink", ground) for ground in (*GROUNDS, *SOFT, "hover", "pressed")),
    *(("muted", ground) for ground in (*GROUNDS, "hover")),
    *((text, ground) for text in ("accent", "danger") for ground in GROUNDS),
    *(("on_accent", ground) for ground in ("accent_fill", "accent_hover")),
    *((text, "selected") for text in ("on_selected", "muted_on_selected")),
    *((tone, f"{tone}_soft") for tone in ("danger", "warning", "success")),
    ("on_tooltip", "tooltip"),
]
hues = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")
each_theme = pytest.mark.parametrize("name", theme_names())


def test_the_themes_are_offered_in_their_order() -> None:
    assert theme_names() == ("light", "dark", "contrast")


def test_an_unknown_theme_is_refused() -> None:
    with pytest.raises(KeyError):
        load_theme("sepia")


@each_theme
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_every_text_can_be_read_on_its_ground(name: str, text: str, ground: str) -> None:
    colours = load_theme(name).colours
    assert contrast(colours[text], colours[ground]) >= READABLE


def test_the_style_sheet_writes_in_no_colour_that_is_not_tested() -> None:
    sheet = (THEMES / "sheet.qss").read_text("utf-8")
    written = set(re.findall(r"(?<![-\w])color: \$(\w+)", sheet))
    assert written - {text for text, _ in PAIRS} == {"faint"}


@each_theme
def test_every_theme_names_the_same_colours(name: str) -> None:
    assert load_theme(name).colours.keys() == load_theme("light").colours.keys()
    assert load_theme(name).polarities.keys() == {"favor", "against", "neutral", "mixed"}


@each_theme
@pytest.mark.parametrize("hue", LAYERS)
def test_text_can_be_read_on_the_tint_of_every_layer(name: str, hue: str) -> None:
    theme = load_theme(name)
    tint = theme.tint(hue).name()
    assert contrast(theme.colours["ink"], tint.upper()) >= READABLE
    assert contrast(theme.hue(hue).name().upper(), tint.upper()) >= READABLE


@each_theme
@given(hue=hues)
def test_any_hue_of_a_codebook_is_made_readable(name: str, hue: str) -> None:
    theme = load_theme(name)
    for ground in (theme.colours["paper"], theme.tint(hue).name().upper()):
        assert contrast(theme.hue(hue).name().upper(), ground) >= READABLE


@each_theme
@given(ground=hues, wish=hues)
def test_ink_can_be_read_on_any_ground(name: str, ground: str, wish: str) -> None:
    theme = load_theme(name)
    assert contrast(theme.ink_on(ground).name().upper(), ground) >= READABLE
    assert contrast(theme.ink_on(ground, wish).name().upper(), ground) >= READABLE


@each_theme
@pytest.mark.parametrize("polarity", ["favor", "against", "neutral", "mixed"])
def test_polarities_can_be_read_on_paper(name: str, polarity: str) -> None:
    theme = load_theme(name)
    assert contrast(theme.polarity(polarity).name().upper(), theme.colours["paper"]) >= READABLE


def test_a_tint_in_the_dark_is_stronger() -> None:
    assert load_theme("dark").tint_share > load_theme("light").tint_share
    assert load_theme("light").tint("#0072B2", 0).name().upper() == load_theme("light").colours["paper"]


def test_the_palette_has_the_colours_of_the_theme() -> None:
    theme = load_theme("dark")
    palette = theme.palette()
    assert palette.color(QPalette.ColorRole.Base) == theme["paper"]
    assert palette.color(QPalette.ColorRole.WindowText) == theme["ink"]
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == theme["faint"]
    assert theme.is_dark


def test_high_contrast_is_black_and_white_with_strong_rules() -> None:
    theme = load_theme("contrast")
    assert (theme.colours["ink"], theme.colours["paper"], theme.rule) == ("#000000", "#FFFFFF", 2)
