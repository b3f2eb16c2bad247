"""Every YAML file there is, rewritten in the fixed form without loss; what would lose anything is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from overens.agreement.file_kind import kind_of
from overens.intake.register import shipped_library
from overens.scenario.read_as import read_as
from overens.usecases.rewrite import rewrite_files, rewrite_text
from overens.writing.tree import read_tree
from tests.builders import agreement_text, said

SHIPPED = sorted(path for path in shipped_library().rglob("*.yaml") if path.parent.name != "sprak")
SOUND = agreement_text("a: {namn: A, belopp: 5 Mkr, källa: k, till: SKR}")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_every_shipped_file_says_the_same_in_the_fixed_form(path: Path) -> None:
    text, folder = path.read_text(encoding="utf-8"), path.parent.name

    once = rewrite_text(text, file=path.name, folder=folder, drop_comments=True)

    assert said(once.problems) == []
    assert once.new is not None
    assert once.kind is not None
    assert read_as(once.kind, once.new, file="f")[0] == read_as(once.kind, text, file="f")[0]
    again = rewrite_text(once.new, file=path.name, folder=folder)
    assert again.kind is once.kind
    assert not again.is_changed
    assert "\t" not in once.new
    assert once.new.endswith("\n")
    assert not once.new.endswith("\n\n")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_no_pot_or_source_changes_its_place_among_the_others(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    new = rewrite_text(text, file="f", folder=path.parent.name, drop_comments=True).new or ""

    def order(of: str) -> list[list[str]]:
        value = read_tree(of, file="f")[0].value
        return [list(value.get(key, {})) for key in ("källor", "potter")]

    assert order(new) == order(text)


def test_a_file_with_errors_is_refused_with_all_of_them() -> None:
    found = rewrite_text(SOUND.replace("2023-12-20", "2023-02-31").replace("5 Mkr", "5.0 Mkr"), file="prov.yaml")

    assert found.new is None
    assert not found.is_changed
    assert [problem.place.line for problem in found.problems] == [5, 12]


def test_comments_are_named_with_their_lines_unless_they_may_be_dropped() -> None:
    text = f"# överst\n{SOUND}# sist\n"

    refused, dropped = (rewrite_text(text, file="prov.yaml", drop_comments=drop) for drop in (False, True))

    assert refused.new is None
    assert [problem.place.line for problem in refused.problems] == [1, len(text.splitlines())]
    assert "'# överst'" in refused.problems[0].say()
    assert [comment.text for comment in dropped.dropped] == ["# överst", "# sist"]
    assert dropped.new is not None
    assert "#" not in dropped.new


def test_the_line_for_the_editor_is_kept() -> None:
    line = "# yaml-language-server: $schema=avtal.schema.json\n"

    found = rewrite_text(line + SOUND, file="f")

    assert found.new is not None
    assert found.new.startswith(f"{line}id: prov-2024\n")
    assert found.new.count("#") == 1


def test_a_folder_gives_its_yaml_files_once_each(tmp_path: Path) -> None:
    for name in ("avtal/a.yaml", "serier/b.yml", "sammanstallningar/c.yaml", "d.csv", "e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("id: a\nnamn: A\nsaknas: []\n", encoding="utf-8")

    found = rewrite_files([tmp_path, tmp_path / "avtal" / "a.yaml"])

    assert [Path(file.file).name for file in found] == ["a.yaml", "c.yaml", "b.yml"]
    assert [file.kind and file.kind.value for file in found] == ["serie", "sammanställning", "serie"]


@pytest.mark.parametrize(
    ("name", "words"), [("finns-inte.yaml", "finns inte"), ("x.csv", "ingen YAML-fil"), ("tom", "inga YAML-filer")]
)
def test_what_is_no_file_of_ours(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "x.csv").write_text("a", encoding="utf-8")
    (tmp_path / "tom").mkdir()

    (found,) = rewrite_files([tmp_path / name])

    assert words in found.problems[0].say()


def test_the_difference_counts_the_lines_that_came_or_went() -> None:
    text = rewrite_text(SOUND, file="f").new or ""

    one_other = rewrite_text(text.replace("5 Mkr", "5  Mkr"), file="f")
    two_fewer = rewrite_text(f"# a\n# b\n{text}", file="f", drop_comments=True)

    assert kind_of(text) is one_other.kind
    assert (one_other.lines_changed, two_fewer.lines_changed) == (1, 2)
    assert rewrite_text(text, file="f").difference == []
