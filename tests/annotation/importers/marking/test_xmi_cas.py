import pytest

from annotation.importers import ImportFailure
from annotation.importers._marking.cas import Cas
from annotation.importers._marking.xmi_cas import parse_xmi
from tests.annotation.importers.reading_samples import SAMPLES, TEXT

HEAD = (
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" '
    'xmlns:x="http:///org/x.ecore" xmlns:n="http:///uima/noNamespace.ecore">'
)
SOFA = '<cas:Sofa xmi:id="9" sofaID="_InitialView" sofaString="{}"/></xmi:XMI>'


def parse(inside: str, text: str = "text", types: str = "") -> Cas:
    data = (HEAD + inside + SOFA.format(text)).encode()
    return parse_xmi("file", data, ("Governor",), types.encode())


def test_elements_are_structures_of_dotted_types() -> None:
    cas = parse('<x:Name xmi:id="1" sofa="9" begin="0" end="4" value="PER"/><n:Bare xmi:id="2"/>')
    one = cas.structures["1"]
    assert (one.type_, one.sofa, one.begin, one.end, one.values) == (
        "org.x.Name",
        "9",
        0,
        4,
        {"value": "PER"},
    )
    assert cas.structures["2"].type_ == "Bare"


def test_known_names_are_references_and_other_numbers_are_values() -> None:
    one = parse('<x:A xmi:id="1" begin="0" end="1"/><x:Tie xmi:id="2" Governor="1" order="1"/>').structures[
        "2"
    ]
    assert (one.refs, one.values) == ({"Governor": ["1"]}, {"order": "1"})


def test_a_known_name_with_a_value_is_a_value() -> None:
    assert parse('<x:Tie xmi:id="2" Governor="the king"/>').structures["2"].values == {"Governor": "the king"}


def test_slots_are_known_by_what_they_point_at() -> None:
    host = '<x:Host xmi:id="1" begin="0" end="1" parts="2 3"/>'
    slots = '<x:L xmi:id="2" target="1"/><x:L xmi:id="3" target="1"/>'
    assert parse(host + slots).structures["1"].refs == {"parts": ["2", "3"]}


def test_a_type_system_says_what_is_a_reference() -> None:
    types = """<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types><typeDescription>
    <name>org.x.Tie</name><supertypeName>uima.tcas.Annotation</supertypeName><features>
    <featureDescription><name>friend</name><rangeTypeName>org.x.A</rangeTypeName></featureDescription>
    <featureDescription><name>Governor</name><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>
    </features></typeDescription></types></typeSystemDescription>"""
    one = parse('<x:A xmi:id="1"/><x:Tie xmi:id="2" friend="1" Governor="1"/>', types=types).structures["2"]
    assert (one.refs, one.values) == ({"friend": ["1"]}, {"Governor": "1"})


def test_values_in_elements_are_lists() -> None:
    one = parse('<x:A xmi:id="1"><tags>a</tags><tags>b</tags></x:A>').structures["1"]
    assert one.values == {"tags": ["a", "b"]}


def test_line_ends_and_odd_characters_keep_their_places() -> None:
    assert parse("", "a&#10;b&#1;c&#x1F600;").views[0].text == "a\nb\ufffdc😀"


def test_the_sample_has_its_text() -> None:
    cas = parse_xmi("file", (SAMPLES / "xmi/hopital.xmi").read_bytes(), ())
    assert [view.text for view in cas.views] == [TEXT]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"text",
        b"<html/>",
        b"<xmi:XMI",
        b'<!DOCTYPE x [<!ENTITY a "b">]><xmi:XMI xmlns:xmi="http://www.omg.org/XMI"/>',
    ],
)
def test_what_is_no_cas_is_refused(data: bytes) -> None:
    with pytest.raises(ImportFailure):
        parse_xmi("file", data, ())
