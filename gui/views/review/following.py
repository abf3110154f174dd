"""What changes of a project mean for the article under review."""

from collections.abc import Sequence

from annotation.adjudication import ASKED, Cluster
from annotation.records import (
    Annotation,
    Annotator,
    Changes,
    CodebookVersion,
    Decision,
    Entity,
    Setting,
)


def concerns(changes: Changes, article: str) -> bool:
    """Whether anything that shows of an article may be otherwise now."""
    asked = f"{ASKED}{article}/"
    return (
        article in changes.articles
        or any(any(changes.of(kind)) for kind in (Entity, Annotator, CodebookVersion))
        or any(change.record.id.startswith(asked) for change in changes.of(Setting))
    )


def decided_about(changes: Changes) -> set[str]:
    """Ids of the records about which decisions were made or taken back, and of the gold records."""
    return {record for change in changes.of(Decision) for record in _records_of(change.record)}


def is_still(before: Cluster, now: Cluster) -> bool:
    """Whether a cluster is as it was, so that what was chosen in it still holds."""
    return (before.id, before.records, before.decision) == (now.id, now.records, now.decision)


def _records_of(record: object) -> Sequence[str]:
    if isinstance(record, Decision):
        return (*record.records, record.gold) if record.gold else record.records
    return (record.id,) if isinstance(record, Annotation) else ()
