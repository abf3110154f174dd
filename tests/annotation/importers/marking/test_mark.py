from annotation.importers._marking.mark import guess_title, new_article


def test_an_article_has_the_same_id_for_the_same_text_and_key() -> None:
    assert new_article("a", ("x",)).id == new_article("a", ("x",)).id
    assert len({new_article(*made).id for made in (("a", ("x",)), ("b", ("x",)), ("a", ("y",)))}) == 3


def test_a_title_that_the_file_does_not_give_is_marked_as_a_guess() -> None:
    guessed, given = (
        new_article("Un titre\nLe texte", ("x",)),
        new_article("Le texte", ("x",), title=" Un\n titre "),
    )
    assert (guessed.title, guessed.metadata["guessed"]) == ("Un titre", ["title"])
    assert (given.title, given.metadata) == ("Un titre", {})


def test_a_long_first_line_is_cut_at_a_word() -> None:
    title = guess_title("\n" + "mot " * 100)
    assert title.endswith("mot…")
    assert len(title) <= 201
    assert guess_title("") == ""
