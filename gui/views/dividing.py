"""The selected record in parts: more words for it, some words less, two parts or two records of one."""

from functools import partial

from annotation.i18n import Message, _
from annotation.operations import AddAnnotations, EditSpans
from annotation.records import Annotation, Span
from gui.views.parts import Parts, nearest_part, part_around, parted, with_words, without_words
from gui.views.spans import nearest_end
from gui.views.workbench import Workbench
from gui.widgets.numbered_menu import NumberedMenu


class Divider:
    """Adds parts to the selected record, takes them away, and splits it at the caret."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        connect = bench.actions_table.connect_to
        connect("record.add-part", self.add_words)
        connect("record.remove-part", self.take_out)
        connect("record.split-words", self.split_words)
        connect("record.split", self.split)

    def add_words(self) -> None:
        """Let the selected words be part of a role as well; ask which role where several have words."""
        record, selected, layer = self._record, self._bench.article.text.selection(), self._bench.desk.layer
        if record is None or selected is None or layer is None:
            return
        words = Span(*selected)
        roles = [role for role in layer.roles if record.spans.get(role.id)]
        if len(roles) == 1:
            self._add(roles[0].id, words)
            return
        choices = [(role.text, partial(self._add, role.id, words)) for role in roles]
        text = self._bench.article.text
        NumberedMenu(text, choices).open_under(text.cursorRect(), text.viewport())

    def take_out(self) -> None:
        """Let the selected words be no part of the record; without a selection, the part at the caret."""
        record, text = self._record, self._bench.article.text
        if record is None:
            return
        selected, role = text.selection(), self._role_at(record)
        parts = record.spans.get(role, ())
        words = Span(*selected) if selected else nearest_part(parts, text.caret)
        left = without_words(parts, words, self._bench.desk.text) if words else parts
        if left == parts:
            return
        if not left and not self._may_be_empty(record, role):
            self._bench.hand.said.emit(_("A record keeps some words: delete it instead."))
            return
        text.clear_selection()
        self._set(role, left)

    def split_words(self) -> None:
        """Make two parts of the words around the caret."""
        record, caret = self._record, self._bench.article.text.caret
        found = self._cut(record) if record else None
        if record is not None and found is not None:
            role, before, after = found
            self._set(role, before + after)
            self._bench.article.text.set_caret(caret)

    def split(self) -> None:
        """Make two records of the one around the caret: both have its fields, and its other roles."""
        record = self._record
        found = self._cut(record, gaps=True) if record else None
        layer = self._bench.desk.layer
        if record is None or found is None or layer is None:
            return
        role, before, after = found
        hand = self._bench.hand
        made = hand.draft(layer, {**record.spans, role: after}, record.features)
        edit = EditSpans(annotation=record.id, spans={role: before}, actor=hand.me)
        add = AddAnnotations(annotations=(made,), actor=hand.me)
        if hand.do_together(Message("Split the record"), [edit, add]):
            self._bench.desk.select(made.id)

    @property
    def _record(self) -> Annotation | None:
        return self._bench.desk.record if self._bench.desk.editable else None

    def _add(self, role: str, words: Span) -> None:
        record = self._record
        if record is not None:
            self._bench.article.text.clear_selection()
            self._set(role, with_words(record.spans.get(role, ()), words))

    def _set(self, role: str, parts: Parts) -> None:
        self._bench.hand.set_spans({role: parts})

    def _role_at(self, record: Annotation) -> str:
        """The role whose words the caret is in or nearest to."""
        caret = self._bench.article.text.caret
        inside = (role for role, parts in record.spans.items() if part_around(parts, caret))
        nearest = nearest_end(record.spans, caret)
        return next(inside, nearest.role if nearest else "")

    def _may_be_empty(self, record: Annotation, role: str) -> bool:
        """Whether a record would still be in the text without the words of a role."""
        layer = self._bench.desk.layer_of(record)
        anchors = layer.anchors if layer else tuple(record.spans)
        return any(record.spans.get(other) for other in anchors if other != role)

    def _cut(self, record: Annotation, *, gaps: bool = False) -> tuple[str, Parts, Parts] | None:
        """The role around the caret, and its parts before and after it; `gaps` may lie around it as well."""
        caret, role = self._bench.article.text.caret, self._role_at(record)
        parts = record.spans.get(role, ())
        before, after = parted(parts, caret, self._bench.desk.text)
        if before and after and (gaps or part_around(parts, caret)):
            return role, before, after
        self._bench.hand.said.emit(_("Put the caret into the words of the record to split them there."))
        return None
