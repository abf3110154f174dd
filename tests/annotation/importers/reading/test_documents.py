"""Titles of documents: stated, likely, or guessed from what there is."""

import pytest

from annotation.importers import SourceFile
from annotation.importers._reading.documents import document

FILE = SourceFile(name="folder/letter 7.pdf", data=b"")


@pytest.mark.parametrize(
    ("stated", "likely", "paragraphs", "title", "guessed"),
    [
        ("The crane", "Large", ["First."], "The crane", []),
        ("Microsoft Word - x.doc", "Large", ["First."], "Large", ["title"]),
        ("Document1", "", ["First."], "First.", ["title"]),
        ("report.docx", "", ["x" * 300], "letter 7", ["title"]),
        ("", "", [], "letter 7", ["title"]),
    ],
)
def test_a_title_is_found(
    stated: str, likely: str, paragraphs: list[str], title: str, guessed: list[str]
) -> None:
    draft = document(FILE, paragraphs, stated, likely)
    assert (draft.title, draft.guessed, draft.own_id) == (title, guessed, "letter 7.pdf")
