"""What an importer is: bytes in, articles out, with annotations where the format has them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from annotation.errors import AnnotationError
from annotation.records import Annotation, Annotator, Article, Decision, Entity


class ImportFailure(AnnotationError):
    """A file cannot be read as what it claims to be; nothing of it was imported."""


FIELDS = ("text", "title", "published", "outlet", "authors", "url", "lang", "section", "page", "id")
"""What a column of a table, or a key of an object, can say of an article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table as somebody sees it who chooses which column holds what."""

    file: str
    names: tuple[str, ...]
    rows: tuple[Mapping[str, Any], ...]
    """The first rows, by column."""
    columns: Mapping[str, str]
    """{field of an article: the column that fills it}"""
    kind: str = ""
    """What the table is called, where it is known as one that holds no texts."""

    @property
    def key(self) -> str:
        """The same for every table with these columns, in whatever order and file."""
        return table_key(self.names)


def table_key(names: Iterable[str]) -> str:
    """What tables are told apart by: their columns' names, in whatever order."""
    return "\t".join(sorted(names))


class Hearing:
    """Is told, while a file is read, what of it can be chosen otherwise. This one listens to nothing."""

    def table(self, table: Table) -> None:
        """A table, before its rows are read."""

    def label(self, label: str, meaning: str) -> None:
        """A label of the file, each time it stands there, and what it became, such as "entity.type=PER"."""

    def encoding(self, name: str, guessed: bool) -> None:
        """In which encoding the text of the file is read, and whether that is nothing but a guess."""


NOBODY = Hearing()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """One file to import. `siblings` are small files beside it that the format may want, by name."""

    name: str
    """The path as the user gave it."""
    data: bytes
    siblings: Mapping[str, bytes] = field(default_factory=dict)
    choices: Mapping[str, Any] = field(default_factory=dict)
    """What the user decided about this file.

    "encoding" is a codec's name, "columns" {field: column, or "" for none}, "tables" the same by the key of
    a table, "labels" {label: "entity.type=PER"}, "roles" {layer: role for words without one}.
    """
    hearing: Hearing = NOBODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """One article out of a file. Annotations name annotators by the ids in `annotators`."""

    article: Article
    text: str
    annotations: tuple[Annotation, ...] = ()
    annotators: tuple[Annotator, ...] = ()
    entities: tuple[Entity, ...] = ()
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """Something of a file that was left out, and why in one sentence."""

    file: str
    reason: str
    failed: bool = False
    """Whether the whole file could not be read."""
    urls: tuple[str, ...] = ()
    """Addresses that were left out because the file holds no text for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Detached(Skipped):
    """Records of an article whose text the file leaves out: `reason` says what becomes of them without it."""

    article: str
    """Its id."""
    title: str
    text_sha256: str
    attach: Callable[[Article, str], "Iterable[Imported | Skipped]"]
    """The article with its records, and which are left out and why, given the article and its text."""


class Importer(Protocol):
    """A plug of this room. Its module offers an instance as `plug`."""

    name: str
    label: str
    """What people call the format, in English; translated when shown."""
    extensions: tuple[str, ...]
    """Usual endings with their dot, for file dialogs; the format is found by content."""
    siblings: tuple[str, ...]
    """Names of files beside the imported one that the format reads too.

    {stem} is its name without the ending, {base} what stands before the last underscore of that.
    """

    def recognises(self, file: SourceFile) -> float:
        """How surely the content is of this format: 0 not at all, 1 without a doubt."""

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The articles of the file and what was left out. Raises ImportFailure for a file of another kind."""
