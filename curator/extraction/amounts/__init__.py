"""Amounts: money, quantities, percentages and shares."""
