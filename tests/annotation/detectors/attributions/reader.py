"""A paragraph ready for the rules of attribution."""

from annotation.detectors._attributions.lexicon import load_cues
from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.record import Chars
from annotation.detectors._attributions.verbs import VerbGroup
from annotation.detectors._language import load_language
from annotation.detectors._pipeline import load_pipeline
from annotation.detectors._text import prepare


def passage(text: str, code: str = "fr", *, parse: bool = False) -> Passage:
    """The passage of a text, parsed where that is asked for and a model is installed."""
    ready = prepare(text)
    pipeline = load_pipeline(code) if parse else None
    return Passage(ready, load_language(code), load_cues(code), pipeline.nlp(ready) if pipeline else None)


def group(here: Passage, fold: str) -> VerbGroup:
    """The verb of a passage whose form is looked up as `fold`."""
    return here.groups[here.folds.index(fold)]


def words(here: Passage, *stretches: Chars | None) -> list[str]:
    """What stretches of a passage hold."""
    return [here.text[stretch[0] : stretch[1]] for stretch in stretches if stretch]
