"""All that a project brings to detection: what it chose, and what its researchers' decisions taught."""

from dataclasses import dataclass, field

from annotation.detectors._choices import Choices
from annotation.detectors._memory import Memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """A project's choices and memory. It travels to the workers as it is when it is sent."""

    choices: Choices = field(default_factory=Choices)
    memory: Memory = field(default_factory=Memory)
