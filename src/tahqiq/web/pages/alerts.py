"""What alert rules found."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from markupsafe import Markup

from tahqiq.export.page.strings import NOTHING, Both, report_words, two
from tahqiq.export.page.visible import visible
from tahqiq.export.page.wording import day
from tahqiq.ledger.outlines import count_alerts, newest_alerts
from tahqiq.model.alert import RaisedAlert
from tahqiq.web.addresses import PAGES
from tahqiq.web.asking import Asked
from tahqiq.web.desk import Desk
from tahqiq.web.page import Page, leaf
from tahqiq.web.words import tell

_ON_A_LEAF = 100


@dataclass(frozen=True, slots=True)
class AlertLine:
    """An alert with its words."""

    summary: Both
    kind: Both
    rule: Both
    at: Both
    outlet: Both
    quote: Markup
    address: str


def show(desk: Desk, asked: Asked) -> Page:
    """`page` counts leaves of the list from 1."""
    shown, turning = leaf("/alerts", {}, asked.number("page", 1), _ON_A_LEAF, count_alerts(desk.ledger))
    newest = newest_alerts(desk.ledger, _ON_A_LEAF, shown.start)
    return Page(
        "alerts.html",
        tell("alerts.title"),
        {"alerts": [alert_line(raised) for raised in newest], "leaf": turning},
        "alerts",
    )


def alert_line(raised: RaisedAlert) -> AlertLine:
    """What a list of alerts says of one."""
    alert = raised.alert
    return AlertLine(
        summary=two(alert.summary_ar, alert.summary),
        kind=tell(f"alerts.{alert.kind.value}"),
        rule=report_words(alert.rule),
        at=day(dt.datetime.fromisoformat(raised.at)),
        outlet=report_words(alert.outlet) if alert.outlet else NOTHING,
        quote=visible(alert.quote),
        address=PAGES.report(alert.report),
    )
