"""The boards of the room, in the order of its head. A new board is one line here and a file of its own."""

from annotation.i18n import Message
from gui.views.boards.board import BoardSpec
from gui.views.boards.sources import SourcesBoard

BOARDS: tuple[BoardSpec, ...] = (BoardSpec(id="sources", title=Message("Sources"), factory=SourcesBoard),)
"""The boards."""
