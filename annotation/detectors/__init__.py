"""Detectors: from an article's text to suggestions. One file is one detector."""

from annotation.detectors._base import Detector, Document, Paragraph
from annotation.registry import Registry

DETECTORS: Registry[Detector] = Registry("detectors")

__all__ = ["DETECTORS", "Detector", "Document", "Paragraph"]
