"""Packages from the window: handing articles out, bringing work back, feedback on what was decided.

What lasts is done on the free lane over a view of the project of its own, so that the window is never held
up; only the merge itself, which is one transaction, is waited for.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

from annotation.adjudication.feedback import Feedback, gather_feedback, write_feedback
from annotation.errors import AnnotationError
from annotation.i18n import Message, _, ngettext
from annotation.operations import Merged, MergeWork, Packed, PutAnnotator, saved_filters
from annotation.operations.merge_report import write_merge_report
from annotation.operations.merging import try_merge
from annotation.operations.packing import PackCount, PackWish, count_packages, count_weighed, write_packages
from annotation.project import ProjectReader, open_project
from annotation.records import Annotator, Changes, Entity, new_id
from gui.background import Ends, run_shown
from gui.dialogs import files
from gui.dialogs.packages.collecting import CollectDialog
from gui.dialogs.packages.feedback_list import FeedbackList
from gui.dialogs.packages.handing_out import PackDialog
from gui.dialogs.packages.listing import ListingDialog
from gui.dialogs.packages.telling import FeedbackDialog
from gui.dialogs.waiting import wait_for
from gui.dialogs.wording import WordingDialog
from gui.session import Session
from gui.shell import Shell
from gui.tasks import Cancelled, Progress, Task

T = TypeVar("T")
_NOTICE = "packages"
_LARGE = 5_000
"""Changes from which undoing is waited for."""


class PackageControl(QObject):
    """Handles packages and feedback. `open_article` and `open_record` show what is meant in the text."""

    _looked = Signal(int, object)
    """Which look it was, and what would come of one file; told from another thread."""

    def __init__(
        self,
        shell: Shell,
        session: Session,
        open_article: Callable[[str], object],
        open_record: Callable[[str, str], object],
    ) -> None:
        super().__init__(shell)
        self._shell = shell
        self._session = session
        self._open_article = open_article
        self._open_record = open_record
        self._collecting: CollectDialog | None = None
        self._told: FeedbackList | None = None
        self._look: Task | None = None
        self._looks = 0
        self._looked.connect(self._show_look)
        slots: Mapping[str, Callable[[], object]] = {
            "project.pack": self.ask_to_pack,
            "project.collect": self.ask_to_collect,
            "project.feedback": self.ask_for_feedback,
            "people.feedback": self.show_feedback,
        }
        for action, slot in slots.items():
            shell.actions_table.connect_to(action, slot)
        session.closing.connect(self._leave)
        session.annotator_changed.connect(self._refresh_feedback)

    # ------------------------------------------------------------ handing out

    def ask_to_pack(self) -> None:
        """Ask what is to be packed for whom, and write it."""
        dialog = PackDialog(
            self._session.people(), self._session.read(saved_filters), self._session.path, self._shell
        )
        dialog.wished.connect(partial(self._count, dialog))
        dialog.person_wanted.connect(partial(self._add_person, dialog))
        dialog.accepted.connect(lambda: self.pack(dialog.wish, dialog.files))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _count(self, dialog: PackDialog) -> None:
        """Count in the background what the packages would hold."""
        wish = dialog.wish

        def question(reader: ProjectReader) -> tuple[dict[str, PackCount], str]:
            return count_packages(reader, wish), inside_words(reader)

        def show(found: tuple[dict[str, PackCount], str]) -> None:
            if replace(dialog.wish, annotators=()) == replace(wish, annotators=()):
                dialog.show_counts(*found)

        self._ask(question, show, lambda error: dialog.show_counts({}, "", str(error)), dialog)

    def _add_person(self, dialog: PackDialog, name: str) -> None:
        person = Annotator(id=new_id(), name=name)
        if self._session.apply(PutAnnotator(annotator=person, actor=self._session.me)) is not None:
            dialog.show_people(self._session.people())

    def pack(self, wish: PackWish, paths: Mapping[str, Path]) -> None:
        """Write packages in the background: all, or none."""
        path = self._session.path

        def work(progress: Progress) -> list[Packed]:
            with open_project(path, read_only=True) as project:
                return write_packages(project.read, wish, paths, progress.report)

        stopped = _("Stopped. No package was written.")
        ends = Ends(
            done=self._packed,
            failed=self._complain,
            stopped=lambda: self._shell.messages.show_notice(_NOTICE, stopped),
        )
        run_shown(self._shell, self._session.tasks, _("Hand out packages"), work, ends, self)

    def _packed(self, packed: Sequence[Packed]) -> None:
        said = ngettext("Wrote one package.", "Wrote {n} packages.", len(packed))
        rows = [(one.path.name, one.annotator.name, str(one.articles), str(one.decisions)) for one in packed]
        titles = (_("File"), _("Annotator"), _("Articles"), _("Decisions"))
        listing = partial(self._list, said, titles, rows, packed[0].path.parent)
        self._shell.messages.show_notice(_NOTICE, said, "success", _("Show the list"), listing)

    def _list(self, said: str, titles: Sequence[str], rows: Sequence[tuple[str, ...]], folder: Path) -> None:
        dialog = ListingDialog(_("What was written"), said, titles, rows, folder, self._shell)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # ------------------------------------------------------------ bringing back

    def ask_to_collect(self) -> None:
        """Show the window in which packages are looked into and merged, and ask for files."""
        if self._window().paths or not (paths := files.ask_for_packages(self._shell)):
            return
        self.collect(paths)

    def collect(self, paths: Sequence[Path]) -> None:
        """Look into packages, and show what would come of them."""
        if not self._session.is_open:
            self._complain_so(_("Open the project first into which the packages are to be merged."))
            return
        if not self._session.writable:
            self._complain_so(_("The project is open read-only: nothing can be merged into it."))
            return
        self._window().take(paths)

    def _window(self) -> CollectDialog:
        dialog = self._collecting
        if dialog is None or not isValid(dialog):
            dialog = self._collecting = CollectDialog(self._shell)
            dialog.look_wanted.connect(self._look_into)
            dialog.merge_wanted.connect(self._merge)
            dialog.report_wanted.connect(self._keep_report)
            dialog.files_wanted.connect(self._add_files)
            dialog.article_wanted.connect(self._open_article)
            dialog.rename_wanted.connect(self._rename)
            dialog.finished.connect(self._end_look)
        dialog.show()
        dialog.raise_()
        return dialog

    def _add_files(self) -> None:
        if self._collecting is not None and (paths := files.ask_for_packages(self._collecting)):
            self._collecting.take(paths)

    def _look_into(self) -> None:
        """Try the merge of all files in the background; what was tried before is let go of."""
        self._end_look()
        dialog = self._collecting
        if dialog is None:
            return
        paths, project = dialog.paths, self._session.path
        self._looks += 1
        number = self._looks

        def look(reader: ProjectReader, progress: Progress) -> list[Merged]:
            found: list[Merged] = []
            for report in try_merge(reader, paths, progress.report):
                found.append(report)
                self._looked.emit(number, report)
            return found

        def work(progress: Progress) -> list[Merged]:
            with open_project(project, read_only=True) as opened:
                return opened.ask(lambda reader: look(reader, progress))

        dialog.advance(0, None)
        self._look = self._session.tasks.run(
            work,
            dialog.show_reports,
            lambda error: dialog.stop(str(error)),
            lambda step: dialog.advance(step.done, step.total),
            receiver=dialog,
        )

    def _show_look(self, number: int, report: Merged) -> None:
        """Show what would come of a file, unless another look has begun."""
        dialog = self._collecting
        if number == self._looks and dialog is not None and isValid(dialog):
            dialog.show_report(report)

    def _end_look(self, _result: int = 0) -> None:
        if self._look is not None and self._look in self._session.tasks.running:
            self._look.drop()
        self._look = None

    def _merge(self) -> None:
        """Merge the files that are ticked, in one transaction and one step to undo, while it is watched."""
        dialog, session = self._collecting, self._session
        if dialog is None or not dialog.chosen or not session.be_known():
            return
        self._end_look()
        door, chosen, me = session.door(), tuple(dialog.chosen), session.me
        reports: list[Merged] = []

        def work(progress: Progress) -> Changes:
            return door.apply(MergeWork(files=chosen, reports=reports, actor=me, progress=progress.report))

        try:
            changes = wait_for(dialog, session.tasks, _("Merge"), work)
        except Cancelled:
            dialog.stop(_("Stopped. Everything is as it was."))
            return
        except AnnotationError as error:
            dialog.stop(str(error))
            return
        title = Message("Merge one package", {}, "Merge {n} packages", len(chosen))
        session.remember(tuple(door.entries), title, large=len(changes.items) > _LARGE)
        dialog.show_reports(reports, merged=True)

    def _keep_report(self) -> None:
        dialog = self._collecting
        if dialog is None:
            return
        start = self._session.path.with_name(f"{self._session.path.stem}-{_('packages')}.csv")
        path = files.ask_for_new_file(dialog, start, ".csv")
        if path is None:
            return
        try:
            write_merge_report(list(dialog.reports.values()), path)
        except AnnotationError as error:
            dialog.stop(str(error))

    def _rename(self, id_: str) -> None:
        """Give somebody of the project another name, and look again."""
        dialog = self._collecting
        person = self._session.read(lambda reader: reader.find(Annotator, id_))
        if dialog is None or person is None:
            return
        prompt = _("Another name for “{name}” of this project", name=person.name)
        asked = WordingDialog(_("Rename"), prompt, dialog, text=person.name)
        if asked.exec() == QDialog.DialogCode.Accepted:
            renamed = replace(person, name=asked.text)
            if self._session.apply(PutAnnotator(annotator=renamed, actor=self._session.me)) is not None:
                self._look_into()
        asked.deleteLater()

    # ------------------------------------------------------------ feedback

    def ask_for_feedback(self) -> None:
        """Ask for whom feedback is to be written, and write it."""
        self._ask(count_weighed, self._offer_feedback, self._complain, self)

    def _offer_feedback(self, weighed: Mapping[str, int]) -> None:
        people = self._session.people()
        dialog = FeedbackDialog(people, dict(weighed), self._session.path, self._shell)
        dialog.accepted.connect(lambda: self.write_feedback(dialog.files))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_feedback(self, paths: Mapping[str, Path]) -> None:
        """Write feedback for annotators, by id, in the background."""
        project = self._session.path

        def work(progress: Progress) -> list[Feedback]:
            found: list[Feedback] = []
            with open_project(project, read_only=True) as opened:
                people = opened.read.annotators()
                for number, (who, path) in enumerate(paths.items()):
                    progress.report(number, len(paths), people[who].name)
                    told = gather_feedback(opened.read, people[who], lambda _done, _total: progress.check())
                    write_feedback(told, path)
                    found.append(told)
            return found

        ends = Ends(done=partial(self._wrote_feedback, paths), failed=self._complain)
        run_shown(self._shell, self._session.tasks, _("Feedback"), work, ends, self)

    def _wrote_feedback(self, paths: Mapping[str, Path], written: Sequence[Feedback]) -> None:
        said = ngettext(
            "Wrote feedback for one annotator.", "Wrote feedback for {n} annotators.", len(written)
        )
        rows = [
            (path.name, one.annotator.name, str(len(one.items)), str(len(one.changed)))
            for one, path in zip(written, paths.values(), strict=True)
        ]
        titles = (_("File"), _("Annotator"), _("Decisions"), _("Otherwise"))
        folder = next(iter(paths.values())).parent
        listing = partial(self._list, said, titles, rows, folder)
        self._shell.messages.show_notice(_NOTICE, said, "success", _("Show the list"), listing)

    def show_feedback(self) -> None:
        """List what was decided about the work of who annotates."""
        dialog = self._told
        if dialog is None or not isValid(dialog):
            dialog = self._told = FeedbackList(self._shell)
            dialog.record_wanted.connect(self._open_record)
        dialog.show()
        dialog.raise_()
        self._refresh_feedback()

    def _refresh_feedback(self) -> None:
        dialog, me = self._told, self._session.annotator
        if dialog is None or not isValid(dialog) or not dialog.isVisible() or me is None:
            return

        def question(reader: ProjectReader) -> Feedback:
            return gather_feedback(reader, me)

        self._ask(question, dialog.show_feedback, lambda error: dialog.say(str(error)), dialog)

    # ------------------------------------------------------------ how it is done

    def _ask(
        self,
        question: Callable[[ProjectReader], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
        receiver: QObject,
    ) -> None:
        """Answer a question that may last, over a view of the project of its own."""
        path = self._session.path

        def work(_progress: Progress) -> T:
            with open_project(path, read_only=True) as opened:
                return opened.ask(question)

        self._session.tasks.run(work, done, failed, receiver=receiver)

    def _leave(self) -> None:
        """The project closes: what shows it closes too."""
        self._end_look()
        for dialog in (self._collecting, self._told):
            if dialog is not None and isValid(dialog):
                dialog.close()
                dialog.deleteLater()
        self._collecting = self._told = None

    def _complain(self, error: Exception) -> None:
        if isinstance(error, AnnotationError):
            self._complain_so(str(error))

    def _complain_so(self, what: str) -> None:
        self._shell.messages.show_notice(_NOTICE, what, "danger")


def inside_words(reader: ProjectReader) -> str:
    """What is in every package of a project, and what in none."""
    names = len(reader.all(Entity))
    return _(
        "In each: articles, the codebook (version {version}), {names} names, what they did so far. Never: "
        "work or names of other annotators, what is not ended, training rounds, what names somebody else.",
        version=reader.codebook.version,
        names=names,
    )
