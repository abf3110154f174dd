"""A folder for each annotator, for formats in which a document is one person's work."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from annotation.exporters._base import Progress
from annotation.exporters._names import FileNames
from annotation.exporters._sheet import Sheet
from annotation.records import Annotation, Reader


class PeopleFolders:
    """Where each annotator's files go, and which were written; one annotator's go to the folder itself."""

    def __init__(self, out: Path, reader: Reader, progress: Progress) -> None:
        """Make the folders of those who have chosen records; `progress` can stop the look at all of them."""
        out.mkdir(parents=True, exist_ok=True)
        people, names = _annotators(reader, progress), FileNames()
        alone = len(people) < 2
        self._of = {
            id_: out if alone else out / names.take(name, "annotator")
            for id_, name in (people or {"": ""}).items()
        }
        self.files: list[Path] = []
        for folder in self._of.values():
            folder.mkdir(exist_ok=True)

    def each(self) -> Iterable[tuple[Path, str]]:
        """Each folder with its annotator's id."""
        return [(folder, person) for person, folder in self._of.items()]

    def write(self, folder: Path, name: str, content: str | bytes) -> None:
        """Write a file; text as UTF-8, as it is."""
        path = folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
        self.files.append(path)


def by_person(sheet: Sheet) -> Mapping[str, list[Annotation]]:
    """The records of an article by the id of their annotator; () for whoever has none."""
    found: defaultdict[str, list[Annotation]] = defaultdict(list)
    for record in sheet.records:
        found[record.annotator].append(record)
    return found


def _annotators(reader: Reader, progress: Progress) -> dict[str, str]:
    """{id: name} of those who have chosen records, in the order of their names."""
    people, total = reader.annotators(), reader.count_articles()
    found: set[str] = set()
    for article in reader.articles():
        progress(0, total)
        found.update(record.annotator for record in reader.annotations(article))
    return {id_: people[id_].name for id_ in sorted(found, key=lambda one: (people[one].name, one))}
