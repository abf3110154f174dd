"""Polarities, topics and kinds in the colours that the codebook gives their tags."""

from annotation.codebook import built_in_codebook, load_codebook
from gui.theme import load_theme
from gui.views.boards.polarity import colour_of, dressed, topic_hue
from tests.gui.painted import RED, painted

PLAIN = load_codebook(built_in_codebook())


def test_a_polarity_has_the_colour_of_its_tag_else_of_the_theme() -> None:
    theme = load_theme("light")
    assert dressed(PLAIN, theme) is theme
    worn = dressed(painted(PLAIN, "stance", "polarity", "against"), theme)
    assert colour_of("against", worn) == theme.hue(RED).name()
    assert colour_of("favor", worn) == colour_of("favor", theme)


def test_a_topic_has_the_colour_of_its_tag() -> None:
    layer = PLAIN.layer("stance")
    assert layer is not None
    field = layer.field("concept")
    assert field is not None
    topic = field.tags[0].id
    assert topic_hue(PLAIN, topic) == ""
    assert topic_hue(painted(PLAIN, "stance", "concept", topic), topic) == RED
