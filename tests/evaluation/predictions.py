"""What the detectors, or the bare pipeline, say about gold articles, as Selon JSONL."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from annotation.detectors import analyse
from annotation.detectors._entities.gazetteer import load_gazetteer
from annotation.detectors._pipeline import load_pipeline
from annotation.detectors._text import split_paragraphs
from annotation.records import Suggestion

Row = dict[str, Any]


def read_articles(file: Path) -> list[Row]:
    """The articles of a JSONL file."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line.strip()]


class Predictor:
    """The detectors, each text read once however often it is asked for.

    `failures` says which detectors failed on any text, and why; `versions` names the language models and the
    detectors that spoke.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, str], list[Row]] = {}
        self.failures: dict[str, str] = {}
        self.versions: set[str] = set()

    def __call__(self, articles: Iterable[Row]) -> Iterator[Row]:
        """The articles with the detectors' suggestions in place of the gold."""
        for article in articles:
            title = article.get("title") or ""
            key = (article["text"], title, article["lang"])
            if key not in self._known:
                self._known[key] = self._read(*key)
            yield {**_bare(article), "annotations": self._known[key]}

    def _read(self, text: str, title: str, lang: str) -> list[Row]:
        found = analyse(text, title, lang)
        self.versions.update(found.models, *(item.origin.split() for item in found.suggestions))
        self.failures.update({failure.part: failure.reason for failure in found.failures})
        return [_row(item) for item in found.suggestions]


def predict_bare(articles: Iterable[Row]) -> Iterator[Row]:
    """The articles with nothing but the names that the pipeline finds, as it finds them."""
    for article in articles:
        yield {**_bare(article), "annotations": list(_names(article["text"], article["lang"]))}


def _bare(article: Row) -> Row:
    return {key: article[key] for key in ("format", "id", "text", "text_sha256", "lang")}


def _row(item: Suggestion) -> Row:
    spans = {role: [[span.start, span.end] for span in found] for role, found in item.spans.items()}
    names: Row = {key: entity.name for key, entity in item.named.items()}
    names |= {f"{key}_also": list(entity.aliases) for key, entity in item.named.items()}
    return _annotation(item.key, item.layer, spans, {**item.features, **names})


def _annotation(name: str, layer: str, spans: Row, features: Mapping[str, Any]) -> Row:
    return {
        "id": name,
        "layer": layer,
        "annotator": "machine",
        "status": "suggested",
        "spans": spans,
        "features": dict(features),
    }


def _names(text: str, lang: str) -> Iterator[Row]:
    pipeline = load_pipeline(lang)
    if pipeline is None:
        return
    types = load_gazetteer(lang).types
    for paragraph in pipeline.parse(split_paragraphs(text)):
        for entity in paragraph.doc.ents if paragraph.doc is not None else ():
            start, end = paragraph.start + entity.start_char, paragraph.start + entity.end_char
            kind = types.get(entity.label_)
            if kind:
                yield _annotation(f"{start}", "entity", {"mention": [[start, end]]}, {"type": kind})


def write_articles(articles: Iterable[Row], file: Path) -> None:
    """Write articles as JSONL."""
    lines = (json.dumps(article, ensure_ascii=False) for article in articles)
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
