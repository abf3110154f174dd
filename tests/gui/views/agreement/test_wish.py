"""What is wished for, and the command line that does the same."""

from pathlib import Path

from annotation.agreement import SPANS
from annotation.codebook import built_in_codebook, load_codebook
from gui.views.agreement.wish import Wish, command_of

CODEBOOK = load_codebook(built_in_codebook())


def test_all_is_asked_by_the_usual_measures_while_nothing_is_chosen() -> None:
    wish = Wish()
    assert len(wish.questions(CODEBOOK)) == len(CODEBOOK.layers) + sum(
        len(layer.fields) for layer in CODEBOOK.layers
    )
    assert wish.names == ["usual"]
    assert not wish.narrows


def test_a_layer_and_a_field_or_the_words_alone_can_be_asked() -> None:
    assert Wish(layer="stance", field="polarity").questions(CODEBOOK) == [("stance", "polarity")]
    assert Wish(layer="stance", field=SPANS).questions(CODEBOOK) == [("stance", None)]
    assert len(Wish(field=SPANS).questions(CODEBOOK)) == len(CODEBOOK.layers)


def test_what_the_codebook_no_longer_has_is_not_asked() -> None:
    assert Wish(layer="gone").questions(CODEBOOK) == Wish().questions(CODEBOOK)
    assert Wish(layer="stance", field="gone").questions(CODEBOOK) == Wish(layer="stance").questions(CODEBOOK)


def test_the_command_says_all_that_is_chosen() -> None:
    wish = Wish(layer="stance", field=SPANS, measures=frozenset({"gamma"}), annotators=frozenset({"p-1"}),
                filter="Presse", overlap=True, since="2024", until="2025-01")  # fmt: skip
    words = command_of(wish, Path("p.selon"), ["Anna"], "--report", Path("out.pdf"))
    assert words == [
        "selon", "agreement", "p.selon", "--layer", "stance", "--field", "spans", "--measure", "usual",
        "--measure", "gamma", "--annotator", "Anna", "--filter", "Presse", "--since", "2024", "--until",
        "2025-01", "--overlap", "--report", "out.pdf",
    ]  # fmt: skip
    assert wish.narrows
