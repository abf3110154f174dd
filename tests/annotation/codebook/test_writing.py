"""A codebook that was written is the same when it is read, and people can read it."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from annotation.codebook import Draft, built_in_codebook, load_codebook
from annotation.codebook.tidying import open_document
from annotation.codebook.writing import write_document
from tests.annotation.codebook.drafts import SMALL, acts

VALUES = st.recursive(
    st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(min_size=1), inner, max_size=3),
    max_leaves=6,
)
TABLES = st.dictionaries(
    st.text(min_size=1), st.dictionaries(st.text(min_size=1), VALUES, max_size=3), max_size=3
)


@given(data=st.data())
def test_any_draft_is_the_same_when_it_is_read_again(data: st.DataObject) -> None:
    draft = Draft.of(SMALL)
    for _ in range(data.draw(st.integers(0, 6))):
        draft = data.draw(acts(draft))
    written = tomllib.loads(draft.toml)
    again = {part: {} for part in ("tagset", "layer", "reason")} | written
    assert again == draft.document
    assert write_document(again) == draft.toml


@given(texts=st.dictionaries(st.sampled_from(["en", "fr", "pt-BR"]), st.text(), min_size=1), tags=TABLES)
def test_whatever_is_written_about_a_part_is_kept(texts: dict[str, str], tags: dict[str, object]) -> None:
    lines = {lang: text.split("\n") for lang, text in texts.items()}
    document = {
        "id": "x",
        "tagset": {"t": tags},
        "layer": {"a": {"guide": texts, "examples": lines, "help": texts, "role": {"r": {"guide": texts}}}},
        "mine": {"note": "kept", "more": {"a": 1}},
    }
    assert tomllib.loads(write_document(document)) == document


def test_the_default_codebook_means_the_same_when_it_is_written_again() -> None:
    toml = built_in_codebook()
    assert load_codebook(write_document(open_document(toml))) == load_codebook(toml)


def test_each_part_has_a_heading_and_long_texts_have_lines_of_their_own() -> None:
    written = Draft.of(SMALL).toml
    assert written.startswith("# A codebook of Selon.")
    assert "--- tagsets\n" in written
    assert "--- mood\n" in written
    assert 'guide.en = """\nMark **why**.\nNot how."""' in written
    assert 'examples.en = [\n    "because of “it”",\n    "since …",\n]' in written
    assert 'warm = {key = "1", label = {en = "Warm"}}' in written
