"""Typed rows with lists and objects inside them: what a column holds, said once for every typed format.

A shape is "string", "int64", "float64" or "bool", a list of one shape, or an object of named shapes.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Shape = str | list["Shape"] | dict[str, "Shape"]


@dataclass(frozen=True, slots=True)
class Typed:
    """A column with its shape."""

    name: str
    shape: Shape


def distinct_names(names: Iterable[str], taken: Iterable[str] = ()) -> Iterator[str]:
    """Each name, with underscores after it where it was there before, or is among `taken`."""
    seen = set(taken)
    for name in names:
        own = name
        while own in seen:
            own += "_"
        seen.add(own)
        yield own


def feature(name: str, shape: Shape) -> dict[str, Any]:
    """The column as the header of a dataset card on Hugging Face describes it."""
    described: dict[str, Any] = {"name": name} if name else {}
    if isinstance(shape, str):
        return {**described, "dtype": shape}
    if isinstance(shape, dict):
        return {**described, "struct": features(shape)}
    (inner,) = shape
    held = (
        features(inner)
        if isinstance(inner, dict)
        else inner
        if isinstance(inner, str)
        else feature("", inner)
    )
    return {**described, "list": held}


def features(shapes: Mapping[str, Shape]) -> list[dict[str, Any]]:
    """The same of several columns."""
    return [feature(name, shape) for name, shape in shapes.items()]
