"""Plain text: one file is one article, and its first short line is taken as the title."""

from collections.abc import Iterator
from pathlib import PurePath

from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.records import Article, derived_id, digest

_TITLE_LENGTH = 200
_NOT_TEXT = {chr(code) for code in range(32)} - set("\t\n\v\f\r\x1b")


class TxtImporter:
    """UTF-8 text, with or without a byte order mark; UTF-16 with one."""

    name = "txt"
    label = "Plain text"
    extensions = (".txt", ".text")
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Low, so that every format with marks of its own comes first."""
        try:
            _decode(file)
        except ImportFailure:
            return 0.05 if file.name.lower().endswith(self.extensions) else 0.0
        return 0.5 if file.name.lower().endswith(self.extensions) else 0.1

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The one article. Raises ImportFailure for an empty file, a binary one, or another encoding."""
        text = _decode(file)
        if not text.strip():
            raise ImportFailure("“{name}” holds no text.", name=file.name)
        title, guessed = _title(text, file.name)
        sha256 = digest(text)
        yield Imported(
            article=Article(
                id=derived_id("txt", PurePath(file.name).name, sha256),
                title=title,
                text_sha256=sha256,
                length=len(text),
                source_file=PurePath(file.name).name,
                metadata={"title_from": guessed},
            ),
            text=text,
        )


def _decode(file: SourceFile) -> str:
    utf16 = file.data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = file.data.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise ImportFailure(
            "“{name}” is not UTF-8 text (byte {place}): save it as UTF-8 and import it again.",
            name=file.name,
            place=error.start,
        ) from error
    if any(char in _NOT_TEXT for char in text):
        raise ImportFailure("“{name}” is a binary file, not text.", name=file.name)
    return text


def _title(text: str, name: str) -> tuple[str, str]:
    """The first line that is not empty if it is short enough for a headline, else the file's name; which."""
    first = next(line.strip() for line in text.splitlines() if line.strip())
    if len(first) <= _TITLE_LENGTH:
        return first, "first line"
    return PurePath(name).stem, "file name"


plug = TxtImporter()
