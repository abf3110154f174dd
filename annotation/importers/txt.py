"""Plain text: one file is one article, and its first short line is taken as the title."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._reading.encoding import GUESS, Decoded, decode_file
from annotation.importers._reading.sniffing import head
from annotation.records import Article, derived_id, digest

_TITLE_LENGTH = 200
_NOT_TEXT = bytes({*range(0x20)} - {*b"\t\n\v\f\r\x1b"})
_MARKUP = ("<?xml", "<!doctype", "<html")


class TxtImporter:
    """Text in UTF-8 or with a byte order mark, and in any encoding that the user names; kept as it is.

    Where nothing says the encoding, the refusal names a guess; `choices["encoding"] = "guess"` takes it.
    """

    name = "txt"
    label = "Plain text"
    extensions = (".txt", ".text")
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Low, so that every format with marks of its own comes first."""
        named = file.name.lower().endswith(self.extensions)
        if file.data.startswith(b"PK\x03\x04"):
            return 0.05 if named else 0.0
        text = head(file)
        if _is_binary(text) and _is_binary(decode_file(file).text):
            return 0.05 if named else 0.0
        if text[:99].lstrip("\ufeff \r\n\t").startswith(_MARKUP):
            return 0.05 if named else 0.0
        return 0.5 if named else 0.1

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The one article. Raises ImportFailure for an empty file, a binary one, and an unknown encoding."""
        decoded = decode_file(file)
        text = decoded.text
        if _is_binary(text):
            raise ImportFailure("“{name}” is a binary file, not text.", name=file.name)
        if decoded.guessed and file.choices.get("encoding") != GUESS:
            raise ImportFailure(
                "“{name}” is not UTF-8 text: save it as UTF-8, or import it with its own encoding, "
                "which may be {encoding} (--encoding {encoding}).",
                name=file.name,
                encoding=decoded.encoding,
            )
        if not text.strip():
            raise ImportFailure("“{name}” holds no text.", name=file.name)
        title, title_from = _title(text, file.name)
        sha256 = digest(text)
        yield Imported(
            article=Article(
                id=derived_id("txt", PurePath(file.name).name, sha256),
                title=title,
                text_sha256=sha256,
                length=len(text),
                source_file=PurePath(file.name).name,
                metadata=_metadata(title_from, decoded),
            ),
            text=text,
        )


def _is_binary(text: str) -> bool:
    """Whether there are characters that no text holds; bytes are searched many times as quickly."""
    encoded = text.encode("utf-8", "surrogatepass")
    return len(encoded.translate(None, _NOT_TEXT)) < len(encoded)


def _metadata(title_from: str, decoded: Decoded) -> dict[str, Any]:
    """Where the title is from, and the encoding where the file does not show it."""
    found: dict[str, Any] = {"title_from": title_from, "guessed": ["title"]}
    return {**found, "encoding": decoded.encoding} if decoded.guessed else found


def _title(text: str, name: str) -> tuple[str, str]:
    """The first line that is not empty if it is short enough for a headline, else the file's name; which."""
    first = next(line.strip() for line in text.splitlines() if line.strip())
    if len(first) <= _TITLE_LENGTH:
        return first, "first line"
    return PurePath(name).stem, "file name"


plug = TxtImporter()
