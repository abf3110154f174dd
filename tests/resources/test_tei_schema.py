"""A customisation deletes what is not used, and what only that needed."""

from lxml import etree

from tests.annotation.exporters.schemas import tei_schema
from tests.resources.tei_schema import customise

RNG = "http://relaxng.org/ns/structure/1.0"
PUBLISHED = f"""<grammar xmlns="{RNG}" xmlns:a="urn:a">
  <define name="p"><element name="p"><a:documentation/><zeroOrMore><choice><text/><ref name="model"/></choice>
    </zeroOrMore></element></define>
  <define name="model"><choice><ref name="p"/><ref name="poem"/></choice></define>
  <define name="poem"><element name="poem"><ref name="line"/></element></define>
  <define name="line"><element name="line"><text/></element></define>
  <start><ref name="p"/></start>
</grammar>"""


def test_elements_that_are_not_used_are_refused_and_what_they_needed_is_gone() -> None:
    grammar = etree.fromstring(PUBLISHED)
    whole = etree.RelaxNG(etree.fromstring(PUBLISHED))
    customise(grammar)
    less = etree.RelaxNG(grammar)
    plain, poem = etree.fromstring("<p>a<p/></p>"), etree.fromstring("<p><poem><line/></poem></p>")
    assert (whole.validate(plain), whole.validate(poem)) == (True, True)
    assert (less.validate(plain), less.validate(poem)) == (True, False)
    assert "line" not in [one.get("name") for one in grammar.iter(f"{{{RNG}}}define")]


def test_the_kept_schema_knows_no_element_that_exports_do_not_use() -> None:
    document = etree.fromstring("<div xmlns='http://www.tei-c.org/ns/1.0'><p/></div>")
    assert not tei_schema().validate(document)
