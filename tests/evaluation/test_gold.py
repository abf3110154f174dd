"""The own gold is read whole, and broken markup is refused in words."""

from pathlib import Path

import pytest

from annotation.codebook import built_in_codebook, check_features, load_codebook
from tests.evaluation.gold import GoldError, figure_features, read_article, read_gold, source_features
from tests.evaluation.reports import OWN

ARTICLE = """title: Un titre
style: dispatch
lang: fr
nbsp: yes

[c1 « Le [LOC port] restera ouvert »], [q1,e1 promet] [s1 [PER=Ana_Ruiz Mme Ruiz]], qui veut
[e1 [#c:>3 plus de 3 quais]].

== sources
1 direct intention named person/official ^2 neg =Ana Ruiz
== stances
e1 Ana Ruiz > quais / le port favor @1 demand ?
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "article.txt"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("part", ["dev", "held_back"])
def test_every_quote_of_the_own_gold_matches_its_text(part: str) -> None:
    for article in read_gold(OWN / part):
        assert "[" not in article["text"]
        for row in article["annotations"]:
            for role, spans in row["spans"].items():
                assert [article["text"][a:b] for a, b in spans] == row["quotes"][role]
                assert all(quote == quote.strip() for quote in row["quotes"][role])


@pytest.mark.parametrize("part", ["dev", "held_back"])
def test_the_own_gold_keeps_to_the_codebook(part: str) -> None:
    codebook = load_codebook(built_in_codebook())
    extra = {"doubtful", "holder_also", "target_also"}
    names = {"entity", "speaker", "holder", "target"}  # plain names here, entries of a registry in a project
    for article in read_gold(OWN / part):
        for row in article["annotations"]:
            layer = codebook.layer(row["layer"])
            assert layer is not None
            check_features(layer, {key: row["features"][key] for key in row["features"].keys() - names})
            assert all(layer.field(key) for key in row["features"].keys() - extra)


def test_the_own_gold_is_as_large_as_it_says() -> None:
    rows = [
        row
        for part in ("dev", "held_back")
        for article in read_gold(OWN / part)
        for row in article["annotations"]
    ]
    counts = {
        layer: sum(row["layer"] == layer for row in rows)
        for layer in ("entity", "figure", "source", "stance")
    }
    assert counts["source"] >= 450
    assert counts["stance"] >= 110
    assert counts["figure"] >= 290
    assert counts["entity"] >= 500


def test_marks_nest_and_share_words(tmp_path: Path) -> None:
    article = read_article(written(tmp_path, ARTICLE))
    source, stance = article["annotations"][-2:]
    assert article["text"].startswith("«\u00a0Le port restera ouvert\u00a0», promet Mme Ruiz")
    assert source["quotes"] == {
        "content": ["«\u00a0Le port restera ouvert\u00a0»"],
        "cue": ["promet"],
        "source": ["Mme Ruiz"],
    }
    assert source["features"]["negated"] is True
    assert source["features"]["parent"] == "source-2"
    assert source["features"]["speaker"] == "Ana Ruiz"
    assert stance["quotes"]["evidence"] == ["promet", "plus de 3 quais"]
    assert stance["features"]["target_also"] == ["le port"]
    assert stance["features"]["doubtful"] is True


def test_an_entity_is_named_by_its_words_or_by_its_tag(tmp_path: Path) -> None:
    article = read_article(written(tmp_path, ARTICLE))
    names = [row["features"].get("entity") for row in article["annotations"] if row["layer"] == "entity"]
    assert sorted(names) == ["Ana Ruiz", "port"]


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ("[c1 « Le", "not closed"),
        ("] un", "closes nothing"),
        ("[c1 ]", "marks nothing"),
        ("[ rien", "without a tag"),
        ("[PERSONNE1 x]", "no entity tag"),
        ("[s2 x]", "only marked or only described"),
    ],
)
def test_broken_markup_is_refused_in_words(tmp_path: Path, broken: str, reason: str) -> None:
    with pytest.raises(GoldError, match=reason):
        read_article(written(tmp_path, ARTICLE.replace("qui veut", broken)))


def test_an_attribution_without_its_source_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="has no source"):
        read_article(written(tmp_path, ARTICLE.replace("[s1 [PER=Ana_Ruiz Mme Ruiz]]", "Mme Ruiz")))


def test_a_stance_without_polarity_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no stance"):
        read_article(written(tmp_path, ARTICLE.replace(" favor", "")))


@pytest.mark.parametrize(
    ("tag", "quote", "features"),
    [
        ("c:3", "3 quais", {"kind": "cardinal", "comparator": "=", "value": "3", "counted": "quais"}),
        (
            "m:1.2e9",
            "1,2 milliard",
            {"kind": "money", "comparator": "=", "value": "1200000000", "unit": "EUR"},
        ),
        ("f:1/4:::-", "un quart", {"kind": "fraction", "comparator": "=", "value": "0.25"}),
        (
            "d:2..3:wk",
            "2 à 3 semaines",
            {"kind": "duration", "comparator": "range", "value_min": "2", "value_max": "3", "unit": "wk"},
        ),
        (
            "c?:vague",
            "des milliers",
            {"kind": "cardinal", "vague": True, "counted": "milliers", "doubtful": True},
        ),
        ("t", "6 mars", {"kind": "date"}),
    ],
)
def test_a_figure_is_said_in_its_tag(tag: str, quote: str, features: dict[str, object]) -> None:
    assert figure_features(tag, quote) == features


def test_a_cue_is_a_verb_unless_it_says_otherwise() -> None:
    assert source_features("direct assertion named person/citizen")["cue_type"] == "verb"
    assert source_features("indirect assertion selon named media/media")["cue_type"] == "selon-pp"
    assert source_features("direct assertion nocue none media/media")["cue_type"] == "none"
