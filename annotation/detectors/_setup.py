"""All that a project brings to detection: what it chose, and what its researchers' decisions taught."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotation.detectors._choices import Choices
from annotation.detectors._memory import Memory
from annotation.detectors._teaching import Teachable


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """A project's choices and memory. It travels to the workers as it is when it is sent."""

    choices: Choices = field(default_factory=Choices)
    memory: Memory = field(default_factory=Memory)
    layers: Mapping[str, Teachable] = field(default_factory=dict)
    """{layer: what can be learned about its records}; the others are left as they are heard."""
