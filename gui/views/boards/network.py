"""The Network board: actors and the stances between them as a picture."""

from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter

from annotation.errors import AnnotationError
from annotation.i18n import _, ngettext
from annotation.operations.boards.layout import Place, lay_out
from annotation.operations.boards.picture import Edge, Picture, build_picture, ids_between
from gui.dialogs.files import ask_for_new_file
from gui.tasks import Progress
from gui.theme import Theme
from gui.views.boards.board import Bench
from gui.views.boards.evidence_board import EvidenceBoard
from gui.views.boards.network_legend import NetworkLegend, paint_network_legend
from gui.views.boards.network_options import NetworkOptions
from gui.views.boards.network_paint import Pointed, paint_scene
from gui.views.boards.network_scene import Scene
from gui.views.boards.network_view import NetworkView
from gui.views.boards.pictures import write_picture
from gui.widgets.dates import number_words

_MARGIN, _LEGEND = 24, 40
Drawn = tuple[Picture, dict[str, Place]]


class NetworkBoard(EvidenceBoard):
    """Shows the picture, and the evidence for the edge or node that is chosen."""

    def __init__(self, bench: Bench) -> None:
        self.options = NetworkOptions()
        super().__init__(
            bench,
            "spline",
            _("Who is for or against whom is drawn here, once stances have been marked in articles."),
            _("Choose a line, or somebody, to read the words behind what is drawn."),
            self.options,
        )
        self.view = NetworkView(bench.dress)
        self.legend = NetworkLegend(bench.dress)
        self.tools.addWidget(self.options, 1)
        self.tools.addWidget(self.count)
        entries = (
            (_("Picture as PNG…"), partial(self.export_picture, ".png")),
            (_("Picture as SVG…"), partial(self.export_picture, ".svg")),
            (_("Network as GraphML, GEXF or CSV…"), self.bench.actions["project.export"].trigger),
        )
        self.tools.addWidget(self.export_button(entries))
        self.set_views(self.view, self.legend)
        self.view.edge_chosen.connect(self._choose_edge)
        self.view.node_chosen.connect(self._choose_node)

    # ------------------------------------------------------------ the picture

    def build(self) -> None:
        """Lay the network out anew, in the background."""
        stances, plan = self.gathering.records, self.options.plan

        def work(progress: Progress) -> Drawn:
            progress.check()
            picture = build_picture(stances, plan)
            return picture, lay_out(picture, progress.check)

        self.show_busy(True)
        self.building.run(work, self._show, self.fail)

    def _show(self, drawn: Drawn) -> None:
        self.show_busy(False)
        picture, places = drawn
        self.view.show_scene(Scene.of(picture, places, self.view.dragged))
        self.legend.show_picture(picture, self.options.plan.mode)
        number = len(picture.nodes)
        self.count.setText(ngettext("one actor", "{number} actors", number, number=number_words(number)))
        self.say(note_words(picture))
        self.show_content(bool(picture.nodes))
        self._choose_again()

    def _choose_again(self) -> None:
        pointed = self.view.pointed
        if pointed.chosen_edge is not None:
            self._choose_edge(pointed.chosen_edge)
        elif pointed.chosen_node is not None:
            self._choose_node(pointed.chosen_node)
        else:
            self.evidence.show_evidence("", ())

    def _choose_edge(self, edge: Edge) -> None:
        scene, mode = self.view.scene, self.options.plan.mode
        ends = (scene.node(edge.source).party.name, scene.node(edge.target).party.name)
        between = " → " if scene.picture.directed else " – "
        self.evidence.show_evidence(between.join(ends), ids_between(self.gathering.records, edge, mode))

    def _choose_node(self, key: str) -> None:
        records, mode = self.gathering.records, self.options.plan.mode
        edges = [edge for edge in self.view.scene.picture.edges if key in (edge.source, edge.target)]
        ids = dict.fromkeys(id_ for edge in edges for id_ in ids_between(records, edge, mode))
        self.evidence.show_evidence(self.view.scene.node(key).party.name, list(ids))

    def export_picture(self, ending: str) -> None:
        """Write the whole network as a picture, with its legend."""
        path = ask_for_new_file(self, self.session.path.with_name(_("Network") + ending), ending)
        if path is None:
            return
        scene, mode = self.view.scene, self.options.plan.mode
        bounds = scene.bounds().adjusted(-80, -20, 80, 20)
        width = max(round(bounds.width()), 420)
        size = QSize(width + 2 * _MARGIN, round(bounds.height()) + 2 * _MARGIN + _LEGEND)
        font = self.font()

        def paint(painter: QPainter, theme: Theme) -> None:
            theme = self.bench.dress(theme)
            painter.setFont(font)
            paint_network_legend(
                painter, QRectF(_MARGIN, size.height() - _LEGEND, width, _LEGEND), theme, scene.picture, mode
            )
            painter.translate(QPointF(_MARGIN, _MARGIN) - bounds.topLeft())
            paint_scene(painter, scene, theme, Pointed())

        try:
            write_picture(path, size, paint, _("Network of actors"))
        except AnnotationError as error:
            self.complain(error)
        else:
            self.say_written(path)


def note_words(picture: Picture) -> str:
    """What the picture leaves out, in words; "" for nothing."""
    hidden = ngettext(
        "One more is not shown: these are the {shown} busiest.",
        "{n} more are not shown: these are the {shown} busiest.",
        picture.hidden,
        shown=number_words(len(picture.nodes)),
    )
    thinned = ngettext(
        "One weaker tie is not shown.",
        "{number} weaker ties are not shown.",
        picture.thinned,
        number=number_words(picture.thinned),
    )
    return " ".join([hidden] * bool(picture.hidden) + [thinned] * bool(picture.thinned))
