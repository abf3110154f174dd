"""What the formats of networks have in common: choosing, computing, naming files, counting losses."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotation.exporters._base import ExportFailure, Options, Progress, Report
from annotation.exporters._losses import Losses
from annotation.exporters._networks.building import build_network, frame_of
from annotation.exporters._networks.events import Event, gather_events
from annotation.exporters._networks.kinds import kind_of_network
from annotation.exporters._networks.network import Network
from annotation.exporters._networks.options import Plan, read_plan
from annotation.exporters._networks.selecting import select_by_article, select_by_value
from annotation.exporters._networks.windows import Window, cut_windows
from annotation.i18n import _
from annotation.records import Reader


@dataclass(frozen=True, slots=True)
class Form:
    """How a format writes a network."""

    extension: str
    write: Callable[[Network, Path], None]
    holds_isolates: bool = True
    """Whether a node without a tie has its place."""


def export_networks(reader: Reader, out: Path, progress: Progress, options: Options, form: Form) -> Report:
    """Write the network, or one for each time window with a table of the windows, and say what was left out.

    Raises ExportFailure for time windows in one file, and for options that are no dates or numbers.
    """
    plan, losses = read_plan(options), Losses()
    alone = out.suffix == form.extension
    if alone and plan.window != "no":
        raise ExportFailure("Time windows are a network each: name a folder instead of a file.")
    kind = kind_of_network(plan)
    gathered = gather_events(reader, progress, plan, (kind.layer,), losses)
    loaded = select_by_article(gathered.events, plan, losses)
    selected = select_by_value(loaded, plan, kind, losses)
    frame = frame_of(loaded, plan, kind)

    def write(events: Sequence[Event], place: Path) -> Network:
        progress(gathered.articles, gathered.articles)
        network = build_network(events, frame, plan, kind)
        form.write(network, place)
        _count_ties(network, form, losses)
        return network

    (out.parent if alone else out).mkdir(parents=True, exist_ok=True)
    if plan.window == "no":
        files = [out if alone else out / f"network{form.extension}"]
        write(selected, files[0])
    else:
        files = _write_windows(_windows(selected, plan, losses), out, form.extension, write)
    for name in kind.replaced:
        losses.add(_("settings that this kind of network does not know: {name}", name=name),
                   _("networks are computed without them"))  # fmt: skip
    return Report(
        files=tuple(files), articles=gathered.articles, annotations=len(selected), losses=losses.report()
    )


def _windows(events: Sequence[Event], plan: Plan, losses: Losses) -> list[Window]:
    windows = cut_windows(events, plan)
    lost = 1 if events and not windows else 0
    losses.add(_("time windows, which are wider than the days chosen"), _("none is written"), lost)
    return windows


def _write_windows(
    windows: Sequence[Window], out: Path, extension: str, write: Callable[[Sequence[Event], Path], Network]
) -> list[Path]:
    """Write a network for each window, and what they are into a table."""
    digits = len(str(len(windows)))
    files: list[Path] = []
    rows: list[list[str | int]] = []
    for number, window in enumerate(windows, 1):
        middle = window.middle.isoformat().replace(":", "-")
        files.append(out / f"network-{number:0{digits}}-{middle}{extension}")
        rows.append(_window_row(files[-1], window, write(window.events, files[-1])))
    table = out / "windows.csv"
    with table.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["file", "first", "middle", "last", "events", "nodes", "ties"])
        writer.writerows(rows)
    return [*files, table]


def _window_row(place: Path, window: Window, network: Network) -> list[str | int]:
    days = [window.first.isoformat(), window.middle.isoformat(), window.last.isoformat()]
    nodes = len(network.row_nodes) + len(network.column_nodes)
    return [place.name, *days, network.events, nodes, len(network.matrix)]


def _count_ties(network: Network, form: Form, losses: Losses) -> None:
    losses.add(_("ties weaker than the minimum"), _("left out, as chosen"), network.weak)
    losses.add(_("pairs whose favor and against cancel out"), _("not tied"), network.matrix.cancelled)
    if not form.holds_isolates:
        losses.add(_("actors and concepts without a tie"), _("not in a list of ties"), network.untied)
