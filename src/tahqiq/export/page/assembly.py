"""Which stories, measures and reports a page shows, and in what order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tahqiq.errors import UnknownName
from tahqiq.export.page.anchors import Anchors, Shown, anchors
from tahqiq.export.page.capping import capped, command
from tahqiq.export.page.framing_view import framing_view, term_marks
from tahqiq.export.page.measure_view import measure_view
from tahqiq.export.page.opening import caveats, disputes, findings, lead, material_of, span
from tahqiq.export.page.options import PageOptions
from tahqiq.export.page.order import is_contested, ranked
from tahqiq.export.page.report_view import report_view
from tahqiq.export.page.strings import NOTHING, Both, count, join, report_words, say
from tahqiq.export.page.views import IndexLine, PageView, StoryView
from tahqiq.export.standing import clashes
from tahqiq.model.framing import Framing
from tahqiq.model.measure import Measure, Reconciliation, Story
from tahqiq.model.report import ReadReport

Reports = Mapping[str, ReadReport]
Frame = Callable[[Story, Sequence[ReadReport], Sequence[Measure]], Framing]


@dataclass(frozen=True, slots=True)
class _Material:
    """All that a page is made from: measures by story (ranked), reports by id, and the choices."""

    counted: Mapping[str, list[Measure]]
    reports: Reports
    options: PageOptions
    frame: Frame | None

    def of(self, story: Story) -> list[Measure]:
        return self.counted.get(story.id, [])

    def read(self, story: Story) -> list[ReadReport]:
        """The story's reports, oldest first, those without a date last."""
        found = (self.reports.get(r) for r in story.reports)
        return sorted((read for read in found if read is not None), key=_published)


def page_view(
    reconciliation: Reconciliation, reports: Reports, options: PageOptions, frame: Frame | None = None
) -> PageView:
    """The page of all stories, or of the one that the options name (UnknownName where there is none such).

    `frame` works out how the outlets of a story tell it; without it the page does not say.
    """
    material = _Material(_by_story(reconciliation, options), reports, options, frame)
    stories = _chosen(reconciliation.stories, material)
    full = stories[: options.most_stories]
    made = anchors(_shown(full, material), options.most_positions, options.pages)
    views = {story.id: _story(story, material, made) for story in full}
    listed = stories[: options.most_listed] if len(stories) > 1 else []
    return PageView(
        stories=tuple(views.values()),
        index=tuple(_index_line(story, material, views) for story in listed),
        notes=tuple(_notes(stories, material)),
    )


def _by_story(reconciliation: Reconciliation, options: PageOptions) -> dict[str, list[Measure]]:
    counted: dict[str, list[Measure]] = {}
    for measure in reconciliation.measures:
        counted.setdefault(measure.story, []).append(measure)
    return {story: ranked(measures, options.policy) for story, measures in counted.items()}


def _chosen(stories: Sequence[Story], material: _Material) -> list[Story]:
    wanted = material.options.story
    if wanted is None:
        return sorted(stories, key=lambda s: (-clashes(material.of(s)), -len(s.reports), -len(material.of(s))))
    named = [s for s in stories if s.id == wanted]
    if not named:
        raise UnknownName("story", wanted, tuple(s.id for s in stories[:20]))
    return named


def _shown(full: Sequence[Story], material: _Material) -> Shown:
    options = material.options
    measures = []
    for counted in map(material.of, full):
        measures += _held_by(counted, several=True)[: options.most_measures]
        measures += _held_by(counted, several=False)[: options.most_singles]
    read = {story.id: material.read(story) for story in full}
    reports = {r.report.id: r for listed in read.values() for r in listed[: options.most_reports]}
    known = {r.report.id: r for listed in read.values() for r in listed}
    return Shown(full, measures, reports, known, [m for story in full for m in material.of(story)])


def _story(story: Story, material: _Material, made: Anchors) -> StoryView:
    measures, reads, options = material.of(story), material.read(story), material.options
    wholes = {m.id: m for m in measures}
    there = material_of(reads)
    several, measures_note = capped(_held_by(measures, several=True), options.most_measures, "capped_measures", options)
    singles, singles_note = capped(_held_by(measures, several=False), options.most_singles, "capped_measures", options)
    framing = material.frame(story, reads, measures) if material.frame else None
    shown, reports_note = capped(reads, options.most_reports, "capped_reports", options)
    return StoryView(
        id=made.stories[story.id],
        title=story_title(story),
        reason=story_reason(story),
        lead=lead(there, sum(is_contested(m, options.policy) for m in measures), len(measures)),
        disputes=disputes(measures, made),
        findings=findings(measures, made),
        caveats=caveats(there),
        measures=tuple(measure_view(m, wholes, made, options) for m in several),
        measures_note=measures_note,
        singles=tuple(measure_view(m, wholes, made, options) for m in singles),
        singles_note=singles_note,
        framing=framing_view(framing, made, options) if framing else None,
        reports=tuple(
            report_view(r, made, options, term_marks(framing, r.report.id, made) if framing else ()) for r in shown
        ),
        reports_note=reports_note,
    )


def story_title(story: Story) -> Both:
    """A story's title as its reports word it."""
    return report_words(story.title) if story.title.strip() else say("interface.untitled")


def story_reason(story: Story) -> Both:
    """What holds a story together; shared words are listed in both languages, any other reason stands as it came."""
    _, share, words = story.reason.partition(" share the words ")
    if share:
        return say("interface.shared_words", words=join(map(report_words, words.split(", ")), "items"))
    return report_words(story.reason) if len(story.reports) > 1 and story.reason else NOTHING


def _held_by(measures: Sequence[Measure], several: bool) -> list[Measure]:
    return [m for m in measures if (len(m.positions) > 1) == several]


def _index_line(story: Story, material: _Material, views: Mapping[str, StoryView]) -> IndexLine:
    """A story in one line, told from its measures alone: a page that lists many stories reads few reports."""
    figures = (f for m in material.of(story) for f in m.figures)
    days = sorted({f.published.isoformat()[:10] for f in figures if f.published is not None})
    clashing = clashes(material.of(story))
    return IndexLine(
        title=story_title(story),
        story=views.get(story.id),
        story_id=story.id,
        reports=count("report", len(story.reports)),
        span=span(days) if days else NOTHING,
        measures=count("measure", len(material.of(story))),
        contradictions=count("contradiction", clashing) if clashing else NOTHING,
    )


def _notes(stories: Sequence[Story], material: _Material) -> Iterator[Both]:
    options = material.options
    if len(stories) > options.most_stories:
        how = command("report", options, "ID")
        yield say(
            "interface.capped_stories", shown=options.most_stories, total=count("story", len(stories)), command=how
        )
    if len(stories) > options.most_listed:
        yield say("interface.capped_index", shown=options.most_listed, total=len(stories))
    if options.story is None and (outside := set(material.reports) - {r for s in stories for r in s.reports}):
        yield say("interface.outside_stories", count=len(outside))


def _published(read: ReadReport) -> tuple[bool, str]:
    when = read.report.metadata.published
    return when is None, when.isoformat() if when else ""
