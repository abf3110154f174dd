"""Whether two computers read alike: the versions of Selon, its detectors, its word lists and the models."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from annotation.detectors._language import available_languages
from annotation.detectors._pipeline import choose_package, installed_packages
from annotation.detectors._setup import Setup
from annotation.errors import AnnotationError
from resources import RESOURCES

_CODE = Path(__file__).parent


class VersionsDifferError(AnnotationError):
    """Another computer would find other things in the same article."""


@dataclass(frozen=True, slots=True)
class Versions:
    """What a computer reads with."""

    selon: str
    detectors: str
    """A digest of the detectors' code and of the languages' files."""
    models: tuple[tuple[str, str], ...]
    """(language, name and version of the pipeline that reads it, "" for none)"""


def installed_versions(setup: Setup) -> Versions:
    """What this computer would read with for a project."""
    packages = installed_packages()
    models = []
    for lang in available_languages():
        chosen = setup.choices.pipelines.get(lang, "")
        name = chosen if chosen in packages else choose_package(lang)
        models.append((lang, f"{name}-{packages[name]}" if name else ""))
    return Versions(_selon(), _digest(), tuple(models))


def compare(ours: Versions, theirs: Versions, worker: str) -> None:
    """Nothing where both read alike. Raises VersionsDifferError, which says who differs in what."""
    if theirs.selon != ours.selon:
        raise VersionsDifferError(
            "The worker {worker} has Selon {theirs}, this computer has {ours}: install the same version "
            "there.",
            worker=worker, theirs=theirs.selon, ours=ours.selon,
        )  # fmt: skip
    if theirs.detectors != ours.detectors:
        raise VersionsDifferError(
            "The worker {worker} has other detectors or word lists than this computer: install the same "
            "Selon there.", worker=worker,
        )  # fmt: skip
    for lang, model in ours.models:
        found = dict(theirs.models).get(lang, "")
        if found != model:
            raise VersionsDifferError(
                "The worker {worker} reads “{lang}” with {theirs}, this computer with {ours}: install the "
                "same language models there.",
                worker=worker, lang=lang, theirs=found or "–", ours=model or "–",
            )  # fmt: skip


def _selon() -> str:
    try:
        return version("selon")
    except PackageNotFoundError:
        return "0"


@cache
def _digest() -> str:
    found = hashlib.sha256()
    for path in _files():
        found.update(path.name.encode())
        found.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return found.hexdigest()


def _files() -> Iterable[Path]:
    return sorted([*_CODE.rglob("*.py"), *(RESOURCES / "languages").rglob("*.toml")])
