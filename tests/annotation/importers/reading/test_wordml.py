"""Word documents as paragraphs."""

from annotation.importers import SourceFile
from annotation.importers._reading.packages import Package
from annotation.importers._reading.wordml import is_word, may_hold, word_paragraphs, word_properties
from tests.annotation.importers.building import WORD, docx, package


def texts(*paragraphs: str) -> list[str]:
    return [found.text for found in word_paragraphs(Package(SourceFile(name="a", data=docx(paragraphs))))]


def xml(content: str) -> str:
    return content.replace(">", f" {WORD}>", 1)


def test_deletions_codes_and_comments_are_no_text() -> None:
    assert texts(
        xml(
            "<w:p><w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>b</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r>"
            "<w:hyperlink><w:r><w:t>c</w:t></w:r></w:hyperlink></w:p>"
        )
    ) == ["abc"]


def test_breaks_and_tabs_are_kept_but_not_those_of_pages() -> None:
    assert texts(
        xml('<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:br w:type="page"/></w:r></w:p>')
    ) == ["a\nb\tc"]


def test_rows_of_tables_are_paragraphs_with_tabs() -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    assert texts(xml(f"<w:tbl><w:tr>{cell.format('a')}{cell.format('b')}</w:tr></w:tbl>")) == ["a\tb"]


def test_a_text_box_is_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent>"
    alternate = (
        f"<w:AlternateContent><w:Choice>{box}</w:Choice><w:Fallback>{box}</w:Fallback></w:AlternateContent>"
    )
    assert texts(xml(f"<w:p><w:r><w:t>a</w:t>{alternate}</w:r></w:p>")) == ["a", "box"]


def test_a_style_is_known() -> None:
    paragraph = xml('<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>')
    (found,) = word_paragraphs(Package(SourceFile(name="a", data=docx([paragraph]))))
    assert found.style == "Title"


def test_properties_are_read_where_there_are_any() -> None:
    file = SourceFile(name="a", data=docx(["a"], "<dc:title>T</dc:title><dc:creator> </dc:creator>"))
    assert word_properties(Package(file)) == {"title": "T"}
    bare = SourceFile(
        name="a", data=package({"word/document2.xml": f"<w:document {WORD}><w:body/></w:document>"})
    )
    assert word_properties(Package(bare)) == {}
    assert word_paragraphs(Package(bare)) == []
    assert is_word(file)
    assert not is_word(bare)


def test_a_phrase_is_found_across_runs() -> None:
    split = xml("<w:p><w:r><w:t>End of </w:t></w:r><w:r><w:t>Document</w:t></w:r></w:p>")
    file = Package(SourceFile(name="a", data=docx([split])))
    assert may_hold(file, "x", "end of document")
    assert not may_hold(file, "x")


def test_letters_that_nobody_sees_are_no_text() -> None:
    run = "<w:r><w:rPr><w:vanish{}/></w:rPr><w:t>{}</w:t></w:r>"
    shown = run.format(' w:val="0"', "seen")
    data = docx([f"<w:p>{run.format('', 'hidden')}{shown}</w:p>"])
    assert [one.text for one in word_paragraphs(Package(SourceFile(name="a.docx", data=data)))] == ["seen"]
