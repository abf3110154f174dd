"""Adjudication: annotators' records side by side, and the decisions that make the gold set."""

from annotation.adjudication.automatic import (
    Merge,
    articles_to_merge,
    learn_trust,
    merging_steps,
    proposal_of,
)
from annotation.adjudication.cluster import Cluster, Kind, Option, Row, Value
from annotation.adjudication.comparison import Comparison, Material, cluster_id, compare
from annotation.adjudication.deciding import agree_all, decide
from annotation.adjudication.draft import Draft, Pick, begin
from annotation.adjudication.kinds import kind_of_row
from annotation.adjudication.merging import Proposal, accept, propose
from annotation.adjudication.reading import read_comparison, read_material
from annotation.adjudication.strategies import STRATEGIES, Strategy, Terms
from annotation.adjudication.trust import Skill, Trust, Trusted

__all__ = [
    "STRATEGIES",
    "Cluster",
    "Comparison",
    "Draft",
    "Kind",
    "Material",
    "Merge",
    "Option",
    "Pick",
    "Proposal",
    "Row",
    "Skill",
    "Strategy",
    "Terms",
    "Trust",
    "Trusted",
    "Value",
    "accept",
    "agree_all",
    "articles_to_merge",
    "begin",
    "cluster_id",
    "compare",
    "decide",
    "kind_of_row",
    "learn_trust",
    "merging_steps",
    "proposal_of",
    "propose",
    "read_comparison",
    "read_material",
]
