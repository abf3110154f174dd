"""Adjudication: annotators' records side by side, and the decisions that make the gold set."""

from annotation.adjudication.cluster import Cluster, Kind, Option, Row, Value
from annotation.adjudication.comparison import Comparison, Material, cluster_id, compare
from annotation.adjudication.deciding import agree_all, decide
from annotation.adjudication.draft import Draft, Pick, begin
from annotation.adjudication.kinds import kind_of_row
from annotation.adjudication.reading import read_comparison, read_material

__all__ = [
    "Cluster",
    "Comparison",
    "Draft",
    "Kind",
    "Material",
    "Option",
    "Pick",
    "Row",
    "Value",
    "agree_all",
    "begin",
    "cluster_id",
    "compare",
    "decide",
    "kind_of_row",
    "read_comparison",
    "read_material",
]
