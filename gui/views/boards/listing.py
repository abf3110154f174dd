"""The boards of the room, in the order of its head. A new board is one line here and a file of its own."""

from annotation.i18n import Message
from gui.views.boards.board import BoardSpec
from gui.views.boards.figures import FiguresBoard
from gui.views.boards.network import NetworkBoard
from gui.views.boards.sources import SourcesBoard
from gui.views.boards.stances import StancesBoard
from gui.views.copies.board import CopiesBoard
from gui.views.registry.board import RegistryBoard

BOARDS: tuple[BoardSpec, ...] = (
    BoardSpec(id="sources", title=Message("Sources"), factory=SourcesBoard),
    BoardSpec(id="stances", title=Message("Stances"), factory=StancesBoard),
    BoardSpec(id="network", title=Message("Network"), factory=NetworkBoard),
    BoardSpec(id="figures", title=Message("Figures"), factory=FiguresBoard),
    BoardSpec(id="registry", title=Message("Registry"), factory=RegistryBoard),
    BoardSpec(id="copies", title=Message("Copies"), factory=CopiesBoard),
)
"""The boards."""
