"""Each kind of network knows what the polarity may do in it."""

import pytest

from annotation.exporters._networks.kinds import kind_of_network
from annotation.exporters._networks.options import NETWORK
from tests.annotation.exporters.networks.corpus import plan


@pytest.mark.parametrize(
    ("network", "aggregation"),
    [("actor-concept", "subtract"), ("actor-congruence", "congruence"), ("actor-conflict", "conflict"),
     ("actor-actor", "subtract"), ("source-co-use", "ignore"), ("outlet-source", "ignore")],
)  # fmt: skip
def test_without_a_choice_the_usual_is_done(network: str, aggregation: str) -> None:
    kind = kind_of_network(plan(network=network))
    assert (kind.aggregation, kind.normalization, kind.replaced) == (aggregation, "no", ())


def test_every_kind_that_can_be_chosen_is_known() -> None:
    kinds = [kind_of_network(plan(network=choice.value)) for choice in NETWORK.choices]
    assert len({(kind.layer, kind.shape, kind.rows, kind.aggregation) for kind in kinds}) == len(kinds)


@pytest.mark.parametrize(
    ("network", "qualifier", "normalization"),
    [("actor-concept", "congruence", "jaccard"), ("actor-congruence", "combine", "activity"),
     ("outlet-source", "subtract", "cosine")],
)  # fmt: skip
def test_what_a_shape_does_not_know_is_replaced_and_named(
    network: str, qualifier: str, normalization: str
) -> None:
    kind = kind_of_network(plan(network=network, qualifier=qualifier, normalization=normalization))
    assert (kind.aggregation, kind.normalization) == ("ignore", "no")
    assert kind.replaced == (qualifier, normalization)


def test_sources_are_used_together_in_articles_or_outlets() -> None:
    assert kind_of_network(plan(network="source-co-use")).columns == "article"
    assert kind_of_network(plan(network="source-co-use", co_use="outlet")).columns == "outlet"
