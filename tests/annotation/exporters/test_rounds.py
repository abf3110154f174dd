"""What is written and read back is what it was, up to what the report lists."""

import re
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, assume, given, settings

from annotation.records import Annotation, Span
from tests.annotation.exporters.corpora import shelves
from tests.annotation.exporters.round import Said, read, said, shelved, write
from tests.contracts.shelf import Shelf

LINE_ENDS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
LINE_END = re.compile(f"[{LINE_ENDS}]")
quick = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def there_and_back(
    name: str, shelf: Shelf, ending: str, *, beside: str = "", alone: bool = False
) -> tuple[str, list[Said], set[str]]:
    """The text and the records that come back, and what was lost on the way."""
    with TemporaryDirectory() as folder:
        report = write(name, shelf, Path(folder, f"x{ending}") if alone else Path(folder))
        path = next(path for path in report.files if path.name.endswith(ending))
        others = [one for one in report.files if beside and one.name.endswith(beside)]
        (found,) = read(name, path, *others)
    return found.text, said(found.annotations, found.text), {loss.what for loss in report.losses}


def trimmed(records: list[Said]) -> list[Said]:
    """Records without the white space around their words."""
    bare = (
        (layer, tuple((role, tuple(word.strip() for word in words if word.strip())) for role, words in roles))
        for layer, roles in records
    )
    kept = ((layer, tuple((role, words) for role, words in roles if words)) for layer, roles in bare)
    return sorted((layer, roles) for layer, roles in kept if roles)


@pytest.mark.parametrize(("name", "ending", "beside"), [
    ("xmi", ".xmi", "typesystem.xml"), ("cas-json", ".json", ""),
])  # fmt: skip
@quick
@given(shelf=shelves())
def test_every_record_comes_back_with_its_words(name: str, ending: str, beside: str, shelf: Shelf) -> None:
    text, records, _losses = there_and_back(name, shelf, ending, beside=beside)
    assert text == shelf.texts["a0"]
    assert records == shelved(shelf, "a0")


@quick
@given(shelf=shelves())
def test_brat_gives_back_every_record_but_the_line_ends_around_its_pieces(shelf: Shelf) -> None:
    held = replace(shelf, records=tuple(replace(one, spans=in_lines(one, shelf)) for one in shelf.records))
    assume(all(all(one.spans.values()) for one in held.records))
    text, records, losses = there_and_back("brat", shelf, ".ann", beside=".txt")
    assert text == shelf.texts["a0"]
    assert records == shelved(held, "a0")
    edges = {text[place] for one in shelf.records for spans in one.spans.values() for span in spans
             for place in (span.start, span.end - 1)}  # fmt: skip
    assert ("marks with line ends at their edges" in losses) == any(LINE_END.match(one) for one in edges)


def in_lines(record: Annotation, shelf: Shelf) -> dict[str, tuple[Span, ...]]:
    """The spans without line ends at their edges, those that only line ends part joined."""
    text = shelf.texts[record.article]
    found: dict[str, tuple[Span, ...]] = {}
    for role, spans in record.spans.items():
        pieces = [
            (span.start + one.start(), span.start + one.end())
            for span in spans
            for one in re.finditer(f"[^{LINE_ENDS}]+", text[span.start : span.end])
        ]
        joined: list[tuple[int, int]] = []
        for start, end in pieces:
            if joined and joined[-1][1] < start and not text[joined[-1][1] : start].strip(LINE_ENDS):
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
        found[role] = tuple(Span(*one) for one in joined)
    return found


@quick
@given(shelf=shelves())
def test_webanno_gives_back_every_record_but_the_white_space_around_words(shelf: Shelf) -> None:
    text, records, losses = there_and_back("webanno", shelf, ".tsv")
    expected = shelved(shelf, "a0")
    assert text == shelf.texts["a0"]
    if "pieces of nothing but white space" not in losses:
        assert records == trimmed(expected)


@quick
@given(shelf=shelves(whole_words=True))
def test_docbin_gives_back_every_record_of_whole_words(shelf: Shelf) -> None:
    text, records, _losses = there_and_back("docbin", shelf, ".spacy", alone=True)
    assert text == shelf.texts["a0"]
    assert records == shelved(shelf, "a0")


@quick
@given(shelf=shelves(whole_words=True, layers=("entity", "figure")))
def test_prodigy_gives_back_every_record_of_whole_words(shelf: Shelf) -> None:
    marks = [
        (one.layer, one.features.get("type"), span) for one in shelf.records for span in one.spans["mention"]
    ]
    assume(len(set(marks)) == len(marks))  # marks with one label on the same words are one to Prodigy
    text, records, _losses = there_and_back("prodigy", shelf, ".jsonl")
    assert text == shelf.texts["a0"]
    assert records == shelved(shelf, "a0")


@quick
@given(shelf=shelves())
def test_label_studio_gives_back_every_record(shelf: Shelf) -> None:
    text, records, _losses = there_and_back("label-studio", shelf, "tasks.json")
    assert text == shelf.texts["a0"]
    assert records == shelved(shelf, "a0")


@quick
@given(shelf=shelves(layers=("entity", "figure")))
def test_doccano_gives_back_every_record_whose_words_are_its_own(shelf: Shelf) -> None:
    text, records, _losses = there_and_back("doccano", shelf, ".jsonl")
    assert text == shelf.texts["a0"]
    assert records == shelved(shelf, "a0")


@quick
@given(shelf=shelves(layers=("entity", "figure")))
def test_qdpx_gives_back_the_words_of_every_piece(shelf: Shelf) -> None:
    text, records, _losses = there_and_back("qdpx", shelf, ".qdpx")
    assert text == shelf.texts["a0"]
    apart = [
        (layer, ((role, (word,)),)) for layer, ((role, words),) in shelved(shelf, "a0") for word in words
    ]
    assert records == sorted(apart)
