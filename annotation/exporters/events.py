"""The list of events that networks are made of: one row a stance or attribution, in the order of time.

For relational event models and for tables of one’s own. It holds what a network can be made of: other fields,
notes and layers are left out.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from annotation.exporters._base import Choice, Option, Options, Progress, Report
from annotation.exporters._losses import Losses
from annotation.exporters._networks.events import SOURCE, STANCE, Event, gather_events
from annotation.exporters._networks.options import EVENT_OPTIONS, read_plan
from annotation.exporters._networks.selecting import select_by_article, select_by_value
from annotation.records import Reader

_LAYERS = {"stances": (STANCE,), "attributions": (SOURCE,), "both": (STANCE, SOURCE)}
_HEADER = ("id", "layer", "time", "article", "title", "outlet", "authors", "section", "actor", "actor_type",
           "concept", "target", "target_type", "polarity", "intensity", "annotator", "words")  # fmt: skip


class EventsExporter:
    """Writes one table."""

    name = "events"
    label = "List of events"
    extension = ".csv"
    options = (
        Option(
            name="of",
            label="Events",
            default="both",
            choices=(
                Choice(value="both", label="Stances and attributions"),
                Choice(value="stances", label="Stances"),
                Choice(value="attributions", label="Attributions"),
            ),
        ),
        *EVENT_OPTIONS,
    )

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write each stance and attribution that was chosen, complete or not."""
        plan, losses = read_plan(options), Losses()
        gathered = gather_events(reader, progress, plan, _LAYERS[options["of"]], losses, quoted=True)
        events = select_by_value(select_by_article(gathered.events, plan, losses), plan, None, losses)
        place = out if out.suffix == self.extension else out / "events.csv"
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(_HEADER)
            writer.writerows(list(_cells(event)) for event in events)
        return Report(
            files=(place,), articles=gathered.articles, annotations=len(events), losses=losses.report()
        )


def _cells(event: Event) -> Iterator[str]:
    actor, target = event.actor, event.target
    yield from (event.id, event.layer, event.published, event.article, event.title, event.outlet)
    yield from ("; ".join(event.authors), event.section)
    yield from (actor.name, actor.type) if actor else ("", "")
    yield event.concept
    yield from (target.name, target.type) if target else ("", "")
    yield from (event.polarity, event.intensity, event.annotator, event.words)


plug = EventsExporter()
