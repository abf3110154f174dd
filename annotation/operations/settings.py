"""Project-wide choices."""

from dataclasses import dataclass

from annotation.i18n import Message
from annotation.project import Writer
from annotation.records import Json, Setting

CODEBOOK_DRAFT = "codebook-draft"
"""The setting that holds a codebook that is being edited, until it is applied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSetting:
    """Set one choice that travels with the project."""

    key: str
    value: Json
    actor: str = ""

    @property
    def title(self) -> Message:
        """Which setting."""
        return Message("Change the setting {key}", {"key": self.key})

    def apply(self, writer: Writer) -> None:
        """Store it."""
        writer.put(Setting(id=self.key, value=self.value))
