"""What a record says to Discourse Network Analyzer, variable by variable."""

from annotation.exporters._base import Options
from annotation.exporters._dna_types import AGREEMENT, ORGANIZATION, PERSON, TARGET, WORDS_OF, Variable
from annotation.exporters._networks.events import SIGNS, STANCE
from annotation.exporters._networks.parties import CONCEPT, Party, concept_of, party_at, party_of
from annotation.exporters._sheet import Sheet
from annotation.exporters._sqlite import Value
from annotation.records import Annotation

_PEOPLE = {"", "PER", "ROLE", "person", "unspecified"}
"""Types of parties that are persons; all others act as organisations."""


class StatementValues:
    """The values of one record."""

    def __init__(self, sheet: Sheet, record: Annotation, options: Options) -> None:
        """Read a record of a sheet as the options of the format say."""
        self._sheet = sheet
        self._record = record
        self._layer = sheet.book.layer(record)
        self._scale = options["agreement"] == "scale"
        is_stance = record.layer == STANCE
        actor = party_at(sheet, record, "holder") if is_stance else party_of(sheet, record)
        target = party_at(sheet, record, TARGET) if is_stance else None
        self._own: dict[str, Value] = {"note": record.note, **_actor(actor, record)}
        if is_stance:
            self._own |= {
                TARGET: target.name if target else "",
                CONCEPT: concept_of(sheet, record, options["concept"], target),
                AGREEMENT: self._agreement(),
            }

    def of(self, variable: Variable) -> Value:
        """The value of a variable; "" for none."""
        if variable.field:
            value = self._record.features.get(variable.field)
            one = self._layer.field(variable.field) if self._layer and value is not None else None
            return self._sheet.told(value, one) if one is not None else ""
        if variable.name.startswith(WORDS_OF):
            return self._sheet.words(self._record.spans.get(variable.name.removeprefix(WORDS_OF), ()))
        return self._own.get(variable.name, "")

    def _agreement(self) -> int:
        sign = SIGNS.get(str(self._record.features.get("polarity", "")), 0)
        if not self._scale:
            return int(sign > 0)
        stated = self._record.features.get(AGREEMENT)
        is_same = isinstance(stated, int) and (stated > 0) - (stated < 0) == sign
        return int(stated) if is_same and isinstance(stated, int) else sign


def _actor(party: Party | None, record: Annotation) -> dict[str, Value]:
    """Who speaks as a person or an organisation, and the organisation that is told beside a person."""
    named = party.name if party else ""
    is_person = party is not None and party.type in _PEOPLE
    stated = str(record.features.get(ORGANIZATION) or "")
    return {PERSON: named if is_person else "", ORGANIZATION: stated if is_person or not named else named}
