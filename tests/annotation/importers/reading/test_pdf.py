"""PDF files as runs of text."""

import pytest

from annotation.importers import ImportFailure, SourceFile
from annotation.importers._reading.pdf import Pdf
from tests.annotation.importers.building import article, pdf


def opened(data: bytes) -> Pdf:
    return Pdf(SourceFile(name="a.pdf", data=data))


def test_pages_have_runs_where_they_were_set() -> None:
    document = opened(
        pdf([[(50, 700, 12, "First line"), (300, 700, 12, "Beside it")], [(50, 700, 12, "Été")]])
    )
    (height, first), (_height, second) = document.pages()
    assert height == 842
    assert [found.text for found in first] == ["First line", "Beside it"]
    assert [found.text for found in second] == ["Été"]
    assert [round(found.left / 10) for found in first] == [5, 30]
    document.close()


def test_bold_letters_that_are_printed_twice_are_read_once() -> None:
    document = opened(pdf([[(50, 700, 12, "Bold"), (50.3, 700, 12, "Bold"), (50, 600, 12, "Bold")]]))
    ((_height, runs),) = document.pages()
    assert [found.text for found in runs] == ["Bold", "Bold"]
    document.close()


def test_the_title_of_the_properties_is_read() -> None:
    document = opened(pdf([[(50, 700, 12, "x")]], title="The crane"))
    assert document.properties["Title"] == "The crane"
    document.close()


@pytest.mark.parametrize("data", [b"%PDF-1.4", b"%PDF-1.4\n%%EOF", b"text", b"%PDF-1.7\n" + bytes(500)])
def test_a_damaged_file_is_refused(data: bytes) -> None:
    with pytest.raises(ImportFailure, match=r"^“a\.pdf” is damaged or locked by a password\.$"):
        opened(data)


def test_a_paragraph_goes_on_in_the_next_column_and_page() -> None:
    first = [
        (50, 700 - 14 * number, 10, f"line {number} of a column that is wide enough to be read")
        for number in range(6)
    ]
    second = [(50, 700, 10, "goes on to its end."), (50, 650, 10, "Another one.")]
    found = article("pdf", pdf([first, second]))
    assert found.text.endswith("wide enough to be read goes on to its end.\n\nAnother one.")


def test_page_numbers_and_running_heads_are_kept_out_of_the_text() -> None:
    pages = [
        [
            (50, 810, 8, f"The Gazette {number}"),
            (50, 700, 10, f"Text of page {number + 1}."),
            (290, 20, 8, f"- {number} -"),
        ]
        for number in range(1, 5)
    ]
    found = article("pdf", pdf(pages))
    assert found.text == "\n\n".join(f"Text of page {number + 1}." for number in range(1, 5))
    assert found.article.metadata["running heads"] == ["- # -", "The Gazette #"]
