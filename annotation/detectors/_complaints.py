"""What goes wrong with articles, told to the log once for each kind, and then how often it came again.

A detector that fails does so in every article: a hundred thousand traces would hide each other.
"""

import logging
import traceback
from collections import Counter

_LOG = logging.getLogger("annotation.detectors")
_TOLD: Counter[tuple[str, str, str, int]] = Counter()
"""{(who failed, what the error is, in which file and line): how often in this process}"""


def complain(who: str, error: Exception) -> None:
    """Log a failure with its trace where it is the first of its kind, else its number if that is round."""
    places = traceback.extract_tb(error.__traceback__)[-1:]
    file, line = (places[0].filename, places[0].lineno or 0) if places else ("", 0)
    kind = (who, type(error).__name__, file, line)
    _TOLD[kind] += 1
    if _TOLD[kind] == 1:
        _LOG.error("%s failed", who, exc_info=error)
    elif _is_round(_TOLD[kind]):
        _LOG.error("%s failed in the same way for the %dth time: %s", who, _TOLD[kind], type(error).__name__)


def _is_round(number: int) -> bool:
    """Whether a number is a power of ten."""
    return str(number).rstrip("0") == "1"
