"""What the reviewer asks the annotator: a strip above the article, and the way to question and answer."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotation.adjudication import ASKED, Question, Reply, read_questions
from annotation.errors import AnnotationError
from annotation.i18n import _, ngettext
from annotation.project import ProjectReader
from annotation.records import Changes, Setting
from gui.views.workbench import Workbench
from gui.widgets.button import button
from gui.widgets.label import label
from gui.widgets.send_box import SendBox
from gui.widgets.send_popover import SendPopover


class Answering(QObject):
    """Keeps the questions that nobody answered, those of the open article first, and shows the first one."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._waiting: dict[str, list[Question]] = {}
        self._asked: set[str] = set()
        """The articles in which the annotator was ever asked something."""
        self.strip = QuestionStrip()
        self.reply: ReplyBox | None = None
        """What takes the answer, while it is open."""
        bench.article.add_strip(self.strip)
        self.link = button("", "link")
        self.link.clicked.connect(self.show)
        column = bench.queue.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(1, self.link)
        self.strip.shown_wanted.connect(self.show)
        self.strip.answer_wanted.connect(self.answer)
        bench.actions_table.connect_to("article.question", self.show)
        bench.desk.opened.connect(self._draw)
        bench.session.opened.connect(self.refresh)
        bench.session.closed.connect(self._forget)
        bench.session.annotator_changed.connect(self.refresh)
        bench.session.changed.connect(self._follow)
        bench.vouchers.append(lambda: {"questions": bool(self._waiting)})
        bench.questions, bench.number_asked = self.here, self.number
        self.refresh()

    def here(self) -> Sequence[Question]:
        """The questions about the open article that wait for an answer."""
        article = self._bench.desk.article
        return self._waiting.get(article.id, []) if article else []

    def number(self) -> int:
        """How many questions wait for an answer, in all articles."""
        return sum(map(len, self._waiting.values()))

    @property
    def question(self) -> Question | None:
        """The question that is shown: the first of the open article, else the first there is."""
        elsewhere = (one for some in self._waiting.values() for one in some)
        return next(iter(self.here()), None) or next(elsewhere, None)

    def refresh(self) -> None:
        """Read all questions anew."""
        self._waiting = self._read(None) if self._bench.session.is_open else {}
        self._draw()

    def show(self) -> None:
        """Go to the place in question, in another article if need be."""
        question, desk = self.question, self._bench.desk
        if question is None:
            return
        if desk.article is None or desk.article.id != question.article:
            self._bench.open_article(question.article)
        if question.record is not None:
            desk.select(question.record)
        elif words := [span for spans in question.spans.values() for span in spans]:
            self._bench.article.text.set_selection(words[0].start, words[0].end)
        self._bench.focus_article()

    def answer(self) -> None:
        """Let the annotator write an answer."""
        question = self.question
        if question is None or not self._bench.desk.editable:
            return
        box = self.reply = ReplyBox(self.strip, question)
        box.answered.connect(self._send)
        box.closed.connect(self._forget_reply)
        box.open_under(self.strip.rect(), self.strip)

    # ------------------------------------------------------------ how it is done

    def _send(self, question: Question, text: str) -> None:
        self._bench.session.apply(Reply(question=question, text=text, actor=self._bench.hand.me))
        self._bench.focus_article()

    def _forget_reply(self) -> None:
        self.reply = None

    def _forget(self) -> None:
        self._waiting, self._asked = {}, set()
        self._draw()

    def _follow(self, changes: Changes) -> None:
        if any(change.record.id.startswith(ASKED) for change in changes.of(Setting)):
            self.refresh()
        elif touched := self._asked & set(changes.articles):
            for article in touched:
                self._waiting.pop(article, None)
                self._waiting |= self._read(article)
            self._draw()

    def _read(self, article: str | None) -> dict[str, list[Question]]:
        """{article: the questions that wait for an answer}, of one article or of all."""
        me = self._bench.session.me

        def unanswered(reader: ProjectReader) -> dict[str, list[Question]]:
            found: dict[str, list[Question]] = {}
            for question in read_questions(reader, article, me):
                self._asked.add(question.article)
                mine = {one.id: one for one in reader.annotations(question.article, [me])}
                if not question.is_answered(mine):
                    found.setdefault(question.article, []).append(question)
            return found

        try:
            return self._bench.session.read(unanswered)
        except AnnotationError as error:
            self._bench.session.failed.emit(error)
            return {}

    def _draw(self) -> None:
        total = self.number()
        self.strip.ask(self.question, self.here(), total)
        self.link.setText(ngettext("The reviewer asks you something", "The reviewer asks {n} things", total))
        self.link.setVisible(total > 0)
        self._bench.vouch()


class QuestionStrip(QWidget):
    """The reviewer's question in one sentence. Emits `shown_wanted` and `answer_wanted`."""

    shown_wanted = Signal()
    answer_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "info")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = label("", wrap=True)
        self.show_button, self.answer_button = button(_("Show")), button(_("Answer…"), "quiet")
        self.show_button.clicked.connect(self.shown_wanted)
        self.answer_button.clicked.connect(self.answer_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.show_button)
        row.addWidget(self.answer_button)
        self.hide()

    def ask(self, question: Question | None, here: Sequence[Question], total: int) -> None:
        """Show a question, or how many wait in other articles; nothing where there is none."""
        self.setVisible(question is not None)
        self.answer_button.setVisible(bool(here))
        if question is None:
            return
        if not here:
            text = ngettext(
                "The reviewer asks you something in another article.",
                "The reviewer asks you {n} things in other articles.",
                total,
            )
            self.words.setText(text)
            return
        more = ngettext("(one more)", "({n} more)", total - 1) if total > 1 else ""
        self.words.setText(
            _("The reviewer asks: “{question}” {more}", question=question.text, more=more).strip()
        )


class ReplyBox(SendPopover):
    """Takes an answer. Emits `answered(question, text)` and closes; it deletes itself then."""

    answered = Signal(object, str)

    def __init__(self, owner: QWidget, question: Question) -> None:
        self._question = question
        stands = button(_("It stands as it is"))
        hint = _("Your answer; or change the record, which answers too")
        super().__init__(
            owner, SendBox(_("Answer"), hint), _("Answer"), stands, label(question.text, wrap=True)
        )
        stands.clicked.connect(lambda: self._answer(_("It stands as it is")))

    def send(self) -> None:
        """Give the answer that is written; nothing without words."""
        if text := self.text.words:
            self._answer(text)

    def _answer(self, text: str) -> None:
        self.dismiss()
        self.answered.emit(self._question, text)
