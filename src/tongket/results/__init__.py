"""What it adds up to: consolidation of reported figures, plan against actual, against last year, provenance.

Stands after the plan in the year; never hears of points, titles or votes.
"""

from tongket.results.facts import (
    Achievement,
    Comparison,
    EarlyFinish,
    FilingOutcome,
    FilingState,
    MilestoneOutcome,
    PriceEffect,
    Results,
)

__all__ = [
    "Achievement",
    "Comparison",
    "EarlyFinish",
    "FilingOutcome",
    "FilingState",
    "MilestoneOutcome",
    "PriceEffect",
    "Results",
]
