from annotation.records import GOLD
from tests.annotation.importers.reading_samples import SECOND, TEXT, articles, reasons, refusal, sample

PROJECT = "inception/project.zip"


def test_annotators_and_the_curation_meet_on_one_article() -> None:
    first, second = articles(sample(PROJECT))
    assert (first.text, second.text) == (TEXT, SECOND)
    assert {person.name for person in first.annotators} == {"anna", GOLD.name}
    assert not second.annotations


def test_java_objects_are_named_and_never_opened() -> None:
    assert reasons(sample(PROJECT))[0].startswith("“seul.txt”: the annotations of ben")


def test_another_zip_is_refused() -> None:
    assert refusal("inception", (b"PK\x05\x06" + b"\x00" * 18))
    assert refusal("inception", b"text")
