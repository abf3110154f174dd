"""Measures of agreement. One file is one measure."""

from annotation.measures._base import Coefficient, Counts, Measure, Row, Takes, Unit, Units
from annotation.registry import Registry

MEASURES: Registry[Measure] = Registry("measures")

__all__ = ["MEASURES", "Coefficient", "Counts", "Measure", "Row", "Takes", "Unit", "Units"]
