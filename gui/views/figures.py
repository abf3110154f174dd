"""What the grammar of figures makes of words that somebody selects."""

from collections.abc import Mapping

from annotation.codebook import Layer
from annotation.detectors import DETECTORS, Document, Paragraph
from annotation.i18n import current_language
from annotation.records import Json, Spans
from resources import RESOURCES

_GRAMMAR = "figures"
_PLAIN = str.maketrans(
    {"\n": " ", "\r": " ", "\t": " ", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2019": "'"}
)


def read_figure(words: str, lang: str, layer: Layer) -> Mapping[str, Json]:
    """The features of the longest figure among the words; {} where there is none, or the layer has none.

    `lang` is the article's language; where there is no grammar for it, that of the window is taken.
    """
    detector = DETECTORS[_GRAMMAR]
    code = next((code for code in (lang, current_language()) if _is_known(code)), "")
    if layer.id not in detector.layers or not code:
        return {}
    paragraph = Paragraph(0, words.translate(_PLAIN))
    document = Document(text=words, lang=code, title="", paragraphs=(paragraph,))
    found = max(detector.detect(document), key=lambda one: _length(one.spans), default=None)
    features = found.features if found else {}
    return {key: value for key, value in features.items() if layer.field(key)}


def _is_known(code: str) -> bool:
    return bool(code) and (RESOURCES / "languages" / code).is_dir()


def _length(spans: Spans) -> int:
    return sum(len(span) for found in spans.values() for span in found)
