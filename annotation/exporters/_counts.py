"""What an export holds, counted while it is written: for whoever describes it."""

from collections import Counter

from annotation.codebook import Codebook
from annotation.exporters._sheet import Sheet

_MOST = 40
"""Values of a field that are counted apart: a field with more of them has no tagset to speak of."""


class Counts:
    """Articles, records by layer, status, annotator, and the values of fields with tags."""

    def __init__(self, codebook: Codebook) -> None:
        """Begin with nothing."""
        self.codebook = codebook
        self.articles = 0
        self.records = 0
        self.languages: Counter[str] = Counter()
        self.outlets: Counter[str] = Counter()
        self.layers: Counter[str] = Counter()
        self.statuses: Counter[str] = Counter()
        self.people: Counter[str] = Counter()
        self.origins: Counter[str] = Counter()
        self.values: dict[tuple[str, str], Counter[str]] = {
            (layer.id, one.id): Counter()
            for layer in codebook.layers
            for one in layer.fields
            if 0 < len(one.tags) <= _MOST
        }
        self.days: list[str] = []
        """The first and the last day on which an article appeared."""
        self._tagged = {layer.id: [one.id for one in layer.fields if (layer.id, one.id) in self.values]
                        for layer in codebook.layers}  # fmt: skip

    def add(self, sheet: Sheet) -> None:
        """Count an article with its records."""
        self.articles += 1
        self.records += len(sheet.records)
        self.languages[sheet.article.lang] += 1
        self.outlets[sheet.article.outlet or ""] += 1
        if sheet.article.published:
            day = sheet.article.published[:10]
            self.days = [min([*self.days, day]), max([*self.days, day])]
        for record in sheet.records:
            self.layers[record.layer] += 1
            self.statuses[record.status.value] += 1
            self.people[sheet.book.annotator(record)] += 1
            for field in self._tagged.get(record.layer, ()):
                if isinstance(value := record.features.get(field), str):
                    self.values[record.layer, field][value] += 1
