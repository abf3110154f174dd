"""People as commands name them."""

from collections.abc import Sequence

from annotation.errors import AnnotationError
from annotation.operations.blinding import names_in
from annotation.project import ProjectReader
from annotation.records import AnnotatorKind


class NobodyOfThatName(AnnotationError):
    """The project has no annotator of that name."""


def people_called(reader: ProjectReader, names: Sequence[str]) -> tuple[str, ...]:
    """The ids of the people with these names, in any letters. Raises NobodyOfThatName."""
    everyone = [one for one in reader.annotators().values() if one.kind is AnnotatorKind.PERSON]
    letters = names_in(reader)
    known = {letters[one.id].casefold(): one.id for one in everyone}
    known |= {one.name.casefold(): one.id for one in everyone} | {one.id: one.id for one in everyone}
    if names and not everyone:
        raise NobodyOfThatName("The project has no annotators yet: pack or import somebody’s work first.")
    for name in names:
        if name.casefold() not in known and name not in known:
            raise NobodyOfThatName("The project has no annotator “{name}”: choose one of {known}.",
                                   name=name, known=", ".join(one.name for one in everyone))  # fmt: skip
    return tuple(known.get(name.casefold()) or known[name] for name in names)
