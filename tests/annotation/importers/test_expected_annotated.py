"""What real files of annotated formats give, as EXPECTED.md beside the checkout says; skipped without it."""

from collections import Counter
from pathlib import Path

import pytest

from annotation.importers import ImportFailure
from annotation.records import Status
from tests.annotation.importers.reading_samples import (
    articles,
    list_of_relations,
    quotes,
    read,
    reasons,
    records,
    relations,
)


@pytest.fixture(scope="session")
def imports(shared: Path) -> Path:
    folder = shared / "data" / "imports"
    if not folder.is_dir():
        pytest.skip("needs the files to import in ../shared")
    return folder


def test_iob1_entities_begin_without_b(imports: Path) -> None:
    found = read(imports / "conll/enp_FR.bnf.bio")
    (article,) = articles(found)
    assert len(records(found)) == 9_836
    assert len(article.text.split()) >= 205_914
    assert not reasons(found)


def test_iob2_entities_are_those_that_b_begins_and_strays_are_suggested(imports: Path) -> None:
    found = read(imports / "conll/enp_DE.onb.bio")
    (article,) = articles(found)
    kinds = Counter(str(record.features["type"]) for record in records(found) if record.counts)
    assert kinds == {"PER": 1_589, "LOC": 1_618, "ORG": 95}
    strays = [record for record in records(found) if record.status is Status.SUGGESTED]
    assert strays
    assert {record.annotator for record in strays} == {"machine"}
    assert article.article.metadata["tokens"] == 28_012


def test_chunks_keep_their_labels(imports: Path) -> None:
    found = read(imports / "conll/chunk2000_test.conll")
    (article,) = articles(found)
    assert article.article.metadata["tokens"] == 93
    assert Counter(str(record.features["raw_label"]) for record in records(found))["NP"] == 25


@pytest.mark.parametrize(
    ("name", "articles_", "annotations", "left_out"),
    [
        ("doccano/export_sequence_labeling.jsonl", 3, 4, 0),
        ("doccano/export_relation_extraction.jsonl", 1, 4, 0),
        ("doccano/export_text_classification.jsonl", 3, 0, 0),
        ("doccano/import_sequence_labeling_example_overlapping.jsonl", 1, 2, 0),
        ("doccano/import_sequence_labeling_example.jsonl", 2, 1, 1),
        ("doccano/import_sequence_labeling_labeling.invalid.conll", 1, 5, 1),
        ("doccano/import_sequence_labeling_labeling.trailing.conll", 1, 2, 0),
        ("doccano/import_example.utf16.csv", 3, 0, 0),
        ("labelstudio/test_export_csv_csv_test.json", 2, 0, 1),
        ("labelstudio/test_export_csv_csv_test2.json", 1, 0, 0),
        ("labelstudio/test_export_json_min_data.json", 0, 0, 2),
        ("prodigy/annotated_news_headlines-ORG-PERSON-LOCATION-ner.jsonl", 373, 303, 0),
        ("prodigy/annotations.jsonl", 149, 466, 0),
        ("prodigy/bio_events.jsonl", 129, 422, 0),
        ("prodigy/raw_news-headlines-nyt.jsonl", 200, 0, 0),
        ("docbin/demo.spacy", 1, 1, 0),
        ("dna/sample_dna2.dna", 7, 41, 1),
        ("dna/sample_dna3.dna", 7, 41, 1),
        ("xmi/cas_with_two_sofas.xmi", 2, 0, 0),
        ("xmi/cas_with_references.xmi", 1, 3, 1),
    ],
)
def test_a_file_gives_what_it_holds(
    name: str, articles_: int, annotations: int, left_out: int, imports: Path
) -> None:
    found = read(imports / name)
    assert len(articles(found)) == articles_
    assert len(records(found)) == annotations
    assert len(reasons(found)) == left_out, reasons(found)


def test_a_pretty_printed_export_keeps_its_relations(imports: Path) -> None:
    (article,) = articles(read(imports / "doccano/export_relation_extraction.jsonl"))
    assert [label for _words, label, _to in relations(article)] == ["foundedAt", "foundedBy", "foundedBy"]


def test_trailing_empty_lines_are_no_words(imports: Path) -> None:
    (article,) = articles(read(imports / "doccano/import_sequence_labeling_labeling.trailing.conll"))
    assert article.article.metadata["tokens"] == 12


def test_a_choice_for_the_whole_text_is_kept_with_the_article(imports: Path) -> None:
    (article,) = articles(read(imports / "labelstudio/test_export_csv_csv_test2.json"))
    assert len(article.article.metadata["choices"]) == 1


def test_answers_of_prodigy_are_counted(imports: Path) -> None:
    found = read(imports / "prodigy/annotated_news_headlines-ORG-PERSON-LOCATION-ner.jsonl")
    answers = Counter(one.article.metadata.get("answer") for one in articles(found))
    assert answers == {"accept": 372, "ignore": 1}


def test_relations_of_prodigy_are_kept(imports: Path) -> None:
    found = read(imports / "prodigy/annotations.jsonl")
    assert sum(len(list_of_relations(record)) for record in records(found)) == 267


def test_an_entity_of_a_doc_bin_is_where_it_was(imports: Path) -> None:
    (article,) = articles(read(imports / "docbin/demo.spacy"))
    (record,) = article.annotations
    assert quotes(article, record) == {"mention": ["Ed Sheeran"]}
    assert record.features["type"] == "PER"


@pytest.mark.parametrize("version", [2, 3])
def test_statements_of_both_versions_are_stances_on_the_same_days(version: int, imports: Path) -> None:
    found = read(imports / f"dna/sample_dna{version}.dna")
    stances = records(found, "stance")
    assert len(stances) == 40
    assert all(
        {"holder", "target", "polarity", "organization"} <= record.features.keys() for record in stances
    )
    assert articles(found)[0].article.published == "2005-01-26"
    (note,) = [record for record in records(found) if record.layer != "stance"]
    assert note.features["raw_label"] == "Annotation"
    assert note.note


def test_both_versions_give_the_same_articles_and_statements(imports: Path) -> None:
    ids = [
        {record.id for record in records(read(imports / f"dna/sample_dna{version}.dna"))}
        for version in (2, 3)
    ]
    assert ids[0] == ids[1]


@pytest.mark.parametrize(
    ("name", "structure"),
    [
        ("small_cas.xmi", "11 × Token, 2 × Sentence"),
        ("cas_with_smileys.xmi", "148 × Token, 3 × Sentence"),
    ],
)
def test_tokens_and_sentences_are_counted(name: str, structure: str, imports: Path) -> None:
    assert structure in reasons(read(imports / "xmi" / name))[0]


def test_entities_after_smileys_are_where_they_were(imports: Path) -> None:
    (article,) = articles(read(imports / "xmi/cas_with_smileys.xmi"))
    words = [quotes(article, record)["mention"][0] for record in article.annotations]
    assert words == ["Transformers"] * 3 + ["PyTorch", "TensorFlow"]


def test_units_of_utf16_in_json_are_code_points(imports: Path) -> None:
    (article,) = articles(read(imports / "xmi/uimajson_casWithEmojiUnicodeTextAndAnnotations.json"))
    words = ["".join(quotes(article, record)["mention"]) for record in article.annotations]
    assert words == article.text.split()


def test_a_curated_project_is_gold_and_java_objects_are_named(imports: Path) -> None:
    found = read(imports / "xmi/Export+Test+-+Curated+annotation+project_3_6_1.zip")
    (article,) = articles(found)
    assert [record.annotator for record in article.annotations] == ["gold"]
    assert ".ser" in reasons(found)[0]


def test_a_project_without_readable_annotations_gives_its_text(imports: Path) -> None:
    found = read(imports / "xmi/test-project-with-recommenders.zip")
    (article,) = articles(found)
    assert not article.annotations
    assert article.article.source_file == "Obama.txt"
    assert "XMI" in reasons(found)[0]


def spans_of(path: Path) -> list[tuple[tuple[int, int], ...]]:
    """The places of the annotations without the white space at their edges, which TSV never marks."""
    (article,) = articles(read(path))
    return sorted(
        tuple(trimmed(article.text, span.start, span.end) for role in record.spans.values() for span in role)
        for record in article.annotations
    )


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))


def pairs() -> list[str]:
    folder = Path(__file__).resolve().parents[4] / "shared/data/imports/webanno_tsv3"
    return sorted(path.stem for path in folder.glob("*.xmi")) or ["absent"]


@pytest.mark.parametrize("name", pairs())
def test_tsv_and_xmi_hold_the_same_annotations(name: str, imports: Path) -> None:
    folder = imports / "webanno_tsv3"
    tsv, xmi = folder / f"{name}.tsv", folder / f"{name}.xmi"
    assert spans_of(tsv) == spans_of(xmi)
    (left,), (right,) = articles(read(tsv)), articles(read(xmi))
    assert left.text.strip() == right.text.strip()
    assert sorted(relations(left)) == sorted(relations(right))


def test_positions_after_an_emoji_are_code_points(imports: Path) -> None:
    (article,) = articles(read(imports / "webanno_tsv3/testSentenceWithEmoji.tsv"))
    (record,) = article.annotations
    assert [(span.start, span.end) for span in record.spans["mention"]] == [(10, 11)]


@pytest.mark.parametrize(
    ("name", "count"),
    [("testTokenBoundedStackedSpanWithFeatureValue", 10), ("testSubMultiTokenSpanWithFeatureValue", 12)],
)
def test_stacked_and_sub_token_annotations_are_all_there(name: str, count: int, imports: Path) -> None:
    assert len(records(read(imports / f"webanno_tsv3/{name}.tsv"))) == count


def test_the_old_tsv_is_refused_with_advice(imports: Path) -> None:
    with pytest.raises(ImportFailure, match="TSV 3"):
        read(imports / "webanno_tsv3/tsv2_example.tsv")
