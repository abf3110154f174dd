"""An expected error is one sentence, in the language of whoever reads it, wherever it was raised."""

import pickle
from pathlib import Path

import pytest

from annotation.errors import AnnotationError, PlugError
from annotation.project import ProjectLocked


class WithoutArguments(AnnotationError):
    """An error that is made in its own way."""

    def __init__(self) -> None:
        super().__init__("The {thing} is gone.", thing="file")


def test_an_error_reads_as_its_sentence() -> None:
    error = AnnotationError("“{path}” is empty.", path=Path("a.txt"))
    assert str(error) == "“a.txt” is empty."
    assert error.message.values == {"path": Path("a.txt")}


def test_values_may_have_any_name() -> None:
    assert str(AnnotationError("{one} {self} {text}", one=1, self=2, text=3)) == "1 2 3"


@pytest.mark.parametrize(
    "error",
    [
        PlugError("There is no “{name}”.", name="x"),
        ProjectLocked("“{name}” is open ({reason}, {n}).", name="p", reason=OSError(5, "no"), n=3),
        WithoutArguments(),
    ],
)
def test_an_error_of_a_worker_process_arrives_as_itself(error: AnnotationError) -> None:
    arrived = pickle.loads(pickle.dumps(error))
    assert type(arrived) is type(error)
    assert str(arrived) == str(error)
    assert isinstance(arrived, AnnotationError)
