from tests.annotation.importers.reading_samples import (
    articles,
    read_bytes,
    reasons,
    refusal,
    relations,
    said,
    sample,
)


def test_spans_of_a_line_are_marks_and_its_meta_is_known() -> None:
    first = articles(sample("doccano/lines.jsonl"))[0]
    assert [words["mention"] for _layer, words, _f in said(first)] == [["Anne Roche"], ["Brest"], ["Brest"]]
    assert first.article.outlet == "Le Phare"


def test_two_equal_spans_are_two_records() -> None:
    first = articles(sample("doccano/lines.jsonl"))[0]
    assert len({record.id for record in first.annotations}) == 3


def test_categories_belong_to_the_article() -> None:
    last = articles(sample("doccano/lines.jsonl"))[-1]
    assert last.article.metadata["labels"] == ["positif"]
    assert not last.annotations


def test_lines_without_a_text_and_spans_outside_it_are_said() -> None:
    assert reasons(sample("doccano/lines.jsonl")) == [
        "One entry has no text and was left out: number 2.",
        "One mark lies outside its text and was left out.",
    ]


def test_pretty_printed_objects_with_relations_are_read() -> None:
    found = sample("doccano/relations.jsonl")
    first = articles(found)[0]
    assert relations(first) == [("Anne Roche", "cites", "1\u00a0200 lits")]
    assert [layer for layer, _words, _features in said(first)] == ["entity", "figure"]
    assert "relation" in reasons(found)[0]


def test_annotators_of_one_text_make_one_article() -> None:
    first = '{"text": "Anne", "label": [[0, 4, "PER"]], "user": "a"}'
    rows = first + '\n{"text": "Anne", "label": [], "user": "b"}\n'
    assert len(articles(read_bytes("doccano", rows))) == 1
    assert len(articles(read_bytes("doccano", rows.replace('"b"', '"a"')))) == 2


def test_objects_without_texts_are_refused() -> None:
    assert refusal("doccano", '{"label": []}')
    assert refusal("doccano", "text")
