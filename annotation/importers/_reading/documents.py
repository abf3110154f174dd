"""What single documents have in common: a title, stated or guessed, and their paragraphs."""

import re
from collections.abc import Sequence
from pathlib import PurePath

from annotation.importers._base import SourceFile
from annotation.importers._reading.draft import Draft
from annotation.importers._reading.paragraphs import text_of

_NO_TITLE = re.compile(
    r"^(?:untitled|sans titre|ohne titel|unbenannt|sin título|senza titolo|document ?\d*|microsoft word\b.*|"
    r"doc\d+|.*\.(?:docx?|odt|rtf|indd|qxd|pdf|tex|pmd|xlsx?|pptx?))$",
    re.IGNORECASE,
)
_TITLE_LENGTH = 200


def document(file: SourceFile, paragraphs: Sequence[str], stated: str = "", likely: str = "") -> Draft:
    """The draft of a document that is one article.

    Its title is what its properties state when that says something, else what looks like one (`likely`), else
    its first short line, else the file's name; all but the first are marked as guesses.
    """
    draft = Draft(text=text_of(paragraphs), own_id=PurePath(file.name).name)
    stated = " ".join(stated.split())
    if stated and not _NO_TITLE.match(stated):
        draft.title = stated
    else:
        draft.title, draft.guessed = likely or _first_line(draft.text) or PurePath(file.name).stem, ["title"]
    return draft


def _first_line(text: str) -> str:
    line = next((line.strip() for line in text.split("\n") if line.strip()), "")
    return line if len(line) <= _TITLE_LENGTH else ""
