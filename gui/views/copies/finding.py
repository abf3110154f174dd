"""Finding and marking copies in the background; where it stops, nothing is marked."""

from functools import partial

from annotation.operations.bulk import do_in_parts
from annotation.operations.duplicates import Copies, NameCopies, find_copies, renamed_copies
from annotation.project import Operation
from gui.door import SessionDoor
from gui.tasks import Progress
from gui.views.copies.parts import all_or_nothing


def find_and_mark(door: SessionDoor, threshold: float, me: str, progress: Progress) -> Copies:
    """What was found; it is marked, in as many parts as `door.entries` has then."""
    found = find_copies(door, threshold, progress.report)
    groups = [group.articles for group in found.groups]
    names = door.ask(partial(renamed_copies, groups=groups))

    def make(part: list[str]) -> Operation:
        return NameCopies(names={id_: names[id_] for id_ in part}, actor=me)

    all_or_nothing(
        door, me, lambda: do_in_parts(door, lambda part: make(list(part)), list(names), progress.report)
    )
    return found
