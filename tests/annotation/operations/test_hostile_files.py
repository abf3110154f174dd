"""Files that mean harm beside a good one: each is told in a sentence, and the good one comes in."""

import importlib
import os
import pickle
import socket
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotation.operations import ImportPlan, Preview, import_files
from annotation.operations.import_report import ImportReport
from annotation.project import Project, create_project
from tests.annotation.importers.building import TYPES, WORD, package, warc

SAMPLES = Path(__file__).parents[2] / "data" / "imports"
SECRET = "the secret of another file"
DEEP = 50_000

LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
"""Ten entities of ten, nine times: 10 GB of laughter."""


def laughing(_secret: Path) -> tuple[str, str]:
    """A declaration of entities that swell, and the text that calls them."""
    return f'<!DOCTYPE r [<!ENTITY a0 "ha ha ha ha ">{LAUGHS}]>', "&a9;"


def reaching(secret: Path) -> tuple[str, str]:
    """A declaration of entities that are elsewhere, and the text that calls them."""
    outside = 'SYSTEM "http://127.0.0.1:9/'
    entities = f'<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY y {outside}x"><!ENTITY % p {outside}dtd">%p;'
    return f"<!DOCTYPE r [{entities}]>", "&x;&y;"


def bodies(start: str, call: str) -> dict[str, bytes]:
    """A file of each format that is XML, or a ZIP of it."""
    plain = {
        "factiva.xml": "<PPSResponse><article><headline><paragraph>T</paragraph></headline><leadParagraph>"
        "<paragraph>a {} b</paragraph></leadParagraph></article></PPSResponse>",
        "newsml.xml": '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g"><contentSet>'
        "<inlineData>a {} b</inlineData></contentSet></newsItem>",
        "nitf.xml": "<nitf><body><body.content><p>a {} b</p></body.content></body></nitf>",
        "tei.xml": '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><p>a {} b</p></text></TEI>',
        "rss.xml": '<rss version="2.0"><channel><item><title>T</title><description>a {} b</description>'
        "</item></channel></rss>",
        "atom.xml": '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>T</title><content>a {} b'
        "</content></entry></feed>",
        "page.html": "<html><body><article><h1>T</h1><p>a {} b and more words.</p></article></body></html>",
        "marks.xmi": _outside(SAMPLES / "xmi" / "hopital.xmi").replace('sofaString="', 'sofaString="{} ', 1),
        "quotes.xml": _outside(SAMPLES / "parc" / "hopital.xml").replace('text="', 'text="{}', 1),
    }
    made = {name: (start + body.replace("{}", call)).encode() for name, body in plain.items()}
    return made | _packages(start, call)


def _outside(path: Path) -> str:
    """An XML file without its declaration."""
    return path.read_text("utf-8").rpartition("?>")[2]


def _packages(start: str, call: str) -> dict[str, bytes]:
    word = (
        f"{start}<w:document {WORD}><w:body><w:p><w:r><w:t>a {call} b</w:t></w:r></w:p></w:body></w:document>"
    )
    office = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
        f"<text:p>a {call} b</text:p></office:text></office:body></office:document-content>"
    )
    with zipfile.ZipFile(SAMPLES / "qdpx" / "projet.qdpx") as packed:
        project = {name: packed.read(name) for name in packed.namelist()}
    qde = project["project.qde"].decode().rpartition("?>")[2].replace('name="', f'name="{call}', 1)
    with zipfile.ZipFile(SAMPLES / "xlsx" / "articles.xlsx") as packed:
        book = {name: packed.read(name) for name in packed.namelist()}
    sheet = next(name for name in book if name.endswith("sheet1.xml"))
    book[sheet] = (start + book[sheet].decode().rpartition("?>")[2].replace("<t>", f"<t>{call}", 1)).encode()
    odt = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": start + office}
    return {
        "word.docx": package({"[Content_Types].xml": TYPES, "word/document.xml": word}),
        "office.odt": package(odt, stored="mimetype"),
        "codes.qdpx": package({**project, "project.qde": start + qde}),
        "book.xlsx": package(book),
        "book.epub": package(_epub(start, call), stored="mimetype"),
    }


def _epub(start: str, call: str) -> dict[str, str | bytes]:
    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": f'{start}<container><rootfiles><rootfile full-path="c.opf"/></rootfiles>'
        "</container>",
        "c.opf": f'{start}<package><metadata/><manifest><item id="a" href="a.xhtml" '
        'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
        "a.xhtml": f"{start}<html><body><p>a {call} b</p></body></html>",
    }


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever reaches for the network fails the test."""
    importlib.import_module("trafilatura")

    def refuse(*_args: object, **_kwargs: object) -> None:
        pytest.fail("the network was touched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """An empty project."""
    with create_project(tmp_path / "p.selon") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that already holds the good file, last in the alphabet."""
    found = tmp_path / "files"
    found.mkdir()
    (found / "zz.txt").write_text("Good\n\nThis one is read.", encoding="utf-8")
    return found


def report(project: Project, folder: Path) -> ImportReport:
    """What an import of the folder says, in which the good file came in whatever the others are."""
    found = import_files(project, [folder], ImportPlan(recursive=True))
    assert [article.title for article in found.articles][-1] == "Good"
    for one in found.skipped:
        assert one.reason.endswith((".", ")."))
        assert "\n" not in one.reason
    assert project.check() == []
    return found


@pytest.mark.parametrize("entities", [laughing, reaching])
def test_entities_neither_swell_nor_reach_out(
    entities: Callable[[Path], tuple[str, str]], project: Project, folder: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret"
    secret.write_text(SECRET, encoding="utf-8")
    made = bodies(*entities(secret))
    for name, data in made.items():
        (folder / name).write_bytes(data)
    found = report(project, folder)
    named = {Path(one.file).name for one in found.skipped} | {one.source_file for one in found.articles}
    assert named >= {name for name in made if name not in ("rss.xml", "codes.qdpx")}
    for article in project.read.articles():
        assert article.length < 1000
        assert SECRET not in project.read.text(article)


def lying() -> bytes:
    """A ZIP whose member is far larger than its directory says."""
    data = bytearray(package({"a.txt": b"A" * 500_000}))
    struct.pack_into("<I", data, data.rfind(b"PK\x01\x02") + 24, 10)
    struct.pack_into("<I", data, data.find(b"PK\x03\x04") + 22, 10)
    return bytes(data)


ZIPS: dict[str, tuple[Callable[[], bytes], str]] = {
    "ratio": (lambda: package({"a.txt": b" " * 20_000_000}), "unpacks to far more"),
    "nested": (lambda: package({"a.zip": package({"a.txt": b" " * 20_000_000})}), "binary file"),
    "many": (lambda: package({f"{n}.txt": b"" for n in range(20_001)}), "would unpack to more"),
    "lying": (lying, "damaged or locked"),
    "cut": (lambda: package({"a.txt": b"text"})[:-10], "damaged"),
    "up": (lambda: package({"../../a.txt": b"text"}), "lead out"),
    "back": (lambda: package({"..\\..\\a.txt": b"text"}), "lead out"),
    "root": (lambda: package({"/etc/a.txt": b"text"}), "lead out"),
    "drive": (lambda: package({"C:\\a.txt": b"text"}), "lead out"),
}


def test_archives_that_mean_harm_are_refused_each_in_a_sentence(project: Project, folder: Path) -> None:
    for name, (make, _said) in ZIPS.items():
        (folder / f"{name}.zip").write_bytes(make())
    found = report(project, folder)
    said = {Path(one.file.partition(".zip")[0]).name: one.reason for one in found.skipped}
    assert {name for name, (_make, words) in ZIPS.items() if words not in said.get(name, "")} == set()
    assert not list(folder.parent.rglob("a.txt"))


class Harm:
    """What runs code when it is unpickled."""

    def __reduce__(self) -> tuple[Callable[..., object], tuple[str]]:
        return os.mkdir, ("unpickled",)


ODD: dict[str, bytes] = {
    "a.pkl": pickle.dumps(Harm()),
    "a.spacy": pickle.dumps(Harm()),
    "packed.spacy": zlib.compress(pickle.dumps(Harm())),
    "a.parquet": b"PAR1" + pickle.dumps(Harm()) + b"PAR1",
    "arrays.json": b"[" * DEEP + b"]" * DEEP,
    "objects.json": b'{"a":' * DEEP + b"1" + b"}" * DEEP,
    "deep.jsonl": b'{"text":' + b"[" * DEEP + b"]" * DEEP + b"}",
    "deep.html": b"<html><body>" + b"<div>" * DEEP,
    "deep.rtf": rb"{\rtf1\ansi " + b"{" * DEEP + b"x" + b"}" * DEEP,
    "deep.xml": b"<TEI><teiHeader/><text>" + b"<p>" * DEEP,
    "deep.xmi": b'<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore">'
    + b"<cas:a>" * DEEP,
    "loop.pdf": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj"
    b"<</Type/Pages/Kids[2 0 R]/Count 1>>endobj trailer<</Root 1 0 R>>",
    "swollen.warc": warc([("response", "http://x.example", "text/html", b"<p>" + b"a" * 17_000_000)]),
    "nul.txt": b"abc\0def",
    "empty.txt": b"",
    "mark.txt": b"\xff\xfe",
}  # fmt: skip


def test_files_that_are_odd_inside_are_told_each_in_a_sentence(
    project: Project, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, data in ODD.items():
        (folder / name).write_bytes(data)
    found = report(project, folder)
    assert {Path(one.file).name for one in found.skipped} == set(ODD)
    assert not (tmp_path / "unpickled").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes that have names")
def test_places_that_are_odd_are_told_each_in_a_sentence(project: Project, folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "endless.txt").symlink_to("/dev/zero")
    (folder / "nowhere.txt").symlink_to("nothing")
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "circle").symlink_to(folder, target_is_directory=True)
    (folder / "line\nend.txt").write_text("Line\n\nbreak", encoding="utf-8")
    Path(os.fsdecode(os.fsencode(str(folder)) + b"/na\xefve.txt")).write_text(
        "Naive\n\ntext", encoding="utf-8"
    )
    (folder / "large.txt").touch()
    os.truncate(folder / "large.txt", 3 * 1024**3)
    found = report(project, folder)
    assert {Path(one.file).stem for one in found.skipped} == {"pipe", "endless", "nowhere", "self", "large"}
    assert [article.title for article in found.articles] == ["Line", "Naive", "Good"]


def test_a_file_that_is_gone_or_other_since_the_preview_is_told(project: Project, folder: Path) -> None:
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(f"Title {name}\n\nText.", encoding="utf-8")
    seen = Preview()
    seen.fill(project, [folder], ImportPlan(recursive=True))
    assert len(seen.candidates) == 3
    (folder / "a.txt").unlink()
    (folder / "b.txt").write_bytes(b"\0\0")
    paths = list(dict.fromkeys(one.path for one in seen.candidates))
    found = import_files(project, paths)
    assert ["There is no file" in one.reason for one in found.skipped] == [True, False]
    assert [article.title for article in found.articles] == ["Good"]


def test_one_line_without_end_is_an_article_like_another(project: Project, folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"word " * 1_000_000)
    found = report(project, folder)
    assert [article.length for article in found.articles] == [5_000_000, 23]
    assert project.read.text(found.articles[0]) == "word " * 1_000_000
