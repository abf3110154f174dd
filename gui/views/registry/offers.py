"""Names of the registry to pick from while one is typed."""

from collections.abc import Sequence

from annotation.project.registry import RegistryRow, find_alike, read_names
from gui.views.registry.desk import RegistryDesk
from gui.views.registry.words import mention_words
from gui.widgets.choice_list import Choice

LIMIT = 12


def alike_rows(desk: RegistryDesk, words: str, limit: int = LIMIT) -> list[RegistryRow]:
    """The entities that words most likely stand for, the likeliest first."""
    nothing: list[RegistryRow] = []
    return desk.ask(
        lambda reader, index: read_names(reader.db, index, find_alike(index, words, limit)), nothing
    )


def choice_of(desk: RegistryDesk, row: RegistryRow, note: str = "") -> Choice:
    """An entity as a row to choose."""
    parts = (desk.type_words(row.entity.type), mention_words(row.mentions, row.articles))
    return Choice(
        key=row.entity.id,
        title=row.entity.name,
        subtitle=" · ".join(filter(None, parts)),
        note=note,
        hue=desk.type_hue(row.entity.type),
    )


def name_choices(desk: RegistryDesk, typed: str) -> Sequence[Choice]:
    """What a typed text may mean; nothing before anything is typed."""
    return [choice_of(desk, row) for row in alike_rows(desk, typed)] if typed.strip() else []
