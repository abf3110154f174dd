"""What an entity has to be to be stored."""

import pytest

from annotation.operations import OperationError, PutEntity
from annotation.operations.entity_checks import rename_in, tidied, wikidata_id
from annotation.project import Project, Writer
from annotation.records import Annotation, Entity
from tests.annotation.newsroom import named


def test_needless_blanks_and_aliases_go() -> None:
    entity = Entity(
        id="x", name="  Nina \n Roux ", aliases=("Roux", " Roux ", "", "Nina Roux", "N. Roux"), note=" a "
    )
    found = tidied(entity)
    assert (found.name, found.aliases, found.note) == ("Nina Roux", ("Roux", "N. Roux"), "a")
    assert tidied(found) == found


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("Q142", "Q142"), (" q142 ", "Q142"), ("", ""), ("https://www.wikidata.org/wiki/Q142", "Q142")],
)
def test_a_wikidata_id_is_stored_as_letter_and_number(typed: str, stored: str) -> None:
    assert wikidata_id(typed) == stored


@pytest.mark.parametrize("typed", ["142", "Q", "Q0", "Qx", "P31", "Q1 2", "Q142#x"])
def test_what_is_no_wikidata_id_is_refused(typed: str, project: Project) -> None:
    with pytest.raises(OperationError, match="is no Wikidata id"):
        project.apply(PutEntity(entity=Entity(id="x", name="X", wikidata=typed)))
    assert project.read.find(Entity, "x") is None


def test_a_record_names_whom_it_is_told_or_nobody(project: Project) -> None:
    class Rename:
        title = PutEntity(entity=Entity(id="x", name="X")).title
        actor = ""

        def apply(self, writer: Writer) -> None:
            rename_in(writer, named(project, "t1"), {"otan": "roux"})
            rename_in(writer, named(project, "e2"), {"otan": None})
            rename_in(writer, named(project, "s1"), {"otan": None})

    changes = project.apply(Rename())
    assert {change.record.id for change in changes.of(Annotation)} == {
        named(project, key).id for key in ("t1", "e2")
    }
    assert named(project, "t1").features["target"] == {"entity": "roux"}
    assert "entity" not in named(project, "e2").features
