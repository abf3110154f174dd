import zlib

import pytest
import srsly  # type: ignore[import-untyped]  # it ships no types

from annotation.importers import ImportFailure, SourceFile
from annotation.importers._marking.docs import is_doc_bin, open_doc_bin
from annotation.importers._marking.spacy_docs import read_doc_bin
from tests.annotation.importers.reading_samples import SAMPLES, TEXT

DATA = (SAMPLES / "docbin/hopital.spacy").read_bytes()


def opened(data: bytes) -> list[str]:
    return [doc.text for doc in open_doc_bin(SourceFile(name="file", data=data))]


def test_the_sample_is_one() -> None:
    assert is_doc_bin(DATA)
    assert opened(DATA) == [TEXT]


def test_documents_keep_entities_groups_categories_and_what_is_known_of_them() -> None:
    (doc,) = read_doc_bin(DATA)
    words = [(TEXT[span.start : span.end], span.label, span.group, dict(span.features)) for span in doc.spans]
    assert words == [
        ("Anne Roche", "PER", "", {"kb_id": "Q1"}),
        ("Brest", "LOC", "", {}),
        ("Nous n’avons pas le choix", "CONTENT", "attribution", {}),
    ]
    assert doc.known == {"labels": ["santé"], "title": "L’hôpital"}


@pytest.mark.parametrize(
    "data", [b"", b"text", zlib.compress(b"text"), DATA[:40], b"\x78\x9c" + b"\x00" * 50]
)
def test_what_is_none_is_refused(data: bytes) -> None:
    with pytest.raises(ImportFailure):
        opened(data)


def test_data_that_unpack_to_far_too_much_are_refused() -> None:
    bomb = zlib.compress(b"\xa7version" + b"\x00" * 200_000_000, 9)
    with pytest.raises(ImportFailure, match="more than Selon takes"):
        opened(bomb)


def test_a_doc_bin_with_parts_missing_is_damaged() -> None:
    packed = zlib.compress(srsly.msgpack_dumps({"version": "0.1", "attrs": [65]}))
    broken = packed if is_doc_bin(packed) else zlib.compress(b"\xa7version\xa30.1")
    with pytest.raises(ImportFailure):
        opened(broken)
