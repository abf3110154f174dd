"""What the alphas of ordered values share: only numbers count, and tags that are called by one."""

from collections.abc import Hashable, Sequence

from annotation.i18n import Message
from annotation.measures._base import Counts, Units
from annotation.measures._coincidence import AlphaOfScale
from annotation.measures._tallied import ONE_VALUE, USED
from annotation.measures._values import number_of
from annotation.records import Json

NO_NUMBERS = Message("No record has two values that are numbers, so they have no order to compare.")


class AlphaOfNumbers(AlphaOfScale):
    """An alpha of numbers; a field left blank, or a word, has no place on its scale and is left out."""

    def admitted(self, values: Sequence[Json]) -> list[Hashable]:
        """Those that are numbers."""
        return [number for value in values if (number := number_of(value)) is not None]

    def undefined(self, units: Units, counts: Counts) -> Message:
        """Nothing has two numbers, or everybody gave the same one."""
        return ONE_VALUE if counts.get(USED) else NO_NUMBERS
