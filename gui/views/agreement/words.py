"""How coefficients, layers, values and costs read."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QLocale

from annotation.agreement import Question
from annotation.agreement.crossing import ABSENT, OTHERS, Crossing
from annotation.codebook import Codebook
from annotation.fields import Field, kind_of
from annotation.i18n import Message, _, ngettext
from annotation.measures import MEASURES
from gui.models.agreement_findings import FindingRow, FindingWords
from gui.views.agreement.study import Key, Study
from gui.widgets.dates import number_words

NONE = "–"


def coefficient_words(value: float | None, digits: int = 3) -> str:
    """A coefficient in the digits of the language; a dash where there is none."""
    return NONE if value is None else str(QLocale().toString(value, "f", digits))


def interval_words(low: float | None, high: float | None) -> str:
    """The ends of an interval; "" where there is none."""
    return f"{coefficient_words(low, 2)} … {coefficient_words(high, 2)}" if low is not None else ""


def used_words(used: int, total: int) -> str:
    """How many units went into a value, of how many."""
    return f"{number_words(used)}/{number_words(total)}"


def layer_words(codebook: Codebook, layer: str) -> str:
    """What a layer is called."""
    known = codebook.layer(layer)
    return known.text if known else layer


def field_of(codebook: Codebook, question: Question) -> Field | None:
    """The field that is asked about; None for the spans themselves."""
    layer = codebook.layer(question[0])
    return layer.field(question[1]) if layer and question[1] else None


def field_words(codebook: Codebook, question: Question) -> str:
    """What a field is called, or that it is about the spans."""
    field = field_of(codebook, question)
    return field.text if field else question[1] or _("Words")


def measure_words(name: str) -> str:
    """What a measure is called; its name where there is no such measure any more."""
    return _(MEASURES[name].label) if name in MEASURES else name


_SHORT: Mapping[str, Message] = {
    "alpha-interval": Message("α interval"),
    "alpha-nominal": Message("α nominal"),
    "alpha-ordinal": Message("α ordinal"),
    "cu-alpha": Message("cu-α"),
    "f1-exact": Message("F1 exact"),
    "f1-overlap": Message("F1 overlap"),
    "gamma": Message("γ"),
    "gamma-cat": Message("γ-cat"),
    "holsti": Message("Holsti"),
    "kappa-cohen": Message("κ Cohen"),
    "kappa-fleiss": Message("κ Fleiss"),
    "percent": Message("Percent"),
    "u-alpha": Message("u-α"),
}


def short_measure_words(name: str) -> str:
    """What a measure is called where there is little room; those of plugs from elsewhere have their label."""
    return str(_SHORT[name]) if name in _SHORT else measure_words(name)


def cost_words(seconds: float) -> str:
    """About how long something takes."""
    if seconds < 60:
        return ngettext("about one second", "about {n} seconds", max(1, round(seconds / 5) * 5))
    return ngettext("about one minute", "about {n} minutes", round(seconds / 60))


def rows_of(study: Study) -> list[FindingRow]:
    """The coefficients of a study in words, question by question, the usual measure of each first.

    Of layers of which nobody marked anything one row says so, unless such a layer was asked for by itself.
    """
    codebook, tables = study.codebook, study.material.tables
    keys: Iterable[Key] = (
        key
        for key in (*study.findings, *study.waiting)
        if study.wish.layer or key[0][1] is None or tables[key[0]].total
    )
    order = {question: place for place, question in enumerate(tables)}
    return [
        FindingRow(
            question=key[0],
            measure=key[1],
            layer=layer_words(codebook, key[0][0]),
            field=field_words(codebook, key[0]),
            label=short_measure_words(key[1]),
            finding=study.findings.get(key),
            seconds=study.waiting.get(key, 0.0),
        )
        for key in sorted(keys, key=lambda key: order[key[0]])
    ]


def finding_words() -> FindingWords:
    """How the parts of a coefficient read."""
    return FindingWords(value=_value, interval=_interval, used=_used, whole=_whole)


def _value(row: FindingRow) -> str:
    return coefficient_words(row.finding.value) if row.finding else "…"


def _interval(row: FindingRow) -> str:
    if row.finding is None:
        return _("not computed: {cost}", cost=cost_words(row.seconds))
    if row.finding.value is None:
        return str(row.finding.note or "")
    return interval_words(row.finding.low, row.finding.high)


def _used(row: FindingRow) -> str:
    return used_words(row.finding.used, row.finding.total) if row.finding else ""


def _whole(row: FindingRow) -> str:
    value = _("{who}: {said}", who=measure_words(row.measure), said=_value(row))
    first = f"{row.layer} · {row.field}\n{value}"
    if row.finding is None:
        return f"{first}\n{_interval(row)}"
    of = _("{used} of {total} records went into it.", used=number_words(row.finding.used),
           total=number_words(row.finding.total))  # fmt: skip
    ends = interval_words(row.finding.low, row.finding.high)
    said = _("95 % interval: {ends}", ends=ends) if ends else str(row.finding.note or "")
    return "\n".join(part for part in (first, said, of) if part)


def value_words(value: str, field: Field | None, names: Mapping[str, str], folded: int = 0) -> str:
    """What a value of a crossing is called; `names` are those of entities by key."""
    if value == ABSENT:
        return _("(no record)")
    if value == OTHERS:
        return ngettext("(one other)", "({n} others)", folded)
    if field is None:
        return _("(a record)")
    if not value:
        return _("(blank)")
    parts = value.split(", ") if field.multiple else [value]
    if field.kind == "boolean":
        return kind_of(field).show(value == "True", field)
    if field.kind == "entity":
        return ", ".join(names.get(part, part) for part in parts)
    tags = {tag.id: tag.text for tag in field.tags}
    return ", ".join(tags.get(part, part) for part in parts)


def crossing_names(crossing: Crossing, field: Field | None, names: Mapping[str, str]) -> tuple[str, ...]:
    """What the lines of a crossing are called."""
    return tuple(value_words(value, field, names, crossing.folded) for value in crossing.values)
