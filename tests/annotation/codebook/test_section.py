"""What is wrong in a table of the codebook is said with its place."""

import pytest

from annotation.codebook import CodebookError
from annotation.codebook.section import Section

SECTION = Section(
    {
        "text": "a",
        "number": 3,
        "flag": True,
        "list": ["a", "b"],
        "mixed": ["a", 1],
        "labels": {"en": "A", "fr": "B"},
        "wrong_labels": {"en": 1},
        "table": {"one": {"x": 1}, "two": {}},
        "flat": {"one": 1},
        "nameless": {" ": {}},
        "unprintable": {"a\nb": {}},
    },
    ("layer", "entity"),
)


def test_values_are_given_as_what_they_must_be() -> None:
    assert (SECTION.text("text"), SECTION.text("number"), SECTION.text("absent", "x")) == ("a", "3", "x")
    assert (SECTION.flag("flag"), SECTION.flag("absent")) == (True, False)
    assert (SECTION.texts("list"), SECTION.texts("absent", ("x",))) == (("a", "b"), ("x",))
    assert (SECTION.letter("text"), SECTION.letter("number"), SECTION.letter("absent")) == ("a", "3", "")
    assert SECTION.labels("labels") == {"en": "A", "fr": "B"}
    assert (SECTION.labels("text"), SECTION.labels("absent")) == ({"en": "a"}, {})


def test_a_table_knows_its_name_and_what_is_in_it() -> None:
    assert SECTION.id == "entity"
    assert [(one.id, dict(one.values)) for one in SECTION.tables("table")] == [("one", {"x": 1}), ("two", {})]
    assert list(SECTION.tables("absent")) == []


@pytest.mark.parametrize(
    ("method", "key", "sentence"),
    [
        ("text", "flag", "“layer.entity.flag” in the codebook must be a text."),
        ("text", "list", "“layer.entity.list” in the codebook must be a text."),
        ("texts", "text", "“layer.entity.text” in the codebook must be a list of texts."),
        ("texts", "mixed", "“layer.entity.mixed” in the codebook must be a list of texts."),
        ("flag", "number", "“layer.entity.number” in the codebook must be true or false."),
        ("letter", "labels", "“layer.entity.labels” in the codebook must be a text."),
        ("labels", "number", '“layer.entity.number” in the codebook must be a text or {en = "…", fr = "…"}.'),
        ("labels", "wrong_labels", "“layer.entity.wrong_labels” in the codebook must be a text or"),
        ("table", "list", "“layer.entity.list” in the codebook must be a table."),
        ("tables", "flat", "“layer.entity.flat.one” in the codebook must be a table."),
        ("tables", "nameless", "“layer.entity.nameless. ” in the codebook must be named by printable"),
        ("tables", "unprintable", "in the codebook must be named by printable characters."),
    ],
)
def test_a_value_of_another_kind_is_refused_with_its_place(method: str, key: str, sentence: str) -> None:
    with pytest.raises(CodebookError) as caught:
        list(getattr(SECTION, method)(key) or ())
    assert sentence in str(caught.value)


@pytest.mark.parametrize("value", ["AB", "12", " ", "\n"])
def test_a_key_is_one_letter(value: str) -> None:
    with pytest.raises(CodebookError, match=r"“key” in the codebook must be a single letter or digit"):
        Section({"key": value}).letter("key")


def test_examples_are_a_line_each_in_every_language() -> None:
    section = Section({"examples": {"en": ["a", "b"], "fr": "c"}, "counterexamples": "d", "guide": "e"})
    guide = section.guide()
    assert (guide.text, guide.yes, guide.no) == ({"en": "e"}, {"en": "a\nb", "fr": "c"}, {"en": "d"})
    assert bool(guide)
    assert not Section({}).guide()


@pytest.mark.parametrize("wrong", [3, {"en": 3}, {"en": [3]}])
def test_examples_are_texts(wrong: object) -> None:
    with pytest.raises(CodebookError, match="must be a list of texts, or"):
        Section({"examples": wrong}, ("layer",)).guide()
