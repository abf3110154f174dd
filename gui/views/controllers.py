"""What acts in the Annotate room beside its parts: one line a controller, each made with the room."""

from collections.abc import Callable

from gui.views.annotate_actions import BenchActions
from gui.views.answering import Answering
from gui.views.attention import AttentionWalk
from gui.views.choosing import Chooser
from gui.views.citing import Citer
from gui.views.deciding import Decider
from gui.views.dividing import Divider
from gui.views.layer_switches import LayerSwitches
from gui.views.propagating import Propagator
from gui.views.reading import Reading
from gui.views.record_views import RecordViews
from gui.views.resizing import Resizer
from gui.views.taking import Taker
from gui.views.text_corrector import TextCorrector
from gui.views.threshold import Threshold
from gui.views.walker import Walker
from gui.views.workbench import Workbench

CONTROLLERS: tuple[Callable[[Workbench], object], ...] = (
    BenchActions,
    LayerSwitches,
    Reading,
    RecordViews,
    Chooser,
    Citer,
    Resizer,
    Divider,
    Propagator,
    Walker,
    AttentionWalk,
    Taker,
    Threshold,
    TextCorrector,
    Decider,
    Answering,
)
"""Each is given the room when all its parts are there, in this order, and is kept as long as the room is."""
