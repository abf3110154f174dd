"""How long detection takes beside the bare language model on the same articles, in one run."""

from collections.abc import Iterator
from functools import cache, partial

from annotation.detectors import analyse
from annotation.detectors._pipeline import Pipeline, load_pipeline
from annotation.detectors._text import split_paragraphs
from tests.benchmarks._measure import Measurement, milliseconds, times

NAME = "detection"
_TEXT = """\
Le conseil régional a voté jeudi un plan de 120 millions d’euros pour les trains du quotidien, a annoncé sa
présidente, Hélène Garnier. « Nous voulons deux fois plus de départs d’ici à 2030 », a-t-elle expliqué devant
la presse à Limoges.

Selon l’association des usagers, près de 40 % des trains sont arrivés en retard l’an dernier. L’exploitant
assure que la situation s’améliore et conteste ces chiffres, qu’il juge dépassés.

L’opposition accuse la majorité d’avoir caché un rapport rendu en mars. Plusieurs élus, dont Paul Lemaire,
réclament une enquête ; la région dément et renvoie à ses comptes, publiés le 12 mai 2024."""
_PARAGRAPHS = tuple(part.replace("\n", " ") for part in _TEXT.split("\n\n"))


@cache
def _article(paragraphs: int) -> str:
    return "\n\n".join(_PARAGRAPHS[number % len(_PARAGRAPHS)] for number in range(paragraphs))


def run(*, quick: bool) -> Iterator[Measurement]:
    """Times for an ordinary and a long article; nothing where no French model is installed."""
    pipeline = load_pipeline("fr")
    if pipeline is None:
        return
    for paragraphs in (6,) if quick else (6, 60):
        text, runs = _article(paragraphs), 2 if quick else 12
        analyse(text, lang="fr")
        bare = times(partial(_parse, pipeline, text), runs)
        ours = times(partial(analyse, text, lang="fr"), runs)
        size = f"{len(text)} characters"
        yield milliseconds(NAME, size, "all detectors", ours, baseline=("the bare language model", bare))


def _parse(pipeline: Pipeline, text: str) -> None:
    for _ in pipeline.parse(split_paragraphs(text)):
        pass
