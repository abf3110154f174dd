"""Labels of archives in the languages of their interfaces."""

import pytest

from annotation.importers._reading.labels import is_one_of, key_of, labelled
from annotation.importers._reading.tables import read_table


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("LENGTH: 2,968 words", "length", "2,968 words"),
        ("LÄNGE: 120 Wörter", "length", "120 Wörter"),
        ("Longueur :\u00a0312 mots", "length", "312 mots"),
        ("Section:\u00a0POLITICS; Version:28", "section", "POLITICS; Version:28"),
        ("  AUTEUR: Author 2", "byline", "Author 2"),
        ("SECCIÓN: ECONOMÍA", "section", "ECONOMÍA"),
        ("BODY:", "body", ""),
    ],
)
def test_a_label_means_the_same_in_every_language(line: str, key: str, value: str) -> None:
    found = labelled(line, "nexis", "header")
    assert found is not None
    assert (found.key, found.value) == (key, value)


@pytest.mark.parametrize(
    "line", ["He said: no", "http://x.example", "WASHINGTON: text", "LENGTH", ": x", "12: y"]
)
def test_other_lines_have_none(line: str) -> None:
    assert labelled(line, "nexis", "header", "trailer") is None


@pytest.mark.parametrize(
    "label", ["LOAD-DATE", "load date", "DATE-CHARGEMENT", "Date de chargement", "FECHA-CARGA"]
)
def test_hyphens_and_case_do_not_matter(label: str) -> None:
    assert key_of(label, "nexis", "trailer") == "load date"


@pytest.mark.parametrize(
    ("line", "is_end"),
    [
        ("End of Document", True),
        ("  FIN DU DOCUMENT ", True),
        ("Ende des Dokuments", True),
        ("The end of document", False),
    ],
)
def test_fixed_lines_are_known(line: str, is_end: bool) -> None:
    assert is_one_of(line, "nexis", "end") is is_end


@pytest.mark.parametrize("archive", ["nexis", "proquest"])
def test_no_label_means_two_things(archive: str) -> None:
    table = read_table(archive)
    for part in ("header", "trailer", "fields"):
        words = [word.lower() for listed in table.get(part, {}).values() for word in listed]
        assert len(words) == len(set(words))
