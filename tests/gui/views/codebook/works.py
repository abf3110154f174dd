"""Workspaces for tests of the codebook editor."""

from annotation.codebook import Draft
from annotation.codebook.differences import compare
from gui.views.codebook.workspace import Workspace
from tests.annotation.codebook.drafts import SMALL

MOOD = ("layer", "mood")
TONE = ("tagset", "tone")


def small(*, editable: bool = True, toml: str = SMALL) -> Workspace:
    """A workspace with the small codebook of the tests."""
    return Workspace(Draft.of(toml), editable=editable)


def told(work: Workspace) -> list[str]:
    """What was changed so far, in words."""
    first, now = work.editing.first, work.draft
    return [str(one.message) for one in compare(first.document, now.document, now.renames)]
