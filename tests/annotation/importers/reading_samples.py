"""The samples of this project, and what importers make of them."""

from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from annotation.importers import IMPORTERS, Imported, ImportFailure, Skipped, SourceFile
from annotation.operations.recognising import find_importer, with_siblings
from annotation.records import Annotation, Json

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "imports"
TEXT = (SAMPLES / "brat" / "hopital.txt").read_text("utf-8")
"""The text that most samples hold."""
SECOND = "Marc Leroy s’oppose à la fermeture 🚫 de la gare, puis il la soutient."

Found = list[Imported | Skipped]


def load(path: Path) -> SourceFile:
    return SourceFile(name=str(path), data=path.read_bytes())


def read(path: Path, format_: str = "auto", **choices: Any) -> Found:
    """What the importer of a file makes of it."""
    file = load(path)
    importer = find_importer(file, format_)
    whole = with_siblings(file, path, importer)
    made = SourceFile(name=whole.name, data=whole.data, siblings=whole.siblings, choices=choices)
    return list(importer.read(made))


def read_bytes(format_: str, data: bytes | str, name: str = "file", **choices: Any) -> Found:
    """What an importer makes of bytes."""
    content = data.encode("utf-8") if isinstance(data, str) else data
    return list(IMPORTERS[format_].read(SourceFile(name=name, data=content, choices=choices)))


def sample(name: str, format_: str = "auto", **choices: Any) -> Found:
    """What the importer of a sample makes of it."""
    return read(SAMPLES / name, format_, **choices)


def articles(found: Iterable[Imported | Skipped]) -> list[Imported]:
    return [one for one in found if isinstance(one, Imported)]


def reasons(found: Iterable[Imported | Skipped]) -> list[str]:
    return [one.reason for one in found if isinstance(one, Skipped)]


def records(found: Iterable[Imported | Skipped], layer: str = "") -> list[Annotation]:
    """The annotations of all articles, or those of one layer."""
    return [one for article in articles(found) for one in article.annotations if layer in ("", one.layer)]


def quotes(imported: Imported, record: Annotation) -> dict[str, list[str]]:
    """The words of a record by role."""
    return {role: [imported.text[s.start : s.end] for s in spans] for role, spans in record.spans.items()}


def said(imported: Imported) -> list[tuple[str, dict[str, list[str]], Mapping[str, Json]]]:
    """(layer, words, features) of each record, without relations."""
    return [
        (one.layer, quotes(imported, one), {k: v for k, v in one.features.items() if k != "relations"})
        for one in imported.annotations
    ]


def relations(imported: Imported) -> list[tuple[str, str, str]]:
    """(words, label, words) of each relation."""
    words = {
        one.id: "".join(chain.from_iterable(quotes(imported, one).values())) for one in imported.annotations
    }
    return [
        (words[one.id], str(relation["label"]), words[str(relation["to"])])
        for one in imported.annotations
        for relation in list_of_relations(one)
    ]


def list_of_relations(record: Annotation) -> list[dict[str, Json]]:
    found = record.features.get("relations", [])
    assert isinstance(found, list)
    return [one for one in found if isinstance(one, dict)]


def refusal(format_: str, data: bytes | str, name: str = "file") -> str:
    """The sentence with which an importer refuses bytes; "" where it does not."""
    try:
        read_bytes(format_, data, name)
    except ImportFailure as failure:
        return str(failure)
    return ""
