"""The name of a newspaper without the number of its issue."""

import re

_ISSUE = re.compile(
    r"\s*[,;:]?\s*\b(?:no|n[°ºo]|nr|núm|num|nº|issue|vol|volume)\.?\s*\d[\d\s./-]*.*$", re.IGNORECASE
)


def clean_outlet(name: str) -> str:
    """The bare name: "Le Temps" for "Le Temps, no. 5968"; what stands in brackets is part of the name."""
    line = " ".join(name.split())
    return _ISSUE.sub("", line).strip(" ,;:") or line
