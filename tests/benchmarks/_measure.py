"""What every benchmark measures with, and what it hands to run.py."""

import gc
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Protocol

Samples = Sequence[float]
"""Seconds, one for every run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """One line of the answer. `ratio` is this median divided by that of the baseline: below 1 is faster."""

    benchmark: str
    size: str
    metric: str
    unit: str
    median: float
    p99: float
    runs: int
    baseline: str | None = None
    ratio: float | None = None

    def as_json(self) -> str:
        """The measurement as one line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)

    def as_text(self) -> str:
        """The measurement as a line to read."""
        compared = f"{self.ratio:.3f} of {self.baseline}" if self.ratio is not None else ""
        name = f"{self.benchmark}, {self.size}: {self.metric}"
        found = f"{self.median:9.2f} {self.unit}   p99 {self.p99:9.2f}   {self.runs:4} runs"
        return f"{name:<64} {found}   {compared}".rstrip()


class Benchmark(Protocol):
    """A module of tests/benchmarks whose name has no underscore in front; it is run by that name."""

    def run(self, *, quick: bool) -> Iterator[Measurement]:
        """Measure; with `quick` only the smallest size, a few times, to see that it works."""


def times(
    action: Callable[[], object], runs: int, *, before: Callable[[], object] | None = None
) -> list[float]:
    """How long `action` took, in seconds, each time; `before` is called before each and not measured."""
    gc.collect()  # what others left behind is not ours to clear away
    found = []
    for _ in range(runs):
        if before:
            before()
        start = time.perf_counter()
        action()
        found.append(time.perf_counter() - start)
    return found


def milliseconds(
    benchmark: str,
    size: str,
    metric: str,
    samples: Samples,
    *,
    baseline: tuple[str, Samples] | None = None,
) -> Measurement:
    """A measurement of times, compared with those of a baseline of the same run if there is one."""
    middle = median(samples)
    return Measurement(
        benchmark=benchmark,
        size=size,
        metric=metric,
        unit="ms",
        median=round(middle * 1000, 3),
        p99=round(percentile(samples, 0.99) * 1000, 3),
        runs=len(samples),
        baseline=baseline[0] if baseline else None,
        ratio=round(middle / median(baseline[1]), 4) if baseline else None,
    )


def percentile(samples: Samples, share: float) -> float:
    """The least sample that is at least as large as this share of all of them."""
    ordered = sorted(samples)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
