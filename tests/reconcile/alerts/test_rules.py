"""Rule files: what can be used is used, and what cannot is named with its reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from tahqiq.acquire.alert_rules import read_rules
from tahqiq.model.alert import AlertKind, AlertRule
from tahqiq.reconcile.alerts import parse_rules

GOOD = '[[alert]]\nname = "tolls"\non = "figure"\npredicate = "killed"\n'

BAD = [
    # the second rule                                          what is said of it
    ('name = "x"', "does not say what it is on"),
    ('on = "figure"', "it has no name"),
    ('name = ""\non = "figure"', "name must be words"),
    ('name = "x"\non = "rumour"', "cannot be on 'rumour', only on figure, contradiction, jump, edit"),
    ('name = "x"\non = "figure"\npredicat = "killed"', "has no 'predicat'; it may have actor, name, on"),
    ('name = "x"\non = "figure"\npredicate = "slain"', "there is no predicate 'slain'; known: affected"),
    ('name = "x"\non = "figure"\nplace = 7', "place must be words"),
    ('name = "x"\non = "jump"\nfactor = 1', "factor must be a number above 1, not 1"),
    ('name = "x"\non = "jump"\nfactor = "three"', "factor must be a number above 1, not 'three'"),
    ('name = "x"\non = "jump"\nfactor = true', "factor must be a number above 1"),
    ('name = "x"\non = "jump"\nfactor = nan', "factor must be a number above 1"),
    ('name = "x"\non = "figure"\nfactor = 3', "has no 'factor'"),
    ('name = "x"\non = "edit"\nsilent = "yes"', "silent must be true or false"),
    ('name = "tolls"\non = "figure"', "another rule has this name"),
    (f'name = "{"x" * 300}"\non = "figure"', "at most 200 characters"),
]


@pytest.mark.parametrize(("second", "reason"), BAD)
def test_a_bad_rule_is_named_and_the_others_stand(second: str, reason: str) -> None:
    rules, (problem,) = parse_rules(f"{GOOD}[[alert]]\n{second}\n", "rules.toml")
    assert [AlertRule("tolls", AlertKind.FIGURE, "killed")] == list(rules)
    assert reason in problem.reason
    assert str(problem).startswith("rules.toml: rule ")


def test_a_rule_without_a_name_goes_by_its_number() -> None:
    _, (problem,) = parse_rules(f'{GOOD}[[alert]]\non = "figure"\n', "rules.toml")
    assert "rule number 2" == problem.rule


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("[[alert]\n", "it is not TOML"),
        ("alert = 3\n", "a rule begins with [[alert]]"),
        ("[alert]\nname = 'x'\n", "a rule begins with [[alert]]"),
        ("alert = [1]\n", "it is no table"),
        ("[[alarm]]\nname = 'x'\n", "it may hold [[alert]] tables only, not 'alarm'"),
    ],
)
def test_a_file_that_holds_no_rules_says_why(written: str, reason: str) -> None:
    rules, problems = parse_rules(written, "rules.toml")
    assert () == rules
    assert any(reason in str(problem) for problem in problems)


def test_no_rules_are_no_problem() -> None:
    assert ((), ()) == parse_rules("", "rules.toml")


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes(b"\xe9")
    (tmp_path / "large.toml").write_bytes(b"#" * (1 << 21))
    for name, reason in (("none.toml", "cannot be read"), ("latin.toml", "not UTF-8"), ("large.toml", "megabyte")):
        rules, (problem,) = read_rules(tmp_path / name)
        assert () == rules
        assert name in str(problem) and reason in str(problem)


def test_the_documented_file_is_read_whole(tmp_path: Path) -> None:
    document = (Path(__file__).parents[3] / "docs" / "alerts.md").read_text("utf-8")
    written = document.split("## A rule file\n")[1].split("\n## ")[0].replace("\n    ", "\n")
    (tmp_path / "alerts.toml").write_text(written, "utf-8")
    rules, problems = read_rules(tmp_path / "alerts.toml")
    assert () == problems
    assert {AlertKind.FIGURE, AlertKind.CONTRADICTION, AlertKind.JUMP, AlertKind.EDIT} == {rule.on for rule in rules}
