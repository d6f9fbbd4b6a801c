"""Reviewing: the queue, each act and its undo, corrections that flow into estimates, and two people at once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from tahqiq.ledger import Ledger
from tahqiq.ledger.recall import Filter, Held
from tahqiq.model.claim import Figure
from tahqiq.model.judgement import JudgementKind, Target, TargetKind
from tahqiq.people.roles import Role, Scope
from tahqiq.web.addresses import PAGES, address
from tests.export.page.test_hostile import NAUGHTY, shape
from tests.export.page.tree import Element, parse
from tests.web.conftest import client_of, filled
from tests.web.people import Newsroom, newsroom
from tests.web.visiting import fill, form_of, send

ROWS = [
    ("صحيفة المنارة", "2026-03-11", "قال محافظ السهل سالم الراوي إن 37 شخصا قتلوا في سيول وادي الزيتون يوم الثلاثاء."),
    ("إذاعة التل", "2026-03-11", "قالت هيئة الإغاثة إن 52 شخصا قتلوا في سيول وادي الزيتون يوم الثلاثاء."),
    ("وكالة الضفة", "2026-03-11", "قالت هيئة الإغاثة إن العشرات أصيبوا في سيول وادي الزيتون يوم الثلاثاء."),
]


def given() -> Iterator[dict[str, str]]:
    for n, (outlet, day, words) in enumerate(ROWS):
        yield {"id": f"r{n}", "outlet": outlet, "published": day, "title": "سيول وادي الزيتون", "text": words}


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with filled(tmp_path, given()) as ledger:
        yield newsroom(ledger)


def figure(ledger: Ledger, quote: str) -> Held[Figure]:
    return next(held for held in ledger.figures() if held.claim.span.quote == quote)


def claim_page(ledger: Ledger, quote: str) -> str:
    return address("/claim", kind="figure", id=figure(ledger, quote).id)


def estimate(ledger: Ledger) -> tuple[object, object]:
    """What the deaths are estimated at: low and high."""
    (measure,) = (m for m in ledger.measures() if m.predicate == "killed")
    (interval,) = (e for e in measure.estimates if e.policy == "interval")
    return interval.low, interval.high


def items(tree: Element) -> list[Element]:
    return [e for e in tree.all("article", "claim") if "data-item" in e.attributes]


def test_the_queue_puts_contradictions_first_then_what_is_uncertain(room: Newsroom) -> None:
    tree = parse(room.browser("editor").get("/review").text)
    doubts = [item.all("span", "tag")[0].words() for item in items(tree)]
    assert ["in a contradiction", "in a contradiction", "vague value"] == doubts[:3]
    words = next(item for item in items(tree) if item.all("mark")[0].words() == "37").words()
    for part in ("37", "people", "killed", "سالم الراوي", "صحيفة المنارة", "Read by the rule"):
        assert part in words
    assert {"37", "52"} == {item.all("mark")[0].words() for item in items(tree)[:2]}


@pytest.mark.parametrize(
    ("asked", "count"), [({"doubt": "vague"}, 1), ({"kind": "statement", "doubt": "contradiction"}, 0),
                         ({"predicate": "killed", "doubt": "contradiction"}, 2), ({"story": "none"}, 0)],
)  # fmt: skip
def test_the_queue_is_narrowed(room: Newsroom, asked: dict[str, str], count: int) -> None:
    answer = room.browser("analyst").get("/review", params=asked)
    assert count == len(items(parse(answer.text)))
    assert count or "Nothing waits" in answer.text


def test_what_was_decided_leaves_the_queue_and_comes_back_when_undone(room: Newsroom) -> None:
    client = room.browser("analyst")
    first = items(parse(client.get("/review").text))[0]
    answer = send(client, form_of(first, "/judge/accept"))
    assert "Kept: accepted." in parse(answer.text).all("div", "done")[0].words()
    assert first.words() not in {item.words() for item in items(parse(answer.text))}
    answer = send(client, form_of(parse(answer.text), "/judge/undo"))
    assert items(parse(answer.text))[0].all("mark")[0].words() == first.all("mark")[0].words()


def test_a_rejected_figure_counts_for_nothing_until_undone(room: Newsroom) -> None:
    client, page = room.browser("editor"), claim_page(room.ledger, "52")
    assert (37, 52) == estimate(room.ledger)
    answer = send(client, fill(form_of(parse(client.get(page).text), "/judge/reject"), why="هذا رقم قديم"))
    assert (37, 37) == estimate(room.ledger)
    for told in ("rejected by editor one", "هذا رقم قديم"):
        assert told in parse(answer.text).words()
    send(client, form_of(parse(answer.text), "/judge/undo"))
    assert (37, 52) == estimate(room.ledger)
    assert "undone" in parse(client.get(page).text).words()


def correcting(client: TestClient, ledger: Ledger, quote: str, back: str = "") -> dict[str, str]:
    """The form of a correction, filled with what was read."""
    page = address("/correct", kind="figure", id=figure(ledger, quote).id, back=back or None)
    return form_of(parse(client.get(page).text), "/judge/correct")


def test_a_correction_flows_into_the_estimate_at_once(room: Newsroom) -> None:
    client, ledger = room.browser("editor"), room.ledger
    (measure,) = (m for m in ledger.measures() if m.predicate == "killed")
    back = PAGES.measure(measure)
    form = fill(correcting(client, ledger, "52", back), low="42", high="٤٢", why="خطأ طباعي")
    answer = send(client, form)
    assert back in str(answer.url).replace("%2F", "/").split("&judged=")[0]
    assert (37, 42) == estimate(ledger)
    tree = parse(answer.text)
    assert "42" in tree.all("p", "estimate")[0].words()
    words = parse(client.get(claim_page(ledger, "52")).text).words()
    assert "corrected by editor one" in words and "خطأ طباعي" in words
    changed = parse(client.get(claim_page(ledger, "52")).text)
    assert ["52"] == [e.words() for e in changed.all("del")] and ["42"] == [e.words() for e in changed.all("ins")]
    assert 52 == figure(ledger, "52").claim.quantity.low


CORRECTIONS = [
    # what is filled in, and what the figure then says
    ({"place": "وادي الزيتون"}, lambda f: f.place and f.place.name == "وادي الزيتون"),
    ({"predicate": "missing"}, lambda f: f.predicate == "missing"),
    ({"source": "هيئة الإغاثة", "source_kind": "organization"}, lambda f: f.attribution.source.name == "هيئة الإغاثة"),
    ({"quote": "52 شخصا"}, lambda f: f.span.quote == "52 شخصا"),
    ({"when": "2026-03-09"}, lambda f: f.when and f.when.value == "2026-03-09"),
    ({"stance": "denied"}, lambda f: f.stance == "denied"),
    ({"low": "50", "high": "", "approx": "more_than"}, lambda f: (f.quantity.low, f.quantity.high) == (50, None)),
    ({"source": "ليلى حداد", "source_kind": "person", "basis": "person"},
     lambda f: f.attribution.source.name == "ليلى حداد"),
]  # fmt: skip


@pytest.mark.parametrize(("filled_in", "holds"), CORRECTIONS)
def test_every_part_can_be_corrected(room: Newsroom, filled_in: dict[str, str], holds: object) -> None:
    client, ledger = room.browser("editor"), room.ledger
    before = correcting(client, ledger, "52")
    if before.items() >= filled_in.items():
        filled_in = {**filled_in, "why": "as it was"}
        answer = send(client, fill(before, **filled_in))
        assert 422 == answer.status_code and "Nothing was changed" in answer.text
        return
    answer = send(client, fill(before, **filled_in))
    assert 200 == answer.status_code, parse(answer.text).words()
    from tahqiq.web.review.claims import judged

    assert holds(judged(ledger, "figure", figure(ledger, "52").id).meant)  # type: ignore[operator]


FAULTS = [
    # what is filled in, the field that says so, what is told
    ({"low": "many"}, "low", "have to fit the hedge"),
    ({"low": "9", "high": "3"}, "low", "have to fit the hedge"),
    ({"low": "1e999", "high": "1e999"}, "low", "have to fit the hedge"),
    ({"approx": "rather"}, "approx", "no such hedge"),
    ({"quote": "كلمات ليست هنا"}, "quote", "do not stand in the report"),
    ({"place": "القمر"}, "place", "does not stand in the report"),
    ({"when": "yesterday"}, "when", "no date in EDTF"),
    ({"source": "من لا يعرفه أحد"}, "source", "tick the box"),
    ({"source": " "}, "source", "tick the box"),
    ({"predicate": "<b>"}, "predicate", "no such predicate"),
    ({}, "", "Nothing was changed"),
]


@pytest.mark.parametrize(("filled_in", "field", "told"), FAULTS)
def test_what_cannot_be_is_told_beside_its_field_and_kept(
    room: Newsroom, filled_in: dict[str, str], field: str, told: str
) -> None:
    client = room.browser("editor")
    answer = send(client, fill(correcting(client, room.ledger, "52"), **filled_in, why="لأن"))
    tree = parse(answer.text)
    assert (422, True) == (answer.status_code, told in tree.by_id("fault").words())
    if field:
        assert "fault" in tree.by_id(field).attributes["aria-describedby"].split()
        assert "true" == tree.by_id(field).attributes["aria-invalid"]
    kept = form_of(tree, "/judge/correct")
    assert {**filled_in, "why": "لأن"}.items() <= kept.items()
    assert not list(room.ledger.judgements())


def test_the_span_can_be_chosen_by_its_place(room: Newsroom) -> None:
    client, ledger = room.browser("editor"), room.ledger
    raw = figure(ledger, "37").report.text.raw
    start = raw.index("سيول", 20)
    form = fill(correcting(client, ledger, "37"), quote="سيول", start=str(start), end=str(start + 4))
    assert 200 == send(client, form).status_code
    (made,) = ledger.judgements()
    assert [start, start + 4] == json.loads(made.after or "")["span"]


def test_a_statement_and_a_date_can_be_corrected(room: Newsroom) -> None:
    client, ledger = room.browser("editor"), room.ledger
    statement = next(iter(ledger.statements(Filter(report="r1"))))
    form = form_of(parse(client.get(address("/correct", kind="statement", id=statement.id)).text), "/judge/correct")
    assert 200 == send(client, fill(form, act="claim")).status_code
    date = next(iter(ledger.dates(Filter(report="r1"))))
    form = form_of(parse(client.get(address("/correct", kind="date", id=date.id)).text), "/judge/correct")
    assert 200 == send(client, fill(form, value="2026-03-09")).status_code
    assert 422 == send(client, fill(form, value="soon")).status_code


def test_grades_and_notes_stand_on_their_pages(room: Newsroom) -> None:
    client, ledger = room.browser("editor"), room.ledger
    source = address("/source", name="هيئة الإغاثة")
    answer = send(client, fill(form_of(parse(client.get(source).text), "/judge/grade"), grade="B"))
    assert "B: usually reliable" in parse(answer.text).words()
    answer = send(client, fill(form_of(parse(client.get(source).text), "/judge/note"), why="تصحح أرقامها كل يوم"))
    assert "تصحح أرقامها كل يوم" in parse(answer.text).words()
    answer = send(client, fill(form_of(parse(client.get(claim_page(ledger, "52")).text), "/judge/grade"), grade="2"))
    assert "2: probably true" in parse(answer.text).all("dl", "reading")[0].words()
    answer = send(client, fill(form_of(parse(client.get(source).text), "/judge/grade"), grade="Z"))
    assert 422 == answer.status_code and "no such grade" in answer.text
    assert 3 == len(list(ledger.judgements()))


def test_measures_are_split_and_merged(room: Newsroom) -> None:
    client, ledger = room.browser("editor"), room.ledger
    (measure,) = (m for m in ledger.measures() if m.predicate == "killed")
    page = address("/regroup", story=measure.story, measure=measure.id)
    tree = parse(client.get(page).text)
    form, tick = form_of(tree, "/judge/split"), f"tick:{figure(ledger, '52').id}"
    assert tick in {e.attributes["name"] for e in tree.all("input")}
    answer = send(client, fill(form, **{tick: "1"}))
    assert 200 == answer.status_code and "Kept: split" in answer.text
    killed = [m for m in ledger.measures() if m.predicate == "killed"]
    assert 2 == len(killed)
    page = address("/regroup", story=measure.story, measure=killed[0].id)
    form = form_of(parse(client.get(page).text), "/judge/merge")
    answer = send(client, fill(form, **{f"tick:{killed[1].id}": "1"}))
    assert 200 == answer.status_code and "Kept: merged" in answer.text
    assert 1 == len([m for m in ledger.measures() if m.predicate == "killed"])


def test_stories_are_split(room: Newsroom) -> None:
    client, ledger = room.browser("editor"), room.ledger
    story = max(ledger.stories(), key=lambda s: len(s.reports))
    before = len(list(ledger.stories()))
    form = form_of(parse(client.get(address("/regroup", story=story.id)).text), "/judge/split")
    assert 200 == send(client, fill(form, **{f"tick:{story.reports[-1]}": "1"})).status_code
    assert before + 1 == len(list(ledger.stories()))


def test_nothing_ticked_is_told(room: Newsroom) -> None:
    client, ledger = room.browser("editor"), room.ledger
    (measure,) = (m for m in ledger.measures() if m.predicate == "killed")
    tree = parse(client.get(address("/regroup", story=measure.story, measure=measure.id)).text)
    for kind in ("split", "merge"):
        answer = send(client, form_of(tree, f"/judge/{kind}"))
        assert 422 == answer.status_code and "Tick at least one" in answer.text


def test_the_second_of_two_people_sees_what_the_first_decided(room: Newsroom) -> None:
    first, second = room.browser("editor"), room.browser("admin")
    page = claim_page(room.ledger, "52")
    mine = fill(form_of(parse(second.get(page).text), "/judge/reject"), why="يخالف ما رأيت")
    send(first, fill(form_of(parse(first.get(page).text), "/judge/note"), why="راجعت التسجيل"))
    answer = send(second, mine)
    tree = parse(answer.text)
    assert 409 == answer.status_code
    assert "راجعت التسجيل" in tree.words() and "editor one" in tree.words()
    assert 1 == len(list(room.ledger.judgements()))
    again = form_of(tree, "/judge/reject")
    assert "يخالف ما رأيت" == again["why"]
    answer = send(second, again)
    assert (200, 2) == (answer.status_code, len(list(room.ledger.judgements())))


def test_a_correction_that_came_second_keeps_its_fields(room: Newsroom) -> None:
    first, second = room.browser("editor"), room.browser("admin")
    mine = fill(correcting(second, room.ledger, "52"), low="44", high="44", why="وثيقة")
    send(first, fill(correcting(first, room.ledger, "52"), low="42", high="42"))
    answer = send(second, mine)
    tree = parse(answer.text)
    assert 409 == answer.status_code
    assert ["52"] == [e.words() for e in tree.all("del")] and ["42"] == [e.words() for e in tree.all("ins")]
    again = form_of(tree, "/judge/correct")
    assert ("44", "44", "وثيقة") == (again["low"], again["high"], again["why"])
    assert 200 == send(second, again).status_code
    assert (37, 44) == estimate(room.ledger)


def test_an_analyst_undoes_what_is_theirs_alone(room: Newsroom) -> None:
    analyst, editor = room.browser("analyst"), room.browser("editor")
    page = claim_page(room.ledger, "52")
    send(editor, form_of(parse(editor.get(page).text), "/judge/accept"))
    assert not [f for f in parse(analyst.get(page).text).all("form") if f.attributes["action"] == "/judge/undo"]
    target = Target(TargetKind.FIGURE, figure(room.ledger, "52").id)
    (made,) = room.ledger.judgements()
    form = {"target_kind": "figure", "target": target.id, "seen": "1", "undoes": made.id, "back": page}
    assert 403 == analyst.post("/judge/undo", data=form).status_code
    assert made.id in room.ledger.standing(target).in_force
    send(editor, form_of(parse(editor.get(page).text), "/judge/undo"))
    send(analyst, form_of(parse(analyst.get(page).text), "/judge/accept"))
    send(analyst, form_of(parse(analyst.get(page).text), "/judge/undo"))
    assert room.ledger.standing(target).verdict is None
    assert 4 == len(list(room.ledger.judgements()))


def test_who_only_reads_is_offered_no_act(room: Newsroom) -> None:
    client = room.browser("viewer")
    (measure,) = (m for m in room.ledger.measures() if m.predicate == "killed")
    for page in (claim_page(room.ledger, "52"), "/source?name=هيئة الإغاثة", PAGES.measure(measure), "/judgements",
                 PAGES.story(measure.story)):  # fmt: skip
        tree = parse(client.get(page).text)
        assert ["/sign-out"] == [f.attributes["action"] for f in tree.all("form") if f.attributes["method"] == "post"]
        assert "/regroup" not in str([e.attributes.get("href") for e in tree.all("a")])
    assert 'href="/review"' not in client.get("/").text


def test_all_judgements_are_listed(room: Newsroom) -> None:
    client = room.browser("editor")
    assert "Nothing was judged yet" in client.get("/judgements").text
    send(client, fill(correcting(client, room.ledger, "52"), low="42", high="42"))
    send(client, form_of(parse(client.get(claim_page(room.ledger, "37")).text), "/judge/accept"))
    listed = parse(client.get("/judgements").text).all("ol", "decisions")[0].all("li")
    assert ["accepted", "corrected"] == [line.all("strong")[0].words() for line in listed]
    assert ["42"] == [e.words() for e in listed[1].all("ins")]
    assert [] == parse(client.get("/judgements?by=nobody").text).all("ol", "decisions")[0].all("li")


@pytest.mark.parametrize("kind", list(JudgementKind))
@pytest.mark.parametrize(
    "form", [{}, {"target_kind": "planet", "target": "1"}, {"target_kind": "figure", "target": "none"},
             {"target_kind": "story", "target": "none", "seen": "x"}, {"target_kind": "source", "target": "\x00"}],
)  # fmt: skip
def test_a_form_that_makes_no_sense_is_refused(room: Newsroom, kind: JudgementKind, form: dict[str, str]) -> None:
    assert room.browser("editor").post(f"/judge/{kind}", data=form).status_code in (400, 404, 422)
    assert not list(room.ledger.judgements())


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_deciding_leads_nowhere_else(room: Newsroom, back: str) -> None:
    client = room.browser("editor")
    form = form_of(parse(client.get(claim_page(room.ledger, "52")).text), "/judge/accept")
    answer = client.post("/judge/accept", data={**form, "back": back}, follow_redirects=False)
    where = urlsplit(answer.headers["location"])
    assert (303, "", "/") == (answer.status_code, where.netloc, where.path)
    assert ["judged"] == list(parse_qs(where.query))


def test_hostile_notes_are_words(room: Newsroom) -> None:
    client, page = room.browser("editor"), claim_page(room.ledger, "52")
    for words in NAUGHTY:
        form = form_of(parse(client.get(page).text), "/judge/note")
        client.post("/judge/note", data=fill(form, why=f"ملاحظة {words}".encode("utf-8", "replace").decode()))
    for where in (page, "/judgements"):
        tree = parse(client.get(where).text)
        notes = tree.all("p", "why")
        assert len(notes) >= min(len(NAUGHTY), 50) - 3
        assert {str(shape(notes[0]))} == {str(shape(n)) for n in notes if not n.all("bdi", "control")}


def test_alone_the_reviewer_is_who_the_server_was_told(room: Newsroom) -> None:
    client = client_of(room.ledger)
    page = claim_page(room.ledger, "52")
    send(client, form_of(parse(client.get(page).text), "/judge/accept"))
    (made,) = room.ledger.judgements()
    assert ("local", Role.ADMIN) == (made.by, Role.ADMIN)


def test_a_program_decides_with_a_key_that_writes(room: Newsroom) -> None:
    ledger, where = room.ledger, "/api/v1/judgements"
    editor = room.program(room.people.tokens.add("editor one", Scope.WRITE, 9)[0])
    claim = {"target_kind": "figure", "target": figure(ledger, "52").id}
    answer = editor.post(where, json={"kind": "correct", **claim, "seen": 0, "low": 42, "high": 42, "why": "خطأ"})
    assert (201, "editor one", (37, 42)) == (answer.status_code, answer.json()["by"], estimate(ledger))
    answer = editor.post(where, json={"kind": "reject", **claim, "seen": 0})
    assert (409, ["editor one"]) == (answer.status_code, [one["by"] for one in answer.json()["others"]])
    answer = editor.post(where, json={"kind": "correct", **claim, "seen": 1, "place": "القمر"})
    assert (422, "place") == (answer.status_code, answer.json()["field"])
    analyst = room.program(room.people.tokens.add("analyst one", Scope.WRITE, 9)[0])
    assert 403 == analyst.post(where, json={"kind": "grade", **claim, "grade": "2", "seen": 1}).status_code
    undoing = {"kind": "undo", **claim, "undoes": next(iter(ledger.judgements())).id, "seen": 1}
    assert 403 == analyst.post(where, json=undoing).status_code
    assert 201 == analyst.post(where, json={"kind": "accept", **claim, "seen": 1}).status_code
    for body in (b"", b"[]", b"{", b'{"kind": "x"}', b'{"kind": ["a"]}', b'{"kind": "split", "members": "a"}',
                 b'{"kind": "correct", "target_kind": "figure", "target": "none"}'):  # fmt: skip
        assert editor.post(where, content=body).status_code in (400, 404, 422), body
    assert 2 == len(list(ledger.judgements()))
