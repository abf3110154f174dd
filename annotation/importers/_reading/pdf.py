"""The pages of a PDF as runs of text, and its properties, by PDFium."""

import ctypes
import importlib
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from annotation.importers._base import ImportFailure, SourceFile
from annotation.importers._reading.pages import Run

Character = tuple[str, float, float, float, float]
"""A letter and the box of its font around it: left, bottom, right, top."""
_PAGES = 5000
_CHARACTERS = 400_000
"""Characters of one page above which it is no page for people."""


def _pdfium() -> ModuleType:
    # PDFium is needed for PDF alone, and takes a while to load.
    return importlib.import_module("pypdfium2")


class Pdf:
    """An open PDF. Raises ImportFailure for one that is damaged or locked."""

    def __init__(self, file: SourceFile) -> None:
        """Open the file from memory; nothing of it is run and no form is filled in."""
        library = _pdfium()
        try:
            self._document: Any = library.PdfDocument(file.data)
        except library.PdfiumError as error:
            raise ImportFailure("“{name}” is damaged or locked by a password.", name=file.name) from error
        self._raw: Any = library.raw

    @property
    def properties(self) -> dict[str, str]:
        """What the document says about itself: Title, Author, CreationDate and others."""
        return {
            key: value.strip() for key, value in self._document.get_metadata_dict().items() if value.strip()
        }

    def pages(self) -> Iterator[tuple[float, list[Run]]]:
        """The height and the runs of each page."""
        for number in range(min(len(self._document), _PAGES)):
            page = self._document[number]
            text = page.get_textpage()
            yield page.get_height(), list(_runs(list(self._characters(text.raw))))
            text.close()
            page.close()

    def close(self) -> None:
        """Free what PDFium holds."""
        self._document.close()

    def _characters(self, text: Any) -> Iterator[Character]:
        """Each character with its box; the ends of lines that PDFium puts in have none."""
        raw = self._raw
        box = raw.FS_RECTF()
        for place in range(min(raw.FPDFText_CountChars(text), _CHARACTERS)):
            code = raw.FPDFText_GetUnicode(text, place)
            if code in {10, 13}:
                yield "\n", 0.0, 0.0, 0.0, 0.0
                continue
            raw.FPDFText_GetLooseCharBox(text, place, ctypes.byref(box))
            yield _letter(code), box.left, box.bottom, box.right, box.top


def _letter(code: int) -> str:
    if code == 2:
        return "-"  # PDFium's mark for a hyphen that divides a word at a line's end
    if code < 32 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF or code in {0xFFFE, 0xFFFF}:
        return ""
    return chr(code)


def _runs(characters: list[Character]) -> Iterator[Run]:
    """Characters that follow each other on a line, each run once: some print bold letters twice."""
    seen: set[tuple[str, int, int]] = set()
    group: list[Character] = []
    for character in [*characters, ("\n", 0.0, 0.0, 0.0, 0.0)]:
        if group and _parts(group[-1], character):
            run = _run(group)
            key = (run.text, round(run.left / 2), round(run.bottom / 2)) if run else None
            if run and key and key not in seen:
                seen.add(key)
                yield run
            group = []
        if character[0] and character[0] != "\n":
            group.append(character)


def _parts(last: Character, new: Character) -> bool:
    """Whether a character begins another run: on another line, or far from the last one."""
    letter, left, bottom, _right, top = new
    if letter == "\n":
        return True
    if letter.isspace() or last[0].isspace() or not letter:
        return left - last[3] > 3 * max(last[4] - last[2], 6.0) or left < last[1] - 30
    height = max(min(top - bottom, last[4] - last[2]), 1.0)
    apart = abs((top + bottom) - (last[4] + last[2])) > height
    return apart or left - last[3] > 2 * max(height, 5.0) or left < last[1] - 10 * height


def _run(group: list[Character]) -> Run | None:
    said = [character for character in group if not character[0].isspace()]
    if not said:
        return None
    return Run(
        "".join(character[0] for character in group).strip(),
        min(character[1] for character in said),
        min(character[2] for character in said),
        max(character[3] for character in said),
        max(character[4] for character in said),
    )
