"""Double-blind work as a setting."""

from annotation.records.blinding import Blinding


def test_the_setting_is_read_as_it_was_written() -> None:
    blinding = Blinding(reviewers=("rita", "max"))
    assert Blinding.from_json(blinding.to_json()) == blinding
    assert Blinding.from_json(None) is None
    assert Blinding.from_json("on") is None
    assert Blinding.from_json({"reviewers": 3}) == Blinding()


def test_everybody_but_the_reviewers_is_veiled() -> None:
    blinding = Blinding(reviewers=("rita",))
    assert not blinding.veils("rita")
    assert blinding.veils("anna")
    assert Blinding().veils("rita")
    assert blinding.veils("")
