"""Tokens hold every span: whole words around it, and say whether its edges are theirs."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.exporters._tokens import TokenText
from annotation.records import Span
from tests.annotation.exporters.round import write
from tests.contracts.shelf import Shelf, full_shelf, record

TEXTS = st.text(st.sampled_from("ab é'’-.,1 \n\t«»👍🏽ق\u0301"), max_size=40)


@given(TEXTS, st.data())
def test_the_tokens_of_a_span_hold_all_of_its_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    tokens = TokenText(text, "fr")
    fit = tokens.fit(Span(start, end))
    if fit is None:
        assert not text[start:end].strip()
        return
    held = tokens.doc[fit.first : fit.end]
    assert text[start:end].strip() in held.text_with_ws
    assert fit.exact == (held.start_char == start and held.end_char == end)


@given(TEXTS)
def test_every_word_is_in_one_sentence(text: str) -> None:
    tokens = TokenText(text, "fr")
    words = [number for sentence in tokens.sentences for number in sentence]
    assert words == [token.i for token in tokens.doc if not token.is_space]


def test_a_language_without_rules_has_those_for_all() -> None:
    assert TokenText("un deux", "").tokenizer == "spacy.blank:xx"
    assert TokenText("un deux", "qq").tokenizer == "spacy.blank:xx"
    assert TokenText("l’eau", "fr").tokenizer == "spacy.blank:fr"
    assert TokenText("l’eau", "fr").word(0) == "l’"


@pytest.mark.parametrize("name", ["conll", "docbin", "parc", "prodigy", "webanno"])
def test_formats_of_tokens_say_by_which_rules_words_were_cut(name: str, tmp_path: Path) -> None:
    losses = {loss.what: loss.count for loss in write(name, full_shelf(), tmp_path / "out").losses}
    what = "articles cut into words by spacy.blank:"
    assert (losses[f"{what}fr"], losses[f"{what}xx"]) == (1, 4)


@pytest.mark.parametrize("name", ["conll", "docbin", "parc", "prodigy"])
@pytest.mark.parametrize(("edges", "done"), [("widen", "the whole words are tagged"), ("drop", "left out")])
def test_words_that_are_no_whole_tokens_are_taken_in_or_left_out(
    name: str, edges: str, done: str, tmp_path: Path
) -> None:
    text = {"a0": "Anna says"}
    one = record("r1", "source", text, {"cue": ["ay"], "source": ["Anna"]}, {})
    report = write(name, Shelf(text, (one,)), tmp_path / "out", edges=edges)
    assert ("pieces that begin or end within a word", 1, done) in {
        (loss.what, loss.count, loss.done) for loss in report.losses
    }
