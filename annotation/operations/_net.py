"""What several operations come to together: records as they were before the first and are after the last."""

from collections.abc import Iterable

from annotation.project import Missing, ProjectReader
from annotation.records import MACHINE, Annotation, Article, Changes, Record


class Net:
    """Annotations before and after some steps, the last of which is how the project is now."""

    def __init__(self, reader: ProjectReader, steps: Iterable[Changes]) -> None:
        self._reader = reader
        self._before: dict[str, Record | None] = {}
        self._after: dict[str, Record | None] = {}
        self._articles: dict[str, Article] = {}
        self._texts: dict[str, str] = {}
        for change in (change for step in steps for change in step.items):
            record = change.record
            if isinstance(record, Article):
                self._articles[record.id] = record
            elif isinstance(record, Annotation):
                self._before.setdefault(record.id, change.before)
                self._after[record.id] = change.after

    @property
    def changed(self) -> dict[str, Annotation]:
        """The annotations that changed, by id, as they are now or were last."""
        both = {id_: self._after[id_] or self._before[id_] for id_ in self._before}
        return {id_: record for id_, record in both.items() if isinstance(record, Annotation)}

    def before(self, id_: str) -> Annotation | None:
        """An annotation as it was before the first step."""
        return self._at(self._before, id_)

    def after(self, id_: str) -> Annotation | None:
        """An annotation as it is now."""
        return self._at(self._after, id_)

    def basis_before(self, record: Annotation) -> Annotation | None:
        """The suggestion that a record was made from, as it was before the first step."""
        return _suggestion(self.before(record.basis) if record.basis else None)

    def basis_after(self, record: Annotation) -> Annotation | None:
        """The suggestion that a record was made from, as it is now."""
        return _suggestion(self.after(record.basis) if record.basis else None)

    def text(self, article: str) -> str:
        """The frozen text of an article, also of a removed one. Raises Missing where it is not known."""
        if article not in self._texts:
            found = self._reader.find(Article, article) or self._articles.get(article)
            if found is None:
                raise Missing("The project no longer has the article “{id}”.", id=article)
            self._texts[article] = self._reader.text(found)
        return self._texts[article]

    def _at(self, records: dict[str, Record | None], id_: str) -> Annotation | None:
        found = records[id_] if id_ in records else self._reader.find(Annotation, id_)
        return found if isinstance(found, Annotation) else None


def _suggestion(record: Annotation | None) -> Annotation | None:
    return record if record is not None and record.annotator == MACHINE.id else None
