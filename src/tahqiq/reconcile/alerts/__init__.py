"""Alerts: what in figures, measures and edits a person's rules ask to be told of."""

from __future__ import annotations

from tahqiq.reconcile.alerts.edits import edit_alerts
from tahqiq.reconcile.alerts.figures import figure_alerts
from tahqiq.reconcile.alerts.relations import contradiction_alerts, jump_alerts
from tahqiq.reconcile.alerts.rules import parse_rules

__all__ = ["contradiction_alerts", "edit_alerts", "figure_alerts", "jump_alerts", "parse_rules"]
