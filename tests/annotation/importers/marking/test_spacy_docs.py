from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from annotation.importers._marking.spacy_docs import read_doc_bin


def packed(doc: Doc) -> bytes:
    return DocBin(store_user_data=True, docs=[doc]).to_bytes()


def test_attributes_of_the_document_are_known_by_their_names() -> None:
    Doc.set_extension("outlet", default=None, force=True)
    doc = Doc(Vocab(), ["Un", "texte"])
    doc._.outlet = "Le Phare"
    doc.user_data["page"] = 3
    (read,) = read_doc_bin(packed(doc))
    Doc.remove_extension("outlet")
    assert read.known == {"outlet": "Le Phare", "page": 3}


def test_a_document_without_marks_is_a_text() -> None:
    (read,) = read_doc_bin(packed(Doc(Vocab(), ["Un", "texte"], spaces=[True, False])))
    assert (read.text, read.spans, read.known) == ("Un texte", (), {})
