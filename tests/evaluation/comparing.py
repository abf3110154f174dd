"""What files do give when they are imported, fact by fact beside what should come of them."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotation.errors import AnnotationError
from annotation.importers import Imported, Skipped
from annotation.operations.recognising import open_file
from annotation.records import Annotation, Article
from tests.evaluation.expectations import Expected

COLUMNS = ("title", "date", "outlet", "author", "text")
"""What the tables show of articles."""
OTHER = "other"
"""The column of every other fact, of articles and of files."""
_COLUMN_OF = {
    "title": "title", "title_starts": "title", "title_lacks": "title",
    "published": "date", "day_from": "date", "day_to": "date",
    "outlet": "outlet", "authors": "author", "signed": "author",
    "text": "text", "outline": "text", "words_of": "text", "has": "text", "lacks": "text",
    "paragraphs": "text",
}  # fmt: skip
_ENOUGH = 0.95
"""The share of words that have to stand where they should in a text that was printed."""
Judged = tuple[Any, bool]
"""What was found, and whether it is right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that was stated, and what was found."""

    name: str
    number: int
    """Of the article, from one; 0 for the file as a whole."""
    expected: Any
    found: Any
    right: bool

    @property
    def column(self) -> str:
        """Where the tables count it."""
        return _COLUMN_OF.get(self.name, OTHER) if self.number else OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one file."""

    expected: Expected
    found: int
    """How many articles."""
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """All that came of a file."""

    path: Path
    articles: Sequence[Imported]
    left_out: Sequence[Skipped] = ()
    refused: str = ""
    format: str = ""

    @property
    def records(self) -> list[Annotation]:
        """The annotations of all articles."""
        return [record for one in self.articles for record in one.annotations]


def compare(expected: Expected) -> Outcome:
    """Read a file as an import would, and compare it with what is stated of it."""
    whole = read_whole(expected.path)
    facts = [_judge("format", 0, expected.format, whole), _judge("articles", 0, expected.count, whole)]
    facts += [_judge(name, 0, wanted, whole) for name, wanted in expected.facts.items()]
    for number, stated in enumerate(expected.articles, 1):
        facts += [_judge(name, number, wanted, whole) for name, wanted in stated.items()]
    return Outcome(expected=expected, found=len(whole.articles), facts=tuple(facts))


def read_whole(path: Path) -> Whole:
    """What an import would make of a file."""
    try:
        opened = open_file(path)
        found = list(opened.read())
    except AnnotationError as error:
        return Whole(path, (), refused=str(error))
    articles = [one for one in found if isinstance(one, Imported)]
    return Whole(path, articles, [one for one in found if isinstance(one, Skipped)], format=opened.format)


def _judge(name: str, number: int, wanted: Any, whole: Whole) -> Fact:
    if not number:
        found, right = _OF_FILES[name](whole, wanted)
    elif number > len(whole.articles):
        found, right = None, False
    else:
        found, right = _OF_ARTICLES.get(name, _field(name))(whole.articles[number - 1], wanted, whole.path)
    return Fact(name=name, number=number, expected=wanted, found=found, right=right)


def _equal(found: Any, wanted: Any) -> Judged:
    return found, found == wanted


def _field(name: str) -> Callable[[Imported, Any, Path], Judged]:
    return lambda one, wanted, _path: _equal(_value(one.article, name), wanted)


def _value(article: Article, name: str) -> Any:
    """A field of an article, or of its metadata; "" where there is none."""
    if name.startswith("meta."):
        return article.metadata.get(name.removeprefix("meta."), "")
    found = getattr(article, name)
    return list(found) if isinstance(found, tuple) else found or ""


def _outline(one: Imported, wanted: Mapping[str, Any], _path: Path) -> Judged:
    starts, ends = len(wanted["starts"]), len(wanted["ends"])
    return _equal({"length": len(one.text), "starts": one.text[:starts], "ends": one.text[-ends:]}, wanted)


def _words_of(one: Imported, suffix: str, path: Path) -> Judged:
    """Whether the words are those of the file beside it, if there is one."""
    beside = path.with_suffix(suffix)
    if not beside.is_file():
        return None, bool(one.text)
    return share_in_place(one.text.split(), beside.read_text("utf-8-sig").split())


def share_in_place(found: Sequence[str], wanted: Sequence[str]) -> Judged:
    """The share of the words that stand where they should, and whether nearly all do."""
    same = sum(one == other for one, other in zip(found, wanted, strict=False))
    share = round(same / max(len(found), 1), 3)
    return share, share > _ENOUGH


def _day(one: Imported) -> str:
    return (one.article.published or "")[:10]


def _lacks(one: Imported, wanted: Sequence[str], _path: Path) -> Judged:
    there = [words for words in wanted if words in one.text]
    return there, not there


_OF_ARTICLES: dict[str, Callable[[Imported, Any, Path], Judged]] = {
    "text": lambda one, wanted, _path: _equal(one.text, wanted),
    "outline": _outline,
    "words_of": _words_of,
    "has": lambda one, wanted, _path: _equal(wanted in one.text, True),
    "lacks": _lacks,
    "paragraphs": lambda one, wanted, _path: _equal(one.text.count("\n\n") + 1, wanted),
    "signed": lambda one, wanted, _path: _equal(bool(one.article.authors), wanted),
    "title_starts": lambda one, wanted, _path: (one.article.title, one.article.title.startswith(wanted)),
    "title_lacks": lambda one, wanted, _path: (one.article.title, wanted not in one.article.title),
    "day_from": lambda one, wanted, _path: (_day(one), _day(one) >= wanted),
    "day_to": lambda one, wanted, _path: (_day(one), "" < _day(one) <= wanted),
}


def places(whole: Whole) -> list[tuple[tuple[int, int], ...]]:
    """The places of all annotations, without white space at their edges, which some formats never mark."""
    return sorted(
        tuple(_trimmed(one.text, span.start, span.end) for spans in record.spans.values() for span in spans)
        for one in whole.articles
        for record in one.annotations
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))


def _annotations(whole: Whole, wanted: int | Mapping[str, int]) -> Judged:
    """Their number, or their numbers by layer."""
    if isinstance(wanted, int):
        return _equal(len(whole.records), wanted)
    return _equal(dict(Counter(record.layer for record in whole.records)), wanted)


def _types(whole: Whole, wanted: Mapping[str, int]) -> Judged:
    kinds = Counter(str(one.features.get("type")) for one in whole.records if one.counts)
    return _equal({name: kinds[name] for name in wanted}, wanted)


def _quotes(whole: Whole, wanted: Sequence[str]) -> Judged:
    texts = ((one.text, spans) for one in whole.articles for record in one.annotations
             for spans in record.spans.values())  # fmt: skip
    return _equal([text[span.start : span.end] for text, spans in texts for span in spans], wanted)


def _answers(whole: Whole, wanted: Mapping[str, int]) -> Judged:
    given = (one.article.metadata.get("answer") for one in whole.articles)
    return _equal(dict(Counter(answer for answer in given if answer)), wanted)


def _entities(whole: Whole, wanted: int) -> Judged:
    """How many names there are in the registry, and concepts, which are none there."""
    names = {entity.id for one in whole.articles for entity in one.entities}
    targets = (record.features.get("target") for record in whole.records)
    concepts = {str(one["concept"]) for one in targets if isinstance(one, dict) and "concept" in one}
    return _equal(len(names) + len(concepts), wanted)


def _people(whole: Whole, wanted: int) -> Judged:
    return _equal(len({person.id for one in whole.articles for person in one.annotators}), wanted)


def _listed(name: str) -> Callable[[Whole, int], Judged]:
    """How much the lists of this name hold, in the features of records and in the metadata of articles."""

    def count(whole: Whole, wanted: int) -> Judged:
        kept: list[Any] = [record.features.get(name) for record in whole.records]
        kept += [one.article.metadata.get(name) for one in whole.articles]
        return _equal(sum(len(one) for one in kept if isinstance(one, list | dict)), wanted)

    return count


def _every(name: str) -> Callable[[Whole, Any], Judged]:
    return lambda whole, wanted: _equal(
        sorted({_value(one.article, name) for one in whole.articles}), [wanted]
    )


def _says(whole: Whole, wanted: Sequence[str]) -> Judged:
    reasons = [one.reason for one in whole.left_out]
    return reasons, all(any(words in reason for reason in reasons) for words in wanted)


_OF_FILES: dict[str, Callable[[Whole, Any], Judged]] = {
    "format": lambda whole, wanted: (whole.format, whole.format == wanted or bool(whole.refused)),
    "articles": lambda whole, wanted: _equal(len(whole.articles), wanted),
    "refused": lambda whole, wanted: (whole.refused, wanted in whole.refused),
    "says": _says,
    "entries": lambda whole, wanted: _equal(len(whole.articles) + len(whole.left_out), wanted),
    "left_out": lambda whole, wanted: _equal(len(whole.left_out), wanted),
    "addresses": lambda whole, wanted: _equal(sum(len(one.urls) for one in whole.left_out), wanted),
    "annotations": _annotations,
    "layers": _annotations,
    "types": _types,
    "quotes": _quotes,
    "spans": lambda whole, wanted: _equal([list(one) for spans in places(whole) for one in spans], wanted),
    "same_as": lambda whole, suffix: _equal(
        places(whole), places(read_whole(whole.path.with_suffix(suffix)))
    ),
    "relations": _listed("relations"),
    "choices": _listed("choices"),
    "answers": _answers,
    "entities": _entities,
    "people": _people,
    "days": lambda whole, wanted: _equal([_day(one) for one in whole.articles[: len(wanted)]], wanted),
    "every_published": _every("published"),
    "every_lang": _every("lang"),
}
