"""Whether contents are quoted."""

from annotation.detectors._attributions.speech import speech_of
from tests.annotation.detectors.attributions.reader import passage


def test_some_words_in_quotation_marks_make_speech_mixed() -> None:
    here = passage("Le vote « viendra ».")
    assert speech_of(here, ((0, 20),)) == "mixed"
    assert speech_of(here, ((8, 19),)) == "direct"
    assert speech_of(here, ((0, 7),)) == "indirect"
