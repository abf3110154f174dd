"""Records of people and what they teach, for tests of the memory."""

from dataclasses import replace

from annotation.codebook import built_in_codebook, load_codebook
from annotation.detectors import Memory, Setup, lesson_of, teachable_layers
from annotation.records import Annotation, Json, Span, Status, Suggestion

LAYERS = teachable_layers(load_codebook(built_in_codebook()))


def spans(text: str, **quotes: str) -> dict[str, tuple[Span, ...]]:
    """Where each role's words first stand."""
    return {role: (Span(text.index(one), text.index(one) + len(one)),) for role, one in quotes.items()}


def machine(text: str, layer: str, features: dict[str, Json], why: str = "", **quotes: str) -> Annotation:
    """A suggestion as it is stored."""
    return Annotation(
        id="m", article="a", annotator="machine", layer=layer, spans=spans(text, **quotes), why=why,
        features=features, status=Status.SUGGESTED, origin=f"{layer}s/1",
    )  # fmt: skip


def decided(basis: Annotation, status: Status = Status.ACCEPTED, **features: Json) -> Annotation:
    """What a person made of a suggestion."""
    return replace(
        basis, id="p", annotator="p", basis="m", status=status, features={**basis.features, **features}
    )


def own(text: str, layer: str, features: dict[str, Json], **quotes: str) -> Annotation:
    """What a person marked by hand."""
    made = machine(text, layer, features, **quotes)
    return replace(made, id="p", annotator="p", status=Status.ACCEPTED, origin="p")


def taught(memory: Memory, record: Annotation, basis: Annotation | None, text: str, times: int = 1) -> None:
    """Let a memory learn the same decision some times."""
    for _ in range(times):
        memory.learn(lesson_of(record, basis, text, LAYERS[record.layer]))


def heard(text: str, layer: str, features: dict[str, Json], confidence: float | None = None, why: str = "",
          key: str = "k", **quotes: str) -> Suggestion:  # fmt: skip
    """What a detector says."""
    return Suggestion(key=key, layer=layer, spans=spans(text, **quotes), features=features, why=why,
                      confidence=confidence, origin=f"{layer}s/1")  # fmt: skip


def setup(memory: Memory) -> Setup:
    """A setup with the default codebook's layers."""
    return Setup(memory=memory, layers=LAYERS)
