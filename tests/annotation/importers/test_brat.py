import pytest

from annotation.importers import IMPORTERS, SourceFile
from tests.annotation.importers.reading_samples import (
    SAMPLES,
    TEXT,
    articles,
    reasons,
    refusal,
    relations,
    said,
    sample,
)


def test_an_event_is_an_attribution_with_its_words_and_attributes() -> None:
    (article,) = articles(sample("brat/hopital.ann"))
    source, *_entities = said(article)
    words = {
        "content": ["« Nous n’avons pas", "choix »"],
        "cue": ["a déclaré"],
        "source": ["la ministre Anne Roche"],
    }
    assert source == ("source", words, {"raw_label": "Attribution", "negated": True})


def test_entities_keep_labels_attributes_notes_and_references() -> None:
    (article,) = articles(sample("brat/hopital.ann"))
    by_words = {" ".join(words.get("mention", [])): features for _layer, words, features in said(article)}
    assert by_words["Anne Roche"] == {"type": "PER", "raw_label": "Person"}
    assert by_words["Brest"]["Certainty"] == "low"
    assert by_words["Brest"]["normalization"] == [{"reference": "Wikidata:Q12193", "name": "Brest"}]
    assert [record.note for record in article.annotations if record.note] == ["le nom complet"]


def test_relations_are_kept() -> None:
    (article,) = articles(sample("brat/hopital.ann"))
    assert ("syndicat Horizon", "works_in", "Brest") in relations(article)


def test_what_cannot_be_read_is_said() -> None:
    assert reasons(sample("brat/hopital.ann")) == [
        "Line 16 is no standoff and was left out.",
        "One mark was left out, because the text has other words at its place: “autre chose”.",
    ]


def test_the_article_is_the_one_that_the_text_alone_gives() -> None:
    (annotated,), (plain,) = articles(sample("brat/hopital.ann")), articles(sample("brat/hopital.txt"))
    assert (annotated.article.id, annotated.text) == (plain.article.id, TEXT)


def test_annotations_without_their_text_are_refused() -> None:
    data = (SAMPLES / "brat/hopital.ann").read_bytes()
    assert "hopital.txt" in refusal("brat", data, "hopital.ann")


def test_a_text_in_the_folder_beside_names_the_annotator() -> None:
    data = b"T1\tSource 0 4\tAnne\n"
    file = SourceFile(
        name="attributions/page_ab12.ann", data=data, siblings={"../text/page.txt": b"Anne dit non."}
    )
    (article,) = articles(IMPORTERS["brat"].read(file))
    assert [person.name for person in article.annotators] == ["ab12"]
    assert said(article) == [("source", {"source": ["Anne"]}, {})]


def test_no_annotations_are_a_text() -> None:
    file = SourceFile(name="a.ann", data=b" ", siblings={"a.txt": b"Anne"})
    assert [one.annotations for one in articles(IMPORTERS["brat"].read(file))] == [()]


@pytest.mark.parametrize("data", [b"words\nand words", b"\x00", b"T1 Person"])
def test_another_file_is_refused(data: bytes) -> None:
    assert "no standoff" in refusal("brat", data)
