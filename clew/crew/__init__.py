"""Processes that do one piece of work after another, and may die of any: how they start, what they give up, why they died."""
