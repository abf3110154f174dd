"""Strategies that decide clusters without a person, as far as they can. One file is one strategy."""

from annotation.adjudication.strategies._base import Strategy, Terms
from annotation.registry import Registry

STRATEGIES: Registry[Strategy] = Registry("adjudication.strategies")

__all__ = ["STRATEGIES", "Strategy", "Terms"]
