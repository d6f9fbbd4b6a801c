"""Alerts on edits that change claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tahqiq.model.alert import Alert, AlertRule, Candidate
from tahqiq.model.claim import Figure, Statement
from tahqiq.model.version import Change, ChangeKind, Edit
from tahqiq.reconcile.alerts.lexicon import SENTENCES
from tahqiq.reconcile.alerts.matching import is_from, matches
from tahqiq.reconcile.alerts.wording import Said, alert_id, how_many, outlet_name, sentence, speaker, what
from tahqiq.reconcile.sentences import sentence_around
from tahqiq.reconcile.versions.changes import evidence

_MOST_TOLD = 4
_MOVED = (ChangeKind.RAISED, ChangeKind.LOWERED, ChangeKind.RESTATED)


def edit_alerts(rule: AlertRule, edits: Iterable[Edit]) -> Iterator[Candidate]:
    """An alert for each edit that changes claims the rule wants, in silence unless the rule wants others too.

    A rule that narrows itself by predicate, place or actor wants edits of such figures alone.
    """
    for edit in edits:
        if rule.silent and edit.is_announced:
            continue
        changes = [change for change in edit.changes if _is_wanted(rule, change, edit)]
        if changes:
            yield _candidate(rule, edit, changes)


def _is_wanted(rule: AlertRule, change: Change, edit: Edit) -> bool:
    outlet = edit.after.read.report.metadata.outlet
    figures = [side for side in (change.before, change.after) if isinstance(side, Figure)]
    if figures:
        return any(matches(rule, figure, outlet) for figure in figures)
    is_narrow = any((rule.predicate, rule.place, rule.actor))
    return not is_narrow and is_from(rule, outlet)


def _candidate(rule: AlertRule, edit: Edit, changes: Sequence[Change]) -> Candidate:
    before, after = edit.before.read.report, edit.after.read.report
    id = alert_id(rule.name, rule.on.value, before.id, before.digest, after.id, after.digest, edit.number)
    said = sentence(
        "announced_edit" if edit.is_announced else "silent_edit",
        outlet=outlet_name(after.metadata.outlet),
        changes=_listed(changes),
    )
    outlet = after.metadata.outlet
    alert = Alert(id, rule.name, rule.on, said.english, said.arabic, after.id, outlet, _quote(changes))
    return Candidate(alert, frozenset({id}))


def _listed(changes: Sequence[Change]) -> Said:
    """The first changes in words, figures before all else, and how many more there are."""
    ranked = sorted(changes, key=lambda change: not isinstance(change.after or change.before, Figure))
    different = list(dict.fromkeys(map(_told, ranked)))
    told = different[:_MOST_TOLD]
    if len(different) > _MOST_TOLD:
        told.append(sentence("more", count=len(different) - _MOST_TOLD))
    joiner = SENTENCES["joiner"]
    return Said(joiner["english"].join(t.english for t in told), joiner["arabic"].join(t.arabic for t in told))


def _told(change: Change) -> Said:
    before, after = change.before, change.after
    claim = after if after is not None else before
    if isinstance(claim, Statement):
        return sentence("statement", source=speaker(claim))
    if not isinstance(claim, Figure):
        return sentence("headline")
    if isinstance(before, Figure) and isinstance(after, Figure):
        if change.kind in _MOVED:
            return sentence("changed", what=what(after), before=how_many(before), after=how_many(after))
        return sentence("reattributed", what=what(after), after=how_many(after), source=speaker(after))
    if change.kind is ChangeKind.ADDED:
        return sentence("added", what=what(claim), after=how_many(claim))
    return sentence("removed", what=what(claim), before=how_many(claim))


def _quote(changes: Sequence[Change]) -> str:
    """The newer words of the first change that has any, else the older ones of the first."""
    claim = next((c.after for c in changes if c.after is not None), changes[0].before)
    assert claim is not None, "a change has a before or an after"
    return sentence_around(evidence(claim)).quote.strip()
