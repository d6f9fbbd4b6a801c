"""Each command does what its help says, on the bundled examples."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tahqiq.cli import command_line
from tahqiq.exported import INTERCHANGE
from tahqiq.reconcile.policies import POLICIES

EXAMPLES = Path(__file__).parents[2] / "examples"


def tahqiq(*arguments: str, stdin: str = "", code: int = 0) -> str:
    """Run a command; its standard output, and where it is to fail its standard error too."""
    done = CliRunner().invoke(command_line(arguments), list(arguments), input=stdin)
    assert code == done.exit_code, done.output
    return done.stdout if code == 0 else done.stdout + done.stderr


def typed(*arguments: str) -> tuple[int, str]:
    """Run the program as a user types it; its exit code and standard error."""
    program = [sys.executable, "-m", "tahqiq", *arguments]
    done = subprocess.run(program, capture_output=True, text=True, encoding="utf-8")
    return done.returncode, done.stderr


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    where = str(tmp_path_factory.mktemp("ledger") / "story")
    tahqiq("ingest", str(EXAMPLES / "detention"), str(EXAMPLES / "flood"), "--ledger", where)
    return where


def test_ingesting_twice_adds_nothing(ledger: str) -> None:
    said = tahqiq("ingest", str(EXAMPLES / "flood"), "--ledger", ledger)
    assert "0 new" in said
    assert "known already" in said


def test_what_cannot_be_read_is_listed_and_the_rest_is_ingested(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "good.txt").write_text("قُتل 12 شخصا في المدينة.", "utf-8")
    (folder / "bad.txt").write_bytes(b"\x00\x01\x02")
    (folder / "rows.jsonl").write_text('{"id": "a"}\n{"id": "b", "text": "أصيب ثلاثة جنود."}\n', "utf-8")
    said = tahqiq("ingest", str(folder), "--ledger", str(tmp_path / "kept"), code=1)
    assert "2 new, 2 rejected" in said
    assert "bad.txt: " in said
    assert "rows.jsonl:1: " in said


def test_figures_say_who_and_in_which_words(ledger: str) -> None:
    rows = [json.loads(line) for line in tahqiq("figures", "--ledger", ledger, "--format", "jsonl").splitlines()]
    assert rows
    assert {"quote", "low", "high", "source", "counted", "predicate", "start", "end"} <= rows[0].keys()


def test_tables_come_as_csv(ledger: str) -> None:
    for command in ("statements", "sources", "timeline", "measures", "conflicts"):
        rows = list(csv.reader(io.StringIO(tahqiq(command, "--ledger", ledger, "--format", "csv"))))
        assert len(rows) > 1, command
        assert {len(rows[0])} == {len(row) for row in rows}


def test_the_amnesty_is_contradicted(ledger: str) -> None:
    rows = [json.loads(line) for line in tahqiq("conflicts", "--ledger", ledger, "--format", "jsonl").splitlines()]
    pairs = [{(r["a_low"], r["a_high"]), (r["b_low"], r["b_high"])} for r in rows]
    assert {(180, 180), (1200, 1200)} in pairs


def test_contradictions_are_told_in_arabic(ledger: str) -> None:
    told = tahqiq("conflicts", "--ledger", ledger, "--lang", "ar")
    assert ("السبب", "المفرج عنهم") == tuple(word for word in ("السبب", "المفرج عنهم") if word in told)
    rows = json.loads(tahqiq("conflicts", "--ledger", ledger, "--lang", "ar", "--format", "json"))
    assert "أكثر من 400" in {row["b"] for row in rows}


def test_a_file_of_actors_wins_and_its_reports_are_read_anew(tmp_path: Path) -> None:
    own, report, kept = tmp_path / "own.tsv", tmp_path / "r.txt", str(tmp_path / "kept")
    own.write_text("name\tenglish\tkind\nقلم المتابعة\tFollow-up Office\tgovernment\n", "utf-8")
    report.write_text("قال قلم المتابعة إن 12 شخصا قتلوا.", "utf-8")
    told = json.loads(tahqiq("extract", str(report), "--actors", str(own)))
    assert "government" == told["statements"][0]["source_kind"]
    tahqiq("ingest", str(report), "--ledger", kept)
    assert "1 read anew" in tahqiq("ingest", str(report), "--ledger", kept, "--actors", str(own))
    assert "1 known already" in tahqiq("ingest", str(report), "--ledger", kept, "--actors", str(own))
    (row,) = json.loads(tahqiq("sources", "--ledger", kept, "--format", "json"))
    assert ("قلم المتابعة", "government") == (row["source"], row["kind"])


def test_a_fault_in_a_file_of_actors_is_named_with_its_line(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("name\tkind\nسين\tgang\n", "utf-8")
    code, said = typed("extract", str(own), "--actors", str(own))
    assert (2, True) == (code, f"{own}:2: 'gang' is no kind: state, person" in said)
    code, said = typed("extract", str(own), "--actors", str(tmp_path / "none.tsv"))
    assert (2, True) == (code, "cannot be read as a file of actors" in said)


def test_sources_have_their_english_names_where_they_are_known(ledger: str) -> None:
    rows = json.loads(tahqiq("sources", "--ledger", ledger, "--format", "json"))
    english = {row["source"]: row["english"] for row in rows}
    assert ("Iraqi army", "") == (english["الجيش العراقي"], english["مروان الخطيب"])


def ids(ledger: str, command: str, *arguments: str) -> list[str]:
    """The ids of the rows that a listing gives."""
    lines = tahqiq(command, "--ledger", ledger, *arguments, "--format", "jsonl").splitlines()
    return [json.loads(line)["id"] for line in lines]


def test_every_claim_of_a_ledger_can_be_explained_as_it_was_read(ledger: str) -> None:
    for id in (*ids(ledger, "figures")[::9], *ids(ledger, "statements")[::9]):
        told = json.loads(tahqiq("explain", id[:16], "--ledger", ledger, "--format", "json"))
        assert id == told["id"]
        assert "reading" not in {step["what"] for step in told["steps"]}, told
        assert "chain" == told["steps"][-1]["what"]


def test_a_figure_is_explained_in_words_with_its_statement(ledger: str) -> None:
    (id,) = ids(ledger, "figures", "--by", "مسؤول في الإدارة الذاتية")[:1]
    said = tahqiq("explain", id, "--ledger", ledger)
    assert f"figure {id}" == said.splitlines()[0]
    held_by = said.splitlines()[-1].removeprefix("  held by: statement ")
    assert held_by in ids(ledger, "statements", "--by", "مسؤول في الإدارة الذاتية")
    assert "  source: " in tahqiq("explain", held_by, "--ledger", ledger)


def test_a_listing_shows_the_beginning_of_an_id_that_explain_takes(ledger: str) -> None:
    (first, *_) = ids(ledger, "statements")
    assert first[:10] in tahqiq("statements", "--ledger", ledger)
    assert f"statement {first}" in tahqiq("explain", first[:10], "--ledger", ledger)


def test_an_id_that_is_unknown_or_fits_several_claims_is_refused(ledger: str) -> None:
    code, said = typed("explain", "xyz", "--ledger", ledger)
    assert (2, True) == (code, "there is no figure or statement 'xyz'" in said)
    firsts = [id[0] for id in ids(ledger, "figures")]
    shared = max(firsts, key=firsts.count)
    code, said = typed("explain", shared, "--ledger", ledger)
    assert (2, True) == (code, f"{shared!r} could be more than one claim: figure {shared}" in said)


@pytest.mark.parametrize("asked", ["الجيش العراقي", "الجَيْش العِراقى", "الجيش", "iraqi army"])
def test_a_source_is_found_in_any_spelling_and_by_a_part_of_its_name(ledger: str, asked: str) -> None:
    lines = tahqiq("statements", "--ledger", ledger, "--by", asked, "--format", "jsonl").splitlines()
    assert "الجيش العراقي" in {json.loads(line)["source"] for line in lines}


def test_a_source_that_nobody_is_called_is_refused_with_the_nearest(ledger: str) -> None:
    code, said = typed("figures", "--ledger", ledger, "--by", "الجيس العراقي")
    assert 2 == code
    assert "there is no source 'الجيس العراقي'; nearest: الجيش العراقي" in said


def test_measures_hold_their_positions_and_relations(ledger: str) -> None:
    found = [json.loads(line) for line in tahqiq("measures", "--ledger", ledger, "--format", "jsonl").splitlines()]
    assert {"positions", "relations", "estimates", "figures"} <= found[0].keys()
    assert all("interval" in measure["estimates"] for measure in found)


def test_an_edit_is_listed_with_what_it_changed_and_an_undone_edit_is_another(tmp_path: Path) -> None:
    where = str(tmp_path / "kept")
    for dead in (215, 246, 215):
        row = {"id": "quake", "text": f"أعلنت وزارة الصحة مقتل {dead} شخصا في زلزال سهل الورد."}
        tahqiq("ingest", "-", "--ledger", where, stdin=json.dumps(row) + "\n")
    found = [json.loads(line) for line in tahqiq("versions", "--ledger", where, "--format", "jsonl").splitlines()]
    told = [(r["version"], r["change"], r["before_low"], r["low"], r["announced"]) for r in found]
    assert [(2, "raised", 215, 246, "no"), (3, "lowered", 246, 215, "no")] == told
    assert "246" in found[0]["quote"] and "215" in found[0]["before_quote"]
    assert "215" in tahqiq("figures", "--ledger", where, "--format", "csv")
    assert "there is no report 'another'" in typed("versions", "--ledger", where, "--report", "another")[1]


def test_a_story_s_framing_tells_terms_positions_and_sources(ledger: str) -> None:
    rows = [json.loads(line) for line in tahqiq("framing", "--ledger", ledger, "--format", "jsonl").splitlines()]
    assert {"term", "position", "source"} == {r["aspect"] for r in rows}
    assert all(r["own"] + r["reported"] + r["quoted"] > 0 for r in rows if r["aspect"] == "term")
    one = rows[0]["story"]
    alone = list(csv.reader(io.StringIO(tahqiq("framing", "--ledger", ledger, "--story", one, "--format", "csv"))))
    assert sum(r["story"] == one for r in rows) == len(alone) - 1
    tables = tahqiq("framing", "--ledger", ledger, "--story", one)
    assert all(f"{aspect}s\n" in tables for aspect in ("term", "position", "source"))
    assert 2 == typed("framing", "--ledger", ledger, "--story", "no such story")[0]


RULES = """
[[alert]]
name = "tolls"
on = "figure"
predicate = "killed"

[[alert]]
name = "leaps"
on = "jump"
factor = 0

[[alert]]
name = "edits"
on = "edit"
"""


def test_alerts_are_raised_on_ingest_once_and_a_bad_rule_stops_nothing(tmp_path: Path) -> None:
    where, rules, feed = str(tmp_path / "kept"), tmp_path / "rules.toml", tmp_path / "feed.xml"
    rules.write_text(RULES, "utf-8")
    row = {"id": "quake", "outlet": "المدى", "url": "https://mada.example/1"}
    asked = ("ingest", "-", "--ledger", where, "--alerts", str(rules))
    for dead, new in ((215, 1), (215, 0), (246, 2)):
        words = {"text": f"أعلنت وزارة الصحة مقتل {dead} شخصا في زلزال سهل الورد."}
        said = tahqiq(*asked, stdin=json.dumps(row | words) + "\n", code=1)
        assert f"alerts: {new} new" in said
        assert "rules.toml: rule 'leaps': factor must be a number above 1, not 0" in said
    found = [json.loads(line) for line in tahqiq("alerts", "--ledger", where, "--format", "jsonl").splitlines()]
    assert ["figure", "figure", "edit"] == [r["kind"] for r in found]
    assert {"https://mada.example/1"} == {r["url"] for r in found}
    assert str(feed) == tahqiq("alerts", "--ledger", where, "--atom", str(feed)).strip()
    assert 3 == feed.read_text("utf-8").count("<entry>")
    assert "sound" in tahqiq("verify", "--ledger", where)


def test_rules_are_kept_in_the_ledger_s_directory(tmp_path: Path) -> None:
    where = tmp_path / "kept"
    row = json.dumps({"id": "a", "text": "قُتل 12 شخصا."}) + "\n"
    assert "alerts" not in tahqiq("ingest", "-", "--ledger", str(where), stdin=row)
    (where / "alerts.toml").write_text('[[alert]]\nname = "all"\non = "figure"\n', "utf-8")
    assert "alerts: 1 new" in tahqiq("ingest", "-", "--ledger", str(where), stdin=row)
    assert (
        "no such file" in tahqiq("ingest", "-", "--ledger", str(where), "--alerts", "none", stdin=row, code=1).lower()
    )


def test_search_finds_a_word_in_any_form(ledger: str) -> None:
    hits = tahqiq("search", "سجين", "--ledger", ledger, "--format", "jsonl").splitlines()
    assert hits


def test_the_page_is_one_file(ledger: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert str(page) == tahqiq("report", "--ledger", ledger, "-o", str(page)).strip()
    assert page.read_text("utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("form", ["csv", "jsonl", "json", "parquet"])
def test_tables_are_exported(ledger: str, tmp_path: Path, form: str) -> None:
    written = tahqiq("export", "--ledger", ledger, "-o", str(tmp_path / "out"), "--format", form).split()
    assert sorted(INTERCHANGE) == sorted(Path(w).stem for w in written)
    empty = ("versions", "judgements")  # nothing was edited, and nobody judged
    assert all(Path(w).stat().st_size for w in written if Path(w).stem not in empty)


def test_a_ledger_is_verified_and_damage_is_named(ledger: str, tmp_path: Path) -> None:
    said = tahqiq("verify", "--ledger", ledger)
    assert "sound" in said
    raw = next(path for path in (Path(ledger) / "raw").rglob("*.zst"))
    kept = raw.read_bytes()
    try:
        raw.chmod(0o644)
        raw.write_bytes(kept[:-4] + b"\0\0\0\0")
        assert "problem: " in tahqiq("verify", "--ledger", ledger, code=1)
    finally:
        raw.write_bytes(kept)


def test_extract_writes_records_whose_spans_hold_their_words() -> None:
    words = "قال مسؤول عراقي إن 150 معتقلا نُقلوا أمس."
    row = json.dumps({"id": "r1", "text": words, "published": "2026-01-22"})
    record = json.loads(tahqiq("extract", "-", stdin=row + "\n"))
    figure = record["figures"][0]
    assert (150, "150") == (figure["low"], words[slice(*figure["span"])])
    assert "2026-01-21" == record["dates"][0]["value"]


def test_parse_reads_rows_and_lists_broken_ones() -> None:
    rows = '{"id": 1, "text": "أكثر من 400"}\n[]\n{"id": 2, "text": "لا شيء"}\n'
    said = tahqiq("parse", "numbers", stdin=rows, code=1)
    answers = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    assert [1, 2] == [a["id"] for a in answers]
    assert (400, None, "more_than") == tuple(answers[0]["mentions"][0][k] for k in ("low", "high", "approx"))
    assert "stdin:2" in said


def test_a_mention_can_be_explained() -> None:
    said = tahqiq("parse", "numbers", "--explain", stdin='{"id": 1, "text": "عمره 45 عاما، وقتل أكثر من 20 ألفا"}\n')
    assert "figure: no: an age" in said
    assert "more_than, 20,000 to open, count" in said
    said = tahqiq("parse", "dates", "--explain", stdin='{"id": 1, "text": "أمس", "base": "2018-05-16"}\n')
    assert "2018-05-15 (gregorian)   (rule: day counted from publication)" in said
    assert "counted from: 2018-05-16" in said


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("figures", "--ledger", "nowhere"), "there is no ledger"),
        (("extract", "-", "--published", "soon"), "is not an ISO 8601 date"),
    ],
)
def test_errors_are_one_line_that_names_the_reason(arguments: tuple[str, ...], words: str) -> None:
    code, said = typed(*arguments)
    assert (2, 1) == (code, len(said.strip().splitlines()))
    assert words in said


def test_what_cannot_be_written_is_one_line_too(ledger: str, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("", "utf-8")
    code, said = typed("report", "--ledger", ledger, "-o", str(taken / "page.html"))
    assert (2, 1) == (code, len(said.strip().splitlines()))
    assert str(taken) in said


def test_a_policy_that_is_not_published_is_refused_with_those_that_are(ledger: str) -> None:
    code, said = typed("measures", "--ledger", ledger, "--policy", "guess")
    assert 2 == code
    assert "known: interval" in said


@pytest.mark.parametrize("command", ["measures", "report"])
def test_help_names_every_policy(command: str) -> None:
    said = tahqiq(command, "--help")
    assert [] == [name for name in POLICIES if name not in said]


def test_the_ids_of_stories_are_where_help_says(ledger: str) -> None:
    listing = ("measures", "--ledger", ledger, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(tahqiq(*listing))))
    wanted = rows[0]["story"]
    assert [row for row in rows if row["story"] == wanted] == list(
        csv.DictReader(io.StringIO(tahqiq(*listing, "--story", wanted)))
    )


NAMES_NOTHING = [
    # command and filter                          what is said
    (("figures", "--predicate", "kiled"), "there is no predicate 'kiled'; nearest: killed"),
    (("figures", "--predicate", "other:kiled"), "there is no predicate 'other:kiled'"),
    (("figures", "--report", "detention-shadadi-1"), "nearest: detention-shaddadi-1"),
    (("statements", "--report", "nope"), "there is no report 'nope'"),
    (("versions", "--report", "nope"), "there is no report 'nope'"),
    (("measures", "--story", "foo"), "there is no story 'foo'; known: "),
    (("conflicts", "--story", "foo"), "there is no story 'foo'; known: "),
    (("framing", "--story", "foo"), "there is no story 'foo'; known: "),
    (("export", "-o", "{out}", "--story", "foo"), "there is no story 'foo'; known: "),
    (("export", "-o", "{out}", "--table", "figure"), "there is no table 'figure'; known: "),
    (("export", "-o", "{out}", "--table", "figures", "-f", "ged"), "ged has no tables to choose from"),
    (("export", "-o", "{out}", "--table", "judgements", "--story", "x"), "judgements is of the whole ledger"),
    (("export", "-o", "{out}", "-f", "pdf"), "a PDF is of one story, and none is named; known: "),
    (("report", "-o", "{out}", "--story", "foo"), "there is no story 'foo'; known: "),
]


@pytest.mark.parametrize(("asked", "says"), NAMES_NOTHING)
def test_a_filter_that_names_nothing_is_an_error(
    ledger: str, tmp_path: Path, asked: tuple[str, ...], says: str
) -> None:
    out = tmp_path / "out"
    code, said = typed(*(part.format(out=out) for part in asked), "--ledger", ledger)
    assert (2, True) == (code, says in said), said
    assert not out.exists() or not list(out.iterdir())


def test_a_filter_that_names_something_may_find_nothing(ledger: str) -> None:
    said = tahqiq("figures", "--ledger", ledger, "--predicate", "cost", "--report", "detention-shaddadi-1")
    assert "nothing found" in said


def test_one_story_and_one_table_are_exported(ledger: str, tmp_path: Path) -> None:
    story = json.loads(tahqiq("measures", "--ledger", ledger, "--format", "jsonl").splitlines()[0])["story"]
    written = tahqiq("export", "--ledger", ledger, "-o", str(tmp_path), "--story", story, "--table", "measures")
    assert [str(tmp_path / "measures.csv")] == written.split()
    with (tmp_path / "measures.csv").open(encoding="utf-8", newline="") as file:
        assert {story} == {row["story"] for row in csv.DictReader(file)}
