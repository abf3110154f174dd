import pytest

from annotation.records import Status
from tests.annotation.importers.reading_samples import (
    articles,
    read_bytes,
    reasons,
    records,
    refusal,
    said,
    sample,
)


def names(data: str) -> list[tuple[str, str]]:
    return [
        (words["mention"][0], str(features["type"]))
        for article in articles(read_bytes("conll", data))
        for _layer, words, features in said(article)
    ]


def test_sentences_are_lines_and_entities_are_where_they_stand() -> None:
    (article,) = articles(sample("conll/iob1.bio"))
    assert article.text == "Anne Roche Marc parle à Brest\nFin ."
    assert [words["mention"] for _layer, words, _features in said(article)] == [
        ["Anne Roche"],
        ["Marc"],
        ["Brest"],
    ]


def test_documents_are_articles_and_a_bad_line_is_said() -> None:
    found = sample("conll/bioes.conll")
    assert [one.text for one in articles(found)] == ["Anne Roche 🚑 Brest", "Horizon"]
    assert reasons(found) == ["Line 10 is no word with a tag and was left out."]


def test_the_last_tagged_column_gives_the_labels() -> None:
    data = "EU NNP B-NP B-ORG\nrejects VBZ B-VP O\n"
    assert names(data) == [("EU", "ORG")]
    assert reasons(read_bytes("conll", data)) == [
        "Labels were read from one column; also tagged, and left out: 3."
    ]


def test_named_columns_are_preferred_and_words_may_be_glued() -> None:
    head = "TOKEN\tNE-COARSE-LIT\tNE-METO\tMISC\n# x:date = 1890-01-02\n"
    data = head + "L'\tO\tO\tNoSpaceAfter\nAlbanie\tB-loc\tB-org\t_\n"
    (article,) = articles(read_bytes("conll", data))
    assert article.text == "L'Albanie"
    assert article.article.published == "1890-01-02"
    assert names(data) == [("Albanie", "LOC")]


def test_numbers_before_the_words_are_no_words() -> None:
    data = "# newdoc id = d1\n1\tParis\tB-LOC\n2\tbrille\tO\n\n# newdoc id = d2\n1\tAnne\tS-PER\n"
    found = articles(read_bytes("conll", data))
    assert [one.text for one in found] == ["Paris brille", "Anne"]
    assert [one.article.metadata["newdoc id"] for one in found] == ["d1", "d2"]


def test_a_word_that_begins_with_a_hash_is_a_word() -> None:
    (article,) = articles(read_bytes("conll", "#tous O\nAnne B-PER\n"))
    assert article.text == "#tous Anne"


def test_an_entity_that_no_b_begins_is_a_suggestion() -> None:
    found = records(read_bytes("conll", "Anne B-PER\net O\nBrest I-LOC\n"))
    assert [(record.status, record.annotator == "machine") for record in found] == [
        (Status.ACCEPTED, False),
        (Status.SUGGESTED, True),
    ]
    assert found[1].why


@pytest.mark.parametrize("data", ["", "only words here\n", "a b\nc d\n", '{"a": "B-PER"}'])
def test_a_file_without_tags_is_refused(data: str) -> None:
    assert "no words with tags" in refusal("conll", data)


def test_of_two_columns_with_names_the_fuller_one_is_read() -> None:
    rows = "1\tAnn\tB-PER\tO\n2\tLee\tI-PER\tO\n3\tof\tO\tO\n4\tBay\tB-ORG\tB-LOC\n"
    (one,) = articles(read_bytes("conll", f"# bay.example\t2014-01-01\n{rows}"))
    assert [record.features["type"] for record in one.annotations] == ["PER", "ORG"]


def test_phrases_beside_names_are_not_read_for_them() -> None:
    rows = "Ann NNP B-NP B-PER\nsaw VBD B-VP O\nthe DT B-NP O\ncrane NN I-NP O\n"
    (one,) = articles(read_bytes("conll", rows))
    assert [record.features["type"] for record in one.annotations] == ["PER"]
