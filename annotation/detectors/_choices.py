"""What a project chooses about detection: which detectors run, how sure they must be, which pipelines."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

SETTING = "detection"
"""The key of the project's setting that holds the choices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Every detector runs that is not off; what is less sure than its detector's threshold is dropped."""

    off: frozenset[str] = frozenset()
    """Names of the detectors that do not run."""
    thresholds: Mapping[str, float] = field(default_factory=dict)
    """{name of a detector: least confidence of its suggestions, 0 to 1}; those without one always pass."""
    pipelines: Mapping[str, str] = field(default_factory=dict)
    """{language: name of the installed spaCy package that reads it}; the best one where none is named."""

    @classmethod
    def from_json(cls, value: object) -> Self:
        """The choices that a setting holds; what cannot be understood is as if it were not there."""
        data: Mapping[Any, Any] = value if isinstance(value, Mapping) else {}
        return cls(
            off=frozenset(str(name) for name in _list(data.get("off"))),
            thresholds={str(name): _share(least) for name, least in _table(data.get("thresholds")).items()},
            pipelines={str(lang): str(name) for lang, name in _table(data.get("pipelines")).items()},
        )

    def to_json(self) -> dict[str, Any]:
        """What the setting holds; {} for the choices of a new project."""
        found = {
            "off": sorted(self.off),
            "thresholds": dict(self.thresholds),
            "pipelines": dict(self.pipelines),
        }
        return {key: value for key, value in found.items() if value}

    def passes(self, detector: str, confidence: float | None) -> bool:
        """Whether a suggestion of a detector is sure enough."""
        return confidence is None or confidence >= self.thresholds.get(detector, 0.0)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _table(value: object) -> Mapping[Any, Any]:
    return value if isinstance(value, Mapping) else {}


def _share(value: object) -> float:
    return min(1.0, max(0.0, float(value))) if isinstance(value, int | float) else 0.0
