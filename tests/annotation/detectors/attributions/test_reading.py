"""All rules on one paragraph."""

from hypothesis import given
from hypothesis import strategies as st

from annotation.detectors import Document
from annotation.detectors._attributions.reading import read_attributions
from annotation.detectors._text import split_paragraphs
from annotation.detectors.attributions import plug
from annotation.records import quote
from tests.annotation.detectors.attributions.reader import passage, words

PIECES = st.sampled_from(
    [
        "«",
        "»",
        "“",
        "”",
        '"',
        ",",
        ".",
        ":",
        "—",
        "a",
        "dit",
        "Il",
        "elle",
        "a-t-il",
        "que",
        "selon",
        "la",
        "ville,",
        "X",
        "ajoute",
        "accuse",
        "de",
        "mentir,",
        "et",
    ]
)


@given(st.lists(PIECES, max_size=16).map(" ".join), st.sampled_from(["fr", "en"]))
def test_any_text_gives_stretches_inside_it(text: str, code: str) -> None:
    for item in read_attributions(passage(text, code)):
        assert item.content
        for start, end in (*item.content, *item.source, *item.cue):
            assert 0 <= start < end <= len(text)


def test_a_quotation_that_goes_on_after_its_verb_is_one_attribution() -> None:
    here = passage("« Nous partons », a dit Luc. « Et nous reviendrons. »")
    found = read_attributions(here)
    assert [words(here, *item.content) for item in found] == [
        ["« Nous partons »", "« Et nous reviendrons. »"]
    ]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = "Le maire a dit : « Nous partons.\n« Et nous reviendrons. »\nIl pleut."
    document = Document(text, "fr", "", tuple(split_paragraphs(text)))
    found = list(plug.detect(document))
    assert [quote(text, item.spans["content"]) for item in found] == [
        ["« Nous partons.", "« Et nous reviendrons. »"]
    ]


def test_a_quotation_that_only_closes_in_the_next_paragraph_goes_on_too() -> None:
    text = "Le maire a dit : « Nous partons.\nEt nous reviendrons. » Puis il est sorti."
    document = Document(text, "fr", "", tuple(split_paragraphs(text)))
    assert [quote(text, item.spans["content"]) for item in plug.detect(document)] == [
        ["« Nous partons.", "Et nous reviendrons. »"]
    ]


def test_a_cue_that_a_researcher_marked_is_found_from_then_on() -> None:
    text = "Le maire a zozoté que tout va bien."
    paragraphs = tuple(split_paragraphs(text))
    assert list(plug.detect(Document(text, "fr", "", paragraphs))) == []
    taught = Document(text, "fr", "", paragraphs, cues={"zozoté": "belief"})
    (found,) = plug.detect(taught)
    assert quote(text, found.spans["content"]) == ["que tout va bien"]
    assert found.features["attribution_kind"] == "belief"


def test_a_dateline_belongs_to_no_content() -> None:
    here = passage("Lens (ABC) - Le pont rouvrira lundi, a dit le maire.")
    assert [words(here, *item.content) for item in read_attributions(here)] == [["Le pont rouvrira lundi"]]


def test_a_line_in_capitals_is_read_without_its_parse() -> None:
    here = passage("LE MAIRE ANNONCE LA FERMETURE DU PORT", parse=True)
    assert [words(here, *item.source) for item in read_attributions(here)] == [["LE MAIRE"]]


def test_a_deed_that_somebody_is_accused_of_is_not_said_by_whoever_accuses() -> None:
    here = passage("Le ministre a accusé la ville de soutenir la grève.", parse=True)
    assert [words(here, *item.cue) for item in read_attributions(here)] == [["a accusé"]]
    here = passage("Le ministre a accusé la ville, qui dit soutenir la grève.", parse=True)
    assert ["dit"] in [words(here, *item.cue) for item in read_attributions(here)]
