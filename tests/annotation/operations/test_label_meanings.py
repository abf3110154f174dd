"""What labels can become in a codebook."""

from annotation.operations import ImportPlan
from annotation.operations.import_plan import check_plan
from annotation.operations.label_meanings import main_roles, meanings_of
from annotation.project import Project


def test_every_meaning_that_is_offered_is_accepted(project: Project) -> None:
    meanings = meanings_of(project.read.codebook)
    assert {"skip", "entity", "entity.type=PER", "source:cue", "stance.polarity=favor"} <= set(meanings)
    check_plan(ImportPlan(labels={meaning: meaning for meaning in meanings}), project.read.codebook)


def test_a_meaning_is_said_in_the_words_of_the_codebook(project: Project) -> None:
    meanings = meanings_of(project.read.codebook)
    assert meanings["entity.type=PER"] == "Entity · Type · Person"
    assert meanings["source:cue"] == "Source · Cue"
    assert meanings["skip"] == "Leave it out"


def test_each_layer_has_a_role_for_words_that_name_none(project: Project) -> None:
    assert main_roles(project.read.codebook)["entity"] == "mention"
    assert set(main_roles(project.read.codebook)) == {one.id for one in project.read.codebook.layers}
