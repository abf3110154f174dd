"""Tokens hold every span: whole words around it, and say whether its edges are theirs."""

from hypothesis import given
from hypothesis import strategies as st

from annotation.exporters._tokens import TokenText
from annotation.records import Span

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
    words = [number for sentence in tokens.sentences() for number in sentence]
    assert words == [token.i for token in tokens.doc if not token.is_space]


def test_a_language_without_rules_has_those_for_all() -> None:
    assert TokenText("un deux", "").tokenizer == "spacy.blank:xx"
    assert TokenText("un deux", "qq").tokenizer == "spacy.blank:xx"
    assert TokenText("l’eau", "fr").tokenizer == "spacy.blank:fr"
    assert TokenText("l’eau", "fr").word(0) == "l’"
