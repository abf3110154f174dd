"""Showing and replacing a codebook."""

from pathlib import Path

from tests.annotation.commands.runner import answer, refused, run


def test_a_codebook_is_shown_and_applied(file: Path, tmp_path: Path) -> None:
    shown = run("codebook", "show", file)
    assert shown.stdout.startswith("# The default codebook of Selon.")
    other = tmp_path / "c.toml"
    other.write_text(shown.stdout.replace('version = "2"', 'version = "3"'), encoding="utf-8")
    assert run("codebook", "apply", file, other).exit_code == 0
    assert answer("info", file)["codebook"] == "selon-default 3"
    other.write_text("nonsense")
    before = file.read_bytes()
    assert "not valid TOML" in refused("codebook", "apply", file, other)
    assert file.read_bytes() == before


def test_a_change_of_the_codebook_is_tried_and_applied_with_moves(file: Path, tmp_path: Path) -> None:
    toml = run("codebook", "show", file).stdout
    new = tmp_path / "new.toml"
    new.write_text(toml.replace("\ncardinal = ", "\ncount = "), encoding="utf-8")
    remap = tmp_path / "remap.toml"
    remap.write_text('[tagset.figure_kind]\ncardinal = "count"\n', encoding="utf-8")
    tried = answer("codebook", "apply", file, new, "--remap", remap, "--dry-run")
    assert tried["applied"] is False
    assert {
        "place": "tagset.figure_kind.cardinal",
        "outcome": "followed",
        "records": tried["changed"],
    } in tried["effects"]
    assert run("codebook", "show", file).stdout == toml
    said = run(
        "codebook", "apply", file, new, "--map", "tagset.figure_kind.cardinal=count", "--note", "clearer"
    )
    assert "is in force" in said.stdout
    assert run("codebook", "show", file).stdout == new.read_text(encoding="utf-8")
    assert "is not in the codebook" in refused("codebook", "apply", file, new, "--map", "layer.no=x")
