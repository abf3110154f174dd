import cassis  # type: ignore[import-untyped]  # it ships no types
import pytest

from annotation.importers import IMPORTERS, SourceFile
from tests.annotation.importers.reading_samples import SAMPLES, articles, quotes, read_bytes, refusal

XMI = (SAMPLES / "xmi/hopital.xmi").read_bytes()
TYPES = (SAMPLES / "xmi/types.xml").read_bytes()


def test_a_type_system_beside_the_file_changes_nothing_that_is_known_without_it() -> None:
    file = SourceFile(name="hopital.xmi", data=XMI, siblings={"TypeSystem.xml": TYPES})
    with_types, without = (
        articles(IMPORTERS["xmi"].read(file)),
        articles(read_bytes("xmi", XMI, "hopital.xmi")),
    )
    assert with_types == without


def test_the_format_s_own_library_reads_the_same_words() -> None:
    types = cassis.load_typesystem(TYPES.decode())
    cas = cassis.load_cas_from_xmi(XMI.decode(), typesystem=types, lenient=True)
    theirs = {found.get_covered_text() for found in cas.select("webanno.custom.Words")} - {""}
    (article,) = articles(read_bytes("xmi", XMI))
    ours = {
        words
        for record in article.annotations
        for found in quotes(article, record).values()
        for words in found
    }
    assert theirs
    assert theirs <= ours


def test_entities_are_never_resolved() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + XMI.partition(b"?>")[2].strip()
    assert "entities" in refusal("xmi", bomb)


@pytest.mark.parametrize("data", [b"", b"<a/>", b"PK\x03\x04", XMI[:400]])
def test_another_or_damaged_file_is_refused(data: bytes) -> None:
    assert refusal("xmi", data)


def test_a_cas_without_a_text_is_refused() -> None:
    assert "no text" in refusal("xmi", b'<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"/>')
