"""The root of all errors that the program expects: each is one plain sentence for the user."""

from annotation.i18n import Message


class AnnotationError(Exception):
    """Something that a person can understand and act on; its text is translated when it is shown."""

    def __init__(self, one: str, **values: object) -> None:
        """Make the error from a translatable sentence and the values of its {names}."""
        self.message = Message(one, values)
        super().__init__(one, values)

    def __str__(self) -> str:
        """The sentence in the user's language."""
        return str(self.message)


class PlugError(AnnotationError):
    """A plug that was asked for does not exist or does not load."""
