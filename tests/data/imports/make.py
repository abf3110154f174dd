"""Makes the samples of this folder that are no plain text: `python tests/data/imports/make.py`.

The others are written by hand. All hold the same invented text with an emoji, a no-break space and
typographic quotes, so that positions that count in anything but code points show.
"""

import datetime as dt
import io
import json
import sqlite3
import zipfile
from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped]  # it ships no types
import pyarrow.parquet as pq  # type: ignore[import-untyped]  # it ships no types
import spacy
from openpyxl import Workbook
from spacy.tokens import Doc, DocBin, Span

HERE = Path(__file__).resolve().parent
TEXT = (HERE / "brat/hopital.txt").read_text("utf-8")
SECOND = "Marc Leroy s’oppose à la fermeture 🚫 de la gare, puis il la soutient."
DAY = dt.datetime(2026, 2, 3)  # noqa: DTZ001 a spreadsheet's dates have no zone


def place(quote: str, text: str = TEXT) -> tuple[int, int]:
    """Where a quote stands, in code points."""
    start = text.index(quote)
    return start, start + len(quote)


def utf16(quote: str, text: str = TEXT) -> tuple[int, int]:
    """Where a quote stands, in UTF-16 units."""
    start, end = place(quote, text)
    return len(text[:start].encode("utf-16-le")) // 2, len(text[:end].encode("utf-16-le")) // 2


def write(path: str, content: str | bytes) -> None:
    """Write a sample."""
    file = HERE / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


def zipped(members: dict[str, bytes | str]) -> bytes:
    """A ZIP that is the same each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()


def make_inception() -> None:
    xmi = (HERE / "xmi/hopital.xmi").read_bytes()
    types = (HERE / "xmi/types.xml").read_bytes()
    project: dict[str, bytes | str] = {
        "exportedproject1.json": json.dumps({"name": "projet"}),
        "source/hopital.txt": TEXT,
        "source/seul.txt": SECOND,
        "annotation/hopital.txt/anna.zip": zipped({"anna.xmi": xmi, "TypeSystem.xml": types}),
        "annotation/hopital.txt/INITIAL_CAS.zip": zipped({"INITIAL_CAS.xmi": xmi, "TypeSystem.xml": types}),
        "annotation_ser/hopital.txt/anna.ser": b"\xac\xed\x00\x05",
        "annotation_ser/seul.txt/ben.ser": b"\xac\xed\x00\x05",
        "curation/hopital.txt/CURATION_USER.tsv": (HERE / "webanno/hopital.tsv").read_bytes(),
    }
    write("inception/project.zip", zipped(project))
    write("xmi/hopital.zip", zipped({"hopital.xmi": xmi, "TypeSystem.xml": types}))


def make_xlsx() -> None:

    book = Workbook()
    book.properties.created = book.properties.modified = DAY
    sheet = book.active
    assert sheet is not None
    sheet.title = "Articles"
    for row in (
        ["Export du 3 février"],
        ["Titre", "Texte", "Date", "Journal", "Page"],
        ["La gare", SECOND, DAY, "Le Phare", 3],
        ["Vide"],
    ):
        sheet.append(row)
    book.create_sheet("Notes").append(["rien", "ici"])
    out = io.BytesIO()
    book.save(out)
    write("xlsx/articles.xlsx", out.getvalue())


def make_parquet() -> None:

    table = pa.table(
        {
            "title": ["La gare", "Vide"],
            "text": [SECOND, None],
            "date": [DAY.date(), None],
            "score": [0.5, float("nan")],
        }
    )
    out = io.BytesIO()
    pq.write_table(table, out)
    write("parquet/articles.parquet", out.getvalue())


def words(doc: Doc, quote: str, label: str, kb_id: str = "") -> Span:
    """The span of a quote."""
    found = doc.char_span(*place(quote), label=label, kb_id=kb_id, alignment_mode="expand")
    assert found is not None
    return found


def make_docbin() -> None:

    doc = spacy.blank("fr")(TEXT)
    doc.ents = (words(doc, "Anne Roche", "PER", "Q1"), words(doc, "Brest", "LOC"))
    doc.spans["attribution"] = [words(doc, "Nous n’avons pas le choix", "CONTENT")]
    doc.cats = {"santé": 1.0, "sport": 0.0}
    doc.user_data["title"] = "L’hôpital"
    write("docbin/hopital.spacy", DocBin(store_user_data=True, docs=[doc]).to_bytes())


def make_dna() -> None:
    for version in (2, 3):
        connection = sqlite3.connect(":memory:")
        connection.executescript((HERE / "dna" / f"version{version}.sql").read_text("utf-8"))
        start, stop = utf16("Marc Leroy s’oppose à la fermeture 🚫 de la gare", SECOND)
        start2, stop2 = utf16("il la soutient", SECOND)
        connection.execute("UPDATE DOCUMENTS SET Text = ? WHERE ID = 1", [SECOND])
        connection.execute("UPDATE STATEMENTS SET Start = ?, Stop = ? WHERE ID = 1", [start, stop])
        connection.execute("UPDATE STATEMENTS SET Start = ?, Stop = ? WHERE ID IN (2, 3)", [start2, stop2])
        connection.commit()
        write(f"dna/version{version}.dna", connection.serialize())
        connection.close()


def make_qdpx() -> None:
    project = (HERE / "qdpx/project.qde").read_bytes()
    write("qdpx/projet.qdpx", zipped({"project.qde": project, "sources/s1.txt": TEXT}))


def make_zip() -> None:
    members: dict[str, bytes | str] = {
        "textes/utf8.txt": TEXT, "textes/cp1252.txt": SECOND.replace("🚫 ", "").encode("cp1252"),
        "textes/utf16.txt": SECOND.encode("utf-16"), "tableau.csv": "title,text\nUn,Un texte de plus.\n",
        "annote/hopital.txt": TEXT, "annote/hopital.ann": (HERE / "brat/hopital.ann").read_bytes(),
        "__MACOSX/._x": b"\x00", "image.png": b"\x89PNG\r\n\x1a\n\x00\x00", "vide.txt": b"",
    }  # fmt: skip
    write("zip/melange.zip", zipped(members))
    write("zip/bombe.zip", zipped({"bombe.txt": b"0" * 60_000_000}))


if __name__ == "__main__":
    for make in (make_inception, make_xlsx, make_parquet, make_docbin, make_dna, make_qdpx, make_zip):
        make()
