"""What an exporter does not write it counts: whatever changes no byte of the files changes the report."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from annotation.exporters import EXPORTERS, choose_options
from annotation.records import GOLD, Article, Decision, Entity, Outcome, Status
from tests.contracts.shelf import Shelf, full_shelf, record

NETWORKS = {"graphml", "gexf", "network-csv", "dl", "events"}
"""They hold ties, not records: what they are made of is told by the records that they count."""
MAIN = {"parc": "source", "dna": "stance"}
"""The layers that formats of one layer are about; else it is that of entities."""
SCHEMES = {"qdc"}
"""Formats that hold the codebook alone."""


@dataclass(frozen=True)
class Known(Shelf):
    """A shelf of which more is known of the first article."""

    more: dict[str, Any] = field(default_factory=dict)

    def articles(self) -> Iterator[Article]:
        return (replace(one, **(self.more if one.id == "a0" else {})) for one in super().articles())


def plain(layer: str) -> Known:
    """One article with a record of a layer that says nothing but what it must."""
    full = full_shelf()
    found = next(one for one in full.records if one.layer == layer and one.spans)
    bare = replace(found, note="", origin="Clara", status=Status.ACCEPTED)
    if layer == "stance":
        bare = replace(bare, features={"polarity": "against", "target": {"concept": "x"}})
    nothing: dict[str, Any] = {"outlet": None, "authors": (), "published": None, "metadata": {}}
    return Known({"a0": full.texts["a0"]}, (bare,), more=nothing)


def with_record(**more: Any) -> Callable[[Known], Known]:
    return lambda shelf: replace(shelf, records=(replace(shelf.records[0], **more),))


def with_article(**more: Any) -> Callable[[Known], Known]:
    return lambda shelf: replace(shelf, more={**shelf.more, **more})


def with_field(shelf: Known) -> Known:
    (one,) = shelf.records
    return with_record(features={**one.features, "strange": "Zz"})(shelf)


def with_another_layer(shelf: Known) -> Known:
    return replace(
        shelf, records=(*shelf.records, record("o1", "dream", shelf.texts, {"mention": ["choix"]}, {}))
    )


def with_wordless(shelf: Known) -> Known:
    return replace(shelf, records=(*shelf.records, replace(shelf.records[0], id="o1", spans={})))


def with_decision(shelf: Known) -> Known:
    made = Decision(
        id="d1", article="a0", layer="entity", reviewer=GOLD.id, outcome=Outcome.AGREED, records=()
    )
    return replace(shelf, decided=(made,))


def with_name(shelf: Known) -> Known:
    return replace(shelf, registry=(Entity(id="k", name="Zz", aliases=("Zzz",), note="n"),))


KNOWN: dict[str, Callable[[Known], Known]] = {
    "note": with_record(note="Zz"),
    "confidence": with_record(confidence=0.125),
    "origin": with_record(origin="zz/9"),
    "why": with_record(why="Zz"),
    "basis": with_record(basis="Zz"),
    "created": with_record(created="2001-01-01T00:00:00.000Z"),
    "status": with_record(status=Status.SUGGESTED),
    "strange field": with_field,
    "strange layer": with_another_layer,
    "record without words": with_wordless,
    "decision": with_decision,
    "registry": with_name,
    "outlet": with_article(outlet="Zz"),
    "authors": with_article(authors=("Zz",)),
    "published": with_article(published="2001-01-01"),
    "section": with_article(section="Zz"),
    "page": with_article(page="77"),
    "url": with_article(url="https://zz.example"),
    "source file": with_article(source_file="zz.txt"),
    "duplicates": with_article(duplicates="zz"),
    "metadata": with_article(metadata={"z": 1}),
    "tags": with_article(tags=("zz",)),
}


def written(name: str, shelf: Shelf, out: Path) -> tuple[list[bytes], dict[str, int]]:
    """The bytes of the files, and what the report counts as lost."""
    exporter = EXPORTERS[name]
    place = out.with_suffix(".spacy") if name == "docbin" else out  # alone, its settings take long to make
    report = exporter.export(shelf, place, lambda *now: None, choose_options(exporter, {}))
    return [path.read_bytes() for path in report.files], {loss.what: loss.count for loss in report.losses}


@pytest.mark.parametrize("name", [name for name in EXPORTERS.names if name not in NETWORKS | SCHEMES])
def test_what_changes_no_file_is_counted_and_what_is_counted_alone_changes_none(
    name: str, tmp_path: Path
) -> None:
    shelf = plain(MAIN.get(name, "entity"))
    before, counted = written(name, shelf, tmp_path / "plain")
    silent, wrongly = [], []
    for number, (what, change) in enumerate(KNOWN.items()):
        after, more = written(name, change(shelf), tmp_path / str(number))
        if after == before and more == counted:
            silent.append(what)
        if after != before and more != counted and what in {"note", "origin", "confidence", "why", "basis"}:
            wrongly.append(what)
    assert (silent, wrongly) == ([], [])
