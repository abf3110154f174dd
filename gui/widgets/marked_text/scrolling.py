"""Scrolling that keeps the reader's place, and the layout's unfinished work done while nothing else is."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QPropertyAnimation, QRectF, QTimer
from PySide6.QtWidgets import QTextEdit

from gui.widgets.marked_text.layout import MarkedTextLayout

_SLICE = 0.006
"""Seconds of layout between two looks at the event queue."""
_MOTION = 120
_MARGIN = 0.12
"""The share of the viewport that stays free above and below what was scrolled to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """What the reader sees at the top: a unit of a block, and how far its line is above the edge."""

    block: int
    unit: int
    above: float


class Scroller:
    """Moves the text edit `edit`, whose document has the layout `layout`, vertically."""

    def __init__(self, edit: QTextEdit, layout: MarkedTextLayout) -> None:
        self.motion = True
        """Whether scrolling to something is drawn as a movement."""
        self.resting = False
        """Whether only what is in view is laid out, as while other threads need the time."""
        self._edit = edit
        self._layout = layout
        self._bar = edit.verticalScrollBar()
        self._animation = QPropertyAnimation(self._bar, b"value", edit)
        self._animation.setDuration(_MOTION)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._idle = QTimer(edit)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._finish_some)

    @property
    def top(self) -> int:
        """The height of the document that is at the top of the viewport."""
        return self._bar.value()

    @property
    def bottom(self) -> int:
        """The height of the document that is at the bottom of the viewport."""
        return self.top + self._edit.viewport().height()

    def prepare(self) -> None:
        """Lay out what is in view."""
        self._layout.prepare(self.top, self.bottom)

    def resume(self) -> None:
        """Do what is left of the layout when there is time for it."""
        waits = self._layout.has_changed_size or not self._layout.is_finished
        if waits and self._edit.isVisible() and not self.resting:
            self._idle.start()

    def stop(self) -> None:
        """Let nothing move and nothing be laid out until `resume`."""
        self._idle.stop()
        self._animation.stop()

    @contextmanager
    def keeping_place(self) -> Iterator[None]:
        """Whatever changes heights inside, the line at the top of the viewport stays where it is."""
        moving = self._animation.state() == QAbstractAnimation.State.Running
        place, top = None if moving else self._place(), self.top
        yield
        self.prepare()
        self._layout.announce()
        if place is not None:
            self._return_to(place)
        if moving or self.top != top:
            # Qt has moved what is painted along with the bar; but the lines stayed, others became higher.
            self._edit.viewport().update()

    def show(self, rect: QRectF) -> None:
        """Scroll, gently, until a rectangle of the document is in view with room around it; else stay."""
        height = self._edit.viewport().height()
        margin = min(height * _MARGIN, max(0.0, (height - rect.height()) / 2))
        if rect.top() - margin >= self.top and rect.bottom() + margin <= self.bottom:
            return
        far = rect.bottom() < self.top - height or rect.top() > self.bottom + height
        if far or rect.top() - margin < self.top:
            value = rect.top() - margin - (0.15 * height if far else 0.0)
        else:
            value = min(rect.top() - margin, rect.bottom() + margin - height)
        self._go(round(value), at_once=far)

    def _go(self, value: int, *, at_once: bool) -> None:
        self._animation.stop()
        value = max(self._bar.minimum(), min(value, self._bar.maximum()))
        if at_once or not self.motion or not self._edit.isVisible():
            self._bar.setValue(value)
            return
        self._animation.setStartValue(self._bar.value())
        self._animation.setEndValue(value)
        self._animation.start()

    def _finish_some(self) -> None:
        if self._bar.isSliderDown():
            return
        with self.keeping_place():
            self._layout.finish(_SLICE)
        if self._layout.is_finished:
            self._idle.stop()

    def _place(self) -> _Place | None:
        """What is at the top; None at the very top of the document, which stays there."""
        if self.top <= 0:
            return None
        block = self._layout.block_at(self.top)
        scene, start = self._layout.scene(block), self._layout.block_top(block)
        line = scene.line_at(self.top - start)
        unit = self._layout.lines(block)[line].textStart() if scene.lines else 0
        return _Place(
            block=block, unit=unit, above=self.top - start - (scene.lines[line].top if scene.lines else 0)
        )

    def _return_to(self, place: _Place) -> None:
        scene, start = self._layout.scene(place.block), self._layout.block_top(place.block)
        tops = [
            box.top
            for box, line in zip(scene.lines, self._layout.lines(place.block), strict=True)
            if line.textStart() <= place.unit
        ]
        self._bar.setValue(round(start + (tops[-1] if tops else 0) + place.above))
