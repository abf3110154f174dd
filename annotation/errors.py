"""The root of all errors that the program expects: each is one plain sentence for the user."""

from collections.abc import Callable
from typing import Self, TypeVar

from annotation.i18n import Message

E = TypeVar("E", bound="AnnotationError")


class AnnotationError(Exception):
    """Something that a person can understand and act on; its text is translated when it is shown."""

    def __init__(self, one: str, /, **values: object) -> None:
        """Make the error from a translatable sentence and the values of its {names}."""
        self.message = Message(one, values)
        super().__init__(one, values)

    def __str__(self) -> str:
        """The sentence in the user's language."""
        return str(self.message)

    def __reduce__(self) -> tuple[Callable[..., Self], tuple[type[Self], str, dict[str, object]]]:
        """What pickle keeps: an error of a worker process arrives as itself, its values as plain text."""
        plain: dict[str, object] = {
            name: v if isinstance(v, int | float) else str(v) for name, v in self.message.values.items()
        }
        return _remade, (type(self), self.message.one, plain)


def _remade(kind: type[E], one: str, values: dict[str, object]) -> E:
    error = kind.__new__(kind)  # a class may ask for other arguments than the root does
    AnnotationError.__init__(error, one, **values)
    return error


class PlugError(AnnotationError):
    """A plug that was asked for does not exist or does not load."""
