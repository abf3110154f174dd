from tests.annotation.importers.reading_samples import SECOND, TEXT, articles, reasons, refusal, said, sample


def test_codings_are_records_of_their_users_with_notes_and_the_way_to_the_code() -> None:
    first, second = articles(sample("qdpx/projet.qdpx"))
    assert said(first) == [
        (
            "entity",
            {"mention": ["Anne Roche"]},
            {"type": "PER", "raw_label": "Personne", "code_path": "Acteurs > Personne"},
        ),
        ("entity", {"mention": ["Brest"]}, {"type": "LOC", "raw_label": "Lieu"}),
        ("entity", {"mention": ["Brest"]}, {"type": "MISC", "raw_label": "Acteurs"}),
    ]
    assert [record.note for record in first.annotations] == ["la ministre", "", ""]
    assert [person.name for person in first.annotators] == ["Anna", "qdpx"]
    assert (first.text, second.text) == (TEXT, SECOND)


def test_variables_of_a_source_describe_it() -> None:
    first = articles(sample("qdpx/projet.qdpx"))[0].article
    assert (first.title, first.outlet) == ("Hôpital", "Le Phare")


def test_sources_without_a_text_are_said() -> None:
    assert reasons(sample("qdpx/projet.qdpx")) == [
        "“photo” has no plain text in the project (picturesource) and was left out.",
        "One mark lies outside its text and was left out.",
    ]


def test_another_file_is_refused() -> None:
    assert refusal("qdpx", b"text")
