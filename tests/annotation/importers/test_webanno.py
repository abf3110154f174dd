import pytest

from tests.annotation.importers.reading_samples import TEXT, articles, refusal, relations, said, sample

WORDS = {
    "source": ["la ministre Anne Roche"],
    "content": ["« Nous n’avons pas le choix »"],
    "cue": ["a déclaré"],
}


@pytest.mark.parametrize(
    "name", ["webanno/hopital.tsv", "xmi/hopital.xmi", "xmi/hopital.zip", "cas-json/hopital.json"]
)
def test_one_document_in_three_formats_says_the_same(name: str) -> None:
    (article,) = articles(sample(name))
    assert article.text.rstrip("\n") == TEXT.rstrip("\n")
    found = [one for one in said(article) if one[2].get("raw_label") != "gap"]
    assert sorted(layer for layer, _words, _features in found) == ["entity"] * 3 + ["source"]
    assert ("source", WORDS, {"raw_label": "Attribution"}) in found
    names = {
        (words["mention"][0], str(features["type"])) for layer, words, features in found if layer == "entity"
    }
    assert names == {("Anne Roche", "PER"), ("Anne Roche", "ROLE"), ("Brest", "LOC")}
    assert relations(article) == [("Anne Roche", "lives_in", "Brest")]


@pytest.mark.parametrize("name", ["xmi/hopital.xmi", "cas-json/hopital.json"])
def test_a_mark_without_words_keeps_its_place(name: str) -> None:
    (article,) = articles(sample(name))
    (gap,) = [features for _layer, _words, features in said(article) if features.get("raw_label") == "gap"]
    assert gap["position"] == 5


@pytest.mark.parametrize(
    "data",
    [
        "#id=1\n#text=Un .\n1\tUn\t_\n2\t.\t_\n",
        "#FORMAT=WebAnno TSV 2\n1-1\tUn\n",
        " # webanno.custom.X | value\n#text=a\n",
    ],
)
def test_old_versions_are_refused_with_advice(data: str) -> None:
    assert "TSV 3" in refusal("webanno", data)


def test_another_file_is_refused() -> None:
    assert refusal("webanno", "text") == "“file” is no WebAnno TSV."
    assert "no text" in refusal("webanno", "#FORMAT=WebAnno TSV 3.3\n\n")
