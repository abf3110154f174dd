"""What Krippendorff's two alphas of a continuum share: intersections met, and those expected by chance."""

from abc import abstractmethod
from collections import Counter
from collections.abc import Hashable, Sequence

from annotation.measures._base import Counts, Row, Units
from annotation.measures._continuum import Said, Stretch, parted, side_by_side
from annotation.measures._tallied import USED, Tallied, used_units

CITATION = (
    "Krippendorff, K., Mathet, Y., Bouvry, S. & Widlöcher, A. (2016). On the reliability of unitizing "
    "textual continua: Further developments. Quality & Quantity 50(6), 2347–2364."
)
MET, ITSELF = "met", "itself"


class UnitizingAlpha(Tallied):
    """1 − observed / expected disagreement, by the lengths in which what annotators say intersects."""

    @abstractmethod
    def compared(self, said: Counter[Said]) -> Counter[Said]:
        """What of a stretch is compared: how many annotators say what."""

    @abstractmethod
    def itself(self, parts: Sequence[Sequence[Stretch]], length: int) -> Counter[Said]:
        """The pairs of code points that chance cannot bring together, as they are of one unit."""

    def count(self, units: Units, article: str, people: Sequence[str], rows: Sequence[Row]) -> Counts:
        """The lengths in which each two things said meet, and what each would meet of itself."""
        length = units.lengths.get(article, 0)
        parts = [parted(rows, who, units.feature) for who in people]
        met: Counter[tuple[Hashable, ...]] = Counter()
        for everything, times in side_by_side(parts, length):
            said = self.compared(everything)
            for one, number in said.items():
                for other, more in said.items():
                    pairs = number * (more - (one == other))
                    if pairs:
                        met[MET, one, other] += pairs * times
        found: dict[tuple[Hashable, ...], float] = {USED: used_units(rows, people)}
        found.update({key: number / (len(people) - 1) for key, number in met.items()})
        found.update({(ITSELF, said): number for said, number in self.itself(parts, length).items()})
        return found

    def value(self, counts: Counts) -> float | None:
        """1 for perfect agreement, 0 for chance; None where nothing can differ."""
        margins: dict[Hashable, float] = {}
        same = 0.0
        for key, number in counts.items():
            if key[0] == MET:
                margins[key[1]] = margins.get(key[1], 0.0) + number
                same += number if key[1] == key[2] else 0.0
        total = sum(margins.values())
        itself = {key[1]: number for key, number in counts.items() if key[0] == ITSELF}
        possible = total**2 - sum(itself.values())
        if possible <= 0:
            return None
        together = sum(length**2 - itself.get(said, 0.0) for said, length in margins.items())
        expected = total * (1 - together / possible)
        return 1 - (total - same) / expected if expected > 1e-9 else None
