"""How numbers, dates, figures and statements were read, step by step, in words for a person."""

from tahqiq.extract.ar.explaining.claims import explain_figure, explain_statement
from tahqiq.extract.ar.explaining.mentions import explain_dates, explain_numbers
from tahqiq.extract.ar.explaining.steps import Derivation, Step

__all__ = ["Derivation", "Step", "explain_dates", "explain_figure", "explain_numbers", "explain_statement"]
