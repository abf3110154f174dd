from annotation.importers._marking.joining import Group, Read, join, role_of_link
from annotation.importers._marking.labels import load_labels
from annotation.importers._marking.mark import Link, Mark
from annotation.records import Span

LABELS = load_labels("brat")


def read(*marks: tuple[str, str]) -> list[Read]:
    """Marks by (key, label) with what they mean."""
    found = []
    for number, (key, label) in enumerate(marks):
        meaning = LABELS.meaning(label)
        assert meaning is not None
        found.append(Read(Mark(key=key, label=label, spans=(Span(number, number + 1),)), meaning))
    return found


def shape(groups: list[Group]) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(group.hub.mark.key, [(role, part.mark.key) for role, part in group.parts]) for group in groups]


def link(label: str, source: str, target: str) -> Link:
    return Link(label=label, source=source, target=target)


def test_an_event_gathers_its_arguments_by_their_roles() -> None:
    marks = read(("e", "Attribution"), ("a", "Source"), ("b", "Cue"), ("c", "Content"))
    groups, rest = join(
        marks, [link("Content", "e", "c"), link("Cue", "e", "b"), link("Source", "e", "a")], LABELS
    )
    assert shape(groups) == [("e", [("content", "c"), ("cue", "b"), ("source", "a")])]
    assert not rest


def test_each_content_is_an_attribution_where_no_mark_is() -> None:
    marks = read(("c1", "Citation"), ("c2", "Citation"), ("s", "Speaker"), ("i", "Introducteur"))
    links = [link("Source", "c1", "s"), link("Source", "c2", "s"), link("Introduction", "c1", "i")]
    groups, _rest = join(marks, links, LABELS)
    assert shape(groups) == [("c1", [("source", "s"), ("cue", "i")]), ("c2", [("source", "s")])]


def test_words_that_hang_on_the_cue_belong_to_its_content() -> None:
    marks = read(("c", "Content"), ("q", "Cue"), ("s", "Source"))
    groups, _rest = join(marks, [link("x", "c", "q"), link("y", "q", "s")], LABELS)
    assert shape(groups) == [("c", [("cue", "q"), ("source", "s")])]


def test_a_cue_without_content_is_an_attribution() -> None:
    groups, _rest = join(read(("q", "Cue"), ("s", "Source")), [link("x", "q", "s")], LABELS)
    assert shape(groups) == [("q", [("source", "s")])]


def test_an_entity_that_is_a_source_stays_an_entity() -> None:
    marks = read(("c", "Citation"), ("p", "Person"))
    groups, rest = join(marks, [link("Source", "c", "p")], LABELS)
    assert shape(groups) == [("c", [("source", "p")]), ("p", [])]
    assert not rest


def test_words_that_nothing_is_linked_to_are_records_of_their_own() -> None:
    groups, _rest = join(read(("s", "Source"), ("e", "Attribution")), [], LABELS)
    assert shape(groups) == [("s", []), ("e", [])]


def test_relations_between_entities_are_left() -> None:
    links = [link("knows", "a", "b"), link("knows", "a", "nobody")]
    groups, rest = join(read(("a", "Person"), ("b", "Person")), links, LABELS)
    assert len(groups) == 2
    assert rest == links


def test_annotators_do_not_share_attributions() -> None:
    one, other = read(("c", "Content"), ("s", "Source"))
    other = Read(Mark(key="s", label="Source", annotator="Ben"), other.meaning)
    groups, rest = join([one, other], [link("Source", "c", "s")], LABELS)
    assert shape(groups) == [("c", []), ("s", [])]
    assert len(rest) == 1


def test_a_link_names_a_role_of_its_layer_only() -> None:
    assert role_of_link(link("hasSpeaker", "", ""), LABELS, "source") == "source"
    assert role_of_link(link("hasSpeaker", "", ""), LABELS, "entity") == ""
