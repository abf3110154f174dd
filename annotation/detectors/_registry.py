"""The room's registry."""

from annotation.detectors._base import Detector
from annotation.registry import Registry

DETECTORS: Registry[Detector] = Registry("detectors")
