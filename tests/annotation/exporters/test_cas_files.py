"""A document for each article and annotator, with the types beside them where they are wished."""

from dataclasses import replace
from pathlib import Path

from annotation.exporters._cas_files import write_documents
from annotation.records import GOLD
from tests.contracts.shelf import full_shelf


def test_each_annotator_has_every_article(tmp_path: Path) -> None:
    shelf = full_shelf()
    more = replace(shelf.records[0], id="g", annotator=GOLD.id)
    two = replace(shelf, records=(*shelf.records, more))
    report = write_documents(two, tmp_path, lambda *now: None, ".x", lambda cas: cas.sofa_string, types=True)
    names = sorted(str(path.relative_to(tmp_path)) for path in report.files)
    assert len(names) == 2 * (5 + 1)
    assert "clara/typesystem.xml" in names
    assert (report.articles, report.annotations) == (5, 9)


def test_types_are_left_out_where_documents_bring_them(tmp_path: Path) -> None:
    shelf = full_shelf()
    report = write_documents(shelf, tmp_path, lambda *now: None, ".x", lambda cas: "{}", types=False)
    assert {path.suffix for path in report.files} == {".x"}
