"""Detectors: from an article's text to suggestions. One file is one detector.

`analyse` reads one article in this process; `DetectionPool` reads many in processes of their own. Importing
this room imports no spaCy: that happens where an article is read.
"""

from annotation.detectors._advising import MEMORY
from annotation.detectors._base import Detector, Document, Paragraph
from annotation.detectors._capacity import workers_beside_window, workers_for_run
from annotation.detectors._choices import SETTING, Choices
from annotation.detectors._cluster import DetectionCluster
from annotation.detectors._cluster_run import ClusterError
from annotation.detectors._explaining import explain
from annotation.detectors._language import available_languages
from annotation.detectors._memory import Lesson, Memory
from annotation.detectors._pairing import Parties, pair_lesson, parties_of, pointed_at
from annotation.detectors._pipeline import choose_package, installed_packages
from annotation.detectors._pool import DetectionPool
from annotation.detectors._readers import (
    DetectionCancelledError,
    DetectionError,
    Job,
    Readers,
    WorkerLostError,
)
from annotation.detectors._registry import DETECTORS
from annotation.detectors._runner import NOT_READ, Detection, Failure, analyse, with_needed
from annotation.detectors._sameness import VersionsDifferError
from annotation.detectors._settling import detector_of, settle, taking_turns
from annotation.detectors._setup import Setup
from annotation.detectors._teachables import teachable_layers
from annotation.detectors._teaching import Teachable, lesson_of

__all__ = [
    "DETECTORS",
    "MEMORY",
    "NOT_READ",
    "SETTING",
    "Choices",
    "ClusterError",
    "Detection",
    "DetectionCancelledError",
    "DetectionCluster",
    "DetectionError",
    "DetectionPool",
    "Detector",
    "Document",
    "Failure",
    "Job",
    "Lesson",
    "Memory",
    "Paragraph",
    "Parties",
    "Readers",
    "Setup",
    "Teachable",
    "VersionsDifferError",
    "WorkerLostError",
    "analyse",
    "available_languages",
    "choose_package",
    "detector_of",
    "explain",
    "installed_packages",
    "lesson_of",
    "pair_lesson",
    "parties_of",
    "pointed_at",
    "settle",
    "taking_turns",
    "teachable_layers",
    "with_needed",
    "workers_beside_window",
    "workers_for_run",
]
