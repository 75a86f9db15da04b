"""The expected course of an indicator through its fiscal year, learnt from past years."""
