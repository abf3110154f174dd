"""Measures of agreement. One file is one measure."""

from annotation.measures._base import Coefficient, Measure, Row, Unit, Units
from annotation.registry import Registry

MEASURES: Registry[Measure] = Registry("measures")

__all__ = ["MEASURES", "Coefficient", "Measure", "Row", "Unit", "Units"]
