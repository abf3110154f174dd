"""A codebook that is being edited, as it is kept with the project until it is applied."""

from annotation.codebook import Draft, Editing, Place
from annotation.codebook.loading import parse_document
from annotation.codebook.tidying import tidy
from annotation.errors import AnnotationError
from annotation.records import Json


def write_draft(editing: Editing) -> Json:
    """The draft as a setting; None where nothing was changed."""
    if not editing.is_changed:
        return None
    draft = editing.draft
    renames: list[Json] = [[list(place), id_] for place, id_ in draft.renames]
    return {"base": editing.first.toml, "toml": draft.toml, "renames": renames}


def read_draft(kept: Json, opened: Draft) -> Draft | None:
    """The draft that was kept, if it was made of the codebook that is in force; sound or not."""
    if not isinstance(kept, dict) or kept.get("base") != opened.toml:
        return None
    toml, renames = kept.get("toml"), kept.get("renames")
    if not isinstance(toml, str) or not isinstance(renames, list):
        return None
    try:
        document = tidy(parse_document(toml))
        found = tuple(_rename(one) for one in renames)
    except (AnnotationError, AttributeError, TypeError, ValueError):  # a file of others may hold anything
        return None
    return Draft(document, found)


def _rename(kept: Json) -> tuple[Place, str]:
    if not isinstance(kept, list) or len(kept) != 2 or not isinstance(kept[0], list):
        raise ValueError("no renamed part")
    return tuple(map(str, kept[0])), str(kept[1])
