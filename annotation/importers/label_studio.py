"""Label Studio JSON and JSON-MIN: tasks with the regions, relations and choices of their annotators."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._marking.labels import load_labels
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._marking.mark import Link, Mark, MarkedText, new_article
from annotation.importers._marking.places import Places, same_words
from annotation.importers._marking.records import to_records
from annotation.importers._marking.rows import Row, first_rows, read_rows
from annotation.importers._marking.shown import Shown, shown
from annotation.importers._tables.articles import describe_article
from annotation.importers._tables.columns import find_columns
from annotation.records import MACHINE, Json, Span, Status

_MIN_KEYS = {"annotation_id", "annotator", "lead_time", "created_at", "updated_at", "id"}
_TEXT = "text"
_SHOWN = {"hypertextlabels", "paragraphlabels"}
"""Kinds of regions in texts that are shown in another form than the data have."""
_TEXT_TYPES = {"labels", "hypertextlabels", "paragraphlabels", "text"}


class LabelStudioImporter:
    """Annotations come in as accepted, predictions as suggestions, choices for the whole text as metadata."""

    name = "label-studio"
    label = "Label Studio"
    extensions = (".json",)
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when the first objects are tasks with data and results."""
        rows = first_rows(file)
        if any(_is_task(row) for row in rows):
            return 0.97
        return 0.9 if any(_is_min_task(row) for row in rows) else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """One article a task that has a text. Raises ImportFailure for a file that holds no tasks."""
        leftovers = Leftovers(file.name)
        labels = load_labels(self.name, file)
        tasks = 0
        for number, row in read_rows(file, leftovers):
            task = _task(row, leftovers)
            tasks += task is not None
            if task and task.text.strip():
                yield to_records(task.marked(file), labels, leftovers, self.name)
            elif task:
                task.count_results()
                leftovers.no_text(number)
        if not tasks:
            raise ImportFailure("“{name}” holds no tasks of Label Studio.", name=file.name)
        yield from leftovers


def _is_task(row: Row) -> bool:
    return isinstance(row.get("data"), dict) and any(
        isinstance(row.get(key), list) for key in ("annotations", "completions", "predictions")
    )


def _is_min_task(row: Row) -> bool:
    return "annotator" in row and bool({"annotation_id", "lead_time"} & row.keys())


def _task(row: Row, leftovers: Leftovers) -> "_Task | None":
    if _is_task(row):
        return _Task(row, row["data"], leftovers)
    return _Task(row, row, leftovers, is_min=True) if _is_min_task(row) else None


@dataclass(slots=True)
class _Task:
    """One task while it is read."""

    row: Row
    data: Mapping[str, Any]
    leftovers: Leftovers
    is_min: bool = False
    text: str = ""
    text_key: str = ""
    shown: Shown | None = None
    marks: list[Mark] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    choices: list[dict[str, Json]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Find the text of the task."""
        self.text_key = _text_key(self.data, list(self._regions()))
        found = self.data.get(self.text_key)
        self.text = found if isinstance(found, str) else ""
        kinds = {str(region.get("type")) for region in self._regions()}
        if kinds & _SHOWN or not self.text:
            self._show()

    def _show(self) -> None:
        """Take a web page or a conversation as the text, where regions stand in one."""
        for key, value in self.data.items():
            if found := shown(value):
                self.text_key, self.text, self.shown = key, found.text, found
                return

    def _regions(self) -> Iterator[Mapping[str, Any]]:
        for work in self._works():
            yield from _dicts(work.get("result"))

    def _works(self) -> Iterator[Mapping[str, Any]]:
        """What annotators and models did."""
        if self.is_min:
            yield _min_work(self.row)
        for key in ("annotations", "completions", "predictions"):
            yield from _dicts(self.row.get(key)) if not self.is_min else ()

    def count_results(self) -> None:
        """Count the results of a task that has no text."""
        for region in self._regions():
            self.leftovers.unreadable(str(region.get("type") or "?"))

    def marked(self, file: SourceFile) -> MarkedText:
        """The task as a marked text."""
        key = str(self.row.get("id") or self.row.get("inner_id") or "")
        for number, work in enumerate(self._works()):
            self._read_work(work, number)
        rest = {name: value for name, value in self.data.items() if name != self.text_key}
        if self.is_min:
            regions = {name for name, value in rest.items() if _min_regions(value)}
            rest = {name: value for name, value in rest.items() if name not in regions | (_MIN_KEYS - {"id"})}
        if self.choices:
            rest["choices"] = self.choices
        meta = self.row.get("meta")
        article = new_article(self.text, ("label-studio", key), source_file=PurePath(file.name).name)
        described = describe_article(article, {**(meta if isinstance(meta, dict) else {}), **rest}, self.text)
        return MarkedText(article=described, text=self.text, marks=tuple(self.marks), links=tuple(self.links))

    def _read_work(self, work: Mapping[str, Any], number: int) -> None:
        if work.get("was_cancelled"):
            self.leftovers.cancelled()
            return
        prediction = "model_version" in work and "completed_by" not in work
        person = MACHINE.name if prediction else _person(work.get("completed_by"))
        origin = f"label-studio/{work.get('model_version') or '?'}" if prediction else ""
        places = Places(self.text, self.leftovers, utf16=True)
        regions = _dicts(work.get("result"))
        merged = _by_id(regions)
        for id_, same in merged.items():
            self._read_region(f"{number}/{id_}", same, places, person, origin, work)
        for region in regions:
            if region.get("type") == "relation":
                ends = (f"{number}/{region.get('from_id')}", f"{number}/{region.get('to_id')}")
                names = region.get("labels")
                for name in names if isinstance(names, list) and names else [""]:
                    self.links.append(Link(label=str(name), source=ends[0], target=ends[1]))

    def _read_region(
        self,
        key: str,
        same: Sequence[Mapping[str, Any]],
        places: Places,
        person: str,
        origin: str,
        work: Mapping[str, Any],
    ) -> None:
        """One region: its labels, and under the same id what else was said about it."""
        value = next((_value(one) for one in same if "start" in _value(one)), None)
        if value is None:
            for one in same:
                self._read_whole(one, person)
            return
        start, end = (
            value.get("globalOffsets", value).get("start"),
            value.get("globalOffsets", value).get("end"),
        )
        quote = value.get("text")
        said = _unescaped(quote) if isinstance(quote, str) else None
        span = self._shown_span(value) if self.shown else places.span(start, end, said)
        if span is None:
            return
        names, features = _labels_of(same)
        score = next((one.get("score") for one in same if isinstance(one.get("score"), int | float)), None)
        for n, name in enumerate(names or [""]):
            self.marks.append(
                Mark(
                    key=key if n == 0 else f"{key}+{n}",
                    label=name,
                    spans=(span,),
                    features=features,
                    annotator=person,
                    status=Status.SUGGESTED if origin else Status.ACCEPTED,
                    origin=origin,
                    confidence=float(score) if origin and score is not None and 0 <= score <= 1 else None,
                    created=str(work.get("created_at") or ""),
                    updated=str(work.get("updated_at") or ""),
                )
            )

    def _shown_span(self, value: Mapping[str, Any]) -> Span | None:
        span = self.shown.span(value) if self.shown else None
        if span is None:
            self.leftovers.other_words(str(value.get("text") or ""))
        return span

    def _read_whole(self, region: Mapping[str, Any], person: str) -> None:
        """What is said about the whole text; boxes and the like have no place in one."""
        kind = str(region.get("type") or "?")
        value = _value(region)
        if kind in ("choices", "taxonomy", "rating", "textarea", "number", "datetime", "pairwise"):
            said = next((value[name] for name in value if name in (kind, "text", "selected")), None)
            self.choices.append(
                {"name": str(region.get("from_name") or kind), "value": said, "annotator": person}
            )
        elif kind != "relation":
            self.leftovers.unreadable(kind)


def _text_key(data: Mapping[str, Any], regions: Sequence[Mapping[str, Any]]) -> str:
    """Which of the data is the text: what the regions quote, else what is called so, else the title."""
    texts = {key: value for key, value in data.items() if isinstance(value, str) and value.strip()}
    quoted = [_value(region) for region in regions if isinstance(_value(region).get("text"), str)]
    for key, text in sorted(texts.items(), key=lambda one: one[0] != _TEXT):
        if any(_quotes(value, text) for value in quoted[:3]):
            return key
    if _TEXT in texts:
        return _TEXT
    columns = find_columns(list(texts), [texts])
    named = columns.by_field.get("text") or columns.by_field.get("title", "")
    targets = [str(region.get("to_name") or "").lstrip("$") for region in regions]
    return next((target for target in targets if target in texts and " " in texts[target]), named)


def _quotes(value: Mapping[str, Any], text: str) -> bool:
    start, end = value.get("start"), value.get("end")
    if not (isinstance(start, int) and isinstance(end, int)):
        return False
    return same_words(text[start:end], _unescaped(str(value["text"]))) and end > start


def _unescaped(quote: str) -> str:
    """The quote with the line breaks that Label Studio writes as backslash and n."""
    return quote.replace("\\n", "\n")


def _dicts(value: object) -> list[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _value(region: Mapping[str, Any]) -> Mapping[str, Any]:
    value = region.get("value")
    return value if isinstance(value, dict) else {}


def _by_id(regions: Sequence[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    found: dict[str, list[Mapping[str, Any]]] = {}
    for number, region in enumerate(regions):
        found.setdefault(str(region.get("id") or f"#{number}"), []).append(region)
    return found


def _labels_of(same: Sequence[Mapping[str, Any]]) -> tuple[list[str], dict[str, Json]]:
    """The labels of a region, and what else was chosen for it, by the name of the control."""
    names: list[str] = []
    features: dict[str, Json] = {}
    for region in same:
        kind, value = str(region.get("type") or ""), _value(region)
        found = value.get("text" if kind == "textarea" else kind)
        if kind in _TEXT_TYPES or (kind.endswith("labels") and isinstance(found, list)):
            names += [str(one) for one in found or ()] if isinstance(found, list) else []
        elif found is not None:
            features[str(region.get("from_name") or kind)] = (
                found[0] if isinstance(found, list) and len(found) == 1 else found
            )
        if isinstance(region.get("meta"), dict) and region["meta"].get("text"):
            features["meta"] = region["meta"]["text"]
    return names, features


def _person(completed_by: object) -> str:
    if isinstance(completed_by, dict):
        full = " ".join(str(completed_by.get(key) or "") for key in ("first_name", "last_name")).strip()
        return full or str(
            completed_by.get("email") or completed_by.get("username") or completed_by.get("id") or ""
        )
    return (
        f"label-studio {completed_by}" if isinstance(completed_by, int | str) and completed_by != "" else ""
    )


def _min_work(row: Row) -> Mapping[str, Any]:
    """The one annotation of a task in JSON-MIN, as in the full format."""
    result: list[Mapping[str, Any]] = []
    for name, value in row.items():
        for number, region in enumerate(_min_regions(value)):
            kind = next((key for key in region if key.endswith("labels")), "labels")
            result.append({"id": f"{name}{number}", "type": kind, "value": region, "from_name": name})
    return {
        "result": result,
        "completed_by": row.get("annotator"),
        **{key: row.get(key) for key in ("created_at", "updated_at")},
    }


def _min_regions(value: object) -> list[Mapping[str, Any]]:
    return [one for one in _dicts(value) if "start" in one and "end" in one]


plug = LabelStudioImporter()
