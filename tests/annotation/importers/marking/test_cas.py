from annotation.importers._marking.cas import Cas, Structure, View


def structure(id_: str, type_: str = "x.Name", begin: int | None = None, **refs: list[str]) -> Structure:
    return Structure(id_, type_, refs=refs, sofa="s", begin=begin, end=begin)


def cas(*structures: Structure) -> Cas:
    return Cas({one.id: one for one in structures}, [View("s", "_InitialView", "text")])


def test_annotations_of_a_view_have_a_place_in_it() -> None:
    made = cas(structure("1", begin=0), structure("2"), Structure("3", "x", sofa="other", begin=0, end=1))
    assert [one.id for one in made.of_view(made.views[0])] == ["1"]


def test_arrays_and_lists_are_opened() -> None:
    made = cas(
        structure("1", links=["a", "l"]),
        structure("a", "uima.cas.FSArray", elements=["2", "3"]),
        structure("l", "uima.cas.NonEmptyFSList", head=["4"], tail=["e"]),
        structure("e", "uima.cas.EmptyFSList"),
        *(structure(id_) for id_ in "234"),
    )
    assert [one.id for one in made.targets(made.structures["1"], "links")] == ["2", "3", "4"]


def test_lists_that_bite_their_tail_end() -> None:
    made = cas(
        structure("1", links=["l"]), structure("l", "x.FSList", head=["2"], tail=["l"]), structure("2")
    )
    assert [one.id for one in made.targets(made.structures["1"], "links")] == ["2"]


def test_a_reference_is_the_first_of_several_names() -> None:
    one = structure("1", source=["7"])
    assert (one.ref("Governor", "source"), one.ref("target")) == ("7", "")


def test_a_document_says_what_it_is() -> None:
    made = cas(Structure("1", "x.DocumentMetaData", {"language": "fr"}, sofa="s", begin=0, end=4))
    assert made.details(made.views[0]) == {"language": "fr"}
