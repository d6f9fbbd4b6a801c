"""Tahqiq reads news reports, Arabic first, and keeps an evidence-backed ledger of claims."""
