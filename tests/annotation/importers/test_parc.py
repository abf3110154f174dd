from tests.annotation.importers.reading_samples import TEXT, articles, read_bytes, refusal, said, sample


def test_words_of_an_attribution_are_put_together() -> None:
    (article,) = articles(sample("parc/hopital.xml"))
    words = {
        "content": ["« Nous n’avons pas", "choix »"],
        "cue": ["a déclaré"],
        "source": ["la ministre Anne Roche"],
    }
    assert said(article) == [("source", words, {"raw_label": "attribution"})]


def test_the_text_follows_the_positions_of_the_words() -> None:
    (article,) = articles(sample("parc/hopital.xml"))
    assert article.text == TEXT.rstrip("\n")


def test_words_without_positions_are_parted_by_spaces() -> None:
    role = '<attribution id="a"><attributionRole roleValue="source"/></attribution>'
    first = f'<SENTENCE><WORD text="Anne">{role}</WORD><WORD text="dit"/></SENTENCE>'
    (article,) = articles(read_bytes("parc", f'<r>{first}<SENTENCE><WORD text="non"/></SENTENCE></r>'))
    assert article.text == "Anne dit\nnon"


def test_another_file_is_refused() -> None:
    assert refusal("parc", "<root/>")
    assert refusal("parc", "text")
